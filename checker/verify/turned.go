package verify

import (
	"fmt"

	"github.com/concord-news/concord/rules/clause"
	"github.com/concord-news/concord/rules/text"
)

// turned objects to a claim in which the doer and the one it is done to have
// changed places.
func (c *claim) turned() []objection {
	var out []objection
	for i := range c.reading.Clauses {
		cl := &c.reading.Clauses[i]
		if len(cl.Agents) == 0 || len(cl.Patients) == 0 {
			continue
		}
		if o := c.turnedClause(cl); o != nil {
			out = append(out, *o)
		}
	}
	return out
}

// turnedClause looks for a clause of the source with the parties of cl in each
// other's place, and none with them in theirs.
func (c *claim) turnedClause(cl *clause.Clause) *objection {
	own := c.reading.Doc
	verb := termAt(own, cl.Verb)
	var found *objection
	for n, a := range c.src.shallowClauses() {
		d := c.src.doc(n)
		if related(verb, termAt(d, a.Verb)) < asSynonym {
			continue
		}
		if meets(own, cl.Agents, d, a.Agents) || meets(own, cl.Patients, d, a.Patients) {
			return nil
		}
		if found == nil && meets(own, cl.Agents, d, a.Patients) && meets(own, cl.Patients, d, a.Agents) {
			p := c.predicate(cl)
			f := c.clauseFact(deed{sentence: n, clause: a}, &p, Differs)
			found = &objection{verdict: Contradicted, fact: &f, missing: &Missing{own.Span(cl.First, cl.Last), "the other way round in the text"},
				why: fmt.Sprintf("the text has who did it and to whom the other way round: %q", f.In(d.Text))}
		}
	}
	return found
}

// meets reports whether two lists of phrases share a head.
func meets(d *text.Document, a []clause.Phrase, e *text.Document, b []clause.Phrase) bool {
	for _, x := range a {
		for _, y := range b {
			if d.Tokens[x.Head].Tag != text.PRON && related(termAt(d, x.Head), termAt(e, y.Head)) >= asSynonym {
				return true
			}
		}
	}
	return false
}
