package checker

import (
	"fmt"

	"github.com/concord-news/concord/checker/interval"
	"github.com/concord-news/concord/rules"
	"github.com/concord-news/concord/rules/mention"
	"github.com/concord-news/concord/rules/text"
)

// within looks for an article that contradicts itself: a headline that none of
// its own text bears out, two spellings of one name of which one must be a
// slip, or a figure that it says was put otherwise before. The zero judgement says that
// there is none.
func (s *story) within(sl *slot) (judgement, bool) {
	for _, own := range split(sl.statements) {
		if sl.rule.Compare.By == rules.BySpelling {
			if o, ok := s.slip(sl.rule, own); ok {
				return judgement{verdict: Conflict, why: fmt.Sprintf("%s itself: %s", s.name(own[0].article), o.why)}, true
			}
			continue
		}
		if o, ok := s.putRight(sl.rule, own); ok {
			return judgement{verdict: Changed, gap: o.gap, why: fmt.Sprintf("%s says that the figure was another before: %s", s.name(own[0].article), o.why)}, true
		}
		var head, body []statement
		for _, st := range own {
			if st.fact.Title {
				head = append(head, st)
			} else {
				body = append(body, st)
			}
		}
		if len(head) == 0 || len(body) == 0 {
			continue
		}
		if o, a, b := s.kindest(sl.rule, head, body); o.relation == different {
			why := fmt.Sprintf("the headline of %s and its own text: %s", s.name(own[0].article), o.why)
			return judgement{verdict: Conflict, why: why, gap: o.gap, on: [2]*rules.Fact{a.fact, b.fact}}, true
		}
	}
	return judgement{}, false
}

// slip finds two spellings in one article's statements that are not
// transliterations of each other.
func (s *story) slip(rule *rules.Rule, own []statement) (outcome, bool) {
	for i := range own {
		for k := range i {
			if o := s.compare(rule, &own[k], &own[i]); o.relation == different {
				return o, true
			}
		}
	}
	return outcome{}, false
}

// putRight finds two figures in one sentence of which the first is said to have been given
// before: "had previously put it at 900, but only 80 were hurt".
func (s *story) putRight(rule *rules.Rule, own []statement) (outcome, bool) {
	if rule.Compare.By != rules.ByFigure {
		return outcome{}, false
	}
	for i := range own {
		for k := range i {
			a, b := &own[k], &own[i]
			if a.fact.Sentence != b.fact.Sentence || !s.saidBefore(a) || s.saidBefore(b) || a.fact.Value.Unit != b.fact.Value.Unit && a.fact.Value.Kind != mention.Number {
				continue
			}
			if before, now := stated(a), stated(b); !before.Touches(now) {
				return outcome{gap: interval.Number(before.Gap(now)), why: fmt.Sprintf("%s before and %s now", interval.Figure(a.fact.Value.Figure, a.fact.Value.Unit), interval.Figure(b.fact.Value.Figure, b.fact.Value.Unit))}, true
			}
		}
	}
	return outcome{}, false
}

// beforeWords say that a figure was given before.
var beforeWords = map[string]bool{"previously": true, "originally": true, "initially": true, "earlier": true, "formerly": true}

// beforeWithin is within how many words before a figure such a word stands.
const beforeWithin = 12

// saidBefore reports whether a figure is said to have been given before.
func (s *story) saidBefore(st *statement) bool {
	return s.follows(st, beforeWords, beforeWithin, func(t *text.Token) bool { return t.Tag == text.PUNCT && t.Lower != "\"" })
}

// follows reports whether one of the words stands before a figure in its sentence, within so
// many words of it and with none between at which the search stops.
func (s *story) follows(st *statement, words map[string]bool, within int, stops func(t *text.Token) bool) bool {
	d := s.readings[st.article].Doc
	for k := st.fact.Token - 1; k >= max(0, st.fact.Token-within); k-- {
		switch t := &d.Tokens[k]; {
		case t.Start < st.fact.Sentence.Start, stops(t):
			return false
		case words[t.Lower]:
			return true
		}
	}
	return false
}
