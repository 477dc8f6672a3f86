package main

import (
	"math/rand/v2"
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/concord-news/concord/rules/syntax/dep"
)

func tree(heads ...int32) dep.Tree {
	t := dep.Tree{Heads: heads, Relations: make([]dep.Relation, len(heads))}
	for i := range heads {
		t.Relations[i] = dep.Relation(i + 1)
		if heads[i] < 0 {
			t.Relations[i] = dep.Root
		}
	}
	return t
}

func TestVote(t *testing.T) {
	a, b := tree(1, -1, 1, 1), tree(2, 2, -1, 2)
	got, agreed := vote([]dep.Tree{a, a, b})
	assert.Equal(t, a, got, "two of three")
	assert.InDelta(t, 8.0/12, agreed, 1e-9)
	got, _ = vote([]dep.Tree{b, a})
	assert.Equal(t, b, got, "a tie goes to the first")
	got, agreed = vote([]dep.Tree{a, a})
	assert.Equal(t, a, got)
	assert.Equal(t, 1.0, agreed)
}

// TestVoteIsATree votes over random heads: the result must be projective with
// one root.
func TestVoteIsATree(t *testing.T) {
	rng := rand.New(rand.NewPCG(1, 1))
	for range 200 {
		n := 1 + rng.IntN(12)
		var trees []dep.Tree
		for range 3 {
			heads := make([]int32, n)
			for i := range heads {
				heads[i] = int32(rng.IntN(n+1)) - 1
			}
			trees = append(trees, tree(heads...))
		}
		got, _ := vote(trees)
		roots := 0
		for i, h := range got.Heads {
			if h < 0 {
				roots++
				continue
			}
			first, last := got.Yield(int(h))
			assert.True(t, first <= i && i < last, "arcs do not cross")
			steps := 0
			for k := i; k >= 0; k = int(got.Heads[k]) {
				steps++
				if !assert.LessOrEqual(t, steps, n, "a cycle") {
					return
				}
			}
		}
		assert.Equal(t, 1, roots)
	}
}

func TestMirrored(t *testing.T) {
	a := tree(1, -1, 1, 2)
	assert.Equal(t, []int32{1, 2, -1, 2}, mirrored(a).Heads)
	assert.Equal(t, a, mirrored(mirrored(a)))
}
