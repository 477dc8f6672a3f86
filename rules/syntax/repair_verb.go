package syntax

import (
	"strings"

	"github.com/concord-news/concord/rules/lemma"
	"github.com/concord-news/concord/rules/text"
)

// repairPast mends the past tense at token i.
func repairPast(tokens []text.Token, i int) {
	t := &tokens[i]
	switch {
	case copular(&tokens[i-1]) && lemma.PartsOf(t.Lower)&lemma.Adjective != 0:
		t.Tag, t.Fine = text.ADJ, text.JJ
	case t.Tag == text.AUX:
		repairHave(tokens, i)
	case named(tokens, i) || t.Tag == text.VERB && perfect(tokens, i):
		t.Fine = text.VBN
	}
}

// repairParticiple makes a participle that is joined to a past tense one too.
func repairParticiple(tokens []text.Token, i int) {
	t := &tokens[i]
	if t.Tag == text.VERB && ((names(&tokens[i-1]) || tokens[i-1].Fine == text.CD) && joined(tokens, i) || told(tokens, i)) {
		t.Fine = text.VBD
		return
	}
	if i < 3 || tokens[i-1].Tag != text.CCONJ || !names(&tokens[i-2]) || !strings.HasSuffix(t.Lower, "ed") && lemma.Of(t.Lower, text.VBD, text.VERB) == t.Lower {
		return
	}
	past := false
	for k := range i {
		switch {
		case tokens[k].Tag == text.AUX || tokens[k].Fine == text.VBN:
			return
		case tokens[k].Fine == text.VBD:
			past = true
		}
	}
	if past && t.Tag == text.VERB {
		t.Fine = text.VBD
	}
}

// repairHave makes a form of "have" that has an object and no participle behind it a
// verb of its own: "the ferry had 214 passengers".
func repairHave(tokens []text.Token, i int) {
	t := &tokens[i]
	if t.Tag != text.AUX || i+1 >= len(tokens) || t.Lower != "had" && t.Lower != "has" || !determines(&tokens[i+1]) {
		return
	}
	for k := i + 2; k < len(tokens); k++ {
		if tokens[k].Fine == text.VBN || tokens[k].Tag == text.PUNCT && k+1 < len(tokens) {
			return
		}
	}
	t.Tag = text.VERB
}

// named reports whether the past tense at token i can only be a participle: it tells a
// name of what stands before it, the object of another verb: "held a plumber called
// Nils".
func named(tokens []text.Token, i int) bool {
	if i < 3 || i+1 >= len(tokens) || tokens[i-1].Tag != text.NOUN || tokens[i+1].Tag != text.PROPN {
		return false
	}
	switch tokens[i].Lower {
	case "called", "named", "dubbed", "nicknamed":
	default:
		return false
	}
	for k := i - 2; k > 0; k-- {
		switch t := &tokens[k]; {
		case finite(t.Fine):
			return true
		case t.Tag == text.PUNCT && t.Lower != "-", t.Tag == text.CCONJ, t.Tag == text.SCONJ, t.Tag == text.PRON:
			return false
		}
	}
	return finite(tokens[0].Fine)
}

// lone reports whether the participle at token i is the verb of its sentence: a
// particle or preposition is behind it, and no verb is finite.
func lone(tokens []text.Token, i int) bool {
	if i+1 >= len(tokens) || tokens[i].Fine != text.VBN || tokens[i].Tag != text.VERB || tokens[i+1].Tag != text.ADP {
		return false
	}
	for k := range tokens {
		if finite(tokens[k].Fine) {
			return false
		}
	}
	return true
}

// past reports whether the noun at token i is the irregular past tense of a verb: a
// noun is before it and an object behind ("The vote shook the party"), or a plural
// before it and the end of the phrase behind ("while rents rose"), or it begins what a
// conjunction's subject did ("after fog cut visibility").
func past(tokens []text.Token, i int) bool {
	before := &tokens[i-1]
	if i > 1 && i+1 < len(tokens) && tokens[i-2].Fine == text.IN && clausal(tokens[i-2].Lower) && names(before) && names(&tokens[i+1]) && sameInPast(tokens[i].Lower) {
		return true
	}
	if i+1 < len(tokens) && (tokens[i+1].Fine == text.DT || tokens[i+1].Fine == text.PRPS || tokens[i+1].Fine == text.CD) {
		return before.Tag == text.NOUN && irregular(tokens[i].Lower)
	}
	return before.Fine == text.NNS && (closes(tokens, i+1) || ends(tokens, i+1)) && irregular(tokens[i].Lower)
}

