package verify

import (
	"iter"
	"math"
	"sync"

	"github.com/concord-news/concord/corpus"
	"github.com/concord-news/concord/rules"
	"github.com/concord-news/concord/rules/clause"
	"github.com/concord-news/concord/rules/mention"
	"github.com/concord-news/concord/rules/names"
	"github.com/concord-news/concord/rules/syntax"
	"github.com/concord-news/concord/rules/syntax/dep"
	"github.com/concord-news/concord/rules/text"
)

// Source is what claims are held against: one text, or the articles of a
// story. It is not changed after it is made and is safe for concurrent use.
type Source struct {
	verifier  *Verifier
	readings  []*rules.Reading
	sentences []sentence
	// vocabulary numbers the lemmas of the content words; postings lists the
	// sentences of each, in order and each once.
	vocabulary map[string]int
	lemmas     []term
	postings   [][]int32
	// persons are those of whom the articles speak outside their quotations.
	persons func() [people]bool
}

// sentence is a sentence of the source with its mentions.
type sentence struct {
	article, number int
	// from and to are the half-open range in the reading's mentions.
	from, to int
	words    []word
	// tree and the clauses by it are made when they are first asked for.
	tree    func() dep.Tree
	clauses func() []clause.Clause
	// derived are the figures that follow from its own.
	derived func() []derived
}

// word is a content word of a text.
type word struct {
	token int
	// term is its number in the vocabulary.
	term int
}

// Source reads articles that claims are to be held against.
func (v *Verifier) Source(articles []*corpus.Article) *Source {
	s := &Source{verifier: v, vocabulary: map[string]int{}}
	for i, a := range articles {
		r := v.reader.Read(a)
		s.readings = append(s.readings, r)
		s.index(i, r)
	}
	s.persons = sync.OnceValue(func() [people]bool { return outside(s.readings) })
	return s
}

// index enters the sentences of a reading.
func (s *Source) index(article int, r *rules.Reading) {
	next := 0
	for n := range r.Doc.Sentences {
		st := &r.Doc.Sentences[n]
		for next < len(r.Mentions) && r.Mentions[next].First < st.First {
			next++
		}
		here := sentence{article: article, number: n, from: next, tree: sync.OnceValue(func() dep.Tree { return syntax.Parse(r.Doc, n) })}
		here.clauses = sync.OnceValue(func() []clause.Clause { return clause.NewTreeReader(r.Doc).ReadSentence(nil, n, here.tree()) })
		for next < len(r.Mentions) && r.Mentions[next].First < st.Last {
			next++
		}
		here.to = next
		at := int32(len(s.sentences))
		here.derived = sync.OnceValue(func() []derived { return s.derive(int(at)) })
		for i := st.First; i < st.Last; i++ {
			t := &r.Doc.Tokens[i]
			if !content(t) {
				continue
			}
			term := s.term(lemmaOf(t))
			here.words = append(here.words, word{i, term})
			if p := s.postings[term]; len(p) == 0 || p[len(p)-1] != at {
				s.postings[term] = append(p, at)
			}
		}
		s.sentences = append(s.sentences, here)
	}
}

// term numbers a lemma.
func (s *Source) term(lemma string) int {
	n, ok := s.vocabulary[lemma]
	if !ok {
		n = len(s.lemmas)
		s.vocabulary[lemma] = n
		s.lemmas = append(s.lemmas, termOf(lemma))
		s.postings = append(s.postings, nil)
	}
	return n
}

// weight is how telling a word is that df of the source's sentences have:
// the fewer, the more.
func (s *Source) weight(df int) float64 {
	return math.Log(1 + (float64(len(s.sentences))+1)/(float64(df)+0.5))
}

// mentions returns the mentions of a sentence.
func (s *Source) mentions(i int) []mention.Mention {
	st := &s.sentences[i]
	return s.readings[st.article].Mentions[st.from:st.to]
}

// doc returns the document of a sentence.
func (s *Source) doc(i int) *text.Document { return s.readings[s.sentences[i].article].Doc }

// bounds returns a sentence as its document has it.
func (s *Source) bounds(i int) *text.Sentence { return &s.doc(i).Sentences[s.sentences[i].number] }

// fact makes a fact of a place in a sentence beside words of a claim.
func (s *Source) fact(i int, place, claim corpus.Span, r Relation) Fact {
	return Fact{Article: s.sentences[i].article, Span: place, Sentence: s.bounds(i).Span, Claim: claim, Relation: r}
}

// shallowClauses yields the clauses that the readings have, which are read by
// tags alone, each with its sentence.
func (s *Source) shallowClauses() iter.Seq2[int, *clause.Clause] {
	return func(yield func(int, *clause.Clause) bool) {
		base := 0
		for _, r := range s.readings {
			for i := range r.Clauses {
				if cl := &r.Clauses[i]; !yield(base+cl.Sentence, cl) {
					return
				}
			}
			base += len(r.Doc.Sentences)
		}
	}
}

// near reports whether two sentences are of one article.
func (s *Source) near(i, j int) bool {
	return i >= 0 && j >= 0 && i < len(s.sentences) && j < len(s.sentences) && s.sentences[i].article == s.sentences[j].article
}

// registry joins the entities of the source's articles and the claim, which
// comes last.
func (s *Source) registry(claim *rules.Reading) *names.Registry {
	all := make([]names.Article, 0, len(s.readings)+1)
	for _, r := range s.readings {
		all = append(all, names.Article{Doc: r.Doc, Mentions: r.Mentions})
	}
	return names.Resolve(append(all, names.Article{Doc: claim.Doc, Mentions: claim.Mentions}))
}
