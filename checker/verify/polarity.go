package verify

import (
	"fmt"

	"github.com/concord-news/concord/checker/verify/thesaurus"
	"github.com/concord-news/concord/rules/clause"
	"github.com/concord-news/concord/rules/mention"
	"github.com/concord-news/concord/rules/text"
)

const (
	// leastDeed is how well a clause of the source must have the surroundings
	// of the claim's verb to be about the same deed.
	leastDeed = 0.3
	// leastDenial is by how much the opposite must fit better than the same.
	leastDenial = 1.0
	// A denial of what the source affirms needs one of the same deed: how much
	// better the affirmed deed must fit than a denied one (fib_swap, where 0.04
	// and 0.15 do nearly as well).
	affirmed, leastAffirmed = 2.0, 0.08
)

// polarity objects to what the source says the opposite of, and to a denial
// that nothing in the source bears out.
func (c *claim) polarity() []objection {
	var out []objection
	for i := range c.reading.Clauses {
		cl := &c.reading.Clauses[i]
		p := c.predicate(cl)
		same, opposite := c.deeds(cl, &p)
		switch denied := cl.Negated && !cl.Implied && !c.only(cl); {
		case opposite.score >= leastDeed && opposite.score > leastDenial*same.score:
			words := p.In(c.reading.Doc.Text)
			f := c.clauseFact(opposite, &p, Differs)
			out = append(out, objection{verdict: Contradicted, fact: &f, missing: &Missing{p.Span, "the text says the opposite"},
				why: fmt.Sprintf("the text says the opposite of %q", words)})
		case denied && same.score < leastDeed && (opposite.score > affirmed*same.score+leastAffirmed || !c.deniedNear(&p)):
			out = append(out, objection{missing: &Missing{p.Span, "the text denies no such thing"},
				why: fmt.Sprintf("the claim denies %q and the text does not", p.In(c.reading.Doc.Text))})
		}
	}
	return out
}

// only reports a clause that denies that something is the only one: "not the
// only threat" says that it is one.
func (c *claim) only(cl *clause.Clause) bool {
	d := c.reading.Doc
	for i := cl.First; i+1 < cl.Last; i++ {
		if t := d.Tokens[i].Lower; t != "not" && t != "n't" {
			continue
		}
		n := i + 1
		if d.Tokens[n].Tag == text.DET && n+1 < cl.Last {
			n++
		}
		switch d.Tokens[n].Lower {
		case "only", "just", "merely", "simply":
			return true
		}
	}
	return false
}

const (
	// leastLikeness is the share of a sentence of the claim that a sentence of the
	// source must have for a contrary word there to stand in place of the claim's.
	leastLikeness = 0.5
	// A third is enough where the source has that many words of a long sentence.
	leastLikenessLong, manyWords = 0.33, 7
)

// contraries objects to a word whose opposite stands in the sentence that has
// most of the rest.
func (c *claim) contraries() []objection {
	var out []objection
	for _, span := range c.sentences {
		near, _ := c.gather(span[0], span[1])
		if len(near) == 0 || !c.likely(near[0], span) {
			continue
		}
		for n := span[0]; n < span[1]; n++ {
			if w := &c.words[n]; w.best == 0 {
				if o := c.contrary(w, near[0], span); o != nil {
					out = append(out, *o)
				}
			}
		}
	}
	return out
}

// likely reports whether a sentence of the source tells of what a sentence of the claim does.
func (c *claim) likely(sentence int, span [2]int) bool {
	words := 0
	for n := span[0]; n < span[1]; n++ {
		if c.words[n].here[sentence] > 0 {
			words++
		}
	}
	likeness := c.likeness(sentence, span)
	return likeness >= leastLikeness || likeness >= leastLikenessLong && words >= manyWords
}

// likeness is the share of the words' weight that a sentence has.
func (c *claim) likeness(sentence int, span [2]int) float64 {
	sum, all := 0.0, 0.0
	for n := span[0]; n < span[1]; n++ {
		all += c.words[n].weight
		sum += c.words[n].weight * c.words[n].here[sentence]
	}
	return sum / all
}

