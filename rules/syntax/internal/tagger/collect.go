package tagger

import (
	"cmp"
	"maps"
	"math/bits"
	"slices"

	"github.com/concord-news/concord/rules/text"
)

// open are the labels that an unknown word can have.
var open = []Label{
	{text.NOUN, text.NN}, {text.NOUN, text.NNS}, {text.PROPN, text.NNP}, {text.PROPN, text.NNPS},
	{text.ADJ, text.JJ}, {text.ADJ, text.JJR}, {text.ADJ, text.JJS}, {text.ADV, text.RB},
	{text.VERB, text.VB}, {text.VERB, text.VBD}, {text.VERB, text.VBG}, {text.VERB, text.VBN},
	{text.VERB, text.VBP}, {text.VERB, text.VBZ}, {text.NUM, text.CD}, {text.INTJ, text.UH},
	{text.X, text.FW}, {text.X, text.OtherFine}, {text.SYM, text.OtherFine}, {text.PUNCT, text.OtherFine},
	{text.PROPN, text.OtherFine}, {text.NOUN, text.OtherFine}, {text.ADJ, text.NNP}, {text.X, text.LS},
}

// content are the labels of which a capital makes a name possible.
var content = []Label{
	{text.NOUN, text.NN}, {text.NOUN, text.NNS}, {text.ADJ, text.JJ}, {text.VERB, text.VB},
	{text.VERB, text.VBD}, {text.VERB, text.VBG}, {text.VERB, text.VBN}, {text.VERB, text.VBP},
}

// names are the labels added to the candidates of such a word.
var names = []Label{{text.PROPN, text.NNP}, {text.PROPN, text.NNPS}, {text.ADJ, text.NNP}}

// stray is how many times a word is seen for one time with a label that is a slip of
// an annotator or not worth a look. Measured: with 500, 70 words in a hundred of a
// text leave a choice, and with 100, 63; EWT and GUM dev lose 6 tags in 10,000.
const stray = 100

// collect makes the labels, the candidate sets and the lexicon.
func (t *trainer) collect(sentences [][]text.Token, order []Label) {
	t.collectLabels(sentences)
	if order != nil {
		t.renumber(order)
	}
	counts := t.count(sentences)
	hashes := slices.Sorted(maps.Keys(counts))
	sets := setTable{byKey: map[uint64]uint16{}}
	unknown := t.mask(open)
	sets.add(unknown)
	known := slices.DeleteFunc(hashes, func(h uint64) bool { return sum(counts[h]) < t.options.Known })
	size := 1 << bits.Len(uint(2*len(known)+8))
	t.words = lexicon{keys: make([]uint32, size), entries: make([]entry, size)}
	for _, h := range known {
		if _, ok := t.words.find(h); !ok {
			t.words.insert(lexiconKey(h), h, t.entry(counts[h], sum(counts[h]), &sets))
		}
	}
	t.sets = sets.lists
}

// count counts the labels of each word, by its hash.
func (t *trainer) count(sentences [][]text.Token) map[uint64]*[maxLabels]int {
	counts := map[uint64]*[maxLabels]int{}
	for _, s := range sentences {
		for i := range s {
			h := text.WordHash(s[i].Lower)
			if counts[h] == nil {
				counts[h] = new([maxLabels]int)
			}
			counts[h][t.ids[Label{s[i].Tag, s[i].Fine}]]++
		}
	}
	return counts
}

func sum(counts *[maxLabels]int) int {
	total := 0
	for _, n := range counts {
		total += n
	}
	return total
}

// entry makes the candidate sets of a word from the labels it was seen with.
func (t *trainer) entry(counts *[maxLabels]int, total int, sets *setTable) entry {
	var seen uint64
	for l, n := range counts {
		if n > 0 && n*stray >= total {
			seen |= 1 << l
		}
	}
	rare := total < t.options.Frequent
	if rare {
		seen |= t.mask(open)
	}
	capital := seen
	if seen&t.mask(content) != 0 {
		capital |= t.mask(names)
	}
	return entry{set: sets.add(seen), capital: sets.add(capital), rare: rare}
}

func (t *trainer) mask(labels []Label) uint64 {
	var m uint64
	for _, l := range labels {
		if id, ok := t.ids[l]; ok {
			m |= 1 << id
		}
	}
	return m
}

// collectLabels numbers the joint labels, the commonest first.
func (t *trainer) collectLabels(sentences [][]text.Token) {
	count := map[Label]int{}
	for _, s := range sentences {
		for i := range s {
			count[Label{s[i].Tag, s[i].Fine}]++
		}
	}
	all := make([]Label, 0, len(count))
	for l := range count {
		all = append(all, l)
	}
	slices.SortFunc(all, func(a, b Label) int {
		return cmp.Or(cmp.Compare(count[b], count[a]), cmp.Compare(a.Tag, b.Tag), cmp.Compare(a.Fine, b.Fine))
	})
	t.ids = map[Label]uint8{}
	first := map[text.Tag]uint8{}
	for _, l := range all {
		if _, ok := first[l.Tag]; len(t.labels) < maxLabels && (!ok || count[l] >= t.options.Label) {
			t.ids[l] = uint8(len(t.labels))
			t.labels = append(t.labels, l)
			if !ok {
				first[l.Tag] = t.ids[l]
			}
			continue
		}
		t.ids[l] = first[l.Tag]
	}
}

// setTable numbers candidate sets.
type setTable struct {
	byKey map[uint64]uint16
	lists [][]uint8
}

func (s *setTable) add(mask uint64) uint16 {
	if id, ok := s.byKey[mask]; ok {
		return id
	}
	id := uint16(len(s.lists))
	s.byKey[mask] = id
	var list []uint8
	for l := range maxLabels {
		if mask>>l&1 == 1 {
			list = append(list, uint8(l))
		}
	}
	s.lists = append(s.lists, list)
	return id
}
