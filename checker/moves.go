package checker

import (
	"slices"

	"github.com/concord-news/concord/rules/mention"
)

// moves reports whether a figure is of something that goes up and down while
// outlets write of it.
func moves(p *profile) bool {
	switch p.head() {
	case "share", "shares", "stock", "stocks", "price", "index", "yield", "barrel":
		return true
	}
	return false
}

// moved reports whether two figures of what goes up and down are of one thing, so
// that the later one tells of a move: the only ones of their kind that their
// articles give of the shares of one company, and both up or both down.
func (g *gathering) moved(l link) bool {
	p, q := &g.profiles[l.a], &g.profiles[l.b]
	a, b := g.all[l.a].fact, g.all[l.b].fact
	if !sharesName(p, q) || g.bothKeyed(l) || contrast(p, q) || farOff(a, b) {
		return false
	}
	if up, other := p.sides(ways[:]), q.sides(ways[:]); a.Value.Kind == mention.Share && up != other {
		return false
	}
	return g.alone(l, func(i int) bool { return g.all[i].fact.Rule == a.Rule && moves(&g.profiles[i]) })
}

// sharesName reports whether one name stands around both figures.
func sharesName(p, q *profile) bool {
	return slices.ContainsFunc(p.terms, func(a term) bool {
		return a.name != "" && slices.ContainsFunc(q.terms, func(b term) bool { return b.name != "" && !(a.place && b.place) && oneName(a.name, b.name) })
	})
}
