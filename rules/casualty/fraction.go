package casualty

import (
	"github.com/concord-news/concord/rules/mention"
	"github.com/concord-news/concord/rules/text"
)

// A figure of people may be the number of all, or of some of whom a sentence goes
// on to tell: "one person was pronounced dead at the scene", "three of them were
// taken away by ambulance", "two others were shot". The second kind is no toll.

// besideOthers are words by which a sentence tells of some beside others, wherever
// they stand in it.
var besideOthers = set("ambulance", "ambulances", "airlifted", "remaining", "rest", "latter")

// fraction reports whether the sentence of a statement lets its figure be that of
// some of all. Words of the figure itself ("three others") are for Settle, which
// knows of whom the sentence told before.
func (r *reader) fraction(st *Statement) bool {
	for k := r.first; k < r.last; k++ {
		if k >= st.First && k < st.Last {
			continue
		}
		if r.in(k, besideOthers) || r.is(k, "another") && r.in(k+1, wheres) || r.is(k, "alone") && r.placed(k) || k >= st.Last && r.partly(k) && !r.is(k, "from") || r.is(k, "condition") && st.Outcome != Killed {
			return true
		}
	}
	return false
}

// placeReach is how far before "alone" the preposition of a place stands.
const placeReach = 5

// placed reports whether the words before token k are a place: "in the city of Kell alone".
func (r *reader) placed(k int) bool {
	for i := k - 1; i >= max(r.first, k-placeReach) && r.tag(i) != text.VERB && r.tag(i) != text.PUNCT; i-- {
		if r.is(i, "in", "at", "on") {
			return true
		}
	}
	return false
}

// roundUps are plurals of events that news sums up: those of a night, a weekend
// or a city. Attacks, bombings and storms are left out, for one event is often
// told in that plural.
var roundUps = set("shootings", "stabbings", "crashes", "accidents", "incidents")

// slayings are plurals that count the dead of one event as well.
var slayings = set("homicides", "slayings", "murders", "killings")

// severals are words before such a plural by which it is of several events,
// wherever it stands in the sentence.
var severals = set("separate", "unrelated", "weekend", "different", "several", "multiple")

// manyWords is how many words stand between such a word and the plural: "three
// separate overnight shooting incidents" has three.
const manyWords = 4

// roundUp reports whether the words behind token k say that the figure is of
// several events: "in shootings on the south side", "in gun violence", or the
// sentence speaks of "three separate shootings".
func (r *reader) roundUp(k int) bool {
	first := k
	for last := min(r.last-1, k+apartReach); k < last; k++ {
		if !r.is(k, "in", "after", "during", "over", "across") {
			continue
		}
		for i := k + 1; i < min(r.last, k+5); i++ {
			if r.in(i, roundUps) || r.is(i, "violence") && r.is(k, "in", "during") && i > k+1 && !r.is(k+1, "the") {
				return true
			}
			if r.mentionAt(i) != nil && r.is(i+1, ",") {
				break
			}
		}
	}
	return r.severalEvents() || r.sinceWhen() || r.inHours(first)
}

// inHours reports whether the words behind token k say in how many hours or days
// they came to harm: "were shot in the city in about ten hours".
func (r *reader) inHours(k int) bool {
	for last := min(r.last-1, k+apartReach); k < last; k++ {
		i := k + 1
		if r.is(i, "about", "roughly", "just", "the", "only") {
			i++
		}
		if mt := r.mentionAt(i); r.is(k, "in", "over", "within", "during") && mt != nil && mt.Kind == mention.Duration && mt.Quantity.Low > 1 && mt.Unit != "minute" && mt.Unit != "second" && !r.is(mt.Last, "after", "later") {
			return true
		}
	}
	return false
}

// severalEvents reports whether the sentence speaks of several events of the
// kind that news sums up.
func (r *reader) severalEvents() bool {
	for k := r.first; k < r.last; k++ {
		if !r.in(k, roundUps) && !r.in(k, slayings) {
			continue
		}
		for i := k - 1; i >= max(r.first, k-manyWords) && (r.tag(i) == text.ADJ || r.tag(i) == text.NOUN || r.tag(i) == text.NUM || r.tag(i) == text.PROPN); i-- {
			if mt := r.mentionAt(i); r.in(i, severals) || r.in(k, roundUps) && mt != nil && mt.Kind == mention.Number && mt.Quantity.Low > 1 {
				return true
			}
		}
	}
	return false
}

// oneOf reports whether the sentence calls its event one of several: "one of eight
// weekend shootings".
func (r *reader) oneOf() bool {
	for k := r.first; k+2 < r.last; k++ {
		if r.is(k, "one") && r.is(k+1, "of") {
			for i := k + 2; i < min(r.last, k+2+manyWords); i++ {
				if r.in(i, roundUps) {
					return true
				}
			}
		}
	}
	return false
}

// spans are nouns for a time in which news counts the victims of a city.
var spans = set("weekend", "stretch", "span", "period", "spell", "hours", "days", "week", "month")

// oneOfSpan reports whether the sentence calls somebody one of all those killed or hurt in
// some time: "was one of five people killed during that weekend".
func (r *reader) oneOfSpan() bool {
	one := false
	for k := r.first; k+2 < r.last; k++ {
		one = one || r.is(k, "one") && r.is(k+1, "of") && r.mentionAt(k+2) != nil || r.is(k, "among") && r.mentionAt(k+1) != nil
		if one && r.is(k, "over", "during", "in") && r.spanned(k+1) {
			return true
		}
	}
	return false
}

// spanned reports whether the phrase at token k is for a time: "that June weekend".
func (r *reader) spanned(k int) bool {
	for ; k < r.last && r.tag(k) != text.VERB && r.tag(k) != text.ADP; k++ {
		if r.in(k, spans) {
			return true
		}
	}
	return false
}

// sinceWhen reports whether the sentence counts those of a city from a time on:
// "across the city since Friday evening".
func (r *reader) sinceWhen() bool {
	since, city := false, false
	for k := r.first; k+2 < r.last; k++ {
		if mt := r.mentionAt(k + 1); r.is(k, "since") && mt != nil && (mt.Kind == mention.Date || mt.Kind == mention.Time) {
			since = true
		}
		city = city || r.is(k, "across", "in", "around", "throughout") && r.is(k+1, "the") && r.is(k+2, "city", "town", "county", "state", "area", "region")
	}
	return since && city
}

// fractions tells which tolls may count some of all. One that says what a toll for
// all says is none.
func (s *settler) fractions(o Outcome, tolls []*Statement) []bool {
	out := make([]bool, len(tolls))
	most := 0.0
	for i, st := range tolls {
		m := &st.Members[0]
		out[i] = m.Quantity.Bound == mention.Exact && m.Quantity.Low > 0 &&
			(st.Fraction || s.besideAnother(o, st) || m.Another && !(o == Injured && s.contrasted(st)))
		if !out[i] {
			most = max(most, m.Quantity.Low)
		}
	}
	for i, st := range tolls {
		out[i] = out[i] && st.Members[0].Quantity.Low != most
	}
	return out
}

// besideAnother reports whether the sentence goes on to others with the same
// outcome: "one died in the car and two others died in hospital".
func (s *settler) besideAnother(o Outcome, st *Statement) bool {
	for _, other := range s.main {
		if other != st && other.Outcome == o && other.Members[0].Another && s.sentence(other.Trigger) == s.sentence(st.Trigger) {
			return true
		}
	}
	return false
}
