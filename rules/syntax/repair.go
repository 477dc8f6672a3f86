package syntax

import (
	"strings"
	"unicode"

	"github.com/concord-news/concord/rules/lemma"
	"github.com/concord-news/concord/rules/syntax/internal/tagger"
	"github.com/concord-news/concord/rules/text"
)

// repair mends tags that cannot be right where they stand, by the words beside
// them and by what the dictionary says the word can be:
//
//   - after a determiner or number and before a finite verb, an adjective that
//     can be a noun is one ("One official said");
//   - after a determiner or number and before a preposition, comma or verb, an
//     adverb that can only be a noun is one ("an attack on one ally as"), and between
//     "the" or "a" and a preposition an adjective that can be one ("a fine of");
//   - after an auxiliary, or between a noun or name and the end of the phrase, a
//     noun that can be nothing but the past form of a verb is one ("had sunk", "the
//     ferry sank.", "Holm wept as");
//   - "cost" between a noun and a figure is a past tense where no finite verb stands
//     before it ("the bridge cost $4 million");
//   - after a modal, a noun or adjective that can be a verb is one ("will not appeal",
//     "could free"); the present behind an auxiliary and its subject is the plain form
//     ("did you survive"), or a past tense if it can be nothing else ("upheld"), and a past tense behind an auxiliary a participle ("has also
//     had");
//   - a noun that no dictionary has as one, but as an adjective, is that ("scarce");
//   - between a noun and an object, or a plural and the end of its clause, a noun that
//     can be an irregular past tense is one ("The vote shook the party", "while rents
//     rose"); an adjective before a number likewise ("sold 30");
//   - the object of a verb does not end with another in the present ("approved the Red
//     Fork dam");
//   - "had" and "has" before an object alone are no auxiliaries ("had 214 passengers");
//   - "called" and the like behind the object of a verb and before a name is a participle
//     ("held a plumber called Nils");
//   - after a noun, an adjective that can be nothing but an irregular past tense is
//     one ("boats sank");
//   - after a noun, a plural that can be nothing but a verb is one ("Premier denies
//     bribery");
//   - at the start, a verb that can be a noun is one before a finite verb or what
//     can only be a past tense ("Profit fell", "Gulls sat");
//   - a participle is a past tense in a sentence that has no other verb, and where
//     it is joined to one ("sold the ships and paid for the cranes", "The union
//     called the vote unfair and said"), and behind its subject ("after it shut");
//   - a plural that can be a verb is one behind a noun in a sentence that has no
//     verb ("The motive remains unclear.", "Storm kills 12");
//   - after a verb such as "remain", a past tense that can be an adjective is one
//     ("remains closed");
//   - after "to", a noun that can be nothing but a verb is one ("to concede"), and
//     after a verb of intention and the like one that can be a verb ("plans to appeal",
//     "is expected to resume"), and after "yet to" an adjective too ("has yet to open");
//   - after "be", an adjective that is none in the dictionary and can be a participle is
//     one, and one in -ing before an object ("is pressing Denmark");
//   - after "been", a noun in -ing that can be a verb is one ("has been meeting");
//   - the adjective of a nation between a determiner or number and a noun is no name ("The Danish
//     skier"), and a capitalised word behind a name or its "'s" is part of it ("Halden
//     Chemicals", "the Citizens' List");
//   - capitals in brackets behind a name are its letters ("the Ice Society (IS)");
//   - a capitalised noun of letters alone that no dictionary has, and a capitalised
//     adverb that is no adverb there, is a name ("Oduvar said", but not "E-mail
//     came" and "Vitamin C"), and a name in small letters before a name or behind
//     a determiner is none ("Ghanaian midfielder Kofi Asante", "the midfielder");
//   - after a number or preposition, or after a preposition and a name at the end
//     of its clause, a verb that can be a noun is one ("a dozen boats", "by
//     envoys", "a set of U.S. demands.");
//   - "that" behind a noun for what is said or thought and before a name is a
//     conjunction ("claims that Norway had");
//   - after the particle of a verb and an adverb that can be an adjective, a verb that
//     can be a noun is one ("ruled out early talks");
//   - after a verb and before "that", a verb that can be a noun is its object,
//     and a participle that has an object and no auxiliary is a past tense
//     ("Dahl, rejected claims that").
func repair(tokens []text.Token, words *tagger.Scratch) {
	repairNames(tokens, words)
	repairFirst(tokens)
	repairSentence(tokens)
	for i := 1; i < len(tokens); i++ {
		switch tokens[i].Fine {
		case text.JJ:
			repairAdjective(tokens, i)
		case text.RB:
			t := &tokens[i]
			if determines(&tokens[i-1]) && (closes(tokens, i+1) || finite(tokens[i+1].Fine)) && lemma.Known(t.Lower, text.NOUN) && !lemma.Known(t.Lower, text.ADV) {
				t.Tag, t.Fine = text.NOUN, text.NN
			}
		case text.VBZ:
			repairHave(tokens, i)
			repairThirdPerson(tokens, i)
		case text.VBD:
			repairPast(tokens, i)
		case text.VBP:
			repairPresent(tokens, i)
		case text.VB:
			if passive(tokens, i) {
				tokens[i].Fine = text.VBN
			}
		case text.VBN:
			repairParticiple(tokens, i)
		case text.NNS:
			repairPlural(tokens, i, words.Notes(i))
		case text.WDT:
			if contents(tokens, i) {
				tokens[i].Tag, tokens[i].Fine = text.SCONJ, text.IN
			}
		case text.NN:
			repairNoun(tokens, i, words.Notes(i))
		}
	}
}

