package number

import (
	"math"

	"github.com/concord-news/concord/rules/text"
)

// digits reads a number that starts with digits at token i.
func (s scanner) digits(i int) (Number, int, bool) {
	word := s.d.Form(i)
	if word[0] == '-' && len(word) > 1 {
		word = word[1:]
	}
	v, step, used := Digits(word)
	if used == 0 {
		return s.glyph(i)
	}
	n := Number{Value: v, Step: step, Factor: 1, Rest: word[used:]}
	if len(word) < s.d.Tokens[i].Len() {
		n.Value = -v
	}
	next := i + 1
	if m, after, ok := s.power(n, i); ok {
		return m, after, true
	}
	if n.Rest != "" {
		return s.stuck(n, next)
	}
	if s.tight(next) {
		if f := letters(s.d.Form(next)); f > 0 { // "45" "K"
			n.Value, n.Step, n.Factor = v*f, step*f, f
			return n, next + 1, true
		}
		if m, after, ok := s.continental(i); ok {
			return s.scaled(m, after)
		}
	}
	if v < 1000 && step >= 1 {
		n, next = s.spaced(n, next)
	}
	if m, after, ok := s.slash(n, next); ok {
		return s.scaled(m, after)
	}
	if m, after, ok := s.plusSlash(n, next); ok {
		return m, after, true
	}
	if m, after, ok := s.overOf(n, i, next); ok {
		return m, after, true
	}
	n, after, _ := s.scaled(n, next)
	if after > next {
		n, after = s.mixedWords(n, after)
		return s.tail(n, i, after)
	}
	if den, at, ok := s.parts(n, i, next); ok && s.lower(at) == "of" {
		return s.fraction(n, den, at)
	}
	return n, next, true
}

// glyph reads a fraction that is one character.
func (s scanner) glyph(i int) (Number, int, bool) {
	v, den := glyph(s.d.Tokens[i].Lower)
	if den == 0 {
		return Number{}, i, false
	}
	return s.scaled(Number{Value: v, Step: fractionStep(den), Fraction: true, Factor: 1}, i+1)
}

// stuck reads what is written against digits: a scale ("2bn", "45K"), a
// fraction ("4½", "3/4" in one token); anything else stays in Rest.
func (s scanner) stuck(n Number, next int) (Number, int, bool) {
	if f := letters(n.Rest); f > 0 {
		n.Value, n.Step, n.Factor, n.Rest = n.Value*f, n.Step*f, f, ""
		return n, next, true
	}
	if v, den := glyph(n.Rest); den > 0 {
		n.Value, n.Step, n.Rest = n.Value+v, 0.5/den, ""
		return s.scaled(n, next)
	}
	if n.Rest[0] == '/' {
		den, _, used := Digits(n.Rest[1:])
		if used > 0 && used == len(n.Rest)-1 {
			if m, ok := over(n, den); ok {
				return s.scaled(m, next)
			}
		}
	}
	return n, next, true
}

// continental joins a figure with a decimal comma that was parted into three
// tokens: "5" "," "00". Lists ("1,3,5") are left alone, and so are figures of
// three decimals, which are thousands.
func (s scanner) continental(i int) (Number, int, bool) {
	if s.lower(i+1) != "," || !s.tight(i+2) || s.tight(i) && s.before(i) == "," || s.tight(i+3) && s.lower(i+3) == "," && s.tight(i+4) {
		return Number{}, i, false
	}
	v, step, used := Digits(s.d.Text[s.d.Tokens[i].Start:s.d.Tokens[i+2].End])
	if used != s.d.Tokens[i+2].End-s.d.Tokens[i].Start {
		return Number{}, i, false
	}
	return Number{Value: v, Step: step, Factor: 1}, i + 3, true
}

// spaced joins groups of three digits that spaces part: "1 414 021 100". With
// ordinary spaces it takes three groups at least, since two may be a date and
// a count ("on 12 300 people"); with a no-break or thin space two will do.
func (s scanner) spaced(n Number, next int) (Number, int) {
	at, narrow := next, false
	value, step := n.Value, n.Step
	for at < len(s.d.Tokens) && s.lower(at) != "" {
		t := &s.d.Tokens[at]
		gap := s.d.Text[s.d.Tokens[at-1].End:t.Start]
		w := s.d.Form(at)
		if len(w) != 3 || !isDigit(w[0]) || !isDigit(w[1]) || !isDigit(w[2]) || gap == "" || len(gap) > 3 || gap == "  " {
			break
		}
		v, st, _ := Digits(w)
		if step *= 1000; v > 0 {
			step = st
		}
		value = value*1000 + v
		narrow = narrow || gap != " "
		at++
	}
	if at-next >= 2 || at > next && (narrow || s.d.Tokens[next].Lower == "000") {
		n.Value, n.Step = value, step
		return n, at
	}
	return n, next
}

