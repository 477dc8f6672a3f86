package checker

import (
	"slices"
	"strconv"
	"strings"

	"github.com/concord-news/concord/rules"
	"github.com/concord-news/concord/rules/mention"
)

const (
	// likeSwapped is how alike the surroundings of two figures must be of which one
	// is the other with two digits swapped: a slip of the hand is the likeliest
	// reason for two such figures in one story.
	likeSwapped = 0.12
	// manyDigits are so many that two figures hardly have the same ones by chance.
	manyDigits = 3
)

// swapped reports whether two figures are one but for two neighbouring digits that
// changed places: 5,400 and 4,500.
func swapped(a, b *rules.Fact) bool {
	x, y := &a.Value.Figure, &b.Value.Figure
	if a.Value.Unit != b.Value.Unit && a.Value.Kind != mention.Number || x.Low != x.High || y.Low != y.High {
		return false
	}
	s, t := strconv.FormatFloat(x.Low, 'f', -1, 64), strconv.FormatFloat(y.Low, 'f', -1, 64)
	if len(s) != len(t) || strings.Contains(s, ".") {
		return false
	}
	i := 0
	for i < len(s) && s[i] == t[i] {
		i++
	}
	return i+1 < len(s) && s[i] == t[i+1] && s[i+1] == t[i] && s[i+2:] == t[i+2:] && s[i] != '0' && t[i] != '0'
}

// sortedDigits are the digits of a figure, by which figures are found that have
// them in another order.
func sortedDigits(v float64) string {
	s := []byte(strconv.FormatFloat(v, 'f', -1, 64))
	slices.Sort(s)
	return string(s)
}

// swapTold reports whether two figures of which one has digits swapped are told of
// one thing: neither article has the other's figure, the nouns are one, and where
// that is said by a noun alone that fits much, or the digits are two, the words
// around them are alike too.
func (g *gathering) swapTold(l link) bool {
	p, q := &g.profiles[l.a], &g.profiles[l.b]
	a := g.all[l.a].fact
	if a.Value.Kind == mention.Age || contrast(p, q) || g.stated(l.a, l.b, true) || g.stated(l.b, l.a, true) {
		return false
	}
	switch {
	case sameThing(p.head(), q.head()) && !g.catalog.Deeds.Vague(p.head()) && len(sortedDigits(a.Value.Figure.Low)) >= manyDigits:
		return true
	case relatedWords(p.head(), q.head()), total(p.head()), total(q.head()):
		return l.likeness >= likeSwapped
	}
	return false
}

// total reports whether a noun says that all are counted, and not of what.
func total(noun string) bool { return noun == "total" || noun == "sum" || noun == "all" || noun == "" }
