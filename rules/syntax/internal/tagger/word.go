package tagger

import (
	"slices"

	"github.com/concord-news/concord/rules/text"
)

// word is what is known of a way of writing a word, whatever stands around it.
type word struct {
	key text.Packed
	// sentence is the number of the last sentence in which it stood.
	sentence uint32
	slot
	// labels are those of its set that it can have, and scores the sums of the
	// weights of the word's own features for them.
	labels []uint8
	scores []int16
	// own are the word's own features, kept while training only.
	own *[ownFeatures]uint32
}

// cacheBits: 4,096 words in pairs. Measured on articles of fifteen stories, one
// after another: 87 words in a hundred are there; 84 where each word has one place,
// and then two common words that share it are worked out again and again.
const cacheBits = 12

// words keeps what was worked out for the words seen last, so that a common word
// is prepared and scored once. What it returns stays as it is until the next
// sentence.
type words struct {
	model    *Model
	cache    []word
	sentence uint32
	edges    [3]word
	own      [ownFeatures]uint32 // of the word that is filled in
	// spare are words for which the cache has no room in the sentence.
	spare []*word
	used  int
}

// begin begins a sentence that m is to tag.
func (w *words) begin(m *Model) {
	if w.model != m {
		*w = words{model: m, cache: make([]word, 1<<cacheBits), spare: w.spare}
		for n := range w.edges {
			m.prepareEdge(&w.edges[n].slot, uint64(n))
		}
	}
	w.sentence++
	w.used = 0
}

// edge is a word outside the sentence: the one before it is 1, the one behind 2.
func (w *words) edge(n int) *word { return &w.edges[n] }

// find returns a word in lower case, and its shape and sentence's mode.
func (w *words) find(lower string, form uint8) *word {
	key, ok := text.Pack(lower)
	if !ok {
		return w.fill(w.another(), lower, form)
	}
	home := key.Hash(uint16(form), cacheBits-1) * 2
	pair := (*[2]word)(w.cache[home:])
	x := &pair[0]
	if x.key != key || x.form != form {
		x = &pair[1]
	}
	if x.key != key || x.form != form {
		if x = older(pair); x.sentence == w.sentence {
			x = w.another()
		}
		x.key = key
		w.fill(x, lower, form)
	}
	x.sentence = w.sentence
	return x
}

// older returns the word of a pair that was seen last in an earlier sentence.
func older(pair *[2]word) *word {
	if pair[0].sentence < pair[1].sentence {
		return &pair[0]
	}
	return &pair[1]
}

// another returns a word outside the cache.
func (w *words) another() *word {
	if w.used == len(w.spare) {
		w.spare = append(w.spare, new(word))
	}
	w.used++
	return w.spare[w.used-1]
}

// fill works out what is known of a word.
func (w *words) fill(x *word, lower string, form uint8) *word {
	m := w.model
	m.prepare(&x.slot, &w.own, lower, form)
	x.labels, x.scores = append(x.labels[:0], m.sets[x.set]...), x.scores[:0]
	set := x.labels
	if len(set) < 2 {
		return x
	}
	if m.weights == nil { // while training
		own := w.own
		x.own = &own
		return x
	}
	for ; len(set) > 0; set = set[min(3, len(set)):] {
		n := len(set) - 1
		a, b, c := scoreThree(m.weights, w.own[:], uint32(set[0]), uint32(set[min(1, n)]), uint32(set[min(2, n)]))
		of := [...]int16{int16(a), int16(b), int16(c)}
		x.scores = append(x.scores, of[:min(3, n+1)]...)
	}
	if len(x.labels) > many {
		x.narrow(&m.reach)
	}
	return x
}

// many labels are so many that it pays to look at which of them can win.
const many = 8

// narrow leaves the best labels by the word alone and those within whose reach it
// is. Measured: of the 24 labels of an unknown word 11 are left, a fifth fewer
// instructions for tagging; of 10,000 words 3 get another label for it.
func (x *word) narrow(reach *[maxLabels]int16) {
	best, n := slices.Max(x.scores), 0
	for i, score := range x.scores {
		label := x.labels[i]
		x.labels[n], x.scores[n] = label, score
		if score == best || best-score <= reach[label] {
			n++
		}
	}
	x.labels, x.scores = x.labels[:n], x.scores[:n]
}
