package casualty

import (
	"cmp"
	"slices"

	"github.com/concord-news/concord/rules/mention"
	"github.com/concord-news/concord/rules/text"
)

// listed reads the phrase for people at token i in a list behind another one: a
// name that nobody knows is one there, as in "the deaths of Ann Blake and
// Zurab Qintel".
func (r *reader) listed(i int, before *Member) (Member, bool) {
	if r.is(i, "left", "leaving", "leaves") {
		return Member{}, false // "killed a boy, a girl and left three men hurt"
	}
	if before.Name != "" {
		if m, ok := r.unknownName(i); ok {
			return m, true
		}
	}
	return r.starting(i)
}

// longestName is how many words an unknown name has at most.
const longestName = 4

// proper reports whether a token may be a part of a name.
func (r *reader) proper(k int) bool {
	t := &r.d.Tokens[k]
	return (t.Tag == text.PROPN || t.Fine == text.NNP) && t.Shape.Has(text.Capital)
}

// unknownName reads two to four names in a row that are no other mention.
func (r *reader) unknownName(i int) (Member, bool) {
	e := i
	for e < r.last && e < i+longestName && r.proper(e) {
		e++
	}
	if e-i < 2 || r.mentioned(i, e) && r.pastAge(e) == e || e < r.last && r.tag(e) == text.NOUN {
		return Member{}, false
	}
	s := r.d.Span(i, e)
	return Member{First: i, Last: e, Head: e - 1, Quantity: figure(1), Age: -1, Name: r.d.Text[s.Start:s.End]}, true
}

// unknownBefore reads an unknown name that ends before token e, in front of
// another name or of an age: "Zurab Qintel and Ann Blake", "Zurab Qintel, 34,".
func (r *reader) unknownBefore(e int) (Member, bool) {
	i := e
	for i > r.first && i > e-longestName && r.proper(i-1) {
		i--
	}
	m, ok := r.unknownName(i)
	return m, ok && m.Last == e
}

// mentioned reports whether a mention starts in a range of tokens, other than
// a name that does not fill it: "Qintel" of "Zurab Qintel".
func (r *reader) mentioned(first, last int) bool {
	k, _ := slices.BinarySearchFunc(r.mentions, first, func(m mention.Mention, t int) int { return cmp.Compare(m.First, t) })
	for ; k < len(r.mentions) && r.mentions[k].First < last; k++ {
		if m := &r.mentions[k]; m.Kind != mention.Person || m.First == first {
			return true
		}
	}
	return false
}
