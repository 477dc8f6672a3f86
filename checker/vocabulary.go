package checker

// vocabulary numbers the words around the figures of a story, and remembers which of them are
// related: of most pairs that is asked many times.
type vocabulary struct {
	numbers map[string]int32
	values  []string
	// related has, for two words of which it was asked, whether they are related: the
	// greater number's row, the lesser number's column.
	related [][]kinKnown
}

// kinKnown is what is known of two words.
type kinKnown uint8

const (
	kinUnknown kinKnown = iota
	notKin
	areKin
)

// manyWords is how many words of a story are remembered in pairs, so that the memory does
// not grow with their square.
const manyWords = 4000

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
	if a < b {
		a, b = b, a
	}
	if a >= manyWords {
		return relatedWords(w.values[a], w.values[b])
	}
	for len(w.related) <= int(a) {
		w.related = append(w.related, nil)
	}
	if w.related[a] == nil {
		w.related[a] = make([]kinKnown, a)
	}
	known := &w.related[a][b]
	if *known == kinUnknown {
		*known = notKin
		if relatedWords(w.values[a], w.values[b]) {
			*known = areKin
		}
	}
	return *known == areKin
}
