package main

import (
	"slices"

	"github.com/concord-news/concord/rules/syntax/dep"
	"github.com/concord-news/concord/rules/syntax/internal/arc"
)

// reversed returns the example read from its last word to its first. A parser
// that reads backwards makes other mistakes than one that reads forwards.
func reversed(e arc.Example) arc.Example {
	e.Tokens = slices.Clone(e.Tokens)
	slices.Reverse(e.Tokens)
	e.Tree = mirrored(e.Tree)
	return e
}

func mirrored(t dep.Tree) dep.Tree {
	n := t.Len()
	m := dep.Tree{Heads: make([]int32, n), Relations: make([]dep.Relation, n)}
	for i, h := range t.Heads {
		m.Relations[n-1-i] = t.Relations[i]
		if m.Heads[n-1-i] = -1; h >= 0 {
			m.Heads[n-1-i] = int32(n-1) - h
		}
	}
	return m
}

// vote returns the projective tree with the most votes for its arcs (Eisner's
// algorithm), and the relations that most of those who drew the arc gave it.
// Ties go to the parser named first. agreed is the share of the votes that the
// tree's arcs have.
func vote(trees []dep.Tree) (t dep.Tree, agreed float64) {
	n := trees[0].Len()
	votes := make([][]int, n+1) // votes[head][child], from 1, 0 is above the root
	for i := range votes {
		votes[i] = make([]int, n+1)
	}
	for k, tree := range trees {
		for i, h := range tree.Heads {
			// a vote is 64 points, and one more for the parsers named first
			votes[h+1][i+1] += 64
			if k == 0 {
				votes[h+1][i+1]++
			}
		}
	}
	heads := eisner(votes)
	t = dep.Tree{Heads: make([]int32, n), Relations: make([]dep.Relation, n)}
	sum := 0
	for i := range n {
		t.Heads[i] = int32(heads[i+1] - 1)
		sum += votes[heads[i+1]][i+1] / 64
		t.Relations[i] = voteRelation(trees, i, t.Heads[i])
	}
	return t, float64(sum) / float64(n*len(trees))
}

func voteRelation(trees []dep.Tree, child int, head int32) dep.Relation {
	if head < 0 {
		return dep.Root
	}
	var count [dep.Count]int
	best := dep.None
	for _, t := range trees {
		if r := t.Relations[child]; t.Heads[child] == head {
			count[r]++
			if best == dep.None || count[r] > count[best] {
				best = r
			}
		}
	}
	if best == dep.None {
		best = trees[0].Relations[child]
	}
	if best == dep.Root {
		best = dep.Parataxis
	}
	return best
}

// span is the best structure over a range of words.
type span struct {
	score int
	split int
}

// eisner returns the heads of the best projective tree with one root.
func eisner(w [][]int) []int {
	n := len(w) - 1
	// [left][right][0: head right, 1: head left]
	open := make([][][2]span, n+1)
	shut := make([][][2]span, n+1)
	for i := range open {
		open[i], shut[i] = make([][2]span, n+1), make([][2]span, n+1)
	}
	for k := 1; k < n; k++ {
		for i := 1; i+k <= n; i++ {
			j := i + k
			b := span{-1, i}
			for m := i; m < j; m++ {
				if v := shut[i][m][1].score + shut[m+1][j][0].score; v > b.score {
					b = span{v, m}
				}
			}
			open[i][j] = [2]span{{b.score + w[j][i], b.split}, {b.score + w[i][j], b.split}}
			l, r := span{-1, i}, span{-1, j}
			for m := i; m < j; m++ {
				if v := shut[i][m][0].score + open[m][j][0].score; v > l.score {
					l = span{v, m}
				}
			}
			for m := i + 1; m <= j; m++ {
				if v := open[i][m][1].score + shut[m][j][1].score; v > r.score {
					r = span{v, m}
				}
			}
			shut[i][j] = [2]span{l, r}
		}
	}
	best, root := -1, 1
	for m := 1; m <= n; m++ {
		if v := shut[1][m][0].score + w[0][m] + shut[m][n][1].score; v > best {
			best, root = v, m
		}
	}
	heads := make([]int, n+1)
	e := &chart{open, shut, heads}
	e.shut(1, root, 0)
	e.shut(root, n, 1)
	return heads
}

type chart struct {
	openSpans, shutSpans [][][2]span
	heads                []int
}

func (c *chart) shut(i, j, side int) {
	if i >= j {
		return
	}
	m := c.shutSpans[i][j][side].split
	if side == 0 {
		c.shut(i, m, 0)
		c.open(m, j, 0)
		return
	}
	c.open(i, m, 1)
	c.shut(m, j, 1)
}

func (c *chart) open(i, j, side int) {
	if side == 0 {
		c.heads[i] = j
	} else {
		c.heads[j] = i
	}
	m := c.openSpans[i][j][side].split
	c.shut(i, m, 1)
	c.shut(m+1, j, 0)
}
