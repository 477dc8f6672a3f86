package tagger

import (
	"encoding/binary"
	"errors"
	"fmt"
	"io"

	"github.com/concord-news/concord/rules/syntax/internal/pack"
	"github.com/concord-news/concord/rules/text"
)

// magic begins an encoded model and changes with its layout.
const magic = "concord tagger 1\n"

// Encode writes the model. The same model gives the same bytes.
func (m *Model) Encode(w io.Writer) error {
	b := []byte(magic)
	b = append(b, m.shift, byte(len(m.labels)))
	for _, l := range m.labels {
		b = append(b, byte(l.Tag), byte(l.Fine))
	}
	b = binary.LittleEndian.AppendUint32(b, uint32(len(m.sets)))
	for _, s := range m.sets {
		b = append(b, byte(len(s)))
		b = append(b, s...)
	}
	b = binary.LittleEndian.AppendUint32(b, uint32(len(m.words.keys)))
	b = pack.AppendUint32s(b, m.words.keys...)
	for _, e := range m.words.entries {
		b = binary.LittleEndian.AppendUint16(b, e.set)
		b = binary.LittleEndian.AppendUint16(b, e.capital)
		b = append(b, bit(e.rare))
	}
	b = pack.AppendInt8s(b, m.weights)
	_, err := w.Write(b)
	return err
}

func bit(b bool) byte {
	if b {
		return 1
	}
	return 0
}

// Decode reads an encoded model.
func Decode(b []byte) (*Model, error) {
	d := pack.Reader{B: b}
	if string(d.Take(len(magic))) != magic {
		return nil, errors.New("tagger model: not one, or of another version")
	}
	m := &Model{shift: d.Byte(), labels: make([]Label, d.Byte())}
	if m.shift < 32 || m.shift > 56 || len(m.labels) > maxLabels {
		return nil, fmt.Errorf("tagger model: %d labels, shift %d", len(m.labels), m.shift)
	}
	for i := range m.labels {
		m.labels[i] = Label{text.Tag(d.Byte()), text.Fine(d.Byte())}
	}
	m.sets = make([][]uint8, d.Count(1))
	for i := range m.sets {
		m.sets[i] = d.Take(int(d.Byte()))
	}
	n := d.Count(9)
	m.words = lexicon{keys: d.Uint32s(n), entries: make([]entry, n)}
	for i, raw := 0, d.Take(5*n); i < n && !d.Short; i++ {
		e := raw[5*i:]
		m.words.entries[i] = entry{binary.LittleEndian.Uint16(e), binary.LittleEndian.Uint16(e[2:]), e[4] == 1}
	}
	m.weights = d.Int8s(1 << (64 - m.shift))
	if d.Short || len(d.B) > 0 || len(m.sets) == 0 {
		return nil, errors.New("tagger model: cut short or too long")
	}
	return m, nil
}
