package when

import (
	"strconv"
	"time"
)

// grain is how long a point on the calendar lasts, and the unit of a span.
type grain uint8

const (
	noGrain grain = iota
	second
	minute
	hour
	day
	weekend
	week
	fortnight
	month
	quarter
	half
	seasonGrain
	year
	decadeGrain
	century
	millennium
)

// point is a place on the calendar as far as it is known. Zero fields are not
// known.
type point struct {
	grain grain
	// rel says which one of the weekdays, months or seasons of a name is
	// meant.
	rel relation
	// narrow is the part of the period that the words point at: "late 2024".
	narrow narrowing
	// stated: the day was worked out from the words of an expression that
	// says so ("yesterday", "last week"), not guessed from the context.
	stated bool
	// open: the value stays as the words have it (see register).
	open bool
	// many: every such day is meant ("Mondays").
	many bool
	// coded: it is written as a code of a quarter, "2017-Q3", which the
	// tables of companies read as the days of it.
	coded bool
	// derived: it was reckoned from a quarter that the text speaks of.
	derived bool
	// year is the first year of a decade or century.
	year, month, day int
	// weekday is 1 (Monday) to 7.
	weekday int
	// part is the number of the week, quarter, half or season in its year;
	// for a week with a month and no day, of the month.
	part int
	// feast is the holiday that it is, plus one.
	feast int
	// clock is the time of day.
	clock clock
	// literal is the TIMEX3 value of what is no place on the calendar
	// (PRESENT_REF) or leans on an unknown date (THIS-W).
	literal string
	// scheme says what begins at another date than the year of the calendar:
	// "FY" the fiscal, "SY" the school year.
	scheme string
}

// narrowing is the part of a period that the words point at.
type narrowing uint8

const (
	entire narrowing = iota
	early
	middle
	late
	ending
)

// clock is a time of day, or a part of the day.
type clock struct {
	grain grain // noGrain, hour, minute, second; day for a part
	// bare: neither a.m. nor p.m. is said.
	bare, zoned    bool
	hour, min, sec int
	// part is the code of a part of the day: MO, AF, EV, NI, DT, MI.
	part string
	// zone is the distance from UTC in minutes where zoned.
	zone int
}

func (c clock) set() bool { return c.grain != noGrain }

// dated reports whether p has a date, beside a time of day.
func (p point) dated() bool {
	return p.year != 0 || p.month != 0 || p.day != 0 || p.weekday != 0 || p.part != 0 || p.literal != "" || p.feast != 0
}

// hourless reports whether p is a day, or a part of one, with no hour.
func (p point) hourless() bool {
	return p.dated() && p.grain == day && p.literal == "" && (!p.clock.set() || p.clock.part != "")
}

// partial reports whether p still misses what makes it a place on the calendar.
func (p point) partial() bool {
	return p.literal == "" && p.dated() && p.year == 0
}

// onDay returns the point of the day t.
func onDay(t time.Time) point {
	return point{grain: day, year: t.Year(), month: int(t.Month()), day: t.Day()}
}

// inGrain returns the point of grain g that holds t.
func inGrain(g grain, t time.Time) point {
	p := point{grain: g, year: t.Year()}
	switch g {
	case week, weekend:
		p.year, p.part = t.ISOWeek()
	case month:
		p.month = int(t.Month())
	case quarter:
		p.part = (int(t.Month())-1)/3 + 1
	case half:
		p.part = (int(t.Month())-1)/6 + 1
	case year:
	case decadeGrain:
		p.year -= p.year % 10
	case century:
		p.year -= p.year % 100
	default:
		return onDay(t)
	}
	return p
}

var seasonCodes = [...]string{"", "SP", "SU", "FA", "WI"}

// timex returns the TIMEX3 value of p.
func (p point) timex() string {
	if p.literal != "" {
		return p.literal
	}
	var buf [40]byte
	b := buf[:0]
	if p.dated() {
		b = p.appendDate(b)
	}
	return string(p.clock.appendTo(b))
}

func (p point) appendDate(b []byte) []byte {
	switch p.grain {
	case decadeGrain:
		return appendYear(b, p.year)[:3]
	case century:
		return appendYear(b, p.year)[:2]
	}
	if p.weekday != 0 && p.year == 0 && p.day == 0 && p.month == 0 {
		return append(append(b, "XXXX-WXX-"...), byte('0'+p.weekday))
	}
	b = appendYear(append(b, p.scheme...), p.year)
	switch p.grain {
	case day:
		b = appendTwo(append(b, '-'), p.month)
		if p.day == 0 && p.weekday > 0 && p.part > 0 { // the first Monday of a month
			return append(append(b, "-WXX-"...), byte('0'+p.weekday), '-', '#', digitOrX(p.part))
		}
		b = appendTwo(append(b, '-'), p.day)
	case year:
	case quarter:
		b = append(append(b, "-Q"...), digitOrX(p.part))
	case half:
		b = append(append(b, "-H"...), digitOrX(p.part))
	case seasonGrain:
		b = append(append(b, '-'), seasonCodes[p.part%len(seasonCodes)]...)
	case week, weekend:
		b = append(b, '-')
		if p.month != 0 {
			b = append(appendTwo(b, p.month), '-')
		}
		b = appendTwo(append(b, 'W'), p.part)
		if p.grain == weekend {
			b = append(b, "-WE"...)
		}
	case month:
		b = appendTwo(append(b, '-'), p.month)
	default:
		b = appendTwo(append(b, '-'), p.month)
		b = appendTwo(append(b, '-'), p.day)
	}
	return b
}

