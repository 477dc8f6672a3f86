package checker

import (
	"cmp"
	"slices"

	"github.com/concord-news/concord/checker/weigh/figureclues"
	"github.com/concord-news/concord/rules"
	"github.com/concord-news/concord/rules/mention"
)

// gathering sorts the figures that are known by their surroundings into slots.
type gathering struct {
	*story
	all      []statement
	profiles []profile
	// in lists the statements of each article, as indexes of all.
	in [][]int
	// group is the group of each statement, members the statements of each, but
	// for twins.
	group   []int
	members [][]int
	// first lists the statements that are compared, one of each sort. twins has the
	// statements of a sort of which the first stands for all, apart those of one of
	// which each stands for itself, both by the first, and stands for each statement
	// the one that stands for it.
	first, stands []int
	twins, apart  [][]int
	// lone marks the counts, sums and measures that are none to hold another against.
	lone []bool
	// read is what other rules read of the same words, parallel to all.
	read []*slot
	// near says of two nouns, in order, whether they may be said of one thing.
	near map[[2]string]bool
	// affinities are those of the figures of which they were asked.
	affinities map[[2]int]float64
	// weighings are the pairs of figures of which package weigh says that they are told of
	// one thing.
	weighings []weighing
}

// weighing is two figures with the points that speak for them being told of one thing.
type weighing struct {
	link
	points float64
}

// link is two statements of two articles that may be told of one thing.
type link struct {
	a, b     int
	likeness float64
}

// byLikeness orders links, the most alike first.
func byLikeness(x, y link) int {
	return cmp.Or(cmp.Compare(y.likeness, x.likeness), cmp.Compare(x.a, y.a), cmp.Compare(x.b, y.b))
}

// gather adds the slots of figures that no key holds together: those that two
// articles state in surroundings that are alike. It leaves out those that the
// rules with keys, which made the other slots, hold together as well, and takes
// the place of slots of which the words around a figure tell more.
func (s *story) gather(all []statement, others []slot) []slot {
	g := s.newGathering(all, others)
	agreeing, differing := g.links()
	for _, l := range agreeing {
		g.join(l, g.compatible)
	}
	for _, l := range differing {
		g.join(l, g.unshared)
	}
	own := append(g.slots(), g.headlines()...)
	for i := range own {
		for _, st := range own[i].statements {
			s.met[[2]int{st.article, st.fact.Mention}] = true
		}
	}
	return append(slices.DeleteFunc(others, func(o slot) bool { return g.exceeded(&o, own) || g.toldApart(&o) }), own...)
}

// newGathering takes the figures that are known by their surroundings out of all
// statements.
func (s *story) newGathering(all []statement, others []slot) *gathering {
	g := &gathering{story: s, in: make([][]int, len(s.articles)), near: map[[2]string]bool{}, affinities: map[[2]int]float64{}}
	common := s.commonness()
	for _, st := range all {
		if st.fact.Rule.Compare.Alike {
			g.in[st.article] = append(g.in[st.article], len(g.all))
			g.all = append(g.all, st)
			g.profiles = append(g.profiles, s.profile(&st, common))
		}
	}
	g.keyed(others)
	for i := range g.all {
		g.lone = append(g.lone, isQuantity(g.all[i].fact) && g.ofItsOwn(i))
		g.group = append(g.group, i)
		g.members = append(g.members, []int{i})
	}
	return g
}

// keyed notes which figures a rule with a key has read too.
func (g *gathering) keyed(others []slot) {
	g.read = make([]*slot, len(g.all))
	for i := range others {
		o := &others[i]
		for k := range o.statements {
			for _, j := range g.in[o.statements[k].article] {
				if sameWords(&g.all[j], &o.statements[k]) && (g.read[j] == nil || g.read[j].rule.Fallback) {
					g.read[j] = o
				}
			}
		}
	}
}

// sameWords reports whether two statements have one figure from the same place.
func sameWords(a, b *statement) bool {
	by := b.fact.Rule.Compare.By
	return (by == rules.ByFigure || by == rules.ByChange) && a.article == b.article && a.fact.Evidence.Overlaps(b.fact.Evidence) &&
		(a.fact.Value.Figure == b.fact.Value.Figure || by == rules.ByChange && a.fact.Value.Figure == b.fact.Value.From)
}

