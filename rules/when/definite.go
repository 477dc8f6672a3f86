package when

import (
	"math"

	"github.com/concord-news/concord/rules/mention"
)

// definite reads what follows "the" at token i.
func (r *reader) definite(i int) (item, bool) {
	j := i + 1
	w := r.word(j)
	switch w.class {
	case reference:
		return r.referenceAt(i, j)
	case ordinal:
		return r.ordinalAtom(i, j)
	case decade, season:
		return r.pointItem(i, r.seasonAt(j))
	case phase:
		it, ok := r.phaseAtom(j)
		it.first = i
		return it, ok
	case vagueRef:
		if r.is(j+1, units) {
			return r.vagueAtom(j)
		}
	case future:
		return item{first: i, next: j + 1, kind: mention.Date, at: point{literal: "FUTURE_REF"}}, true
	case daypart:
		if r.lower(i-1) == "in" || r.lower(i-1) == "during" {
			return r.bareDaypart(i, j)
		}
	case fiscal:
		if u := r.word(j + 1); u.class == unit && u.n == int16(year) && !r.is(j+2, figure) && r.lower(j) == "fiscal" {
			return r.pointItem(i, r.shifted(this, year, j+2))
		}
		it, ok := r.fiscalAtom(j)
		it.first = i
		return it, ok
	case figure, numeral:
		if a, next := r.amountAt(j); next > j && a.grain >= day && !math.IsNaN(a.value) && r.lower(next) != "-" {
			return item{first: i, next: next, kind: mention.Duration, length: spanOf(a)}, true
		}
	case unit:
		return r.definiteUnit(i, j)
	}
	return item{}, false
}

// bareDaypart is "the morning" of a day that the sentence has named before.
func (r *reader) bareDaypart(i, j int) (item, bool) {
	p := point{clock: clock{grain: day, part: partCodes[r.word(j).n]}}
	return item{first: i, next: j + 1, kind: mention.Time, at: p}, true
}

// definiteUnit reads "the year", "the quarter", "the weekend", "the day before
// yesterday", "the year-earlier quarter", "the week of April 10".
func (r *reader) definiteUnit(i, j int) (item, bool) {
	g := grain(r.word(j).n)
	next := j + 1
	if h := r.hyphen(next); h > next {
		it, ok := r.unitAtom(j)
		it.first = i
		return it, ok
	}
	if y, end := r.yearNumber(r.skip(next, "of")); y > 0 && g == year {
		return r.pointItem(i, reading{point{grain: year, year: y}, end})
	}
	if it, ok := r.dayBeside(i, next, g); ok {
		return it, true
	}
	switch {
	case (g == year || g == quarter && r.quarter.year == 0) && (r.lower(next) == "ended" || r.lower(next) == "ending"):
		return item{first: i, next: next, kind: mention.Duration, length: lengthOf(1, g)}, true
	case g == week && r.lower(next) == "of":
		if got := r.monthDate(next + 1); got.ok() && got.grain == day {
			return r.pointItem(i, got)
		}
	case g == week && (r.lower(next) == "after" || r.lower(next) == "before") && r.is(next+1, reference):
		return r.weekBeside(i, next)
	case (g == quarter || g == year && r.yearMeant(i, next)) && r.lower(next) != "of":
		it, ok := r.pointItem(i, r.shifted(this, g, next))
		it.at.stated = true
		return it, ok
	case g == weekend, g == week && r.edge(i-1), g == month && r.edge(i-1):
		it, ok := r.pointItem(i, r.shifted(this, g, next))
		if g == weekend && r.known && isoDay(r.today) < 5 && r.direction(i, next) <= 0 {
			it.at = inGrain(weekend, r.today.AddDate(0, 0, -7))
		}
		return it, ok
	}
	return item{}, false
}

// yearMeant reports whether "the year" is the current one and not any year.
func (r *reader) yearMeant(i, next int) bool {
	switch r.lower(i - 1) {
	case "for", "in", "during", "of", "this":
	default:
		return false
	}
	switch r.lower(next) {
	case "of", "that", "when", "he", "she", "they", "we":
		return false
	}
	return true
}

