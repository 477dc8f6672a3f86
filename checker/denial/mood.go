package denial

import (
	"slices"

	"github.com/concord-news/concord/rules"
	"github.com/concord-news/concord/rules/clause"
	"github.com/concord-news/concord/rules/text"
)

// words is a set of words.
type words map[string]bool

func set(list ...string) words {
	out := make(words, len(list))
	for _, w := range list {
		out[w] = true
	}
	return out
}

// sign is words by which English says of what is said how much of it, when, or how surely it
// is so. Where they stand tells which count: in the clause alone, in it or within a few words
// of it, or anywhere in the sentence.
type sign struct {
	id    string
	where reach
	// lemmas: it is lemmas and not words.
	lemmas bool
	words  words
}

type reach uint8

const (
	inClause reach = iota
	nearClause
	inSentence
)

// signs are closed lists of general words.
var signs = [...]sign{
	{"yet", nearClause, false, set("yet")},
	{"still", nearClause, false, set("still")},
	{"longer", nearClause, false, set("longer")},
	{"only", nearClause, false, set("only")},
	{"until", nearClause, false, set("until")},
	{"other", nearClause, false, set("other", "else", "more")},
	{"before", nearClause, false, set("before")},
	{"after", nearClause, false, set("after", "since")},
	{"far", nearClause, false, set("so", "far")},
	{"negative", inClause, true, set("refuse", "reject", "decline", "deny", "oppose", "rule", "cancel", "abandon", "drop", "scrap", "postpone", "delay", "withhold", "stop", "end", "halt", "suspend", "fail", "miss", "lose", "close", "shut", "block", "prevent", "avoid", "withdraw", "turn", "unchanged", "absent", "lack", "untouched")},
	{"against", inClause, true, set("against", "despite", "instead", "unlike", "except", "barring", "bar")},
	{"again", inClause, false, set("again", "further", "another", "new", "second", "additional", "more", "extra")},
	{"now", inClause, false, set("immediate", "immediately", "soon", "now", "today")},
	{"all", inClause, false, set("all", "every", "both", "whole", "entire")},
	{"some", inClause, false, set("some", "half", "most", "many", "few", "several", "one", "two")},
	{"others", inClause, false, set("other", "others")},
	{"first", inClause, false, set("first")},
	{"any", inClause, false, set("any")},
	{"possessive", inClause, false, set("his", "her", "its", "their")},
	{"earlier", inSentence, false, set("previous", "previously", "earlier", "former", "last", "ago", "past", "once")},
}

// governors are the verbs under which what is said is denied, or is somebody's belief or wish.
var governors = [...]words{
	set("deny", "reject", "dismiss", "dispute", "refute", "rebut", "refuse", "decline"),
	set("claim", "allege", "accuse", "believe", "think", "fear", "hope", "suspect", "want", "demand", "ask", "urge", "call"),
	nil, // a denied clause
	nil, // a condition or question
}

const (
	underDenied = len(governors) - 2 + iota
	underCondition
)

// The values of mark.
const (
	markNone = iota
	markIf
	markThat
	markWho
	markOther
)

// attitudes are the predicates that say where somebody stands.
var attitudes = set("accept", "reject", "agree", "support", "oppose", "back", "refuse", "deny", "confirm", "admit", "approve", "decline", "want", "call", "demand")

// moodOf looks at the words around a clause, whose tokens are those from first to last.
func moodOf(g *rules.Reading, a *assertion, first, last int) mood {
	var m mood
	d, c := g.Doc, a.clause
	s := &d.Sentences[c.Sentence]
	for k := range signs {
		m.signs[k] = signs[k].count(d, s, first, last)
	}
	for p := c; p.Parent >= 0; {
		p = &g.Clauses[p.Parent]
		for k := range governors {
			if governors[k][d.Tokens[p.Verb].Lemma] {
				m.governors[k]++
			}
		}
		if p.Negated {
			m.governors[underDenied]++
		}
		if p.Modality == clause.Hypothetical {
			m.governors[underCondition]++
		}
	}
	m.mark = markOf(d, c)
	switch {
	case len(c.Agents) == 0:
		m.subject = 2
	case d.Tokens[c.Agents[0].Head].Tag == text.PRON:
		m.subject = 1
	}
	return m
}

// count counts the words of a sign, or says whether there is one near the clause.
func (g *sign) count(d *text.Document, s *text.Sentence, first, last int) (n float64) {
	switch g.where {
	case nearClause:
		first, last = max(s.First, first-before), min(s.Last, last+before)
	case inSentence:
		first, last = s.First, s.Last
	}
	for i := first; i < last; i++ {
		w := d.Tokens[i].Lower
		if g.lemmas {
			w = d.Tokens[i].Lemma
		}
		if g.words[w] {
			n++
		}
	}
	if g.where != inClause {
		n = min(n, 1)
	}
	return n
}

func markOf(d *text.Document, c *clause.Clause) float64 {
	if c.Mark < 0 {
		return markNone
	}
	switch w := d.Tokens[c.Mark].Lower; {
	case slices.Contains([]string{"if", "unless", "whether"}, w):
		return markIf
	case w == "that":
		return markThat
	case w == "who" || w == "which":
		return markWho
	}
	return markOther
}
