package checker

import (
	"maps"
	"slices"
	"strings"

	"github.com/concord-news/concord/rules/mention"
	"github.com/concord-news/concord/rules/names"
	"github.com/concord-news/concord/rules/text"
)

// oftenNamed is how often the right form of a name stands in an article that has it wrong
// once.
const oftenNamed = 2

// miswritten joins two names of places or bodies that are a letter apart, where an article
// has the one again and again and the other once, or two articles tell of them in one
// connection and neither has both; not where one is introduced as a place or body of its own.
func (s *story) miswritten(n *naming) {
	in := s.bodiesIn()
	maps.DeleteFunc(in, func(name string, _ []mentioned) bool { return !names.Coined(name) })
	bodies := slices.Sorted(maps.Keys(in))
	for i, x := range bodies {
		for _, y := range bodies[i+1:] {
			a, b := in[x], in[y]
			if x[0] != y[0] || len(a) == 0 || len(b) == 0 || !names.Miswritten(x, y) || s.introduced(a) || s.introduced(b) {
				continue
			}
			if both := bothNamed(a, b); both && onceBeside(a, b) || !both && n.oneConnection(a, b) {
				s.joinAll(a, b)
				in[x], in[y] = append(a, b...), nil
			}
		}
	}
}

// joinAll makes one of all entities of two lists of mentions.
func (s *story) joinAll(a, b []mentioned) {
	first, _ := s.registry.ID(a[0].article, s.readings[a[0].article].Mentions[a[0].mention].Entity)
	for _, m := range slices.Concat(a, b) {
		if id, ok := s.registry.ID(m.article, s.readings[m.article].Mentions[m.mention].Entity); ok && id != first {
			s.registry.Join(first, id)
		}
	}
}

// introduced reports whether an article says what a name is, as of one that it has not
// spoken of: "Kestor, a village".
func (s *story) introduced(in []mentioned) bool {
	return slices.ContainsFunc(in, func(m mentioned) bool {
		d := s.readings[m.article].Doc
		at := s.readings[m.article].Mentions[m.mention].Last
		return at+1 < len(d.Tokens) && d.Tokens[at].Lower == "," && d.Tokens[at+1].Fine == text.DT
	})
}

// bodiesIn lists where each name of the story stands that is no person's full name, whatever
// the article takes it for.
func (s *story) bodiesIn() map[string][]mentioned {
	out := map[string][]mentioned{}
	for i, g := range s.readings {
		for k := range g.Mentions {
			m := &g.Mentions[k]
			if m.Kind < mention.Person || m.Kind > mention.Place || m.Entity == 0 {
				continue
			}
			if id, ok := s.registry.ID(i, m.Entity); ok {
				if name := s.registry.Entities[id].Name; m.Kind != mention.Person || !strings.Contains(name, " ") {
					out[name] = append(out[name], mentioned{i, k})
				}
			}
		}
	}
	return out
}

// onceBeside reports whether of two names one stands once in all, in an article that has
// the other more than once.
func onceBeside(a, b []mentioned) bool {
	if len(a) < len(b) {
		a, b = b, a
	}
	times := 0
	for _, m := range a {
		if m.article == b[0].article {
			times++
		}
	}
	return len(b) == 1 && times >= oftenNamed
}
