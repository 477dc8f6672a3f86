package checker

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/concord-news/concord/corpus"
	"github.com/concord-news/concord/rules"
	"github.com/concord-news/concord/rules/mention"
	"github.com/concord-news/concord/rules/names"
)

// name is how reasons call an article: its outlet.
func (s *story) name(article int) string {
	a := s.articles[article]
	if a.Outlet != "" {
		return a.Outlet
	}
	return a.ID
}

// entity returns the story's entity for an article's.
func (s *story) entity(article, entity int) string {
	if id, ok := s.registry.ID(article, entity); ok {
		return "entity " + strconv.Itoa(id)
	}
	return fmt.Sprintf("entity %d of %s", entity, s.articles[article].ID)
}

// canonical is the longest form that most articles use of an entity.
func (s *story) canonical(article, entity int, otherwise string) string {
	if id, ok := s.registry.ID(article, entity); ok {
		return s.registry.Entities[id].Name
	}
	return otherwise
}

// named lists what the names of the story are resolved from.
func (s *story) named() []names.Article {
	out := make([]names.Article, len(s.readings))
	for i, g := range s.readings {
		out[i] = names.Article{Doc: g.Doc, Mentions: g.Mentions}
	}
	return out
}

// statements lists the facts of all articles with their keys resolved.
func (s *story) statements() []statement {
	var out []statement
	for i, g := range s.readings {
		for k := range g.Facts {
			f := &g.Facts[k]
			other := f.Otherwise()
			for o := range other {
				out = append(out, s.statement(i, &other[o]))
			}
			st := s.statement(i, f)
			st.repeated, st.counted = repeated(g.Facts, f)
			out = append(out, st)
		}
	}
	return out
}

// statement is a fact of an article with its key among the story's entities.
func (s *story) statement(article int, f *rules.Fact) statement {
	st := statement{article: article, fact: f, key: make([]string, len(f.Key))}
	for p, v := range f.Key {
		st.key[p] = s.keyValue(article, v)
		if f.Told != nil && f.Told.About().Value != "" && f.Rule.Key[p].Slot == "about" {
			st.key[p] = s.referent(article, f.Told.About())
		}
	}
	for _, n := range f.Value.Names {
		st.names = append(st.names, s.nameOf(article, n))
	}
	return st
}

func (s *story) nameOf(article int, n rules.Name) string {
	if n.Entity != 0 {
		return s.entity(article, n.Entity)
	}
	return strings.ToLower(n.Canonical)
}

// originsOf counts the independent origins of statements: a sentence that two
// articles share word for word has one origin, and so have articles that share
// long passages. The words of a quotation are the speaker's, so that sharing
// them says nothing.
func (s *story) originsOf(all []statement) int {
	var seen []string
	for i := range all {
		a := &all[i]
		label := s.origin(a.article)
		if slices.Contains(seen, label) || a.fact.Rule.Compare.By != rules.ByQuotation && s.copied(all[:i], a) {
			continue
		}
		seen = append(seen, label)
	}
	return len(seen)
}

// origin is the label of an article's origin. The articles of a story and of
// the origins are both ordered by ID.
func (s *story) origin(article int) string { return s.origins.Labels[article] }

// copied reports whether one of the statements before has the same sentence in
// another article.
func (s *story) copied(before []statement, a *statement) bool {
	for i := range before {
		b := &before[i]
		if b.article != a.article && s.origins.Shared(s.articles[a.article], a.fact.Sentence, s.articles[b.article]) {
			return true
		}
	}
	return false
}

// unread lists page furniture, and the figures of story text that no rule read.
func (s *story) unread() []Unread {
	var out []Unread
	for i, a := range s.articles {
		for _, b := range a.Blocks {
			if b.Kind == corpus.Furniture {
				out = append(out, Unread{Article: a, Span: b.Span, Reason: "page furniture: " + b.Reason})
			}
		}
		g := s.readings[i]
		for k := range g.Mentions {
			m := &g.Mentions[k]
			if m.Kind.Numeric() && m.Kind != mention.Identifier && m.Kind != mention.Ordinal && !g.Used[k] && !s.met[[2]int{i, k}] {
				out = append(out, Unread{Article: a, Span: m.Span, Reason: m.Kind.String() + " that no rule reads"})
			}
		}
	}
	slices.SortStableFunc(out, func(x, y Unread) int {
		if x.Article != y.Article {
			return strings.Compare(x.Article.ID, y.Article.ID)
		}
		return x.Start - y.Start
	})
	return out
}

// count fills in the numbers of a report.
func (s *story) count(r *Report) {
	for i, g := range s.readings {
		for k := range g.Facts {
			// A figure known by its surroundings alone counts where it was met.
			if f := &g.Facts[k]; !f.Rule.Compare.Alike || s.met[[2]int{i, f.Mention}] {
				r.Facts++
			}
		}
	}
	for i := range r.Findings {
		f := &r.Findings[i]
		for k := range f.Values {
			if f.Values[k].Article.Outlet != f.Values[0].Article.Outlet {
				r.Compared++
				break
			}
		}
	}
	speaking := map[string]bool{}
	for i := range s.articles {
		r.OriginOf = append(r.OriginOf, s.origin(i))
		if s.replaced[i] < 0 {
			speaking[s.origin(i)] = true
		}
	}
	r.Origins = len(speaking)
}
