package when

import (
	"math"
	"time"

	"github.com/concord-news/concord/rules/mention"
	"github.com/concord-news/concord/rules/quantity"
	"github.com/concord-news/concord/rules/text"
)

// emit resolves an expression and appends its mention.
func (r *reader) emit(it item) {
	m := mention.Mention{First: it.first, Last: it.next, Kind: it.kind, Head: -1}
	switch {
	case it.length.n > 0:
		r.emitLength(&m, it)
	case it.ranged:
		r.emitRange(&m, it)
	default:
		r.emitPoint(&m, it)
	}
	m.Span = r.d.Span(m.First, m.Last)
	if n := len(r.out); n > 0 && r.out[n-1].Last > m.First {
		return
	}
	r.beside(&m)
	r.out = append(r.out, m)
}

// emitLength fills in a duration or the step of a set.
func (r *reader) emitLength(m *mention.Mention, it item) {
	m.Quantity, m.Unit, m.Timex = it.length.quantity(), grains[it.length.parts[0].grain].name, it.length.timex()
	if it.length.set {
		// How often: every two weeks is half a time a week.
		q := &m.Quantity
		m.Unit, q.Low, q.High = "time/"+m.Unit, 1/q.High, 1/q.Low
	} else {
		h := r.hedged(m)
		h.Apply(r.d, it.first, it.next, &m.Quantity)
	}
	if math.IsNaN(it.length.parts[0].value) && m.Kind == mention.Duration && (r.lower(it.first) == "forever" || r.lower(it.first) == "indefinitely") {
		m.Timex, m.Unit = "PX", ""
	}
	from, _, okFrom := it.at.period()
	to, _, okTo := it.to.period()
	if !okFrom || !okTo {
		return
	}
	m.Period = mention.Period{From: from, To: to}
	if r.speaks() == addressed {
		// Who asks for the past two years means the days, not their number.
		m.Timex = "(" + it.at.timex() + "," + it.to.timex() + "," + m.Timex + ")"
	}
}

// hedged takes the hedges around m into it, within the sentence.
func (r *reader) hedged(m *mention.Mention) quantity.Hedge {
	h := quantity.Hedged(r.d, m.First, m.Last)
	if n := len(r.out); n > 0 {
		h.First = max(h.First, r.out[n-1].Last)
	}
	h.First, h.Next = max(h.First, r.first), min(h.Next, r.end)
	m.First, m.Last = h.First, h.Next
	return h
}

// emitPoint fills in a date or time.
func (r *reader) emitPoint(m *mention.Mention, it item) {
	p := r.resolve(it.at, it.first, it.next).settle()
	if !it.at.stated {
		r.state(it.at, false)
	}
	if p.grain == day && p.month > 0 && p.day > 0 && p.year == 0 && r.known && !p.open && r.speaks() == reported {
		r.floating = append(r.floating, floating{len(r.out), m.First, p})
	}
	if it.reckoned || it.kind == mention.Time && p.clock.part == "" && !r.is(it.first, weekday) && !r.is(it.first, monthName) {
		r.hedged(m)
	}
	if from, to, ok := p.period(); ok {
		m.Period = mention.Period{From: from, To: to}
		r.remember(p)
	}
	m.Timex = p.timex()
	if it.at.vague() && r.speaks() == addressed {
		m.Timex = it.at.unresolved(p).timex()
	} else if p.coded || r.stretches(p, it.next) {
		m.Timex = p.asRange(r.today)
	}
	if p.many || m.Kind == mention.Frequency {
		m.Kind = mention.Frequency
		m.Quantity, m.Unit = mention.Quantity{Low: 1, High: 1, Step: 1}, "time/week"
		if p.weekday == 0 {
			m.Unit = "time/day"
		}
	}
}

// vague reports whether the year or the week of p is left to the context, and
// not stated by its words.
func (p point) vague() bool {
	return p.partial() && !p.stated && p.grain != quarter && (p.weekday == 0 || p.month > 0 || p.day == 0)
}

// stretches reports whether p is a quarter, half or decade that someone asks
// for, who means its days.
func (r *reader) stretches(p point, next int) bool {
	switch p.grain {
	case quarter, half:
		return r.speaks() == addressed
	case decadeGrain:
		return r.has(next-1, text.HasDigit) && r.speaks() == addressed
	}
	return false
}

// asRange writes p as the range of its days, where they are known.
func (p point) asRange(today time.Time) string {
	from, to, ok := p.bounds()
	if !ok || p.literal != "" || p.year <= 0 {
		return p.timex()
	}
	return rangeTimex(onDay(from), onDay(to), today)
}

