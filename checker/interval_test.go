package checker

import (
	"math"
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/concord-news/concord/rules/mention"
)

func TestStandsFor(t *testing.T) {
	inf := math.Inf(1)
	tests := []struct {
		name  string
		q     mention.Quantity
		exact bool
		want  interval
	}{
		{"a small count is exact", mention.Quantity{Low: 20, High: 20, Step: 10}, false, interval{low: 20, high: 20}},
		{"a round number is rounded", mention.Quantity{Low: 300, High: 300, Step: 100}, false, interval{low: 250, high: 350}},
		{"a round number of named things is not", mention.Quantity{Low: 300, High: 300, Step: 100}, true, interval{low: 300, high: 300}},
		{"a number that is not round is exact", mention.Quantity{Low: 327, High: 327, Step: 1}, false, interval{low: 327, high: 327}},
		{"a decimal to its last digit", mention.Quantity{Low: 2.5, High: 2.5, Step: 0.5}, false, interval{low: 2.25, high: 2.75}},
		{"about 27", mention.Quantity{Low: 27, High: 27, Step: 1, Approx: true}, false, interval{low: 27 - 27*0.05, high: 27 + 27*0.05}},
		{"about 80", mention.Quantity{Low: 80, High: 80, Step: 10, Approx: true}, false, interval{low: 75, high: 85}},
		{"nearly four", mention.Quantity{Low: 4, High: 4, Step: 1, Bound: mention.JustBelow}, false, interval{low: 3.5, high: 4, highOpen: true}},
		{"just over four", mention.Quantity{Low: 4, High: 4, Step: 1, Bound: mention.JustAbove}, false, interval{low: 4, high: 4.5, lowOpen: true}},
		{"at least 4", mention.Quantity{Low: 4, High: inf, Bound: mention.AtLeast}, false, interval{low: 4, high: inf}},
		{"more than 4", mention.Quantity{Low: 4, High: inf, Bound: mention.MoreThan}, false, interval{low: 4, high: inf, lowOpen: true}},
		{"up to 4", mention.Quantity{Low: math.Inf(-1), High: 4, Bound: mention.AtMost}, false, interval{low: math.Inf(-1), high: 4}},
		{"19 to 20 stays a range", mention.Quantity{Low: 19, High: 20, Step: 1}, false, interval{low: 19, high: 20}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			assert.Equal(t, tt.want, standsFor(tt.q, tt.exact))
		})
	}
}

func TestIntervals(t *testing.T) {
	a, b := interval{low: 75, high: 85}, interval{low: 19, high: 20}
	assert.True(t, a.touches(b.complement(100)))
	assert.False(t, a.touches(interval{low: 60, high: 70}))
	assert.Equal(t, 5.0, a.gap(interval{low: 60, high: 70}))
	assert.Equal(t, 5.0, interval{low: 60, high: 70}.gap(a))
	assert.Equal(t, "75 to 85", a.String())
	assert.Equal(t, "more than 4", interval{low: 4, high: math.Inf(1), lowOpen: true}.String())
	assert.Equal(t, "4 or less", interval{low: math.Inf(-1), high: 4}.String())
}

func TestNumber(t *testing.T) {
	for v, want := range map[float64]string{
		0: "0", 4: "4", 2.5: "2.5", 1234: "1,234", 450000000: "450,000,000", -1200.25: "-1,200.25", 999: "999", 0.1 + 0.2: "0.3",
	} {
		assert.Equal(t, want, number(v))
	}
}

func TestFigure(t *testing.T) {
	one := mention.Quantity{Low: 1, High: 1}
	two := mention.Quantity{Low: 2, High: math.Inf(1), Bound: mention.AtLeast}
	assert.Equal(t, "1 agency", figure(one, "agency"))
	assert.Equal(t, "2 or more agencies", figure(two, "agency"))
	assert.Equal(t, "2 or more people", figure(two, "people"))
	assert.Equal(t, "2 or more USD", figure(two, "USD"))
	assert.Equal(t, "2 or more%", figure(two, "%"))
	assert.Equal(t, "some", figure(mention.NoValue(), "people"))
}
