package learn

import (
	"math/rand/v2"

	"gonum.org/v1/gonum/blas/blas32"

	"github.com/concord-news/concord/rules/syntax/internal/graph"
)

// Shares of numbers that are left out at a time while learning, the same ones for all
// tokens of a sentence.
const (
	dropInput = 0.2
	dropLayer = 0.2
	dropLast  = 0.33
)

// network reads batches with its weights and adds up gradients. It is not safe for
// concurrent use; several may share weights.
type network struct {
	w, to *weights
	arena *arena
	rng   *rand.Rand // nil while not learning
	drops float64    // see Options.Drop
}

// learn adds up the gradients of a batch and returns its loss.
func (n *network) learn(b *batch) float64 {
	n.arena.reset()
	a := n.arena
	tokens := b.tokens(n.rng)
	input := a.matrix(b.rows, inputDims)
	vectors := n.w.embed(tokens, input, a)
	masks := []blas32.General{n.drop(b, input, dropInput)}
	x := input
	var runs [graph.Layers][2]*run
	for l := range runs {
		x = n.layer(b, x, &runs[l], l)
		share := dropLayer
		if l == graph.Layers-1 {
			share = dropLast
		}
		masks = append(masks, n.drop(b, x, share))
	}
	d, loss := n.score(b, x)
	for l := graph.Layers - 1; l >= 0; l-- {
		multiply(d, masks[l+1])
		below := a.matrix(b.rows, inputOf(l))
		for _, r := range runs[l] {
			r.backward(d, below)
		}
		d = below
	}
	multiply(d, masks[0])
	n.to.embedBack(tokens, vectors, d)
	return loss
}

// layer returns what a layer makes of its input.
func (n *network) layer(b *batch, input blas32.General, runs *[2]*run, l int) blas32.General {
	out := n.arena.matrix(b.rows, both)
	for d := range runs {
		runs[d] = &run{batch: b, direction: d, cell: n.w.cells[l][d], input: input, arena: n.arena}
		if n.to != nil {
			runs[d].to = n.to.cells[l][d]
		}
		runs[d].forward(out)
	}
	return out
}

// roles returns the tokens in their roles.
func (n *network) roles(x blas32.General) blas32.General {
	out := n.arena.matrix(x.Rows, roles*roleDim)
	setRows(out, n.w.roleB)
	product(out, x, matrix(n.w.role, roles*roleDim))
	return out
}

// score adds up the gradients of the scores and returns those of x.
func (n *network) score(b *batch, x blas32.General) (d blas32.General, loss float64) {
	all := n.roles(x)
	grad := n.arena.matrix(x.Rows, roles*roleDim)
	c := scorer{n.w, n.to, n.arena}
	for i, s := range b.sentences {
		loss += c.learn(s, rows(all, b.first[i], len(s.tokens)), rows(grad, b.first[i], len(s.tokens)))
	}
	productLeft(matrix(n.to.role, roles*roleDim), x, grad)
	addRows(n.to.roleB, grad)
	d = n.arena.matrix(x.Rows, both)
	productRight(d, grad, matrix(n.w.role, roles*roleDim))
	return d, loss
}

// rows returns n rows of m.
func rows(m blas32.General, from, n int) blas32.General {
	return blas32.General{Rows: n, Cols: m.Cols, Stride: m.Stride, Data: m.Data[from*m.Stride : (from+n)*m.Stride]}
}

// drop leaves out a share of the columns of each sentence and returns what the rows
// were multiplied with.
func (n *network) drop(b *batch, x blas32.General, share float64) blas32.General {
	mask := n.arena.matrix(x.Rows, x.Cols)
	share *= n.drops
	for i, s := range b.sentences {
		first := mask.Data[b.first[i]*x.Cols:][:x.Cols]
		for k := range first {
			switch {
			case n.rng == nil:
				first[k] = 1
			case n.rng.Float64() >= share:
				first[k] = float32(1 / (1 - share))
			}
		}
		for t := 1; t < len(s.tokens); t++ {
			copy(mask.Data[(b.first[i]+t)*x.Cols:], first)
		}
	}
	multiply(x, mask)
	return mask
}

func multiply(x, by blas32.General) {
	for i, v := range by.Data {
		x.Data[i] *= v
	}
}
