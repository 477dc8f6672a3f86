package verify

import (
	"fmt"
	"strings"

	"github.com/concord-news/concord/checker/verify/thesaurus"
	"github.com/concord-news/concord/rules/lexicon"
	"github.com/concord-news/concord/rules/mention"
	"github.com/concord-news/concord/rules/names"
	"github.com/concord-news/concord/rules/syntax/dep"
	"github.com/concord-news/concord/rules/text"
)

// disagreements objects to pronouns that cannot mean anybody in the claim: they
// do not fit their verb, stand before no noun though they say whose it is, or
// are of a man where only women are spoken of.
func (c *claim) disagreements() []objection {
	var registry *names.Registry
	for n := range c.reading.Doc.Sentences {
		for i := c.reading.Doc.Sentences[n].First; i < c.reading.Doc.Sentences[n].Last; i++ {
			t := &c.reading.Doc.Tokens[i]
			if t.Tag != text.PRON && t.Tag != text.DET || personOf(t) == nobody && !plural(t.Lower) && !thing(t.Lower) || c.quoted(i) {
				continue
			}
			why := ""
			switch {
			case c.disagrees(n, i):
				why = fmt.Sprintf("%q does not fit its verb in the claim", c.reading.Doc.Form(i))
			case articled(c.reading.Doc, i):
				why = fmt.Sprintf("%q stands after an article in the claim", c.reading.Doc.Form(i))
			case c.bare(i):
				why = fmt.Sprintf("%q says whose in the claim, and not what", c.reading.Doc.Form(i))
			case gendered(t):
				if registry == nil {
					registry = c.src.registry(c.reading)
				}
				if c.nobodyOf(registry, n, i) {
					why = fmt.Sprintf("%q can mean nobody that the claim speaks of", c.reading.Doc.Form(i))
				}
			case plural(t.Lower) && c.nobodiesOf(n, i):
				why = fmt.Sprintf("%q can mean nobody that the claim speaks of", c.reading.Doc.Form(i))
			}
			if why != "" {
				return []objection{{why: why, missing: &Missing{t.Span, "means nobody in the claim"}}}
			}
		}
	}
	return nil
}

func plural(s string) bool { return s == "they" || s == "them" || s == "their" }

func thing(s string) bool { return s == "it" || s == "its" }

func gendered(t *text.Token) bool {
	switch t.Lower {
	case "he", "him", "his", "she", "her":
		return true
	}
	return false
}

// disagrees reports a pronoun in the nominative whose verb is of another number or
// person: "they was", "he are". "If he were" is right.
func (c *claim) disagrees(sentence, i int) bool {
	d := c.reading.Doc
	first := d.Sentences[sentence].First
	tree := c.tree(sentence)
	if tree.Relations[i-first].Base() != dep.Nsubj {
		return false
	}
	h := int(tree.Heads[i-first])
	if h < 0 || h < i-first {
		return false // a question, or a verb before its subject
	}
	verb := h
	for k := i - first + 1; k < h; k++ {
		if r := tree.Relations[k]; int(tree.Heads[k]) == h && (r.Base() == dep.Aux || r == dep.Cop) {
			verb = k
			break
		}
	}
	v := d.Tokens[first+verb].Lower
	if verb == i-first+1 && c.unbent(i) {
		return true
	}
	singular := v == "was" || v == "is" || v == "has" || v == "does"
	switch d.Tokens[i].Lower {
	case "they", "we", "you":
		return singular || verb == i-first+1 && d.Tokens[first+verb].Fine == text.VBZ
	case "i":
		return v == "is" || v == "has" || v == "does" || v == "are" || v == "were" && !c.supposes(first, i)
	case "he", "she", "it":
		return v == "are" || v == "have" || v == "do" || v == "were" && !c.supposes(first, i)
	}
	return false
}

// unbent reports a verb after "he" or "she" that has no ending where it needs
// one: "while she play". After "that" it may be a demand.
func (c *claim) unbent(i int) bool {
	d := c.reading.Doc
	t, v := &d.Tokens[i], &d.Tokens[i+1]
	if t.Lower != "he" && t.Lower != "she" || v.Tag != text.VERB || v.Fine != text.VB && v.Fine != text.VBP || v.Lower != v.Lemma {
		return false
	}
	if i > 0 && (d.Tokens[i-1].Lower == "that" || d.Tokens[i-1].Tag == text.AUX || d.Tokens[i-1].Tag == text.VERB) {
		return false
	}
	return !strings.HasSuffix(v.Lower, "t") && !strings.HasSuffix(v.Lower, "d") // "she put", "he read"
}

// articled reports a personal pronoun after an article: "from the them".
func articled(d *text.Document, i int) bool {
	if i == 0 || d.Tokens[i].Shape.Has(text.AllCaps) {
		return false
	}
	switch d.Tokens[i].Lower {
	case "he", "him", "she", "they", "them", "we":
		a := d.Tokens[i-1].Lower
		return a == "the" || a == "a" || a == "an"
	}
	return false
}

// nobodiesOf reports whether "they" can mean nobody: all that the claim has
// before it is persons with names, one by one, and things, one by one. A text
// that says neither "he" nor "she" may say "they" of one.
func (c *claim) nobodiesOf(sentence, i int) bool {
	source := c.src.persons()
	if !source[man] && !source[woman] || c.opens(sentence, i) {
		return false
	}
	d := c.reading.Doc
	person := false
	for k := 0; k < i; k++ {
		t := &d.Tokens[k]
		p := c.partAt(k)
		switch {
		case c.personAt(k):
			person = true
		case p < 0 && c.personAt(k+1): // a title
		case p >= 0 && (named(c.parts[p].Kind) || c.parts[p].Kind == mention.Number), t.Fine == text.NNS, t.Fine == text.NNPS,
			t.Tag == text.PROPN, t.Tag == text.CCONJ, t.Tag == text.PRON, t.Tag == text.NUM:
			return false
		case t.Tag == text.NOUN:
			if f := thesaurus.Find(t.Lemma).Noun(); personal(t.Lemma) || f == thesaurus.NounGroup || f == thesaurus.NoField {
				return false
			}
		}
	}
	return person
}

