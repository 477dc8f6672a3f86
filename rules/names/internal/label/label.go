// Package label finds names with a sequence model: an averaged perceptron over
// the words in capitals and the small words between them, decoded by Viterbi.
//
// Its features are the words and tags round a token, what the lists of package
// lexicon say of them, how the same word stands elsewhere in the document, and
// the names that rules found there.
package label

import (
	"sync"

	"github.com/concord-news/concord/rules/mention"
	"github.com/concord-news/concord/rules/text"
)

// The labels: outside a name, then beginning and inside of each kind.
const (
	outside = iota
	beginPerson
	beginOrganisation
	beginPlace
	beginEvent
	insidePerson
	insideOrganisation
	insidePlace
	insideEvent
	labels
)

// inside reports whether label l goes on with a name.
func inside(l uint8) bool { return l >= insidePerson }

// kindOf returns the kind of mention of a label.
func kindOf(l uint8) mention.Kind {
	switch {
	case l == outside:
		return mention.None
	case inside(l):
		return mention.Person + mention.Kind(l-insidePerson)
	}
	return mention.Person + mention.Kind(l-beginPerson)
}

// follows reports whether label l may stand after label before.
func follows(before, l uint8) bool {
	return !inside(l) || before == l || before == l-(insidePerson-beginPerson)
}

// labelsOf writes names as a label a token, into the memory of out where it has
// enough.
func labelsOf(out []uint8, d *text.Document, names []Name) []uint8 {
	out = grow(out, len(d.Tokens))
	clear(out)
	for _, m := range names {
		if m.Kind < mention.Person || m.Kind > mention.Event {
			continue
		}
		for i := m.First; i < m.Last; i++ {
			out[i] = insidePerson + uint8(m.Kind-mention.Person)
		}
		out[m.First] = beginPerson + uint8(m.Kind-mention.Person)
	}
	return out
}

// Name is a name by its tokens, Last exclusive.
type Name struct {
	First, Last int
	Kind        mention.Kind
}

// Find appends to out the names of a document in the runs that are not settled.
func (m *Model) Find(out []Name, in Input) []Name {
	w := desks.Get().(*desk)
	defer desks.Put(w)
	w.begin(m, in)
	for s := range w.view.runs {
		if int(in.Settled[s.first]) == s.last-s.first {
			continue
		}
		got := w.decode(s)
		for k := 0; k < len(got); k++ {
			if got[k] == outside {
				continue
			}
			e := k + 1
			for e < len(got) && inside(got[e]) {
				e++
			}
			out = append(out, Name{s.first + k, s.first + e, kindOf(got[k])})
			k = e - 1
		}
	}
	w.end()
	return out
}

var desks = sync.Pool{New: func() any { return new(desk) }}

// span is a run of candidates, first to last, in its sentence.
type span struct{ first, last, from, to int }

// runs yields the runs of candidates.
func (v *view) runs(yield func(span) bool) {
	for _, s := range v.d.Sentences {
		for i := s.First; i < s.Last; {
			if !v.candidate[i] {
				i++
				continue
			}
			j := i + 1
			for j < s.Last && v.candidate[j] {
				j++
			}
			if !yield(span{i, j, s.First, s.Last}) {
				return
			}
			i = j
		}
	}
}
