package quantity

import (
	"github.com/concord-news/concord/rules/mention"
	"github.com/concord-news/concord/rules/quantity/calendar"
	"github.com/concord-news/concord/rules/quantity/number"
	"github.com/concord-news/concord/rules/text"
)

// signed reads an amount of money whose currency stands before the figure: a
// sign ("$45 billion", "A$5m") or a code ("USD 22.5 million", "Rs. 500").
func (r *reader) signed(i int) (amount, bool) {
	unit, j := r.signAt(i)
	if unit == "" {
		return amount{}, false
	}
	if r.lower(j) == "-" && r.tight(j+1) {
		j++
	}
	n, next, ok := number.Scan(r.d, j)
	if !ok || n.Fraction && n.Words {
		return amount{}, false
	}
	a := amount{number: n, first: i, next: next, kind: mention.Money, unit: unit, head: -1, low: n.Value, high: n.Value, step: n.Step}
	switch {
	case unit == million:
		a.scale(1e6)
		a.unit = code(r.lower(i)[1:])
	case n.Rest != "":
		f := number.Letters(n.Rest)
		if f == 0 {
			return amount{}, false
		}
		a.scale(f)
	case r.tight(next) && r.lower(next) != "" && n.Factor == 1:
		if f := number.Letters(r.d.Form(next)); f > 0 {
			a.scale(f)
			a.next++
		}
	}
	if c, ok := r.trailing(a.next, a.unit); ok {
		a.unit, a.next = c, a.next+1
	}
	r.rate(&a)
	return a, true
}

// million marks a currency code with an M before it: MUSD is a million dollars.
const million = "M"

// signAt returns the currency whose sign or code starts at token i, and the
// token after it.
func (r *reader) signAt(i int) (unit string, next int) {
	t := &r.d.Tokens[i]
	w := t.Lower
	if w == "" || t.Shape.Has(text.HasDigit) {
		return "", i
	}
	if s := sign(w); s != "" {
		return s, i + 1
	}
	next = i + 1
	if r.lower(next) == "$" {
		if s := sign(w + "$"); s != "" && (r.tight(next) || w != "a" && w != "us" && w != "s") {
			return s, next + 1
		}
		if c := code(w); c != "" {
			return c, next + 1
		}
		return "", i
	}
	if w == "rs" || w == "rs." {
		if r.lower(next) == "." {
			next++
		}
		return "INR", next
	}
	if !t.Shape.Has(text.AllCaps) && w != "usd" {
		return "", i
	}
	if c := code(w); c != "" && r.startsFigure(next) {
		return c, next
	}
	if len(w) == 4 && w[0] == 'm' && code(w[1:]) != "" {
		return million, next
	}
	return "", i
}

// trailing returns the code written after a sum in a sign that several
// currencies share: "$5 million AUD".
func (r *reader) trailing(j int, unit string) (string, bool) {
	if j >= len(r.d.Tokens) || !r.d.Tokens[j].Shape.Has(text.AllCaps) || r.lower(j) == "" {
		return "", false
	}
	c := code(r.lower(j))
	return c, c != "" && len(r.lower(j)) == 3 && (unit == "USD" && c[2] == 'D' || c == unit)
}

// money reads a currency after a figure, from token j: "45 billion dollars",
// "10,000 Swiss francs", "50p", "5 EUR", "10 $".
func (r *reader) money(a *amount, j int) bool {
	w := r.lower(j)
	if w == "" {
		return false
	}
	if s := sign(w); s != "" {
		if r.startsFigure(j+1) && r.tight(j+1) {
			return false // the sign of the next sum
		}
		return r.paid(a, s, j+1)
	}
	t := &r.d.Tokens[j]
	if c := code(w); c != "" && (t.Shape.Has(text.AllCaps) || w == "usd" || w == "btc") {
		return r.paid(a, c, j+1)
	}
	if len(w) == 4 && w[0] == 'm' && t.Shape.Has(text.AllCaps) && code(w[1:]) != "" {
		a.scale(1e6)
		return r.paid(a, code(w[1:]), j+1)
	}
	if w == "p" && r.tight(j) && j == a.next {
		return r.paid(a, penny, j+1)
	}
	if r.d.Form(j) == "c" && r.tight(j) && j == a.next {
		return r.paid(a, cent, j+1)
	}
	return r.named(a, j)
}

// named reads a currency by its name, from token j, with the country's
// adjective before it.
func (r *reader) named(a *amount, j int) bool {
	country, k := r.issuer(j)
	unit, ok := currencyWord(r.lower(k))
	if !ok || r.d.Tokens[j].Shape.Has(text.HasDigit) {
		return false
	}
	if country == "" {
		switch {
		case unit == "pound" && !r.moneyPounds(a, k), unit == "KRW" && a.low < 1000, unit == "mark":
			return false
		}
	}
	if c := issued(country, unit); c != "" {
		unit = c
	} else if country != "" {
		return false
	} else if unit == "pound" {
		unit = "GBP"
	}
	if r.lower(k+1) == "sterling" {
		k++
	}
	return r.paid(a, unit, k+1)
}

// paid completes an amount of money: its small change and its rate.
func (r *reader) paid(a *amount, unit string, next int) bool {
	a.to(mention.Money, unit, next)
	if unit != cent && unit != penny && a.number.Factor == 1 && a.number.Step >= 1 {
		r.change(a)
	}
	r.rate(a)
	return true
}

