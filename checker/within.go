package checker

import (
	"fmt"

	"github.com/concord-news/concord/rules"
)

// within looks for an article that contradicts itself: a headline that none of
// its own text bears out, or two spellings of one name of which one must be a
// slip. The zero judgement says that there is none.
func (s *story) within(sl *slot) (judgement, bool) {
	for _, own := range split(sl.statements) {
		if sl.rule.Compare.By == rules.BySpelling {
			if o, ok := s.slip(sl.rule, own); ok {
				return judgement{verdict: Conflict, why: fmt.Sprintf("%s itself: %s", s.name(own[0].article), o.why)}, true
			}
			continue
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
