package arc

import (
	"math"
	"slices"
)

// quantise writes the network into the model as integers.
func (n *net) quantise(m *Model) {
	by := units(n.in, n.inG, hidden)
	m.in = make([][hidden / 8]uint64, inputRows)
	for r := range m.in {
		emptyRow(m.in[r][:])
		if n.inG[r] > 0 {
			quantiseRow(m.in[r][:], n.in[r*hidden:(r+1)*hidden], by)
		}
	}
	for i := range m.bias {
		m.bias[i] = int32(math.RoundToEven(float64(n.bias[i]) / by[i]))
	}
	var size []float64
	for i, w := range n.wide {
		if w != 0 && i%rowSize < moves {
			size = append(size, math.Abs(float64(w)))
		}
	}
	wide := grain(size, 10000)
	m.wide = make([]byte, len(n.wide))
	for i, w := range n.wide {
		if m.wide[i] = zero; i%rowSize < moves {
			m.wide[i] = biased(float64(w) / wide)
		}
	}
	m.wideUnit = 4096
	for i := range m.out {
		for k := range m.out[i] {
			w := float64(n.out[i*rowSize+k])
			m.out[i][k] = int32(math.RoundToEven(w * by[i] / wide * float64(m.wideUnit)))
		}
	}
}

// quantise writes the network into the labeller as integers.
func (n *labelNet) quantise(l *labeller) {
	by := units(n.in, n.inG, labelHidden)
	l.in = make([][labelHidden / 8]uint64, labelRows)
	for r := range l.in {
		emptyRow(l.in[r][:])
		if n.inG[r] > 0 {
			quantiseRow(l.in[r][:], n.in[r*labelHidden:(r+1)*labelHidden], by)
		}
	}
	for i := range l.bias {
		l.bias[i] = int32(math.RoundToEven(float64(n.bias[i]) / by[i]))
	}
	var size []float64
	for _, w := range n.wide {
		if w != 0 {
			size = append(size, math.Abs(float64(w)))
		}
	}
	wide := grain(size, 10000)
	l.wide = make([]int8, len(n.wide))
	for i, w := range n.wide {
		l.wide[i] = int8(int(biased(float64(w)/wide)) - zero)
	}
	l.wideUnit = 4096
	for r := range l.out {
		for i := range l.out[r] {
			l.out[r][i] = int32(math.RoundToEven(float64(n.out[r][i]) * by[i] / wide * float64(l.wideUnit)))
		}
	}
}

// units returns the units of the weights that lead into each of the hidden
// units, of which there are width. Rows without gradients were never seen.
func units(in, gradients []float32, width int) []float64 {
	by := make([]float64, width)
	for i := range by {
		var size []float64
		for r, g := range gradients {
			if g > 0 {
				size = append(size, math.Abs(float64(in[r*width+i])))
			}
		}
		by[i] = grain(size, 10000)
	}
	return by
}

// quantiseRow sets a row of a hidden layer to weights in their units.
func quantiseRow(row []uint64, w []float32, by []float64) {
	clear(row)
	for i, x := range w {
		row[i/8] |= uint64(biased(float64(x)/by[i])) << (i % 8 * 8)
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
