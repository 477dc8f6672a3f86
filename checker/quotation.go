package checker

import (
	"fmt"
	"strings"
	"unicode"

	"github.com/concord-news/concord/rules"
)

const (
	// shingleWords is the run of words that two quotations must share to be
	// looked at together.
	shingleWords = 4
	// sharedPart is the part of the shorter quotation's words that must stand
	// in the longer one, in order, for the two to be one utterance.
	sharedPart = 0.6
)

// quoteWords returns the words of a quotation in lower case without marks, so
// that case, ellipses, brackets and quotation marks do not count.
func quoteWords(s string) []string {
	return strings.FieldsFunc(strings.ToLower(strings.ReplaceAll(s, "’", "'")), func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != '\''
	})
}

// alignQuotations puts quotations together that share a run of words and most
// of the shorter one.
func alignQuotations(rule *rules.Rule, g []statement) []slot {
	words := make([][]string, len(g))
	set := make([]int, len(g)) // union-find
	byShingle := map[string][]int{}
	for i, s := range g {
		set[i] = i
		words[i] = quoteWords(s.fact.Value.Words)
		for k := 0; k+shingleWords <= len(words[i]); k++ {
			id := strings.Join(words[i][k:k+shingleWords], " ")
			for _, j := range byShingle[id] {
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

func alike(a, b []string) bool {
	return float64(common(a, b)) >= sharedPart*float64(min(len(a), len(b)))
}

// maxCommon bounds the words of a quotation that common looks at.
const maxCommon = 400

// common is the length of the longest common subsequence of two runs of words.
func common(a, b []string) int {
	a, b = a[:min(len(a), maxCommon)], b[:min(len(b), maxCommon)]
	row := make([]int, len(b)+1)
	for _, w := range a {
		diagonal := 0
		for j, v := range b {
			above := row[j+1]
			if w == v {
				row[j+1] = diagonal + 1
			} else {
				row[j+1] = max(row[j+1], row[j])
			}
			diagonal = above
		}
	}
	return row[len(b)]
}

// quotations compares the words of one utterance as two outlets quote it.
func quotations(a, b *rules.Fact) outcome {
	wa, wb := quoteWords(a.Value.Words), quoteWords(b.Value.Words)
	shared := common(wa, wb)
	switch {
	case shared == len(wa) && shared == len(wb):
		return outcome{relation: same, why: "the same words in both"}
	case shared == min(len(wa), len(wb)) && contiguous(wa, wb):
		return outcome{relation: bothTrue, why: fmt.Sprintf("one quotes %d of the other's %d words", min(len(wa), len(wb)), max(len(wa), len(wb)))}
	}
	changed := max(len(wa), len(wb)) - shared
	return outcome{relation: different, gap: fmt.Sprint(changed), why: fmt.Sprintf("%d words shared, %d not the same", shared, changed)}
}

// contiguous reports whether the shorter run of words stands in the longer one
// without a gap.
func contiguous(a, b []string) bool {
	if len(a) > len(b) {
		a, b = b, a
	}
	return strings.Contains(" "+strings.Join(b, " ")+" ", " "+strings.Join(a, " ")+" ")
}
