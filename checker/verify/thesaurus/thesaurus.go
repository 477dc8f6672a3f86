// Package thesaurus says how English words stand to each other: synonyms, a
// kind of the other, derived from one another, contrary.
//
// The words come from WordNet: NOTICE.md. They are read at the first use
// and never changed; every function is safe for concurrent use.
package thesaurus

import (
	_ "embed"
	"encoding/binary"
	"slices"
	"strings"
	"sync"

	"github.com/concord-news/concord/rules/wordlist"
)

//go:embed words.bin
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

// table is what is known of words, which have numbers.
type table struct {
	index *wordlist.Index
	// nouns are the fields of the words' most frequent senses as nouns.
	nouns                      []byte
	synsets, derived, antonyms lists
	// parents are the synsets that each synset is a kind of.
	parents lists
}

// lists is a list of numbers for each of the numbers from 0 on.
type lists struct {
	// all is the lists in a row, that of i from starts[i] to starts[i+1].
	all    []int32
	starts []int32
}

// of returns the list of i.
func (l *lists) of(i int32) []int32 { return l.all[l.starts[i]:l.starts[i+1]] }

var load = sync.OnceValue(read)

// Entry is a word of the thesaurus, for whoever asks about it often. The zero
// value is a word that the thesaurus does not have.
type Entry struct{ number int32 }

// Find returns the entry of a lemma in lower case.
func Find(lemma string) Entry {
	if i, ok := load().index.Find(lemma); ok {
		return Entry{int32(i) + 1}
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
	x, y := a.number-1, b.number-1
	switch {
	case meet(t.synsets.of(x), t.synsets.of(y)):
		return Synonym
	case slices.Contains(t.derived.of(x), y):
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

// Contrary reports whether two lemmas in lower case are antonyms, contrary words
// of the news, or the same with and without "un-".
func Contrary(a, b string) bool {
	if slices.Contains(contraries()[a], b) || undone(a, b) || undone(b, a) {
		return true
	}
	x, y := Find(a), Find(b)
	return x.number > 0 && y.number > 0 && slices.Contains(load().antonyms.of(x.number-1), y.number-1)
}

// Antonyms lists the antonyms of a word, as entries; none for a word that the thesaurus
// does not have.
func (a Entry) Antonyms() []Entry {
	if a.number == 0 {
		return nil
	}
	var out []Entry
	for _, n := range load().antonyms.of(a.number - 1) {
		out = append(out, Entry{n + 1})
	}
	return out
}

// Listed lists the words that the list of contrary words of the news has for a lemma, and the
// lemma with "un-" and without.
func Listed(lemma string) []string {
	out := slices.Clone(contraries()[lemma])
	if without, ok := strings.CutPrefix(lemma, "un"); ok {
		if undone(without, lemma) {
			out = append(out, without)
		}
		return out
	}
	if with := "un" + lemma; undone(lemma, with) {
		out = append(out, with)
	}
	return out
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
	return Field(load().nouns[a.number-1])
}

// People reports whether the lemma is a noun for people.
func People(lemma string) bool { return lemma == "people" || Find(lemma).Noun() == NounPerson }

// Known reports whether the thesaurus has the lemma.
func Known(lemma string) bool { return Find(lemma).number > 0 }

// under reports whether a sense of x is a kind of a sense of y.
func (t *table) under(x, y int32) bool {
	for _, s := range t.synsets.of(x) {
		if meet(t.parents.of(s), t.synsets.of(y)) {
			return true
		}
	}
	return false
}

// derivedSynonym reports whether a word derived from x is a synonym of y:
// "assault" and "attacker".
func (t *table) derivedSynonym(x, y int32) bool {
	for _, d := range t.derived.of(x) {
		if meet(t.synsets.of(d), t.synsets.of(y)) {
			return true
		}
	}
	for _, d := range t.derived.of(y) {
		if meet(t.synsets.of(d), t.synsets.of(x)) {
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
	u := unpacker{raw: packed}
	n := u.number()
	t := &table{index: wordlist.New(n)}
	name := make([]byte, 0, 64)
	for range n {
		name = name[:u.number()]
		name = append(name, u.bytes(u.number())...)
		t.index.Add(string(name))
	}
	t.nouns = u.bytes(n)
	t.synsets = u.lists(n)
	t.derived = bothWays(u.lists(n))
	t.antonyms = bothWays(u.lists(n))
	t.parents = u.lists(u.number())
	return t
}

// bothWays returns the links between words, given for each word the distances to
// the greater words that it is linked to. A list has the lesser words first, each
// in order.
func bothWays(greater lists) lists {
	n := int32(len(greater.starts)) - 1
	out := lists{all: make([]int32, 2*len(greater.all)), starts: make([]int32, n+1)}
	// next has of each list its size, and then the place of what is entered next.
	next := make([]int32, n+1)
	for i := range n {
		for _, distance := range greater.of(i) {
			next[i]++
			next[i+distance]++
		}
	}
	at := int32(0)
	for i := range n {
		out.starts[i] = at
		at, next[i] = at+next[i], at
	}
	out.starts[n] = at
	for i := range n {
		for _, distance := range greater.of(i) {
			j := i + distance
			out.all[next[i]], out.all[next[j]] = j, i
			next[i]++
			next[j]++
		}
	}
	return out
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

// lists reads n sorted lists, in which each number is its distance from the last.
func (u *unpacker) lists(n int) lists {
	out := lists{all: make([]int32, 0, 2*n), starts: make([]int32, 1, n+1)}
	for range n {
		last := int32(0)
		for range u.number() {
			last += int32(u.number())
			out.all = append(out.all, last)
		}
		out.starts = append(out.starts, int32(len(out.all)))
	}
	return out
}
