package learn

import "math"

// adam moves weights by the mean of their gradients over the root of the mean of the
// squares (Kingma and Ba 2015).
type adam struct {
	mean, square []float32
	steps        int
}

const (
	keepMean   = 0.9
	keepSquare = 0.9 // as Dozat and Manning (2017) for parsers, in place of .999
	longestWay = 5.0 // gradients that are longer together are cut to that
	tiny       = 1e-8
)

func newAdam(n int) *adam { return &adam{mean: make([]float32, n), square: make([]float32, n)} }

func (a *adam) step(w, grad []float32, rate float64) {
	a.steps++
	size := 0.0
	for _, g := range grad {
		size += float64(g) * float64(g)
	}
	scale := float32(min(1, longestWay/math.Sqrt(size+tiny)))
	by := float32(rate / (1 - math.Pow(keepMean, float64(a.steps))))
	square := float32(1 / (1 - math.Pow(keepSquare, float64(a.steps))))
	for i, g := range grad {
		g *= scale
		m := keepMean*a.mean[i] + (1-keepMean)*g
		s := keepSquare*a.square[i] + (1-keepSquare)*g*g
		a.mean[i], a.square[i] = m, s
		w[i] -= by * m / (float32(math.Sqrt(float64(s*square))) + tiny)
	}
}
