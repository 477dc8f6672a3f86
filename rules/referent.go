package rules

import (
	"github.com/concord-news/concord/rules/clause"
	"github.com/concord-news/concord/rules/mention"
	"github.com/concord-news/concord/rules/text"
)

// Referent is what a noun phrase stands for.
type Referent struct {
	// KeyValue is the party, entity or group of the noun; its Value is "" for
	// pronouns and where nothing is said.
	KeyValue
	// Named: a name. Plural: several. Some: not all of its kind, or others.
	// Pronoun: it was found for a pronoun, or a description away from the name.
	Named, Plural, Some, Pronoun bool
	// Phrase is the noun phrase.
	clause.Phrase
	// Count and Owner are the indexes of the mentions of how many there are and
	// of the person or body to which it belongs, -1 for none.
	Count, Owner int
	// Noun is the lemma of its noun, "" for names.
	Noun string
}

// referent is what a phrase stands for.
func (r *eventReader) referent(ph clause.Phrase) Referent {
	v := Referent{Phrase: ph, Count: -1, Owner: -1}
	if ph.None() || r.none(ph) {
		return v
	}
	if who := r.standsFor(v); who.Value != "" {
		return who
	}
	return r.referentOf(ph)
}

// referentOf is what a phrase stands for that is no pronoun.
func (r *eventReader) referentOf(ph clause.Phrase) Referent {
	v := Referent{Phrase: ph, Count: -1, Owner: -1}
	t := &r.g.Doc.Tokens[ph.Head]
	if t.Tag == text.PRON {
		return v
	}
	if m := r.mentionAt(ph.Head); m != nil {
		v.KeyValue, v.Named = KeyValue{Value: m.Name, Entity: m.Entity, Show: m.Name}, true
		return v
	}
	switch t.Tag {
	case text.PROPN:
		if v.KeyValue, v.Named = r.name(ph.First, ph.Last, ph.Head), true; v.Value == "" {
			v.KeyValue = KeyValue{Value: t.Lower, Show: r.g.Doc.Form(ph.Head)}
		}
	case text.NOUN:
		thing := r.catalog.Deeds.Thing(t.Lemma)
		v.KeyValue, v.Noun = KeyValue{Value: thing, Show: thing}, t.Lemma
		v.Plural, v.Some = t.Fine == text.NNS, r.some(ph)
		v.Owner = r.ownerOf(ph)
		v.Count = r.count(ph)
	case text.NUM:
		v.Count = r.count(ph)
	}
	return v
}

// none reports a phrase that says that there is nobody: "no group".
func (r *eventReader) none(ph clause.Phrase) bool {
	return text.NoOne(r.g.Doc.Tokens[ph.First].Lower)
}

// standsFor is the person for whom a pronoun or description stands, v where there
// is none.
func (r *eventReader) standsFor(v Referent) Referent {
	if t := &r.g.Doc.Tokens[v.Head]; t.Tag != text.PRON && t.Fine != text.NN {
		return v
	}
	who := r.g.people.Of(v.Head)
	if who.None() {
		return v
	}
	out := r.referentOf(who)
	if out.Phrase, out.Pronoun = v.Phrase, !r.g.people.Sure(v.Head); r.apposed(v.Phrase, who) {
		out.Pronoun, r.named = false, true
		if r.described {
			return v
		}
	}
	return out
}

// apposed reports whether a description and a name stand beside each other, so that
// no more than one reading is possible: "the minister, Ada Voss,".
func (r *eventReader) apposed(description, name clause.Phrase) bool {
	const near = 8 // "Ada Voss, 44, the head of the union,"
	d := r.g.Doc
	if d.Tokens[description.Head].Tag == text.PRON || d.SentenceOf(description.Head) != d.SentenceOf(name.Head) {
		return false
	}
	return max(name.First-description.Last, description.First-name.Last) <= near
}

// count is the number before a phrase's noun, or that is its head.
func (r *eventReader) count(ph clause.Phrase) int {
	for k := r.mentionsFrom(ph.First); k < len(r.g.Mentions) && r.g.Mentions[k].First <= ph.Head; k++ {
		if r.g.Mentions[k].Kind == mention.Number {
			return k
		}
	}
	return -1
}

// ownerOf is the person or body to which a phrase's thing belongs: a possessor,
// a name before the noun, or one behind "of".
func (r *eventReader) ownerOf(ph clause.Phrase) int {
	owns := func(k int) bool {
		m := &r.g.Mentions[k]
		return m.Kind == mention.Person || m.Kind == mention.Organisation
	}
	for k := r.mentionsFrom(ph.First); k < len(r.g.Mentions) && r.g.Mentions[k].First < ph.Head; k++ {
		if owns(k) {
			return k
		}
	}
	if of := clause.Of(r.g.Doc, ph); !of.None() {
		for k := r.mentionsFrom(of.First); k < len(r.g.Mentions) && r.g.Mentions[k].First <= of.Head; k++ {
			if owns(k) && of.Head < r.g.Mentions[k].Last {
				return k
			}
		}
	}
	return -1
}

// some reports a phrase that speaks of some of a kind or of others of it.
func (r *eventReader) some(ph clause.Phrase) bool {
	for i := ph.First; i < ph.Head; i++ {
		t := &r.g.Doc.Tokens[i]
		if t.Tag == text.NUM && r.ageFrom(i) == nil {
			return true
		}
		switch t.Lower {
		case "some", "many", "several", "other", "others", "another", "most", "few", "more", "any", "every", "each", "all", "both", "first", "second", "third", "last", "next", "half", "no", "new", "dozens", "hundreds":
			return true
		}
	}
	return false
}

// StandsFor returns the phrase for which the pronoun, or the description with the head, at a
// token stands, none where the text does not say for certain.
func (g *Reading) StandsFor(token int) clause.Phrase { return g.people.Of(token) }
