package quantity

import (
	"github.com/concord-news/concord/rules/mention"
	"github.com/concord-news/concord/rules/quantity/number"
)

// part decides what a fraction is: a share of a whole where one is named or
// where it tells how much of something ("two thirds of voters", "fell by a
// third", "a two-thirds majority"), else a plain number.
func (r *reader) part(a amount) (amount, bool) {
	w := r.lower(a.next)
	if w == "-" && r.hyphen(a.next) > a.next && r.d.Tokens[a.first].Lower == "half" {
		return amount{}, false // half-brother
	}
	if r.d.Tokens[a.next-1].Lower == "a" || r.d.Tokens[a.next-1].Lower == "an" {
		return amount{}, false // half a loaf
	}
	if w == "of" && r.unitOfFraction(&a) {
		return a, true
	}
	if w == "of" && r.lower(a.next+1) != "" || r.before(a.first) == "by" || r.ofChange(a.first) || a.number.Words && (w == "-" || w != "" && w != "of" && isLetter(w[0])) {
		a.share()
	}
	return a, true
}

// unitOfFraction reads "three quarters of an inch", "half of a mile".
func (r *reader) unitOfFraction(a *amount) bool {
	if w := r.lower(a.next + 1); w != "a" && w != "an" {
		return false
	}
	b := *a
	if b.next += 2; !r.time(&b, b.next) && !r.measure(&b, b.next) {
		return false
	}
	*a = b
	return true
}

// share makes a fraction a share in percent.
func (a *amount) share() {
	a.kind, a.unit = mention.Share, "%"
	a.low, a.high, a.step = a.low*100, a.high*100, a.step*100
}

// ratio reads "one in four" and "two out of three" as shares. "In" is also a
// place or a time, so it takes a whole that people round to.
func (r *reader) ratio(a amount) (amount, bool) {
	j, out := a.next, false
	if r.lower(j) == "-" {
		j++
	}
	switch r.lower(j) {
	case "in":
	case "of":
		if out = true; r.lower(j+1) != "every" {
			return a, false
		}
	case "out":
		if r.lower(j+1) != "of" {
			return a, false
		}
		out, j = true, j+1
	default:
		return a, false
	}
	if j++; r.lower(j) == "-" || r.lower(j) == "every" {
		j++
	}
	n, next, ok := number.Scan(r.d, j)
	if !ok || n.Rest != "" || n.Fraction || n.Value <= a.low || a.low < 1 || n.Value != float64(int64(n.Value)) {
		return a, false
	}
	if !out && !wholes(a.low, n.Value) {
		return a, false
	}
	b := amount{number: n, first: j, next: next}
	if r.unitOf(&b) || r.dated(&b) {
		return a, false
	}
	a.next, a.number = next, number.Number{Value: a.low / n.Value, Fraction: true, Factor: 1}
	a.low = a.low / n.Value
	a.high, a.step = a.low, min(0.1, 0.5/n.Value)
	a.share()
	return a, true
}

// wholes reports whether x in y is a ratio people speak of.
func wholes(x, y float64) bool {
	switch {
	case x == 1:
		return y <= 10 || y == 12 || y == 15 || y == 20 || y == 25 || y == 50 || y >= 100 || int(y)%10 == 0 || y == 21
	case y == 10, y == 100, y == 1000:
		return true
	}
	return x <= 4 && y <= 5
}

// ofChange reports whether a fraction at token i tells how great a share or a change
// is: "a turnout of just under two-thirds", "a cut of a third".
func (r *reader) ofChange(i int) bool {
	for looseWord(r.before(i)) {
		i--
	}
	if r.before(i) != "of" {
		return false
	}
	switch r.before(i - 1) {
	case "turnout", "majority", "share", "stake", "cut", "rise", "increase", "fall", "drop", "decline", "decrease", "reduction", "discount":
		return true
	}
	return false
}

func looseWord(w string) bool {
	switch w {
	case "just", "under", "over", "about", "around", "nearly", "almost", "some", "than", "more", "less", "roughly", "at", "least":
		return true
	}
	return false
}
