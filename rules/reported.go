package rules

import (
	"github.com/concord-news/concord/rules/clause"
	"github.com/concord-news/concord/rules/mention"
	"github.com/concord-news/concord/rules/text"
)

// reportWords is the fewest words of a reported statement that can be told from
// others of its speaker.
const reportWords = 4

// Reported is a statement that a text gives as somebody's.
type Reported struct {
	Fact
	// Speaker is the speaker's entity or noun, Figures the values of the figures
	// in the statement.
	Speaker KeyValue
	Figures []mention.Quantity
	// Direct: it is a quotation.
	Direct bool
}

// Reported lists the statements that the text gives as those of a speaker whom it
// names or describes, in text order.
func (n *NameReader) Reported(rule *Rule) []Reported {
	var out []Reported
	g := n.a.g
	for i := range g.Speech {
		at := &g.Speech[i]
		if at.Speaker.None() || at.Outer >= 0 || n.a.wordCount(at.First, at.Last) < reportWords {
			continue
		}
		r := Reported{Direct: at.Direct(), Speaker: n.speaker(at.Speaker)}
		m := mention.Mention{First: at.First, Last: at.First}
		w := surroundings{application: n.a, mention: &m, clause: -1, first: at.First, taken: make([]bool, at.Last-at.First)}
		for k := at.First; k < at.Last; k++ {
			w.add(Argument, k)
			if denies(g.Doc.Tokens[k].Lower) {
				r.Negated = !r.Negated
			}
		}
		for k := n.a.mentionsFrom(at.First); k < len(g.Mentions) && g.Mentions[k].First < at.Last; k++ {
			if q := &g.Mentions[k]; q.Kind.Numeric() && q.Quantity.Known() {
				r.Figures = append(r.Figures, q.Quantity)
			}
		}
		f := Fact{Rule: rule, Token: at.First, Evidence: at.Span, Negated: r.Negated, Context: w.terms}
		f.Value.Words = n.a.words(at.First, at.Last)
		f.Voice = n.a.voice(at.First)
		if n.a.complete(&f, sourceSlot{"speaker", r.Speaker}) && len(w.terms) > 1 {
			r.Fact = f
			out = append(out, r)
		}
	}
	return out
}

// speaker is the entity of a speaker or of the body for which a spokesperson speaks, or
// the noun: "police".
func (n *NameReader) speaker(ph clause.Phrase) KeyValue {
	head := ph.Head
	if m := n.a.mentionAt(head); m != nil {
		return KeyValue{Value: m.Name, Entity: m.Entity, Show: m.Name}
	}
	if m := n.a.spokenFor(ph); m != nil {
		return KeyValue{Value: m.Name, Entity: m.Entity, Show: m.Name}
	}
	t := &n.a.g.Doc.Tokens[head]
	if t.Tag != text.NOUN && t.Tag != text.PROPN {
		return KeyValue{}
	}
	return KeyValue{Value: n.a.catalog.Synonym(t.Lemma), Show: t.Lower}
}

// denies reports words that turn a statement round.
func denies(w string) bool {
	switch w {
	case "no", "not", "n't", "never", "without", "neither", "nor", "none", "nobody", "nothing", "deny", "denied", "denies":
		return true
	}
	return false
}
