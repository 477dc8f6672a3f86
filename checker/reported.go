package checker

import (
	"slices"

	"github.com/concord-news/concord/checker/interval"
	"github.com/concord-news/concord/rules"
	"github.com/concord-news/concord/rules/mention"
)

// likeReported is how alike two statements of one speaker must be, as a cosine, to
// be one statement in two wordings. Tuned on the stories that were looked at.
const likeReported = 0.3

// reported makes the slots of statements that two articles give as one speaker's,
// at least one of them without quotation marks: what is quoted twice is compared
// word for word.
func (n *naming) reported() []slot {
	rule := n.catalog.Reading(rules.FromSpeech)
	if rule == nil {
		return nil
	}
	g := &gathering{story: n.story}
	var all []rules.Reported
	for i, reader := range n.readers {
		for _, r := range reader.Reported(rule) {
			all = append(all, r)
			n.add(g, i, &r.Fact)
		}
	}
	g.read = make([]*slot, len(g.all))
	var links []link
	for i := range g.all {
		for j := i + 1; j < len(g.all); j++ {
			a, b := &g.all[i], &g.all[j]
			if a.article == b.article || a.key[0] != b.key[0] || all[i].Direct && all[j].Direct || all[i].Negated != all[j].Negated || otherFigures(all[i].Figures, all[j].Figures) {
				continue
			}
			if l := g.profiles[i].likeness(&g.profiles[j]); l >= likeReported {
				links = append(links, link{i, j, l})
			}
		}
	}
	slices.SortFunc(links, byLikeness)
	for _, l := range links {
		g.join(l, g.unshared)
	}
	return g.slots()
}

// otherFigures reports two lists of figures of which no two can be the same.
func otherFigures(a, b []mention.Quantity) bool {
	return len(a) > 0 && len(b) > 0 && !slices.ContainsFunc(a, func(x mention.Quantity) bool {
		return slices.ContainsFunc(b, func(y mention.Quantity) bool { return interval.Of(x, false).Touches(interval.Of(y, false)) })
	})
}
