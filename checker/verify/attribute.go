package verify

import (
	"fmt"
	"slices"

	"github.com/concord-news/concord/checker/verify/thesaurus"
	"github.com/concord-news/concord/rules/mention"
	"github.com/concord-news/concord/rules/syntax/dep"
	"github.com/concord-news/concord/rules/text"
)

// attributes objects to an adjective whose contrary the text has of the same
// thing: "the upper deck" beside "the lower deck", whatever else is upper there.
// The text must never have it as the claim does.
func (c *claim) attributes() []objection {
	var out []objection
	d := c.reading.Doc
	for n := range d.Sentences {
		for _, a := range attributesOf(d, d.Sentences[n].First, c.tree(n)) {
			if o := c.attribute(a); o != nil {
				out = append(out, *o)
			}
		}
	}
	return out
}

// attribute is an adjective and the noun that it is said of.
type attribute struct{ adjective, noun int }

// attributesOf returns the attributes of a sentence that begins at token base. Of
// "small aircraft systems" the aircraft are small too.
func attributesOf(d *text.Document, base int, tree dep.Tree) []attribute {
	var out []attribute
	for k := range tree.Heads {
		t, first := &d.Tokens[base+k], k
		for first >= 0 && tree.Relations[first].Base() == dep.Conj {
			first = int(tree.Heads[first]) // "old and new routes"
		}
		if first < 0 || tree.Relations[first].Base() != dep.Amod || t.Tag != text.ADJ && t.Fine != text.VBG && t.Fine != text.VBN {
			continue
		}
		h := int(tree.Heads[first])
		for i := h; i > k; i-- {
			noun := &d.Tokens[base+i]
			if (i == h || int(tree.Heads[i]) == h && tree.Relations[i].Base() == dep.Compound) && content(noun) {
				out = append(out, attribute{base + k, base + i})
			}
		}
	}
	return out
}

// leastAttribute is how well a sentence of the source must have the surroundings
// of the claim's noun for the noun to be the same thing (summedits).
const leastAttribute = 0.2

// attribute looks for the contrary of one attribute of the claim. Trees are asked
// for only where a sentence has the noun and a contrary word, and then where it has
// the noun and the adjective.
func (c *claim) attribute(a attribute) *objection {
	own := c.reading.Doc
	word, adjective, noun := &own.Tokens[a.adjective], termAt(own, a.adjective), termAt(own, a.noun)
	p := part{Mention: mention.Mention{First: a.noun, Last: a.noun + 1, Head: -1}, sentence: own.SentenceOf(a.noun)}
	var found *objection
	for i := range c.src.sentences {
		d := c.src.doc(i)
		if found != nil || !c.src.has(i, noun) || !hasContrary(d, c.src.bounds(i), word) {
			continue
		}
		for _, b := range c.attributesAt(i, noun) {
			if found == nil && contraryWords(word, &d.Tokens[b.adjective]) && c.around(&p, i, tokens{b.noun, b.noun + 1}) >= leastAttribute {
				f := c.src.fact(i, d.Span(min(b.adjective, b.noun), max(b.adjective, b.noun)+1), own.Span(min(a.adjective, a.noun), max(a.adjective, a.noun)+1), Differs)
				found = &objection{verdict: Contradicted, fact: &f, missing: &Missing{f.Claim, "the contrary in the text"},
					why: fmt.Sprintf("the claim has %q where the text has %q", f.Claim.In(own.Text), f.In(d.Text))}
			}
		}
	}
	for i := range c.src.sentences {
		if found == nil || !c.src.has(i, noun) {
			continue
		}
		for _, b := range c.attributesAt(i, noun) {
			if related(adjective, termAt(c.src.doc(i), b.adjective)) > 0 {
				return nil
			}
		}
	}
	return found
}

// attributesAt returns the attributes of a noun in a sentence of the source.
func (c *claim) attributesAt(i int, noun term) []attribute {
	d := c.src.doc(i)
	all := attributesOf(d, c.src.bounds(i).First, c.src.sentences[i].tree())
	return slices.DeleteFunc(all, func(b attribute) bool { return related(noun, termAt(d, b.noun)) < asSynonym })
}

// hasContrary reports whether a sentence has a word that excludes another.
func hasContrary(d *text.Document, st *text.Sentence, word *text.Token) bool {
	for i := st.First; i < st.Last; i++ {
		if contraryWords(word, &d.Tokens[i]) {
			return true
		}
	}
	return false
}

// contraryWords reports whether two words exclude each other.
func contraryWords(a, b *text.Token) bool {
	return thesaurus.Contrary(a.Lemma, b.Lemma) || thesaurus.Contrary(a.Lower, b.Lower)
}