// slash reads the rest of a fraction after its numerator: "1" "/" "2". A third
// figure makes it a date.
func (s scanner) slash(n Number, j int) (Number, int, bool) {
	if s.lower(j) != "/" || j+1 >= len(s.d.Tokens) || s.lower(j+2) == "/" {
		return n, j, false
	}
	word := s.d.Form(j + 1)
	den, _, used := Digits(word)
	if used == 0 || used != len(word) || s.tight(j) != s.tight(j+1) {
		return n, j, false
	}
	m, ok := over(n, den)
	return m, j + 2, ok
}

// over divides n by den where the two may be a fraction: 9/11 and 24/7 are
// none, and no one writes sevenths or elevenths in figures.
func over(n Number, den float64) (Number, bool) {
	switch den {
	case 2, 3, 4, 5, 6, 8, 10, 16, 32, 64, 100:
	default:
		return n, false
	}
	if n.Value < 1 || n.Value >= den || n.Value != math.Trunc(n.Value) {
		return n, false
	}
	return Number{Value: n.Value / den, Step: 0.5 / den, Fraction: true, Factor: 1}, true
}

// plusSlash reads a fraction that follows a whole number: "7 3/4", "4 ½".
func (s scanner) plusSlash(n Number, j int) (Number, int, bool) {
	if j >= len(s.d.Tokens) || s.lower(j) == "" || n.Value != math.Trunc(n.Value) {
		return n, j, false
	}
	t := &s.d.Tokens[j]
	if v, den := glyph(t.Lower); den > 0 {
		n.Value, n.Step = n.Value+v, 0.5/den
		return n, j + 1, true
	}
	if !t.Shape.Has(text.HasDigit) {
		return n, j, false
	}
	word := s.d.Form(j)
	v, step, used := Digits(word)
	if used == 0 {
		return n, j, false
	}
	m := Number{Value: v, Step: step, Factor: 1, Rest: word[used:]}
	var ok bool
	next := j + 1
	if m.Rest == "" {
		m, next, ok = s.slash(m, j+1)
	} else if m.Rest[0] == '/' {
		m, next, ok = s.stuck(m, j+1)
	}
	if !ok || !m.Fraction {
		return n, j, false
	}
	n.Value, n.Step = n.Value+m.Value, m.Step
	return n, next, true
}

// Ordinal reads the ordinal that starts at token i: "first", "21st",
// "twenty-first", "two hundredth". Its Step is 1. "Second" is an ordinal here,
// the unit of time is for the caller to know.
func Ordinal(d *text.Document, i int) (n Number, next int, ok bool) {
	if i < 0 || i >= len(d.Tokens) {
		return Number{}, i, false
	}
	s, t := scanner{d}, &d.Tokens[i]
	if t.Shape.Has(text.HasDigit) {
		v, step, used := Digits(t.Lower)
		if used == 0 || step < 1 {
			return Number{}, i, false
		}
		switch t.Lower[used:] {
		case "st", "nd", "rd", "th":
			return Number{Value: v, Step: 1, Factor: 1}, i + 1, true
		}
		return Number{}, i, false
	}
	if v := ordinal(t.Lower); v > 0 {
		return Number{Value: v, Step: 1, Words: true, Factor: 1}, i + 1, true
	}
	n, next, found := s.cardinal(i)
	if !found && t.Lower == "a" {
		n, next, found = s.article(i)
	}
	if !found {
		return Number{}, i, false
	}
	at := next
	if s.lower(at) == "-" || s.lower(at) == "and" {
		at++
	}
	v := ordinal(s.lower(at))
	switch {
	case v == 0, n.Value == 1 && s.lower(at+1) == "of": // one hundredth of
		return Number{}, i, false
	case v >= 100:
		v *= n.Value
	case math.Mod(n.Value, 10) == 0 && n.Value >= 20 && v < n.Value:
		v += n.Value
	default:
		return Number{}, i, false
	}
	return Number{Value: v, Step: 1, Words: true, Factor: 1}, at + 1, true
}
