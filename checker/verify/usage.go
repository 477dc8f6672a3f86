package verify

import (
	"fmt"
	"strings"

	"github.com/concord-news/concord/rules/lexicon"
	"github.com/concord-news/concord/rules/mention"
	"github.com/concord-news/concord/rules/syntax/dep"
	"github.com/concord-news/concord/rules/text"
)

// usage is a set of the ways in which a sentence uses a name.
type usage uint8

const (
	// placed: it says where, "in Brel".
	placed usage = 1 << iota
	// before: it stands before a common noun that it completes, "the Brel bridge".
	before
	// owning: whose somebody is, "Brel's Voss".
	owning
	// alone: it is subject or object with no article.
	alone
	// other: anything else.
	other
)

// used says how the sentence with a tree uses the name of tokens first..last.
func used(d *text.Document, base int, tree dep.Tree, first, last int) usage {
	top := last - 1
	for i := first; i < last; i++ {
		if h := int(tree.Heads[i-base]); h < first-base || h >= last-base {
			top = i
			break
		}
	}
	h, rel := int(tree.Heads[top-base]), tree.Relations[top-base]
	var u usage
	if located(d, first, last) && !idiom(d, base, h) {
		u |= placed
	}
	if h >= last-base && (rel == dep.Compound || rel == dep.Amod) && d.Tokens[base+h].Tag == text.NOUN && adjoins(d, last, base+h) {
		u |= before
	}
	if rel == dep.NmodPoss && h >= 0 && d.Tokens[base+h].Tag == text.PROPN {
		u |= owning
	}
	switch rel.Base() {
	case dep.Nsubj, dep.Obj, dep.Obl:
		if first == base || d.Tokens[first-1].Tag != text.DET && d.Tokens[first-1].Tag != text.ADJ {
			u |= alone
		}
	}
	if u == 0 {
		u = other
	}
	return u
}

// adjoins reports whether only nouns and adjectives stand between two tokens.
func adjoins(d *text.Document, from, to int) bool {
	for i := from; i < to; i++ {
		if !nominal(&d.Tokens[i]) {
			return false
		}
	}
	return true
}

// idiom reports a word whose "in" says no place: "interested in Voss".
func idiom(d *text.Document, base, h int) bool {
	if h < 0 {
		return false
	}
	switch d.Tokens[base+h].Lemma {
	case "interested", "interest", "believe", "belief", "confident", "confidence", "faith", "trust", "invest", "involve", "involved",
		"result", "succeed", "share", "confide", "role", "rise", "increase", "fall", "drop", "change", "laugh", "look", "shout", "aim", "shoot":
		return true
	}
	return false
}

// located reports whether a name says where: "in Brel", "at the Brel".
func located(d *text.Document, first, last int) bool {
	if first > 0 && d.Tokens[first-1].Tag == text.DET {
		first--
	}
	if first == 0 || d.Tokens[first-1].Tag != text.ADP {
		return false
	}
	switch d.Tokens[first-1].Lower {
	case "in", "at", "near", "across", "outside", "inside", "throughout":
	default:
		return false
	}
	return last >= len(d.Tokens) || !nominal(&d.Tokens[last]) && d.Tokens[last].Fine != text.POS
}

func nominal(t *text.Token) bool {
	return t.Tag == text.NOUN || t.Tag == text.PROPN || t.Tag == text.ADJ || t.Tag == text.NUM
}

// usages is how the source uses the name of a part: all ways together, what
// kind of name it takes it for most often, and the first place that it has it
// in. Where no sentence has it, at is none.
type usages struct {
	ways  usage
	kind  mention.Kind
	at    place
	count int
	// full reports that one of the names has two words or more, or a title.
	full bool
}

func (c *claim) usages(p *part) usages {
	out := usages{at: place{-1, -1}}
	var kinds [int(mention.Quotation) + 1]int
	for i := range c.src.sentences {
		d := c.src.doc(i)
		for k, m := range c.src.mentions(i) {
			if !named(m.Kind) || !c.sameName(p, d, &m) {
				continue
			}
			out.ways |= used(d, c.src.bounds(i).First, c.src.sentences[i].tree(), m.First, m.Last)
			kinds[m.Kind]++
			out.count++
			out.full = out.full || m.Last-m.First > 1 || m.First > 0 && d.Tokens[m.First-1].Tag == text.PROPN
			if out.at.sentence < 0 {
				out.at = place{i, k}
			}
		}
	}
	for k, n := range kinds {
		if n > kinds[out.kind] {
			out.kind = mention.Kind(k)
		}
	}
	return out
}

