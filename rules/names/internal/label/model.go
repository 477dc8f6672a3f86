package label

import (
	"encoding/binary"
	"errors"
	mathbits "math/bits"
)

// rowWeights is the number of weights of a row: one a label, relative to that
// of outside, which has none.
const rowWeights = labels - 1

// maxWeight bounds a weight, so that the sums of maxRows weights fit the 16
// bits that packed gives them.
const (
	maxWeight = 511
	maxRows   = 64
)

// packed holds the weights of a row in two words, each as the sum of four
// weights shifted by 0, 16, 32 and 48 bits. Adding words adds all four: carries
// and borrows between them are undone by sums. A row is a quarter of a cache
// line, and measured 2.4 times as fast as nine additions.
type packed [2]uint64

func pack(weights []int16) (p packed) {
	for y, w := range weights {
		p[y/4] += uint64(int64(w)) << (y % 4 * 16)
	}
	return p
}

// addTo adds the sums of the labels to emit.
func (p packed) addTo(emit *[labels]int32) {
	for y := range rowWeights {
		w := int16(p[y/4])
		emit[y+1] += int32(w)
		p[y/4] = uint64(int64(p[y/4]-uint64(int64(w))) >> 16)
	}
}

// Model holds the weights: rows and transitions. It is read-only and safe for
// concurrent use.
type Model struct {
	rows  table
	steps [labels][labels]int32
}

// table holds the rows that are not all zero, three in ten of them: the whole
// would take the second-level cache for itself.
type table struct {
	// used marks the rows that are kept; before counts those in the words
	// before.
	used   [1 << bits / 64]uint64
	before [1 << bits / 64]uint32
	rows   []packed
}

func newTable(all *[1 << bits]packed) (t table) {
	for i, row := range all {
		if i%64 == 0 {
			t.before[i/64] = uint32(len(t.rows))
		}
		if row != (packed{}) {
			t.used[i/64] |= 1 << (i % 64)
			t.rows = append(t.rows, row)
		}
	}
	return t
}

// row returns row i, zero where it is not kept.
func (t *table) row(i uint32) (row packed) {
	word, bit := t.used[i>>6&(1<<bits/64-1)], uint64(1)<<(i&63)
	if word&bit == 0 {
		return row
	}
	return t.rows[int(t.before[i>>6&(1<<bits/64-1)])+mathbits.OnesCount64(word&(bit-1))]
}

// lattice is the scratch space of decoding.
type lattice struct {
	features
	score [][labels]int32
	back  [][labels]uint8
	out   []uint8
}

// decode returns the best labels of a run of candidates.
func (m *Model) decode(v *view, s span, l *lattice) []uint8 {
	n := s.last - s.first
	l.score, l.back, l.out = grow(l.score, n), grow(l.back, n), grow(l.out, n)
	for k := range n {
		emit := m.emit(v.collect(s.first+k, s, &l.features))
		l.step(k, &emit, &m.steps)
	}
	return l.best(n)
}

// emit adds up rows.
func (m *Model) emit(rows []uint32) (emit [labels]int32) {
	for len(rows) > 0 {
		n := min(len(rows), maxRows)
		var sum packed
		for _, r := range rows[:n] {
			row := m.rows.row(r)
			sum[0] += row[0]
			sum[1] += row[1]
		}
		sum.addTo(&emit)
		rows = rows[n:]
	}
	return emit
}

// impossible is lower than any score that weights can add up to.
const impossible = -1 << 30

// step fills column k.
func (l *lattice) step(k int, emit *[labels]int32, steps *[labels][labels]int32) {
	for y := range uint8(labels) {
		if k == 0 {
			l.score[0][y], l.back[0][y] = emit[y]+steps[outside][y], outside
			if inside(y) {
				l.score[0][y] = impossible
			}
			continue
		}
		best, from := int32(impossible), uint8(outside)
		// What goes on with a name stands behind its beginning or its inside alone.
		first, distance := uint8(0), uint8(1)
		if inside(y) {
			first, distance = y-(insidePerson-beginPerson), insidePerson-beginPerson
		}
		for x := first; x < labels; x += distance {
			if sc := l.score[k-1][x] + steps[x][y]; sc > best {
				best, from = sc, x
			}
		}
		l.score[k][y], l.back[k][y] = max(best+emit[y], impossible), from
	}
}

func (l *lattice) best(n int) []uint8 {
	y := uint8(outside)
	for x := range uint8(labels) {
		if l.score[n-1][x] > l.score[n-1][y] {
			y = x
		}
	}
	for k := n - 1; k >= 0; k-- {
		l.out[k] = y
		y = l.back[k][y]
	}
	return l.out[:n]
}

func grow[T any](s []T, n int) []T {
	if cap(s) < n {
		return make([]T, n, 2*n)
	}
	return s[:n]
}

// Decode reads a model as Encode writes it.
func Decode(b []byte) (*Model, error) {
	var m Model
	rows := new([1 << bits]packed)
	const weights = rowWeights << bits
	at := 0
	for len(b) > 0 {
		skip, n := binary.Uvarint(b)
		if n <= 0 || skip > weights || at+int(skip) >= weights+labels*labels {
			return nil, errors.New("label model: broken index")
		}
		w, k := binary.Varint(b[n:])
		if k <= 0 {
			return nil, errors.New("label model: broken weight")
		}
		at += int(skip)
		if i := at - weights; i >= 0 {
			m.steps[i/labels][i%labels] = int32(w)
		} else if w < -maxWeight || w > maxWeight {
			return nil, errors.New("label model: a weight is out of bounds")
		} else {
			row, y := at/rowWeights, at%rowWeights
			rows[row][y/4] += uint64(w) << (y % 4 * 16)
		}
		b = b[n+k:]
	}
	m.rows = newTable(rows)
	return &m, nil
}

// Encode writes the weights that are not zero, each after its distance from
// the last.
func (m *Model) Encode() []byte {
	var b []byte
	last := 0
	put := func(at int, w int64) {
		if w != 0 {
			b = binary.AppendUvarint(b, uint64(at-last))
			b = binary.AppendVarint(b, w)
			last = at
		}
	}
	for i := range 1 << bits {
		var weights [labels]int32
		m.rows.row(uint32(i)).addTo(&weights)
		for y, w := range weights[1:] {
			put(i*rowWeights+y, int64(w))
		}
	}
	for x := range m.steps {
		for y, w := range m.steps[x] {
			put(rowWeights<<bits+x*labels+y, int64(w))
		}
	}
	return b
}
