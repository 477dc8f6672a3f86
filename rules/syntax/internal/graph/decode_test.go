package graph

import (
	"math/rand/v2"
	"testing"

	"github.com/stretchr/testify/assert"
)

// trees calls f with every tree of n words that is projective and has one root.
func trees(n int, f func(heads []int32)) {
	heads := make([]int32, n)
	var set func(i int)
	set = func(i int) {
		if i == n {
			if projective(heads) {
				f(heads)
			}
			return
		}
		for h := range n + 1 {
			if h != i+1 {
				heads[i] = int32(h)
				set(i + 1)
			}
		}
	}
	set(0)
}

// projective reports whether heads are a tree with one root in which no arcs cross.
func projective(heads []int32) bool {
	roots := 0
	for i, h := range heads {
		if h == 0 {
			roots++
		}
		for at, steps := int32(i+1), 0; at != 0; at, steps = heads[at-1], steps+1 {
			if steps > len(heads) {
				return false
			}
		}
		for k, g := range heads {
			a, b := min(int32(i+1), h), max(int32(i+1), h)
			c, d := min(int32(k+1), g), max(int32(k+1), g)
			if a < c && c < b && b < d {
				return false
			}
		}
	}
	return roots == 1
}

// TestDecode holds the decoder against a look at every tree.
func TestDecode(t *testing.T) {
	rng := rand.New(rand.NewPCG(1, 2))
	var d Decoder[int32]
	for n := 1; n <= 5; n++ {
		for range 30 {
			scores := make([]int32, n*(n+1))
			for i := range scores {
				scores[i] = int32(rng.IntN(2001) - 1000)
			}
			sum := func(heads []int32) (s int32) {
				for i, h := range heads {
					s += scores[i*(n+1)+int(h)]
				}
				return s
			}
			best := int32(-1 << 30)
			trees(n, func(heads []int32) { best = max(best, sum(heads)) })
			heads := d.Decode(scores, n)
			assert.True(t, projective(heads), "%v", heads)
			assert.Equal(t, best, sum(heads), "%d words", n)
		}
	}
}

func TestDecodeMostWords(t *testing.T) {
	var d Decoder[float32]
	scores := make([]float32, MostWords*(MostWords+1))
	assert.True(t, projective(d.Decode(scores, MostWords)))
}
