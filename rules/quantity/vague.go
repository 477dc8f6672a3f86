package quantity

import (
	"math"

	"github.com/concord-news/concord/rules/mention"
	"github.com/concord-news/concord/rules/quantity/calendar"
	"github.com/concord-news/concord/rules/quantity/number"
	"github.com/concord-news/concord/rules/text"
)

// vague reads the words for a number that is not told: several, dozens,
// hundreds of thousands, a handful; and both, a pair, a single, which tell it
// without a figure.
func (r *reader) vague(i int) int {
	a := amount{first: i, next: i + 1, kind: mention.Number, head: -1, low: math.NaN(), high: math.NaN()}
	w := r.d.Tokens[i].Lower
	if s := r.d.Tokens[i].Shape; s.Has(text.Capital) && !s.Has(text.SentenceStart) && r.capitalAfter(i) && !r.headline(i) {
		return i + 1 // part of a name
	}
	switch w {
	case "both":
		return r.pairOf(a, 2)
	case "pair", "trio", "couple", "handful":
		return r.group(a, w)
	case "single":
		if p := r.before(i); p != "a" && p != "one" {
			return i + 1
		}
		return r.pairOf(a, 1)
	case "few", "several", "many", "numerous", "multiple", "countless":
		return r.several(a, w)
	case "tens":
		if r.lower(i+1) != "of" || number.Scale(r.lower(i+2)) == 0 {
			return i + 1
		}
	}
	r.wide(&a, w, 0)
	return r.vagueEnd(a)
}

// capitalAfter reports whether the word after token i has a capital.
func (r *reader) capitalAfter(i int) bool {
	return r.lower(i+1) != "" && r.d.Tokens[i+1].Shape.Has(text.Capital)
}

// wide reads "dozens", "hundreds of thousands". Our reading of "hundreds" is
// 200 to 999 and so on: more than one of them, and not so many that the next
// word would be used. Times is how many are told ("a few hundred"), 0 where not.
func (r *reader) wide(a *amount, w string, times float64) {
	lo, hi := 2.0, 10.0
	unit := 1.0
	switch w {
	case "dozens", "dozen":
		lo, hi, unit = 2, 100.0/12, 12
	case "tens":
		unit = 10
	case "scores":
		lo, hi, unit = 2, 10, 20
	case "hundreds", "hundred":
		unit = 100
	default:
		unit = number.Scale(w)
		if unit >= 1e6 {
			hi = 1000
		}
	}
	j := a.next
	if r.lower(j) == "of" {
		if s := number.Scale(r.lower(j + 1)); s > unit || s == 1e6 && unit == 1e6 {
			unit, hi = unit*s, 10
			a.next = j + 2
		}
	}
	if times > 0 {
		hi = times
	}
	a.low, a.high, a.vague, a.approx, a.step = lo*unit, hi*unit-1, true, true, unit
	if times > 0 {
		a.high++
	}
}

// several reads "several", "a few hundred", "many".
func (r *reader) several(a amount, w string) int {
	i := a.first
	p := r.before(i)
	switch w {
	case "many":
		if p == "how" || p == "as" || p == "so" || p == "too" || p == "that" || r.lower(i+1) == "as" {
			return i + 1
		}
	case "few":
		switch p {
		case "a":
			a.first--
		case "the", "past", "last", "next", "first", "these", "of", "very":
		case "as", "so", "too":
			return i + 1
		}
	}
	if a.first < r.floor {
		return i + 1
	}
	a.approx = true
	switch next := r.lower(a.next); next {
	case "hundred", "dozen", "thousand", "million", "billion":
		a.next++
		r.wide(&a, next, most(w))
	}
	return r.vagueEnd(a)
}

// most returns our highest reading of "a few hundred" and "several hundred".
func most(w string) float64 {
	if w == "few" {
		return 5
	}
	return 9
}

// vagueEnd finds what a vague number counts; "several days" is a length of
// time and is left, and so is a word that counts nothing.
func (r *reader) vagueEnd(a amount) int {
	j := a.next
	if r.lower(j) == "of" {
		j++
	}
	w := r.lower(j)
	if _, ok := calendar.Unit(w); ok || w == "more" && math.IsNaN(a.low) && isTime(r.lower(j+1)) {
		return j + 1
	}
	if w == "times" {
		a.kind, a.unit, a.next = mention.Frequency, "time", j+1
		return r.emit(a)
	}
	if unit, ok := currencyWord(w); ok && !math.IsNaN(a.low) && unit != "pound" {
		a.kind, a.unit, a.next = mention.Money, unit, j+1
		return r.emit(a)
	}
	if u, ok := unitName(w, false); ok && !math.IsNaN(a.low) {
		a.kind, a.unit, a.next = mention.Measure, u, j+1
		return r.emit(a)
	}
	r.count(&a)
	return r.emit(a)
}

func isTime(w string) bool {
	_, ok := calendar.Unit(w)
	return ok
}

// pairOf emits a value that a word tells without a figure.
func (r *reader) pairOf(a amount, v float64) int {
	j := a.next
	if v == 2 && (r.lower(j) == "of" || r.d.Tokens[a.first].Tag == text.CCONJ) {
		j++
	}
	h := r.head(j, v == 1)
	if h < 0 || v == 2 && !counted(r.lower(h)) {
		return a.next
	}
	a.low, a.high, a.step = v, v, 1
	a.setHead(r.d, h)
	return r.emit(a)
}

// group reads "a pair of", "a couple of", "a handful of", "a trio of" before
// what they count.
func (r *reader) group(a amount, w string) int {
	if p := r.before(a.first); p == "a" && a.first > r.floor {
		a.first--
	} else if p != "the" && p != "another" {
		return a.next
	}
	switch {
	case r.lower(a.next) == "of":
		a.next++
	case w == "couple" && (plural(r.lower(a.next)) && r.d.Tokens[a.next].Tag != text.VERB || r.lower(a.next) == "hundred" || r.lower(a.next) == "dozen"):
	default:
		return a.next
	}
	v := 0.0
	switch w {
	case "pair", "couple":
		v = 2
	case "trio":
		v = 3
	}
	a.approx = w == "couple" || w == "handful"
	if v > 0 {
		a.low, a.high, a.step = v, v, 1
	}
	if w == "couple" {
		k := number.Scale(r.lower(a.next))
		switch r.lower(a.next) {
		case "hundred":
			k = 100
		case "dozen":
			k = 12
		}
		if k > 0 {
			a.low, a.high, a.step, a.next = v*k, v*k, k, a.next+1
		}
	}
	return r.vagueEnd(a)
}
