package when

import (
	"math"
	"strings"

	"github.com/concord-news/concord/rules/mention"
	"github.com/concord-news/concord/rules/text"
)

// pointItem makes an item of what was read from token first on.
func (r *reader) pointItem(first int, got reading) (item, bool) {
	if !got.ok() {
		return item{}, false
	}
	it := item{first: first, next: got.next, kind: mention.Date, at: got.point}
	if got.clock.set() && got.clock.part == "" {
		it.kind = mention.Time
	}
	return it, true
}

// atom reads one expression at token i, without what may be attached to it.
func (r *reader) atom(i int) (item, bool) {
	if r.depth == maxDepth {
		return item{}, false
	}
	r.depth++
	it, ok := r.atomOf(i)
	r.depth--
	return it, ok
}

// atomOf is atom without its guard.
func (r *reader) atomOf(i int) (item, bool) {
	w := r.word(i)
	switch w.class {
	case figure, numeral:
		return r.numberAtom(i)
	case ordinal:
		return r.ordinalAtom(i, i)
	case monthName:
		return r.pointItem(i, r.monthDate(i))
	case weekday:
		return r.pointItem(i, r.weekdayDate(i))
	case reference:
		if w.n == int16(same) && r.lower(i) == "same" || r.lower(i) == "latest" {
			return item{}, false
		}
		return r.referenceAt(i, i)
	case the:
		return r.definite(i)
	case article, several:
		if it, ok := r.quarterPast(i, i+1); ok {
			return it, true
		}
		return r.lengthAtom(i)
	case unit, units:
		if it, ok := r.quarterPast(i, i); ok {
			return it, true
		}
		return r.unitAtom(i)
	case season, decade:
		return r.pointItem(i, r.seasonAt(i))
	case holiday:
		return r.pointItem(i, r.holidayAt(i))
	case quarterID:
		return r.pointItem(i, r.quarterDate(i))
	case monthDay:
		return r.pointItem(i, r.withYear(reading{point{grain: day, month: int(w.n) / 32, day: int(w.n) % 32}, i + 1}))
	case yearCode:
		return r.pointItem(i, reading{point{grain: year, year: int(w.n), scheme: schemeOf(r.lower(i))}, i + 1})
	case phase:
		return r.phaseAtom(i)
	case pastHalf:
		if it, ok := r.clockAtom(i); ok {
			return it, true
		}
		return r.lengthAtom(i)
	case noon:
		return r.clockAtom(i)
	}
	return r.wordAtom(i, w)
}

// wordAtom reads the expressions that hang on one word.
func (r *reader) wordAtom(i int, w word) (item, bool) {
	switch w.class {
	case named:
		return r.pointItem(i, r.namedDay(i))
	case vagueRef:
		return r.vagueAtom(i)
	case future:
		if l := r.lower(i - 1); l == "near" || l == "foreseeable" || l == "distant" || l == "the" {
			return item{first: i, next: i + 1, kind: mention.Date, at: point{literal: "FUTURE_REF"}}, true
		}
	case frequent:
		if l := r.lower(i - 1); l == "once" || l == "twice" || l == "times" || l == "-" {
			return item{}, false // how often is a quantity
		}
		if w.n == int16(quarter) && r.nounAt(i+1) {
			return item{}, false // "a quarterly dividend" is of a kind, not at a time
		}
		if r.has(i, text.Capital) && !r.has(i, text.SentenceStart) && r.has(i+1, text.Capital) {
			return item{}, false // the name of a newspaper
		}
		s := lengthOf(1, grain(w.n))
		s.set = true
		return item{first: i, next: i + 1, kind: mention.Frequency, length: s}, true
	case every:
		return r.everyAtom(i)
	case whole:
		j := r.skip(i+1, "the", "of")
		if u := r.word(j); u.class == unit && u.n >= int16(day) && r.lower(i) == "all" {
			return item{first: i, next: j + 1, kind: mention.Duration, length: lengthOf(1, grain(u.n))}, true
		}
	case fiscal:
		return r.fiscalAtom(i)
	case lengthy:
		s := lengthOf(1, grain(max(w.n, -w.n)))
		if w.n < 0 {
			s = unknown(grain(-w.n))
		}
		return item{first: i, next: i + 1, kind: mention.Duration, length: s}, true
	case toDate:
		it := item{first: i, next: i + 2, kind: mention.Date, at: point{literal: "PRESENT_REF"}}
		return it, r.lower(i+1) == "date" && (r.lower(i) == "till" || r.closes(i+2))
	case at, in:
		return r.presentAtom(i)
	case indefinite:
		return item{first: i, next: i + 1, kind: mention.Duration, length: unknown(year)}, true
	}
	return item{}, false
}

