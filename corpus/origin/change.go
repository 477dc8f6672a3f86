package origin

import (
	"cmp"
	"slices"
	"strings"

	"github.com/concord-news/concord/corpus"
)

// Change is a place where two articles have the same words but for a figure:
// the copy of one text says 7 where the other says 5. Copies do not disagree by
// chance, so that one of the two is a slip or an update.
type Change struct {
	// A and B are the words that differ, in the text of the two articles; each
	// has a figure.
	A, B corpus.Span
	// Before and After are how many words on either side are the same in both,
	// up to the next place that differs. Their sum is at least shingle.
	Before, After int
}

// maxGap is how many words a changed figure can have: "more than 20 million"
// for "19,500,000".
const maxGap = 4

// minAfter is how many words must be the same on the other side of a change for
// it to be one inside a sentence rather than the end of what is shared.
const minAfter = 3

// side is one of two articles while they are compared.
type side struct {
	words
	text string
}

// changes finds the changed figures at the ends of runs. Runs are those that
// newPair keeps.
func changes(a, b side, runs []run) []Change {
	var out []Change
	for _, r := range runs {
		if c, ok := after(a, b, r); ok {
			out = append(out, c)
		}
		if c, ok := before(a, b, r); ok {
			out = append(out, c)
		}
	}
	slices.SortFunc(out, func(x, y Change) int {
		return cmp.Or(cmp.Compare(x.A.Start, y.A.Start), cmp.Compare(x.B.Start, y.B.Start), cmp.Compare(y.Before+y.After, x.Before+x.After))
	})
	return slices.CompactFunc(out, func(x, y Change) bool { return x.A == y.A && x.B == y.B })
}

// after looks behind the end of a run.
func after(a, b side, r run) (Change, bool) {
	i, j := r.a+r.n, r.b+r.n
	for total := 2; total <= 2*maxGap; total++ {
		for di := max(1, total-maxGap); di <= min(maxGap, total-1); di++ {
			dj := total - di
			if i+di > len(a.hash) || j+dj > len(b.hash) || a.ends(i-1) || b.ends(j-1) {
				continue
			}
			n := extend(a.hash[i+di:], b.hash[j+dj:])
			whole := n >= minAfter || a.ends(i+di+n-1) && b.ends(j+dj+n-1)
			if !whole || a.stopsInside(i, i+di-1) || b.stopsInside(j, j+dj-1) {
				continue
			}
			if differ(a, b, run{i, j, di}, dj) {
				return Change{A: a.cover(i, i+di), B: b.cover(j, j+dj), Before: r.n, After: n}, true
			}
		}
	}
	return Change{}, false
}

// before looks in front of the start of a run.
func before(a, b side, r run) (Change, bool) {
	i, j := r.a, r.b
	for total := 2; total <= 2*maxGap; total++ {
		for di := max(1, total-maxGap); di <= min(maxGap, total-1); di++ {
			dj := total - di
			if i-di < 0 || j-dj < 0 || a.ends(i-1) || b.ends(j-1) {
				continue
			}
			n := extendBack(a.hash[:i-di], b.hash[:j-dj])
			whole := n >= minAfter || a.begins(i-di-n) && b.begins(j-dj-n)
			if !whole || a.stopsInside(i-di, i-1) || b.stopsInside(j-dj, j-1) {
				continue
			}
			if differ(a, b, run{i - di, j - dj, di}, dj) {
				return Change{A: a.cover(i-di, i), B: b.cover(j-dj, j), Before: n, After: r.n}, true
			}
		}
	}
	return Change{}, false
}

// extendBack returns how many words a and b end with alike.
func extendBack(a, b []uint64) int {
	n := 0
	for n < len(a) && n < len(b) && a[len(a)-1-n] == b[len(b)-1-n] {
		n++
	}
	return n
}

func (s side) cover(i, j int) corpus.Span {
	return corpus.Span{Start: s.span[i].Start, End: s.span[j-1].End}
}

// slice returns the words i to j-1 in lower case.
func (s side) slice(i, j int) []string {
	var out []string
	for _, w := range s.span[i:j] {
		out = append(out, strings.ToLower(w.In(s.text)))
	}
	return out
}

