package checker

import (
	"math"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/concord-news/concord/checker/weigh"
	"github.com/concord-news/concord/checker/weigh/figureclues"
	"github.com/concord-news/concord/rules"
	"github.com/concord-news/concord/rules/mention"
	"github.com/concord-news/concord/rules/text"
)

// clues gathers what is known of two figures that exclude each other, for package weigh.
func (g *gathering) clues(l link) *figureclues.Clues {
	var c figureclues.Clues
	g.wordClues(l, &c)
	g.nounClues(l, &c)
	g.figureClues(l, &c)
	g.rivalClues(l, &c)
	g.timeClues(l, &c)
	g.apartClues(l, &c)
	g.readClues(l, &c)
	return &c
}

// howMany counts for how many of a link's figures something holds.
func howMany(l link, is func(i int) bool) float64 {
	return weigh.Flag(is(l.a)) + weigh.Flag(is(l.b))
}

// wordClues: what the words and names around have to do with each other.
func (g *gathering) wordClues(l link, c *figureclues.Clues) {
	p, q := &g.profiles[l.a], &g.profiles[l.b]
	c[figureclues.Affinity], c[figureclues.Likeness] = g.affinity(l.a, l.b), l.likeness
	c[figureclues.Core] = g.story.affinity(p.core(), q.core())
	names, actors := 0, 0
	p.common(q, func(a, b *term) {
		if a.name == "" {
			c[figureclues.SharedWords] += min(a.weight, b.weight)
			return
		}
		c[figureclues.SharedNames] += min(a.weight, b.weight)
		names++
		if a.part < rules.Beside && b.part < rules.Beside {
			actors++
		}
	})
	for i := range p.terms {
		for k := range q.terms {
			if a, b := &p.terms[i], &q.terms[k]; a.name == "" && b.name == "" && a.value != b.value && g.words.relate(a.word, b.word) {
				c[figureclues.KinWords] += min(a.weight, b.weight)
			}
		}
	}
	c[figureclues.OtherNames] = weigh.Flag(names == 0 && p.names(rules.Wish) > 0 && q.names(rules.Wish) > 0)
	c[figureclues.OtherActors] = weigh.Flag(actors == 0 && p.names(rules.Beside) > 0 && q.names(rules.Beside) > 0)
	c[figureclues.AffinityLead] = g.lead(l, g.affinity)
	c[figureclues.LikenessLead] = g.lead(l, func(i, j int) float64 { return g.profiles[i].likeness(&g.profiles[j]) })
}

// core is a profile of the words of the clause alone.
func (p *profile) core() *profile {
	out, sum := &profile{}, 0.0
	for _, t := range p.terms {
		if t.part < rules.Beside {
			out.terms = append(out.terms, t)
			sum += t.weight * t.weight
		}
	}
	out.norm = math.Sqrt(sum)
	return out
}

// names counts the names in the parts before one.
func (p *profile) names(before rules.Part) int {
	n := 0
	for i := range p.terms {
		if p.terms[i].name != "" && p.terms[i].part < before {
			n++
		}
	}
	return n
}

// affinity is that of the profiles of two figures, worked out once.
func (g *gathering) affinity(i, j int) float64 {
	key := [2]int{min(i, j), max(i, j)}
	v, ok := g.affinities[key]
	if !ok {
		v = g.story.affinity(&g.profiles[key[0]], &g.profiles[key[1]])
		g.affinities[key] = v
	}
	return v
}

// lead is how much more the figures of a link have to do with each other, as of says, than
// either has with another figure of the other's article.
func (g *gathering) lead(l link, of func(i, j int) float64) float64 {
	least := math.Inf(1)
	for _, side := range [2][2]int{{l.a, l.b}, {l.b, l.a}} {
		own, other := side[0], side[1]
		best := 0.0
		for _, k := range g.in[g.all[other].article] {
			if f := g.all[k].fact; k != other && f.Value.Kind == g.all[own].fact.Value.Kind && !sameFigure(f, g.all[other].fact) {
				best = max(best, of(own, k))
			}
		}
		least = min(least, of(own, other)-best)
	}
	return least
}

