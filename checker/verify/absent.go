package verify

import (
	"fmt"

	"github.com/concord-news/concord/checker/verify/thesaurus"
	"github.com/concord-news/concord/rules/text"
)

// absences objects to words of the claim that have few others that could say
// the same, and that an article has nowhere: names that are no mention, peoples
// ("a Norwegian captain"), and things that can be touched ("a burger chain").
// Other words may be synonyms that no dictionary has: measured on the even lines
// of summedits, nouns of other fields were absent from texts that bear the claim
// out as often as from others.
func (c *claim) absences() []objection {
	if len(c.src.sentences) <= mostSentences {
		return nil
	}
	var out []objection
	for n := range c.words {
		w := &c.words[n]
		if w.best > 0 || w.part >= 0 || c.common(w.token, w.token+1) {
			continue
		}
		t := &c.reading.Doc.Tokens[w.token]
		if !c.proper(w) && w.lemma[0] != '@' && !palpable(t) && !colour(t.Lemma) && !(made(t) && c.retold(w.sentence)) {
			continue
		}
		out = append(out, objection{missing: &Missing{t.Span, "not in the text"}, why: fmt.Sprintf("the text does not have %q", c.reading.Doc.Form(w.token))})
	}
	return out
}

// leastRetold is the share of a sentence's words, by weight, that a sentence of
// the source must have for the rest to be its too.
const leastRetold = 0.7

// retold reports whether one sentence of the source has nearly all of a sentence
// of the claim.
func (c *claim) retold(sentence int) bool {
	span := c.sentences[sentence]
	near, _ := c.gather(span[0], span[1])
	return len(near) > 0 && c.likeness(near[0], span) >= leastRetold
}

// made reports a noun for a thing that people make.
func made(t *text.Token) bool {
	return t.Tag == text.NOUN && thesaurus.Find(t.Lemma).Noun() == thesaurus.NounArtifact
}

// colour reports a word for a colour.
func colour(lemma string) bool {
	switch lemma {
	case "red", "green", "blue", "yellow", "black", "white", "brown", "purple", "pink", "grey", "gray", "orange":
		return true
	}
	return false
}

// palpable reports a noun for an animal, a plant, food or a substance.
func palpable(t *text.Token) bool {
	if t.Tag != text.NOUN {
		return false
	}
	switch thesaurus.Find(t.Lemma).Noun() {
	case thesaurus.NounAnimal, thesaurus.NounFood, thesaurus.NounPlant, thesaurus.NounSubstance:
		return true
	}
	return false
}
