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
const magic = "concord tagger 4\n"

// Encode writes the model. The same model gives the same bytes.
func (m *Model) Encode(w io.Writer) error {
	b := []byte(magic)
	b = append(b, byte(len(m.labels)))
	for i, l := range m.labels {
		b = append(b, byte(l.Tag), byte(l.Fine))
		b = binary.LittleEndian.AppendUint16(b, uint16(m.reach[i]))
	}
	b = binary.LittleEndian.AppendUint32(b, uint32(len(m.sets)))
	for _, s := range m.sets {
		b = append(b, byte(len(s)))
		b = append(b, s...)
	}
	b = m.words.encode(b)
	b = pack.AppendSparse(b, m.own.list())
	b = pack.AppendSparse(b, m.context.list())
	_, err := w.Write(b)
	return err
}

// encode appends the size of the table, a bit for each place that is taken, and
// what is in those.
func (l *lexicon) encode(b []byte) []byte {
	b = binary.LittleEndian.AppendUint32(b, uint32(len(l.keys)))
	for i := 0; i < len(l.keys); i += 8 {
		var taken byte
		for k, key := range l.keys[i:min(i+8, len(l.keys))] {
			if key != 0 {
				taken |= 1 << k
			}
		}
		b = append(b, taken)
	}
	for i, e := range l.entries {
		if l.keys[i] == 0 {
			continue
		}
		set := e.set << 1
		if e.rare {
			set |= 1
		}
		b = pack.AppendUint32s(b, l.keys[i])
		b = binary.LittleEndian.AppendUint16(b, set)
		b = binary.LittleEndian.AppendUint16(b, e.capital)
	}
	return b
}

// decodeLexicon reads what encode appended.
func decodeLexicon(d *pack.Reader) lexicon {
	n := int(d.Uint32())
	taken := d.Take(n / 8)
	if d.Short || n&(n-1) != 0 {
		d.Short = true
		return lexicon{}
	}
	l := lexicon{keys: make([]uint32, n), entries: make([]entry, n)}
	for i := range n {
		if taken[i/8]>>(i%8)&1 == 0 {
			continue
		}
		e := d.Take(8)
		if e == nil {
			break
		}
		set := binary.LittleEndian.Uint16(e[4:])
		l.keys[i] = binary.LittleEndian.Uint32(e)
		l.entries[i] = entry{set >> 1, binary.LittleEndian.Uint16(e[6:]), set&1 == 1}
	}
	return l
}

// Decode reads an encoded model.
func Decode(b []byte) (*Model, error) {
	d := pack.Reader{B: b}
	if string(d.Take(len(magic))) != magic {
		return nil, errors.New("tagger model: not one, or of another version")
	}
	m := &Model{labels: make([]Label, d.Byte())}
	if len(m.labels) > maxLabels {
		return nil, fmt.Errorf("tagger model: %d labels", len(m.labels))
	}
	for i := range m.labels {
		m.labels[i] = Label{text.Tag(d.Byte()), text.Fine(d.Byte())}
		m.reach[i] = int16(uint16(d.Byte()) | uint16(d.Byte())<<8)
	}
	m.sets = make([][]uint8, d.Count(1))
	for i := range m.sets {
		m.sets[i] = d.Take(int(d.Byte()))
	}
	m.words = decodeLexicon(&d)
	m.own = weightsOf(d.Sparse(1 << tableBits))
	m.context = weightsOf(d.Sparse(1 << tableBits))
	if d.Short || len(d.B) > 0 || len(m.sets) == 0 {
		return nil, errors.New("tagger model: cut short or too long")
	}
	return m, nil
}
