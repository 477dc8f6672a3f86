package checker

import (
	"maps"
	"slices"
	"strings"

	"github.com/concord-news/concord/rules"
	"github.com/concord-news/concord/rules/lexicon"
	"github.com/concord-news/concord/rules/names"
)

// How alike the surroundings of a name must be, as a cosine, for two articles to
// give it in one connection: the more often they have it, the more. Tuned on the
// stories that were looked at.
const (
	likeNamed  = 0.3
	likeSeldom = 0.12 // a name that neither has more than twice
	likeOwn    = 0    // such a name that the lists do not have, and of two words
	likeCommon = 0.06 // two nouns that say together what a thing is
	likeOften  = 0.45 // a name that one has more than five times
	seldom     = 2
	often      = 5
)

// mostNamed bounds how often an article's name is looked at: what so many
// sentences tell of it, the first ones tell too.
const mostNamed = 40

// naming sorts the places at which a name stands into those that tell one thing.
type naming struct {
	*story
	rule    *rules.Rule
	readers []*rules.NameReader
	common  *commonness
}

// placed is a place at which a name stands.
type placed struct {
	article int
	rules.Named
}

// newNaming makes ready to look at the names of the story.
func (s *story) newNaming(reader *rules.Reader) *naming {
	n := &naming{story: s, rule: s.catalog.Find("name.told"), common: s.commonness()}
	if n.rule == nil {
		n.rule = &rules.Rule{}
	}
	for _, g := range s.readings {
		n.readers = append(n.readers, reader.Names(g))
	}
	return n
}

// places lists where each name of the story stands, by name.
func (n *naming) places() map[string][]placed {
	out, inner := map[string][]placed{}, map[string]bool{}
	for i := range n.readings {
		count := map[string]int{}
		for _, v := range n.readers[i].All() {
			k := n.namedKey(i, v)
			inner[k] = inner[k] || !v.Opens
			if count[k]++; count[k] <= mostNamed {
				out[k] = append(out[k], placed{i, v})
			}
		}
	}
	for k := range out {
		if !inner[k] {
			delete(out, k)
		}
	}
	return out
}

// told makes the slots of names that two articles give in one connection.
func (n *naming) told() []slot {
	if n.rule.Name == "" {
		return nil // the settings turn it off
	}
	byName := n.places()
	var out []slot
	for _, k := range slices.Sorted(maps.Keys(byName)) {
		if at := byName[k]; at[0].article != at[len(at)-1].article {
			out = append(out, n.slots(at)...)
		}
	}
	return out
}

// namedKey is the same for what bears one name in the story.
func (s *story) namedKey(article int, v rules.Named) string {
	if v.Entity == 0 {
		return names.Key(v.Name)
	}
	return names.Key(s.canonical(article, v.Entity, v.Name))
}

// slots parts the places of one name by what is told there: each joins the
// places of another article that are most alike.
func (n *naming) slots(places []placed) []slot {
	g := &gathering{story: n.story}
	times := map[int]int{}
	for _, p := range places {
		times[p.article]++
	}
	own := ownName(n.namedKey(places[0].article, places[0].Named)) && !places[0].Common && slices.Max(slices.Collect(maps.Values(times))) <= seldom
	for _, p := range places {
		f, ok := n.readers[p.article].Fact(n.rule, p.Named)
		if !ok {
			continue
		}
		n.add(g, p.article, &f)
		g.all[len(g.all)-1].names = []string{n.namedKey(p.article, p.Named)}
	}
	g.read = make([]*slot, len(g.all))
	links := g.linked(func(i int, w *wording) {
		w.number(times[g.all[i].article])
		w.flags(g.all[i].fact.Negated)
	}, func(l link) bool {
		a, b := &g.all[l.a], &g.all[l.b]
		want := wanted(times[a.article], times[b.article])
		switch {
		case own:
			want = likeOwn
		case places[0].Common && want == likeSeldom:
			want = likeCommon
		}
		return a.fact.Negated == b.fact.Negated && l.likeness >= want
	})
	fit := g.unshared
	if own {
		fit = func(int, int) bool { return true } // few places, and one bearer
	}
	for _, l := range links {
		g.join(l, fit)
	}
	return g.slots()
}

// ownName reports whether a name is one that hardly stands for two things of a
// story: of two words or more, and on no list of places.
func ownName(key string) bool {
	_, listed := lexicon.Lookup(lexicon.Key(key))
	return strings.Contains(key, " ") && !listed
}

// wanted is how alike the surroundings of a name must be that two articles have
// so many times.
func wanted(a, b int) float64 {
	switch most := max(a, b); {
	case most <= seldom:
		return likeSeldom
	case most <= often:
		return likeNamed
	}
	return likeOften
}

// met reports whether a rule reads words that are no figures by what stands around
// them.
func met(rule *rules.Rule) bool {
	switch rule.Compare.By {
	case rules.ByNames, rules.ByKind, rules.ByWords:
		return rule.Compare.Alike
	}
	return false
}
