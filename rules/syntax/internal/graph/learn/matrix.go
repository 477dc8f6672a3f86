package learn

import (
	"gonum.org/v1/gonum/blas"
	"gonum.org/v1/gonum/blas/blas32"
)

// matrix returns the rows of cols numbers that data holds.
func matrix(data []float32, cols int) blas32.General {
	return blas32.General{Rows: len(data) / cols, Cols: cols, Stride: cols, Data: data}
}

// product adds a times b to c.
func product(c, a, b blas32.General) { blas32.Gemm(blas.NoTrans, blas.NoTrans, 1, a, b, 1, c) }

// productLeft adds the transpose of a, times b, to c.
func productLeft(c, a, b blas32.General) { blas32.Gemm(blas.Trans, blas.NoTrans, 1, a, b, 1, c) }

// productRight adds a times the transpose of b to c.
func productRight(c, a, b blas32.General) { blas32.Gemm(blas.NoTrans, blas.Trans, 1, a, b, 1, c) }

// addRows adds all rows of m to sum.
func addRows(sum []float32, m blas32.General) {
	for i := range m.Rows {
		for k, x := range m.Data[i*m.Stride : i*m.Stride+m.Cols] {
			sum[k] += x
		}
	}
}

// setRows sets all rows of m to row.
func setRows(m blas32.General, row []float32) {
	for i := range m.Rows {
		copy(m.Data[i*m.Stride:i*m.Stride+m.Cols], row)
	}
}

// arena hands out zeroed memory that is used again for the next batch.
type arena struct {
	memory []float32
	used   int
}

func (a *arena) take(n int) []float32 {
	if a.used+n > len(a.memory) {
		a.memory, a.used = make([]float32, max(2*len(a.memory), n, 1<<20)), 0
	}
	a.used += n
	out := a.memory[a.used-n : a.used : a.used]
	clear(out)
	return out
}

func (a *arena) matrix(rows, cols int) blas32.General { return matrix(a.take(rows*cols), cols) }

// reset frees everything that was handed out.
func (a *arena) reset() { a.used = 0 }
