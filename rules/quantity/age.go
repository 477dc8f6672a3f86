package quantity

import (
	"github.com/concord-news/concord/rules/lexicon"
	"github.com/concord-news/concord/rules/mention"
	"github.com/concord-news/concord/rules/quantity/number"
	"github.com/concord-news/concord/rules/text"
)

// aged reads "aged 6", "age 16", "aged between 6 and 12" from the word at
// token i.
func (r *reader) aged(i int) int {
	j := i + 1
	switch r.lower(j) {
	case "between", "from", "of", "about", "around", "under", "over", "just", "only":
		j++
	}
	if !r.startsFigure(j) {
		return i + 1
	}
	n, next, ok := number.Scan(r.d, j)
	if !ok || n.Rest != "" || n.Value > 130 || n.Fraction {
		return i + 1
	}
	a := amount{number: n, first: j, next: next, kind: mention.Age, unit: "year", head: -1, low: n.Value, high: n.Value, step: 1}
	if r.time(&a, r.hyphen(next)) {
		a.kind = mention.Age
	}
	switch r.lower(a.next) {
	case "to", "-", "and":
		b, after, ok := number.Scan(r.d, a.next+1)
		if ok && b.Rest == "" && b.Value > a.low && b.Value <= 130 && (r.lower(a.next) != "and" || r.lower(i+1) == "between") {
			a.next, a.high, a.number = after, b.Value, b
			c := a
			if r.time(&c, r.hyphen(after)) {
				a.next = c.next
			}
		}
	}
	if a.unit == "" {
		a.unit = "year"
	}
	return r.emit(a)
}

// namedAge makes an age of a bare figure between commas after a person: "Ann
// Smith, 45, said", "a boy, six, was".
func (r *reader) namedAge(a *amount) {
	v := a.number.Value
	if a.next != a.first+1 || a.number.Step < 1 || v > 115 || v < 1 || a.first < 2 || v != float64(int(v)) {
		return
	}
	if r.listedAge(a) || r.saidAge(a) || r.ofAge(a) || r.asideAge(a) {
		a.kind, a.unit, a.step = mention.Age, "year", 1
		return
	}
	if r.before(a.first) != "," || v == 1 && r.lower(a.next) != "," {
		return
	}
	switch r.lower(a.next) {
	case "of":
		switch r.lower(a.next + 1) {
		case "her", "his", "their", "its", "the", "them", "whom", "these", "those":
			return // "Ann Smith, two of her sons and"
		}
	case ",", ".", ")", ";", "", "and", "who", "from", "was", "is", "were", "-", "had", "has":
	default:
		return
	}
	t := &r.d.Tokens[a.first-2]
	named := t.Shape.Has(text.Capital|text.HasLetter) && !t.Shape.Has(text.HasDigit) && r.before(a.first-1) != "" && !r.month(a.first-2, true)
	if t.Tag != text.X && t.Tag != text.PROPN {
		named = false
	}
	if named && (v >= 10 || a.number.Words) && !r.place(a.first-2) || person(t.Lower) {
		a.kind, a.unit, a.step = mention.Age, "year", 1
		a.head = a.first - 2
	}
}

// listedAge reports whether a bare figure goes on a list of ages: "aged six
// and nine".
func (r *reader) listedAge(a *amount) bool {
	n := len(r.out)
	if n == 0 || r.out[n-1].Kind != mention.Age || a.first-r.out[n-1].Last != 1 || !r.bare(a.next) || r.nounLike(min(a.next, len(r.d.Tokens)-1)) {
		return false
	}
	switch r.before(a.first) {
	case "and", "or", ",", "to":
		w := r.out[n-1].In(r.d.Text)
		return isDigit(w[0]) || len(w) < 10
	}
	return false
}

// asideAge reports whether a bare figure between commas is that of the people before
// it: "Ada Voss, now 34,", "Ada and Karl Voss, both 81,".
func (r *reader) asideAge(a *amount) bool {
	if w := r.before(a.first); w != "now" && w != "both" {
		return false
	}
	i := a.first - 2
	return i > 0 && r.lower(i) == "," && r.d.Tokens[i-1].Tag == text.PROPN && r.lineEnds(a.next) && a.low >= 2
}

// ofAge reports whether a bare figure is the age of "a woman of 21"; "a mother of
// two" has children.
func (r *reader) ofAge(a *amount) bool {
	if r.before(a.first) != "of" || a.first < 2 || !r.bare(a.next) || a.next < len(r.d.Tokens) && r.nounLike(a.next) {
		return false
	}
	switch r.before(a.first - 1) {
	case "man", "woman", "pensioner":
		return a.low >= 16
	case "boy", "girl", "lad", "youth", "teenager", "child":
		return a.low >= 2
	}
	return false
}

// saidAge reports whether a bare figure is said to be someone's age: "who is
// 19", "she turned 18".
func (r *reader) saidAge(a *amount) bool {
	first := a.first
	switch r.before(first) {
	case "just", "only", "still", "now":
		first--
	}
	switch r.before(first) {
	case "is", "was":
		w := r.before(first - 1)
		pronoun := w == "he" || w == "she"
		if pronoun && a.low >= 2 && r.before(a.next+1) == "and" && a.next+1 < len(r.d.Tokens) && r.d.Tokens[a.next+1].Tag == text.PRON {
			return true // "He was 81 and she was 79"
		}
		if !pronoun && w != "who" && !r.fullName(first-2) {
			return false
		}
		if i := a.next + 1; a.low >= 3 && r.lower(a.next) == "and" && i < len(r.d.Tokens) && (r.d.Tokens[i].Tag == text.VERB || r.d.Tokens[i].Tag == text.AUX) {
			return true // "who is 43 and lives alone"
		}
	case "at":
		switch r.before(first - 1) {
		case "dead", "died", "dies", "dying", "age", "aged", "retired", "married":
		default:
			return false
		}
	case "turned", "turns", "turning":
		switch r.before(first - 1) {
		case "who", "he", "she", "just", "had", "recently":
		default:
			return false
		}
	default:
		return false
	}
	return r.lineEnds(a.next) && a.low >= 2
}

// fullName reports whether a given name and a surname end at token i.
func (r *reader) fullName(i int) bool {
	if i < 1 || r.d.Tokens[i].Tag != text.PROPN || r.d.Tokens[i-1].Tag != text.PROPN {
		return false
	}
	return lexicon.Has(r.d.Tokens[i-1].Lower, lexicon.Given)
}

func isDigit(c byte) bool { return c >= '0' && c <= '9' }

// place reports whether the capitalised word at token i follows a preposition
// of place, so that it is no person: "in Paris, 12".
func (r *reader) place(i int) bool {
	switch r.before(i) {
	case "in", "at", "near", "from", "to":
		return true
	}
	return false
}

// person reports whether w is a word for one person that an age may follow.
func person(w string) bool {
	switch w {
	case "boy", "girl", "man", "woman", "son", "daughter", "brother", "sister", "mother", "father", "wife", "husband", "teenager",
		"student", "driver", "suspect", "victim", "child", "baby", "toddler", "pensioner", "grandmother", "grandfather", "niece",
		"nephew", "cousin", "uncle", "aunt", "friend", "boyfriend", "girlfriend", "partner", "worker", "pilot", "passenger", "soldier",
		"officer", "teacher", "nurse", "doctor", "actor", "actress", "singer", "mum", "mom", "dad":
		return true
	}
	return false
}
