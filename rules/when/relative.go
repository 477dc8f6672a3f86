package when

import (
	"math"
	"time"

	"github.com/concord-news/concord/rules/mention"
	"github.com/concord-news/concord/rules/text"
)

// referenceAt reads what follows "last", "next", "this" and the like at token
// i: "last week", "next Monday", "this summer", "the past two years", "last
// year's third quarter". first is where the expression starts.
func (r *reader) referenceAt(first, i int) (item, bool) {
	if r.lasts(i) {
		return item{}, false
	}
	rel := relation(r.word(i).n)
	j := i + 1
	if w := r.word(j); w.class == reference && (relation(w.n) == previous || relation(w.n) == following) && rel == this {
		rel, j = relation(w.n), j+1
		if r.is(j, weekday) || r.is(j, season) || r.is(j, monthName) {
			rel = nearest(rel)
		}
	}
	if l := r.lower(i); (l == "past" || l == "coming" || l == "upcoming") && r.is(j, weekday) {
		rel = nearest(rel)
	}
	if it, ok := r.referredSpan(first, j, rel); ok {
		return it, true
	}
	got := r.referred(i, j, rel)
	if !got.ok() && r.lower(i) == "current" && r.nounAt(j) {
		got = reading{point{literal: "PRESENT_REF"}, j}
	}
	if !got.ok() {
		return item{}, false
	}
	got.stated = got.grain != week || got.month == 0 || got.year > 0
	return r.pointItem(first, got)
}

// lasts reports whether "last" at token i is the verb: "the works will last two years".
// "To" comes before either, so that only a number behind tells: "is to last two years".
func (r *reader) lasts(i int) bool {
	if r.lower(i) != "last" {
		return false
	}
	switch r.lower(i - 1) {
	case "will", "would", "could", "may", "might", "should", "can", "must", "'ll":
		return true
	case "to":
		return i+1 < r.end && r.d.Tokens[i+1].Tag == text.NUM
	}
	return false
}

// Relations of "this past Monday" and "this coming Monday", which are the ones
// next to today whatever the week.
const (
	lastNearest relation = iota + 10
	nextNearest
)

func nearest(rel relation) relation {
	if rel == previous {
		return lastNearest
	}
	return nextNearest
}

// referred reads the name or unit that the word at i stands beside.
func (r *reader) referred(i, j int, rel relation) reading {
	w := r.word(j)
	switch w.class {
	case weekday:
		got := r.weekdayDate(j)
		got.rel = rel
		if l := r.lower(i); l == "previous" || l == "preceding" {
			if from, _, ok := r.last.period(); ok && r.last.grain == day {
				back := (isoDay(from)-int(w.n)+6)%7 + 1
				return reading{onDay(from.AddDate(0, 0, -back)), got.next}
			}
		}
		return got
	case monthName:
		if rel == same {
			return none
		}
		got := r.monthDate(j)
		got.rel = rel
		return got
	case season:
		return reading{point{grain: seasonGrain, part: int(w.n), rel: rel}, j + 1}
	case holiday:
		if got := r.holidayAt(j); got.ok() {
			got.rel = rel
			return got
		}
	case daypart:
		return r.partOf(i, j, rel)
	case fiscal:
		if r.word(j+1).class == unit && r.word(j+1).n == int16(year) {
			got := r.shifted(rel, year, j+2)
			if r.speaks() == addressed {
				got.scheme = schemeOf(r.lower(j))
			}
			return got
		}
		if r.word(j+1).class == unit && r.word(j+1).n == int16(quarter) {
			return r.shifted(rel, quarter, j+2)
		}
	case phase:
		if r.lower(j) == "mid" || r.word(j).mid {
			return none
		}
	case unit:
		return r.referredUnit(i, j, rel)
	case pastHalf:
		if q := r.ordinalPart(i); q.year > 0 {
			return q
		}
	}
	if r.lower(j) == "working" || r.lower(j) == "business" {
		return r.referredUnit(i, j+1, rel)
	}
	return none
}

// referredUnit reads "last week", "next quarter", "that day", "this year's
// third quarter", "next week Wednesday".
func (r *reader) referredUnit(i, j int, rel relation) reading {
	g := grain(r.word(j).n)
	switch l := r.lower(i); {
	case !r.is(j, unit), g < day, l == "present", l == "latest" && g != quarter, l == "current" && g < week:
		return none
	case g == day && (rel == this || rel == previous || rel == following && l != "following"):
		return none
	}
	k := r.skip(j+1, "'s")
	if k > j+1 && g == year {
		if q := r.ordinalPart(k); q.ok() && q.year == 0 {
			q.year = r.shifted(rel, g, k).year
			return q
		}
	}
	if g == week && rel == previous && r.lower(j+1) == "of" {
		if of := r.weekOf(5, j+2); of.ok() && of.month > 0 {
			return of
		}
	}
	got := r.shifted(rel, g, j+1)
	if m := r.skip(j+1, "-", "on"); g == week && r.is(m, weekday) && got.year > 0 && rel != same {
		d := weekStart(got.year, got.part).AddDate(0, 0, int(r.word(m).n)-1)
		return reading{onDay(d), m + 1}
	}
	return got
}

