package checker

import (
	"fmt"
	"slices"

	"github.com/concord-news/concord/rules"
	"github.com/concord-news/concord/rules/lexicon"
	"github.com/concord-news/concord/rules/text"
)

// How alike the surroundings of two kinds must be, as a cosine, to be said of one
// thing. Tuned on the stories that were looked at.
const (
	likeKind      = 0.3
	likeOtherKind = 0.3
)

// mostOfKind bounds how often an article's things of one kind are looked at.
const mostOfKind = 6

// kinds compares of what kind two articles say that a thing is.
func kinds(a, b *rules.Fact) outcome {
	x, y := a.Value.Words, b.Value.Words
	if a.Value.Unit == rules.Nationality && b.Value.Unit == rules.Nationality {
		if x == y {
			return outcome{relation: same, why: "of " + x + " in both"}
		}
		return outcome{relation: different, why: fmt.Sprintf("of %s against of %s", x, y)}
	}
	switch lexicon.CompareKinds(x, y) {
	case lexicon.SameKind:
		return outcome{relation: same, why: x + " in both"}
	case lexicon.Broader:
		return outcome{relation: bothTrue, why: fmt.Sprintf("%s and %s: one is a kind of the other", x, y)}
	case lexicon.ApartKinds:
		return outcome{relation: different, why: fmt.Sprintf("%s against %s, and neither is a kind of the other", x, y)}
	}
	return outcome{relation: incomparable, why: fmt.Sprintf("%s and %s may be two things", x, y)}
}

// kinds makes the slots of things that two articles tell of in like words, each
// with its kind.
func (n *naming) kinds() []slot {
	rule := n.catalog.Reading(rules.FromKind)
	if rule == nil {
		return nil
	}
	g := &gathering{story: n.story, in: make([][]int, len(n.articles))}
	for i, reader := range n.readers {
		times := map[string]int{}
		for _, k := range reader.Kinds(rule.Reads[0].Sorts) {
			if times[k.Name]++; times[k.Name] > mostOfKind {
				continue
			}
			if f, ok := reader.KindFact(rule, k); ok {
				n.add(g, i, &f)
			}
		}
	}
	g.read = make([]*slot, len(g.all))
	agreeing, differing := g.kindLinks()
	for _, l := range agreeing {
		g.join(l, g.compatible)
	}
	for _, l := range differing {
		g.join(l, g.unshared)
	}
	return g.slots()
}

// add adds a fact to a gathering.
func (n *naming) add(g *gathering, article int, f *rules.Fact) {
	st := n.statement(article, f)
	if g.in != nil {
		g.in[article] = append(g.in[article], len(g.all))
	}
	g.group = append(g.group, len(g.all))
	g.members = append(g.members, []int{len(g.all)})
	g.all = append(g.all, st)
	g.profiles = append(g.profiles, n.profile(&st, n.common))
}

// kindLinks lists the pairs of one thing that may be of one kind and those that are
// not, the most alike first.
func (g *gathering) kindLinks() (agreeing, differing []link) {
	may := func(l link) bool {
		a, b := &g.all[l.a], &g.all[l.b]
		return a.fact.Negated == b.fact.Negated && a.key[0] == b.key[0]
	}
	one := func(l link) bool {
		return may(l) && l.likeness >= likeKind && kinds(g.all[l.a].fact, g.all[l.b].fact).relation <= bothTrue
	}
	two := func(l link) bool {
		a, b := &g.all[l.a], &g.all[l.b]
		return may(l) && l.likeness >= likeOtherKind && kinds(a.fact, b.fact).relation == different && g.preposition(a) == g.preposition(b) &&
			tied(&g.profiles[l.a], &g.profiles[l.b]) && !(g.bearsName(a) && g.bearsName(b)) && !g.has(b.article, a) && !g.has(a.article, b)
	}
	g.pairUp(func(i int) string {
		st := &g.all[i]
		var w wording
		w.text(st.key[0], st.fact.Value.Words, st.fact.Value.Unit, g.preposition(st))
		w.flags(st.fact.Negated)
		w.profile(&g.profiles[i])
		for _, j := range g.in[st.article] {
			w.text(g.all[j].fact.Value.Words)
		}
		return string(w)
	}, one)
	for x, i := range g.first {
		for _, j := range g.first[x+1:] {
			l, ok := g.across(g.of(i), g.of(j), g.profiles[i].likeness(&g.profiles[j]), false)
			if ok && one(l) {
				agreeing = g.spread(agreeing, i, j, l.likeness, false)
			} else if ok && two(l) {
				differing = g.spread(differing, i, j, l.likeness, false)
			}
		}
	}
	slices.SortFunc(agreeing, byLikeness)
	slices.SortFunc(differing, byLikeness)
	return agreeing, differing
}

// bearsName reports whether the thing of a statement has a name before it, so that another
// with a name is another thing: "the Riverside mall", "St Brendan hospital".
func (s *story) bearsName(st *statement) bool {
	d := s.readings[st.article].Doc
	return st.fact.Token > 0 && d.Tokens[st.fact.Token-1].Tag == text.PROPN
}

// aboard makes one of the prepositions with which people ride: on a motorcycle, in
// a van.
func aboard(preposition string) string {
	switch preposition {
	case "on", "aboard", "by":
		return "in"
	}
	return preposition
}

// preposition is the preposition that governs the words of a statement, "" for
// none: who was carried out of a house and into an ambulance was in both.
func (s *story) preposition(st *statement) string {
	d := s.readings[st.article].Doc
	begun := false // the phrase has, with its article or owner
	for i := st.fact.Token - 1; i >= max(0, st.fact.Token-prepositionReach); i-- {
		switch t := &d.Tokens[i]; {
		case t.Tag == text.ADP:
			return aboard(t.Lower)
		case begun, t.Tag != text.DET && t.Tag != text.PRON && t.Tag != text.ADJ && t.Tag != text.NOUN && t.Tag != text.PROPN && t.Tag != text.NUM:
			return ""
		default:
			begun = t.Tag == text.DET || t.Tag == text.PRON
		}
	}
	return ""
}

// prepositionReach is how far before a noun its preposition stands: "in their old
// brick house".
const prepositionReach = 5

// has reports whether an article speaks anywhere of a thing of the kind of a, or of
// a kind of that.
func (g *gathering) has(article int, a *statement) bool {
	return slices.ContainsFunc(g.in[article], func(i int) bool {
		return lexicon.CompareKinds(g.all[i].fact.Value.Words, a.fact.Value.Words) == lexicon.SameKind
	})
}
