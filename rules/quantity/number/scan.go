// Package number reads one number, in digits or in words, from the tokens of a
// text: "1,234.5", "2bn", "1.5 million", "twenty-one", "one hundred and three",
// "half a million", "a dozen", "three-quarters". It knows nothing of units,
// dates or names; those who call it do.
package number

import (
	"math"

	"github.com/concord-news/concord/rules/text"
)

// Number is a number as it is written.
type Number struct {
	// Value is the number.
	Value float64
	// Step is one unit of the last significant digit as written: 100 for
	// "300", 0.1 for "2.5", 100000 for "1.5 million". For a fraction it is our
	// own choice, see fractionStep.
	Step float64
	// Fraction: it is a part of one, written as a fraction: "two thirds",
	// "three-quarters", "1/2", "half".
	Fraction bool
	// Words: it is written in letters, scale words after digits apart.
	Words bool
	// Factor is the value of the scale word that ends it, 1 where none does:
	// in "19 to 20 million" the first number takes it from the second.
	Factor float64
	// Rest is what is written against the digits and is no part of the
	// number, the "kg" of "45kg". Letters reads "m", "b" and "t".
	Rest string
}

// Scan reads the number that starts at token i and returns it with the token
// after it. It does not look left but for words that forbid a reading
// ("between", "the first half"), and never crosses the start of a sentence.
// It allocates nothing and is safe for concurrent use.
func Scan(d *text.Document, i int) (n Number, next int, ok bool) {
	if i < 0 || i >= len(d.Tokens) {
		return Number{}, i, false
	}
	s := scanner{d}
	t := &d.Tokens[i]
	switch {
	case t.Shape.Has(text.HasDigit):
		return s.digits(i)
	case t.Lower == "":
		return Number{}, i, false
	case t.Lower[0] >= 0x80:
		return s.glyph(i)
	}
	switch t.Lower {
	case "a", "an":
		return s.article(i)
	case "half":
		return s.half(i)
	case "quarter":
		if j := s.ofA(i + 1); Scale(s.lower(j)) > 0 {
			return s.scaled(Number{Value: 0.25, Step: fractionStep(4), Fraction: true, Words: true, Factor: 1}, i+1)
		}
		return Number{}, i, false
	case "-", "minus", "negative":
		return s.negative(i)
	}
	return s.words(i)
}

type scanner struct{ d *text.Document }

// lower returns token i's lower-cased word, "" where a sentence starts or the
// text ends, so that no number runs on into the next sentence.
func (s scanner) lower(i int) string {
	if i < 0 || i >= len(s.d.Tokens) || s.d.Tokens[i].Shape.Has(text.SentenceStart) {
		return ""
	}
	return s.d.Tokens[i].Lower
}

// before returns the lower-cased word before token i in its sentence.
func (s scanner) before(i int) string {
	if i < 1 || s.d.Tokens[i].Shape.Has(text.SentenceStart) {
		return ""
	}
	return s.d.Tokens[i-1].Lower
}

// tight reports whether token i follows the token before it without a space.
func (s scanner) tight(i int) bool {
	return i > 0 && i < len(s.d.Tokens) && !s.d.Tokens[i].Shape.Has(text.SpaceBefore)
}

// hyphen returns the token after a hyphen at i that joins two words, or i.
func (s scanner) hyphen(i int) int {
	if s.lower(i) == "-" && s.tight(i) && s.tight(i+1) {
		return i + 1
	}
	return i
}

// words reads a number in letters from token i, its fraction and all.
func (s scanner) words(i int) (Number, int, bool) {
	n, next, ok := s.cardinal(i)
	if !ok {
		return Number{}, i, false
	}
	return s.tail(n, i, next)
}

// article reads "a hundred", "a dozen", "a third" from the article at i.
func (s scanner) article(i int) (Number, int, bool) {
	j := i + 1
	w := s.lower(j)
	if len(w) < 4 {
		return Number{}, i, false
	}
	if w == "half" || w == "quarter" {
		return s.articlePart(i, w)
	}
	switch k, v := word(w); {
	case w[len(w)-1] == 's':
	case k == hundred || k == scale || k == dozen:
		n := Number{Value: 1, Step: 1, Words: true, Factor: 1}
		if k == dozen {
			return Number{Value: v, Step: v, Words: true, Factor: 1}, j + 1, true
		}
		n, next := s.run(i, j, n)
		return s.tail(n, i, next)
	}
	if den, plural := denominator(w); den > 2 && !plural && s.isPart(i, j+1) {
		return s.fraction(Number{Value: 1}, den, j+1)
	}
	return Number{}, i, false
}

// articlePart reads "a half million", "a quarter of", "a half".
func (s scanner) articlePart(i int, w string) (Number, int, bool) {
	den := 2.0
	if w == "quarter" {
		den = 4
	}
	j := s.hyphen(i + 2)
	if Scale(s.lower(j)) > 0 || s.isPart(i, i+2) {
		return s.fraction(Number{Value: 1}, den, i+2)
	}
	if w == "half" {
		n, next, ok := s.half(i + 1)
		return n, next, ok
	}
	return Number{}, i, false
}

