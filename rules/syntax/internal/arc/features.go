package arc

import "math/bits"

const maxFeatures = 112

// features are the rows of a state's features.
type features struct {
	at [maxFeatures]uint32
	n  int
}

// hasher turns feature values into rows; each value gets the next template
// number, so the order of the calls is part of the model.
type hasher struct {
	to    []uint32
	salt  uint64
	shift uint8
}

// add takes a value whose bits are well spread already.
func (h *hasher) add(x uint64) {
	h.salt += 0xA0761D6478BD642F
	h.to = append(h.to, uint32((x^h.salt)*tagMix>>h.shift))
}

func two(a, b uint64) uint64      { return a ^ bits.RotateLeft64(b, 21) }
func three(a, b, c uint64) uint64 { return a ^ bits.RotateLeft64(b, 21) ^ bits.RotateLeft64(c, 43) }

// small spreads a small number.
func small(x uint64) uint64 { return (x + 1) * wordMix }

// distance puts the distance of two words in one of nine classes.
func distance(a, b int32) uint64 {
	switch d := b - a; {
	case d <= 5:
		return uint64(max(d, 0))
	case d <= 8:
		return 6
	case d <= 14:
		return 7
	}
	return 8
}

// extract collects the features that choose the next move.
func (m *Model) extract(f *features, s *state) {
	h := hasher{to: f.at[:0], shift: m.shift}
	h.pairs(s)
	h.triples(s)
	h.children(s)
	h.counts(s)
	f.n = len(h.to)
}

// pairs collects the features of single words and of two.
func (h *hasher) pairs(s *state) {
	v := s.nodes
	s0, s1, s2 := &v[s.top(0)], &v[s.top(1)], &v[s.top(2)]
	n0, n1, n2 := &v[s.next], &v[s.next+1], &v[s.next+2]
	for _, x := range [...]*node{s0, s1, n0, n1} {
		h.add(x.wt)
		h.add(x.word)
		h.add(x.tag)
	}
	h.add(s2.wt)
	h.add(s2.tag)
	h.add(n2.wt)
	h.add(n2.tag)

	h.add(two(s0.wt, n0.wt))
	h.add(two(s0.wt, n0.word))
	h.add(two(s0.word, n0.wt))
	h.add(two(s0.wt, n0.tag))
	h.add(two(s0.tag, n0.wt))
	h.add(two(s0.word, n0.word))
	h.add(two(s0.tag, n0.tag))
	h.add(two(n0.tag, n1.tag))
	h.add(two(n0.word, n1.tag))
	h.add(two(n0.tag, n1.word))
	h.add(two(s1.wt, s0.wt))
	h.add(two(s1.wt, s0.tag))
	h.add(two(s1.tag, s0.wt))
	h.add(two(s1.word, s0.word))
	h.add(two(s1.tag, s0.tag))
	h.add(two(s1.tag, n0.tag))
	h.add(two(s1.word, n0.word))
	h.add(two(s1.tag, n0.word))
	h.add(two(s1.word, n0.tag))
}

// triples collects the features of three words and more.
func (h *hasher) triples(s *state) {
	v := s.nodes
	s0, s1, s2 := &v[s.top(0)], &v[s.top(1)], &v[s.top(2)]
	n0, n1, n2 := &v[s.next], &v[s.next+1], &v[s.next+2]
	h.add(three(n0.tag, n1.tag, n2.tag))
	h.add(three(s0.tag, n0.tag, n1.tag))
	h.add(three(s0.word, n0.tag, n1.tag))
	h.add(three(s0.tag, n0.word, n1.tag))
	h.add(three(s1.tag, s0.tag, n0.tag))
	h.add(three(s1.word, s0.tag, n0.tag))
	h.add(three(s1.tag, s0.word, n0.tag))
	h.add(three(s1.tag, s0.tag, n0.word))
	h.add(three(s1.tag, s0.tag, n0.tag) ^ bits.RotateLeft64(n1.tag, 11))
	h.add(three(s2.tag, s1.tag, s0.tag))
	h.add(three(s2.upos, s1.upos, s0.upos) ^ bits.RotateLeft64(n0.upos, 11))
	h.add(three(s1.upos, s0.upos, n0.upos) ^ bits.RotateLeft64(three(n1.upos, n2.upos, 0), 11))
}

// children collects the features of the dependents attached so far.
func (h *hasher) children(s *state) {
	v := s.nodes
	i0, i1 := s.top(0), s.top(1)
	s0, s1, n0 := &v[i0], &v[i1], &v[s.next]
	for _, x := range [...]*node{&v[s0.l1], &v[s0.r1], &v[s1.l1], &v[s1.r1], &v[n0.l1]} {
		h.add(x.word)
		h.add(x.tag)
		h.add(small(uint64(x.rel)))
	}
	h.add(two(v[s0.l2].tag, small(uint64(v[s0.l2].rel))))
	h.add(two(v[s0.r2].tag, small(uint64(v[s0.r2].rel))))
	h.add(two(v[s1.r2].tag, small(uint64(v[s1.r2].rel))))
	h.add(two(v[n0.l2].tag, small(uint64(v[n0.l2].rel))))
	h.add(three(s0.tag, v[s0.r1].tag, n0.tag))
	h.add(three(s0.tag, v[s0.l1].tag, n0.tag))
	h.add(three(s0.tag, n0.tag, v[n0.l1].tag))
	h.add(three(s1.tag, v[s1.r1].tag, s0.tag))
	h.add(three(s1.tag, v[s1.l1].tag, s0.tag))
	h.add(three(s1.tag, s0.tag, v[s0.l1].tag))
	h.add(three(s1.tag, s0.tag, v[s0.r1].tag))
	h.add(three(s1.word, s0.tag, v[s0.l1].word))
	h.add(three(s0.tag, v[s0.l1].tag, v[s0.l2].tag))
	h.add(three(s0.tag, v[s0.r1].tag, v[s0.r2].tag))
	h.add(three(n0.tag, v[n0.l1].tag, v[n0.l2].tag))
	h.add(two(s0.tag, small(s0.kids)))
	h.add(two(s1.tag, small(s1.kids)))
	h.add(two(n0.tag, small(n0.kids)))
	h.add(two(s0.wt, small(s0.kids)))
	h.add(two(s1.wt, small(s1.kids)))
	h.add(three(s0.tag, small(s0.kids), n0.tag))
	h.add(three(s1.tag, small(s1.kids), s0.tag))
	h.add(three(s1.tag, small(s0.kids), s0.tag))
}

// counts collects the features of distances and numbers of dependents.
func (h *hasher) counts(s *state) {
	i0, i1 := s.top(0), s.top(1)
	s0, s1, n0 := &s.nodes[i0], &s.nodes[i1], &s.nodes[s.next]
	d0, d1 := small(distance(i0, s.next)), small(distance(i1, i0))
	h.add(two(s0.word, d0))
	h.add(two(s0.tag, d0))
	h.add(two(n0.word, d0))
	h.add(two(n0.tag, d0))
	h.add(three(s0.tag, n0.tag, d0))
	h.add(three(s1.tag, s0.tag, d1))
	h.add(two(s1.tag, d1))
	h.add(two(s1.word, d1))
	h.add(two(s0.tag, small(uint64(s0.nr))))
	h.add(two(s0.tag, small(uint64(s0.nl))))
	h.add(two(s1.tag, small(uint64(s1.nr))))
	h.add(two(n0.tag, small(uint64(n0.nl))))
	h.add(two(s0.wt, small(uint64(s0.nr))))
	h.add(two(s1.wt, small(uint64(s1.nr))))
}
