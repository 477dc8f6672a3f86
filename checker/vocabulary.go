package checker

import "github.com/concord-news/concord/checker/internal/pairs"

// vocabulary numbers the words around the figures of a story, and remembers which of them are
// related: of most pairs that is asked many times.
type vocabulary struct {
	numbers map[string]int32
	values  []string
	// related has, for two words of which it was asked, whether they are related.
	related pairs.Memory
}

// number is the number of a word.
func (w *vocabulary) number(word string) int32 {
	n, ok := w.numbers[word]
	if !ok {
		if w.numbers == nil {
			w.numbers = map[string]int32{}
		}
		n = int32(len(w.values))
		w.numbers[word] = n
		w.values = append(w.values, word)
	}
	return n
}

// relate reports whether two words are related, as relatedWords has it.
func (w *vocabulary) relate(a, b int32) bool {
	if a == b {
		return true
	}
	return w.related.Recall(a, b, func(a, b int32) uint8 {
		if relatedWords(w.values[a], w.values[b]) {
			return 1
		}
		return 0
	}) > 0
}
