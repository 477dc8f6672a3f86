package event

import (
	"github.com/concord-news/concord/rules/clause"
	"github.com/concord-news/concord/rules/text"
)

// judges reports a verb behind which a word says in what state its object is, or is
// held to be: "found dead", "presumed dead".
func (r *reader) judges(c *clause.Clause) bool {
	return r.finds(c.Predicate) || r.supposes(c.Predicate)
}

func (r *reader) finds(verb string) bool {
	switch verb {
	case "find", "declare", "pronounce", "certify", "judge", "rule", "deem":
		return true
	}
	return false
}

func (r *reader) supposes(verb string) bool {
	switch verb {
	case "presume", "believe", "think", "consider", "suppose", "assume", "fear", "report", "say":
		return true
	}
	return false
}

// judged yields the state in which a verb's object was found or is held to be, where
// the lists have it. When and where it was found is not told of the state. It
// reports whether to go on.
func (r *reader) judged(c *clause.Clause, n int) bool {
	t := r.state(c)
	if t == nil || len(c.Patients) == 0 {
		return true
	}
	r.verb = "be"
	g := r.entry(t.Lemma, "")
	if g == "" && (t.Fine == text.VBN || t.Fine == text.VBD) {
		g = r.deeds.verbs[t.Lemma]
	}
	if g == "" {
		return true
	}
	e := r.next()
	e.Deed, e.Word, e.Poles = g, t.Lower, r.deeds.Poles(g)
	e.Clause, e.Head, e.Negated, e.Modality, e.Patient = r.first+n, c.Verb, c.Negated, c.Modality, c.Patients[0]
	if r.supposes(c.Predicate) && e.Modality == clause.Asserted {
		e.Modality = clause.Possible
	}
	r.extent(e, c)
	return r.yield(e)
}

// state is the word that says in what state a verb's object is: its complement, or
// in the passive an adjective or participle right behind the verb; nil for none.
func (r *reader) state(c *clause.Clause) *text.Token {
	if !c.Complement.None() {
		return &r.Doc.Tokens[c.Complement.Head]
	}
	if !c.Passive || c.Verb+1 >= r.sentence.Last {
		return nil
	}
	switch t := &r.Doc.Tokens[c.Verb+1]; {
	case t.Tag == text.ADJ, t.Fine == text.VBN:
		return t
	}
	return nil
}
