package quantity

import (
	"math"

	"github.com/concord-news/concord/rules/mention"
	"github.com/concord-news/concord/rules/quantity/calendar"
	"github.com/concord-news/concord/rules/quantity/number"
	"github.com/concord-news/concord/rules/text"
)

// names reports whether a figure names something and is no quantity ("Article
// 5", "World War Two", "Flight 370"), and makes it an identifier.
func (r *reader) names(a *amount) bool {
	if a.number.Fraction || a.number.Factor > 1 || a.low != math.Trunc(a.low) {
		return false
	}
	if !r.numbered(a) && !r.titled(a) && !r.next(a) && !r.dialled(a) {
		return false
	}
	a.kind, a.name = mention.Identifier, r.d.Span(a.first, a.next).In(r.d.Text)
	return true
}

// numbered reports whether a noun whose things are numbered stands before the
// figure: "Section 702", "No. 10", "World War Two", "Group of 20".
func (r *reader) numbered(a *amount) bool {
	i := a.first
	w := r.before(i)
	k := i - 1
	switch w {
	case "":
		return false
	case "#":
		return true
	case "-":
		if !r.tight(i) || !r.tight(k) {
			return false
		}
		k--
		w = r.before(k + 1)
	case ".":
		if w = r.before(k); w != "no" && w != "nr" && w != "art" && w != "sec" && w != "vol" && w != "pp" {
			return false
		}
		k--
	case "of":
		return r.groupOf(k, a)
	case "war":
		return r.before(k) == "world"
	case "no":
		return r.d.Tokens[i].Shape.Has(text.HasDigit)
	case "number":
		switch r.before(k) {
		case "the", "a", "dead", "now": // "the dead number 12"
			return false
		}
		return !r.counts(a.next)
	}
	if w == "" {
		return false
	}
	capital := r.d.Tokens[k].Shape.Has(text.Capital)
	switch numberedNoun(w) {
	case always:
		return capital || !r.counts(a.next)
	case unlessCounting:
		return !r.counts(a.next) && (capital || r.d.Tokens[i].Shape.Has(text.HasDigit))
	}
	return false
}

// dialled reports whether a figure is the number by which help is called: "911 calls",
// "a 999 operator", "dialled 112".
func (r *reader) dialled(a *amount) bool {
	if a.next != a.first+1 {
		return false
	}
	switch r.d.Tokens[a.first].Lower {
	case "911", "999", "112", "000", "110", "119":
	default:
		return false
	}
	switch r.lower(a.next) {
	case "call", "calls", "caller", "callers", "dispatcher", "dispatchers", "operator", "operators", "tape", "tapes", "recording", "recordings", "center", "centre":
		return true
	}
	switch r.before(a.first) {
	case "call", "called", "calling", "calls", "dial", "dialled", "dialed", "dialling", "dialing", "phoned", "rang":
		return !r.counts(a.next)
	}
	return false
}

// counts reports whether a counted noun stands at token j.
func (r *reader) counts(j int) bool {
	if j < len(r.d.Tokens) && r.d.Tokens[j].Shape.Has(text.Capital) {
		return false
	}
	return counted(r.lower(j))
}

// groupOf reports "Group of Seven", "Gang of Four": the words before "of" at
// token k are a name.
func (r *reader) groupOf(k int, a *amount) bool {
	if k < 1 {
		return false
	}
	t := &r.d.Tokens[k-1]
	switch t.Lower {
	case "group", "gang", "council", "committee", "band":
	default:
		return false
	}
	f := &r.d.Tokens[a.first]
	return t.Shape.Has(text.Capital) && (f.Shape.Has(text.Capital) || f.Shape.Has(text.HasDigit)) && !r.counts(a.next)
}

// gapped reports whether a figure behind the name of a party or side leaves out what
// the figure before it says: "the Owls won 44 seats and the Hawks 39".
func (r *reader) gapped(a *amount) bool {
	i, n := a.first-1, len(r.out)
	if n == 0 || r.d.Tokens[i].Fine != text.NNPS && r.d.Tokens[i].Fine != text.NNS || r.before(i) != "the" {
		return false
	}
	if last := &r.out[n-1]; last.Kind != mention.Share && last.Kind != mention.Number || r.d.SentenceOf(last.First) != r.d.SentenceOf(i) {
		return false
	}
	switch r.before(i - 1) {
	case ",", "and", "while", "with", "to", "against", ";":
	default:
		return false
	}
	switch r.lower(a.next) {
	case "", ".", ",", ";", "and", "with":
		return true
	}
	return false
}

