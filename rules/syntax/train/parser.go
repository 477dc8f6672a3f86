package main

import (
	"fmt"
	"io"
	"slices"
	"time"

	"github.com/concord-news/concord/rules/syntax/dep"
	"github.com/concord-news/concord/rules/syntax/internal/arc"
	"github.com/concord-news/concord/rules/syntax/internal/bank"
	"github.com/concord-news/concord/rules/syntax/internal/tagger"
	"github.com/concord-news/concord/rules/text"
)

// folds is the number of parts that the treebanks are cut into for tagging:
// each is tagged by a model that never saw it, so that the parser learns from
// tags as wrong as it will meet.
const folds = 5

// parserOptions were chosen by the figures on ewt-dev and gum-dev. Four epochs
// of gold and raw sentences are enough.
func parserOptions() arc.Options {
	return arc.Options{Epochs: 4, Bits: 20, LabelBits: 20, Seed: seed, Explore: 0.9, Drop: 0.25}
}

// teacherOptions are parserOptions for less data, of which more epochs are
// wanted.
func teacherOptions() arc.Options {
	o := parserOptions()
	o.Epochs, o.Drop = 7, 0.2
	return o
}

// examples returns the sentences of the treebanks with tags as the tagger gives
// them and gold trees.
func examples(banks []*bank.Bank) []arc.Example {
	var all []arc.Example
	for _, b := range banks {
		for i, s := range b.Sentences() {
			all = append(all, arc.Example{Tokens: slices.Clone(s), Tree: b.Tree(i)})
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

// unstoppedTrees returns the examples again, every third without its final full
// stop, as headlines and captions are written.
func unstoppedTrees(examples []arc.Example) []arc.Example {
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

// fold keeps ten sentences of one text together.
func fold(i int) int { return i / 10 % folds }

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
