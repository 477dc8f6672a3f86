package syntax

import (
	"strings"

	"github.com/concord-news/concord/rules/lemma"
	"github.com/concord-news/concord/rules/text"
)

// repair mends tags that cannot be right where they stand, by the words beside
// them and by what the dictionary says the word can be:
//
//   - after a determiner or number and before a finite verb, an adjective that
//     can be a noun is one ("One official said");
//   - after a determiner or number and before a preposition, comma or verb, an
//     adverb that can only be a noun is one ("an attack on one ally as");
//   - after an auxiliary, or between a noun or name and the end of the phrase, a
//     noun that can be nothing but the past form of a verb is one ("had sunk", "the
//     ferry sank.", "Holm wept as");
//   - "cost" between a noun and a figure is a past tense where no finite verb stands
//     before it ("the bridge cost $4 million");
//   - after a modal, a noun that can be a verb is one ("will not appeal");
//   - after "to", a noun that can be nothing but a verb is one ("to concede");
//   - after "been", a noun in -ing that can be a verb is one ("has been meeting");
//   - a capitalised noun that no dictionary has, and a capitalised adverb that is
//     no adverb there, is a name ("Oduvar said");
//   - after a preposition, or after one and a name at the end of its clause, a
//     verb that can be a noun is one ("by envoys", "a set of U.S. demands.");
//   - after a verb and before "that", a verb that can be a noun is its object,
//     and a participle that has an object and no auxiliary is a past tense
//     ("Dahl, rejected claims that").
func repair(tokens []text.Token) {
	for i := range tokens {
		t := &tokens[i]
		if !t.Shape.Has(text.Capital) || t.Shape.Has(text.AllCaps) {
			continue
		}
		if t.Fine == text.NN && unknown(t.Lower) || t.Fine == text.RB && t.Len() > 4 && !lemma.Known(t.Lower, text.ADV) {
			t.Tag, t.Fine = text.PROPN, text.NNP
		}
	}
	for i := 1; i < len(tokens); i++ {
		t, before := &tokens[i], &tokens[i-1]
		switch t.Fine {
		case text.JJ:
			if determines(before) && i+1 < len(tokens) && finite(tokens[i+1].Fine) && lemma.Known(t.Lower, text.NOUN) {
				t.Tag, t.Fine = text.NOUN, text.NN
			}
		case text.RB:
			if determines(before) && (closes(tokens, i+1) || finite(tokens[i+1].Fine)) && lemma.Known(t.Lower, text.NOUN) && !lemma.Known(t.Lower, text.ADV) {
				t.Tag, t.Fine = text.NOUN, text.NN
			}
		case text.VBZ:
			if plural := lemma.Of(t.Lower, text.NNS, text.NOUN); plural == t.Lower || !lemma.Known(plural, text.NOUN) {
				continue
			}
			if governed(tokens, i) {
				t.Tag, t.Fine = text.NOUN, text.NNS
			} else if objectBeforeThat(tokens, i) {
				t.Tag, t.Fine = text.NOUN, text.NNS
				if before.Fine == text.VBN && !helped(tokens, i-1) {
					before.Fine = text.VBD
				}
			}
		case text.NN:
			if has(before) && len(t.Lower) > 3 && pastOnly(t.Lower) {
				before.Tag = text.AUX
				t.Tag, t.Fine = text.VERB, text.VBN
			} else if names(before) && (closes(tokens, i+1) || ends(tokens, i+1) || tokens[i+1].Tag == text.ADV) && len(t.Lower) > 3 && pastOnly(t.Lower) {
				t.Tag, t.Fine = text.VERB, text.VBD
			} else if modalBefore(tokens, i) && lemma.Known(t.Lower, text.VERB) {
				t.Tag, t.Fine = text.VERB, text.VB
			} else if before.Lower == "to" && verbOnly(t.Lower) {
				before.Tag, before.Fine = text.PART, text.TO
				t.Tag, t.Fine = text.VERB, text.VB
			} else if t.Lower == "cost" && priced(tokens, i) {
				t.Tag, t.Fine = text.VERB, text.VBD
			} else if before.Lower == "been" && strings.HasSuffix(t.Lower, "ing") && lemma.Known(lemma.Of(t.Lower, text.VBG, text.VERB), text.VERB) {
				t.Tag, t.Fine = text.VERB, text.VBG
			}
		}
	}
}

