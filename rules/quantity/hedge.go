package quantity

import (
	"math"

	"github.com/concord-news/concord/rules/mention"
	"github.com/concord-news/concord/rules/text"
)

// Hedge is the words round a figure that say how exact it is.
type Hedge struct {
	// First and Next are the half-open range of the tokens of the figure with
	// its hedges.
	First, Next int
	Bound       mention.Bound
	// Approx reports about, roughly, some, nearly, an estimated and the like.
	Approx bool
}

// Hedged reads the hedges to the left and right of the figure at tokens first
// to next: "nearly", "more than an estimated", "or so". It is safe for
// concurrent use.
func Hedged(d *text.Document, first, next int) Hedge {
	h := Hedge{First: first, Next: next}
	for range 2 { // "more than an estimated": no one stacks three
		l, ok := leftHedge(d, h.First, h.First == first)
		if !ok || h.First < first && l.Bound != mention.Exact && h.Bound != mention.Exact {
			break
		}
		h.First, h.Approx = l.First, h.Approx || l.Approx
		if l.Bound != mention.Exact {
			h.Bound = l.Bound
		}
	}
	if b, n := rightHedge(d, next, h.Bound); n > next {
		h.Next = n
		if b == mention.Exact {
			h.Approx = true
		} else {
			h.Bound = b
		}
	}
	return h
}

// Apply sets the bound, the hedge and the open end of q, whose Low and High are
// the figure at tokens first to next.
func (h Hedge) Apply(d *text.Document, first, next int, q *mention.Quantity) {
	q.Approx = q.Approx || h.Approx
	q.Bound = h.Bound
	switch {
	case h.First < first:
		q.Hedge = d.Span(h.First, first).In(d.Text)
	case h.Next > next:
		q.Hedge = d.Span(next, h.Next).In(d.Text)
	}
	if !q.Known() || q.Low != q.High {
		return
	}
	switch h.Bound {
	case mention.AtLeast, mention.MoreThan:
		q.High = math.Inf(1)
	case mention.AtMost, mention.LessThan:
		q.Low = math.Inf(-1)
	}
}

// leftHedge reads one hedge that ends before token i. A bare "over", "under"
// or "above" is only a bound against the figure itself (near): before another
// hedge it is a preposition, "control over about 80 percent".
func leftHedge(d *text.Document, i int, near bool) (h Hedge, ok bool) {
	w := before(d, i)
	if w == "" {
		return Hedge{}, false
	}
	j := i - 1
	if b, ok := than(d, j, w); ok {
		return b, true
	}
	if p, ok := phrase(d, j, w); ok {
		return p, true
	}
	switch w {
	case "quite":
		if before(d, j) == "not" {
			return Hedge{First: j - 1, Bound: mention.JustBelow, Approx: true}, true
		}
	case "nearly", "almost", "nearing":
		return Hedge{First: j, Bound: mention.JustBelow, Approx: true}, true
	case "roughly", "approximately", "approx", "approx.", "circa", "~", "≈", "some", "perhaps", "maybe", "reportedly", "probably", "possibly":
		return Hedge{First: j, Approx: true}, true
	case "estimated":
		if p := before(d, j); p == "an" || p == "the" {
			return Hedge{First: j - 1, Approx: true}, true
		}
		return Hedge{First: j, Approx: true}, true
	case "about", "around":
		if preposition(before(d, j), w) {
			return Hedge{}, false
		}
		return Hedge{First: j, Approx: true}, true
	case "exceeding", "exceed", "exceeds", "exceeded", "topping", "surpassing":
		return Hedge{First: j, Bound: mention.MoreThan}, true
	}
	if near {
		return bareBound(d, j, w)
	}
	return Hedge{}, false
}

