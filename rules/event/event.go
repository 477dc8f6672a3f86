// Package event reads what happened: the deeds of which a text tells, with who
// did them, to whom, when, where, by what and why.
//
// Every clause that says that something is done or not done is an event, and so
// is a noun for a deed ("the crash", "her arrest"). An event is made of
//
//   - its deed: the group of the verb or noun, so that "detained" and "took into
//     custody" are one, with the side that it has of an axis of opposites (open
//     and close);
//   - its roles: agent, patient, places, dates, times of day, means, causes, each
//     as the phrase or mention of the text;
//   - how it is told: asserted or not, denied or not, by a clause or by a noun.
//
// Events of two articles are held against each other role by role, and the role
// that is compared is never part of what makes the two meet. They meet where
// the deed is one and so is the argument that tells which deed is meant, the
// event's Anchor: the one to whom it is done where that is a name or a telling
// noun, else the one who does it. Police arrest many people, so that an arrest
// is known by who was arrested; a resignation by who resigned. Everything else
// that the two say must not speak of two occasions: other named parties in the
// same role, other dates than the one compared, a plan beside a deed, some of a
// group beside others of it. Where it does, they are not compared and the
// reason is printed; where one of them leaves a role unsaid, they are.
//
// Clauses that only suppose (if, whether, questions) are no events.
package event

import (
	"iter"

	"github.com/concord-news/concord/rules/clause"
	"github.com/concord-news/concord/rules/mention"
	"github.com/concord-news/concord/rules/text"
)

// Event is a deed of which a text tells.
type Event struct {
	// Deed is the group of its word, Word the word itself, Poles its sides of
	// axes of opposites.
	Deed, Word string
	Poles      []Pole
	// Whole: the words of the deed have its object with them ("claim
	// responsibility"), so that they tell by themselves which deed is meant.
	Whole bool
	// Clause is the index of its clause, -1 for a noun.
	Clause int
	// Head is the token of the verb or noun.
	Head int
	// First and Last are the half-open range of the tokens that tell it: the
	// verb with who does it and to whom.
	First, Last int
	// Agent does it and Patient undergoes it; none where the text does not say.
	Agent, Patient clause.Phrase
	// Noun: it is told by a noun.
	Noun bool
	// Negated: it is said not to be so.
	Negated  bool
	Modality clause.Modality
	// Dates and Times are indexes of mentions.
	Dates, Times []int
	Places       []Place
	// Means is by or with what it was done, Causes for what.
	Means, Causes []clause.Phrase
}

// Place is where an event happened.
type Place struct {
	// Prep is the preposition: "in", "near".
	Prep string
	clause.Phrase
	// Mention is the index of the place's name, -1 where it has none.
	Mention int
}

// Input is what is known of a text.
type Input struct {
	Doc      *text.Document
	Clauses  []clause.Clause
	Mentions []mention.Mention
	// Phrases returns the base noun phrases of a sentence, in order.
	Phrases func(sentence int) []clause.Phrase
}

// All yields the events of a text, in the order of their heads within each
// sentence, those of clauses before those of nouns. An event is valid until the
// next one is asked for. All is safe for concurrent use.
func All(in Input, deeds *Deeds) iter.Seq[*Event] {
	return func(yield func(*Event) bool) {
		r := reader{Input: in, deeds: deeds, yield: yield}
		c, m := 0, 0
		for i := range in.Doc.Sentences {
			s := &in.Doc.Sentences[i]
			first := c
			for c < len(in.Clauses) && in.Clauses[c].Sentence == i {
				c++
			}
			for m < len(in.Mentions) && in.Mentions[m].First < s.First {
				m++
			}
			r.sentence, r.from, r.clauses, r.first = s, m, in.Clauses[first:c], first
			if !r.clausesOf() || !r.nounsOf(i) {
				return
			}
		}
	}
}

// reader holds the sentence at hand.
type reader struct {
	Input
	deeds    *Deeds
	sentence *text.Sentence
	// from is the index of the sentence's first mention, first that of its first
	// clause.
	from, first int
	clauses     []clause.Clause
	yield       func(*Event) bool
	// verb is the verb at hand as entries have it, key an entry that is looked up.
	verb string
	key  []byte
	// part is a phrase that is part of the deed at hand.
	part clause.Phrase
	// event is the event at hand, whose lists are used again for the next.
	event Event
}

// next empties the event at hand.
func (r *reader) next() *Event {
	e := &r.event
	*e = Event{Clause: -1, Dates: e.Dates[:0], Times: e.Times[:0], Places: e.Places[:0], Means: e.Means[:0], Causes: e.Causes[:0]}
	return e
}
