package when

import (
	"time"

	"github.com/concord-news/concord/rules/mention"
	"github.com/concord-news/concord/rules/text"
)

// What people leave out when they ask or arrange something: "6-8 next Monday",
// "at 7", "3 days from Monday". In news such figures are scores and counts, so
// these are read in addressed sentences only, unless the words leave no doubt.

// plainHours reads two hours of the dial of which nothing says that they are:
// the "6-8" of "6-8 next Monday". after says that "between" or "from" stands
// before them.
func (r *reader) plainHours(i int, after bool) (a, b clock, next int) {
	from, j := r.small(i, 12)
	if from == 0 {
		return a, b, i
	}
	k := r.skip(j, "to", "until", "till", "-")
	if after {
		k = max(k, r.skip(j, "and"))
	}
	to, end := r.small(k, 12)
	if k == j || to == 0 || to == from || r.is(end, unit) || r.is(end, units) || r.glued(end) || r.counted(end) || r.lower(end) == "-" {
		return a, b, i
	}
	if to < from {
		to += 12 // "10 to 2"
	}
	return clock{grain: hour, hour: from, bare: true}, clock{grain: hour, hour: to, bare: true}, end
}

// hoursOn reads plain hours and the day after them: "6-8 next Monday",
// "between 3 and 5 on Friday", and the hour of "10, tonight".
func (r *reader) hoursOn(i int) (item, bool) {
	after := r.is(i, from)
	first := i
	if after {
		i++
	}
	if n, _ := r.small(i, 12); n == 0 || r.lower(first) != "between" && r.speaks() != addressed {
		return item{}, false
	}
	a, b, next := r.plainHours(i, after)
	if next == i {
		return r.hourBefore(i)
	}
	on, ok := r.dayAt(r.skip(r.skip(next, ","), "on"))
	if !ok {
		return item{}, false
	}
	it := item{first: first, next: next, kind: mention.Time, at: on.at}
	return r.between(it, [2]clock{a, b}, on.next), true
}

// hourBefore reads the hour of "10, tonight".
func (r *reader) hourBefore(i int) (item, bool) {
	n, next := r.small(i, 12)
	j := r.skip(next, ",")
	if n == 0 || !r.is(j, named) || r.speaks() != addressed {
		return item{}, false
	}
	return r.withDate(item{first: i, next: next, kind: mention.Time, at: point{clock: clock{grain: hour, hour: n, bare: true}}}), true
}

// dayAt reads a day at token i that has no hour.
func (r *reader) dayAt(i int) (item, bool) {
	switch r.word(i).class {
	case weekday, monthName, named, reference, figure, ordinal, holiday, the:
	default:
		return item{}, false
	}
	it, ok := r.atom(i)
	return it, ok && it.kind == mention.Date && !it.reckoned && it.at.hourless()
}

// between puts two hours onto the day of it, in the part of it that is named.
func (r *reader) between(it item, hours [2]clock, next int) item {
	hours[0].toPart(it.at.clock.part)
	hours[1].toPart(it.at.clock.part)
	to := it.at
	it.at.clock, to.clock = hours[0], hours[1]
	return r.rangeOf(it, to, next)
}

// askedHour reports whether the hour that ends before token next is one
// because "at" stands before it: "call me at 6".
func (r *reader) askedHour(i, next int, c clock) bool {
	if r.lower(i-1) != "at" || c.grain != hour || c.hour < 1 || c.hour > 12 || r.speaks() != addressed {
		return false
	}
	if r.closes(next) || r.is(next, weekday) || r.is(next, named) {
		return true
	}
	switch r.lower(next) {
	case "on", "with", "for", "until", "or":
		return true
	}
	return false
}

// closes reports whether the sentence or a part of it ends before token i.
func (r *reader) closes(i int) bool {
	if i >= r.end {
		return true
	}
	switch r.lower(i) {
	case ".", ",", ";", "?", "!", "\"", "''", ")", "--":
		return true
	}
	return false
}

// starting reads the day from which a length of time runs: "3 days starting
// from next Monday", "one week, from 20 December".
func (r *reader) starting(it item) item {
	j := r.skip(it.next, ",")
	k := r.skip(j, "starting", "beginning", "commencing", "from")
	if k == j || it.at.dated() || it.length.set || !r.known || r.speaks() != addressed {
		return it
	}
	on, ok := r.dayAt(r.skip(k, "from", "on"))
	if !ok || on.at.clock.set() {
		return it
	}
	p := r.resolve(on.at, on.first, on.next).settle()
	from, _, ok := p.period()
	if !ok {
		return it
	}
	t, total := from, 0.0
	for _, a := range it.length.parts[:it.length.n] {
		if total += a.value * hours(a.grain); !(total < maxHours) || a.grain < day {
			return it
		}
		t = moveBy(t, a, 1)
	}
	it.at, it.to, it.next = p, onDay(t), on.next
	return it
}

