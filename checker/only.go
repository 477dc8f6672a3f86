package checker

import (
	"github.com/concord-news/concord/rules"
)

// Two figures are told of one thing where each is the only one of its sort in its
// article: of its noun, or of what its unit measures.

// onlyRatio is the ratio below which two figures are told of one thing where each is the
// only one of it.
const onlyRatio = 2

// only reports whether two articles each give one figure of the kind of one
// thing, and say no different deeds of it: "Turnout was 38 percent" beside
// "Turnout reached 42 percent". The noun must tell which thing is meant.
func (g *gathering) only(l link) bool {
	p, q, rule := &g.profiles[l.a], &g.profiles[l.b], g.all[l.a].fact.Rule
	if !sameThing(p.head(), q.head()) || g.catalog.Deeds.Vague(p.head()) || otherDeed(p, q) || timesApart(g.all[l.a].fact, g.all[l.b].fact) >= onlyRatio {
		return false
	}
	return g.alone(l, func(i int) bool {
		h := g.profiles[i].head()
		return g.all[i].fact.Rule == rule && (sameThing(h, p.head()) || sameThing(h, q.head()))
	})
}

// alone reports whether the articles of a link state no other figure than those
// of the link among the statements that of picks.
func (g *gathering) alone(l link, of func(i int) bool) bool {
	for _, k := range [2]int{l.a, l.b} {
		for _, i := range g.in[g.all[k].article] {
			if !sameFigure(g.all[i].fact, g.all[k].fact) && of(i) {
				return false
			}
		}
	}
	return true
}

// distance reports whether a measure is told from a point.
func distance(p *profile) bool { return p.head() == rules.AttributeOf+"distance" }

// fell reports whether a measure is what something fell to, later than its height: "the
// wind had dropped to 60 km/h".
func fell(p *profile) bool {
	t := p.first(rules.Predicate)
	if t == nil {
		return false
	}
	switch t.value {
	case "fall", "drop", "sink", "slow", "slow down", "ease", "abate", "cut", "reduce", "lower":
		return true
	}
	return false
}

// sole reports whether two measures are the only ones of their dimension in their
// articles: a story that gives one speed gives that of one thing, whatever it
// calls it, and one that gives one length mostly does, if the words around have
// anything in common.
func (g *gathering) sole(l link) bool {
	a, b := g.all[l.a].fact, g.all[l.b].fact
	p, q := &g.profiles[l.a], &g.profiles[l.b]
	if standard(p) != standard(q) || fell(p) != fell(q) || !rates(a, b) && (!oneDimension(a, b) || l.likeness < likeSole || distance(p) || distance(q) || saidOnce(p, q) && twoHeads(p, q) || contrast(p, q) || g.otherSubject(p, q)) {
		return false
	}
	return g.alone(l, func(i int) bool { return oneDimension(g.all[i].fact, a) })
}