// isPart reports whether an article and an ordinal before token next are a
// fraction ("a third of", "by a fifth") and not a rank ("a third man").
func (s scanner) isPart(i, next int) bool {
	switch s.lower(next) {
	case "of", "more", "less", "fewer", "higher", "lower", "bigger", "smaller":
		return true
	}
	if next < len(s.d.Tokens) && s.tight(next) && s.lower(next) == "-" {
		return false
	}
	switch s.before(i) {
	case "by", "about", "around", "nearly", "almost", "roughly", "over", "than", "approximately", "to", "and", "under", "above", "below":
		return s.ends(next)
	case "":
		return i == 0 && s.ends(next)
	}
	return false
}

// ends reports whether no noun can follow at token i: punctuation, the end of
// the sentence or a small word stand there.
func (s scanner) ends(i int) bool {
	w := s.lower(i)
	switch w {
	case "", "in", "since", "to", "from", "and", "or", "on", "at", "this", "last", "by", "compared", "as", "but", "over", "after":
		return true
	}
	return !s.d.Tokens[i].Shape.Has(text.HasLetter) && !s.d.Tokens[i].Shape.Has(text.HasDigit)
}

// half reads "half a million", "half a dozen", "half of", "half the", "half a
// mile" (the article is used, the unit is not), and the first word of
// "half-hour", whose hyphen is left.
func (s scanner) half(i int) (Number, int, bool) {
	n := Number{Value: 0.5, Step: fractionStep(2), Fraction: true, Words: true, Factor: 1}
	if s.partOfGame(i) {
		return Number{}, i, false
	}
	switch w := s.lower(i + 1); w {
	case "a", "an":
		if k, v := word(s.lower(i + 2)); k == dozen {
			return Number{Value: v / 2, Step: v / 2, Words: true, Factor: 1}, i + 3, true
		} else if k == scale {
			return s.scaled(n, i+2)
		}
		return n, i + 2, i+2 < len(s.d.Tokens)
	case "of", "the", "its", "their", "his", "her", "our", "my", "your", "all", "those", "these", "that":
		return s.scaled(n, i+1)
	case "-":
		j := s.hyphen(i + 1)
		if k, v := word(s.lower(j)); k == dozen {
			return Number{Value: v / 2, Step: v / 2, Words: true, Factor: 1}, j + 1, true
		} else if k == scale {
			return s.scaled(n, i+1)
		}
		return n, i + 1, j > i+1
	case "dozen", "million", "billion", "trillion":
		if w == "dozen" {
			return Number{Value: 6, Step: 6, Words: true, Factor: 1}, i + 2, true
		}
		return s.scaled(n, i+1)
	}
	switch s.before(i) {
	case "by", "in", "about", "around", "nearly", "almost", "roughly", "over", "than", "approximately", "only", "just", "under":
		return n, i + 1, s.ends(i+1) && s.before(i) != "in"
	}
	return Number{}, i, false
}

// partOfGame reports whether the half at token i is one of the two halves of
// a match or a year, or a side: "the first half of", "the other half".
func (s scanner) partOfGame(i int) bool {
	switch s.before(i) {
	case "first", "second", "other", "latter", "last", "better", "next", "top", "bottom", "upper", "lower",
		"northern", "southern", "eastern", "western", "early", "final", "opening", "1st", "2nd":
		return true
	}
	return i > 0 && s.d.Tokens[i-1].Tag == text.ADJ
}

// negative reads a number after a minus sign or word. A sign needs a space
// before it and none after it.
func (s scanner) negative(i int) (Number, int, bool) {
	if s.d.Tokens[i].Lower == "-" {
		if !s.d.Tokens[i].Shape.Has(text.SpaceBefore) || !s.tight(i+1) || !s.d.Tokens[i+1].Shape.Has(text.HasDigit) {
			return Number{}, i, false
		}
	} else if s.lower(i+1) == "" || s.lower(i+1) == "-" {
		return Number{}, i, false
	}
	switch s.d.Tokens[i+1].Lower {
	case "-", "minus", "negative":
		return Number{}, i, false
	}
	n, next, ok := Scan(s.d, i+1)
	if !ok {
		return Number{}, i, false
	}
	if w := s.lower(next); s.d.Tokens[i].Shape.Has(text.SentenceStart) && s.d.Tokens[i].Lower == "-" && w != "" && isLetter(w[0]) {
		return Number{}, i, false // a list's dash, not a sign
	}
	n.Value = -n.Value
	return n, next, true
}

func isLetter(c byte) bool { return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' }

// fractionStep is the width we give to a fraction in words: half of one part,
// and never more than a tenth of the whole ("half" is 45 to 55%, "a tenth" 7.5
// to 12.5%). No style guide states one.
func fractionStep(den float64) float64 { return math.Min(0.1, 0.5/den) }
