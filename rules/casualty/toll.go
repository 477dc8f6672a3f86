package casualty

import (
	"github.com/concord-news/concord/rules/mention"
	"github.com/concord-news/concord/rules/text"
)

// death reads the nouns: "three deaths", "the death of a child", "Ann Blake's
// death".
func (r *reader) death(t int) {
	if r.is(t, "deaths", "fatalities") && (r.is(t-1, "no") || r.is(t-1, "or") && r.is(t-2, "injuries") && r.is(t-3, "no")) {
		if r.thatTime(t) {
			return
		}
		r.state(Killed, t, []Member{{First: t - 1, Last: t, Head: t - 1, Quantity: figure(0), Age: -1, General: true}})
		return
	}
	if r.toDeath(t) || r.countOf(Killed, t) || r.in(t+1, afterDeath) || r.climbed(t) {
		return
	}
	if r.supposed(t) || r.is(t-1, "to", "of", "attempted", "degree") && !r.is(t+1, "of") {
		return
	}
	if r.is(t+1, "of") {
		if m := r.right(t + 2); len(m) > 0 {
			r.state(Killed, t, m)
		}
		return
	}
	k := t
	for r.is(k-1, "shooting", "gunshot", "wrongful", "tragic", "accidental", "violent", "untimely", "sudden", "gun", "traffic", "road") {
		k--
	}
	if mt := r.mentionAt(k - 1); mt != nil && mt.Kind == mention.Number && mt.Last == k && (r.is(t, "deaths", "fatalities", "fatality", "killings", "slayings") || r.is(t, "death") && mt.Quantity.Low == 1) {
		r.figure(t, mt.First, mt)
		return
	}
	if r.is(k-1, "'s", "'") {
		if m, ok := r.member(k - 1); ok {
			r.state(Killed, t, []Member{m})
		}
		return
	}
	if r.is(k-1, "his", "her") {
		m := Member{First: k - 1, Last: k, Head: k - 1, Age: -1, Quantity: figure(1), Pronoun: true, Definite: true, Sex: 'm'}
		if r.is(k-1, "her") {
			m.Sex = 'f'
		}
		r.state(Killed, t, []Member{m})
	}
}

// toDeath reads "burned to death" and "stabbed two men to death".
func (r *reader) toDeath(t int) bool {
	if !r.is(t-1, "to") {
		return false
	}
	if r.in(t-2, deadly) {
		c := r.chainBefore(t - 2)
		if !c.denied && !c.unreal && !r.supposed(t-2) && !r.unreal(t-2, t-2) {
			r.state(Killed, t, r.subject(c, t-2, true))
		}
		return true
	}
	m := r.left(t - 1)
	if len(m) == 0 || m[len(m)-1].Last != t-1 || !r.in(m[0].First-1, deadly) {
		return false
	}
	if c := r.chainBefore(m[0].First - 1); !c.denied && !c.unreal && !r.supposed(c.end) {
		r.state(Killed, t, m).Active = true
	}
	return true
}

// countOf reads a figure of the word at token t: "the number of dead rose to
// 12", "put the number of injured at 30".
func (r *reader) countOf(o Outcome, t int) bool {
	k := t - 1
	for r.is(k, "the", "confirmed", "people", "reported") {
		k--
	}
	if r.is(k, "number") && r.is(k-1, "the") && k == t-1 {
		k++ // "the number killed rose to 14"
	} else if !r.is(k, "of") || !r.is(k-1, "number", "tally", "count", "toll") || r.supposed(t) {
		return false
	}
	if mt := r.mentionAt(k - 3); mt != nil && mt.Kind == mention.Number && mt.Last == k-2 && r.is(mt.First-1, "to") && r.is(k-2, "the") {
		r.figureOf(o, t, mt.First, mt) // "brings to nine the number of dead"
		return true
	}
	if mt := r.reached(t); mt != nil {
		r.figureOf(o, t, k-1, mt)
	}
	return true
}

// tollReach is how far behind "toll" its figure stands: "death toll from the
// storm that struck on Friday rose to".
const tollReach = 14

// toll reads "death toll".
func (r *reader) toll(t int) {
	if !r.is(t-1, "death", "fatality") && !r.is(t-1, "the") {
		return
	}
	if mt := r.reached(t); mt != nil {
		r.figure(t, t-1, mt)
	}
}

// reached returns the figure that a toll named at token t has reached.
func (r *reader) reached(t int) *mention.Mention {
	for k := t + 1; k < min(r.last, t+tollReach); k++ {
		mt := r.mentionAt(k)
		if mt == nil || mt.Kind != mention.Number || !mt.Quantity.Known() {
			continue
		}
		if r.is(mt.First-1, "from") {
			continue
		}
		if r.is(mt.First-1, "to", "at", "of", "as", "is", "was", "stands", "reached", "reaches", "hits", "hit", "passed", "past", "topped", ":") {
			return mt
		}
	}
	return nil
}

// figure keeps a statement of a mere number of dead, with its words from token
// first on.
func (r *reader) figure(t, first int, mt *mention.Mention) { r.figureOf(Killed, t, first, mt) }

