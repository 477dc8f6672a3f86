package checker

import (
	"math"
	"slices"
	"strconv"
	"strings"

	"github.com/concord-news/concord/checker/verify/thesaurus"
	"github.com/concord-news/concord/checker/weigh/figureclues"
	"github.com/concord-news/concord/rules"
	"github.com/concord-news/concord/rules/mention"
	"github.com/concord-news/concord/rules/quantity"
	"github.com/concord-news/concord/rules/text"
)

// How alike the surroundings of two figures must be, as a cosine, for the
// figures to be told of one thing. Equal figures support each other, and so ask
// for least; those that exclude each other are weighed instead, but for a few.
// Tuned on the stories that were looked at.
const (
	likeEqual     = 0.1
	likeAmount    = 0.12 // equal sums of money, of which a story has fewer than counts
	likeLeast     = 0.08 // below it only equal figures are looked at
	likeSmall     = 0.32 // equal counts below ten, which meet by chance
	likeOne       = 0.45 // "one" mostly stands for "a"
	likeAlone     = 0.6  // equal counts below ten that share the noun and the topic
	likeTouch     = 0.42 // figures that differ and can both be true
	likeNear      = 0.2  // such as lie close together
	likeNearOther = 0.3  // close together, and of two nouns
	likeStrong    = 0.45
	likeSole      = 0.02 // the only measures of their dimension in two articles
)

const (
	// smallFigure is the count below which equal ones meet by chance.
	smallFigure = 10
	// bigFigure is the count from which on equal ones of two nouns (Americans,
	// people) are told of one thing.
	bigFigure = 1000
	// nearlyOne is the ratio below which two figures that can both be true are
	// mostly one figure, rounded or hedged by one of the outlets.
	nearlyOne = 1.12
	// anchored is how much a word that ties two figures together must tell.
	anchored = 0.35
	// manyTied is how much words must tell together that stand anywhere around
	// two figures, to tie them.
	manyTied = 1.0
)

// agrees reports whether two figures that can both be true are told of one
// thing.
func (g *gathering) agrees(l link) bool {
	p, q := &g.profiles[l.a], &g.profiles[l.b]
	a, b := g.all[l.a].fact, g.all[l.b].fact
	switch a.Value.Kind {
	case mention.Date, mention.Time:
		return g.agreesOn(l)
	case mention.Ordinal:
		return g.ranksAgree(l)
	}
	if a.Negated != b.Negated || a.Value.Kind == mention.Measure && otherWhole(p, q) || a.Value.Kind == mention.Age && otherSides(p, q) {
		return false
	}
	if few := a.Value.Kind == mention.Number && a.Value.Figure.Low < smallFigure; few && !tied(p, q) && l.likeness < likeAlone {
		return false
	}
	return g.sole(l) || l.likeness >= threshold(a, b, relatedWords(p.head(), q.head()))
}

// threshold is how alike the surroundings of two figures that can both be true
// must be; more than 1 where nothing would do.
func threshold(a, b *rules.Fact, related bool) float64 {
	switch {
	case a.Value.Figure.Vague || b.Value.Figure.Vague:
		if a.Value.Kind == mention.Number && !related {
			return never
		}
		return likeTouch
	case sameFigure(a, b):
		return thresholdEqual(a, b, related)
	}
	return thresholdTouching(a, b, related)
}

// never is no likeness.
const never = 2

// thresholdEqual is how alike the surroundings of two equal figures must be.
func thresholdEqual(a, b *rules.Fact, related bool) float64 {
	low := max(unbounded(a.Value.Figure).Low, unbounded(b.Value.Figure).Low)
	count := a.Value.Kind == mention.Number
	switch {
	case rare(a.Value.Kind, low):
		return 0
	case count && !related && low < bigFigure:
		return never
	case count && low <= 1:
		return likeOne
	case count && low < smallFigure:
		return likeSmall
	case a.Value.Kind == mention.Money:
		return likeAmount
	}
	return likeEqual
}

// thresholdTouching is how alike the surroundings of two figures must be that
// differ and can both be true: "more than 600", "some 640".
func thresholdTouching(a, b *rules.Fact, related bool) float64 {
	x, y := middle(a.Value.Figure), middle(b.Value.Figure)
	near := min(x, y) > 0 && ratio(a.Value.Figure, b.Value.Figure) < nearlyOne
	switch {
	case near && a.Value.Kind == mention.Money:
		return likeAmount
	case near && related:
		return likeNear
	case near && a.Value.Kind == mention.Number && max(x, y) >= smallFigure:
		return likeNearOther
	case !related || unlikelyOne(a.Value.Kind, a.Value.Figure, b.Value.Figure):
		return never
	}
	return likeTouch
}