// titled reports whether a figure follows a capitalised name as its last word:
// "Boeing 737", "iPhone 8", "Air Force One". A headline capitalises too much to
// tell, and a name after a preposition may be where something was counted.
func (r *reader) titled(a *amount) bool {
	i := a.first
	if a.next != i+1 || r.before(i) == "" || !r.namelike(i-1) || r.headline(i) || r.gapped(a) {
		return false
	}
	t, p := &r.d.Tokens[i], &r.d.Tokens[i-1]
	if t.Shape.Has(text.HasDigit) {
		if a.number.Step < 1 || t.Len() != digitsOf(a.low) || calendar.Year(a.low) && t.Len() == 4 {
			return false
		}
		if r.counts(a.next) {
			return r.determined(i-1) || !p.Shape.Has(text.Capital)
		}
		return r.lower(a.next) != "-" || !r.tight(a.next+1)
	}
	if !t.Shape.Has(text.Capital) {
		return false
	}
	w := r.lower(a.next)
	if w == "" || !isLetter(w[0]) && w != "-" {
		return true
	}
	n := &r.d.Tokens[a.next]
	return !n.Shape.Has(text.Capital) && (stops(w) || n.Tag == text.VERB || n.Tag == text.AUX)
}

// determined reports whether the words before the name at token k are "the" or
// "a", so that the figure after it is part of the name: "the Boeing 737 jets".
func (r *reader) determined(k int) bool {
	for steps := 0; k > 0 && steps < 3; k, steps = k-1, steps+1 {
		switch r.before(k) {
		case "the", "a", "an", "its", "their":
			return true
		}
		if !r.d.Tokens[k-1].Shape.Has(text.Capital) {
			return false
		}
	}
	return false
}

// namelike reports whether token k is a capitalised word inside its sentence
// that may be a name: no month, weekday, or hedge.
func (r *reader) namelike(k int) bool {
	t := &r.d.Tokens[k]
	if t.Tag != text.X && t.Tag != text.PROPN && t.Tag != text.NOUN {
		return false
	}
	if !t.Shape.Has(text.Capital) {
		return t.Len() > 3 && mixed(r.d.Form(k))
	}
	if t.Shape.Has(text.SentenceStart) && t.Tag != text.PROPN || !t.Shape.Has(text.HasLetter) || t.Shape.Has(text.HasDigit) {
		return false
	}
	if _, ok := calendar.Weekday(t.Lower); ok || r.month(k, true) || len(t.Lower) < 2 {
		return false
	}
	switch t.Lower {
	case "the", "these", "those", "all", "at", "in", "on", "about", "over", "some", "more", "than", "nearly", "only", "and", "but", "for", "to", "from", "of":
		return false
	}
	return true
}

// mixed reports whether a word that starts in lower case has a capital inside:
// "iPhone".
func mixed(s string) bool {
	for i := 1; i < len(s); i++ {
		if s[i] >= 'A' && s[i] <= 'Z' {
			return true
		}
	}
	return false
}

// digitsOf returns the number of digits of a whole number.
func digitsOf(v float64) int {
	n := 1
	for v = math.Abs(v); v >= 10; v /= 10 {
		n++
	}
	return n
}

// headline reports whether most words round token i in its sentence have a
// capital, as in a headline. Thirty words to each side are more than headlines
// have, and keep a long line from being counted again for each figure in it.
func (r *reader) headline(i int) bool {
	s := r.d.Sentences[r.d.SentenceOf(i)]
	words, capitals := 0, 0
	for k := max(s.First, i-30); k < min(s.Last, i+30); k++ {
		t := &r.d.Tokens[k]
		if !t.Shape.Has(text.HasLetter) || t.Len() < 4 {
			continue
		}
		words++
		if t.Shape.Has(text.Capital) {
			capitals++
		}
	}
	return words >= 3 && capitals*10 >= words*7
}

// next reports whether a figure goes on a list of identifiers: "Articles 5 and
// 6", "Sections 2, 3 and 4".
func (r *reader) next(a *amount) bool {
	n := len(r.out)
	if n == 0 || r.out[n-1].Kind != mention.Identifier || a.first-r.out[n-1].Last != 1 || !r.d.Tokens[a.first].Shape.Has(text.HasDigit) {
		return false
	}
	switch r.before(a.first) {
	case "of": // page 3 of 12
		k := r.out[n-1].First - 1
		return k >= 0 && numberedNoun(r.d.Tokens[k].Lower) == unlessCounting
	case "and", "or", "to", "-", ",", "/", "&":
		return !r.counts(a.next)
	}
	return false
}

// habit says when the things of a noun are told apart by a number.
type habit uint8

const (
	never          habit = iota
	always               // article 5
	unlessCounting       // line 3, but "on the line 3 people"
)

