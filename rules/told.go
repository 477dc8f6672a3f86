package rules

import (
	"github.com/concord-news/concord/rules/clause"
	"github.com/concord-news/concord/rules/event"
)

// Told is how an event was told, for whatever decides whether two may be held
// against each other.
type Told struct {
	// Noun: by a noun. Telling: its anchor is a name or a noun that tells which
	// of its kind is meant. Listed: its deed is one of the lists.
	Noun, Telling, Listed bool
	// Anybody: the words of the deed tell by themselves which is meant, and others
	// than who did it may not have ("opened fire").
	Anybody bool
	// Undone: the opposite deed undoes or follows it.
	Undone bool
	// Final: the side on which the answer is no ends the other for good.
	Final bool
	// Pending: it is said not to be so yet. Implied: another verb denies it
	// ("failed to").
	Pending, Implied bool
	// Agent and Patient are who does it and to whom. ByAgent: the deed is known
	// by who does it.
	Agent, Patient Referent
	ByAgent        bool
	Tense          clause.Tense
	// harm: it does harm.
	harm bool
	// side is the anchor's in the key, poles are those of the deed.
	side  string
	poles []event.Pole
}

// About is the one by whom the deed is known.
func (t *Told) About() *Referent {
	if t.ByAgent {
		return &t.Agent
	}
	return &t.Patient
}

// Contradicts reports whether two deeds are opposites of which only one can be so,
// whatever else they have in common.
func (t *Told) Contradicts(o *Told) bool {
	for _, p := range t.poles {
		for _, q := range o.poles {
			if p.Axis == q.Axis && p.No != q.No && !p.Undone {
				return true
			}
		}
	}
	return false
}
