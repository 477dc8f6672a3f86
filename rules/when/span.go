package when

import (
	"math"
	"strconv"

	"github.com/concord-news/concord/rules/mention"
	"github.com/concord-news/concord/rules/quantity/number"
)

// span is a length of time: up to three amounts, as in "3 hours 30 minutes".
type span struct {
	parts [3]amount
	n     int
	// set: it is the step of a set ("every two weeks").
	set bool
}

// amount is a number of units; the number is NaN where it is not stated.
type amount struct {
	value, step float64
	grain       grain
	// to is the end of a range, equal to value where there is none.
	to float64
}

func spanOf(a amount) span { return span{n: 1, parts: [3]amount{a}} }

func lengthOf(n float64, g grain) span { return spanOf(amount{value: n, step: 1, to: n, grain: g}) }

// unknown is a number that is not stated.
func unknown(g grain) span { return lengthOf(math.NaN(), g) }

// grains are the units of time: the name of each in the singular, and how it is written
// in a TIMEX3 value; times is the number of such units in one.
var grains = [...]struct {
	name, code, vague string
	clock             bool
	times             float64
}{
	second: {"second", "S", "S", true, 1}, minute: {"minute", "M", "M", true, 1}, hour: {"hour", "H", "H", true, 1},
	day: {"day", "D", "D", false, 1}, weekend: {"weekend", "WE", "WE", false, 1}, week: {"week", "W", "W", false, 1},
	fortnight: {"fortnight", "W", "W", false, 2}, month: {"month", "M", "M", false, 1}, quarter: {"quarter", "M", "Q", false, 3},
	half: {"half", "M", "M", false, 6}, seasonGrain: {"season", "M", "M", false, 3}, year: {"year", "Y", "Y", false, 1},
	decadeGrain: {"decade", "Y", "E", false, 10}, century: {"century", "Y", "C", false, 100}, millennium: {"millennium", "Y", "L", false, 1000},
}

// timex returns the TIMEX3 value of s.
func (s span) timex() string {
	var buf [40]byte
	b := append(buf[:0], 'P')
	inClock := false
	for _, a := range s.parts[:s.n] {
		u := grains[a.grain]
		if u.clock && !inClock {
			b = append(b, 'T')
			inClock = true
		}
		if math.IsNaN(a.value) {
			b = append(append(b, 'X'), u.vague...)
			continue
		}
		b = strconv.AppendFloat(b, a.value*u.times, 'f', -1, 64)
		b = append(b, u.code...)
	}
	return string(b)
}

// quantity returns the value of s in units of its first amount.
func (s span) quantity() mention.Quantity {
	a := s.parts[0]
	if math.IsNaN(a.value) {
		return mention.NoValue()
	}
	q := mention.Quantity{Low: a.value, High: a.to, Step: a.step}
	for _, b := range s.parts[1:s.n] {
		more := b.value * hours(b.grain) / hours(a.grain)
		q.Low, q.High = q.Low+more, q.High+more
		q.Step = b.step * hours(b.grain) / hours(a.grain)
	}
	return q
}

// hours returns the length of a unit; months and years by the mean of the
// Gregorian calendar, 365.2425 days to the year.
func hours(g grain) float64 {
	const yearHours = 365.2425 * 24
	switch g {
	case second:
		return 1.0 / 3600
	case minute:
		return 1.0 / 60
	case hour:
		return 1
	case day:
		return 24
	case weekend:
		return 48
	case week:
		return 7 * 24
	case fortnight:
		return 14 * 24
	case month:
		return yearHours / 12
	case quarter, seasonGrain:
		return yearHours / 4
	case half:
		return yearHours / 2
	}
	return yearHours * grains[g].times
}