func (r *reader) figureOf(o Outcome, t, first int, mt *mention.Mention) {
	m := Member{First: mt.First, Last: mt.Last, Head: mt.Last - 1, Quantity: mt.Quantity, Age: -1, General: true, Counted: true}
	if st := r.state(o, t, []Member{m}); st != nil {
		st.First = min(st.First, first)
	}
}

// climbReach is how far behind deaths the figure stands that they reached: "deaths from
// the flood have climbed to".
const climbReach = 9

// climbed reads "deaths reach 43" and "the dead now number 12", where no other time
// is told: those are figures of a statistic.
func (r *reader) climbed(t int) bool {
	if !r.is(t, "deaths", "fatalities", "dead") || t > r.first && !r.is(t-1, "the", "confirmed", ",", "as") || r.supposed(t) {
		return false
	}
	for k := r.first; k < r.last; k++ {
		if r.is(k, "year", "years", "month", "annual", "daily", "weekly", "per", "million", "week", "decade", "season") {
			return false
		}
	}
	for k := t + 1; k < min(r.last, t+climbReach); k++ {
		mt := r.mentionAt(k)
		if mt == nil || mt.Kind != mention.Number || !mt.Quantity.Known() {
			continue
		}
		v := mt.First - 1
		if r.is(v, "number", "numbered", "numbers") && !r.is(v-1, "the", "a") || !r.is(t, "dead") && (r.is(v, "reach", "reached", "reaches", "top", "topped", "hit", "pass", "passed") || r.is(v, "to", "at") && r.is(v-1, "climb", "climbed", "rise", "rose", "risen", "jump", "jumped", "stand", "stood", "grow", "grew", "grown")) {
			r.figure(t, t, mt)
			return true
		}
		return false
	}
	return false
}

// lives reads lives that are claimed or lost.
func (r *reader) lives(t int) {
	k := t - 1
	if r.is(k, "their", "his", "her") && r.is(k-1, "for", "to") && r.is(k-2, "fighting", "fights", "fight", "fought", "battling", "clinging", "clings") {
		if m := r.subject(r.chainBefore(k-2), k-2, true); len(m) > 0 {
			r.suffers(t, m, false)
		}
		return
	}
	if r.is(k, "their", "his", "her") && r.is(k-1, "lost", "losing", "lose", "loses", "took", "taken") {
		c := r.chainBefore(k - 1)
		if !c.unreal && !c.denied && !r.is(k-1, "took", "taken") {
			r.state(Killed, t, r.subject(c, k-1, true))
		}
		return
	}
	if r.is(k, "own") && r.is(k-1, "his", "her") && r.is(k-2, "took", "taking", "takes", "taken") {
		r.self(Killed, t, nil)
		return
	}
	if r.is(t+1, "of") && (r.is(t-2, "claimed", "took", "claims", "takes", "claiming", "taking", "cost") || r.is(t-1, "claims", "claimed", "takes", "took", "claiming") || r.is(t-3, "claimed", "took")) {
		r.state(Killed, t, r.right(t+2))
		return
	}
	mt := r.mentionAt(k)
	if mt == nil || mt.Kind != mention.Number || !mt.Quantity.Known() {
		return
	}
	switch {
	case r.is(mt.First-1, "claimed", "claims", "claiming", "took", "taking", "cost", "costing", "takes", "lost"):
		r.figure(t, mt.First-1, mt)
	case r.is(t+1, "were", "was", "have") && r.is(t+2, "lost", "claimed", "been"):
		r.figure(t, mt.First, mt)
	}
}

// body reads bodies that are found.
func (r *reader) body(t int) {
	if r.is(t+1, "of") {
		if st := r.state(Killed, t, r.right(t+2)); st != nil {
			st.Found = true
		}
		return
	}
	if r.is(t, "body") && r.is(t-1, "'s") && r.found(t) && !r.supposed(t) {
		if m, ok := r.member(t - 1); ok && m.single() {
			r.state(Killed, t, []Member{m})
		}
		return
	}
	if r.supposed(t) || !r.is(t, "bodies") {
		return
	}
	mt := r.mentionAt(t - 1)
	if mt == nil && r.is(t-2, "more", "other", "charred", "burned") {
		mt = r.mentionAt(t - 2)
	}
	if mt == nil && r.tag(t-1) == text.ADJ {
		mt = r.mentionAt(t - 2)
	}
	if mt != nil && mt.Kind == mention.Number && mt.Quantity.Known() && r.found(t) {
		r.figure(t, mt.First, mt)
		r.out[len(r.out)-1].Soft = true // more may be found
	}
}

// foundReach is how far from bodies the verb stands that says they were found.
const foundReach = 7

// found reports whether the sentence says near token t that something was
// found.
func (r *reader) found(t int) bool {
	for k := max(r.first, t-foundReach); k < min(r.last, t+foundReach); k++ {
		if r.is(k, "found", "recovered", "discovered", "pulled", "retrieved", "recovering", "finding", "find", "discover", "recover", "counted", "identified") {
			return true
		}
	}
	return false
}