// repairPresent makes a present tense that can only be a past tense one ("upheld"), at
// the end of an object a noun, and behind an auxiliary and its subject a plain form
// ("Did you survive").
func repairPresent(tokens []text.Token, i int) {
	if tokens[i].Tag == text.VERB && pastOnly(tokens[i].Lower) {
		tokens[i].Fine = text.VBD
		return
	}
	if tokens[i-1].Fine == text.NN && closes(tokens, i+1) && object(tokens, i) && lemma.Known(tokens[i].Lower, text.NOUN) {
		tokens[i].Tag, tokens[i].Fine = text.NOUN, text.NN
		return
	}
	if i < 2 || tokens[i-1].Fine != text.PRP {
		return
	}
	if t := &tokens[i-2]; t.Fine == text.MD || t.Lower == "do" || t.Lower == "did" || t.Lower == "does" {
		tokens[i].Fine = text.VB
	}
}

// perfect reports whether an auxiliary stands before the past tense at token i, with
// nothing but adverbs or its subject between them.
func perfect(tokens []text.Token, i int) bool {
	for i--; i >= 0 && tokens[i].Tag == text.ADV; i-- {
	}
	if i > 0 && tokens[i].Fine == text.PRP {
		t := &tokens[i-1]
		return t.Tag == text.AUX && (t.Lower == "had" || t.Lower == "has" || t.Lower == "have")
	}
	return i >= 0 && tokens[i].Tag == text.AUX && tokens[i].Fine != text.MD
}

// irregular reports whether a word can be the irregular past tense of a verb: "rose",
// "shook".
func irregular(lower string) bool {
	if len(lower) < 4 || strings.HasSuffix(lower, "ed") || strings.HasSuffix(lower, "ing") {
		return false
	}
	return inflected(lower, text.VBD)
}

// object reports whether nothing but the words of a noun phrase stands between the past
// tense of a verb and the word at token i: "approved the Red Fork dam".
func object(tokens []text.Token, i int) bool {
	for i--; i > 0; i-- {
		switch tokens[i].Fine {
		case text.NN, text.NNP, text.JJ:
		case text.DT:
			return tokens[i-1].Fine == text.VBD && tokens[i-1].Tag == text.VERB
		default:
			return false
		}
	}
	return false
}

// clausal reports whether a word begins a clause of time or cause.
func clausal(lower string) bool {
	switch lower {
	case "after", "as", "because", "before", "since", "until", "while", "when":
		return true
	}
	return false
}

// be reports whether a token is a form of the auxiliary "be".
func be(t *text.Token) bool {
	return t.Tag == text.AUX && lemma.Of(t.Lower, t.Fine, t.Tag) == "be"
}

// passive reports whether the plain form of a verb at token i is its participle: a form
// of "be" stands before it, and nothing but a denial between them ("was not hit").
func passive(tokens []text.Token, i int) bool {
	k := i - 1
	for k > 0 && (tokens[k].Lower == "not" || tokens[k].Lower == "n't" || tokens[k].Lower == "never") {
		k--
	}
	return k < i-1 && be(&tokens[k]) && unchanged(tokens[i].Lower)
}

// unchanged reports a verb whose participle is its plain form.
func unchanged(lower string) bool {
	switch lower {
	case "hit", "cut", "shut", "put", "set", "let", "hurt", "cast", "broadcast", "spread", "split", "burst", "bet", "bid",
		"shed", "read", "rid", "thrust", "upset", "run", "overrun", "overcome", "reset", "offset", "beset":
		return true
	}
	return false
}

// acting reports whether the adjective in -ing at token i is a verb with an object: "is
// pressing Denmark".
func acting(tokens []text.Token, i int) bool {
	if i+1 >= len(tokens) || tokens[i+1].Tag != text.PROPN && !determines(&tokens[i+1]) {
		return false
	}
	return gerund(tokens[i].Lower)
}

// gerund reports whether a word in -ing can be a verb.
func gerund(lower string) bool {
	return strings.HasSuffix(lower, "ing") && lemma.Known(lemma.Of(lower, text.VBG, text.VERB), text.VERB)
}
