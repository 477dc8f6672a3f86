package tagger

import (
	"encoding/binary"
	"errors"
	"fmt"
	"io"

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
	for _, k := range m.words.keys {
		b = binary.LittleEndian.AppendUint32(b, k)
	}
	for _, e := range m.words.entries {
		b = binary.LittleEndian.AppendUint16(b, e.set)
		b = binary.LittleEndian.AppendUint16(b, e.capital)
		b = append(b, bit(e.rare))
	}
	for _, v := range m.weights {
		b = append(b, byte(v))
	}
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
	d := decoder{rest: b}
	if string(d.take(len(magic))) != magic {
		return nil, errors.New("tagger model: not one, or of another version")
	}
	m := &Model{shift: d.byte(), labels: make([]Label, d.byte())}
	if m.shift < 32 || m.shift > 56 || len(m.labels) > maxLabels {
		return nil, fmt.Errorf("tagger model: %d labels, shift %d", len(m.labels), m.shift)
	}
	for i := range m.labels {
		m.labels[i] = Label{text.Tag(d.byte()), text.Fine(d.byte())}
	}
	m.sets = make([][]uint8, d.count())
	for i := range m.sets {
		m.sets[i] = d.take(int(d.byte()))
	}
	n := d.count()
	m.words = lexicon{keys: make([]uint32, n), entries: make([]entry, n)}
	for i, raw := 0, d.take(4*n); i < n && !d.short; i++ {
		m.words.keys[i] = binary.LittleEndian.Uint32(raw[4*i:])
	}
	for i, raw := 0, d.take(5*n); i < n && !d.short; i++ {
		e := raw[5*i:]
		m.words.entries[i] = entry{binary.LittleEndian.Uint16(e), binary.LittleEndian.Uint16(e[2:]), e[4] == 1}
	}
	m.weights = make([]int8, 1<<(64-m.shift))
	for i, v := range d.take(len(m.weights)) {
		m.weights[i] = int8(v)
	}
	if d.short || len(d.rest) > 0 || len(m.sets) == 0 {
		return nil, errors.New("tagger model: cut short or too long")
	}
	return m, nil
}

// decoder takes bytes off the front and remembers when there were too few.
type decoder struct {
	rest  []byte
	short bool
}

func (d *decoder) take(n int) []byte {
	if n < 0 || n > len(d.rest) {
		d.short, d.rest = true, nil
		return nil
	}
	b := d.rest[:n:n]
	d.rest = d.rest[n:]
	return b
}

func (d *decoder) byte() byte {
	if b := d.take(1); b != nil {
		return b[0]
	}
	return 0
}

// count reads a number of things of at least one byte each.
func (d *decoder) count() int {
	b := d.take(4)
	if b == nil {
		return 0
	}
	n := binary.LittleEndian.Uint32(b)
	if int64(n) > int64(len(d.rest)) {
		d.short = true
		return 0
	}
	return int(n)
}
