// Package lemma gives the dictionary form of English words.
//
// Lemmas follow the English Universal Dependencies treebanks: "is" is "be",
// "n't" is "not", "him" is "he", "better" is "good". They are in lower case,
// of names too, and keep British spelling ("organised" is "organise").
//
// The words come from WordNet: NOTICE.md.
package lemma

import (
	"strings"

	"github.com/concord-news/concord/rules/text"
)

// Of returns the lemma of a word, given in lower case with straight
// apostrophes, with its Penn tag and its universal tag. Where fine is NoFine
// the universal tag decides. A word that has no other lemma is its own.
//
// Of is safe for concurrent use. Its first call unpacks the words; after that
// it seldom allocates: only for words that are not in the table.
func Of(lower string, fine text.Fine, tag text.Tag) string {
	switch fine {
	case text.NNS:
		return plural(lower)
	case text.NNPS:
		return name(lower)
	case text.VB, text.VBP, text.VBD, text.VBG, text.VBN, text.VBZ:
		return verbal(lower, fine)
	case text.MD:
		return modal(lower)
	case text.PRP:
		return personal(lower)
	case text.JJR, text.JJS:
		return compared(lower, Adjective)
	case text.RBR, text.RBS:
		return compared(lower, Adverb)
	case text.DT, text.RB, text.TO, text.POS, text.IN, text.CC:
		return function(lower, fine)
	case text.NoFine:
		return coarse(lower, tag)
	}
	return lower
}

// coarse is Of where only the universal tag is known.
func coarse(lower string, tag text.Tag) string {
	switch tag {
	case text.NOUN:
		if l := plural(lower); Known(l, text.NOUN) {
			return l
		}
	case text.VERB, text.AUX:
		if l := modal(lower); l != lower {
			return l
		}
		if Known(lower, text.VERB) {
			return verbal(lower, text.VB)
		}
		return verbal(lower, text.VBD)
	case text.PRON:
		return personal(lower)
	case text.DET:
		return function(lower, text.DT)
	case text.PART:
		return function(lower, text.RB)
	}
	return lower
}

// Known reports whether WordNet has the lemma, in lower case, as a word of
// that part of speech; of any for X. Names, function words and words written
// in two are not in it.
//
// Known is safe for concurrent use.
func Known(lemma string, tag text.Tag) bool {
	var parts Parts
	switch tag {
	case text.NOUN, text.PROPN:
		parts = Noun
	case text.VERB, text.AUX:
		parts = Verb
	case text.ADJ:
		parts = Adjective
	case text.ADV:
		parts = Adverb
	case text.X:
		parts = Noun | Verb | Adjective | Adverb
	}
	return PartsOf(lemma)&parts != 0
}

// Parts are the parts of speech that a word can be.
type Parts uint8

// The parts of speech of the dictionary, and whether a noun can be a place.
const (
	Noun Parts = 1 << iota
	Verb
	Adjective
	Adverb
	place
)

// Place reports whether a noun, in lower case, names what can be a place: a location,
// a building or vehicle, a natural object, a gathering, a part of the body. Of a word
// of two parts the last decides.
func Place(noun string) bool {
	if e := load().find(noun[strings.LastIndexByte(noun, '-')+1:], ""); e != nil {
		return e.parts&place != 0
	}
	return false
}

// PartsOf returns what WordNet has the word as, in lower case and as it stands:
// Known for all of its parts of speech at once.
func PartsOf(lower string) Parts {
	if e := load().find(lower, ""); e != nil {
		return e.parts &^ place
	}
	return 0
}

// tail calls f for the part after the last hyphen of a word, and returns the
// word with what f made of it.
func tail(lower string, f func(string) string) string {
	n := strings.LastIndexByte(lower, '-') + 1
	l := f(lower[n:])
	if strings.HasPrefix(lower[n:], l) {
		return lower[:n+len(l)]
	}
	return lower[:n] + l
}

// plural returns the lemma of a plural noun.
func plural(lower string) string {
	if l, ok := keptPlural(lower); ok {
		return l
	}
	if n := strings.LastIndexByte(lower, '-'); n > 0 && n < len(lower)-1 {
		return tail(lower, plural)
	}
	t := load()
	self := t.find(lower, "")
	if self != nil {
		if l, ok := t.irregularly(self, Noun); ok {
			return l
		}
	}
	if l, ok := t.detach(lower, Noun, nounEndings[:]); ok {
		return l
	}
	if self != nil && self.parts&Noun != 0 {
		return lower
	}
	return unknownPlural(lower)
}

// ending is a suffix, and what takes its place in the lemma.
type ending struct{ cut, add string }

var (
	nounEndings = [...]ending{{"s", ""}, {"ses", "s"}, {"xes", "x"}, {"zes", "z"}, {"ches", "ch"}, {"shes", "sh"}, {"men", "man"}, {"children", "child"}, {"ies", "y"}, {"es", ""}}
	thirdPerson = [...]ending{{"s", ""}, {"ies", "y"}, {"es", ""}, {"sses", "s"}, {"zzes", "z"}}
)

