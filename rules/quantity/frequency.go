package quantity

import (
	"github.com/concord-news/concord/rules/mention"
	"github.com/concord-news/concord/rules/quantity/calendar"
	"github.com/concord-news/concord/rules/text"
)

// frequency reads "once", "twice a day", "daily" from token i.
func (r *reader) frequency(i int) int {
	t := &r.d.Tokens[i]
	a := amount{first: i, next: i + 1, kind: mention.Frequency, unit: "time", head: -1, low: 1, high: 1, step: 1}
	switch t.Lower {
	case "once":
		if !r.onceCounts(i) {
			return i + 1
		}
	case "twice":
		a.low, a.high = 2, 2
	case "thrice":
		a.low, a.high = 3, 3
	default:
		if t.Shape.Has(text.Capital) && !t.Shape.Has(text.SentenceStart) {
			return i + 1 // a newspaper
		}
		a.unit = "time/" + adverbUnit(t.Lower)
		return r.emit(a)
	}
	if a.low > 1 && r.compares(a.next) {
		a.kind, a.unit = mention.Multiplier, "x"
		return r.emit(a)
	}
	if r.lower(a.next) == "-" && r.hyphen(a.next) > a.next {
		if u := calendarAdverb(r.lower(a.next + 1)); u != "" { // twice-weekly
			a.unit, a.next = "time/"+u, a.next+2
		} else {
			return i + 1
		}
		return r.emit(a)
	}
	r.rate(&a)
	return r.emit(a)
}

func calendarAdverb(w string) string {
	switch w {
	case "yearly", "annually", "monthly", "weekly", "daily", "hourly":
		return adverbUnit(w)
	}
	return ""
}

// onceCounts reports whether "once" is a number of times, and not "formerly",
// "as soon as", "at once" or "once again".
func (r *reader) onceCounts(i int) bool {
	switch r.before(i) {
	case "at", "all":
		return false
	case "only", "just", "least", "than", "not", "or", "even":
		return r.lower(i+1) != "again"
	}
	if r.lower(i+1) == "and" && r.lower(i+2) == "for" { // once and for all
		return false
	}
	switch w := r.lower(i + 1); w {
	case "", ".", ",", ";", ")", "and", "or", "but", "in", "every":
		return r.before(i) != "" && r.before(i) != ","
	case "a", "per", "each":
		_, ok := calendar.Unit(r.lower(i + 2))
		return ok
	}
	return false
}

// multiple reads "doubled", "threefold", "double the number" from token i. The
// adjective of "a double murder" is no multiplier.
func (r *reader) multiple(i int) int {
	t := &r.d.Tokens[i]
	v := 2.0
	switch w := t.Lower; {
	case w[0] == 't' && w != "twofold" && w != "tenfold":
		v = 3
	case w[0] == 'q', w == "fourfold":
		v = 4
	case w == "fivefold":
		v = 5
	case w == "sixfold":
		v = 6
	case w == "sevenfold":
		v = 7
	case w == "eightfold":
		v = 8
	case w == "tenfold":
		v = 10
	}
	switch t.Lower {
	case "double", "triple", "quadruple", "treble", "doubles", "triples":
		switch r.lower(i + 1) {
		case "the", "that", "what", "its", "their", "last", "in", "his", "her", "those":
		default:
			if p := r.before(i); t.Tag != text.VERB && p != "to" && p != "nearly" && p != "almost" && p != "about" && p != "than" {
				return i + 1
			}
		}
	}
	a := amount{first: i, next: i + 1, kind: mention.Multiplier, unit: "x", head: -1, low: v, high: v, step: 1}
	return r.emit(a)
}