// lasting reads how long what begins at an hour lasts: "from 10 a.m. for three
// hours". it is the hour.
func (r *reader) lasting(it item) (item, bool) {
	if it.kind != mention.Time || it.at.clock.part != "" || r.lower(it.next) != "for" {
		return it, false
	}
	s, next := r.length(it.next + 1)
	if next <= it.next+1 {
		return it, false
	}
	return r.until(it, s, next)
}

// hoursFrom reads the hour from which a length of time runs: "for two hours
// from 9".
func (r *reader) hoursFrom(it item) item {
	if r.lower(it.next) != "from" || it.at.dated() || it.length.set || r.lower(it.first-1) != "for" && r.speaks() != addressed {
		return it
	}
	c, next, sure := r.timeOfDay(it.next + 1)
	if next <= it.next+1 || !sure && (c.grain != hour || c.hour > 12 || !r.closes(next)) {
		return it
	}
	at := item{first: it.first, next: next, kind: mention.Time, at: point{clock: c}}
	if got, ok := r.until(at, it.length, next); ok {
		return got
	}
	return it
}

// until makes the range that begins at the hour of it and lasts s.
func (r *reader) until(it item, s span, next int) (item, bool) {
	total := 0.0
	for _, a := range s.parts[:s.n] {
		if total += a.value * hours(a.grain); a.grain >= day {
			return it, false
		}
	}
	c := it.at.clock
	if !(total*60+float64(c.hour*60+c.min) < 24*60) { // or not a number
		return it, false
	}
	t := time.Date(2001, 1, 1, c.hour, c.min, c.sec, 0, time.UTC).Add(time.Duration(total * float64(time.Hour)).Round(time.Second))
	to := it.at
	to.clock.grain, to.clock.hour, to.clock.min, to.clock.sec = second, t.Hour(), t.Minute(), t.Second()
	return r.rangeOf(it, to, next), true
}

// clockWindow returns the moments from now back to, or on to, an amount of
// hours, minutes or seconds, for those who ask for the next two hours.
func (r *reader) clockWindow(rel relation, a amount) (from, to point, ok bool) {
	if !r.known || a.grain >= day || !(a.value*hours(a.grain) < maxHours) || r.speaks() != addressed {
		return from, to, false
	}
	if rel == previous {
		return atMoment(moveBy(r.now, a, -1)), atMoment(r.now), true
	}
	return atMoment(r.now), atMoment(moveBy(r.now, a, 1)), true
}

// atMoment returns the point of the second t.
func atMoment(t time.Time) point {
	p := onDay(t)
	p.clock = clock{grain: second, hour: t.Hour(), min: t.Minute(), sec: t.Second(), zoned: true}
	return p
}

// within makes the days from today on of "within nine months".
func (r *reader) within(it item) item {
	if r.lower(it.first-1) != "within" || it.length.n != 1 || r.speaks() != addressed {
		return it
	}
	a := it.length.parts[0]
	if a.grain < day {
		it.at, it.to, _ = r.clockWindow(following, a)
	} else if _, to, ok := r.window(following, a); ok {
		it.at, it.to = onDay(r.today), onDay(mustDay(to).AddDate(0, 0, -1))
	}
	return it
}

// mustDay returns the first moment of a day that is known.
func mustDay(p point) time.Time {
	return time.Date(p.year, time.Month(p.month), p.day, 0, 0, 0, 0, time.UTC)
}

// query reports whether the text is but an expression or a few words without a
// verb, as people type into a search field.
func (r *reader) query() bool {
	if len(r.d.Sentences) != 1 || r.end-r.first > longestQuery || r.d.Tokens[r.first].Fine == text.NoFine {
		return false
	}
	for i := r.first; i < r.end; i++ {
		switch r.d.Tokens[i].Tag {
		case text.VERB, text.AUX:
			return false
		}
	}
	return true
}

// longestQuery is the number of tokens up to which words without a verb are a
// query and no headline or caption.
const longestQuery = 8
