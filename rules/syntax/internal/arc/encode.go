package arc

import (
	"encoding/binary"
	"errors"
	"fmt"
	"io"

	"github.com/concord-news/concord/rules/syntax/internal/pack"
)

// magic begins an encoded model and changes with its layout.
const magic = "concord parser 3\n"

// Encode writes the model. The same model gives the same bytes.
func (m *Model) Encode(w io.Writer) error {
	b := []byte(magic)
	b = append(b, m.shift, m.labels.shift)
	b = pack.AppendUint32s(b, uint32(m.wideUnit))
	b = m.words.encode(b)
	b = append(b, m.tags[:]...)
	for _, v := range m.bias {
		b = pack.AppendUint32s(b, uint32(v))
	}
	for _, o := range m.out {
		for _, v := range o {
			b = pack.AppendUint32s(b, uint32(v))
		}
	}
	for _, v := range m.masks {
		b = binary.LittleEndian.AppendUint64(b, v)
	}
	wide := make([]int8, 0, len(m.wide)/rowSize*moves)
	for i, v := range m.wide { // every fourth byte fills up a row
		if i%rowSize < moves {
			wide = append(wide, int8(int(v)-zero))
		}
	}
	b = pack.AppendWeights(b, wide)
	rows := make([]int8, 0, inputRows*hidden)
	for i := range m.in {
		rows = appendRow(rows, m.in[i][:])
	}
	b = pack.AppendBlocks(b, rows, hidden)
	b = m.labels.encode(b)
	_, err := w.Write(b)
	return err
}

// Decode reads an encoded model.
func Decode(b []byte) (*Model, error) {
	r := pack.Reader{B: b}
	if string(r.Take(len(magic))) != magic {
		return nil, errors.New("parser model: not one, or of another version")
	}
	m := &Model{shift: r.Byte(), labels: labeller{shift: r.Byte()}}
	if m.shift < 40 || m.shift > 56 || m.labels.shift < 40 || m.labels.shift > 56 {
		return nil, fmt.Errorf("parser model: shifts %d and %d", m.shift, m.labels.shift)
	}
	m.wideUnit = int64(r.Uint32())
	m.words.decode(&r)
	for i, v := range r.Take(len(m.tags)) {
		m.tags[i] = v % tagKinds
	}
	for i := range m.bias {
		m.bias[i] = int32(r.Uint32())
	}
	for i := range m.out {
		for k := range m.out[i] {
			m.out[i][k] = int32(r.Uint32())
		}
	}
	m.masks = make([]uint64, maskCount)
	for i, raw := 0, r.Take(8*maskCount); i < maskCount && !r.Short; i++ {
		m.masks[i] = binary.LittleEndian.Uint64(raw[8*i:])
	}
	m.wide = fourths(r.Weights(moves << (64 - m.shift)))
	m.in = make([][hidden / 8]uint64, inputRows)
	for i := range m.in {
		emptyRow(m.in[i][:])
	}
	r.Blocks(inputRows, hidden, func(i int, w []int8) { readRow(m.in[i][:], w) })
	m.labels.decode(&r)
	if r.Short || len(r.B) > 0 {
		return nil, errors.New("parser model: cut short or too long")
	}
	return m, nil
}

// fourths fills up rows of three weights to four bytes.
func fourths(w []int8) []byte {
	out := make([]byte, len(w)/moves*rowSize)
	for to := out; len(w) >= moves && len(to) >= rowSize; w, to = w[moves:], to[rowSize:] {
		to[0], to[1], to[2], to[3] = byte(int(w[0])+zero), byte(int(w[1])+zero), byte(int(w[2])+zero), zero
	}
	return out
}