func digitOrX(n int) byte {
	if n <= 0 || n > 9 {
		return 'X'
	}
	return byte('0' + n)
}

func appendYear(b []byte, y int) []byte {
	if y <= 0 {
		return append(b, "XXXX"...)
	}
	for limit := 1000; y < limit; limit /= 10 {
		b = append(b, '0')
	}
	return strconv.AppendInt(b, int64(y), 10)
}

func appendTwo(b []byte, n int) []byte {
	if n <= 0 {
		return append(b, "XX"...)
	}
	if n < 10 {
		b = append(b, '0')
	}
	return strconv.AppendInt(b, int64(n), 10)
}

func (c clock) appendTo(b []byte) []byte {
	if !c.set() {
		return b
	}
	b = append(b, 'T')
	if c.part != "" {
		return append(b, c.part...)
	}
	b = appendClock(b, c.hour)
	if c.grain <= minute {
		b = appendClock(append(b, ':'), c.min)
	}
	if c.grain == second {
		b = appendClock(append(b, ':'), c.sec)
	}
	return b
}

func appendClock(b []byte, n int) []byte {
	return append(b, byte('0'+n/10%10), byte('0'+n%10))
}

// period returns the time that p stands for, in UTC; ok is false where it is
// not known. A time of day whose zone is not stated stands for its whole day, and
// so does one that falls on another day of UTC, as others date it by that day.
func (p point) period() (from, to time.Time, ok bool) {
	if p.literal != "" || p.scheme != "" || p.year <= 0 || p.year > 9990 {
		return from, to, false
	}
	from, to, ok = p.bounds()
	if !ok {
		return from, to, false
	}
	if p.clock.zoned && p.clock.part == "" && p.grain == day {
		at := from.Add(time.Duration(p.clock.hour)*time.Hour + time.Duration(p.clock.min-p.clock.zone)*time.Minute + time.Duration(p.clock.sec)*time.Second)
		if end := at.Add(clockLength(p.clock.grain)); !at.Before(from) && !end.After(to) {
			return at, end, true
		}
		return from, to, true // the day that is stated, wherever it is
	}
	third := to.Sub(from) / 3
	if p.grain >= month {
		third = third / (24 * time.Hour) * (24 * time.Hour)
		switch p.narrow {
		case early:
			to = to.Add(-third)
		case late, ending:
			from = from.Add(third)
		case middle:
			from, to = from.Add(third/2), to.Add(-third/2)
		}
	}
	return from, to, true
}

func clockLength(g grain) time.Duration {
	switch g {
	case second:
		return time.Second
	case minute:
		return time.Minute
	}
	return time.Hour
}

// bounds returns the first moment of p and the first moment after it.
func (p point) bounds() (from, to time.Time, ok bool) {
	date := func(y, m, d int) time.Time { return time.Date(y, time.Month(m), d, 0, 0, 0, 0, time.UTC) }
	switch p.grain {
	case day:
		from = date(p.year, p.month, p.day)
		return from, from.AddDate(0, 0, 1), p.month != 0 && p.day != 0
	case weekend, week:
		if p.part == 0 || p.month != 0 {
			return from, to, false
		}
		from = weekStart(p.year, p.part)
		if p.grain == weekend {
			return from.AddDate(0, 0, 5), from.AddDate(0, 0, 7), true
		}
		return from, from.AddDate(0, 0, 7), true
	case month:
		return date(p.year, p.month, 1), date(p.year, p.month+1, 1), p.month != 0
	case quarter:
		return date(p.year, p.part*3-2, 1), date(p.year, p.part*3+1, 1), p.part != 0
	case half:
		return date(p.year, p.part*6-5, 1), date(p.year, p.part*6+1, 1), p.part != 0
	case seasonGrain:
		// Meteorological seasons of the northern half of the world; winter
		// takes the year in which it begins.
		return date(p.year, p.part*3, 1), date(p.year, p.part*3+3, 1), p.part != 0
	case year:
		return date(p.year, 1, 1), date(p.year+1, 1, 1), true
	case decadeGrain:
		return date(p.year, 1, 1), date(p.year+10, 1, 1), true
	case century:
		return date(p.year, 1, 1), date(p.year+100, 1, 1), true
	}
	return from, to, false
}

// weekStart returns the Monday of an ISO week.
func weekStart(y, w int) time.Time {
	t := time.Date(y, 1, 4, 0, 0, 0, 0, time.UTC) // ISO 8601: 4 January is always in week 1
	return t.AddDate(0, 0, -isoDay(t)+1+(w-1)*7)
}

// isoDay returns the day of the week of t, 1 (Monday) to 7.
func isoDay(t time.Time) int { return (int(t.Weekday())+6)%7 + 1 }
