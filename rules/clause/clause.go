// Package clause finds who did what to whom: the predicates of a sentence with
// their agents, patients and prepositional phrases, whatever the voice.
//
// There are two readers of one and the same Clause.
//
// Read and Analyse are shallow. Base noun phrases and verb groups are found from
// the tags alone, and arguments by their position: no tree is built. It is what
// every sentence of an article is read with.
//
// ReadTrees and TreeReader take the dependency tree of package syntax. Subjects
// and objects come from its arcs; what predicates share (in a row, under
// control and raising, in relative clauses and participles) from what governs
// what. Modality, tense and denial of a verb group are read as the shallow
// reader reads them.
//
// Measured, precision/recall, with tagger and parser before them (the tests
// print it). The sentences of testdata/clauses.txt were tuned on; the treebanks
// were not, and their arguments are those of people's trees, shared ones
// included:
//
//	              predicate      agent          patient
//	own sentences
//	  shallow     .984/.952      .963/.930      .966/.945
//	  tree        .984/.952      .959/.916      .955/.939
//	EWT dev
//	  shallow     .931/.926      .964/.861      .898/.823
//	  tree        .939/.923      .934/.849      .918/.863
//	GUM dev
//	  shallow     .946/.932      .900/.803      .904/.797
//	  tree        .940/.921      .908/.789      .908/.808
//	PUD, its enhanced graphs
//	  shallow     .961/.941      .929/.823      .945/.868
//	  tree        .954/.939      .918/.817      .936/.874
//	  people's trees .994/.981   .993/.960      .989/.987
//
// Polarity and modality are right in every clause of our own sentences that
// either finds. So the tree reader is as good as its trees, and with those of
// the parser it finds more patients and rather fewer agents. It costs a parse:
// with tagging 1.3 MB/s, to 15 MB/s for the shallow reader alone (benchmarks of
// this package and of syntax). The reading of articles uses the shallow one;
// concord verify asks the trees who did what in texts of up to three sentences,
// and how clauses are joined, and the shallow one for denials, where trees did
// worse (package checker/verify).
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

// Intended reports what is said to come: planned, or what one would do.
func (m Modality) Intended() bool { return m == Planned || m == Conditional }

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
