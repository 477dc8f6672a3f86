package person

import (
	"github.com/concord-news/concord/rules/clause"
	"github.com/concord-news/concord/rules/mention"
	"github.com/concord-news/concord/rules/text"
)

// sentence finds the people of whom sentence s speaks.
func (r *reader) sentence(s int) {
	for r.clause < len(r.Clauses) && r.Clauses[r.clause].Sentence < s {
		r.clause++
	}
	r.first = append(r.first, int32(len(r.all)))
	for _, ph := range r.Phrases(s) {
		r.owner(s, ph)
		if v := r.individual(s, ph); v != nil {
			r.all = append(r.all, *v)
		}
	}
}

// owner finds for whom "his" or "her" stands at the beginning of a phrase: "his brother".
// Inside quotation marks that is left open.
func (r *reader) owner(s int, ph clause.Phrase) {
	t := &r.Doc.Tokens[ph.First]
	if t.Fine != text.PRPS || Sex(t.Lower) == 0 || ph.First == ph.Head || r.Quoted(ph.First) {
		return
	}
	v := individual{head: ph.First, clause: -1}
	if r.pronoun(s, &v); v.stands {
		r.owners = append(r.owners, known{head: ph.First, who: v.phrase})
	}
}

// individual is the one person for whom a phrase stands, nil where it stands for
// none, for several or for nobody knows whom. It is good until the next call.
func (r *reader) individual(s int, ph clause.Phrase) *individual {
	t := &r.Doc.Tokens[ph.Head]
	switch {
	case t.Tag == text.PRON && Sex(t.Lower) != 0 && t.Fine != text.PRPS:
	case r.bearsName(ph), t.Tag == text.NOUN && t.Fine == text.NN && r.isPerson(ph.Head), t.Lower == "one" || t.Lower == "another":
	case t.Fine == text.NNS && r.isPerson(ph.Head):
		r.bearersOf(description{noun: t.Lemma}).other = true
		return nil
	default:
		return nil
	}
	v := &r.current
	*v = individual{phrase: ph, head: ph.Head, clause: -1}
	v.quoted, v.indefinite = r.Quoted(ph.Head), r.Doc.Tokens[ph.First].Lower == "a" || r.Doc.Tokens[ph.First].Lower == "an"
	r.subject(s, v)
	if t.Tag == text.PRON {
		r.pronoun(s, v)
		return v
	}
	if m := r.named(ph.Head); m != nil {
		if m.Kind != mention.Person && !v.speaks {
			return nil
		}
		v.indefinite = false
		v.entity, v.sex = m.Entity, r.sexes[m.Entity]
		v.phrase = nameOf(m)
		r.titles(ph, m)
		return v
	}
	if !r.description(s, v) {
		return nil
	}
	return v
}

// bearsName reports whether a phrase is the name of a person: "the Corvid" is
// that of a thing.
func (r *reader) bearsName(ph clause.Phrase) bool {
	m := r.named(ph.Head)
	return m != nil && (m.First != ph.First+1 || r.Doc.Tokens[ph.First].Lower != "the")
}

// titles notes the description that stands before a name in one phrase: "hut owner
// Ada Voss", "the 34-year-old guide Ada Voss".
func (r *reader) titles(ph clause.Phrase, m *mention.Mention) {
	i := m.First - 1
	if i < ph.First || r.Doc.Tokens[i].Tag != text.NOUN && r.Doc.Tokens[i].Tag != text.PROPN || !r.isPerson(i) {
		return
	}
	r.tellSex(m.Entity, r.Doc.Tokens[i].Lower)
	if !r.past(clause.Phrase{First: ph.First, Last: i + 1, Head: i}) {
		r.bear(i, m)
	}
}

// subject notes the clause of which an individual is the subject. Who says so
// according to the outlet is one too.
func (r *reader) subject(s int, v *individual) {
	if i := v.phrase.First; i > 1 && r.Doc.Tokens[i-1].Lower == "to" && r.Doc.Tokens[i-2].Lower == "according" {
		v.subject, v.main, v.speaks = true, true, true
	}
	for k := r.clause; k < len(r.Clauses) && r.Clauses[k].Sentence == s; k++ {
		c := &r.Clauses[k]
		list := c.Agents
		if c.Passive {
			list = c.Patients
		}
		if len(list) == 0 || list[0].Head != v.head && !(list[0].First <= v.head && v.head < list[0].Last) {
			continue
		}
		v.speaks = v.speaks || r.Says(r.Doc.Tokens[c.Verb].Lemma)
		if v.clause < 0 {
			v.clause, v.subject = k, true
			v.main, v.relative, v.reported = c.Relation == clause.Main, c.Relation == clause.Relative, c.Relation == clause.Complement
		}
	}
}
