package event

import (
	"github.com/concord-news/concord/rules/clause"
	"github.com/concord-news/concord/rules/text"
)

// sense is the group of a predicate by what stands with it, where the lists have
// that; "" where the verb alone decides. What is part of the deed is no patient.
func (r *reader) sense(e *Event, c *clause.Clause) string {
	r.verb = c.Predicate
	if isCopula(c.Predicate) {
		r.verb = "be"
	}
	if g := r.byComplement(e, c); g != "" {
		return g
	}
	if g := r.byObject(e, c); g != "" {
		return g
	}
	if isCopula(c.Predicate) {
		if g := r.byPhrase(e, c); g != "" {
			return g
		}
	}
	if r.verb = c.Predicate; !isCopula(c.Predicate) {
		if g := r.byNext(e, c); g != "" {
			return g
		}
	}
	if g := r.byPhrase(e, c); g != "" {
		return g
	}
	if !e.Agent.None() {
		r.key = append(append(append(r.key[:0], r.Doc.Tokens[e.Agent.Head].Lemma...), ": "...), r.verb...)
		if g := r.deeds.verbs[string(r.key)]; g != "" {
			if !r.deeds.kept[string(r.key)] {
				e.Agent, e.Whole = clause.Phrase{}, true
			}
			return g
		}
	}
	if len(c.Patients) == 0 && !c.Passive && !r.goesOn(c) {
		return r.entry("-", "")
	}
	return ""
}

// entry is the group of the verb at hand with one or two words behind it.
func (r *reader) entry(word, noun string) string {
	r.key = append(append(append(r.key[:0], r.verb...), ' '), word...)
	if noun != "" {
		r.key = append(append(r.key, ' '), noun...)
	}
	return r.deeds.verbs[string(r.key)]
}

// withNoun is the group of the verb at hand with a noun, behind a preposition where
// one is given: by the noun's lemma, as a name, or as any noun.
func (r *reader) withNoun(prep string, head int) string {
	t := &r.Doc.Tokens[head]
	noun := t.Lemma
	if t.Tag == text.PRON {
		noun = t.Lower
	}
	for {
		g := ""
		if prep == "" {
			g = r.entry(noun, "")
		} else {
			g = r.entry(prep, noun)
		}
		switch {
		case g != "" || noun == anyNoun:
			return g
		case noun != aName && t.Tag == text.PROPN:
			noun = aName
		default:
			noun = anyNoun
		}
	}
}

// byComplement is the group by what is said of the subject or object: "be closed",
// "find guilty".
func (r *reader) byComplement(e *Event, c *clause.Clause) string {
	if c.Complement.None() {
		return ""
	}
	t := &r.Doc.Tokens[c.Complement.Head]
	g := r.entry(t.Lemma, "")
	if g == "" && t.Tag == text.PROPN {
		return r.entry(aName, "")
	}
	if g == "" {
		return ""
	}
	e.Word = t.Lower
	if isCopula(c.Predicate) {
		e.Agent, e.Patient = clause.Phrase{}, e.Agent
	}
	return g
}

// byObject is the group by the verb's object, which is then no patient unless the
// entry keeps it: "open fire", "enter the house". What the whole is done to may
// stand in a phrase: "put their signatures to the treaty".
func (r *reader) byObject(e *Event, c *clause.Clause) string {
	if e.Patient.None() {
		return ""
	}
	object := e.Patient
	g := r.withNoun("", object.Head)
	if g == "" || r.deeds.kept[string(r.key)] {
		return g
	}
	lemma := r.Doc.Tokens[object.Head].Lemma
	e.Word, e.Whole, e.Patient = r.verb+" "+lemma, true, clause.Phrase{}
	for i := range c.Obliques {
		if o := &c.Obliques[i]; o.Prep != "" && !o.None() && r.entry(lemma, o.Prep) == g {
			e.Patient, e.Whole = o.Phrase, false
			break
		}
	}
	return g
}

// nearVerb is how far behind a verb a word stands that goes with it: "pulled out
// alive".
const nearVerb = 2

