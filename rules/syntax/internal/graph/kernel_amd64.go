package graph

import "golang.org/x/sys/cpu"

// useVectors: the processor has the instructions of kernel_amd64.s.
var useVectors = cpu.X86.HasAVX2

// mulBlock adds to the sums, for each output of a block, the products of its weights
// and the inputs x, whose number is a multiple of quad.
func mulBlock(sums *[block]int32, weights []int8, x []uint8) {
	if !useVectors {
		mulBlockGo(sums, weights, x)
		return
	}
	if quads := len(x) / quad; quads > 0 && len(weights) >= quads*blockQuad {
		mulBlockAVX2(sums, &weights[0], &x[0], quads)
	}
}

// addRow adds a row to the sums.
func addRow(sums *[rowSize]int32, row *[rowSize]int8) {
	if useVectors {
		addRowAVX2(sums, row)
	} else {
		addRowGo(sums, row)
	}
}

// scale multiplies each sum by its unit, adds its bias and rounds, halves to even. The
// number of sums is a multiple of eight.
func scale(sums []int32, unit, bias []float32) {
	if !useVectors {
		scaleGo(sums, unit, bias)
		return
	}
	if n := len(sums); n >= eight && len(unit) >= n && len(bias) >= n {
		scaleAVX2(&sums[0], &unit[0], &bias[0], n/eight)
	}
}

// floats sets out to the sums, each multiplied with its unit, plus its bias. Their
// number is a multiple of eight.
func floats(out []float32, sums []int32, unit, bias []float32) {
	if !useVectors {
		floatsGo(out, sums, unit, bias)
		return
	}
	if n := len(sums); n >= eight && len(out) >= n && len(unit) >= n && len(bias) >= n {
		floatsAVX2(&out[0], &sums[0], &unit[0], &bias[0], n/eight)
	}
}

// step moves a state, and the inputs that it makes, on by a token: given the gates by
// that token, and the sums of layer l, which leads from the state before.
func step(state *[Hidden]float32, x *[Hidden]uint8, gates *[Gates]float32, sums *[Gates]int32, l *linear) {
	if useVectors {
		stepAVX2(state, x, gates, sums, (*[Gates]float32)(l.unit), (*[Gates]float32)(l.bias))
	} else {
		stepGo(state, x, gates, sums, l)
	}
}

//go:noescape
func mulBlockAVX2(sums *[block]int32, weights *int8, x *uint8, quads int)

//go:noescape
func addRowAVX2(sums *[rowSize]int32, row *[rowSize]int8)

//go:noescape
func scaleAVX2(sums *int32, unit, bias *float32, eights int)

//go:noescape
func floatsAVX2(out *float32, sums *int32, unit, bias *float32, eights int)

//go:noescape
func stepAVX2(state *[Hidden]float32, x *[Hidden]uint8, gates *[Gates]float32, sums *[Gates]int32, unit, bias *[Gates]float32)
