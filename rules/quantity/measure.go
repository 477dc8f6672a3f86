package quantity

import (
	"math"

	"github.com/concord-news/concord/rules/mention"
	"github.com/concord-news/concord/rules/quantity/number"
	"github.com/concord-news/concord/rules/text"
)

// measure reads a unit of measure from token j, its second word and its
// smaller part: "square miles", "5 feet 2 inches", "degrees Celsius".
func (r *reader) measure(a *amount, j int) bool {
	unit, next := r.unitAt(j, a)
	if unit == "" {
		return r.scaled(a)
	}
	if a.number.Words && a.low < 100 && a.number.Step >= 1 && ambiguous(unit) && r.hyphen(a.next) == a.next {
		return false
	}
	a.to(mention.Measure, unit, next)
	r.smaller(a)
	if r.lower(a.next) == "and" && r.lower(a.next+1) == "a" && r.lower(a.next+2) == "half" { // a mile and a half
		a.low, a.high, a.step, a.next = a.low+0.5, a.high+0.5, 0.5, a.next+3
	}
	r.rate(a)
	return true
}

// scaled reads a point on a scale that is named before the figure: "magnitude
// 6.8", "a magnitude of 6.8".
func (r *reader) scaled(a *amount) bool {
	k := a.first - 1
	if r.lower(k) == "of" || r.lower(k) == "-" {
		k--
	}
	if r.lower(k) != "magnitude" {
		return false
	}
	a.to(mention.Measure, "magnitude", a.next)
	return true
}

// ambiguous reports whether a unit after a small number word is more often a
// thing: two cups, three bits, two stone.
func ambiguous(unit string) bool { return unit == "bit" || unit == "stone" }

// unitAt returns the unit that starts at token j and the token after it.
func (r *reader) unitAt(j int, a *amount) (string, int) {
	w := r.lower(j)
	if w == "" {
		return "", j
	}
	if w == "m" && j == a.next && r.tight(j) && r.millions(j+1) {
		a.scale(1e6)
		a.next++
		return "", j
	}
	if (w == "{" || w == "<" || w == "(") && j == a.next && closes(w, r.lower(j+2)) {
		if u, ok := unitName(r.lower(j+1), false); ok {
			return u, j + 3
		}
		return "", j
	}
	if u, next := r.twoWords(j, w); u != "" {
		return u, next
	}
	return r.plainUnit(j, w)
}

// twoWords reads a unit of two words, the first of which is w at token j.
func (r *reader) twoWords(j int, w string) (string, int) {
	switch w {
	case "square", "sq", "sq.":
		return r.derived("square ", j+1)
	case "cubic", "cu":
		return r.derived("cubic ", j+1)
	case "nautical":
		if u, _ := unitName(r.lower(j+1), false); u == "mile" {
			return "nautical mile", j + 2
		}
	case "metric":
		if u, _ := unitName(r.lower(j+1), false); u == "ton" || u == "tonne" {
			return "tonne", j + 2
		}
	case "fluid":
		if u, _ := unitName(r.lower(j+1), false); u == "ounce" {
			return "fluid ounce", j + 2
		}
	case "light":
		k := r.hyphen(j + 1)
		if y := r.lower(k); y == "years" || y == "year" {
			return "light-year", k + 1
		}
	case "kilowatt", "megawatt", "gigawatt", "terawatt":
		k := r.hyphen(j + 1)
		if h := r.lower(k); h == "hours" || h == "hour" {
			return w + "-hour", k + 1
		}
	case "magnitude":
		return "magnitude", j + 1
	}
	return "", j
}

func closes(open, w string) bool { return open == "{" && w == "}" || open == "<" && w == ">" }

// plainUnit reads a unit of one word, and what follows degrees.
func (r *reader) plainUnit(j int, w string) (string, int) {
	stuck := r.tight(j) && r.d.Tokens[j-1].Shape.Has(text.HasDigit)
	u, ok := unitName(w, false)
	if !ok && stuck {
		u, ok = unitName(r.d.Form(j), true)
	}
	if !ok {
		return "", j
	}
	if u == "degree" {
		return r.degrees(j + 1)
	}
	return u, j + 1
}

// millions reports whether the "m" before token j is a million: a plural noun
// follows ("45m people"), or what tells of people or things ("3.2m locked out", "1.3m of
// the members").
func (r *reader) millions(j int) bool {
	switch r.lower(j) {
	case "locked", "stranded", "infected", "displaced", "evacuated", "unemployed", "jobless", "homeless", "affected", "vaccinated":
		return true
	case "of":
		switch r.lower(j + 1) {
		case "the", "its", "their", "his", "her", "them", "these", "those", "us":
			return counted(r.lower(j+2)) || counted(r.lower(j+3)) || r.lower(j+1) == "them"
		}
		return false
	}
	return counted(r.lower(j))
}

