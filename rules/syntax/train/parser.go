package main

import (
	"fmt"
	"io"
	"slices"
	"time"

	"github.com/concord-news/concord/rules/syntax/internal/arc"
	"github.com/concord-news/concord/rules/syntax/internal/bank"
	"github.com/concord-news/concord/rules/syntax/internal/tagger"
	"github.com/concord-news/concord/rules/text"
)

// folds is the number of parts that the treebanks are cut into for tagging:
// each is tagged by a model that never saw it, so that the parser learns from
// tags as wrong as it will meet.
const folds = 5

// examples returns the sentences of the treebanks with tags as the tagger gives
// them and gold trees.
func examples(banks []*bank.Bank) []arc.Example {
	var all []arc.Example
	for _, b := range banks {
		for i, s := range b.Sentences() {
			all = append(all, arc.Example{Tokens: slices.Clone(s), Tree: b.Tree(i)})
		}
	}
	for k := range folds {
		var train [][]text.Token
		for i := range all {
			if i/10%folds != k {
				train = append(train, all[i].Tokens)
			}
		}
		defer tagFold(all, k, tagger.Train(augment(train), taggerOptions))
	}
	return all
}

func tagFold(all []arc.Example, k int, m *tagger.Model) {
	var s tagger.Scratch
	for i := range all {
		if i/10%folds == k {
			m.Tag(all[i].Tokens, &s)
		}
	}
}

// reportParser prints the accuracy of the parser on a treebank, on tags of the
// tagger.
func reportParser(log io.Writer, t *tagger.Model, p *arc.Model, name string, b *bank.Bank) {
	var s tagger.Scratch
	var c arc.Scratch
	var a bank.Attachment
	own := b.Blank()
	start := time.Now()
	for i, sentence := range own.Sentences {
		tokens := own.Tokens[sentence.First:sentence.Last]
		t.Tag(tokens, &s)
		a.Add(b.Tree(i), p.Parse(tokens, &c))
	}
	fmt.Fprintln(log, name, a, int(float64(len(own.Tokens))/time.Since(start).Seconds()), "tokens/s")
}
