package checker

import (
	"slices"
	"strings"

	"github.com/concord-news/concord/rules"
	"github.com/concord-news/concord/rules/mention"
	"github.com/concord-news/concord/rules/names"
)

// likeAlias is how alike what two articles tell of two near names must be for
// them to be one person's, where neither an office nor a quotation says so.
const likeAlias = 0.3

// aliases joins two people of near names whom no article names both, and who hold
// one office, say the same words or are told of in one connection, or of whom one
// has a surname that no list has: one outlet has the name wrong.
func (s *story) aliases(n *naming) {
	in := s.peopleIn()
	var people []int
	for id := range in {
		if len(in[id]) > 0 && strings.Contains(s.registry.Entities[id].Name, " ") {
			people = append(people, id)
		}
	}
	for i, a := range people {
		for _, b := range people[i+1:] {
			if len(in[a]) == 0 || len(in[b]) == 0 || !s.oneBearer(n, pairOf{a, b, in[a], in[b]}) {
				continue
			}
			s.registry.Join(a, b)
			in[a], in[b] = append(in[a], in[b]...), nil
		}
	}
	s.miswritten(n)
}

// pairOf is two people of the story and where their names stand.
type pairOf struct {
	a, b     int
	inA, inB []mentioned
}

// oneBearer reports whether two names are one person's.
func (s *story) oneBearer(n *naming, p pairOf) bool {
	x, y := s.registry.Entities[p.a].Name, s.registry.Entities[p.b].Name
	if x[0] != y[0] && !sameLast(x, y) || bothNamed(p.inA, p.inB) {
		return false
	}
	if mayBeNear(x, y) && (s.oneRole(p.a, p.b) || s.oneVoice(p.a, p.b) || n.oneConnection(p.inA, p.inB) || names.Misspelt(x, y) || s.oneAge(p.a, p.b)) {
		return true
	}
	return sameLast(x, y) && (x[0] == y[0] && s.oneMate(p) || s.onePost(p.a, p.b))
}

// onePost reports whether two people of one surname are said to hold one post of a crew,
// such as captain: an outlet has the given name wrong. Families have more than one mayor.
func (s *story) onePost(a, b int) bool {
	x, y := s.rolesOf(a), s.rolesOf(b)
	return slices.ContainsFunc(x, func(r role) bool {
		return r.now && crew(r.class) && slices.ContainsFunc(y, func(o role) bool { return o.now && r.class == o.class && r.same(o) })
	})
}

func crew(class string) bool {
	switch class {
	case "captain", "first-mate", "second-officer", "chief-engineer", "second-engineer", "conductor":
		return true
	}
	return false
}

func sameLast(a, b string) bool {
	return names.Key(a[strings.LastIndexByte(a, ' ')+1:]) == names.Key(b[strings.LastIndexByte(b, ' ')+1:])
}

// oneAge reports whether two people are said to be of one age.
func (s *story) oneAge(a, b int) bool {
	x := s.agesOf(a)
	return len(x) > 0 && slices.ContainsFunc(s.agesOf(b), func(q mention.Quantity) bool { return q.Low == q.High && slices.Contains(x, q) })
}

func (s *story) agesOf(person int) []mention.Quantity {
	var out []mention.Quantity
	for i, g := range s.readings {
		for k := range g.Facts {
			f := &g.Facts[k]
			if f.Value.Kind != mention.Age || f.Rule.Compare.Alike || len(f.Key) == 0 || f.Key[0].Entity == 0 {
				continue
			}
			if id, ok := s.registry.ID(i, f.Key[0].Entity); ok && id == person {
				out = append(out, f.Value.Figure)
			}
		}
	}
	return out
}

// oneMate reports whether two people are each named with one and the same third: the
// wives of "Karl and Birte Voss" and of "Karl and Brita Voss".
func (s *story) oneMate(p pairOf) bool {
	mates := s.matesOf(p.inA)
	return slices.ContainsFunc(s.matesOf(p.inB), func(m int) bool { return slices.Contains(mates, m) })
}

// matesOf lists the people with whom a name is joined by "and".
func (s *story) matesOf(at []mentioned) []int {
	var out []int
	for _, m := range at {
		g := s.readings[m.article]
		v := &g.Mentions[m.mention]
		for k := m.mention - 1; k >= 0 && g.Mentions[k].First >= v.First-3; k-- {
			o := &g.Mentions[k]
			if o.Kind != mention.Person || o.Last != v.First-1 || g.Doc.Tokens[o.Last].Lower != "and" {
				continue
			}
			if id, ok := s.registry.ID(m.article, o.Entity); ok && o.Entity > 0 {
				out = append(out, id)
			}
		}
	}
	return out
}

// mayBeNear is names.Near after a look at the first letters, which spares most
// pairs the rest: the given names or the surnames begin alike.
func mayBeNear(a, b string) bool {
	return (a[0] == b[0] || a[strings.LastIndexByte(a, ' ')+1] == b[strings.LastIndexByte(b, ' ')+1]) && names.Near(a, b)
}

// mentioned is a mention of an article.
type mentioned struct{ article, mention int }

// peopleIn lists for each person of the story with a full name where the name
// stands.
func (s *story) peopleIn() [][]mentioned {
	out := make([][]mentioned, len(s.registry.Entities))
	for i, g := range s.readings {
		for k := range g.Mentions {
			m := &g.Mentions[k]
			if id, ok := s.registry.ID(i, m.Entity); ok && m.Kind == mention.Person && m.Entity > 0 {
				out[id] = append(out[id], mentioned{i, k})
			}
		}
	}
	return out
}

