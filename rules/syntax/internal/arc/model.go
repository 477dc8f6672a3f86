// Package arc holds the dependency parser: a greedy transition parser
// (arc-hybrid). A move is chosen by a small network, a hidden layer over what
// stands where and a linear layer over hashed combinations; the relation of an
// arc by another. All arithmetic of a trained model is in
// integers, so that every machine gives the same tree.
package arc

import (
	"encoding/binary"
	"math/bits"

	"github.com/concord-news/concord/rules/syntax/dep"
	"github.com/concord-news/concord/rules/text"
)

// rowSize is the length of a row of move weights: the three moves, and one to
// fill up four bytes.
const rowSize = 4

// zero is the byte that stands for the weight 0: weights are written as
// unsigned bytes, so that eight of them add up in one machine word.
const zero = 128

// Model is a trained parser. It is not changed after it is made and is safe
// for concurrent use.
type Model struct {
	words vocabulary
	tags  tagset
	// in are the rows of the hidden layer, inputRows of hidden bytes, eight in a
	// number, the first one lowest
	in   [][hidden / 8]uint64
	bias [hidden]int32
	out  [hidden][moves]int32
	// wide are the rows of the linear layer, and wideUnit what one of their
	// units is in units of the scores
	wide     []byte
	wideUnit int64
	shift    uint8 // 64 minus the bits of a row number
	labels   labeller
	// masks are the relations that arcs can have, by maskIndex
	masks []uint64
}

// Parse returns the tree of a tagged sentence. Words have one head each, one
// word is the root and arcs do not cross, whatever the tokens are. The time is
// linear in their number.
func (m *Model) Parse(tokens []text.Token, c *Scratch) dep.Tree {
	n := len(tokens)
	t := dep.Tree{Heads: make([]int32, n), Relations: make([]dep.Relation, n)}
	if n == 0 {
		return t
	}
	s := &c.state
	s.reset(tokens, &m.words, &m.tags)
	for !s.done() {
		move := m.move(c)
		rel := uint8(0)
		if move != shift {
			head, child := s.arc(move)
			rel = m.relation(c, head, child)
		}
		s.apply(move, rel)
	}
	for i := range t.Heads {
		v := &s.nodes[i+1]
		t.Heads[i], t.Relations[i] = v.head-1, dep.Relation(v.rel)
		if v.head == 0 {
			t.Relations[i] = dep.Root
		}
	}
	return t
}

// move returns the best legal move.
func (m *Model) move(c *Scratch) int {
	s := &c.state
	legal := s.legal()
	if legal&(legal-1) == 0 {
		return bits.TrailingZeros8(legal)
	}
	m.extract(&c.feats, s)
	s.deep(&c.deep)
	sums := m.linear(c.feats.at[:c.feats.n])
	m.layer(&sums, c.deep.at[:c.deep.n])
	return pick(sums, legal)
}

// linear returns the scores of the linear layer.
func (m *Model) linear(at []uint32) [moves]int64 {
	// even and odd bytes of the rows, each sum in 16 bits: maxFeatures rows of
	// at most 255 fit
	var even, odd uint32
	for _, a := range at {
		row := binary.LittleEndian.Uint32(m.wide[a*rowSize:])
		even += row & 0x00FF00FF
		odd += row >> 8 & 0x00FF00FF
	}
	none := int64(zero * len(at))
	return [moves]int64{
		(int64(even&0xFFFF) - none) * m.wideUnit,
		(int64(odd&0xFFFF) - none) * m.wideUnit,
		(int64(even>>16) - none) * m.wideUnit,
	}
}

// layer adds the scores of the hidden layer.
func (m *Model) layer(sums *[moves]int64, at []uint32) {
	const bytes = 0x00FF00FF00FF00FF
	// as in linear: maxInputs rows of at most 255 fit in 16 bits. The odd bytes are
	// added up with the even ones above them, which oddOf takes off again.
	var even, high [hidden / 8]uint64
	none := int32(zero * len(at))
	for ; len(at) >= 4; at = at[4:] { // four at a time: measured, a tenth faster
		a, b, c, d := &m.in[at[0]], &m.in[at[1]], &m.in[at[2]], &m.in[at[3]]
		for i := range even {
			w, x, y, z := a[i], b[i], c[i], d[i]
			even[i] += (w & bytes) + (x & bytes) + (y & bytes) + (z & bytes)
			high[i] += w>>8 + x>>8 + y>>8 + z>>8
		}
	}
	for _, k := range at {
		for i, x := range &m.in[k] {
			even[i] += x & bytes
			high[i] += x >> 8
		}
	}
	for i := range even {
		e, o := even[i], oddOf(even[i], high[i])
		for k := range 4 {
			m.unit(sums, i*8+k*2, int32(e>>(16*k)&0xFFFF)-none)
			m.unit(sums, i*8+k*2+1, int32(o>>(16*k)&0xFFFF)-none)
		}
	}
}

// mostRows is how many numbers without their lowest byte surely add up in one.
const mostRows = 128

// No more rows than that are added up.
const (
	_ = uint(mostRows - maxInputs)
	_ = uint(mostRows - maxLabelInputs)
)

// oddOf returns the sums of the odd bytes of rows, given those of the even bytes
// and of all but the lowest, for up to mostRows rows.
func oddOf(even, high uint64) uint64 { return high - even>>16<<8 }

// unit adds what hidden unit i gives for a sum of its inputs.
func (m *Model) unit(sums *[moves]int64, i int, x int32) {
	if x += m.bias[i]; x > 0 {
		o := &m.out[i]
		sums[0] += int64(x) * int64(o[0])
		sums[1] += int64(x) * int64(o[1])
		sums[2] += int64(x) * int64(o[2])
	}
}

// pick returns the move with the highest score among the allowed ones.
func pick(sums [moves]int64, allowed uint8) int {
	move := -1
	for i, v := range sums {
		if allowed>>i&1 == 1 && (move < 0 || v > sums[move]) {
			move = i
		}
	}
	return move
}
