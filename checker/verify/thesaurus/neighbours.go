package thesaurus

import "slices"

// Neighbours finds the related ones among many words without asking of every two. It is safe
// for concurrent use.
type Neighbours struct {
	words []Entry
	// of is the index of each word, synset and parent list the words with a synset, and with
	// one that is a kind of it.
	of             map[Entry]int32
	synset, parent map[int32][]int32
}

// NewNeighbours returns the neighbours among words, of which each should be there once.
func NewNeighbours(words []Entry) *Neighbours {
	t := load()
	n := &Neighbours{words: words, of: map[Entry]int32{}, synset: map[int32][]int32{}, parent: map[int32][]int32{}}
	for i, w := range words {
		if w.number == 0 {
			continue
		}
		if _, ok := n.of[w]; !ok {
			n.of[w] = int32(i)
		}
		for _, s := range t.synsets.of(w.number - 1) {
			n.synset[s] = append(n.synset[s], int32(i))
			for _, p := range t.parents.of(s) {
				n.parent[p] = append(n.parent[p], int32(i))
			}
		}
	}
	return n
}

// Index is the index of a word, of the first where it is there more than once.
func (n *Neighbours) Index(w Entry) (i int32, ok bool) {
	i, ok = n.of[w]
	return i, ok
}

// Related lists the indexes of the words that have a relation to a word, itself apart, in
// order. Of those that Relate calls derived because a word derived from them is a synonym of
// this one some are left out.
func (n *Neighbours) Related(i int) []int32 {
	w := n.words[i]
	if w.number == 0 {
		return nil
	}
	t := load()
	var out []int32
	for _, s := range t.synsets.of(w.number - 1) {
		out = append(append(out, n.synset[s]...), n.parent[s]...)
		for _, p := range t.parents.of(s) {
			out = append(out, n.synset[p]...)
		}
	}
	for _, d := range t.derived.of(w.number - 1) {
		if k, ok := n.of[Entry{d + 1}]; ok {
			out = append(out, k)
		}
		for _, s := range t.synsets.of(d) {
			out = append(out, n.synset[s]...)
		}
	}
	slices.Sort(out)
	return slices.DeleteFunc(slices.Compact(out), func(k int32) bool { return int(k) == i })
}
