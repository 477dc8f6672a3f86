package main

import (
	"fmt"
	"io"

	"github.com/concord-news/concord/rules/syntax/internal/bank"
	"github.com/concord-news/concord/rules/syntax/internal/tagger"
	"github.com/concord-news/concord/rules/text"
)

// taggerOptions were chosen by the figures on ewt-dev and gum-dev.
func taggerOptions() tagger.Options {
	return tagger.Options{Epochs: 5, Runs: 4, Seed: seed, Frequent: 10, Known: 3, Label: 15}
}

// trainTagger trains the tagger itself, on everything; those that only tag the
// folds need not be as good.
func trainTagger(banks []*bank.Bank) *tagger.Model {
	var all [][]text.Token
	for _, b := range banks {
		all = append(all, b.Sentences()...)
	}
	o := taggerOptions()
	o.Runs *= 8
	return tagger.Train(augment(all), o)
}

// reportTagger prints the accuracy of the tagger on a treebank.
func reportTagger(log io.Writer, m *tagger.Model, name string, b *bank.Bank) {
	tag, fine := b.TagAccuracy(tagged(m, b))
	fmt.Fprintf(log, "%s: words %d UPOS %.4f XPOS %.4f\n", name, len(b.Doc.Tokens), tag, fine)
}

// tagged returns the document of a treebank with the tagger's own tags.
func tagged(m *tagger.Model, b *bank.Bank) *text.Document {
	var s tagger.Scratch
	own := b.Blank()
	for _, sentence := range own.Sentences {
		m.Tag(own.Tokens[sentence.First:sentence.Last], &s)
	}
	return own
}
