package checker

import (
	"cmp"
	"slices"

	"github.com/concord-news/concord/rules"
)

// gathering sorts the figures that are known by their surroundings into slots.
type gathering struct {
	*story
	all      []statement
	profiles []profile
	// in lists the statements of each article, as indexes of all.
	in [][]int
	// group is the group of each statement, members the statements of each.
	group   []int
	members [][]int
	// read is what other rules read of the same words, parallel to all.
	read []*slot
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
	g := &gathering{story: s, in: make([][]int, len(s.articles))}
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
		g.group = append(g.group, i)
		g.members = append(g.members, []int{i})
	}
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
	for i := range g.all {
		for j := i + 1; j < len(g.all); j++ {
			a, b := &g.all[i], &g.all[j]
			if a.fact.Rule != b.fact.Rule || a.article == b.article && !sameFigure(a.fact, b.fact) {
				continue
			}
			l := link{i, j, g.profiles[i].likeness(&g.profiles[j])}
			if l.likeness < likeLeast && !sameFigure(a.fact, b.fact) && !oneDimension(a, b) {
				continue // before the comparison, which writes a reason
			}
			switch o := g.compare(a.fact.Rule, a, b); {
			case o.relation <= bothTrue && g.agrees(l):
				agreeing = append(agreeing, l)
			case o.relation == different && g.differs(l):
				differing = append(differing, l)
			}
		}
	}
	slices.SortFunc(agreeing, byLikeness)
	slices.SortFunc(differing, byLikeness)
	return agreeing, differing
}

// join puts the groups of a link together where every two statements of them
// may stand in one slot.
func (g *gathering) join(l link, fit func(i, j int) bool) {
	x, y := g.group[l.a], g.group[l.b]
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

// unshared: an article that states both figures tells of two things.
func (g *gathering) unshared(i, j int) bool { return g.all[i].article != g.all[j].article }

// slots lists the groups with statements of two articles.
func (g *gathering) slots() []slot {
	var out []slot
	for _, m := range g.members {
		if len(m) == 0 || g.settled(m) {
			continue
		}
		slices.Sort(m)
		sl := slot{rule: g.all[m[0]].fact.Rule, moving: moves(&g.profiles[m[0]])}
		for _, i := range m {
			sl.statements = append(sl.statements, g.all[i])
		}
		if sl.statements[0].article != sl.statements[len(m)-1].article {
			slices.SortStableFunc(sl.statements, compareStatements)
			out = append(out, sl)
		}
	}
	return out
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
	own := func(st *statement) int {
		return slices.IndexFunc(g.all, func(a statement) bool { return sameWords(&a, st) })
	}
	for i := range o.statements {
		for k := range i {
			a, b := &o.statements[k], &o.statements[i]
			if a.article == b.article || g.compare(o.rule, a, b).relation != different {
				continue
			}
			if x, y := own(a), own(b); x >= 0 && y >= 0 && contrast(&g.profiles[x], &g.profiles[y]) {
				return true
			}
		}
	}
	return false
}
