package checker

import (
	"context"
	"slices"
	"strings"

	"github.com/concord-news/concord/checker/weigh/figureclues"
	"github.com/concord-news/concord/corpus"
	"github.com/concord-news/concord/rules"
	"github.com/concord-news/concord/rules/mention"
	"github.com/concord-news/concord/rules/text"
)

// FigurePair is two figures of two articles that exclude each other, as package weigh is
// asked about them.
type FigurePair struct {
	Places [2]Place
	Clues  figureclues.Clues
}

// Place is where in an article a figure stands, with what is counted.
type Place struct {
	Article *corpus.Article
	corpus.Span
}

// FigurePairs lists the pairs of figures of a story that are weighed, for whoever grows or
// measures the trees of package weigh. They are in the order of the articles and of their
// figures.
func FigurePairs(st *corpus.Story, opts Options) []FigurePair {
	s, all := resolved(st, opts)
	g := s.newGathering(all, align(all))
	var out []FigurePair
	for j := range g.all {
		for i := range g.all[:j] {
			l := link{i, j, g.profiles[i].likeness(&g.profiles[j])}
			if g.all[i].article != g.all[j].article && g.weighed(l) && g.exclude(l) {
				out = append(out, FigurePair{[2]Place{g.at(i), g.at(j)}, *g.clues(l)})
			}
		}
	}
	return out
}

// resolved reads a story to the end, with what its articles state.
func resolved(st *corpus.Story, opts Options) (*story, []statement) {
	s := newStory(st, opts)
	s.ended = func() bool { return false }
	s.read(context.Background(), opts)
	s.trace()
	return s, s.resolve(opts.Reader)
}

func (g *gathering) at(i int) Place {
	return Place{g.articles[g.all[i].article], g.all[i].fact.Evidence}
}

// weighed reports whether two figures are of a sort that package weigh knows, and not so
// unlike that nothing could make them one.
func (g *gathering) weighed(l link) bool {
	a, b := g.all[l.a].fact, g.all[l.b].fact
	if a.Rule != b.Rule || a.Value.Kind != b.Value.Kind || timesApart(a, b) >= weighedWithin && !noughts(a, b) || g.saidApart(l) || g.lone[l.a] || g.lone[l.b] {
		return false
	}
	if counted := a.Value.Kind == mention.Number || a.Value.Kind == mention.Age; (counted || !swapped(a, b)) && g.affinity(l.a, l.b) == 0 {
		return false // nothing around them has to do with each other
	}
	if hasKey(g.read[l.a]) && hasKey(g.read[l.b]) {
		return false // rules with keys have said what each is of
	}
	return isQuantity(a) && (a.Value.Kind != mention.Money || currency(a) == currency(b))
}

// noughts reports whether two figures of more digits than one are one but for noughts:
// 1.1 million and 110,000.
func noughts(a, b *rules.Fact) bool {
	const hair = 1e-9 // of a power of ten, for ratios of floats
	r := timesApart(a, b)
	return r >= weighedWithin && digits(a.Value.Figure.Low) > 1 && fromTens(r) < hair
}

// exclude reports whether two figures cannot both be true of one thing, be the one planned
// and the other a fact.
func (g *gathering) exclude(l link) bool {
	a, b := &g.all[l.a], &g.all[l.b]
	if why := g.refuse(a.fact.Rule, a, b); why != "" && why != planOrFact {
		return false
	}
	o := figuresOfOne(a.fact.Rule, a.fact, b.fact)
	return o.relation == different && g.published(a.fact.Rule, a, b, o).relation == different
}

// weighedWithin is the ratio from which on two figures are not weighed: of 814 pairs of one
// thing 27 lie further apart, of 18,402 others 2,508.
const weighedWithin = 4

