package interval

import (
	"math"
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/concord-news/concord/rules/mention"
)

func TestOf(t *testing.T) {
	inf := math.Inf(1)
	tests := []struct {
		name  string
		q     mention.Quantity
		exact bool
		want  Interval
	}{
		{"a small count is exact", mention.Quantity{Low: 20, High: 20, Step: 10}, false, Interval{Low: 20, High: 20}},
		{"a round number is rounded", mention.Quantity{Low: 300, High: 300, Step: 100}, false, Interval{Low: 250, High: 350}},
		{"a very round number is off by a fifth at most", mention.Quantity{Low: 1e5, High: 1e5, Step: 1e5}, false, Interval{Low: 8e4, High: 1.2e5}},
		{"a round number of named things is not", mention.Quantity{Low: 300, High: 300, Step: 100}, true, Interval{Low: 300, High: 300}},
		{"a number that is not round is exact", mention.Quantity{Low: 327, High: 327, Step: 1}, false, Interval{Low: 327, High: 327}},
		{"a decimal to its last digit", mention.Quantity{Low: 2.5, High: 2.5, Step: 0.5}, false, Interval{Low: 2.25, High: 2.75}},
		{"about 27", mention.Quantity{Low: 27, High: 27, Step: 1, Approx: true}, false, Interval{Low: 27 - 27*0.05, High: 27 + 27*0.05}},
		{"about 80", mention.Quantity{Low: 80, High: 80, Step: 10, Approx: true}, false, Interval{Low: 75, High: 85}},
		{"nearly four", mention.Quantity{Low: 4, High: 4, Step: 1, Bound: mention.JustBelow}, false, Interval{Low: 3.5, High: 4, HighOpen: true}},
		{"just over four", mention.Quantity{Low: 4, High: 4, Step: 1, Bound: mention.JustAbove}, false, Interval{Low: 4, High: 4.5, LowOpen: true}},
		{"at least 4", mention.Quantity{Low: 4, High: inf, Bound: mention.AtLeast}, false, Interval{Low: 4, High: inf}},
		{"more than 4", mention.Quantity{Low: 4, High: inf, Bound: mention.MoreThan}, false, Interval{Low: 4, High: inf, LowOpen: true}},
		{"up to 4", mention.Quantity{Low: math.Inf(-1), High: 4, Bound: mention.AtMost}, false, Interval{Low: math.Inf(-1), High: 4}},
		{"19 to 20 stays a range", mention.Quantity{Low: 19, High: 20, Step: 1}, false, Interval{Low: 19, High: 20}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			assert.Equal(t, tt.want, Of(tt.q, tt.exact))
		})
	}
}

func TestIntervals(t *testing.T) {
	a, b := Interval{Low: 75, High: 85}, Interval{Low: 19, High: 20}
	assert.True(t, a.Touches(b.Complement(100)))
	assert.False(t, a.Touches(Interval{Low: 60, High: 70}))
	assert.Equal(t, 5.0, a.Gap(Interval{Low: 60, High: 70}))
	assert.Equal(t, 5.0, Interval{Low: 60, High: 70}.Gap(a))
	assert.Equal(t, "75 to 85", a.String())
	assert.Equal(t, "more than 4", Interval{Low: 4, High: math.Inf(1), LowOpen: true}.String())
	assert.Equal(t, "4 or less", Interval{Low: math.Inf(-1), High: 4}.String())
}

func TestNumber(t *testing.T) {
	for v, want := range map[float64]string{
		0: "0", 4: "4", 2.5: "2.5", 1234: "1,234", 450000000: "450,000,000", -1200.25: "-1,200.25", 999: "999", 0.1 + 0.2: "0.3",
	} {
		assert.Equal(t, want, Number(v))
	}
}

func TestFigure(t *testing.T) {
	one := mention.Quantity{Low: 1, High: 1}
	two := mention.Quantity{Low: 2, High: math.Inf(1), Bound: mention.AtLeast}
	assert.Equal(t, "1 agency", Figure(one, "agency"))
	assert.Equal(t, "2 or more agencies", Figure(two, "agency"))
	assert.Equal(t, "2 or more people", Figure(two, "people"))
	assert.Equal(t, "1 person", Figure(mention.Quantity{Low: 1, High: 1}, "people"))
	assert.Equal(t, "2 or more children", Figure(two, "child"))
	assert.Equal(t, "2 or more women", Figure(two, "woman"))
	assert.Equal(t, "2 or more matches", Figure(two, "match"))
	assert.Equal(t, "1 child", Figure(one, "child"))
	assert.Equal(t, "2 or more USD", Figure(two, "USD"))
	assert.Equal(t, "2 or more%", Figure(two, "%"))
	assert.Equal(t, "some", Figure(mention.NoValue(), "people"))
}
