package rules

import (
	"slices"
	"strings"

	"github.com/concord-news/concord/rules/clause"
	"github.com/concord-news/concord/rules/lemma"
	"github.com/concord-news/concord/rules/lexicon"
	"github.com/concord-news/concord/rules/mention"
	"github.com/concord-news/concord/rules/pattern"
	"github.com/concord-news/concord/rules/text"
)

// key fills in what a fact is about; false where a part that must be there is
// not stated.
func (a *application) key(f *Fact, c *clause.Clause) bool {
	key := a.newKey(len(f.Rule.Key))
	for i := range f.Rule.Key {
		part := &f.Rule.Key[i]
		v := a.keyValue(part, f, c)
		if v.Value == "" && !part.Optional || part.Want != "" && v.Value != part.Want {
			return false
		}
		key[i] = v
	}
	f.Key = a.keepKey(key)
	if cp := &f.Rule.Compare; cp.Complements() {
		side, owner := a.keyValue(&cp.Complement[0], f, c), a.keyValue(&cp.Complement[1], f, c)
		f.Kept = side.Value != "" && side.Value == owner.Value
	}
	return true
}

func (a *application) keyValue(part *KeyPart, f *Fact, c *clause.Clause) KeyValue {
	if part.Literal != "" {
		return KeyValue{Value: part.Literal, Show: part.Literal}
	}
	slot, ok := a.slot(part.Slot)
	if !ok {
		return KeyValue{}
	}
	d := a.g.Doc
	switch part.Attribute {
	case "lemma":
		return KeyValue{Value: d.Tokens[slot.Head].Lemma, Show: d.Tokens[slot.Head].Lower}
	case "class":
		return KeyValue{Value: a.class(slot), Show: a.shown(slot)}
	case "party":
		return party(a.parties.of(slot.First, slot.Last))
	case "owner":
		return a.owner(slot)
	case "entity":
		return a.entity(slot)
	case "place":
		return a.place(slot)
	case "body":
		return a.body(slot)
	case "given":
		return given(a.entity(slot))
	case "bearer":
		return a.bearer(f, slot)
	case "predicate":
		return a.predicateOf(c)
	case "counted":
		return a.counted(slot)
	case "agent":
		if c == nil {
			return KeyValue{}
		}
		return a.doer(slot, c.Agents)
	case "patient":
		if c == nil {
			return KeyValue{}
		}
		return a.named(slot, c.Patients)
	case "thing":
		return a.thing(slot)
	case "unit", "dimension", "rate", "amount":
		return a.measured(slot, part.Attribute)
	case "role":
		return a.role(slot, c)
	case "occasion":
		return a.occasion(f, c)
	case "modifiers":
		m := a.modifiers(slot)
		return KeyValue{Value: m, Show: m}
	}
	w := a.words(slot.First, slot.Last)
	return KeyValue{Value: w, Show: w}
}

// class is the group of a slot's head: that of the lists of synonyms, or else of the things
// that outlets call by several nouns, such as a ship.
func (a *application) class(slot namedCapture) string {
	l := a.headLemma(slot)
	if group, ok := a.catalog.synonym(l); ok {
		return group
	}
	return a.catalog.Deeds.Thing(l)
}

// headLemma is the lemma of the slot's head, or of a run of words of a class.
func (a *application) headLemma(slot namedCapture) string {
	if slot.kind == pattern.KindClass && slot.Last-slot.First > 1 {
		return a.words(slot.First, slot.Last)
	}
	t := &a.g.Doc.Tokens[slot.Head]
	if t.Fine == text.VBG && slot.kind == pattern.KindClass && lemma.Known(t.Lower, text.NOUN) {
		return t.Lower // the class has the noun: "days of mourning"
	}
	return t.Lemma
}

// shown is how reports print the head of a slot: as the text has it, in lower
// case.
func (a *application) shown(slot namedCapture) string {
	first := slot.Head
	if slot.kind == pattern.KindClass {
		first = slot.First
	}
	return strings.ToLower(a.g.Doc.Span(first, slot.Head+1).In(a.g.Doc.Text))
}

func party(code string) KeyValue { return KeyValue{Value: code, Show: partyName(code)} }

// owner is the party to which a slot's thing belongs: a possessor or an
// adjective of nationality before its head; "its" and "their" stand for the
// party that another slot of the match captured.
func (a *application) owner(slot namedCapture) KeyValue {
	d := a.g.Doc
	for i := slot.First; i < slot.Head; i++ {
		switch t := &d.Tokens[i]; {
		case t.Lower == "its" || t.Lower == "their":
			for _, other := range a.matches {
				if other.kind == pattern.KindParty && other.Last <= i {
					return party(a.parties.of(other.First, other.Last))
				}
			}
		case t.Tag == text.PROPN || t.Tag == text.ADJ:
			if p := a.parties.of(i, i+1); p != "" {
				return party(p)
			}
		}
	}
	return KeyValue{}
}

