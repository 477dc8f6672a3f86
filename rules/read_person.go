package rules

import (
	"strings"

	"github.com/concord-news/concord/rules/clause"
	"github.com/concord-news/concord/rules/mention"
	"github.com/concord-news/concord/rules/text"
)

// nameValue is the name of a mention as a part of a key.
func nameValue(m *mention.Mention) KeyValue {
	return KeyValue{Value: strings.ToLower(m.Name), Entity: m.Entity, Show: m.Name}
}

// bearer is the name in a slot, of two the one whose age the fact has, or the one
// for whom a pronoun or description there stands. For "the 44-year-old" alone it is
// the person named last, where that sentence names no other and none is named behind.
func (a *application) bearer(f *Fact, slot namedCapture) KeyValue {
	if v := a.entity(slot); v.Value != "" {
		if first, ok := a.pairedWith(f, slot); ok {
			return first
		}
		return v
	}
	d := a.g.Doc
	head := slot.Head
	switch t := &d.Tokens[head]; {
	case t.Fine == text.PRPS:
		return a.called(a.g.people.Owner(head))
	case t.Tag == text.NOUN:
		return a.called(a.g.people.Of(head))
	}
	if ph, ok := a.input.PhraseAt(slot.First); ok {
		head = ph.Head
	}
	if who := a.g.people.Of(head); !who.None() {
		return a.called(who)
	}
	sentence := d.SentenceOf(slot.First)
	own := &d.Sentences[sentence]
	var who *mention.Mention
	for i := a.mentionsFrom(d.Sentences[max(0, sentence-1)].First); i < len(a.g.Mentions) && a.g.Mentions[i].First < own.Last; i++ {
		m := &a.g.Mentions[i]
		switch {
		case m.Kind != mention.Person || otherSex(d.Tokens[slot.First].Lower, m.Name):
		case m.First >= own.First && m.First < slot.Last+nameBehind:
			return KeyValue{} // of this sentence: it may be of either
		case m.First >= own.First:
		case who != nil && who.Entity != m.Entity:
			return KeyValue{}
		default:
			who = m
		}
	}
	if who == nil {
		return KeyValue{}
	}
	return nameValue(who)
}

// called is the name of the person for whom a phrase stands, nothing for nobody and for one
// without a name.
func (a *application) called(who clause.Phrase) KeyValue {
	if who.None() {
		return KeyValue{}
	}
	m := a.mentionAt(who.Head)
	if m == nil || m.Kind != mention.Person {
		return KeyValue{}
	}
	return nameValue(m)
}

// pairedWith is the person whose age the fact has, of two who stand with two ages:
// the first of "Karl and Ada Voss, 51 and 49", where the age is the first; false
// where the person in the slot stands alone or it is the second. It is nobody where
// the ages are those of more than two.
func (a *application) pairedWith(f *Fact, slot namedCapture) (KeyValue, bool) {
	d := a.g.Doc
	low := func(i int) string {
		if i < 0 || i >= len(d.Tokens) {
			return ""
		}
		return d.Tokens[i].Lower
	}
	m := a.mentionAt(slot.Head)
	if m == nil || low(m.First-1) != "and" || low(m.Last) != "," {
		return KeyValue{}, false
	}
	first, second := a.ageFrom(m.Last+1), (*mention.Mention)(nil)
	if first != nil && low(first.Last) == "and" {
		second = a.ageFrom(first.Last + 1)
	}
	if second == nil || f.Token >= second.First {
		return KeyValue{}, false
	}
	person := func(i int) *mention.Mention {
		if m := a.mentionAt(max(i, 0)); m != nil && m.Kind == mention.Person {
			return m
		}
		return nil
	}
	switch other := person(m.First - 2); {
	case other == nil || low(other.First-1) == "," && person(other.First-2) != nil:
		return KeyValue{}, true
	default:
		return nameValue(other), true
	}
}

// ageFrom is the age that begins at a token, nil for none.
func (a *application) ageFrom(token int) *mention.Mention {
	for i := a.mentionsFrom(token); i < len(a.g.Mentions) && a.g.Mentions[i].First == token; i++ {
		if m := &a.g.Mentions[i]; m.Kind == mention.Age {
			return m
		}
	}
	return nil
}

// nameBehind is how many words behind an age its bearer's name may stand: "the
// 44-year-old former teacher Ada Voss".
const nameBehind = 6
