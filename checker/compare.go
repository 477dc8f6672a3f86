package checker

import (
	"fmt"
	"math"
	"slices"
	"strings"

	"github.com/concord-news/concord/checker/interval"
	"github.com/concord-news/concord/rules"
	"github.com/concord-news/concord/rules/mention"
	"github.com/concord-news/concord/rules/names"
	"github.com/concord-news/concord/rules/quantity"
)

// relation is how two values of one slot stand to each other.
type relation uint8

const (
	same         relation = iota // the same value
	bothTrue                     // different words or figures that can both be true
	incomparable                 // comparing would be wrong
	different                    // they cannot both be true
)

// outcome is a relation with its reason.
type outcome struct {
	relation relation
	why      string // without the outlets: "80 and 100 − 20 = 80"
	gap      string
	// since: the difference came about between the articles.
	since bool
	// far: two figures lie so far apart that they are hardly of one thing.
	far bool
}

// compare holds two statements of one slot against each other.
func (s *story) compare(rule *rules.Rule, a, b *statement) outcome {
	o := s.values(rule, a, b)
	if o.relation != different {
		return s.deedsTold(a, b, o)
	}
	if sequential(a.fact, b.fact) {
		return s.changes(rule, a, b, o)
	}
	if o = s.published(rule, a, b, o); o.relation != different {
		return o
	}
	if s.cameToHarm(rule, a, b) {
		o.since = true
		o.why += ": somebody came to harm between the articles, or was found"
		return o
	}
	if total, part := totalAndPart(rule, a, b); part != nil && !s.daysApart(a, b) {
		o.why += ": a part of them is more than all of them"
		o.since = s.later(part, total)
		return o
	}
	if why := s.refuse(rule, a, b); why != "" && !(oneThing(a, b) && why == planOrFact) {
		return outcome{relation: incomparable, why: why}
	}
	return o
}

func (s *story) values(rule *rules.Rule, a, b *statement) outcome {
	switch rule.Compare.By {
	case rules.ByFigure:
		if oneThing(a, b) {
			return figuresOfOne(rule, a.fact, b.fact)
		}
		return figures(rule, a.fact, b.fact)
	case rules.ByChange:
		return changes(a.fact, b.fact)
	case rules.ByDate:
		return near(rule, dates(a.fact, b.fact), daysApart(a.fact, b.fact))
	case rules.ByTime:
		return near(rule, times(a.fact, b.fact), minutesApart(a.fact, b.fact))
	case rules.ByNames:
		return nameSets(rule, a, b)
	case rules.ByPlace:
		return s.places(rule, a, b)
	case rules.ByOffice:
		return s.offices(a, b)
	case rules.ByPolarity:
		return yesNo(a.fact, b.fact)
	case rules.ByDenial:
		return s.denials(a, b)
	case rules.ByStance:
		return stances(a.fact, b.fact)
	case rules.ByQuotation:
		return s.quotations(a, b)
	case rules.ByKind:
		return kinds(a.fact, b.fact)
	case rules.BySpelling:
		return spellings(a.fact, b.fact)
	}
	if rule.Compare.Alike && a.fact.Value.Words != b.fact.Value.Words {
		return outcome{relation: bothTrue, why: "one statement in two wordings"}
	}
	return words(a.fact, b.fact)
}

// oneThing reports whether package weigh says that two figures are of one thing.
func oneThing(a, b *statement) bool { return a.oneThing && b.oneThing }

func figures(rule *rules.Rule, a, b *rules.Fact) outcome {
	o := figuresOfOne(rule, a, b)
	if o.relation == different && o.far && !rule.Compare.Growing {
		o.relation, o.why = incomparable, o.why+", too far to be told of one thing"
	}
	return o
}

