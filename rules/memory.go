package rules

import (
	"cmp"
	"slices"

	"github.com/concord-news/concord/rules/clause"
)

// begin makes an application ready for a reading. It may have been used for
// another, whose memory it uses again.
func (a *application) begin(r *Reader, g *Reading) {
	a.Reader, a.g, a.parties = r, g, newParties(g)
	a.seen, a.done = slices.Grow(a.seen[:0], len(r.reads))[:len(r.reads)], slices.Grow(a.done[:0], len(r.reads))[:len(r.reads)]
	a.met = slices.Grow(a.met[:0], len(r.needOf))[:len(r.needOf)]
	clear(a.met)
	clear(a.seen)
	clear(a.done)
	a.places.set(g.Mentions, len(g.Doc.Tokens))
	a.firstClause, a.summed = a.firstClause[:0], a.summed[:0]
	for i := range g.Clauses {
		for len(a.firstClause) <= g.Clauses[i].Sentence {
			a.firstClause = append(a.firstClause, int32(i))
		}
	}
	for len(a.firstClause) <= len(g.Doc.Sentences) {
		a.firstClause = append(a.firstClause, int32(len(g.Clauses)))
	}
	a.input.SetDocument(g.Doc, g.Mentions, a.parties.of)
}

// clausesOf lists the clauses of a sentence.
func (a *application) clausesOf(sentence int) []clause.Clause {
	return a.g.Clauses[a.firstClause[sentence]:a.firstClause[sentence+1]]
}

// end moves the facts into the reading, so that nothing keeps the article alive.
func (a *application) end() {
	a.g.Facts = fullest(inOrder(a.facts))
	clear(a.facts)
	a.facts = a.facts[:0]
	a.g, a.parties, a.clauses, a.mentions = nil, nil, nil, nil
	a.input.SetDocument(nil, nil, nil)
}

// inOrder sorts facts by rule and place. Facts are large, so that their numbers
// are sorted in their stead.
func inOrder(facts []Fact) []Fact {
	order := make([]int32, len(facts))
	for i := range order {
		order[i] = int32(i)
	}
	slices.SortStableFunc(order, func(i, k int32) int {
		x, y := &facts[i], &facts[k]
		if x.Rule != y.Rule {
			return cmp.Compare(x.Rule.Name, y.Rule.Name)
		}
		return cmp.Or(cmp.Compare(x.Evidence.Start, y.Evidence.Start), cmp.Compare(x.Evidence.End, y.Evidence.End))
	})
	out := make([]Fact, len(facts))
	for i, k := range order {
		out[i] = facts[k]
	}
	return out
}
