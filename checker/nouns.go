package checker

import (
	"slices"
	"strings"

	"github.com/concord-news/concord/checker/verify/thesaurus"
	"github.com/concord-news/concord/rules"
	"github.com/concord-news/concord/rules/mention"
	"github.com/concord-news/concord/rules/wordvec"
)

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

// twoHeads reports whether both figures say what they are of, with words that have
// nothing to do with each other.
func twoHeads(p, q *profile) bool {
	return p.head() != "" && q.head() != "" && !relatedWords(bare(p.head()), bare(q.head()))
}

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

// otherAttribute reports whether two figures are of attributes, and not of one.
func otherAttribute(p, q *profile) bool {
	a, b := p.head(), q.head()
	return isAttribute(a) && isAttribute(b) && a != b
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
