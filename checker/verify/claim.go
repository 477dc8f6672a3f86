package verify

import (
	"strings"

	"github.com/concord-news/concord/rules"
	"github.com/concord-news/concord/rules/clause"
	"github.com/concord-news/concord/rules/lexicon"
	"github.com/concord-news/concord/rules/mention"
	"github.com/concord-news/concord/rules/syntax"
	"github.com/concord-news/concord/rules/syntax/dep"
	"github.com/concord-news/concord/rules/text"
)

// claim is a claim as it is read against a source.
type claim struct {
	src     *Source
	reading *rules.Reading
	words   []claimWord
	parts   []part
	// sentences are the half-open ranges of words of each sentence.
	sentences [][2]int
	// trees and the clauses by them are made when they are first asked for.
	trees   []dep.Tree
	byTrees []clause.Clause
	// inQuotes says which tokens stand in a quotation, nil until asked for.
	inQuotes []bool
}

// parsed returns the trees of the claim's sentences.
func (c *claim) parsed() []dep.Tree {
	if c.trees == nil {
		c.trees = syntax.Trees(c.reading.Doc)
	}
	return c.trees
}

// tree returns the tree of a sentence of the claim.
func (c *claim) tree(sentence int) dep.Tree { return c.parsed()[sentence] }

// claimWord is a content word of the claim.
type claimWord struct {
	token    int
	sentence int
	lemma    string
	// weight is how telling the word is in the source.
	weight float64
	// part is the index of the part that it belongs to, -1 for none.
	part int
	// terms is how well each word of the source's vocabulary stands for it.
	terms []float64
	// here is how well each sentence of the source has the word, near the
	// same with its neighbours' words, which count less.
	here, near []float64
	// best is the best of here.
	best float64
}

// part is a figure, date or name of the claim, to be held against the source.
type part struct {
	mention.Mention
	sentence int
}

// has reports whether a token lies in the part.
func (p *part) has(token int) bool { return p.First <= token && token < p.Last }

// beside is what a word in the next sentence counts: pronouns and shortened
// names take up there what a sentence says.
const beside = 0.6

// read reads a claim.
func (s *Source) read(words string) *claim {
	c := &claim{src: s, reading: s.verifier.reader.Read(Plain("claim", words))}
	d := c.reading.Doc
	c.findParts()
	known := map[string]claimWord{}
	for n := range d.Sentences {
		st := &d.Sentences[n]
		from := len(c.words)
		for i := st.First; i < st.Last; i++ {
			t := &d.Tokens[i]
			p := c.partAt(i)
			if !content(t) || p >= 0 && c.parts[p].Kind.Numeric() || p >= 0 && dated(c.parts[p].Kind) {
				continue
			}
			c.words = append(c.words, s.claimWord(claimWord{token: i, sentence: n, lemma: lemmaOf(t), part: p}, known))
		}
		c.sentences = append(c.sentences, [2]int{from, len(c.words)})
	}
	return c
}

func dated(k mention.Kind) bool { return k == mention.Date || k == mention.Time }

func named(k mention.Kind) bool { return k >= mention.Person && k <= mention.Event }

// partAt returns the index of the part that covers a token, -1 for none.
func (c *claim) partAt(token int) int {
	for i := range c.parts {
		if c.parts[i].has(token) {
			return i
		}
	}
	return -1
}

// claimWord looks a word up in every sentence of the source. What was found for
// the same lemma is shared.
func (s *Source) claimWord(w claimWord, known map[string]claimWord) claimWord {
	k, ok := known[w.lemma]
	if !ok {
		k.terms, k.here = s.lookup(w.lemma)
		df := 0
		for _, v := range k.here {
			k.best = max(k.best, v)
			if v > 0 {
				df++
			}
		}
		k.weight = s.weight(df)
		k.near = s.spread(k.here)
		known[w.lemma] = k
	}
	k.token, k.sentence, k.lemma, k.part = w.token, w.sentence, w.lemma, w.part
	return k
}

// lookup is how well each word of the vocabulary, and each sentence, has a
// lemma.
func (s *Source) lookup(lemma string) (terms, sentences []float64) {
	terms, sentences = make([]float64, len(s.lemmas)), make([]float64, len(s.sentences))
	own := termOf(lemma)
	for term, l := range s.lemmas {
		v := related(own, l)
		if v == 0 {
			continue
		}
		terms[term] = v
		for _, i := range s.postings[term] {
			sentences[i] = max(sentences[i], v)
		}
	}
	return terms, sentences
}