// change reads the small change after a sum: "3 dollars 50 cents", "15 dollars
// 50".
func (r *reader) change(a *amount) {
	j := a.next
	named := r.lower(j) == "and"
	if named {
		j++
	}
	if !r.startsFigure(j) {
		return
	}
	n, next, ok := number.Scan(r.d, j)
	if !ok || n.Value >= 100 || n.Value < 1 || n.Step < 1 || n.Rest != "" || n.Factor > 1 {
		return
	}
	u, sub := currencyWord(r.lower(next))
	sub = sub && (u == cent || u == penny)
	if sub {
		next++
	} else if n.Words || n.Value < 10 || !r.lineEnds(next) {
		return
	}
	a.low += n.Value / 100
	a.high, a.step, a.next = a.low, 0.01, next
}

// lineEnds reports whether the sentence or a clause ends at token j.
func (r *reader) lineEnds(j int) bool {
	w := r.lower(j)
	return w == "" || w == "." || w == "," || w == ";" || w == "?" || w == "!"
}

// moneyPounds reports whether the pounds at token k are money and not weight.
func (r *reader) moneyPounds(a *amount, k int) bool {
	if a.number.Factor >= 1e6 || r.lower(k+1) == "sterling" {
		return true
	}
	switch r.before(a.first) {
	case "cost", "costs", "costing", "paid", "pay", "pays", "paying", "worth", "spent", "spend", "fined", "for", "raised", "earn", "earned", "owed", "owes":
		return true
	}
	if r.sterling == 0 {
		r.sterling = -1
		for i := range r.d.Tokens {
			if r.d.Tokens[i].Lower == "£" {
				r.sterling = 1
				break
			}
		}
	}
	return r.sterling > 0
}

// rate reads what a sum or a measure is for: "a share", "per barrel",
// "annually", "/year", "-a-week".
func (r *reader) rate(a *amount) {
	j := a.next
	joined := r.hyphen(j) > j
	if joined {
		j++
	}
	switch w := r.lower(j); w {
	case "annually", "yearly":
		a.unit, a.next = a.unit+"/year", j+1
	case "monthly", "weekly", "daily", "hourly":
		if r.lineEnds(j+1) || preps(r.lower(j+1)) {
			a.unit, a.next = a.unit+"/"+adverbUnit(w), j+1
		}
	case "apiece":
		a.unit, a.next = a.unit+"/unit", j+1
	case "per", "/", "a", "an", "each", "every", "p.a.":
		k := r.hyphen(j + 1)
		u := r.rateUnit(k, w)
		if u == "" || !joined && (w == "a" || w == "an") && r.since(k+1) {
			return
		}
		a.unit, a.next = a.unit+"/"+u, k+1
	case "of": // "600,000 litres of milk a day"
		if every := r.lower(j + 2); a.kind == mention.Measure && (every == "a" || every == "per" || every == "each") {
			if u, ok := calendar.Unit(r.lower(j + 3)); ok && !r.since(j+4) {
				a.unit += "/" + u
			}
		}
	case "for", "in":
		if a.kind == mention.Money && r.forEachShare(j) {
			a.unit += "/share"
		}
	}
}

// forEachShare reports whether the words from j on say that a sum is paid for
// each share: "in cash for each Kestrel share".
func (r *reader) forEachShare(j int) bool {
	if r.lower(j) == "in" && (r.lower(j+1) == "cash" || r.lower(j+1) == "stock") {
		j += 2
	}
	switch w := r.lower(j); {
	case w == "a" || w == "per":
		return r.lower(j+1) == "share"
	case w != "for" || r.lower(j+1) != "each" && r.lower(j+1) != "every" && r.lower(j+1) != "a":
		return false
	}
	const longestName = 3
	for k := j + 2; k <= j+2+longestName; k++ {
		if r.lower(k) == "share" {
			return true
		}
	}
	return false
}

// since reports whether the word at j makes the words before it a time and no
// rate: "$5 million a year earlier".
func (r *reader) since(j int) bool {
	switch r.lower(j) {
	case "earlier", "ago", "before", "later", "after", "from", "early", "late", "previously", "old":
		return true
	}
	return false
}

func preps(w string) bool {
	switch w {
	case "in", "for", "to", "from", "on", "and", "by", "at", "or":
		return true
	}
	return false
}

// adverbUnit returns the unit of time of an adverb: "month" of "monthly", "year"
// of "yearly" and "annually".
func adverbUnit(w string) string {
	switch w {
	case "quarterly":
		return "quarter"
	case "fortnightly":
		return "fortnight"
	case "monthly":
		return "month"
	case "weekly":
		return "week"
	case "daily":
		return "day"
	case "hourly":
		return "hour"
	}
	return "year"
}

// rateUnit returns the unit of a rate at token k after the word w. "Per" takes
// any noun, "a" only what is sold or counted by the piece, since "$5 million a
// judge" is something else.
func (r *reader) rateUnit(k int, w string) string {
	x := r.lower(k)
	if u, ok := calendar.Unit(x); ok {
		return u
	}
	if u, ok := unitName(x, false); ok && (w != "a" && w != "an" || x != "in") {
		return u
	}
	switch x {
	case "h", "s":
		if w == "/" {
			return letterTime(x)
		}
		return ""
	case "share", "head", "person", "barrel", "unit", "dozen", "ticket", "seat", "capita", "copy", "piece", "annum", "head-count", "household", "mwh":
		if x == "annum" {
			return "year"
		}
		return x
	}
	if w == "per" && x != "" && isLetter(x[0]) && x != "cent" && !r.d.Tokens[k].Shape.Has(text.Capital) {
		return singular(x)
	}
	return ""
}

// letterTime returns the unit of time of the letter x.
func letterTime(x string) string {
	if x == "h" {
		return "hour"
	}
	return "second"
}
