package pack

import (
	"encoding/binary"
	"math/bits"
	"slices"
)

// Most weights are small: six bits hold those from -half to half, and of the
// others say that they stand, in eight bits, behind the rest. That is as dense
// as Deflate and takes a tenth of its time to read.
const (
	half   = 31
	escape = 63
)

// AppendWeights appends small weights: their codes, four in three bytes, and the
// large ones.
func AppendWeights(b []byte, w []int8) []byte {
	var large []byte
	var group uint32
	for i, v := range w {
		code := uint32(int(v) + half)
		if v < -half || v > half {
			code = escape
			large = append(large, byte(v))
		}
		group |= code << (i % 4 * 6)
		if i%4 == 3 || i+1 == len(w) {
			b = append(b, byte(group), byte(group>>8), byte(group>>16))
			group = 0
		}
	}
	b = binary.LittleEndian.AppendUint32(b, uint32(len(large)))
	return append(b, large...)
}

// Weights returns the next n weights that AppendWeights appended.
func (r *Reader) Weights(n int) []int8 {
	codes := r.Take((n + 3) / 4 * 3)
	large := r.Take(r.Count(1))
	if r.Short {
		return nil
	}
	out := make([]int8, (n+3)/4*4)
	for to := out; len(to) >= 4 && len(codes) >= 3; to, codes = to[4:], codes[3:] {
		x := uint32(codes[0]) | uint32(codes[1])<<8 | uint32(codes[2])<<16
		for i := range 4 {
			code := x >> (6 * i) & 63
			to[i] = int8(code) - half
			if code == escape {
				if len(large) == 0 {
					r.Short = true
					return nil
				}
				to[i], large = int8(large[0]), large[1:]
			}
		}
	}
	return out[:n]
}

// AppendSparse appends weights of which many are 0: a bit for each, and those
// that are not.
func AppendSparse(b []byte, w []int8) []byte {
	var some []int8
	for start := 0; start < len(w); start += 64 {
		var mask uint64
		for i, v := range w[start:min(start+64, len(w))] {
			if v != 0 {
				mask |= 1 << i
				some = append(some, v)
			}
		}
		b = binary.LittleEndian.AppendUint64(b, mask)
	}
	b = AppendUint32s(b, uint32(len(some)))
	return AppendWeights(b, some)
}

// Sparse returns the next n weights, a multiple of 64, that AppendSparse
// appended.
func (r *Reader) Sparse(n int) []int8 {
	masks := r.Take(n / 8)
	some := r.Weights(int(r.Uint32()))
	if r.Short {
		return nil
	}
	out := make([]int8, n)
	for to := out; len(masks) >= 8 && len(to) >= 64; masks, to = masks[8:], to[64:] {
		mask := binary.LittleEndian.Uint64(masks)
		if bits.OnesCount64(mask) > len(some) {
			r.Short = true
			return nil
		}
		for ; mask != 0; mask &= mask - 1 {
			to[bits.TrailingZeros64(mask)] = some[0]
			some = some[1:]
		}
	}
	return out
}

// AppendBlocks appends weights in blocks of size, a bit for each block and those
// that are not all 0.
func AppendBlocks(b []byte, w []int8, size int) []byte {
	used := make([]byte, (len(w)/size+7)/8)
	var some []int8
	for i := range len(w) / size {
		block := w[i*size : (i+1)*size]
		if slices.ContainsFunc(block, func(v int8) bool { return v != 0 }) {
			used[i/8] |= 1 << (i % 8)
			some = append(some, block...)
		}
	}
	b = append(b, used...)
	b = AppendUint32s(b, uint32(len(some)))
	return AppendWeights(b, some)
}

// Blocks calls block with the number and the weights of each of the next n
// blocks that is not all 0, as AppendBlocks appended them.
func (r *Reader) Blocks(n, size int, block func(i int, w []int8)) {
	used := r.Take((n + 7) / 8)
	some := r.Weights(int(r.Uint32()))
	if r.Short {
		return
	}
	for i := range n {
		if used[i/8]>>(i%8)&1 == 0 {
			continue
		}
		if len(some) < size {
			r.Short = true
			return
		}
		block(i, some[:size])
		some = some[size:]
	}
}