// links lists the pairs that agree and those that differ, the most alike first.
func (g *gathering) links() (agreeing, differing []link) {
	g.pairUp(g.sorts(), func(l link) bool {
		a, b := &g.all[l.a], &g.all[l.b]
		return g.compare(a.fact.Rule, a, b).relation <= bothTrue && g.agrees(l)
	})
	g.candidates(func(i, j int, likeness float64) {
		equal := sameFigure(g.all[i].fact, g.all[j].fact)
		if g.all[i].fact.Rule != g.all[j].fact.Rule || likeness < likeLeast && !equal && !oneUnit(g.all[i].fact, g.all[j].fact) && !g.counts(i, j) && !swapped(g.all[i].fact, g.all[j].fact) && !g.namedOtherwise(i, j) {
			return // before the comparison, which writes a reason
		}
		l, ok := g.across(g.of(i), g.of(j), likeness, equal)
		if !ok {
			return
		}
		a, b := &g.all[l.a], &g.all[l.b]
		switch o := g.compare(a.fact.Rule, a, b); {
		case o.relation <= bothTrue && g.agrees(l):
			agreeing = g.spread(agreeing, i, j, likeness, equal)
		case g.differs(l, o):
			differing = g.spread(differing, i, j, likeness, equal)
		}
	})
	slices.SortFunc(agreeing, byLikeness)
	slices.SortFunc(differing, byLikeness)
	return agreeing, differing
}

// byNoun lists counts by their nouns.
type byNoun struct {
	nouns []string // in the order in which they came
	of    map[string][]int
}

// near calls note for the counts that came before statement i whose nouns may be said of
// one thing with its own, if it is a count too, and adds it.
func (b *byNoun) near(g *gathering, i int, note func(j int)) {
	head := g.profiles[i].head()
	if head == "" || g.all[i].fact.Value.Kind != mention.Number {
		return
	}
	for _, noun := range b.nouns {
		if g.nearNouns(head, noun) {
			for _, j := range b.of[noun] {
				note(j)
			}
		}
	}
	if b.of[head] == nil {
		b.nouns = append(b.nouns, head)
	}
	b.of[head] = append(b.of[head], i)
}

// candidates calls each for every two sorts of statements that have a word around
// them in common, or the figure, or are measures, or counts of what may be one thing,
// with how alike these are.
func (g *gathering) candidates(each func(i, j int, likeness float64)) {
	type use struct {
		at     int
		weight float64
	}
	with := map[string][]use{} // the statements behind, by their words
	like := map[figure][]int{} // and by their figures, measures as such too
	nouns := byNoun{of: map[string][]int{}}
	sums, near := make([]float64, len(g.all)), make([]bool, len(g.all))
	for x := len(g.first) - 1; x >= 0 && !g.ended(); x-- {
		i := g.first[x]
		p := &g.profiles[i]
		var found []int
		note := func(j int) {
			if !near[j] {
				near[j] = true
				found = append(found, j)
			}
		}
		for k := range p.terms { // in the order of words, as sums of floats depend on it
			t := &p.terms[k]
			for _, u := range with[t.value] {
				note(u.at)
				sums[u.at] += t.weight * u.weight
			}
			with[t.value] = append(with[t.value], use{i, t.weight})
		}
		nouns.near(g, i, note)
		for _, f := range figuresOf(g.all[i].fact) {
			for _, j := range like[f] {
				note(j)
			}
			like[f] = append(like[f], i)
		}
		for _, j := range found {
			each(i, j, p.likenessOf(&g.profiles[j], sums[j]))
			sums[j], near[j] = 0, false
		}
	}
}

// join puts the groups of a link together where every two statements of them
// may stand in one slot.
func (g *gathering) join(l link, fit func(i, j int) bool) {
	x, y := g.group[g.stands[l.a]], g.group[g.stands[l.b]]
	if x == y {
		return
	}
	for _, i := range g.members[x] {
		for _, j := range g.members[y] {
			if !fit(i, j) {
				return
			}
		}
	}
	for _, j := range g.members[y] {
		g.group[j] = x
	}
	g.members[x] = append(g.members[x], g.members[y]...)
	g.members[y] = nil
}

// compatible: figures that exclude each other do not support each other.
func (g *gathering) compatible(i, j int) bool {
	a, b := &g.all[i], &g.all[j]
	return g.compare(a.fact.Rule, a, b).relation <= bothTrue
}

