package checker

import (
	"fmt"
	"math"

	"github.com/concord-news/concord/checker/interval"
	"github.com/concord-news/concord/rules/mention"
)

// roundedFrom is the figure from which on a copy may have rounded a whole number
// without saying so: desks round 1,234 people to 1,200, and not 21 to 20.
const roundedFrom = 100

// inCopies compares the figures that stand in one place of two copies. What the
// figures of two reports may differ in, such as a rounding without a hedge, is no
// excuse here: the words around them are the same.
func inCopies(a, b *mention.Mention) outcome {
	switch {
	case a.Kind != b.Kind:
		return outcome{relation: incomparable}
	case a.Kind == mention.Date:
		return datesInCopies(a, b)
	case a.Kind == mention.Time:
		return timesInCopies(a, b)
	}
	qa, qb := a.Quantity, b.Quantity
	if !qa.Known() || !qb.Known() {
		return outcome{relation: incomparable}
	}
	unit := a.Unit
	if a.Unit != b.Unit {
		var ok bool
		if a.Kind == mention.Number {
			unit = ""
		} else if qb, ok = convert(qb, b.Unit, a.Unit); !ok {
			return outcome{relation: incomparable}
		}
	}
	ia, ib := interval.Of(qa, true), interval.Of(qb, true)
	gap := ia.Gap(ib)
	switch {
	case ia.Touches(ib), rounded(qa, qb), rounded(qb, qa):
		return outcome{relation: same}
	case unlikelyConversion(a, b):
		return outcome{relation: incomparable}
	}
	return outcome{relation: different, gap: interval.Number(gap), why: fmt.Sprintf("%s and %s are %s apart", interval.Figure(qa, unit), interval.Figure(qb, unit), interval.Number(gap))}
}

// unlikelyConversion reports whether one figure has a currency or unit and the
// other none: an amount was put into another money, and only one was read.
func unlikelyConversion(a, b *mention.Mention) bool {
	return a.Kind != mention.Number && (a.Unit == "") != (b.Unit == "")
}

// rounded reports whether coarse is fine rounded, as copies do without a hedge:
// what lies behind the point, or the last digits of a large number.
func rounded(fine, coarse mention.Quantity) bool {
	if fine.Low != fine.High || coarse.Low != coarse.High || fine.Step <= 0 || coarse.Step <= fine.Step {
		return false
	}
	if fine.Step >= 1 && math.Abs(fine.Low) < roundedFrom {
		return false
	}
	return math.Abs(fine.Low-coarse.Low) <= coarse.Step/2
}

func datesInCopies(a, b *mention.Mention) outcome {
	switch {
	case !a.Period.Known() || !b.Period.Known():
		return outcome{relation: incomparable}
	case holds(a.Period, b.Period), holds(b.Period, a.Period), a.Period == b.Period:
		return outcome{relation: same}
	}
	return outcome{relation: different, why: fmt.Sprintf("%s against %s", period(a.Period), period(b.Period))}
}

func timesInCopies(a, b *mention.Mention) outcome {
	x, okA := minuteOfDay(a.Timex)
	y, okB := minuteOfDay(b.Timex)
	switch {
	case !okA || !okB:
		return outcome{relation: incomparable}
	case x == y:
		return outcome{relation: same}
	}
	return outcome{relation: different, why: clock(x) + " against " + clock(y)}
}
