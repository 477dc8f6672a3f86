package graph

import (
	"cmp"
	"slices"

	"github.com/concord-news/concord/rules/text"
)

// vocabulary numbers the commonest words, by hash: an open-addressing table.
type vocabulary struct {
	keys []uint32 // 0 is free; the length is a power of two
	ids  []uint16
}

// vocabularySize keeps the table a quarter full.
const vocabularySize = 4 * Words

func wordKey(h uint64) uint32 { return uint32(h>>32) | 1 }

// find returns the number of a word, 0 for one that has none.
func (v *vocabulary) find(h uint64) uint16 {
	key, mask := wordKey(h), uint64(len(v.keys)-1)
	for i := h & mask; v.keys[i] != 0; i = (i + 1) & mask {
		if v.keys[i] == key {
			return v.ids[i]
		}
	}
	return 0
}

// newVocabulary numbers the commonest words of the sentences, from 1.
func newVocabulary(sentences [][]text.Token) (v vocabulary, hashes []uint64) {
	count := map[uint64]int{}
	for _, s := range sentences {
		for i := range s {
			count[text.WordHash(s[i].Lower)]++
		}
	}
	all := make([]uint64, 0, len(count))
	for h := range count {
		all = append(all, h)
	}
	slices.SortFunc(all, func(a, b uint64) int { return cmp.Or(cmp.Compare(count[b], count[a]), cmp.Compare(a, b)) })
	v = vocabulary{keys: make([]uint32, vocabularySize), ids: make([]uint16, vocabularySize)}
	hashes = append(hashes, 0)
	for n, h := range all[:min(len(all), Words-1)] {
		hashes = append(hashes, h)
		i := h & (vocabularySize - 1)
		for v.keys[i] != 0 {
			i = (i + 1) & (vocabularySize - 1)
		}
		v.keys[i], v.ids[i] = wordKey(h), uint16(n+1)
	}
	return v, hashes
}

// tagset numbers the pairs of universal and Penn tag that occur, 0 any pair that is
// not numbered.
type tagset [17 * 64]uint8

// tagIndex keeps tags that no text.Tag and text.Fine names inside the table.
func tagIndex(t *text.Token) int { return int(t.Tag)%17<<6 | int(t.Fine)&63 }

func newTagset(sentences [][]text.Token) tagset {
	var count [len(tagset{})]int
	for _, s := range sentences {
		for i := range s {
			count[tagIndex(&s[i])]++
		}
	}
	order := make([]int, len(count))
	for i := range order {
		order[i] = i
	}
	slices.SortFunc(order, func(a, b int) int { return cmp.Or(cmp.Compare(count[b], count[a]), cmp.Compare(a, b)) })
	var s tagset
	for n, i := range order[:Tags-1] {
		if count[i] > 0 {
			s[i] = uint8(n + 1)
		}
	}
	return s
}