// length reads a number and a unit of time: "four years", "four-year", "2 1/2
// years", "an hour and a half", "several months", "3 hours 30 minutes", "half
// an hour". next is i where there is none.
func (r *reader) length(i int) (s span, next int) {
	a, j := r.amountAt(i)
	if j == i {
		return s, i
	}
	s = spanOf(a)
	if math.IsNaN(a.value) {
		return s, j
	}
	if k := r.skip(j, "and"); k > j && r.is(k, article) && r.is(k+1, pastHalf) && !r.is(k+2, unit) {
		s.parts[0].value, s.parts[0].to, s.parts[0].step = a.value+0.5, a.to+0.5, 0.5
		return s, k + 2
	}
	if part, next := r.andQuarters(j); next > j {
		s.parts[0].value, s.parts[0].to, s.parts[0].step = a.value+part, a.to+part, 0.25
		return s, next
	}
	for s.n < len(s.parts) {
		m := r.skip(r.skip(j, ","), "and")
		b, k := r.amountAt(m)
		if k == m || b.grain >= s.parts[s.n-1].grain || math.IsNaN(b.value) || m > j && r.relativeAfter(k) || r.is(m, article) {
			break
		}
		s.parts[s.n] = b
		s.n++
		j = k
	}
	return s, j
}

// relativeAfter reports whether "ago" and the like follow at token i.
func (r *reader) relativeAfter(i int) bool {
	switch r.lower(i) {
	case "ago", "later", "earlier":
		return true
	}
	return false
}

// andQuarters reads "and a quarter" and "and three quarters" behind a number and its
// unit, from token j: "an hour and three quarters".
func (r *reader) andQuarters(j int) (part float64, next int) {
	k := r.skip(j, "and")
	switch {
	case k == j:
	case r.is(k, article) && r.lower(k+1) == "quarter" && r.lower(k+2) != "of" && !r.is(k+2, unit):
		return 0.25, k + 2
	case r.lower(k) == "three" && r.lower(k+1) == "quarters" && r.lower(k+2) != "of":
		return 0.75, k + 2
	}
	return 0, j
}

// amountAt reads one number and its unit.
func (r *reader) amountAt(i int) (a amount, next int) {
	a.step = 1
	w, j := r.word(i), i
	switch w.class {
	case article:
		return r.articleAmount(i)
	case several:
		a.value = math.NaN()
		if j = i + 1; w.n > 0 {
			a.value = float64(w.n)
			j = r.skip(j, "of")
		}
	case figure, numeral, pastHalf:
		if r.lower(i) == "three" {
			if a, next := r.quarters(i+1, 0.75, "quarters"); next > i+1 {
				return a, next
			}
		}
		if a, j = r.countAt(i); j == i {
			return a, i
		}
	default:
		return a, i
	}
	if a.to == 0 {
		a.to = a.value
	}
	return r.unitAfter(a, i, j)
}

// countAt reads a number, or a range of two ("two to three", "5-10").
func (r *reader) countAt(i int) (a amount, next int) {
	if w := r.word(i); w.class == figure && w.n < 0 {
		if a, g, ok := gluedAmount(r.lower(i)); ok {
			a.grain = g
			return a, i + 1
		}
	}
	n, j, ok := number.Scan(r.d, i)
	if !ok || j > r.end || n.Value < 0 || n.Rest != "" && n.Rest != "s" {
		return a, i
	}
	a = amount{value: n.Value, step: n.Step, to: n.Value}
	if w := r.word(j - 1); n.Fraction && w.class == units && w.n == int16(quarter) && (r.is(i-1, reference) || r.is(i-1, ordinal)) {
		// Not three quarters of something but "the next three quarters".
		a.value, a.to, a.step = n.Value*4, n.Value*4, 1
		return a, j - 1
	}
	k := r.skip(j, "to", "or", "-")
	if k == j || r.lower(j) == "-" && !r.is(k, figure) && !r.is(k, numeral) {
		return r.andHalf(a, j)
	}
	if m, l, ok := number.Scan(r.d, k); ok && l <= r.end && m.Value > n.Value && (r.is(k, figure) || r.is(k, numeral)) {
		if _, end := r.unitAfter(amount{}, k, l); end > k {
			a.to = m.Value
			return a, l
		}
	}
	return a, j
}