// bareBound reads a bound of one small word or sign at token j.
func bareBound(d *text.Document, j int, w string) (Hedge, bool) {
	switch w {
	case "over", "above":
		if !preposition(before(d, j), w) {
			return slight(d, j, mention.MoreThan), true
		}
	case "under", "below":
		if !preposition(before(d, j), w) {
			return slight(d, j, mention.LessThan), true
		}
	case ">":
		if before(d, j) != "<" {
			return Hedge{First: j, Bound: mention.MoreThan}, true
		}
	case "<":
		return Hedge{First: j, Bound: mention.LessThan}, true
	case "=":
		switch before(d, j) {
		case ">":
			return Hedge{First: j - 1, Bound: mention.AtLeast}, true
		case "<":
			return Hedge{First: j - 1, Bound: mention.AtMost}, true
		}
	case ">=", "≥":
		return Hedge{First: j, Bound: mention.AtLeast}, true
	case "<=", "≤":
		return Hedge{First: j, Bound: mention.AtMost}, true
	}
	return Hedge{}, false
}

// slight returns the bound far at token j, which is a close one after "just",
// "slightly" or "a little".
func slight(d *text.Document, j int, far mention.Bound) Hedge {
	close := mention.JustBelow
	if far == mention.MoreThan {
		close = mention.JustAbove
	}
	switch before(d, j) {
	case "just", "slightly", "marginally", "barely":
		return Hedge{First: j - 1, Bound: close, Approx: true}
	case "little":
		if before(d, j-1) == "a" {
			return Hedge{First: j - 2, Bound: close, Approx: true}
		}
	case "well", "far":
		return Hedge{First: j - 1, Bound: far}
	}
	return Hedge{First: j, Bound: far}
}

// than reads the bounds that end in "than", or in "to" after "equal", at j.
func than(d *text.Document, j int, w string) (Hedge, bool) {
	or := false
	if w == "to" && before(d, j) == "equal" && before(d, j-1) == "or" { // less than or equal to
		j, or = j-3, true
		w = before(d, j+1)
	}
	if w != "than" {
		return Hedge{}, false
	}
	j--
	if before(d, j+1) == "equal" && before(d, j) == "or" { // bigger or equal than
		j, or = j-2, true
	}
	h, ok := comparative(d, j)
	if !ok {
		return Hedge{}, false
	}
	p := before(d, h.First)
	switch no := p == "no" || p == "not"; {
	case no && h.Bound == mention.MoreThan:
		h.First, h.Bound = h.First-1, mention.AtMost
	case no && h.Bound == mention.LessThan:
		h.First, h.Bound = h.First-1, mention.AtLeast
	case p == "or" && before(d, h.First-1) == "to" && before(d, h.First-2) == "equal": // equal to or less than
		h.First, or = h.First-3, true
	}
	if or {
		h.Bound = orEqual(h.Bound)
	}
	return h, true
}

// comparative reads the word before "than" at token j.
func comparative(d *text.Document, j int) (Hedge, bool) {
	switch before(d, j+1) {
	case "more", "greater", "larger", "bigger", "higher", "older", "longer", "better", "taller":
		return slight(d, j, mention.MoreThan), true
	case "less", "fewer", "smaller", "lower", "younger", "shorter":
		return slight(d, j, mention.LessThan), true
	}
	return Hedge{}, false
}

func orEqual(b mention.Bound) mention.Bound {
	switch b {
	case mention.MoreThan:
		return mention.AtLeast
	case mention.LessThan:
		return mention.AtMost
	}
	return b
}

// phrase reads the hedges of two words and more that end at token j.
func phrase(d *text.Document, j int, w string) (Hedge, bool) {
	p := before(d, j)
	switch w {
	case "least":
		if p == "at" {
			return Hedge{First: j - 1, Bound: mention.AtLeast}, true
		}
	case "most", "maximum":
		if p == "at" {
			return Hedge{First: j - 1, Bound: mention.AtMost}, true
		}
	case "minimum":
		if p == "at" || p == "a" {
			return Hedge{First: j - 1, Bound: mention.AtLeast}, true
		}
	case "to":
		switch p {
		case "up":
			if changes(before(d, j-1)) {
				return Hedge{}, false // "tickets go up to $45"
			}
			return Hedge{First: j - 1, Bound: mention.AtMost}, true
		case "close", "near":
			return Hedge{First: j - 1, Bound: mention.JustBelow, Approx: true}, true
		}
	case "as":
		if before(d, j-1) == "as" {
			switch p {
			case "many", "much", "high":
				return Hedge{First: j - 2, Bound: mention.AtMost}, true
			case "few", "little", "low":
				return Hedge{First: j - 2, Bound: mention.AtLeast}, true
			}
		}
	case "of":
		return phraseOf(d, j, p)
	case "like":
		if p == "something" {
			return Hedge{First: j - 1, Approx: true}, true
		}
	}
	return Hedge{}, false
}

