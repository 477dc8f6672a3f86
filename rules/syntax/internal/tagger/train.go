package tagger

import (
	"math/rand/v2"
	"slices"

	"github.com/concord-news/concord/rules/text"
)

// Options of training; see the defaults in rules/syntax/train.
type Options struct {
	Epochs int
	// Runs is how often training is repeated in another order; the weights are
	// the mean of all.
	Runs int
	Seed uint64
	// Frequent is the count from which a word is trusted to have only the
	// labels it was seen with; Known the one from which it is known at all.
	Frequent, Known int
	// Label is how often a joint label must occur to be one; a rarer one is
	// taken for the commonest of its universal tag.
	Label int
}

// Train learns a model from tagged sentences. The same sentences and options
// give the same model, bit for bit. A first model, of one run, says between which
// labels words leave a choice, and so which are to stand together.
func Train(sentences [][]text.Token, o Options) *Model {
	first := o
	first.Runs = 1
	return train(sentences, o, train(sentences, first, nil).order(sentences)).Model
}

// train learns a model whose labels are in the order given, the commonest first
// where that is nil.
func train(sentences [][]text.Token, o Options, order []Label) *trainer {
	t := &trainer{Model: &Model{}, options: o}
	t.collect(sentences, order)
	mean := make([]float64, 2<<tableBits)
	for run := range o.Runs {
		t.run(sentences, uint64(run), mean)
	}
	weights := quantised(mean)
	t.context, t.own = weightsOf(weights[:1<<tableBits]), weightsOf(weights[1<<tableBits:])
	t.measureReach(sentences)
	return t
}

// run trains once, in an order of its own, and adds the averaged weights to
// mean.
func (t *trainer) run(sentences [][]text.Token, stream uint64, mean []float64) {
	t.sums, t.total, t.step = make([]int32, len(mean)), make([]int64, len(mean)), 0
	rng := rand.New(rand.NewPCG(t.options.Seed, stream))
	order := make([]int, len(sentences))
	for i := range order {
		order[i] = i
	}
	for range t.options.Epochs {
		rng.Shuffle(len(order), func(i, j int) { order[i], order[j] = order[j], order[i] })
		for _, i := range order {
			t.sentence(sentences[i])
		}
	}
	for i := range mean {
		mean[i] += float64(t.sums[i]) - float64(t.total[i])/float64(max(t.step, 1))
	}
}

type trainer struct {
	*Model
	options Options
	ids     map[Label]uint8
	sums    []int32
	total   []int64 // sums times the steps they were changed at
	step    int64
	scratch Scratch
	feats   []uint32
}

// sentence runs the tagger over one sentence and corrects it.
func (t *trainer) sentence(tokens []text.Token) {
	s := &t.scratch
	t.load(tokens, s)
	p1, p2 := uint8(none), uint8(none)
	for i := range tokens {
		t.step++
		gold := t.ids[Label{tokens[i].Tag, tokens[i].Fine}]
		set, _ := s.window[i+2].candidates()
		label := set[0]
		if len(set) > 1 {
			label = t.learn(set, s.window[i:i+5], [3]uint8{gold, p1, p2})
		}
		p1, p2 = label, p1
	}
}

// learn predicts a token's label and moves the weights where it is wrong.
// The labels given are the gold one and the two before.
func (t *trainer) learn(set []uint8, window []*word, l [3]uint8) uint8 {
	w := window[2]
	context, labels := around(window), w.before(l[1], l[2])
	f := append(append(append(t.feats[:0], context[:]...), labels[:]...), w.own[:]...)
	t.feats = f
	best, label := int32(-1<<31), uint8(0)
	for _, c := range set {
		sum := int32(0)
		for _, a := range f {
			sum += t.sums[place(a, c)]
		}
		if sum > best {
			best, label = sum, c
		}
	}
	gold := l[0]
	if label != gold && slices.Contains(set, gold) {
		for _, a := range f {
			t.sums[place(a, gold)]++
			t.total[place(a, gold)] += t.step
			t.sums[place(a, label)]--
			t.total[place(a, label)] -= t.step
		}
	}
	return label
}

// quantised returns the weights as int8. The scale leaves the largest one in
// ten thousand to be cut off: measured, that costs nothing, and a finer grain
// for the rest gains.
func quantised(mean []float64) []int8 {
	var size []float64
	for _, w := range mean {
		if w != 0 {
			size = append(size, max(w, -w))
		}
	}
	out := make([]int8, len(mean))
	if len(size) == 0 {
		return out
	}
	slices.Sort(size)
	scale := 127 / size[len(size)-1-len(size)/10000]
	for i, w := range mean {
		out[i] = int8(max(-127, min(127, roundHalfAway(w*scale))))
	}
	return out
}

func roundHalfAway(x float64) int {
	if x < 0 {
		return int(x - 0.5)
	}
	return int(x + 0.5)
}
