package checker

import (
	"cmp"
	"maps"
	"slices"
	"strings"

	"github.com/concord-news/concord/rules"
	"github.com/concord-news/concord/rules/lexicon"
)

// likeOther is how alike the surroundings of two names must be, as a cosine, for
// one to stand in the other's place. Tuned on the stories that were looked at.
const likeOther = 0.5

// venues are the words by which names tell of what sort a place or body is, so that
// two of them are of one size: a hotel and a hotel, not a hotel and its street.
var venues = map[string]bool{
	"hospital": true, "clinic": true, "hotel": true, "park": true, "street": true, "road": true, "avenue": true, "lane": true, "bridge": true,
	"university": true, "college": true, "school": true, "academy": true, "stadium": true, "arena": true, "airport": true, "station": true,
	"square": true, "church": true, "cathedral": true, "mosque": true, "museum": true, "gallery": true, "prison": true, "tunnel": true,
	"market": true, "hall": true, "theatre": true, "theater": true, "palace": true, "castle": true, "island": true, "islands": true, "lake": true,
	"river": true, "mountain": true, "valley": true, "beach": true, "bay": true, "harbour": true, "harbor": true, "port": true, "mall": true,
	"club": true, "restaurant": true, "cafe": true, "library": true, "tower": true, "dam": true, "mine": true, "forest": true, "province": true,
	"district": true, "county": true, "airlines": true, "airways": true, "bank": true, "court": true, "ministry": true, "cup": true, "prize": true,
}

// sortOfName is of what sort a name is, so that two of a sort are of one size; ""
// where nothing tells.
func sortOfName(key string) string {
	words := strings.Fields(key)
	if last := words[len(words)-1]; len(words) > 1 && venues[last] {
		return last
	}
	if e, _ := lexicon.Lookup(lexicon.Key(key)); town(e) && !e.Is(lexicon.Country|lexicon.State|lexicon.Region|lexicon.Given) {
		return "town"
	}
	return ""
}

// otherwise makes slots of two names of one sort where each of two articles has one
// of them, in surroundings that are much alike, and not the other.
func (n *naming) otherwise(byName map[string][]placed) []slot {
	rule := n.catalog.Find("name.other")
	if rule == nil {
		return nil
	}
	sorts := map[string][]string{}
	for _, k := range slices.Sorted(maps.Keys(byName)) {
		if s := sortOfName(k); s != "" {
			sorts[s] = append(sorts[s], k)
		}
	}
	var out []slot
	for _, s := range slices.Sorted(maps.Keys(sorts)) {
		out = append(out, n.exchanged(rule, byName, sorts[s])...)
	}
	return out
}

// exchanged makes the slots of names of one sort.
func (n *naming) exchanged(rule *rules.Rule, byName map[string][]placed, keys []string) []slot {
	g := &gathering{story: n.story}
	for _, k := range keys {
		for _, p := range byName[k] {
			if p.Common {
				continue // "a local hospital" names none
			}
			if f, ok := n.readers[p.article].Fact(rule, p.Named); ok {
				n.add(g, p.article, &f)
				g.all[len(g.all)-1].names = []string{k}
			}
		}
	}
	var links []link
	for i := range g.all {
		for j := i + 1; j < len(g.all); j++ {
			a, b := &g.all[i], &g.all[j]
			if a.article == b.article || a.names[0] == b.names[0] || a.fact.Negated != b.fact.Negated || partOfName(a.names[0], b.names[0]) {
				continue
			}
			if has(byName[a.names[0]], b.article) || has(byName[b.names[0]], a.article) {
				continue
			}
			if l := g.profiles[i].likeness(&g.profiles[j]); l >= likeOther && tied(&g.profiles[i], &g.profiles[j]) {
				links = append(links, link{i, j, l})
			}
		}
	}
	slices.SortFunc(links, func(x, y link) int {
		return cmp.Or(cmp.Compare(y.likeness, x.likeness), cmp.Compare(x.a, y.a), cmp.Compare(x.b, y.b))
	})
	for _, l := range links {
		g.join(l, g.unshared)
	}
	g.read = make([]*slot, len(g.all))
	return g.slots()
}

func has(places []placed, article int) bool {
	return slices.ContainsFunc(places, func(p placed) bool { return p.article == article })
}

// partOfName reports whether the words of one name all stand in the other.
func partOfName(a, b string) bool {
	x, y := strings.Fields(a), strings.Fields(b)
	if len(x) > len(y) {
		x, y = y, x
	}
	return !slices.ContainsFunc(x, func(w string) bool { return !slices.Contains(y, w) })
}
