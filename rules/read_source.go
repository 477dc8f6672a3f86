package rules

import (
	"strings"

	"github.com/concord-news/concord/rules/clause"
	"github.com/concord-news/concord/rules/mention"
	"github.com/concord-news/concord/rules/names"
	"github.com/concord-news/concord/rules/text"
)

// sources applies the reads that look at offices, quotations and spellings.
func (a *application) sources() {
	for _, ref := range a.bySource[FromOffice] {
		a.offices(ref)
	}
	for _, ref := range a.bySource[FromQuotation] {
		a.quotations(ref)
	}
	for _, ref := range a.bySource[FromSpelling] {
		a.spellings(ref)
	}
}

// sourceSlot is a slot of a fact that no pattern made.
type sourceSlot struct {
	name string
	KeyValue
}

// add completes the draft of a fact that no pattern made, and keeps it.
func (a *application) add(f *Fact, slots ...sourceSlot) {
	if !a.complete(f, slots...) {
		a.drop()
	}
}

// complete fills in the key of a fact that no pattern made, its voice, sentence
// and time; false where a part of the key that must be there is not stated.
func (a *application) complete(f *Fact, slots ...sourceSlot) bool {
	key := a.newKey(len(f.Rule.Key))
	for n := range f.Rule.Key {
		part := &f.Rule.Key[n]
		var v KeyValue
		for i := range slots {
			if slots[i].name == part.Slot {
				v = slots[i].KeyValue
			}
		}
		if part.Literal != "" {
			v = KeyValue{Value: part.Literal, Show: part.Literal}
		}
		if v.Value == "" && !part.Optional {
			return false
		}
		key[n] = v
	}
	f.Key = a.keepKey(key)
	a.clauses = a.clausesOf(a.sentenceOf(f.Token))
	voice := f.Voice
	var c *clause.Clause
	if n := a.around(f.Token); n >= 0 {
		c = &a.clauses[n]
	}
	a.context(f, c)
	if voice != (Voice{}) {
		f.Voice = voice
	}
	f.Sentence = f.Sentence.Cover(f.Evidence) // quotations run over several
	return true
}

// offices makes a fact of each office that a person is said to hold: of the
// office, or where the rule compares names, of its holder.
func (a *application) offices(ref readRef) {
	holders := ref.rule.Compare.By == ByNames
	for i := range a.g.Holdings {
		h := &a.g.Holdings[i]
		if h.Negated || h.Future || holders && (h.Former || h.Acting || !h.Title.Exclusive) {
			continue
		}
		person, office := &a.g.Mentions[h.Person], &a.g.Mentions[h.Office]
		f := a.draft()
		f.Rule, f.Evidence, f.Token = ref.rule, h.Span, office.First
		f.Value.Office = Office{Title: h.Title.Head, Class: h.Title.Class, Scope: h.Country, Former: h.Former}
		if h.Country == "" {
			f.Value.Office.Body, f.Value.Office.BodyEntity = h.Scope, h.ScopeEntity
		}
		f.Value.Words = office.In(a.g.Doc.Text)
		title := KeyValue{Value: office.Name, Show: office.Name}
		if holders {
			f.Value.Names = []Name{{Text: person.In(a.g.Doc.Text), Canonical: person.Name, Entity: person.Entity, Kind: person.Kind}}
			title.Value = h.Title.Class
		}
		a.add(f,
			sourceSlot{"person", nameValue(person)},
			sourceSlot{"office", title},
			sourceSlot{"scope", scopeOf(h)},
		)
	}
}

// scopeOf is the country or body of a held office, or the name to which the
// text says that it belongs.
func scopeOf(h *names.Holding) KeyValue {
	if h.Country != "" {
		return party(h.Country)
	}
	return KeyValue{Value: strings.ToLower(h.Scope), Entity: h.ScopeEntity, Show: h.Scope}
}

func (a *application) quotations(ref readRef) {
	for i := range a.g.Speech {
		at := &a.g.Speech[i]
		if !at.Direct() || a.wordCount(at.First, at.Last) < max(ref.read.MinWords, 1) {
			continue
		}
		f := a.draft()
		f.Rule, f.Evidence, f.Token = ref.rule, at.Span, at.First
		f.Value.Quote, f.Value.Words = at.Inner, at.Inner.In(a.g.Doc.Text)
		f.Voice = a.voice(at.First)
		if d := a.g.Doc; !at.Speaker.None() {
			s := d.SentenceOf(at.Speaker.Head)
			f.Voice.Away = s < d.SentenceOf(at.First) || s > d.SentenceOf(at.Last-1)
		}
		speaker := KeyValue{Value: strings.ToLower(f.Voice.Speaker), Entity: f.Voice.Entity, Show: f.Voice.Speaker}
		a.add(f, sourceSlot{"speaker", speaker})
	}
}

func (a *application) wordCount(first, last int) int {
	n := 0
	for i := first; i < last; i++ {
		if a.g.Doc.Tokens[i].Shape.Has(text.HasLetter) {
			n++
		}
	}
	return n
}

// spellings makes a fact of each form in which a person, place or body is named, where it
// first stands.
func (a *application) spellings(ref readRef) {
	type form struct {
		entity int
		words  string
	}
	seen := map[form]bool{}
	for i := range a.g.Mentions {
		m := &a.g.Mentions[i]
		words, at := names.Written(a.g.Doc, a.g.Mentions, i)
		if m.Kind < mention.Person || m.Kind > mention.Place || m.Entity == 0 || seen[form{m.Entity, words}] {
			continue
		}
		seen[form{m.Entity, words}] = true
		if m.Kind != mention.Person && !names.Coined(words) {
			continue // what a list or dictionary has is not miswritten unseen
		}
		f := a.draft()
		f.Rule, f.Token, f.Voice.Own, f.Evidence, f.Value.Words = ref.rule, m.Last-1, true, at, words
		f.Value.Kind = m.Kind
		a.add(f, sourceSlot{"person", nameValue(m)})
	}
}
