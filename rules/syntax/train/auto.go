package main

import (
	"encoding/gob"
	"os"

	"github.com/concord-news/concord/rules/syntax/internal/arc"
	"github.com/concord-news/concord/rules/syntax/internal/tagger"
	"github.com/concord-news/concord/rules/text"
)

// annotated is a raw sentence with the teachers' tree.
type annotated struct {
	arc.Example
	Agreed float64
}

// annotate tags raw sentences and lets the teachers parse them.
func annotate(raw [][]text.Token, tag *tagger.Model, t teachers) []annotated {
	const part = 1000
	out := make([]annotated, len(raw))
	work((len(raw)+part-1)/part, func(k int) {
		var s tagger.Scratch
		var c arc.Scratch
		for i := k * part; i < min(len(raw), (k+1)*part); i++ {
			tag.Tag(raw[i], &s)
			tree, agreed := t.parse(raw[i], &c)
			out[i] = annotated{arc.Example{Tokens: raw[i], Tree: tree}, agreed}
		}
	})
	return out
}

func saveAuto(path string, a []annotated) error {
	f, err := os.Create(path)
	if err != nil {
		return err
	}
	defer f.Close()
	return gob.NewEncoder(f).Encode(a)
}

func loadAuto(path string) (a []annotated, err error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	return a, gob.NewDecoder(f).Decode(&a)
}
