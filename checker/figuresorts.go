package checker

import (
	"slices"

	"github.com/concord-news/concord/rules"
	"github.com/concord-news/concord/rules/mention"
)

// sorts returns the words of each gathered figure: what is said and stands around
// it, the rule with a key that read it, and what of its article could tell it and
// another figure apart; nil where twins are not looked for.
func (g *gathering) sorts() func(i int) string {
	if len(g.articles) < g.twinsFrom {
		return nil
	}
	own := g.own()
	ids := make([]int, len(own))
	index := map[string]int{}
	for i := range own {
		id, ok := index[string(own[i])]
		if !ok {
			id = len(index)
			index[string(own[i])] = id
		}
		ids[i] = id
	}
	common := g.figuresOfTwo()
	return func(i int) string {
		w := own[i]
		var beside []int
		for _, j := range g.in[g.all[i].article] {
			if common[j] && g.all[j].fact.Rule == g.all[i].fact.Rule || g.besideOf(i, j) {
				beside = append(beside, ids[j])
			}
		}
		slices.Sort(beside)
		if !isQuantity(g.all[i].fact) { // of which it counts how many there are
			beside = slices.Compact(beside)
		}
		w.number(beside...)
		return string(w)
	}
}

// own lists what each figure comes to by itself.
func (g *gathering) own() []wording {
	number := map[*slot]int{}
	in := make([][]int, len(g.articles)) // the slots with keys that have an article
	for _, o := range g.read {
		if _, ok := number[o]; ok || o == nil {
			continue
		}
		number[o] = len(number) + 1
		for k := range o.statements {
			if article := o.statements[k].article; !o.rule.Fallback && !slices.Contains(in[article], number[o]) {
				in[article] = append(in[article], number[o])
			}
		}
	}
	timed := map[*rules.Rule]bool{}
	for rule, all := range byRule(g.all) {
		timed[rule] = g.timed(rule, all)
	}
	out := make([]wording, len(g.all))
	for i := range g.all {
		w := &out[i]
		if timed[g.all[i].fact.Rule] {
			g.moment(w, g.all[i].article)
		}
		g.said(w, &g.all[i])
		w.profile(&g.profiles[i])
		w.flags(g.longPast(i), g.once(i), g.all[i].fact.Title, isQuantity(g.all[i].fact) && g.heldAgainst(i), isQuantity(g.all[i].fact) && g.lone[i])
		w.number(number[g.read[i]], len(in[g.all[i].article]))
		w.number(in[g.all[i].article]...)
	}
	return out
}

// byRule sorts statements by their rules.
func byRule(all []statement) map[*rules.Rule][]statement {
	out := map[*rules.Rule][]statement{}
	for _, st := range all {
		out[st.fact.Rule] = append(out[st.fact.Rule], st)
	}
	return out
}

// figure is a figure, date or time by itself.
type figure struct {
	rule      *rules.Rule
	low, high float64
	period    mention.Period
	timex     string
	measure   bool
	unit      string
	digits    string
}

// figureOf is the figure that a fact states.
func figureOf(f *rules.Fact) figure {
	switch f.Value.Kind {
	case mention.Date:
		return figure{rule: f.Rule, period: f.Value.Period}
	case mention.Time:
		return figure{rule: f.Rule, timex: f.Value.Timex}
	}
	q := unbounded(f.Value.Figure)
	return figure{rule: f.Rule, low: q.Low, high: q.High}
}

// figuresOf is what two facts have in common that state one figure, and two that
// measure, in whatever units, or whose figures have the same digits in another
// order.
func figuresOf(f *rules.Fact) []figure {
	own := figureOf(f)
	out := []figure{own}
	if f.Value.Kind == mention.Date || f.Value.Kind == mention.Time {
		return append(out, figure{rule: f.Rule, unit: f.Value.Kind.String()})
	}
	switch f.Value.Kind {
	case mention.Measure:
		out = append(out, figure{rule: f.Rule, measure: true})
	case mention.Money, mention.Share, mention.Duration:
		out = append(out, figure{rule: f.Rule, unit: currency(f)})
	}
	if digits := sortedDigits(own.low); own.low == own.high && len(digits) >= manyDigits {
		out = append(out, figure{rule: f.Rule, digits: digits})
	}
	return out
}

// figuresOfTwo marks the figures that two articles or more state.
func (g *gathering) figuresOfTwo() []bool {
	in := map[figure]int{}
	two := map[figure]bool{}
	for i := range g.all {
		f := figureOf(g.all[i].fact)
		if first, ok := in[f]; !ok {
			in[f] = g.all[i].article
		} else if first != g.all[i].article {
			two[f] = true
		}
	}
	out := make([]bool, len(g.all))
	for i := range g.all {
		out[i] = two[figureOf(g.all[i].fact)]
	}
	return out
}

// isQuantity reports a figure that package weigh knows, and with it all others of its kind
// in its article.
func isQuantity(f *rules.Fact) bool {
	switch f.Value.Kind {
	case mention.Number, mention.Share, mention.Money, mention.Measure, mention.Age, mention.Duration:
		return true
	}
	return false
}

// besideOf reports whether figure j of the article of i may be one of its kind that
// tells i from another article's, though that has not the like of j.
func (g *gathering) besideOf(i, j int) bool {
	p, q := &g.profiles[i], &g.profiles[j]
	a, b := g.all[i].fact, g.all[j].fact
	if isQuantity(a) && a.Sentence == b.Sentence {
		return true // it counts what two sentences have in common
	}
	if a.Rule == b.Rule && (isQuantity(a) || p.head() == q.head() || moves(p) && moves(q)) {
		return true
	}
	hour := b.Value.Kind == mention.Time
	dated := hour || b.Value.Kind == mention.Date && sameDeed(p, q)
	return a.Rule == b.Rule && dated || oneUnit(a, b)
}
