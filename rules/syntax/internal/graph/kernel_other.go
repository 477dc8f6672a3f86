//go:build !amd64

package graph

func mulBlock(sums *[block]int32, weights []int8, x []uint8) { mulBlockGo(sums, weights, x) }

func addRow(sums *[rowSize]int32, row *[rowSize]int8) { addRowGo(sums, row) }

func scale(sums []int32, unit, bias []float32) { scaleGo(sums, unit, bias) }

func floats(out []float32, sums []int32, unit, bias []float32) { floatsGo(out, sums, unit, bias) }

func step(state *[Hidden]float32, x *[Hidden]uint8, gates *[Gates]float32, sums *[Gates]int32, l *linear) {
	stepGo(state, x, gates, sums, l)
}
