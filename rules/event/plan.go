package event

import (
	"github.com/concord-news/concord/rules/clause"
	"github.com/concord-news/concord/rules/mention"
	"github.com/concord-news/concord/rules/text"
)

// plans reads a clause that says of a deed's noun, and of whom or what it is done to, that
// it is to come: "the opening of the museum is planned for May". It tells the deed as a
// plan, as "the museum is to open in May" does.
func (r *reader) plans(e *Event, c *clause.Clause) bool {
	var noun clause.Phrase
	switch {
	case c.Tense == clause.Past:
		return false // "was planned for May" tells of a plan that may have changed
	case (isSetting(c.Predicate) || isHolding(c)) && c.Passive && len(c.Patients) > 0:
		noun = c.Patients[0]
	case r.due(c):
		noun = c.Agents[0]
	case c.Modality == clause.Planned && r.takesPlace(c) && len(c.Agents) > 0:
		noun = c.Agents[0]
	default:
		return false
	}
	t := &r.Doc.Tokens[noun.Head]
	g := r.deeds.nouns[t.Lemma]
	gerund := t.Fine == text.VBG && noun.Head > noun.First && r.Doc.Tokens[noun.Head-1].Tag == text.DET
	if g == "" || t.Tag != text.NOUN && !gerund || c.Negated || r.another(noun) {
		return false
	}
	of := r.undergoes(g, noun)
	if of.None() || r.Doc.Tokens[of.Head].Tag == text.PRON {
		return false
	}
	if sense := r.deeds.verbs[t.Lemma+" "+r.Doc.Tokens[of.Head].Lemma]; sense != "" {
		g = sense // the release of a film is none of a prisoner
	}
	e.Deed, e.Word, e.Agent, e.Patient = g, t.Lemma, clause.Phrase{}, of
	if e.Modality == clause.Asserted {
		e.Modality = clause.Planned
	}
	return true
}

// undergoes is to whom or what a noun's deed is done: behind "of", behind the "to" of a
// visit, or before the noun.
func (r *reader) undergoes(deed string, noun clause.Phrase) clause.Phrase {
	for _, o := range clause.Chain(r.Doc, noun) {
		if o.Prep == "of" || o.Prep == "to" && deed == "visit" {
			return o.Phrase
		}
	}
	if deed == "visit" {
		return clause.Phrase{} // who has it is the visitor
	}
	return clause.Possessor(r.Doc, noun)
}

// arrives reads of what is due at a place with a name that it is to arrive there: "the
// ship is due in Orsund on Monday".
func (r *reader) arrives(e *Event, c *clause.Clause) bool {
	if c.Negated || !r.due(c) {
		return false
	}
	for i := range c.Obliques {
		if o := &c.Obliques[i]; (o.Prep == "in" || o.Prep == "at") && r.named(o.Phrase, mention.Place) >= 0 {
			e.Deed, e.Word, e.Modality = "arrive", "due", clause.Planned
			return true
		}
	}
	return false
}

// due reports a clause that says of its subject that it is due.
func (r *reader) due(c *clause.Clause) bool {
	return isCopula(c.Predicate) && len(c.Agents) > 0 && !c.Complement.None() && r.Doc.Tokens[c.Complement.Head].Lower == "due"
}

// isSetting reports a verb by which a day is fixed for what is to come.
func isSetting(lemma string) bool {
	switch lemma {
	case "plan", "schedule", "set", "slate", "fix", "pencil":
		return true
	}
	return false
}

// isHolding reports a clause that says that an event is to be held.
func isHolding(c *clause.Clause) bool {
	return c.Modality == clause.Planned && (c.Predicate == "hold" || c.Predicate == "stage")
}

// takesPlace reports a clause that says that something happens.
func (r *reader) takesPlace(c *clause.Clause) bool {
	switch c.Predicate {
	case "take place", "happen", "occur":
		return true
	case "take":
		return len(c.Patients) > 0 && r.Doc.Tokens[c.Patients[0].Head].Lemma == "place"
	}
	return false
}

// setFor reports a date behind the "for" of a verb by which a day is fixed: "is planned
// for May".
func (r *reader) setFor(m *mention.Mention, c *clause.Clause) bool {
	return m.First > c.Verb && r.Doc.Tokens[m.First-1].Lower == "for" && isSetting(c.Predicate)
}

// beginsFrom reports a date behind "from", without an end, from which on something is to be
// so that begins then: "will be open again from Monday".
func (r *reader) beginsFrom(e *Event, m *mention.Mention, c *clause.Clause) bool {
	if m.First <= c.Verb || r.Doc.Tokens[m.First-1].Lower != "from" || e.Modality != clause.Planned {
		return false
	}
	if m.Last < r.sentence.Last {
		switch r.Doc.Tokens[m.Last].Lower {
		case "onwards":
			return true
		case "to", "until", "till", "through", "-":
			return false
		}
	}
	return e.Deed == "open" || e.Deed == "resume" || e.Deed == "begin"
}