func repairAdjective(tokens []text.Token, i int) {
	t, before := &tokens[i], &tokens[i-1]
	numbered := i+1 < len(tokens) && tokens[i+1].Fine == text.CD
	switch {
	case modalBefore(tokens, i) && lemma.Known(t.Lower, text.VERB):
		t.Tag, t.Fine = text.VERB, text.VB
	case before.Lower == "to" && (i > 1 && tokens[i-2].Lower == "yet" || numbered && intends(tokens, i-1)) && lemma.Known(t.Lower, text.VERB):
		before.Tag, before.Fine = text.PART, text.TO
		t.Tag, t.Fine = text.VERB, text.VB
	case before.Fine == text.PRP && irregularPast(t.Lower),
		before.Tag == text.NOUN && (irregularPast(t.Lower) || (ends(tokens, i+1) || closes(tokens, i+1)) && !lemma.Known(t.Lower, text.ADJ) && pastOnly(t.Lower)),
		before.Tag != text.DET && before.Tag != text.ADJ && numbered && pastOnly(t.Lower):
		t.Tag, t.Fine = text.VERB, text.VBD
	case be(before) && !lemma.Known(t.Lower, text.ADJ) && pastOnly(t.Lower):
		t.Tag, t.Fine = text.VERB, text.VBN
	case be(before) && acting(tokens, i):
		t.Tag, t.Fine = text.VERB, text.VBG
	case (before.Lower == "the" || before.Lower == "a" && t.Lower != "few" && t.Lower != "little") && i+1 < len(tokens) && tokens[i+1].Tag == text.ADP && lemma.Known(t.Lower, text.NOUN):
		t.Tag, t.Fine = text.NOUN, text.NN
	case determines(before) && lone(tokens, i+1) && lemma.Known(t.Lower, text.NOUN):
		t.Tag, t.Fine, tokens[i+1].Fine = text.NOUN, text.NN, text.VBD
	case determines(before) && i+1 < len(tokens) && finite(tokens[i+1].Fine) && lemma.Known(t.Lower, text.NOUN):
		t.Tag, t.Fine = text.NOUN, text.NN
	}
}

func repairThirdPerson(tokens []text.Token, i int) {
	t, before := &tokens[i], &tokens[i-1]
	if i > 1 && before.Tag == text.ADV && tokens[i-2].Fine == text.RP && lemma.Known(before.Lower, text.ADJ) && isPlural(t.Lower) {
		before.Tag, before.Fine, t.Tag, t.Fine = text.ADJ, text.JJ, text.NOUN, text.NNS
		return
	}
	if i > 1 && i+1 < len(tokens) && before.Tag == text.CCONJ && tokens[i+1].Fine == text.NN && irregular(tokens[i+1].Lower) && isPlural(t.Lower) {
		t.Tag, t.Fine, tokens[i+1].Tag, tokens[i+1].Fine = text.NOUN, text.NNS, text.VERB, text.VBD
		return
	}
	counted := governed(tokens, i) || before.Fine == text.PRPS || before.Fine == text.PRP && before.Lower == "her" || before.Fine == text.CD && before.Lower != "one" || before.Lower == "dozen"
	if !counted && !objectBeforeThat(tokens, i) || !isPlural(t.Lower) {
		return
	}
	t.Tag, t.Fine = text.NOUN, text.NNS
	if !counted && before.Fine == text.VBN && !helped(tokens, i-1) {
		before.Fine = text.VBD
	}
}

// isPlural reports whether the dictionary has the noun of which a word is the
// plural.
func isPlural(lower string) bool {
	one := lemma.Of(lower, text.NNS, text.NOUN)
	return one != lower && lemma.Known(one, text.NOUN)
}

func repairPlural(tokens []text.Token, i int, n *tagger.Notes) {
	t, before := &tokens[i], &tokens[i-1]
	if t.Tag == text.NOUN && subject(before) && ask(n, isThirdPerson, t.Lower) {
		t.Tag, t.Fine = text.VERB, text.VBZ
		if before.Tag == text.ADJ {
			before.Tag, before.Fine = text.NOUN, text.NN
		}
		return
	}
	if i > 2 && before.Tag == text.CCONJ && tokens[i-2].Fine == text.CD && tokens[i-3].Fine == text.VBZ && tokens[i-3].Tag == text.AUX && isVerb(t.Lower) {
		t.Tag, t.Fine = text.VERB, text.VBZ
	}
}

