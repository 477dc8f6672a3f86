package when

import "github.com/concord-news/concord/rules/text"

// reading is a point, and the token after it.
type reading struct {
	point
	next int
}

// none is the reading of what is no date.
var none = reading{}

// ok reports whether r read anything.
func (r reading) ok() bool { return r.next > 0 }

// monthDate reads a date that starts with the name of a month: "Dec. 15, 2025",
// "December 15th", "May twenty-nine", "April of 1987", "Oct/2", "December".
func (r *reader) monthDate(i int) reading {
	w := r.word(i)
	if w.class != monthName {
		return none
	}
	p := point{grain: month, month: int(w.n)}
	if r.lower(i) == "march" && !r.has(i, text.Capital) && r.is(i-1, reference) {
		return none // "this march", a demonstration
	}
	if w.mid {
		p.narrow = middle
	}
	j := r.skip(i+1, "the", "/", ",")
	if r.lower(i+1) == "-" {
		j = r.hyphen(i + 1)
	}
	if y, next := r.yearNumber(j); y > 0 && r.is(j, numeral) {
		p.year = y
		return reading{p, next}
	}
	if r.is(j, numeral) && (r.lower(j-1) == "," || r.lower(i-1) == "in") {
		j = i // "in May two people", "in May, one of them"
	}
	if n, next := r.dayNumber(j); n > 0 && !r.countAfterMonth(i, next) {
		p.grain, p.day = day, n
		got := r.withYear(reading{p, next})
		// The attacks that go by this date are not those of this year.
		got.open = got.year == 0 && p.month == 9 && n == 11 && (r.lower(next) == "attacks" || r.lower(next) == "attack" || r.lower(next) == "terrorist" || r.lower(next) == "hijackers")
		return got
	}
	if r.lower(i+1) == "-" && r.hyphen(i+1) > i+1 && !r.is(i+2, monthName) && !r.has(i+2, text.HasDigit) {
		return none // Mar-a-Lago
	}
	return r.withYear(reading{p, i + 1})
}

// countAfterMonth reports whether the figure between the month at i and token
// next counts things: "in May 15 people were hurt".
func (r *reader) countAfterMonth(i, next int) bool {
	return r.lower(i-1) == "in" && next < r.end && r.d.Tokens[next].Fine == text.NNS
}

// dayNumber reads the number of a day of the month: "15", "15th", "ninth",
// "twenty-first", "twenty nine". It returns 0 where there is none.
func (r *reader) dayNumber(i int) (n, next int) {
	w := r.word(i)
	if w.mid {
		return 0, i
	}
	switch w.class {
	case figure:
		if w.n < 1 || w.n > 31 || len(r.lower(i)) > 2 || r.glued(i+1) {
			return 0, i
		}
		return int(w.n), i + 1
	case ordinal, numeral:
		if w.n < 1 || w.n > 31 {
			return 0, i
		}
		if w.n == 20 || w.n == 30 {
			j := r.hyphen(i + 1)
			if v := r.word(j); (v.class == ordinal || v.class == numeral && w.class == numeral) && v.n < 10 && v.n > 0 && w.n+v.n <= 31 {
				return int(w.n + v.n), j + 1
			}
		}
		return int(w.n), i + 1
	}
	return 0, i
}

// glued reports whether a colon, percent sign or figure is written against
// what precedes token i, so that this is no number of its own.
func (r *reader) glued(i int) bool {
	switch r.lower(i) {
	case "%", "/":
		return r.tight(i)
	case "thousand", "hundred", "million", "billion", "percent", "pm", "am", "p.m.", "a.m.":
		return true
	}
	return false
}

// dayDate reads a date that starts with the day: "15 December 2025", "the 15th
// of December", "26 June", "05-Aug-2016".
func (r *reader) dayDate(i int) reading {
	n, next := r.dayNumber(i)
	if n == 0 {
		return none
	}
	j := next
	if r.is(i, ordinal) {
		j = r.skip(j, "day")
	}
	j = r.skip(r.skip(j, "of", "/"), "the")
	j = r.hyphen(j)
	w := r.word(j)
	if w.class != monthName || w.mid {
		return none
	}
	got := r.withYear(reading{point{grain: day, month: int(w.n), day: n}, j + 1})
	if r.is(i, numeral) && got.year == 0 {
		return none // "two March elections"
	}
	return got
}

