package when

import "slices"

// timeOfDay reads a time of day: "10:35 a.m.", "7pm", "0735 GMT", "noon",
// "half past ten", "20 minutes past eight in the evening". Where sure is false
// the figures may be something else, and the words around must decide.
func (r *reader) timeOfDay(i int) (c clock, next int, sure bool) {
	w := r.word(i)
	switch w.class {
	case noon:
		return r.afterFigures(clock{grain: hour, hour: int(w.n)}, i+1, true)
	case pastHalf, unit, numeral, figure:
		if c, next = r.pastHour(i); next > i {
			return r.afterFigures(c, next, true)
		}
		if w.class == figure || w.class == numeral {
			if c, next, sure = r.figures(i); next > i {
				return r.afterFigures(c, next, sure)
			}
		}
	case phase:
		if r.lower(i) == "mid" && r.lower(i+1) == "night" {
			return clock{grain: hour}, i + 2, true
		}
	}
	return clock{}, i, false
}

// afterFigures reads what follows the figures of a time: the part of the day
// and the zone.
func (r *reader) afterFigures(c clock, next int, sure bool) (clock, int, bool) {
	j := r.skip(r.skip(next, "in"), "the")
	if r.lower(next) == "at" && r.lower(next+1) == "night" {
		j = next + 1
	}
	j = r.skip(j, "early")
	if w := r.word(j); w.class == daypart && w.n < 4 && j > next {
		c.inPart(int(w.n))
		next, sure = j+1, true
	}
	if zone, k, ok := r.zone(next); k > next {
		c.zone, c.zoned = zone, ok
		next, sure = k, true
	}
	return c, next, sure
}

// inPart moves an hour on the dial to the part of the day that is said.
func (c *clock) inPart(part int) {
	c.bare = c.bare && part > 3
	if c.hour < 12 && (part == 1 || part == 2 || part == 3 && c.hour >= 5) {
		c.hour += 12
	}
}

// toPart is inPart for the code of a part; other codes say nothing of the hour.
func (c *clock) toPart(code string) {
	if n := slices.Index(partCodes[:4], code); n >= 0 {
		c.inPart(n)
	}
}

// pastHour reads "half past ten", "a quarter to six", "20 minutes past eight".
func (r *reader) pastHour(i int) (clock, int) {
	n, j := 0, i
	switch {
	case r.is(i, pastHalf):
		n, j = 30, i+1
	case r.lower(i) == "quarter":
		n, j = 15, i+1
	default:
		if n, j = r.small(i, 59); n == 0 {
			return clock{}, i
		}
		k := r.skip(j, "minutes", "minute", "min", "mins")
		if k == j && n%5 != 0 {
			return clock{}, i
		}
		j = k
	}
	k := r.skip(j, "past", "to")
	if k == j || r.lower(j) == "to" && n == 30 {
		return clock{}, i
	}
	h, end := r.small(k, 12)
	counted := r.is(j-1, figure) || r.is(j-1, numeral) // "five to ten" is a range
	if h == 0 || counted && r.lower(j) == "to" || r.is(end, unit) || r.is(end, units) {
		return clock{}, i
	}
	if r.lower(j) == "to" {
		h, n = (h+23)%24, 60-n
	}
	return clock{grain: minute, hour: h, min: n}, end
}

// small reads a whole number from 1 to limit in a figure or in words.
func (r *reader) small(i, limit int) (n, next int) {
	w := r.word(i)
	if w.mid || w.n < 1 || int(w.n) > limit || w.class != figure && w.class != numeral {
		return 0, i
	}
	n, next = int(w.n), i+1
	if w.class == numeral && n >= 20 && n%10 == 0 {
		if j := r.hyphen(next); r.is(j, numeral) && r.word(j).n > 0 && r.word(j).n < 10 && n+int(r.word(j).n) <= limit {
			n, next = n+int(r.word(j).n), j+1
		}
	}
	return n, next
}

