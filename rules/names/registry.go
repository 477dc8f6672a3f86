package names

import (
	"cmp"
	"slices"
	"strings"

	"github.com/concord-news/concord/rules/lexicon"
	"github.com/concord-news/concord/rules/mention"
	"github.com/concord-news/concord/rules/text"
)

// Article is what Resolve reads of one article.
type Article struct {
	Doc *text.Document
	// Mentions are those of Read, other readers' may stand among them.
	Mentions []mention.Mention
}

// Entity is a person, organisation, place or event of a story.
type Entity struct {
	// ID is the index in Registry.Entities.
	ID   int
	Kind mention.Kind
	// Name is the longest form that most articles use.
	Name string
	// Party is the code of a country or body, "" for others.
	Party string
	// Variants are the spellings, by article and then by form.
	Variants []Variant
}

// Variant is one way in which one article writes a name.
type Variant struct {
	// Article is the index of the article in the call of Resolve.
	Article int
	// Form is the name as written; Surname is its last word for a person, the
	// particles before it included, and Form for others.
	Form, Surname string
	// Mention is the index of its first mention; Count says how many there are.
	Mention, Count int
}

// Registry holds the entities of a story. It is safe for concurrent use by those
// who read it.
type Registry struct {
	Entities []Entity
	ids      []map[int]int
}

// ID returns the index in Entities of what an article calls entity (the Entity
// of a mention), and whether there is one.
func (r *Registry) ID(article, entity int) (int, bool) {
	if article < 0 || article >= len(r.ids) {
		return 0, false
	}
	id, ok := r.ids[article][entity]
	return id, ok
}

// Of returns the entity of a mention of an article, nil where it has none.
func (r *Registry) Of(article int, m mention.Mention) *Entity {
	if id, ok := r.ID(article, m.Entity); ok && m.Entity > 0 {
		return &r.Entities[id]
	}
	return nil
}

// Join makes two entities one, for whoever has found that they are; the first
// keeps its index and name.
func (r *Registry) Join(a, b int) {
	for _, ids := range r.ids {
		for own, id := range ids {
			if id == b {
				ids[own] = a
			}
		}
	}
	e := &r.Entities[a]
	e.Variants = append(e.Variants, r.Entities[b].Variants...)
	slices.SortFunc(e.Variants, byArticle)
}

// Resolve joins the entities of a story's articles: names by spelling and
// transliteration with the given name, a bare surname to the one person of the
// story who has it, organisations by acronym, countries by code. Names that
// more than one person could have are left apart. The entities and their
// order do not depend on the order of the articles.
func Resolve(articles []Article) *Registry {
	nodes := nodesOf(articles)
	forms := make([]form, len(nodes))
	for i := range nodes {
		forms[i] = nodes[i].best
		forms[i].index = i
	}
	firms(forms)
	members := membersOf(groupForms(forms), len(nodes))
	reg := &Registry{ids: make([]map[int]int, len(articles))}
	for i := range reg.ids {
		reg.ids[i] = map[int]int{}
	}
	for i, m := range members {
		reg.Entities = append(reg.Entities, entityOf(nodes, m, i))
	}
	slices.SortFunc(reg.Entities, func(a, b Entity) int {
		return cmp.Or(cmp.Compare(a.Kind, b.Kind), strings.Compare(a.Name, b.Name), strings.Compare(a.sortKey(), b.sortKey()))
	})
	for id := range reg.Entities {
		e := &reg.Entities[id]
		for _, n := range members[e.ID] {
			reg.ids[nodes[n].article][nodes[n].entity] = id
		}
		e.ID = id
	}
	return reg
}