func (a *application) entity(slot namedCapture) KeyValue {
	for i := a.mentionsFrom(slot.First); i < len(a.g.Mentions); i++ {
		m := &a.g.Mentions[i]
		if m.First >= slot.Last {
			break
		}
		if m.First >= slot.First && m.Kind >= mention.Person && m.Kind <= mention.Event {
			return nameValue(m)
		}
	}
	return a.standsFor(slot.Head)
}

// given is the given name of a person, by which relatives go: "her uncle Karl".
func given(person KeyValue) KeyValue {
	first, _, _ := strings.Cut(person.Value, " ")
	return KeyValue{Value: lexicon.Fold(first), Show: person.Show}
}

// standsFor is the person for whom the pronoun or description with the head stands:
// "she", "the guide".
func (a *application) standsFor(head int) KeyValue {
	m := a.nameOf(head)
	if m == nil {
		return KeyValue{}
	}
	return nameValue(m)
}

// stands reports whether a pronoun or description stands for a person by name.
func (a *application) stands(head int) bool {
	if t := &a.g.Doc.Tokens[head]; t.Tag != text.PRON && t.Fine != text.NN {
		return false
	}
	return a.nameOf(head) != nil
}

// nameOf is the name of the person for whom the pronoun or description with the head
// stands, nil for none.
func (a *application) nameOf(head int) *mention.Mention {
	who := a.g.people.Of(head)
	if who.None() {
		return nil
	}
	return a.mentionAt(who.Head)
}

// bodyReach is how many sentences back "the company" may have its name.
const bodyReach = 3

// body is the name in a slot or, for "the company" and "it", of the organisations
// named shortly before that of which the article has spoken most, the last of two
// alike.
func (a *application) body(slot namedCapture) KeyValue {
	if v := a.entity(slot); v.Value != "" {
		return v
	}
	first := a.g.Doc.Sentences[max(0, a.sentenceOf(slot.First)-bodyReach)].First
	before := a.g.Mentions[:a.mentionsFrom(slot.First)]
	var best *mention.Mention
	most := 0
	for i := len(before) - 1; i >= 0 && before[i].First >= first; i-- {
		m := &before[i]
		if m.Entity == 0 || m.Kind != mention.Organisation && (m.Kind != mention.Person || !a.bearsNoGiven(m)) {
			continue
		}
		if n := spoken(before, m.Entity); n > most {
			best, most = m, n
		}
	}
	if best == nil {
		return KeyValue{}
	}
	return nameValue(best)
}

// spoken is how often an entity is named.
func spoken(mentions []mention.Mention, entity int) int {
	n := 0
	for i := range mentions {
		if mentions[i].Entity == entity {
			n++
		}
	}
	return n
}

// otherSex reports whether a pronoun cannot stand for the bearer of a name: "she"
// for Walter.
func otherSex(pronoun, name string) bool {
	given, _, _ := strings.Cut(name, " ")
	switch sex := lexicon.SexOf(given); pronoun {
	case "he":
		return sex == 'f'
	case "she":
		return sex == 'm'
	}
	return false
}

// bearsNoGiven reports whether what was taken for a person may be a firm: no
// part of the name is a given name, and no title stands before it.
func (a *application) bearsNoGiven(m *mention.Mention) bool {
	first, _, _ := strings.Cut(m.Name, " ")
	if lexicon.Has(first, lexicon.Given) {
		return false
	}
	return m.First == 0 || !lexicon.Has(a.g.Doc.Tokens[m.First-1].Lower, lexicon.Honorific)
}

// place is a place named inside the slot's phrase, or after "in" or "at" just
// behind it.
func (a *application) place(slot namedCapture) KeyValue {
	d := a.g.Doc
	first, last := slot.First, slot.Last
	if ph, ok := a.input.PhraseAt(slot.Head); ok {
		first, last = min(first, ph.First), max(last, ph.Last)
	}
	if last+1 < len(d.Tokens) && (d.Tokens[last].Lower == "in" || d.Tokens[last].Lower == "at") {
		last += 2
		if ph, ok := a.input.PhraseAt(last - 1); ok {
			last = ph.Last
		}
	}
	for i := a.mentionsFrom(first); i < len(a.g.Mentions); i++ {
		m := &a.g.Mentions[i]
		if m.First >= last {
			break
		}
		if m.Kind == mention.Place && m.First >= first && m.Last <= last {
			return nameValue(m)
		}
	}
	return KeyValue{}
}

func (a *application) predicateOf(c *clause.Clause) KeyValue {
	if c == nil || c.Predicate == "" {
		return KeyValue{}
	}
	return KeyValue{Value: a.catalog.Synonym(c.Predicate), Show: c.Predicate}
}

// modifiers lists the lemmas of the adjectives and nouns before a slot's head,
// sorted.
func (a *application) modifiers(slot namedCapture) string {
	first := slot.First
	if slot.Mention >= 0 {
		// The number itself, its hedge and its bound modify no further.
		first = a.g.Mentions[slot.Mention].Last
	}
	var out []string
	for i := first; i < slot.Head; i++ {
		switch t := &a.g.Doc.Tokens[i]; t.Tag {
		case text.ADJ, text.NOUN, text.PROPN, text.VERB:
			out = append(out, t.Lemma)
		}
	}
	slices.Sort(out)
	return strings.Join(out, " ")
}
