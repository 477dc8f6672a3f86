package arc

import (
	"math"
	"math/bits"
	"math/rand/v2"
)

// Rates of learning of the relations, as those of the moves in net.go.
const (
	labelWideRate = 0.05
	labelInRate   = 0.06
	labelOutRate  = 0.02

	// sure is how near to right or wrong a relation's probability must be for
	// nothing to be learnt from it. Measured: a tenth of it is no better, and
	// twice as slow.
	sure = 0.01
)

// labelNet is the scorer of relations while it is trained: a hidden layer over
// the deep inputs of an arc, and beside it a linear layer over its hashed
// features.
type labelNet struct {
	in    []float32 // labelRows of labelHidden
	inG   []float32 // squared gradients, one a row
	bias  [labelHidden]float32
	out   [relKinds][labelHidden]float32
	outG  [relKinds]float32
	wide  []float32
	wideG []float32
	rate  float32
	drop  float32
	rng   *rand.Rand

	h    [labelHidden]float32
	grad [labelHidden]float32
	sums [relKinds]float32
}

func newLabelNet(wide int, rng *rand.Rand) *labelNet {
	n := &labelNet{
		in: make([]float32, labelRows*labelHidden), inG: make([]float32, labelRows),
		wide: make([]float32, wide), wideG: make([]float32, wide), rng: rng,
	}
	for i := range n.in {
		n.in[i] = (rng.Float32() - 0.5) * 0.2
	}
	for r := range n.out {
		for i := range n.out[r] {
			n.out[r][i] = (rng.Float32() - 0.5) * 0.4
		}
	}
	return n
}

// layer sets the hidden units.
func (n *labelNet) layer(d *labelInputs, train bool) {
	h := &n.h
	*h = n.bias
	for _, at := range d.at[:d.n] {
		row := (*[labelHidden]float32)(n.in[int(at)*labelHidden:])
		for i := range h {
			h[i] += row[i]
		}
	}
	for i, x := range h {
		switch {
		case x <= 0:
			h[i] = 0
		case train && n.drop > 0:
			if h[i] = x / (1 - n.drop); n.rng.Float32() < n.drop {
				h[i] = 0
			}
		}
	}
}

// best scores the relations of mask and returns the best one.
func (n *labelNet) best(d *labelInputs, f *labelFeatures, mask uint64, train bool) uint8 {
	n.layer(d, train)
	best, rel := float32(math.Inf(-1)), uint8(0)
	for ; mask != 0; mask &= mask - 1 {
		r := bits.TrailingZeros64(mask)
		sum := float32(0)
		o := &n.out[r]
		for i, x := range n.h {
			sum += x * o[i]
		}
		for _, a := range f.at[:f.n] {
			sum += n.wide[a^uint32(r)]
		}
		if n.sums[r] = sum; sum > best {
			best, rel = sum, uint8(r)
		}
	}
	return rel
}

// learn moves the weights towards relation want, after best chose guess from
// mask with dropped units.
func (n *labelNet) learn(d *labelInputs, f *labelFeatures, mask uint64, guess, want uint8) {
	top, all := n.sums[guess], float32(0)
	for m := mask; m != 0; m &= m - 1 {
		r := bits.TrailingZeros64(m)
		n.sums[r] = float32(math.Exp(float64(n.sums[r] - top)))
		all += n.sums[r]
	}
	n.grad = [labelHidden]float32{}
	learnt := false
	for m := mask; m != 0; m &= m - 1 {
		r := bits.TrailingZeros64(m)
		g := n.sums[r] / all
		if r == int(want) {
			g--
		}
		if g > sure || g < -sure {
			n.learnOut(f, r, g)
			learnt = true
		}
	}
	if learnt {
		n.learnIn(d)
	}
}

// learnOut moves the weights of relation r, whose score has gradient g.
func (n *labelNet) learnOut(f *labelFeatures, r int, g float32) {
	for _, a := range f.at[:f.n] {
		w := a ^ uint32(r)
		n.wideG[w] += g * g
		n.wide[w] -= n.rate * labelWideRate * g / float32(math.Sqrt(float64(n.wideG[w])+1e-4))
	}
	o := &n.out[r]
	size := float32(0)
	for i, x := range n.h {
		size += x * x
		n.grad[i] += g * o[i]
	}
	n.outG[r] += g * g * size / labelHidden
	by := n.rate * labelOutRate * g / float32(math.Sqrt(float64(n.outG[r])+1e-4))
	for i, x := range n.h {
		o[i] -= by * x
	}
}

// learnIn moves the weights of the hidden layer, once learnOut has added up its
// gradient.
func (n *labelNet) learnIn(d *labelInputs) {
	sq := float32(0)
	for i, x := range n.h {
		if n.grad[i] /= 1 - n.drop; x == 0 {
			n.grad[i] = 0
		}
		sq += n.grad[i] * n.grad[i]
	}
	sq /= labelHidden
	for _, at := range d.at[:d.n] {
		n.inG[at] += sq
		r := n.rate * labelInRate / float32(math.Sqrt(float64(n.inG[at])+1e-5))
		row := (*[labelHidden]float32)(n.in[int(at)*labelHidden:])
		for i, x := range &n.grad {
			row[i] -= r * x
		}
	}
	for i, x := range &n.grad {
		n.bias[i] -= n.rate * biasRate * x
	}
}
