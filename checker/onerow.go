package checker

import (
	"cmp"
	"slices"

	"github.com/concord-news/concord/corpus"
	"github.com/concord-news/concord/rules"
	"github.com/concord-news/concord/rules/quantity/calendar"
)

// rows puts findings together that rules made of the same words, so that a fact
// is one row: the finding of the rule that tells more of it takes over what the
// other one holds besides.
type rows struct {
	*story
	all  []Finding
	gone []bool
	// in lists the findings that have a value of an article.
	in map[*corpus.Article][]int
}

// oneRow leaves one finding of figures, dates and times that several rules found
// in the same words. What was not compared gives up the words that stand in
// another finding.
func (s *story) oneRow(all []Finding) []Finding {
	r := &rows{story: s, all: all, gone: make([]bool, len(all)), in: map[*corpus.Article][]int{}}
	for i := range all {
		if !mayRepeat(&all[i]) && !mayYield(&all[i]) {
			continue
		}
		for _, v := range all[i].Values {
			if at := r.in[v.Article]; len(at) == 0 || at[len(at)-1] != i {
				r.in[v.Article] = append(at, i)
			}
		}
	}
	for i := range all {
		if tier(&all[i]) == 2 && mayRepeat(&all[i]) {
			r.gone[i] = r.refused(i)
		}
	}
	for i := range all {
		if mayRepeat(&all[i]) && !r.gone[i] {
			r.join(i)
		}
	}
	for i := range all {
		if mayYield(&all[i]) {
			r.yield(i)
		}
	}
	var out []Finding
	for i := range all {
		if !r.gone[i] {
			out = append(out, all[i])
		}
	}
	return out
}

// mayYield reports a finding of which words may stand in another one.
func mayYield(f *Finding) bool {
	return f.Verdict == NotCompared && slices.Contains([]rules.Comparison{rules.ByFigure, rules.ByDate, rules.ByTime}, f.Rule.Compare.By)
}

// refused reports whether finding i, of a rule that reads everything, is a
// discrepancy in words that a rule with patterns of its own would not compare.
func (r *rows) refused(i int) bool {
	f := &r.all[i]
	return f.Verdict.Discrepancy() && slices.ContainsFunc(r.beside(i), func(k int) bool {
		g := &r.all[k]
		return tier(g) == 0 && mayYield(g) && !slices.ContainsFunc(f.Values, func(v Value) bool { return !has(g, &v) })
	})
}

// join gives finding i to the one of a more telling rule that shares most of its
// values and can hold them all.
func (r *rows) join(i int) {
	best, most := -1, 0
	var whole Finding
	for _, k := range r.beside(i) {
		if f, g := &r.all[k], &r.all[i]; !mayRepeat(f) || f.told || g.told || !moreTelling(f, g) {
			continue // deeds are compared by what is told of them
		}
		if n := r.shared(i, k); n > most {
			if both, ok := r.merged(k, i); ok {
				best, most, whole = k, n, both
			}
		}
	}
	if best < 0 {
		return
	}
	r.gone[i], r.all[best] = true, whole
	for _, v := range whole.Values {
		if at := r.in[v.Article]; !slices.Contains(at, best) {
			r.in[v.Article] = append(at, best)
		}
	}
}

