package denial

import (
	_ "embed"

	"github.com/concord-news/concord/checker/weigh"
)

//go:embed trees.txt
var embedded []byte

// Trees returns the trees that the program holds. They are read at the first call and
// never changed.
var Trees = weigh.Embedded(embedded, Sheet)

// The clues of a denied clause and of another, or of two with contrary words. Where one name is
// followed by the same with Said, the first is of the denied clause and the second of the other.
// How near words are goes from 0 to 3 (see grade). The clues of signs follow, in their order.
const (
	// Contrary: two words are contrary, and both clauses are denied or neither.
	Contrary weigh.Clue = iota
	// Score: how much of either clause the other has.
	Score
	// Match: how much the words tell that the other clause has too; of the denied clause and of the other.
	Match
	MatchSaid
	// Cover: that as a part of all; of the denied clause and of the other.
	Cover
	CoverSaid
	// Weight: how much all words tell; of the denied clause and of the other.
	Weight
	WeightSaid
	// Words: how many they are; of the denied clause and of the other.
	Words
	WordsSaid
	// Told: how much the words tell that are said of the subject and that the other clause has; of the denied clause and of the other.
	Told
	ToldSaid
	// ToldCover: that as a part of all; of the denied clause and of the other.
	ToldCover
	ToldCoverSaid
	// ToldLacking: how much the rest tells; of the denied clause and of the other.
	ToldLacking
	ToldLackingSaid
	// ToldLeast: the lesser of Told.
	ToldLeast
	// Most: the one that tells most; of the denied clause and of the other.
	Most
	MostSaid
	// MostAround: the one that tells most and stands around the other clause; of the denied clause and of the other.
	MostAround
	MostAroundSaid
	// Focus: how near the word after what denies is to one of the other clause.
	Focus
	// FocusAround: the same around it.
	FocusAround
	// FocusWeight: how much that word tells.
	FocusWeight
	// FocusPart: its part.
	FocusPart
	// Denier: the word that denies.
	Denier
	// Deniers: how many words deny; of the denied clause and of the other.
	Deniers
	DeniersSaid
	// Verbs: how near the verbs are.
	Verbs
	// VerbsContrary: whether they are contrary.
	VerbsContrary
	// VerbsAlike: how alike in their use.
	VerbsAlike
	// VerbWeight: how much the verb tells; of the denied clause and of the other.
	VerbWeight
	VerbWeightSaid
	// VerbWithin: how near it is to a word of the other clause; of the denied clause and of the other.
	VerbWithin
	VerbWithinSaid
	// Agents: how near the agents are; Unsaid where one clause has none, Unknown where neither has.
	Agents
	// Objects: the same of objects and complements.
	Objects
	// AgentObject: of the agent of the denied clause and the object of the other.
	AgentObject
	// ObjectAgent: the other way round.
	ObjectAgent
	// Obliques: of obliques.
	Obliques
	// AgentMatch: how much the agents tell that the other clause has; of the denied clause and of the other.
	AgentMatch
	AgentMatchSaid
	// AgentLacking: how much the other agents tell; of the denied clause and of the other.
	AgentLacking
	AgentLackingSaid
	// ObliqueMatch: the same of obliques; of the denied clause and of the other.
	ObliqueMatch
	ObliqueMatchSaid
	// ObliqueLacking: how much the other obliques tell; of the denied clause and of the other.
	ObliqueLacking
	ObliqueLackingSaid
	// OtherAgents: the agents are named, and none in common.
	OtherAgents
	// SameAgent: one is.
	SameAgent
	// Around: how much the words tell that both sentences have outside the clauses.
	Around
	// AroundWithin: that stand outside the one and inside the other; of the denied clause and of the other.
	AroundWithin
	AroundWithinSaid
	// Names: how many names the clause has; of the denied clause and of the other.
	Names
	NamesSaid
	// NamesShared: how many both have.
	NamesShared
	// SentenceNames: how many the sentence has; of the denied clause and of the other.
	SentenceNames
	SentenceNamesSaid
	// SentenceNamesShared: how many both sentences have.
	SentenceNamesShared
	// OtherNames: both clauses have names, and none in common.
	OtherNames
	// OtherSentenceNames: both sentences.
	OtherSentenceNames
	// Lead: how much more alike the clauses are than the denied one and any other of the article.
	Lead
	// BestDenied: how alike the clause and the most alike denied one of the other article are; of the denied clause and of the other.
	BestDenied
	BestDeniedSaid
	// BestSaid: the same of those not denied; of the denied clause and of the other.
	BestSaid
	BestSaidSaid
	// LeadDenied: how much more alike the two are than that; of the denied clause and of the other.
	LeadDenied
	LeadDeniedSaid
	// LeadSaid: the same of those not denied; of the denied clause and of the other.
	LeadSaid
	LeadSaidSaid
	// OwnSentence: how alike the other clause and another of the denied one's sentence are.
	OwnSentence
	// Ranked: how many other pairs of the clause and article are more alike; of the denied clause and of the other.
	Ranked
	RankedSaid
	// Rivals: how many pairs there are; of the denied clause and of the other.
	Rivals
	RivalsSaid
	// Modality: the modality; of the denied clause and of the other.
	Modality
	ModalitySaid
	// OneModality: it is one.
	OneModality
	// Tense: the tense; of the denied clause and of the other.
	Tense
	TenseSaid
	// OneTense: it is one.
	OneTense
	// Perfect: it is perfect; of the denied clause and of the other.
	Perfect
	PerfectSaid
	// Passive: it is passive; of the denied clause and of the other.
	Passive
	PassiveSaid
	// Finite: it is finite; of the denied clause and of the other.
	Finite
	FiniteSaid
	// Implied: the denial is implied by a verb.
	Implied
	// Existential: it says that there is something; of the denied clause and of the other.
	Existential
	ExistentialSaid
	// Relation: how the clause hangs on another; of the denied clause and of the other.
	Relation
	RelationSaid
	// Mark: what opens the clause; of the denied clause and of the other.
	Mark
	MarkSaid
	// Doubted: it stands under a denial by its verb; of the denied clause and of the other.
	Doubted
	DoubtedSaid
	// Believed: under a belief or wish; of the denied clause and of the other.
	Believed
	BelievedSaid
	// UnderDenied: under a denied clause; of the denied clause and of the other.
	UnderDenied
	UnderDeniedSaid
	// UnderCondition: under a condition or question; of the denied clause and of the other.
	UnderCondition
	UnderConditionSaid
	// Subject: whether its subject is a pronoun; of the denied clause and of the other.
	Subject
	SubjectSaid
	// Title: it stands in a headline; of the denied clause and of the other.
	Title
	TitleSaid
	// Reported: somebody is said to say so; of the denied clause and of the other.
	Reported
	ReportedSaid
	// OneSpeaker: it is one speaker.
	OneSpeaker
	// OtherSpeakers: they are two.
	OtherSpeakers
	// Attitude: the denied verb says where somebody stands.
	Attitude
	// Dated: the sentence names a year; of the denied clause and of the other.
	Dated
	DatedSaid
	// OtherYears: they are two.
	OtherYears
	// Company: how many pairs of clauses of the two articles are looked at; of many most are none.
	Company
	// HoursApart: how many hours the denying article came after the other.
	HoursApart
	// Figures: it has a figure; of the denied clause and of the other.
	Figures
	FiguresSaid
	// Length: how long the sentence is; of the denied clause and of the other.
	Length
	LengthSaid
	// Rest: how alike in their use the words are that meet none; of the denied clause and of the other.
	Rest
	RestSaid
	// ContraryPart: the part of the contrary word; of the denied clause and of the other.
	ContraryPart
	ContraryPartSaid
	// ContraryWeight: how much it tells; of the denied clause and of the other.
	ContraryWeight
	ContraryWeightSaid
	// ContraryTag: its part of speech.
	ContraryTag
	// ContraryTags: it is that of both.
	ContraryTags
	// Contraries: how many words are contrary.
	Contraries
	firstSign
)

