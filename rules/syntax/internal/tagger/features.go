package tagger

import (
	"math/bits"

	"github.com/concord-news/concord/rules/text"
)

// The features of a token: those that the word alone tells, and those that tell
// of what is around it.
const (
	ownFeatures     = 9
	contextFeatures = 22
)

// features are the addresses of a token's features of context in the weights:
// the row times 64, and in the low six bits what the label's place is scrambled
// by.
type features [contextFeatures]uint32

// mix is the multiplier of Fibonacci hashing, 2^64 divided by the golden ratio.
const mix = 0x9E3779B97F4A7C15

// slot is what the features look at in one token.
type slot struct {
	word uint64    // hash of the lower-cased form, digits as 0
	sign uint64    // word for frequent words, ending and shape for others
	ends [2]uint64 // hashes of the last 2 and 3 bytes
	set  uint16    // candidate labels
	kind uint16    // word class: candidate labels of the small form, dictionary of a rare one
	form uint8     // shape and sentence mode
	// beside are the addresses of the features that this word alone makes: of the
	// token behind it, the one before it, and the second behind and before it.
	beside [4]uint32
}

// prepareEdge fills s for a place outside the sentence.
func (m *Model) prepareEdge(s *slot, word uint64) {
	*s = slot{word: word, sign: word}
	m.prepareBeside(s)
}

func (m *Model) prepareBeside(s *slot) {
	s.beside = [4]uint32{address(s.word, 3, m.shift), address(s.sign, 4, m.shift), address(s.sign, 12, m.shift), address(s.sign, 13, m.shift)}
}

// The modes of writing of a whole sentence.
const (
	normal     = 0
	titleCase  = 1 << 6 // Most Words Have a Capital
	capitals   = 2 << 6 // MOST WORDS ARE CAPITALS
	noCapitals = 3 << 6 // none has one, and there are four or more
)

func hashWord(s string) uint64 {
	h := uint64(14695981039346656037) // FNV-1a, one byte at a time
	for i := 0; i < len(s); i++ {
		c := s[i]
		if c-'0' < 10 {
			c = '0'
		}
		h = (h ^ uint64(c)) * 1099511628211
	}
	return (h ^ h>>29) * mix
}

// prepare fills s from a word in lower case, and its shape and sentence's mode, and
// own with the word's own features where its label is not known.
func (m *Model) prepare(s *slot, own *[ownFeatures]uint32, lower string, form uint8) {
	*s = slot{word: hashWord(lower), form: form}
	e, _ := m.words.find(s.word)
	s.kind, s.set = e.set, e.set
	if form&formOf(text.Capital) != 0 && form>>6 != capitals>>6 {
		s.set = e.capital
	}
	s.sign = s.word
	if e.rare {
		s.kind = dictionary(lower)
	}
	if len(m.sets[s.set]) > 1 {
		n := len(lower)
		s.ends = [2]uint64{hashWord(lower[max(0, n-2):]), hashWord(lower[max(0, n-3):])}
		if e.rare {
			s.sign = s.ends[0] ^ uint64(s.form)<<1
		}
		*own = m.ownFeatures(s, lower)
	}
	m.prepareBeside(s)
}

// ownFeatures are the addresses of the features of a word itself.
func (m *Model) ownFeatures(s *slot, lower string) [ownFeatures]uint32 {
	n, shift := len(lower), m.shift
	last1, last4 := hashWord(lower[max(0, n-1):]), hashWord(lower[max(0, n-4):])
	first2, first3 := hashWord(lower[:min(n, 2)]), hashWord(lower[:min(n, 3)])
	return [ownFeatures]uint32{
		address(s.word, 1, shift),
		address(last1, 21, shift),
		address(s.ends[0], 22, shift),
		address(s.ends[1], 23, shift),
		address(last4, 24, shift),
		address(s.ends[0]+uint64(s.form), 26, shift),
		address(uint64(s.form), 30, shift),
		address(first2, 33, shift),
		address(first3, 34, shift),
	}
}

// formOf is a shape as the low bits of a slot's form have it.
func formOf(s text.Shape) uint8 { return uint8(s>>1) & 31 }

// extract collects the features of context of window[2], whose neighbours are
// the rest, given the labels of the two tokens before it.
func (m *Model) extract(f *features, w []*word, p1, p2 uint8) {
	_ = w[4]
	c, l, r, r2 := &w[2].slot, &w[1].slot, &w[3].slot, &w[4].slot
	shift := m.shift
	a, b := uint64(p1), uint64(p1)<<8|uint64(p2)|1<<20
	kind, next := uint64(c.kind), uint64(r.kind)
	*f = features{
		address(c.word+a<<40, 2, shift),
		l.beside[0],
		r.beside[1],
		address(a, 5, shift),
		address(b, 6, shift),
		address(pair(l.sign, c.word), 7, shift),
		address(pair(c.word, r.sign), 8, shift),
		address(kind<<32|a, 9, shift),
		address(kind<<32|next, 10, shift),
		address(uint64(c.form)<<32|a, 11, shift),
		w[0].beside[2],
		r2.beside[3],
		address(next<<32|a, 14, shift),
		address(kind<<32|b, 15, shift),
		address(uint64(c.form)<<16|uint64(l.form)<<8|uint64(r.form), 16, shift),
		address(kind<<40|next<<20|uint64(r2.kind), 17, shift),
		address(c.word+next<<40, 18, shift),
		address(c.word+uint64(r2.kind)<<40, 19, shift),
		address(c.ends[1]+a<<40, 25, shift),
		address(pair(c.ends[0], r.sign), 27, shift),
		address(pair(c.ends[1], l.sign), 28, shift),
		address(uint64(c.form)<<32|next, 29, shift),
	}
}

func pair(a, b uint64) uint64 { return a ^ bits.RotateLeft64(b, 23) }

// address hashes value x of template t.
func address(x, t uint64, shift uint8) uint32 {
	h := (x ^ t*0xD6E8FEB86659FD93) * mix
	h = (h ^ h>>31) * mix
	return uint32(h >> (shift & 63)) // below 64: no test for more
}

// mode says how the words of a sentence are written: headlines and shouted
// lines have capitals that say nothing.
func mode(tokens []text.Token) uint8 {
	words, upper, caps := 0, 0, 0
	for i := range tokens {
		t := &tokens[i]
		if !t.Shape.Has(text.HasLetter) || len(t.Lower) < 4 {
			continue
		}
		words++
		if t.Shape.Has(text.Capital) {
			upper++
		}
		if t.Shape.Has(text.AllCaps) {
			caps++
		}
	}
	switch {
	case words >= 3 && caps*10 >= words*8:
		return capitals
	case words >= 3 && upper*10 >= words*8:
		return titleCase
	case words >= 4 && upper == 0:
		return noCapitals
	}
	return normal
}