// numberedNoun returns the habit of the noun w, in the singular or plural.
func numberedNoun(w string) habit {
	if n := len(w); n > 4 && w[n-1] == 's' && w != "series" && w != "class" && w != "mercedes" {
		w = w[:n-1]
	}
	switch w {
	case "article", "section", "chapter", "clause", "paragraph", "resolution", "amendment", "proposition", "prop", "flight", "route",
		"highway", "interstate", "motorway", "junction", "apartment", "apt", "psalm", "appendix", "annex", "exhibit", "formula",
		"boeing", "airbus", "protocol", "catch", "no", "no.", "nr.", "art.", "sec.", "vol.", "pp.", "falcon", "apollo", "windows":
		return always
	case "act", "title", "channel", "room", "suite", "gate", "platform", "line", "tower", "block", "unit", "ward", "district", "zone",
		"sector", "phase", "stage", "step", "level", "tier", "grade", "class", "type", "category", "volume", "page", "figure", "fig",
		"table", "schedule", "item", "question", "episode", "season", "series", "part", "book", "game", "match", "round", "race", "lap",
		"week", "day", "version", "version.", "model", "mark", "case", "count", "lot", "pier", "dock", "terminal", "runway", "lane", "area", "studio",
		"exit", "floor", "caption", "photo", "image", "slide", "picture", "bus", "building", "rule", "measure", "option", "point", "plan", "form", "reactor", "camp", "train", "car", "group",
		"bowl", "engine", "shaft", "pool", "quarter", "ps", "playstation", "xbox", "galaxy", "nokia", "radio", "bbc", "itv", "ground", "division":
		return unlessCounting
	}
	return never
}

// fused reads a name with a number in one token, or a currency code with its
// sum: "G7", "MH370", "F-16", "USD115".
func (r *reader) fused(i int) int {
	t := &r.d.Tokens[i]
	form := r.d.Form(i)
	if form[0] >= '0' && form[0] <= '9' {
		return r.hyphenated(i)
	}
	if !isLetter(form[0]) {
		return i
	}
	k := 0
	for k < len(form) && isLetter(form[k]) {
		k++
	}
	if c := code(t.Lower[:min(k, len(t.Lower))]); (c != "" || t.Lower[:min(k, len(t.Lower))] == "rs") && k < len(form) {
		if v, step, used := number.Digits(form[k:]); used > 0 && used == len(form)-k {
			if c == "" {
				c = "INR"
			}
			n := number.Number{Value: v, Step: step, Factor: 1}
			a := amount{number: n, first: i, next: i + 1, kind: mention.Money, unit: c, head: -1, low: v, high: v, step: step}
			if f := number.Scale(r.lower(i + 1)); f > 0 {
				a.scale(f)
				a.next++
			}
			r.rate(&a)
			return r.emit(a)
		}
	}
	return r.letterName(i, form)
}

// numberWord reports whether w can stand before a hyphen and a figure without
// naming anything: "Twenty-5", "Under-21".
func numberWord(w string) bool {
	switch w {
	case "under", "over", "top", "mid", "pre", "post", "about", "the", "a", "and", "age":
		return true
	}
	return number.IsWord(w)
}

// letterName emits an identifier of letters and digits, the number of which is
// its value; dates such as "Q3", "FY17" and "'90s" are none.
func (r *reader) letterName(i int, form string) int {
	if !r.d.Tokens[i].Shape.Has(text.Capital) && !mixed(form) || len(form) > 12 {
		return i + 1
	}
	k := 0
	for k < len(form) && !(form[k] >= '0' && form[k] <= '9') {
		k++
	}
	v, step, used := number.Digits(form[k:])
	if used == 0 {
		return i + 1
	}
	switch p := form[:k]; p {
	case "Q", "H", "FY", "CY":
		return i + 1
	}
	a := amount{first: i, next: i + 1, kind: mention.Identifier, head: -1, low: v, high: v, step: step, name: form}
	return r.emit(a)
}

// hyphenated reads digits after a code and a hyphen: "F-16", "COVID-19",
// "B-52s" in parts. The code is short and in capitals.
func (r *reader) hyphenated(i int) int {
	if i < 2 || r.before(i) != "-" || !r.tight(i) || !r.tight(i-1) || r.before(i-1) == "" || i-2 < r.floor {
		return i
	}
	p := &r.d.Tokens[i-2]
	if !p.Shape.Has(text.Capital) || p.Shape.Has(text.HasDigit) || r.month(i-2, true) || numberWord(p.Lower) {
		return i
	}
	v, step, used := number.Digits(r.d.Form(i))
	if used == 0 || r.lower(i+1) == "-" && r.tight(i+1) && r.tight(i+2) {
		return i
	}
	a := amount{first: i - 2, next: i + 1, kind: mention.Identifier, head: -1, low: v, high: v, step: step}
	a.name = r.d.Span(i-2, i+1).In(r.d.Text)
	return r.emit(a)
}
