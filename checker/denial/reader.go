package denial

import (
	"strings"

	"github.com/concord-news/concord/checker/internal/pairs"
	"github.com/concord-news/concord/checker/verify/thesaurus"
	"github.com/concord-news/concord/rules"
	"github.com/concord-news/concord/rules/mention"
	"github.com/concord-news/concord/rules/speech"
	"github.com/concord-news/concord/rules/text"
)

// reader reads the clauses of a story.
type reader struct {
	Input
	all []assertion
	// numbers are those of lemmas, with their entries and weights, and those of names.
	numbers map[string]int32
	lemmas  []string
	entries []thesaurus.Entry
	weights []float64
	names   map[string]int32
	// kin has, for two lemmas of which it was asked, one more than their grade.
	kin pairs.Memory
	// with lists, for each lemma and name, the assertions that have it.
	with     [][]int32
	withName map[int32][]int32
	// contrariesOf and akinTo remember the lemmas contrary to one, and near to it.
	contrariesOf, akinTo map[int32][]int32
	neighbours           *thesaurus.Neighbours
	// sorted are the numbers of the lemmas in the order of these.
	sorted []int32
	// own and ages say, of the article that is read, which name each token is part of, and
	// whether it is part of an age.
	own  []int32
	ages []bool
	// speech has, for each token of it, one more than the attribution that it is part of.
	speech    []int32
	sentences map[string][]int
}

func newReader(in Input) *reader {
	return &reader{Input: in, numbers: map[string]int32{}, names: map[string]int32{}, sentences: map[string][]int{}, contrariesOf: map[int32][]int32{}, akinTo: map[int32][]int32{}}
}

// read lists the assertions of all articles, those of a sentence that was there before as
// further places of the ones there.
func (r *reader) read() {
	for i, g := range r.Readings {
		if r.Skip(i) {
			continue
		}
		r.name(i)
		first := 0
		for first < len(g.Clauses) {
			last := first
			for last < len(g.Clauses) && g.Clauses[last].Sentence == g.Clauses[first].Sentence {
				last++
			}
			r.sentence(i, first, last)
			first = last
		}
	}
}

// name notes which tokens of an article are part of a name.
func (r *reader) name(article int) {
	g := r.Readings[article]
	r.speech = speech.Innermost(r.speech, g.Speech, len(g.Doc.Tokens))
	r.own, r.ages = make([]int32, len(g.Doc.Tokens)), make([]bool, len(g.Doc.Tokens))
	for i := range g.Mentions {
		m := &g.Mentions[i]
		if m.Kind == mention.Age {
			for k := m.First; k < m.Last; k++ {
				r.ages[k] = true
			}
		}
		if m.Kind < mention.Person || m.Kind > mention.Event {
			continue
		}
		n := r.nameNumber(article, m)
		for k := m.First; k < m.Last; k++ {
			r.own[k] = n
		}
	}
}

func (r *reader) nameNumber(article int, m *mention.Mention) int32 {
	key := strings.ToLower(m.Name)
	if m.Entity != 0 {
		key = r.Entity(article, m.Entity)
	}
	n, ok := r.names[key]
	if !ok {
		n = int32(len(r.names) + 1)
		r.names[key] = n
	}
	return n
}

// sentence reads the clauses of a sentence, which are those from first to last.
func (r *reader) sentence(article, first, last int) {
	g := r.Readings[article]
	s := &g.Doc.Sentences[g.Clauses[first].Sentence]
	key := s.Span.In(g.Doc.Text)
	if at, ok := r.sentences[key]; ok && r.shares(at, article, first) {
		return
	}
	var at []int
	for c := first; c < last; c++ {
		a := r.clause(article, c)
		at = append(at, len(r.all))
		r.all = append(r.all, a)
		if b, ok := r.without(&a, article, s); ok {
			at = append(at, len(r.all))
			r.all = append(r.all, b)
		}
	}
	r.sentences[key] = at
}

// shares adds a place to each assertion of a sentence that was read before.
func (r *reader) shares(at []int, article, first int) bool {
	one := r.all[at[0]].places[0]
	from := r.Readings[article].Doc.Sentences[r.Readings[article].Clauses[first].Sentence].First - r.Readings[one.Article].Doc.Sentences[r.Readings[one.Article].Clauses[one.Clause].Sentence].First
	for _, i := range at {
		p := r.all[i].places[0]
		c := p.Clause - one.Clause + first
		if c >= len(r.Readings[article].Clauses) || r.Readings[article].Clauses[c].Verb != r.Readings[p.Article].Clauses[p.Clause].Verb+from {
			return false // read otherwise, for what stands before it
		}
	}
	for _, i := range at {
		p := r.all[i].places[0]
		r.all[i].places = append(r.all[i].places, Place{article, p.Clause - one.Clause + first, p.First + from, p.Last + from})
	}
	return true
}

// word returns the word at a token.
func (r *reader) word(g *rules.Reading, token int, p part) word {
	t := &g.Doc.Tokens[token]
	lemma := r.Synonym(t.Lemma)
	n, ok := r.numbers[lemma]
	if !ok {
		n = int32(len(r.lemmas))
		r.numbers[lemma] = n
		r.lemmas, r.entries, r.weights = append(r.lemmas, lemma), append(r.entries, thesaurus.Find(t.Lemma)), append(r.weights, r.Telling(lemma))
	}
	return word{n, r.own[token], r.weights[n], p, token, t.Tag, t.Tag == text.NUM, r.ages[token]}
}
