package when

import (
	"github.com/concord-news/concord/rules/mention"
	"github.com/concord-news/concord/rules/text"
)

// namedDay reads "today", "yesterday", "tonight", "the day before yesterday".
func (r *reader) namedDay(i int) reading {
	n, part := 0, ""
	switch r.lower(i) {
	case "yesterday":
		n = -1
	case "tomorrow":
		n = 1
	case "tonight":
		part = "NI"
	case "overnight":
		return none
	}
	if r.lower(i) == "today" && r.lower(i+1) == "'s" && r.counted(i+2) {
		return reading{point{literal: "PRESENT_REF"}, i + 1}
	}
	p := point{grain: day}
	if r.known {
		p = onDay(r.today.AddDate(0, 0, n))
		p.stated = true
	} else {
		p.literal = relativeLiteral(relation(n+int(this)), day)
		if part != "" {
			p.literal += "T" + part
			part = ""
		}
	}
	if part != "" {
		p.clock = clock{grain: day, part: part}
	}
	return reading{p, i + 1}
}

// vagueAtom reads "now", "recently", "recent weeks".
func (r *reader) vagueAtom(i int) (item, bool) {
	it := item{first: i, next: i + 1, kind: mention.Date, at: point{literal: "PRESENT_REF"}}
	switch r.lower(i) {
	case "now":
		if r.lower(i+1) == "that" || r.has(i, text.SentenceStart) && r.lower(i+1) == "," || r.lower(i-1) == "from" {
			return item{}, false
		}
	case "recently", "recent", "lately":
		it.at.literal = "PAST_REF"
		if r.is(i+1, units) {
			it.next++
		}
	}
	return it, true
}

// everyAtom reads "every Monday", "each month", "every two weeks", "every
// other day".
func (r *reader) everyAtom(i int) (item, bool) {
	it := item{first: i, next: i + 2, kind: mention.Frequency}
	j := i + 1
	w := r.word(j)
	switch {
	case w.class == weekday:
		it.at = point{grain: day, weekday: int(w.n), open: true}
		if p := r.word(j + 1); p.class == daypart || p.class == dayparts {
			it.at.clock = clock{grain: day, part: partCodes[p.n]}
			it.next++
		}
		return it, true
	case w.class == unit && grain(w.n) >= minute && !(r.lower(i) == "any" && w.n != int16(weekend) && w.n != int16(year)):
		it.length = lengthOf(1, grain(w.n))
	case w.class == daypart && r.lower(i) != "any":
		it.at = point{clock: clock{grain: day, part: partCodes[w.n]}}
		return it, true
	case r.lower(j) == "weekday":
		return item{}, false
	case r.lower(j) == "other" && r.is(j+1, unit):
		it.length, it.next = lengthOf(2, grain(r.word(j+1).n)), j+2
	case r.lower(i) == "every" && (w.class == numeral || w.class == figure || w.class == several):
		s, next := r.length(j)
		if next == j {
			return item{}, false
		}
		it.length, it.next = s, next
	default:
		return item{}, false
	}
	it.length.set = true
	return it, true
}

// fiscalAtom reads "fiscal 1988", "fiscal year 2024", "the fiscal first
// quarter", "calendar year 2008".
func (r *reader) fiscalAtom(i int) (item, bool) {
	j := i + 1
	if w := r.word(j); w.class == unit && w.n == int16(year) {
		j++
	}
	if y, next := r.yearNumber(j); y > 0 {
		p := point{grain: year, year: y}
		if j > i+1 || len(r.lower(i)) == 2 {
			p.scheme = schemeOf(r.lower(i))
		}
		return r.pointItem(i, reading{p, next})
	}
	if r.lower(i) == "fiscal" || r.lower(i) == "financial" {
		if got := r.ordinalPart(j); got.ok() {
			return r.pointItem(i, got)
		}
	}
	return item{}, false
}

// schemeOf returns the scheme of the years that a word speaks of, "" for those
// of the calendar.
func schemeOf(lower string) string {
	switch lower[0] {
	case 'f':
		return "FY"
	case 's', 'a':
		return "SY"
	}
	return ""
}

// seasonAt reads a season or decade with its year: "summer 2024", "the winter
// of 1994", "the 1990s", "'80s".
func (r *reader) seasonAt(i int) reading {
	w := r.word(i)
	if w.class == decade {
		return r.decadeAt(i)
	}
	if w.class != season {
		return none
	}
	got := r.withYear(reading{point{grain: seasonGrain, part: int(w.n)}, i + 1})
	if w.mid {
		got.narrow = middle
	}
	if got.year > 0 {
		return got
	}
	switch prev := r.lower(i - 1); {
	case prev == "the" || w.mid:
		if r.counted(i+1) || r.is(i+1, unit) || prev == "the" && w.n != 2 && w.n != 4 && r.lower(i-2) != "in" && r.lower(i-2) != "by" && r.lower(i-2) != "until" {
			return none
		}
		return got
	case w.n == 2 || w.n == 4, r.lower(i) == "autumn":
		if prev == "in" || prev == "by" || prev == "since" || prev == "during" || prev == "until" {
			return got
		}
	}
	return none
}

func (r *reader) decadeAt(i int) reading {
	w := r.word(i)
	y := int(w.n)
	switch prev := r.lower(i - 1); {
	case y >= 1000:
		if w.mid {
			break
		}
	case prev == "his" || prev == "her" || prev == "their" || prev == "my" || prev == "your" || prev == "our":
		return none // an age
	case r.d.Tokens[i].Lower[0] == '\'' || prev == "the" || prev == "early" || prev == "late" || prev == "-" || w.mid || prev == "in":
		if prev == "the" && (r.lower(i-2) == "in" || r.lower(i-2) == "into") && !r.has(i, text.HasDigit) && r.lower(i+1) == "and" {
			return none // temperatures "in the eighties and nineties"
		}
		y += 1900
	default:
		return none
	}
	p := point{grain: decadeGrain, year: y}
	if w.mid {
		p.narrow = middle
	}
	return reading{p, i + 1}
}

