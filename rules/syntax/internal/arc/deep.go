package arc

import "math/bits"

// The hidden layer's input: rows of weights, one for each property of each
// place that is looked at. Properties of one kind follow one another, place by
// place.
const (
	hidden = 96

	wordPlaces  = 12
	tagPlaces   = 20
	relPlaces   = 11
	countPlaces = 7
	kidPlaces   = 3

	wordKinds  = 4096
	tagKinds   = 96
	relKinds   = 64
	countKinds = 16

	tagBase   = wordPlaces * wordKinds
	relBase   = tagBase + tagPlaces*tagKinds
	countBase = relBase + relPlaces*relKinds
	kidBase   = countBase + countPlaces*countKinds
	inputRows = kidBase + kidPlaces*relKinds

	// maxInputs leaves room for the relations of eight dependents a word.
	maxInputs = wordPlaces + tagPlaces + relPlaces + countPlaces + 3*24
)

// inputs are the rows of a state's hidden layer.
type inputs struct {
	at [maxInputs]uint32
	n  int
}

// deep collects the rows of the hidden layer.
func (s *state) deep(f *inputs) {
	v := s.nodes
	i0, i1 := s.top(0), s.top(1)
	b := s.next
	s0, s1, s2 := &v[i0], &v[i1], &v[s.top(2)]
	n0, n1, n2 := &v[b], &v[b+1], &v[b+2]
	before := &v[max(i0-1, 0)]
	after := &v[i0+1]
	if i0 == 0 || i0+1 >= b {
		after = &v[0]
	}
	l := &v[max(b-1, 0)]
	k := 0
	for i, x := range [wordPlaces]*node{s0, s1, s2, n0, n1, n2, &v[s0.l1], &v[s0.r1], &v[s1.r1], &v[n0.l1], &v[s1.l1], &v[s0.r2]} {
		f.at[k] = uint32(i*wordKinds) + uint32(x.id)
		k++
	}
	for i, x := range [tagPlaces]*node{s0, s1, s2, n0, n1, n2, &v[s0.l1], &v[s0.r1], &v[s1.r1], &v[n0.l1], &v[s1.l1], &v[s0.r2],
		&v[s0.l2], &v[s1.r2], &v[n0.l2], before, after, l, &v[s.top(3)], &v[min(b+3, s.n+1)]} {
		f.at[k] = uint32(tagBase+i*tagKinds) + uint32(x.joint)
		k++
	}
	for i, x := range [relPlaces]*node{&v[s0.l1], &v[s0.r1], &v[s1.r1], &v[n0.l1], &v[s1.l1], &v[s0.r2], &v[s0.l2], &v[s1.r2], &v[n0.l2], &v[s1.l2], &v[s2.r1]} {
		f.at[k] = uint32(relBase+i*relKinds) + uint32(x.rel)
		k++
	}
	for i, x := range [countPlaces]uint64{distance(i0, b), distance(i1, i0), uint64(s0.nl), uint64(s0.nr), uint64(s1.nr), uint64(n0.nl), uint64(min(len(s.stack), 8))} {
		f.at[k] = uint32(countBase + i*countKinds + int(x))
		k++
	}
	for i, x := range [kidPlaces]*node{s0, s1, n0} {
		for m := x.kids; m != 0 && k < maxInputs; m &= m - 1 {
			f.at[k] = uint32(kidBase + i*relKinds + bits.TrailingZeros64(m))
			k++
		}
	}
	f.n = k
}
