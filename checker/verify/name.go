package verify

import (
	"slices"

	"github.com/concord-news/concord/checker/verify/thesaurus"
	"github.com/concord-news/concord/rules/lemma"
	"github.com/concord-news/concord/rules/lexicon"
	"github.com/concord-news/concord/rules/mention"
	"github.com/concord-news/concord/rules/names"
	"github.com/concord-news/concord/rules/text"
)

// findRareWords makes names of words that no dictionary has, in a claim in
// small letters, where no capital tells a name.
func (c *claim) findRareWords() {
	d := c.reading.Doc
	for i := range d.Tokens {
		if d.Tokens[i].Shape.Has(text.Capital) {
			return
		}
	}
	for i := 0; i < len(d.Tokens); i++ {
		if !rare(&d.Tokens[i]) || c.partAt(i) >= 0 {
			continue
		}
		last := i + 1
		for last < len(d.Tokens) && rare(&d.Tokens[last]) && c.partAt(last) < 0 && d.SentenceOf(last) == d.SentenceOf(i) {
			last++
		}
		m := mention.Mention{Span: d.Span(i, last), First: i, Last: last, Kind: mention.Person, Head: -1}
		c.parts = append(c.parts, part{Mention: m, sentence: d.SentenceOf(i)})
		i = last - 1
	}
	slices.SortStableFunc(c.parts, func(a, b part) int { return a.First - b.First })
}

// rare reports a word that is a name or that no dictionary has.
func rare(t *text.Token) bool {
	if !content(t) || t.Shape.Has(text.HasDigit) {
		return false
	}
	if e, ok := lexicon.Lookup(lexicon.Fold(t.Lower)); ok && !e.Is(lexicon.Common|lexicon.Acronym|lexicon.OrgWord|lexicon.PlaceWord|lexicon.EventWord|lexicon.Honorific) &&
		e.Is(lexicon.Country|lexicon.Demonym|lexicon.Capital|lexicon.City|lexicon.State|lexicon.Given|lexicon.Surname) && !thesaurus.Known(t.Lower) {
		return true
	}
	return !dictionary(t.Lower) && !dictionary(t.Lemma)
}

// dictionary reports whether a word in lower case, or what it may be a form of,
// is in the dictionary. The tagger's choice is not asked: without capitals it
// takes many a verb for a name.
func dictionary(lower string) bool {
	if thesaurus.Known(lower) || lemma.Known(lower, text.X) {
		return true
	}
	for _, form := range [...]struct {
		fine text.Fine
		tag  text.Tag
	}{{text.NNS, text.NOUN}, {text.VBD, text.VERB}, {text.VBZ, text.VERB}, {text.VBG, text.VERB}, {text.JJR, text.ADJ}, {text.JJS, text.ADJ}} {
		if l := lemma.Of(lower, form.fine, form.tag); l != lower && (thesaurus.Known(l) || lemma.Known(l, form.tag)) {
			return true
		}
	}
	return false
}

// The presence of a name in sentences near one that has it: what is said of
// somebody goes on under a pronoun.
const (
	presentBefore = 0.75
	presentAfter  = 0.6
	presentTwo    = 0.5
)

const (
	// everywhere is the presence of a name that the whole text is about.
	everywhere = 0.5
	// oftenNamed is in how many sentences such a name stands at least.
	oftenNamed = 3
)

// running reports a name that goes for the whole text without being repeated:
// one that it names often, or a place, for where a thing happens is said once.
func (c *claim) running(p *part, here []float64) bool {
	times := 0
	for _, v := range here {
		if v >= 1 {
			times++
		}
	}
	return times >= oftenNamed || times > 0 && p.Kind == mention.Place
}

// presence is how far each sentence of the source speaks of the name of a
// part, from 0 to 1.
func (c *claim) presence(p *part, registry *names.Registry) []float64 {
	n := len(c.src.sentences)
	here := make([]float64, n)
	want, known := registry.ID(len(c.src.readings), p.Entity)
	for i := range here {
		st := &c.src.sentences[i]
		for _, m := range c.src.mentions(i) {
			if id, ok := registry.ID(st.article, m.Entity); known && ok && m.Entity != 0 && id == want {
				here[i] = 1
			}
		}
	}
	for i, v := range c.spelled(p) {
		here[i] = max(here[i], v)
	}
	if slices.Max(here) < 1 {
		here = c.otherwise(p)
	}
	floor := 0.0
	if c.running(p, here) {
		floor = everywhere
	}
	out := make([]float64, n)
	for i := range out {
		out[i] = max(here[i], floor)
		for _, o := range [...]struct {
			by    int
			value float64
		}{{-1, presentBefore}, {1, presentAfter}, {-2, presentTwo}} {
			if j := i + o.by; c.src.near(i, j) {
				out[i] = max(out[i], o.value*here[j])
			}
		}
	}
	return out
}

// spelled is how much of a name's words each sentence has; half of them, with
// the last one, are the name, and so is one that no dictionary has where the text
// has the whole somewhere.
func (c *claim) spelled(p *part) []float64 {
	out := make([]float64, len(c.src.sentences))
	var own []*claimWord
	for i := range c.words {
		if p.has(c.words[i].token) {
			own = append(own, &c.words[i])
		}
	}
	if len(own) == 0 {
		return out
	}
	whole := false
	for i := range out {
		sum := 0.0
		for _, w := range own {
			if w.here[i] >= asSynonym {
				sum++
			}
		}
		all := float64(len(own))
		whole = whole || sum == all
		if own[len(own)-1].here[i] >= asSynonym && sum >= all/2 {
			sum = all
		}
		out[i] = sum / all
	}
	for _, w := range own {
		if !whole || dictionary(w.lemma) || lexicon.Has(w.lemma, lexicon.Given) {
			continue
		}
		for i, v := range w.here {
			if v >= asSame {
				out[i] = 1
			}
		}
	}
	return out
}
