package tagger

import "github.com/concord-news/concord/rules/text"

// word is what is known of a way of writing a word, whatever stands around it.
type word struct {
	key text.Packed
	// sentence is the number of the last sentence in which it stood.
	sentence uint32
	slot
	// scores are the sums of the weights of the word's own features, one for each
	// label of its set.
	scores []int16
}

// cacheBits: 4,096 words. Measured on a thousand articles of other events each:
// nine words in ten are there, and twice as many are no faster.
const cacheBits = 12

// words keeps what was worked out for the words seen last, so that a common word
// is prepared and scored once. What it returns stays as it is until the next
// sentence.
type words struct {
	model    *Model
	cache    []word
	sentence uint32
	// spare are words for which the cache has no room in the sentence.
	spare []*word
	used  int
}

// begin begins a sentence that m is to tag.
func (w *words) begin(m *Model) {
	if w.model != m {
		*w = words{model: m, cache: make([]word, 1<<cacheBits), spare: w.spare}
	}
	w.sentence++
	w.used = 0
}

// find returns a word in lower case, and its shape and sentence's mode.
func (w *words) find(lower string, form uint8) *word {
	key, ok := text.Pack(lower)
	if !ok {
		return w.fill(w.another(), lower, form)
	}
	x := &w.cache[key.Hash(uint16(form), cacheBits)]
	if x.key != key || x.form != form {
		if x.sentence == w.sentence {
			x = w.another()
		}
		x.key = key
		w.fill(x, lower, form)
	}
	x.sentence = w.sentence
	return x
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
	m.prepare(&x.slot, lower, form)
	x.scores = x.scores[:0]
	set := m.sets[x.set]
	if len(set) < 2 || m.weights == nil { // none while training
		return x
	}
	for ; len(set) > 0; set = set[min(3, len(set)):] {
		n := len(set) - 1
		a, b, c := scoreThree(m.weights, x.own[:], uint32(set[0]), uint32(set[min(1, n)]), uint32(set[min(2, n)]))
		of := [...]int16{int16(a), int16(b), int16(c)}
		x.scores = append(x.scores, of[:min(3, n+1)]...)
	}
	return x
}
