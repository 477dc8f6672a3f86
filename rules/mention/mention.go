// Package mention holds the typed expressions that readers find in a text:
// numbers, shares, money, measures, dates, durations, people, organisations,
// places, offices and quotations.
package mention

import (
	"cmp"
	"math"
	"slices"
	"time"

	"github.com/concord-news/concord/corpus"
)

// Kind says what a mention is.
type Kind uint8

// The kinds of mention.
const (
	None Kind = iota
	// Number is a plain number or a count of things: "28 points", "three".
	Number
	// Share is a percentage or a fraction of a whole, in percent: "80%",
	// "three-quarters". Unit is "%".
	Share
	// Money is an amount; Unit is the ISO 4217 code, with "/year" and so on
	// for a rate.
	Money
	// Measure is a quantity with a unit: lengths, weights, speeds.
	Measure
	// Age is the age of a person or thing, in years.
	Age
	// Duration is a length of time; Unit is "second" to "year".
	Duration
	// Date is a calendar date or period, of a day or longer.
	Date
	// Time is a time of day.
	Time
	// Frequency is how often: "once", "twice a day", "daily".
	Frequency
	// Multiplier is a factor: "double", "1.0x", "threefold".
	Multiplier
	// Ordinal is a rank or position: "first", "21st".
	Ordinal
	// Identifier is a number that names something and is no quantity: the 5 of
	// "Article 5", the Two of "World War Two".
	Identifier
	// Person, Organisation, Place and Event are names.
	Person
	Organisation
	Place
	Event
	// Office is a title, office or description held by a person, such as
	// "German chancellor" or "opposition leader".
	Office
	// Quotation is the words between quotation marks.
	Quotation
)

var kindNames = [...]string{"none", "number", "share", "money", "measure", "age", "duration", "date", "time", "frequency", "multiplier", "ordinal", "identifier", "person", "organisation", "place", "event", "office", "quotation"}

// String returns the kind's name in lower case.
func (k Kind) String() string { return kindNames[k] }

// Numeric reports whether a mention of kind k has a Quantity.
func (k Kind) Numeric() bool {
	return k >= Number && k <= Duration || k >= Frequency && k <= Identifier
}

// Mention is a typed expression with its exact words.
type Mention struct {
	// Span is the whole expression as written, hedge, bound and unit included:
	// "more than 100", "nearly four-year", "an estimated 19 to 20 percent".
	corpus.Span
	// First and Last are the half-open range of its tokens.
	First, Last int
	Kind        Kind
	// Quantity is the value of a numeric mention.
	Quantity Quantity
	// Unit is "%", a currency, a unit's singular name ("year", "kilometre"),
	// or for a Number the lemma of the counted noun ("point", "people").
	Unit string
	// Head is the token of the counted noun, -1 where there is none.
	Head int
	// Timex is the TIMEX3 value of a date, time or duration: "2025-12-15",
	// "2025-W51", "P4Y", "PRESENT_REF".
	Timex string
	// Period is what a date or time stands for, zero where it is not known.
	Period Period
	// Name is the canonical form of a name, the head of an office.
	Name string
	// Entity numbers the person, organisation or place in its article, from 1;
	// mentions of one entity share it. 0 where there is none.
	Entity int
}

// Period is a range of time in UTC, From inclusive and To exclusive.
type Period struct{ From, To time.Time }

// Known reports whether the period has both ends.
func (p Period) Known() bool { return !p.From.IsZero() && !p.To.IsZero() }

// Bound says on which side of the stated figure the value lies.
type Bound uint8

// The bounds.
const (
	// Exact is the figure itself, or a range with both ends stated.
	Exact Bound = iota
	// JustBelow: nearly, almost, just under.
	JustBelow
	// JustAbove: just over, a little more than.
	JustAbove
	// AtLeast: at least, a minimum of, or more.
	AtLeast
	// MoreThan: more than, over, above.
	MoreThan
	// AtMost: at most, up to, as many as.
	AtMost
	// LessThan: less than, fewer than, under, below.
	LessThan
)

// Quantity is a figure as it is stated.
type Quantity struct {
	// Low and High are the stated ends: equal for a single figure, ±Inf where
	// a bound leaves one open ("more than 100" is 100 to +Inf). Both are NaN
	// where there is no value ("several").
	Low, High float64
	Bound     Bound
	// Approx reports a hedge such as about, roughly, some, an estimated.
	Approx bool
	// Vague reports a wide word for a number: dozens, hundreds, scores.
	Vague bool
	// Hedge is the hedge or bound as written, "" where there is none.
	Hedge string
	// Step is one unit of the last significant digit as written: 100 for
	// "300", 0.1 for "2.5", 100000 for "1.5 million".
	Step float64
}

// NoValue is the quantity of "several": some number, not known which.
func NoValue() Quantity { return Quantity{Low: math.NaN(), High: math.NaN()} }

// Known reports whether q has a value. No value is not zero.
func (q Quantity) Known() bool { return !math.IsNaN(q.Low) && !math.IsNaN(q.High) }

// From returns the index of the first mention that starts at a token or after it. The
// mentions are ordered by First.
func From(mentions []Mention, token int) int {
	lo, hi := 0, len(mentions)
	for lo < hi {
		if mid := (lo + hi) / 2; mentions[mid].First < token {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	return lo
}

// InTextOrder compares mentions by their first token, the longer one first. Mentions
// are large to be handed over by value.
func InTextOrder(a, b *Mention) int {
	return cmp.Or(a.First-b.First, b.Last-a.Last, int(a.Kind)-int(b.Kind))
}

// Sort puts mentions, which mostly are in order, in that of the text.
func Sort(list []Mention) {
	for i := 1; i < len(list); i++ {
		if InTextOrder(&list[i-1], &list[i]) > 0 {
			slices.SortStableFunc(list, func(a, b Mention) int { return InTextOrder(&a, &b) })
			return
		}
	}
}
