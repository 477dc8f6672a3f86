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
	// single: it stands between single marks; nested: inside another one.
	single, nested bool
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

// findQuotations pairs the quotation marks, block by block.
func (r *reader) findQuotations() {
	d := r.d
	for s := 0; s < len(d.Sentences); {
		first, block := d.Sentences[s].First, d.Sentences[s].Block
		for s < len(d.Sentences) && d.Sentences[s].Block == block {
			s++
		}
		r.blockQuotations(first, d.Sentences[s-1].Last, block)
	}
	slices.SortStableFunc(r.quotes, func(a, b quotation) int { return cmp.Compare(a.open, b.open) })
}

// blockQuotations pairs the marks of one block, tokens first to last.
func (r *reader) blockQuotations(first, last, block int) {
	open, inner := -1, -1
	for i := first; i < last; i++ {
		m, single := r.markAt(i, first, last)
		if m == noMark {
			continue
		}
		if single {
			inner = r.singleMark(i, m, inner, open, last, block)
			continue
		}
		if m == either {
			m = opening
			if open >= 0 {
				m = closing
			}
		}
		switch {
		case m == opening && open < 0:
			open, inner = i, -1
		case m == opening:
			// A second opening mark: the first was never closed.
			open, inner = i, -1
		case open >= 0 && i > open+1:
			r.quotes = append(r.quotes, quotation{open: open, close: i, block: block, closed: true, cue: -1})
			open, inner = -1, -1
		case open >= 0:
			open = -1
		}
	}
	if open >= 0 && open+1 < last {
		r.unclosed(open, first, last, block)
	}
}

// singleMark handles a single mark at i while a single quotation stands open at
// inner (-1: none) inside a double one open at outer, and returns what stands
// open after it.
func (r *reader) singleMark(i int, m mark, inner, outer, last, block int) int {
	if inner < 0 {
		if m == opening && r.closesLater(i, last) {
			return i
		}
		return -1
	}
	if m == opening {
		return inner
	}
	if i > inner+1 && !r.possessive(i, last) {
		r.quotes = append(r.quotes, quotation{open: inner, close: i, block: block, closed: true, single: true, nested: outer >= 0, cue: -1})
		return -1
	}
	return inner
}

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
func (r *reader) unclosed(open, first, last, block int) {
	q := quotation{open: open, close: last, block: block, cue: -1}
	if last < len(r.d.Tokens) {
		m, single := r.markAt(last, last, len(r.d.Tokens))
		q.next = m == opening && !single
	}
	if !q.next && open != first {
		q.close = r.d.Sentences[r.d.SentenceOf(open)].Last
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
