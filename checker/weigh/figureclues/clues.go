// Package figureclues has the clues by which package weigh says how much speaks for two figures
// of two articles being told of one thing: 38 and 41 passengers of one bus, or those of a
// bus and of a train. They are whether the nouns are related, how much else the sentences
// have in common, what other figures either could be meant by, how far apart they lie.
package figureclues

import (
	_ "embed"

	"github.com/concord-news/concord/checker/weigh"
)

//go:embed trees.txt
var embedded []byte

// Trees returns the trees that the program holds. They are read at the first call and
// never changed.
var Trees = weigh.Embedded(embedded, Sheet)

// The clues. Those that say yes or no are 1 or 0; those that hold for one figure of two or
// for both are 1 or 2. A likeness of two words is 1 where they are one or related and 0
// where they are not, weigh.Unsaid where one figure has no such word and Unknown where none has.
const (
	// Kind is the kind of the figures, as mention.Kind.
	Kind weigh.Clue = iota
	// Affinity is how much the words around the figures have to do with each other, Core
	// the same for the words of their clauses alone, Likeness how many are the same; all
	// as cosines.
	Affinity
	Core
	Likeness
	// SharedWords is how much the words tell that both sentences have, KinWords those that
	// are related, SharedNames the names.
	SharedWords
	KinWords
	SharedNames
	// OtherNames: both sentences have names, and none in common; OtherActors: both clauses.
	OtherNames
	OtherActors
	// AffinityLead is how much greater the affinity is than that of either figure and any
	// other of the other's article, LikenessLead the same for the likeness.
	AffinityLead
	LikenessLead
	// Nouns is the likeness of what is counted or measured, Nounless how many of the two do
	// not say it, NounWithin and NounWithinBoth whether the noun of one, or of each, has to
	// do with a word of the other's clause.
	Nouns
	Nounless
	NounWithin
	NounWithinBoth
	// GeneralNouns is how many of the two nouns fit anybody or anything: men, people.
	GeneralNouns
	// Verbs is the likeness of the verbs of the clauses, Wholes, Agents and Patients that of
	// those words.
	Verbs
	Wholes
	Agents
	Patients
	// Times is how many times the greater figure is the other, Difference how much greater it
	// is, Least the lesser one.
	Times
	Difference
	Least
	// Digits is how many digits the longer figure has, OtherDigits how many of as many are
	// others; 1 too where only noughts are, and 9 where they are not as many.
	Digits
	OtherDigits
	// Swapped: the figures are one but for digits that changed places.
	Swapped
	// OneUnit: the figures are in one unit.
	OneUnit
	// Rivals is how many other figures of the one article could be meant by the other's, in
	// both, MostRivals in the one that has more, NounRivals and MostNounRivals those whose
	// nouns could be.
	Rivals
	MostRivals
	NounRivals
	MostNounRivals
	// Both: one article has the other's figure too, BothOfNoun: of the same noun.
	Both
	BothOfNoun
	// Support is how many other articles of the story have the figure of which fewer do,
	// MostSupport the other, SupportBoth how many have both.
	Support
	MostSupport
	SupportBoth
	// Again is how often the article tells its figure again, of that which tells it less
	// often, MostAgain of the other; Headlines: how many headlines have it.
	Again
	MostAgain
	Headlines
	// InHeadline is how many of the two stand in a headline themselves.
	InHeadline
	// Beside is how many figures the two sentences have in common.
	Beside
	// OtherMood: one is of a plan and the other of a fact; OtherTense: one is of the past;
	// OtherDenial: one is denied.
	OtherMood
	OtherTense
	OtherDenial
	// Earlier: figures that speak of a time before the story; OneEarlier: one does.
	// OneOld: one sentence has a date long past; it is 2 where both have, and other ones, and 3 where
	// they have the same.
	Earlier
	OneEarlier
	OneOld
	// Compared is how many figures are what another is held against ("from 14", "than
	// 14"), OneCompared whether one is.
	Compared
	OneCompared
	// Contrast and the next: what tells the figures apart, as the functions of these names
	// in package checker have it.
	Contrast
	OtherSubject
	OtherPlaces
	OtherWhole
	OtherVerb
	OtherAttribute
	OneStandard
	OtherHarm
	PartOnly
	LackingWords
	// Rest is how many count those besides others, One how many are one, Moving how many
	// are prices, Vague whether one is.
	Rest
	One
	Moving
	Vague
	// Keyed is how many figures a rule with a key has read; KeyedApart: two such rules
	// have read them, or one, 2, for two things. Decided: such a rule has compared them.
	Keyed
	KeyedApart
	Decided
	// Approximate is how many are told as round, OtherBound whether one is a bound.
	Approximate
	OtherBound
	numClues
)

