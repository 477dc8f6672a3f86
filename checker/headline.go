package checker

import "github.com/concord-news/concord/rules"

// headlines lists the figures of headlines that none of their own text bears out:
// each with the one figure of the text that is of the same thing and differs.
func (g *gathering) headlines() []slot {
	var out []slot
	for _, own := range g.in {
		for _, i := range own {
			if k := g.belied(own, i); k >= 0 {
				out = append(out, slot{rule: g.all[i].fact.Rule, statements: []statement{g.all[i], g.all[k]}})
			}
		}
	}
	return out
}

// belied is the figure of an article's text that says other than figure i of its
// headline, -1 for none: the only one of that noun, where no figure of the text
// fits the headline's.
func (g *gathering) belied(own []int, i int) int {
	h := &g.all[i]
	if !h.fact.Title || h.fact.Rule.Compare.By != rules.ByFigure {
		return -1
	}
	found := -1
	for _, k := range own {
		b := &g.all[k]
		if k == i || b.fact.Rule != h.fact.Rule {
			continue
		}
		if g.compare(h.fact.Rule, h, b).relation <= bothTrue {
			return -1
		}
		if b.fact.Title || !g.sameThing(i, k) {
			continue
		}
		if found >= 0 {
			return -1
		}
		found = k
	}
	if found < 0 || g.compare(h.fact.Rule, h, &g.all[found]).relation != different || !g.belies(link{i, found, g.profiles[i].likeness(&g.profiles[found])}) {
		return -1
	}
	return found
}

// sameThing reports whether two figures are of one noun.
func (g *gathering) sameThing(i, k int) bool {
	p, q := &g.profiles[i], &g.profiles[k]
	return p.head() != "" && !g.catalog.Deeds.Vague(p.head()) && relatedWords(p.head(), q.head())
}

// belies reports whether nothing tells a headline's figure and the text's apart.
func (g *gathering) belies(l link) bool {
	p, q := &g.profiles[l.a], &g.profiles[l.b]
	a, b := g.all[l.a].fact, g.all[l.b].fact
	switch {
	case a.Value.Figure.Vague, b.Value.Figure.Vague, a.Negated != b.Negated, one(a), one(b), moves(p):
		return false
	case otherDeed(p, q), g.bothKeyed(l), contrast(p, q), farOff(a, b), lacks(p, q), lacks(q, p):
		return false
	}
	return tied(p, q) || l.likeness >= likeStrong
}