// priced reports whether "cost" at token i is a verb: it stands between a noun and
// a figure, and no finite verb before it.
func priced(tokens []text.Token, i int) bool {
	const hedge = 3 // "more than", "up to about"
	if before := &tokens[i-1]; before.Tag != text.NOUN && before.Tag != text.PROPN && before.Tag != text.PRON {
		return false
	}
	for k := range i {
		if finite(tokens[k].Fine) {
			return false
		}
	}
	for k := i + 1; k < min(i+2+hedge, len(tokens)); k++ {
		switch t := &tokens[k]; {
		case t.Tag == text.NUM, t.Tag == text.SYM && t.Lower != "%":
			return true
		case t.Tag != text.ADP && t.Tag != text.ADV && t.Tag != text.ADJ && t.Tag != text.DET:
			return false
		}
	}
	return false
}

// has reports whether a token is a form of have or another auxiliary.
func has(t *text.Token) bool {
	return t.Tag == text.AUX || t.Lower == "had" || t.Lower == "has" || t.Lower == "have"
}

// modalBefore reports whether a modal stands before token i, with nothing but
// adverbs between them.
func modalBefore(tokens []text.Token, i int) bool {
	for i--; i >= 0 && (tokens[i].Tag == text.ADV || tokens[i].Tag == text.PART); i-- {
	}
	return i >= 0 && tokens[i].Fine == text.MD
}

// names reports whether a token can end the name of who does something.
func names(t *text.Token) bool { return t.Tag == text.NOUN || t.Tag == text.PROPN }

// ends reports whether the sentence ends at token i.
func ends(tokens []text.Token, i int) bool {
	return i >= len(tokens) || i+1 == len(tokens) && tokens[i].Lower == "."
}

// pastOnly reports whether a word is nothing but the past form of a verb:
// "sunk", "arrested", but not "run" or "found".
func pastOnly(lower string) bool {
	if lemma.Known(lower, text.NOUN) || lemma.Known(lower, text.VERB) || lemma.Known(lower, text.ADV) {
		return false
	}
	verb := lemma.Of(lower, text.VBD, text.VERB)
	return verb != lower && lemma.Known(verb, text.VERB)
}

// verbOnly reports whether a word is nothing but the plain form of a verb:
// "concede", but not "talk".
func verbOnly(lower string) bool {
	return lemma.Known(lower, text.VERB) && !lemma.Known(lower, text.NOUN) && !lemma.Known(lower, text.ADJ)
}

// unknown reports whether the dictionary has the word as nothing at all.
func unknown(lower string) bool {
	for _, tag := range []text.Tag{text.NOUN, text.VERB, text.ADJ, text.ADV} {
		if lemma.Known(lower, tag) {
			return false
		}
	}
	return true
}

// governed reports whether a preposition leaves no room for a finite verb at
// token i.
func governed(tokens []text.Token, i int) bool {
	p := &tokens[i-1]
	if p.Tag == text.PROPN {
		return i > 1 && tokens[i-2].Tag == text.ADP && closes(tokens, i+1)
	}
	return p.Fine == text.IN && p.Tag == text.ADP && p.Lower != "as" && p.Lower != "than"
}

// objectBeforeThat reports whether token i can only be the object of the verb
// before it: a clause with "that" follows, which tells what the object is. The
// verb of a clause without an object ends no subject with a name or comma
// before it ("What he denied shows that" has a pronoun there).
func objectBeforeThat(tokens []text.Token, i int) bool {
	v := &tokens[i-1]
	if v.Tag != text.VERB || v.Fine != text.VBD && v.Fine != text.VBN || i+1 >= len(tokens) || tokens[i+1].Lower != "that" {
		return false
	}
	return i < 2 || tokens[i-2].Tag != text.PRON
}

// helped reports whether an auxiliary stands before the verb at token i, with
// nothing but adverbs between them.
func helped(tokens []text.Token, i int) bool {
	for i--; i >= 0 && (tokens[i].Tag == text.ADV || tokens[i].Tag == text.PART); i-- {
	}
	return i >= 0 && tokens[i].Tag == text.AUX
}

func determines(t *text.Token) bool {
	switch t.Fine {
	case text.DT, text.CD, text.PRPS:
		return true
	}
	return false
}

func finite(f text.Fine) bool {
	return f == text.VBD || f == text.VBZ || f == text.VBP || f == text.MD
}

// closes reports whether no noun phrase goes on at token i.
func closes(tokens []text.Token, i int) bool {
	return i >= len(tokens) || tokens[i].Tag == text.ADP || tokens[i].Tag == text.SCONJ || tokens[i].Tag == text.PUNCT
}