// byNext is the group by a word right behind the verb and its particle that is
// neither object nor complement: "plead guilty", "plead not guilty".
func (r *reader) byNext(e *Event, c *clause.Clause) string {
	for i := c.Verb + 1; i <= c.Verb+nearVerb && i < r.sentence.Last; i++ {
		switch t := &r.Doc.Tokens[i]; t.Tag {
		case text.ADJ, text.ADV, text.PART, text.VERB:
			if g := r.entry(t.Lower, ""); g != "" {
				e.Negated = e.Negated || t.Lower == "not"
				e.Word, r.part = r.verb+" "+t.Lower, clause.Phrase{First: i, Last: i + 1, Head: i}
				return g
			}
		case text.ADP:
		default:
			return ""
		}
	}
	return ""
}

// byPhrase is the group by a preposition and its noun, or by the preposition. The
// noun is the patient, unless it is part of the deed or there is one already.
func (r *reader) byPhrase(e *Event, c *clause.Clause) string {
	for i := range c.Obliques {
		o := &c.Obliques[i]
		if o.Prep == "" || o.None() {
			continue
		}
		g := r.withNoun(o.Prep, o.Head)
		if g == "" && o.Prep == "among" && isCopula(c.Predicate) {
			g = r.befell(o)
			r.key = r.key[:0]
		}
		keeps := g == "" || r.deeds.kept[string(r.key)]
		if g == "" && e.Patient.None() {
			g = r.entry(o.Prep, "")
		}
		if g == "" {
			continue
		}
		switch {
		case isCopula(c.Predicate):
			e.Word, r.part = o.Prep+" "+r.Doc.Tokens[o.Head].Lower, o.Phrase
			e.Agent, e.Patient = clause.Phrase{}, e.Agent
		case keeps && e.Patient.None():
			e.Patient = o.Phrase
		case !keeps:
			e.Word, r.part = r.verb+" "+o.Prep+" "+r.Doc.Tokens[o.Head].Lower, o.Phrase
		}
		return g
	}
	return ""
}

// befell is the group of what happened to those among whom somebody is: "among those
// killed", "among the people who died".
func (r *reader) befell(o *clause.Oblique) string {
	if o.Last >= r.sentence.Last {
		return ""
	}
	if t := &r.Doc.Tokens[o.Last]; t.Fine == text.VBN {
		return r.deeds.verbs[t.Lemma]
	}
	for n := range r.clauses {
		k := &r.clauses[n]
		if k.Relation == clause.Relative && k.Mark == o.Last && !k.Negated {
			return r.deeds.verbs[k.Predicate]
		}
	}
	return ""
}

// goesOn reports whether an infinitive follows the verb: "failed to stop".
func (r *reader) goesOn(c *clause.Clause) bool {
	return c.Verb+1 < r.sentence.Last && r.Doc.Tokens[c.Verb+1].Lower == "to"
}

// performed reads a verb whose object is a noun for a deed, and says that deed:
// "launched an attack on the base". What the noun's deed is done to stands behind it.
func (r *reader) performed(e *Event, c *clause.Clause) bool {
	if !r.deeds.performs[c.Predicate] || e.Patient.None() {
		return false
	}
	t := &r.Doc.Tokens[e.Patient.Head]
	g := r.deeds.nouns[t.Lemma]
	if g == "" || t.Tag != text.NOUN || r.another(e.Patient) {
		return false
	}
	noun := e.Patient
	e.Deed, e.Word, e.Patient = g, c.Predicate+" "+t.Lemma, clause.Of(r.Doc, noun)
	if before := noun.Head - 1; e.Patient.None() && t.Lemma == "declaration" && before >= noun.First && r.Doc.Tokens[before].Tag == text.NOUN {
		e.Patient = clause.Phrase{First: before, Last: noun.Head, Head: before} // "an emergency declaration"
	}
	for i := range c.Obliques {
		if o := &c.Obliques[i]; e.Patient.None() && o.First == noun.Last+1 && joinsPatient(o.Prep) && !r.dated(o.Phrase) {
			e.Patient = o.Phrase
		}
	}
	return true
}

// joinsPatient reports a preposition behind which a noun's deed has what it is done
// to.
func joinsPatient(prep string) bool {
	switch prep {
	case "of", "on", "upon", "into", "against", "to", "for":
		return true
	}
	return false
}