// personAt reports whether a token belongs to the name of a person.
func (c *claim) personAt(token int) bool {
	p := c.partAt(token)
	return p >= 0 && c.parts[p].Kind == mention.Person
}

// supposes reports whether something before token i, from first, makes "were" a
// supposition.
func (c *claim) supposes(first, i int) bool {
	for k := first; k < i; k++ {
		switch c.reading.Doc.Tokens[k].Lemma {
		case "if", "though", "wish", "unless", "whether", "suppose":
			return true
		}
	}
	return false
}

// bare reports a possessive with no noun after it: "broke its in the town".
func (c *claim) bare(i int) bool {
	d := c.reading.Doc
	switch d.Tokens[i].Lower {
	case "its", "their", "my", "your", "our":
	default:
		return false
	}
	if i+1 >= len(d.Tokens) {
		return true
	}
	n := &d.Tokens[i+1]
	return n.Tag == text.ADP || n.Tag == text.SCONJ || n.Tag == text.AUX || n.Lower == "," || n.Lower == "." || n.Tag == text.DET
}

// nobodyOf reports whether nobody whom the claim names before a pronoun can be
// a man, or a woman, as the pronoun says. Somebody of whom nothing is known can
// be either.
func (c *claim) nobodyOf(registry *names.Registry, sentence, i int) bool {
	want := personOf(&c.reading.Doc.Tokens[i])
	last := i
	if c.opens(sentence, i) {
		last = c.reading.Doc.Sentences[sentence].Last
	}
	other := c.placed(sentence, i)
	for k := 0; k < last; k++ {
		switch c.sexOf(registry, k) {
		case nobody:
		case want, people:
			return false
		default:
			other = true
		}
	}
	return other
}

// placed reports whether the subject before a pronoun is a place, which is
// neither he nor she.
func (c *claim) placed(sentence, i int) bool {
	base := c.reading.Doc.Sentences[sentence].First
	tree := c.tree(sentence)
	for k := base; k < i; k++ {
		p := c.partAt(k)
		if tree.Relations[k-base] == dep.Nsubj && p >= 0 && c.parts[p].Kind == mention.Place && listedPlace(c.reading.Doc, &c.parts[p]) {
			return c.usages(&c.parts[p]).kind == mention.Place
		}
	}
	return false
}

// opens reports whether a pronoun stands before the subject of its sentence,
// whom it may mean.
func (c *claim) opens(sentence, i int) bool {
	first := c.reading.Doc.Sentences[sentence].First
	tree := c.tree(sentence)
	root := tree.Root()
	return root >= 0 && i-first < root
}

// sexOf says of the word at token k whether it speaks of a man or a woman;
// people is somebody of whom it is not known, nobody is no person.
func (c *claim) sexOf(registry *names.Registry, k int) person {
	t := &c.reading.Doc.Tokens[k]
	if t.Tag == text.PRON || t.Tag == text.DET {
		return nobody
	}
	if p := c.partAt(k); p >= 0 && named(c.parts[p].Kind) {
		if k != c.parts[p].Last-1 {
			return nobody
		}
		if c.parts[p].Kind != mention.Person {
			return nobody
		}
		return c.src.sex(registry, c.parts[p].Entity, c.reading.Doc, &c.parts[p].Mention)
	}
	if p := personOf(t); p == man || p == woman {
		return p
	}
	if p := c.partAt(k + 1); p >= 0 && named(c.parts[p].Kind) && c.parts[p].First == k+1 {
		return nobody // a title; the name after it tells
	}
	if t.Tag == text.PROPN || t.Tag == text.NOUN && personal(t.Lemma) {
		return people
	}
	return nobody
}

// personal reports a noun for a person. Nouns in -er that the thesaurus does
// not have are taken for persons too.
func personal(lemma string) bool {
	f := thesaurus.Find(lemma).Noun()
	return f == thesaurus.NounPerson || f == thesaurus.NoField && (strings.HasSuffix(lemma, "er") || strings.HasSuffix(lemma, "ist") || strings.HasSuffix(lemma, "man"))
}

// sex says whether a name is that of a man or a woman, by its given name or
// title wherever the source or the claim writes them; people where neither
// tells.
func (s *Source) sex(registry *names.Registry, entity int, d *text.Document, m *mention.Mention) person {
	if p := sexOfName(d, m); p != people {
		return p
	}
	want, ok := registry.ID(len(s.readings), entity)
	if !ok {
		return people
	}
	for a, r := range s.readings {
		for i := range r.Mentions {
			n := &r.Mentions[i]
			if id, ok := registry.ID(a, n.Entity); ok && id == want && n.Entity != 0 && n.Kind == mention.Person {
				if p := sexOfName(r.Doc, n); p != people {
					return p
				}
			}
		}
	}
	return people
}

// sexOfName reads a man or a woman off a title or a given name.
func sexOfName(d *text.Document, m *mention.Mention) person {
	if m.First > 0 {
		if p := personOf(&d.Tokens[m.First-1]); p == man || p == woman {
			return p
		}
	}
	if p := personOf(&d.Tokens[m.First]); p == man || p == woman {
		return p
	}
	if m.Last-m.First < 2 {
		return people
	}
	switch lexicon.SexOf(d.Tokens[m.First].Lower) {
	case 'm':
		return man
	case 'f':
		return woman
	}
	return people
}