// bothNamed reports whether an article has both names.
func bothNamed(a, b []mentioned) bool {
	return slices.ContainsFunc(a, func(x mentioned) bool {
		return slices.ContainsFunc(b, func(y mentioned) bool { return x.article == y.article })
	})
}

// oneRole reports whether two people are said to hold one office.
func (s *story) oneRole(a, b int) bool {
	x, y := s.rolesOf(a), s.rolesOf(b)
	return slices.ContainsFunc(x, func(r role) bool { return slices.ContainsFunc(y, r.same) })
}

// role is an office that an article gives to a person.
type role struct {
	class, country, scope string
	// now: it is held, and neither was nor will be.
	now bool
}

func (r role) same(o role) bool {
	if r.class != o.class && !general(r.class) && !general(o.class) {
		return false
	}
	return (r.country == "" || o.country == "" || r.country == o.country) && (r.scope == "" || o.scope == "" || r.scope == o.scope)
}

// general reports classes of titles that say little: "boss", "leader".
func general(class string) bool {
	return class == "chief" || class == "leader" || class == "official" || class == "executive"
}

func (s *story) rolesOf(person int) []role {
	var out []role
	for i, g := range s.readings {
		for k := range g.Holdings {
			h := &g.Holdings[k]
			id, ok := s.registry.ID(i, g.Mentions[h.Person].Entity)
			if !ok || id != person || h.Negated {
				continue
			}
			r := role{class: h.Title.Class, country: h.Country, now: !h.Former && !h.Future && !h.Acting}
			if h.ScopeEntity > 0 && h.Country == "" {
				r.scope = s.entity(i, h.ScopeEntity)
			}
			out = append(out, r)
		}
	}
	return out
}

// oneVoice reports whether two people are quoted with the same words.
func (s *story) oneVoice(a, b int) bool {
	x, y := s.wordsOf(a), s.wordsOf(b)
	return slices.ContainsFunc(x, func(p []string) bool {
		return slices.ContainsFunc(y, func(q []string) bool { return alike(p, q) })
	})
}

// wordsOf lists the words of the quotations of a person.
func (s *story) wordsOf(person int) [][]string {
	var out [][]string
	for i, g := range s.readings {
		for k := range g.Facts {
			f := &g.Facts[k]
			if id, ok := s.registry.ID(i, f.Voice.Entity); ok && id == person && f.Voice.Entity > 0 && f.Rule.Compare.By == rules.ByQuotation {
				out = append(out, quoteWords(f.Value.Words))
			}
		}
	}
	return out
}

// oneConnection reports whether two names stand in surroundings that are alike.
func (n *naming) oneConnection(a, b []mentioned) bool {
	x, y := n.profilesOf(a), n.profilesOf(b)
	for i := range x {
		for k := range y {
			if x[i].likeness(&y[k]) >= likeAlias {
				return true
			}
		}
	}
	return false
}

func (n *naming) profilesOf(at []mentioned) []profile {
	var out []profile
	for _, m := range at[:min(len(at), mostNamed)] {
		v := &n.readings[m.article].Mentions[m.mention]
		f, ok := n.readers[m.article].Fact(n.rule, rules.Named{First: v.First, Last: v.Last, Entity: v.Entity, Name: v.Name})
		if ok {
			st := n.statement(m.article, &f)
			out = append(out, n.profile(&st, n.common))
		}
	}
	return out
}

// likeUnsaid is likeAlias where the country or body of an office is left unsaid.
const likeUnsaid = 0.4

// oneHolder reports whether two articles tell of the holder of an office at one
// time: on one day, or in one connection, where neither names the other's. Of heads
// of state and government articles tell in passing long after.
func (s *story) oneHolder(a, b *statement) bool {
	said := !slices.Contains(a.key, "") && !slices.Contains(b.key, "")
	if said && sameDay(a.fact.AsOf, b.fact.AsOf) {
		return true
	}
	switch a.fact.Value.Office.Class {
	case "head-of-state", "head-of-government", "monarch", "supreme-leader":
		return false
	}
	if s.speaksOf(b.article, a.names) || s.speaksOf(a.article, b.names) {
		return false
	}
	want := likeAlias
	if !said {
		want = likeUnsaid
	}
	return s.naming.likenessAt(a, b) >= want
}

// speaksOf reports whether an article names one of the entities.
func (s *story) speaksOf(article int, entities []string) bool {
	return slices.ContainsFunc(s.readings[article].Mentions, func(m mention.Mention) bool {
		return m.Entity > 0 && slices.Contains(entities, s.entity(article, m.Entity))
	})
}

// likenessAt is how alike the surroundings of the names in two statements are.
func (n *naming) likenessAt(a, b *statement) float64 {
	x, y := n.profileAt(a), n.profileAt(b)
	return x.likeness(&y)
}

func (n *naming) profileAt(a *statement) profile {
	for k := range n.readings[a.article].Mentions {
		if m := &n.readings[a.article].Mentions[k]; m.Kind == mention.Person && a.fact.Evidence.Contains(m.Span) {
			if p := n.profilesOf([]mentioned{{a.article, k}}); len(p) == 1 {
				return p[0]
			}
		}
	}
	return profile{}
}
