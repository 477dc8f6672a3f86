package checker

import (
	"slices"
	"strings"

	"github.com/concord-news/concord/checker/verify/thesaurus"
	"github.com/concord-news/concord/rules"
)

// contrast reports whether the words around two figures tell them apart: each
// phrase has a modifier that the other lacks, the clauses name others who do it
// or other places, they say contrary things or speak of other sides, or one alone is what
// figures are held against, or what somebody wants.
func contrast(p, q *profile) bool {
	return lacks(p, q) && lacks(q, p) || opposed(p, q)
}

// opposed is contrast without modifiers, of which any two outlets choose their own, but
// for those of one noun: "paper files", "digital files".
func opposed(p, q *profile) bool {
	return p.head() == q.head() && lacks(p, q) && lacks(q, p) || otherNames(p, q) || otherWhole(p, q) || otherPlaces(p, q) || contrary(p, q) || otherSides(p, q) || standard(p) != standard(q) || demanded(p) != demanded(q)
}

// otherPlaces reports whether both clauses name places, and none in common.
func otherPlaces(p, q *profile) bool {
	place := func(t term) bool { return t.place && t.part < rules.Beside }
	if !slices.ContainsFunc(p.terms, place) || !slices.ContainsFunc(q.terms, place) {
		return false
	}
	common := false
	p.common(q, func(a, b *term) { common = common || a.place })
	return !common
}

// contrary reports whether the verbs around two figures exclude each other:
// "support" and "oppose".
func contrary(p, q *profile) bool {
	a, b := p.first(rules.Predicate), q.first(rules.Predicate)
	return a != nil && b != nil && a.value != b.value && thesaurus.Contrary(a.value, b.value)
}

// sides are words of which one figure has one and the figure of another side
// another.
var sides = [...][]string{
	{"north", "northern"}, {"south", "southern"}, {"east", "eastern"}, {"west", "western"},
	{"man", "male", "boy", "son", "father", "brother", "husband"}, {"woman", "female", "girl", "daughter", "mother", "sister", "wife"},
	{"domestic", "home"}, {"foreign", "overseas", "abroad"},
	{"first", "initial", "original"}, {"second", "third", "final"},
}

// ways are words for going up and for going down.
var ways = [...][]string{
	{"raise", "climb", "gain", "surge", "soar", "high", "edge up"},
	{"fall", "lose", "plunge", "dip", "low", "edge down"},
}

// otherSides reports whether words around two figures put them on two sides, or
// say that the one goes up and the other down.
func otherSides(p, q *profile) bool {
	apart := func(a, b uint) bool { return a != 0 && b != 0 && a&b == 0 }
	return apart(p.sides(sides[:]), q.sides(sides[:])) || apart(p.sides(ways[:]), q.sides(ways[:]))
}

// demands are verbs by which somebody wants of another what has a figure.
var demands = []string{"ask", "ask for", "call for", "demand", "request", "seek", "want"}

// demanded reports whether a figure is of what somebody wants: that is not what another
// gives, or what comes of it.
func demanded(p *profile) bool {
	return slices.ContainsFunc(p.terms, func(t term) bool { return t.part == rules.Wish && slices.Contains(demands, t.value) })
}

// sides is the set of sides of which the words around a figure speak.
func (p *profile) sides(of [][]string) uint {
	var out uint
	for i, words := range of {
		if slices.ContainsFunc(p.terms, func(t term) bool { return slices.Contains(words, t.value) }) {
			out |= 1 << i
		}
	}
	return out
}

// otherWhole reports whether both figures are told of a whole, or from a point,
// and not of the same.
func otherWhole(p, q *profile) bool {
	a, b := p.first(rules.Whole), q.first(rules.Whole)
	return a != nil && b != nil && !relatedWords(a.value, b.value)
}

// otherNames reports whether the figures' clauses name who does it, and not the
// same: the votes of one party and another's.
func otherNames(p, q *profile) bool {
	a, b := p.agents(), q.agents()
	return len(a) > 0 && len(b) > 0 && !slices.ContainsFunc(a, func(n *term) bool {
		return slices.ContainsFunc(b, func(m *term) bool { return n.value == m.value || oneName(n.name, m.name) })
	})
}

// agents lists the names of who does it. Names are entities of the story or
// codes in capitals.
func (p *profile) agents() []*term {
	var out []*term
	for i := range p.terms {
		if t := &p.terms[i]; t.part == rules.Agent && (strings.HasPrefix(t.value, "entity ") || t.value != strings.ToLower(t.value)) {
			out = append(out, t)
		}
	}
	return out
}

// oneName reports whether all words of one name stand in the other: "Orsa" and
// "Orsa Corp".
func oneName(a, b string) bool {
	x, y := strings.Fields(a), strings.Fields(b)
	if len(x) > len(y) {
		x, y = y, x
	}
	return len(x) > 0 && !slices.ContainsFunc(x, func(w string) bool { return !slices.Contains(y, w) })
}

// lacks reports whether p has a modifier that q has nowhere.
func lacks(p, q *profile) bool {
	for i := range p.terms {
		t := &p.terms[i]
		if t.part != rules.Modifier {
			continue
		}
		if !slices.ContainsFunc(q.terms, func(u term) bool { return u.value == t.value }) {
			return true
		}
	}
	return false
}

// otherDeed reports whether two clauses have verbs of their own that have nothing
// to do with each other: a share means nothing without what is said of it.
func otherDeed(p, q *profile) bool {
	a, b := p.first(rules.Predicate), q.first(rules.Predicate)
	return a != nil && b != nil && !relatedWords(a.value, b.value)
}

// standards are words for figures that others are held against.
var standards = []string{"limit", "goal", "target", "average", "norm", "threshold", "minimum", "maximum", "ceiling", "quota"}

// standard reports whether a figure is one that others are held against: a limit, a
// goal.
func standard(p *profile) bool {
	headless := p.head() == ""
	return slices.ContainsFunc(p.terms, func(t term) bool {
		return (t.part < rules.Beside || headless) && slices.Contains(standards, bare(t.value))
	})
}
