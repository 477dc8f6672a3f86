package learn

import (
	"math"
	"math/rand/v2"
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/concord-news/concord/rules/syntax/internal/graph"
)

// drawn returns a sentence of n tokens with a tree, all drawn.
func drawn(rng *rand.Rand, n int) *sentence {
	s := &sentence{}
	for i := range n {
		p := graph.Properties{Word: uint16(rng.IntN(9)), Tag: uint16(rng.IntN(9)), End: uint16(rng.IntN(9)), HasVector: i%2 == 0}
		for g := range p.Vector {
			p.Vector[g] = uint8(rng.IntN(256))
		}
		s.tokens = append(s.tokens, p)
		h := rng.IntN(n + 1)
		if h == i+1 {
			h = 0
		}
		s.heads = append(s.heads, int32(h))
		s.labels = append(s.labels, uint8(rng.IntN(labels)))
	}
	return s
}

// TestGradients moves single weights a little and compares what that does to the loss
// with the gradient.
func TestGradients(t *testing.T) {
	rng := rand.New(rand.NewPCG(1, 2))
	_, n := view(nil)
	flat, grad := make([]float32, n), make([]float32, n)
	w, _ := view(flat)
	to, _ := view(grad)
	w.draw(rng)
	b := newBatch([]*sentence{drawn(rng, 3), drawn(rng, 7), drawn(rng, 5)})
	net := &network{w: w, to: to, arena: new(arena)}
	net.learn(b)
	want := append([]float32(nil), grad...)
	at := func(i int, x float32) float64 {
		old := flat[i]
		flat[i] = x
		defer func() { flat[i] = old }()
		return net.learn(b)
	}
	checked := 0
	for range 4000 {
		i := rng.IntN(n)
		if math.Abs(float64(want[i])) < 0.05 {
			continue
		}
		const by = 3e-3
		slope := (at(i, flat[i]+by) - at(i, flat[i]-by)) / (2 * by)
		assert.InDelta(t, slope, float64(want[i]), 0.02+0.05*math.Abs(slope), "weight %d", i)
		checked++
	}
	assert.Greater(t, checked, 50)
}
