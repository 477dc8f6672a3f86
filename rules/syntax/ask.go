package syntax

import (
	"strings"

	"github.com/concord-news/concord/rules/lemma"
	"github.com/concord-news/concord/rules/syntax/internal/tagger"
)

// question is one that the repair of tags asks of most nouns. Its answer is kept
// with the word.
type question uint8

const (
	isThirdPerson question = 1 << iota // thirdPersonOnly
	isPast                             // pastOnly
	isAdjective                        // an adjective in the dictionary, and no noun
	isNew                              // of letters alone, and the dictionary has it as nothing at all
)

// ask answers a question about a word.
func ask(n *tagger.Notes, q question, lower string) bool {
	bit := uint8(q)
	if n.Asked&bit == 0 {
		n.Asked |= bit
		if answer(q, lower) {
			n.Answers |= bit
		}
	}
	return n.Answers&bit != 0
}

func answer(q question, lower string) bool {
	switch q {
	case isThirdPerson:
		return thirdPersonOnly(lower)
	case isAdjective:
		return len(lower) > 3 && !strings.HasSuffix(lower, "ing") && lemma.PartsOf(lower)&(lemma.Adjective|lemma.Noun) == lemma.Adjective
	case isPast:
		return pastOnly(lower)
	default:
		return plain(lower) && lemma.PartsOf(lower) == 0
	}
}