// beside lists the findings that have an article in common with finding i.
func (r *rows) beside(i int) []int {
	var out []int
	for _, v := range r.all[i].Values {
		for _, k := range r.in[v.Article] {
			if k != i && !r.gone[k] && r.all[k].Rule != r.all[i].Rule && r.all[k].Rule.Compare.By == r.all[i].Rule.Compare.By {
				out = append(out, k)
			}
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// shared counts the articles of which both findings hold the same words, and is 0
// where these are too few to tell that the two are of one thing. One is enough
// where one of the rules reads every figure, whatever it is of. A date may be of
// two deeds, and a figure of two things that rules tell apart.
func (r *rows) shared(i, k int) int {
	f, g := &r.all[i], &r.all[k]
	articles := 0
	var last *corpus.Article
	for a := range f.Values {
		if v := &f.Values[a]; v.Article != last && has(g, v) {
			articles, last = articles+1, v.Article
		}
	}
	if articles == 1 && !(f.Rule.Compare.By == rules.ByFigure && (tier(f) > 0 || tier(g) > 0)) {
		return 0
	}
	return articles
}

// in lists the values that a finding has of an article. Those of one article stand
// together, and articles by their IDs.
func (f *Finding) in(a *corpus.Article) []Value {
	of := func(v Value, id string) int { return cmp.Compare(v.Article.ID, id) }
	first, _ := slices.BinarySearchFunc(f.Values, a.ID, of)
	last := first
	for last < len(f.Values) && f.Values[last].Article == a {
		last++
	}
	return f.Values[first:last]
}

// has reports whether a finding has a value.
func has(f *Finding, v *Value) bool {
	return slices.ContainsFunc(f.in(v.Article), func(w Value) bool { return sameValue(&w, v) })
}

// sameValue reports whether two values are one figure or date in one place.
func sameValue(v, w *Value) bool {
	if v.Article != w.Article || !v.Span.Overlaps(w.Span) {
		return false
	}
	if v.Low == nil && v.High == nil {
		return v.Reading == w.Reading
	}
	return sameEnd(v.Low, w.Low) && sameEnd(v.High, w.High) && ofTime(v) == ofTime(w)
}

// ofTime reports whether a value is a time or an age: of "six people, including a
// girl of six", one six is.
func ofTime(v *Value) bool {
	_, ok := calendar.Unit(v.Unit)
	return ok
}

func sameEnd(a, b *float64) bool { return a == b || a != nil && b != nil && *a == *b }

// tier is how much the rule of a finding tells of what it reads: most where it has
// patterns of its own, less where it reads what others leave, least where it reads
// all figures or all deeds.
func tier(f *Finding) int {
	switch {
	case secondary(f):
		return 2
	case f.Rule.Fallback:
		return 1
	}
	return 0
}

// moreTelling orders findings of two rules: patterns of one's own, a rule that users
// laid over others, a graver verdict, more values, and then the name.
func moreTelling(f, g *Finding) bool {
	return cmp.Or(
		cmp.Compare(tier(f), tier(g)),
		cmp.Compare(g.Rule.Layer, f.Rule.Layer),
		cmp.Compare(f.Verdict, g.Verdict),
		cmp.Compare(len(g.Values), len(f.Values)),
		cmp.Compare(f.Rule.Name, g.Rule.Name),
	) < 0
}

// merged is finding k with what finding i holds besides. The graver verdict stands,
// with its reason; where neither is a discrepancy all is judged anew, and it is
// refused where that makes one.
func (r *rows) merged(k, i int) (Finding, bool) {
	f, g := r.all[k], &r.all[i]
	f.Values, f.slot = slices.Clone(f.Values), &slot{rule: f.slot.rule, moving: f.slot.moving, statements: slices.Clone(f.slot.statements)}
	more := false // g rests on a value that f has not
	for n, v := range g.Values {
		adopted := f.Values[len(r.all[k].Values):]
		if has(&r.all[k], &v) || slices.ContainsFunc(adopted, func(w Value) bool { return sameValue(&w, &v) }) || r.heldElsewhere(&v, k, i) {
			continue
		}
		if r.apart(&g.slot.statements[n], r.all[k].slot.statements) {
			return f, false
		}
		more = more || v.Decides
		st := r.adopted(&f, g, n)
		f.Values, f.slot.statements = append(f.Values, r.value(&st, f.Rule)), append(f.slot.statements, st)
	}
	r.arrange(&f)
	quiet := !f.Verdict.Discrepancy() && !g.Verdict.Discrepancy()
	j := r.judge(f.slot)
	if quiet && (j.verdict.Discrepancy() || j.verdict == NotCompared || j.verdict == Single) {
		return f, false
	}
	switch {
	case quiet && j.verdict != f.Verdict:
		f.Verdict, f.Why, f.Gap = j.verdict, j.why, j.gap
		for n := range f.Values {
			f.Values[n].Decides = slices.Contains(j.on[:], f.slot.statements[n].fact)
		}
	case !quiet && g.Verdict < f.Verdict:
		f.Verdict, f.Gap, f.Why = g.Verdict, g.Gap, g.Why+"; "+f.Why
		for n := range f.Values {
			v := &f.Values[n]
			v.Decides = slices.ContainsFunc(g.in(v.Article), func(w Value) bool { return w.Decides && sameValue(&w, v) })
		}
	case more && (quiet || g.Verdict.Discrepancy()):
		f.Why += "; " + g.Why
	}
	f.Origins = r.originsOf(f.slot.statements)
	f.Severity = severity(&f)
	f.Fingerprint = fingerprint(&f)
	return f, true
}

// adopted is the n-th statement of finding g as f has it. Of a part kept or held it is
// on the side of the words that both have.
func (*rows) adopted(f, g *Finding, n int) statement {
	st := g.slot.statements[n]
	if !f.Rule.Compare.Complements() {
		return st
	}
	for a := range f.Values {
		if has(g, &f.Values[a]) {
			own := *st.fact
			own.Kept = f.slot.statements[a].fact.Kept
			st.fact = &own
			return st
		}
	}
	return st
}

// apart reports whether a figure lies so far from all others that it is hardly told
// of the same: thousands who fled beside 84 who died.
func (*rows) apart(st *statement, others []statement) bool {
	return st.fact.Rule.Compare.By == rules.ByFigure && !slices.ContainsFunc(others, func(o statement) bool {
		return ratio(st.fact.Value.Figure, o.fact.Value.Figure) < farApart
	})
}

// heldElsewhere reports whether a value stands in a third finding, of a rule with
// patterns of its own.
func (r *rows) heldElsewhere(v *Value, k, i int) bool {
	return slices.ContainsFunc(r.in[v.Article], func(n int) bool {
		return n != k && n != i && !r.gone[n] && tier(&r.all[n]) == 0 && mayRepeat(&r.all[n]) &&
			has(&r.all[n], v)
	})
}

// arrange puts the values and statements in order, and holds them against the
// reference facts about f.
func (r *rows) arrange(f *Finding) {
	order := make([]int, len(f.Values))
	for i := range order {
		order[i] = i
	}
	st := f.slot.statements
	slices.SortStableFunc(order, func(a, b int) int { return compareStatements(st[a], st[b]) })
	values, statements := make([]Value, len(order)), make([]statement, len(order))
	for to, from := range order {
		values[to], statements[to] = f.Values[from], st[from]
	}
	f.Values, f.slot.statements = values, statements
	for i := range values {
		v := &values[i]
		if v.Against = r.against(f.slot, &statements[i], f.Fact); r.keeps {
			v.statement = &statements[i]
		}
	}
}

// yield takes the words out of finding i, which compares nothing, that another
// finding compares or a more telling one holds: what is left is judged anew.
func (r *rows) yield(i int) {
	f := &r.all[i]
	beside := r.beside(i)
	var left []statement
	for a := range f.Values {
		if !slices.ContainsFunc(beside, func(k int) bool {
			g := &r.all[k]
			return (mayRepeat(g) || mayYield(g) && moreTelling(g, f)) && has(g, &f.Values[a])
		}) {
			left = append(left, f.slot.statements[a])
		}
	}
	if len(left) == len(f.Values) {
		return
	}
	r.gone[i] = true
	if len(left) == 0 {
		return
	}
	sl := slot{rule: f.slot.rule, statements: left, moving: f.slot.moving}
	if again, ok := r.finding(&sl); ok {
		r.all[i], r.gone[i] = again, false
	}
}