// figuresOfOne compares two figures that are of one thing, however far they lie apart.
func figuresOfOne(rule *rules.Rule, a, b *rules.Fact) outcome {
	qa, qb := a.Value.Figure, b.Value.Figure
	if rule.Compare.Limit {
		qa, qb = unbounded(qa), unbounded(qb)
	}
	if elided(a, b) {
		return outcome{relation: same, why: fmt.Sprintf("%s and %s, the same figure with its rate left out once", interval.Figure(qa, a.Value.Unit), interval.Figure(qb, b.Value.Unit))}
	}
	if seaMiles(a.Value.Unit, b.Value.Unit) && qa.Low == qb.Low && qa.High == qb.High {
		return outcome{relation: same, why: fmt.Sprintf("%s in both, for miles at sea are nautical ones", interval.Figure(qa, a.Value.Unit))}
	}
	unit := a.Value.Unit
	if !rule.Compare.Alike && rateLeftOut(a.Value.Unit, b.Value.Unit) || scaleLeftOut(a, b) {
		unit = longer(a.Value.Unit, b.Value.Unit)
	} else if a.Value.Unit != b.Value.Unit && rule.Compare.By == rules.ByFigure && a.Value.Kind != mention.Number && b.Value.Kind != mention.Number {
		var ok bool
		if m, n := months(a.Value.Unit), months(b.Value.Unit); m*n > 0 && qa.Known() && qb.Known() && !rule.Compare.Alike {
			qa, qb, unit = multiplied(qa, m), multiplied(qb, n), "month" // the key says that they are of one thing
		} else if qa, qb, unit, ok = oneMeasure(qa, qb, a.Value.Unit, b.Value.Unit); !ok {
			return outcome{relation: incomparable, why: fmt.Sprintf("different units: %s and %s", a.Value.Unit, b.Value.Unit)}
		}
	}
	if rule.Compare.Complements() && a.Kept != b.Kept {
		if b.Kept {
			qa, qb = qb, qa
		}
		return complements(qa, qb, unit)
	}
	ia, ib := interval.Of(qa, rule.Compare.Exact), interval.Of(qb, rule.Compare.Exact)
	if measured(a.Value.Kind) {
		ia, ib = coarser(ia, qa, qb), coarser(ib, qb, qa)
	}
	switch {
	case qa.Low == qb.Low && qa.High == qb.High && qa.Bound == qb.Bound:
		return outcome{relation: same, why: interval.Figure(qa, unit) + " in both"}
	case ia.Touches(ib) && !neighbours(qa, qb, ia, ib):
		return outcome{relation: bothTrue, gap: "0", why: fmt.Sprintf("%s and %s overlap", spelt(qa, ia, unit), spelt(qb, ib, unit))}
	}
	gap := ia.Gap(ib)
	if greatest := max(math.Abs(middle(qa)), math.Abs(middle(qb))); rule.Compare.Tolerance.Allows(gap, greatest) {
		return tolerated(rule, gap, fmt.Sprintf("%s and %s are %s apart", spelt(qa, ia, unit), spelt(qb, ib, unit), interval.Number(gap)))
	}
	return outcome{relation: different, far: unlikelyOne(a.Value.Kind, qa, qb), gap: interval.Number(gap), why: fmt.Sprintf("%s and %s are %s apart", spelt(qa, ia, unit), spelt(qb, ib, unit), interval.Number(gap))}
}

// seaMiles reports a nautical mile and one of which the text does not say of which kind
// it is.
func seaMiles(x, y string) bool {
	return x == "mile" && y == "nautical mile" || x == "nautical mile" && y == "mile"
}

// neighbours reports two figures rounded alike that lie one step of their rounding
// apart, 340,000 and 350,000: no value but the one halfway rounds to both.
func neighbours(a, b mention.Quantity, x, y interval.Interval) bool {
	plain := func(q mention.Quantity) bool {
		return q.Bound == mention.Exact && !q.Approx && !q.Vague && q.Low == q.High
	}
	const hair = 1e-3 // of a step, for sums of floats
	return plain(a) && plain(b) && a.Step == b.Step && a.Low != b.Low && min(x.High, y.High)-max(x.Low, y.Low) < hair*a.Step
}

// spelt writes a figure with the interval for which it stands, where that is
// not plain from the figure: "~80% (75 to 85)", "11 or more people".
func spelt(q mention.Quantity, i interval.Interval, unit string) string {
	s := interval.Figure(q, unit)
	if i.Low == i.High || q.Bound >= mention.AtLeast && !q.Approx || q.Bound == mention.Exact && i.Low == q.Low && i.High == q.High {
		return s
	}
	return s + " (" + i.String() + ")"
}

// oneMeasure turns the figure with the greater unit into the other unit, whichever stands
// first: an hour and a half is 90 minutes, and not 70 minutes some 1.2 hours.
func oneMeasure(x, y mention.Quantity, of, other string) (a, b mention.Quantity, unit string, ok bool) {
	if one, _ := quantity.Convert(1, of, other); one > 1 {
		x, ok = convert(x, of, other)
		return x, y, other, ok
	}
	y, ok = convert(y, other, of)
	return x, y, of, ok
}

