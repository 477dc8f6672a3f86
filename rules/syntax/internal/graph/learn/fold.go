package learn

import (
	"slices"

	"gonum.org/v1/gonum/blas/blas32"

	"github.com/concord-news/concord/rules/syntax/internal/graph"
	"github.com/concord-news/concord/rules/text"
	"github.com/concord-news/concord/rules/wordvec"
)

// Quantise returns the network in integers. The sentences show how large numbers
// become.
func (n *Network) Quantise(sample [][]text.Token) *graph.Model {
	f := graph.NewFloat(n.Input)
	for d := range 2 {
		n.foldTables(f, d)
		n.foldVectors(f, d)
	}
	f.First = slices.Concat(n.w.cells[0][0].bias, n.w.cells[0][1].bias)
	f.Between = sideBySide(n.w.cells[1])
	for l := range n.w.cells {
		for d, c := range n.w.cells[l] {
			f.Recurrent[l][d] = graph.Matrix{In: hidden, Out: gates, Weights: c.rec, Bias: append(make([]float32, 2*hidden), c.recBias...)}
		}
	}
	f.Roles = graph.Matrix{In: both, Out: roles * roleDim, Weights: n.w.role, Bias: n.w.roleB}
	f.Arc = graph.Matrix{In: roleDim, Out: roleDim, Weights: n.w.arc, Bias: n.w.arcB}
	f.Root = n.w.root
	f.Label = graph.Matrix{In: roleDim, Out: labels, Weights: n.w.label, Bias: n.w.labelB}
	n.calibrate(f, sample)
	return f.Quantise()
}

// sideBySide joins what leads into the gates of both directions.
func sideBySide(cells [2]cell) graph.Matrix {
	m := graph.Matrix{In: both, Out: 2 * gates, Bias: slices.Concat(cells[0].bias, cells[1].bias)}
	for i := range both {
		m.Weights = append(m.Weights, cells[0].in[i*gates:(i+1)*gates]...)
		m.Weights = append(m.Weights, cells[1].in[i*gates:(i+1)*gates]...)
	}
	return m
}

// foldTables multiplies the rows of all properties with what leads into the gates of a
// direction.
func (n *Network) foldTables(f *graph.Float, direction int) {
	in := n.w.cells[0][direction].in
	from := vectorDims
	for p, t := range n.w.tables() {
		values := matrix(t.rows, t.dims)
		out := matrix(make([]float32, values.Rows*gates), gates)
		product(out, values, matrix(in[from*gates:(from+t.dims)*gates], gates))
		for v := range values.Rows {
			copy(f.Rows[graph.Row(p, v)][direction*gates:], out.Data[v*gates:(v+1)*gates])
		}
		from += t.dims
	}
}

// foldVectors does so with the centroids of word vectors, and adds the vectors of words
// with rows of their own to those.
func (n *Network) foldVectors(f *graph.Float, direction int) {
	through := matrix(make([]float32, wordvec.Dims*gates), gates)
	product(through, matrix(n.w.vector, vectorDims), matrix(n.w.cells[0][direction].in[:vectorDims*gates], gates))
	const width = wordvec.Dims / wordvec.Groups
	for g := range wordvec.Groups {
		for k := range wordvec.Kinds {
			row := blas32.General{Rows: 1, Cols: gates, Stride: gates, Data: f.Rows[graph.VectorRow(g, k)][direction*gates:][:gates]}
			product(row, matrix(wordvec.Centroid(g, uint8(k)), width), matrix(through.Data[g*width*gates:(g+1)*width*gates], gates))
		}
	}
	for word := 1; word < graph.Words; word++ {
		code, ok := n.Input.VectorOf(word)
		if !ok {
			continue
		}
		to := f.Rows[graph.Row(0, word)][direction*gates:][:gates]
		for g, k := range code {
			for i, x := range f.Rows[graph.VectorRow(g, int(k))][direction*gates:][:gates] {
				to[i] += x
			}
		}
	}
}

// calibrate sets what hardly any number exceeds.
func (n *Network) calibrate(f *graph.Float, sample [][]text.Token) {
	var a arena
	var heads, dependents, turned, between []float32
	for _, s := range sample {
		if len(s) == 0 || len(s) > longest {
			continue
		}
		a.reset()
		roles := n.read(s, &a)
		c := scorer{w: n.w, arena: &a}
		scores, h, d, t := c.arcs(roles)
		best := make([]int32, len(s))
		for i := range best {
			row := scores.Data[i*(len(s)+1) : (i+1)*(len(s)+1)]
			for k, x := range row {
				if x > row[best[i]] {
					best[i] = int32(k)
				}
			}
		}
		_, b := c.relations(roles, best)
		heads, dependents, turned, between = append(heads, h.Data...), append(dependents, d.Data...), append(turned, t.Data...), append(between, b.Data...)
	}
	f.MostHead, f.MostDependent, f.MostTurned, f.MostBetween = most(heads), most(dependents), most(turned), most(between)
}

// most returns what all but one in two thousand numbers are below, signs apart.
func most(x []float32) float64 {
	for i, v := range x {
		x[i] = max(v, -v)
	}
	slices.Sort(x)
	return float64(x[len(x)-1-len(x)/2000])
}
