package graph

import (
	"math"
	"math/rand/v2"
	"testing"

	"github.com/stretchr/testify/assert"
)

// TestKernels holds the instructions of this processor against Go, on the largest
// numbers too.
func TestKernels(t *testing.T) {
	rng := rand.New(rand.NewPCG(1, 2))
	for _, n := range []int{quad, 2 * quad, Hidden, Both} {
		for round := range 50 {
			w, x := make([]int8, block*n), make([]uint8, n)
			for i := range w {
				if w[i] = int8(rng.IntN(2*top+1) - top); round == 0 {
					w[i] = top
				}
			}
			for i := range x {
				if x[i] = uint8(rng.IntN(top + 1)); round == 0 {
					x[i] = top
				}
			}
			var a, b [block]int32
			a[5], b[5] = -7, -7
			mulBlock(&a, w, x)
			mulBlockGo(&b, w, x)
			assert.Equal(t, b, a)
		}
	}
	var row [rowSize]int8
	var a, b [rowSize]int32
	for range 20 {
		for i := range row {
			row[i] = int8(rng.IntN(2*top+1) - top)
		}
		addRow(&a, &row)
		addRowGo(&b, &row)
		assert.Equal(t, b, a)
		var unit, bias [rowSize]float32
		for i := range unit {
			unit[i], bias[i] = float32(rng.NormFloat64()), float32(rng.NormFloat64()*100)
		}
		bias[0], unit[0], a[0], b[0] = 0.5, 1, 2, 2 // a half
		var f, g [rowSize]float32
		floats(f[:], a[:], unit[:], bias[:])
		floatsGo(g[:], b[:], unit[:], bias[:])
		assert.Equal(t, g, f)
		scale(a[:], unit[:], bias[:])
		scaleGo(b[:], unit[:], bias[:])
		assert.Equal(t, b, a)
		assert.EqualValues(t, 2, a[0])
	}
}

// TestStep holds many steps against Go, gates far out among them.
func TestStep(t *testing.T) {
	rng := rand.New(rand.NewPCG(1, 2))
	l := &linear{unit: make([]float32, Gates), bias: make([]float32, Gates)}
	for i := range l.unit {
		l.unit[i], l.bias[i] = float32(rng.NormFloat64())/1000, float32(rng.NormFloat64())
	}
	var state, want [Hidden]float32
	var x, wantX [Hidden]uint8
	for round := range 500 {
		var gates [Gates]float32
		var sums [Gates]int32
		for i := range gates {
			gates[i], sums[i] = float32(rng.NormFloat64()*float64(round%7)), int32(rng.IntN(4000)-2000)
		}
		step(&state, &x, &gates, &sums, l)
		stepGo(&want, &wantX, &gates, &sums, l)
		assert.Equal(t, want, state)
		assert.Equal(t, wantX, x)
	}
}

func TestCurves(t *testing.T) {
	for x := float32(-20); x <= 20; x += 0.01 {
		assert.InDelta(t, math.Tanh(float64(x)), tanh(x), 1e-4)
		assert.InDelta(t, 1/(1+math.Exp(-float64(x))), sigmoid(x), 1e-4)
	}
	assert.Equal(t, [3]uint8{0, 64, top}, [3]uint8{input(-1), input(0), input(1)})
}

// TestPlace checks that each weight has a place of its own, where mulBlock reads it.
func TestPlace(t *testing.T) {
	const outputs, inputs = 2 * block, 12
	seen := map[int]bool{}
	for o := range outputs {
		for i := range inputs {
			w, x := make([]int8, outputs*inputs), make([]uint8, inputs)
			w[place(o, i, inputs)], x[i] = 3, 5
			seen[place(o, i, inputs)] = true
			sums := make([]int32, outputs)
			multiply(sums, w, x)
			want := make([]int32, outputs)
			want[o] = 15
			assert.Equal(t, want, sums)
		}
	}
	assert.Len(t, seen, outputs*inputs)
}

func BenchmarkMulBlock(b *testing.B) {
	w, x := make([]int8, block*Both), make([]uint8, Both)
	var sums [block]int32
	for b.Loop() {
		mulBlock(&sums, w, x)
	}
	b.ReportMetric(float64(block*Both*b.N)/b.Elapsed().Seconds()/1e9, "products/ns")
}
