package when

import "github.com/concord-news/concord/rules/text"

// slashDate reads a date in figures: "12/15/2025", "2025-12-15", "15.12.2025",
// "22/04", "2019/aug/01". The month comes first, as in America, unless that
// cannot be. The figures may be one token or several.
func (r *reader) slashDate(i int) reading {
	if !r.is(i, figure) || r.word(i).mid {
		return none
	}
	var nums [3]int
	n, named, next, sep := r.slashParts(i, &nums)
	switch {
	case n == 3:
		p, ok := dateOf(nums, named)
		if !ok {
			return none
		}
		return reading{p, next}
	case n == 2 && named < 0 && sep != '-' && r.shortDate(i, next, sep):
		p := point{grain: day, month: nums[0], day: nums[1]}
		if p.month > 12 {
			p.month, p.day = p.day, p.month
		}
		if p.month < 1 || p.month > 12 || p.day < 1 || p.day > 31 {
			return none
		}
		p.open = r.lower(i) == "9/11"
		return reading{p, next}
	case n == 2 && nums[0] >= 1900 && nums[0] < 2100 && nums[1] >= 1 && nums[1] <= 12 && sep == '-' && nums[1] != nums[0]%100+1:
		return reading{point{grain: month, year: nums[0], month: nums[1]}, next}
	}
	return none
}

// slashParts reads two or three figures joined by one and the same mark, with
// the name of a month for one of them; named is the place of that name or -1.
func (r *reader) slashParts(i int, nums *[3]int) (n, named, next int, sep byte) {
	named, next = -1, i
	for t := i; t < r.end && (t == i || r.tight(t)); t++ {
		if m := r.word(t); m.class == monthName && n == 1 {
			nums[n], named = int(m.n), n
			n, next = n+1, t+1
			continue
		}
		s := r.lower(t)
		for k := 0; k < len(s); {
			c := s[k]
			if c >= '0' && c <= '9' {
				v, start := 0, k
				for k < len(s) && s[k] >= '0' && s[k] <= '9' && k-start < 5 {
					v = v*10 + int(s[k]-'0')
					k++
				}
				if n == 3 || k-start > 4 {
					return n, named, next, sep
				}
				nums[n] = v
				n++
				continue
			}
			if c != '/' && c != '-' && c != '.' || sep != 0 && c != sep || n == 3 || k+1 < len(s) && (s[k+1] < '0' || s[k+1] > '9') {
				return n, named, next, sep
			}
			sep = c
			k++
		}
		if len(s) > 0 && s[len(s)-1] >= '0' && s[len(s)-1] <= '9' {
			next = t + 1
		}
	}
	return n, named, next, sep
}

// dateOf orders three figures, of which the one at named is a month.
func dateOf(nums [3]int, named int) (point, bool) {
	p := point{grain: day}
	switch {
	case nums[0] > 31:
		p.year, p.month, p.day = nums[0], nums[1], nums[2]
	default:
		p.month, p.day, p.year = nums[0], nums[1], nums[2]
		if named == 1 {
			p.month, p.day = p.day, p.month
		}
	}
	if p.month > 12 && named < 0 {
		p.month, p.day = p.day, p.month
	}
	if p.year < 100 {
		p.year = centuryOf(p.year)
	}
	return p, p.month >= 1 && p.month <= 12 && p.day >= 1 && p.day <= 31 && p.year >= 1000 && p.year < 2200
}

// shortDate reports whether the two figures from token i to next are a month
// and a day, and no fraction, score or decimal: the words before them say so.
func (r *reader) shortDate(i, next int, sep byte) bool {
	if sep == '/' && r.lower(i) == "9/11" {
		return true
	}
	if sep == '/' && next < r.end && (r.d.Tokens[next].Tag == text.NOUN || r.lower(next) == "of") {
		return false
	}
	if r.is(i-1, weekday) {
		return true
	}
	if sep == '.' {
		return false
	}
	switch r.lower(i - 1) {
	case "on", "by", "until", "since", "from", "between", "before", "after", "this", "next":
		return true
	case ",", "or", "and", "to", "-":
		return len(r.lower(i)) >= 4
	}
	return false
}
