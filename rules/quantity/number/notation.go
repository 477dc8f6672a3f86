package number

import (
	"math"

	"github.com/concord-news/concord/rules/text"
)

// power reads what makes a power of the figure n at token i: "12.3e+14",
// "1.3x10^6", "1.1^23". The parts stand together without a space, but for a
// times sign before the ten.
func (s scanner) power(n Number, i int) (Number, int, bool) {
	next := i + 1
	switch n.Rest {
	case "":
		if s.lower(next) == "^" && s.tight(next) {
			e, after := s.exponent(next + 1)
			if math.IsNaN(e) { // math.Pow(1, NaN) is 1
				return n, i, false
			}
			return raised(n, math.Pow(n.Value, e), after)
		}
		if x := s.lower(next); (x == "x" || x == "×") && s.lower(next+1) == "10" {
			next += 2
			break
		}
		return n, i, false
	case "e", "E":
		e, after := s.exponent(next)
		return raised(n, n.Value*math.Pow(10, e), after)
	case "x10", "×10":
	default:
		return n, i, false
	}
	if s.lower(next) != "^" || !s.tight(next) {
		return n, i, false
	}
	e, after := s.exponent(next + 1)
	return raised(n, n.Value*math.Pow(10, e), after)
}

// raised returns n with the value v, where that is a number we can hold.
func raised(n Number, v float64, next int) (Number, int, bool) {
	if math.IsInf(v, 0) || math.IsNaN(v) {
		return n, next, false
	}
	if n.Value != 0 {
		n.Step *= math.Abs(v / n.Value)
	}
	n.Value, n.Rest = v, ""
	return n, next, true
}

// exponent reads a whole number with signs before it from token i, NaN where
// there is none.
func (s scanner) exponent(i int) (e float64, next int) {
	sign := 1.0
	for range 2 {
		switch s.lower(i) {
		case "-":
			if sign > 0 {
				sign = -1
			} else {
				sign = 1
			}
		case "+":
		default:
			continue
		}
		if !s.tight(i) {
			return math.NaN(), i
		}
		i++
	}
	if s.lower(i) == "" || !s.tight(i) {
		return math.NaN(), i
	}
	form := s.d.Form(i)
	e, step, used := Digits(form)
	if used != len(form) || step < 1 || e > 300 {
		return math.NaN(), i
	}
	return sign * e, i + 1
}

// overOf reads a spoken fraction: "one over twenty", where it stands alone or
// after "is". A score or a count before "over" is no fraction.
func (s scanner) overOf(n Number, i, next int) (Number, int, bool) {
	if n.Value != 1 || s.lower(next) != "over" || s.lower(next+1) == "" {
		return n, next, false
	}
	switch s.before(i) {
	case "", "is", "equals", "equal":
	default:
		return n, next, false
	}
	m, after, ok := s.whole(next + 1)
	if !ok || m.Value < 2 || !s.ends(after) {
		return n, next, false
	}
	return Number{Value: 1 / m.Value, Step: fractionStep(m.Value), Fraction: true, Factor: 1}, after, true
}

// whole reads a whole number in digits or words from token i.
func (s scanner) whole(i int) (Number, int, bool) {
	if !s.d.Tokens[i].Shape.Has(text.HasDigit) {
		return s.cardinal(i)
	}
	form := s.d.Form(i)
	v, step, used := Digits(form)
	return Number{Value: v, Step: step, Factor: 1}, i + 1, used == len(form) && step >= 1
}

// mixedWords adds what follows digits with "hundred" or "thousand": "4 thousand
// 3 hundred and 21", "3 hundred and one".
func (s scanner) mixedWords(n Number, next int) (Number, int) {
	if n.Factor != 1000 && n.Factor != 100 {
		return n, next
	}
	if n.Factor == 1000 && s.lower(next+1) == "hundred" {
		if m, after, ok := s.whole(next); ok && m.Value < 10 {
			n.Value, n.Step, n.Factor = n.Value+m.Value*100, 100, 100
			next = after + 1
		}
	}
	if s.lower(next) != "and" || s.lower(next+1) == "" {
		return n, next
	}
	m, after, ok := s.whole(next + 1)
	if k, _ := word(s.lower(after)); !ok || m.Value >= 100 || k != none {
		return n, next
	}
	n.Value, n.Step, n.Factor = n.Value+m.Value, 1, 1
	return n, after
}

// compound returns the denominator in two words at token j, in the plural:
// "twenty-firsts".
func (s scanner) compound(j int) (den float64, next int) {
	k, v := word(s.lower(j))
	if k != ten {
		return 0, j
	}
	at := j + 1
	if s.lower(at) == "-" {
		at++
	}
	w := s.lower(at)
	if len(w) < 2 || w[len(w)-1] != 's' {
		return 0, j
	}
	u := ordinal(w[:len(w)-1])
	if u < 1 || u > 9 {
		return 0, j
	}
	return v + u, at + 1
}