// withYear reads the year after a date or the name of a month or season.
func (r *reader) withYear(got reading) reading {
	i := got.next
	j := r.skip(i, ",", "of", "/")
	j = r.skip(j, "in")
	if r.lower(i) == "-" {
		j = r.hyphen(i)
	}
	if y, next := r.yearNumber(j); y > 0 && !(j > i && r.lower(i) == "," && r.counted(next)) {
		got.year, got.next = y, next
		return got
	}
	if w := r.word(j); w.class == figure && w.n > 0 && w.n < 100 && len(r.lower(j)) == 2 && r.lower(j-1) == "of" && got.grain <= month {
		got.year, got.next = centuryOf(int(w.n)), j+1
		return got
	}
	if j = r.skip(r.skip(i, ","), "of"); r.is(j, reference) && r.is(j+1, unit) && r.word(j+1).n == int16(year) && r.lower(j+2) != "'s" {
		if y := r.yearOf(relation(r.word(j).n)); y > 0 {
			got.year, got.next = y, j+2
		}
	}
	return got
}

// counted reports whether token i is a noun in the plural, so that a figure
// before it counts.
func (r *reader) counted(i int) bool {
	return i < r.end && r.d.Tokens[i].Fine == text.NNS
}

// nounAt reports whether token i is a noun or the beginning of its phrase.
func (r *reader) nounAt(i int) bool {
	if i >= r.end {
		return false
	}
	switch r.d.Tokens[i].Tag {
	case text.NOUN, text.ADJ, text.PROPN, text.NUM:
		return true
	}
	return false
}

// centuryOf returns the year that two digits are short for.
func centuryOf(n int) int {
	if n < 50 {
		return 2000 + n
	}
	return 1900 + n
}

// yearOf returns the year that is the last, this or the next one, 0 where it
// is not known.
func (r *reader) yearOf(rel relation) int {
	if !r.known {
		return 0
	}
	switch rel {
	case previous:
		return r.today.Year() - 1
	case this:
		return r.today.Year()
	case following:
		return r.today.Year() + 1
	}
	return 0
}

// yearNumber reads a year in four digits or in words; 0 where there is none.
// It does not ask whether the figure is a year by its context.
func (r *reader) yearNumber(i int) (y, next int) {
	w := r.word(i)
	switch w.class {
	case figure:
		if w.n >= 1000 && w.n <= 2199 && (len(r.lower(i)) == 4 || w.mid) && !r.glued(i+1) {
			return int(w.n), i + 1
		}
	case numeral:
		return r.yearInWords(i)
	}
	return 0, i
}

// yearInWords reads "nineteen ninety-four", "two thousand and fifteen",
// "nineteen hundred ninety three".
func (r *reader) yearInWords(i int) (y, next int) {
	w := r.word(i)
	j := i + 1
	switch {
	case w.n == 2 && r.lower(j) == "thousand":
		y = 2000
		j++
	case w.n >= 11 && w.n <= 20:
		// "twenty fifteen" is a year and "twenty nine" a number.
		y = int(w.n) * 100
		j = r.skip(j, "hundred")
	default:
		return 0, i
	}
	k := r.skip(j, "and")
	tail := r.word(k)
	if tail.class != numeral || tail.n < 1 || tail.n > 99 || w.n != 2 && j == i+1 && tail.n < 10 {
		if w.n == 2 && j == i+2 {
			return y, j
		}
		return 0, i
	}
	y += int(tail.n)
	k++
	if tail.n >= 20 {
		if h := r.hyphen(k); r.is(h, numeral) && r.word(h).n > 0 && r.word(h).n < 10 {
			y, k = y+int(r.word(h).n), h+1
		}
	}
	return y, k
}

// weekdayDate reads a day of the week and the date beside it: "Monday",
// "Monday, Dec 15", "Tuesday the eleventh", "Friday 2018-7-6".
func (r *reader) weekdayDate(i int) reading {
	w := r.word(i)
	if w.class != weekday {
		return none
	}
	p := reading{point{grain: day, weekday: int(w.n)}, i + 1}
	if l := r.lower(i); len(l) > 6 && l[len(l)-1] == 's' {
		p.open, p.many = true, true
		return p
	}
	j := r.skip(i+1, ",")
	k := r.skip(j, "the", "on")
	for _, got := range [...]reading{r.monthDate(k), r.dayDate(k), r.slashDate(k)} {
		if got.ok() && got.grain == day {
			got.weekday = int(w.n)
			return got
		}
	}
	if n, next := r.dayNumber(k); n > 0 && (k > j || j == i+1 && r.has(k, text.HasDigit)) && r.is(next-1, ordinal) && !r.nounAt(next) {
		p.day, p.next = n, next
	}
	return p
}

// quarterDate reads "Q3 2017", "2017-Q3", "H2 2019", "q1".
func (r *reader) quarterDate(i int) reading {
	y, j := 0, i
	if r.is(i, figure) {
		if y, j = r.yearNumber(i); y == 0 {
			return none
		}
		j = r.hyphen(j)
	}
	w := r.word(j)
	if w.class != quarterID {
		return none
	}
	p := reading{point{grain: quarter, part: int(w.n), year: y}, j + 1}
	if w.n > 10 {
		p.grain, p.part = half, int(w.n)-10
	}
	if y == 0 {
		return r.withYear(p)
	}
	p.coded = true
	return p
}
