package checker

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/concord-news/concord/checker/interval"
	"github.com/concord-news/concord/rules/mention"
)

func TestUnlikelyOne(t *testing.T) {
	one := func(v float64) mention.Quantity { return mention.Quantity{Low: v, High: v} }
	for _, tt := range []struct {
		name string
		kind mention.Kind
		a, b float64
		want bool
	}{
		{"near", mention.Number, 14, 11, false},
		{"digits swapped", mention.Number, 19, 91, true},
		{"a nought lost", mention.Money, 40e6, 4e6, false},
		{"two bids", mention.Money, 121e9, 5.5e9, true},
		{"shares", mention.Share, 20, 90, false},
		{"ages", mention.Age, 8, 38, false},
		{"nothing", mention.Number, 0, 12, false},
	} {
		assert.Equal(t, tt.want, unlikelyOne(tt.kind, one(tt.a), one(tt.b)), tt.name)
	}
}

func TestCoarser(t *testing.T) {
	years := func(v, step float64) mention.Quantity { return mention.Quantity{Low: v, High: v, Step: step} }
	a, b := years(172, 1), years(172.5, 0.1)
	assert.Equal(t, interval.Interval{Low: 171.5, High: 172.5}, coarser(interval.Of(a, false), a, b))
	assert.Equal(t, interval.Of(b, false), coarser(interval.Of(b, false), b, a), "the more exact figure stays as it is")
}
