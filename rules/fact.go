package rules

import (
	"github.com/concord-news/concord/corpus"
	"github.com/concord-news/concord/rules/clause"
	"github.com/concord-news/concord/rules/mention"
	"github.com/concord-news/concord/rules/speech"
)

// Fact is a statement read from one sentence.
type Fact struct {
	Rule *Rule
	// Key says what the fact is about, a value for each part of Rule.Key.
	Key []KeyValue
	// Value is what the article states.
	Value Value
	// Evidence is the exact words, Sentence the sentence around them.
	Evidence, Sentence corpus.Span
	// Token is the token of the value, for whatever asks about its context.
	Token int
	// Voice says whose words they are.
	Voice Voice
	// Modality says how far the text asserts it.
	Modality clause.Modality
	// Kept reports, for a share with a complement, that it is the part that
	// the owner keeps and not the part that another party holds.
	Kept bool
	// Title reports that it stands in the headline.
	Title bool
	// Negated reports that the clause around a figure that is compared by what
	// stands around it is denied, or that nobody is said to be one of a number of
	// people.
	Negated bool
	// Past reports that the clause says what was or had been so.
	Past bool
	// Pending reports that a clause which is compared as a whole says that something is not
	// so yet.
	Pending bool
	// AsOf is the time of which the clause speaks, zero where it does not say.
	AsOf mention.Period
	// Told is how an event was told, nil for facts that are read otherwise.
	Told *Told
	// Context is what stands around a figure that is compared by it, nil for
	// facts of other rules; Mention is then the figure's index in the reading.
	Context []Term
	Mention int
}

// KeyValue is one part of what a fact is about.
type KeyValue struct {
	// Value is what is compared; "" where the text does not say.
	Value string
	// Entity is the article's entity, 0 where the part is not a name.
	Entity int
	// Show is the part as reports print it.
	Show string
}

// Voice says whose words a fact is.
type Voice struct {
	// Own reports the outlet's own voice; the rest is then empty.
	Own bool
	// Kind says who speaks.
	Kind speech.Kind
	// Speaker is the speaker as written, Party the country or body for which
	// the speaker stands, Entity the article's entity.
	Speaker string
	Party   string
	Entity  int
	// Away: the speaker of a quotation is named in another sentence than its words, so
	// that a pronoun or the order of the sentences tells who it is.
	Away bool
}

// Answer is a yes or no.
type Answer int8

// Answers.
const (
	NoAnswer Answer = iota
	Yes
	No
)

// Stance is how a party stands to a thing, on a scale from yes to no.
type Stance int8

// Stances.
const (
	NoStance Stance = iota
	Accepts
	Open
	Undecided
	Rejects
)

var stanceNames = [...]string{"", "accepts", "open", "has not agreed", "rejects"}

// String returns the stance as reports print it.
func (s Stance) String() string { return stanceNames[s] }

// Value is what an article states; which part holds it depends on Rule.Compare.
type Value struct {
	// Figure and Unit hold a figure, From the figure before a stated change.
	Figure, From mention.Quantity
	Unit         string
	// Kind is the kind of mention of a figure or date.
	Kind   mention.Kind
	Answer Answer
	Stance Stance
	// Names are the people of a set, in text order.
	Names []Name
	// Office is the office that somebody holds.
	Office Office
	// Words is a quotation, a place, a spelling, or other words.
	Words string
	// Quote is the words between quotation marks.
	Quote corpus.Span
	// Period and Timex hold a date.
	Period mention.Period
	Timex  string
}

// Name is a named entity of a value.
type Name struct {
	// Text is the name as written, Canonical its fullest form in the article.
	Text, Canonical string
	Entity          int
	Kind            mention.Kind
}

// Office is an office as a text states it.
type Office struct {
	// Title is its canonical name: "chancellor", "opposition leader".
	Title string
	// Class is the class of offices, of which some exclude each other.
	Class string
	// Scope is the country or body of countries, "" where the text does not say.
	Scope string
	// Body is another body or person to which it belongs, BodyEntity the
	// article's entity; "" and 0 where the text does not say.
	Body       string
	BodyEntity int
	// Former reports an office that is no longer held.
	Former bool
}
