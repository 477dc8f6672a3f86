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

func (p *packed) add(q packed) {
	p[0] += q[0]
	p[1] += q[1]
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
	words [1 << bits / 64]rowWord
	// rows begin with one of zeros, for those that are not kept.
	rows []packed
}

// rowWord marks which of 64 rows are kept, and counts those in the words before.
type rowWord struct {
	used   uint64
	before uint32
}

func newTable(all *[1 << bits]packed) (t table) {
	t.rows = append(t.rows, packed{})
	for i, row := range all {
		word := &t.words[i/64]
		if i%64 == 0 {
			word.before = uint32(len(t.rows))
		}
		if row != (packed{}) {
			word.used |= 1 << (i % 64)
			t.rows = append(t.rows, row)
		}
	}
	return t
}

// at returns the place of row i in rows. That it is zero for those not kept takes
// no branch, of which no processor can foretell the way.
func (t *table) at(i uint32) uint32 {
	word, bit := &t.words[i>>6%uint32(len(t.words))], i&63
	place := word.before + uint32(mathbits.OnesCount64(word.used&(1<<bit-1)))
	return place & -uint32(word.used>>bit&1)
}

// sum adds up rows, at most maxRows.
func (t *table) sum(rows []uint32) packed {
	var a, b uint64 // in registers
	for _, r := range rows {
		row := &t.rows[t.at(r)]
		a += row[0]
		b += row[1]
	}
	return packed{a, b}
}

// lattice is the scratch space of decoding.
type lattice struct {
	score [][labels]int32
	back  [][labels]uint8
	out   []uint8
}

// decode returns the best labels of a run of candidates.
func (w *desk) decode(s span) []uint8 {
	l, steps, n := &w.lattice, &w.model.steps, s.last-s.first
	l.score, l.back, l.out = grow(l.score, n), grow(l.back, n), grow(l.out, n)
	for k := range n {
		emit := w.emit(s.first+k, s)
		if k == 0 {
			l.begin(&emit, steps)
		} else {
			l.step(k, &emit, steps)
		}
	}
	return l.best(n)
}

// impossible is lower than any score that weights can add up to.
const impossible = -1 << 30

// begin fills the first column.
func (l *lattice) begin(emit *[labels]int32, steps *[labels][labels]int32) {
	for y := range uint8(labels) {
		l.score[0][y], l.back[0][y] = emit[y]+steps[outside][y], outside
		if inside(y) {
			l.score[0][y] = impossible
		}
	}
}

// step fills column k from the one before it.
func (l *lattice) step(k int, emit *[labels]int32, steps *[labels][labels]int32) {
	before, score, back := &l.score[k-1], &l.score[k], &l.back[k]
	for y := range uint8(insidePerson) {
		best := came(impossible, outside)
		for x := range uint8(labels) {
			best = max(best, came(before[x]+steps[x][y], x))
		}
		score[y], back[y] = max(best.score()+emit[y], impossible), best.from()
	}
	// What goes on with a name stands behind its beginning or its inside alone.
	for y := uint8(insidePerson); y < labels; y++ {
		x := y - (insidePerson - beginPerson)
		best := max(came(impossible, outside), came(before[x]+steps[x][y], x), came(before[y]+steps[y][y], y))
		score[y], back[y] = max(best.score()+emit[y], impossible), best.from()
	}
}

// path is a score together with the label from which it comes, the greatest for
// the highest score and of equal ones for the first label: the best is found
// without a branch.
type path int64

func came(score int32, from uint8) path { return path(score)<<8 | path(0xFF-from) }

func (p path) score() int32 { return int32(p >> 8) }
func (p path) from() uint8  { return 0xFF - uint8(p) }

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
		m.rows.rows[m.rows.at(uint32(i))].addTo(&weights)
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
