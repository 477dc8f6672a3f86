// Package quantity reads the figures of a text: numbers and counts, shares,
// money, measures, ages, frequencies, multipliers, ordinals, and the numbers
// that only name something. Dates, times of day and lengths of time are left
// to package when.
package quantity

import (
	"math"
	"sync"

	"github.com/concord-news/concord/rules/mention"
	"github.com/concord-news/concord/rules/quantity/number"
	"github.com/concord-news/concord/rules/text"
)

// Read returns the numeric mentions of d in text order; no two share a token.
// It uses the tags of the tokens where they are set and does without where
// they are not. It is safe for concurrent use.
func Read(d *text.Document) []mention.Mention {
	r := readers.Get().(*reader)
	defer readers.Put(r)
	*r = reader{d: d, dateEnd: -1, out: r.out[:0]}
	for i := 0; i < len(d.Tokens); {
		if c := classOf(&d.Tokens[i]); c != plain {
			i = max(r.at(i, c), i+1)
		} else {
			i++
		}
	}
	out := append([]mention.Mention(nil), r.out...)
	clear(r.out)
	r.d = nil
	return out
}

// readers are *reader, whose memory is used for one document after another.
var readers = sync.Pool{New: func() any { return new(reader) }}

// reader walks over one document.
type reader struct {
	d   *text.Document
	out []mention.Mention
	// floor is the first token that no mention has used.
	floor int
	// dateEnd is the token after the last figure left to package when, -1
	// where there is none: "Dec 15 and 16" has two.
	dateEnd int
	// sterling says whether the text writes a pound sign: 0 not looked yet.
	sterling int8
}

// amount is a figure with its unit, before its hedges and its other end.
type amount struct {
	// number is the figure as it is written.
	number number.Number
	// first and next are the half-open range of the tokens.
	first, next int
	kind        mention.Kind
	// unit is the mention's unit, "" where the figure has none of its own.
	unit string
	head int
	// low and high are the figure in its unit.
	low, high, step float64
	// name is the words of a score or an identifier.
	name   string
	approx bool
	vague  bool
}

// at reads what starts at token i, of class c, and returns the token to go on at.
func (r *reader) at(i int, c class) int {
	switch c {
	case vague:
		return r.vague(i)
	case frequency:
		return r.frequency(i)
	case multiple:
		return r.multiple(i)
	case rank:
		if next := r.ordinal(i); next > i {
			return next
		}
		return i + 1
	case ages:
		return r.aged(i)
	case decades:
		return r.decade(i)
	case figure, wordy:
		if next := r.aMile(i); next > i {
			return next
		}
		if next := r.ordinal(i); next > i {
			return next
		}
		if c == figure && r.d.Tokens[i].Shape.Has(text.HasDigit) {
			if next := r.decade(i); next > i {
				return next
			}
			if next := r.fused(i); next > i {
				return next
			}
		}
	}
	return r.quantity(i)
}

// quantity reads a figure, its unit, the other end of its range and its
// hedges, from token i.
func (r *reader) quantity(i int) int {
	a, ok := r.amount(i)
	if !ok {
		return i + 1
	}
	a = r.fullRange(a)
	if a.kind == mention.Date || a.kind == mention.Duration || a.kind == mention.Time {
		r.dateEnd = a.next
		return a.next
	}
	if a.kind == mention.Number {
		if r.pronoun(a) {
			return a.next
		}
		r.elided(&a)
	}
	if a.kind == mention.Number && a.head < 0 {
		r.count(&a)
	}
	return r.emit(a)
}

// emit appends the mention of a with its hedges.
func (r *reader) emit(a amount) int {
	m := mention.Mention{First: a.first, Last: a.next, Kind: a.kind, Unit: a.unit, Head: a.head, Name: a.name}
	m.Quantity = mention.Quantity{Low: a.low, High: a.high, Step: a.step, Approx: a.approx, Vague: a.vague}
	if hedged(a.kind) && a.name == "" {
		h := Hedged(r.d, max(a.first, r.floor), a.next)
		h.First = max(h.First, r.floor)
		h.Apply(r.d, a.first, a.next, &m.Quantity)
		m.First, m.Last = h.First, h.Next
	}
	m.Span = r.d.Span(m.First, m.Last)
	r.out = append(r.out, m)
	r.floor = m.Last
	r.mergeBounds()
	return r.floor
}

// hedged reports whether a mention of kind k can have a hedge.
func hedged(k mention.Kind) bool {
	return k != mention.Identifier && k != mention.Ordinal
}

// mergeBounds makes one range of the last two mentions where they are its two
// bounds: "more than 10 and less than 40".
func (r *reader) mergeBounds() {
	n := len(r.out)
	if n < 2 {
		return
	}
	a, b := &r.out[n-2], &r.out[n-1]
	if b.First-a.Last != 1 || r.lower(a.Last) != "and" || !opposite(a.Quantity, b.Quantity) {
		return
	}
	if a.Kind != b.Kind && a.Kind != mention.Number || a.Unit != "" && a.Unit != b.Unit {
		return
	}
	q := b.Quantity
	q.Low, q.High = max(a.Quantity.Low, b.Quantity.Low), min(a.Quantity.High, b.Quantity.High)
	if q.Low >= q.High {
		return
	}
	q.Bound, q.Step = mention.Exact, min(a.Quantity.Step, b.Quantity.Step)
	b.First, b.Start, b.Quantity = a.First, a.Start, q
	b.Quantity.Hedge = a.Quantity.Hedge
	r.out[n-2] = *b
	r.out = r.out[:n-1]
}

// opposite reports whether one of a and b is open above and the other below.
func opposite(a, b mention.Quantity) bool {
	return math.IsInf(a.High, 1) && math.IsInf(b.Low, -1) && !math.IsInf(a.Low, 0) ||
		math.IsInf(a.Low, -1) && math.IsInf(b.High, 1) && !math.IsInf(b.Low, 0)
}

// lower returns the lower-cased word of token i, "" where a sentence starts or
// the text ends: nothing to the right is read across it.
func (r *reader) lower(i int) string { return after(r.d, i) }

// before returns the lower-cased word before token i in its sentence.
func (r *reader) before(i int) string { return before(r.d, i) }

// tight reports whether token i stands against the token before it.
func (r *reader) tight(i int) bool {
	return i > 0 && i < len(r.d.Tokens) && !r.d.Tokens[i].Shape.Has(text.SpaceBefore)
}

// hyphen returns the token after the hyphen at i that joins two words, else i.
func (r *reader) hyphen(i int) int {
	if r.lower(i) == "-" && r.tight(i) && r.tight(i+1) {
		return i + 1
	}
	return i
}

func after(d *text.Document, i int) string {
	if i < 0 || i >= len(d.Tokens) || d.Tokens[i].Shape.Has(text.SentenceStart) {
		return ""
	}
	return d.Tokens[i].Lower
}

func before(d *text.Document, i int) string {
	if i < 1 || i > len(d.Tokens) || i < len(d.Tokens) && d.Tokens[i].Shape.Has(text.SentenceStart) {
		return ""
	}
	return d.Tokens[i-1].Lower
}
