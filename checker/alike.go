package checker

import (
	"cmp"
	"slices"
	"strings"

	"github.com/concord-news/concord/rules"
	"github.com/concord-news/concord/rules/mention"
)

// How alike the surroundings of two figures must be, as a cosine, for the
// figures to be told of one thing. Equal figures support each other, and so ask
// for least; figures that exclude each other accuse an outlet, and ask for most.
// Tuned on the stories that were looked at.
const (
	likeEqual  = 0.17
	likeSmall  = 0.32 // equal counts below ten, which meet by chance
	likeOne    = 0.45 // "one" mostly stands for "a"
	likeAlone  = 0.6  // equal counts below ten that share the noun and the topic
	likeTouch  = 0.42
	likeDiffer = 0.30
	likeAged   = 0.5 // ages, of which a story with several people has many
)

const (
	// smallFigure is the count below which equal ones meet by chance.
	smallFigure = 10
	// bigFigure is the count from which on equal ones of two nouns (Americans,
	// people) are told of one thing.
	bigFigure = 1000
	// anchored is how much a word that ties two figures together must tell.
	anchored = 0.35
)

// gathering sorts the figures that are known by their surroundings into slots.
type gathering struct {
	*story
	all      []statement
	profiles []profile
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

// gather adds the slots of figures that no key holds together: those that two
// articles state in surroundings that are alike. It leaves out those that the
// rules with keys, which made the other slots, hold together as well, and takes
// the place of slots of which the words around a figure tell more.
func (s *story) gather(all []statement, others []slot) []slot {
	g := &gathering{story: s}
	common := s.commonness()
	for _, st := range all {
		if st.fact.Rule.Compare.Alike {
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
	own := g.slots()
	for i := range own {
		for _, st := range own[i].statements {
			s.met[[2]int{st.article, st.fact.Mention}] = true
		}
	}
	return append(slices.DeleteFunc(others, func(o slot) bool { return g.exceeded(&o, own) }), own...)
}

// keyed notes which figures a rule with a key has read too.
func (g *gathering) keyed(others []slot) {
	g.read = make([]*slot, len(g.all))
	for i := range others {
		o := &others[i]
		for k := range o.statements {
			for j := range g.all {
				if g.all[j].article == o.statements[k].article && sameWords(&g.all[j], &o.statements[k]) && (g.read[j] == nil || g.read[j].rule.Fallback) {
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
			if l.likeness < likeEqual {
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
	order := func(x, y link) int {
		return cmp.Or(cmp.Compare(y.likeness, x.likeness), cmp.Compare(x.a, y.a), cmp.Compare(x.b, y.b))
	}
	slices.SortFunc(agreeing, order)
	slices.SortFunc(differing, order)
	return agreeing, differing
}

// agrees reports whether two figures that can both be true are told of one
// thing.
func (g *gathering) agrees(l link) bool {
	p, q := &g.profiles[l.a], &g.profiles[l.b]
	a, b := g.all[l.a].fact, g.all[l.b].fact
	if a.Negated != b.Negated {
		return false
	}
	if few := a.Value.Kind == mention.Number && a.Value.Figure.Low < smallFigure; few && !tied(p, q) && l.likeness < likeAlone {
		return false
	}
	return l.likeness >= threshold(a, b, relatedHeads(p.head(), q.head()))
}

// threshold is how alike the surroundings of two figures that can both be true
// must be; more than 1 where nothing would do.
func threshold(a, b *rules.Fact, related bool) float64 {
	const never = 2
	low := max(unbounded(a.Value.Figure).Low, unbounded(b.Value.Figure).Low)
	count := a.Value.Kind == mention.Number
	switch {
	case count && !related && low < bigFigure:
		return never
	case a.Value.Figure.Vague || b.Value.Figure.Vague:
		return likeTouch
	case !sameFigure(a, b) && (!related || unlikelyOne(a.Value.Kind, a.Value.Figure, b.Value.Figure)):
		return never
	case !sameFigure(a, b):
		return likeTouch
	case count && low <= 1:
		return likeOne
	case count && low < smallFigure:
		return likeSmall
	}
	return likeEqual
}

// sameFigure reports whether two facts state one figure, whatever its hedge.
func sameFigure(a, b *rules.Fact) bool {
	x, y := unbounded(a.Value.Figure), unbounded(b.Value.Figure)
	return a.Value.Unit == b.Value.Unit && x.Low == y.Low && x.High == y.High || a.Value.Kind == mention.Number && x.Low == y.Low && x.High == y.High
}

// differs reports whether two figures that exclude each other are told of one
// thing: of the same noun, in surroundings that are alike in more than the
// topic, and neither article has the other's figure elsewhere.
func (g *gathering) differs(l link) bool {
	p, q := &g.profiles[l.a], &g.profiles[l.b]
	a, b := &g.all[l.a], &g.all[l.b]
	if a.fact.Negated != b.fact.Negated || p.head() == "" || p.head() != q.head() {
		return false
	}
	if l.likeness < likeDiffer || a.fact.Value.Kind == mention.Age && l.likeness < likeAged {
		return false
	}
	if one(a.fact) || one(b.fact) || moves(p) || !tied(p, q) || g.bothKeyed(l) || contrast(p, q) || farOff(a.fact, b.fact) {
		return false
	}
	return !g.stated(a, b) && !g.stated(b, a)
}

func one(f *rules.Fact) bool {
	return f.Value.Kind == mention.Number && f.Value.Figure.Low <= 1 && f.Value.Figure.High <= 1
}

// farOff reports whether two figures lie so far apart that they are hardly told
// of one thing, the loss of a nought among them: with nothing but words around
// them to go by, 100 and 100,000 are two things.
func farOff(a, b *rules.Fact) bool {
	x, y := middle(a.Value.Figure), middle(b.Value.Figure)
	return x <= 0 || y <= 0 || max(x/y, y/x) >= farApart
}

// moves reports whether a figure is of something that goes up and down while
// outlets write of it.
func moves(p *profile) bool {
	switch p.head() {
	case "share", "stock", "price", "index", "yield", "barrel":
		return true
	}
	return false
}

// tied reports whether the figures have more in common than the noun and the
// topic: a modifier, the deed, or who takes part in it.
func tied(p, q *profile) bool {
	found := false
	p.common(q, func(a, b *term) {
		found = found || a.part > rules.Whole && b.part > rules.Whole && a.part < rules.Beside && b.part < rules.Beside && min(a.weight, b.weight) >= anchored
	})
	return found
}

// bothKeyed reports whether rules with keys read both figures and have thus
// decided what is to be said of them.
func (g *gathering) bothKeyed(l link) bool {
	x, y := g.read[l.a], g.read[l.b]
	return x != nil && y != nil && (x == y || !x.rule.Fallback || !y.rule.Fallback)
}

// contrast reports whether the figures' own phrases have words that tell them
// apart: each has a modifier or an argument that the other lacks.
func contrast(p, q *profile) bool {
	return lacks(p, q) && lacks(q, p)
}

// lacks reports whether p has a modifier that q has nowhere.
func lacks(p, q *profile) bool {
	for i := range p.terms {
		t := &p.terms[i]
		if t.part != rules.Modifier {
			continue
		}
		if !slices.ContainsFunc(q.terms, func(u term) bool { return u.value == t.value }) {
			return true
		}
	}
	return false
}

// stated reports whether the article of b states the figure of a anywhere.
func (g *gathering) stated(a, b *statement) bool {
	for i := range g.all {
		o := &g.all[i]
		if o.article == b.article && o.fact.Rule == a.fact.Rule && sameFigure(o.fact, a.fact) {
			return true
		}
	}
	return false
}

// relatedHeads reports whether two nouns may be said of one thing: the same, or
// one a compound of the other (schoolgirl, girl).
func relatedHeads(a, b string) bool {
	const shortest = 4
	if a == b {
		return true
	}
	if len(a) > len(b) {
		a, b = b, a
	}
	return len(a) >= shortest && strings.HasSuffix(b, a)
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
		sl := slot{rule: g.all[m[0]].fact.Rule}
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
