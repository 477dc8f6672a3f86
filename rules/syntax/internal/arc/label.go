package arc

import (
	"math/bits"

	"github.com/concord-news/concord/rules/syntax/dep"
)

const maxLabelFeatures = 40

// labelFeatures are the addresses of an arc's features in the label weights:
// a row of 64, and in the low six bits what the relation's place in it is
// scrambled by.
type labelFeatures struct {
	at [maxLabelFeatures]uint32
	n  int
}

// voice are the relations by which a clause shows its voice and what it has
// already.
const voice = 1<<dep.AuxPass | 1<<dep.NsubjPass | 1<<dep.Nsubj | 1<<dep.Obj | 1<<dep.Cop

// arcOf is an arc, and the shift of the addresses of its features.
type arcOf struct {
	head, child int32
	shift       uint8
}

// extractLabel collects the features that choose the relation of an arc.
func extractLabel(f *labelFeatures, s *state, arc arcOf) {
	head, child := arc.head, arc.child
	v := s.nodes
	x, c := &v[head], &v[child]
	h := hasher{to: f.at[:0], shift: arc.shift}
	way := small(uint64(bits.Len32(uint32(max(head-child, 0))))<<4 | uint64(bits.Len32(uint32(max(child-head, 0)))))
	side := small(0)
	if head > child {
		side = small(1)
	}
	before, after := &v[child-1], &v[child+1]
	hk, ck := small(x.kids), small(c.kids)
	cl1, cr1, cl2 := &v[c.l1], &v[c.r1], &v[c.l2]

	h.add(two(x.word, side))
	h.add(two(c.word, side))
	h.add(two(x.wt, side))
	h.add(two(c.wt, side))
	h.add(two(x.tag, side))
	h.add(two(c.tag, side))
	h.add(three(x.tag, c.tag, way))
	h.add(three(x.upos, c.upos, way))
	h.add(three(x.tag, c.wt, side))
	h.add(three(x.wt, c.tag, side))
	h.add(three(x.wt, c.wt, side))
	h.add(three(x.upos, c.tag, ck))
	h.add(three(x.upos, c.tag, hk))
	h.add(three(x.word, c.upos, hk))
	h.add(three(x.word, c.upos, ck))
	h.add(two(c.tag, ck))
	h.add(two(c.word, ck))
	h.add(three(x.tag, hk, side))
	h.add(three(ck, hk, c.upos))
	h.add(three(c.tag, cl1.word, side))
	h.add(three(c.tag, cl1.tag, x.tag))
	h.add(three(x.word, cl1.word, c.upos))
	h.add(three(c.word, cl1.word, x.upos))
	h.add(three(c.tag, cr1.tag, x.tag))
	h.add(three(c.tag, cl2.word, x.upos))
	h.add(three(c.tag, before.tag, x.upos))
	h.add(three(c.tag, after.tag, x.upos))
	h.add(three(before.word, c.upos, side))
	h.add(three(after.word, c.upos, side))
	h.add(three(c.tag, before.tag, after.tag))
	h.add(three(v[x.l1].word, x.upos, c.upos))
	h.add(three(v[x.r1].tag, x.tag, c.tag))
	h.add(three(small(uint64(v[x.r1].rel)), x.upos, c.tag))
	h.add(three(small(uint64(v[x.l1].rel)), x.upos, c.tag))
	h.add(three(v[s.next].tag, c.tag, x.upos))
	h.add(three(x.tag, cl1.word, c.upos))
	h.add(three(small(x.kids&voice), cl1.word, c.upos))
	h.add(three(small(x.kids&voice), c.tag, x.tag))
	h.add(way)
	f.n = len(h.to)
}

// candidates returns the relations that an arc between such words can have, as
// bits.
func (m *Model) candidates(s *state, head, child int32) uint64 {
	return m.masks[maskIndex(s.nodes[head].upper, s.nodes[child].joint, head > child)]
}

// maskIndex numbers the kinds of arc: by the head's universal tag, the
// dependent's tags and its side.
func maskIndex(head, child uint8, isLeft bool) int {
	i := (int(head)*tagKinds + int(child)) * 2
	if isLeft {
		i++
	}
	return i
}

const maskCount = 17 * tagKinds * 2
