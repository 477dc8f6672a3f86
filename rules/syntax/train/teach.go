package main

import (
	"fmt"
	"io"
	"sync"

	"github.com/concord-news/concord/rules/syntax/dep"
	"github.com/concord-news/concord/rules/syntax/internal/arc"
	"github.com/concord-news/concord/rules/syntax/internal/bank"
	"github.com/concord-news/concord/rules/syntax/internal/tagger"
	"github.com/concord-news/concord/rules/text"
)

// teachers are parsers that vote; every other one reads backwards.
type teachers []*arc.Model

// trainTeachers trains n parsers that differ by seed and direction.
func trainTeachers(examples []arc.Example, n int, o arc.Options) teachers {
	back := make([]arc.Example, len(examples))
	for i := range examples {
		back[i] = reversed(examples[i])
	}
	out := make(teachers, n)
	work(n, func(k int) {
		o := o
		o.Seed += uint64(k)
		if k%2 == 1 {
			out[k] = arc.Train(back, o)
		} else {
			out[k] = arc.Train(examples, o)
		}
	})
	return out
}

// work runs f(0) to f(n-1), two at a time.
func work(n int, f func(k int)) {
	var wait sync.WaitGroup
	slots := make(chan struct{}, 2)
	for k := range n {
		wait.Add(1)
		slots <- struct{}{}
		go func() {
			defer wait.Done()
			f(k)
			<-slots
		}()
	}
	wait.Wait()
}

// parse returns the teachers' tree of a tagged sentence and how far they agree.
func (t teachers) parse(tokens []text.Token, c *arc.Scratch) (dep.Tree, float64) {
	back := reversed(arc.Example{Tokens: tokens}).Tokens
	trees := make([]dep.Tree, len(t))
	for k, m := range t {
		if k%2 == 1 {
			trees[k] = mirrored(m.Parse(back, c))
		} else {
			trees[k] = m.Parse(tokens, c)
		}
	}
	return vote(trees)
}

func (t teachers) report(log io.Writer, tag *tagger.Model, name string, b *bank.Bank) {
	var s tagger.Scratch
	var c arc.Scratch
	var a bank.Attachment
	own := b.Blank()
	for i, sentence := range own.Sentences {
		tokens := own.Tokens[sentence.First:sentence.Last]
		tag.Tag(tokens, &s)
		tree, _ := t.parse(tokens, &c)
		a.Add(b.Tree(i), tree)
	}
	fmt.Fprintln(log, name, "teachers", a)
}
