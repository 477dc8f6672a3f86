package arc

import (
	"encoding/binary"
	"errors"
	"fmt"
	"io"

	"github.com/concord-news/concord/rules/syntax/internal/pack"
)

// magic begins an encoded model and changes with its layout.
const magic = "concord parser 2\n"

// Encode writes the model. The same model gives the same bytes.
func (m *Model) Encode(w io.Writer) error {
	b := []byte(magic)
	b = append(b, m.shift, m.labelShift)
	b = pack.AppendUint32s(b, uint32(m.wideUnit), uint32(len(m.words.keys)))
	b = pack.AppendUint32s(b, m.words.keys...)
	for _, id := range m.words.ids {
		b = binary.LittleEndian.AppendUint16(b, id)
	}
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
	b = pack.AppendWeights(b, m.labels)
	_, err := w.Write(b)
	return err
}

// EncodeRows writes the rows of the hidden layer, by far the largest part.
func (m *Model) EncodeRows(w io.Writer) error {
	b := make([]byte, 0, inputRows*hidden)
	for i := range m.in {
		for _, x := range m.in[i] {
			b = binary.LittleEndian.AppendUint64(b, x)
		}
	}
	_, err := w.Write(b)
	return err
}

// Decode reads an encoded model and its rows.
func Decode(b, in []byte) (*Model, error) {
	r := pack.Reader{B: b}
	if string(r.Take(len(magic))) != magic {
		return nil, errors.New("parser model: not one, or of another version")
	}
	m := &Model{shift: r.Byte(), labelShift: r.Byte()}
	if m.shift < 40 || m.shift > 56 || m.labelShift < 40 || m.labelShift > 56 {
		return nil, fmt.Errorf("parser model: shifts %d and %d", m.shift, m.labelShift)
	}
	m.wideUnit = int64(r.Uint32())
	n := r.Count(6)
	if n&(n-1) != 0 || n <= wordKinds {
		return nil, fmt.Errorf("parser model: vocabulary of %d", n)
	}
	m.words.keys, m.words.ids = r.Uint32s(n), make([]uint16, n)
	for i, raw := 0, r.Take(2*n); i < n && !r.Short; i++ {
		m.words.ids[i] = binary.LittleEndian.Uint16(raw[2*i:]) % wordKinds
	}
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
	m.wide = rows(r.Weights(moves << (64 - m.shift)))
	m.labels = r.Weights(1 << (64 - m.labelShift))
	if r.Short || len(r.B) > 0 || len(in) != inputRows*hidden {
		return nil, errors.New("parser model: cut short or too long")
	}
	m.in = make([][hidden / 8]uint64, inputRows)
	for i := range m.in {
		row := in[i*hidden : (i+1)*hidden]
		for k := range m.in[i] {
			m.in[i][k] = binary.LittleEndian.Uint64(row[k*8:])
		}
	}
	return m, nil
}

// rows fills up rows of three weights to four bytes.
func rows(w []int8) []byte {
	out := make([]byte, len(w)/moves*rowSize)
	for to := out; len(w) >= moves && len(to) >= rowSize; w, to = w[moves:], to[rowSize:] {
		to[0], to[1], to[2], to[3] = byte(int(w[0])+zero), byte(int(w[1])+zero), byte(int(w[2])+zero), zero
	}
	return out
}
