// Package origin finds out which articles of a story share their words, and so
// have one origin: agency copy printed by several outlets is one voice.
package origin

import (
	"cmp"
	"slices"

	"github.com/concord-news/concord/corpus"
)

// Articles of one origin share at least MinWords words and MinShare of the
// words of the shorter one. Measured on 107 articles of 15 stories: of the
// pairs that share anything, those at 0.35 and more of the shorter text were
// copy of one agency or one outlet's text used twice; from 0.12 to 0.33 they
// had a quotation, or two or three sentences of one agency, in otherwise
// different texts; below 0.12 only quotations, titles and stock phrases. A
// text of about MinWords and less is one origin with another only where nearly
// all of it is shared, see shortShare. Captions and what a text repeats do not
// count: of the 40 pairs of one origin found with that in 11 stories and 400
// incidents, 39 were copies by eye; the other shared one man's quotations.
const (
	MinShare = 1.0 / 3
	MinWords = 60
)

// shortShare is the share that joins a short text to another, whatever its
// number of words: short agency items are printed whole.
const shortShare = 0.8

// Passage is a run of words that two articles share. The words are the same up
// to case and punctuation.
type Passage struct {
	// A and B are the spans in the text of the two articles.
	A, B corpus.Span
	// Words is the number of words.
	Words int
}

// Pair is what two articles share.
type Pair struct {
	// A and B are the indexes of the articles, in the order of their IDs: A < B.
	A, B int
	// Passages are ordered by place in A, and do not overlap in A.
	Passages []Passage
	// Words is the number of words of A in passages, and Share that number
	// over the words of the shorter article, 0 to 1.
	Words int
	Share float64
	// Changes are the figures that differ inside what is shared otherwise,
	// ordered by place in A.
	Changes []Change
	same    bool
}

// Same reports whether the two articles have one origin.
func (p Pair) Same() bool { return p.same }

// Result says who wrote the words of a story's articles. It is not changed
// after Find and is safe for concurrent use.
type Result struct {
	// Articles are in the order of their IDs; all indexes are into it.
	Articles []*corpus.Article
	// Labels are the origins, "A", "B", and so on in the order of the first
	// article of each.
	Labels []string
	// Credits are the agencies that each article names in brackets or in a
	// line of its own, in the order of their names. They are for the reader:
	// two articles that credit an agency can still be written apart.
	Credits [][]string
	// Sources are what each article says in words of where its news is from.
	Sources [][]Source
	// Pairs are the pairs of articles that share a passage, ordered by A, B. Of
	// more than maxCopies prints of one text those beyond are paired with the
	// first alone.
	Pairs []Pair
	// leader is the article that each follows, -1 where it is compared with all.
	leader []int
	at     map[[2]int]int
	index  map[*corpus.Article]int
}

// Find compares the paragraphs of every two articles, in time proportional to
// their length and to what they share; of many prints of one text those beyond
// the first few only with the first. It does not change the articles.
func Find(articles []*corpus.Article) *Result {
	r := &Result{Articles: slices.Clone(articles), at: map[[2]int]int{}, index: map[*corpus.Article]int{}}
	slices.SortFunc(r.Articles, func(a, b *corpus.Article) int { return cmp.Compare(a.ID, b.ID) })
	texts := make([]words, len(r.Articles))
	of := func(i int) side { return side{texts[i], r.Articles[i].Text} }
	for i, a := range r.Articles {
		r.index[a] = i
		texts[i] = readWords(a)
		r.Credits = append(r.Credits, credits(a))
		r.Sources = append(r.Sources, sources(a))
	}
	r.leader = followers(texts)
	r.Pairs = r.pairs(texts, of)
	groups := newGroups(len(texts))
	for k, p := range r.Pairs {
		r.at[[2]int{p.A, p.B}] = k
		if p.same {
			groups.join(p.A, p.B)
		}
	}
	r.Labels = groups.labels()
	return r
}

// Assign finds the origins of a story's articles and writes them into
// Article.Origin. Call it once after corpus.Load, before the articles are
// shared between goroutines: it is the one change made to a loaded article.
func Assign(articles []*corpus.Article) *Result {
	r := Find(articles)
	for i, a := range r.Articles {
		a.Origin = r.Labels[i]
	}
	return r
}

// Between returns what the articles with two indexes share, in the order of
// their IDs.
func (r *Result) Between(a, b int) (Pair, bool) {
	at, ok := r.at[[2]int{min(a, b), max(a, b)}]
	if !ok {
		return Pair{}, false
	}
	return r.Pairs[at], true
}

// Count returns the number of origins.
func (r *Result) Count() int {
	seen := map[string]bool{}
	for _, l := range r.Labels {
		seen[l] = true
	}
	return len(seen)
}

// sentenceShare is how much of a sentence must lie in shared passages, in
// bytes, for the sentence to be the same words in both articles. The rest
// leaves room for "said Tuesday" made "told reporters on Tuesday".
const sentenceShare = 0.8

// Shared reports whether the sentence at span s of article a is in article b
// too, word for word but for small edits. One that is counts as one voice, even
// where the articles have different origins.
func (r *Result) Shared(a *corpus.Article, s corpus.Span, b *corpus.Article) bool {
	i, ok1 := r.index[a]
	j, ok2 := r.index[b]
	if !ok1 || !ok2 || s.Empty() {
		return false
	}
	if i == j {
		return true
	}
	inside := []corpus.Span{s}
	way := r.chain(i, j)
	for k := 1; k < len(way); k++ {
		inside = r.through(way[k-1], inside, way[k])
	}
	slices.SortFunc(inside, func(a, b corpus.Span) int { return cmp.Compare(a.Start, b.Start) })
	n, end := 0, 0
	for _, in := range inside {
		in.Start = max(in.Start, end)
		n += max(in.Len(), 0)
		end = max(end, in.End)
	}
	return float64(n) >= sentenceShare*float64(s.Len())
}
