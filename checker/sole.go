package checker

import (
	"fmt"

	"github.com/concord-news/concord/rules"
)

// ambiguous looks for an article that tells two values of a slot which cannot be
// of one thing: a story of two takeovers has two offers, and what another
// article gives for "the offer" may be either.
func (s *story) ambiguous(rule *rules.Rule, byArticle [][]statement) (judgement, bool) {
	if !rule.Compare.Sole {
		return judgement{}, false
	}
	for _, own := range byArticle {
		for i := range own {
			for k := range i {
				if s.values(rule, &own[k], &own[i]).relation > bothTrue {
					why := fmt.Sprintf("%s tells of more than one: %s and %s", s.name(own[0].article), reading(own[k].fact, rule), reading(own[i].fact, rule))
					return judgement{verdict: NotCompared, why: why}, true
				}
			}
		}
	}
	return judgement{}, false
}
