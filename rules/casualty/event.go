package casualty

import (
	"slices"

	"github.com/concord-news/concord/rules/mention"
	"github.com/concord-news/concord/rules/text"
)

// otherEvents are adjectives for an event that is not the article's.
var otherEvents = set("previous", "earlier", "separate", "unrelated", "different", "prior", "similar")

// apartReach is how many tokens stand between people and the other event in
// which they came to harm: "was killed on Friday in an earlier crash".
const apartReach = 8

// apart reports whether the words behind token k put what was said into
// another event: "in an earlier shooting", "in another crash".
func (r *reader) apart(k int) bool {
	for last := min(r.last-2, k+apartReach); k < last; k++ {
		if !r.is(k, "in", "by", "during", "after", "from") {
			continue
		}
		if i := k + 1; r.is(i, "another") && r.in(i+1, events) ||
			r.is(i, "a", "an", "the") && r.in(i+1, otherEvents) && (r.in(i+2, events) || r.in(i+3, events)) {
			return true
		}
	}
	return false
}

// aside reports whether a sentence turns to another event: it begins with a word that
// says so, or it says that nobody came to harm and nothing else, right behind one that
// tells of another event ("In spring another lift fell. Nobody was hurt.").
func (r *reader) aside(st *Statement) bool {
	if r.is(r.first, "separately", "elsewhere") {
		return true
	}
	if !ofNobody(st) || r.last-r.first > bareNobody {
		return false
	}
	n := r.d.SentenceOf(st.First)
	if n == 0 || r.d.Sentences[n-1].Block != r.d.Sentences[n].Block {
		return false
	}
	s := &r.d.Sentences[n-1]
	for k := s.First; k+1 < s.Last; k++ {
		switch r.d.Tokens[k].Lower {
		case "another", "previous", "earlier":
			if r.d.Tokens[k+1].Tag == text.NOUN {
				return true
			}
		}
	}
	return false
}

// bareNobody is how many tokens a sentence has that says no more than that nobody came
// to harm: "Nobody was seriously hurt in it."
const bareNobody = 8

// inOne reports whether the words behind token k name the one event in which people came to
// harm: "in Kell Street shooting".
func (r *reader) inOne(k int) bool {
	for in := false; k < r.last; k++ {
		in = in || r.is(k, "in", "after", "at")
		if in && r.in(k, events) {
			return true
		}
	}
	return false
}

// crosshead reports whether a statement is all that a line says of the event that
// it names before a colon, below the lead: "Varl barracks: 13 dead" in a list of
// earlier attacks.
func (r *reader) crosshead(st *Statement) bool {
	colon := st.First - 1
	return colon-r.first >= 2 && r.is(colon, ":") && st.Last >= r.last && r.d.SentenceOf(st.First) >= leadSentences
}

// saying are verbs of saying and believing, behind or before which "initially"
// gives a report up.
var saying = set("said", "say", "says", "told", "reported", "believed", "believe", "thought", "feared", "announced", "stated", "confirmed", "put", "reports", "report")

// superseded reports whether the sentence gives what stands behind its token k as
// a report that no longer holds: "police originally said that eight", "initial
// reports of eight".
func (r *reader) superseded(k int) bool {
	for i := r.first; i < k; i++ {
		switch {
		case r.is(i, "originally", "initially", "mistakenly", "erroneously", "wrongly", "incorrectly", "previously"):
			if r.in(i+1, saying) || r.in(i-1, saying) {
				return true
			}
		case r.is(i, "initial", "early", "earlier", "first", "preliminary"):
			if r.is(i+1, "report", "reports", "statement", "statements", "account", "accounts") {
				return true
			}
		}
	}
	return false
}

// daysAfter reports whether the people before token k are those of an event days
// before the sentence's: "three days after another man was killed".
func (r *reader) daysAfter(k int) bool {
	mt := r.mentionAt(k - 2)
	if !r.is(k-1, "after") || mt == nil || mt.Kind != mention.Duration {
		return false
	}
	switch mt.Unit {
	case "day", "week", "month", "year":
		return true
	}
	return false
}

