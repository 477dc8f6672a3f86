package rules

import (
	"strconv"
	"strings"

	"github.com/concord-news/concord/rules/clause"
	"github.com/concord-news/concord/rules/mention"
	"github.com/concord-news/concord/rules/quantity"
	"github.com/concord-news/concord/rules/text"
)

// uncounted is what a bare figure counts: news says "59 dead" of people alone.
const uncounted = "people"

// counted is what a figure counts: the group of its noun with the modifiers,
// so that children, wounded soldiers and others are no people in general.
func (a *application) counted(slot namedCapture) KeyValue {
	if slot.Mention < 0 || a.g.Mentions[slot.Mention].Head < 0 {
		return KeyValue{Value: uncounted}
	}
	slot.Head = a.g.Mentions[slot.Mention].Head
	noun := a.catalog.Synonym(a.g.Doc.Tokens[slot.Head].Lemma)
	whole := strings.TrimSpace(a.modifiers(slot) + " " + noun)
	if whole == uncounted {
		return KeyValue{Value: uncounted}
	}
	return KeyValue{Value: whole, Show: whole}
}

// dimensions are what units measure, each by a unit of it.
var dimensions = []struct{ name, unit string }{
	{"length", "metre"}, {"area", "hectare"}, {"speed", "metre/second"}, {"mass", "kilogram"}, {"volume", "litre"},
	{"temperature", "celsius"}, {"power", "watt"}, {"pressure", "hectopascal"},
}

// measured is what a key takes of the unit of a slot's figure.
func (a *application) measured(slot namedCapture, attribute string) KeyValue {
	if slot.Mention < 0 {
		return KeyValue{}
	}
	m := &a.g.Mentions[slot.Mention]
	switch u := m.Unit; attribute {
	case "amount":
		if q := m.Quantity; !q.Known() || q.Low != q.High {
			return KeyValue{}
		}
		return KeyValue{Value: strconv.FormatFloat(m.Quantity.Low, 'g', -1, 64) + " " + u, Show: m.In(a.g.Doc.Text)}
	case "dimension":
		return KeyValue{Value: dimension(u)}
	case "rate":
		return KeyValue{Value: rate(u)}
	default:
		return KeyValue{Value: u, Show: u}
	}
}

// dimension is what a unit measures, "" where none of dimensions is.
func dimension(unit string) string {
	if unit == "ton" {
		return "mass" // which of several tons is not known
	}
	for _, d := range dimensions {
		if _, ok := quantity.Convert(1, unit, d.unit); ok && unit != "" {
			return d.name
		}
	}
	return ""
}

// rate is what a sum in the unit is paid for: a share, a year, or the whole.
func rate(unit string) string {
	if _, per, ok := strings.Cut(unit, "/"); ok {
		return per
	}
	return "whole"
}

// role is the part that a slot plays in its clause, with the predicate: whether
// the hikers rescue or are rescued; "" where it is no argument of the clause.
// What a copula says of its subject takes the place of the copula.
func (a *application) role(slot namedCapture, c *clause.Clause) KeyValue {
	if c == nil || c.Predicate == "" {
		return KeyValue{}
	}
	predicate := c.Predicate
	if predicate == "be" {
		if c.Complement.None() && !c.Existential {
			return KeyValue{}
		}
		if c.Existential {
			return a.there(slot)
		}
		predicate = "be " + a.g.Doc.Tokens[c.Complement.Head].Lemma
	}
	part := ""
	switch {
	case heads(c.Agents, slot):
		part = "by"
	case heads(c.Patients, slot):
		part = "of"
	default:
		return KeyValue{}
	}
	return KeyValue{Value: a.catalog.Synonym(predicate) + " " + part, Show: predicate}
}

// there is the role of what there is; of people alone it says too little, for
// there are people in every part of a story.
func (a *application) there(slot namedCapture) KeyValue {
	if a.catalog.Synonym(a.g.Doc.Tokens[slot.Head].Lemma) == uncounted {
		return KeyValue{}
	}
	return KeyValue{Value: "there is", Show: "there is"}
}

// heads reports whether the slot's head is that of one of the phrases.
func heads(phrases []clause.Phrase, slot namedCapture) bool {
	for _, ph := range phrases {
		if ph.Head == slot.Head {
			return true
		}
	}
	return false
}

// named is a party or an entity that one of the phrases is, other than the slot
// itself. Common nouns differ too freely between outlets.
func (a *application) named(slot namedCapture, phrases []clause.Phrase) KeyValue {
	for _, ph := range phrases {
		if ph.Head >= slot.First && ph.Head < slot.Last || ph.None() {
			continue
		}
		if v := a.name(ph.First, ph.Last, ph.Head); v.Value != "" {
			return v
		}
	}
	return KeyValue{}
}

// doer is the name of who does it. What is written as a name and known as none is
// somebody of its own, and so are those who speak of themselves: "we won 112 seats"
// is not told of everybody who won seats.
func (a *application) doer(slot namedCapture, agents []clause.Phrase) KeyValue {
	if v := a.named(slot, agents); v.Value != "" || len(agents) == 0 || agents[0].None() {
		return v
	}
	t := &a.g.Doc.Tokens[agents[0].Head]
	switch {
	case t.Tag == text.PROPN && a.g.Doc.Tokens[agents[0].First].Lower == "the": // a surname alone may be anybody's
		return KeyValue{Value: "name " + t.Lower, Show: t.In(a.g.Doc.Text)}
	case t.Lower == "we" || t.Lower == "i":
		return KeyValue{Value: "who speaks"}
	}
	return KeyValue{}
}

func (a *application) name(first, last, head int) KeyValue {
	if m := a.mentionAt(head); m != nil && m.Kind == mention.Person {
		return nameValue(m)
	}
	if m := a.nameOf(head); m != nil && m.Kind == mention.Person {
		return nameValue(m)
	}
	if p := a.parties.of(first, last); p != "" {
		return party(p)
	}
	if m := a.mentionAt(head); m != nil {
		return nameValue(m)
	}
	return KeyValue{}
}

// thing is what a slot names: a person, party or other entity, else the group
// of its noun; nothing for pronouns and for people in general.
func (a *application) thing(slot namedCapture) KeyValue {
	if v := a.name(slot.First, slot.Last, slot.Head); v.Value != "" {
		return v
	}
	if v := a.standsFor(slot.Head); v.Value != "" {
		return v
	}
	if a.g.Doc.Tokens[slot.Head].Tag != text.NOUN {
		return KeyValue{}
	}
	l := a.headLemma(slot)
	if group := a.catalog.Synonym(l); group != uncounted {
		return KeyValue{Value: group, Show: l}
	}
	return KeyValue{} // people die and are found on many days
}
