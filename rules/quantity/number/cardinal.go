package number

import (
	"math"

	"github.com/concord-news/concord/rules/text"
)

// cardinal reads whole number words from token i: "two hundred and two
// thousand", "fifty - two". It reads no fraction.
func (s scanner) cardinal(i int) (Number, int, bool) {
	switch k, _ := word(s.d.Tokens[i].Lower); k {
	case unit, teen, ten:
	default:
		return Number{}, i, false
	}
	n, next := s.run(i, i, Number{Value: math.NaN(), Words: true, Factor: 1})
	return n, next, true
}

// run adds the number words from token j on to n, whose value is NaN or the 1
// of an article; i is where the number starts. A group is what stands before
// the next scale word.
func (s scanner) run(i, j int, n Number) (Number, int) {
	r := runner{scanner: s, noAnd: s.before(i) == "between", limit: math.Inf(1), group: n.Value, last: none}
	if !math.IsNaN(n.Value) {
		r.last = unit
	}
	start := j
	for {
		at := r.join(j)
		if at < 0 {
			break
		}
		w := s.d.Tokens[at].Lower
		if at > start && s.lower(at) == "" {
			break
		}
		if !r.add(word(w)) {
			break
		}
		j = at + 1
	}
	if !math.IsNaN(r.group) {
		r.total += r.group
	}
	n.Value, n.Step, n.Factor = r.total, wordStep(r.total), 1
	if r.last == dozen {
		n.Step = 12
	}
	if r.last == scale {
		n.Factor = r.factor
	}
	return n, j
}

type runner struct {
	scanner
	noAnd bool
	total float64
	// group is the value since the last scale word, NaN where nothing was read.
	group float64
	// limit is the last scale word's factor: the next must be smaller.
	limit, factor float64
	last          kind
}

// add takes one number word, and reports whether it continues the number.
func (r *runner) add(k kind, v float64) bool {
	empty := math.IsNaN(r.group)
	switch k {
	case unit:
		if !empty && r.last != ten && r.last != hundred {
			return false
		}
	case teen, ten:
		if !empty && r.last != hundred {
			return false
		}
	case hundred, dozen:
		if empty || r.group >= 100 && k == hundred || r.last == dozen {
			return false
		}
		if k == dozen && r.last == unit && r.group > 100 {
			r.group, r.last = r.group+math.Mod(r.group, 100)*(v-1), k // three hundred and two dozens
			return true
		}
		r.group, r.last = r.group*v, k
		return true
	case scale:
		if empty || v >= r.limit {
			return false
		}
		r.total += r.group * v
		r.group, r.limit, r.factor, r.last = math.NaN(), v, v, k
		return true
	default:
		return false
	}
	if empty {
		r.group = 0
	}
	r.group, r.last = r.group+v, k
	return true
}

// join returns the token of the next number word after a hyphen or an "and"
// that may stand at token j, or -1 where the number ends.
func (r *runner) join(j int) int {
	if j >= len(r.d.Tokens) {
		return -1
	}
	switch r.d.Tokens[j].Lower {
	case "-":
		if k, _ := word(r.lower(j + 1)); k == unit && r.last == ten || r.hyphen(j) > j && k >= hundred {
			return j + 1
		}
		return -1
	case "and":
		if r.noAnd || r.last != hundred && r.last != scale || !r.smaller(j+1) {
			return -1
		}
		return j + 1
	}
	return j
}

// smaller reports whether the number words from token j on are smaller than
// what was read last, so that an "and" before them adds: "one hundred and
// three", but not "one hundred and two hundred".
func (r *runner) smaller(j int) bool {
	if k, _ := word(r.lower(j)); k != unit && k != teen && k != ten {
		return false
	}
	if r.denominated(r.belowHundred(j)) {
		return false // one hundred and three quarters
	}
	if r.last == scale {
		k, _ := word(r.lower(j + 1))
		return k != scale && k != dozen
	}
	k, _ := word(r.lower(j + 1))
	return k != hundred
}

// belowHundred reads the number under a hundred that starts with the number
// word at token j. It does not look further, so that long runs of number words
// cost no more than their length.
func (s scanner) belowHundred(j int) (v float64, next int) {
	k, v := word(s.lower(j))
	next = j + 1
	if k != ten {
		return v, next
	}
	at := next
	if s.lower(at) == "-" {
		at++
	}
	if k, u := word(s.lower(at)); k == unit {
		return v + u, at + 1
	}
	return v, next
}

// denominated reports whether the word at token j makes v a numerator.
func (s scanner) denominated(v float64, j int) bool {
	if s.lower(j) == "-" {
		j++
	}
	den, plural := denominator(s.lower(j))
	return den > v && plural == (v > 1)
}

// wordStep is the step of a number in words. "Twenty-one" ends in a one;
// "twelve" and "thirty" are single words and as exact as each other, so only
// zeros from the hundreds up are not significant.
func wordStep(v float64) float64 {
	if v < 100 || v != math.Trunc(v) {
		return 1
	}
	step := 1.0
	for v >= 10 && math.Mod(v, 10) == 0 {
		v, step = v/10, step*10
	}
	return step
}

