// Package rules holds the rule contract: what a rule is, how rules are loaded
// and checked, and the reader that applies them to a text.
//
// A rule is data. It lives in a folder of its own, catalog/<name>/, with
// rule.yaml and testdata/*.txtar. Loading is strict: an unknown field, word
// class, slot, kind or comparison is refused with file, line and column, and
// with what would be legal. See Rule for the fields, package pattern for the
// patterns, and package catalog for the rules that are built in.
//
// The reader goes over a text once, in one direction: sentences and tokens,
// tags, mentions, clauses, whose words they are, and then the facts that the
// rules read. A fact has a slot (its key), a value, and the exact words.
//
// The package is meant for use by other programs; docs/api.md says what is
// promised of it.
package rules

import (
	"github.com/concord-news/concord/rules/mention"
	"github.com/concord-news/concord/rules/pattern"
)

// Severity says how much an editor would mind.
type Severity uint8

// The severities.
const (
	// Low is for spelling, house style and precision without consequence.
	Low Severity = iota
	// High is for numbers, names, offices, quotations and who did what.
	High
)

// String returns the severity as reports write it.
func (s Severity) String() string {
	if s == High {
		return "high"
	}
	return "low"
}

// Rule is one rule as it is loaded. It is safe for concurrent use.
type Rule struct {
	// Name is the folder's name: lower-case words joined by full stops.
	Name string
	// Summary is one line; the others are short paragraphs for people: what
	// the rule reports, when it stays silent, why it matters.
	Summary, Reports, Silent, Why string
	// Kind is the kind of fact it reads: one of FactKinds.
	Kind     string
	Severity Severity
	// Fact is the name of the slot in reports; "{slot}" stands for a key part.
	Fact string
	// Reads are the ways in which texts state the fact.
	Reads []Read
	// Fallback: it reads only what no other rule reads.
	Fallback bool
	// Unless are patterns of which none may stand in the sentence.
	Unless []*pattern.Pattern
	// Key is what makes two facts of the rule be about the same thing.
	Key []KeyPart
	// Compare says how the values of one slot are compared.
	Compare Compare
	// Layer is how many catalogues lie under the one that the rule is from: 0 for
	// the built-in ones. Of two rules that find the same, the upper one's is kept.
	Layer int
}

// FactKinds lists the kinds of fact that a rule may read.
func FactKinds() []string {
	return []string{"count", "share", "money", "measure", "duration", "date", "time", "place", "role", "participants", "name", "quote", "polarity", "stance", "order", "cause", "change", "copy", "version"}
}

// Source says where a Read looks.
type Source uint8

// The sources.
const (
	// FromPhrase: a pattern over the tokens of a sentence.
	FromPhrase Source = iota
	// FromClause: a predicate with patterns for its arguments.
	FromClause
	// FromOffice: an office that a text says a person holds.
	FromOffice
	// FromQuotation: the words between quotation marks.
	FromQuotation
	// FromSpelling: the way in which a person's name is spelt.
	FromSpelling
	// FromTally: how many people were killed, injured or shot.
	FromTally
	// FromCopies: figures inside words that two articles share. It takes two
	// articles, so that the checker reads it and not the Reader.
	FromCopies
	// FromVersions: what an outlet changed from one version of an article to the
	// next. The checker reads it.
	FromVersions
	// FromFigure: every figure of a kind, known by what stands around it.
	FromFigure
	// FromEvent: what happened, by one role of it.
	FromEvent
	// FromNamed: every name that two articles give, known by what stands around
	// it. The checker reads it.
	FromNamed
	// FromKind: of what kind a thing of one sort is, known by what stands around
	// it. The checker reads it.
	FromKind
	// FromSpeech: what a speaker is reported to have said, in whatever words. The
	// checker reads it.
	FromSpeech
	// FromDenial: what one article says and another denies, in whatever words. The
	// checker reads it.
	FromDenial
)

// Read is one way in which texts state a fact.
type Read struct {
	Source Source
	// Phrase is the pattern of FromPhrase.
	Phrase *pattern.Pattern
	// Clause is the pattern of FromClause.
	Clause *ClausePattern
	// Tally is what FromTally counts.
	Tally *TallyRead
	// Sorts are the sorts of things of which FromKind reads the kind.
	Sorts []string
	// Figure is the kind of mention that FromFigure takes.
	Figure mention.Kind
	// Role is the role that FromEvent reads.
	Role Role
	// Value is the slot that holds the value or, for answers and stances, the
	// answer itself: "yes", "no", "accepts", "open", "undecided", "rejects".
	Value string
	// From is the slot of the value before a stated change.
	From string
	// Speaker is the slot of whose view it is, "" where the text around says it.
	Speaker string
	// MinWords is the shortest quotation that is compared, in words.
	MinWords int
	// Infinite allows clauses without a finite verb: "to join", "joining".
	Infinite bool
}

