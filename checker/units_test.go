package checker

import (
	"testing"

	"github.com/concord-news/concord/rules"
	"github.com/concord-news/concord/rules/mention"
	"github.com/stretchr/testify/assert"
)

// sum is a fact with a figure of a kind and unit.
func sum(kind mention.Kind, unit string, value float64) *rules.Fact {
	return &rules.Fact{Value: rules.Value{Kind: kind, Unit: unit, Figure: mention.Quantity{Low: value, High: value, Step: 1}}}
}

func TestOneUnit(t *testing.T) {
	for _, c := range []struct {
		a, b *rules.Fact
		want bool
	}{
		{sum(mention.Money, "USD", 82), sum(mention.Money, "USD/share", 60), true},
		{sum(mention.Money, "USD", 82), sum(mention.Money, "EUR", 60), false},
		{sum(mention.Duration, "week", 3), sum(mention.Duration, "week", 5), true},
		{sum(mention.Duration, "week", 3), sum(mention.Duration, "day", 21), false},
		{sum(mention.Measure, "mile", 3), sum(mention.Measure, "kilometre", 5), true},
		{sum(mention.Measure, "celsius", 43.6), sum(mention.Measure, "degree", 44.9), true},
		{sum(mention.Measure, "celsius", 35), sum(mention.Measure, "degree", 95), false}, // of Fahrenheit
		{sum(mention.Number, "people", 3), sum(mention.Number, "people", 5), false},
		{sum(mention.Share, "percent", 3), sum(mention.Duration, "percent", 5), false},
	} {
		assert.Equal(t, c.want, oneUnit(c.a, c.b), "%v %s, %v %s", c.a.Value.Figure.Low, c.a.Value.Unit, c.b.Value.Figure.Low, c.b.Value.Unit)
	}
}

func TestTimesApart(t *testing.T) {
	assert.Equal(t, 2.0, timesApart(sum(mention.Money, "USD", 3), sum(mention.Money, "USD", 6)))
	assert.InDelta(t, 1.6, timesApart(sum(mention.Measure, "mile", 10), sum(mention.Measure, "kilometre", 10)), 0.02)
	assert.InDelta(t, 23, timesApart(sum(mention.Measure, "metre", 610), sum(mention.Measure, "kilometre", 14)), 0.1)
}

func TestOfOtherDays(t *testing.T) {
	at := func(timex string) *rules.Fact { return &rules.Fact{Value: rules.Value{Timex: timex}} }
	assert.True(t, ofOtherDays(at("2027-05-10T04:20"), at("2027-05-11T07")))
	assert.False(t, ofOtherDays(at("2027-05-11T04:20"), at("2027-05-11T07")))
	assert.False(t, ofOtherDays(at("T04:20"), at("2027-05-11T07")))
}
