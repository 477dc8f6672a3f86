package main

import (
	"sync"

	"github.com/concord-news/concord/rules/syntax/dep"
	"github.com/concord-news/concord/rules/syntax/internal/arc"
	"github.com/concord-news/concord/rules/syntax/internal/tagger"
	"github.com/concord-news/concord/rules/text"
)

// teachers are parsers that vote; every other one reads backwards.
type teachers []*arc.Model

// numTeachers is even, so that both directions have as many.
const numTeachers = 4

// trainTeachers trains parsers that differ by seed and direction.
func trainTeachers(examples []arc.Example, o arc.Options) teachers {
	back := make([]arc.Example, len(examples))
	for i := range examples {
		back[i] = reversed(examples[i])
	}
	out := make(teachers, numTeachers)
	work(numTeachers, func(k int) {
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

// agreement is the share of the teachers' votes that the arcs of a raw sentence
// must have for it to be learnt from.
const agreement = 0.85

// annotate tags raw sentences, lets the teachers parse them, and returns those
// that they agree on, in order.
func annotate(raw [][]text.Token, tag *tagger.Model, t teachers) []arc.Example {
	const part = 1000
	trees := make([]dep.Tree, len(raw))
	agreed := make([]float64, len(raw))
	work((len(raw)+part-1)/part, func(k int) {
		var s tagger.Scratch
		var c arc.Scratch
		for i := k * part; i < min(len(raw), (k+1)*part); i++ {
			tag.Tag(raw[i], &s)
			trees[i], agreed[i] = t.parse(raw[i], &c)
		}
	})
	var out []arc.Example
	for i := range raw {
		if agreed[i] >= agreement {
			out = append(out, arc.Example{Tokens: raw[i], Tree: trees[i]})
		}
	}
	return out
}
