package when

import (
	"github.com/concord-news/concord/rules/mention"
	"github.com/concord-news/concord/rules/text"
)

// trapped reports whether an expression only looks like one: a name that holds
// a month or weekday, a verb, a number that is no year.
func (r *reader) trapped(it item) bool {
	if it.kind == mention.Duration {
		return r.has(it.next, text.Capital) && r.lower(it.next) == "war" || r.lower(it.next) == "'" && r.has(it.next+1, text.Capital)
	}
	if it.kind == mention.Frequency {
		return false
	}
	i := it.first
	w := r.word(i)
	switch w.class {
	case monthName:
		return it.next == i+1 && !w.mid && r.nameOfMonth(i)
	case weekday:
		return it.next == i+1 && r.nameOfDay(i)
	}
	return false
}

// nameOfMonth reports whether the month at token i is a person's name, a verb
// or another word.
func (r *reader) nameOfMonth(i int) bool {
	t := r.d.Tokens[i]
	prev := r.lower(i - 1)
	cue := false
	switch prev {
	case "in", "of", "since", "by", "until", "till", "from", "between", "during", "through", "for", "before", "after", "last", "next", "this", "early", "late", "mid", "each", "every", "to", "the", "on", ",", "(", "and", "or", "-", "/":
		cue = prev != "," && prev != "to" && prev != "and" && prev != "for" && prev != "the" && prev != "or" && prev != "on" || r.is(i-2, monthName)
	}
	name := t.Shape.Has(text.Capital)
	switch t.Lower {
	case "may", "march", "mar", "mar.", "jun", "dec", "jan", "sep", "nov", "aug", "apr", "oct", "feb":
		if !name && (t.Lower == "may" || t.Lower == "march") {
			return !cue || prev == "of" || prev == "for" || prev == "to" || t.Tag == text.AUX || t.Tag == text.VERB && prev != "in"
		}
		if t.Lower == "may" || t.Lower == "march" || t.Lower == "mar" || t.Lower == "jan" || t.Lower == "dec" {
			return !cue && t.Tag != text.PROPN || t.Tag == text.AUX || !cue && r.personBeside(i)
		}
	}
	return !cue && r.personBeside(i)
}

// personBeside reports whether a capitalised word stands right before or after
// token i, so that it is a part of a name.
func (r *reader) personBeside(i int) bool {
	name := func(k int) bool {
		return r.has(k, text.Capital) && r.d.Tokens[k].Tag == text.PROPN && r.words[k].class == other
	}
	return name(i+1) && r.lower(i+2) != "'s" || name(i-1)
}

// nameOfDay reports whether the weekday at token i is part of a name, or
// another word.
func (r *reader) nameOfDay(i int) bool {
	t := r.d.Tokens[i]
	switch t.Lower {
	case "sun", "sat", "wed", "mon", "tue", "fri", "thu", "sun.", "sat.":
		// The sun, they sat, to wed: a date or a full stop makes it a day.
		return t.Lower[len(t.Lower)-1] != '.'
	}
	switch r.lower(i - 1) {
	case "black", "bloody", "super", "cyber", "good", "ash", "palm", "holy", "maundy", "shrove":
		return r.has(i-1, text.Capital)
	}
	switch r.lower(i + 1) {
	case "times", "telegraph", "mail", "herald", "mirror", "express", "post", "tribune", "people", "world", "magazine":
		return r.has(i+1, text.Capital)
	}
	return false
}

// yearHere reports whether the four digits from token i to next are a year.
func (r *reader) yearHere(i, next int) bool {
	prev := r.lower(i - 1)
	if !r.is(i, figure) {
		switch prev {
		case "in", "since", "year", "by", "until", "of":
			return true
		}
		return false
	}
	switch prev {
	case "$", "£", "€", "¥", "#", "no.", "no", "number", "flight", "room", "about", "some", "than", "nearly", "almost", "approximately", "roughly", "over", "least", "estimated", "page", "channel", "route", "highway", "article", "section", "resolution", "model", "windows", ".", ":":
		return false
	}
	if r.tight(i) && prev != "-" && prev != "(" && prev != "~" && prev != "/" && prev != "\"" && prev != "'" || r.tight(next) && r.lower(next) == "-" && !r.yearAfterDash(next+1) {
		return false
	}
	if r.measured(next) {
		return false
	}
	y := int(r.word(i).n)
	common := y >= 1900 && y <= 2060
	switch prev {
	case "in", "since", "until", "till", "by", "before", "after", "during", "from", "of", "early", "late", "through", "between", "to", "and":
		return common || prev != "of" && prev != "to" && prev != "and" && prev != "from" && !r.counted(next) && y >= 1100
	}
	if !common {
		return r.lower(i-1) == "(" && y >= 1500 && (r.lower(next) == ")" || r.lower(next) == "-")
	}
	return true
}

// yearAfterDash reports whether what follows "2014-" goes with a year: another
// year, or a word.
func (r *reader) yearAfterDash(i int) bool {
	w := r.word(i)
	return w.class != figure && !r.has(i, text.HasDigit) || w.n >= 1000 || w.class == figure && len(r.lower(i)) == 2
}

// measured reports whether token i is a unit or a counted noun that makes the
// figure before it a quantity.
func (r *reader) measured(i int) bool {
	switch r.lower(i) {
	case "people", "men", "women", "children", "troops", "soldiers", "percent", "%", "dollars", "euros", "pounds", "yen", "yuan", "rubles", "roubles", "rupees", "points", "miles", "km", "kilometers", "kilometres", "kilometer", "kilometre", "feet", "foot", "ft", "meters", "metres", "m", "kg", "tons", "tonnes", "barrels", "shares", "jobs", "homes", "houses", "votes", "words", "copies", "times", "cases", "deaths", "million", "billion", "thousand", "acres", "hectares", "gmt", "hours", "workers", "employees", "students", "others", "pages", "seats", "units", "members":
		return true
	}
	return r.word(i).class == units
}
