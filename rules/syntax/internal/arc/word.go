package arc

import (
	"cmp"
	"slices"

	"github.com/concord-news/concord/rules/text"
)

const (
	endings   = 500 // classes of words that are not in the vocabulary
	firstWord = 2 + endings
)

// vocabulary numbers the commonest words, by hash: an open-addressing table.
type vocabulary struct {
	keys []uint32 // 0 is free; the length is a power of two
	ids  []uint16
}

// id returns the row of a word in the hidden layer: its own for a common
// word, that of its ending and writing for others.
func (v *vocabulary) id(t *text.Token, h uint64) uint16 {
	key, mask := uint32(h>>32)|1, uint64(len(v.keys)-1)
	for i := h & mask; v.keys[i] != 0; i = (i + 1) & mask {
		if v.keys[i] == key {
			return v.ids[i]
		}
	}
	end := t.Lower[max(0, len(t.Lower)-2):]
	return uint16(2 + (hashWord(end)+uint64(t.Shape&(text.Capital|text.HasDigit))*wordMix)>>40%endings)
}

// newVocabulary numbers the commonest words of the examples, as many as there
// are rows.
func newVocabulary(examples []Example) vocabulary {
	count := map[uint64]int{}
	for _, e := range examples {
		for i := range e.Tokens {
			count[hashWord(e.Tokens[i].Lower)]++
		}
	}
	all := make([]uint64, 0, len(count))
	for h := range count {
		all = append(all, h)
	}
	slices.SortFunc(all, func(a, b uint64) int { return cmp.Or(cmp.Compare(count[b], count[a]), cmp.Compare(a, b)) })
	all = all[:min(len(all), wordKinds-firstWord)]
	const size = 4 * wordKinds
	v := vocabulary{keys: make([]uint32, size), ids: make([]uint16, size)}
	for n, h := range all {
		i := h & (size - 1)
		for v.keys[i] != 0 {
			i = (i + 1) & (size - 1)
		}
		v.keys[i], v.ids[i] = uint32(h>>32)|1, uint16(firstWord+n)
	}
	return v
}
