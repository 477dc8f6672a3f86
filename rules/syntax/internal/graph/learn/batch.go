package learn

import (
	"cmp"
	"slices"

	"github.com/concord-news/concord/rules/syntax/internal/graph"
)

// sentence is an example as the network reads it.
type sentence struct {
	tokens []graph.Properties
	heads  []int32 // 0 is the root, 1 the first token
	labels []uint8
	arcs   []float32 // see Example
}

// batch are sentences that are learnt from at a time, the longest first. Their tokens
// are rows that follow one another, sentence by sentence.
type batch struct {
	sentences []*sentence
	first     []int // row of each one's first token
	rows      int
}

func newBatch(s []*sentence) *batch {
	b := &batch{sentences: slices.Clone(s)}
	slices.SortStableFunc(b.sentences, func(x, y *sentence) int { return cmp.Compare(len(y.tokens), len(x.tokens)) })
	for _, s := range b.sentences {
		b.first = append(b.first, b.rows)
		b.rows += len(s.tokens)
	}
	return b
}

// steps is the number of tokens of the longest sentence.
func (b *batch) steps() int { return len(b.sentences[0].tokens) }

// at appends the rows that are read at a step in a direction, one for each sentence
// that is as long. Direction 1 reads backwards.
func (b *batch) at(rows []int, step, direction int) []int {
	for i, s := range b.sentences {
		n := len(s.tokens)
		if n <= step {
			break
		}
		if direction == 0 {
			rows = append(rows, b.first[i]+step)
		} else {
			rows = append(rows, b.first[i]+n-1-step)
		}
	}
	return rows
}
