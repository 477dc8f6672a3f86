package verify

import (
	"fmt"

	"github.com/concord-news/concord/rules/clause"
	"github.com/concord-news/concord/rules/syntax/dep"
	"github.com/concord-news/concord/rules/text"
)

// descriptions objects to a claim that says of somebody what the text says of
// another: "Voss is the mayor" beside "Lorca, the mayor, met Voss".
func (c *claim) descriptions() []objection {
	if len(c.src.sentences) > mostSentences {
		return nil
	}
	var out []objection
	own := c.reading.Doc
	for _, cl := range c.clauses() {
		if own.Tokens[cl.Verb].Lemma != "be" || cl.Complement.None() || cl.Negated || own.Tokens[cl.Complement.Head].Tag != text.NOUN {
			continue
		}
		who := c.known(cl.Agents)
		if len(who) != 1 || own.Tokens[who[0].Head].Tag != text.PROPN {
			continue
		}
		if o := c.description(who[0], cl.Complement); o != nil {
			out = append(out, *o)
		}
	}
	return out
}

// description looks for whom the source describes by the noun of what.
func (c *claim) description(who, what clause.Phrase) *objection {
	own := c.reading.Doc
	noun := termAt(own, what.Head)
	var other *described
	for i := range c.src.sentences {
		d := c.src.doc(i)
		for _, u := range c.src.sentences[i].words {
			// "Members, France and Lorca, ..." has room for more.
			if d.Tokens[u.token].Fine != text.NN || related(noun, c.src.lemmas[u.term]) < asSynonym {
				continue
			}
			for _, x := range c.src.describes(i, u.token) {
				switch {
				case lemmaOf(&d.Tokens[x]) == lemmaOf(&own.Tokens[who.Head]):
					return nil
				case d.Tokens[x].Tag == text.PROPN && other == nil && c.standsIn([]clause.Phrase{who}, i):
					other = &described{i, u.token, x}
				}
			}
		}
	}
	if other == nil {
		return nil
	}
	d := c.src.doc(other.sentence)
	f := c.src.fact(other.sentence, d.Span(min(other.noun, other.name), max(other.noun, other.name)+1), own.Span(who.First, who.Last), Differs)
	return &objection{fact: &f, missing: &Missing{f.Claim, "another in the text"},
		why: fmt.Sprintf("the claim calls %q what the text calls %q: %q", f.Claim.In(own.Text), d.Form(other.name), f.In(d.Text))}
}

// described is a name that a noun of the source describes.
type described struct{ sentence, noun, name int }

// describes returns the last tokens of the names that the noun at a token of
// sentence i describes: as apposition, before or after it, as a title, or by
// "is".
func (s *Source) describes(i, token int) []int {
	d := s.doc(i)
	base := s.bounds(i).First
	tree := s.sentences[i].tree()
	var out []int
	add := func(w int) { out = append(out, lastOfName(d, base, tree, w)) }
	n := token - base
	if h := int(tree.Heads[n]); h >= 0 {
		switch tree.Relations[n] {
		case dep.Appos, dep.NmodDesc, dep.Compound, dep.Flat:
			add(h)
		}
	}
	for k, h := range tree.Heads {
		if int(h) != n {
			continue
		}
		switch r := tree.Relations[k]; {
		case r == dep.Appos || r == dep.Flat, r.Base() == dep.Nsubj && tree.Child(n, dep.Cop) >= 0:
			add(k)
		}
	}
	return out
}

// lastOfName returns the last token of the name whose head is word w.
func lastOfName(d *text.Document, base int, tree dep.Tree, w int) int {
	last := w
	for k := w + 1; k < tree.Len() && (d.Tokens[base+k].Tag == text.PROPN || d.Tokens[base+k].Lower == "-"); k++ {
		if d.Tokens[base+k].Tag == text.PROPN {
			last = k
		}
	}
	return base + last
}
