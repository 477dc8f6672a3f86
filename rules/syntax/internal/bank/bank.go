// Package bank loads treebanks and measures tags and trees against them.
package bank

import (
	"compress/gzip"
	"fmt"
	"os"
	"slices"

	"github.com/concord-news/concord/rules/syntax/conllu"
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
