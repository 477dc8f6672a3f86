package when

import "github.com/concord-news/concord/rules/mention"

// expression reads the longest expression that starts at token i.
func (r *reader) expression(i int) (item, bool) {
	if r.is(i, from) {
		if it, ok := r.bracketed(i); ok {
			return it, true
		}
		return r.hoursOn(i)
	}
	it, ok := r.simple(i)
	if !ok && r.is(i, figure) {
		if it, ok = r.hours(i); ok {
			return it, true
		}
	}
	if !ok {
		return r.hoursOn(i)
	}
	if it.kind == mention.Duration {
		return r.hoursFrom(r.starting(it)), true
	}
	if it.kind != mention.Frequency && it.at.hourless() {
		if got, ok := r.withHours(it); ok {
			return got, true
		}
	}
	return r.joined(it, false), true
}

// hours reads two hours of which only the second is marked as a time of day:
// "9-10 am", "5 to 6pm".
func (r *reader) hours(i int) (item, bool) {
	it, ok := r.bareHour(i)
	if !ok {
		return item{}, false
	}
	it = r.joined(it, false)
	return it, it.ranged && it.kind == mention.Time
}

// withHours reads the hours after a date: "Monday 8-9am", "tonight from 7 to
// 7:30pm".
func (r *reader) withHours(it item) (item, bool) {
	j := r.skip(it.next, ",")
	got, ok := item{}, false
	if r.is(j, from) {
		got, ok = r.bracketed(j)
	} else if r.is(j, figure) {
		got, ok = r.hours(j)
	}
	if a, b, next := r.plainHours(j, false); !ok && next > j && r.speaks() == addressed {
		return r.between(it, [2]clock{a, b}, next), true
	}
	if !ok || !got.ranged || got.kind != mention.Time || got.at.dated() || got.to.dated() {
		return it, false
	}
	a, b := it.at, it.at
	a.clock, b.clock = got.at.clock, got.to.clock
	if part := it.at.clock.part; a.clock.bare {
		a.clock.toPart(part)
		b.clock.toPart(part)
	}
	it.at = a
	return r.rangeOf(it, b, got.next), true
}

// simple reads an atom and the time of day or date that goes with it.
func (r *reader) simple(i int) (item, bool) {
	it, ok := r.atom(i)
	if !ok || it.kind == mention.Duration || it.kind == mention.Frequency || it.at.literal != "" && it.at.grain != day {
		return it, ok
	}
	if it.at.dated() && it.at.grain == day && it.at.literal == "" || !it.at.dated() && it.at.clock.part != "" {
		it = r.withClock(it)
		if r.lower(it.next) == "of" && it.at.weekday > 0 && it.at.month == 0 && r.is(it.next+1, reference) && r.word(it.next+2).n == int16(week) {
			it = r.inWeek(it)
		}
	} else if !it.at.dated() && it.at.clock.set() {
		it = r.withDate(it)
	}
	return it, true
}

// inWeek puts the weekday of it into the week that follows: "Tuesday of next
// week".
func (r *reader) inWeek(it item) item {
	w := r.referred(it.next+1, it.next+2, relation(r.word(it.next+1).n))
	if !w.ok() || w.year == 0 || w.grain != week {
		return it
	}
	it.at = setDay(it.at, weekStart(w.year, w.part).AddDate(0, 0, it.at.weekday-1))
	it.at.stated = true
	it.next = w.next
	return it
}

// withClock reads the part of the day or the time after a date: "Monday
// night", "Dec. 15 at 7 p.m.", "tomorrow 8:00am".
func (r *reader) withClock(it item) item {
	if !it.at.clock.set() {
		j := r.skip(r.skip(it.next, "in"), "the")
		early := r.skip(j, "early", "late")
		if w := r.word(early); (w.class == daypart || w.class == dayparts && r.is(it.next-1, weekday)) && (j == it.next || j == it.next+2) {
			it.at.clock = clock{grain: day, part: partCodes[w.n]}
			it.next = early + 1
			if w.class == dayparts {
				it.kind, it.at.open = mention.Frequency, true
				return it
			}
		}
	}
	j := r.skip(it.next, ",")
	k := r.skip(j, "at", "by", "around", "about", "from", "after", "before", "until", "for")
	k = r.skip(k, "around", "about", "exactly", "approximately")
	c, next, sure := r.timeOfDay(k)
	if next <= k || !sure && !(k > j && r.plainHour(k, next, c)) {
		return it
	}
	if c.set() {
		c.toPart(it.at.clock.part)
	}
	it.at.clock, it.next, it.kind = c, next, mention.Time
	return it
}

