package dep

// Tree is the dependency tree of one sentence. Words are numbered from 0 in
// the sentence; word i is token Sentence.First+i of the document.
type Tree struct {
	// Heads holds the word that each word depends on, -1 for the root.
	Heads []int32
	// Relations holds each word's relation to its head, Root for the root.
	Relations []Relation
}

// Len returns the number of words.
func (t Tree) Len() int { return len(t.Heads) }

// Root returns the word that is the root, -1 for a tree without words.
func (t Tree) Root() int {
	for i, h := range t.Heads {
		if h < 0 {
			return i
		}
	}
	return -1
}

// Child returns the first word that depends on i by relation r, -1 where there
// is none. A relation without subtype finds those with one too: Nsubj finds
// NsubjPass.
func (t Tree) Child(i int, r Relation) int {
	for k, h := range t.Heads {
		if int(h) == i && (t.Relations[k] == r || t.Relations[k].Base() == r) {
			return k
		}
	}
	return -1
}

// Yield returns the words from the first to the last that i dominates, itself
// among them, half-open. Trees of the parser are projective: all words between
// are dominated too.
func (t Tree) Yield(i int) (first, last int) {
	first, last = i, i+1
	for first > 0 && t.under(first-1, i) {
		first--
	}
	for last < len(t.Heads) && t.under(last, i) {
		last++
	}
	return first, last
}

// under reports whether i dominates k. It follows at most as many heads as
// there are words, so that no malformed tree holds it up.
func (t Tree) under(k, i int) bool {
	for range t.Heads {
		if k == i {
			return true
		}
		if k = int(t.Heads[k]); k < 0 {
			return false
		}
	}
	return false
}

// Yields returns, for every word, the words from the first to the last that it
// dominates, half-open: what Yield gives, for all words in linear time. Words
// on a cycle of a malformed tree yield what was found below them.
func (t Tree) Yields() [][2]int32 {
	n := len(t.Heads)
	spans := make([][2]int32, n)
	waiting := make([]int32, n) // dependents that are not finished
	for i, h := range t.Heads {
		spans[i] = [2]int32{int32(i), int32(i + 1)}
		if h >= 0 {
			waiting[h]++
		}
	}
	ready := make([]int32, 0, n)
	for i := range waiting {
		if waiting[i] == 0 {
			ready = append(ready, int32(i))
		}
	}
	for k := 0; k < len(ready); k++ {
		i := ready[k]
		h := t.Heads[i]
		if h < 0 {
			continue
		}
		spans[h][0] = min(spans[h][0], spans[i][0])
		spans[h][1] = max(spans[h][1], spans[i][1])
		if waiting[h]--; waiting[h] == 0 {
			ready = append(ready, h)
		}
	}
	return spans
}