// shifted returns the unit of grain g that is the last, this or the next one,
// counted from the time of publication, or for "the following", "the previous"
// and "that" from the date read last.
func (r *reader) shifted(rel relation, g grain, next int) reading {
	base, known := r.today, r.known
	anaphoric := rel == same
	if l := r.lower(next - 2); l == "following" || l == "previous" || l == "preceding" || l == "prior" {
		anaphoric = true
	}
	if from, _, ok := r.last.period(); anaphoric && ok {
		base, known = from, true
	}
	if g == fortnight || !known || rel == same && r.last.grain == noGrain && r.speaks() == addressed {
		return reading{point{grain: g, literal: relativeLiteral(rel, g)}, next}
	}
	if g == quarter && rel == this && r.quarter.year > 0 && r.lower(next-2) != "this" {
		return reading{r.quarter, next}
	}
	n := 0
	switch rel {
	case previous:
		n = -1
	case following:
		n = 1
	}
	return reading{inGrain(g, move(base, g, n)), next}
}

// move returns t moved by n units of grain g; a month that is too short gives
// its last day.
func move(t time.Time, g grain, n int) time.Time {
	switch g {
	case weekend, week:
		return t.AddDate(0, 0, 7*n)
	case fortnight:
		return t.AddDate(0, 0, 14*n)
	case month, quarter, half, seasonGrain:
		months := n * int(grains[g].times)
		first := time.Date(t.Year(), t.Month(), 1, t.Hour(), t.Minute(), t.Second(), 0, time.UTC).AddDate(0, months, 0)
		return first.AddDate(0, 0, min(t.Day(), daysIn(first))-1)
	case year:
		return move(t, month, 12*n)
	case decadeGrain:
		return move(t, month, 120*n)
	case century:
		return move(t, month, 1200*n)
	case second:
		return t.Add(time.Duration(n) * time.Second)
	case minute:
		return t.Add(time.Duration(n) * time.Minute)
	case hour:
		return t.Add(time.Duration(n) * time.Hour)
	}
	return t.AddDate(0, 0, n)
}

// daysIn returns the number of days of the month of t.
func daysIn(t time.Time) int {
	return time.Date(t.Year(), t.Month()+1, 0, 0, 0, 0, 0, time.UTC).Day()
}

var grainCodes = [...]string{second: "S", minute: "M", hour: "H", day: "D", weekend: "WE", week: "W", fortnight: "2W", month: "M", quarter: "Q", half: "H", seasonGrain: "S", year: "Y", decadeGrain: "E", century: "C", millennium: "L"}

// relativeLiteral is the value of "last week" where the publication date is
// not known.
func relativeLiteral(rel relation, g grain) string {
	switch rel {
	case previous:
		return "LAST-" + grainCodes[g]
	case following:
		return "NEXT-" + grainCodes[g]
	case same:
		switch g {
		case year:
			return "XXXX"
		case month:
			return "XXXX-XX"
		case week:
			return "XXXX-WXX"
		case weekend:
			return "XXXX-WXX-WE"
		}
		return "XXXX-XX-XX"
	}
	return "THIS-" + grainCodes[g]
}

// partOf reads "this morning", "last night", "that evening".
func (r *reader) partOf(i, j int, rel relation) reading {
	part := int(r.word(j).n)
	got := reading{point{grain: day, clock: clock{grain: day, part: partCodes[part]}}, j + 1}
	n := 0
	switch {
	case r.lower(i) == "last" && part == 3, rel == previous:
		n = -1
	case rel == following:
		n = 1
	}
	switch {
	case rel == same:
		if r.last.grain != day || r.last.literal != "" {
			return none
		}
		c := got.clock
		got.point = r.last
		got.clock = c
	case r.known:
		c := got.clock
		got.point = onDay(r.today.AddDate(0, 0, n))
		got.clock = c
	default:
		got.literal = relativeLiteral(rel, day) + "T" + partCodes[part]
	}
	return got
}

// referredSpan reads "the past two years", "the next few days", "last several
// months", "the five coming years". It is a duration; its period is known
// where the publication date is.
func (r *reader) referredSpan(first, j int, rel relation) (item, bool) {
	if rel != previous && rel != following || !r.is(j, figure) && !r.is(j, numeral) && !r.is(j, several) && !r.is(j, units) &&
		!(r.is(j, unit) && r.lower(j-1) == "past" && r.lower(first) != "this") {
		return item{}, false
	}
	a, next := r.amountAt(j)
	switch {
	case r.is(j, units):
		a, next = amount{value: math.NaN(), to: math.NaN(), grain: grain(r.word(j).n)}, j+1
	case r.is(j, unit):
		a, next = amount{value: 1, to: 1, step: 1, grain: grain(r.word(j).n)}, j+1
		if a.grain < day {
			return item{}, false
		}
	case next == j:
		return item{}, false
	}
	it := item{first: first, next: next, kind: mention.Duration, length: spanOf(a)}
	if math.IsNaN(a.value) {
		return it, true
	}
	if from, to, ok := r.window(rel, a); ok {
		it.at, it.to = from, to
	} else if from, to, ok := r.clockWindow(rel, a); ok {
		it.at, it.to = from, to
	}
	if rel == following {
		it = r.within(it)
	}
	return it, true
}

// window returns the days from today back to, or on to, an amount of time.
func (r *reader) window(rel relation, a amount) (from, to point, ok bool) {
	if !r.known || a.grain < day || a.value != math.Trunc(a.value) || a.value*hours(a.grain) > maxHours {
		return from, to, false
	}
	base, start := r.today, r.today.AddDate(0, 0, 1)
	if a.grain == quarter { // whole quarters of the calendar
		base, start, _ = inGrain(quarter, r.today).bounds()
	}
	if rel == previous {
		return onDay(move(base, a.grain, -int(a.value))), onDay(base), true
	}
	return onDay(start), onDay(move(start, a.grain, int(a.value))), true
}

// maxHours bounds what is reckoned from a date: four thousand years.
const maxHours = 4000 * 365 * 24
