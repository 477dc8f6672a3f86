package learn

import (
	"math/rand/v2"

	"gonum.org/v1/gonum/blas/blas32"

	"github.com/concord-news/concord/rules/syntax/internal/graph"
	"github.com/concord-news/concord/rules/wordvec"
)

// forget is how often a word's own row is left out while learning, so that the network
// learns what to do with words that have none.
const forget = 0.2

// table is what stands for one property of the tokens.
type table struct {
	rows []float32
	dims int
	of   func(p *graph.Properties) uint16
}

func (w *weights) tables() [6]table {
	return [...]table{
		{w.word, wordDims, func(p *graph.Properties) uint16 { return p.Word }},
		{w.tag, tagDims, func(p *graph.Properties) uint16 { return p.Tag }},
		{w.shape, shapeDims, func(p *graph.Properties) uint16 { return p.Shape }},
		{w.end, endDims, func(p *graph.Properties) uint16 { return p.End }},
		{w.shortEnd, shortEndDims, func(p *graph.Properties) uint16 { return p.ShortEnd }},
		{w.start, startDims, func(p *graph.Properties) uint16 { return p.Start }},
	}
}

// tokens returns the properties of all tokens of a batch, with words forgotten.
func (b *batch) tokens(rng *rand.Rand) []graph.Properties {
	all := make([]graph.Properties, 0, b.rows)
	for _, s := range b.sentences {
		all = append(all, s.tokens...)
	}
	if rng != nil {
		for i := range all {
			if rng.Float64() < forget {
				all[i].Word = 0
			}
		}
	}
	return all
}

// embed sets the rows of the input, first the columns of the word vectors, and returns
// the vectors.
func (w *weights) embed(tokens []graph.Properties, input blas32.General, a *arena) blas32.General {
	vectors := a.matrix(len(tokens), wordvec.Dims)
	for i := range tokens {
		if tokens[i].HasVector {
			v := tokens[i].Vector.Vector()
			copy(vectors.Data[i*wordvec.Dims:], v[:])
		}
	}
	product(columns(input, 0, vectorDims), vectors, matrix(w.vector, vectorDims))
	from := vectorDims
	for _, t := range w.tables() {
		for i := range tokens {
			k := int(t.of(&tokens[i])) * t.dims
			copy(input.Data[i*inputDims+from:], t.rows[k:k+t.dims])
		}
		from += t.dims
	}
	return vectors
}

// embedBack adds up the gradients of the tables, given those of the input.
func (w *weights) embedBack(tokens []graph.Properties, vectors, input blas32.General) {
	productLeft(matrix(w.vector, vectorDims), vectors, columns(input, 0, vectorDims))
	from := vectorDims
	for _, t := range w.tables() {
		for i := range tokens {
			k := int(t.of(&tokens[i])) * t.dims
			row := t.rows[k : k+t.dims]
			for j, x := range input.Data[i*inputDims+from:][:t.dims] {
				row[j] += x
			}
		}
		from += t.dims
	}
}

// columns returns some of the columns of m.
func columns(m blas32.General, from, n int) blas32.General {
	return blas32.General{Rows: m.Rows, Cols: n, Stride: m.Stride, Data: m.Data[from:]}
}
