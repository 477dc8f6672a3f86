package rules

import (
	"cmp"
	"slices"

	"github.com/concord-news/concord/rules/clause"
)

func newApplication() *application {
	a := new(application)
	a.input.Stands = a.stands // once: each time it is named it is allocated
	return a
}

// begin makes an application ready for a reading. It may have been used for
// another, whose memory it uses again.
func (a *application) begin(r *Reader, g *Reading) {
	a.Reader, a.g = r, g
	a.parties.set(g)
	a.voices.set(g.Speech, len(g.Doc.Tokens))
	a.done = slices.Grow(a.done[:0], len(r.reads))[:len(r.reads)]
	a.last = slices.Grow(a.last[:0], len(r.reads))[:len(r.reads)]
	a.met = slices.Grow(a.met[:0], len(r.needOf))[:len(r.needOf)]
	clear(a.met)
	clear(a.last)
	clear(a.done)
	a.places.set(g.Mentions, g.Doc)
	a.firstClause, a.summed = a.firstClause[:0], a.summed[:0]
	for i := range g.Clauses {
		for len(a.firstClause) <= g.Clauses[i].Sentence {
			a.firstClause = append(a.firstClause, int32(i))
		}
	}
	for len(a.firstClause) <= len(g.Doc.Sentences) {
		a.firstClause = append(a.firstClause, int32(len(g.Clauses)))
	}
	a.input.SetDocument(g.Doc, g.Mentions, a.parties.of)
}

// clausesOf lists the clauses of a sentence.
func (a *application) clausesOf(sentence int) []clause.Clause {
	return a.g.Clauses[a.firstClause[sentence]:a.firstClause[sentence+1]]
}

// draft is a new fact at the end of the list, to be filled in there: a fact is large,
// and one that is handed on by value was copied four times.
func (a *application) draft() *Fact {
	if len(a.facts) == cap(a.facts) {
		a.facts = slices.Grow(a.facts, 1)
	}
	a.facts = a.facts[:len(a.facts)+1] // empty: what was there was cleared
	return &a.facts[len(a.facts)-1]
}

// drop takes the last draft back.
func (a *application) drop() {
	last := len(a.facts) - 1
	a.facts[last] = Fact{}
	a.facts = a.facts[:last]
}

// keysAtOnce is how many parts of keys are allocated at once.
const keysAtOnce = 64

// newKey returns memory for the parts of a key, which the next key takes again
// unless keepKey is told to keep it.
func (a *application) newKey(parts int) []KeyValue {
	if cap(a.keys)-len(a.keys) < parts {
		a.keys = make([]KeyValue, 0, max(keysAtOnce, parts))
	}
	return a.keys[len(a.keys):][:parts:parts]
}

// keepKey keeps the key that newKey returned last.
func (a *application) keepKey(key []KeyValue) []KeyValue {
	a.keys = a.keys[:len(a.keys)+len(key)]
	return key
}

// end moves the facts into the reading, so that nothing keeps the article alive.
func (a *application) end() {
	a.order = fullest(a.facts, a.inOrder(a.order[:0]))
	a.g.Facts = make([]Fact, len(a.order))
	for i, at := range a.order {
		a.g.Facts[i] = a.facts[at]
	}
	clear(a.facts)
	a.facts = a.facts[:0]
	a.g, a.clauses, a.mentions, a.keys = nil, nil, nil, nil
	a.parties.forget()
	clear(a.voices.of)
	a.input.SetDocument(nil, nil, nil)
}

// factKey is what a fact is sorted by: the rank of its rule by name with where it
// starts, and where it ends with its index, for what is read twice of one place.
type factKey struct{ start, end uint64 }

// inOrder appends the indexes of facts to order, by rule and place. Facts are large,
// so that what they are sorted by is laid side by side.
func (a *application) inOrder(order []int32) []int32 {
	keys := a.factKeys[:0]
	for i := range a.facts {
		f := &a.facts[i]
		keys = append(keys, factKey{a.ranks[f.Rule]<<32 | uint64(f.Evidence.Start), uint64(f.Evidence.End)<<32 | uint64(i)})
	}
	slices.SortFunc(keys, func(x, y factKey) int {
		if x.start != y.start {
			return cmp.Compare(x.start, y.start)
		}
		return cmp.Compare(x.end, y.end)
	})
	for i := range keys {
		order = append(order, int32(uint32(keys[i].end)))
	}
	a.factKeys = keys
	return order
}
