// Package thesaurus says how English words stand to each other: synonyms, a
// kind of the other, derived from one another, contrary.
//
// The words come from WordNet: NOTICE.md. They are unpacked at the first use
// and never changed; every function is safe for concurrent use.
package thesaurus

import (
	"bytes"
	"compress/gzip"
	_ "embed"
	"encoding/binary"
	"io"
	"slices"
	"sync"
)

//go:embed words.gz
var packed []byte

// Relation says how one word stands to another.
type Relation uint8

// The relations, the closest first.
const (
	None Relation = iota
	Same
	// Synonym: they share a common sense.
	Synonym
	// Derived: one is made from the other, as "invasion" from "invade".
	Derived
	// Kind: the second is a kind of the first, as an oak is a tree.
	Kind
	// Genus: the first is a kind of the second.
	Genus
)

// word is what is known of a word; the slices are sorted.
type word struct {
	synsets  []int32
	derived  []int32
	antonyms []int32
	// noun is the field of its most frequent sense as a noun.
	noun Field
}

type table struct {
	index map[string]int32
	words []word
	// parents are the synsets that each synset is a kind of.
	parents [][]int32
}

var load = sync.OnceValue(read)

// Entry is a word of the thesaurus, for whoever asks about it often. The zero
// value is a word that the thesaurus does not have.
type Entry struct{ number int32 }

// Find returns the entry of a lemma in lower case.
func Find(lemma string) Entry {
	if i, ok := load().index[lemma]; ok {
		return Entry{i + 1}
	}
	return Entry{}
}

// Relate returns the closest relation of two lemmas in lower case.
func Relate(a, b string) Relation {
	if a == b {
		return Same
	}
	return Find(a).Relate(Find(b))
}

// Relate returns the closest relation of two entries.
func (a Entry) Relate(b Entry) Relation {
	if a.number == 0 || b.number == 0 {
		return None
	}
	if a == b {
		return Same
	}
	t := load()
	x, y := &t.words[a.number-1], &t.words[b.number-1]
	switch {
	case meet(x.synsets, y.synsets):
		return Synonym
	case slices.Contains(x.derived, b.number-1):
		return Derived
	case t.under(y, x):
		return Kind
	case t.under(x, y):
		return Genus
	case t.derivedSynonym(x, y):
		return Derived
	}
	return None
}

// Contrary reports whether two lemmas in lower case are antonyms, contrary deeds
// of the news, or the same with and without "un-".
func Contrary(a, b string) bool {
	if contraryDeeds(a, b) || contraryDeeds(b, a) || undone(a, b) || undone(b, a) {
		return true
	}
	t := load()
	i, ok := t.index[a]
	if !ok {
		return false
	}
	j, ok := t.index[b]
	return ok && slices.Contains(t.words[i].antonyms, j)
}

// Field is what a sense is about, as WordNet's files part them.
type Field uint8

// Some of the fields.
const (
	NoField       Field = 0
	NounAnimal    Field = 5
	NounArtifact  Field = 6
	NounFood      Field = 13
	NounGroup     Field = 14
	NounPerson    Field = 18
	NounPlant     Field = 20
	NounSubstance Field = 27
	NounTime      Field = 28
)

// Noun returns the field of the most frequent sense of the word as a noun,
// NoField where it is none.
func (a Entry) Noun() Field {
	if a.number == 0 {
		return NoField
	}
	return load().words[a.number-1].noun
}

// Known reports whether the thesaurus has the lemma.
func Known(lemma string) bool {
	_, ok := load().index[lemma]
	return ok
}

// under reports whether a sense of x is a kind of a sense of y.
func (t *table) under(x, y *word) bool {
	for _, s := range x.synsets {
		if meet(t.parents[s], y.synsets) {
			return true
		}
	}
	return false
}

// derivedSynonym reports whether a word derived from x is a synonym of y:
// "assault" and "attacker".
func (t *table) derivedSynonym(x, y *word) bool {
	for _, d := range x.derived {
		if meet(t.words[d].synsets, y.synsets) {
			return true
		}
	}
	for _, d := range y.derived {
		if meet(t.words[d].synsets, x.synsets) {
			return true
		}
	}
	return false
}

// meet reports whether two sorted lists share a number.
func meet(a, b []int32) bool {
	for i, j := 0, 0; i < len(a) && j < len(b); {
		switch {
		case a[i] == b[j]:
			return true
		case a[i] < b[j]:
			i++
		default:
			j++
		}
	}
	return false
}

// read unpacks the table as generate.go packs it. It panics where the embedded
// file is damaged, which no input can cause.
func read() *table {
	z, err := gzip.NewReader(bytes.NewReader(packed))
	if err != nil {
		panic(err)
	}
	raw, err := io.ReadAll(z)
	if err != nil {
		panic(err)
	}
	u := unpacker{raw: raw}
	t := &table{words: make([]word, u.number())}
	t.index = make(map[string]int32, len(t.words))
	name := make([]byte, 0, 64)
	for i := range t.words {
		name = name[:u.number()]
		name = append(name, u.bytes(u.number())...)
		t.index[string(name)] = int32(i)
	}
	for i := range t.words {
		t.words[i].noun = Field(u.bytes(1)[0])
	}
	for i := range t.words {
		t.words[i].synsets = u.list()
	}
	t.links(&u, func(w *word) *[]int32 { return &w.derived })
	t.links(&u, func(w *word) *[]int32 { return &w.antonyms })
	t.parents = make([][]int32, u.number())
	for i := range t.parents {
		t.parents[i] = u.list()
	}
	return t
}

// links reads lists of greater words, each link once, and enters it at both
// ends.
func (t *table) links(u *unpacker, of func(*word) *[]int32) {
	for i := range t.words {
		for _, distance := range u.list() {
			j := int32(i) + distance
			a, b := of(&t.words[i]), of(&t.words[j])
			*a, *b = append(*a, j), append(*b, int32(i))
		}
	}
}

type unpacker struct{ raw []byte }

func (u *unpacker) number() int {
	v, n := binary.Uvarint(u.raw)
	u.raw = u.raw[n:]
	return int(v)
}

func (u *unpacker) bytes(n int) []byte {
	b := u.raw[:n]
	u.raw = u.raw[n:]
	return b
}

// list reads a sorted list, each number as its distance from the last.
func (u *unpacker) list() []int32 {
	n := u.number()
	if n == 0 {
		return nil
	}
	out := make([]int32, n)
	last := 0
	for i := range out {
		last += u.number()
		out[i] = int32(last)
	}
	return out
}
