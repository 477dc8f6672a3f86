package label

import (
	"encoding/binary"
	"errors"
)

// Model holds the weights: rows of one weight a label, and transitions. It is
// read-only and safe for concurrent use.
type Model struct {
	rows  []int16 // (1<<bits) rows of labels
	steps [labels][labels]int32
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
		var emit [labels]int32
		for _, r := range v.collect(s.first+k, s, &l.features) {
			row := (*[labels]int16)(m.rows[int(r)*labels:])
			for y := range emit {
				emit[y] += int32(row[y])
			}
		}
		l.step(k, &emit, &m.steps)
	}
	return l.best(n)
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
		for x := range uint8(labels) {
			if !follows(x, y) {
				continue
			}
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
	m := &Model{rows: make([]int16, labels<<bits)}
	at := 0
	for at >= 0 && len(b) > 0 {
		skip, n := binary.Uvarint(b)
		if n <= 0 || at+int(skip) >= len(m.rows)+labels*labels || skip > uint64(len(m.rows)) {
			return nil, errors.New("label model: broken index")
		}
		w, k := binary.Varint(b[n:])
		if k <= 0 {
			return nil, errors.New("label model: broken weight")
		}
		at += int(skip)
		if at < len(m.rows) {
			m.rows[at] = int16(w)
		} else {
			i := at - len(m.rows)
			m.steps[i/labels][i%labels] = int32(w)
		}
		b = b[n+k:]
	}
	return m, nil
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
	for i, w := range m.rows {
		put(i, int64(w))
	}
	for x := range m.steps {
		for y, w := range m.steps[x] {
			put(len(m.rows)+x*labels+y, int64(w))
		}
	}
	return b
}
