// Package speech finds quotations and reported speech, and whose words they
// are.
package speech

import (
	"github.com/concord-news/concord/corpus"
	"github.com/concord-news/concord/rules/clause"
)

// Kind says who speaks.
type Kind uint8

// The kinds of speaker.
const (
	// Named: a person or organisation named in the text, or a pronoun that
	// certainly stands for one.
	Named Kind = iota
	// Unnamed: "a senior American official", "officials", "sources".
	Unnamed
	// Unknown: the words are someone else's and the text does not say whose.
	Unknown
)

// Attribution is a passage that the outlet says in another's words.
type Attribution struct {
	// Span is the attributed passage: the words in quotation marks, marks
	// included, or the reported clause.
	corpus.Span
	// First and Last are the half-open range of its tokens.
	First, Last int
	// Inner is the words between the quotation marks, without them; empty
	// where the speech is indirect.
	Inner corpus.Span
	// Kind says who speaks.
	Kind Kind
	// Speaker is the noun phrase that names the speaker, none where unknown.
	Speaker clause.Phrase
	// Cue is the token of the verb or preposition that attributes ("said",
	// "according"), -1 where there is none.
	Cue int
}

// Direct reports whether the passage is a quotation.
func (a Attribution) Direct() bool { return !a.Inner.Empty() }
