package pack

import (
	"math/rand/v2"
	"testing"

	"github.com/stretchr/testify/assert"
)

// weights draws n weights; share of them are not 0 and some are large.
func weights(n int, share float64) []int8 {
	rng := rand.New(rand.NewPCG(1, uint64(n)))
	w := make([]int8, n)
	for i := range w {
		if rng.Float64() < share {
			w[i] = int8(max(-128, min(127, rng.NormFloat64()*40)))
		}
	}
	return w
}

func TestWeights(t *testing.T) {
	for _, n := range []int{0, 1, 2, 3, 4, 5, 1000} {
		w := weights(n, 1)
		b := append(AppendWeights(nil, w), 77)
		r := Reader{B: b}
		assert.Equal(t, w, append([]int8{}, r.Weights(n)...))
		assert.EqualValues(t, 77, r.Byte())
		assert.False(t, r.Short)
		r = Reader{B: b[:len(b)-2]}
		r.Weights(n)
		assert.True(t, r.Short, "cut short")
	}
	all := make([]int8, 256)
	for i := range all {
		all[i] = int8(i)
	}
	r := Reader{B: AppendWeights(nil, all)}
	assert.Equal(t, all, r.Weights(len(all)))
}

func TestSparse(t *testing.T) {
	w := weights(6400, 0.4)
	b := AppendSparse(nil, w)
	r := Reader{B: b}
	assert.Equal(t, w, r.Sparse(len(w)))
	assert.Empty(t, r.B)
	assert.False(t, r.Short)
	for _, bad := range [][]byte{b[:100], b[:len(b)-3], make([]byte, 10)} {
		r := Reader{B: bad}
		assert.Nil(t, r.Sparse(len(w)))
		assert.True(t, r.Short, "cut short")
	}
	full := append([]byte{}, b...)
	for i := range len(w) / 8 {
		full[i] = 255
	}
	r = Reader{B: full}
	r.Sparse(len(w))
	assert.True(t, r.Short, "more bits than weights")
}

func TestBlocks(t *testing.T) {
	const n, size = 11, 16
	w := weights(n*size, 0.5)
	for _, i := range []int{0, 3, 10} {
		clear(w[i*size : (i+1)*size])
	}
	b := append(AppendBlocks(nil, w, size), 77)
	got := make([]int8, len(w))
	r := Reader{B: b}
	r.Blocks(n, size, func(i int, block []int8) {
		assert.NotContains(t, []int{0, 3, 10}, i)
		copy(got[i*size:], block)
	})
	assert.Equal(t, w, got)
	assert.EqualValues(t, 77, r.Byte())
	assert.False(t, r.Short)
	for _, bad := range [][]byte{b[:1], b[:40], append([]byte{255, 255}, b[2:]...)} {
		r := Reader{B: bad}
		r.Blocks(n, size, func(int, []int8) {})
		assert.True(t, r.Short)
	}
}
