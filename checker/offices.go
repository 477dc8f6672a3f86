package checker

import (
	"fmt"
	"slices"
	"strings"

	"github.com/concord-news/concord/rules"
	"github.com/concord-news/concord/rules/lexicon"
	"github.com/concord-news/concord/rules/names"
)

// offices compares the offices that two articles give to one person. Who is
// chairman of one body may be chief executive of another, and where an article
// has both offices, both are held.
func (s *story) offices(a, b *statement) outcome {
	o := offices(a.fact, b.fact)
	if o.relation != different {
		return o
	}
	x, y := a.fact.Value.Office, b.fact.Value.Office
	switch {
	case x.Former != y.Former:
	case x.BodyEntity > 0 && y.BodyEntity > 0 && s.entity(a.article, x.BodyEntity) != s.entity(b.article, y.BodyEntity):
		return outcome{relation: incomparable, why: fmt.Sprintf("one is of %s, the other of %s", x.Body, y.Body)}
	case s.holdsBoth(a, x.Class, y.Class):
		return outcome{relation: bothTrue, why: fmt.Sprintf("an article has %s as %s and %s", a.fact.Key[0].Show, x.Title, y.Title)}
	}
	return o
}

// holdsBoth reports whether one article says that the person of a statement
// holds offices of two classes.
func (s *story) holdsBoth(of *statement, x, y string) bool {
	for i, g := range s.readings {
		var classes []string
		for k := range g.Holdings {
			h := &g.Holdings[k]
			if s.entity(i, g.Mentions[h.Person].Entity) == of.key[0] && !h.Negated {
				classes = append(classes, h.Title.Class)
			}
		}
		if slices.Contains(classes, x) && slices.Contains(classes, y) {
			return true
		}
	}
	return false
}

// deputyOf reports whether x is the office of y's deputy where y has one holder:
// deputy mayor, mayor; deputy head gardener, head gardener. A deputy prosecutor is a prosecutor.
func deputyOf(x, y rules.Office) bool {
	_, of, _ := strings.Cut(x.Title, " ")
	first, _, led := strings.Cut(y.Title, " ")
	if led && of == y.Title && names.IsLead(first) {
		return strings.HasPrefix(x.Class, lexicon.Deputy)
	}
	return x.Class == lexicon.Deputy+y.Class && lexicon.OneHolder(y.Class)
}

func offices(a, b *rules.Fact) outcome {
	x, y := a.Value.Office, b.Value.Office
	switch {
	case x.Title == y.Title && x.Former == y.Former:
		return outcome{relation: same, why: x.Title + " in both"}
	case x.Former != y.Former && (x.Title == y.Title || lexicon.OneHolder(x.Class) && x.Class == y.Class):
		return outcome{relation: different, why: fmt.Sprintf("%s against %s", office(x), office(y))}
	case x.Former && y.Former && x.Class == y.Class:
		return outcome{relation: bothTrue, why: fmt.Sprintf("%s and %s say the same", office(x), office(y))}
	case x.Former && y.Former && trades(x, y) && lexicon.Exclude(x.Class, y.Class):
		return outcome{relation: different, why: fmt.Sprintf("%s against %s", office(x), office(y))}
	case x.Former || y.Former:
		return outcome{relation: incomparable, why: "one speaks of an office held before"}
	case x.Scope != "" && y.Scope != "" && x.Scope != y.Scope:
		return outcome{relation: incomparable, why: "the offices belong to different countries or bodies"}
	case lexicon.Exclude(x.Class, y.Class), deputyOf(x, y), deputyOf(y, x):
		return outcome{relation: different, why: fmt.Sprintf("one person is not %s and %s at the same time", x.Title, y.Title)}
	}
	return outcome{relation: bothTrue, why: fmt.Sprintf("%s and %s can be the same person", x.Title, y.Title)}
}

// trades reports whether two offices are occupations.
func trades(x, y rules.Office) bool { return lexicon.Trade(x.Class) && lexicon.Trade(y.Class) }

// tradesOf leaves out the offices of a person whose trades two articles both give: who
// is a councillor in both may still be a retired plumber in one of them alone.
func (s *story) tradesOf(rule *rules.Rule, x, y []statement) (a, b []statement) {
	only := func(all []statement) (out []statement) {
		for _, st := range all {
			if lexicon.Trade(st.fact.Value.Office.Class) {
				out = append(out, st)
			}
		}
		return out
	}
	a, b = only(x), only(y)
	if len(a) == 0 || len(b) == 0 || len(a) == len(x) && len(b) == len(y) {
		return x, y
	}
	if o, _, _ := s.kindest(rule, a, b); o.relation == different {
		return a, b
	}
	return x, y
}