// saidApart reports whether what is said of two figures rules out that they are of one
// thing, however much else speaks for it: a part and the whole, those hit and those killed,
// what somebody wants and what is given.
func (g *gathering) saidApart(l link) bool {
	p, q := &g.profiles[l.a], &g.profiles[l.b]
	a, b := g.all[l.a].fact, g.all[l.b].fact
	switch a.Value.Kind {
	case mention.Share:
		if partsOfTwo(p, q) {
			return true
		}
	case mention.Measure:
		if fell(p) != fell(q) || distance(p) && (p.first(rules.Whole) == nil || q.first(rules.Whole) == nil) {
			return true
		}
	}
	return a.Negated != b.Negated || isWhole(p) != isWhole(q) || opposed(p, q) || otherAttribute(p, q) || partOnly(p, q) || partOnly(q, p) || g.otherHarm(p, q)
}

// isWhole reports whether a figure is a whole of which a part was told before it: the 230
// of "115 of the 230 seats".
func isWhole(p *profile) bool { return strings.HasSuffix(p.head(), rules.InAll) }

// ofItsOwn reports whether a figure is none to hold another against: it counts those
// besides others, one of several or those of each, is how long somebody has been what he is,
// or the time within which something is the first or the worst. It is asked once of each
// figure, see lone.
func (g *gathering) ofItsOwn(i int) bool {
	return g.rest(&g.all[i]) || g.oneByOne(i) || g.shared(i) || g.veteran(i) || g.window(i)
}

// oneByOne reports whether a sentence counts one after the other: "one man was hit in the
// chest, one man in the leg".
func (g *gathering) oneByOne(i int) bool {
	f := g.all[i].fact
	return one(f) && slices.ContainsFunc(g.in[g.all[i].article], func(k int) bool {
		return k != i && one(g.all[k].fact) && g.all[k].fact.Sentence == f.Sentence && g.profiles[k].head() == g.profiles[i].head()
	})
}

// shared reports whether a count is of each of several: "two members from each side".
func (g *gathering) shared(i int) bool {
	if g.all[i].fact.Value.Kind != mention.Number {
		return false
	}
	d, m := g.figureAt(&g.all[i])
	for k := m.Last; k < min(m.Last+sharedReach, len(d.Tokens)) && d.Tokens[k].Tag != text.PUNCT; k++ {
		switch d.Tokens[k].Lower {
		case "each", "apiece":
			return true
		}
	}
	return false
}

// sharedReach is within how many words behind a count stands of whom it is each.
const sharedReach = 4

// window reports whether a length of time is one within which something else is told, or of
// which it is the first or the worst: "in the past year", "the second death in five years".
func (g *gathering) window(i int) bool {
	if g.all[i].fact.Value.Kind != mention.Duration {
		return false
	}
	d, m := g.figureAt(&g.all[i])
	for k := max(0, m.First-1); k < m.Last; k++ {
		switch d.Tokens[k].Lower {
		case "past", "next", "coming", "previous", "preceding", "following":
			return true
		case "last":
			return d.Tokens[k].Tag != text.VERB
		}
	}
	first := d.Sentences[d.SentenceOf(m.First)].First
	if m.First-1 <= first || !slices.Contains([]string{"in", "for", "within"}, d.Tokens[m.First-1].Lower) {
		return false
	}
	return slices.ContainsFunc(d.Tokens[max(first, m.First-windowReach):m.First], func(t text.Token) bool {
		return t.Fine == text.JJS || t.Fine == text.RBS || t.Lower == "first" || t.Lower == "second" || t.Lower == "third" || t.Lower == "only"
	})
}

// windowReach is within how many words before a time stands what is the first in it.
const windowReach = 10

// veteran reports whether a length of time is that of what somebody has been, or is:
// "a 31-year veteran", "the 31-year man".
func (g *gathering) veteran(i int) bool {
	f := g.all[i].fact
	return f.Value.Kind == mention.Duration && g.catalog.Deeds.Vague(g.profiles[i].head()) &&
		strings.Contains(f.Evidence.In(g.articles[g.all[i].article].Text), "-")
}