// contrary objects to a word of the claim that stands in the sentence as its
// opposite, which answers to no other word of the claim.
func (c *claim) contrary(w *claimWord, sentence int, span [2]int) *objection {
	doc := c.src.doc(sentence)
	for _, u := range c.src.sentences[sentence].words {
		if thesaurus.People(w.lemma) {
			continue // who is no man may be another than the woman
		}
		if !thesaurus.Contrary(w.lemma, c.src.lemmas[u.term].lemma) && !thesaurus.Contrary(c.reading.Doc.Tokens[w.token].Lower, doc.Tokens[u.token].Lower) {
			continue
		}
		answers := false
		for n := span[0]; n < span[1]; n++ {
			answers = answers || c.words[n].terms[u.term] > 0
		}
		if answers {
			continue
		}
		own := c.reading.Doc.Tokens[w.token].Span
		f := c.src.fact(sentence, doc.Tokens[u.token].Span, own, Differs)
		return &objection{verdict: Contradicted, fact: &f, missing: &Missing{own, "the text says the opposite"},
			why: fmt.Sprintf("the claim has %q where the text has %q", own.In(c.reading.Doc.Text), f.In(doc.Text))}
	}
	return nil
}

// predicate is what a clause says, as a part: its verb, or what a copula says
// of its subject.
func (c *claim) predicate(cl *clause.Clause) part {
	d := c.reading.Doc
	at := predicateToken(d, cl)
	return part{Mention: mention.Mention{Span: d.Tokens[at].Span, First: at, Last: at + 1, Head: -1}, sentence: cl.Sentence}
}

func predicateToken(d *text.Document, cl *clause.Clause) int {
	if d.Tokens[cl.Verb].Lemma == "be" && !cl.Complement.None() {
		return cl.Complement.Head
	}
	return cl.Verb
}

// deed is a clause of the source that speaks of the claim's deed.
type deed struct {
	sentence int
	clause   *clause.Clause
	score    float64
}

// deeds returns the clauses that best fit a clause of the claim, one of those
// that say the same and one of those that say the opposite.
func (c *claim) deeds(cl *clause.Clause, p *part) (same, opposite deed) {
	own := termAt(c.reading.Doc, p.First)
	for n, a := range c.src.shallowClauses() {
		d := c.src.doc(n)
		at := predicateToken(d, a)
		other := termAt(d, at)
		fit, turned := related(own, other), false
		if fit < asKind && thesaurus.Contrary(own.lemma, other.lemma) && !empty(own.lemma) && !empty(other.lemma) {
			fit, turned = asSynonym, true
		}
		if fit < asKind || turned && a.Passive != cl.Passive {
			continue
		}
		score := fit * c.around(p, n, tokens{at, at + 1})
		best := &same
		if (a.Negated != turned) != cl.Negated {
			// What is banned, refused or hypothetical is not said to be so or
			// not: only plain statements are opposites.
			if a.Implied || cl.Implied || !cl.Finite || a.Modality != cl.Modality || a.Modality == clause.Planned && a.Tense == clause.Past && cl.Tense != clause.Past {
				continue // what was due to be may no longer be so
			}
			best = &opposite
		}
		if score > best.score {
			*best = deed{n, a, score}
		}
	}
	return same, opposite
}

// clauseFact is the fact of a clause of the source beside a part of the claim.
func (c *claim) clauseFact(d deed, p *part, r Relation) Fact {
	return c.src.fact(d.sentence, c.src.doc(d.sentence).Span(d.clause.First, d.clause.Last), p.Span, r)
}

// besideDenial is how many tokens may lie between a denial and what it denies.
const besideDenial = 4

// deniedNear reports whether a sentence of the source that has words of the
// claim's sentence denies what stands near part p.
func (c *claim) deniedNear(p *part) bool {
	span := c.sentences[p.sentence]
	near, _ := c.gather(span[0], span[1])
	for _, i := range near {
		doc, s := c.src.doc(i), c.src.bounds(i)
		for t := s.First; t < s.Last; t++ {
			if denies(doc.Tokens[t].Lemma) && c.answers(p, i, t) {
				return true
			}
		}
	}
	return false
}

// answers reports whether a word of the source near token t stands for one of
// the claim near part p.
func (c *claim) answers(p *part, sentence, t int) bool {
	for _, u := range c.src.sentences[sentence].words {
		if (tokens{t, t + 1}).distance(u.token) > besideDenial {
			continue
		}
		for n := c.sentences[p.sentence][0]; n < c.sentences[p.sentence][1]; n++ {
			w := &c.words[n]
			if w.part < 0 && !c.proper(w) && (tokens{p.First, p.Last}).distance(w.token) <= besideDenial && w.terms[u.term] >= asSynonym {
				return true
			}
		}
	}
	return false
}

// denies reports a word that turns what it goes with into its opposite.
func denies(lemma string) bool {
	switch lemma {
	case "fail", "refuse", "deny", "reject", "lack", "avoid", "unable", "unlikely", "cannot", "barely", "stop", "prevent", "ban", "block", "decline":
		return true
	}
	return text.Denies(lemma)
}