// phraseOf reads the hedges that end in "of" at token j, after the word p.
func phraseOf(d *text.Document, j int, p string) (Hedge, bool) {
	pp := before(d, j-1)
	article := j - 1
	if pp == "a" || pp == "the" {
		article = j - 2
	}
	switch p {
	case "minimum":
		return Hedge{First: article, Bound: mention.AtLeast}, true
	case "maximum":
		return Hedge{First: article, Bound: mention.AtMost}, true
	case "upwards", "upward", "north":
		return Hedge{First: j - 1, Bound: mention.MoreThan}, true
	case "south":
		return Hedge{First: j - 1, Bound: mention.LessThan}, true
	case "shy", "short":
		if pp == "just" {
			return Hedge{First: j - 2, Bound: mention.JustBelow, Approx: true}, true
		}
	case "excess":
		if pp == "in" {
			return Hedge{First: j - 2, Bound: mention.MoreThan}, true
		}
	case "region", "order", "vicinity", "neighbourhood", "neighborhood":
		if pp == "the" && before(d, j-2) != "" {
			return Hedge{First: j - 3, Approx: true}, true
		}
	}
	return Hedge{}, false
}

// rightHedge reads the hedge after the figure that ends at token i: "or more",
// "or so", "-plus", "+". b is the bound already read to the left.
func rightHedge(d *text.Document, i int, b mention.Bound) (mention.Bound, int) {
	w := after(d, i)
	switch w {
	case "+":
		if !d.Tokens[i].Shape.Has(text.SpaceBefore) && b == mention.Exact {
			return mention.AtLeast, i + 1
		}
	case "plus":
		if x := after(d, i+1); x == "" || classOf(&d.Tokens[i+1]) == plain && x != "the" && b == mention.Exact {
			return mention.AtLeast, i + 1
		}
	case "-":
		if after(d, i+1) == "plus" && b == mention.Exact {
			return mention.AtLeast, i + 2
		}
		if after(d, i+1) == "odd" {
			return mention.Exact, i + 2
		}
	case "or", "and":
		return orMore(d, i, b)
	}
	return mention.Exact, i
}

// orMore reads "or more", "or so", "and above" and the like at token i, after
// the bound b.
func orMore(d *text.Document, i int, b mention.Bound) (mention.Bound, int) {
	w := after(d, i)
	next := after(d, i+2)
	than := next == "than" || next == "importantly"
	switch x := after(d, i+1); x {
	case "more", "greater", "higher", "above", "older", "over", "upwards", "up", "better", "larger", "longer":
		if !than && (w == "or" || ends(d, i+2)) {
			return mention.AtLeast, i + 2
		}
	case "less", "fewer", "lower", "below", "under", "younger", "smaller":
		if !than && (w == "or" || ends(d, i+2)) {
			return mention.AtMost, i + 2
		}
	case "so", "thereabouts":
		if w == "or" {
			return mention.Exact, i + 2
		}
	case "equal":
		if w != "or" || b == mention.Exact {
			break
		}
		to := i + 2
		if after(d, to) == "to" {
			to++
		}
		if to < len(d.Tokens) && d.Tokens[to].Shape.Has(text.HasDigit) && after(d, to) != "" {
			break
		}
		return orEqual(b), to
	}
	return mention.Exact, i
}

// ends reports whether nothing that a bound could belong to follows at token
// i: "500 and more in these", but not "20 ministers and more officials".
func ends(d *text.Document, i int) bool {
	switch after(d, i) {
	case "", "in", "on", "at", "of", "to", "were", "are", "have", "had", "who", "for":
		return true
	}
	return !d.Tokens[i].Shape.Has(text.HasLetter) && !d.Tokens[i].Shape.Has(text.HasDigit)
}
