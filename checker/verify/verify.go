// Package verify holds one statement, the claim, against a text: does the text
// bear it out, contradict it, or say nothing of it?
//
// There is no model of meaning behind it. The words, figures, dates and names
// of the claim are looked up in the sentences of the text; what decides is
// whether each stands there, and in the same surroundings.
package verify

import (
	"github.com/concord-news/concord/corpus"
	"github.com/concord-news/concord/rules"
	"github.com/concord-news/concord/rules/text"
)

// Verdict says how a text stands to a claim.
type Verdict uint8

// The verdicts.
const (
	// Unsupported: the text does not say so.
	Unsupported Verdict = iota
	// Supported: the text says so.
	Supported
	// Contradicted: the text says something that cannot be true beside it.
	Contradicted
)

var verdictNames = [...]string{"unsupported", "supported", "contradicted"}

// String returns the verdict as reports print it.
func (v Verdict) String() string { return verdictNames[v] }

// Result is what a text says of a claim.
type Result struct {
	Verdict Verdict
	// Why is one sentence with what decided.
	Why string
	// Facts are the places of the text that decided, the telling ones first.
	Facts []Fact
	// Missing are the words of the claim that the text does not have, or has
	// in other surroundings only, in the order of the claim.
	Missing []Missing
}

// Fact is a place in the text beside the words of the claim that it answers.
type Fact struct {
	// Article is the index of the article in the source.
	Article int
	// Span is the place in the article, Sentence the sentence around it.
	corpus.Span
	Sentence corpus.Span
	// Claim is the words of the claim.
	Claim corpus.Span
	// Relation says how the place stands to the claim's words.
	Relation Relation
	// Note is the reason in words, with its arithmetic.
	Note string
}

// Missing is a part of the claim without support.
type Missing struct {
	// Span is the place in the claim.
	corpus.Span
	Note string
}

// Relation says how a place in the text stands to the words of a claim.
type Relation uint8

// The relations.
const (
	// Same: the text says the same.
	Same Relation = iota
	// Compatible: other words or figures that bear the claim out.
	Compatible
	// Differs: both cannot be true.
	Differs
	// Elsewhere: the text has the words, in other surroundings.
	Elsewhere
)

var relationNames = [...]string{"same", "compatible", "differs", "elsewhere"}

// String returns the relation as reports print it.
func (r Relation) String() string { return relationNames[r] }

// Verifier holds claims against texts. It is safe for concurrent use.
type Verifier struct{ reader *rules.Reader }

// New returns a verifier that reads mentions and clauses with reader; facts
// that its rules read are not used.
func New(reader *rules.Reader) *Verifier { return &Verifier{reader} }

// Pair holds text b against text a, both plain text in UTF-8. Spans of facts
// are byte offsets into a, those of the claim into b.
func (v *Verifier) Pair(a, b string) Result {
	return v.Source([]*corpus.Article{Plain("a", a)}).Verify(b)
}

// Plain makes an article of text that is all to be read: in a pair no line is
// the furniture of a page.
func Plain(id, s string) *corpus.Article {
	a := text.ParseString(s).Article
	a.ID = id
	return a
}
