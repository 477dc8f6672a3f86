package rules

import (
	"github.com/concord-news/concord/rules/clause"
	"github.com/concord-news/concord/rules/text"
)

// answer is yes or no as the read says, turned by a negated clause and, in a
// phrase, by no, not, never or without just before it. A phrase that has the word
// of denial in it says itself what it means.
func (a *application) answer(rd *Read, token int, c *clause.Clause, denied bool) Answer {
	negated := c != nil && c.Negated
	switch {
	case denied:
		negated = false
	case rd.Phrase != nil && c == nil:
		negated = a.negatedBefore(token)
	}
	if (rd.Value == "yes") != negated {
		return Yes
	}
	return No
}

// negationReach is how many tokens before a phrase a negation may stand.
const negationReach = 4

func (a *application) negatedBefore(token int) bool {
	first := a.g.Doc.Sentences[a.sentenceOf(token)].First
	for i := token - 1; i >= max(first, token-negationReach); i-- {
		if text.Denies(a.g.Doc.Tokens[i].Lower) {
			return true
		}
	}
	return false
}

// states finds the clause by which a match says that something is so: of those
// whose verb stands in it the last one. It reports whether the match says anything:
// "to restore contact" says nothing of whether it was.
func (a *application) states(e *emission) bool {
	for n := len(a.clauses) - 1; n >= 0; n-- {
		c := &a.clauses[n]
		if e.first <= c.Verb && c.Verb < e.last {
			e.clause = n
			return c.Implied || !a.infinite(c)
		}
	}
	e.verbless = true
	return true
}

// infinite reports whether a clause names a deed without saying that it is
// done: an infinitive, or a gerund after a preposition. Participles ("talks
// led by", "killing five") say it.
func (a *application) infinite(c *clause.Clause) bool {
	if c.Tense != clause.NoTense || c.Modality != clause.Asserted {
		return false
	}
	switch a.g.Doc.Tokens[c.Verb].Fine {
	case text.VB:
		return true
	case text.VBG:
		if len(c.Agents) == 0 || c.Agents[0].Last != c.Verb {
			return a.afterPreposition(c.Verb)
		}
		// "opposes Norway joining", "Norway joining would mean"
		before := c.Agents[0].First - 1
		return before < 0 || a.g.Doc.Tokens[before].Lower != "with"
	}
	return false
}

// afterPreposition reports whether a preposition stands before token i: "of
// joining", "to Norway joining". After "with" a participle says what is so:
// "with two towns remaining".
func (a *application) afterPreposition(i int) bool {
	if i == 0 {
		return false
	}
	t := &a.g.Doc.Tokens[i-1]
	return (t.Tag == text.ADP || t.Fine == text.TO) && t.Lower != "with"
}