// NumClues is how many clues there are.
const NumClues = int(firstSign) + 2*len(signs)

// Clues is what is known of two clauses.
type Clues [NumClues]float64

// Sheet names the clues.
var Sheet = func() *weigh.Sheet {
	clues := described[:]
	for i := range signs {
		clues = append(clues, [2]string{signs[i].id, "when and how surely"}, [2]string{signs[i].id + "-said", "when and how surely"})
	}
	return weigh.NewSheet(clues)
}()

var described = [firstSign][2]string{
	Contrary:            {"contrary", "contrary words"},
	Score:               {"score", "the words in common"},
	Match:               {"match", "the words in common"},
	MatchSaid:           {"match-said", "the words in common"},
	Cover:               {"cover", "the words in common"},
	CoverSaid:           {"cover-said", "the words in common"},
	Weight:              {"weight", "the words in common"},
	WeightSaid:          {"weight-said", "the words in common"},
	Words:               {"words", "the words in common"},
	WordsSaid:           {"words-said", "the words in common"},
	Told:                {"told", "what is said"},
	ToldSaid:            {"told-said", "what is said"},
	ToldCover:           {"told-cover", "what is said"},
	ToldCoverSaid:       {"told-cover-said", "what is said"},
	ToldLacking:         {"told-lacking", "what is said"},
	ToldLackingSaid:     {"told-lacking-said", "what is said"},
	ToldLeast:           {"told-least", "what is said"},
	Most:                {"most", "what is said"},
	MostSaid:            {"most-said", "what is said"},
	MostAround:          {"most-around", "what is said"},
	MostAroundSaid:      {"most-around-said", "what is said"},
	Focus:               {"focus", "what is denied"},
	FocusAround:         {"focus-around", "what is denied"},
	FocusWeight:         {"focus-weight", "what is denied"},
	FocusPart:           {"focus-part", "what is denied"},
	Denier:              {"denier", "what is denied"},
	Deniers:             {"deniers", "what is denied"},
	DeniersSaid:         {"deniers-said", "what is denied"},
	Verbs:               {"verbs", "the verbs"},
	VerbsContrary:       {"verbs-contrary", "the verbs"},
	VerbsAlike:          {"verbs-alike", "the verbs"},
	VerbWeight:          {"verb-weight", "the verbs"},
	VerbWeightSaid:      {"verb-weight-said", "the verbs"},
	VerbWithin:          {"verb-within", "the verbs"},
	VerbWithinSaid:      {"verb-within-said", "the verbs"},
	Agents:              {"agents", "who and what"},
	Objects:             {"objects", "who and what"},
	AgentObject:         {"agent-object", "who and what"},
	ObjectAgent:         {"object-agent", "who and what"},
	Obliques:            {"obliques", "who and what"},
	AgentMatch:          {"agent-match", "who and what"},
	AgentMatchSaid:      {"agent-match-said", "who and what"},
	AgentLacking:        {"agent-lacking", "who and what"},
	AgentLackingSaid:    {"agent-lacking-said", "who and what"},
	ObliqueMatch:        {"oblique-match", "who and what"},
	ObliqueMatchSaid:    {"oblique-match-said", "who and what"},
	ObliqueLacking:      {"oblique-lacking", "who and what"},
	ObliqueLackingSaid:  {"oblique-lacking-said", "who and what"},
	OtherAgents:         {"other-agents", "who and what"},
	SameAgent:           {"same-agent", "who and what"},
	Around:              {"around", "the sentences around"},
	AroundWithin:        {"around-within", "the sentences around"},
	AroundWithinSaid:    {"around-within-said", "the sentences around"},
	Names:               {"names", "the names"},
	NamesSaid:           {"names-said", "the names"},
	NamesShared:         {"names-shared", "the names"},
	SentenceNames:       {"sentence-names", "the names"},
	SentenceNamesSaid:   {"sentence-names-said", "the names"},
	SentenceNamesShared: {"sentence-names-shared", "the names"},
	OtherNames:          {"other-names", "the names"},
	OtherSentenceNames:  {"other-sentence-names", "the names"},
	Lead:                {"lead", "other clauses"},
	BestDenied:          {"best-denied", "other clauses"},
	BestDeniedSaid:      {"best-denied-said", "other clauses"},
	BestSaid:            {"best-said", "other clauses"},
	BestSaidSaid:        {"best-said-said", "other clauses"},
	LeadDenied:          {"lead-denied", "other clauses"},
	LeadDeniedSaid:      {"lead-denied-said", "other clauses"},
	LeadSaid:            {"lead-said", "other clauses"},
	LeadSaidSaid:        {"lead-said-said", "other clauses"},
	OwnSentence:         {"own-sentence", "other clauses"},
	Ranked:              {"ranked", "other clauses"},
	RankedSaid:          {"ranked-said", "other clauses"},
	Rivals:              {"rivals", "other clauses"},
	RivalsSaid:          {"rivals-said", "other clauses"},
	Modality:            {"modality", "when and how surely"},
	ModalitySaid:        {"modality-said", "when and how surely"},
	OneModality:         {"one-modality", "when and how surely"},
	Tense:               {"tense", "when and how surely"},
	TenseSaid:           {"tense-said", "when and how surely"},
	OneTense:            {"one-tense", "when and how surely"},
	Perfect:             {"perfect", "when and how surely"},
	PerfectSaid:         {"perfect-said", "when and how surely"},
	Passive:             {"passive", "when and how surely"},
	PassiveSaid:         {"passive-said", "when and how surely"},
	Finite:              {"finite", "when and how surely"},
	FiniteSaid:          {"finite-said", "when and how surely"},
	Implied:             {"implied", "when and how surely"},
	Existential:         {"existential", "when and how surely"},
	ExistentialSaid:     {"existential-said", "when and how surely"},
	Relation:            {"relation", "when and how surely"},
	RelationSaid:        {"relation-said", "when and how surely"},
	Mark:                {"mark", "when and how surely"},
	MarkSaid:            {"mark-said", "when and how surely"},
	Doubted:             {"doubted", "when and how surely"},
	DoubtedSaid:         {"doubted-said", "when and how surely"},
	Believed:            {"believed", "when and how surely"},
	BelievedSaid:        {"believed-said", "when and how surely"},
	UnderDenied:         {"under-denied", "when and how surely"},
	UnderDeniedSaid:     {"under-denied-said", "when and how surely"},
	UnderCondition:      {"under-condition", "when and how surely"},
	UnderConditionSaid:  {"under-condition-said", "when and how surely"},
	Subject:             {"subject", "who and what"},
	SubjectSaid:         {"subject-said", "who and what"},
	Title:               {"title", "where it stands"},
	TitleSaid:           {"title-said", "where it stands"},
	Reported:            {"reported", "who says so"},
	ReportedSaid:        {"reported-said", "who says so"},
	OneSpeaker:          {"one-speaker", "who says so"},
	OtherSpeakers:       {"other-speakers", "who says so"},
	Attitude:            {"attitude", "who says so"},
	Dated:               {"dated", "when and how surely"},
	DatedSaid:           {"dated-said", "when and how surely"},
	OtherYears:          {"other-years", "when and how surely"},
	Company:             {"company", "other clauses"},
	HoursApart:          {"hours-apart", "when and how surely"},
	Figures:             {"figures", "the words in common"},
	FiguresSaid:         {"figures-said", "the words in common"},
	Length:              {"length", "the sentences around"},
	LengthSaid:          {"length-said", "the sentences around"},
	Rest:                {"rest", "what is said"},
	RestSaid:            {"rest-said", "what is said"},
	ContraryPart:        {"contrary-part", "contrary words"},
	ContraryPartSaid:    {"contrary-part-said", "contrary words"},
	ContraryWeight:      {"contrary-weight", "contrary words"},
	ContraryWeightSaid:  {"contrary-weight-said", "contrary words"},
	ContraryTag:         {"contrary-tag", "contrary words"},
	ContraryTags:        {"contrary-tags", "contrary words"},
	Contraries:          {"contraries", "contrary words"},
}
