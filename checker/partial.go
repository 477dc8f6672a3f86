package checker

import (
	"slices"

	"github.com/concord-news/concord/rules"
)

// repeated reports whether a figure of what an article tells in all is one that
// another fact has from the same words: where all of a slot are, they are
// compared there, and not twice.
func repeated(facts []rules.Fact, f *rules.Fact) bool {
	if !f.Rule.Compare.Partial {
		return false
	}
	for i := range facts {
		o := &facts[i]
		if o.Rule != f.Rule && o.Evidence == f.Evidence && slices.Equal(o.Key, f.Key) {
			return true
		}
	}
	return false
}

// totalAndPart returns the toll that one article gives and the people of whom the other
// tells, where these are more though they may not be all: "eight people" beside "eleven
// civilians". Both are nil where it is not so.
func (s *story) totalAndPart(rule *rules.Rule, a, b *statement) (total, part *statement) {
	if !rule.Compare.Partial || rule.Compare.By != rules.ByFigure || a.repeated == b.repeated {
		return nil, nil
	}
	total, part = a, b
	if b.repeated {
		total, part = b, a
	}
	f := part.fact
	counted := func(o rules.Fact) bool { // and no sum of several
		return o.Rule != f.Rule && o.Evidence == f.Evidence && o.Value.Figure == f.Value.Figure
	}
	if total.fact.Negated || f.Negated || f.Value.Figure.Low <= total.fact.Value.Figure.High || !slices.ContainsFunc(s.readings[part.article].Facts, counted) {
		return nil, nil
	}
	return total, part
}

// later reports whether the article of a came out after that of b.
func (s *story) later(a, b *statement) bool {
	p, q := s.articles[a.article].Published, s.articles[b.article].Published
	return p.Known() && q.Known() && p.Time.After(q.Time)
}

// nobody reports whether one of two statements says that there was nobody and the
// other tells of somebody. Who says so leaves none out.
func nobody(a, b *rules.Fact) bool {
	return a.Negated && b.Value.Figure.Low >= 1 || b.Negated && a.Value.Figure.Low >= 1
}
