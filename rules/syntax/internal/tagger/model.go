// Package tagger holds the part-of-speech model: a greedy averaged perceptron
// over joint labels (universal and Penn tag together), with hashed features and
// a lexicon that says which labels a known word can have.
package tagger

import (
	"github.com/concord-news/concord/rules/text"
)

// Label is a universal tag together with a Penn tag.
type Label struct {
	Tag  text.Tag
	Fine text.Fine
}

// maxLabels bounds the joint labels, which stand in eights: labels between which
// context decides in the same one, as far as there is room.
const (
	maxLabels = 64
	eights    = maxLabels / 8
)

// none is the label before the first token of a sentence.
const none = maxLabels

// Model is a trained tagger. It is not changed after it is made and is safe
// for concurrent use.
type Model struct {
	labels []Label
	// sets are the candidate labels that words point at; sets[0] is the one of
	// unknown words.
	sets  [][]uint8
	words lexicon
	// own and context are the weights of a word's own features and of those that tell
	// of what is around it.
	own, context *weights
	// reach is how far behind the best label each may lie, by the word alone, and
	// still be looked at: see candidates.narrow.
	reach [maxLabels]int16
}

// lexicon is an open-addressing table from the hash of a word to its entry.
// Words themselves are not kept: two words with one hash (one pair in some
// hundred thousand tokens) are taken for one another.
type lexicon struct {
	keys    []uint32 // 0 is free; the length is a power of two
	entries []entry
}

// entry is what is known of a word.
type entry struct {
	// set and capital are its candidate sets, as written small and with a
	// capital.
	set, capital uint16
	// rare words are also looked at for their endings.
	rare bool
}

func (l *lexicon) find(h uint64) (entry, bool) {
	if len(l.keys) == 0 {
		return entry{rare: true}, false
	}
	key, mask := lexiconKey(h), uint64(len(l.keys)-1)
	for i := h & mask; ; i = (i + 1) & mask {
		switch l.keys[i] {
		case key:
			return l.entries[i], true
		case 0:
			return entry{rare: true}, false
		}
	}
}

// insert adds a word that is not there yet; the table is kept half empty.
func (l *lexicon) insert(key uint32, home uint64, e entry) {
	mask := uint64(len(l.keys) - 1)
	i := home & mask
	for l.keys[i] != 0 {
		i = (i + 1) & mask
	}
	l.keys[i], l.entries[i] = key, e
}

func lexiconKey(h uint64) uint32 { return uint32(h>>32) | 1 }
