package checker

import (
	"slices"

	"github.com/concord-news/concord/corpus"
	"github.com/concord-news/concord/corpus/versions"
)

// findVersions finds the articles that later versions replace.
func (s *story) findVersions() {
	s.chains = versions.Find(s.articles)
	s.replaced = make([]int, len(s.articles))
	for i := range s.replaced {
		s.replaced[i] = -1
	}
	at := func(a *corpus.Article) int { return slices.Index(s.articles, a) }
	for _, c := range s.chains {
		latest := at(c.Latest())
		for _, a := range c.Articles[:len(c.Articles)-1] {
			s.replaced[at(a)] = latest
		}
	}
}
