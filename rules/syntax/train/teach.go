package main

import (
	"sync"

	"github.com/concord-news/concord/rules/syntax/internal/graph"
	"github.com/concord-news/concord/rules/syntax/internal/graph/learn"
	"github.com/concord-news/concord/rules/syntax/internal/tagger"
	"github.com/concord-news/concord/rules/text"
)

// numTeachers parsers that differ by seed parse raw sentences together.
const numTeachers = 3

// trainTeachers trains them one after another: each uses two processors.
func trainTeachers(examples []learn.Example, input *graph.Input) []*learn.Network {
	out := make([]*learn.Network, numTeachers)
	for k := range out {
		o := parserOptions(false)
		o.Seed += uint64(k)
		out[k] = learn.Train(examples, input, o)
	}
	return out
}

// work runs f(0) to f(n-1), two at a time.
func work(n int, f func(k int)) {
	var wait sync.WaitGroup
	slots := make(chan struct{}, 2)
	for k := range n {
		slots <- struct{}{}
		wait.Go(func() {
			f(k)
			<-slots
		})
	}
	wait.Wait()
}

// tagAll tags raw sentences.
func tagAll(raw [][]text.Token, m *tagger.Model) []learn.Example {
	var s tagger.Scratch
	out := make([]learn.Example, len(raw))
	for i := range raw {
		m.Tag(raw[i], &s)
		out[i].Tokens = raw[i]
	}
	return out
}

// teach lets the teachers parse the sentences.
func teach(examples []learn.Example, teachers []*learn.Network) {
	const part = 1000
	work((len(examples)+part-1)/part, func(k int) {
		e := learn.Ensemble{Networks: teachers}
		for i := k * part; i < min(len(examples), (k+1)*part); i++ {
			examples[i] = e.Example(examples[i].Tokens)
		}
	})
}