// figures reads "10:35", "10:35:20 am", "7 p.m.", "10.35pm", "0735", "7",
// "six forty-three", "ten o'clock".
func (r *reader) figures(i int) (c clock, next int, sure bool) {
	suffix := ""
	if r.is(i, figure) {
		var ok bool
		if c, suffix, ok = clockOf(r.lower(i)); !ok {
			return clock{}, i, false
		}
		next = i + 1
	} else {
		h, j := r.small(i, 12)
		if h == 0 {
			return clock{}, i, false
		}
		c, next = clock{grain: hour, hour: h}, j
		if m, k := r.small(j, 59); m >= 10 && r.is(j, numeral) && !r.is(k, unit) {
			c.grain, c.min, next = minute, m, r.skip(k, "minutes")
		}
	}
	sure = c.grain <= minute && len(r.lower(i)) > 4 && r.is(i, figure) && r.lower(i)[2] == ':'
	if suffix == "" {
		switch r.lower(next) {
		case "am", "a.m.", "a.m", "pm", "p.m.", "p.m", "a.m.-", "p.m.-":
			suffix = r.lower(next)
			next++
		case "o'clock", "oclock":
			return c, next + 1, true
		case "hours", "hrs", "h":
			if len(r.lower(i)) == 4 && c.grain == minute {
				return c, next + 1, true
			}
		}
	}
	c.bare = suffix == "" && c.hour <= 12
	if suffix != "" {
		if c.hour > 12 && suffix[0] == 'a' || c.hour == 0 && suffix[0] == 'p' || suffix != "ish" && c.grain == minute && r.is(i, figure) && r.word(i).n > 0 ||
			len(suffix) == 1 && c.grain == hour && r.lower(i-1) != "at" {
			return clock{}, i, false
		}
		sure = true
		c.half(suffix[0])
	}
	return c, next, sure
}

// half moves the hour by "a" for a.m. or "p" for p.m.
func (c *clock) half(which byte) {
	switch {
	case which == 'p' && c.hour < 12:
		c.hour += 12
	case which == 'a' && c.hour == 12:
		c.hour = 0
	}
}

// clockOf reads the figures of a time in one token; suffix is what is written
// against them: am, pm, a, p, ish. Four digits without a mark are hours and
// minutes.
func clockOf(s string) (c clock, suffix string, ok bool) {
	var nums [3]int
	n, k, digits := 0, 0, 0
	for k < len(s) && n < 3 {
		start := k
		for k < len(s) && s[k] >= '0' && s[k] <= '9' && k-start < 4 {
			nums[n] = nums[n]*10 + int(s[k]-'0')
			k++
		}
		if k == start || n > 0 && k-start != 2 {
			return clock{}, "", false
		}
		digits = k - start
		n++
		if k+1 < len(s) && (s[k] == ':' || s[k] == '.' && n == 1) && s[k+1] >= '0' && s[k+1] <= '9' {
			k++
			continue
		}
		break
	}
	c = clock{grain: hour, hour: nums[0], min: nums[1], sec: nums[2]}
	switch {
	case n == 2:
		c.grain = minute
	case n == 3:
		c.grain = second
	case digits == 4:
		c = clock{grain: minute, hour: nums[0] / 100, min: nums[0] % 100}
	case digits > 2:
		return clock{}, "", false
	}
	switch suffix = s[k:]; suffix {
	case "", "am", "pm", "a", "p", "ish":
	default:
		return clock{}, "", false
	}
	return c, suffix, n > 0 && c.hour <= 24 && c.min < 60 && c.sec < 60
}

// zone reads a time zone and returns its distance from UTC in minutes where
// that is known; next is i where there is no zone.
func (r *reader) zone(i int) (minutes, next int, known bool) {
	j := r.skip(i, "(")
	if j > i {
		return 0, i, false
	}
	switch r.lower(i) {
	case "gmt", "utc":
		return 0, i + 1, true
	case "est", "cdt":
		return -5 * 60, i + 1, true
	case "edt":
		return -4 * 60, i + 1, true
	case "cst", "mdt":
		return -6 * 60, i + 1, true
	case "pdt", "mst":
		return -7 * 60, i + 1, true
	case "pst":
		return -8 * 60, i + 1, true
	case "bst", "cet":
		return 60, i + 1, true
	case "cest", "eet":
		return 2 * 60, i + 1, true
	case "eest", "msk":
		return 3 * 60, i + 1, true
	case "et", "pt", "ct", "mt":
		return 0, i + 1, false
	case "local", "eastern", "central", "pacific", "mountain":
		if r.lower(i+1) == "time" {
			return 0, i + 2, false
		}
	}
	return 0, i, false
}
