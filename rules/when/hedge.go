package when

import "github.com/concord-news/concord/rules/mention"

// hedged takes the hedge or bound around a duration into it: "nearly four
// years", "more than two hours", "three weeks or more".
func (r *reader) hedged(it item) item {
	s := &it.length
	bound, approx, n := r.hedgeBefore(it.first)
	if n > 0 {
		s.bound, s.approx = bound, approx
		s.hedge = r.d.Span(it.first-n, it.first).In(r.d.Text)
		it.first -= n
		return it
	}
	if r.lower(it.next) != "or" {
		return it
	}
	switch r.lower(it.next + 1) {
	case "so":
		s.approx = true
	case "more", "longer":
		s.bound = mention.AtLeast
	case "less":
		s.bound = mention.AtMost
	default:
		return it
	}
	s.hedge = r.d.Span(it.next, it.next+2).In(r.d.Text)
	it.next += 2
	return it
}

// hedgeBefore returns the hedge that ends before token i and the number of its
// tokens, 0 where there is none.
func (r *reader) hedgeBefore(i int) (bound mention.Bound, approx bool, n int) {
	just := 0
	if l := r.lower(i - 2); l == "just" || l == "slightly" {
		just = 1
	} else if l == "little" && r.lower(i-3) == "a" {
		just = 2
	}
	switch r.lower(i - 1) {
	case "nearly", "almost":
		return mention.JustBelow, true, 1
	case "about", "around", "roughly", "approximately", "some", "circa", "perhaps":
		return mention.Exact, true, 1
	case "estimated":
		if r.is(i-2, article) {
			return mention.Exact, true, 2
		}
	case "over", "above":
		if just > 0 {
			return mention.JustAbove, true, 1 + just
		}
		if l := r.lower(i - 2); l == "well" {
			return mention.MoreThan, false, 2
		} else if l == "for" || l == "of" || l == "lasted" || l == "took" || l == "after" {
			return mention.MoreThan, false, 1
		}
	case "under", "below":
		if just > 0 {
			return mention.JustBelow, true, 1 + just
		}
		return mention.LessThan, false, 1
	case "than":
		return r.thanBefore(i)
	}
	return r.longHedgeBefore(i)
}

// thanBefore reads the hedges that end in "than" before token i.
func (r *reader) thanBefore(i int) (bound mention.Bound, approx bool, n int) {
	more := r.lower(i-2) == "more" || r.lower(i-2) == "longer" || r.lower(i-2) == "greater"
	less := r.lower(i-2) == "less" || r.lower(i-2) == "fewer" || r.lower(i-2) == "shorter"
	if !more && !less {
		return 0, false, 0
	}
	just := 0
	switch r.lower(i - 3) {
	case "no", "not":
		if more {
			return mention.AtMost, false, 3
		}
		return mention.AtLeast, false, 3
	case "just", "slightly":
		just = 1
	case "little":
		if r.lower(i-4) == "a" {
			just = 2
		}
	case "much", "far", "significantly":
		just = -1
	}
	switch {
	case just > 0 && more:
		return mention.JustAbove, true, 2 + just
	case just > 0:
		return mention.JustBelow, true, 2 + just
	case more:
		return mention.MoreThan, false, 2 - just
	}
	return mention.LessThan, false, 2 - just
}

// longHedgeBefore reads "at least", "up to", "as long as", "a minimum of".
func (r *reader) longHedgeBefore(i int) (bound mention.Bound, approx bool, n int) {
	two := r.lower(i - 2)
	switch r.lower(i - 1) {
	case "least":
		if two == "at" {
			return mention.AtLeast, false, 2
		}
	case "most":
		if two == "at" {
			return mention.AtMost, false, 2
		}
	case "to":
		if two == "up" {
			return mention.AtMost, false, 2
		}
		if two == "close" {
			return mention.Exact, true, 2
		}
	case "as":
		if r.lower(i-3) == "as" {
			switch two {
			case "long", "many", "much":
				return mention.AtMost, false, 3
			case "little", "few":
				return mention.AtLeast, false, 3
			}
		}
	case "of":
		if r.is(i-3, article) && two == "minimum" {
			return mention.AtLeast, false, 3
		}
		if r.is(i-3, article) && two == "maximum" {
			return mention.AtMost, false, 3
		}
	}
	return 0, false, 0
}
