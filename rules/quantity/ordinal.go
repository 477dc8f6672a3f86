package quantity

import (
	"github.com/concord-news/concord/rules/mention"
	"github.com/concord-news/concord/rules/quantity/calendar"
	"github.com/concord-news/concord/rules/quantity/number"
	"github.com/concord-news/concord/rules/text"
)

// ordinal reads an ordinal from token i and returns the token after it, i
// where there is none.
func (r *reader) ordinal(i int) int {
	n, next, ok := number.Ordinal(r.d, i)
	if !ok {
		return i
	}
	a := amount{number: n, first: i, next: next, kind: mention.Ordinal, head: -1, low: n.Value, high: n.Value, step: 1}
	if r.besideMonth(&a) || r.calendarRank(&a) {
		r.dateEnd = next
		return next
	}
	if r.secondOfTime(&a) || r.firstCompound(next) {
		return next
	}
	if r.ordinalName(&a) {
		a.kind, a.name = mention.Identifier, r.d.Span(i, next).In(r.d.Text)
	}
	if join, at := r.ordinalRange(&a); join {
		m, after, _ := number.Ordinal(r.d, at)
		a.first, a.high, a.next = i-2, m.Value, after
		a.first = max(a.first, r.floor)
	}
	return r.emit(a)
}

// ordinalRange reads "between the tenth and the fifteenth".
func (r *reader) ordinalRange(a *amount) (bool, int) {
	if r.lower(a.next) != "and" || r.before(a.first) != "the" || r.before(a.first-1) != "between" || r.lower(a.next+1) != "the" {
		return false, 0
	}
	m, _, ok := number.Ordinal(r.d, a.next+2)
	return ok && m.Value > a.low, a.next + 2
}

// calendarRank reports whether an ordinal is part of a date: "the 21st
// century", "the fourth quarter", "the first half of 2017".
func (r *reader) calendarRank(a *amount) bool {
	j := r.hyphen(a.next)
	switch r.lower(j) {
	case "century", "centuries", "quarter", "quarters", "half", "millennium":
		return true
	case "-":
		return r.lower(j+1) == "century" || r.lower(j+1) == "quarter"
	case "week", "day", "month", "weekend", "year":
		if r.lower(j+1) != "of" {
			return false
		}
		_, ok := calendar.Month(r.lower(j + 2))
		return ok
	}
	return false
}

// secondOfTime reports whether "second" is the unit of time.
func (r *reader) secondOfTime(a *amount) bool {
	if r.d.Tokens[a.first].Lower != "second" {
		return false
	}
	if t := r.d.Tokens[a.first].Tag; t == text.NOUN && r.before(a.first) != "the" {
		return true
	}
	switch r.before(a.first) {
	case "per", "split", "every", "-", "/", "one":
		return true
	case "a":
		return r.since(a.next) || r.lower(a.next) == "or"
	}
	return false
}

// firstCompound reports whether an ordinal is only half of a word: "first-hand",
// "second-guess", "third-party".
func (r *reader) firstCompound(next int) bool {
	j := r.hyphen(next)
	if j == next {
		return r.lower(next) == "hand" || r.lower(next) == "aid"
	}
	switch r.lower(j) {
	case "hand", "class", "rate", "guess", "guessing", "guessed", "party", "world", "time", "person", "name", "aid", "string":
		return true
	}
	return false
}

// ordinalName reports whether an ordinal belongs to a name: "Fifth Amendment",
// "42nd Street", "First Lady".
func (r *reader) ordinalName(a *amount) bool {
	if r.lower(a.next) == "" {
		return false
	}
	t, n := &r.d.Tokens[a.first], &r.d.Tokens[a.next]
	if !n.Shape.Has(text.Capital) || r.headline(a.first) {
		return false
	}
	if t.Shape.Has(text.HasDigit) {
		switch n.Lower {
		case "street", "st", "st.", "avenue", "ave", "ave.", "amendment", "district", "circuit", "fleet", "army", "division",
			"brigade", "regiment", "battalion", "infantry", "airborne", "precinct", "republic":
			return true
		}
		return false
	}
	switch n.Lower {
	case "amendment", "avenue", "street", "lady", "minister", "world", "fleet", "army", "republic", "reich", "circuit":
		return t.Shape.Has(text.Capital)
	}
	return t.Shape.Has(text.Capital) && !t.Shape.Has(text.SentenceStart)
}
