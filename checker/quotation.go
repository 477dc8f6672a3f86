package checker

import (
	"fmt"
	"slices"
	"strings"
	"unicode"

	"github.com/concord-news/concord/rules"
	"github.com/concord-news/concord/rules/mention"
	"github.com/concord-news/concord/rules/names"
	"github.com/concord-news/concord/rules/speech"
)

const (
	// shingleWords is the run of words that two quotations must share to be
	// looked at together. Two of them must say something, or shingleWords+1
	// words be the same.
	shingleWords = 3
	// sharedPart is the part of the words that must be the same, where two
	// quotations overlap, for them to be of one utterance.
	sharedPart = 0.5
	// slipPart is the part from which on a difference is a slip of one outlet.
	// Below it both render the same words in their own way, as translations do.
	slipPart = 0.8
)

// quoteWords returns the words of a quotation in lower case without marks, so
// that case, ellipses, brackets and quotation marks do not count.
func quoteWords(s string) []string {
	words := strings.FieldsFunc(strings.ToLower(strings.ReplaceAll(s, "’", "'")), func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != '\''
	})
	out := words[:0]
	for _, w := range words {
		if w = strings.Trim(w, "'"); w == "" {
			continue
		}
		if n, ok := smallNumbers[w]; ok {
			w = n
		}
		out = append(out, w)
	}
	return out
}

// smallNumbers are the figures that houses write out or do not.
var smallNumbers = map[string]string{"1": "one", "2": "two", "3": "three", "4": "four", "5": "five", "6": "six", "7": "seven", "8": "eight", "9": "nine", "10": "ten"}

// alignQuotations puts quotations of different articles together that share a run
// of words and most of the shorter one.
func alignQuotations(rule *rules.Rule, g []statement) []slot {
	words := make([][]string, len(g))
	set := make([]int, len(g)) // union-find
	byShingle := map[string][]int{}
	for i, s := range g {
		set[i] = i
		words[i] = quoteWords(s.fact.Value.Words)
		for _, id := range shingles(words[i]) {
			for _, j := range byShingle[id] {
				if g[j].article == s.article {
					continue // somebody who says a thing twice says two things
				}
				if a, b := find(set, i), find(set, j); a != b && alike(words[i], words[j]) {
					set[max(a, b)] = min(a, b)
				}
			}
			byShingle[id] = append(byShingle[id], i)
		}
	}
	index := map[int]int{}
	var out []slot
	for i, s := range g {
		root := find(set, i)
		at, ok := index[root]
		if !ok {
			at = len(out)
			index[root] = at
			out = append(out, slot{rule: rule})
		}
		out[at].statements = append(out[at].statements, s)
	}
	return out
}

func find(set []int, i int) int {
	for set[i] != i {
		i = set[i]
	}
	return i
}

// shingles lists the runs of words by which a quotation is found. A shorter
// quotation meets only its like.
func shingles(words []string) []string {
	if len(words) < shingleWords {
		return []string{"only " + strings.Join(words, " ")}
	}
	out := make([]string, 0, len(words))
	for k := 0; k+shingleWords <= len(words); k++ {
		end := k + shingleWords
		if count(words[k:end], telling) < tellingWords {
			end++
		}
		if end <= len(words) {
			out = append(out, strings.Join(words[k:end], " "))
		}
	}
	return out
}

// alike reports whether two quotations are of one utterance: a run of words is
// the same, and most of what stands around it.
func alike(a, b []string) bool {
	if len(a) < shingleWords && slices.Equal(a, b) {
		return true
	}
	o := overlapOf(a, b)
	return o.tells && float64(o.shared) >= sharedPart*float64(o.words())
}

// sureQuoted is how many words two quotations must share for them to be one
// utterance whoever is said to have spoken: two people say short things alike.
const sureQuoted = 5

// quotations compares one utterance as two outlets quote it: who spoke, and the
// words.
func (s *story) quotations(a, b *statement) outcome {
	o := quotations(a.fact, b.fact)
	x, y := s.person(a), s.person(b)
	if o.relation > bothTrue || x == "" || y == "" || x == y || a.fact.Voice.Away || b.fact.Voice.Away {
		return o
	}
	v := overlapOf(quoteWords(a.fact.Value.Words), quoteWords(b.fact.Value.Words))
	if v.shared < sureQuoted || !v.tells || float64(v.shared) < slipPart*float64(v.words()) || names.Near(x, y) || s.besides(a, y) || s.besides(b, x) {
		return o
	}
	return outcome{relation: different, why: fmt.Sprintf("%d words the same, said by %s and by %s", v.shared, x, y)}
}

// person is the full name of the person whose words a statement is, "" where the
// text names none.
func (s *story) person(a *statement) string {
	v := a.fact.Voice
	if v.Own || v.Kind != speech.Named || v.Entity == 0 {
		return ""
	}
	id, ok := s.registry.ID(a.article, v.Entity)
	if !ok || s.registry.Entities[id].Kind != mention.Person || len(strings.Fields(s.registry.Entities[id].Name)) < 2 {
		return ""
	}
	return s.registry.Entities[id].Name
}

// quotations compares the words of one utterance as two outlets quote it.
func quotations(a, b *rules.Fact) outcome {
	wa, wb := quoteWords(a.Value.Words), quoteWords(b.Value.Words)
	o := overlapOf(wa, wb)
	changed := o.changed()
	switch {
	case o.shared == len(wa) && o.shared == len(wb):
		return outcome{relation: same, why: "the same words in both"}
	case float64(o.shared) < sharedPart*float64(o.words()):
		return outcome{relation: bothTrue, why: "they quote different parts of what was said"}
	case len(changed) == 0 && o.shared == min(len(wa), len(wb)):
		return outcome{relation: bothTrue, why: fmt.Sprintf("one quotes %d of the other's %d words", min(len(wa), len(wb)), max(len(wa), len(wb)))}
	case len(changed) == 0:
		return outcome{relation: bothTrue, why: fmt.Sprintf("the %d words that both quote are the same", o.shared)}
	case slices.ContainsFunc(o.onlyA, denies) != slices.ContainsFunc(o.onlyB, denies) && o.shared >= len(changed):
		return outcome{relation: different, gap: fmt.Sprint(len(changed)), why: fmt.Sprintf("%d words shared, and one of the two denies what the other says: %s", o.shared, strings.Join(changed, ", "))}
	case !slices.ContainsFunc(changed, telling):
		return outcome{relation: bothTrue, why: "only small words differ: " + strings.Join(changed, ", ")}
	case float64(o.shared) < slipPart*float64(o.words()):
		return outcome{relation: bothTrue, why: fmt.Sprintf("%d words shared, %d not the same: two renderings of what was said, as translations are", o.shared, len(changed))}
	}
	return outcome{relation: different, gap: fmt.Sprint(len(changed)), why: fmt.Sprintf("%d words shared, but not %s", o.shared, strings.Join(changed, ", "))}
}

// besides reports whether the sentence of a statement has the last word of a name:
// the speaker of "Lierby council chairman Ivo Hale" may be taken for the council.
func (s *story) besides(st *statement, name string) bool {
	d := s.readings[st.article].Doc
	words := strings.Fields(name)
	sentence := d.Sentences[d.SentenceOf(st.fact.Token)]
	return len(words) > 0 && strings.Contains(sentence.In(d.Text), words[len(words)-1])
}
