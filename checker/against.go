package checker

import (
	"fmt"
	"slices"
	"strings"

	"github.com/concord-news/concord/checker/reference"
	"github.com/concord-news/concord/rules"
	"github.com/concord-news/concord/rules/lexicon"
	"github.com/concord-news/concord/rules/mention"
)

// Standing is how a value stands to a reference fact.
type Standing uint8

// The standings, the most telling first.
const (
	// Agrees: the same value.
	Agrees Standing = iota
	// Fits: other words or figures that can be true beside the reference.
	Fits
	// Contradicts: it cannot be true where the reference is.
	Contradicts
	// Apart: comparing them would be wrong.
	Apart
)

var standingNames = [...]string{"agrees", "compatible", "contradicts", "not-comparable"}

// String returns the standing as reports write it.
func (s Standing) String() string { return standingNames[s] }

// Standings lists the standings as their constants are ordered.
func Standings() []Standing { return []Standing{Agrees, Fits, Contradicts, Apart} }

// Against is how a value stands to a reference fact at the time of which the
// value speaks.
type Against struct {
	Fact     *reference.Fact
	Standing Standing
	// Why is one sentence.
	Why string
}

// Contradicted reports whether a value of f contradicts a reference fact.
func (f *Finding) Contradicted() bool {
	return slices.ContainsFunc(f.Values, func(v Value) bool { return v.Against != nil && v.Against.Standing == Contradicts })
}

// Reported reports whether f is what an editor asked to be told: outlets
// differ, or one of them contradicts a reference fact.
func (f *Finding) Reported() bool { return f.Verdict.Discrepancy() || f.Contradicted() }

// against holds a statement against the reference facts about its slot. Of
// several the one that holds at its time is taken; nil where there is none.
func (s *story) against(sl *slot, st *statement, fact string) *Against {
	t := s.told(st)
	var best *Against
	for i := range s.references {
		line := &s.references[i]
		if !reads(line, sl.rule) || !s.about(line, sl, fact) {
			continue
		}
		if a := s.hold(line, st, t); best == nil || a.Standing < best.Standing {
			best = a
		}
	}
	if best == nil || best.Standing == Apart {
		if other := s.otherHolder(sl, st, fact, t); other != nil {
			return other
		}
	}
	return best
}

func reads(line *reference.Fact, rule *rules.Rule) bool {
	return slices.ContainsFunc(line.Rules, func(r *rules.Rule) bool { return r.Name == rule.Name })
}

// about reports whether a line is about the fact of a slot: they have the same
// name, or the slot is about one whom the line names otherwise. A fact without
// a subject of its own has the story for it.
func (s *story) about(line *reference.Fact, sl *slot, fact string) bool {
	attribute, subject, ok := strings.Cut(fact, " · ")
	if !ok {
		subject = s.Name
	}
	if line.Attribute != sl.rule.Name && lexicon.Fold(line.Attribute) != lexicon.Fold(attribute) {
		return false
	}
	if lexicon.Fold(line.Subject) == lexicon.Fold(subject) {
		return true
	}
	return len(sl.rule.Key) == 1 && s.calls(&sl.statements[0], line.Subject)
}

// calls reports whether the one key part of a statement is called name in some
// article of the story.
func (s *story) calls(st *statement, name string) bool {
	id, ok := s.registry.ID(st.article, st.fact.Key[0].Entity)
	if !ok || st.fact.Key[0].Entity == 0 {
		return false
	}
	e := &s.registry.Entities[id]
	for _, v := range e.Variants {
		if e.Kind == mention.Person && onePerson(v.Form, name) || lexicon.Fold(v.Form) == lexicon.Fold(name) {
			return true
		}
	}
	return false
}

// onePerson reports whether two forms of a name can be one person's: the same
// last name, and the same first name where both have one.
func onePerson(a, b string) bool {
	x, y := strings.Fields(lexicon.Fold(a)), strings.Fields(lexicon.Fold(b))
	if len(x) == 0 || len(y) == 0 || x[len(x)-1] != y[len(y)-1] {
		return false
	}
	return len(x) == 1 || len(y) == 1 || x[0] == y[0]
}

// told is the time of which a statement speaks, or else the day on which its
// article appeared; zero where neither is known.
func (s *story) told(st *statement) mention.Period {
	if st.fact.AsOf.Known() && st.fact.Rule.Compare.By != rules.ByDate {
		return st.fact.AsOf
	}
	p := s.articles[st.article].Published
	if !p.Known() {
		return mention.Period{}
	}
	from := p.Time.UTC().Truncate(day)
	return mention.Period{From: from, To: from.Add(day)}
}

// otherHolder finds a line by which somebody else holds the office that a
// statement gives to a person, where one person at a time holds it.
func (s *story) otherHolder(sl *slot, st *statement, fact string, t mention.Period) *Against {
	o := st.fact.Value.Office
	kind, _ := lexicon.OfficeOf(lexicon.Key(o.Title))
	if sl.rule.Compare.By != rules.ByOffice || o.Former || o.Scope == "" || !kind.Exclusive {
		return nil
	}
	for i := range s.references {
		line := &s.references[i]
		b := line.Stated.Value.Office
		if !reads(line, sl.rule) || s.about(line, sl, fact) || b.Scope != o.Scope || b.Class != o.Class || !throughout(line, t) {
			continue
		}
		why := fmt.Sprintf("%s, but by the reference %s is %s", o.Title, line.Subject, line.Value)
		return &Against{Fact: line, Standing: Contradicts, Why: "on " + period(t) + ": " + why}
	}
	return nil
}

// throughout reports whether a line holds for all of a time, the day on which
// offices change hands apart.
func throughout(line *reference.Fact, t mention.Period) bool {
	p := line.Period
	return t.Known() && (p.From.IsZero() || t.From.After(p.From)) && (p.To.IsZero() || t.To.Before(p.To)) && !(p.From.IsZero() && p.To.IsZero())
}