// presentAtom reads "at the moment", "at present", "at the present time".
func (r *reader) presentAtom(i int) (item, bool) {
	j := r.skip(i+1, "the", "this")
	k := r.skip(j, "present")
	next := r.skip(k, "time")
	if r.lower(i) != "at" || next == j || k == j {
		if next = r.skip(j, "moment"); next == j || j == i+1 || r.lower(i) != "at" || r.lower(next) == "of" {
			return item{}, false
		}
	}
	return item{first: i, next: next, kind: mention.Date, at: point{literal: "PRESENT_REF"}}, true
}

// numberAtom reads what starts with a number.
func (r *reader) numberAtom(i int) (item, bool) {
	for _, read := range [...]func(*reader, int) reading{(*reader).slashDate, (*reader).dayDate, (*reader).quarterDate} {
		if got := read(r, i); got.ok() {
			return r.pointItem(i, got)
		}
	}
	if it, ok := r.clockAtom(i); ok {
		return it, true
	}
	if it, ok := r.lengthAtom(i); ok {
		return it, true
	}
	if it, ok := r.countBefore(i); ok {
		return it, true
	}
	if r.is(i, numeral) {
		if got := r.dayOf(i); got.ok() {
			return r.pointItem(i, got)
		}
	}
	if y, next := r.yearNumber(i); y > 0 && r.yearHere(i, next) {
		if q := r.ordinalPart(next); q.ok() && q.year == 0 && r.is(next, ordinal) {
			q.year = y
			return r.pointItem(i, q)
		}
		got := reading{point{grain: year, year: y, narrow: r.midOf(i)}, next}
		if m := r.word(next); m.class == monthName && r.is(i, figure) && !r.has(next+1, text.HasDigit) {
			got.grain, got.month, got.next = month, int(m.n), next+1
		}
		return r.pointItem(i, got)
	}
	return item{}, false
}

func (r *reader) midOf(i int) narrowing {
	if r.word(i).mid {
		return middle
	}
	return entire
}

// countBefore reads "5 upcoming years" and "13 last minutes".
func (r *reader) countBefore(i int) (item, bool) {
	n, j := r.small(i, 99)
	if n == 0 || !r.is(j, reference) || !r.is(j+1, units) {
		return item{}, false
	}
	rel := relation(r.word(j).n)
	if rel != previous && rel != following {
		return item{}, false
	}
	a := amount{value: float64(n), to: float64(n), step: 1, grain: grain(r.word(j + 1).n)}
	it := item{first: i, next: j + 2, kind: mention.Duration, length: spanOf(a)}
	it.at, it.to, _ = r.window(rel, a)
	return it, true
}

// clockAtom reads a time of day that stands by itself.
func (r *reader) clockAtom(i int) (item, bool) {
	c, next, sure := r.timeOfDay(i)
	if next <= i || !sure && !r.clockBefore(i, next, c) {
		return item{}, false
	}
	return item{first: i, next: next, kind: mention.Time, at: point{clock: c}}, true
}

// quarterPast reads "a quarter past seven", whose first word is token first.
func (r *reader) quarterPast(first, i int) (item, bool) {
	if r.lower(i) != "quarter" {
		return item{}, false
	}
	it, ok := r.clockAtom(i)
	it.first = first
	return it, ok
}

// clockBefore reports whether the word before token i makes figures a time.
func (r *reader) clockBefore(i, next int, c clock) bool {
	if r.askedHour(i, next, c) || r.hourOnDay(i, next, c) || r.shortlyBefore(i, next, c) || r.startsAt(i, c) {
		return true
	}
	if !r.is(i, figure) || r.is(next, units) || r.is(next, unit) || r.glued(next) || r.lower(next) == "-" {
		return false
	}
	if c.grain == minute && r.colon(i) {
		return r.lower(i-1) == "at" || r.lower(i-1) == "around" || r.lower(i-1) == "by" || r.lower(i-1) == "until"
	}
	return false
}

