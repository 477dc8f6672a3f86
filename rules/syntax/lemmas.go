package syntax

import (
	"strings"

	"github.com/concord-news/concord/rules/lemma"
	"github.com/concord-news/concord/rules/text"
)

// lemmas remembers the lemmas of the inflected words seen last. Looking one up
// takes three places of a table as large as the processor's nearer caches, and
// some words take five.
type lemmas [1 << lemmaBits]struct {
	word text.Packed
	tag  text.Tag
	fine text.Fine
	// same is how many of the word's first letters are its lemma; other is the
	// lemma where it is not made of those.
	same  uint8
	other string
}

// lemmaBits: 2,048 words, measured to hold nine in ten of a text.
const lemmaBits = 11

// set sets the lemma of a token. The table keeps no part of the text.
func (l *lemmas) set(t *text.Token) {
	var k text.Packed
	ok := inflected(t.Fine)
	if ok {
		k, ok = text.Pack(t.Lower)
	}
	if !ok {
		t.Lemma = lemma.Of(t.Lower, t.Fine, t.Tag)
		return
	}
	e := &l[k.Hash(uint16(t.Tag)<<8|uint16(t.Fine), lemmaBits)]
	switch {
	case e.word != k || e.tag != t.Tag || e.fine != t.Fine:
		t.Lemma = lemma.Of(t.Lower, t.Fine, t.Tag)
		e.word, e.tag, e.fine = k, t.Tag, t.Fine
		e.same, e.other = uint8(len(t.Lemma)), ""
		if !strings.HasPrefix(t.Lower, t.Lemma) {
			e.other = strings.Clone(t.Lemma)
		}
	case e.other != "":
		t.Lemma = e.other
	default:
		t.Lemma = t.Lower[:e.same]
	}
}

// inflected reports whether a part of speech is that of inflected words, whose
// lemma is not the word itself or one of a few.
func inflected(f text.Fine) bool {
	switch f {
	case text.NNS, text.NNPS, text.VBD, text.VBG, text.VBN, text.VBZ, text.JJR, text.JJS, text.RBR, text.RBS, text.NoFine:
		return true
	}
	return false
}
