package checker

import (
	"fmt"
	"slices"

	"github.com/concord-news/concord/rules"
	"github.com/concord-news/concord/rules/mention"
)

// datesApart refuses dates that lie more than a month apart, for there may be
// two events, unless they are the same day or month of two years: then one year
// is a slip, for what happens again seldom keeps to the month.
func datesApart(a, b *rules.Fact) string {
	pa, pb := a.Value.Period, b.Value.Period
	if !apart(pa, pb) {
		return ""
	}
	days := func(p mention.Period) bool { return p.To.Sub(p.From) <= day }
	months := func(p mention.Period) bool { return p.To.Sub(p.From) <= apartDays*day }
	if pa.From.Month() == pb.From.Month() && months(pa) && months(pb) {
		if !days(pa) || !days(pb) || pa.From.Day() == pb.From.Day() {
			return ""
		}
	}
	return fmt.Sprintf("one speaks of %s, the other of %s", period(pa), period(pb))
}

// seasonDays is how long the longest season is.
const seasonDays = 92

// onePlan reports a date on which one thing is to be done to one thing: "plans to seek
// approval in June". A year and what is no more than possible say too little.
func onePlan(f *rules.Fact) bool {
	t := f.Told
	return t != nil && !t.Noun && f.Modality.Intended() &&
		t.Patient.Value != "" && !t.Patient.Plural && !t.Patient.Some && f.Value.Period.To.Sub(f.Value.Period.From) <= seasonDays*day
}

// aheadDays is how far apart two days may lie on which one thing is to come: half a year.
const aheadDays = 184

// bothAhead reports two days or months to come that outlets give for one thing of which
// a story has one: though they lie months apart, it comes once. "Takes effect on 1 July"
// is as much of what is to come as "will take effect".
func (s *story) bothAhead(rule *rules.Rule, x, y *statement) bool {
	if !rule.Compare.Fixed || !rule.Compare.Sole {
		return false
	}
	ahead := func(st *statement) bool {
		p, period := s.articles[st.article].Published, st.fact.Value.Period
		return p.Known() && period.From.After(p.Time) && period.To.Sub(period.From) <= apartDays*day
	}
	gap := x.fact.Value.Period.From.Sub(y.fact.Value.Period.From).Abs()
	return ahead(x) && ahead(y) && gap <= aheadDays*day
}

// finest drops from each article the dates that it states more exactly
// elsewhere: the year beside the month, "two years ago" beside the day.
func finest(byArticle [][]statement) [][]statement {
	out := make([][]statement, len(byArticle))
	for i, own := range byArticle {
		for k := range own {
			p := own[k].fact.Value.Period
			finer := slices.ContainsFunc(own, func(s statement) bool { return holds(p, s.fact.Value.Period) })
			if !finer {
				out[i] = append(out[i], own[k])
			}
		}
	}
	return out
}

// holds reports whether q is known and lies within p, which is longer or not
// known.
func holds(p, q mention.Period) bool {
	if !q.Known() {
		return false
	}
	return !p.Known() || !q.From.Before(p.From) && !p.To.Before(q.To) && q.To.Sub(q.From) < p.To.Sub(p.From)
}

// sameDayOfYear reports whether two days or months are one of the calendar in two
// years, of which an article does not state its own: it is then taken from the day
// of publication, and "on Nov. 2" in an article of years later is no other day.
func sameDayOfYear(a, b *rules.Fact) bool {
	x, y := a.Value.Period, b.Value.Period
	if !x.Known() || !y.Known() || x.To.Sub(x.From) > apartDays*day || y.To.Sub(y.From) > apartDays*day || statesYear(a.Value.Words) && statesYear(b.Value.Words) {
		return false
	}
	years := y.From.Year() - x.From.Year()
	from, to := x.From.AddDate(years, 0, 0), x.To.AddDate(years, 0, 0)
	return years != 0 && from.Before(y.To) && y.From.Before(to)
}

// statesYear reports whether the words of a date have a year in four digits.
func statesYear(s string) bool {
	run := 0
	for i := range len(s) {
		if s[i] < '0' || s[i] > '9' {
			run = 0
		} else if run++; run == 4 {
			return true
		}
	}
	return false
}
