package when

import (
	"math"
	"time"

	"github.com/concord-news/concord/rules/mention"
)

// after reads what follows a length of time: "two days ago", "three weeks
// later", "a year earlier", "two days before yesterday", "2 weeks from now".
func (r *reader) after(it item) (item, bool) {
	i := r.skip(it.next, "or")
	i = r.skip(i, "so")
	if i == it.next+1 {
		i = it.next
	}
	sign := 0
	base, anchored := r.today, r.known
	next := i + 1
	g := it.length.parts[it.length.n-1].grain
	exact := it.length.n > 1
	switch r.lower(i) {
	case "ago":
		sign = -1
	case "from":
		if r.lower(it.first-1) == "for" {
			return it, false // "for two weeks from Monday" begins on Monday
		}
		fallthrough
	case "earlier", "later", "after", "before":
		sign = 1
		if l := r.lower(i); l == "earlier" || l == "before" {
			sign = -1
		}
		if b, k, ok := r.anchor(i + 1); ok && r.lower(i) != "earlier" && r.lower(i) != "later" {
			base, next, anchored = b, k, true
			exact = exact || g < year
			break
		}
		if r.lower(i) != "earlier" && r.lower(i) != "later" || g < day && r.speaks() == reported {
			return it, false
		}
		if from, ok := r.lately(); ok {
			base, anchored = from, true
		} else if r.speaks() == reported && !(g == year && sign < 0) {
			return it, false // later than something that is not said
		}
	default:
		return it, false
	}
	if g < day && sign > 0 && !r.clock && base.Equal(r.today) {
		return it, false // minutes after an hour that is not known
	}
	if math.IsNaN(it.length.parts[0].value) {
		return r.longAgo(it, next, sign)
	}
	if g == year && sign < 0 && it.length.n == 1 && it.length.parts[0].value == 1 && r.quarter.year > 0 && next == i+1 {
		it.at, it.next, it.kind = r.quarter, next, mention.Date
		it.at.year--
		it.at.derived = true
		it.length = span{}
		return it, true
	}
	return r.reckon(it, reckoning{base, next, sign, anchored, exact})
}

// nearby is how many sentences a date stays the one that "later" counts from.
const nearby = 2

// lately returns the first moment of the date read last, if it is near and no
// longer than a month.
func (r *reader) lately() (time.Time, bool) {
	from, _, ok := r.last.period()
	return from, ok && r.last.grain <= month && r.index-r.lastIndex <= nearby
}

// reckoning is how far a date lies from another.
type reckoning struct {
	base            time.Time
	next, sign      int
	anchored, exact bool
}

// reckon turns a length of time into the date that lies so far from a base.
func (r *reader) reckon(it item, k reckoning) (item, bool) {
	s := it.length
	it.kind, it.next, it.length, it.reckoned = mention.Date, k.next, span{}, true
	total := 0.0
	for _, a := range s.parts[:s.n] {
		total += a.value * hours(a.grain)
	}
	if !k.anchored || total > maxHours {
		code := s.timex()
		if k.sign < 0 {
			code = "P-" + code[1:]
		}
		it.at = point{grain: s.parts[s.n-1].grain, literal: "OFFSET " + code}
		return it, true
	}
	t := k.base
	g := s.parts[s.n-1].grain
	if g < day && k.base.Equal(r.today) && r.clock {
		t = r.now
	}
	for _, a := range s.parts[:s.n] {
		t = moveBy(t, a, k.sign)
	}
	switch {
	case g < day:
		it.at = onDay(t)
		it.at.clock = clock{grain: second, hour: t.Hour(), min: t.Minute(), sec: t.Second(), zoned: true}
		it.kind = mention.Time
	case k.exact:
		it.at = onDay(t)
	default:
		if g == fortnight || g == weekend {
			g = week
		}
		it.at = inGrain(min(g, year), t)
		if g == decadeGrain && s.parts[0].value > 1 || g == century {
			it.at = inGrain(g, t)
		}
	}
	it.at.stated = true
	return it, true
}

// moveBy moves t by an amount, whose fraction counts in days or seconds.
func moveBy(t time.Time, a amount, sign int) time.Time {
	whole := math.Trunc(a.value)
	t = move(t, a.grain, sign*int(whole))
	if rest := (a.value - whole) * hours(a.grain); rest > 0 {
		t = t.Add(time.Duration(float64(sign) * rest * float64(time.Hour)))
	}
	return t
}

// longAgo is "years ago", whose number is not stated.
func (r *reader) longAgo(it item, next, sign int) (item, bool) {
	if sign > 0 || r.lower(next-1) != "ago" {
		return it, false
	}
	it.at = point{literal: "PAST_REF"}
	it.kind, it.next, it.length = mention.Date, next, span{}
	return it, true
}

// anchor reads the date that "two days before" counts from.
func (r *reader) anchor(i int) (t time.Time, next int, ok bool) {
	if r.lower(i) == "now" || r.lower(i) == "today" {
		return r.today, i + 1, r.known
	}
	if r.is(i, unit) || r.is(i, article) || r.is(i, figure) && len(r.lower(i)) < 4 {
		return t, i, false
	}
	it, read := r.atom(i)
	if !read || it.kind != mention.Date || !it.at.dated() {
		return t, i, false
	}
	p := r.resolve(it.at, i, it.next)
	from, _, ok := p.period()
	return from, it.next, ok && p.grain == day
}
