package casualty

import (
	"slices"

	"github.com/concord-news/concord/rules/text"
)

// cells are places where somebody dies long after the deed for which he or she is there.
var cells = set("cell", "jail", "prison", "custody", "jailhouse", "penitentiary")

// jailed reports whether the words at token k put a death into a prison: "was found dead
// on Sunday in his cell".
func (r *reader) jailed(k int) bool {
	in := false
	for last := min(r.last, k+apartReach); k < last && r.tag(k) != text.VERB && r.tag(k) != text.PUNCT; k++ {
		if in && r.in(k, cells) {
			return true
		}
		in = in || r.is(k, "in", "inside", "at")
	}
	return false
}

// jailReach is how many sentences behind a death in prison "he" or "she" is that one.
const jailReach = 3

// inJail reports which statements tell of the death of somebody held for the event, which
// is none of its dead: one that says so, those of suspects, and of "him" soon after.
func (s *settler) inJail(all []Statement) func(*Statement) bool {
	at := -1
	if i := slices.IndexFunc(all, func(st Statement) bool { return st.Jailed }); i >= 0 {
		at = s.sentence(all[i].Trigger)
	}
	is := func(st *Statement) bool {
		if at < 0 || st.Outcome != Killed || len(st.Members) != 1 {
			return false
		}
		m, d := &st.Members[0], s.sentence(st.Trigger)-at
		return st.Jailed || assailants[m.Noun] || m.Pronoun && m.single() && d >= 0 && d <= jailReach
	}
	if !slices.ContainsFunc(all, func(st Statement) bool { return st.Outcome == Killed && !is(&st) }) {
		at = -1 // an article on that death
	}
	return is
}
