package when

import (
	"time"

	"github.com/concord-news/concord/rules/mention"
	"github.com/concord-news/concord/rules/text"
)

// An event that goes by its date, "the Oct. 7 attack", may be of any year: the
// tense of its sentence is that of what is said of it.

// names reports whether the day from token first to next stands before the
// noun of the event that it names.
func (r *reader) names(p point, first, next int) bool {
	if p.rel != unrelated || p.weekday > 0 || next >= r.end || first == r.first {
		return false
	}
	if r.lower(first-1) == "of" && first-2 >= r.first && r.d.Tokens[first-2].Tag == text.NOUN && r.words[first-2].class == other {
		return true // "the attacks of Oct. 7"
	}
	if r.words[next].class != other {
		return false
	}
	t, prev := &r.d.Tokens[next], &r.d.Tokens[first-1]
	switch t.Tag {
	case text.NOUN, text.PROPN, text.ADJ:
	case text.VERB:
		// Taggers take "the Oct. 7 attacks" for a clause.
		if t.Fine != text.VBZ && t.Fine != text.VBP && t.Fine != text.VB {
			return false
		}
	default:
		return false
	}
	return prev.Lower == "the" || prev.Fine == text.POS || prev.Fine == text.PRPS
}

// An event of the last days goes by its weekday, and one of years ago is spoken
// of again when its day comes round: a date from freshest to stalest days ago
// is taken to be of this year, and so is one up to soonest days ahead. Other
// dates that fall into this year keep their year open (the limits were set on
// TimeBank).
const (
	freshest = 4
	stalest  = 31
	soonest  = 60
)

// namedBy finds the year of the day of an event: the year that the text states
// with that day elsewhere, that of a day to come, or of one just past.
func (r *reader) namedBy(p point, first, next int) point {
	if y := r.yearStated(p); y > 0 {
		p.year = y
		return p
	}
	d := r.direction(first, next)
	got := p
	got.year = r.today.Year()
	got.year += r.yearsOff(mustDay(got), d)
	ago := int(r.today.Sub(mustDay(got)) / (24 * time.Hour))
	if got.year < r.today.Year() {
		return got // early in a year, the last such day
	}
	if ago >= freshest && ago <= stalest || ago < 0 && (d > 0 || ago >= -soonest) {
		return got
	}
	return p
}

// stated is a day whose year the text states, or tells by a tense.
type stated struct {
	month, day, year int
	told             bool
}

// floating is a mention that waits for the text to say of which year it is.
type floating struct {
	mention, first int
	at             point
}

// state keeps the year of the day p, if its words state it.
func (r *reader) state(p point, told bool) {
	if p.grain == day && p.year > 0 && p.month > 0 && p.day > 0 {
		r.stated = append(r.stated, stated{p.month, p.day, p.year, told})
	}
}

// yearStated returns the year that the text states with the day of p, or else
// the one that it tells by a tense; 0 where there is none or several.
func (r *reader) yearStated(p point) int {
	if y := r.yearOfDay(p, false); y != 0 {
		return max(y, 0)
	}
	return max(r.yearOfDay(p, true), 0)
}

// yearOfDay is yearStated for years that are told, or stated; -1 says that
// there are several.
func (r *reader) yearOfDay(p point, told bool) int {
	y := 0
	for _, s := range r.stated {
		if s.month == p.month && s.day == p.day && s.told == told {
			if y > 0 && y != s.year {
				return -1
			}
			y = s.year
		}
	}
	return y
}

// settleFloating gives the events that go by their date the year that the text
// has stated after them.
func (r *reader) settleFloating() {
	for _, f := range r.floating {
		p := f.at
		if p.year = r.yearStated(p); p.year == 0 || f.mention >= len(r.out) || r.out[f.mention].First != f.first {
			continue
		}
		m := &r.out[f.mention]
		m.Timex = p.timex()
		if from, to, ok := p.period(); ok {
			m.Period = mention.Period{From: from, To: to}
		}
	}
}
