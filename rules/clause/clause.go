// Package clause finds who did what to whom: the predicates of a sentence with
// their agents, patients and prepositional phrases, whatever the voice.
//
// It is a shallow reader. Base noun phrases and verb groups are found from the
// tags alone, and arguments by their position: no tree is built.
package clause

// Phrase is a noun phrase by its tokens, First inclusive and Last exclusive,
// with its head: in "the senior U.S. envoy Steve Witkoff" the head is Witkoff.
type Phrase struct{ First, Last, Head int }

// None reports whether the phrase is empty.
func (p Phrase) None() bool { return p.Last <= p.First }

// Modality says how far a clause asserts what it says.
type Modality uint8

// The modalities.
const (
	// Asserted: it is said to be so.
	Asserted Modality = iota
	// Planned: will, plans to, is to, is expected to, agreed to.
	Planned
	// Conditional: would.
	Conditional
	// Possible: could, may, might, is likely to, appears to.
	Possible
	// Required: must, should, has to, needs to.
	Required
	// Hypothetical: the clause stands under if, unless, whether, or in a
	// question.
	Hypothetical
)

var modalityNames = [...]string{"asserted", "planned", "conditional", "possible", "required", "hypothetical"}

// String returns the modality's name in lower case.
func (m Modality) String() string { return modalityNames[m] }

// Tense is the time of the verb group.
type Tense uint8

// The tenses.
const (
	NoTense Tense = iota
	Past
	Present
	Future
)

// Relation says how a clause hangs on another.
type Relation uint8

// The relations.
const (
	Main Relation = iota
	// Complement: said that X, agreed to X.
	Complement
	// Relative: the man who X; also reduced: talks led by Y.
	Relative
	// Adverbial: because, after, while X; also participial: "reducing X".
	Adverbial
)

// Oblique is a prepositional phrase that belongs to a clause.
type Oblique struct {
	// Prep is the preposition in lower case, several words joined by a space:
	// "in", "according to". It is "" for a bare phrase of time, as in "died
	// last week".
	Prep string
	Phrase
}

// Clause is one predicate with its arguments. Coordinated arguments stand as
// several phrases.
type Clause struct {
	// Sentence is the index of its sentence; First and Last are the half-open
	// range of its tokens from its first argument to its last. Arguments that
	// it shares with another clause, such as the antecedent of a relative
	// pronoun, may lie outside.
	Sentence    int
	First, Last int
	// Verb is the token of the main verb, or of the copula.
	Verb int
	// Mark is the token of the subordinator or relative pronoun that opens
	// the clause ("that", "if", "who"), -1 where there is none.
	Mark int
	// Predicate is the verb's lemma, with its particle: "rule out".
	Predicate string
	// Agents do it and Patients undergo it, in the active and in the passive.
	// Of a copula, Agents is the subject.
	Agents, Patients []Phrase
	// Recipients are the first objects of verbs with two: "gave the minister
	// two weeks".
	Recipients []Phrase
	// Complement is what a copula says of its subject: "chancellor", "open";
	// or what a naming verb says of its patient: "elected her president".
	Complement Phrase
	Obliques   []Oblique
	Passive    bool
	// Negated: an odd number of not, never, no, without, failed to, denied.
	Negated bool
	// Implied reports that a governing predicate (failed to, refused to,
	// denied) took part in Negated.
	Implied bool
	// Existential: there is, there are; what there is stands in Agents.
	Existential bool
	// Finite reports that the verb group has a tense or a modal of its own.
	Finite   bool
	Modality Modality
	Tense    Tense
	Perfect  bool
	// Parent is the index of the clause it hangs on, -1 where there is none.
	Parent   int
	Relation Relation
}
