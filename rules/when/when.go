// Package when reads calendar dates, times of day, lengths of time and sets of
// dates, and gives each its TIMEX3 value.
//
// Values follow TIMEX3 as TimeBank has it: "2025-12-15", "2025-W51",
// "2025-W51-WE", "2025-Q3", "2025-FA", "199" for the 1990s, "20" for the 21st
// century, "P4Y", "PXM" for months of no stated number, "PRESENT_REF". A time
// of day keeps the precision of its words ("T19", "T19:30"). Where the year is
// not known it is XXXX; where an expression leans on a publication date that
// is not known, it is THIS-W, LAST-Y, NEXT-D and so on, and "OFFSET P-2D" for
// two days ago. A range is written (from,to,length), its ends being the first
// moments of the two expressions.
//
// In a question, a request, or a sentence that says I, you or we outside
// quotation marks, a weekday or a day without its year keeps the value of its
// words (XXXX-WXX-5), as the day on which it was said is not known; its period
// is reckoned from the publication all the same. There a quarter, a half year
// or a decade in figures is written as the range of its days.
//
// An event that goes by its day ("the Aug. 4 blast") is of the year that the
// text states with that day anywhere; else its year may stay open (XXXX-08-04),
// and then it has no period.
package when

import (
	"sync"
	"time"

	"github.com/concord-news/concord/corpus"
	"github.com/concord-news/concord/rules/mention"
	"github.com/concord-news/concord/rules/text"
)

// Read returns the dates, times of day, durations and sets of dates in d, in
// text order and without overlap. Expressions such as "last week" are resolved
// against the time of publication where it is known. It uses the tags of d
// where there are any. It does not change d and is safe for concurrent use.
//
// A day with a part of it ("Monday night") is a Date, a day with an hour
// ("Monday at 7 p.m.") a Time; both have the day, or the hour where the zone is
// stated, for their period. An hour beside which the day stands as an expression
// of its own has that day for its period, and the value of its own words.
func Read(d *text.Document, published corpus.Published) []mention.Mention {
	r := readers.Get().(*reader)
	defer readers.Put(r)
	*r = reader{d: d, words: classify(r.words, d), stated: r.stated[:0], floating: r.floating[:0], out: r.out[:0]}
	if published.Known() {
		r.now, r.clock = published.Time.UTC(), published.Clock
		r.today = time.Date(r.now.Year(), r.now.Month(), r.now.Day(), 0, 0, 0, 0, time.UTC)
		r.known = r.today.Year() > 0 && r.today.Year() < 9999
	}
	for s := range d.Sentences {
		r.index = s
		r.sentence(d.Sentences[s])
	}
	r.settleFloating()
	out := append([]mention.Mention(nil), r.out...)
	clear(r.out)
	r.d = nil
	return out
}

// readers are *reader, whose memory is used for one document after another.
var readers = sync.Pool{New: func() any { return new(reader) }}

// reader is the state of one Read.
type reader struct {
	d     *text.Document
	words []word
	// now is the time of publication and today its day; meaningless unless
	// known. clock says that now has a time of day.
	now, today   time.Time
	known, clock bool
	// first and end are the tokens of the current sentence; no expression
	// runs over its end.
	first, end int
	// register says how the sentence speaks, once it has been looked at.
	register register
	// last is the date read last, which "two days later" counts from, and
	// quarter the quarter read last, which "a year earlier" speaks of.
	last, quarter point
	// index is the current sentence, and lastIndex that of last.
	index, lastIndex int
	// depth is how many atoms are being read inside one another.
	depth int
	// stated are the days that the text has stated with their years.
	stated   []stated
	floating []floating
	out      []mention.Mention
}

// maxDepth is enough for "the end of the day before yesterday", and keeps the
// time that a run of such words takes within bounds.
const maxDepth = 4

// sentence reads the expressions of one sentence.
func (r *reader) sentence(s text.Sentence) {
	r.first, r.end, r.register = s.First, min(s.Last, len(r.words)), unread
	for i := s.First; i < r.end; {
		if !r.starts(i) {
			i++
			continue
		}
		it, ok := r.expression(i)
		if !ok || it.next <= i {
			i++
			continue
		}
		if !r.trapped(it) {
			r.emit(it)
		}
		i = it.next
	}
}

// starts reports whether an expression can start at token i. Small words such
// as "the" and "this" are common, and are looked into only where a word of
// time follows (it halves the time of the reader).
func (r *reader) starts(i int) bool {
	switch r.words[i].class {
	case other, in:
		return false
	case toDate:
		return r.lower(i+1) == "date"
	case article:
		return r.word(i+1).class != other || r.is(i+2, unit)
	case the, from, at, every, fiscal, whole:
		return r.word(i+1).class != other || r.lower(i+1) == "other"
	case reference:
		return r.word(i+1).class != other || r.lower(i) == "current" || r.lower(i+1) == "working" || r.lower(i+1) == "business"
	case several:
		return r.word(i+1).class != other || r.lower(i+1) == "of" || r.lower(i+1) == "more" || r.lower(i+1) == "-"
	case phase:
		switch r.lower(i + 1) {
		case "of", "on", "-":
			return true
		}
		return r.word(i+1).class != other
	case holiday:
		l := r.lower(i)
		return l != "new" && l != "good" || r.word(i+1).class != other
	}
	return true
}

// item is an expression as it is read, before it is resolved.
type item struct {
	// first and next are the half-open range of its tokens.
	first, next int
	kind        mention.Kind
	// ranged: it is one from a date or time to another. reckoned: it is a length of
	// time from another date ("two years ago").
	ranged, reckoned bool
	// at is where a date or time stands, and to the end of a range.
	at, to point
	// length is a duration, or the step of a set.
	length span
}

// word returns the class of token i, other outside the sentence.
func (r *reader) word(i int) word {
	if i < r.first || i >= r.end {
		return word{}
	}
	return r.words[i]
}

// is reports whether token i is of class c.
func (r *reader) is(i int, c class) bool { return r.word(i).class == c }

// lower returns the lower-cased token i, "" outside the sentence.
func (r *reader) lower(i int) string {
	if i < r.first || i >= r.end {
		return ""
	}
	return r.d.Tokens[i].Lower
}

// has reports whether token i is written with shape s.
func (r *reader) has(i int, s text.Shape) bool {
	return i >= r.first && i < r.end && r.d.Tokens[i].Shape.Has(s)
}

// tight reports whether token i stands right against the one before it.
func (r *reader) tight(i int) bool {
	return i > r.first && i < r.end && r.d.Tokens[i].Start == r.d.Tokens[i-1].End
}

// hyphen returns the token after a hyphen that joins token i to what precedes
// it, and i where there is none.
func (r *reader) hyphen(i int) int {
	if r.lower(i) == "-" && r.tight(i) && r.tight(i+1) {
		return i + 1
	}
	return i
}

// skip returns the token after i where token i is one of words, and i where it
// is not.
func (r *reader) skip(i int, words ...string) int {
	l := r.lower(i)
	if l == "" {
		return i
	}
	for _, w := range words {
		if l == w {
			return i + 1
		}
	}
	return i
}
