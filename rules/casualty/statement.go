package casualty

import "github.com/concord-news/concord/rules/mention"

// Outcome is what happened to people.
type Outcome uint8

// The outcomes.
const (
	// Killed: dead, by whatever cause of which news tells.
	Killed Outcome = iota
	// Injured: wounded, hurt.
	Injured
	// Shot: hit, without a word on whether they live.
	Shot
)

// outcomes is the number of outcomes.
const outcomes = 3

// Statement is one clause that says of people what happened to them.
type Statement struct {
	Outcome Outcome
	// Trigger is the token of the verb, noun or adjective that says it.
	Trigger int
	// First and Last are the half-open range of tokens that say it.
	First, Last int
	// Members are the people: several where they are coordinated.
	Members []Member
	// Soft: it only hints at the outcome, as a hospital does at a wound.
	Soft bool
	// Graded: it counts the badly or slightly hurt among the hurt.
	Graded bool
	// Self: they did it to themselves. Members may then be missing.
	Self bool
	// Active: it says who or what did it to them.
	Active bool
	// Deed: its verb is one of killing or hurting.
	Deed bool
	// Found: it says that they are dead, not that somebody killed them, so that
	// whoever did may be one of them.
	Found bool
	// Killer: whoever did it is one of them; Lone: that is one person. Without: is
	// not counted, though dead.
	Killer, Lone, Without bool
	// Alive: it says that people live, who are none of the killed. Members may
	// be missing, for all who were hurt. Else: nobody else was hurt.
	Alive, Else bool
	// Law: police or soldiers did it.
	Law bool
	// Apart: the sentence says that it was another event ("in an earlier crash"),
	// or that the report no longer holds.
	Apart bool
	// Several: the sentence sums up several events: "in weekend shootings".
	Several bool
	// InSpan: it counts those of a time, one of whom is the article's: "one of nine
	// killed over the weekend".
	InSpan bool
	// OneOf: the sentence calls its event one of several.
	OneOf bool
	// InOne: the sentence goes on to one event: "in a shooting".
	InOne bool
	// Many: the people are one of several with the outcome: "one of the men killed".
	Many bool
	// Jailed: it happened in prison.
	Jailed bool
	// Teaser: a headline below the first says it, mostly of another article.
	Teaser bool
	// Fraction: the figure may be that of some of all, of whom the sentence goes
	// on to tell.
	Fraction bool
	// Other: it speaks of another time than the article's event; Dated: of the
	// event's. When is that time. Read leaves them unset: whoever knows the
	// dates sets them.
	Other, Dated bool
	When         mention.Period
}

// Member is one noun phrase that stands for people.
type Member struct {
	// First and Last are the half-open range of its tokens, Head its head.
	First, Last, Head int
	// Quantity is how many: without value for "several" and bare plurals.
	Quantity mention.Quantity
	// Noun is the lemma of the head, "" for figures and pronouns.
	Noun string
	// Name and Entity are those of a person named.
	Name   string
	Entity int
	// Age is the age in years, -1 where it is not said.
	Age float64
	// Sex is 'm', 'f' or 0.
	Sex byte
	// Definite: the text takes it as known ("the boy", "her son"). Pronoun: it
	// is a pronoun. Another: "another man", "two others". Part: it is some of
	// a group ("two of them").
	// Possessed: "his brother". Counted: a figure says how many.
	// Summed: the figure is a sum of two that the text has.
	Definite, Pronoun, Another, Part, Possessed, Counted, Summed bool
	// Of is the size of the group of which it is a part, where that is said.
	Of mention.Quantity
	// Nth is the place in a row: 3 for "a third man", 0 for none.
	Nth float64
	// Fresh: the text speaks of somebody new ("a man").
	Fresh bool
	// General: the noun says no more than that they are people.
	General bool
}

// single reports whether m is one person.
func (m *Member) single() bool { return m.Quantity.Low == 1 && m.Quantity.High == 1 }
