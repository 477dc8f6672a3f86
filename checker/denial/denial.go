// Package denial finds clauses of two articles of which the one denies what the other says:
// "she was not heard" and "she was heard twice", "the dam is stable" and "the dam is
// unstable".
//
// Two clauses are looked at where one of them is denied and the other is not, and where a
// word of what the one says of its subject stands in the other too, or a word of its kind; and
// where both say so or both deny, and have two words that are contrary. Some 160 clues are worked out of such
// a pair (sheet.go), and trees that were grown from labelled stories add them up to points
// (package weigh). The trees know no words, but for those by which language denies, hedges
// and dates.
//
// Clauses of sentences that several articles have word for word are looked at once.
package denial

import (
	"slices"

	"github.com/concord-news/concord/corpus"
	"github.com/concord-news/concord/rules"
)

// Input is what is known of a story.
type Input struct {
	// Readings are those of its articles.
	Readings []*rules.Reading
	// Skip reports whether an article speaks no more, as a later version has replaced it.
	Skip func(article int) bool
	// Entity returns what stands for an article's entity in the story.
	Entity func(article, entity int) string
	// Telling returns how much a word tells: 0 for one in every sentence, 1 for one that
	// stands nowhere else.
	Telling func(word string) float64
	// Synonym returns the word that stands for a lemma and its synonyms.
	Synonym func(lemma string) string
	// Ended reports whether nobody waits any more.
	Ended func() bool
}

// Place is where a clause stands.
type Place struct {
	// Article is its index, and Clause that of the clause in the article's reading.
	Article, Clause int
	// First and Last are the half-open range of its tokens, with what denies it.
	First, Last int
}

// Span returns the words of a clause.
func (p Place) Span(readings []*rules.Reading) corpus.Span {
	return readings[p.Article].Doc.Span(p.First, p.Last)
}

// Pair is two clauses of two articles.
type Pair struct {
	// Denied are the places of the one that is denied, and Said those of the other; of
	// contrary ones Denied is the one that stands first. Each has several places where
	// articles share its sentence.
	Denied, Said []Place
	// Contrary are the two words that are contrary, "" where one clause is denied.
	Contrary [2]string
	Clues    Clues
}

// Pairs lists the pairs that are weighed, in the order of their first places.
func Pairs(in Input) []Pair {
	r := newReader(in)
	r.read()
	r.index()
	var out []Pair
	for _, c := range r.candidates() {
		if in.Ended() {
			return nil
		}
		p := Pair{Denied: r.all[c.a].places, Said: r.all[c.b].places, Clues: *r.clues(c)}
		if c.opposed {
			p.Contrary = [2]string{r.lemmas[c.x.lemma], r.lemmas[c.y.lemma]}
		}
		out = append(out, p)
	}
	slices.SortStableFunc(out, comparePairs)
	return out
}

func comparePairs(a, b Pair) int {
	return slices.Compare([]int{a.Denied[0].Article, a.Denied[0].Clause, a.Denied[0].First, a.Said[0].Article, a.Said[0].Clause, a.Said[0].First},
		[]int{b.Denied[0].Article, b.Denied[0].Clause, b.Denied[0].First, b.Said[0].Article, b.Said[0].Clause, b.Said[0].First})
}