// NumClues is how many clues there are.
const NumClues = int(numClues)

// Clues is what is known of two figures.
type Clues [NumClues]float64

// Sheet names the clues.
var Sheet = weigh.NewSheet(described[:])

var described = [NumClues][2]string{
	Kind:     {"kind", "the kind of figure"},
	Affinity: {"affinity", "the words around"}, Core: {"core", "the words around"}, Likeness: {"likeness", "the words around"},
	SharedWords: {"shared-words", "the words around"}, KinWords: {"kin-words", "the words around"},
	SharedNames: {"shared-names", "the names around"}, OtherNames: {"other-names", "the names around"}, OtherActors: {"other-actors", "the names around"},
	AffinityLead: {"affinity-lead", "other figures fit less"}, LikenessLead: {"likeness-lead", "other figures fit less"},
	Nouns: {"nouns", "the nouns"}, Nounless: {"nounless", "the nouns"}, NounWithin: {"noun-within", "the nouns"}, NounWithinBoth: {"noun-within-both", "the nouns"}, GeneralNouns: {"general-nouns", "the nouns"},
	Verbs: {"verbs", "the verbs"}, Wholes: {"wholes", "who and what"}, Agents: {"agents", "who and what"}, Patients: {"patients", "who and what"},
	Times: {"times", "how far apart"}, Difference: {"difference", "how far apart"}, Least: {"least", "how great"},
	Digits: {"digits", "the digits"}, OtherDigits: {"other-digits", "the digits"}, Swapped: {"swapped", "the digits"}, OneUnit: {"one-unit", "the units"},
	Rivals: {"rivals", "figures that could be meant"}, MostRivals: {"most-rivals", "figures that could be meant"},
	NounRivals: {"noun-rivals", "figures that could be meant"}, MostNounRivals: {"most-noun-rivals", "figures that could be meant"},
	Both: {"both", "both in one article"}, BothOfNoun: {"both-of-noun", "both in one article"},
	Support: {"support", "other articles"}, MostSupport: {"most-support", "other articles"}, SupportBoth: {"support-both", "other articles"},
	Again: {"again", "where and how often told"}, MostAgain: {"most-again", "where and how often told"}, Headlines: {"headlines", "where and how often told"},
	InHeadline: {"in-headline", "where and how often told"}, Beside: {"beside", "figures beside"},
	OtherMood: {"other-mood", "plan or fact"}, OtherTense: {"other-tense", "plan or fact"}, OtherDenial: {"other-denial", "plan or fact"},
	Earlier: {"earlier", "the time spoken of"}, OneEarlier: {"one-earlier", "the time spoken of"}, OneOld: {"one-old", "the time spoken of"},
	Compared: {"compared", "held against others"}, OneCompared: {"one-compared", "held against others"},
	Contrast: {"contrast", "what tells apart"}, OtherSubject: {"other-subject", "what tells apart"}, OtherPlaces: {"other-places", "what tells apart"},
	OtherWhole: {"other-whole", "what tells apart"}, OtherVerb: {"other-verb", "the verbs"}, OtherAttribute: {"other-attribute", "what tells apart"},
	OneStandard: {"one-standard", "held against others"}, OtherHarm: {"other-harm", "what tells apart"}, PartOnly: {"part-only", "what tells apart"},
	LackingWords: {"lacking-words", "what tells apart"}, Rest: {"rest", "what tells apart"}, One: {"one", "how great"}, Moving: {"moving", "the kind of figure"}, Vague: {"vague", "how great"},
	Keyed: {"keyed", "what other rules read"}, KeyedApart: {"keyed-apart", "what other rules read"}, Decided: {"decided", "what other rules read"},
	Approximate: {"approximate", "hedges"}, OtherBound: {"other-bound", "hedges"},
}
