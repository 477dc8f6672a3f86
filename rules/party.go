package rules

import (
	"slices"
	"strings"
	"unicode/utf8"

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
	// capitals are the longer words that the article writes with a capital, in lower
	// case.
	capitals map[string]bool
	// word holds, for each token, one more than the index in codes of what it stands
	// for by itself, 0 where that was not asked yet.
	word  []int32
	codes []string
	// form is memory for a word that may be in the text.
	form []byte
}

// set takes the parties of a reading, in memory that another may have used.
func (p *parties) set(g *Reading) {
	if p.local == nil {
		p.local, p.capitals = map[string]string{}, map[string]bool{}
	}
	p.g, p.codes = g, append(p.codes[:0], "")
	p.word = slices.Grow(p.word[:0], len(g.Doc.Tokens))[:len(g.Doc.Tokens)]
	clear(p.word)
	for i := range g.Mentions {
		m := &g.Mentions[i]
		if m.Kind < mention.Person || m.Kind > mention.Event || m.Last-m.First > 1 {
			continue
		}
		name := lowerForm(g.Doc, m.First)
		if p.local[name] == "" {
			if _, known := lexicon.Lookup(lexicon.Fold(name)); !known {
				p.enter(m, name)
			}
		}
	}
}

// enter enters a name of one word, given in lower case, that no list has.
func (p *parties) enter(m *mention.Mention, name string) {
	code := "name " + p.g.Doc.Form(m.First)
	if m.Kind == mention.Organisation || m.Kind == mention.Place {
		p.local[name] = code
	}
	// A name from which the text itself makes an adjective is a country,
	// whatever it was taken for.
	if len(p.capitals) == 0 {
		p.findCapitals()
	}
	for _, d := range demonyms {
		stem, ok := strings.CutSuffix(name, d.from)
		if !ok || d.from != "" && len(stem) <= 3 {
			continue
		}
		p.form = append(append(p.form[:0], stem...), d.to...)
		if p.capitals[string(p.form)] {
			p.local[name], p.local[string(p.form)] = code, code
		}
	}
}

// findCapitals finds the words that are written with a capital.
func (p *parties) findCapitals() {
	for i := range p.g.Doc.Tokens {
		if t := &p.g.Doc.Tokens[i]; t.Shape.Has(text.Capital|text.HasLetter) && t.Len() > 4 {
			p.capitals[t.Lower] = true
		}
	}
}

// forget lets go of the reading.
func (p *parties) forget() {
	p.g = nil
	clear(p.local)
	clear(p.capitals)
	clear(p.codes)
}

// lowerForm is token i as written, in lower case.
func lowerForm(d *text.Document, i int) string {
	form := d.Form(i)
	for k := range len(form) {
		if form[k] >= utf8.RuneSelf {
			return strings.ToLower(form)
		}
	}
	return d.Tokens[i].Lower // which differs beyond ASCII alone
}

// demonyms are the regular ways to make an adjective of a country's name, in lower
// case: -n after a vowel (Andorra, Andorran), -ian and -ese after a consonant, and
// those from a name in -y, -land and -stan.
var demonyms = []struct{ from, to string }{
	{"", "n"}, {"", "ian"}, {"", "ese"}, {"", "i"},
	{"e", "ian"}, {"y", "ian"}, {"land", "lander"}, {"land", "ish"}, {"stan", ""},
}

// of returns the code of the party for which the tokens stand, "" for none or
// for more than one.
func (p *parties) of(first, last int) string {
	if last-first != 1 {
		return p.ofRun(first, last)
	}
	if !p.g.Doc.Tokens[first].Shape.Has(text.Capital) {
		return ""
	}
	if p.word[first] == 0 {
		p.codes = append(p.codes, p.ofRun(first, last))
		p.word[first] = int32(len(p.codes))
	}
	return p.codes[p.word[first]-1]
}

// ofRun is of for any run of tokens.
func (p *parties) ofRun(first, last int) string {
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
