package checker

import (
	"fmt"

	"github.com/concord-news/concord/rules"
	"github.com/concord-news/concord/rules/clause"
	"github.com/concord-news/concord/rules/mention"
)

// refuse says why two values that differ must not be held against each other,
// "" where nothing stands in the way.
func (s *story) refuse(rule *rules.Rule, x, y *statement) string {
	if why := s.otherOccasion(rule, x, y); why != "" {
		return why
	}
	if rule.Compare.Partial && s.daysApart(x, y) {
		return "who wrote that there was nobody may have been right on that day"
	}
	if by := rule.Compare.By; x.fact.Told == nil && (by == rules.ByPolarity || by == rules.ByStance || x.fact.Context != nil && x.fact.Value.Kind == mention.Measure) && s.otherTime(x, y) {
		return "one speaks of an earlier time"
	}
	if rule.Compare.SameDay && !s.oneHolder(x, y) {
		return "they are not said of one day"
	}
	return s.deedsApart(rule, x, y)
}

// planOrFact is why a plan is not held against a fact. Package weigh has it as a clue.
const planOrFact = "one speaks of a plan or possibility, the other of a fact"

// otherOccasion says why two statements are of two times, or one of a plan and one of a
// fact, "" where they may be of one.
func (s *story) otherOccasion(rule *rules.Rule, x, y *statement) string {
	a, b := x.fact, y.fact
	if !anyMood(rule) && planned(a.Modality) != planned(b.Modality) && !property(a) && !property(b) && (!anyFigure(rule) || came(a) || came(b)) {
		return planOrFact
	}
	if rule.Compare.Partial && !nobody(a, b) {
		if rule.Compare.By == rules.ByDate {
			return "people are killed and injured on several days"
		}
		return "each counts the people of whom it tells, and may leave others out"
	}
	if rule.Compare.By == rules.ByDate {
		if rule.Compare.Once || rule.Compare.Alike && long(a.Value.Period) && long(b.Value.Period) {
			return "" // two years or months told of one deed of one thing
		}
		if onePlan(a) && onePlan(b) || s.bothAhead(rule, x, y) {
			return "" // what is to be done once is to be done on one day
		}
		return datesApart(a, b)
	}
	if apart(a.AsOf, b.AsOf) {
		return fmt.Sprintf("one speaks of %s, the other of %s", asOf(a), asOf(b))
	}
	return ""
}

// anyFigure reports whether a rule reads figures whatever they are of. Where two outlets
// tell of one plan, one of them often tells of it as of a fact, though not of the past.
func anyFigure(rule *rules.Rule) bool {
	return rule.Compare.Alike || rule.Fallback && rule.Compare.By == rules.ByFigure
}

// came reports whether a fact is of what came of plans.
func came(f *rules.Fact) bool { return f.Past && !planned(f.Modality) }

// anyMood reports whether a rule's values are the same in a plan and in a fact.
func anyMood(rule *rules.Rule) bool {
	c := &rule.Compare
	return c.By == rules.ByStance || c.By == rules.ByDenial || c.Limit || c.Moving && c.By != rules.ByPolarity || c.Fixed
}

func planned(m clause.Modality) bool { return m != clause.Asserted }

// apartDays is how far apart two stated times must be for statements to be
// about different times: within a month, outlets speak of one news story.
const apartDays = 31

func apart(a, b mention.Period) bool {
	if !a.Known() || !b.Known() {
		return false
	}
	if long(a) && long(b) && (!a.From.Before(b.To) || !b.From.Before(a.To)) {
		return true // 2030 and 2031
	}
	return a.From.After(b.To.AddDate(0, 0, apartDays)) || b.From.After(a.To.AddDate(0, 0, apartDays))
}

// long reports whether a period is a month or more, so that two of them are two
// times and not two days of one story.
func long(p mention.Period) bool { return p.To.Sub(p.From) >= 28*day }

// asOf is the day or year of which a fact speaks, "" where it does not say.
func asOf(f *rules.Fact) string {
	switch p := f.AsOf; {
	case !p.Known():
		return ""
	case p.To.Sub(p.From).Hours() > 24*31:
		return p.From.Format("2006")
	default:
		return p.From.Format("2006-01-02")
	}
}
