// Package speech finds quotations and reported speech, and whose words they
// are.
package speech

import (
	"cmp"
	"slices"
	"sync"

	"github.com/concord-news/concord/corpus"
	"github.com/concord-news/concord/rules/clause"
	"github.com/concord-news/concord/rules/person"
	"github.com/concord-news/concord/rules/text"
)

// Kind says who speaks.
type Kind uint8

// The kinds of speaker.
const (
	// Named: a person or organisation named in the text, or a pronoun that
	// certainly stands for one.
	Named Kind = iota
	// Unnamed: "a senior American official", "officials", "sources".
	Unnamed
	// Unknown: the words are someone else's and the text does not say whose.
	Unknown
)

var kindNames = [...]string{"named", "unnamed", "unknown"}

// String returns the kind's name in lower case.
func (k Kind) String() string { return kindNames[k] }

// Attribution is a passage that the outlet says in another's words.
type Attribution struct {
	// Span is the attributed passage: the words in quotation marks, marks
	// included, or the reported clause.
	corpus.Span
	// First and Last are the half-open range of its tokens.
	First, Last int
	// Inner is the words between the quotation marks, without them; empty
	// where the speech is indirect.
	Inner corpus.Span
	// Kind says who speaks.
	Kind Kind
	// Speaker is the noun phrase that names the speaker, none where unknown.
	// For a pronoun that could be resolved it is the phrase it stands for.
	Speaker clause.Phrase
	// Said is the speaker as the passage's own sentence has it, a pronoun
	// unresolved; none where the sentence does not say.
	Said clause.Phrase
	// Cue is the token of the verb or preposition that attributes ("said",
	// "according"), -1 where there is none.
	Cue int
	// Verb is the class of the cue, 0 for plain saying and for none.
	Verb Verb
	// Short reports a quotation of three words or fewer, such as “serious
	// progress”, which may be quoted for its wording rather than its claim.
	Short bool
	// Outer is the index of the nearest attribution that covers the start of
	// this one, -1 where there is none.
	Outer int
}

// Direct reports whether the passage is a quotation.
func (a Attribution) Direct() bool { return !a.Inner.Empty() }

// Input is what is known of a tagged document.
type Input struct {
	Doc        *text.Document
	Clauses    []clause.Clause
	Quotations *Quotations
	// People tells for whom pronouns and descriptions stand.
	People *person.People
}

// Read returns the attributions of a document in the order of their starts, an
// outer one before those inside it. It is safe for concurrent use on different
// documents.
func Read(in Input) []Attribution {
	r := readers.Get().(*reader)
	*r = reader{d: in.Doc, clauses: in.Clauses, people: in.People, cues: r.cues[:0], quotes: append(r.quotes[:0], in.Quotations.list...), out: r.out[:0]}
	r.findCues()
	r.attributeQuotations()
	for i := range r.cues {
		r.report(&r.cues[i])
	}
	out := append([]Attribution(nil), r.order()...)
	r.d, r.clauses, r.people = nil, nil, nil
	readers.Put(r)
	return out
}

// readers are *reader, whose memory is used for one document after another.
var readers = sync.Pool{New: func() any { return new(reader) }}

// reader holds what is known of one document.
type reader struct {
	d       *text.Document
	clauses []clause.Clause
	people  *person.People
	quotes  []quotation
	cues    []cue
	out     []Attribution
}

// order sorts the attributions, drops doubles and links each to the one around
// it.
func (r *reader) order() []Attribution {
	slices.SortStableFunc(r.out, func(a, b Attribution) int {
		return cmp.Or(cmp.Compare(a.First, b.First), cmp.Compare(b.Last, a.Last), cmp.Compare(a.Cue, b.Cue))
	})
	r.out = slices.CompactFunc(r.out, func(a, b Attribution) bool {
		return a.First == b.First && a.Last == b.Last && a.Direct() == b.Direct() && a.Cue == b.Cue
	})
	for i := range r.out {
		a := &r.out[i]
		a.Outer = i - 1
		for a.Outer >= 0 && r.out[a.Outer].Last <= a.First {
			a.Outer = r.out[a.Outer].Outer
		}
		r.quotedSpeaker(i)
	}
	return r.out
}

// quotedSpeaker resolves "I" and "we" inside a passage to whoever says it, and
// gives a quotation inside a quotation its speaker where it has none.
func (r *reader) quotedSpeaker(i int) {
	a := &r.out[i]
	if a.Outer < 0 {
		return
	}
	o := r.out[a.Outer]
	if o.Speaker.None() {
		return
	}
	if a.Speaker.None() && a.Kind == Unknown && a.Cue < 0 {
		a.Speaker, a.Kind = o.Speaker, o.Kind
		return
	}
	if a.Speaker.None() {
		return
	}
	if w := r.d.Tokens[a.Speaker.Head].Lower; (w == "i" || w == "we") && o.Direct() {
		a.Speaker, a.Kind = o.Speaker, o.Kind
	}
}

// Innermost sets list, in whose memory it may be, to one more than the index of the
// innermost attribution that covers each of so many tokens, 0 where the words are the
// outlet's own. The attributions are those that Read returned for the document.
func Innermost(list []int32, attributions []Attribution, tokens int) []int32 {
	list = slices.Grow(list[:0], tokens)[:tokens]
	clear(list)
	for i := range attributions {
		for t := attributions[i].First; t < attributions[i].Last; t++ {
			list[t] = int32(i + 1) // an outer one stands before those inside it
		}
	}
	return list
}
