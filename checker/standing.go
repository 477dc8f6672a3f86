package checker

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/concord-news/concord/checker/reference"
	"github.com/concord-news/concord/rules"
	"github.com/concord-news/concord/rules/lexicon"
	"github.com/concord-news/concord/rules/mention"
)

// coverage is how the time of a line and the time of a statement lie.
type coverage uint8

const (
	wholly   coverage = iota // the line holds for all of the statement's time
	partly                   // for a part of it
	earlier                  // the statement's time lies before the line's
	later                    // and after it
	timeless                 // the statement has no known time
)

func covers(line *reference.Fact, t mention.Period) coverage {
	p := line.Period
	switch {
	case p.From.IsZero() && p.To.IsZero():
		return wholly
	case !t.Known():
		return timeless
	case !p.From.IsZero() && !t.To.After(p.From):
		return earlier
	case !p.To.IsZero() && !t.From.Before(p.To):
		return later
	case !p.From.IsZero() && t.From.Before(p.From), !p.To.IsZero() && t.To.After(p.To):
		return partly
	}
	return wholly
}

// hold holds a statement against a line about the same fact.
func (s *story) hold(line *reference.Fact, st *statement, t mention.Period) *Against {
	at := covers(line, t)
	out := &Against{Fact: line}
	if st.fact.Rule.Compare.By == rules.ByOffice {
		out.Standing, out.Why = holdOffice(line, st.fact, at)
	} else {
		out.Standing, out.Why = s.holdValue(line, st, at)
	}
	if out.Standing == Contradicts && at == partly {
		out.Standing, out.Why = Apart, out.Why+"; the reference holds for a part of that time alone"
	}
	if out.Standing != Apart && t.Known() && line.When() != "" {
		out.Why = "on " + period(t) + ": " + out.Why
	}
	if out.Standing == Contradicts && !st.fact.Voice.Own {
		out.Why += ", in the words of " + cmp.Or(st.fact.Voice.Speaker, "an unnamed speaker")
	}
	return out
}

// notThen says why a line says nothing of a statement's time, "" where it does.
func notThen(line *reference.Fact, at coverage) string {
	switch at {
	case earlier, later:
		return "the reference holds " + line.When()
	case timeless:
		return "it is not known of when the article speaks, and the reference holds " + line.When()
	}
	return ""
}

func (s *story) holdValue(line *reference.Fact, st *statement, at coverage) (Standing, string) {
	if why := notThen(line, at); why != "" {
		return Apart, why
	}
	a, b := st.fact, &line.Stated
	switch {
	case planned(a.Modality):
		return Apart, "the article speaks of a plan or possibility"
	case measured(a.Value.Kind) != measured(b.Value.Kind) && (a.Value.Kind == mention.Number || b.Value.Kind == mention.Number):
		return Apart, "one of the two has a unit, the other none"
	}
	switch a.Rule.Compare.By {
	case rules.ByNames:
		return holdNames(a, b)
	case rules.ByPlace:
		return holdPlace(a, b)
	case rules.ByDate:
		if why := datesApart(a, b); why != "" {
			return Apart, why
		}
	}
	o := s.values(a.Rule, st, &statement{article: st.article, fact: b})
	return [...]Standing{same: Agrees, bothTrue: Fits, incomparable: Apart, different: Contradicts}[o.relation], o.why
}

// holdOffice: an office held before is no office held, and one that the
// reference has as ended is held no longer.
func holdOffice(line *reference.Fact, f *rules.Fact, at coverage) (Standing, string) {
	a, b := f.Value.Office, line.Stated.Value.Office
	alike := a.Title == b.Title || a.Class == b.Class
	switch {
	case a.Scope != "" && b.Scope != "" && a.Scope != b.Scope:
		return Apart, "the offices belong to different countries or bodies"
	case a.Former && !alike:
		return Apart, "the article speaks of an office held before"
	case a.Former && at == later:
		return Agrees, "former " + a.Title + ", and the reference has it " + line.When()
	case a.Former && at == wholly && line.When() != "":
		return Contradicts, "former " + a.Title + ", but the reference has the office held"
	case at == later && alike && !a.Former:
		return Contradicts, a.Title + ", but the reference has the office held " + line.When() + " alone"
	}
	if why := notThen(line, at); why != "" {
		return Apart, why
	}
	o := offices(f, &line.Stated)
	return [...]Standing{same: Agrees, bothTrue: Fits, incomparable: Apart, different: Contradicts}[o.relation], o.why
}

func holdNames(a, b *rules.Fact) (Standing, string) {
	missing := func(x, y []rules.Name) (out []string) {
		for _, n := range x {
			if !slices.ContainsFunc(y, func(m rules.Name) bool { return onePerson(n.Canonical, m.Canonical) }) {
				out = append(out, n.Canonical)
			}
		}
		return out
	}
	more, fewer := missing(a.Value.Names, b.Value.Names), missing(b.Value.Names, a.Value.Names)
	switch {
	case len(more) == 0 && len(fewer) == 0:
		return Agrees, list(a.Value.Names) + " in both"
	case len(more) == 0:
		return Fits, "the article leaves out " + strings.Join(fewer, " and ")
	case len(fewer) == 0:
		return Fits, "the reference leaves out " + strings.Join(more, " and ")
	case a.Rule.Compare.Exclusive && len(more) == len(a.Value.Names) && len(fewer) == len(b.Value.Names):
		return Contradicts, fmt.Sprintf("%s against %s: no name in common", list(a.Value.Names), list(b.Value.Names))
	}
	return Apart, "each names people whom the other leaves out, and both lists may be right"
}

func holdPlace(a, b *rules.Fact) (Standing, string) {
	x, y := a.Value.Names[0].Canonical, b.Value.Names[0].Canonical
	switch {
	case lexicon.Fold(x) == lexicon.Fold(y):
		return Agrees, x + " in both"
	case within(x, y), within(y, x):
		return Fits, fmt.Sprintf("%s and %s: one lies in the other", x, y)
	}
	return Apart, fmt.Sprintf("whether %s and %s are one place is not known", x, y)
}
