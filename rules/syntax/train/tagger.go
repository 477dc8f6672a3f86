package main

import (
	"compress/gzip"
	"fmt"
	"io"
	"os"

	"github.com/concord-news/concord/rules/syntax/internal/bank"
	"github.com/concord-news/concord/rules/syntax/internal/tagger"
	"github.com/concord-news/concord/rules/text"
)

var taggerOptions = tagger.Options{Epochs: 8, Bits: 21, Seed: seed, Frequent: 10, Known: 3, Label: 15}

func trainTagger(banks []*bank.Bank) *tagger.Model {
	var all [][]text.Token
	for _, b := range banks {
		all = append(all, b.Sentences()...)
	}
	return tagger.Train(augment(all), taggerOptions)
}

// report prints the accuracy of the tagger on a treebank.
func report(log io.Writer, m *tagger.Model, name string, b *bank.Bank) {
	var s tagger.Scratch
	own := b.Blank()
	for _, sentence := range own.Sentences {
		m.Tag(own.Tokens[sentence.First:sentence.Last], &s)
	}
	tag, fine := b.TagAccuracy(own)
	fmt.Fprintf(log, "%s words %d UPOS %.4f XPOS %.4f\n", name, len(own.Tokens), tag, fine)
}

// write compresses what encode makes into a file. The compressed bytes have no
// name or time in them, so that the same model is the same file.
func write(path string, encode func(io.Writer) error) error {
	f, err := os.Create(path)
	if err != nil {
		return err
	}
	defer f.Close()
	z, err := gzip.NewWriterLevel(f, gzip.BestCompression)
	if err != nil {
		return err
	}
	if err := encode(z); err != nil {
		return fmt.Errorf("%s: %w", path, err)
	}
	if err := z.Close(); err != nil {
		return fmt.Errorf("%s: %w", path, err)
	}
	return f.Close()
}
