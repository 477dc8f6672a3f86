package verify

import (
	"strings"

	"github.com/concord-news/concord/rules/lexicon"
	"github.com/concord-news/concord/rules/names"
	"github.com/concord-news/concord/rules/text"
)

// otherwise reports which sentences of the source have the name of a part in
// another form: run together or apart ("Ferry Line", "Ferryline"), a letter off,
// by its capitals, or without the word that says what it is ("Brel" for "Brel
// Council").
func (c *claim) otherwise(p *part) []float64 {
	out := make([]float64, len(c.src.sentences))
	own := c.reading.Doc.Tokens[p.First:p.Last]
	whole := joined(own)
	for i := range out {
		st := c.src.bounds(i)
		tokens := c.src.doc(i).Tokens[st.First:st.Last]
		for k := range tokens {
			if runTogether(whole, tokens[k:]) || len(own) == 1 && (slip(&own[0], &tokens[k]) || spelledOut(own[0].Lower, tokens[k:])) || short(own, tokens, k) {
				out[i] = 1
				break
			}
		}
	}
	return out
}

// joined is the letters of a name without what parts its words.
func joined(tokens []text.Token) string {
	var b strings.Builder
	for i := range tokens {
		if tokens[i].Shape.Has(text.HasLetter) {
			b.WriteString(lexicon.Fold(tokens[i].Lower))
		}
	}
	return b.String()
}

// leastJoined is the least length of a name that is known in one word and in two.
const leastJoined = 6

// runTogether reports whether two tokens make the name: "You tube".
func runTogether(whole string, tokens []text.Token) bool {
	if len(whole) < leastJoined || len(tokens) < 2 || !strings.HasPrefix(whole, lexicon.Fold(tokens[0].Lower)) {
		return false
	}
	return whole == joined(tokens[:2]) || whole == joined(tokens[:1])
}

// leastSlip is the least length of a name that may be a letter off: of shorter
// ones a letter makes another name.
const leastSlip = 7

// slip reports whether a name of one word differs from another by a letter that no
// list tells apart.
func slip(a, b *text.Token) bool {
	if len(a.Lower) < leastSlip || len(b.Lower) < leastSlip || a.Lower[0] != b.Lower[0] || a.Shape.Has(text.Capital) != b.Shape.Has(text.Capital) || b.Tag != text.PROPN && b.Tag != text.X {
		return false
	}
	return names.Compare(a.Lower, b.Lower) != names.Alike && !told(a.Lower, b.Lower)
}

// told reports whether the lists have two names as two. The name of a country that
// is a letter off may be a town's somewhere.
func told(a, b string) bool {
	if lexicon.Has(b, lexicon.Country) && !lexicon.Has(a, lexicon.Country|lexicon.Given|lexicon.State) {
		return false
	}
	const listed = lexicon.Given | lexicon.Surname | lexicon.Country | lexicon.Demonym | lexicon.City | lexicon.Capital | lexicon.State
	return lexicon.Has(a, listed) && lexicon.Has(b, listed)
}

// Initials that a name of capitals may have.
const leastInitials, mostInitials = 3, 5

// spelledOut reports whether tokens begin with the words that capitals stand for:
// "food and drug administration" for "fda".
func spelledOut(capitals string, tokens []text.Token) bool {
	if len(capitals) < leastInitials || len(capitals) > mostInitials || dictionary(capitals) {
		return false
	}
	n := 0
	for i := range tokens {
		t := &tokens[i]
		switch {
		case n == len(capitals):
			return true
		case t.Tag == text.ADP || t.Tag == text.CCONJ || t.Tag == text.DET:
			if n == 0 {
				return false
			}
		case t.Lower[0] != capitals[n] || len(t.Lower) < 3:
			return false
		default:
			n++
		}
	}
	return n == len(capitals)
}

// short reports whether the name without its last word, which says what it is,
// stands at token k and is not another's beginning. The city of a country is not
// the country.
func short(own, tokens []text.Token, k int) bool {
	n := len(own) - 1
	if n == 0 || k+n > len(tokens) || !generic(own[n].Lower) {
		return false
	}
	for i := range n {
		if own[i].Lower != tokens[k+i].Lower || !tokens[k+i].Shape.Has(text.Capital) {
			return false
		}
	}
	if lexicon.Has(own[0].Lower, lexicon.Country|lexicon.State) && lexicon.Has(own[n].Lower, lexicon.PlaceWord) {
		return false
	}
	before, after := k < 2 || !tokens[k-1].Shape.Has(text.Capital), k+n == len(tokens) || !tokens[k+n].Shape.Has(text.Capital)
	return before && after
}

// generic reports a word that says what a name is of.
func generic(lower string) bool {
	switch lower {
	case "city", "town", "united", "county", "council", "club":
		return true
	}
	return lexicon.Has(lower, lexicon.OrgWord|lexicon.PlaceWord)
}
