package casualty

import (
	"github.com/concord-news/concord/rules/lexicon"
	"github.com/concord-news/concord/rules/text"
)

// self keeps a statement of people who did it to themselves: a shot that is
// not said to have killed counts as a wound.
func (r *reader) self(o Outcome, t int, members []Member) {
	if o == Killed {
		st := Statement{Outcome: o, Trigger: t, First: t, Last: t + 1, Members: members, Self: true}
		for i := range members {
			st.First, st.Last = min(st.First, members[i].First), max(st.Last, members[i].Last)
		}
		r.out = append(r.out, st)
		return
	}
	r.state(o, t, members)
}

// suicide reads "committed suicide".
func (r *reader) suicide(t int) {
	if !r.is(t-1, "committed", "committing", "commits", "by") && !(r.is(t-1, "-", "/") && r.is(t-2, "murder")) || r.supposed(t) {
		return
	}
	if murder := r.is(t-1, "-", "/") && r.is(t-2, "murder"); murder && r.is(t+1, "of") {
		if m := r.right(t + 2); len(m) > 1 {
			r.state(Killed, t, m) // "the murder-suicide of a woman and her son"
			return
		}
	}
	r.self(Killed, t, nil)
	r.out[len(r.out)-1].Found = r.is(t-1, "-", "/")
}

// turned reads "turned the gun on himself", which news says of who is dead.
func (r *reader) turned(t int) {
	if !r.is(t-1, "on") || !r.is(t-2, "gun", "guns", "weapon", "rifle", "pistol", "handgun", "shotgun", "revolver", "firearm", "it") {
		return
	}
	for k := t - 3; k >= max(r.first, t-6); k-- {
		if r.is(k, "turned", "turning", "turns") && !r.supposed(k) && !r.unreal(k, k) {
			r.self(Killed, t, nil)
			return
		}
	}
}

// law are nouns for those whose killing of somebody ends a crime: an article
// on an attack says so of the attacker.
var law = set("police", "officer", "deputy", "trooper", "policeman", "cop", "marshal", "swat", "sniper", "soldier", "troop", "sheriff", "constable", "guard", "authority")

// kin are nouns for those whom an officer who kills them kills as one of their own.
var kin = set("wife", "husband", "girlfriend", "boyfriend", "fiancee", "ex-wife", "ex-husband", "ex-girlfriend", "ex-boyfriend", "son", "daughter", "stepson", "stepdaughter", "mother", "father", "brother", "sister")

// byReach is how far behind a verb those stand who did it: "was shot and
// killed in the street by two police officers".
const byReach = 9

// doneBy looks behind a passive verb at token t, and the words that belong to
// it up to token next, for who did it.
func (r *reader) doneBy(t, next int) (byLaw, byPeople bool) {
	for k := max(t+1, next); k < min(r.last, t+byReach); k++ {
		if r.tag(k) == text.VERB && !r.is(k, "killed", "wounded", "injured", "dead") || r.is(k, ",", ";", ".") {
			return false, false
		}
		if !r.is(k, "by") {
			continue
		}
		for i := k + 1; i < min(r.last, k+killerNoun); i++ {
			if law[r.d.Tokens[i].Lemma] {
				return true, true
			}
			if lexicon.PersonNoun(r.d.Tokens[i].Lemma) != 0 && r.tag(i) != text.ADJ {
				return false, true
			}
			if r.tag(i) == text.VERB || r.tag(i) == text.PUNCT {
				return false, false
			}
		}
		return false, false
	}
	return false, false
}

// lawBefore reports whether police or soldiers stand before an active verb at
// token t.
func (r *reader) lawBefore(t int) bool {
	c := r.chainBefore(t)
	return !c.passive && c.end > r.first && law[r.d.Tokens[c.end-1].Lemma]
}
