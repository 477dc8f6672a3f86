package casualty

import (
	"github.com/concord-news/concord/rules/mention"
	"github.com/concord-news/concord/rules/text"
)

// apposed reads the phrase that ends before token e, or before the age, the
// apposition, the prepositional phrase or the relative clause that ends there.
func (r *reader) apposed(e int) (Member, bool) {
	age := -1.0
	for range 4 {
		if e <= r.first {
			break
		}
		if m, ok := r.member(e); ok && !r.lonelyAge(&m) && !r.whence(&m) {
			if m.Age < 0 {
				m.Age = age
			}
			return m, true
		}
		if m, ok := r.unknownBefore(e); ok && age >= 0 {
			m.Age = age
			return m, true
		}
		next, a := r.skipBack(e)
		if a >= 0 {
			age = a
		}
		if next < 0 {
			break
		}
		e = next
	}
	return Member{}, false
}

// lonelyAge reports whether a figure stands between commas behind a name or
// noun, and so is no number of people: "Ann Blake, 34,".
func (r *reader) lonelyAge(m *Member) bool {
	return m.Noun == "" && m.Name == "" && !m.Pronoun && m.First == m.Head && m.Age < 0 &&
		r.is(m.First-1, ",", "(") && r.is(m.Last, ",", ")") && r.d.Tokens[m.Head].Shape.Has(text.HasDigit)
}

// whence reports whether a name says where somebody comes from: "of Carlton".
func (r *reader) whence(m *Member) bool {
	return m.Name != "" && r.is(m.First-1, "of", "in", "from", "near", "at", ",") && m.Last-m.First == 1 &&
		(r.tag(m.First-1) == text.ADP || r.whence(&Member{Name: m.Name, First: m.First - 2, Last: m.First - 1}))
}

// skipBack returns where a phrase may end before what qualifies it, and the
// age that it passed; -1 where nothing is passed.
func (r *reader) skipBack(e int) (int, float64) {
	k := e - 1
	if r.in(k, dashes) {
		for p := k - 2; p > r.first && p > k-longestDashed; p-- {
			if r.in(p, dashes) {
				return p, -1 // "seven people - a pilot among them - died"
			}
		}
		return -1, -1
	}
	if r.is(k, ",", ")") {
		if mt := r.mentionAt(k - 1); mt != nil && (mt.Kind == mention.Age || mt.Kind == mention.Number) && r.is(mt.First-1, ",", "(") {
			return mt.First - 1, mt.Quantity.Low
		}
		if open := r.opening(k); open >= 0 {
			return open, -1
		}
		return k, -1
	}
	if mt := r.mentionAt(k); mt != nil && r.is(mt.First-1, ",") && (mt.Kind == mention.Age || mt.Kind == mention.Number && r.is(e, ",") && mt.Quantity.Low <= oldest) {
		return mt.First - 1, mt.Quantity.Low
	}
	if r.tag(k) == text.CCONJ || r.tag(k) == text.AUX {
		return -1, -1
	}
	for p := k - 1; p >= max(r.first+1, e-8); p-- {
		if (r.is(p, "ages", "aged") || r.is(p, "both", "all") && r.mentionAt(p+1) != nil) && r.is(p-1, ",") {
			return p - 1, -1 // "two men, ages 20 and 23"
		}
		switch r.tag(p) {
		case text.VERB, text.AUX, text.CCONJ:
			if r.is(p, "and") && r.mentionAt(p-1) != nil && r.mentionAt(p+1) != nil {
				continue
			}
			return -1, -1
		case text.ADP:
			if r.harmed(p - 1) {
				return p - 1, -1 // "a girl shot in the head on Friday"
			}
			if r.is(p, "by", "after", "before") || r.tag(p-1) == text.VERB {
				return -1, -1
			}
			return p, -1
		}
	}
	if mt := r.mentionAt(k); mt != nil && mt.Kind == mention.Date {
		return mt.First, -1 // "a man Monday"
	}
	return -1, -1
}

// harmed reports whether token p is a participle that stands behind people as what
// became of them: "a girl shot".
func (r *reader) harmed(p int) bool {
	tr, ok := r.trigger(p)
	if !ok || tr.form != formPast || tr.frame != frameActs && tr.frame != frameHit {
		return false
	}
	_, ok = r.member(p)
	return ok
}

// dashes set an aside off, longestDashed is how many tokens it has at most.
var dashes = set("-", "--", "–", "—")

const longestDashed = 24

// longestAside is how many tokens an apposition between commas has at most.
const longestAside = 16

// opening returns the comma that opens an aside which closes at token k, -1
// for none: people must stand before it.
func (r *reader) opening(k int) int {
	for p := k - 2; p >= max(r.first+1, k-longestAside); p-- {
		if !r.is(p, ",", "(") {
			continue
		}
		if m, ok := r.member(p); ok && !r.lonelyAge(&m) {
			return p
		}
		if mt := r.mentionAt(p - 1); mt != nil && mt.Kind == mention.Age && r.is(mt.First-1, ",") {
			return p
		}
	}
	return -1
}

// rateReach is how far behind a count the time in which so many come to harm stands.
const rateReach = 10

// everyYear reports whether a count is of those who come to harm in any year, month or day:
// "kills some 400 people a year", "each year 400 die".
func (r *reader) everyYear(last int) bool {
	time := func(k int) bool {
		return r.is(k, "year", "month", "week", "day", "decade", "season")
	}
	if r.is(r.first, "each", "every") && time(r.first+1) {
		return true
	}
	for k := last; k < min(r.last, last+rateReach); k++ {
		switch {
		case r.is(k, "annually", "yearly"), r.is(k, "each", "every", "per") && time(k+1):
			return true
		case r.is(k, "a") && time(k+1) && !r.is(k-1, "for", "in", "after", "within", "over", "than", "of", "nearly", "almost", "about", "half", "just", "not") && r.is(k+2, ",", ".", ";", ")", "in", "and", "on", "worldwide", "from", "across"):
			return true
		}
	}
	return false
}