// nounClues: what the figures are of, and who and what else their clauses have.
func (g *gathering) nounClues(l link, c *figureclues.Clues) {
	p, q := &g.profiles[l.a], &g.profiles[l.b]
	c[figureclues.Nouns] = g.words.like(p.first(rules.Head), q.first(rules.Head))
	c[figureclues.Verbs] = g.words.like(p.first(rules.Predicate), q.first(rules.Predicate))
	c[figureclues.Wholes] = g.words.like(p.first(rules.Whole), q.first(rules.Whole))
	c[figureclues.Agents] = g.words.like(p.first(rules.Agent), q.first(rules.Agent))
	c[figureclues.Patients] = g.words.like(p.first(rules.Patient), q.first(rules.Patient))
	c[figureclues.Nounless] = howMany(l, func(i int) bool { return g.profiles[i].head() == "" })
	c[figureclues.GeneralNouns] = howMany(l, func(i int) bool { return g.catalog.Deeds.Vague(g.profiles[i].head()) })
	x, y := g.nounWithin(p, q), g.nounWithin(q, p)
	c[figureclues.NounWithin], c[figureclues.NounWithinBoth] = max(x, y), min(x, y)
}

// like is the likeness of two words, as clues have it.
func (w *vocabulary) like(a, b *term) float64 {
	switch {
	case a == nil && b == nil:
		return weigh.Unknown
	case a == nil || b == nil:
		return weigh.Unsaid
	}
	return weigh.Flag(w.relate(a.word, b.word))
}

// nounWithin says whether the noun of p has to do with a word of the clause of q.
func (g *gathering) nounWithin(p, q *profile) float64 {
	noun := p.headTerm()
	if noun == nil {
		return weigh.Unsaid
	}
	return weigh.Flag(slices.ContainsFunc(q.terms, func(t term) bool {
		return t.part < rules.Beside && t.name == "" && g.words.relate(noun.word, t.word)
	}))
}

// figureClues: the figures by themselves.
func (g *gathering) figureClues(l link, c *figureclues.Clues) {
	a, b := g.all[l.a].fact, g.all[l.b].fact
	x, y := middle(a.Value.Figure), middle(b.Value.Figure)
	c[figureclues.Kind] = float64(a.Value.Kind)
	c[figureclues.Times], c[figureclues.Difference], c[figureclues.Least] = timesApart(a, b), math.Abs(x-y), min(x, y)
	c[figureclues.Digits] = float64(max(digits(a.Value.Figure.Low), digits(b.Value.Figure.Low)))
	c[figureclues.OtherDigits] = otherDigits(a.Value.Figure.Low, b.Value.Figure.Low)
	c[figureclues.Swapped] = weigh.Flag(swapped(a, b))
	c[figureclues.OneUnit] = weigh.Flag(a.Value.Unit == b.Value.Unit)
	c[figureclues.One] = weigh.Flag(one(a)) + weigh.Flag(one(b))
	c[figureclues.Vague] = weigh.Flag(a.Value.Figure.Vague || b.Value.Figure.Vague)
	c[figureclues.Approximate] = weigh.Flag(a.Value.Figure.Approx) + weigh.Flag(b.Value.Figure.Approx)
	c[figureclues.OtherBound] = weigh.Flag(a.Value.Figure.Bound != b.Value.Figure.Bound)
}

// unlikeDigits is the clue of two figures that have not as many digits.
const unlikeDigits = 9

// otherDigits is how many digits of two figures of as many are others.
func otherDigits(x, y float64) float64 {
	a, b := strconv.FormatFloat(x, 'f', -1, 64), strconv.FormatFloat(y, 'f', -1, 64)
	if strings.Trim(a, "0") == strings.Trim(b, "0") {
		return 1
	}
	if len(a) != len(b) {
		return unlikeDigits
	}
	n := 0.0
	for i := range a {
		n += weigh.Flag(a[i] != b[i])
	}
	return n
}

