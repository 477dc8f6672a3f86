package tagger

import "github.com/concord-news/concord/rules/text"

// Scratch is the memory that tagging needs, to be used again for the next
// sentence: it remembers the words that it saw last. Its zero value is ready; it
// is not safe for concurrent use.
type Scratch struct {
	words words
	// window holds the words of the sentence, with two before and after.
	window []*word
	feats  features
}

// Tag sets Tag and Fine of the tokens of one sentence.
func (m *Model) Tag(tokens []text.Token, s *Scratch) {
	m.load(tokens, s)
	p1, p2 := uint8(none), uint8(none)
	for i := range tokens {
		label := m.choose(s, i, p1, p2)
		tokens[i].Tag, tokens[i].Fine = m.labels[label].Tag, m.labels[label].Fine
		p1, p2 = label, p1
	}
}

// load fills the window with a sentence.
func (m *Model) load(tokens []text.Token, s *Scratch) {
	s.words.begin(m)
	s.window = append(s.window[:0], s.words.edge(0), s.words.edge(1))
	way := mode(tokens)
	for i := range tokens {
		s.window = append(s.window, s.words.find(tokens[i].Lower, formOf(tokens[i].Shape)|way))
	}
	s.window = append(s.window, s.words.edge(2), s.words.edge(0))
}

// choose returns the best label of token i.
func (m *Model) choose(s *Scratch, i int, p1, p2 uint8) uint8 {
	w := s.window[i+2]
	set, own := w.candidates()
	if len(set) == 1 {
		return set[0]
	}
	m.extract(&s.feats, s.window[i:i+5], p1, p2)
	rows, best := s.feats[:], ranked(-1<<31)
	for len(set) == 3 || len(set) > 4 {
		a, b, c := scoreThree(m.weights, rows, uint32(set[0]), uint32(set[1]), uint32(set[2]))
		best = max(best, rank(a+int32(own[0]), set[0]), rank(b+int32(own[1]), set[1]), rank(c+int32(own[2]), set[2]))
		set, own = set[3:], own[3:]
	}
	for len(set) > 0 {
		n := min(1, len(set)-1)
		a, b := scoreTwo(m.weights, rows, uint32(set[0]), uint32(set[n]))
		best = max(best, rank(a+int32(own[0]), set[0]), rank(b+int32(own[n]), set[n]))
		set, own = set[n+1:], own[n+1:]
	}
	return best.label()
}

// ranked is a score together with its label, the greatest for the highest score
// and of equal ones for the first label. Comparing the two as one number needs
// no branch, and which label wins no processor can foretell.
type ranked int32

func rank(score int32, label uint8) ranked { return ranked(score<<8 | int32(maxLabels-label)) }

func (r ranked) label() uint8 { return maxLabels - uint8(r) }

// scoreThree adds up the weights of three labels, which share the rows and so the
// wait for them. Inlined, or with four labels, its loop would have to keep part
// of this in memory: measured, that takes up to three times the instructions.
//
//go:noinline
func scoreThree(w *weights, rows []uint32, l, m, n uint32) (a, b, c int32) {
	for _, row := range rows {
		a += w.of(row, l)
		b += w.of(row, m)
		c += w.of(row, n)
	}
	return a, b, c
}

// scoreTwo is scoreThree for two labels.
//
//go:noinline
func scoreTwo(w *weights, rows []uint32, l, m uint32) (a, b int32) {
	for _, row := range rows {
		a += w.of(row, l)
		b += w.of(row, m)
	}
	return a, b
}
