package checker

import (
	"cmp"
	"slices"
	"strings"
	"time"

	"github.com/concord-news/concord/corpus"
	"github.com/concord-news/concord/rules"
	"github.com/concord-news/concord/rules/mention"
)

// Copies of one text state the same in the same words. Such statements are twins:
// whatever holds between one of them and a third holds between the other and it.
// So each sort of statement is compared once, however many copies there are, and
// the report is what it would be if every two had been, but for the points of which a reason
// tells: they are those of a pair that was weighed.

// manyArticles is from how many articles on twins are looked for: below it there is
// little to save.
const manyArticles = 12

// timed reports whether it makes a difference to how statements of a rule compare
// when their articles appeared: see published and changes.
func (s *story) timed(rule *rules.Rule, all []statement) bool {
	some := func(is func(f *rules.Fact) bool) bool {
		return slices.ContainsFunc(all, func(st statement) bool { return is(st.fact) })
	}
	switch rule.Compare.By {
	case rules.ByFigure:
		if rule.Compare.Partial {
			return s.span > 0 // see cameToHarm and totalAndPart
		}
		return s.span > newsLasts
	case rules.ByDate:
		return s.span > sameNews && some(byName) || s.span >= day && otherDays(all)
	case rules.ByOffice:
		return s.span > day && some(func(f *rules.Fact) bool { return f.Value.Office.Former })
	case rules.ByStance:
		return s.span > newsLasts
	}
	return s.span > newsLasts && rule.Compare.By == rules.ByPolarity || some(inOrder)
}

// inOrder reports a statement that may be right beside another that differs, if it
// came before or after it.
func inOrder(f *rules.Fact) bool { return f.Told != nil && (f.Told.Undone || f.Told.Pending) }

// otherDays reports whether a name of a day stands for two dates.
func otherDays(all []statement) bool {
	dates := map[string]mention.Period{}
	return slices.ContainsFunc(all, func(st statement) bool {
		v := &st.fact.Value
		date, ok := dates[strings.ToLower(v.Words)]
		dates[strings.ToLower(v.Words)] = v.Period
		return byName(st.fact) && ok && date != v.Period
	})
}

// appeared is when the first and the last of the articles appeared whose time is known.
func appeared(articles []*corpus.Article) (first, last time.Time) {
	for _, a := range articles {
		if !a.Published.Known() {
			continue
		}
		if t := a.Published.Time; first.IsZero() {
			first, last = t, t
		} else if t.Before(first) {
			first = t
		} else if t.After(last) {
			last = t
		}
	}
	return first, last
}

// unlike leaves out, of the articles of a slot, those that state what two before
// them state in the same words: the first two of a sort that compare in a way are
// among the rest, which are in their order.
func (s *story) unlike(rule *rules.Rule, byArticle [][]statement) [][]statement {
	if len(byArticle) < s.twinsFrom {
		return byArticle
	}
	var entities []string
	if rule.Compare.SameDay {
		entities = namesOf(byArticle)
	}
	timed := s.timed(rule, slices.Concat(byArticle...))
	seen := map[string]int{}
	var out [][]statement
	for _, own := range byArticle {
		var w wording
		if timed {
			s.moment(&w, own[0].article)
		}
		for i := range own {
			s.said(&w, &own[i])
			if rule.Compare.SameDay {
				s.holder(&w, &own[i], entities)
			}
		}
		if seen[string(w)]++; seen[string(w)] <= 2 {
			out = append(out, own)
		}
	}
	return out
}

// firstTwo lists, of statements with the same words, the first and the first after
// it of another article, in their order: what holds between any two of different
// articles holds between two of these.
func (s *story) firstTwo(rule *rules.Rule, all []statement, more func(i int, w *wording)) []int {
	timed := s.timed(rule, all)
	seen := map[string][]int{} // articles
	var out []int
	for i := range all {
		var w wording
		if timed {
			s.moment(&w, all[i].article)
		}
		s.said(&w, &all[i])
		if more != nil {
			more(i, &w)
		}
		if in := seen[string(w)]; len(in) < 2 && !slices.Contains(in, all[i].article) {
			seen[string(w)] = append(in, all[i].article)
			out = append(out, i)
		}
	}
	return out
}