// slots lists the groups with statements of two articles.
func (g *gathering) slots() []slot {
	var out []slot
	for _, m := range g.members {
		if m = g.whole(m); len(m) == 0 || g.settled(m) {
			continue
		}
		sl := slot{rule: g.all[m[0]].fact.Rule, moving: moves(&g.profiles[m[0]])}
		for _, i := range m {
			sl.statements = append(sl.statements, g.all[i])
		}
		if sl.statements[0].article != sl.statements[len(m)-1].article {
			slices.SortStableFunc(sl.statements, compareStatements)
			sl.evidence = g.evidence(m[0])
			for i := range sl.statements {
				sl.statements[i].oneThing = sl.evidence != ""
			}
			out = append(out, sl)
		}
	}
	return out
}

// evidence says what speaks for two figures of the group of figure i being told of one
// thing: those for which most does. It is "" where package weigh decided nothing in it.
func (g *gathering) evidence(i int) string {
	of := func(k int) int { return g.group[g.stands[k]] }
	var best *weighing
	for n := range g.weighings {
		if w := &g.weighings[n]; of(w.a) == of(i) && of(w.b) == of(i) && (best == nil || w.points > best.points) {
			best = w
		}
	}
	if best == nil {
		return ""
	}
	return "told of one thing by " + figureclues.Trees().Explain(g.clues(best.link)[:], asked)
}

// settled reports whether a slot of a rule with a key holds all the articles of
// a group by these figures.
func (g *gathering) settled(m []int) bool {
	for _, i := range m {
		o := g.read[i]
		if o == nil {
			continue
		}
		if !slices.ContainsFunc(m, func(j int) bool { return g.read[j] != o && !g.inArticle(m, o, g.all[j].article) }) {
			return true
		}
	}
	return false
}

// inArticle reports whether a figure of the group is read in an article by the
// rule of slot o, for that slot.
func (g *gathering) inArticle(m []int, o *slot, article int) bool {
	return slices.ContainsFunc(m, func(j int) bool { return g.read[j] == o && g.all[j].article == article })
}

// exceeded reports whether a slot of a rule that reads what others leave holds
// nothing that one of the gathered slots does not hold.
func (g *gathering) exceeded(o *slot, own []slot) bool {
	return o.rule.Fallback && slices.ContainsFunc(own, func(w slot) bool {
		return !slices.ContainsFunc(o.statements, func(b statement) bool {
			return !slices.ContainsFunc(w.statements, func(a statement) bool { return sameWords(&a, &b) })
		})
	})
}

// displace adds a finding of words that two texts share and takes out what was
// found of the same figures by the words around them, which says less.
func displace(findings []Finding, own Finding) []Finding {
	said := func(v Value) bool {
		return slices.ContainsFunc(own.Values, func(o Value) bool { return o.Article == v.Article && o.Span.Overlaps(v.Span) })
	}
	less := func(f Finding) bool {
		return f.Rule.Compare.Alike && f.Verdict.Discrepancy() && !slices.ContainsFunc(f.Values, func(v Value) bool { return !said(v) })
	}
	return append(slices.DeleteFunc(findings, less), own)
}

// toldApart reports whether a slot of a rule that reads what others leave has
// figures that exclude each other and are told apart by the words around them.
func (g *gathering) toldApart(o *slot) bool {
	if !o.rule.Fallback {
		return false
	}
	own := make([]int, len(o.statements)) // in g.all, -1 for none
	for i := range o.statements {
		st := &o.statements[i]
		own[i] = -1
		if k := slices.IndexFunc(g.in[st.article], func(k int) bool { return sameWords(&g.all[k], st) }); k >= 0 {
			own[i] = g.in[st.article][k]
		}
	}
	telling := g.firstTwo(o.rule, o.statements, func(i int, w *wording) {
		if own[i] >= 0 {
			w.profile(&g.profiles[own[i]])
		}
	})
	for x, i := range telling {
		for _, k := range telling[:x] {
			a, b := &o.statements[k], &o.statements[i]
			if a.article == b.article || own[i] < 0 || own[k] < 0 || g.compare(o.rule, a, b).relation != different {
				continue
			}
			if contrast(&g.profiles[own[k]], &g.profiles[own[i]]) {
				return true
			}
		}
	}
	return false
}
