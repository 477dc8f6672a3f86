package pattern

import (
	"slices"

	"github.com/concord-news/concord/rules/clause"
	"github.com/concord-news/concord/rules/mention"
	"github.com/concord-news/concord/rules/text"
)

// Input is one sentence, ready to be matched. It is not safe for concurrent
// use.
type Input struct {
	Doc      *text.Document
	Mentions []mention.Mention
	// Party returns the party for which the tokens stand, "" for none.
	Party func(first, last int) string

	// Stands reports whether the noun phrase with the head at a token stands for
	// somebody with a name: "she", "the guide". With StandIns a slot for a name takes
	// such a phrase too.
	Stands   func(head int) bool
	StandIns bool

	// First and Last are the half-open range of the sentence's tokens.
	First, Last int
	// byToken holds, for each token, the first mention that starts there, -1 for
	// none.
	byToken []int32
	// phraseOf holds, for each token, the index in the phrases of its sentence of
	// its phrase, -1 for none. Those of the sentence at hand are phrases.
	phraseOf []int32
	phrases  []clause.Phrase
	// limit is the token before which the match at hand must end, steps the work
	// done for it so far.
	limit, steps int
	// match is the match at hand, which is large.
	match Match
}

// SetDocument makes the input ready for the sentences of a document, in memory
// that it may have used for another. Mentions must be ordered by First.
func (in *Input) SetDocument(d *text.Document, mentions []mention.Mention, party func(first, last int) string) {
	in.Doc, in.Mentions, in.Party, in.phrases = d, mentions, party, nil
	in.byToken, in.phraseOf = in.byToken[:0], in.phraseOf[:0]
	if d == nil {
		return
	}
	in.byToken = slices.Grow(in.byToken, len(d.Tokens))[:len(d.Tokens)]
	in.phraseOf = slices.Grow(in.phraseOf, len(d.Tokens))[:len(d.Tokens)]
	for i := range in.byToken {
		in.byToken[i], in.phraseOf[i] = -1, -1
	}
	for i := len(mentions) - 1; i >= 0; i-- {
		in.byToken[mentions[i].First] = int32(i)
	}
}

// SetSentence makes the input stand for the tokens from first to last, whose
// noun phrases are phrases, the same whenever it is asked for that sentence.
func (in *Input) SetSentence(first, last int, phrases []clause.Phrase) {
	in.First, in.Last, in.phrases = first, last, phrases
	for i, p := range phrases {
		for t := max(p.First, first); t < min(p.Last, last); t++ {
			in.phraseOf[t] = int32(i)
		}
	}
}

// PhraseAt returns the noun phrase that holds token i.
func (in *Input) PhraseAt(i int) (clause.Phrase, bool) {
	if i < in.First || i >= in.Last || in.phraseOf[i] < 0 {
		return clause.Phrase{}, false
	}
	return in.phrases[in.phraseOf[i]], true
}
