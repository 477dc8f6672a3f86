package when

import "time"

// resolve fills in what the words of p leave to the reader: the day of a
// weekday, the year of "Dec. 15". first and next are its tokens.
func (r *reader) resolve(p point, first, next int) point {
	if !p.partial() || !r.known || p.open {
		return p
	}
	switch {
	case p.feast > 0:
		return r.resolveFeast(p, r.direction(first, next))
	case p.weekday > 0 && p.month == 0 && p.day == 0:
		return r.resolveWeekday(p, r.direction(first, next))
	case p.weekday > 0 && p.month == 0:
		return r.resolveDayOfWeek(p)
	case p.month > 0 && p.grain == day && p.day > 0 && r.names(p, first, next):
		return r.namedBy(p, first, next)
	case p.month > 0 && p.grain == day && p.day > 0:
		return r.resolveDay(p, r.direction(first, next))
	case p.month > 0 && p.grain == week:
		p.year = r.today.Year()
	case p.month > 0:
		return r.resolvePart(p, p.month, partSearch{12, int(r.today.Month()), r.direction(first, next)})
	case p.grain == quarter:
		if r.quarter.year > 0 && r.quarter.part == p.part && p.rel == unrelated {
			p.year = r.quarter.year
			return p
		}
		return r.resolveQuarter(p, r.direction(first, next))
	case p.grain == seasonGrain:
		return r.resolveSeason(p, r.direction(first, next))
	}
	return p
}

func setDay(p point, t time.Time) point {
	p.year, p.month, p.day = t.Year(), int(t.Month()), t.Day()
	return p
}

// resolveWeekday finds the day of a weekday. In news a weekday without "next"
// is the latest one, unless the clause speaks of what is to come; the day of
// publication itself is meant where the names agree.
func (r *reader) resolveWeekday(p point, direction int) point {
	back := (isoDay(r.today) - p.weekday + 7) % 7
	monday := r.today.AddDate(0, 0, 1-isoDay(r.today))
	switch p.rel {
	case previous, lastNearest:
		// On a Thursday, "last Wednesday" is not yesterday.
		if back == 0 || back <= 2 && p.rel == previous && isoDay(r.today) > back {
			back += 7
		}
		return setDay(p, r.today.AddDate(0, 0, -back))
	case following:
		return setDay(p, monday.AddDate(0, 0, 7+p.weekday-1))
	case nextNearest:
		return setDay(p, r.today.AddDate(0, 0, 7-back))
	case this:
		return setDay(p, monday.AddDate(0, 0, p.weekday-1))
	}
	if direction > 0 && back > 0 {
		back -= 7
	}
	return setDay(p, r.today.AddDate(0, 0, -back))
}

// resolveDayOfWeek finds "Tuesday the 11th": the nearest day on which both are
// true, if there is one in half a year.
func (r *reader) resolveDayOfWeek(p point) point {
	for n := range 190 {
		for _, t := range [...]time.Time{r.today.AddDate(0, 0, n), r.today.AddDate(0, 0, -n)} {
			if t.Day() == p.day && isoDay(t) == p.weekday {
				return setDay(p, t)
			}
		}
	}
	return p
}

// resolveDay finds the year of a day of the month.
func (r *reader) resolveDay(p point, direction int) point {
	y := r.today.Year()
	same := time.Date(y, time.Month(p.month), p.day, 0, 0, 0, 0, time.UTC)
	switch p.rel {
	case previous:
		direction = -1
	case following:
		direction = 1
	case this:
		p.year = y
		return p
	}
	p.year = y + r.yearsOff(same, direction)
	if y := r.yearOfDay(p, false); y > 0 && y < p.year && direction <= 0 && p.rel == unrelated {
		p.year = y // the text has said which of these days it speaks of
		return p
	}
	if direction != 0 {
		r.state(p, true)
	} else if p.rel == unrelated && p.year >= y {
		if ahead := mustDay(p).Sub(r.today); ahead > soonest*24*time.Hour || ahead < -soonest*24*time.Hour {
			p.year = r.yearStated(p) // nothing says of which year it is
		}
	}
	return p
}