// ClausePattern matches a clause by its predicate and its arguments, whatever
// the voice.
type ClausePattern struct {
	// Predicate is a word class of verbs, with particles: "rule out".
	Predicate *pattern.Class
	// Agent, Patient and Complement are matched inside those arguments, With
	// anywhere in the clause; nil where the rule asks for nothing.
	Agent, Patient, Complement, With *pattern.Pattern
	Obliques                         []ObliquePattern
}

// ObliquePattern is matched inside a prepositional phrase of the clause.
type ObliquePattern struct {
	Prep    string
	Pattern *pattern.Pattern
}

// patterns returns the clause's patterns that are there, in a fixed order.
func (c *ClausePattern) patterns() []*pattern.Pattern {
	all := []*pattern.Pattern{c.Agent, c.Patient, c.Complement, c.With}
	for _, o := range c.Obliques {
		all = append(all, o.Pattern)
	}
	var out []*pattern.Pattern
	for _, p := range all {
		if p != nil {
			out = append(out, p)
		}
	}
	return out
}

// KeyPart is one part of what a fact is about.
type KeyPart struct {
	// Slot and Attribute say what of the fact it is; Literal stands by itself.
	Slot, Attribute, Literal string
	// Optional: a text that does not say it is comparable with one that does.
	Optional bool
	// Want is what the part must be for a fact to be read, "" for anything: a
	// measure of area, a sum for each share.
	Want string
}

// String returns the part as rule.yaml writes it.
func (k KeyPart) String() string {
	s := k.Slot + "." + k.Attribute
	if k.Literal != "" {
		s = `"` + k.Literal + `"`
	}
	if k.Optional {
		s += "?"
	}
	if k.Want != "" {
		s += "=" + k.Want
	}
	return s
}

// Attributes lists what a key part may take of a slot: the lemma of its head,
// its word class (or lemma), the party it stands for, the party or thing that
// owns it, the named entity in it, that or else the organisation or the person named
// before it, the place it names or that follows it, the
// predicate of the clause around it, who does it and to whom it is done (named
// ones alone), the thing or name that it is, its part in that clause,
// its modifiers, its words, what its figure counts and in which unit, what the
// unit measures (length, area, ...), for what a sum is paid (share, year, whole),
// the figure itself, and the occasion of which the clause speaks.
func Attributes() []string {
	return []string{"lemma", "class", "party", "owner", "entity", "body", "bearer", "given", "place", "predicate", "modifiers", "words", "counted", "agent", "patient", "thing", "role", "occasion", "unit", "dimension", "rate", "amount"}
}

// Comparison is one of a closed set of ways to compare values.
type Comparison string

// The comparisons.
const (
	ByFigure    Comparison = "figure"
	ByDate      Comparison = "date"
	ByNames     Comparison = "names"
	ByOffice    Comparison = "office"
	ByPolarity  Comparison = "polarity"
	ByStance    Comparison = "stance"
	ByQuotation Comparison = "quotation"
	BySpelling  Comparison = "spelling"
	ByPlace     Comparison = "place"
	ByChange    Comparison = "change"
	ByWords     Comparison = "words"
	ByTime      Comparison = "time"
	ByCopy      Comparison = "copy"
	ByVersion   Comparison = "version"
	ByKind      Comparison = "kind"
	ByDenial    Comparison = "denial"
)

// Comparisons lists the comparisons.
func Comparisons() []string {
	return []string{"figure", "date", "names", "office", "polarity", "stance", "quotation", "spelling", "place", "change", "words", "time", "copy", "version", "kind", "denial"}
}

// Compare says how values are compared.
type Compare struct {
	By Comparison
	// Complement names the two parties whose equality tells the part kept from
	// the part held by another; zero where the values are no shares of a whole.
	Complement [2]KeyPart
	// Growing: the figure can only grow with time, as a death toll.
	Growing bool
	// Moving: the value moves from hour to hour, as the price of a share does,
	// so that two that differ tell of a change.
	Moving bool
	// Partial: another article's figure may leave people out, so that figures
	// which differ are not compared.
	Partial bool
	// Exact: the figure counts named things and is never rounded.
	Exact bool
	// SameDay: values that differ are held against each other only where both
	// statements are of one day.
	SameDay bool
	// Limit: the figure is itself a limit, such as the longest term that a law
	// allows, so that "up to" leaves nothing open.
	Limit bool
	// Fixed: the figure belongs to a thing and is the same whether a text speaks
	// of a plan or of a fact: the price of an offer, the jobs that will go.
	Fixed bool
	// Sole: an article tells one such value alone. Where one tells two that differ,
	// there are several things of the kind, and nothing says which is meant.
	Sole bool
	// Once: what is dated happened only once, so that dates are of it however far
	// apart they lie: when a company was founded.
	Once bool
	// Differ: only a difference is told, for that outlets say the same, or that one
	// alone speaks, is what an editor expects.
	Differ bool
	// Tolerance is how far apart values may lie and not be reported.
	Tolerance Tolerance
	// Exclusive: two different sets of names cannot both be right.
	Exclusive bool
	// Alike: facts meet where their surroundings are alike, not by an equal key.
	Alike bool
}

// Complements reports whether the rule compares a part with its complement.
func (c *Compare) Complements() bool { return c.Complement[0].Slot != "" }