// ends reports whether a sentence ends behind word i; the text's end is one.
func (s side) ends(i int) bool {
	if i < 0 || i >= len(s.span)-1 {
		return true
	}
	between := s.text[s.span[i].End:s.span[i+1].Start]
	if strings.Contains(between, "\n\n") {
		return true
	}
	at := strings.IndexAny(between, ".!?")
	return at >= 0 && strings.ContainsAny(between[at:], " \n")
}

// begins reports whether a sentence begins with word i.
func (s side) begins(i int) bool { return i <= 0 || s.ends(i-1) }

// stopsInside reports whether a sentence ends between words i and j.
func (s side) stopsInside(i, j int) bool {
	for k := i; k < j; k++ {
		if s.ends(k) {
			return true
		}
	}
	return false
}

// differ reports whether the words at r in a and their n counterparts in b are
// the same statement with other figures: beside the figures there are the same
// words, or hedges. Numbers of telephones and of pictures are no statements.
func differ(a, b side, r run, n int) bool {
	x, restX := figures(a.slice(r.a, r.a+r.n))
	y, restY := figures(b.slice(r.b, r.b+n))
	if len(x) == 0 || len(y) == 0 || slices.Equal(x, y) || !slices.Equal(restX, restY) {
		return false
	}
	return !a.counter(r.a) && !a.hyphened(r.a, r.a+r.n) && !b.hyphened(r.b, r.b+n)
}

// counter reports whether word i counts a page's pictures: "Image 3 of 11".
func (s side) counter(i int) bool {
	for _, w := range s.slice(max(0, i-3), i+1) {
		switch w {
		case "image", "photo", "picture", "slide", "gallery", "page", "video", "caption", "chapter":
			return true
		}
	}
	return false
}

// hyphened reports whether the words i to j-1 are part of a longer number, such
// as that of a telephone.
func (s side) hyphened(i, j int) bool {
	start, end := s.span[i].Start, s.span[j-1].End
	digit := func(k int) bool { return k >= 0 && k < len(s.text) && s.text[k] >= '0' && s.text[k] <= '9' }
	joint := func(k int) bool { return k >= 0 && k < len(s.text) && strings.IndexByte("-/:.(", s.text[k]) >= 0 }
	return joint(end) && digit(end+1) || joint(start-1) && digit(start-2) || strings.ContainsAny(s.text[start:end], "-/(")
}

// figures parts words into figures and others; hedges and bounds are left out.
// Figures up to twenty and the tens are written in digits, so that a change of
// style is none.
func figures(words []string) (figures, rest []string) {
	for _, w := range words {
		if n, ok := numeral(w); ok {
			figures = append(figures, n)
		} else if !hedge(w) {
			rest = append(rest, w)
		}
	}
	return figures, rest
}

func hedge(w string) bool {
	switch w {
	case "about", "around", "roughly", "nearly", "almost", "some", "over", "approximately", "more", "less", "fewer", "than", "at", "least", "most", "up", "to",
		"only", "just", "under", "above", "below", "as", "many":
		return true
	}
	return false
}

func numeral(w string) (string, bool) {
	if w[0] >= '0' && w[0] <= '9' {
		return strings.ReplaceAll(w, ",", ""), strings.Trim(w, "0123456789.,") == ""
	}
	switch w {
	case "hundred", "thousand", "million", "billion", "trillion", "dozen", "dozens", "hundreds", "thousands":
		return w, true
	}
	n, ok := units()[w]
	return n, ok
}

func units() map[string]string {
	return map[string]string{"zero": "0", "one": "1", "two": "2", "three": "3", "four": "4", "five": "5", "six": "6", "seven": "7", "eight": "8", "nine": "9",
		"ten": "10", "eleven": "11", "twelve": "12", "thirteen": "13", "fourteen": "14", "fifteen": "15", "sixteen": "16", "seventeen": "17", "eighteen": "18",
		"nineteen": "19", "twenty": "20", "thirty": "30", "forty": "40", "fifty": "50", "sixty": "60", "seventy": "70", "eighty": "80", "ninety": "90"}
}