// rivalClues: what other figures of the articles could be meant.
func (g *gathering) rivalClues(l link, c *figureclues.Clues) {
	x, nounsOfX := g.rivals(l.a, l.b)
	y, nounsOfY := g.rivals(l.b, l.a)
	c[figureclues.Rivals], c[figureclues.MostRivals] = x+y, max(x, y)
	c[figureclues.NounRivals], c[figureclues.MostNounRivals] = nounsOfX+nounsOfY, max(nounsOfX, nounsOfY)
	c[figureclues.Both], c[figureclues.BothOfNoun] = weigh.Flag(g.eitherStated(l, true)), weigh.Flag(g.eitherStated(l, false))
	c[figureclues.Support], c[figureclues.MostSupport], c[figureclues.SupportBoth] = g.support(l)
	timesA, headA := g.again(l.a)
	timesB, headB := g.again(l.b)
	c[figureclues.Again], c[figureclues.MostAgain], c[figureclues.Headlines] = min(timesA, timesB), max(timesA, timesB), headA+headB
	c[figureclues.InHeadline] = howMany(l, func(i int) bool { return g.all[i].fact.Title })
	c[figureclues.Beside] = g.beside(l)
}

// rivalRatio is the ratio from which on two figures are not taken for one, so that
// neither stands in the way of a third.
const rivalRatio = 4

// rivals counts the other figures of the article of i that could be meant by the other's,
// and those of them of whose nouns that could be said.
func (g *gathering) rivals(i, other int) (all, ofNoun float64) {
	own, f := g.all[i].fact, g.all[other].fact
	count := own.Value.Kind == mention.Number || own.Value.Kind == mention.Age
	for _, k := range g.in[g.all[i].article] {
		o := g.all[k].fact
		if k == i || o.Value.Kind != own.Value.Kind || sameFigure(o, own) || !count && !oneUnit(o, own) || timesApart(o, f) >= rivalRatio || g.stated(k, other, true) {
			continue
		}
		all++
		ofNoun += weigh.Flag(g.nearNouns(g.profiles[k].head(), g.profiles[other].head()))
	}
	return all, ofNoun
}

// support counts the other articles that have the figures of a link: the one that fewer
// have, the other, and both.
func (g *gathering) support(l link) (fewer, more, both float64) {
	a, b := &g.all[l.a], &g.all[l.b]
	for article, in := range g.in {
		if article == a.article || article == b.article {
			continue
		}
		has := func(st *statement) bool {
			return slices.ContainsFunc(in, func(k int) bool { return g.all[k].fact.Rule == st.fact.Rule && sameFigure(g.all[k].fact, st.fact) })
		}
		x, y := has(a), has(b)
		fewer, more, both = fewer+weigh.Flag(x), more+weigh.Flag(y), both+weigh.Flag(x && y)
	}
	return min(fewer, more), max(fewer, more), both
}

// again counts how often an article tells a figure besides, and whether a headline has it.
func (g *gathering) again(i int) (times, headline float64) {
	f := g.all[i].fact
	headline = weigh.Flag(f.Title)
	for _, k := range g.in[g.all[i].article] {
		if o := g.all[k].fact; k != i && o.Rule == f.Rule && sameFigure(o, f) {
			times++
			headline = max(headline, weigh.Flag(o.Title))
		}
	}
	return times, headline
}

// beside counts the figures that the sentences of two figures have in common.
func (g *gathering) beside(l link) float64 {
	n := 0.0
	of := func(i int, each func(k int) bool) bool {
		return slices.ContainsFunc(g.in[g.all[i].article], func(k int) bool {
			return k != i && g.all[k].fact.Sentence == g.all[i].fact.Sentence && each(k)
		})
	}
	of(l.a, func(x int) bool {
		n += weigh.Flag(of(l.b, func(y int) bool {
			a, b := g.all[x].fact, g.all[y].fact
			return a.Rule == b.Rule && sameFigure(a, b)
		}))
		return false
	})
	return n
}

