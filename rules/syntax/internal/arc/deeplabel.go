package arc

import "math/bits"

// The hidden layer of the relations: its input is what stands around an arc, as
// that of the moves is what stands around a state.
const (
	labelHidden = 32

	labelWords = 6
	labelTags  = 12
	labelRels  = 6
	labelKids  = 2
	labelWays  = 32

	labelTagBase = labelWords * wordKinds
	labelRelBase = labelTagBase + labelTags*tagKinds
	labelWayBase = labelRelBase + labelRels*relKinds
	labelKidBase = labelWayBase + labelWays
	labelRows    = labelKidBase + labelKids*relKinds

	// maxLabelInputs leaves room for as many relations as maxInputs does.
	maxLabelInputs = labelWords + labelTags + labelRels + 1 + labelKids*24
)

// labelInputs are the rows of an arc's hidden layer.
type labelInputs struct {
	at [maxLabelInputs]uint32
	n  int
}

// deepLabel collects the rows of the hidden layer of an arc.
func (s *state) deepLabel(f *labelInputs, head, child int32) {
	v := s.nodes
	x, c := &v[head], &v[child]
	before, after := &v[child-1], &v[child+1]
	k := 0
	for i, w := range [labelWords]*node{x, c, &v[c.l1], &v[c.r1], before, &v[c.l2]} {
		f.at[k] = uint32(i*wordKinds) + uint32(w.id)
		k++
	}
	for i, w := range [labelTags]*node{x, c, &v[c.l1], &v[c.r1], before, after, &v[c.l2], &v[x.l1], &v[x.r1], &v[s.next], &v[s.top(2)], &v[x.l2]} {
		f.at[k] = uint32(labelTagBase+i*tagKinds) + uint32(w.joint)
		k++
	}
	for i, w := range [labelRels]*node{&v[c.l1], &v[c.r1], &v[x.l1], &v[x.r1], &v[x.l2], &v[x.r2]} {
		f.at[k] = uint32(labelRelBase+i*relKinds) + uint32(w.rel)
		k++
	}
	way := distance(head, child)
	if head > child {
		way = labelWays/2 + distance(child, head)
	}
	f.at[k] = uint32(labelWayBase) + uint32(way)
	k++
	for i, w := range [labelKids]*node{x, c} {
		for m := w.kids; m != 0 && k < maxLabelInputs; m &= m - 1 {
			f.at[k] = uint32(labelKidBase + i*relKinds + bits.TrailingZeros64(m))
			k++
		}
	}
	f.n = k
}
