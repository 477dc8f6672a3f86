package rules

import (
	"strconv"
	"strings"

	"github.com/concord-news/concord/rules/clause"
	"github.com/concord-news/concord/rules/lexicon"
	"github.com/concord-news/concord/rules/mention"
	"github.com/concord-news/concord/rules/pattern"
	"github.com/concord-news/concord/rules/text"
)

// value reads what a match states; false where it states nothing comparable.
func (a *application) value(f *Fact, ref *readRef, c *clause.Clause, e *emission) bool {
	switch ref.rule.Compare.By {
	case ByPolarity:
		if e.verbless {
			c = nil
		}
		f.Value.Answer = a.answer(ref.read, f.Token, c, e.denied)
		return f.Value.Answer != NoAnswer
	case ByStance:
		f.Value.Stance = stance(ref.read.Value, c)
		return f.Value.Stance != NoStance
	}
	slot, ok := a.slot(ref.read.Value)
	if !ok || ref.read.Clause != nil && c.Negated {
		return false // "did not attend" and "did not kill 12" give no value
	}
	switch ref.rule.Compare.By {
	case ByFigure:
		return a.figure(f, slot)
	case ByChange:
		from, ok := a.slot(ref.read.From)
		if !ok || from.Mention < 0 || !a.figure(f, slot) {
			return false
		}
		f.Value.From = a.g.Mentions[from.Mention].Quantity
		return f.Value.From.Known()
	case ByDate:
		m := &a.g.Mentions[max(slot.Mention, 0)]
		if ref.read.Clause != nil && a.dates(m) {
			return false
		}
		f.Value.Period, f.Value.Timex, f.Value.Words, f.Value.Kind = m.Period, m.Timex, m.In(a.g.Doc.Text), m.Kind
		return slot.Mention >= 0
	case ByTime:
		return a.timeOfDay(f, slot)
	case ByNames:
		f.Value.Names = a.names(slot)
		return len(f.Value.Names) > 0
	case ByPlace:
		f.Value.Names = a.names(slot)
		return len(f.Value.Names) == 1
	case ByKind:
		return a.kind(f, slot)
	}
	f.Value.Words = a.words(slot.First, slot.Last)
	return f.Value.Words != ""
}

// Nationality is the unit of a kind that is a country's people.
const Nationality = "nationality"

// kind reads the kind that a slot names: of a thing, or the nation of an adjective
// or noun that stands by itself.
func (a *application) kind(f *Fact, slot namedCapture) bool {
	if f.Value.Words, _ = lexicon.Kind(a.words(slot.First, slot.Last)); f.Value.Words != "" {
		return true
	}
	if slot.kind == pattern.KindPhrase {
		if f.Value.Words, _, _ = a.kindOf(slot.First, slot.Head); f.Value.Words != "" {
			return true
		}
	}
	if slot.First == 0 || a.g.Doc.Tokens[slot.First-1].Lower == "-" || slot.Last < len(a.g.Doc.Tokens) && a.g.Doc.Tokens[slot.Last].Lower == "-" {
		return false // French-Tunisian
	}
	e, _ := lexicon.Lookup(lexicon.Fold(a.g.Doc.Tokens[slot.Head].Lower))
	team := slot.Mention >= 0 && e.Is(lexicon.Country) // "Norway striker"
	if !e.Is(lexicon.Demonym) && !team || e.Party == "" {
		return false
	}
	f.Value.Words, f.Value.Unit = lexicon.Name(e.Party), Nationality
	return true
}

func (a *application) figure(f *Fact, slot namedCapture) bool {
	if slot.Mention < 0 {
		return false
	}
	m := &a.g.Mentions[slot.Mention]
	if f.Rule.Fallback && a.g.Used[slot.Mention] || f.Rule.Compare.Exact && m.Kind == mention.Number && m.Quantity.Low == 1 && m.Quantity.High == 1 {
		return false // read already, or "one", which mostly stands for "a"
	}
	f.Value.Figure, f.Value.Unit, f.Value.Kind = m.Quantity, m.Unit, m.Kind
	if n, ok := firstOfScore(m); ok {
		f.Value.Figure, f.Value.Unit = n, ""
	}
	if unit, ok := a.elapsed(m); ok {
		f.Value.Unit, f.Value.Kind = unit, mention.Duration
	}
	return f.Value.Figure.Known()
}

// elapsed is the unit of an ordinal that says how far into something it was: "the
// 88th minute", which is held against "after 85 minutes".
func (a *application) elapsed(m *mention.Mention) (string, bool) {
	next := m.Last
	if d := a.g.Doc; next < len(d.Tokens) && d.Tokens[next].Lower == "-" {
		next++ // "an 88th-minute header"
	}
	if m.Kind != mention.Ordinal || next >= len(a.g.Doc.Tokens) {
		return "", false
	}
	switch unit := a.g.Doc.Tokens[next].Lower; unit {
	case "minute", "hour", "day":
		return unit, true
	}
	return "", false
}

