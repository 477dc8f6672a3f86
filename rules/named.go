package rules

import (
	"slices"

	"github.com/concord-news/concord/rules/lexicon"
	"github.com/concord-news/concord/rules/mention"
	"github.com/concord-news/concord/rules/names"
	"github.com/concord-news/concord/rules/text"
)

// Named is one place in a text where a name stands.
type Named struct {
	// First and Last are the half-open range of its tokens.
	First, Last int
	// Entity is the article's entity, 0 for what bears a name and is no person,
	// body, place or event of which the reader knows: a ship, a product.
	Entity int
	// Name is its fullest form in the article.
	Name string
	// Opens: it is one word that begins a sentence, and may be no name.
	Opens bool
	// Common: it is no name, but two nouns that say together what a thing is:
	// "clothes rail".
	Common bool
}

// NameReader finds the names of a reading and makes facts of them. It takes two
// articles to tell which names are worth a fact, so that the checker asks for
// them one by one. It is not safe for concurrent use.
type NameReader struct{ a *application }

// Names returns a reader of the names of g, which r has read.
func (r *Reader) Names(g *Reading) *NameReader {
	a := newApplication()
	a.begin(r, g)
	return &NameReader{a}
}

// All lists the names in text order.
func (n *NameReader) All() []Named {
	var out []Named
	d := n.a.g.Doc
	busy := make([]bool, len(d.Tokens)) // of mentions that are no names of things
	for i := range n.a.g.Mentions {
		m := &n.a.g.Mentions[i]
		for k := m.First; k < m.Last; k++ {
			busy[k] = busy[k] || m.Kind != mention.Ordinal && m.Kind != mention.Number && m.Kind != mention.Identifier || !n.capital(k) // "Second Wind"
		}
		if m.Kind >= mention.Person && m.Kind <= mention.Event && m.Entity > 0 {
			out = append(out, Named{First: m.First, Last: m.Last, Entity: m.Entity, Name: m.Name})
		}
	}
	for s := range d.Sentences {
		out = append(out, n.runs(&d.Sentences[s], busy)...)
		out = append(out, n.compounds(&d.Sentences[s], busy)...)
	}
	return out
}

// compounds lists the nouns of a sentence that stand before another noun and say
// with it what a thing is.
func (n *NameReader) compounds(s *text.Sentence, busy []bool) []Named {
	var out []Named
	d := n.a.g.Doc
	common := func(i int) bool {
		t := &d.Tokens[i]
		return t.Tag == text.NOUN && !busy[i] && !t.Shape.Has(text.Capital) && t.Shape.Has(text.HasLetter)
	}
	for i := s.First; i+1 < s.Last; i++ {
		if common(i) && common(i+1) && (i+2 == s.Last || !common(i+2)) {
			out = append(out, Named{First: i, Last: i + 2, Name: d.Tokens[i].Lemma + " " + d.Tokens[i+1].Lemma, Common: true})
		}
	}
	return out
}

// titleCase is the part of a sentence's words that are written with a capital
// where all are, as in headlines.
const titleCase = 0.6

// runs lists the runs of words with a capital that no mention holds.
func (n *NameReader) runs(s *text.Sentence, busy []bool) []Named {
	d := n.a.g.Doc
	capitals, words := 0, 0
	for i := s.First; i < s.Last; i++ {
		if sh := d.Tokens[i].Shape; sh.Has(text.HasLetter) {
			words++
			if sh.Has(text.Capital) {
				capitals++
			}
		}
	}
	if float64(capitals) > titleCase*float64(words) {
		return nil
	}
	var out []Named
	for i := s.First; i < s.Last; i++ {
		if busy[i] || !n.capital(i) {
			continue
		}
		first := i
		for i < s.Last && !busy[i] && n.joins(first, i) {
			i++
		}
		if first == s.First && opensSentence(d.Tokens[first].Lower) {
			first++
		}
		if first < i && n.bears(first, i) {
			out = append(out, Named{First: first, Last: i, Name: d.Span(first, i).In(d.Text), Opens: first == s.First && i-first == 1})
		}
	}
	return out
}

func (n *NameReader) capital(i int) bool {
	return n.a.g.Doc.Tokens[i].Shape.Has(text.Capital | text.HasLetter)
}

// joins reports whether token i goes on with the run that begins at first: a
// capital, or a figure or hyphen behind one ("Skylark 2", "Route 9 Bridge").
func (n *NameReader) joins(first, i int) bool {
	t := &n.a.g.Doc.Tokens[i]
	switch {
	case n.capital(i):
		return true
	case i == first:
		return false
	case t.Lower == "-":
		return !t.Shape.Has(text.SpaceBefore)
	}
	return t.Shape.Has(text.HasDigit) && t.Tag == text.NUM
}