// Newspapers leave the year out where the nearest such day is meant, so the
// nearest wins, but for a day further ahead than farAhead in a clause about
// the past, or further back than farBack in one about what is to come
// (both measured on half of TimeBank).
const (
	halfYear = 183
	farAhead = 75
	farBack  = 120
)

// yearsOff returns by how many years the day that is t in the year of
// publication is off: -1, 0 or 1.
func (r *reader) yearsOff(t time.Time, direction int) int {
	days, off := int(t.Sub(r.today)/(24*time.Hour)), 0
	if days > halfYear {
		days, off = days-365, -1
	} else if days < -halfYear {
		days, off = days+365, 1
	}
	switch {
	case direction < 0 && days > farAhead:
		return off - 1
	case direction > 0 && days < -farBack:
		return off + 1
	}
	return off
}

// partSearch is the search for the year of a month, quarter or season: the
// number of such parts in a year, the present one, and the direction.
type partSearch struct{ count, now, direction int }

// resolvePart finds the year of part n of a year.
func (r *reader) resolvePart(p point, n int, s partSearch) point {
	p.year = r.today.Year()
	switch {
	case p.rel == this || p.rel == same:
	case p.rel == previous, p.rel == lastNearest:
		if n >= s.now {
			p.year--
		}
	case p.rel == following, p.rel == nextNearest:
		if n <= s.now {
			p.year++
		}
	case s.direction <= 0 && n > s.now+s.count/4*(1+s.direction):
		p.year--
	case s.direction > 0 && n+s.count-s.now <= s.count/2:
		p.year++
	}
	return p
}

// resolveQuarter finds the year of a quarter: the last one that has ended, or
// the present one, unless the clause says otherwise.
func (r *reader) resolveQuarter(p point, direction int) point {
	now := (int(r.today.Month())-1)/3 + 1
	return r.resolvePart(p, p.part, partSearch{4, now, direction})
}

// resolveSeason finds the year of a season; "last fall" in November is the one
// of the year before, "this winter" in January the one that began then.
func (r *reader) resolveSeason(p point, direction int) point {
	now := (int(r.today.Month()) % 12) / 3 // 0 winter, 1 spring
	if now == 0 {
		now = 4
	}
	got := r.resolvePart(p, p.part, partSearch{4, now, direction})
	if now == 4 && r.today.Month() < 3 {
		got.year--
		if p.rel == following || p.rel == this && p.part < 4 || p.rel == unrelated && direction >= 0 && p.part < 4 {
			got.year = r.today.Year()
		}
	}
	return got
}

// resolveFeast finds the day of a holiday.
func (r *reader) resolveFeast(p point, direction int) point {
	f := feasts[p.feast-1]
	y := r.today.Year()
	t := f.in(y)
	switch {
	case p.rel == previous && !t.Before(r.today):
		y--
	case p.rel == following && t.Before(r.today):
		y++
	case p.rel == unrelated:
		y += r.yearsOff(t, direction)
	}
	return setDay(p, f.in(y))
}

// settle completes a holiday whose year is stated, the weekend beside a
// holiday, and the nth weekday of a month.
func (p point) settle() point {
	if p.year <= 0 || p.year >= 9990 {
		return p
	}
	switch {
	case p.feast > 0 && p.grain == day:
		return setDay(p, feasts[p.feast-1].in(p.year))
	case p.feast > 0 && p.grain == weekend:
		t := feasts[p.feast-1].in(p.year)
		if isoDay(t) <= 2 {
			t = t.AddDate(0, 0, -isoDay(t)) // a Monday makes the weekend before it long
		}
		return inGrain(weekend, t)
	case p.grain == day && p.month > 0 && p.day == 0 && p.weekday > 0 && p.part > 0:
		first := time.Date(p.year, time.Month(p.month), 1, 0, 0, 0, 0, time.UTC)
		if t := first.AddDate(0, 0, (p.weekday-isoDay(first)+7)%7+7*(p.part-1)); t.Month() == first.Month() {
			return setDay(p, t)
		}
	}
	return p
}
