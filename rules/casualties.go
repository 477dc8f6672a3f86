package rules

import (
	"slices"

	"github.com/concord-news/concord/rules/casualty"
	"github.com/concord-news/concord/rules/mention"
	"github.com/concord-news/concord/rules/strict"
)

// TallyRead says which of an article's tallies of people a Read takes.
type TallyRead struct {
	Outcome casualty.Outcome
	Kind    casualty.Kind
}

// The words by which rule.yaml names the outcomes and kinds of tally, in the
// order of their values.
var (
	tallyOutcomes = []string{"killed", "injured", "shot"}
	tallyKinds    = []string{"toll", "whole", "group", "person", "earlier", "victims"}
)

// decodeTally decodes {outcome: killed, count: toll}.
func decodeTally(n *strict.Node) *TallyRead {
	if !n.Mapping("a mapping such as {outcome: killed, count: toll}") {
		return &TallyRead{}
	}
	n.Fields(tallyFields())
	return &TallyRead{
		Outcome: casualty.Outcome(max(0, slices.Index(tallyOutcomes, n.OneOf("outcome", tallyOutcomes)))),
		Kind:    casualty.Kind(max(0, slices.Index(tallyKinds, n.OneOf("count", tallyKinds)))),
	}
}

// casualties applies the reads that look at the killed, the injured and the
// shot. It goes before the others, so that figures of people are not read
// again by rules that read what is left.
func (a *application) casualties() {
	refs := a.bySource[FromTally]
	if len(refs) == 0 {
		return
	}
	all := casualty.Read(a.g.Doc, a.g.Mentions, a.g.Clauses)
	for i := range all {
		asOf, occasion := a.occasionAt(all[i].Trigger)
		all[i].Other = asOf.Known() && occasion.Value != "now"
		all[i].Dated, all[i].When = asOf.Known() && !all[i].Other, asOf
		a.use(&all[i])
	}
	for _, t := range casualty.Settle(all, a.sentenceOf) {
		for _, ref := range refs {
			if ref.read.Tally.Outcome == t.Outcome && ref.read.Tally.Kind == t.Kind {
				a.tallied(ref, &t)
			}
		}
	}
}

// use marks the figures of a statement as read, and those of which it has the
// sum.
func (a *application) use(st *casualty.Statement) {
	summed := slices.ContainsFunc(st.Members, func(m casualty.Member) bool { return m.Summed })
	for i := a.mentionsFrom(st.First); i < len(a.g.Mentions) && a.g.Mentions[i].First < st.Last; i++ {
		if a.g.Mentions[i].Kind == mention.Number {
			a.g.Used[i] = true
			if summed {
				a.summed = append(a.summed, i)
			}
		}
	}
}

// occasionAt is the time and the event of which the clause around a token speaks.
func (a *application) occasionAt(token int) (mention.Period, KeyValue) {
	a.clauses = a.clausesOf(a.sentenceOf(token))
	n := a.governing(token)
	if n < 0 {
		return mention.Period{}, KeyValue{Value: "now"}
	}
	c := &a.clauses[n]
	f := Fact{Token: token, AsOf: a.asOf(c)}
	return f.AsOf, a.occasion(&f, c)
}

// tallied makes a fact of a tally.
func (a *application) tallied(ref readRef, t *casualty.Tally) {
	asOf, occasion := a.occasionAt(t.Trigger)
	f := a.draft()
	f.Rule, f.Evidence, f.Token, f.AsOf, f.Negated = ref.rule, a.g.Doc.Span(t.First, t.Last), t.Trigger, asOf, t.Nobody
	f.Value.Figure, f.Value.Unit, f.Value.Kind = t.Quantity, uncounted, mention.Number
	if t.Kind == casualty.Person {
		f.Value.Answer = Yes
	}
	group := a.catalog.Synonym(t.Noun)
	a.add(f,
		sourceSlot{"event", occasion},
		sourceSlot{"group", KeyValue{Value: group, Show: group}},
		sourceSlot{"person", KeyValue{Value: t.Name, Entity: t.Entity, Show: t.Name}},
	)
}