// spread lets each sentence have its neighbours' words, at less.
func (s *Source) spread(row []float64) []float64 {
	out := make([]float64, len(row))
	for i, v := range row {
		if i > 0 && s.near(i, i-1) {
			v = max(v, beside*row[i-1])
		}
		if i+1 < len(row) && s.near(i, i+1) {
			v = max(v, beside*row[i+1])
		}
		out[i] = v
	}
	return out
}

// findParts takes the mentions of the claim that are to be held against the
// source; the longer of two that overlap.
func (c *claim) findParts() {
	end := 0
	for _, m := range c.reading.Mentions {
		if m.First < end {
			continue
		}
		switch {
		case m.Kind == mention.Person && c.common(m.First, m.Last):
			continue
		case m.Kind.Numeric() && m.Kind != mention.Identifier && !m.Quantity.Known():
			continue
		case strings.HasSuffix(m.Timex, "_REF"):
			continue // "now" and "recently" say nothing to look up
		case m.Kind.Numeric(), dated(m.Kind), named(m.Kind):
			c.parts = append(c.parts, part{Mention: m, sentence: c.reading.Doc.SentenceOf(m.First)})
			end = m.Last
		}
	}
	c.findRareWords()
}

// common reports a word taken for a name for its capital, with which its sentence
// begins: "Gale warnings".
func (c *claim) common(first, last int) bool {
	d := c.reading.Doc
	t := &d.Tokens[first]
	if last-first > 1 || !t.Shape.Has(text.SentenceStart) || !dictionary(t.Lower) && !lexicon.Has(t.Lower, lexicon.Common) || last >= len(d.Tokens) {
		return false
	}
	next := &d.Tokens[last]
	return next.Tag == text.NOUN && !next.Shape.Has(text.Capital)
}

// reach is the distance in tokens at which a word of the claim counts half as
// surroundings of a part: a figure belongs to what stands beside it.
const reach = 4

// closeness is how much word w counts among the surroundings of part p.
func (c *claim) closeness(p *part, w *claimWord) float64 {
	k := w.weight * decay(tokens{p.First, p.Last}.distance(w.token))
	if w.token == p.Head {
		k *= 2
	}
	return k
}

// decay is what a word at a distance in tokens counts.
func decay(distance int) float64 { return reach / (reach + float64(distance)) }

// far is the least that a word of the source counts in its sentence, however
// far from the value it stands.
const far = 0.4

// tokens is a half-open range of tokens.
type tokens struct{ first, last int }

// distance is how many tokens lie between the range and a token.
func (t tokens) distance(token int) int {
	switch {
	case token < t.first:
		return t.first - token - 1
	case token >= t.last:
		return token - t.last
	}
	return 0
}

// around is how well the words around tokens a of sentence i of the source are
// those around part p of the claim, from 0 to 1.
func (c *claim) around(p *part, i int, a tokens) float64 {
	sum, all := 0.0, 0.0
	span := c.sentences[p.sentence]
	for n := span[0]; n < span[1]; n++ {
		w := &c.words[n]
		if p.has(w.token) {
			continue
		}
		k := c.closeness(p, w)
		all += k
		best := far * w.near[i]
		if w.here[i] > 0 {
			for _, u := range c.src.sentences[i].words {
				v := w.terms[u.term]
				if v == 0 {
					continue
				}
				best = max(best, v*(far+(1-far)*decay(a.distance(u.token))))
			}
		}
		sum += k * best
	}
	if all == 0 {
		return 0
	}
	return sum / all
}

// surroundings is how well sentence i of the source has what stands around
// part p in the claim, from 0 to 1, for every i.
func (c *claim) surroundings(p *part) []float64 {
	out := make([]float64, len(c.src.sentences))
	all := 0.0
	span := c.sentences[p.sentence]
	for n := span[0]; n < span[1]; n++ {
		w := &c.words[n]
		if p.has(w.token) {
			continue
		}
		k := c.closeness(p, w)
		all += k
		for i, v := range w.near {
			out[i] += k * v
		}
	}
	if all > 0 {
		for i := range out {
			out[i] /= all
		}
	}
	return out
}
