package checker

import (
	"math"

	"github.com/concord-news/concord/checker/interval"
	"github.com/concord-news/concord/rules/mention"
)

const (
	// farApart is the ratio from which on two figures are more often told of
	// two things than wrongly of one: slips change a digit or swap two, which
	// stays below it, or lose a nought.
	farApart = 3
	// noughtSlack is how near a ratio must be to a power of ten to be the loss
	// of a nought.
	noughtSlack = 0.02
)

// unlikelyOne reports whether two figures lie so far apart that they are hardly
// told of one thing. Shares and ages have no such bound: both live between 0
// and about 100.
func unlikelyOne(kind mention.Kind, a, b mention.Quantity) bool {
	if kind == mention.Share || kind == mention.Age {
		return false
	}
	r := ratio(a, b)
	if r < farApart {
		return false
	}
	return fromTens(r) > noughtSlack
}

// fromTens is how far a ratio is from the nearest power of ten, as a part of it.
func fromTens(r float64) float64 {
	return math.Abs(r/math.Pow(10, math.Round(math.Log10(r))) - 1)
}

// ratio is how many times the greater of two figures is the other, 1 where one is
// nought or less.
func ratio(a, b mention.Quantity) float64 {
	x, y := middle(a), middle(b)
	if x <= 0 || y <= 0 {
		return 1
	}
	return max(x/y, y/x)
}

// measured reports whether a figure is measured and not counted, so that an
// outlet may have left out what lies behind the point.
func measured(kind mention.Kind) bool {
	return kind == mention.Duration || kind == mention.Measure || kind == mention.Money || kind == mention.Share
}

// coarsest bounds by how much of itself a small figure is widened: a week is
// not three days, though half a week is half its unit.
const coarsest = 0.25

// coarser widens the interval of a whole figure by half a unit where the other
// outlet goes behind the point: 172 years beside 172.5.
func coarser(i interval.Interval, q, other mention.Quantity) interval.Interval {
	if q.Bound == mention.Exact && q.Low == q.High && q.Step >= 1 && other.Step > 0 && other.Step < 1 {
		slack := min(0.5, coarsest*math.Abs(q.Low))
		i.Low, i.High = min(i.Low, q.Low-slack), max(i.High, q.High+slack)
	}
	return i
}

// middle is a figure without its bound, the middle of a range.
func middle(q mention.Quantity) float64 {
	q = unbounded(q)
	return (q.Low + q.High) / 2
}
