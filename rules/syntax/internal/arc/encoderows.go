package arc

import (
	"encoding/binary"

	"github.com/concord-news/concord/rules/syntax/internal/pack"
)

// appendRow appends the weights of a row of a hidden layer, eight in a number.
func appendRow(w []int8, row []uint64) []int8 {
	for _, x := range row {
		for i := range 8 {
			w = append(w, int8(int(x>>(8*i)&255)-zero))
		}
	}
	return w
}

// readRow is the reverse of appendRow.
func readRow(row []uint64, w []int8) {
	for i := range row {
		var x uint64
		for k, v := range w[8*i : 8*i+8] {
			x |= uint64(byte(int(v)+zero)) << (8 * k)
		}
		row[i] = x
	}
}

// emptyRow is readRow of weights that are all 0.
func emptyRow(row []uint64) {
	for i := range row {
		row[i] = zero * 0x0101010101010101
	}
}

// encode appends the words in the order of their places in the table.
func (v *vocabulary) encode(b []byte) []byte {
	n := 0
	for _, key := range v.keys {
		if key != 0 {
			n++
		}
	}
	b = pack.AppendUint32s(b, uint32(len(v.keys)), uint32(n))
	for i, key := range v.keys {
		if key != 0 {
			b = binary.LittleEndian.AppendUint16(b, uint16(i))
			b = pack.AppendUint32s(b, key)
			b = binary.LittleEndian.AppendUint16(b, v.ids[i])
		}
	}
	return b
}

// decode reads what encode appended.
func (v *vocabulary) decode(r *pack.Reader) {
	size := r.Uint32()
	raw := r.Take(8 * r.Count(8))
	if size&(size-1) != 0 || size <= wordKinds || size > 1<<16 || len(raw)/8 >= int(size) {
		r.Short = true
		return
	}
	v.keys, v.ids = make([]uint32, size), make([]uint16, size)
	for ; len(raw) >= 8; raw = raw[8:] {
		i := uint32(binary.LittleEndian.Uint16(raw)) & (size - 1)
		v.keys[i] = binary.LittleEndian.Uint32(raw[2:])
		v.ids[i] = binary.LittleEndian.Uint16(raw[6:]) % wordKinds
	}
}

// encode appends the labeller.
func (l *labeller) encode(b []byte) []byte {
	b = pack.AppendUint32s(b, uint32(l.wideUnit))
	for _, v := range l.bias {
		b = pack.AppendUint32s(b, uint32(v))
	}
	for r := range l.out {
		for _, v := range l.out[r] {
			b = pack.AppendUint32s(b, uint32(v))
		}
	}
	rows := make([]int8, 0, labelRows*labelHidden)
	for i := range l.in {
		rows = appendRow(rows, l.in[i][:])
	}
	b = pack.AppendBlocks(b, rows, labelHidden)
	return pack.AppendWeights(b, l.wide)
}

// decode reads what encode appended; shift is set already.
func (l *labeller) decode(r *pack.Reader) {
	l.wideUnit = int64(r.Uint32())
	for i := range l.bias {
		l.bias[i] = int32(r.Uint32())
	}
	for k := range l.out {
		for i := range l.out[k] {
			l.out[k][i] = int32(r.Uint32())
		}
	}
	l.in = make([][labelHidden / 8]uint64, labelRows)
	for i := range l.in {
		emptyRow(l.in[i][:])
	}
	r.Blocks(labelRows, labelHidden, func(i int, w []int8) { readRow(l.in[i][:], w) })
	l.wide = r.Weights(1 << (64 - l.shift))
}
