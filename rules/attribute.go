package rules

import (
	"maps"
	"strings"

	"github.com/concord-news/concord/rules/clause"
	"github.com/concord-news/concord/rules/mention"
	"github.com/concord-news/concord/rules/strict"
	"github.com/concord-news/concord/rules/text"
)

// attributes says what figures are of, in whatever words: "a crowd of 900", "the
// attendance was 900" and "900 people watched". It maps a form in which texts
// state a figure of a kind to the name of the attribute. A form is a noun that
// bears the figure or is counted, or has a "~" in the figure's place: "employ ~",
// "have ~ employee", "win by ~ vote", "~ attend", "~ above".
type attributes struct {
	forms map[attributeForm]string
	// words are the first words of forms, and those behind their "~".
	words map[string]bool
}

type attributeForm struct {
	kind mention.Kind
	form string
}

func newAttributes() *attributes {
	return &attributes{forms: map[attributeForm]string{}, words: map[string]bool{}}
}

// clone returns a copy that can be added to.
func (t *attributes) clone() *attributes {
	return &attributes{forms: maps.Clone(t.forms), words: maps.Clone(t.words)}
}

// add enters a form; it returns the attribute that has it already, "" for none.
func (t *attributes) add(kind mention.Kind, name, form string) string {
	key := attributeForm{kind, form}
	if old, ok := t.forms[key]; ok && old != name {
		return old
	}
	t.forms[key] = name
	first, rest, _ := strings.Cut(form, " ")
	if first == "~" {
		first, _, _ = strings.Cut(rest, " ")
	}
	t.words[first] = true
	return ""
}

// of is the attribute of a form made of words, "" for none.
func (t *attributes) of(kind mention.Kind, words ...string) string {
	first := words[0]
	if first == "~" {
		first = words[1]
	}
	if !t.words[first] {
		return ""
	}
	if len(words) == 1 {
		return t.forms[attributeForm{kind, first}]
	}
	return t.forms[attributeForm{kind, strings.Join(words, " ")}]
}

// attributesFields are the fields of attributes.yaml: the kinds of figure.
func attributesFields() []strict.Field {
	var out []strict.Field
	for _, k := range figureKinds {
		out = append(out, strict.Field{Name: k.String(), Schema: classesSchema(), What: "what figures of this kind are of: names with lists of forms, nouns or words with ~ in the figure's place"})
	}
	return out
}

// decodeAttributes decodes the top mapping of attributes.yaml.
func decodeAttributes(n *strict.Node, into *attributes) {
	n.Fields(attributesFields())
	for _, kind := range figureKinds {
		decodeGroups(n.Field(kind.String()), func(name, form string) string { return into.add(kind, name, form) })
	}
}

// attribute is the attribute of the figure, by the words to which it belongs most
// closely; "" where the lists have none. byNoun: by the noun at head.
func (w *surroundings) attribute(head bearer) (name string, byNoun bool) {
	t, m, d := w.catalog.attributes, w.mention, w.g.Doc
	if head.token >= 0 && head.close {
		if name := w.byNoun(head.token); name != "" {
			return name, true
		}
	}
	counted := w.counted()
	if m.Last < w.first+len(w.taken) && counted == "" {
		if name := t.of(m.Kind, "~", d.Tokens[m.Last].Lower); name != "" {
			return name, false
		}
	}
	if m.First > w.first && counted != "" {
		if name := t.of(m.Kind, d.Tokens[m.First-1].Lower, "~", counted); name != "" {
			return name, false
		}
	}
	if w.clause >= 0 {
		if name := w.attributeByClause(&w.clauses[w.clause], counted); name != "" {
			return name, false
		}
	}
	if head.token >= 0 && !head.close {
		return w.byNoun(head.token), true
	}
	return "", false
}

// byNoun is the attribute of a noun: of it and the word before it ("jobless
// rate"), of it before "of" ("staff of ~"), or of it alone.
func (w *surroundings) byNoun(i int) string {
	t, kind, d := w.catalog.attributes, w.mention.Kind, w.g.Doc
	lemma := d.Tokens[i].Lemma
	if i > w.first {
		if name := t.of(kind, d.Tokens[i-1].Lower, lemma); name != "" {
			return name
		}
	}
	if i+2 == w.mention.First && d.Tokens[i+1].Lower == "of" {
		if name := t.of(kind, lemma, "of", "~"); name != "" {
			return name
		}
	}
	return t.of(kind, lemma)
}

// attributeByClause is the attribute that a verb gives the figure among its arguments.
func (w *surroundings) attributeByClause(c *clause.Clause, counted string) string {
	t, kind, p := w.catalog.attributes, w.mention.Kind, c.Predicate
	if !t.words[p] {
		return ""
	}
	form := func(words ...string) string {
		if counted != "" {
			words = append(words, counted)
		}
		return t.of(kind, words...)
	}
	if w.among(c.Patients) || w.among(c.Recipients) || w.among([]clause.Phrase{c.Complement}) {
		return form(p, "~")
	}
	if w.among(c.Agents) && counted == "" {
		return t.of(kind, "~", p)
	}
	for i := range c.Obliques {
		if o := &c.Obliques[i]; w.within(o.Phrase) {
			if o.Prep == "" {
				return form(p, "~")
			}
			return form(p, o.Prep, "~")
		}
	}
	return ""
}

// counted is the noun behind the figure, "" where there is none and for people,
// who are told apart by what is said of them.
func (w *surroundings) counted() string {
	d, h := w.g.Doc, w.mention.Head
	if w.mention.Kind != mention.Number {
		h = -1
		if ph, ok := w.input.PhraseAt(w.mention.Last - 1); ok && ph.Head >= w.mention.Last {
			h = ph.Head
		}
	}
	if h < 0 || w.catalog.Synonym(d.Tokens[h].Lemma) == "people" || d.Tokens[h].Lemma == "other" {
		return ""
	}
	return d.Tokens[h].Lemma
}

// among reports whether the figure stands in one of the phrases.
func (w *surroundings) among(phrases []clause.Phrase) bool {
	for _, ph := range phrases {
		if w.within(ph) {
			return true
		}
	}
	return false
}

func (w *surroundings) within(ph clause.Phrase) bool {
	return ph.First <= w.mention.First && w.mention.First < ph.Last
}

// owner adds the thing that has an attribute: "the height of the tower", "the
// tower is 48 metres high", "the mill employs 900".
func (w *surroundings) owner(b bearer, byNoun bool) {
	d := w.g.Doc
	whole := func(ph clause.Phrase) bool {
		if ph.None() || w.within(ph) || !w.inside(ph.Head) || d.Tokens[ph.Head].Tag != text.NOUN || w.catalog.Deeds.Vague(d.Tokens[ph.Head].Lemma) {
			return false
		}
		w.add(Whole, ph.Head)
		return true
	}
	if byNoun && b.close {
		ph, ok := w.input.PhraseAt(b.token)
		if ok && (whole(clause.Possessor(d, ph)) || whole(clause.Of(d, ph))) || w.clause < 0 {
			return
		}
	}
	if w.clause < 0 {
		return
	}
	c := &w.clauses[w.clause]
	if len(c.Agents) > 0 && !w.among(c.Agents) && (!byNoun || c.Agents[0].Head != b.token && isLight(c.Predicate)) {
		whole(c.Agents[0])
	}
}
