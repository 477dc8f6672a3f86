// Package learn trains the parser of package graph: the same network in floating
// point, with gradients written out by hand.
package learn

import (
	"math"
	"math/rand/v2"
	"slices"
	"sync"

	"github.com/concord-news/concord/rules/syntax/dep"
	"github.com/concord-news/concord/rules/syntax/internal/graph"
	"github.com/concord-news/concord/rules/text"
)

// Example is a sentence with its tree.
type Example struct {
	Tokens []text.Token
	Tree   dep.Tree
	// Arcs, where there are any, are the probabilities that teachers gave to the arcs: a
	// row for each token, first the root's. They are learnt in place of the tree's heads.
	Arcs []float32
}

// Options of training.
type Options struct {
	Epochs int
	Seed   uint64
	// Rate of the first step; it falls to 0.
	Rate float64
	// Drop is what part of the usual shares of numbers is left out at a time: less where
	// there is more to learn from.
	Drop float64
}

// batchRows is about how many tokens are learnt from at a time, by two networks that
// each read half of them: how many processors there are changes nothing.
const (
	batchRows = 800
	halves    = 2
)

// longest is how many tokens a sentence may have to be learnt from.
const longest = 120

// Train learns a parser. The same examples, numbering and options give the same model
// on one kind of processor.
func Train(examples []Example, input *graph.Input, o Options) *Network {
	t := newTrainer(input, o)
	all := t.sentences(examples)
	steps := o.Epochs * len(batches(all, nil))
	done := 0
	for range o.Epochs {
		for _, b := range batches(all, t.rng) {
			// an order of its own may make a batch more
			t.step(b, o.Rate*math.Pow(max(0, 1-float64(done)/float64(steps)), 0.7))
			done++
		}
	}
	return &Network{input, t.w}
}

// Network is a trained parser in floating point.
type Network struct {
	Input *graph.Input
	w     *weights
}

type trainer struct {
	input *graph.Input
	rng   *rand.Rand
	flat  []float32
	w     *weights
	adam  *adam
	half  [halves]*network
	grads [halves][]float32
}

func newTrainer(input *graph.Input, o Options) *trainer {
	_, n := view(nil)
	t := &trainer{input: input, rng: rand.New(rand.NewPCG(o.Seed, 11)), flat: make([]float32, n), adam: newAdam(n)}
	t.w, _ = view(t.flat)
	t.w.draw(t.rng)
	for i := range t.half {
		t.grads[i] = make([]float32, n)
		to, _ := view(t.grads[i])
		t.half[i] = &network{w: t.w, to: to, arena: new(arena), drops: o.Drop, rng: rand.New(rand.NewPCG(o.Seed, uint64(100+i)))}
	}
	return t
}

// sentences returns the examples that are not too long.
func (t *trainer) sentences(examples []Example) []*sentence {
	var all []*sentence
	for _, e := range examples {
		if len(e.Tokens) == 0 || len(e.Tokens) > longest {
			continue
		}
		s := &sentence{arcs: e.Arcs}
		for i := range e.Tokens {
			s.tokens = append(s.tokens, t.input.Of(&e.Tokens[i]))
			s.heads = append(s.heads, e.Tree.Heads[i]+1)
			s.labels = append(s.labels, uint8(e.Tree.Relations[i]))
		}
		all = append(all, s)
	}
	return all
}

// batches puts sentences of like length together, in an order that rng draws.
func batches(all []*sentence, rng *rand.Rand) [][]*sentence {
	all = slices.Clone(all)
	if rng != nil {
		rng.Shuffle(len(all), func(i, j int) { all[i], all[j] = all[j], all[i] })
	}
	slices.SortStableFunc(all, func(a, b *sentence) int { return len(a.tokens)/3 - len(b.tokens)/3 })
	var out [][]*sentence
	for len(all) > 0 {
		n, rows := 0, 0
		for n < len(all) && rows < batchRows {
			rows += len(all[n].tokens)
			n++
		}
		out = append(out, all[:n])
		all = all[n:]
	}
	if rng != nil {
		rng.Shuffle(len(out), func(i, j int) { out[i], out[j] = out[j], out[i] })
	}
	return out
}

// step learns from a batch.
func (t *trainer) step(b []*sentence, rate float64) {
	var wait sync.WaitGroup
	for i := range t.half {
		part := b[i*len(b)/halves : (i+1)*len(b)/halves]
		clear(t.grads[i])
		if len(part) > 0 {
			wait.Go(func() { t.half[i].learn(newBatch(part)) })
		}
	}
	wait.Wait()
	rows := 0
	for _, s := range b {
		rows += len(s.tokens)
	}
	sum := t.grads[0]
	for i, x := range t.grads[1] {
		sum[i] = (sum[i] + x) / float32(rows)
	}
	t.adam.step(t.flat, sum, rate)
}
