package rules

import (
	"strings"

	"github.com/concord-news/concord/rules/lexicon"
	"github.com/concord-news/concord/rules/mention"
	"github.com/concord-news/concord/rules/names"
	"github.com/concord-news/concord/rules/text"
)

// parties tells for which country or body words stand: by the lists of
// countries, capitals, bodies and adjectives of nationality, and for names that
// no list has by the article's own names of places and organisations and the
// adjectives made from them.
type parties struct {
	g *Reading
	// local maps a place or organisation of the article, in lower case, and the
	// adjectives that English would make of a place, to its code.
	local map[string]string
}

func newParties(g *Reading) *parties {
	p := &parties{g: g, local: map[string]string{}}
	capitals := capitalised(g.Doc)
	for i := range g.Mentions {
		m := &g.Mentions[i]
		if m.Kind < mention.Person || m.Kind > mention.Event || m.Last-m.First > 1 {
			continue
		}
		form := g.Doc.Form(m.First)
		name := strings.ToLower(form)
		if _, known := lexicon.Lookup(lexicon.Fold(name)); known || p.local[name] != "" {
			continue
		}
		if m.Kind == mention.Organisation {
			p.local[name] = "name " + form
		}
		// A name from which the text itself makes an adjective is a country,
		// whatever it was taken for.
		for _, d := range demonyms(name) {
			if capitals[d] {
				p.local[name], p.local[d] = "name "+form, "name "+form
			}
		}
		if m.Kind == mention.Place && p.local[name] == "" {
			p.local[name] = "name " + form
		}
	}
	return p
}

// capitalised returns the words of a document that are written with a capital
// inside a sentence, in lower case.
func capitalised(d *text.Document) map[string]bool {
	out := map[string]bool{}
	for i := range d.Tokens {
		if t := &d.Tokens[i]; t.Shape.Has(text.Capital|text.HasLetter) && t.Len() > 4 {
			out[t.Lower] = true
		}
	}
	return out
}

// demonyms lists the regular adjectives of a country's name, in lower case:
// -n after a vowel (Andorra, Andorran), -ian and -ese after a consonant, and
// those from a name in -y, -land and -stan.
func demonyms(name string) []string {
	out := []string{name + "n", name + "ian", name + "ese", name + "i"}
	for _, end := range []struct{ from, to string }{{"e", "ian"}, {"y", "ian"}, {"land", "lander"}, {"land", "ish"}, {"stan", ""}} {
		if stem, ok := strings.CutSuffix(name, end.from); ok && len(stem) > 3 {
			out = append(out, stem+end.to)
		}
	}
	return out
}

// of returns the code of the party for which the tokens stand, "" for none or
// for more than one.
func (p *parties) of(first, last int) string {
	if code := names.Party(p.g.Doc, first, last); code != "" {
		return code
	}
	code := ""
	for i := first; i < last; i++ {
		t := &p.g.Doc.Tokens[i]
		if !t.Shape.Has(text.Capital) {
			continue
		}
		c, ok := p.local[t.Lower]
		if ok && code != "" && c != code {
			return ""
		}
		if ok {
			code = c
		}
	}
	return code
}

// partyName writes a party's code as reports print it.
func partyName(code string) string {
	if name, ok := strings.CutPrefix(code, "name "); ok {
		return name
	}
	return lexicon.Name(code)
}
