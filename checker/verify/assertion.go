package verify

import (
	"fmt"

	"github.com/concord-news/concord/rules/clause"
	"github.com/concord-news/concord/rules/mention"
	"github.com/concord-news/concord/rules/text"
)

// assertions objects to a claim that states what the text only plans, allows or
// supposes: "were freed" beside "could be freed".
func (c *claim) assertions() []objection {
	if len(c.src.sentences) > mostSentences {
		return nil
	}
	var out []objection
	for _, cl := range c.clauses() {
		if o := c.assertion(&cl); o != nil {
			out = append(out, *o)
		}
	}
	return out
}

// assertion looks at one clause of the claim.
func (c *claim) assertion(cl *clause.Clause) *objection {
	own := c.reading.Doc
	if own.Tokens[cl.Verb].Tag != text.VERB || cl.Modality != clause.Asserted || cl.Negated || empty(own.Tokens[cl.Verb].Lemma) {
		return nil
	}
	var unsure *deed
	for _, d := range c.src.deedsOf(termAt(own, cl.Verb)) {
		if !hedged(d.clause, cl) {
			return nil
		}
		if unsure == nil {
			unsure = &d
		}
	}
	if unsure == nil || c.told(cl, unsure.sentence) {
		return nil
	}
	p := part{Mention: mention.Mention{Span: own.Tokens[cl.Verb].Span, First: cl.Verb, Last: cl.Verb + 1, Head: -1}, sentence: cl.Sentence}
	f := c.clauseFact(*unsure, &p, Elsewhere)
	return &objection{fact: &f, missing: &Missing{p.Span, unsure.clause.Modality.String() + " in the text"},
		why: fmt.Sprintf("the claim states %q, which is %s in the text: %q", own.Form(cl.Verb), unsure.clause.Modality, f.In(c.src.text(f.Article)))}
}

// hedged reports whether a clause of the source says less than that it is so. A
// plan is as good for a claim in the present tense, as headlines tell plans.
func hedged(a, cl *clause.Clause) bool {
	switch a.Modality {
	case clause.Possible, clause.Conditional, clause.Hypothetical, clause.Required:
		return true
	case clause.Planned:
		return cl.Tense == clause.Past || cl.Perfect
	}
	return false
}

// told reports whether the sentence has the verb of the claim's clause as a noun
// too: "the release".
func (c *claim) told(cl *clause.Clause, sentence int) bool {
	d := c.src.doc(sentence)
	verb := termAt(c.reading.Doc, cl.Verb)
	for _, u := range c.src.sentences[sentence].words {
		if d.Tokens[u.token].Tag == text.NOUN && related(verb, c.src.lemmas[u.term]) >= asSynonym {
			return true
		}
	}
	return false
}
