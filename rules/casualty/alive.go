package casualty

import "slices"

// alive reads "all are expected to survive".
func (r *reader) alive(t int) {
	if !r.is(t+1, "to") || !r.livesOn(t+2) {
		return
	}
	if c := r.chainBefore(t); !c.denied && !c.unreal && !r.supposed(t) {
		who := r.subject(c, t, false)
		if len(who) == 1 && who[0].Another && who[0].Quantity.Known() && who[0].General {
			r.suffers(t, who, false) // "the two other victims are expected to survive"
		}
		if st := r.living(t, who); st != nil {
			st.Last = min(r.last, t+3)
		}
	}
}

// livesOn reports whether the words at token k say that somebody will live.
func (r *reader) livesOn(k int) bool {
	if r.is(k, "fully", "all", "eventually") {
		k++
	}
	switch {
	case r.is(k, "survive", "recover", "live"):
		return true
	case r.is(k, "be"):
		return r.is(k+1, "ok", "okay", "fine", "alright", "released")
	case r.is(k, "make"):
		return r.is(k+2, "recovery") || r.is(k+3, "recovery")
	}
	return r.is(k, "pull") && r.is(k+1, "through")
}

// living keeps a statement of people who live: they are none of the dead.
func (r *reader) living(t int, members []Member) *Statement {
	if len(members) == 0 || members[0].Quantity.Low == 0 {
		return nil
	}
	st := r.state(Killed, t, members)
	st.Alive = true
	return st
}

// mildReach is how far before injuries stands that they threaten nobody's
// life: "non-life-threatening gunshot injuries" has six tokens.
const mildReach = 6

// mild reports whether the words before a wound at token t say that nobody
// dies of it: "non-life-threatening injuries", "minor injuries".
func (r *reader) mild(t int) bool {
	for k := t - 1; k >= max(r.first, t-mildReach); k-- {
		switch {
		case r.is(k, "threatening"):
			return r.harmless(k)
		case r.is(k, "minor"), r.is(k, "superficial"):
			return true
		}
	}
	return false
}

// denialReach is how far before "threatening" the denial stands: "none of the
// injuries was life-threatening".
const denialReach = 8

// harmless reports whether what comes before "threatening" denies it.
func (r *reader) harmless(k int) bool {
	for i := k - 1; i >= max(r.first, k-denialReach); i-- {
		if r.is(i, "non-life", "nonlife", "non", "not", "n't", "none", "never", "neither") {
			return true
		}
	}
	return false
}

// threatening reads "their injuries are not life-threatening" and "none of the
// injuries was life-threatening", which speak of all the hurt.
func (r *reader) threatening(t int) {
	if !r.harmless(t) || r.supposed(t) {
		return
	}
	for k := t - 2; k >= max(r.first, t-hospitalReach); k-- {
		if !r.is(k, "injuries", "wounds") {
			continue
		}
		if d := k - 1; r.is(d, "their", "all", "the", "whose") || r.is(d, "gunshot", "bullet") && r.is(d-1, "their", "all", "the") {
			r.out = append(r.out, Statement{Outcome: Killed, Trigger: t, First: d, Last: t + 1, Alive: true})
		}
		return
	}
}

// noneDead states that nobody was killed where an article says so of all who
// were hurt, and tells of nobody dead.
func (s *settler) noneDead() {
	hurt := 0.0
	for i := range s.out {
		switch t := &s.out[i]; {
		case t.Outcome == Killed && t.Kind != Earlier:
			return
		case t.Outcome == Injured && t.Kind == Whole:
			hurt = t.Quantity.Low
		}
	}
	if hurt == 0 || len(s.self) > 0 || s.anyDead() {
		return
	}
	for _, st := range s.living {
		if !ofAll(st, hurt) {
			continue
		}
		s.out = slices.Insert(s.out, 0, Tally{Kind: Whole, Outcome: Killed, Trigger: st.Trigger, First: st.First, Last: st.Last, Quantity: figure(0)})
		return
	}
}

func (s *settler) anyDead() bool {
	for _, st := range s.main {
		if st.Outcome == Killed {
			return true
		}
	}
	return false
}

// ofAll reports whether a statement speaks of all of so many people.
func ofAll(st *Statement, hurt float64) bool {
	if len(st.Members) == 0 {
		return true
	}
	total := 0.0
	for i := range st.Members {
		m := &st.Members[i]
		if m.Part || m.Another {
			return false
		}
		if !m.Quantity.Known() {
			return len(st.Members) == 1 && (m.Pronoun || m.Definite)
		}
		total += m.Quantity.Low
	}
	return total == hurt
}

// noneHurt states that nobody was injured where an article that tells of dead
// and of nobody hurt says "no one else was hurt", or that the victims died.
func (s *settler) noneHurt() {
	if s.dead == 0 {
		return
	}
	for i := range s.out {
		if s.out[i].Outcome == Injured && s.out[i].Kind == Whole {
			return
		}
	}
	if s.elseNone != nil {
		s.add(Whole, Injured, s.elseNone, figure(0))
	} else if st := s.allDied(); st != nil && !s.anyHurt() {
		s.add(Whole, Injured, st, figure(0))
	}
}
