package label

import (
	mathbits "math/bits"

	"github.com/concord-news/concord/rules/lexicon"
	"github.com/concord-news/concord/rules/text"
)

// bits of a row index: 2^bits rows. Fewer rows let features share weights.
const bits = 17

func hashString(s string) uint32 {
	h := uint32(2166136261)
	for i := range len(s) {
		h = (h ^ uint32(s[i])) * 16777619
	}
	return h
}

// features collects the rows of one token's features.
type features struct{ rows []uint32 }

func (f *features) add(template, value uint32) {
	h := (value ^ template*0x9E3779B1) * 0x85EBCA6B
	h ^= h >> 15
	h *= 0xC2B2AE35
	f.rows = append(f.rows, (h^h>>13)&(1<<bits-1))
}

// collect returns the rows of candidate i of run s.
func (v *view) collect(i int, s span, f *features) []uint32 {
	f.rows = f.rows[:0]
	v.wordFeatures(i, s, f)
	tagFeatures(v.tagsAt(i, s), f)
	shapeFeatures(v.shapesAt(i, s), f)
	classFeatures(v.classesAt(i, s), f)
	foundFeatures(v.foundAt(i, s), f)
	seenFeatures(v.seenAt(i), f)
	v.runFeatures(i, s, f)
	return f.rows
}

// key holds the values on which some features depend, and nothing else. It is never 0.
type key uint64

// keyed is set in every key.
const keyed key = 1 << 63

const noWord = 7

func (v *view) at(i int, s span) uint32 {
	if i < s.from || i >= s.to {
		return noWord
	}
	return v.hash[i]
}

func (v *view) tag(i int, s span) uint32 {
	if i < s.from || i >= s.to {
		return 31
	}
	return uint32(v.d.Tokens[i].Tag)
}

// shape of a token in a few bits.
func (v *view) shape(i int, s span) uint32 {
	if i < s.from || i >= s.to {
		return 63
	}
	t := &v.d.Tokens[i]
	n := uint32(t.Shape &^ text.SpaceBefore)
	if t.Lower[len(t.Lower)-1] == '.' {
		n |= 128
	}
	return n | uint32(min(t.Len(), 4))<<8
}

func (v *view) wordFeatures(i int, s span, f *features) {
	w, prev, next := v.hash[i], v.at(i-1, s), v.at(i+1, s)
	f.add(0, 0)
	f.add(1, w)
	f.add(2, prev)
	f.add(3, next)
	f.add(6, prev*31+w)
	f.add(7, w*31+next)
	low := v.d.Tokens[i].Lower
	if n := len(low); n > 4 {
		f.add(8, hashString(low[n-3:]))
		f.add(9, hashString(low[n-2:]))
		f.add(10, hashString(low[:3]))
	}
}

// tagsAt are the tags of the token before a candidate, its own and the next one's.
func (v *view) tagsAt(i int, s span) key {
	return keyed | key(v.tag(i-1, s)<<10|v.tag(i, s)<<5|v.tag(i+1, s))
}

func tagFeatures(k key, f *features) {
	tags := uint32(k) & (1<<15 - 1)
	f.add(11, tags>>5&31)
	f.add(12, tags>>5)
	f.add(13, tags&(1<<10-1))
	f.add(14, tags)
}

const shapeBits = 12

func (v *view) shapesAt(i int, s span) key {
	return keyed | key(v.shape(i-1, s))<<(2*shapeBits) | key(v.shape(i, s))<<shapeBits | key(v.shape(i+1, s))
}

func shapeFeatures(k key, f *features) {
	const one = 1<<shapeBits - 1
	f.add(15, uint32(k>>shapeBits)&one)
	f.add(16, uint32(k>>shapeBits)&(one<<shapeBits|one))
	f.add(17, uint32(k)&(one<<shapeBits|one))
}

// noClass stands for the classes of a token outside the sentence.
const noClass = 1 << 30

func (v *view) classAt(i int, s span) uint32 {
	if i < s.from || i >= s.to {
		return noClass
	}
	return uint32(v.class[i] &^ (lexicon.Male | lexicon.Female | lexicon.Acronym))
}

// classBits is how many bits of a key the classes of a token take, of which the highest
// is that of noClass.
const classBits = 21

// classesAt are what the lists say of a candidate and of the tokens round it.
func (v *view) classesAt(i int, s span) key {
	k := keyed
	for at, c := range [3]uint32{v.classAt(i-1, s), v.classAt(i, s), v.classAt(i+1, s)} {
		k |= key(c&^noClass|c&noClass>>(31-classBits)) << (at * classBits)
	}
	return k
}

func classFeatures(k key, f *features) {
	var classes [3]uint32
	for at := range classes {
		c := uint32(k>>(at*classBits)) & (1<<classBits - 1)
		classes[at] = c&^(1<<(classBits-1)) | c>>(classBits-1)*noClass
	}
	p, c, n := classes[0], classes[1], classes[2]
	f.add(20, c)
	f.add(21, p)
	f.add(22, n)
	f.add(23, p*31+c)
	f.add(24, c*31+n)
	for set := c; set != 0; set &= set - 1 {
		f.add(25, uint32(mathbits.TrailingZeros32(set)))
	}
}

// foundAt is what the lists say of a candidate, and what offices and rules say of
// it and the tokens round it.
func (v *view) foundAt(i int, s span) key {
	office, rule := key(v.office[i])<<4, key(v.rule[i])<<4
	prev, next := key(15), key(15)
	if i > s.from {
		office |= key(v.office[i-1])
		prev = key(v.rule[i-1])
	}
	if i+1 < s.to {
		next = key(v.rule[i+1])
	}
	return keyed | key(v.classAt(i, s))<<20 | office<<12 | prev<<8 | rule | next
}

func foundFeatures(k key, f *features) {
	c, office, rules := uint32(k>>20)&(1<<classBits-1), uint32(k>>12)&0xFF, uint32(k)&0xFFF
	rule := rules >> 4 & 15
	f.add(26, office)
	f.add(27, office<<25^c)
	f.add(28, rule)
	f.add(29, rules)
	f.add(30, rule<<25^c)
}

// seenAt is how a candidate's word stands in the whole document, and what rules say
// of the candidate.
func (v *view) seenAt(i int) key { return keyed | key(v.seen[v.word[i]])<<4 | key(v.rule[i]) }

func seenFeatures(k key, f *features) {
	seen, rule := uint32(k>>4)&0xFFFF, uint32(k)&15
	for set := seen; set != 0; set &= set - 1 {
		b := uint32(mathbits.TrailingZeros32(set))
		f.add(31, b)
		f.add(32, b<<8|rule)
	}
	f.add(33, seen)
}

// runFeatures look at the whole run of candidates and what stands round it.
func (v *view) runFeatures(i int, s span, f *features) {
	before, after := v.at(s.first-1, s), v.at(s.last, s)
	place := uint32(min(i-s.first, 3))<<2 | uint32(min(s.last-1-i, 3))
	f.add(40, place)
	f.add(41, before<<4^place)
	f.add(42, after<<4^place)
	f.add(43, v.hash[s.last-1])
	f.add(44, v.hash[s.first])
	f.add(45, v.classAt(s.last-1, s)<<4^place)
	f.add(46, v.classAt(s.first, s)<<4^place)
	f.add(47, v.tag(s.last, s)<<4|place)
	f.add(48, v.tag(s.first-1, s)<<4|place)
}
