package tagger

import (
	"slices"

	"github.com/concord-news/concord/rules/text"
)

// word is what is known of a way of writing a word, whatever stands around it. It
// takes two lines of the processor's cache, 64 bytes each, and nothing else is read
// for most words. Measured: a twelfth less time for tagging than with slices.
type word struct {
	key text.Packed
	// sentence is the number of the last sentence in which it stood.
	sentence uint32
	// n is the number of labels that it can have. They stand in few with the sums of
	// the weights of the word's own features for them, or in more.
	n uint8
	// eights has a bit for each eight in which one of them stands.
	eights uint8
	slot
	few struct {
		labels [fewLabels]uint8
		scores [fewLabels]int16
	}
	more *candidates
	Notes
	// own are the word's own features, kept while training only.
	own *[ownFeatures]uint32
}

// Notes are what the users of a tagger keep with a way of writing a word, so that
// they look it up once. They are zero where the word is new; the tagger does not read
// them.
type Notes struct {
	// Lemma is the lemma that the word has as Fine, where that is not made of its
	// first letters: then Same is their number. Both are zero where none is noted.
	Lemma string
	Same  uint8
	Fine  text.Fine
	// Asked and Answers are bits of questions about the word.
	Asked, Answers uint8
}

// fewLabels have room in a word.
const fewLabels = 8

// candidates are labels and their scores from the word alone.
type candidates struct {
	labels []uint8
	scores []int16
}

// candidates returns the labels that a word can have, with their scores.
func (x *word) candidates() ([]uint8, []int16) {
	if x.n > fewLabels {
		return x.more.labels, x.more.scores
	}
	return x.few.labels[:x.n], x.few.scores[:x.n]
}

// keep notes the labels that a word can have.
func (x *word) keep(c *candidates) {
	x.n, x.eights = uint8(len(c.labels)), 0
	for _, label := range c.labels {
		x.eights |= 1 << (label / 8)
	}
	if x.n <= fewLabels {
		copy(x.few.labels[:], c.labels)
		copy(x.few.scores[:], c.scores)
		return
	}
	if x.more == nil {
		x.more = new(candidates)
	}
	x.more.labels = append(x.more.labels[:0], c.labels...)
	x.more.scores = append(x.more.scores[:0], c.scores...)
}

// cacheBits: 8,192 words in pairs, a megabyte. Measured on articles of fifteen
// stories, one after another: 93 words in a hundred are there, 87 of half as many, and
// tagging takes a tenth less time; 90 where each word has one place, and then two
// common words that share it are worked out again and again.
const cacheBits = 13

// words keeps what was worked out for the words seen last, so that a common word
// is prepared and scored once. What it returns stays as it is until the next
// sentence.
type words struct {
	model    *Model
	cache    []word
	sentence uint32
	edges    [3]word
	// own and scored are the features and labels of the word that is filled in.
	own    [ownFeatures]uint32
	scored candidates
	// spare are words for which the cache has no room in the sentence.
	spare []*word
	used  int
}

// begin begins a sentence that m is to tag.
func (w *words) begin(m *Model) {
	if w.model != m {
		*w = words{model: m, cache: make([]word, 1<<cacheBits), spare: w.spare}
		for n := range w.edges {
			w.edges[n].word = uint64(n)
			w.edges[n].beside(uint64(n))
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
	x.Notes = Notes{}
	c := &w.scored
	c.labels, c.scores = append(c.labels[:0], m.prepare(&x.slot, &w.own, lower, form)...), c.scores[:0]
	switch {
	case len(c.labels) < 2:
	case m.own == nil: // while training
		own := w.own
		x.own = &own
	default:
		c.score(m.own, w.own[:])
		if len(c.labels) > fewLabels {
			c.narrow(&m.reach)
		}
	}
	x.keep(c)
	return x
}

// score adds up the weights of a word's own features for each label.
func (c *candidates) score(w *weights, own []uint32) {
	var sums sums
	eight := -1
	for _, label := range c.labels {
		if int(label/8) != eight {
			eight = int(label / 8)
			sums = w.sum(own, uint32(eight))
		}
		c.scores = append(c.scores, int16(sums.of(label)-ownFeatures*bias))
	}
}

// narrow leaves the best labels by the word alone and those within whose reach it
// is. Measured on news: of the 24 labels of an unknown word 7 are left.
func (c *candidates) narrow(reach *[maxLabels]int16) {
	best, n := slices.Max(c.scores), 0
	for i, score := range c.scores {
		label := c.labels[i]
		c.labels[n], c.scores[n] = label, score
		if score == best || best-score <= reach[label] {
			n++
		}
	}
	c.labels, c.scores = c.labels[:n], c.scores[:n]
}
