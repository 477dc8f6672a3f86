package quantity

import (
	"github.com/concord-news/concord/rules/mention"
	"github.com/concord-news/concord/rules/quantity/calendar"
	"github.com/concord-news/concord/rules/quantity/number"
	"github.com/concord-news/concord/rules/text"
)

// amount reads one figure with its unit from token i; a date or a length of
// time comes back as an amount of that kind, for the caller to leave alone.
func (r *reader) amount(i int) (amount, bool) {
	if a, ok := r.signed(i); ok {
		return a, true
	}
	n, next, ok := number.Scan(r.d, i)
	if !ok {
		return amount{}, false
	}
	a := amount{number: n, first: i, next: next, kind: mention.Number, head: -1, low: n.Value, high: n.Value, step: n.Step}
	if n.Rest != "" {
		return r.stuck(a)
	}
	if r.zeroes(&a) || r.chain(&a) || r.score(&a) || r.dated(&a) || r.unitOf(&a) {
		return a, true
	}
	if r.names(&a) {
		return a, true
	}
	if n.Fraction {
		return r.part(a)
	}
	if d, ok := r.ratio(a); ok {
		return d, true
	}
	r.namedAge(&a)
	return a, true
}

// unitOf reads the unit after a figure: a percent sign, a currency, a unit of
// time, a measure. It reports whether there is one.
func (r *reader) unitOf(a *amount) bool {
	j := r.hyphen(a.next)
	if r.percent(a, j) || r.money(a, j) || r.millionsOfMoney(a, j) || r.time(a, j) || r.times(a, j) {
		return true
	}
	return r.measure(a, j)
}

// millionsOfMoney reads "54m euros", the m of which is no metre.
func (r *reader) millionsOfMoney(a *amount, j int) bool {
	if r.lower(j) != "m" || j != a.next || !r.tight(j) {
		return false
	}
	b := *a
	b.scale(1e6)
	if b.next++; !r.money(&b, b.next) {
		return false
	}
	*a = b
	return true
}

// stuck reads a figure with letters written against it in one token, where the
// letters are a unit, a currency or the end of a name.
func (r *reader) stuck(a amount) (amount, bool) {
	rest := a.number.Rest
	if c := code(lowerASCII(rest)); c != "" {
		a.kind, a.unit = mention.Money, c
		r.rate(&a)
		return a, true
	}
	if rest == "p" && !lines(a.low) {
		a.kind, a.unit = mention.Money, penny
		r.rate(&a)
		return a, true
	}
	if f := number.Letters(rest); f > 0 {
		a.scale(f)
		r.money(&a, a.next) // "54m euros"
		return a, true
	}
	u, ok := unitName(rest, true)
	if !ok {
		u, ok = unitName(lowerASCII(rest), false)
	}
	if ok {
		a.kind, a.unit = mention.Measure, u
		r.rate(&a)
		return a, true
	}
	switch rest {
	case "%":
		a.kind, a.unit = mention.Share, "%"
		return a, true
	case "x", "X":
		a.kind, a.unit = mention.Multiplier, "x"
		return a, true
	case "s", "'s", "st", "nd", "rd", "th", "am", "pm", "h", "s.", "hr", "hrs", "min", "mins", "sec":
		a.kind = mention.Date
		return a, rest != "s" && rest != "'s" || a.number.Value >= 10
	}
	return r.stuckName(a)
}

// stuckName decides what digits with other characters after them are: a name
// such as "5G" or "9/11", or a date, a time, an address.
func (r *reader) stuckName(a amount) (amount, bool) {
	rest, form := a.number.Rest, r.d.Form(a.first)
	a.name = form
	switch {
	case form == "9/11":
		a.kind = mention.Identifier
		return a, true
	case rest == "Q", rest == "H", len(rest) > 3 && rest[0] >= 'A' && rest[0] <= 'Z':
		return a, false
	case rest[0] == '/' || rest[0] == ':' || rest[0] == '\'' || rest[0] == '.':
		a.kind = mention.Date
		return a, true
	case rest[0] == '-':
		if len(rest) == 6 && rest[3] == '-' || len(rest) >= 4 && calendar.Year(a.number.Value) {
			a.kind = mention.Date
			return a, true
		}
	case !isLetter(rest[0]):
		return a, false
	}
	a.kind = mention.Identifier
	return a, true
}