// tail reads what may follow whole number words that start at token i: decimals
// after "point", a denominator, "and a half", and a scale word after these.
func (s scanner) tail(n Number, i, next int) (Number, int, bool) {
	if s.lower(next) == "point" && n.Words {
		if m, after, ok := s.decimals(n, next+1); ok {
			return s.scaled(m, after)
		}
	}
	if m, after, ok := s.overOf(n, i, next); ok {
		return m, after, true
	}
	if den, after := s.compound(next); den > n.Value && n.Value > 1 {
		return s.fraction(n, den, after)
	}
	if den, after, ok := s.parts(n, i, next); ok {
		return s.fraction(n, den, after)
	}
	if s.lower(next) == "and" && s.before(i) != "between" {
		if m, after, ok := s.mixed(n, next+1); ok {
			return s.scaled(m, after)
		}
	}
	return n, next, true
}

// decimals reads the digits after "point": "zero three", "seventy-one".
func (s scanner) decimals(n Number, j int) (Number, int, bool) {
	frac, place := 0.0, 1.0
	at := j
	for {
		k, v := word(s.lower(at))
		if k == none || k >= hundred || k != unit && place < 1 {
			break
		}
		if k != unit {
			m, next := s.run(at, at, Number{Value: math.NaN()})
			if m.Value >= 100 {
				break
			}
			frac, place, at = m.Value/100, 0.01, next
			break
		}
		place /= 10
		frac += v * place
		at++
	}
	if at == j {
		return n, j, false
	}
	n.Value, n.Step = n.Value+frac, place
	return n, at, true
}

// parts returns the denominator at token j that makes n a numerator: "two
// thirds", "one-fifth", "twenty-three fifths".
func (s scanner) parts(n Number, i, j int) (den float64, next int, ok bool) {
	at := j
	if s.lower(at) == "-" {
		at++
	}
	den, plural := denominator(s.lower(at))
	if den == 0 || plural == (n.Value == 1) || n.Value <= 0 || n.Value != math.Trunc(n.Value) {
		return 0, j, false
	}
	if at == j {
		if s.periods(i, den, at+1) {
			return 0, j, false
		}
		if !plural && s.lower(at+1) == "-" && s.tight(at+1) {
			return 0, j, false // one third-party supplier
		}
	}
	return den, at + 1, true
}

// periods reports whether quarters or halves are spans of time or of a match.
func (s scanner) periods(i int, den float64, next int) bool {
	if den != 2 && den != 4 {
		return false
	}
	switch s.before(i) {
	case "past", "last", "first", "previous", "next", "for", "final", "of", "every", "latest":
		return s.lower(next) != "of"
	}
	return s.d.Tokens[i].Shape.Has(text.HasDigit) && s.lower(next) != "of"
}

// fraction makes n the numerator over den, and reads a scale word after it.
func (s scanner) fraction(n Number, den float64, next int) (Number, int, bool) {
	v := Number{Value: n.Value / den, Step: fractionStep(den), Fraction: true, Words: true, Factor: 1}
	return s.scaled(v, next)
}

// mixed reads the fraction at token j of "two and a half", "one hundred and
// three and two thirds". After a million or more the fraction is of that
// scale: "a million and a half".
func (s scanner) mixed(n Number, j int) (Number, int, bool) {
	top, at := 1.0, j+1
	switch w := s.lower(j); w {
	case "a", "an":
	case "half":
		at = j
	default:
		if k, _ := word(w); k != unit && k != teen && k != ten {
			return n, j, false
		}
		m, next := s.run(j, j, Number{Value: math.NaN()})
		top, at = m.Value, next
		if s.lower(at) == "-" {
			at++
		}
	}
	den, plural := denominator(s.lower(at))
	if den == 0 || plural == (top == 1) || top >= den || s.lower(at+1) == "-" && s.tight(at+1) && den != 2 {
		return n, j, false
	}
	if den > 2 && top == 1 && s.lower(j) != "one" && !s.ends(at+1) && s.lower(at+1) != "of" && Scale(s.lower(at+1)) == 0 {
		return n, j, false // two men and a third suspect
	}
	of := 1.0
	if n.Factor >= 1e6 {
		of = n.Factor
	}
	n.Value, n.Step = n.Value+of*top/den, of/den
	return n, at + 1, true
}

// scaled multiplies n by the scale words at token j: "2.5 million", "half a
// million", "two thirds of a million", "$1.5-billion".
func (s scanner) scaled(n Number, j int) (Number, int, bool) {
	at := s.hyphen(j)
	if n.Fraction && n.Words {
		at = s.ofA(at)
	}
	k, v := word(s.lower(at))
	if k != scale && (k != hundred || n.Fraction) && (k != dozen || n.Fraction) || at > j && v == 0 {
		return n, j, true
	}
	if k == hundred && n.Value >= 100 {
		return n, j, true // "in 1942 hundreds of miles away"
	}
	if n.Fraction && n.Value < 1 {
		n.Fraction = false
	}
	n.Value, n.Step, n.Factor = n.Value*v, n.Step*v, v
	return n, at + 1, true
}

// ofA returns the token after "of a" or "a" at token j, where a scale word in
// the singular follows, else j.
func (s scanner) ofA(j int) int {
	at := j
	if s.lower(at) == "of" {
		at++
	}
	if s.lower(at) == "a" && Scale(s.lower(at+1)) > 0 {
		return at + 1
	}
	return j
}