// firms makes an organisation of a bare name that one article takes for a
// person's and another for an organisation's, where no article has a person of
// that name, and of a name of two words or more that one takes for a place.
func firms(forms []form) {
	known, people := map[string]bool{}, map[string]bool{}
	for i := range forms {
		f := &forms[i]
		switch {
		case f.kind == mention.Organisation:
			known[orgKey(f.name)] = true
		case f.kind == mention.Person && len(f.words) > 1:
			people[f.last] = true
			people[f.given] = true
		}
	}
	for i := range forms {
		f := &forms[i]
		k := orgKey(f.name)
		person := f.kind == mention.Person && len(f.words) == 1 && f.title == "" && !people[k]
		place := f.kind == mention.Place && len(f.words) > 1 && f.key.sort != country
		if known[k] && (person || place) {
			f.kind, f.key = mention.Organisation, formKey{mention.Organisation.String(), k}
		}
	}
}

// membersOf lists the nodes of each group, groups by their first node.
func membersOf(group []int, n int) [][]int {
	at := map[int]int{}
	var out [][]int
	for i := range n {
		k, ok := at[group[i]]
		if !ok {
			k = len(out)
			at[group[i]] = k
			out = append(out, nil)
		}
		out[k] = append(out[k], i)
	}
	return out
}

// sortKey orders entities of one kind and name by their forms.
func (e *Entity) sortKey() string {
	var forms []string
	for _, v := range e.Variants {
		forms = append(forms, v.Form)
	}
	slices.Sort(forms)
	return strings.Join(forms, "\n")
}

// node is one entity of one article.
type node struct {
	article, entity int
	best            form
	variants        []Variant
}

func nodesOf(articles []Article) []node {
	var nodes []node
	for a, art := range articles {
		at := map[int]int{}
		for i := range art.Mentions {
			m := &art.Mentions[i]
			if m.Entity == 0 || m.Kind < mention.Person || m.Kind > mention.Event {
				continue
			}
			f := formOf(art.Doc, m, writtenName(art.Doc, art.Mentions, i), i)
			n, ok := at[m.Entity]
			if !ok {
				n = len(nodes)
				at[m.Entity] = n
				nodes = append(nodes, node{article: a, entity: m.Entity, best: f})
			}
			nodes[n].note(a, i, f)
		}
	}
	return nodes
}

func (n *node) note(article, index int, f form) {
	if f.better(&n.best) {
		t := n.best.title
		n.best = f
		f.title = cmp.Or(f.title, t)
	}
	n.best.title = cmp.Or(n.best.title, f.title)
	for i := range n.variants {
		if n.variants[i].Form == f.name {
			n.variants[i].Count++
			return
		}
	}
	v := Variant{Article: article, Form: f.name, Surname: f.name, Mention: index, Count: 1}
	if f.kind == mention.Person {
		v.Surname = f.surname()
	}
	n.variants = append(n.variants, v)
}

// entityOf makes the entity of the nodes: its name is the fullest form, of
// equally full ones the one that most articles use.
func entityOf(nodes []node, members []int, id int) Entity {
	first := &nodes[members[0]]
	e := Entity{ID: id, Kind: first.best.kind}
	count := map[string]int{}
	for _, m := range members {
		e.Variants = append(e.Variants, nodes[m].variants...)
		count[nodes[m].best.name]++
	}
	best := first.best
	for _, m := range members {
		f := nodes[m].best
		c := cmp.Or(len(f.words)-len(best.words), count[f.name]-count[best.name], strings.Compare(best.name, f.name))
		if c > 0 {
			best = f
		}
	}
	e.Name = best.name
	if l, _ := lexicon.Lookup(lexicon.Key(e.Name)); l.Is(lexicon.Country | lexicon.Body | lexicon.Metonym) {
		e.Party = l.Party
		if l.Is(lexicon.Country) && e.Kind == mention.Place {
			e.Name = lexicon.Name(l.Party)
		}
	}
	slices.SortFunc(e.Variants, byArticle)
	return e
}

func byArticle(a, b Variant) int {
	return cmp.Or(a.Article-b.Article, strings.Compare(a.Form, b.Form))
}
