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
	links := g.linked(func(i int, w *wording) {
		w.text(g.all[i].key[0])
		w.flags(all[i].Direct, all[i].Negated)
		w.number(len(all[i].Figures))
		for _, q := range all[i].Figures {
			w.figure(q)
		}
	}, func(l link) bool {
		a, b := &all[l.a], &all[l.b]
		if g.all[l.a].key[0] != g.all[l.b].key[0] || a.Direct && b.Direct || a.Negated != b.Negated || otherFigures(a.Figures, b.Figures) {
			return false
		}
		return l.likeness >= likeReported
	})
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
