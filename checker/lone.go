package checker

// The figures of a story are told in many words, but each article has few of a unit.
// What of them the other article has too was told of something else; where one is
// left in each, they are of one thing.

import (
	"math"
	"slices"
	"strings"

	"github.com/concord-news/concord/checker/verify/thesaurus"
	"github.com/concord-news/concord/rules"
	"github.com/concord-news/concord/rules/mention"
	"github.com/concord-news/concord/rules/quantity"
	"github.com/concord-news/concord/rules/wordvec"
)

// loneRatio is the ratio below which two figures are told of one thing where no other
// figure of their unit could be meant.
const loneRatio = 2

// rivalRatio is the ratio from which on two figures are not taken for one, so that
// neither stands in the way of a third.
const rivalRatio = 4

// likeNouns is how alike two nouns must be used, as wordvec.Likeness, for a count of the
// one to stand for a count of the other or in its way. Tuned on the stories that were
// looked at: a match and a game have .56, staff and a worker .50, a band and an act .31.
const likeNouns = 0.4

// counts reports whether two figures are counts with nouns that may be said of one
// thing.
func (g *gathering) counts(i, j int) bool {
	return g.all[i].fact.Value.Kind == mention.Number && g.all[j].fact.Value.Kind == mention.Number &&
		g.nearNouns(g.profiles[i].head(), g.profiles[j].head())
}

// nearNouns reports whether two nouns may be said of one thing in a story: both mean
// people, or they are related or used alike.
func (g *gathering) nearNouns(a, b string) bool {
	if a, b = bare(a), bare(b); a == "" || b == "" {
		return false
	}
	key := [2]string{min(a, b), max(a, b)}
	near, ok := g.near[key]
	if !ok {
		near = relatedWords(a, b) || thesaurus.People(a) && thesaurus.People(b) || !sorting[a] && !sorting[b] && wordvec.Likeness(a, b) >= likeNouns
		g.near[key] = near
	}
	return near
}

// sorting are nouns that are used like any other and count sorts of things: "three kinds
// of weapons".
var sorting = map[string]bool{"kind": true, "sort": true, "type": true, "form": true, "variety": true, "category": true, "class": true}

// saidOnce reports whether one figure alone says by an attribute what it is ("a reward",
// "deep"), of which nothing beside the other speaks.
func saidOnce(p, q *profile) bool {
	said := func(p *profile) bool { return isAttribute(p.head()) }
	if said(q) {
		p, q = q, p
	}
	return said(p) && !said(q) && !slices.ContainsFunc(q.terms, func(t term) bool { return relatedWords(bare(p.head()), t.value) })
}

// partsOfTwo reports whether two shares are of two things that are not of one field: "90
// percent of the issues", "80 percent of the territory", but not of the cost and of the
// money.
func partsOfTwo(p, q *profile) bool {
	a, b := p.head(), q.head()
	return twoHeads(p, q) && !isAttribute(a) && !isAttribute(b) && thesaurus.Find(a).Noun() != thesaurus.Find(b).Noun()
}

// oneUnit reports whether two figures other than counts and ages have one unit, or
// units of one dimension.
func oneUnit(a, b *rules.Fact) bool {
	switch a.Value.Kind {
	case mention.Money:
		return b.Value.Kind == mention.Money && currency(a) == currency(b)
	case mention.Share, mention.Duration:
		return a.Value.Kind == b.Value.Kind && a.Value.Unit == b.Value.Unit
	case mention.Measure:
		return oneDimension(a, b)
	}
	return false
}

// currency is the unit of a sum without its rate.
func currency(f *rules.Fact) string {
	name, _, _ := strings.Cut(f.Value.Unit, "/")
	return name
}

// timesApart is how many times the greater of two figures of one unit, or of one
// dimension, is the other.
func timesApart(a, b *rules.Fact) float64 {
	r := ratio(a.Value.Figure, b.Value.Figure)
	if one, ok := quantity.Convert(1, a.Value.Unit, b.Value.Unit); ok && one > 0 && (a.Value.Kind == mention.Measure || a.Value.Kind == mention.Duration) {
		x, y := one*middle(a.Value.Figure), middle(b.Value.Figure)
		if x > 0 && y > 0 {
			r = max(x/y, y/x)
		}
	}
	return r
}

// otherAttribute reports whether two figures are of attributes, and not of one.
func otherAttribute(p, q *profile) bool {
	a, b := p.head(), q.head()
	return isAttribute(a) && isAttribute(b) && a != b
}

// affinity is how much the words of two profiles have to do with each other: as a
// cosine, in which a related word counts for less than the word itself, and names not
// at all, as those of a story stand beside all that it tells.
func (s *story) affinity(p, q *profile) float64 {
	if p.norm == 0 || q.norm == 0 {
		return 0
	}
	sum := 0.0
	for i := range p.terms {
		if p.terms[i].name != "" {
			continue
		}
		best := 0.0
		for k := range q.terms {
			a, b := &p.terms[i], &q.terms[k]
			switch {
			case a.value == b.value:
				best = max(best, a.weight*b.weight)
			case kinship*a.weight*b.weight > best && s.words.relate(a.word, b.word):
				best = kinship * a.weight * b.weight
			}
		}
		sum += best
	}
	return math.Min(1, sum/(p.norm*q.norm))
}

// isAttribute reports whether a word bears the mark of an attribute.
func isAttribute(value string) bool { return strings.HasPrefix(value, rules.AttributeOf) }

// bare is a word without the mark of an attribute.
func bare(value string) string { return strings.TrimPrefix(value, rules.AttributeOf) }

// property reports whether a measure is of how long, high or heavy a thing is, which
// is the same in a plan and in a fact.
func property(f *rules.Fact) bool {
	return f.Value.Kind == mention.Measure && slices.ContainsFunc(f.Context, func(t rules.Term) bool {
		return t.Part == rules.Head && isAttribute(t.Value)
	})
}
