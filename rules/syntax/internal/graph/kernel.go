package graph

import "math"

// What most of the time goes into, in Go, for processors without the instructions of
// kernel_amd64.s. Both give the same bits: whole numbers are exact, and those in
// floating point are rounded to single precision after each step; the conversions keep
// compilers from multiplying and adding in one.

func mulBlockGo(sums *[block]int32, weights []int8, x []uint8) {
	for ; len(x) >= quad && len(weights) >= blockQuad; x, weights = x[quad:], weights[blockQuad:] {
		a, b, c, d := int32(x[0]), int32(x[1]), int32(x[2]), int32(x[3])
		w := (*[blockQuad]int8)(weights)
		for o := range sums {
			sums[o] += a*int32(w[o*quad]) + b*int32(w[o*quad+1]) + c*int32(w[o*quad+2]) + d*int32(w[o*quad+3])
		}
	}
}

func addRowGo(sums *[rowSize]int32, row *[rowSize]int8) {
	for i, x := range row {
		sums[i] += int32(x)
	}
}

func scaled(sum int32, unit, bias float32) float32 { return float32(float32(float32(sum)*unit) + bias) }

func scaleGo(sums []int32, unit, bias []float32) {
	for i, x := range sums {
		sums[i] = int32(math.RoundToEven(float64(scaled(x, unit[i], bias[i]))))
	}
}

func floatsGo(out []float32, sums []int32, unit, bias []float32) {
	for i, x := range sums {
		out[i] = scaled(x, unit[i], bias[i])
	}
}

func stepGo(state *[Hidden]float32, x *[Hidden]uint8, gates *[Gates]float32, sums *[Gates]int32, l *linear) {
	var old [Gates]float32
	floatsGo(old[:], sums[:], l.unit, l.bias)
	for i := range state {
		reset := sigmoid(old[Hidden+i] + gates[Hidden+i])
		fresh := tanh(float32(old[2*Hidden+i]*reset) + gates[2*Hidden+i])
		update := sigmoid(old[i] + gates[i])
		state[i] = float32(float32(state[i]-fresh)*update) + fresh
		x[i] = input(state[i])
	}
}

// input returns a state, from -1 to 1, as an input from 0 to top.
func input(state float32) uint8 {
	return uint8(math.RoundToEven(float64(float32(float32(state+1) * (top / 2.0)))))
}

// tanhEnd is where tanh is 1, as its fraction has it.
const tanhEnd = 4.97

// tanh is a fraction of polynomials (the continued fraction of tanh, cut off), not more
// than .0001 from it.
func tanh(x float32) float32 {
	x = max(-tanhEnd, min(tanhEnd, x))
	s := float32(x * x)
	q := float32(float32(float32(float32(float32(float32(28*s)+3150)*s)+62370)*s) + 135135)
	p := float32(float32(float32(float32(float32(s+378)*s)+17325)*s) + 135135)
	return float32(float32(p*x) / q)
}

func sigmoid(x float32) float32 { return float32(0.5*tanh(float32(0.5*x))) + 0.5 }
