package syntax

import (
	"strings"

	"github.com/concord-news/concord/rules/lemma"
	"github.com/concord-news/concord/rules/lexicon"
	"github.com/concord-news/concord/rules/syntax/internal/tagger"
	"github.com/concord-news/concord/rules/text"
)

// repairNames mends the tags of words that can only be names, or cannot be one.
func repairNames(tokens []text.Token, words *tagger.Scratch) {
	for i := range tokens {
		t := &tokens[i]
		capital := t.Shape.Has(text.Capital)
		switch {
		case t.Shape.Has(text.AllCaps):
			if t.Tag != text.PROPN && acronym(tokens, i) {
				t.Tag, t.Fine = text.PROPN, text.NNP
			}
		case capital && (newName(t, words.Notes(i)) || i == 0 && t.Fine == text.NNS && (surname(t.Lower) || forename(tokens))):
			t.Tag, t.Fine = text.PROPN, text.NNP
		case capital && t.Fine == text.NNS && behindName(tokens, i):
			t.Tag, t.Fine = text.PROPN, text.NNPS
		case capital && partOfName(tokens, i):
			t.Tag, t.Fine = text.PROPN, text.NNP
		case capital && nation(tokens, i):
			t.Tag, t.Fine = text.ADJ, text.JJ
		case !capital && t.Fine == text.NNP && smallNoun(tokens, i) && len(t.Lower) > 3 && plain(t.Lower):
			t.Tag, t.Fine = text.NOUN, text.NN
			if i > 0 && tokens[i-1].Fine == text.NNP && demonym(tokens[i-1].Lower) {
				tokens[i-1].Tag, tokens[i-1].Fine = text.ADJ, text.JJ
			}
		}
	}
}

// behindName reports whether token i stands behind a name with a capital.
func behindName(tokens []text.Token, i int) bool {
	return i > 0 && tokens[i-1].Fine == text.NNP && tokens[i-1].Shape.Has(text.Capital)
}

// partOfName reports whether the capitalised token i can only be a name or part of one
// by what stands beside it: "Baywater Dredging", "the Citizens' List", "Nils Orlo", or
// by what it is: "Norway" as an adjective.
func partOfName(tokens []text.Token, i int) bool {
	switch tokens[i].Fine {
	case text.NN:
		return i > 1 && tokens[i-1].Fine == text.POS && tokens[i-2].Tag == text.PROPN
	case text.VBG:
		return behindName(tokens, i)
	case text.FW:
		return i > 0 && tokens[i-1].Fine == text.NNP || i+1 < len(tokens) && tokens[i+1].Fine == text.NNP
	case text.JJ:
		return country(tokens[i].Lower)
	}
	return false
}

// smallNoun reports whether a word in small letters at token i can be no name by what
// is beside it: a determiner or modal before it, or a capital behind it.
func smallNoun(tokens []text.Token, i int) bool {
	return i > 0 && (tokens[i-1].Fine == text.DT || tokens[i-1].Fine == text.MD) || i+1 < len(tokens) && tokens[i+1].Shape.Has(text.Capital)
}

// acronym reports whether token i stands in brackets behind a name, whose letters it
// may be: "the Northern Front (NF)", "the Ice Society (IS)".
func acronym(tokens []text.Token, i int) bool {
	return i > 1 && i+1 < len(tokens) && tokens[i-1].Lower == "(" && tokens[i+1].Lower == ")" && tokens[i-2].Tag == text.PROPN
}

// newName reports whether a capitalised word can only be a name.
func newName(t *text.Token, n *tagger.Notes) bool {
	if t.Fine == text.NN && t.Tag == text.NOUN {
		return len(t.Lower) > 3 && ask(n, isNew, t.Lower)
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

// nation reports whether the name at token i is the adjective of a nation, between a
// determiner or number and a noun: "The Danish skier", "three Dutch nurses".
func nation(tokens []text.Token, i int) bool {
	return tokens[i].Fine == text.NNP && i > 0 && i+1 < len(tokens) && (tokens[i-1].Fine == text.DT || tokens[i-1].Fine == text.CD) &&
		tokens[i+1].Tag == text.NOUN && !tokens[i+1].Shape.Has(text.Capital) && demonym(tokens[i].Lower)
}

// country reports whether a word is the name of a country and no adjective.
func country(lower string) bool {
	e, ok := lexicon.Lookup(lower)
	return ok && e.Is(lexicon.Country) && !e.Is(lexicon.Demonym) && !lemma.Known(lower, text.ADJ)
}

// forename reports whether the first word is a given name and no common word, and a
// capital is behind it.
func forename(tokens []text.Token) bool {
	if len(tokens) < 2 || !tokens[1].Shape.Has(text.Capital) {
		return false
	}
	e, ok := lexicon.Lookup(tokens[0].Lower)
	return ok && e.Is(lexicon.Given) && !e.Is(lexicon.Common)
}
