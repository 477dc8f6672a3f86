package arc

import (
	"math"
	"math/bits"
	"math/rand/v2"

	"github.com/concord-news/concord/rules/syntax/dep"
	"github.com/concord-news/concord/rules/text"
)

// Example is a sentence with its tree.
type Example struct {
	Tokens []text.Token
	Tree   dep.Tree
}

// Options of training.
type Options struct {
	Epochs int
	// Bits of a row number of the moves, and of an address of the labels.
	Bits, LabelBits int
	Seed            uint64
	// Explore is how often a wrong move is followed, so that the parser learns
	// what to do after its own mistakes.
	Explore float64
	// Drop is the share of the hidden layer that is left out at a time.
	Drop float32
}

// Train learns a parser. The same examples and options give the same model,
// bit for bit.
func Train(examples []Example, o Options) *Model {
	t := &trainer{
		Model:   &Model{shift: uint8(64 - o.Bits)},
		options: o,
		rng:     rand.New(rand.NewPCG(o.Seed, 3)),
	}
	t.net = newNet(1<<o.Bits, t.rng)
	t.net.drop = o.Drop
	t.rels = newLabelNet(1<<o.LabelBits, t.rng)
	t.rels.drop = o.Drop / 2
	t.labels.shift = uint8(64 - o.LabelBits)
	t.words, t.tags = newVocabulary(examples), newTagset(examples)
	t.masks = masks(examples, &t.tags)
	order := make([]int, len(examples))
	for i := range order {
		order[i] = i
	}
	for t.epoch = range o.Epochs {
		t.rng.Shuffle(len(order), func(i, j int) { order[i], order[j] = order[j], order[i] })
		for k, i := range order {
			t.net.rate = 1 - (float32(t.epoch)+float32(k)/float32(len(order)))/float32(o.Epochs)
			t.rels.rate = t.net.rate
			t.example(examples[i])
		}
	}
	t.net.quantise(t.Model)
	t.rels.quantise(&t.labels)
	return t.Model
}

type trainer struct {
	*Model
	options Options
	deep    inputs
	net     *net
	rels    *labelNet
	rng     *rand.Rand
	epoch   int
	scratch Scratch
	gold    gold
}

// load sets the gold tree of the example.
func (t *trainer) load(e Example) {
	n := len(e.Tokens) + 1
	g := &t.gold
	g.head, g.rel = make([]int32, n), make([]uint8, n)
	g.deps = make([][]int32, n)
	for i := range e.Tokens {
		h := e.Tree.Heads[i] + 1
		g.head[i+1], g.rel[i+1] = h, uint8(e.Tree.Relations[i])
		if h > 0 {
			g.deps[h] = append(g.deps[h], int32(i+1))
		}
	}
}

// example parses one sentence and corrects the parser.
func (t *trainer) example(e Example) {
	t.load(e)
	s := &t.scratch.state
	s.reset(e.Tokens, &t.words, &t.tags)
	for !s.done() {
		move := t.step()
		rel := uint8(0)
		if move != shift {
			head, child := s.arc(move)
			if t.gold.head[child] == head {
				rel = t.label(head, child)
			} else {
				rel = t.guess(head, child)
			}
		}
		s.apply(move, rel)
	}
}

// step learns one move and returns the one to follow.
func (t *trainer) step() int {
	s, f := &t.scratch.state, &t.scratch.feats
	legal := s.legal()
	if legal&(legal-1) == 0 {
		return bits.TrailingZeros8(legal)
	}
	t.extract(f, s)
	s.deep(&t.deep)
	sums := t.net.scores(&t.deep, f, true)
	best := s.best(&t.gold, legal)
	guess, want := pickF(sums, legal), pickF(sums, best)
	t.net.learn(&t.deep, f, gradient(sums, legal, best))
	if guess == want {
		return guess
	}
	if t.epoch > 0 && t.rng.Float64() < t.options.Explore {
		return guess
	}
	return want
}

// guess returns the relation that the labels so far give an arc.
func (t *trainer) guess(head, child int32) uint8 {
	_, rel := t.relate(head, child, false)
	return rel
}

// relate is guess; train drops units of the hidden layer. It returns the
// relations that the arc can have, too.
func (t *trainer) relate(head, child int32, train bool) (mask uint64, rel uint8) {
	c := &t.scratch
	s := &c.state
	extractLabel(&c.lab, s, arcOf{head, child, t.labels.shift})
	s.deepLabel(&c.deepLab, head, child)
	mask = t.candidates(s, head, child)
	return mask, t.rels.best(&c.deepLab, &c.lab, mask, train)
}

// label learns the relation of a right arc and returns the guess.
func (t *trainer) label(head, child int32) uint8 {
	mask, rel := t.relate(head, child, true)
	if want := t.gold.rel[child]; mask>>want&1 == 1 && mask&(mask-1) != 0 {
		t.rels.learn(&t.scratch.deepLab, &t.scratch.lab, mask, rel, want)
	}
	return rel
}

// masks collects the relations of arcs by the tags of their words. A pair of
// tags that hardly occurred has what the dependent's tags have with any head.
func masks(examples []Example, tags *tagset) []uint64 {
	count := make([][dep.Count]int, maskCount)
	for _, e := range examples {
		for i, h := range e.Tree.Heads {
			if h >= 0 {
				at := maskIndex(uint8(e.Tokens[h].Tag), tags.id(&e.Tokens[i]), int(h) > i)
				count[at][e.Tree.Relations[i]]++
			}
		}
	}
	out := make([]uint64, maskCount)
	rest := make([]uint64, 2*tagKinds)
	for i := range count {
		for r, n := range count[i] {
			if n > 0 {
				rest[i%len(rest)] |= 1 << r
			}
			if n > 1 {
				out[i] |= 1 << r
			}
		}
	}
	for i := range out {
		if out[i] == 0 {
			out[i] = rest[i%len(rest)]
		}
		if out[i] == 0 {
			out[i] = 1 << dep.Dep
		}
	}
	return out
}

// gradient of the loss: minus the logarithm of what softmax gives to the moves
// in best, among the legal ones.
func gradient(sums [moves]float32, legal, best uint8) [moves]float32 {
	var p [moves]float32
	top := max(sums[0], sums[1], sums[2])
	var all, good float32
	for i, x := range sums {
		if legal>>i&1 == 1 {
			p[i] = float32(math.Exp(float64(x - top)))
			all += p[i]
			if best>>i&1 == 1 {
				good += p[i]
			}
		}
	}
	var g [moves]float32
	for i := range p {
		g[i] = p[i] / all
		if best>>i&1 == 1 && good > 0 {
			g[i] -= p[i] / good
		}
	}
	return g
}

func pickF(sums [moves]float32, allowed uint8) int {
	best, move := float32(math.Inf(-1)), 0
	for i, v := range sums {
		if allowed>>i&1 == 1 && v > best {
			best, move = v, i
		}
	}
	return move
}
