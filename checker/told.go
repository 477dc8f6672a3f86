package checker

import (
	"slices"

	"github.com/concord-news/concord/corpus"
	"github.com/concord-news/concord/rules"
)

// deedsOf parts the statements of a slot of events into those that can be held
// together: first those of which two differ, with all that can be held beside
// them, where that makes a discrepancy; then a statement joins the first part of
// which it can be compared with each. Slots of other facts stay whole.
func (s *story) deedsOf(sl slot) []slot {
	if len(sl.statements) == 0 || sl.statements[0].fact.Told == nil {
		return []slot{sl}
	}
	differ, rest := s.differing(&sl)
	if len(differ.statements) > 0 && s.judge(&differ).verdict.Discrepancy() {
		return append([]slot{differ}, s.parts(&rest)...)
	}
	return s.parts(&sl)
}

func (s *story) parts(sl *slot) []slot {
	var parts []slot
	for i := range sl.statements {
		st := &sl.statements[i]
		at := slices.IndexFunc(parts, func(p slot) bool { return s.joins(sl.rule, &p, st) })
		if at < 0 {
			parts = append(parts, slot{rule: sl.rule})
			at = len(parts) - 1
		}
		parts[at].statements = append(parts[at].statements, *st)
	}
	return parts
}

// differing parts off the statements of two articles that differ, and those that
// can be compared with all of these.
func (s *story) differing(sl *slot) (differ, rest slot) {
	differ.rule, rest.rule = sl.rule, sl.rule
	all := sl.statements
	if len(all) > mostParts {
		return differ, *sl
	}
	in := make([]bool, len(all))
	for i := range all {
		for k := range i {
			if all[i].article != all[k].article && s.compare(sl.rule, &all[k], &all[i]).relation == different {
				in[i], in[k] = true, true
			}
		}
	}
	for i := range all {
		if in[i] || s.fitsAll(sl, in, i) {
			differ.statements = append(differ.statements, all[i])
		} else {
			rest.statements = append(rest.statements, all[i])
		}
	}
	if len(rest.statements) == len(all) {
		differ.statements = nil
	}
	return differ, rest
}

// fitsAll reports whether statement i can be compared with all that are in.
func (s *story) fitsAll(sl *slot, in []bool, i int) bool {
	some := false
	for k := range in {
		if in[k] {
			if some = true; s.compare(sl.rule, &sl.statements[k], &sl.statements[i]).relation == incomparable {
				return false
			}
		}
	}
	return some
}

// mostParts bounds the statements with which one more is compared: what so many
// say in one word tells no longer which deed is meant.
const mostParts = 40

func (s *story) joins(rule *rules.Rule, p *slot, st *statement) bool {
	for i := range p.statements[:min(len(p.statements), mostParts)] {
		if s.compare(rule, &p.statements[i], st).relation == incomparable {
			return false
		}
	}
	return true
}

// withoutRepeated drops findings on a deed whose every passage stands in another
// finding of the same rule that weighs as much or more: a deed may be known by
// who does it and by to whom, and by itself and by its opposite.
func withoutRepeated(all []Finding) []Finding {
	type passage struct {
		rule    *rules.Rule
		article *corpus.Article
		corpus.Span
	}
	held := map[passage][]int{}
	for i := range all {
		if f := &all[i]; f.told {
			for _, v := range f.Values {
				p := passage{f.Rule, v.Article, v.Span}
				held[p] = append(held[p], i)
			}
		}
	}
	dropped := make([]bool, len(all))
	for i := range all {
		f := &all[i]
		if !f.told {
			continue
		}
		for _, k := range held[passage{f.Rule, f.Values[0].Article, f.Values[0].Span}] {
			if k == i || dropped[k] || all[k].Verdict > f.Verdict || len(all[k].Values) < len(f.Values) {
				continue
			}
			inside := !slices.ContainsFunc(f.Values, func(v Value) bool {
				return !slices.Contains(held[passage{f.Rule, v.Article, v.Span}], k)
			})
			if inside {
				dropped[i] = true
				break
			}
		}
	}
	out := all[:0]
	for i := range all {
		if !dropped[i] {
			out = append(out, all[i])
		}
	}
	return out
}
