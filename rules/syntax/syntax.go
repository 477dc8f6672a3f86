// Package syntax tags the words of a document with their parts of speech and
// parses its sentences into dependency trees, as the English Universal
// Dependencies treebanks do.
//
// The models are trained by the command in the folder train; NOTICE.md says
// from what. They are unpacked at the first use and shared from then on.
package syntax

import (
	_ "embed"
	"fmt"
	"sync"

	"github.com/concord-news/concord/rules/syntax/internal/tagger"
	"github.com/concord-news/concord/rules/text"
)

//go:embed model/tagger.bin
var packedTagger []byte

var loadTagger = sync.OnceValue(decodeTagger)

func decodeTagger() *tagger.Model {
	m, err := tagger.Decode(packedTagger)
	if err != nil {
		panic(fmt.Sprintf("embedded model: %v", err)) // a broken build, no input can cause it
	}
	return m
}

// Tag sets Tag, Fine and Lemma of every token of d. It may run for several
// documents at once, not for one document twice at once.
func Tag(d *text.Document) {
	m := loadTagger()
	w := desks.Get().(*tagger.Scratch)
	defer desks.Put(w)
	for _, s := range d.Sentences {
		tokens := d.Tokens[s.First:s.Last]
		m.Tag(tokens, w)
		repair(tokens, w)
		repairHeadline(tokens)
		for i := range tokens {
			setLemma(&tokens[i], w.Notes(i))
		}
	}
}

// desks are the memory in which documents are tagged one after another. What they
// remember of words changes nothing but the time that takes.
var desks = sync.Pool{New: func() any { return new(tagger.Scratch) }}
