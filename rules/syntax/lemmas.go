package syntax

import (
	"strings"

	"github.com/concord-news/concord/rules/lemma"
	"github.com/concord-news/concord/rules/syntax/internal/tagger"
	"github.com/concord-news/concord/rules/text"
)

// setLemma sets the lemma of a token from what is noted of its word, or notes it:
// looking one up takes three places of a table as large as the processor's nearer
// caches, and some words take five. The notes keep no part of the text.
func setLemma(t *text.Token, n *tagger.Notes) {
	fine := noted(t.Fine)
	switch {
	case fine == text.NoFine:
		t.Lemma = lemma.Of(t.Lower, t.Fine, t.Tag)
	case n.Fine == fine && n.Same > 0:
		t.Lemma = t.Lower[:n.Same]
	case n.Fine == fine && n.Lemma != "":
		t.Lemma = n.Lemma
	default:
		t.Lemma = lemma.Of(t.Lower, t.Fine, t.Tag)
		n.Fine, n.Same, n.Lemma = fine, 0, ""
		if len(t.Lemma) < 256 && strings.HasPrefix(t.Lower, t.Lemma) {
			n.Same = uint8(len(t.Lemma))
		} else {
			n.Lemma = strings.Clone(t.Lemma)
		}
	}
}

// noted returns the part of speech as which the lemma of a word is noted: one for all
// that have the same. It is NoFine for those whose lemma is the word, and where the
// universal tag decides.
func noted(fine text.Fine) text.Fine {
	switch fine {
	case text.VBD, text.VBN, text.VBG:
		return text.VBD
	case text.VB, text.VBP:
		return text.VB
	case text.NNS, text.NNPS, text.VBZ, text.JJR, text.JJS, text.RBR, text.RBS, text.MD, text.PRP,
		text.DT, text.RB, text.TO, text.POS, text.IN, text.CC:
		return fine
	}
	return text.NoFine
}