// rare reports whether a figure is one that two articles of a story hardly
// state of two things: an age, a share or measure of two digits, a sum of as many,
// a count of three.
func rare(kind mention.Kind, figure float64) bool {
	n := digits(figure)
	switch kind {
	case mention.Number:
		return n > 2
	case mention.Age, mention.Money, mention.Share, mention.Measure, mention.Duration:
		return n > 1
	}
	return false
}

// digits is how many significant digits a figure has.
func digits(v float64) int {
	s := strconv.FormatFloat(math.Abs(v), 'e', -1, 64)
	mantissa, _, _ := strings.Cut(s, "e")
	return len(strings.Replace(mantissa, ".", "", 1))
}

// sameLength reports whether two lengths of time are one in two units: 71 minutes, an
// hour and eleven minutes.
func sameLength(a, b *rules.Fact) bool {
	if a.Value.Kind != mention.Duration || b.Value.Kind != mention.Duration {
		return false
	}
	x, ok := quantity.Convert(a.Value.Figure.Low, a.Value.Unit, b.Value.Unit)
	return ok && math.Abs(x-b.Value.Figure.Low) < 1e-3*math.Abs(x)
}

// unitless reports a figure with neither unit nor noun.
func unitless(f *rules.Fact) bool { return f.Value.Kind == mention.Number && f.Value.Unit == "" }

// sameFigure reports whether two facts state one figure, whatever its hedge.
func sameFigure(a, b *rules.Fact) bool {
	switch a.Value.Kind {
	case mention.Date:
		return a.Value.Period == b.Value.Period
	case mention.Time:
		return a.Value.Timex == b.Value.Timex
	}
	x, y := unbounded(a.Value.Figure), unbounded(b.Value.Figure)
	return (a.Value.Unit == b.Value.Unit || elided(a, b)) && x.Low == y.Low && x.High == y.High || a.Value.Kind == mention.Number && x.Low == y.Low && x.High == y.High
}

// differs reports whether two figures that compare as an outcome says exclude each other
// and are told of one thing: of counts, sums and measures package weigh says it.
func (g *gathering) differs(l link, o outcome) bool {
	p, q := &g.profiles[l.a], &g.profiles[l.b]
	differ := o.relation == different
	switch g.all[l.a].fact.Value.Kind {
	case mention.Date, mention.Time:
		return differ && g.differsOn(l)
	case mention.Ordinal:
		return differ && g.ranksDiffer(l)
	}
	switch {
	case differ && g.sole(l):
		return true
	case moves(p) && moves(q):
		return differ && g.moved(l)
	case !g.weighed(l) || !differ && !g.exclude(l):
		return false
	}
	points := figureclues.Trees().Points(g.clues(l)[:])
	if points >= asked {
		g.weighings = append(g.weighings, weighing{l, points})
	}
	return points >= asked
}

// asked is how many points must speak for two figures that exclude each other being told
// of one thing. With half a point, of stories that were left aside when trees were grown, 278
// of 472 labelled discrepancies were found and 55 pairs beside them, with a quarter 291 and 67.
const asked = 0.4

// partOnly reports whether one figure is of a part of a whole that is what the
// other counts: "four of the paintings", "nine paintings".
func partOnly(p, q *profile) bool {
	whole := p.first(rules.Whole)
	return whole != nil && q.first(rules.Whole) == nil && q.first(rules.Head) != nil && relatedWords(whole.value, q.first(rules.Head).value)
}

// otherHarm reports whether what is done to those of one figure is harm, and something
// else to those of the other: of seven who were hit three were killed.
func (g *gathering) otherHarm(p, q *profile) bool {
	a, b := p.first(rules.Predicate), q.first(rules.Predicate)
	harm := func(t *term) bool { return g.catalog.Deeds.Harm(g.catalog.Deeds.Verb(t.value)) }
	return a != nil && b != nil && (harm(a) || harm(b)) && !relatedWords(a.value, b.value)
}

// figureAt is what a figure was read of, with its text.
func (s *story) figureAt(st *statement) (*text.Document, *mention.Mention) {
	g := s.readings[st.article]
	return g.Doc, &g.Mentions[st.fact.Mention]
}

// rest reports whether a figure counts those besides others: "three more people",
// "four others".
func (g *gathering) rest(st *statement) bool {
	d, m := g.figureAt(st)
	for i := max(0, m.First-1); i < min(m.Last+1, len(d.Tokens)); i++ {
		switch d.Tokens[i].Lower {
		case "more", "other", "others", "another", "additional", "further", "extra", "remaining":
			return i+1 >= len(d.Tokens) || d.Tokens[i+1].Lower != "than"
		}
	}
	return false
}

// sameThing reports whether two words are one or synonyms: "store", "shop".
func sameThing(a, b string) bool { return a == b || thesaurus.Relate(a, b) == thesaurus.Synonym }

