package graph

import (
	"github.com/concord-news/concord/rules/text"
	"github.com/concord-news/concord/rules/wordvec"
)

// The properties of a token that the network looks at, and how many values each has.
// A property's values are numbered from 0.
const (
	Words    = 4096 // the commonest words have a number of their own, others 0
	Tags     = 96   // universal and Penn tag together
	Shapes   = 32
	Ends     = 2048 // hashes of the last three bytes
	ShortEnd = 1024 // and of the last two
	Starts   = 2048 // and of the first three
)

// Properties are those of one token.
type Properties struct {
	Word, Tag, Shape, End, ShortEnd, Start uint16
	// Vector is the code of the word's vector, where it HasVector.
	Vector    wordvec.Code
	HasVector bool
}

// Input says what numbers stand for: it is a part of the model.
type Input struct {
	words vocabulary
	tags  tagset
	// hashes of the words by their numbers, known while learning only
	hashes []uint64
}

// NewInput numbers the commonest words and pairs of tags of sentences.
func NewInput(sentences [][]text.Token) *Input {
	words, hashes := newVocabulary(sentences)
	return &Input{words, newTagset(sentences), hashes}
}

// Of returns the properties of a tagged token.
func (in *Input) Of(t *text.Token) Properties {
	p, h := in.plain(t)
	p.Vector, p.HasVector = wordvec.Find(h)
	return p
}

// plain returns the properties without the vector, and the hash of the word.
func (in *Input) plain(t *text.Token) (Properties, uint64) {
	h, n := text.WordHash(t.Lower), len(t.Lower)
	return Properties{
		Word:     in.words.find(h),
		Tag:      uint16(in.tags[tagIndex(t)]),
		Shape:    uint16(t.Shape) % Shapes,
		End:      fold(t.Lower[max(0, n-3):], Ends),
		ShortEnd: fold(t.Lower[max(0, n-2):], ShortEnd),
		Start:    fold(t.Lower[:min(n, 3)], Starts),
	}, h
}

// fold returns the hash of a part of a word as a number below n, a power of two.
func fold(s string, n uint64) uint16 { return uint16(text.WordHash(s) >> 40 % n) }
