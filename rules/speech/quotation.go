package speech

import (
	"cmp"
	"slices"

	"github.com/concord-news/concord/rules/text"
)

// quotation is a passage between quotation marks by its tokens: open is the
// opening mark, close the closing one, or one past the passage where it has
// none.
type quotation struct {
	open, close int
	block       int
	closed      bool
	// nested: it stands inside another one.
	nested bool
	// next reports that it goes on in the next block with a new opening mark.
	next bool
	// cue is the index of its cue, -1 where there is none.
	cue int
}

// mark says what a token is as a quotation mark.
type mark uint8

const (
	noMark mark = iota
	opening
	closing
	// either: a straight mark whose direction its place does not settle.
	either
)

// Quotations are the passages of a document between quotation marks.
type Quotations struct{ list []quotation }

// FindQuotations pairs the quotation marks of a document, block by block.
func FindQuotations(d *text.Document) *Quotations {
	r := readers.Get().(*reader)
	defer readers.Put(r)
	r.d, r.quotes = d, r.quotes[:0]
	r.findQuotations()
	r.d = nil
	return &Quotations{append([]quotation(nil), r.quotes...)}
}

// Hold reports whether token i lies between quotation marks.
func (q *Quotations) Hold(i int) bool { return inside(q.list, i) }

// inside reports whether token i lies in one of the quotations.
func inside(list []quotation, i int) bool {
	k, _ := slices.BinarySearchFunc(list, i, func(q quotation, i int) int { return cmp.Compare(q.open, i) })
	for k--; k >= 0; k-- {
		if i < list[k].close {
			return true
		}
		if !list[k].nested {
			return false
		}
	}
	return false
}

// findQuotations pairs the quotation marks, block by block.
func (r *reader) findQuotations() {
	d := r.d
	for s := 0; s < len(d.Sentences); {
		first, block := d.Sentences[s].First, d.Sentences[s].Block
		for s < len(d.Sentences) && d.Sentences[s].Block == block {
			s++
		}
		r.blockQuotations(pairing{first: first, last: d.Sentences[s-1].Last, block: block})
	}
	slices.SortStableFunc(r.quotes, func(a, b quotation) int { return cmp.Compare(a.open, b.open) })
}

// pairing is the marks of one block, tokens first to last, on the way of being
// paired.
type pairing struct {
	first, last, block int
	// double and single are the marks that stand open, -1 for none.
	double, single int
}

// blockQuotations pairs the marks of one block.
func (r *reader) blockQuotations(p pairing) {
	p.double, p.single = -1, -1
	for i := p.first; i < p.last; i++ {
		if len(r.d.Tokens[i].Lower) > longestMark {
			continue
		}
		switch m, single := r.markAt(i, p.first, p.last); {
		case m == noMark:
		case single:
			r.singleMark(&p, i, m)
		default:
			r.doubleMark(&p, i, m)
		}
	}
	if p.double >= 0 && p.double+1 < p.last {
		r.unclosed(p)
	}
}

// doubleMark takes a double mark at token i.
func (r *reader) doubleMark(p *pairing, i int, m mark) {
	switch {
	case m == opening, m == either && p.double < 0:
		// Where one stands open already, it was never closed.
		p.double, p.single = i, -1
	case p.double >= 0 && i > p.double+1:
		r.quotes = append(r.quotes, quotation{open: p.double, close: i, block: p.block, closed: true, cue: -1})
		p.double, p.single = -1, -1
	default:
		p.double = -1
	}
}

// singleMark takes a single mark at token i, whose quotation may lie in a double
// one.
func (r *reader) singleMark(p *pairing, i int, m mark) {
	switch {
	case p.single < 0:
		if m == opening && r.closesLater(i, p.last) {
			p.single = i
		}
	case m != opening && i > p.single+1 && !r.possessive(i, p.last):
		r.quotes = append(r.quotes, quotation{open: p.single, close: i, block: p.block, closed: true, nested: p.double >= 0, cue: -1})
		p.single = -1
	}
}

// longestMark is the length of the longest mark as the tokens have it.
const longestMark = len("``")

// markAt reads token i as a quotation mark. Straight marks open after a space
// and close before one.
func (r *reader) markAt(i, first, last int) (m mark, single bool) {
	t := &r.d.Tokens[i]
	switch t.Lower {
	case `"`, "``", "''":
		switch r.d.Form(i) {
		case "“", "„", "«", "``":
			return opening, false
		case "”", "»":
			return closing, false
		}
	case "'", "`":
		single = true
		switch r.d.Form(i) {
		case "‘", "`":
			return opening, true
		}
	default:
		return noMark, false
	}
	before := i == first || t.Shape.Has(text.SpaceBefore) || opensBracket(r.d.Tokens[i-1].Lower)
	after := i+1 >= last || r.d.Tokens[i+1].Shape.Has(text.SpaceBefore)
	switch {
	case before && !after:
		return opening, single
	case after && !before, !single && !before && r.d.Tokens[i+1].Tag == text.PUNCT, single && !before:
		return closing, single
	case single:
		return noMark, true
	}
	return either, false
}

func opensBracket(s string) bool { return s == "(" || s == "[" || s == "-" || s == `"` || s == "'" }

// possessive reports whether the closing single mark at i is the apostrophe of
// a plural ("the ministers' talks"): a noun stands before and after it and the
// tagger reads it so.
func (r *reader) possessive(i, last int) bool {
	t := &r.d.Tokens[i]
	if i == 0 || i+1 >= last || r.d.Tokens[i-1].Tag == text.PUNCT {
		return false
	}
	return t.Fine == text.POS && r.d.Tokens[i+1].Tag != text.PUNCT
}

// closesLater reports whether a single mark after i can close what it opens.
func (r *reader) closesLater(i, last int) bool {
	const longest = 250 // tokens of a quotation between single marks
	for j := i + 2; j < last && j < i+longest; j++ {
		if m, single := r.markAt(j, i, last); single && m == closing && !r.possessive(j, last) {
			return true
		}
	}
	return false
}

// unclosed takes an opening mark with no closing one in its block for a
// quotation where the next block opens with a mark (each paragraph of a long
// quotation has one), or where it opens its block; otherwise the passage ends
// with its sentence.
func (r *reader) unclosed(p pairing) {
	q := quotation{open: p.double, close: p.last, block: p.block, cue: -1}
	if p.last < len(r.d.Tokens) {
		m, single := r.markAt(p.last, p.last, len(r.d.Tokens))
		q.next = m == opening && !single
	}
	if !q.next && q.open != p.first {
		q.close = r.d.Sentences[r.d.SentenceOf(q.open)].Last
	}
	r.quotes = append(r.quotes, q)
}

// isShort reports a quotation of three words or fewer that is no sentence.
func (r *reader) isShort(q quotation) bool {
	const most = 3
	n := 0
	for i := q.open + 1; i < q.close; i++ {
		t := &r.d.Tokens[i]
		if t.Shape&(text.HasLetter|text.HasDigit) == 0 {
			continue
		}
		if n++; n > most {
			return false
		}
		switch t.Fine {
		case text.MD, text.VB, text.VBD, text.VBP, text.VBZ:
			return false
		}
	}
	return true
}