// otherSubject reports whether two clauses say of what the figures are, and have
// no word for that in common: "the mill employs", "Kesmet Board has".
func (g *gathering) otherSubject(p, q *profile) bool {
	a, b := g.subject(p), g.subject(q)
	return len(a) > 0 && len(b) > 0 && !meets(a, q) && !meets(b, p)
}

// subject lists what a clause says the figure is of, or who has it.
func (g *gathering) subject(p *profile) []*term {
	var out []*term
	for i := range p.terms {
		if t := &p.terms[i]; (t.part == rules.Whole || t.part == rules.Agent) && (t.name != "" || !g.catalog.Deeds.Vague(t.value)) {
			out = append(out, t)
		}
	}
	return out
}

// meets reports whether one of the words stands around the figure of p too.
func meets(words []*term, p *profile) bool {
	return slices.ContainsFunc(words, func(w *term) bool {
		return slices.ContainsFunc(p.terms, func(t term) bool {
			return t.value == w.value || t.name != "" && w.name != "" && oneName(t.name, w.name) || t.part < rules.Beside && relatedWords(t.value, w.value)
		})
	})
}

func one(f *rules.Fact) bool {
	return f.Value.Kind == mention.Number && f.Value.Figure.Low <= 1 && f.Value.Figure.High <= 1
}

// farOff reports whether two figures lie so far apart that they are hardly told
// of one thing, the loss of a nought among them: with nothing but words around
// them to go by, 100 and 100,000 are two things.
func farOff(a, b *rules.Fact) bool {
	x, y := a.Value.Figure, b.Value.Figure
	return min(middle(x), middle(y)) <= 0 || ratio(x, y) >= farApart
}

// tied reports whether the figures have more in common than the noun and the
// topic: a modifier, the deed, or who takes part in it.
func tied(p, q *profile) bool {
	found, sum := false, 0.0
	p.common(q, func(a, b *term) {
		if a.part > rules.Whole || b.part > rules.Whole {
			sum += min(a.weight, b.weight)
		}
		found = found || a.part > rules.Whole && b.part > rules.Whole && a.part < rules.Beside && b.part < rules.Beside && min(a.weight, b.weight) >= anchored
	})
	return found || sum >= manyTied || namesTie(p, q)
}

// namesTie reports whether both clauses name who does it or to whom, in one or
// another form of a name.
func namesTie(p, q *profile) bool {
	part := func(t *term) bool {
		return t.name != "" && !t.place && t.part > rules.Predicate && t.part < rules.Argument
	}
	for i := range p.terms {
		for k := range q.terms {
			if a, b := &p.terms[i], &q.terms[k]; part(a) && part(b) && oneName(a.name, b.name) && min(a.weight, b.weight) >= anchored {
				return true
			}
		}
	}
	return false
}

// bothKeyed reports whether rules with keys have decided what is to be said of
// the figures: they read both, or hold one of them against another figure of the
// other's article.
func (g *gathering) bothKeyed(l link) bool {
	x, y := g.read[l.a], g.read[l.b]
	if holdsArticle(x, g.all[l.b].article) || holdsArticle(y, g.all[l.a].article) {
		return true
	}
	return x != nil && x == y || hasKey(x) && hasKey(y)
}

// hasKey reports whether a slot is one of a rule that does not only read what others
// leave.
func hasKey(o *slot) bool { return o != nil && !o.rule.Fallback }

// holdsArticle reports whether a slot of a rule that does not only read what
// others leave has a statement of the article.
func holdsArticle(o *slot, article int) bool {
	return hasKey(o) && slices.ContainsFunc(o.statements, func(st statement) bool { return st.article == article })
}

// eitherStated reports whether one of the articles of a link states the other's figure
// too, so that it tells of two things.
func (g *gathering) eitherStated(l link, anyNoun bool) bool {
	return g.stated(l.a, l.b, anyNoun) || g.stated(l.b, l.a, anyNoun)
}

// stated reports whether the article of the other statement states the figure of
// statement i anywhere. Of small counts it asks for the same noun, unless any will
// do: "three men" says nothing of three paintings. A figure with neither unit nor noun
// says nothing of a count or sum of as many, but may be a share: "left it at 4.25".
func (g *gathering) stated(i, other int, anyNoun bool) bool {
	a, p := g.all[i].fact, &g.profiles[i]
	small := !anyNoun && a.Value.Kind == mention.Number && a.Value.Figure.Low < smallFigure
	return slices.ContainsFunc(g.in[g.all[other].article], func(k int) bool {
		o, q := g.all[k].fact, &g.profiles[k]
		if unitless(o) && o.Value.Figure.Low == a.Value.Figure.Low && o.Value.Figure.High == a.Value.Figure.High {
			return a.Value.Kind == mention.Share
		}
		return o.Rule == a.Rule && (sameFigure(o, a) || sameLength(o, a)) && (!small || p.head() == "" || q.head() == "" || relatedWords(p.head(), q.head()))
	})
}
