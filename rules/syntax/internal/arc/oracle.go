package arc

// gold is the tree to learn: the head of each word (0 for the root) and its
// relation, both from 1; deps lists the dependents.
type gold struct {
	head []int32
	rel  []uint8
	deps [][]int32
}

// best returns, as bits, the legal moves that lose fewest gold arcs: the
// dynamic oracle of Goldberg and Nivre (2013) for arc-hybrid.
func (s *state) best(g *gold, legal uint8) uint8 {
	least, set := 1<<30, uint8(0)
	for m := range moves {
		if legal>>m&1 == 0 {
			continue
		}
		c := s.cost(g, m)
		if c < least {
			least, set = c, 0
		}
		if c == least {
			set |= 1 << m
		}
	}
	return set
}

// cost counts the gold arcs that can still be made and cannot after the move.
func (s *state) cost(g *gold, move int) int {
	if move == shift {
		return s.shiftCost(g)
	}
	c, s0, s1 := 0, s.top(0), s.top(1)
	for _, d := range g.deps[s0] {
		if d >= s.next {
			c++
		}
	}
	h := g.head[s0]
	switch {
	case h == 0:
		// the root is popped: whatever is left becomes one instead
		c++
	case move == left && (h == s1 || h > s.next):
		c++
	case move == right && h >= s.next:
		c++
	}
	return c
}

// shiftCost is cost for shift: b takes no more dependents from the stack, and
// of the stack only s0 can be its head.
func (s *state) shiftCost(g *gold) int {
	c, b := 0, s.next
	h := g.head[b]
	for i, w := range s.stack {
		if g.head[w] == b {
			c++
		}
		if w == h && i < len(s.stack)-1 {
			c++
		}
	}
	return c
}
