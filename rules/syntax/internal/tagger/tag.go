package tagger

import "github.com/concord-news/concord/rules/text"

// Scratch is the memory that tagging needs, to be used again for the next
// sentence. Its zero value is ready; it is not safe for concurrent use.
type Scratch struct {
	slots []slot
	feats features
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

// load fills the slots of a sentence, with two empty ones before and after.
func (m *Model) load(tokens []text.Token, s *Scratch) {
	n := len(tokens) + 4
	if cap(s.slots) < n {
		s.slots = make([]slot, n+n/2)
	}
	s.slots = s.slots[:n]
	s.slots[0], s.slots[1] = slot{}, slot{word: 1, sign: 1}
	s.slots[n-2], s.slots[n-1] = slot{word: 2, sign: 2}, slot{}
	way := mode(tokens)
	for i := range tokens {
		m.prepare(&s.slots[i+2], &tokens[i], way)
	}
}

// choose returns the best label of token i.
func (m *Model) choose(s *Scratch, i int, p1, p2 uint8) uint8 {
	set := m.sets[s.slots[i+2].set]
	if len(set) == 1 {
		return set[0]
	}
	m.extract(&s.feats, s.slots[i:i+5], p1, p2)
	best, label := int32(-1<<31), uint8(0)
	for len(set) > 1 {
		a, b := m.scores(&s.feats, set[0], set[1])
		if a > best {
			best, label = a, set[0]
		}
		if b > best {
			best, label = b, set[1]
		}
		set = set[2:]
	}
	if len(set) > 0 {
		if a, _ := m.scores(&s.feats, set[0], set[0]); a > best {
			label = set[0]
		}
	}
	return label
}

// scores adds up the weights of two labels. Most of its time goes into waiting
// for the rows, which both labels share: one at a time takes 1.5 times as long.
func (m *Model) scores(f *features, a, b uint8) (scoreA, scoreB int32) {
	weights := m.weights
	for _, row := range f {
		scoreA += int32(weights[row^uint32(a)])
		scoreB += int32(weights[row^uint32(b)])
	}
	return scoreA, scoreB
}
