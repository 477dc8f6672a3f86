package arc

import (
	"math"
	"math/rand/v2"
)

// Rates of learning, before the square root of the squared gradients that
// Adagrad divides them by. Measured: twice or half as much is worse.
const (
	wideRate = 0.03
	inRate   = 0.06
	outRate  = 0.02
	biasRate = 0.0005
)

// net is the scorer while it is trained: a hidden layer over the deep inputs,
// and beside it a linear layer over the hashed features.
type net struct {
	in   []float32 // inputRows of hidden
	inG  []float32 // squared gradients, one a row
	bias []float32
	out  []float32 // hidden x rowSize
	outG []float32
	wide []float32 // rows of rowSize, their squared gradients last
	rate float32
	drop float32
	rng  *rand.Rand

	h    [hidden]float32
	grad [hidden]float32
}

func newNet(wide int, rng *rand.Rand) *net {
	n := &net{
		in: make([]float32, inputRows*hidden), inG: make([]float32, inputRows),
		bias: make([]float32, hidden), out: make([]float32, hidden*rowSize), outG: make([]float32, hidden),
		wide: make([]float32, wide*rowSize), rng: rng,
	}
	for i := range n.in {
		n.in[i] = (rng.Float32() - 0.5) * 0.2
	}
	for i := range n.out {
		n.out[i] = (rng.Float32() - 0.5) * 0.4
	}
	return n
}

// scores returns the scores of the moves.
func (n *net) scores(d *inputs, f *features, train bool) [moves]float32 {
	h := &n.h
	copy(h[:], n.bias)
	for _, at := range d.at[:d.n] {
		row := (*[hidden]float32)(n.in[int(at)*hidden:])
		for i := range h {
			h[i] += row[i]
		}
	}
	var sums [moves]float32
	for i, x := range h {
		if x <= 0 {
			h[i] = 0
			continue
		}
		if train && n.drop > 0 {
			if n.rng.Float32() < n.drop {
				h[i] = 0
				continue
			}
			x /= 1 - n.drop
			h[i] = x
		}
		o := n.out[i*rowSize : i*rowSize+rowSize]
		sums[0] += x * o[0]
		sums[1] += x * o[1]
		sums[2] += x * o[2]
	}
	for _, at := range f.at[:f.n] {
		row := n.wide[at*rowSize : at*rowSize+rowSize : at*rowSize+rowSize]
		sums[0] += row[0]
		sums[1] += row[1]
		sums[2] += row[2]
	}
	return sums
}

// learn moves the weights against the gradient of the scores.
func (n *net) learn(d *inputs, f *features, g [moves]float32) {
	sq := g[0]*g[0] + g[1]*g[1] + g[2]*g[2]
	if sq < 1e-6 {
		return
	}
	for _, at := range f.at[:f.n] {
		row := n.wide[at*rowSize : at*rowSize+rowSize : at*rowSize+rowSize]
		row[moves] += sq
		r := n.rate * wideRate / float32(math.Sqrt(float64(row[moves])+1e-4))
		row[0] -= r * g[0]
		row[1] -= r * g[1]
		row[2] -= r * g[2]
	}
	scale := 1 / (1 - n.drop)
	sq = 0
	for i, x := range n.h {
		if x == 0 {
			n.grad[i] = 0
			continue
		}
		o := n.out[i*rowSize : i*rowSize+rowSize]
		gi := (g[0]*o[0] + g[1]*o[1] + g[2]*o[2]) * scale
		n.grad[i] = gi
		sq += gi * gi
		var a float32
		for k := range g {
			a += g[k] * g[k] * x * x
		}
		n.outG[i] += a
		r := n.rate * outRate / float32(math.Sqrt(float64(n.outG[i])+1e-4))
		for k := range g {
			o[k] -= r * g[k] * x
		}
	}
	sq /= hidden
	for _, at := range d.at[:d.n] {
		n.inG[at] += sq
		r := n.rate * inRate / float32(math.Sqrt(float64(n.inG[at])+1e-5))
		row := (*[hidden]float32)(n.in[int(at)*hidden:])
		for i, x := range &n.grad {
			row[i] -= r * x
		}
	}
	for i, x := range &n.grad {
		n.bias[i] -= n.rate * biasRate * x
	}
}
