package arc

import (
	"cmp"
	"slices"

	"github.com/concord-news/concord/rules/text"
)

// tagset numbers the pairs of universal and Penn tag that occur: 0 and 1 are
// the empty words before and after a sentence, 2 any pair that is not numbered.
type tagset [17 * 64]uint8

func (s *tagset) id(t *text.Token) uint8 { return s[tagIndex(t)] }

// tagIndex keeps tags that no text.Tag and text.Fine names inside the table.
func tagIndex(t *text.Token) int { return int(t.Tag)%17<<6 | int(t.Fine)&63 }

func newTagset(examples []Example) tagset {
	var count [len(tagset{})]int
	for _, e := range examples {
		for i := range e.Tokens {
			count[tagIndex(&e.Tokens[i])]++
		}
	}
	order := make([]int, len(count))
	for i := range order {
		order[i] = i
	}
	slices.SortFunc(order, func(a, b int) int { return cmp.Or(cmp.Compare(count[b], count[a]), cmp.Compare(a, b)) })
	var s tagset
	for n, i := range order {
		s[i] = 2
		if n+3 < tagKinds && count[i] > 0 {
			s[i] = uint8(n + 3)
		}
	}
	return s
}
