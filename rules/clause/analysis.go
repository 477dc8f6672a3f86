package clause

import (
	"slices"
	"sync"

	"github.com/concord-news/concord/rules/text"
)

// Analysis is the clauses of a document with its base noun phrases. They share memory
// and are only to be read.
type Analysis struct {
	// Clauses are in the order of their verbs.
	Clauses []Clause
	phrases []Phrase
	// first holds, for each sentence, its first phrase in phrases.
	first []int32
}

// Phrases returns the base noun phrases of a sentence in order: pronouns, names,
// and nouns with what stands before them. Those of a dateline are left out.
func (a *Analysis) Phrases(sentence int) []Phrase {
	last := len(a.phrases)
	if sentence+1 < len(a.first) {
		last = int(a.first[sentence+1])
	}
	return a.phrases[a.first[sentence]:last]
}

// Analyse is Read with the noun phrases that it finds on its way.
func Analyse(d *text.Document) *Analysis {
	a := &Analysis{first: make([]int32, len(d.Sentences))}
	r := desks.Get().(*reader)
	*r = reader{
		// Measured on news: a phrase for every 4 tokens, one in a prepositional phrase
		// for every 13 to 15. Clauses are from 5 to 15 tokens long, and are copied.
		d: d, found: make([]Phrase, 0, len(d.Tokens)*4/15+4), obSlab: make([]Oblique, 0, len(d.Tokens)/11+4),
		out: r.out[:0], items: r.items[:0], groups: r.groups[:0], nouns: r.nouns[:0], frames: r.frames[:0], drafts: r.drafts[:0], links: r.links[:0],
	}
	for i := range d.Sentences {
		a.first[i] = int32(len(r.found))
		r.sentence(i)
	}
	a.Clauses, a.phrases = slices.Clone(r.out), r.found
	clear(r.out)
	r.d, r.found, r.slab, r.obSlab = nil, nil, nil, nil
	desks.Put(r)
	return a
}

// desks are *reader, whose memory is used for one document after another.
var desks = sync.Pool{New: func() any { return new(reader) }}
