package checker

import (
	"slices"

	"github.com/concord-news/concord/corpus"
	"github.com/concord-news/concord/rules"
)

// withoutRepeats drops findings that say what another one says: each value of the
// one stands in the other, in the same words, and the other's verdict is as grave
// or graver. Of two that say the same stays the one of the more telling rule.
func withoutRepeats(all []Finding) []Finding {
	held := map[*corpus.Article][]int{}
	for i := range all {
		if !mayRepeat(&all[i]) {
			continue
		}
		last := (*corpus.Article)(nil)
		for _, v := range all[i].Values {
			if v.Article != last {
				held[v.Article] = append(held[v.Article], i)
			}
			last = v.Article
		}
	}
	dropped := make([]bool, len(all))
	for i := range all {
		if !mayRepeat(&all[i]) {
			continue
		}
		dropped[i] = slices.ContainsFunc(held[all[i].Values[0].Article], func(k int) bool {
			return k != i && !dropped[k] && repeats(&all[i], &all[k])
		})
	}
	out := all[:0]
	for i := range all {
		if !dropped[i] {
			out = append(out, all[i])
		}
	}
	return out
}

// withoutNamed drops findings of names that two articles give in one connection
// where another finding has all of these words: as the place of something, as who
// did it, as who holds an office. How a name is spelt is another matter.
func withoutNamed(all []Finding) []Finding {
	tells := func(f *Finding) bool {
		switch f.Rule.Compare.By {
		case rules.ByNames, rules.ByPlace, rules.ByOffice:
			return !f.Rule.Compare.Alike && f.Verdict != Single
		}
		return false
	}
	in := map[*corpus.Article][]int{}
	for i := range all {
		for k, v := range all[i].Values {
			if tells(&all[i]) && (k == 0 || all[i].Values[k-1].Article != v.Article) {
				in[v.Article] = append(in[v.Article], i)
			}
		}
	}
	return slices.DeleteFunc(slices.Clone(all), func(f Finding) bool {
		if f.Rule.Compare.By != rules.ByNames || !f.Rule.Compare.Alike {
			return false
		}
		return slices.ContainsFunc(in[f.Values[0].Article], func(i int) bool {
			return !slices.ContainsFunc(f.Values, func(v Value) bool {
				return !slices.ContainsFunc(all[i].in(v.Article), func(w Value) bool { return v.Span.Overlaps(w.Span) })
			})
		})
	})
}

// mayRepeat reports a finding of a figure or date that several rules may read
// from one place.
func mayRepeat(f *Finding) bool {
	switch f.Rule.Compare.By {
	case rules.ByFigure, rules.ByDate, rules.ByTime:
		return f.Verdict != NotCompared && f.Verdict != Single
	}
	return false
}

// repeats reports whether finding f says no more than g.
func repeats(f, g *Finding) bool {
	one := secondary(f) || secondary(g) || f.Rule.Compare.By == rules.ByDate
	if !one || f.Rule == g.Rule || f.Rule.Compare.By != g.Rule.Compare.By || f.Verdict < g.Verdict || f.Severity > g.Severity || !heldBy(f, g) {
		return false
	}
	if f.Verdict != g.Verdict || !heldBy(g, f) {
		return true
	}
	return moreTelling(g, f)
}

// secondary reports a finding of a rule that reads all figures or all deeds, and
// so says less of what it reads.
func secondary(f *Finding) bool { return f.told || f.Rule.Compare.Alike }

// heldBy reports whether each value of f stands in g.
func heldBy(f, g *Finding) bool {
	return !slices.ContainsFunc(f.Values, func(v Value) bool {
		return !slices.ContainsFunc(g.Values, func(w Value) bool {
			return v.Article == w.Article && v.Reading == w.Reading && v.Span.Overlaps(w.Span)
		})
	})
}
