package tagger

import "github.com/concord-news/concord/rules/text"

// The features of a token: those that the word alone tells, those that tell of the
// words around it, and those that tell of the labels before it.
const (
	ownFeatures    = 9
	aroundFeatures = 6
	beforeFeatures = 3
)

// mix is the multiplier of Fibonacci hashing, 2^64 divided by the golden ratio.
const mix = 0x9E3779B97F4A7C15

// spread multiplies what is combined with the hash of a word.
const spread = 0xA0761D6478BD642F

// slot is what the features look at in one token.
type slot struct {
	word uint64 // hash of the lower-cased form, digits as 0
	kind uint16 // word class: candidate labels of the small form, dictionary of a rare one
	form uint8  // shape and sentence mode
	// behind and ahead are the addresses of the features that this word alone makes:
	// of the token behind it and of the one before it.
	behind, ahead uint32
}

// beside sets the features of the words beside it, given its sign: the word itself
// of a frequent one, ending and shape of others.
func (s *slot) beside(sign uint64) {
	s.behind, s.ahead = address(s.word, 3), address(sign, 4)
}

// The modes of writing of a whole sentence.
const (
	normal     = 0
	titleCase  = 1 << 6 // Most Words Have a Capital
	capitals   = 2 << 6 // MOST WORDS ARE CAPITALS
	noCapitals = 3 << 6 // none has one, and there are four or more
)

// prepare fills s from a word in lower case, and its shape and sentence's mode, and
// own with the word's own features where its label is not known. It returns the
// labels that the word can have.
func (m *Model) prepare(s *slot, own *[ownFeatures]uint32, lower string, form uint8) []uint8 {
	*s = slot{word: text.WordHash(lower), form: form}
	e, _ := m.words.find(s.word)
	set, sign := e.set, s.word
	if form&formOf(text.Capital) != 0 && form>>6 != capitals>>6 {
		set = e.capital
	}
	s.kind = e.set
	if e.rare {
		s.kind = dictionary(lower)
	}
	if len(m.sets[set]) > 1 {
		last2 := text.WordHash(lower[max(0, len(lower)-2):])
		if e.rare {
			sign = last2 ^ uint64(form)<<1
		}
		*own = s.own(lower, last2)
	}
	s.beside(sign)
	return m.sets[set]
}

// own returns the addresses of the features of a word itself, given the hash of its
// last two bytes.
func (s *slot) own(lower string, last2 uint64) [ownFeatures]uint32 {
	n := len(lower)
	last := func(k int) uint64 { return text.WordHash(lower[max(0, n-k):]) }
	first := func(k int) uint64 { return text.WordHash(lower[:min(n, k)]) }
	return [ownFeatures]uint32{
		inOwn | address(s.word, 1),
		inOwn | address(last(1), 21),
		inOwn | address(last2, 22),
		inOwn | address(last(3), 23),
		inOwn | address(last(4), 24),
		inOwn | address(last2+uint64(s.form), 26),
		inOwn | address(uint64(s.form), 30),
		inOwn | address(first(2), 33),
		inOwn | address(first(3), 34),
	}
}

// formOf is a shape as the low bits of a slot's form have it.
func formOf(s text.Shape) uint8 { return uint8(s>>1) & 31 }

// around returns the addresses of the features that tell of the words around one,
// with two before and two behind. These and those of before are left of 34 kinds
// that were tried: each more that was measured made the tags of EWT and GUM dev no
// better, for it shares the table with the others.
func around(w []*word) [aroundFeatures]uint32 {
	_ = w[4]
	c, l, r, r2 := &w[2].slot, &w[1].slot, &w[3].slot, &w[4].slot
	return [aroundFeatures]uint32{
		l.behind,
		r.ahead,
		address(uint64(c.kind)<<32|uint64(r.kind), 10),
		address(uint64(c.form)<<16|uint64(l.form)<<8|uint64(r.form), 16),
		address(c.word^uint64(r.kind)*spread, 18),
		address(c.word^uint64(r2.kind)*spread, 19),
	}
}

// before returns the addresses of the features that tell of the labels before a
// word: of the last, and of the last but one.
func (s *slot) before(last, other uint8) [beforeFeatures]uint32 {
	kind, form := uint64(s.kind)<<32, uint64(s.form)<<32
	return [beforeFeatures]uint32{
		address(kind|uint64(last), 9),
		address(form|uint64(last), 11),
		address(kind|uint64(last)<<8|uint64(other)|1<<20, 15),
	}
}

// address hashes value x of template t.
func address(x, t uint64) uint32 {
	return uint32((x ^ t*0xD6E8FEB86659FD93) * mix >> (64 - tableBits))
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
