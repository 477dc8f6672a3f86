package syntax

import (
	"strings"

	"github.com/concord-news/concord/rules/lemma"
	"github.com/concord-news/concord/rules/text"
)

// repairSentence gives a sentence its verb: where it has no finite one, the first
// participle or noun behind a noun that can be a past tense is one, or else the first
// plural behind one that can be a verb. Only the second is done where no full stop
// ends it: headlines leave out the verb before a participle.
func repairSentence(tokens []text.Token) {
	if len(tokens) < 4 {
		return
	}
	ended := tokens[len(tokens)-1].Lower == "."
	verb, plural := -1, -1
	for i := 1; i+1 < len(tokens); i++ {
		t := &tokens[i]
		if finite(t.Fine) || t.Tag == text.AUX || finite(tokens[0].Fine) {
			return
		}
		if ended && verb < 0 && i > 2 && t.Fine == text.VBN && tokens[i-1].Lower == "," && names(&tokens[i-2]) && ends(tokens, i+1) {
			verb = i
		}
		if ended && verb < 0 && names(&tokens[i-1]) && (t.Fine == text.VB && t.Tag == text.VERB && sameInPast(t.Lower) || t.Fine == text.VBN && (strings.HasSuffix(t.Lower, "ed") || !strings.HasSuffix(t.Lower, "n") && (tokens[i+1].Tag == text.NOUN || determines(&tokens[i+1]))) || t.Fine == text.NN && !t.Shape.Has(text.Capital) && irregular(t.Lower)) {
			verb = i
		}
		if plural < 0 && t.Fine == text.NNS && t.Tag == text.NOUN && subject(&tokens[i-1]) && predicate(&tokens[i+1]) && isVerb(t.Lower) {
			plural = i
		}
	}
	switch {
	case verb > 0:
		tokens[verb].Tag, tokens[verb].Fine = text.VERB, text.VBD
	case plural > 0:
		tokens[plural].Tag, tokens[plural].Fine = text.VERB, text.VBZ
		if before := &tokens[plural-1]; before.Tag == text.ADJ {
			before.Tag, before.Fine = text.NOUN, text.NN
		}
	}
}

// predicate reports whether a token can begin what a verb says of its subject, and
// does not go on with a noun phrase.
func predicate(t *text.Token) bool {
	return t.Tag == text.ADJ || t.Tag == text.ADV || t.Tag == text.DET || t.Fine == text.VBN || t.Fine == text.CD || day(t)
}

// isVerb reports whether a word can be a verb in the third person.
func isVerb(lower string) bool {
	return inflected(lower, text.VBZ)
}

// inflected reports whether a word is that form of a verb, and not its plain form.
func inflected(lower string, form text.Fine) bool {
	verb := lemma.Of(lower, form, text.VERB)
	return verb != lower && lemma.Known(verb, text.VERB)
}

// joined reports whether the participle at token i has an object behind it, and a number
// before it ("a shock of 6.3 destroyed the court") or a past tense that a conjunction
// joins to it, which is the first finite verb of its sentence.
func joined(tokens []text.Token, i int) bool {
	if i+1 >= len(tokens) || tokens[i+1].Fine != text.DT && tokens[i+1].Fine != text.PRPS {
		return false
	}
	if tokens[i-1].Fine == text.CD {
		return true
	}
	for k := range tokens {
		if finite(tokens[k].Fine) || tokens[k].Tag == text.AUX {
			return k > i && tokens[k].Fine == text.VBD && tokens[k-1].Tag == text.CCONJ
		}
	}
	return false
}

// told reports whether the participle at token i stands behind a pronoun that can
// only be its subject: "after it shut".
func told(tokens []text.Token, i int) bool {
	switch tokens[i-1].Lower {
	case "he", "she", "we", "they", "i":
		return i < 2 || tokens[i-2].Tag != text.AUX
	case "it":
		return i < 2 || tokens[i-2].Tag == text.SCONJ || tokens[i-2].Fine == text.WDT
	}
	return false
}

// day reports whether a token is the name of a day or month.
func day(t *text.Token) bool {
	if t.Fine != text.NNP {
		return false
	}
	switch strings.TrimSuffix(t.Lower, ".") {
	case "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
		"january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december",
		"jan", "feb", "mar", "apr", "jun", "jul", "aug", "sept", "sep", "oct", "nov", "dec":
		return true
	}
	return false
}

// sameInPast reports whether a verb is the same in the past tense.
func sameInPast(lower string) bool {
	switch lower {
	case "bet", "burst", "cast", "cost", "cut", "hit", "hurt", "let", "put", "quit", "set", "shed", "shut", "slit", "split", "spread", "thrust", "upset":
		return true
	}
	return false
}