// plainHour reports whether the figures from k to next are an hour though
// nothing but "at" says so: "Thursday at 8".
func (r *reader) plainHour(k, next int, c clock) bool {
	l := r.lower(k - 1)
	if c.grain == minute && r.is(k, figure) && !r.colon(k) || r.is(next, units) || r.is(next, unit) || r.glued(next) || r.counted(next) || c.hour == 0 && c.grain == hour {
		return false
	}
	return l == "at" || l == "around" || c.grain == minute && r.is(k, figure)
}

// withDate reads the date after a time of day: "7 p.m. Monday", "noon on Dec.
// 15", "9:30 this morning".
func (r *reader) withDate(it item) item {
	j := r.skip(r.skip(it.next, ","), "on", "of")
	var got item
	ok := false
	switch w := r.word(j); w.class {
	case weekday, monthName, named, reference, figure, holiday:
		got, ok = r.atom(j)
	case the:
		if r.is(j+1, ordinal) {
			got, ok = r.atom(j)
		}
	}
	if !ok || got.kind == mention.Duration || got.kind == mention.Frequency || !got.at.dated() || got.at.grain != day || got.at.literal != "" || got.kind == mention.Time {
		return it
	}
	c := it.at.clock
	if c.part == "" {
		c.toPart(got.at.clock.part)
	}
	it.at, it.next = got.at, got.next
	it.at.clock = c
	if w := r.word(it.next); w.class == daypart && c.part == "" {
		it.next++
		it.at.clock.inPart(int(w.n))
	}
	return it
}

// bracketed reads "from X to Y" and "between X and Y". Where they are no range
// of dates, X is read by itself.
func (r *reader) bracketed(i int) (item, bool) {
	for _, j := range [...]int{i + 1, r.skip(i+1, "the")} {
		it, ok := r.simple(j)
		if !ok {
			it, ok = r.bareHour(j)
		}
		if !ok {
			continue
		}
		if got := r.joined(it, true); got.ranged && got.next > it.next {
			got.first = i
			return got, true
		}
		if got, ok := r.lasting(it); ok {
			got.first = i
			return got, true
		}
	}
	return item{}, false
}

// bareHour reads an hour that only a second one can make a time of day: the 2
// of "from 2 to 4:30 p.m.", and the day of a month of "from 3 to 12 Sept".
func (r *reader) bareHour(i int) (item, bool) {
	c, next, ok := r.figures(i)
	if ok || next <= i || r.is(next, units) || r.is(next, unit) {
		return item{}, false
	}
	return item{first: i, next: next, kind: mention.Time, at: point{clock: c, open: true}}, true
}

// joined reads the second end of a range after it: "Dec 15-17", "2014 to
// 2016", "10 a.m. to noon Monday". after says that "from" or "between" stands
// before it.
func (r *reader) joined(it item, after bool) item {
	if it.kind == mention.Duration || it.kind == mention.Frequency || it.at.literal != "" || it.ranged {
		return it
	}
	if got, ok := r.shortYears(it); ok {
		return got
	}
	j := r.joint(it, after)
	if j == it.next {
		return it
	}
	if w := r.word(j); it.at.day > 0 && it.at.grain == day && !it.at.clock.set() {
		// "Nov. 18-19", "April ninth through seventeenth"
		if n, next := r.dayNumber(j); n > it.at.day && (w.class == figure || w.class == ordinal) && !r.is(next, monthName) && it.at.month > 0 && !r.is(next, units) {
			end := r.withYear(reading{it.at, next})
			if it.at.year != 0 {
				end = reading{it.at, next}
			}
			it.at.year = end.year
			end.day, end.weekday = n, 0
			return r.rangeOf(it, end.point, end.next)
		}
	}
	if r.lower(j) == "date" && r.known && it.at.dated() && r.closes(j+1) {
		return r.toDate(it, j+1)
	}
	to, ok := r.simple(j)
	if !ok && it.kind == mention.Time {
		to, ok = r.bareHour(j)
	}
	if !ok || to.kind == mention.Duration || to.kind == mention.Frequency || to.at.literal != "" {
		return it
	}
	return r.pair(it, to)
}

