package main

import (
	"fmt"
	"math/rand/v2"
	"os"
	"slices"
	"strings"

	"github.com/concord-news/concord/rules/lexicon"
	"github.com/concord-news/concord/rules/mention"
	"github.com/concord-news/concord/rules/names/internal/gold"
	"github.com/concord-news/concord/rules/text"
)

// pool holds the words that stand in for names.
type pool struct {
	given, surnames, cities []string
	rand                    *rand.Rand
}

func newPool(folder string) (*pool, error) {
	p := &pool{rand: rand.New(rand.NewPCG(3, 4))}
	for file, list := range map[string]*[]string{"given.tsv": &p.given, "surnames.tsv": &p.surnames, "cities.tsv": &p.cities} {
		raw, err := os.ReadFile(folder + "/" + file)
		if err != nil {
			return nil, fmt.Errorf("word lists: %w", err)
		}
		for line := range strings.Lines(string(raw)) {
			w, rest, _ := strings.Cut(strings.TrimSpace(line), "\t")
			if !strings.ContainsAny(w, " -'’.") && !strings.Contains(rest, "common") {
				*list = append(*list, strings.ToLower(w))
			}
		}
	}
	return p, nil
}

func (p *pool) pick(list []string) string { return list[p.rand.IntN(len(list))] }

// unknown makes up a word that is in no list: the head of one, the tail of
// another.
func (p *pool) unknown() string {
	a, b := p.pick(p.surnames), p.pick(p.surnames)
	return strings.ToValidUTF8(a[:min(len(a), 2+p.rand.IntN(3))]+b[len(b)/2:], "")
}

// renamed returns a copy of a document with other people and places, so that
// the model learns the pattern and not the name. One word is replaced by one
// word throughout.
func (p *pool) renamed(d gold.Document) gold.Document {
	doc := *d.Doc
	doc.Tokens = slices.Clone(d.Doc.Tokens)
	other := map[string]string{}
	for _, m := range d.Names {
		for i := m.First; i < m.Last; i++ {
			t := &doc.Tokens[i]
			if !t.Shape.Has(text.Capital) || t.Len() < 3 || t.Shape.Has(text.AllCaps) || fixed(t.Lower) {
				continue
			}
			w, ok := other[t.Lower]
			if !ok {
				w = p.stand(m, i)
				other[t.Lower] = w
			}
			if w != "" {
				t.Lower = w
			}
		}
	}
	return gold.Document{ID: d.ID, Doc: &doc, Names: d.Names}
}

// fixed reports whether a word is part of the pattern: an organisation's head
// word, a nationality, the name of a country.
func fixed(w string) bool {
	return lexicon.Has(w, lexicon.OrgWord|lexicon.PlaceWord|lexicon.PlaceFirst|lexicon.EventWord|lexicon.Demonym|lexicon.Country|lexicon.Honorific)
}

// stand returns a word to stand in for token i of a name, "" to keep it.
func (p *pool) stand(m mention.Mention, i int) string {
	switch {
	case m.Kind == mention.Person && i == m.First && m.Last-m.First > 1:
		return p.pick(p.given)
	case m.Kind == mention.Person && p.rand.IntN(2) == 0:
		return p.pick(p.surnames)
	case m.Kind == mention.Person:
		return p.unknown()
	case m.Kind == mention.Place && m.Last-m.First == 1 && p.rand.IntN(2) == 0:
		return p.pick(p.cities)
	case m.Kind == mention.Place && m.Last-m.First == 1:
		return p.unknown()
	}
	return ""
}
