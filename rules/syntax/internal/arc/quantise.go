package arc

import (
	"math"
	"slices"
)

// quantise writes the network into the model as integers.
func (n *net) quantise(m *Model) {
	var by [hidden]float64 // units of the input weights, by hidden unit
	m.in = make([][hidden / 8]uint64, inputRows)
	for i := range hidden {
		var size []float64
		for r := range inputRows {
			if n.inG[r] > 0 {
				size = append(size, math.Abs(float64(n.in[r*hidden+i])))
			}
		}
		by[i] = grain(size, 10000)
		for r := range inputRows {
			w := byte(zero)
			if n.inG[r] > 0 {
				w = biased(float64(n.in[r*hidden+i]) / by[i])
			}
			m.in[r][i/8] |= uint64(w) << (i % 8 * 8)
		}
		m.bias[i] = int32(math.RoundToEven(float64(n.bias[i]) / by[i]))
	}
	size := make([]float64, 0, len(n.wide))
	for _, w := range n.wide {
		if w != 0 {
			size = append(size, math.Abs(float64(w)))
		}
	}
	wide := grain(size, 10000)
	m.wide = make([]byte, len(n.wide))
	for i, w := range n.wide {
		m.wide[i] = biased(float64(w) / wide)
	}
	m.wideUnit = 4096
	for i := range m.out {
		for k := range m.out[i] {
			w := float64(n.out[i*rowSize+k])
			m.out[i][k] = int32(math.RoundToEven(w * by[i] / wide * float64(m.wideUnit)))
		}
	}
}

// grain returns the unit in which all but one in share of the weights fit
// seven bits; the few others are cut off.
func grain(size []float64, share int) float64 {
	if len(size) == 0 {
		return 1
	}
	slices.Sort(size)
	return max(size[len(size)-1-len(size)/share]/127, 1e-9)
}

func biased(units float64) byte {
	return byte(zero + int(max(-127, min(127, math.RoundToEven(units)))))
}
