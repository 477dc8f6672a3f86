package checker

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/concord-news/concord/rules"
)

func TestTimes(t *testing.T) {
	tests := []struct {
		a, b string
		want relation
	}{
		{"T22:45", "XXXX-WXX-4T22:45", same},
		{"T22:45", "T22:30", different},
		{"2026-03-11T05", "T05:10", bothTrue},
		{"T05:10", "T05:15", bothTrue},
		{"T05:11", "T05:14", different},
		{"T23:50", "T00:10", different},
		{"T00", "T23:50", bothTrue},
		{"T10:30", "T22:30", incomparable},
		{"TNI", "T22:30", incomparable},
		{"", "T22:30", incomparable},
		{"T22:3", "T22", same},
		{"Txx", "T22", incomparable},
	}
	for _, tt := range tests {
		a, b := &rules.Fact{}, &rules.Fact{}
		a.Value.Timex, b.Value.Timex = tt.a, tt.b
		assert.Equal(t, tt.want, times(a, b).relation, "%s %s", tt.a, tt.b)
		assert.Equal(t, tt.want, times(b, a).relation, "%s %s", tt.b, tt.a)
	}
}