// months is how many months a unit of time has, 0 for other units.
func months(unit string) float64 {
	switch unit {
	case "month":
		return 1
	case "year":
		return 12
	}
	return 0
}

// multiplied is a figure in a unit of which it has n times as many.
func multiplied(q mention.Quantity, n float64) mention.Quantity {
	q.Low, q.High, q.Step = q.Low*n, q.High*n, q.Step*n
	return q
}

// convert turns a figure into another unit of one dimension. Its step is a
// difference, and so takes no offset where the scales of a temperature differ.
func convert(q mention.Quantity, from, to string) (mention.Quantity, bool) {
	low, ok := quantity.Convert(q.Low, from, to)
	high, _ := quantity.Convert(q.High, from, to)
	next, _ := quantity.Convert(q.Low+q.Step, from, to)
	q.Low, q.High, q.Step = low, high, math.Abs(next-low)
	return q, ok
}

// complements compares the part that one side keeps with the part that the
// other side holds.
func complements(qa, qb mention.Quantity, unit string) outcome {
	const whole = 100
	ia, ib := interval.Of(qa, false), interval.Of(qb, false)
	rest := ib.Complement(whole)
	sum := fmt.Sprintf("100 − (%s) = %s", ib, rest)
	if ia.Touches(rest) {
		return outcome{relation: bothTrue, gap: "0", why: fmt.Sprintf("%s kept and %s held by the other side are parts of one whole: %s", spelt(qa, ia, unit), spelt(qb, ib, unit), sum)}
	}
	gap := interval.Number(ia.Gap(rest))
	return outcome{relation: different, gap: gap, why: fmt.Sprintf("%s kept, but %s held by the other side leaves %s: %s apart", spelt(qa, ia, unit), spelt(qb, ib, unit), sum, gap)}
}

func changes(a, b *rules.Fact) outcome {
	show := func(f *rules.Fact) string {
		return interval.Figure(f.Value.From, "") + " → " + interval.Figure(f.Value.Figure, "")
	}
	ends := func(f *rules.Fact) [4]float64 {
		return [4]float64{f.Value.From.Low, f.Value.From.High, f.Value.Figure.Low, f.Value.Figure.High}
	}
	if ends(a) == ends(b) {
		return outcome{relation: same, why: show(a) + " in both"}
	}
	near := func(x, y mention.Quantity) bool { return interval.Of(x, false).Touches(interval.Of(y, false)) }
	if near(a.Value.From, b.Value.From) && near(a.Value.Figure, b.Value.Figure) {
		return outcome{relation: bothTrue, why: fmt.Sprintf("%s and %s overlap at both ends", show(a), show(b))}
	}
	return outcome{relation: different, why: fmt.Sprintf("%s against %s", show(a), show(b))}
}

func dates(a, b *rules.Fact) outcome {
	pa, pb := a.Value.Period, b.Value.Period
	switch {
	case a.Value.Timex != "" && a.Value.Timex == b.Value.Timex:
		return outcome{relation: same, why: a.Value.Timex + " in both"}
	case pa.Known() && pa == pb:
		return outcome{relation: same, why: period(pa) + " in both"}
	case !pa.Known() || !pb.Known():
		return outcome{relation: incomparable, why: fmt.Sprintf("%q and %q cannot both be placed on the calendar", a.Value.Words, b.Value.Words)}
	case pa.From.Before(pb.To) && pb.From.Before(pa.To) && !(ranged(a) && ranged(b)):
		return outcome{relation: bothTrue, why: fmt.Sprintf("%s and %s overlap", period(pa), period(pb))}
	}
	if sameDayOfYear(a, b) {
		return outcome{relation: bothTrue, why: fmt.Sprintf("%q and %q are one day of a year that is not stated in both", a.Value.Words, b.Value.Words)}
	}
	gap := interval.Number(daysApart(a, b))
	return outcome{relation: different, gap: gap + " days", why: fmt.Sprintf("%s and %s are %s days apart", period(pa), period(pb), gap)}
}

// ranged reports whether a text gives both ends of a stretch of time: "between 2019
// and 2021". Two of them with other ends are two stretches, though they overlap.
func ranged(f *rules.Fact) bool { return strings.HasPrefix(f.Value.Timex, "(") }

