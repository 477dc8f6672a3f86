// Package wordlist numbers the words of lists of many thousands.
package wordlist

import (
	"hash/maphash"
	"iter"
)

// Index numbers words in the order in which they are added. It holds no string
// of its own for a word: lists are a third of what a program holds that reads
// news, and every collection of garbage looks at each pointer. Finding is safe
// for concurrent use, adding is not.
type Index struct {
	seed maphash.Seed
	// slots hold the hash of a word and one more than its number, zero where free;
	// the length is a power of two, and half of them or more are free.
	slots []slot
	// text is all words in one, that of number i from starts[i] to starts[i+1].
	text   []byte
	starts []uint32
}

type slot struct{ hash, number uint32 }

// New returns an index without words, with room for some: with more it grows.
func New(room int) *Index {
	size := 8
	for size < 2*room {
		size *= 2
	}
	return &Index{seed: maphash.MakeSeed(), slots: make([]slot, size), text: make([]byte, 0, 10*room), starts: make([]uint32, 1, room+1)}
}

// Len is the number of words.
func (x *Index) Len() int { return len(x.starts) - 1 }

// Add returns the number of a word, which is new to the index or not.
func (x *Index) Add(word string) int {
	h := uint32(maphash.String(x.seed, word))
	at, ok := find(x, word, h)
	if ok {
		return int(x.slots[at].number) - 1
	}
	x.text = append(x.text, word...)
	x.starts = append(x.starts, uint32(len(x.text)))
	x.slots[at] = slot{h, uint32(x.Len())}
	if 2*x.Len() > len(x.slots) {
		x.grow()
	}
	return x.Len() - 1
}

// All yields the words in the order of their numbers.
func (x *Index) All() iter.Seq[string] {
	return func(yield func(string) bool) {
		for i := range x.Len() {
			if !yield(string(x.text[x.starts[i]:x.starts[i+1]])) {
				return
			}
		}
	}
}

// Find returns the number of a word, from 0, and whether it is there.
func (x *Index) Find(word string) (int, bool) {
	at, ok := find(x, word, uint32(maphash.String(x.seed, word)))
	return int(x.slots[at].number) - 1, ok
}

// FindBytes is Find for a word in a buffer.
func (x *Index) FindBytes(word []byte) (int, bool) {
	at, ok := find(x, word, uint32(maphash.Bytes(x.seed, word)))
	return int(x.slots[at].number) - 1, ok
}

// find returns the slot of a word, or the one that it would take.
func find[W string | []byte](x *Index, word W, hash uint32) (at uint32, ok bool) {
	for at = hash; ; at++ {
		at &= uint32(len(x.slots) - 1)
		s := x.slots[at]
		if s.number == 0 {
			return at, false
		}
		if s.hash == hash && string(x.text[x.starts[s.number-1]:x.starts[s.number]]) == string(word) {
			return at, true
		}
	}
}

// grow doubles the slots.
func (x *Index) grow() {
	old := x.slots
	x.slots = make([]slot, 2*len(old))
	for _, s := range old {
		if s.number == 0 {
			continue
		}
		at := s.hash & uint32(len(x.slots)-1)
		for x.slots[at].number != 0 {
			at = (at + 1) & uint32(len(x.slots)-1)
		}
		x.slots[at] = s
	}
}
