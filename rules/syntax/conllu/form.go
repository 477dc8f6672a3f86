package conllu

import (
	"strings"
	"unicode"

	"github.com/concord-news/concord/rules/text"
)

// plain maps curly quotation marks, long dashes and the like to the plain ones,
// as package text does in text.Token.Lower.
var plain = strings.NewReplacer(
	"\u2018", "'", "\u2019", "'", "\u201a", "'", "\u201b", "'", "\u02bc", "'",
	"\u201c", `"`, "\u201d", `"`, "\u201e", `"`, "\u201f", `"`, "\u00ab", `"`, "\u00bb", `"`,
	"\u2010", "-", "\u2011", "-", "\u2012", "-", "\u2013", "-", "\u2014", "-", "\u2015", "-", "\u2212", "-",
	"\u2026", "...", "\u00ad", "",
)

func lower(form string) string { return plain.Replace(strings.ToLower(form)) }

// shape says how form is written; SpaceBefore and SentenceStart are not its
// own and are set by the reader.
func shape(form string) text.Shape {
	var s text.Shape
	letters, capitals := 0, 0
	for _, r := range form {
		switch {
		case unicode.IsLetter(r):
			letters++
			if unicode.IsUpper(r) {
				capitals++
				if letters == 1 {
					s |= text.Capital
				}
			}
		case unicode.IsDigit(r):
			s |= text.HasDigit
		}
	}
	if letters > 0 {
		s |= text.HasLetter
	}
	if letters > 1 && letters == capitals {
		s |= text.AllCaps
	}
	return s
}

// markStart sets SentenceStart on the first word of a sentence, as package text
// does.
func markStart(tokens []text.Token) {
	for i := range tokens {
		if tokens[i].Shape&(text.HasLetter|text.HasDigit) != 0 {
			tokens[i].Shape |= text.SentenceStart
			return
		}
	}
}