// hourOnDay reports whether a day behind a plain hour makes it one: the six of "at six
// on Monday morning", the figure of "at 11.42 on Tuesday".
func (r *reader) hourOnDay(i, next int, c clock) bool {
	if c.grain != minute && (c.grain != hour || c.hour < 1 || c.hour > 12) || r.lower(i-1) != "at" || r.lower(next) != "on" {
		return false
	}
	if i-2 >= r.first && r.d.Tokens[i-2].Lemma == "stand" {
		return false // "the death toll stood at 11 on Wednesday"
	}
	return r.is(next+1, weekday)
}

// startsAt reports whether a verb of beginning or of coming and going before "at" makes
// a figure with a point an hour and its minutes: "the show starts at 10.42".
func (r *reader) startsAt(i int, c clock) bool {
	if c.grain != minute || r.lower(i-1) != "at" || i-2 < r.first {
		return false
	}
	switch r.d.Tokens[i-2].Lemma {
	case "start", "begin", "commence", "leave", "depart", "arrive", "land", "strike", "happen", "occur", "wake", "stop":
		return true
	}
	return false
}

// shortlyBefore reports whether the words before a plain hour make it one: the ten of
// "shortly before ten", where nothing is counted.
func (r *reader) shortlyBefore(i, next int, c clock) bool {
	if c.grain != hour || c.hour < 1 || c.hour > 12 || r.lower(i-1) != "before" && r.lower(i-1) != "after" {
		return false
	}
	switch r.lower(i - 2) {
	case "shortly", "just", "soon":
		return r.closes(next) || r.lower(next) == "when" || r.lower(next) == "on" && r.is(next+1, weekday)
	}
	return false
}

// colon reports whether the figure at token i has a colon: "3.30" without p.m.
// is as often a price.
func (r *reader) colon(i int) bool { return strings.IndexByte(r.lower(i), ':') > 0 }

// lengthAtom reads a duration, or the date that lies so far away.
func (r *reader) lengthAtom(i int) (item, bool) {
	s, next := r.length(i)
	if next == i || r.is(i, figure) && r.tight(i) && !r.partsFrom(i-1) {
		return item{}, false
	}
	it := item{first: i, next: next, kind: mention.Duration, length: s}
	if got, ok := r.after(it); ok {
		return got, true
	}
	if r.ageAfter(next) {
		return item{}, false
	}
	if r.rate(i) || math.IsNaN(s.parts[0].value) && r.lower(i) == "some" {
		return item{}, false
	}
	return r.within(r.ahead(it)), true
}

// partsFrom reports whether the figure that stands against token i is parted from
// it all the same: by a letter before it, a bracket, a quotation mark or a dash.
func (r *reader) partsFrom(i int) bool {
	switch r.lower(i) {
	case "(", "\"", "-", "'", "--":
		return true
	}
	return r.has(i, text.HasLetter)
}

// ageAfter reports whether the words at token i make a length of time an age.
func (r *reader) ageAfter(i int) bool {
	switch r.lower(r.hyphen(i)) {
	case "old", "olds":
		return true
	case "of":
		return r.lower(i+1) == "age"
	}
	return false
}

// ahead turns "in two weeks" into the date, where the clause speaks of the
// future.
func (r *reader) ahead(it item) item {
	a := it.length.parts[0]
	if r.lower(it.first-1) != "in" || math.IsNaN(a.value) || a.to != a.value || !r.known || r.direction(it.first, it.next) <= 0 {
		return it
	}
	if got, ok := r.reckon(it, reckoning{r.today, it.next, 1, true, true}); ok {
		return got
	}
	return it
}

// rate reports whether the article at token i makes a rate: "15 dollars an
// hour", "twice a day", "100,000 barrels a day".
func (r *reader) rate(i int) bool {
	if !r.is(i, article) || i == r.first || r.lower(i) == "another" || !r.is(i+1, unit) {
		return false
	}
	switch r.lower(i - 1) {
	case "once", "twice", "times", "percent", "%", "per", "dollars", "euros", "pounds", "cents", "miles", "kilometers", "kilometres", "hours", "days", "bpd":
		return true
	}
	t := r.d.Tokens[i-1]
	if t.Shape.Has(text.HasDigit) {
		return true
	}
	if t.Fine != text.NNS && t.Tag != text.NUM {
		return false
	}
	for k := i - 2; k >= max(r.first, i-4); k-- {
		if c := r.word(k).class; c == figure || c == numeral {
			return true
		}
	}
	return t.Tag == text.NUM
}
