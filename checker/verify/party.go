package verify

import (
	"fmt"
	"strings"

	"github.com/concord-news/concord/checker/verify/thesaurus"
	"github.com/concord-news/concord/rules/clause"
	"github.com/concord-news/concord/rules/text"
)

// parties objects to a claim in which somebody does, or undergoes, what the text
// says of another: the text has the deed with another party in that place, and
// the claim's in another place of the same sentence. A clause of the text that
// leaves the place open, or has a pronoun there, may mean anybody.
func (c *claim) parties() []objection {
	if len(c.src.sentences) > mostSentences || c.headline() && !c.src.stopped() {
		return nil
	}
	var out []objection
	for _, cl := range c.clauses() {
		if c.reading.Doc.Tokens[cl.Verb].Tag != text.VERB || empty(c.reading.Doc.Tokens[cl.Verb].Lemma) {
			continue
		}
		if o := c.party(&cl); o != nil {
			out = append(out, *o)
		}
	}
	return out
}

// party looks at one clause of the claim.
func (c *claim) party(cl *clause.Clause) *objection {
	verb := termAt(c.reading.Doc, cl.Verb)
	for _, of := range [...]func(*clause.Clause) []clause.Phrase{agentsOf, patientsOf} {
		own := c.known(of(cl))
		if len(own) == 0 {
			continue
		}
		var rival *deed
		var other clause.Phrase
		open := false
		for _, d := range c.src.deedsOf(verb) {
			doc := c.src.doc(d.sentence)
			theirs := of(d.clause)
			switch {
			case len(theirs) == 0, c.meet(own, doc, theirs):
				open = true
			case anybody(doc, theirs):
				open = true
			case rival == nil && c.standsIn(own, d.sentence):
				rival, other = &d, theirs[0]
			}
		}
		if rival != nil && !open {
			return c.displaced(cl, own[0], rival, other)
		}
	}
	return nil
}

func agentsOf(c *clause.Clause) []clause.Phrase { return c.Agents }

func patientsOf(c *clause.Clause) []clause.Phrase { return c.Patients }

// displaced is the objection that the text has another phrase in the place of p.
func (c *claim) displaced(cl *clause.Clause, p clause.Phrase, d *deed, other clause.Phrase) *objection {
	own, doc := c.reading.Doc, c.src.doc(d.sentence)
	f := c.src.fact(d.sentence, doc.Span(other.First, other.Last), own.Span(p.First, p.Last), Differs)
	words := f.Claim.In(own.Text)
	return &objection{fact: &f, missing: &Missing{f.Claim, "another in the text"},
		why: fmt.Sprintf("the claim has %q with %q where the text has %q", words, own.Form(cl.Verb), f.In(doc.Text))}
}

// known returns the phrases whose heads say who or what they are.
func (c *claim) known(list []clause.Phrase) []clause.Phrase {
	var out []clause.Phrase
	for _, p := range list {
		if t := &c.reading.Doc.Tokens[p.Head]; content(t) && t.Tag != text.PRON {
			out = append(out, p)
		}
	}
	return out
}

// anybody reports whether one of the phrases may be anybody: a pronoun, a
// figure, "people", "his firm"; or says when.
func anybody(d *text.Document, list []clause.Phrase) bool {
	for _, p := range list {
		t := &d.Tokens[p.Head]
		if !content(t) || t.Tag == text.PRON || t.Lemma == "people" || t.Lemma == "person" || t.Lemma == "man" || t.Lemma == "woman" ||
			thesaurus.Find(t.Lemma).Noun() == thesaurus.NounTime {
			return true
		}
		if o := clause.Possessor(d, p); !o.None() && d.Tokens[o.Head].Fine == text.PRPS {
			return true // "his country"
		}
	}
	return false
}

// meet reports whether a word of one of the claim's phrases stands for one of a
// phrase of the source, or the other way round.
func (c *claim) meet(own []clause.Phrase, d *text.Document, theirs []clause.Phrase) bool {
	for _, p := range own {
		for _, q := range theirs {
			if initials(c.reading.Doc, p) == d.Tokens[q.Head].Lower || initials(d, q) == c.reading.Doc.Tokens[p.Head].Lower {
				return true
			}
		}
	}
	ours, others := termsOf(c.reading.Doc, own), termsOf(d, theirs)
	for _, a := range ours {
		for _, b := range others {
			if related(a, b) > 0 || related(b, a) > 0 {
				return true
			}
		}
	}
	return false
}

// termsOf returns the content words of phrases.
func termsOf(d *text.Document, list []clause.Phrase) []term {
	var out []term
	for _, p := range list {
		for i := p.First; i < p.Last; i++ {
			if content(&d.Tokens[i]) {
				out = append(out, termAt(d, i))
			}
		}
	}
	return out
}

// initials is what the capitals of a phrase make: "uno" for "the United Nations
// Organization"; "-" for fewer than two.
func initials(d *text.Document, p clause.Phrase) string {
	var b strings.Builder
	for i := p.First; i < p.Last; i++ {
		if t := &d.Tokens[i]; t.Shape.Has(text.Capital) {
			b.WriteByte(t.Lower[0])
		}
	}
	if b.Len() < 2 {
		return "-"
	}
	return b.String()
}

// standsIn reports whether the head of one of the claim's phrases stands in a
// sentence of the source.
func (c *claim) standsIn(own []clause.Phrase, sentence int) bool {
	for _, p := range own {
		for n := range c.words {
			if c.words[n].token == p.Head && c.words[n].here[sentence] >= asSynonym {
				return true
			}
		}
	}
	return false
}

// clauses returns the clauses of the claim, by its trees.
func (c *claim) clauses() []clause.Clause {
	if c.byTrees == nil {
		c.byTrees = clause.ReadTrees(c.reading.Doc, c.parsed())
	}
	return c.byTrees
}

// deedsOf returns the clauses of the source whose verb stands for another, by
// the trees of the sentences that have it.
func (s *Source) deedsOf(verb term) []deed {
	var out []deed
	for i := range s.sentences {
		if !s.has(i, verb) {
			continue
		}
		d := s.doc(i)
		for k := range s.sentences[i].clauses() {
			cl := &s.sentences[i].clauses()[k]
			if related(verb, termAt(d, cl.Verb)) >= asSynonym {
				out = append(out, deed{sentence: i, clause: cl, score: 1})
			}
		}
	}
	return out
}

// stopped reports whether the source ends as sentences do and headlines do not.
func (s *Source) stopped() bool {
	for _, r := range s.readings {
		if t := strings.TrimSpace(r.Doc.Text); t == "" || !strings.ContainsAny(t[len(t)-1:], ".!?\"") {
			return false
		}
	}
	return true
}
