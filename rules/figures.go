package rules

import (
	"slices"

	"github.com/concord-news/concord/rules/clause"
	"github.com/concord-news/concord/rules/mention"
	"github.com/concord-news/concord/rules/strict"
	"github.com/concord-news/concord/rules/text"
)

// figureKinds are the kinds of figure that a Read may take by their
// surroundings, as rule.yaml names them.
var figureKinds = []mention.Kind{mention.Number, mention.Share, mention.Money, mention.Measure, mention.Age, mention.Duration, mention.Ordinal, mention.Date, mention.Time}

// figureNames are the names of figureKinds.
func figureNames() []string {
	var names []string
	for _, k := range figureKinds {
		names = append(names, k.String())
	}
	return names
}

// decodeFigure decodes the kind of figure of a read.
func decodeFigure(read *strict.Node) mention.Kind {
	return figureKinds[max(0, slices.Index(figureNames(), read.OneOf("figure", figureNames())))]
}

// comparisonOf is how figures of a kind are compared.
func comparisonOf(k mention.Kind) Comparison {
	switch k {
	case mention.Date:
		return ByDate
	case mention.Time:
		return ByTime
	}
	return ByFigure
}

// checkAlike refuses reads of a figure whose facts would meet by a key, and
// facts that are to be alike and have no surroundings.
func checkAlike(n *strict.Node, r *Rule) {
	for i := range r.Reads {
		if own := r.Reads[i].Source >= FromFigure && r.Reads[i].Source != FromEvent && r.Reads[i].Source != FromDenial; own != r.Compare.Alike {
			n.Field("read").Fault("a read of a figure, name, sort or report and a comparison with alike: true go together")
			return
		}
	}
}

// figures applies the reads that take every figure of a kind, whatever the
// words around it. What it is a figure of is told by its surroundings.
func (a *application) figures() {
	sentence := -1
	for i := range a.g.Mentions {
		m := &a.g.Mentions[i]
		rule := a.figureRules[m.Kind]
		if rule == nil || !stated(m) || a.naming(m) || slices.Contains(a.summed, i) {
			continue
		}
		if n := a.sentenceOf(m.First); n != sentence {
			sentence = n
			a.enter(n)
		}
		if isDated(m.Kind) && m.First < a.g.Doc.Sentences[sentence].First+clause.Dateline(a.g.Doc, sentence) {
			continue
		}
		a.figureFact(rule, i)
	}
}

// naming reports whether a number is written as names are: "the Grand 16
// cinema", "the 300 block of Elm Street".
func (a *application) naming(m *mention.Mention) bool {
	d := a.g.Doc
	if m.Kind != mention.Number || !d.Tokens[m.First].Shape.Has(text.HasDigit) {
		return false
	}
	if m.Head >= 0 && d.Tokens[m.Head].Lower == "block" {
		return true
	}
	first := d.Sentences[a.sentenceOf(m.First)].First
	return m.First > first && m.Head >= m.Last && d.Tokens[m.First-1].Shape.Has(text.Capital) && d.Tokens[m.Head].Lower == d.Tokens[m.Head].Lemma && d.Tokens[m.Head].Fine == text.NN
}

// enter makes sentence n the one at hand.
func (a *application) enter(n int) {
	s := &a.g.Doc.Sentences[n]
	a.input.SetSentence(s.First, s.Last, a.g.syntax.Phrases(n))
	a.clauses = a.clausesOf(n)
	a.scratch.enter(s.First, s.Last)
}

// presupposed reports whether a figure stands before a noun whose thing the text
// takes as known, whatever the clause says may become of it: "whether the $40
// billion bid succeeds".
func (a *application) presupposed(m *mention.Mention) bool {
	ph, ok := a.input.PhraseAt(m.Last - 1)
	if !ok || ph.Head < m.Last {
		return false
	}
	t := &a.g.Doc.Tokens[ph.First]
	return t.Lower == "the" || t.Lower == "this" || t.Lower == "that" || t.Fine == text.PRPS || a.owned(ph.First, m.First)
}

// owned reports whether a possessor stands among the tokens: "Dunmore's".
func (a *application) owned(first, last int) bool {
	for i := first; i < last; i++ {
		if a.g.Doc.Tokens[i].Fine == text.POS {
			return true
		}
	}
	return false
}

// around is the clause that holds token i or, where none does, the last one
// whose verb stands before it: "were trapped in a shaft at a depth of 40 feet".
func (a *application) around(i int) int {
	n := a.governing(i)
	for k := 0; n < 0 && k < len(a.clauses); k++ {
		if last := len(a.clauses) - 1 - k; a.clauses[last].Verb < i {
			n = last
		}
	}
	return n
}

// wishes are verbs whose object is not there yet: "wants 200 new flats".
var wishes = map[string]bool{"want": true, "seek": true, "plan": true, "propose": true, "promise": true, "pledge": true, "target": true, "demand": true, "request": true, "ask": true, "ask for": true, "call for": true, "hope": true, "aim": true, "need": true}

// wished is within how many words behind such a verb a figure is its object.
const wished = 3

// foresight are verbs of what is not so yet: "is forecast at 3 percent".
var foresight = map[string]bool{"forecast": true, "project": true, "predict": true, "expect": true}

// figureFact makes a fact of mention i, unless nothing says what it is of.
func (a *application) figureFact(rule *Rule, i int) {
	m := &a.g.Mentions[i]
	w := surroundings{application: a, mention: m, clause: a.around(m.First)}
	terms := w.read()
	if len(terms) == 0 {
		return
	}
	f := a.draft()
	f.Rule, f.Token, f.Evidence, f.Mention, f.Context = rule, m.First, m.Span, i, terms
	f.Value.Figure, f.Value.Unit, f.Value.Kind = m.Quantity, m.Unit, m.Kind
	if isDated(m.Kind) {
		f.Value.Period, f.Value.Timex, f.Value.Words = m.Period, m.Timex, m.In(a.g.Doc.Text)
	}
	if m.Head >= m.Last {
		f.Evidence = a.g.Doc.Span(m.First, m.Head+1)
	}
	if w.clause >= 0 {
		c := &a.clauses[w.clause]
		f.AsOf = a.asOf(c)
		if !a.presupposed(m) && !w.began && !w.lasting {
			f.Modality, f.Negated, f.Past = c.Modality, c.Negated, c.Tense == clause.Past
			if f.Modality == clause.Asserted && (wishes[c.Predicate] || foresight[c.Predicate]) {
				f.Modality = clause.Planned
			}
		} else if w.lasting && wishes[c.Predicate] && !a.presupposed(m) && m.First > c.Verb && m.First <= c.Verb+wished {
			f.Modality = clause.Planned // "had sought 500 hours of service"
		}
	}
	clauses := a.clauses
	a.add(f, sourceSlot{"thing", w.show(Head)}, sourceSlot{"predicate", w.show(Predicate)})
	a.clauses = clauses
}
