// Package bank loads treebanks and measures tags and trees against them.
package bank

import (
	"compress/gzip"
	"fmt"
	"os"
	"slices"

	"github.com/concord-news/concord/rules/syntax/conllu"
	"github.com/concord-news/concord/rules/syntax/dep"
	"github.com/concord-news/concord/rules/text"
)

// Bank is a treebank with its gold tags and trees.
type Bank struct{ *conllu.File }

// Load reads a compressed CoNLL-U file.
func Load(path string) (*Bank, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	z, err := gzip.NewReader(f)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	file, err := conllu.Read(z)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	return &Bank{file}, nil
}

// Sentences returns the tokens of each sentence, not copied.
func (b *Bank) Sentences() [][]text.Token {
	all := make([][]text.Token, len(b.Doc.Sentences))
	for i, s := range b.Doc.Sentences {
		all[i] = b.Doc.Tokens[s.First:s.Last]
	}
	return all
}

// Blank returns a copy of the document without tags and lemmas.
func (b *Bank) Blank() *text.Document {
	d := *b.Doc
	d.Tokens = slices.Clone(d.Tokens)
	for i := range d.Tokens {
		t := &d.Tokens[i]
		t.Tag, t.Fine, t.Lemma = text.X, text.NoFine, ""
	}
	return &d
}

// TagAccuracy returns the shares of tokens whose universal and Penn tags are
// those of the treebank.
func (b *Bank) TagAccuracy(own *text.Document) (tag, fine float64) {
	tags, fines := 0, 0
	for i, gold := range b.Doc.Tokens {
		if own.Tokens[i].Tag == gold.Tag {
			tags++
		}
		if own.Tokens[i].Fine == gold.Fine {
			fines++
		}
	}
	n := float64(len(b.Doc.Tokens))
	return float64(tags) / n, float64(fines) / n
}

// Tree returns the gold tree of a sentence.
func (b *Bank) Tree(sentence int) dep.Tree {
	s := b.Doc.Sentences[sentence]
	n := s.Last - s.First
	t := dep.Tree{Heads: make([]int32, n), Relations: make([]dep.Relation, n)}
	for i, w := range b.Words[s.First:s.Last] {
		t.Heads[i], t.Relations[i] = int32(w.Head-1), dep.ParseRelation(w.Relation)
	}
	return t
}

// Attachment counts words with the right head, and those with the right
// relation too. Subtypes of relations are ignored; punctuation counts.
type Attachment struct{ Words, Heads, Labelled, Full int }

// Add compares a tree with the gold one.
func (a *Attachment) Add(gold, own dep.Tree) {
	for i := range gold.Heads {
		a.Words++
		if gold.Heads[i] != own.Heads[i] {
			continue
		}
		a.Heads++
		if gold.Relations[i].Base() == own.Relations[i].Base() {
			a.Labelled++
		}
		if gold.Relations[i] == own.Relations[i] {
			a.Full++
		}
	}
}

// String gives the unlabelled and the labelled attachment score, and the
// labelled one with subtypes.
func (a Attachment) String() string {
	n := float64(a.Words)
	return fmt.Sprintf("UAS %.4f LAS %.4f with subtypes %.4f", float64(a.Heads)/n, float64(a.Labelled)/n, float64(a.Full)/n)
}