// ordinalAtom reads what starts with an ordinal at token i: "the 15th of
// December", "third quarter", "21st century", "the first nine months", "the
// first week of January".
func (r *reader) ordinalAtom(first, i int) (item, bool) {
	if got := r.dayDate(i); got.ok() {
		return r.pointItem(first, got)
	}
	if got := r.ordinalPart(i); got.ok() {
		return r.pointItem(first, got)
	}
	w := r.word(i)
	j := r.hyphen(i + 1)
	if w.class == ordinal && w.n > 1 && w.n < 30 && r.word(j).n == int16(century) && r.is(j, unit) {
		return r.pointItem(first, reading{point{grain: century, year: int(w.n-1) * 100}, j + 1})
	}
	if w.n == 1 && (r.is(j, figure) || r.is(j, numeral) || r.is(j, several)) {
		if a, next := r.amountAt(j); next > j && a.grain >= hour && r.lower(first) == "the" {
			return item{first: first, next: next, kind: mention.Duration, length: spanOf(a)}, true
		}
	}
	if w.class == ordinal && r.is(i+1, unit) && r.word(i+1).n == int16(week) && r.lower(i+2) == "of" {
		return r.pointItem(first, r.weekOf(int(w.n), i+3))
	}
	if got := r.nthWeekday(int(w.n), i+1); got.ok() && w.class == ordinal {
		return r.pointItem(first, got)
	}
	if w.class == ordinal && w.n <= 31 {
		if got := r.dayOf(i); got.ok() {
			return r.pointItem(first, got)
		}
		return r.pointItem(first, r.bareDay(first, i))
	}
	return item{}, false
}

// weekOf reads the month or year of "the third week of".
func (r *reader) weekOf(n, i int) reading {
	if n > 5 {
		return none
	}
	if y, next := r.yearNumber(i); y > 0 {
		return reading{point{grain: week, year: y, part: n}, next}
	}
	got := r.monthDate(i)
	if !got.ok() && r.is(i, reference) && r.word(i+1).n == int16(month) {
		got = r.referred(i, i+1, relation(r.word(i).n))
	}
	if !got.ok() || got.grain != month || got.literal != "" {
		return none
	}
	got.grain, got.part = week, n
	return got
}

// bareDay reads a day of a month that is not named: "on the 4th".
func (r *reader) bareDay(first, i int) reading {
	n, next := r.dayNumber(i)
	if n == 0 || first == i || !r.has(i, text.HasDigit) || !r.closes(next) {
		return none
	}
	switch r.lower(first - 1) {
	case "on", "by", "until", "till", "since", "before":
		return reading{point{grain: day, day: n}, next}
	}
	return none
}

// nthWeekday reads the weekday and month of "the first Monday of September".
func (r *reader) nthWeekday(n, i int) reading {
	w := r.word(i)
	if w.class != weekday || n < 1 || n > 5 || r.lower(i+1) != "of" && r.lower(i+1) != "in" {
		return none
	}
	got := r.monthDate(i + 2)
	if !got.ok() && r.is(i+2, reference) && r.word(i+3) == (word{class: unit, n: int16(month)}) {
		got = r.referred(i+2, i+3, relation(r.word(i+2).n))
	}
	if !got.ok() || got.grain != month || got.literal != "" {
		return none
	}
	got.grain, got.weekday, got.part = day, int(w.n), n
	return got
}

// dayOf reads "the 26th day of the month", "the 15th of next month".
func (r *reader) dayOf(i int) reading {
	n, next := r.dayNumber(i)
	j := r.skip(next, "day")
	if n == 0 || r.lower(j) != "of" && !r.is(j, reference) || !r.known {
		return none
	}
	j = r.skip(j, "of")
	rel := this
	if r.is(j, reference) {
		rel = relation(r.word(j).n)
	} else if r.lower(j) != "the" {
		return none
	}
	if w := r.word(j + 1); w.class != unit || w.n != int16(month) || rel == same {
		return none
	}
	got := r.shifted(rel, month, j+2)
	got.grain, got.day = day, n
	return got
}

// ordinalPart reads "third quarter", "third-quarter", "second half of 2024".
func (r *reader) ordinalPart(i int) reading {
	w := r.word(i)
	n := int(w.n)
	switch {
	case r.lower(i) == "last" && r.is(i+1, pastHalf):
		n = 2
	case w.class != ordinal || n > 4:
		return none
	}
	j := r.skip(r.hyphen(i+1), "fiscal")
	u := r.word(j)
	switch {
	case u.class == unit && u.n == int16(quarter):
		return r.ofYear(reading{point{grain: quarter, part: n}, j + 1})
	case u.class == pastHalf && n <= 2 && (r.lower(j+1) == "of" || r.lower(j+1) == "-" && r.tight(j+1)):
		if got := r.ofYear(reading{point{grain: half, part: n}, j + 1}); got.year > 0 {
			return got
		}
	}
	return none
}

// ofYear reads the year after a quarter or half: "of 1984", "2017", "of last
// year", "of the year".
func (r *reader) ofYear(got reading) reading {
	with := r.withYear(got)
	if with.year > 0 {
		return with
	}
	if i := got.next; r.lower(i) == "of" && r.lower(i+1) == "the" && r.word(i+2) == (word{class: unit, n: int16(year)}) && r.known {
		got.year, got.next = r.today.Year(), i+3
	}
	return got
}