func repairNoun(tokens []text.Token, i int, n *tagger.Notes) {
	t, before := &tokens[i], &tokens[i-1]
	switch {
	case has(before) && len(t.Lower) > 3 && ask(n, isPast, t.Lower):
		before.Tag = text.AUX
		t.Tag, t.Fine = text.VERB, text.VBN
	case names(before) && (closes(tokens, i+1) || ends(tokens, i+1) || tokens[i+1].Tag == text.ADV) && len(t.Lower) > 3 && ask(n, isPast, t.Lower):
		t.Tag, t.Fine = text.VERB, text.VBD
	case past(tokens, i):
		t.Tag, t.Fine = text.VERB, text.VBD
	case modalBefore(tokens, i) && lemma.Known(t.Lower, text.VERB):
		t.Tag, t.Fine = text.VERB, text.VB
	case before.Lower == "to" && (verbOnly(t.Lower) || intends(tokens, i-1) && lemma.Known(t.Lower, text.VERB)):
		before.Tag, before.Fine = text.PART, text.TO
		t.Tag, t.Fine = text.VERB, text.VB
	case t.Tag == text.NOUN && !t.Shape.Has(text.Capital) && ask(n, isAdjective, t.Lower):
		t.Tag, t.Fine = text.ADJ, text.JJ
	case t.Lower == "cost" && priced(tokens, i):
		t.Tag, t.Fine = text.VERB, text.VBD
	case before.Lower == "been" && gerund(t.Lower):
		t.Tag, t.Fine = text.VERB, text.VBG
	}
}

// repairFirst gives a clause its subject: a verb at its start that can be a noun
// is one before a finite verb, or before a word that can be nothing but a past
// tense, which is one then.
func repairFirst(tokens []text.Token) {
	if len(tokens) < 2 {
		return
	}
	t, next := &tokens[0], &tokens[1]
	if t.Fine == text.VB && finite(next.Fine) && surname(t.Lower) {
		t.Tag, t.Fine = text.PROPN, text.NNP
		return
	}
	if t.Fine == text.VB && next.Fine == text.NNS && next.Tag == text.NOUN && len(tokens) > 2 && (tokens[2].Tag == text.NOUN || tokens[2].Fine == text.CD) && isVerb(next.Lower) && lemma.Known(t.Lower, text.NOUN) {
		t.Tag, t.Fine, next.Tag, next.Fine = text.NOUN, text.NN, text.VERB, text.VBZ
		return
	}
	past := t.Fine == text.VBZ && names(next) && !next.Shape.Has(text.Capital) && pastOnly(next.Lower)
	switch {
	case !finite(next.Fine) && !past || t.Tag != text.VERB:
		return
	case (t.Fine == text.VB || t.Fine == text.VBP) && lemma.Known(t.Lower, text.NOUN):
		t.Tag, t.Fine = text.NOUN, text.NN
	case t.Fine == text.VBZ && lemma.Known(lemma.Of(t.Lower, text.NNS, text.NOUN), text.NOUN):
		t.Tag, t.Fine = text.NOUN, text.NNS
	default:
		return
	}
	if past {
		next.Tag, next.Fine = text.VERB, text.VBD
	}
}

// irregularPast reports whether a word is nothing but the irregular past tense
// of a verb: "sank", but not "broken", which can be an adjective.
func irregularPast(lower string) bool {
	return !strings.HasSuffix(lower, "d") && !strings.HasSuffix(lower, "n") && pastOnly(lower)
}

// thirdPersonOnly reports whether a word is a form of a verb in -s and of no
// noun: "denies", but not "claims".
func thirdPersonOnly(lower string) bool {
	if lemma.Known(lemma.Of(lower, text.NNS, text.NOUN), text.NOUN) {
		return false
	}
	verb := lemma.Of(lower, text.VBZ, text.VERB)
	return verb != lower && lemma.PartsOf(verb)&(lemma.Verb|lemma.Noun) == lemma.Verb
}

// subject reports whether a token can be the subject of the verb behind it.
func subject(t *text.Token) bool {
	return names(t) || t.Tag == text.ADJ && lemma.Known(t.Lower, text.NOUN)
}

// copular reports whether a token is a form of a verb that an adjective
// completes: "remains closed".
func copular(t *text.Token) bool {
	if t.Tag != text.VERB {
		return false
	}
	switch lemma.Of(t.Lower, t.Fine, t.Tag) {
	case "remain", "stay", "become", "seem", "appear", "look", "feel", "sound":
		return true
	}
	return false
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
	if lemma.PartsOf(lower)&(lemma.Noun|lemma.Verb|lemma.Adverb) != 0 {
		return false
	}
	return inflected(lower, text.VBD)
}

// verbOnly reports whether a word is nothing but the plain form of a verb:
// "concede", but not "talk".
func verbOnly(lower string) bool {
	return lemma.PartsOf(lower)&(lemma.Verb|lemma.Noun|lemma.Adjective) == lemma.Verb
}

// plain reports whether a word is written in letters alone.
func plain(lower string) bool {
	for _, r := range lower {
		if !unicode.IsLetter(r) {
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
