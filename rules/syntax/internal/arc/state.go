package arc

import (
	"github.com/concord-news/concord/rules/text"
)

// The moves of the arc-hybrid system. With s0 and s1 on top of the stack and b
// first in the buffer: shift pushes b; left makes s0 a dependent of b and pops
// it; right makes s0 a dependent of s1 and pops it.
const (
	shift = iota
	left
	right
	moves
)

// node is a word and what is attached to it so far. Words are numbered from 1;
// number 0 is the empty node.
type node struct {
	word uint64 // hash of the lower-cased form
	tag  uint64 // hash of universal and Penn tag
	wt   uint64 // of both
	upos uint64 // hash of the universal tag
	head int32
	// the outermost and second outermost dependents on either side
	l1, l2, r1, r2 int32
	nl, nr         uint8 // number of dependents on either side, at most 5
	rel            uint8
	upper          uint8  // text.Tag
	joint          uint8  // number of universal and Penn tag together
	id             uint16 // row of the hidden layer's words
	kids           uint64 // relations of the dependents, a bit each
}

// state is a parse under way.
type state struct {
	nodes []node // nodes[0] and nodes[n+1:n+4] are empty
	stack []int32
	next  int32 // first word of the buffer
	n     int32
}

// Scratch is the memory that parsing needs, to be used again for the next
// sentence. Its zero value is ready; it is not safe for concurrent use.
type Scratch struct {
	state   state
	feats   features
	deep    inputs
	lab     labelFeatures
	deepLab labelInputs
}

const (
	tagMix  = 0x9E3779B97F4A7C15
	wordMix = 0xD6E8FEB86659FD93
)

// reset loads a sentence.
func (s *state) reset(tokens []text.Token, words *vocabulary, tags *tagset) {
	s.n, s.next = int32(len(tokens)), 1
	if cap(s.nodes) < len(tokens)+4 {
		s.nodes = make([]node, len(tokens)*3/2+4)
		s.stack = make([]int32, 0, len(tokens)*3/2+4)
	}
	s.nodes, s.stack = s.nodes[:len(tokens)+4], s.stack[:0]
	s.nodes[0] = node{tag: scramble(11 << 32), upos: scramble(13 << 32), word: scramble(17 << 32), wt: scramble(19 << 32)}
	for i := range tokens {
		t := &tokens[i]
		v := node{word: hashWord(t.Lower), upper: uint8(t.Tag) % 17, joint: tags.id(t)}
		v.tag = scramble(uint64(t.Tag)<<8 | uint64(t.Fine) | 1<<16)
		v.upos = scramble(uint64(t.Tag) | 1<<17)
		v.wt = (v.word ^ v.tag) * wordMix
		v.id = words.id(t, v.word)
		s.nodes[i+1] = v
	}
	for i := s.n + 1; i < s.n+4; i++ {
		s.nodes[i] = node{id: 1, joint: 1, tag: scramble(23 << 32), upos: scramble(29 << 32), word: scramble(31 << 32), wt: scramble(37 << 32)}
	}
}

func scramble(x uint64) uint64 {
	x *= tagMix
	return (x ^ x>>29) * wordMix
}

func hashWord(s string) uint64 {
	h := uint64(14695981039346656037) // FNV-1a, one byte at a time
	for i := 0; i < len(s); i++ {
		c := s[i]
		if c-'0' < 10 {
			c = '0'
		}
		h = (h ^ uint64(c)) * 1099511628211
	}
	return (h ^ h>>29) * tagMix
}

// top returns the word at depth d of the stack, 0 for none.
func (s *state) top(d int) int32 {
	if d < len(s.stack) {
		return s.stack[len(s.stack)-1-d]
	}
	return 0
}

// done reports whether one word is left, the root.
func (s *state) done() bool { return s.next > s.n && len(s.stack) <= 1 }

// legal returns the legal moves as bits.
func (s *state) legal() uint8 {
	var m uint8
	if s.next <= s.n {
		m |= 1 << shift
		if len(s.stack) > 0 {
			m |= 1 << left
		}
	}
	if len(s.stack) > 1 {
		m |= 1 << right
	}
	return m
}

// arc returns the head and the dependent of the arc that a move makes.
func (s *state) arc(move int) (head, child int32) {
	if move == left {
		return s.next, s.top(0)
	}
	return s.top(1), s.top(0)
}

// apply makes a move; rel is the relation of the arc it makes, if any.
func (s *state) apply(move int, rel uint8) {
	if move == shift {
		s.stack = append(s.stack, s.next)
		s.next++
		return
	}
	head, child := s.arc(move)
	s.stack = s.stack[:len(s.stack)-1]
	h, c := &s.nodes[head], &s.nodes[child]
	c.head, c.rel = head, rel
	h.kids |= 1 << rel
	if move == left {
		h.l1, h.l2 = child, h.l1
		h.nl = min(h.nl+1, 5)
		return
	}
	h.r1, h.r2 = child, h.r1
	h.nr = min(h.nr+1, 5)
}
