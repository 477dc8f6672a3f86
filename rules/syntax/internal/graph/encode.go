package graph

import (
	"encoding/binary"
	"errors"
	"io"
	"math"

	"github.com/concord-news/concord/rules/syntax/internal/pack"
)

// magic begins an encoded model and changes with its layout.
const magic = "concord parser 4\n"

// layers returns all layers but the first, with the numbers of inputs and outputs that
// each has.
func (m *Model) layers() []sized {
	all := []sized{{&m.between, Both, rowSize}, {&m.roles, Both, Roles * RoleDim}, {&m.arc, RoleDim, RoleDim}, {&m.label, RoleDim, Labels}}
	for l := range m.recurrent {
		for d := range m.recurrent[l] {
			all = append(all, sized{&m.recurrent[l][d], Hidden, Gates})
		}
	}
	return all
}

type sized struct {
	*linear
	inputs, outputs int
}

// Encode writes the model. The same model gives the same bytes.
func (m *Model) Encode(w io.Writer) error {
	b := m.input.words.encode([]byte(magic))
	b = append(b, m.input.tags[:]...)
	b = append(b, m.root[:]...)
	rows := make([]int8, 0, rowCount*rowSize)
	for i := range m.rows {
		rows = append(rows, m.rows[i][:]...)
	}
	b = pack.AppendBlocks(b, rows, rowSize)
	b = m.first.encode(b)
	for _, l := range m.layers() {
		b = l.encode(b)
	}
	_, err := w.Write(b)
	return err
}

// Decode reads an encoded model.
func Decode(b []byte) (*Model, error) {
	r := pack.Reader{B: b}
	if string(r.Take(len(magic))) != magic {
		return nil, errors.New("parser model: not one, or of another version")
	}
	m := &Model{rows: make([][rowSize]int8, rowCount)}
	m.input.words.decode(&r)
	for i, v := range r.Take(len(m.input.tags)) {
		m.input.tags[i] = v % Tags
	}
	for i, v := range r.Take(len(m.root)) {
		m.root[i] = min(v, top)
	}
	r.Blocks(rowCount, rowSize, func(i int, w []int8) { copy(m.rows[i][:], w) })
	m.first.decode(&r, 0, rowSize)
	for _, l := range m.layers() {
		l.decode(&r, l.inputs, l.outputs)
	}
	if r.Short || len(r.B) > 0 {
		return nil, errors.New("parser model: cut short or too long")
	}
	return m, nil
}

func (l *linear) encode(b []byte) []byte {
	for o := range l.out {
		b = pack.AppendUint32s(b, math.Float32bits(l.unit[o]), math.Float32bits(l.bias[o]))
	}
	return pack.AppendWeights(b, l.weights)
}

func (l *linear) decode(r *pack.Reader, inputs, outputs int) {
	filled := blocks(outputs) * block
	*l = linear{in: inputs, out: outputs, unit: make([]float32, filled), bias: make([]float32, filled)}
	for o := range outputs {
		l.unit[o], l.bias[o] = math.Float32frombits(r.Uint32()), math.Float32frombits(r.Uint32())
	}
	l.weights = r.Weights(filled * inputs)
}

// encode appends the words in the order of their places in the table.
func (v *vocabulary) encode(b []byte) []byte {
	n := 0
	for _, key := range v.keys {
		if key != 0 {
			n++
		}
	}
	b = pack.AppendUint32s(b, uint32(n))
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
	raw := r.Take(8 * r.Count(8))
	if len(raw)/8 >= vocabularySize {
		r.Short = true
	}
	v.keys, v.ids = make([]uint32, vocabularySize), make([]uint16, vocabularySize)
	for ; len(raw) >= 8; raw = raw[8:] {
		i := binary.LittleEndian.Uint16(raw) % vocabularySize
		v.keys[i] = binary.LittleEndian.Uint32(raw[2:])
		v.ids[i] = binary.LittleEndian.Uint16(raw[6:]) % Words
	}
}