// unresolved returns p as its words have it, with the day of a movable feast
// taken from the resolved one.
func (p point) unresolved(resolved point) point {
	if p.feast > 0 && p.day == 0 {
		p.month, p.day = resolved.month, resolved.day
	}
	return p
}

// remember keeps p for "two days later" and "a year earlier".
func (r *reader) remember(p point) {
	p.clock = clock{}
	switch p.grain {
	case quarter:
		// A quarter of long ago is not the one that "a year earlier" is about.
		if !p.derived && r.known && p.year >= r.today.Year()-1 {
			r.quarter = p
		}
	case day, week, month, year:
		r.last, r.lastIndex = p, r.index
	}
}

// emitRange fills in a range, whose value is written (from,to,length).
func (r *reader) emitRange(m *mention.Mention, it item) {
	a, b := it.at, it.to
	ra := r.resolve(a, it.first, it.next).settle()
	rb := r.resolve(b, it.first, it.next).settle()
	if ra.year > 0 && rb.year == ra.year && rb.month > 0 && rb.month < ra.month {
		rb.year++
	}
	from, fromEnd, okA := ra.period()
	to, end, okB := rb.period()
	if okA && okB && !to.Before(from) {
		m.Period = mention.Period{From: from, To: laterOf(end, fromEnd)}
		r.remember(rb)
	}
	if (a.vague() || b.vague()) && r.speaks() == addressed {
		ra, rb = a, b
	}
	m.Timex = rangeTimex(ra, rb, r.today)
}

func laterOf(a, b time.Time) time.Time {
	if a.Before(b) {
		return b
	}
	return a
}

// rangeTimex returns the value of a range: the first moments of its ends, and
// the length between them.
func rangeTimex(a, b point, today time.Time) string {
	between, months := "PXD", a.narrow != entire || b.narrow != entire
	a, b = a.start(), b.start()
	x, y := a.moment(today), b.moment(today)
	switch {
	case x.IsZero() || y.IsZero():
	case a.clock.set() && b.clock.set() && a.clock.part == "":
		if y.Before(x) {
			y = y.AddDate(0, 0, 1)
		}
		between = clockSpan(y.Sub(x)).timex()
	case y.Before(x) && a.year == 0:
		y = y.AddDate(1, 0, 0)
		fallthrough
	default:
		between = dateSpan(x, y, months).timex()
	}
	return "(" + a.timex() + "," + b.timex() + "," + between + ")"
}

// clockSpan writes d in hours and minutes.
func clockSpan(d time.Duration) span {
	s := span{}
	for _, u := range [...]struct {
		length time.Duration
		grain  grain
	}{{time.Hour, hour}, {time.Minute, minute}, {time.Second, second}} {
		if n := d / u.length; n > 0 {
			s.parts[s.n] = amount{value: float64(n), grain: u.grain}
			s.n++
			d %= u.length
		}
	}
	if s.n == 0 {
		return lengthOf(0, minute)
	}
	return s
}

// dateSpan writes the time from x to y in years or months where it is whole,
// else in days; in whole months where loose is set.
func dateSpan(x, y time.Time, loose bool) span {
	if x.Day() == 1 && y.Day() == 1 || loose {
		months := (y.Year()-x.Year())*12 + int(y.Month()) - int(x.Month())
		if months%12 == 0 && x.Month() == 1 && months > 0 && !loose {
			return lengthOf(float64(months/12), year)
		}
		if months > 0 {
			return lengthOf(float64(months), month)
		}
	}
	return lengthOf(math.Round(y.Sub(x).Hours()/24), day)
}

// start returns the first day of p, in the fields of a day.
func (p point) start() point {
	if p.grain <= day || p.literal != "" {
		return p
	}
	yearless := p.year == 0
	if yearless {
		p.year = 2001
	}
	from, to, ok := p.bounds()
	if !ok {
		return p
	}
	switch p.narrow {
	case ending:
		from = to
	case middle:
		from = from.Add(to.Sub(from) / 2).Truncate(24 * time.Hour)
	}
	got := onDay(from)
	if yearless {
		got.year = 0
	}
	return got
}

// moment returns the time at which p begins, with a year of no matter where it
// has none; zero where it has no day either.
func (p point) moment(today time.Time) time.Time {
	if p.literal != "" {
		return time.Time{}
	}
	y, m, d := p.year, p.month, p.day
	if y == 0 {
		y = 2001
		if !today.IsZero() {
			y = today.Year()
		}
	}
	switch {
	case p.weekday != 0 && m == 0:
		m, d = 1, p.weekday // any week will do
	case !p.dated():
		m, d = 1, 1
	case m == 0 || d == 0:
		return time.Time{}
	}
	return time.Date(y, time.Month(m), d, p.clock.hour, p.clock.min, p.clock.sec, 0, time.UTC)
}
