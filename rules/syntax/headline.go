package syntax

import (
	"strings"

	"github.com/concord-news/concord/rules/text"
)

const (
	// headlineShare is the share of words in capitals from which a line is
	// written as a headline; running text has about one in seven.
	headlineShare = 0.6
	// headlineWords is the shortest line that is looked at.
	headlineWords = 4
)

// repairHeadline gives a headline in title case its verb back: where no word of
// it is a finite verb, the first word behind the subject that can be a verb in
// the third person is one ("Voss Offers Norway New Deal").
func repairHeadline(tokens []text.Token) {
	words, capitals := 0, 0
	for i := range tokens {
		t := &tokens[i]
		if finite(t.Fine) {
			return
		}
		if t.Shape.Has(text.HasLetter) {
			words++
			if t.Shape.Has(text.Capital) {
				capitals++
			}
		}
	}
	if words < headlineWords || float64(capitals) < headlineShare*float64(words) || tokens[len(tokens)-1].Lower == "." {
		return
	}
	for i := 1; i+1 < len(tokens); i++ {
		t := &tokens[i]
		if before := tokens[i-1].Tag; before != text.PROPN && before != text.NOUN || t.Tag != text.PROPN && t.Tag != text.NOUN || !strings.HasSuffix(t.Lower, "s") {
			continue
		}
		if isVerb(t.Lower) {
			t.Tag, t.Fine = text.VERB, text.VBZ
			return
		}
	}
}