func (r *reader) derived(prefix string, j int) (string, int) {
	j = r.hyphen(j)
	if r.lower(j) == "." {
		j++
	}
	u := lengthUnit(r.lower(j))
	if u == "" && r.lower(j) == "m" {
		u = "metre"
	}
	if u == "" {
		return "", j
	}
	return prefix + u, j + 1
}

// degrees reads the scale after a degree at token j.
func (r *reader) degrees(j int) (string, int) {
	switch r.lower(j) {
	case "c", "c.", "celsius", "celcius", "centigrade":
		return "celsius", j + 1
	case "f", "f.", "fahrenheit", "farenheit":
		return "fahrenheit", j + 1
	}
	return "degree", j
}

// smaller reads the smaller part of a length or weight: "5 feet 2 inches",
// "6ft 2in", "8 pounds 3 ounces".
func (r *reader) smaller(a *amount) {
	j := a.next
	if r.lower(j) == "," || r.lower(j) == "and" {
		j++
	}
	if j >= len(r.d.Tokens) || !r.startsFigure(j) {
		return
	}
	var sub string
	var of float64
	switch a.unit {
	case "foot":
		sub, of = "inch", 12
	case "pound":
		sub, of = "ounce", 16
	case "stone":
		sub, of = "pound", 14
	default:
		return
	}
	n, next, ok := number.Scan(r.d, j)
	if !ok || n.Rest != "" || n.Value >= of {
		return
	}
	after := r.hyphen(next)
	switch u, _ := unitName(r.lower(after), true); {
	case r.lower(after) != "." && u == sub:
		next = after + 1
	case j != a.next || !r.height(a, n.Value, next):
		return
	}
	a.low += n.Value / of
	a.high, a.step, a.next = a.low, n.Step/of, next
}

// height reports whether a figure behind feet is that of inches though no word says so:
// "5 feet 3 tall", "5 feet 3 to 5 feet 5".
func (r *reader) height(a *amount, inches float64, next int) bool {
	const shortest, tallest = 3, 7 // in feet, of people
	if a.unit != "foot" || a.low < shortest || a.low > tallest || inches != math.Trunc(inches) {
		return false
	}
	switch r.lower(next) {
	case "", "tall", "to", ",", ".", ";", ")", "and", "or":
		return true
	}
	return false
}

// times reads "times", "x" and "fold" after a figure: a frequency, or a
// multiplier where a comparison follows.
func (r *reader) times(a *amount, j int) bool {
	switch r.lower(j) {
	case "x", "×":
		if r.tight(j) && !r.startsFigure(j+1) {
			return a.to(mention.Multiplier, "x", j+1)
		}
	case "fold":
		return a.to(mention.Multiplier, "x", j+1)
	case "time", "times":
		if a.number.Words && a.low == 1 && j > a.next {
			return false // one-time
		}
		if r.compares(j + 1) {
			return a.to(mention.Multiplier, "x", j+1)
		}
		a.to(mention.Frequency, "time", j+1)
		if r.lower(j+1) != "in" {
			r.rate(a)
		}
		return true
	}
	return false
}

// compares reports whether the words from token j compare two amounts.
func (r *reader) compares(j int) bool {
	switch r.lower(j) {
	case "as", "more", "higher", "larger", "bigger", "greater", "faster", "less", "lower", "that", "its", "their", "what",
		"smaller", "longer", "heavier", "stronger":
		return true
	case "the":
		switch r.lower(j + 1) {
		case "size", "number", "amount", "rate", "price", "level", "average", "limit", "cost", "value", "length", "distance", "speed",
			"population", "normal", "usual", "national", "total", "width", "height", "weight", "volume", "previous", "original":
			return true
		}
	}
	return false
}

// aMile reads "a mile from her home" and "a kilometre and a half north": one unit of
// length before a word for where it is measured from.
func (r *reader) aMile(i int) int {
	if w := r.d.Tokens[i].Lower; w != "a" && w != "an" {
		return i
	}
	u := lengthUnit(r.lower(i + 1))
	if u == "" {
		return i
	}
	a := amount{first: i, next: i + 2, kind: mention.Measure, unit: u, head: -1, low: 1, high: 1, step: 1}
	if r.lower(a.next) == "and" && r.lower(a.next+1) == "a" && r.lower(a.next+2) == "half" {
		a.low, a.high, a.step, a.next = 1.5, 1.5, 0.5, a.next+3
	}
	switch r.lower(a.next) {
	case "from", "away", "off", "north", "south", "east", "west", "inland", "offshore", "upstream", "downstream", "outside", "long", "wide", "deep", "below", "above", "underground", "short":
		return r.emit(a)
	}
	return i
}
