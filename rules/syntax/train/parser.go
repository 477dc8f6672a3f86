package main

import (
	"fmt"
	"io"
	"slices"
	"time"

	"github.com/concord-news/concord/rules/syntax/dep"
	"github.com/concord-news/concord/rules/syntax/internal/bank"
	"github.com/concord-news/concord/rules/syntax/internal/graph"
	"github.com/concord-news/concord/rules/syntax/internal/graph/learn"
	"github.com/concord-news/concord/rules/syntax/internal/tagger"
	"github.com/concord-news/concord/rules/text"
)

// folds is the number of parts that the treebanks are cut into for tagging:
// each is tagged by a model that never saw it, so that the parser learns from
// tags as wrong as it will meet.
const folds = 5

// parserOptions were chosen by the figures on ewt-dev and gum-dev. With raw sentences
// beside the gold ones fewer epochs are enough, and less is to be left out.
func parserOptions(raw bool) learn.Options {
	o := learn.Options{Epochs: 12, Seed: seed, Rate: 0.004, Drop: 1}
	if raw {
		o.Epochs, o.Drop = 8, 0.5
	}
	return o
}

// examples returns the sentences of the treebanks with tags as the tagger gives
// them and gold trees.
func examples(banks []*bank.Bank) []learn.Example {
	var all []learn.Example
	for _, b := range banks {
		for i, s := range b.Sentences() {
			all = append(all, learn.Example{Tokens: slices.Clone(s), Tree: b.Tree(i)})
		}
	}
	var taggers [folds]*tagger.Model
	work(folds, func(k int) {
		var train [][]text.Token
		for i := range all {
			if fold(i) != k {
				train = append(train, all[i].Tokens)
			}
		}
		taggers[k] = tagger.Train(augment(train), taggerOptions())
	})
	var s tagger.Scratch
	for i := range all {
		taggers[fold(i)].Tag(all[i].Tokens, &s)
	}
	return all
}

// fold keeps ten sentences of one text together.
func fold(i int) int { return i / 10 % folds }

// unstoppedTrees returns the examples again, every third without its final full
// stop, as headlines and captions are written.
func unstoppedTrees(examples []learn.Example) []learn.Example {
	out := slices.Clone(examples)
	for i := range out {
		e := &out[i]
		last := len(e.Tokens) - 1
		if i%3 != 0 || last < 2 || e.Tokens[last].Lower != "." || slices.Contains(e.Tree.Heads, int32(last)) || e.Tree.Root() == last {
			continue
		}
		e.Tokens = e.Tokens[:last]
		e.Tree = dep.Tree{Heads: e.Tree.Heads[:last], Relations: e.Tree.Relations[:last]}
	}
	return out
}

// inputOf numbers what the parser reads of words.
func inputOf(examples []learn.Example) *graph.Input {
	sentences := make([][]text.Token, len(examples))
	for i, e := range examples {
		sentences[i] = e.Tokens
	}
	return graph.NewInput(sentences)
}

// quantise returns a network in integers, made with a part of what it learnt from.
func quantise(n *learn.Network, examples []learn.Example) *graph.Model {
	const part = 50
	var sample [][]text.Token
	for i := 0; i < len(examples); i += part {
		sample = append(sample, examples[i].Tokens)
	}
	return n.Quantise(sample)
}

// reportTrees prints the accuracy of a parser on a treebank, on tags of the
// tagger, and its speed without tagging.
func reportTrees(log io.Writer, m *tagger.Model, name string, b *bank.Bank, parse func([]text.Token) dep.Tree) {
	var a bank.Attachment
	own := tagged(m, b)
	start := time.Now()
	for i, s := range own.Sentences {
		a.Add(b.Tree(i), parse(own.Tokens[s.First:s.Last]))
	}
	fmt.Fprintf(log, "%s: %v, %.0f tokens/s\n", name, a, float64(len(own.Tokens))/time.Since(start).Seconds())
}
