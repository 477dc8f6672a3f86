package tagger

import (
	"math/bits"

	"github.com/concord-news/concord/rules/text"
)

// Scratch is the memory that tagging needs, to be used again for the next
// sentence: it remembers the words that it saw last. Its zero value is ready; it
// is not safe for concurrent use.
type Scratch struct {
	words words
	// window holds the words of the sentence, with two before and after.
	window []*word
	// around holds the sums of the features of the words around each word that has
	// a choice, for one eight of its labels after the other; used are those of the
	// words before the one that is looked at.
	around []sums
	used   int
	sums   [eights]sums
}

// Tag sets Tag and Fine of the tokens of one sentence.
func (m *Model) Tag(tokens []text.Token, s *Scratch) {
	m.load(tokens, s)
	p1, p2 := uint8(none), uint8(none)
	for i := range tokens {
		label := m.choose(s.window[i+2], s, p1, p2)
		tokens[i].Tag, tokens[i].Fine = m.labels[label].Tag, m.labels[label].Fine
		p1, p2 = label, p1
	}
}

// Notes returns the notes of the i-th word of the sentence that was tagged last.
func (s *Scratch) Notes(i int) *Notes { return &s.window[i+2].Notes }

// load fills the window with a sentence and adds up what the words around each
// tell. That waits for no label, so that the processor fetches the weights of
// several words at once.
func (m *Model) load(tokens []text.Token, s *Scratch) {
	s.words.begin(m)
	s.window = append(s.window[:0], s.words.edge(0), s.words.edge(1))
	way := mode(tokens)
	for i := range tokens {
		s.window = append(s.window, s.words.find(tokens[i].Lower, formOf(tokens[i].Shape)|way))
	}
	s.window = append(s.window, s.words.edge(2), s.words.edge(0))
	if s.around, s.used = s.around[:0], 0; m.context == nil { // while training
		return
	}
	for i := range tokens {
		w := s.window[i+2]
		if w.n == 1 {
			continue
		}
		f := around(s.window[i : i+5])
		for left := w.eights; left != 0; left &= left - 1 {
			s.around = append(s.around, m.context.sum(f[:], uint32(bits.TrailingZeros8(left))))
		}
	}
}

// choose returns the best label of the next word of the window, given the last two
// before it.
func (m *Model) choose(w *word, s *Scratch, p1, p2 uint8) uint8 {
	set, own := w.candidates()
	if len(set) == 1 {
		return set[0]
	}
	f := w.before(p1, p2)
	for left := w.eights; left != 0; left &= left - 1 {
		n := bits.TrailingZeros8(left)
		x := m.context.sum(f[:], uint32(n))
		s.sums[n%eights] = x.plus(s.around[s.used])
		s.used++
	}
	best := ranked(-1 << 31)
	for k, label := range set {
		best = max(best, rank(s.sums[label/8%eights].of(label)+int32(own[k]), label))
	}
	return best.label()
}

// ranked is a score together with its label, the greatest for the highest score
// and of equal ones for the first label. Comparing the two as one number needs
// no branch, and which label wins no processor can foretell.
type ranked int32

func rank(score int32, label uint8) ranked { return ranked(score<<8 | int32(maxLabels-label)) }

func (r ranked) label() uint8 { return maxLabels - uint8(r) }