// detach returns the first word of a part of speech that one of the endings
// makes.
func (t *table) detach(lower string, part Parts, endings []ending) (string, bool) {
	for _, e := range endings {
		if len(lower) <= len(e.cut)+1 || !strings.HasSuffix(lower, e.cut) {
			continue
		}
		stem := lower[:len(lower)-len(e.cut)]
		if l, ok := t.word(stem, e.add, part); ok {
			return l, true
		}
	}
	return "", false
}

// name returns the lemma of a plural name: "States" is "state", "Netherlands"
// stays.
func name(lower string) string {
	if l, ok := keptPlural(lower); ok {
		return l
	}
	if l, ok := load().detach(lower, Noun, nounEndings[:]); ok {
		return l
	}
	return unknownPlural(lower)
}

// verbal returns the lemma of a form of a verb.
func verbal(lower string, fine text.Fine) string {
	if l, ok := auxiliary(lower); ok {
		return l
	}
	if fine == text.VB || fine == text.VBP {
		return lower
	}
	if n := strings.LastIndexByte(lower, '-'); n > 0 && n < len(lower)-1 {
		return tail(lower, func(s string) string { return verbal(s, fine) })
	}
	t := load()
	self := t.find(lower, "")
	if self != nil {
		if l, ok := t.irregularly(self, Verb); ok {
			return l
		}
	}
	if fine == text.VBZ {
		if l, ok := t.detach(lower, Verb, thirdPerson[:]); ok {
			return l
		}
		return unknownPlural(lower)
	}
	if l, ok := t.participle(lower); ok {
		return l
	}
	if self != nil && self.parts&Verb != 0 {
		return lower
	}
	return unknownParticiple(lower)
}

// participle returns the verb whose past or present participle lower is.
func (t *table) participle(lower string) (string, bool) {
	stem, ok := strings.CutSuffix(lower, "ing")
	if !ok {
		if stem, ok = strings.CutSuffix(lower, "ed"); !ok {
			return "", false
		}
	}
	if len(stem) < 2 {
		return "", false
	}
	with, full := t.word(stem, "e", Verb)
	bare, plain := t.word(stem, "", Verb)
	switch {
	case full && plain:
		if keepsE(stem) {
			return with, true
		}
		return bare, true
	case full:
		return with, true
	case plain:
		return bare, true
	}
	if n := len(stem); n > 3 && stem[n-1] == stem[n-2] {
		if l, ok := t.word(stem[:n-1], "", Verb); ok {
			return l, true
		}
	}
	if s, ok := strings.CutSuffix(stem, "i"); ok && len(stem) > 2 {
		return t.word(s, "y", Verb)
	}
	if s, ok := strings.CutSuffix(stem, "y"); ok && strings.HasSuffix(lower, "ing") {
		return t.word(s, "ie", Verb) // dying
	}
	if s, ok := strings.CutSuffix(stem, "ck"); ok {
		return t.word(s, "c", Verb) // panicked
	}
	return "", false
}

// keepsE says which of two verbs a participle is of, that with an e or that
// without, given what is before the ending. A single consonant after a single
// vowel is doubled where the verb has no e ("hopping"), so that "hoping" is of
// "hope"; after two letters ("singing", "hanging") the e is the exception.
func keepsE(stem string) bool {
	switch stem {
	case "bath", "breath", "cloth", "sooth", "loath", "teeth":
		return true
	}
	n := len(stem)
	return n < 3 || !vowel(stem[n-1]) && vowel(stem[n-2]) && !vowel(stem[n-3])
}

func vowel(c byte) bool {
	return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u'
}

// compared returns the lemma of a comparative or superlative.
func compared(lower string, part Parts) string {
	switch lower {
	case "more", "most", "less", "least", "rather", "former", "upper", "inner", "outer", "other":
		return lower
	case "further", "farther", "furthest", "farthest":
		return "far"
	case "better", "best":
		if part == Adverb {
			return "well"
		}
		return "good"
	case "worse", "worst":
		if part == Adverb {
			return "badly"
		}
		return "bad"
	}
	t := load()
	if e := t.find(lower, ""); e != nil {
		if l, ok := t.irregularly(e, Adjective); ok {
			return l
		}
		if l, ok := t.irregularly(e, Adverb); ok {
			return l
		}
	}
	stem, ok := strings.CutSuffix(lower, "er")
	if !ok {
		if stem, ok = strings.CutSuffix(lower, "est"); !ok {
			return lower
		}
	}
	return t.positive(lower, stem)
}

// positive returns the adjective or adverb of the degree lower, which is stem
// and an ending.
func (t *table) positive(lower, stem string) string {
	const degrees = Adjective | Adverb
	if len(stem) < 2 {
		return lower
	}
	if l, ok := t.word(stem, "", degrees); ok {
		return l
	}
	if l, ok := t.word(stem, "e", degrees); ok {
		return l
	}
	if s, ok := strings.CutSuffix(stem, "i"); ok {
		if l, ok := t.word(s, "y", degrees); ok {
			return l
		}
	}
	if n := len(stem); stem[n-1] == stem[n-2] {
		if l, ok := t.word(stem[:n-1], "", degrees); ok {
			return l
		}
	}
	return lower
}