// toDate reads the present as the end of "from March to date"; "the year to
// date" is the year.
func (r *reader) toDate(it item, next int) item {
	if it.at.grain == year {
		it.next = next
		return it
	}
	it.at = r.resolve(it.at, it.first, it.next)
	it.at.stated = true
	return r.rangeOf(it, onDay(r.today), next)
}

// shortYears reads the second year of "1950-53".
func (r *reader) shortYears(it item) (item, bool) {
	j := r.hyphen(it.next)
	w := r.word(j)
	if it.at.grain != year || j == it.next || w.class != figure || len(r.lower(j)) != 2 || int(w.n) <= it.at.year%100 {
		return it, false
	}
	to := it.at
	to.year += int(w.n) - it.at.year%100
	return r.rangeOf(it, to, j+1), true
}

// joint returns the token after the word or dash that joins two ends, and
// it.next where there is none.
func (r *reader) joint(it item, after bool) int {
	i := it.next
	j := r.skip(i, "to", "through", "thru", "until", "till", "til", "-", "--", "~")
	if after {
		j = max(j, r.skip(i, "and"))
	}
	if j == i || r.lower(i) == "-" && !r.tight(i) != !r.tight(j) && it.kind == mention.Date && it.at.grain == day {
		return i
	}
	if r.lower(i) == "--" && !after {
		return i
	}
	if r.lower(i) == "to" && !after && it.kind == mention.Date && it.at.grain >= day && it.at.day == 0 && it.at.month == 0 && it.at.grain != year {
		return i
	}
	return j
}

// pair makes a range of two expressions if they go together, and else returns
// the first.
func (r *reader) pair(it, to item) item {
	a, b := it.at, to.at
	switch {
	case !a.dated() && !b.dated(): // two times of day
		if a.open && b.open && a.clock.grain == hour && b.clock.grain == hour || a.clock.part != "" || b.clock.part != "" || !b.clock.set() {
			return it
		}
		a.clock = sameHalf(a.clock, b.clock)
		a.open, b.open = false, false
		it.at = a
		return r.rangeOf(it, b, to.next)
	case a.clock.set() && !a.dated() && b.dated() && b.clock.set() && b.clock.part == "":
		c := sameHalf(a.clock, b.clock)
		it.at = b
		it.at.clock = c
		return r.rangeOf(it, b, to.next)
	case a.open && a.clock.grain == hour && b.grain == day && !b.clock.set() && b.day > 0 && b.month > 0:
		it.at, it.kind = b, mention.Date // "between 3 and 12 of Sept"
		it.at.day = a.clock.hour
		return r.rangeOf(it, b, to.next)
	case a.open:
		return it
	case a.dated() && a.clock.set() && !b.dated() && b.clock.set() && b.clock.part == "":
		c := b.clock
		if a.clock.part != "" {
			return it
		}
		a.clock = sameHalf(a.clock, c)
		it.at, b = a, a
		b.clock = c
		return r.rangeOf(it, b, to.next)
	}
	if a.stated && a.grain > week && !b.stated || !a.dated() || !b.dated() || a.clock.set() != b.clock.set() && a.grain == b.grain {
		return it
	}
	if a.year == 0 && b.year != 0 && (a.month != 0 && b.month != 0 || a.grain == seasonGrain || a.grain == quarter) {
		a.year = b.year
		if b.month != 0 && (a.month > b.month || a.month == b.month && a.day > b.day) {
			a.year--
		}
	}
	if a.year != 0 && b.year == 0 && a.month != 0 && b.month != 0 {
		b.year = a.year
	}
	if a.year != 0 && b.year != 0 && b.year < a.year {
		return it
	}
	it.at = a
	return r.rangeOf(it, b, to.next)
}

// sameHalf gives the hour a the half of the day of b where a does not say its
// own: "2 to 4:30 p.m.".
func sameHalf(a, b clock) clock {
	if a.bare && !b.bare && a.hour < 12 && b.hour >= 12 && (a.hour+12)*60+a.min < b.hour*60+b.min {
		a.hour += 12
	}
	return a
}

func (r *reader) rangeOf(it item, to point, next int) item {
	it.to, it.next, it.ranged = to, next, true
	if to.clock.set() && to.clock.part == "" {
		it.kind = mention.Time
	}
	return it
}
