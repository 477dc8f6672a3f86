package rules

import "github.com/concord-news/concord/rules/clause"

// Asserted is a clause as a fact: what it says is so, or is denied. Its tokens are those from
// first to last, matter is what it is about and says its answer, as reports call them.
func (n *NameReader) Asserted(rule *Rule, index, first, last int, denied bool, matter, says string) (Fact, bool) {
	g := n.a.g
	c := &g.Clauses[index]
	f := Fact{Rule: rule, Token: c.Verb, Evidence: g.Doc.Span(first, last), Negated: denied}
	f.Value.Words, f.Value.Answer = says, Yes
	if denied {
		f.Value.Answer, f.Pending = No, n.pending(c)
	}
	f.Voice = n.a.voice(c.Verb)
	return f, n.a.complete(&f, sourceSlot{"matter", KeyValue{Value: matter, Show: matter}})
}

// pending reports whether a denied clause says that it is not so yet.
func (n *NameReader) pending(c *clause.Clause) bool {
	d := n.a.g.Doc
	s := &d.Sentences[c.Sentence]
	for i := max(s.First, c.First-1); i < min(s.Last, c.Last+1); i++ {
		switch d.Tokens[i].Lower {
		case "yet", "still":
			return true
		}
	}
	return false
}
