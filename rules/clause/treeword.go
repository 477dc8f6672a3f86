package clause

import (
	"github.com/concord-news/concord/rules/syntax/dep"
	"github.com/concord-news/concord/rules/text"
)

// treeWords is the words of one sentence with their tree.
type treeWords struct {
	d        *text.Document
	tree     dep.Tree
	sentence int
	// base is the token of the first word.
	base int
	// question reports that the sentence ends in a question mark.
	question bool
	// kids holds the dependents of all words, word by word and in order; those
	// of word w are from[w] to from[w+1].
	kids, from []int32
	yields     [][2]int32
}

// open takes up a sentence.
func (r *treeWords) open(sentence int, t dep.Tree) {
	s := r.d.Sentences[sentence]
	r.tree, r.sentence, r.base = t, sentence, s.First
	r.question = endsIn(r.d, s.Last, "?")
	n := t.Len()
	r.from = append(r.from[:0], make([]int32, n+2)...)
	for _, h := range t.Heads {
		if h >= 0 {
			r.from[h+2]++
		}
	}
	for w := 1; w < len(r.from); w++ {
		r.from[w] += r.from[w-1]
	}
	r.kids = append(r.kids[:0], make([]int32, r.from[n+1])...)
	for w, h := range t.Heads {
		if h >= 0 {
			r.kids[r.from[h+1]] = int32(w)
			r.from[h+1]++
		}
	}
	r.yields = t.Yields()
}

// children returns the dependents of word w in order.
func (r *treeWords) children(w int) []int32 { return r.kids[r.from[w]:r.from[w+1]] }

// rel returns the relation of w to its head, Root where it has none.
func (r *treeWords) rel(w int) dep.Relation {
	if r.tree.Heads[w] < 0 {
		return dep.Root
	}
	return r.tree.Relations[w]
}

func (r *treeWords) token(w int) *text.Token { return &r.d.Tokens[r.base+w] }

// child returns the first dependent of w by a relation or a subtype of it, -1
// where there is none.
func (r *treeWords) child(w int, rel dep.Relation) int {
	for _, k := range r.children(w) {
		if r.rel(int(k)) == rel || r.rel(int(k)).Base() == rel {
			return int(k)
		}
	}
	return -1
}

// phrase returns the base noun phrase whose head in the tree is w: the words
// before it that complete it, and the rest of its name, whose last word is the
// phrase's head.
func (r *treeWords) phrase(w int) Phrase {
	first, last, head := w, w+1, w
	for _, k := range r.children(w) {
		k := int(k)
		switch r.rel(k) {
		case dep.Det, dep.DetPredet, dep.Amod, dep.Compound, dep.Nummod, dep.NmodPoss, dep.NmodDesc, dep.CCPreconj:
			if k < w {
				first = min(first, int(r.yields[k][0]))
			} else if k == last {
				last = int(r.yields[k][1])
			}
		case dep.Advmod, dep.Obl, dep.OblUnmarked:
			if k < w && r.rel(w) != dep.Root {
				first = min(first, int(r.yields[k][0]))
			}
		case dep.Flat, dep.Goeswith:
			if k >= last && int(r.yields[k][0]) <= last+1 {
				last, head = int(r.yields[k][1]), k
			}
		}
	}
	return Phrase{First: r.base + first, Last: r.base + last, Head: r.base + head}
}

// phrases appends the phrase of w and those coordinated with it.
func (r *treeWords) phrases(dst []Phrase, w int, alone bool) []Phrase {
	dst = append(dst, r.phrase(w))
	if alone {
		return dst
	}
	for _, k := range r.children(w) {
		if k := int(k); r.rel(k) == dep.Conj && !isVerb(r.token(k)) && r.child(k, dep.Nsubj) < 0 {
			dst = r.phrases(dst, k, false)
		}
	}
	return dst
}

// negative reports whether the phrase of w says that there is none of it.
func (r *treeWords) negative(w int) bool {
	if text.NoOne(r.token(w).Lower) {
		return true
	}
	k := r.child(w, dep.Det)
	return k >= 0 && text.NoOne(r.token(k).Lower)
}

// preposition returns the words that join w to what it depends on, "" where
// there are none.
func (r *treeWords) preposition(w int) string {
	s := ""
	add := func(k int) {
		if s != "" {
			s += " "
		}
		s += r.token(k).Lower
	}
	for _, k := range r.children(w) {
		if r.rel(int(k)) != dep.Case || r.token(int(k)).Fine == text.POS {
			continue
		}
		add(int(k))
		for _, f := range r.children(int(k)) {
			if r.rel(int(f)) == dep.Fixed {
				add(int(f))
			}
		}
	}
	return s
}
