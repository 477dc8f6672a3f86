package verify

import (
	"fmt"
	"strings"

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
	source := c.src.persons()
	d := c.reading.Doc
	for i := range d.Tokens {
		t := &d.Tokens[i]
		p := personOf(t)
		if slippedOur(d, i) {
			p = speaker
		} else if t.Tag != text.PRON && t.Tag != text.DET {
			continue
		}
		if p == nobody || source[p] || c.quoted(i) {
			continue
		}
		if p == man && !source[woman] || p == woman && !source[man] {
			continue // the source has no pronoun of either kind
		}
		return []objection{{why: fmt.Sprintf("the claim says %q, and the text speaks of no such person", d.Form(i)), missing: &Missing{t.Span, "somebody else in the text"}}}
	}
	return nil
}

// slippedOur reports an "out" that a slip of the finger made of "our": it stands
// between a preposition and its noun, "after out win".
func slippedOur(d *text.Document, i int) bool {
	if d.Tokens[i].Lower != "out" || i == 0 || i+1 >= len(d.Tokens) {
		return false
	}
	before, after := &d.Tokens[i-1], &d.Tokens[i+1]
	joins := before.Tag == text.ADP && before.Lower != "from" || before.Tag == text.SCONJ || before.Lower == "to"
	return joins && (after.Tag == text.NOUN || after.Tag == text.ADJ || after.Lower == "only") && after.Shape.Has(text.SpaceBefore)
}

// outside is the persons of whom texts speak outside their quotations; of men
// and women it does not matter where.
func outside(readings []*rules.Reading) (out [people]bool) {
	for _, r := range readings {
		quoted := quotedTokens(r)
		for i := range r.Doc.Tokens {
			if p := personOf(&r.Doc.Tokens[i]); p >= man && p < people || !quoted[i] && p != nobody {
				out[p] = true
			}
		}
	}
	return out
}

// quotedTokens says of each token whether it stands in a quotation. A quotation
// that goes on in the next paragraph has no closing mark in its own.
func quotedTokens(r *rules.Reading) []bool {
	d := r.Doc
	out := make([]bool, len(d.Tokens))
	open, end := false, 0
	for i := range d.Tokens {
		t := &d.Tokens[i]
		if strings.Contains(d.Text[end:t.Start], "\n") {
			open = false
		}
		end = t.End
		switch d.Form(i) {
		case "\"":
			open = !open
		case "\u201c", "``":
			open = true
		case "\u201d", "''":
			open = false
		}
		out[i] = open
	}
	for _, a := range r.Speech {
		if !a.Direct() {
			continue
		}
		for i := range d.Tokens {
			out[i] = out[i] || a.Contains(d.Tokens[i].Span)
		}
	}
	return out
}

// quoted reports whether a token of the claim stands between quotation marks.
func (c *claim) quoted(i int) bool {
	if c.inQuotes == nil {
		c.inQuotes = quotedTokens(c.reading)
	}
	return c.inQuotes[i]
}
