package checker

import (
	"slices"
	"strings"

	"github.com/concord-news/concord/corpus"
	"github.com/concord-news/concord/rules"
	"github.com/concord-news/concord/rules/mention"
	"github.com/concord-news/concord/rules/text"
)

// rewritten is a sentence that two versions have, with the words from the first
// to the last that was changed.
type rewritten struct {
	old, new copied
	// removed and added are the words that one of the two has.
	removed, added []string
}

const (
	// samePart is the part of a sentence's words that must be the same for it to
	// be one sentence in two versions.
	samePart = 0.5
	// fewWords is how many telling words may be exchanged for it to be an
	// exchange and no sentence that was written anew.
	fewWords = 3
)

// rewritten returns the sentences that both versions have, with changes.
func (s *story) rewritten(r *Revision) []rewritten {
	a, b := slices.Index(s.articles, r.Old), slices.Index(s.articles, r.New)
	var out []rewritten
	for _, e := range r.Edits {
		x, okX := s.sentenceAt(a, e.Old)
		y, okY := s.sentenceAt(b, e.New)
		if !okX || !okY {
			continue
		}
		removed, added := quoteWords(e.Old.In(r.Old.Text)), quoteWords(e.New.In(r.New.Text))
		if last := len(out) - 1; last >= 0 && x.Contains(out[last].old.figure) && y.Contains(out[last].new.figure) {
			w := &out[last]
			w.old.figure, w.new.figure = w.old.figure.Cover(e.Old), w.new.figure.Cover(e.New)
			w.removed, w.added = append(w.removed, removed...), append(w.added, added...)
			continue
		}
		out = append(out, rewritten{old: copied{a, e.Old}, new: copied{b, e.New}, removed: removed, added: added})
	}
	return slices.DeleteFunc(out, func(w rewritten) bool { return !s.oneSentence(w) })
}

// sentenceAt returns the sentence in which an edit lies; one of several
// sentences lies in none.
func (s *story) sentenceAt(article int, e corpus.Span) (corpus.Span, bool) {
	all := s.readings[article].Doc.Sentences
	i := slices.IndexFunc(all, func(sn text.Sentence) bool { return sn.Contains(e) })
	if i < 0 {
		return corpus.Span{}, false
	}
	return all[i].Span, true
}

// oneSentence reports whether most words of a sentence are the same in both
// versions.
func (s *story) oneSentence(w rewritten) bool {
	x, _ := s.sentenceAt(w.old.article, w.old.figure)
	y, _ := s.sentenceAt(w.new.article, w.new.figure)
	was, is := quoteWords(x.In(s.articles[w.old.article].Text)), quoteWords(y.In(s.articles[w.new.article].Text))
	same := min(len(was)-len(w.removed), len(is)-len(w.added))
	return float64(same) >= samePart*float64(max(len(was), len(is)))
}

// tells reports whether an edit changed what the sentence says, and how much an
// editor would mind.
func (s *story) tells(w rewritten) (rules.Severity, bool) {
	removed, added := only(w.removed, w.added), only(w.added, w.removed)
	if len(removed) == 0 && len(added) == 0 || strings.Join(removed, "") == strings.Join(added, "") {
		return rules.Low, false
	}
	if o := s.figuresOf(w.old, w.new); o.relation == different {
		return rules.High, true
	} else if o.relation == same && len(s.figuresAt(w.old)) > 0 && onlyFigures(removed) && onlyFigures(added) {
		return rules.Low, false
	}
	if slices.ContainsFunc(append(slices.Clone(removed), added...), denies) {
		return rules.High, true
	}
	exchanged := 0 < len(removed) && len(removed) <= fewWords && 0 < len(added) && len(added) <= fewWords
	if !exchanged || slices.EqualFunc(removed, added, sameStem) {
		return rules.Low, false
	}
	if s.names(w.old) && s.names(w.new) {
		return rules.High, true
	}
	return rules.Low, true
}

// only returns the telling words of a that b does not have.
func only(a, b []string) []string {
	var out []string
	for _, w := range a {
		if telling(w) && !slices.Contains(b, w) {
			out = append(out, w)
		}
	}
	return out
}

func onlyFigures(words []string) bool {
	return !slices.ContainsFunc(words, func(w string) bool {
		return strings.Trim(w, "0123456789") != "" && !slices.Contains(numberWords, w)
	})
}

// numberWords are the words in which figures are written out.
var numberWords = []string{"one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen",
	"eighteen", "nineteen", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety", "hundred", "thousand", "million", "billion"}

func denies(w string) bool {
	return text.Denies(w) || strings.HasSuffix(w, "n't")
}

// names reports whether a person, organisation or place is named in the words.
func (s *story) names(c copied) bool {
	return slices.ContainsFunc(s.readings[c.article].Mentions, func(m mention.Mention) bool {
		return m.Kind >= mention.Person && m.Kind <= mention.Office && m.Overlaps(c.figure)
	})
}

// labelWords names a passage by the words around it.
func (s *story) labelWords(rule *rules.Rule, c copied) string {
	text := s.articles[c.article].Text
	evidence, _ := s.beside(c)
	words := oneLine(text[evidence.Start:c.figure.Start]) + " … " + oneLine(text[c.figure.End:evidence.End])
	return strings.TrimSpace(strings.ReplaceAll(rule.Fact, "{words}", strings.TrimSpace(words)))
}