// gapped adds the people of a second place or day of which the sentence leaves
// out the verb: "killed five people in Lierby and three in Orsk" tells of eight.
func (r *reader) gapped(k int, m *Member) {
	if !r.in(k, wheres) {
		return
	}
	for last := min(r.last-2, k+apartReach); k < last; k++ {
		if r.tag(k) == text.VERB || r.is(k, ";", ".") {
			return
		}
		if !r.is(k, "and") {
			continue
		}
		mt := r.mentionAt(k + 1)
		if mt == nil || mt.Kind != mention.Number || !mt.Quantity.Known() {
			return
		}
		end := mt.Last
		if r.is(end, "others", "more", "people") {
			end++
		}
		if r.in(end, wheres) && (r.mentionAt(end+1) == nil || r.mentionAt(end+1).Kind >= mention.Date) {
			m.Quantity.Low += mt.Quantity.Low
			m.Quantity.High += mt.Quantity.High
			m.Last, m.Summed = end, true
		}
		return
	}
}

// wheres are prepositions of places and days.
var wheres = set("in", "at", "near", "on")

// partly reports whether the words at token k make the dead some of all: "died
// at the scene", "were killed instantly", "people from abroad".
func (r *reader) partly(k int) bool {
	switch {
	case r.is(k, "instantly", "outright", "immediately"):
		return true
	case r.is(k, "at"):
		return r.is(k+1, "the") && r.is(k+2, "scene", "spot", "site")
	case r.is(k, "from"):
		return !r.is(k+1, "one", "a", "an") && !(r.is(k+1, "the") && r.is(k+2, "same"))
	case r.is(k, "on"):
		return r.is(k+1, "impact", "scene", "site") || r.is(k+1, "the") && r.is(k+2, "spot", "scene", "site")
	}
	return false
}

// leadSentences are the headline and the sentences in which news tells its
// event: the first five.
const leadSentences = 6

// lead reports whether a statement stands in the lead.
func (s *settler) lead(st *Statement) bool { return s.sentence(st.Trigger) < leadSentences }

// sort parts the statements of the article's event from those of others. The
// event may itself be of last year, as in an article on a trial.
func (s *settler) sort(all []Statement) {
	own := slices.ContainsFunc(all, func(st Statement) bool { return !st.Teaser })
	old, jailed := s.ofOldEvent(all), s.inJail(all)
	for i := range all {
		switch st := &all[i]; {
		case st.Teaser && own, jailed(st):
		case st.Apart && ofNobody(st): // says nothing of the article's event
		case st.Alive:
			s.living = append(s.living, st)
		case st.Else:
			s.elseNone = st
		case st.Self:
			s.self = append(s.self, st)
		case st.Several:
			s.list = s.list || s.lead(st) && !st.InSpan && !(!st.OneOf && len(st.Members) == 1 && st.Members[0].single() && !isToll(st))
		case !st.Other && !st.Apart:
			s.main = append(s.main, st)
		case !st.Apart && s.beside(st, all):
			s.main = append(s.main, st)
		default:
			if s.other = append(s.other, st); old[st.Outcome] && st.When.Known() {
				s.main = append(s.main, st)
			}
		}
	}
	s.sameToll()
	s.byHeadline()
	if len(s.main) == 0 {
		s.main, s.old = s.other, true
	}
}

// sameToll takes what a sentence of the lead says of an event of long ago for the article's,
// where it has as many dead, more than one: "left two dead and two more wounded last
// summer" under "double murder".
func (s *settler) sameToll() {
	var own []*Statement
	for _, st := range s.other {
		if n := st.total(); st.Other && st.Outcome == Killed && n > 1 && s.lead(st) && slices.ContainsFunc(s.main, func(m *Statement) bool { return m.Outcome == Killed && m.total() == n }) {
			for _, beside := range s.other {
				if beside.Outcome != Killed && s.sentence(beside.Trigger) == s.sentence(st.Trigger) {
					own = append(own, beside)
				}
			}
		}
	}
	s.main = append(s.main, own...)
	slices.SortFunc(s.main, func(a, b *Statement) int { return a.Trigger - b.Trigger })
}

