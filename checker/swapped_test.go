package checker

import (
	"testing"
	"time"

	"github.com/stretchr/testify/assert"

	"github.com/concord-news/concord/rules"
	"github.com/concord-news/concord/rules/mention"
)

func TestSwapped(t *testing.T) {
	for _, tt := range []struct {
		a, b float64
		want bool
	}{
		{5400, 4500, true},
		{870, 780, true},
		{71, 17, true},
		{12400, 14200, true},
		{5400, 5400, false},
		{5400, 540, false},
		{123, 321, false}, // the outer two
		{105, 150, false}, // a nought, as of a figure rounded otherwise
		{1.5, 5.1, false},
		{44, 44, false},
	} {
		x, y := counted(tt.a), counted(tt.b)
		assert.Equal(t, tt.want, swapped(x, y), "%v and %v", tt.a, tt.b)
		assert.Equal(t, tt.want, swapped(y, x), "%v and %v", tt.b, tt.a)
	}
}

func TestSwappedDates(t *testing.T) {
	day := func(y, m, d int) mention.Period {
		from := time.Date(y, time.Month(m), d, 0, 0, 0, 0, time.UTC)
		return mention.Period{From: from, To: from.AddDate(0, 0, 1)}
	}
	year := func(y int) mention.Period {
		from := time.Date(y, 1, 1, 0, 0, 0, 0, time.UTC)
		return mention.Period{From: from, To: from.AddDate(1, 0, 0)}
	}
	for _, tt := range []struct {
		a, b mention.Period
		want bool
	}{
		{year(1967), year(1976), true},
		{year(1967), year(1968), false},
		{day(2026, 7, 12), day(2026, 7, 21), true},
		{day(2026, 7, 12), day(2026, 8, 21), false},
		{day(2026, 7, 1), day(2026, 7, 10), false},
		{year(2012), day(2021, 1, 1), false},
	} {
		assert.Equal(t, tt.want, swappedDates(dated(tt.a), dated(tt.b)), "%v and %v", tt.a.From, tt.b.From)
	}
}

// counted is a fact with a count.
func counted(n float64) *rules.Fact {
	f := &rules.Fact{}
	f.Value.Kind, f.Value.Figure.Low, f.Value.Figure.High = mention.Number, n, n
	return f
}

// dated is a fact with a date.
func dated(p mention.Period) *rules.Fact {
	f := &rules.Fact{}
	f.Value.Kind, f.Value.Period = mention.Date, p
	return f
}
