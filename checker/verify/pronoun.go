package verify

import (
	"fmt"

	"github.com/concord-news/concord/rules"
	"github.com/concord-news/concord/rules/text"
)

// person is whom a pronoun stands for.
type person uint8

const (
	nobody person = iota
	speaker
	addressee
	man
	woman

	people
)

// personOf is whom a word speaks of; of a man or a woman, nouns tell as well.
func personOf(t *text.Token) person {
	switch t.Lower {
	case "i", "me", "my", "mine", "myself", "we", "us", "our", "ours", "ourselves":
		if t.Lower == "us" && t.Shape.Has(text.AllCaps) {
			return nobody
		}
		return speaker
	case "you", "your", "yours", "yourself", "yourselves":
		return addressee
	case "he", "him", "his", "himself":
		return man
	case "she", "her", "hers", "herself":
		return woman
	}
	switch t.Lemma {
	case "mr", "mr.", "man", "boy", "father", "son", "brother", "husband", "uncle", "grandfather", "king", "prince", "lord", "sir":
		return man
	case "mrs", "mrs.", "ms", "ms.", "woman", "girl", "mother", "daughter", "sister", "wife", "aunt", "grandmother", "queen", "princess",
		"lady", "actress":
		return woman
	}
	return nobody
}

// pronouns objects to a claim that speaks of somebody of whom the source does
// not: of "we" or "you" where the source does so in quotations at most, of
// "her" where it knows men only.
func (c *claim) pronouns() []objection {
	if c.headline() {
		return nil // headlines speak to their readers
	}
	var source [people]bool
	for _, r := range c.src.readings {
		for p := range outside(r) {
			source[p] = true
		}
	}
	d := c.reading.Doc
	for i := range d.Tokens {
		t := &d.Tokens[i]
		p := personOf(t)
		if t.Tag != text.PRON && t.Tag != text.DET || p == nobody || source[p] || quoted(c.reading, t) {
			continue
		}
		if p == man && !source[woman] || p == woman && !source[man] {
			continue // the source has no pronoun of either kind
		}
		return []objection{{why: fmt.Sprintf("the claim says %q, and the text speaks of no such person", d.Form(i)), missing: &Missing{t.Span, "somebody else in the text"}}}
	}
	return nil
}

// outside is the persons of whom a text speaks outside its quotations.
func outside(r *rules.Reading) map[person]bool {
	out := map[person]bool{}
	for i := range r.Doc.Tokens {
		t := &r.Doc.Tokens[i]
		if p := personOf(t); p != nobody && !out[p] && (p >= man || !quoted(r, t)) {
			out[p] = true
		}
	}
	return out
}

// quoted reports whether a token stands between quotation marks.
func quoted(r *rules.Reading, t *text.Token) bool {
	for _, a := range r.Speech {
		if a.Direct() && a.Contains(t.Span) {
			return true
		}
	}
	return false
}
