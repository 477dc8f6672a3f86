package checker

import (
	"fmt"
	"math"

	"github.com/concord-news/concord/checker/interval"
	"github.com/concord-news/concord/rules"
)

// near makes values that differ compatible where the rule tolerates the gap.
func near(rule *rules.Rule, o outcome, gap float64) outcome {
	if o.relation == different && rule.Compare.Tolerance.Allows(gap, 0) {
		return tolerated(rule, gap, o.why)
	}
	return o
}

// tolerated is the outcome of values that are apart and near enough.
func tolerated(rule *rules.Rule, gap float64, apart string) outcome {
	return outcome{
		relation: bothTrue, gap: interval.Number(gap),
		why: fmt.Sprintf("%s, within the tolerance of %s", apart, rule.Compare.Tolerance),
	}
}

// daysApart is how many days lie between the beginnings of two dates, 0 where
// one is not on the calendar.
func daysApart(a, b *rules.Fact) float64 {
	pa, pb := a.Value.Period, b.Value.Period
	if !pa.Known() || !pb.Known() {
		return 0
	}
	return math.Abs(pb.From.Sub(pa.From).Hours() / 24)
}