// misused objects to a name that the claim uses in a way that its kind does not
// bear and that the source never uses it in: somebody as a place or as the name
// of a thing. That a town speaks, or is called a driver, told nothing: names in
// claims are taken for what they are not too often (4 of 8 on the even pairs of
// fib_swap).
func (c *claim) misused(p *part) *objection {
	d := c.reading.Doc
	base := d.Sentences[p.sentence].First
	way := used(d, base, c.tree(p.sentence), p.First, p.Last)
	if way == other && kindBefore(d, p) == "" {
		return nil
	}
	s := c.usages(p)
	if s.at.sentence < 0 {
		return nil
	}
	why := ""
	way &^= s.ways
	switch {
	case s.kind == mention.Person && s.full && p.Last-p.First > 1 && kindBefore(d, p) != "" && s.ways&before == 0:
		why = "is a person in the text, and no " + kindBefore(d, p)
	case way&placed != 0 && s.kind == mention.Person && (s.full || forename(d, p)) && !listedPlace(d, p):
		why = "is a person in the text, not a place"
	case way&placed != 0 && s.kind == mention.Organisation && d.Tokens[p.First-1].Lower == "in":
		why = "is a body in the text, not a place"
	case way&before != 0 && s.kind == mention.Person && p.Last-p.First > 1 && s.ways&placed == 0:
		why = "is a person in the text, and no name of a thing"
	case way&alone != 0 && adjective(d, p):
		why = "is an adjective in the text, and names nobody"
	case way&owning != 0 && s.kind == mention.Person && c.person(c.tree(p.sentence), base, p):
		why = "is a person in the text, and nobody's club or country"
	}
	if why == "" {
		return nil
	}
	words := p.In(d.Text)
	f := c.placeFact(s.at, p, Differs)
	return &objection{fact: &f, missing: &Missing{p.Span, why}, why: fmt.Sprintf("%q %s", words, why)}
}

// person reports whether the name that p owns is that of a person.
func (c *claim) person(tree dep.Tree, base int, p *part) bool {
	for i := p.First; i < p.Last; i++ {
		h := int(tree.Heads[i-base]) + base
		if h >= p.First && h < p.Last {
			continue
		}
		k := c.partAt(h)
		return k >= 0 && c.parts[k].Kind == mention.Person
	}
	return false
}

// adjective reports an adjective of nationality that is neither a language nor a
// people: "the Irish" has an article and is none.
func adjective(d *text.Document, p *part) bool {
	if p.Last-p.First != 1 || p.Last < len(d.Tokens) && (nominal(&d.Tokens[p.Last]) || d.Tokens[p.Last].Lower == "-") {
		return false
	}
	if p.First > 0 && (d.Tokens[p.First-1].Lower == "in" || d.Tokens[p.First-1].Tag == text.VERB) && p.Last < len(d.Tokens) && d.Tokens[p.Last].Lower != "." {
		return false // "said in English"
	}
	w := d.Tokens[p.First].Lower
	e, ok := lexicon.Lookup(lexicon.Fold(w))
	return ok && e.Is(lexicon.Demonym) && !e.Is(lexicon.Country|lexicon.Given|lexicon.Surname) && (strings.HasSuffix(w, "ish") || strings.HasSuffix(w, "ese") || strings.HasSuffix(w, "ch"))
}

// forename reports a name that the lists have as a given name alone.
func forename(d *text.Document, p *part) bool {
	e, ok := lexicon.Lookup(lexicon.Fold(d.Tokens[p.First].Lower))
	const place = lexicon.City | lexicon.Capital | lexicon.State | lexicon.Region | lexicon.Country
	return ok && p.Last-p.First == 1 && e.Is(lexicon.Given) && !e.Is(place) && e.Reach == 0 // not "Rio"
}

// kindBefore is the word for a place or a page that stands directly before
// a name, "" where none does.
func kindBefore(d *text.Document, p *part) string {
	if p.First == 0 {
		return ""
	}
	switch l := d.Tokens[p.First-1].Lemma; l {
	case "town", "city", "village", "suburb", "island", "county", "site", "website", "airport":
		return l
	}
	return ""
}

// listedPlace reports a name that the lists have as a place.
func listedPlace(d *text.Document, p *part) bool {
	e, ok := lexicon.Lookup(lexicon.Fold(d.Tokens[p.First].Lower))
	return ok && e.Is(lexicon.City|lexicon.Capital|lexicon.State|lexicon.Region|lexicon.Country) && !e.Is(lexicon.Given|lexicon.Surname)
}

// sameName reports whether a name of the source ends in the claim's last word.
func (c *claim) sameName(p *part, d *text.Document, m *mention.Mention) bool {
	return lemmaOf(&c.reading.Doc.Tokens[p.Last-1]) == lemmaOf(&d.Tokens[m.Last-1])
}

// placeFact is the fact of a mention of the source beside a part of the claim.
func (c *claim) placeFact(at place, p *part, r Relation) Fact {
	m, _ := c.src.at(at)
	return c.src.fact(at.sentence, m.Span, p.Span, r)
}