// timeOfDay reads a time with an hour; "evening" and "dawn" give none.
func (a *application) timeOfDay(f *Fact, slot namedCapture) bool {
	if slot.Mention < 0 {
		return false
	}
	m := &a.g.Mentions[slot.Mention]
	f.Value.Timex, f.Value.Words, f.Value.Kind = m.Timex, m.In(a.g.Doc.Text), m.Kind
	f.Value.Figure = m.Quantity
	_, hour, ok := strings.Cut(m.Timex, "T")
	return ok && len(hour) >= len("09") && hour[0] >= '0' && hour[0] <= '9' && !strings.Contains(hour, ",")
}

// scoreUnit is the unit of a mention such as "52-48", which has two figures.
const scoreUnit = "score"

// firstOfScore is the first figure of a score: the votes for a motion.
func firstOfScore(m *mention.Mention) (mention.Quantity, bool) {
	digits := strings.IndexFunc(m.Name, func(r rune) bool { return r < '0' || r > '9' })
	if m.Unit != scoreUnit || digits <= 0 {
		return mention.Quantity{}, false
	}
	n, err := strconv.ParseFloat(m.Name[:digits], 64)
	return mention.Quantity{Low: n, High: n, Step: 1}, err == nil
}

// dates reports whether a date stands before a noun that it dates, and says
// nothing of when the clause's deed was done: "arrested over the May 3 raid".
func (a *application) dates(m *mention.Mention) bool {
	if m.First > 0 && a.g.Doc.Tokens[m.First-1].Tag == text.DET {
		return true
	}
	ph, ok := a.input.PhraseAt(m.First)
	return ok && ph.Head >= m.Last
}

// stance is what the read says, weakened by negation and modality: who has not
// agreed is undecided, and who could accept is open.
func stance(value string, c *clause.Clause) Stance {
	s := map[string]Stance{"accepts": Accepts, "open": Open, "undecided": Undecided, "rejects": Rejects}[value]
	if c == nil {
		return s
	}
	switch {
	case c.Negated && (s == Accepts || s == Rejects):
		// "will not accept" is a refusal, "has not accepted" is none.
		switch {
		case !c.Modality.Intended():
			return Undecided
		case s == Accepts:
			return Rejects
		}
		return Open // "will not contest the vote"
	case c.Negated && s == Open:
		return Rejects
	case s == Accepts && c.Modality == clause.Possible:
		return Open
	case s == Rejects && c.Modality == clause.Possible:
		return Undecided
	}
	return s
}

// names lists the people in a slot, or without any the other names in it.
func (a *application) names(slot namedCapture) []Name {
	var people, others []Name
	for i := a.mentionsFrom(slot.First); i < len(a.g.Mentions); i++ {
		m := &a.g.Mentions[i]
		if m.First >= slot.Last {
			break
		}
		if m.First < slot.First || m.Kind < mention.Person || m.Kind > mention.Event || a.owns(m) {
			continue
		}
		n := Name{Text: m.In(a.g.Doc.Text), Canonical: m.Name, Entity: m.Entity, Kind: m.Kind}
		if m.Kind == mention.Person {
			people = append(people, n)
		} else {
			others = append(others, n)
		}
	}
	if len(people) > 0 {
		return people
	}
	return others
}

// owns reports whether a name is the possessor of what follows: the first name
// of "Ada Voss's envoy Jan Lind" and of "Voss adviser Jan Lind".
func (a *application) owns(m *mention.Mention) bool {
	if m.Last < len(a.g.Doc.Tokens) && a.g.Doc.Tokens[m.Last].Fine == text.POS {
		return true
	}
	for i := a.mentionsFrom(m.Last); i < len(a.g.Mentions) && a.g.Mentions[i].First == m.Last; i++ {
		if a.g.Mentions[i].Kind == mention.Office {
			return true
		}
	}
	return false
}

// words returns the lemmas of tokens without determiners, for comparing words.
func (a *application) words(first, last int) string {
	var b strings.Builder
	for i := first; i < last; i++ {
		t := &a.g.Doc.Tokens[i]
		if t.Tag == text.DET || t.Tag == text.PUNCT {
			continue
		}
		if b.Len() > 0 {
			b.WriteByte(' ')
		}
		b.WriteString(t.Lemma)
	}
	return b.String()
}

// kindOf is the kind of thing that a noun names with the word before it, or alone, the
// root of that and where its name begins; "" where the lists have neither.
func (a *application) kindOf(first, head int) (name, root string, from int) {
	tokens := a.g.Doc.Tokens
	noun := strings.ToLower(tokens[head].Lemma)
	if head > first {
		if name, root = lexicon.Kind(tokens[head-1].Lower + " " + noun); name != "" {
			return name, root, head - 1
		}
	}
	name, root = lexicon.Kind(noun)
	return name, root, head
}
