package learn

import (
	"math"
	"math/rand/v2"

	"github.com/concord-news/concord/rules/syntax/internal/graph"
	"github.com/concord-news/concord/rules/wordvec"
)

// How many numbers stand for each property of a token.
const (
	wordDims     = 48
	vectorDims   = 48
	tagDims      = 32
	shapeDims    = 8
	endDims      = 24
	shortEndDims = 16
	startDims    = 16

	inputDims = wordDims + vectorDims + tagDims + shapeDims + endDims + shortEndDims + startDims
)

const (
	hidden  = graph.Hidden
	gates   = graph.Gates
	both    = graph.Both
	roleDim = graph.RoleDim
	roles   = graph.Roles
	labels  = graph.Labels
)

// weights are views of one slice: all that is learnt, or its gradients.
type weights struct {
	// tables have a row for each value of a property
	word, tag, shape, end, shortEnd, start []float32
	// vector maps word vectors, which are not learnt, to vectorDims numbers
	vector []float32
	cells  [graph.Layers][2]cell // one a direction
	role   []float32             // both x roles*roleDim
	roleB  []float32
	arc    []float32 // roleDim x roleDim
	arcB   []float32
	root   []float32 // the root's own vector as a head
	label  []float32 // roleDim x labels
	labelB []float32
}

// cell is a gated recurrent unit (GRU) in one direction. Columns of in and rec are
// those of the gates: update, reset, new.
type cell struct {
	in, rec, bias []float32
	recBias       []float32 // of the new state's recurrent part
}

// cut hands out parts of a slice one after another, and counts without one.
type cut struct {
	flat []float32
	n    int
}

func (c *cut) next(n int) []float32 {
	c.n += n
	if c.flat == nil {
		return nil
	}
	return c.flat[c.n-n : c.n : c.n]
}

// view returns the weights that flat holds, and how many there are; with nil it only
// counts.
func view(flat []float32) (*weights, int) {
	c := &cut{flat: flat}
	w := &weights{
		word: c.next(graph.Words * wordDims), tag: c.next(graph.Tags * tagDims), shape: c.next(graph.Shapes * shapeDims),
		end: c.next(graph.Ends * endDims), shortEnd: c.next(graph.ShortEnd * shortEndDims), start: c.next(graph.Starts * startDims),
		vector: c.next(wordvec.Dims * vectorDims),
		role:   c.next(both * roles * roleDim), roleB: c.next(roles * roleDim),
		arc: c.next(roleDim * roleDim), arcB: c.next(roleDim), root: c.next(roleDim),
		label: c.next(roleDim * labels), labelB: c.next(labels),
	}
	for l := range w.cells {
		for d := range w.cells[l] {
			w.cells[l][d] = cell{
				in: c.next(inputOf(l) * gates), rec: c.next(hidden * gates), bias: c.next(gates), recBias: c.next(hidden),
			}
		}
	}
	return w, c.n
}

// inputOf is the number of numbers that layer l reads of a token.
func inputOf(l int) int {
	if l == 0 {
		return inputDims
	}
	return both
}

// draw sets the weights to small random numbers.
func (w *weights) draw(rng *rand.Rand) {
	normal := func(x []float32, size float64) {
		for i := range x {
			x[i] = float32(rng.NormFloat64() * size)
		}
	}
	for _, table := range [][]float32{w.word, w.tag, w.shape, w.end, w.shortEnd, w.start} {
		normal(table, 1)
	}
	// the vectors are of length 1, their numbers a tenth: thrice that is as much as
	// the tables have
	normal(w.vector, 3/math.Sqrt(vectorDims))
	for l := range w.cells {
		for d := range w.cells[l] {
			c := &w.cells[l][d]
			normal(c.in, 1/math.Sqrt(float64(inputOf(l)+hidden)))
			normal(c.rec, 1/math.Sqrt(hidden*1.5))
		}
	}
	normal(w.role, math.Sqrt(1.5/both))
	normal(w.arc, 1/math.Sqrt(roleDim))
	normal(w.root, 1)
	normal(w.label, math.Sqrt(1.5/roleDim))
}