func period(p mention.Period) string {
	last := p.To.AddDate(0, 0, -1)
	if !last.After(p.From) {
		return p.From.Format("2006-01-02")
	}
	return p.From.Format("2006-01-02") + " to " + last.Format("2006-01-02")
}

// nameSets compares sets of people by the story's entities.
func nameSets(rule *rules.Rule, a, b *statement) outcome {
	missing := func(x, y *statement) (out []string) {
		for i, n := range x.names {
			if !slices.Contains(y.names, n) {
				out = append(out, x.fact.Value.Names[i].Canonical)
			}
		}
		return out
	}
	onlyA, onlyB := missing(a, b), missing(b, a)
	switch {
	case len(onlyA) == 0 && len(onlyB) == 0:
		return outcome{relation: same, why: list(a.fact.Value.Names) + " in both"}
	case len(onlyA) == 0:
		return outcome{relation: bothTrue, why: fmt.Sprintf("one leaves out %s", strings.Join(onlyB, " and "))}
	case len(onlyB) == 0:
		return outcome{relation: bothTrue, why: fmt.Sprintf("one leaves out %s", strings.Join(onlyA, " and "))}
	case rule.Compare.Exclusive && len(onlyA) == len(a.names) && len(onlyB) == len(b.names):
		return outcome{relation: different, why: fmt.Sprintf("%s against %s: no name in common", list(a.fact.Value.Names), list(b.fact.Value.Names))}
	}
	return outcome{relation: incomparable, why: "each names people whom the other leaves out, and both lists may be right"}
}

func list(names []rules.Name) string {
	var out []string
	for _, n := range names {
		out = append(out, n.Canonical)
	}
	return strings.Join(out, " and ")
}

func yesNo(a, b *rules.Fact) outcome {
	if a.Told != nil {
		return done(a, b)
	}
	say := map[rules.Answer]string{rules.Yes: "yes", rules.No: "no"}
	if a.Value.Answer == b.Value.Answer {
		return outcome{relation: same, why: say[a.Value.Answer] + " in both"}
	}
	return outcome{relation: different, why: say[a.Value.Answer] + " against " + say[b.Value.Answer]}
}

func stances(a, b *rules.Fact) outcome {
	x, y := a.Value.Stance, b.Value.Stance
	lo, hi := min(x, y), max(x, y)
	switch {
	case x == y:
		return outcome{relation: same, why: x.String() + " in both"}
	case hi == rules.Rejects && lo <= rules.Open, hi == rules.Undecided && lo == rules.Accepts:
		return outcome{relation: different, why: fmt.Sprintf("%s against %s", x, y)}
	}
	return outcome{relation: bothTrue, why: fmt.Sprintf("%s and %s can both be so", x, y)}
}

func spellings(a, b *rules.Fact) outcome {
	x, y := a.Value.Words, b.Value.Words
	if a.Value.Kind != mention.Person || b.Value.Kind != mention.Person {
		if names.Miswritten(x, y) {
			return outcome{relation: different, why: fmt.Sprintf("%s and %s are one name, and one of them is a slip", x, y)}
		}
		return outcome{relation: same, why: longer(x, y) + " in both"}
	}
	switch names.Compare(x, y) {
	case names.Transliterated:
		return outcome{relation: bothTrue, why: fmt.Sprintf("%s and %s are spellings of one name", x, y)}
	case names.Slip:
		return outcome{relation: different, why: fmt.Sprintf("%s and %s are one name, and one of them is a slip", x, y)}
	}
	if x != y && len(strings.Fields(x)) > 1 && len(strings.Fields(y)) > 1 {
		return outcome{relation: bothTrue, why: fmt.Sprintf("%s and %s are forms of one name", x, y)}
	}
	return outcome{relation: same, why: longer(x, y) + " in both"}
}

// longer returns the longer of two forms of a name or unit.
func longer(a, b string) string {
	if len(b) > len(a) {
		return b
	}
	return a
}

func words(a, b *rules.Fact) outcome {
	if a.Value.Words == b.Value.Words {
		return outcome{relation: same, why: a.Value.Words + " in both"}
	}
	return outcome{relation: bothTrue, why: fmt.Sprintf("%q and %q", a.Value.Words, b.Value.Words)}
}

func sameDay(a, b mention.Period) bool {
	return a.Known() && a == b && a.To.Sub(a.From).Hours() <= 24
}
