// Package versions finds articles that are versions of one another: what an
// outlet published first, and what it made of it later. The latest version
// speaks for the outlet; what it changed is a change and no contradiction.
package versions

import (
	"cmp"
	"maps"
	"net/url"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/concord-news/concord/corpus"
	"github.com/concord-news/concord/corpus/origin"
)

// Chain is the versions of one article, the earliest first; there are two at
// least.
type Chain struct {
	// Articles are in the order of their making.
	Articles []*corpus.Article
	// Because says how it is known: "same uri", "same address" or "near-identical
	// text of one outlet".
	Because string
}

// Latest returns the version that speaks.
func (c Chain) Latest() *corpus.Article { return c.Articles[len(c.Articles)-1] }

// The ways in which versions are known.
const (
	byURI  = "same uri"
	byURL  = "same address"
	byText = "near-identical text of one outlet"
)

// Two articles of one outlet are versions by their text where they share
// MinShort of the words of the shorter one and MinLong of those of the longer:
// a text that grew by a half is still the same text, and one that quotes two
// paragraphs of yesterday's is not.
const (
	MinShort = 0.8
	MinLong  = 0.5
)

// Find returns the chains among articles, ordered by the ID of their latest
// version. Articles that are versions of nothing are in none.
func Find(articles []*corpus.Article) []Chain {
	list := slices.Clone(articles)
	slices.SortFunc(list, func(a, b *corpus.Article) int { return cmp.Compare(a.ID, b.ID) })
	s := sets{root: make([]int, len(list)), why: make([]string, len(list))}
	for i := range s.root {
		s.root[i] = i
	}
	s.byKey(list, byURI, func(a *corpus.Article) string { return a.URI })
	s.byKey(list, byURL, func(a *corpus.Article) string { return address(a.URL) })
	s.byText(list)
	return s.chains(list)
}

// Speaking returns the articles without those that a later version replaces.
func Speaking(articles []*corpus.Article, chains []Chain) []*corpus.Article {
	old := map[*corpus.Article]bool{}
	for _, c := range chains {
		for _, a := range c.Articles[:len(c.Articles)-1] {
			old[a] = true
		}
	}
	return slices.DeleteFunc(slices.Clone(articles), func(a *corpus.Article) bool { return old[a] })
}

// sets are articles joined to chains.
type sets struct {
	root []int
	why  []string
}

func (s *sets) find(i int) int {
	for s.root[i] != i {
		i = s.root[i]
	}
	return i
}

func (s *sets) join(i, j int, why string) {
	i, j = s.find(i), s.find(j)
	if i == j {
		return
	}
	a, b := min(i, j), max(i, j)
	s.root[b] = a
	if s.why[a] == "" {
		s.why[a] = cmp.Or(s.why[b], why)
	}
}

// byKey joins articles that have a key in common. One outlet's item numbers say
// nothing of another's, so that outlets must be the same too.
func (s *sets) byKey(list []*corpus.Article, why string, key func(*corpus.Article) string) {
	first := map[string]int{}
	for i, a := range list {
		k := key(a)
		if k == "" {
			continue
		}
		k = a.Outlet + "\x00" + k
		if j, ok := first[k]; ok {
			s.join(j, i, why)
			continue
		}
		first[k] = i
	}
}

// byText joins articles of one outlet with nearly the same text and different
// times.
func (s *sets) byText(list []*corpus.Article) {
	groups := map[string][]int{}
	for i, a := range list {
		if a.OutletFrom != "file name" && a.Outlet != "" {
			groups[a.Outlet] = append(groups[a.Outlet], i)
		}
	}
	for _, name := range slices.Sorted(maps.Keys(groups)) {
		members := groups[name]
		if len(members) < 2 {
			continue
		}
		same := make([]*corpus.Article, len(members))
		for k, i := range members {
			same[k] = list[i]
		}
		for _, p := range origin.Find(same).Pairs { // in the order of the IDs, as list is
			a, b := same[p.A], same[p.B]
			long := p.Share * float64(min(words(a), words(b))) / float64(max(words(a), words(b), 1))
			if p.Share >= MinShort && long >= MinLong && !made(a).Equal(made(b)) && !made(a).IsZero() && !made(b).IsZero() {
				s.join(members[p.A], members[p.B], byText)
			}
		}
	}
}

// words is about the number of words of an article's paragraphs.
func words(a *corpus.Article) int {
	n := 0
	for _, b := range a.Blocks {
		if b.Kind == corpus.Paragraph {
			n += len(strings.Fields(b.In(a.Text)))
		}
	}
	return n
}

// made is when a version was made: the later of its publication and its last
// change.
func made(a *corpus.Article) time.Time {
	if a.Modified.Time.After(a.Published.Time) {
		return a.Modified.Time
	}
	return a.Published.Time
}

func (s *sets) chains(list []*corpus.Article) []Chain {
	groups := map[int]*Chain{}
	var order []int
	for i, a := range list {
		r := s.find(i)
		if groups[r] == nil {
			groups[r] = &Chain{Because: s.why[r]}
			order = append(order, r)
		}
		groups[r].Articles = append(groups[r].Articles, a)
	}
	var out []Chain
	for _, r := range order {
		c := groups[r]
		if len(c.Articles) < 2 {
			continue
		}
		slices.SortStableFunc(c.Articles, func(a, b *corpus.Article) int {
			return cmp.Or(number(a.Version)-number(b.Version), made(a).Compare(made(b)), cmp.Compare(a.ID, b.ID))
		})
		out = append(out, *c)
	}
	slices.SortFunc(out, func(a, b Chain) int { return cmp.Compare(a.Latest().ID, b.Latest().ID) })
	return out
}

// number is the number of a version; 0 where it is none.
func number(version string) int {
	n, err := strconv.Atoi(version)
	if err != nil || n < 0 || n > 1<<30 {
		return 0
	}
	return n
}

// address is an address without what changes from visit to visit.
func address(s string) string {
	u, err := url.Parse(s)
	if err != nil || u.Host == "" {
		return ""
	}
	q := u.Query()
	for key := range q {
		if strings.HasPrefix(key, "utm_") || key == "fbclid" || key == "gclid" || key == "ref" || key == "cmp" || key == "cmpid" {
			q.Del(key)
		}
	}
	path := strings.TrimSuffix(u.Path, "/")
	if path == "" && len(q) == 0 {
		return "" // a home page shows another article every day
	}
	return strings.TrimPrefix(strings.ToLower(u.Host), "www.") + path + "?" + q.Encode()
}