// andHalf reads "and a half" between a number and its unit.
func (r *reader) andHalf(a amount, j int) (amount, int) {
	k := r.skip(r.skip(j, "and"), "a")
	if k > j && r.is(k, pastHalf) && (r.is(k+1, unit) || r.is(k+1, units)) {
		a.value, a.to, a.step = a.value+0.5, a.to+0.5, 0.5
		return a, k + 1
	}
	return a, j
}

// gluedAmount reads a number with its unit written against it: "3.5years",
// "2h", "10D".
func gluedAmount(s string) (a amount, g grain, ok bool) {
	v, step, n := number.Digits(s)
	if n == 0 || n == len(s) {
		return a, noGrain, false
	}
	switch s[n:] {
	case "h", "hr", "hrs":
		g = hour
	case "d":
		g = day
	case "w":
		g = week
	case "y", "yr", "yrs":
		g = year
	default:
		w := lexicon[s[n:]]
		if w.class != units && w.class != unit {
			return a, noGrain, false
		}
		g = grain(w.n)
	}
	return amount{value: v, step: step, to: v}, g, true
}

// quarters reads "quarter of an hour" from token i: so much of one unit.
func (r *reader) quarters(i int, part float64, noun string) (amount, int) {
	if r.lower(i) != noun || r.lower(i+1) != "of" || !r.is(i+2, article) || !r.is(i+3, unit) {
		return amount{}, i
	}
	if a, next := r.unitAfter(amount{value: part, to: part, step: 0.25}, i, i+3); next > i {
		return a, next
	}
	return amount{}, i
}

// articleAmount reads "a week", "an hour", "another day", "a few minutes", "a
// couple of years", "a half hour", "a dozen years".
func (r *reader) articleAmount(i int) (amount, int) {
	j := r.skip(i+1, "good", "very")
	if a, next := r.quarters(i+1, 0.25, "quarter"); next > i+1 {
		return a, next
	}
	if r.is(j, several) || r.is(j, pastHalf) && r.is(j+1, unit) {
		if r.lower(j) == "many" || r.lower(j) == "some" {
			return amount{}, i
		}
		a, next := r.amountAt(j)
		if next == j {
			return amount{}, i
		}
		return a, next
	}
	if r.is(j, numeral) {
		if n, next, ok := number.Scan(r.d, i); ok && next <= r.end && next > j {
			if a, end := r.unitAfter(amount{value: n.Value, to: n.Value, step: n.Step}, j, next); end > j {
				return a, end
			}
		}
		return amount{}, i
	}
	return r.unitAfter(amount{value: 1, to: 1, step: 1}, i, j)
}

// unitAfter reads the unit of a at token j; the amount began at i.
func (r *reader) unitAfter(a amount, i, j int) (amount, int) {
	if a.grain != noGrain {
		return a, j
	}
	j = r.hyphen(j)
	k := r.skip(j, "more", "additional", "consecutive", "straight", "full", "whole", "business", "working", "calendar", "long", "successive", "short", "extra", "solid", "other", "further")
	w := r.word(k)
	switch {
	case w.class == unit || w.class == units:
		a.grain = grain(w.n)
	case w.class == dayparts && w.n == 3, r.lower(k) == "night" && !r.is(i, article):
		a.grain = day
	case r.lower(k) == "min." || r.lower(k) == "mins.":
		a.grain = minute
	case r.lower(k) == "second" && r.hyphen(j-1) == j:
		a.grain = second
	default:
		return a, i
	}
	if a.grain == quarter && (r.is(i, article) || r.lower(k+1) == "of" && a.value == 3 && !r.is(i-1, reference) && !r.is(i-1, ordinal) || r.tight(k) && r.is(k, units)) || r.is(i, several) && w.class == unit && !r.tight(k) && r.word(i).n == 0 {
		return a, i // a fraction: "three quarters of"
	}
	return a, k + 1
}