// edge reports whether token i is the "of" or "in" of "end of", "later in".
func (r *reader) edge(i int) bool {
	return (r.lower(i) == "of" || r.lower(i) == "in") && r.is(i-1, phase) || r.lower(i) == "for"
}

// dayBeside reads "the day before yesterday" and "the day after tomorrow".
func (r *reader) dayBeside(i, j int, g grain) (item, bool) {
	n := 0
	switch {
	case g != day || !r.known:
	case r.lower(j) == "before" && r.lower(j+1) == "yesterday":
		n = -2
	case r.lower(j) == "after" && r.lower(j+1) == "tomorrow":
		n = 2
	}
	if n == 0 {
		return item{}, false
	}
	p := onDay(r.today.AddDate(0, 0, n))
	p.stated = true
	return r.pointItem(i, reading{p, j + 2})
}

// weekBeside reads "the week after next" and "the week before last".
func (r *reader) weekBeside(i, j int) (item, bool) {
	n := 0
	switch {
	case r.lower(j) == "after" && r.lower(j+1) == "next" && !r.is(j+2, unit):
		n = 2
	case r.lower(j) == "before" && r.lower(j+1) == "last" && !r.is(j+2, unit):
		n = -2
	}
	if n == 0 || !r.known {
		return item{}, false
	}
	return r.pointItem(i, reading{inGrain(week, r.today.AddDate(0, 0, 7*n)), j + 2})
}

// phaseAtom reads "early 2026", "late last year", "mid December", "the end of
// the year", "earlier this month", "later in the week", "early Tuesday".
func (r *reader) phaseAtom(i int) (item, bool) {
	l := r.lower(i)
	j := i + 1
	edge := l == "end" || l == "start" || l == "beginning" || l == "middle" || l == "close"
	switch {
	case edge:
		j = r.skip(j, "of")
		if j == i+1 && l != "end" {
			return item{}, false
		}
	case l == "earlier" || l == "later":
		j = r.skip(j, "in", "on")
	default:
		j = r.hyphen(r.skip(j, "in", "on", "of"))
	}
	if l == "mid" && r.lower(i+1) == "night" {
		return r.clockAtom(i)
	}
	if (l == "early" || l == "late" || l == "mid") && r.is(j, daypart) && r.word(j).n < 4 {
		p := point{clock: clock{grain: day, part: partCodes[r.word(j).n]}}
		return item{first: i, next: j + 1, kind: mention.Time, at: p}, l == "mid" || r.lower(i-1) == "in"
	}
	it, ok := r.phased(i, j)
	if !ok {
		return item{}, false
	}
	it.first = i
	switch l {
	case "early", "start", "beginning":
		it.at.narrow = early
	case "mid", "middle":
		it.at.narrow = middle
	case "late":
		it.at.narrow = late
	case "end", "close":
		it.at.narrow = ending
	}
	return it, true
}

// phased reads the date at token j whose part the words at token i name.
func (r *reader) phased(i, j int) (item, bool) {
	k := r.skip(j, "the")
	if w := r.word(k); w.class == unit && grain(w.n) >= week && (k > j || grain(w.n) == year) && j > i+1 {
		if g := grain(w.n); g == year || g == week || g == month || g == quarter || g == weekend {
			if y, end := r.yearNumber(r.skip(k+1, "of")); y > 0 && g == year {
				return r.pointItem(i, reading{point{grain: year, year: y}, end})
			}
			return r.pointItem(i, r.shifted(this, g, k+1))
		}
	}
	if k > j && r.word(k).class == unit && r.word(k).n == int16(day) {
		return item{}, false
	}
	if w := r.word(j).class; w == at || w == phase || w == every || w == frequent || w == vagueRef || w == article || w == several || w == units {
		return item{}, false
	}
	if y, next := r.yearNumber(j); y > 0 {
		return r.pointItem(i, reading{point{grain: year, year: y}, next})
	}
	if r.is(j, season) {
		return r.pointItem(i, r.withYear(reading{point{grain: seasonGrain, part: int(r.word(j).n)}, j + 1}))
	}
	it, ok := r.atom(j)
	return it, ok && it.kind == mention.Date && it.at.dated() && it.next > j
}