// lines reports whether a figure is a number of lines of a picture: "1080p".
func lines(n float64) bool {
	return n == 480 || n == 720 || n == 1080 || n == 1440 || n == 2160 || n == 4320
}

func isLetter(c byte) bool { return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' }

// scale multiplies a figure by a scale word or letter.
func (a *amount) scale(f float64) {
	a.low, a.high, a.step = a.low*f, a.high*f, a.step*f
	a.number.Value, a.number.Step, a.number.Factor = a.number.Value*f, a.number.Step*f, f
}

// to sets the unit of a figure and what has been read with it.
func (a *amount) to(k mention.Kind, unit string, next int) bool {
	a.kind, a.unit, a.next = k, unit, next
	return true
}

// percent reads "%", "percent", "per cent", "percentage points" and "basis
// points" from token j.
func (r *reader) percent(a *amount, j int) bool {
	next := 0
	switch r.lower(j) {
	case "%", "percent", "percents", "percentage", "pct", "percentile":
		next = j + 1
	case "pc", "pp":
		if !r.tight(j) {
			return false
		}
		next = j + 1
	case "per":
		k := j + 1
		if r.lower(k) == "-" {
			k++
		}
		if w := r.lower(k); w != "cent" && w != "cents" {
			return false
		}
		next = k + 1
	case "basis":
		if w := r.lower(j + 1); w == "point" || w == "points" {
			return a.to(mention.Measure, "basis point", j+2)
		}
		return false
	case "bps", "bp":
		return a.to(mention.Measure, "basis point", j+1)
	default:
		return false
	}
	k := r.hyphen(next)
	if w := r.lower(k); w == "point" || w == "points" || r.lower(next-1) == "pp" {
		if r.lower(next-1) == "pp" {
			k = next - 1
		}
		return a.to(mention.Measure, "percentage point", k+1)
	}
	return a.to(mention.Share, "%", next)
}

// time reads a unit of time from token j. What it measures is left to package
// when, unless it is an age: "16-year-old", "six months old", "3 years of age".
func (r *reader) time(a *amount, j int) bool {
	w := r.lower(j)
	if calendar.Clock(w) {
		return a.to(mention.Time, "", j+1)
	}
	if r.tight(j) && j == a.next && (w == "h" || w == "s") {
		return a.to(mention.Duration, "", j+1)
	}
	if w == "second" && j == a.next && !a.number.Words && a.number.Value > 3 {
		return false
	}
	u, ok := calendar.Unit(w)
	if !ok {
		return r.timeAfter(a, j)
	}
	if next := r.old(j + 1); next > 0 {
		return a.to(mention.Age, u, next)
	}
	if r.lower(j+1) == "of" && r.lower(j+2) == "age" {
		return a.to(mention.Age, u, j+3)
	}
	return a.to(mention.Duration, u, j+1)
}

// timeAfter reads a unit of time that an adjective parts from its figure:
// "four straight days", "20 working hours".
func (r *reader) timeAfter(a *amount, j int) bool {
	switch r.lower(j) {
	case "straight", "consecutive", "successive", "full", "whole", "working", "business", "long", "more", "calendar", "school",
		"light", "solid", "previous", "prior", "final", "remaining", "additional", "extra", "further", "other", "entire", "short", "and":
	default:
		return false
	}
	k := r.hyphen(j + 1)
	if _, ok := calendar.Unit(r.lower(k)); ok && r.lower(j) != "and" {
		return a.to(mention.Duration, "", k+1)
	}
	return false
}

// old returns the token after "old", "-old" or "-olds" at token j, 0 where
// there is none.
func (r *reader) old(j int) int {
	k := j
	if r.lower(k) == "-" {
		k++
	}
	switch r.lower(k) {
	case "old", "olds":
		return k + 1
	}
	return 0
}

// dated reports whether a figure is part of a date, which package when reads,
// and makes it an amount of that kind.
func (r *reader) dated(a *amount) bool {
	v := a.number.Value
	if a.number.Fraction || v != float64(int(v)) || v < 1 {
		return false
	}
	switch {
	case v <= 31 && r.besideMonth(a), r.year(a):
		a.kind = mention.Date
		return true
	case a.first == r.dateEnd+1 && r.before(a.first) == "-" && r.tight(a.first) && v < 100: // 1950-53
		a.kind = mention.Date
		return true
	case a.first == r.dateEnd+1 && v <= 31 && r.dateEnd > 0:
		switch r.lower(r.dateEnd) {
		case "and", "to", "-", "or":
			if r.bare(a.next) {
				a.kind = mention.Date
				return true
			}
		}
	}
	return false
}

// besideMonth reports whether a month stands before or after a figure.
func (r *reader) besideMonth(a *amount) bool {
	j := a.next
	if r.lower(j) == "of" {
		j++
	}
	if r.month(r.hyphen(j), false) {
		return true
	}
	k := a.first - 1
	for k >= 0 && (r.d.Tokens[k].Lower == "the" || r.d.Tokens[k].Lower == "." || r.d.Tokens[k].Lower == "-") {
		k--
	}
	if k < 0 || !r.month(k, true) || r.before(a.first) == "" {
		return false
	}
	if r.before(k) == "in" && !r.bare(a.next) { // In May 12 people
		return false
	}
	return true
}

// month reports whether token k is the name of a month. "May" and "March"
// need their capital, "sun" is no weekday here.
func (r *reader) month(k int, left bool) bool {
	if k < 0 || k >= len(r.d.Tokens) || !left && r.lower(k) == "" {
		return false
	}
	t := &r.d.Tokens[k]
	if _, ok := calendar.Month(t.Lower); !ok {
		return false
	}
	switch t.Lower {
	case "may", "march", "mar":
		return t.Shape.Has(text.Capital) && (!left || !t.Shape.Has(text.SentenceStart) || t.Lower != "may")
	}
	return true
}

// year reports whether a figure is a year written alone: four plain digits
// that count nothing.
func (r *reader) year(a *amount) bool {
	t := &r.d.Tokens[a.first]
	if a.next != a.first+1 || t.Len() != 4 || !calendar.Year(a.number.Value) || r.lower(a.next) == "%" {
		return false
	}
	if _, ok := leftHedge(r.d, a.first, true); ok && r.before(a.first) != "around" && r.before(a.first) != "about" && r.before(a.first) != "circa" {
		return false
	}
	j := r.hyphen(a.next)
	if _, ok := unitName(r.lower(j), r.tight(j)); ok && r.lower(j) != "in" {
		return false
	}
	if _, ok := currencyWord(r.lower(j)); ok {
		return false
	}
	w := r.lower(a.next)
	if a.number.Value >= 1900 && possessed(r.before(a.first)) {
		return true
	}
	if irregular(w) {
		return false
	}
	round := int(a.number.Value)%100 == 0
	if a.number.Value >= 1900 && !round {
		return true
	}
	if !plural(w) {
		return true
	}
	switch r.before(a.first) {
	case "the", "in", "of", "since", "by", "this":
		return true
	}
	return false
}

// possessed reports whether w stands before a year that dates a noun: "its
// 2022 plan", "a 2015 breach".
func possessed(w string) bool {
	switch w {
	case "a", "an", "the", "its", "his", "her", "their", "this", "our", "'s":
		return true
	}
	return false
}

// bare reports whether nothing that a figure could count stands at token i.
func (r *reader) bare(i int) bool {
	w := r.lower(i)
	return !counted(w) && w != "%" && w != "percent"
}
