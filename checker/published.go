package checker

import (
	"fmt"
	"math"
	"strings"
	"time"

	"github.com/concord-news/concord/rules"
	"github.com/concord-news/concord/rules/mention"
)

const (
	day = 24 * time.Hour
	// sameNews is how far apart two articles may appear for the names of days
	// in them to be held against each other. Pages that are dated anew when
	// they are fetched again have "Sunday" on the wrong day.
	sameNews = 4 * day
	// newsLasts is how far apart two articles may appear for figures, answers
	// and stances in them to be of one time.
	newsLasts = 31 * day
)

// published looks at a difference in the light of when the articles appeared.
func (s *story) published(rule *rules.Rule, a, b *statement, o outcome) outcome {
	pa, pb := s.articles[a.article].Published, s.articles[b.article].Published
	var gap time.Duration
	if pa.Known() && pb.Known() {
		gap = pb.Time.Sub(pa.Time)
	}
	switch rule.Compare.By {
	case rules.ByDate:
		return datesTold(a.fact, b.fact, gap.Abs(), o)
	case rules.ByOffice:
		return left(a.fact, b.fact, gap, o)
	case rules.ByFigure:
		if a.fact.Value.Kind == mention.Age {
			return aged(a.fact, b.fact, gap.Abs(), o)
		}
		if rule.Compare.Growing || rule.Compare.Complements() {
			return o
		}
	case rules.ByPolarity, rules.ByStance:
		o = ended(a.fact, b.fact, gap, o)
	default:
		return o
	}
	if gap.Abs() > newsLasts {
		return outcome{relation: incomparable, gap: o.gap, why: fmt.Sprintf("the articles appeared %.0f days apart", gap.Abs().Hours()/24)}
	}
	return o
}

// byName reports whether a date is told from the day of publication: "Sunday",
// "last month".
func byName(f *rules.Fact) bool { return !strings.ContainsAny(f.Value.Words, "0123456789") }

// byNight are words of which nobody knows on which side of midnight the writer
// stood.
var byNight = []string{"today", "tonight", "night", "yesterday", "morning", "overnight"}

// datesTold looks at dates that differ: those told by the name of a day need
// articles of the same days, and those told from the writer's own night or
// morning may be a day off.
func datesTold(a, b *rules.Fact, gap time.Duration, o outcome) outcome {
	if !byName(a) && !byName(b) {
		return o
	}
	switch {
	case long(a.Value.Period) && strings.EqualFold(a.Value.Words, b.Value.Words):
		return outcome{relation: bothTrue, why: fmt.Sprintf("%q in both, and neither says of which year", a.Value.Words)}
	case gap >= day && strings.EqualFold(a.Value.Words, b.Value.Words):
		return outcome{relation: bothTrue, why: fmt.Sprintf("%q in both, told from days of publication that lie far apart", a.Value.Words)}
	case gap > sameNews:
		return outcome{relation: incomparable, gap: o.gap, why: fmt.Sprintf("%q and %q are told from days of publication that lie far apart", a.Value.Words, b.Value.Words)}
	case nextDay(a, b) && (tellsNight(a) || tellsNight(b)):
		return outcome{relation: bothTrue, gap: o.gap, why: fmt.Sprintf("%q and %q are told from either side of a night", a.Value.Words, b.Value.Words)}
	}
	return o
}

func tellsNight(f *rules.Fact) bool {
	words := strings.ToLower(f.Value.Words)
	for _, w := range byNight {
		if strings.Contains(words, w) {
			return true
		}
	}
	return false
}

// nextDay reports whether one date begins where the other ends.
func nextDay(a, b *rules.Fact) bool {
	pa, pb := a.Value.Period, b.Value.Period
	return pa.To.Equal(pb.From) || pb.To.Equal(pa.From)
}

// aged excuses ages that differ by no more than the years between the articles
// and one birthday. Articles of the same month hardly have one between them.
func aged(a, b *rules.Fact, gap time.Duration, o outcome) outcome {
	const year = 365.25 * 24
	apart := math.Abs(a.Value.Figure.Low - b.Value.Figure.Low)
	if gap > newsLasts && apart <= math.Floor(gap.Hours()/year)+1 {
		return outcome{relation: bothTrue, gap: o.gap, why: fmt.Sprintf("%s; the articles appeared %.0f days apart, with a birthday between them", o.why, gap.Hours()/24)}
	}
	return o
}

// left marks an office that the later article says was held before: it was left
// between the articles. In articles of one day a title beside a former one says nothing, as
// outlets go on calling by it who has left.
func left(a, b *rules.Fact, gap time.Duration, o outcome) outcome {
	former, since := b, gap
	if a.Value.Office.Former {
		former, since = a, -gap
	}
	if former.Value.Office.Former && since > day {
		o.why, o.since = o.why+": it was left between the articles", true
	} else if x, y := a.Value.Office, b.Value.Office; x.Former != y.Former {
		o.relation, o.why = bothTrue, o.why+": who has left is still called by the title"
	}
	return o
}