// timeClues: of what time the figures speak, and in what mood.
func (g *gathering) timeClues(l link, c *figureclues.Clues) {
	a, b := g.all[l.a].fact, g.all[l.b].fact
	c[figureclues.OtherMood] = weigh.Flag(planned(a.Modality) != planned(b.Modality))
	c[figureclues.OtherTense], c[figureclues.OtherDenial] = weigh.Flag(a.Past != b.Past), weigh.Flag(a.Negated != b.Negated)
	c[figureclues.Earlier] = howMany(l, g.earlier)
	c[figureclues.OneEarlier] = weigh.Flag(c[figureclues.Earlier] == 1)
	x, y := g.oldDates(l.a), g.oldDates(l.b)
	switch {
	case (len(x) > 0) != (len(y) > 0):
		c[figureclues.OneOld] = 1
	case len(x) > 0 && !slices.Equal(x, y):
		c[figureclues.OneOld] = 2
	case len(x) > 0:
		c[figureclues.OneOld] = 3
	}
	c[figureclues.Compared] = howMany(l, g.heldAgainst)
	c[figureclues.OneCompared] = weigh.Flag(c[figureclues.Compared] == 1)
}

// earlier reports whether a figure speaks of a time before the story.
func (g *gathering) earlier(i int) bool {
	p := g.all[i].fact.AsOf
	return p.Known() && !g.began.IsZero() && g.began.Sub(p.To) > newsLasts
}

// oldDate is how long before a story a date must lie to be none of it.
const oldDate = 60 * day

// oldDates lists the dates around a figure that lie long before the story.
func (g *gathering) oldDates(i int) []string {
	if g.began.IsZero() {
		return nil
	}
	var out []string
	before := g.began.Add(-oldDate).Format(time.DateOnly)
	for _, t := range g.all[i].fact.Context {
		if date, ok := strings.CutPrefix(t.Value, rules.DateOf); ok && date < before {
			out = append(out, date)
		}
	}
	return out
}

// againstWords stand before a figure that another is held against: "up from 14", "more
// than last year's 14".
var againstWords = map[string]bool{"from": true, "against": true, "than": true, "versus": true, "compared": true, "exceeding": true, "beating": true, "unlike": true, "after": true}

// againstWithin is within how many words before a figure such a word stands.
const againstWithin = 4

// heldAgainst reports whether a figure is what another is held against.
func (g *gathering) heldAgainst(i int) bool {
	return g.follows(&g.all[i], againstWords, againstWithin, func(t *text.Token) bool {
		return t.Tag == text.PUNCT || t.Lower == "and" || t.Lower == "to"
	})
}

// apartClues: what tells the figures apart.
func (g *gathering) apartClues(l link, c *figureclues.Clues) {
	p, q := &g.profiles[l.a], &g.profiles[l.b]
	c[figureclues.Contrast] = weigh.Flag(contrast(p, q))
	c[figureclues.OtherSubject] = weigh.Flag(g.otherSubject(p, q))
	c[figureclues.OtherPlaces] = weigh.Flag(otherPlaces(p, q))
	c[figureclues.OtherWhole] = weigh.Flag(otherWhole(p, q))
	c[figureclues.OtherVerb] = weigh.Flag(otherDeed(p, q))
	c[figureclues.OtherAttribute] = weigh.Flag(otherAttribute(p, q))
	c[figureclues.OneStandard] = weigh.Flag(standard(p) != standard(q))
	c[figureclues.OtherHarm] = weigh.Flag(g.otherHarm(p, q))
	c[figureclues.PartOnly] = weigh.Flag(partOnly(p, q) || partOnly(q, p))
	c[figureclues.LackingWords] = weigh.Flag(lacks(p, q)) + weigh.Flag(lacks(q, p))
	c[figureclues.Rest] = howMany(l, func(i int) bool { return g.rest(&g.all[i]) })
	c[figureclues.Moving] = howMany(l, func(i int) bool { return moves(&g.profiles[i]) })
}

// readClues: what rules with keys have made of the figures.
func (g *gathering) readClues(l link, c *figureclues.Clues) {
	x, y := g.read[l.a], g.read[l.b]
	c[figureclues.Keyed] = weigh.Flag(hasKey(x)) + weigh.Flag(hasKey(y))
	if hasKey(x) && hasKey(y) && x != y {
		c[figureclues.KeyedApart] = 1 + weigh.Flag(x.rule == y.rule)
	}
	c[figureclues.Decided] = weigh.Flag(g.bothKeyed(l))
}
