package checker

import (
	"slices"

	"github.com/concord-news/concord/rules"
)

// repeated reports whether a figure of what an article tells in all is one that
// another fact has from the same words: where all of a slot are, they are
// compared there, and not twice. It is counted where that fact has another key.
func repeated(facts []rules.Fact, f *rules.Fact) (repeated, counted bool) {
	if !f.Rule.Compare.Partial {
		return false, false
	}
	for i := range facts {
		o := &facts[i]
		if o.Rule == f.Rule || o.Evidence != f.Evidence {
			continue
		}
		if slices.Equal(o.Key, f.Key) {
			return true, false
		}
		counted = counted || o.Value.Figure == f.Value.Figure
	}
	return false, counted
}

// totalAndPart returns the toll that one article gives and the people of whom the other
// tells, where these are more though they may not be all: "eight people" beside "eleven
// civilians". Both are nil where it is not so.
func totalAndPart(rule *rules.Rule, a, b *statement) (total, part *statement) {
	if !rule.Compare.Partial || rule.Compare.By != rules.ByFigure || a.repeated == b.repeated {
		return nil, nil
	}
	total, part = a, b
	if b.repeated {
		total, part = b, a
	}
	if !part.counted || total.fact.Negated || part.fact.Negated || part.fact.Value.Figure.Low <= total.fact.Value.Figure.High {
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
