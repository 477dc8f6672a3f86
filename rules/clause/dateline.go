package clause

import "github.com/concord-news/concord/rules/text"

// Dateline returns how many tokens the dateline of a sentence has, 0 where it has
// none.
func Dateline(d *text.Document, sentence int) int { return dateline(d, d.Sentences[sentence]) }

// dateline returns how many tokens the dateline of a sentence has, 0 where it
// has none: "VESSIN, Dec 15 (Agency) ", "VESSIN - ", "(AGENCY) ". It starts with
// a place in capitals or a bracket, and ends with a bracket or dash.
func dateline(d *text.Document, s text.Sentence) int {
	// Measured on news: the longest has two places, a date and an agency.
	const most = 14
	first := &d.Tokens[s.First]
	bracket := first.Lower == "("
	if !bracket && !first.Shape.Has(text.AllCaps) {
		return 0
	}
	n := 0
	for i := s.First; i < s.Last && i < s.First+most; i++ {
		t := &d.Tokens[i]
		if isVerb(t) && !t.Shape.Has(text.Capital) || t.Fine == text.MD {
			break
		}
		if t.Lower == ")" || t.Lower == "-" && t.Shape.Has(text.SpaceBefore) || d.Form(i) == "\u2014" {
			n = i + 1 - s.First
			if t.Lower != ")" {
				break
			}
		}
	}
	if bracket && n > 4 || n > 0 && s.First+n < s.Last && !d.Tokens[s.First+n].Shape.Has(text.Capital) && d.Tokens[s.First+n].Tag != text.PUNCT {
		return 0
	}
	return n
}
