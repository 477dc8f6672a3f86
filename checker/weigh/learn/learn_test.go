package learn_test

import (
	"math/rand/v2"
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/concord-news/concord/checker/weigh"
	"github.com/concord-news/concord/checker/weigh/learn"
)

// sheet has two clues that tell something and two that do not.
var sheet = weigh.NewSheet([][2]string{{"nouns"}, {"times"}, {"digits"}, {"rivals"}})

// drawn returns pairs that are of one thing where their nouns are related and they lie
// within twice of each other, but for one in twenty, and that have clues beside which tell nothing.
func drawn(n int, seed uint64) []learn.Pair {
	rng := rand.New(rand.NewPCG(seed, 0))
	out := make([]learn.Pair, n)
	for i := range out {
		nouns, times := float64(rng.IntN(2)), 1+3*rng.Float64()
		out[i].Clues = weigh.Clues{nouns, times, float64(1 + rng.IntN(5)), float64(rng.IntN(4))}
		out[i].Is = (nouns == 1 && times < 2) != (rng.IntN(20) == 0)
	}
	return out
}

func TestGrow(t *testing.T) {
	s := learn.Settings{Trees: 60, Leaves: 4, Rate: 0.2, Ridge: 1, AtLeast: 10, Asked: 0.5}
	f := learn.Grow(sheet, drawn(2000, 1), s)
	right, others := 0, drawn(1000, 2)
	for i := range others {
		if f.Points(others[i].Clues) > 0 == others[i].Is {
			right++
		}
	}
	assert.GreaterOrEqual(t, right, 920, "of 1000 that were not learnt from, of which 950 can be told")
	assert.Equal(t, f.Write(), learn.Grow(sheet, drawn(2000, 1), s).Write(), "the same pairs give the same trees")
}

func TestGrowOfNothing(t *testing.T) {
	pairs := drawn(500, 3)
	for i := range pairs {
		pairs[i].Clues = make(weigh.Clues, sheet.Len())
	}
	f := learn.Grow(sheet, pairs, learn.Usual)
	assert.Empty(t, f.Trees, "pairs that are all alike leave nothing to ask")
}
