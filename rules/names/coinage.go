package names

import (
	"strings"

	"github.com/concord-news/concord/rules/lemma"
	"github.com/concord-news/concord/rules/lexicon"
	"github.com/concord-news/concord/rules/text"
)

// coinedLetters is how many letters a word must have for another that is a letter apart
// to be the same misspelt, and no other name.
const coinedLetters = 6

// Miswritten reports whether two names of places or bodies are one with a letter missing,
// added or changed: their words are the same but one, and that is in no list and no
// dictionary and differs otherwise than by an ending ("Belmoria", "Belmorian").
func Miswritten(a, b string) bool {
	x, y := strings.Fields(a), strings.Fields(b)
	if len(x) != len(y) {
		return false
	}
	apart := false
	for i := range x {
		switch {
		case x[i] == y[i]:
		case apart || !coined(x[i]) || !coined(y[i]) || likeness(x[i], y[i]) != Slip || inflects(lexicon.Fold(x[i]), lexicon.Fold(y[i])):
			return false
		default:
			apart = true
		}
	}
	return apart
}

// Coined reports whether a name has a word that is in no list of names and no dictionary, so
// that it may be miswritten unseen.
func Coined(name string) bool {
	for w := range strings.FieldsSeq(name) {
		if coined(w) {
			return true
		}
	}
	return false
}

// coined reports whether a capitalised word is in no list of names and no dictionary.
func coined(word string) bool {
	f := lexicon.Fold(word)
	if len(f) < coinedLetters || strings.ContainsAny(f, "-'.0123456789") || word[0] < 'A' || word[0] > 'Z' {
		return false
	}
	if _, listed := lexicon.Lookup(f); listed {
		return false
	}
	for _, tag := range [...]text.Tag{text.NOUN, text.ADJ, text.VERB, text.ADV} {
		if lemma.Known(f, tag) {
			return false
		}
	}
	return true
}

// inflects reports whether two words differ by an ending that makes another word of a
// name: a plural, an adjective, the family of a man and of a woman.
func inflects(x, y string) bool {
	if len(x) > len(y) {
		x, y = y, x
	}
	last := len(y) - 1
	if len(x) == len(y) {
		return x[:last] == y[:last]
	}
	return x == y[:last] && strings.IndexByte("saeinoy", y[last]) >= 0
}
