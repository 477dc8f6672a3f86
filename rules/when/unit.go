package when

import (
	"github.com/concord-news/concord/rules/mention"
	"github.com/concord-news/concord/rules/text"
)

// unitAtom reads what starts with a unit of time: "years", "years ago",
// "year-end", "year-earlier", "week 27 of last year", "year 2008".
func (r *reader) unitAtom(i int) (item, bool) {
	w := r.word(i)
	g := grain(w.n)
	if w.class == units {
		it := item{first: i, next: i + 1, kind: mention.Duration, length: unknown(g)}
		if got, ok := r.after(it); ok {
			return got, true
		}
		if r.is(i-1, figure) || r.is(i-1, numeral) {
			return item{}, false // "6 years of age" has been passed over
		}
		if g == weekend && (r.lower(i-1) == "on" || r.closes(i+1) && r.actAt(i-1)) {
			s := lengthOf(1, g)
			s.set = true
			return item{first: i, next: i + 1, kind: mention.Frequency, length: s}, true
		}
		if g < day || r.tight(i) || r.lower(i+1) == "old" || g == quarter || g == weekend || r.owned(i) {
			return item{}, false
		}
		return it, true
	}
	j := i + 1
	switch {
	case g == year && r.is(j, figure):
		if y, next := r.yearNumber(j); y > 0 {
			return r.pointItem(i, reading{point{grain: year, year: y}, next})
		}
	case g == year && r.is(j, numeral):
		if y, next := r.yearInWords(j); y > 0 {
			return r.pointItem(i, reading{point{grain: year, year: y}, next})
		}
	case g == week && r.is(j, figure):
		return r.pointItem(i, r.weekNumber(i))
	}
	h := r.hyphen(j)
	switch {
	case g == year && r.lower(j) == "end" && r.lower(i-1) != "the" && r.lower(i-1) != "this":
		return r.pointItem(i, r.yearEnd(j+1))
	case g == year && h > j && r.lower(h) == "end", g == year && r.lower(j) == "'s" && r.lower(j+1) == "end":
		return r.pointItem(i, r.yearEnd(max(h, j+1)+1))
	case h > j && (r.lower(h) == "earlier" || r.lower(h) == "ago") && g >= month:
		return r.yearAgo(i, h+1)
	case h > j && r.lower(h) == "long" && g >= hour:
		return item{first: i, next: h + 1, kind: mention.Duration, length: lengthOf(1, g)}, true
	}
	return item{}, false
}

// actAt reports whether token i is what someone does: "she works weekends".
func (r *reader) actAt(i int) bool {
	if i < r.first || r.words[i].class != other {
		return false
	}
	switch r.d.Tokens[i].Tag {
	case text.NOUN, text.VERB, text.PROPN:
		return true
	}
	return false
}

// owned reports whether a possessive stands before token i: "beyond his years".
func (r *reader) owned(i int) bool {
	switch r.lower(i - 1) {
	case "his", "her", "their", "its", "my", "our", "your":
		return true
	}
	return false
}

func (r *reader) yearEnd(next int) reading {
	p := point{grain: day, month: 12, day: 31}
	if r.known {
		p.year = r.today.Year()
	}
	return reading{p, next}
}

// yearAgo reads "the year-earlier quarter" and "year-ago" from token i on.
func (r *reader) yearAgo(i, next int) (item, bool) {
	p := point{grain: year, literal: relativeLiteral(previous, year)}
	switch {
	case r.quarter.year > 0:
		p = r.quarter
		p.year--
		p.derived = true
	case r.known:
		p = inGrain(year, move(r.today, year, -1))
	}
	if g := r.word(next); g.class == unit && g.n == int16(quarter) || r.lower(next) == "period" {
		next++
	}
	return r.pointItem(i, reading{p, next})
}

// weekNumber reads "week 27 of last year".
func (r *reader) weekNumber(i int) reading {
	n, next := r.small(i+1, 53)
	if n == 0 {
		return none
	}
	got := r.withYear(reading{point{grain: week, part: n}, next})
	if got.year == 0 && r.known {
		got.year = r.today.Year()
	}
	return got
}