// byHeadline keeps what the headline alone says where it has the figures of one event, below
// which the lead sums up several.
func (s *settler) byHeadline() {
	if !s.list {
		return
	}
	var own []*Statement
	toll := false
	for _, st := range s.main {
		if s.sentence(st.Trigger) == 0 {
			own, toll = append(own, st), toll || st.InOne && isToll(st)
		}
	}
	if toll {
		s.list, s.main, s.self = false, own, nil
	}
}

// beside reports whether a statement of another time is one half of what its
// sentence says of one event: "left a boy dead and nine people hurt last year",
// where the date stands nearer to the hurt.
func (s *settler) beside(st *Statement, all []Statement) bool {
	found := false
	for i := range all {
		a := &all[i]
		if a == st || a.Self || a.Alive || a.Else || a.Other || a.Apart || s.sentence(a.Trigger) != s.sentence(st.Trigger) {
			continue
		}
		if a.Outcome == st.Outcome || a.Dated {
			return false
		}
		found = true
	}
	return found
}

// ofOldEvent lists the outcomes of which the lead tells only with the date of
// an event of long ago, where it starts with that event.
func (s *settler) ofOldEvent(all []Statement) [outcomes]bool {
	var old, told [outcomes]bool
	first := true
	for i := range all {
		st := &all[i]
		if st.Self || st.Alive || st.Else || st.Apart || !s.lead(st) {
			continue
		}
		if first && !st.Other || st.Dated {
			return [outcomes]bool{}
		}
		first = false
		old[st.Outcome] = old[st.Outcome] || st.Other
		told[st.Outcome] = told[st.Outcome] || !st.Other
	}
	for o := range old {
		old[o] = old[o] && !told[o]
	}
	return old
}

// dropElsewhere drops the deaths that stand behind a lead which tells of people
// hurt and of nobody dead: they are those of another event.
func (s *settler) dropElsewhere() {
	hurt := s.hurtInLead()
	if hurt == 0 {
		return
	}
	kept := s.main[:0:0]
	for _, st := range s.main {
		if st.Outcome == Killed && !s.lead(st) && (hurt > 1 || isToll(st)) && !s.refersBack(st, hurt) {
			s.other = append(s.other, st)
			continue
		}
		kept = append(kept, st)
	}
	s.main = kept
}

// hurtInLead is the greatest number of people that the lead says were hurt or
// shot, 0 where it tells of somebody dead.
func (s *settler) hurtInLead() float64 {
	most := 0.0
	for _, st := range s.self {
		if s.lead(st) {
			return 0
		}
	}
	for _, st := range s.main {
		if !s.lead(st) {
			continue
		}
		if st.Outcome == Killed && st.Members[0].Quantity.Low != 0 {
			return 0
		}
		if q := st.Members[0].Quantity; q.Known() {
			most = max(most, q.Low)
		}
	}
	return most
}

// refersBack reports whether a death is one of so many people of whom the lead
// tells: "one of them", "one died"; of one person "he"; and where those killed
// and wounded in one sentence are as many as the lead says.
func (s *settler) refersBack(st *Statement, hurt float64) bool {
	m := &st.Members[0]
	if m.Part || m.Noun == "" && m.Name == "" && m.Quantity.Low == 1 && !m.Pronoun || hurt == 1 && (m.Definite || m.Pronoun) {
		return true
	}
	for _, other := range s.main {
		if other.Outcome != Killed && s.sentence(other.Trigger) == s.sentence(st.Trigger) && (other.Outcome == Injured && other.Members[0].Quantity.Low+m.Quantity.Low == hurt || hurt > 1 && other.Members[0].Quantity.Low == hurt) {
			return true
		}
	}
	return false
}

// leads reports whether the lead tells of anybody killed or hurt: the event of
// an article does not wait for its sixth sentence.
func (s *settler) leads() bool {
	for _, st := range s.main {
		if s.lead(st) {
			return true
		}
	}
	return false
}
