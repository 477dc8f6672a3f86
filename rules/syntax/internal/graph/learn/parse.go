package learn

import (
	"slices"

	"gonum.org/v1/gonum/blas/blas32"

	"github.com/concord-news/concord/rules/syntax/dep"
	"github.com/concord-news/concord/rules/syntax/internal/graph"
	"github.com/concord-news/concord/rules/text"
)

// Ensemble is parsers that parse together: their probabilities are added up. It is not
// safe for concurrent use.
type Ensemble struct {
	Networks []*Network
	arena    arena
	decoder  graph.Decoder[float32]
}

// Parse returns the tree of a tagged sentence.
func (e *Ensemble) Parse(tokens []text.Token) dep.Tree { return graph.InPieces(tokens, e.piece) }

// Example returns a tagged sentence of up to graph.MostWords tokens to be learnt from.
func (e *Ensemble) Example(tokens []text.Token) Example {
	t, arcs := e.read(tokens)
	for i := range arcs {
		arcs[i] /= float32(len(e.Networks))
	}
	return Example{Tokens: tokens, Tree: t, Arcs: slices.Clone(arcs)}
}

// piece returns the tree of up to graph.MostWords tokens.
func (e *Ensemble) piece(tokens []text.Token) dep.Tree {
	t, _ := e.read(tokens)
	return t
}

// read returns the tree and the sums of the probabilities of arcs, which stay as they
// are until the next call.
func (e *Ensemble) read(tokens []text.Token) (dep.Tree, []float32) {
	n := len(tokens)
	e.arena.reset()
	sum := e.arena.matrix(n, n+1)
	roles := make([]blas32.General, len(e.Networks))
	for k, net := range e.Networks {
		roles[k] = net.read(tokens, &e.arena)
		c := scorer{w: net.w, arena: &e.arena}
		scores, _, _, _ := c.arcs(roles[k])
		addProbabilities(sum, scores)
	}
	heads := e.decoder.Decode(sum.Data, n)
	t := dep.Tree{Heads: make([]int32, n), Relations: make([]dep.Relation, n)}
	for i, h := range heads {
		t.Heads[i] = h - 1
	}
	all := e.arena.matrix(n, labels)
	for k, net := range e.Networks {
		c := scorer{w: net.w, arena: &e.arena}
		scores, _ := c.relations(roles[k], heads)
		addProbabilities(all, scores)
	}
	for i, h := range heads {
		t.Relations[i] = dep.Root
		if h > 0 {
			t.Relations[i] = mostLikely(all.Data[i*labels : (i+1)*labels])
		}
	}
	return t, sum.Data
}

// addProbabilities adds to the sums what each row of scores, which it changes, gives as
// probabilities.
func addProbabilities(sums, scores blas32.General) {
	for i := range scores.Rows {
		row := scores.Data[i*scores.Cols : (i+1)*scores.Cols]
		softmax(row)
		for k, p := range row {
			sums.Data[i*scores.Cols+k] += p
		}
	}
}

// mostLikely returns the relation with the highest score that an arc between words can
// have.
func mostLikely(scores []float32) dep.Relation {
	best := dep.Dep
	for r, s := range scores {
		if r := dep.Relation(r); r != dep.None && r != dep.Root && s > scores[best] {
			best = r
		}
	}
	return best
}

// read returns the tokens of a sentence in their roles.
func (n *Network) read(tokens []text.Token, a *arena) blas32.General {
	s := &sentence{}
	for i := range tokens {
		s.tokens = append(s.tokens, n.Input.Of(&tokens[i]))
	}
	b := newBatch([]*sentence{s})
	x := a.matrix(b.rows, inputDims)
	n.w.embed(s.tokens, x, a)
	net := &network{w: n.w, arena: a}
	for l := range graph.Layers {
		var runs [2]*run
		x = net.layer(b, x, &runs, l)
	}
	return net.roles(x)
}
