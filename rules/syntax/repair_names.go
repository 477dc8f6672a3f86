package syntax

import (
	"strings"

	"github.com/concord-news/concord/rules/lemma"
	"github.com/concord-news/concord/rules/lexicon"
	"github.com/concord-news/concord/rules/text"
)

// repairNames mends the tags of words that can only be names, or cannot be one.
func repairNames(tokens []text.Token) {
	for i := range tokens {
		t := &tokens[i]
		capital := t.Shape.Has(text.Capital)
		switch {
		case t.Shape.Has(text.AllCaps):
			if t.Tag != text.PROPN && acronym(tokens, i) {
				t.Tag, t.Fine = text.PROPN, text.NNP
			}
		case capital && (newName(t) || i == 0 && t.Fine == text.NNS && surname(t.Lower)):
			t.Tag, t.Fine = text.PROPN, text.NNP
		case !capital && t.Fine == text.NNP && i+1 < len(tokens) && tokens[i+1].Shape.Has(text.Capital) && len(t.Lower) > 3 && plain(t.Lower):
			t.Tag, t.Fine = text.NOUN, text.NN
			if i > 0 && tokens[i-1].Fine == text.NNP && demonym(tokens[i-1].Lower) {
				tokens[i-1].Tag, tokens[i-1].Fine = text.ADJ, text.JJ
			}
		}
	}
}

// acronym reports whether token i stands in brackets behind a name, whose letters it
// may be: "the Northern Front (NF)", "the Ice Society (IS)".
func acronym(tokens []text.Token, i int) bool {
	return i > 1 && i+1 < len(tokens) && tokens[i-1].Lower == "(" && tokens[i+1].Lower == ")" && tokens[i-2].Tag == text.PROPN
}

// newName reports whether a capitalised word can only be a name.
func newName(t *text.Token) bool {
	if t.Fine == text.NN && t.Tag == text.NOUN {
		return len(t.Lower) > 3 && plain(t.Lower) && unknown(t.Lower)
	}
	return t.Fine == text.RB && t.Len() > 4 && !lemma.Known(t.Lower, text.ADV)
}

// surname reports whether a word in -s is a family name with an s, and no
// common word.
func surname(lower string) bool {
	e, ok := lexicon.Lookup(strings.TrimSuffix(lower, "s"))
	return ok && e.Is(lexicon.Surname) && !e.Is(lexicon.Common)
}

func demonym(lower string) bool {
	e, ok := lexicon.Lookup(lower)
	return ok && e.Is(lexicon.Demonym)
}