// opensSentence reports words that have a capital for their place alone.
func opensSentence(w string) bool {
	switch w {
	case "the", "a", "an", "this", "that", "these", "those", "his", "her", "its", "their", "our", "my", "one", "some", "no", "all", "both", "in", "on", "at", "by", "for", "from", "after", "before", "as", "if", "when", "while", "but", "and", "another", "mr", "mr.", "mrs", "mrs.", "ms", "ms.", "dr", "dr.":
		return true
	}
	return false
}

// bears reports whether a run of capitals is a name: a proper noun that stands
// for no country and is no title.
func (n *NameReader) bears(first, last int) bool {
	d := n.a.g.Doc
	for d.Tokens[last-1].Lower == "-" {
		return false
	}
	if n.a.parties.of(first, last) != "" && last-first == 1 {
		return false
	}
	if last-first == 1 && lexicon.Has(d.Tokens[first].Lower, lexicon.Honorific) {
		return false
	}
	const shortest = 3
	for i := first; i < last; i++ {
		if t := &d.Tokens[i]; t.Tag == text.PROPN && t.Len() >= shortest {
			return true
		}
	}
	return last-first > 1
}

// Fact makes a fact of a name with what stands around it; false where nothing
// does that tells anything.
func (n *NameReader) Fact(rule *Rule, v Named) (Fact, bool) {
	a := n.a
	d := a.g.Doc
	f, w := n.surrounded(rule, v.First, v.Last)
	if len(f.Context) == 0 {
		return f, false
	}
	if ph, ok := a.input.PhraseAt(v.Last - 1); ok && ph.Head >= v.Last {
		f.Evidence = d.Span(v.First, ph.Head+1)
	}
	f.Value.Names = []Name{{Text: d.Span(v.First, v.Last).In(d.Text), Canonical: v.Name, Entity: v.Entity}}
	ok := a.complete(&f,
		sourceSlot{"name", KeyValue{Value: names.Key(v.Name), Entity: v.Entity, Show: v.Name}},
		sourceSlot{"predicate", w.show(Predicate)})
	return f, ok
}

// surrounded begins a fact of the tokens from first to last with what stands around
// them.
func (n *NameReader) surrounded(rule *Rule, first, last int) (Fact, *surroundings) {
	a := n.a
	d := a.g.Doc
	a.enter(a.sentenceOf(first))
	m := mention.Mention{Span: d.Span(first, last), First: first, Last: last, Kind: mention.Event, Head: -1}
	w := &surroundings{application: a, mention: &m, clause: a.around(first), named: true}
	return Fact{Rule: rule, Token: first, Evidence: m.Span, Context: w.read()}, w
}

// Kind is one place where a text says of what kind a thing is.
type Kind struct {
	// First and Last are the half-open range of its tokens.
	First, Last int
	// Name is the usual word for the kind, Root that for all of its sort.
	Name, Root string
}

// Kinds lists the kinds of things of the roots that the text speaks of, one thing at
// a time, in text order.
func (n *NameReader) Kinds(roots []string) []Kind {
	var out []Kind
	d := n.a.g.Doc
	for i := range d.Tokens {
		t := &d.Tokens[i]
		if t.Tag != text.NOUN || t.Fine != text.NN || i+1 < len(d.Tokens) && (d.Tokens[i+1].Tag == text.NOUN || d.Tokens[i+1].Lower == "-") {
			continue // several, or a word before the noun for another thing
		}
		if t.Lower == "home" && i > 0 && d.Tokens[i-1].Lower == "at" {
			continue // where somebody is
		}
		k := Kind{Last: i + 1}
		k.Name, k.Root, k.First = n.a.kindOf(max(0, i-1), i)
		if slices.Contains(roots, k.Root) {
			out = append(out, k)
		}
	}
	return out
}

// KindFact makes a fact of a kind with what stands around it; false where nothing
// does that tells anything.
func (n *NameReader) KindFact(rule *Rule, k Kind) (Fact, bool) {
	a := n.a
	f, w := n.surrounded(rule, k.First, k.Last)
	if len(f.Context) == 0 {
		return f, false
	}
	if w.clause >= 0 {
		f.Modality, f.Negated = a.clauses[w.clause].Modality, a.clauses[w.clause].Negated
	}
	f.Value.Words = k.Name
	ok := a.complete(&f, sourceSlot{"sort", KeyValue{Value: k.Root, Show: k.Root}}, sourceSlot{"predicate", w.show(Predicate)})
	return f, ok
}

// namedHead is the noun that a name stands before ("the Orsa tunnel") or behind
// ("the town of Orsa").
func (w *surroundings) namedHead() int {
	m := w.mention
	if ph, ok := w.input.PhraseAt(m.Last - 1); ok && ph.Head >= m.Last {
		return ph.Head
	}
	return w.before()
}
