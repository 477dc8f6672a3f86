package casualty

import "github.com/concord-news/concord/rules/text"

// headlineWords is how many longer words a line has at least that is written as a
// headline is, longWord how many bytes those have.
const (
	headlineWords = 4
	longWord      = 4
)

// headlined reports whether a sentence below the first is a headline: a line with a
// capital at each longer word and no full stop. One that has no longer word of the first
// headline but those for harm leads to another article.
func (r *reader) headlined() bool {
	if r.first < r.d.Sentences[0].Last || r.is(r.last-1, ".", "!", "?", ":", ",") {
		return false
	}
	n, plain := 0, 0
	for k := r.first; k < r.last; k++ {
		t := &r.d.Tokens[k]
		if !t.Shape.Has(text.HasLetter) || len(t.Lower) < longWord || t.Shape.Has(text.AllCaps) {
			continue
		}
		if !t.Shape.Has(text.Capital) {
			return false
		}
		if _, harm := triggers[t.Lower]; !harm && r.inTitle(t.Lower) {
			return false
		}
		if n++; t.Tag == text.NOUN || t.Tag == text.VERB || t.Tag == text.ADJ {
			plain++
		}
	}
	return n >= headlineWords && plain > 1
}

// inTitle reports whether the first headline has a word.
func (r *reader) inTitle(lower string) bool {
	for k := range r.d.Tokens[:r.d.Sentences[0].Last] {
		if r.d.Tokens[k].Lower == lower {
			return true
		}
	}
	return false
}
