package verify

import (
	"fmt"

	"github.com/concord-news/concord/corpus"
	"github.com/concord-news/concord/rules/clause"
	"github.com/concord-news/concord/rules/text"
)

// link joins a deed to what it depends on: a phrase after a preposition or a
// clause after a subordinator.
type link struct {
	// word says how: "before", "because of".
	word string
	// verb and other are the tokens that it joins.
	verb, other int
}

// links objects to a claim that joins a deed to a time, place, cause or other
// deed by the contrary word: "before the vote" beside "after the vote". The text
// must never have it as the claim does.
func (c *claim) links() []objection {
	var out []objection
	own := c.reading.Doc
	for _, l := range linksOf(own, c.clauses()) {
		if oppositeLinks(l.word) == nil || !content(&own.Tokens[l.other]) {
			continue
		}
		if o := c.link(l); o != nil {
			out = append(out, *o)
		}
	}
	return out
}

// link looks for the contrary of one link of the claim.
func (c *claim) link(l link) *objection {
	own := c.reading.Doc
	verb, other := termAt(own, l.verb), termAt(own, l.other)
	var found *objection
	for i := range c.src.sentences {
		if !c.src.has(i, other) {
			continue
		}
		d := c.src.doc(i)
		for _, m := range linksOf(d, c.src.sentences[i].clauses()) {
			if related(other, termAt(d, m.other)) < asSynonym {
				continue
			}
			switch {
			case !contraryLinks(l.word, m.word):
				return nil
			case found == nil && related(verb, termAt(d, m.verb)) >= asSynonym:
				found = c.unlinked(l, i, m)
			}
		}
	}
	return found
}

// has reports whether a sentence of the source has a word that stands for
// another.
func (s *Source) has(sentence int, t term) bool {
	for _, u := range s.sentences[sentence].words {
		if related(t, s.lemmas[u.term]) >= asSynonym {
			return true
		}
	}
	return false
}

// unlinked is the objection that the text joins two things by the contrary word.
func (c *claim) unlinked(l link, sentence int, m link) *objection {
	own, d := c.reading.Doc, c.src.doc(sentence)
	between := func(d *text.Document, l link) corpus.Span {
		return d.Span(min(l.verb, l.other), max(l.verb, l.other)+1)
	}
	f := c.src.fact(sentence, between(d, m), between(own, l), Differs)
	return &objection{verdict: Contradicted, fact: &f, missing: &Missing{f.Claim, "the other way round in the text"},
		why: fmt.Sprintf("the claim has %q and the text %q", l.word+" "+own.Form(l.other), m.word+" "+d.Form(m.other))}
}

// linksOf returns the links of clauses: their prepositional phrases, and the
// clauses that a subordinator hangs on them.
func linksOf(d *text.Document, clauses []clause.Clause) []link {
	var out []link
	for i := range clauses {
		cl := &clauses[i]
		for _, o := range cl.Obliques {
			out = append(out, link{o.Prep, predicateToken(d, cl), o.Head})
		}
		if cl.Parent >= 0 && cl.Mark >= 0 && cl.Relation == clause.Adverbial {
			out = append(out, link{d.Tokens[cl.Mark].Lower, predicateToken(d, &clauses[cl.Parent]), predicateToken(d, cl)})
		}
	}
	return out
}

// contraryLinks reports whether two words that join a deed to something cannot
// both be said of it.
func contraryLinks(a, b string) bool {
	for _, w := range oppositeLinks(a) {
		if w == b {
			return true
		}
	}
	return false
}

// oppositeLinks returns the words that say the contrary of a preposition or
// subordinator.
func oppositeLinks(s string) []string {
	switch s {
	case "before", "prior to", "ahead of":
		return []string{"after", "following"}
	case "after", "following":
		return []string{"before", "prior to", "ahead of"}
	case "because", "because of", "due to", "owing to", "thanks to":
		return []string{"despite", "in spite of", "although", "though"}
	case "despite", "in spite of", "although", "though":
		return []string{"because", "because of", "due to", "owing to", "thanks to"}
	case "inside", "within":
		return []string{"outside"}
	case "outside":
		return []string{"inside", "within"}
	case "from":
		return []string{"to", "into"}
	case "to", "into":
		return []string{"from"}
	case "above":
		return []string{"below", "under"}
	case "below":
		return []string{"above", "over"}
	}
	return nil
}