// namesOf lists the entities of the values of statements, each once.
func namesOf(byArticle [][]statement) []string {
	var out []string
	for _, own := range byArticle {
		for i := range own {
			out = append(out, own[i].names...)
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// pairUp makes one of the statements that have the same words, each in an article
// of its own, where links says that two of them belong together: the first stands
// for all. Where it says that they do not, the first is compared for all. It must
// come before the first link.
func (g *gathering) pairUp(words func(i int) string, links func(l link) bool) {
	g.twins, g.apart, g.stands = make([][]int, len(g.all)), make([][]int, len(g.all)), make([]int, len(g.all))
	for i := range g.all {
		g.stands[i] = i
	}
	if len(g.articles) < g.twinsFrom {
		g.first = slices.Clone(g.stands)
		return
	}
	type place struct {
		words   string
		article int
	}
	type sort struct {
		words string
		nth   int // of its article
	}
	sorts, nth := map[sort]int{}, map[place]int{}
	for i := range g.all {
		own := words(i)
		at := place{own, g.all[i].article}
		k := sort{own, nth[at]}
		nth[at]++
		first, ok := sorts[k]
		switch {
		case !ok:
			sorts[k] = i
			g.first = append(g.first, i)
		case g.twins[first] != nil || g.apart[first] == nil && links(link{first, i, g.profiles[first].likeness(&g.profiles[i])}):
			g.twins[first] = add(g.twins[first], first, i)
			g.stands[i], g.members[i] = first, nil
		default:
			g.apart[first] = add(g.apart[first], first, i)
		}
	}
}

// add appends i to a list that begins with first.
func add(list []int, first, i int) []int {
	if list == nil {
		list = []int{first}
	}
	return append(list, i)
}

// linked lists the pairs of statements of different articles that belong together,
// the most alike first. words is what of a statement decides whether it and another
// do, besides their likeness.
func (g *gathering) linked(words func(i int, w *wording), together func(l link) bool) []link {
	own := func(i int) string {
		var w wording
		words(i, &w)
		w.likeness(&g.profiles[i])
		return string(w)
	}
	g.pairUp(own, together)
	out, rivals := g.linksOf(own, together)
	if len(rivals) > 0 {
		g.part(rivals)
		out, _ = g.linksOf(own, together)
	}
	slices.SortFunc(out, byLikeness)
	return out
}

// linksOf lists the links between sorts, and the sorts whose statements are as much
// like others as like each other: which of them are joined first depends on where
// each stands.
func (g *gathering) linksOf(own func(i int) string, together func(l link) bool) (out []link, rivals []int) {
	for x, i := range g.first {
		for _, j := range g.first[x+1:] {
			l, ok := g.across(g.of(i), g.of(j), g.profiles[i].likeness(&g.profiles[j]), false)
			if !ok || !together(l) {
				continue
			}
			out = g.spread(out, i, j, l.likeness, false)
			for _, k := range [2]int{i, j} {
				if p := &g.profiles[k]; len(g.joined(k)) > 1 && l.likeness >= p.likeness(p) && own(i) != own(j) {
					rivals = append(rivals, k)
				}
			}
		}
	}
	return out, rivals
}

// part makes the statements of sorts speak for themselves again.
func (g *gathering) part(sorts []int) {
	for _, i := range sorts {
		for _, k := range g.twins[i] {
			g.stands[k], g.members[k] = k, []int{k}
			if k != i {
				g.first = append(g.first, k)
			}
		}
		g.twins[i] = nil
	}
	slices.Sort(g.first)
}

// joined lists the statements for which one stands, itself among them, in order.
func (g *gathering) joined(i int) []int {
	if g.twins[i] != nil {
		return g.twins[i]
	}
	return []int{i}
}

// of lists the statements of the sort of which one is the first, in order.
func (g *gathering) of(i int) []int {
	if g.apart[i] != nil {
		return g.apart[i]
	}
	return g.joined(i)
}

// across is the first link of two statements, the one of x and the other of y, of
// different articles unless within says that they may be of one.
func (g *gathering) across(x, y []int, likeness float64, within bool) (link, bool) {
	if x[0] > y[0] {
		x, y = y, x
	}
	switch {
	case within || g.all[x[0]].article != g.all[y[0]].article:
		return link{x[0], y[0], likeness}, true
	case len(y) > 1:
		return link{x[0], y[1], likeness}, true
	case len(x) > 1:
		return link{y[0], x[1], likeness}, true
	}
	return link{}, false
}

// spread adds the links of the sorts of i and j, of which two statements belong
// together: one link where each is one group, else one for each statement.
func (g *gathering) spread(out []link, i, j int, likeness float64, within bool) []link {
	for _, a := range g.singly(i) {
		for _, b := range g.singly(j) {
			if l, ok := g.across(g.joined(a), g.joined(b), likeness, within); ok {
				out = append(out, l)
			}
		}
	}
	return out
}

// singly lists the statements of the sort of which one is the first that speak for
// themselves, itself among them.
func (g *gathering) singly(i int) []int {
	if g.apart[i] != nil {
		return g.apart[i]
	}
	return []int{i}
}

// unshared: an article that states both figures tells of two things.
func (g *gathering) unshared(i, j int) bool {
	x, y := g.joined(i), g.joined(j)
	for len(x) > 0 && len(y) > 0 {
		switch cmp.Compare(g.all[x[0]].article, g.all[y[0]].article) {
		case 0:
			return false
		case -1:
			x = x[1:]
		default:
			y = y[1:]
		}
	}
	return true
}

// whole lists the statements of a group with all twins, in order.
func (g *gathering) whole(m []int) []int {
	var out []int
	for _, i := range m {
		out = append(out, g.joined(i)...)
	}
	slices.Sort(out)
	return out
}
