package verify

import (
	"fmt"

	"github.com/concord-news/concord/checker/verify/thesaurus"
	"github.com/concord-news/concord/rules/mention"
	"github.com/concord-news/concord/rules/text"
)

// misfits objects to figures, dates and names that English does not put where
// they stand in the claim: "hundreds ships", "on last year", "sales fell 2014",
// "a the Brel Lines ferry". They were written over others.
func (c *claim) misfits() []objection {
	var out []objection
	for i := range c.parts {
		p := &c.parts[i]
		why := ""
		switch p.Kind {
		case mention.Number:
			why = c.misfitNumber(p)
		case mention.Date:
			why = c.misfitDate(p)
		case mention.Person, mention.Organisation, mention.Place, mention.Event:
			why = c.misfitName(p)
		}
		if why != "" {
			out = append(out, objection{why: fmt.Sprintf("%q %s", p.In(c.reading.Doc.Text), why), missing: &Missing{p.Span, "does not fit where it stands"}})
		}
	}
	return append(out, c.repeatedFigure()...)
}

// misfitNumber says how a number does not fit its noun, "" where it does.
func (c *claim) misfitNumber(p *part) string {
	d := c.reading.Doc
	noun, last := p.Head, p.Last-1
	if noun == last {
		last--
	}
	if noun < 0 {
		noun = p.Last
	}
	if noun != last+1 || noun >= d.Sentences[p.sentence].Last || last < p.First {
		return ""
	}
	switch {
	case manyOf(d.Tokens[last].Lower) && d.Tokens[noun].Tag == text.NOUN:
		return "needs \"of\" before what it counts"
	case last == p.First && d.Tokens[last].Lower == "one" && d.Tokens[noun].Fine == text.NNS:
		return "is one, and what it counts are many"
	}
	return ""
}

// manyOf reports a plural number, which counts with "of".
func manyOf(s string) bool {
	switch s {
	case "dozens", "scores", "hundreds", "thousands", "millions", "billions":
		return true
	}
	return false
}

// misfitDate says how a date does not fit what stands before it, "" where it
// does.
func (c *claim) misfitDate(p *part) string {
	d := c.reading.Doc
	if p.First == d.Sentences[p.sentence].First {
		return ""
	}
	before, first := &d.Tokens[p.First-1], &d.Tokens[p.First]
	year := p.Last-p.First == 1 && len(p.Timex) == len("2014") && numberedYear(p.Timex) && first.Shape.Has(text.HasDigit)
	wrong := false
	switch before.Lower {
	case "in":
		wrong = counted(first.Lower) || weekday(first.Lower)
	case "on":
		wrong = counted(first.Lower) || first.Lower == "this" || year
	case "within", "at":
		wrong = counted(first.Lower) || weekday(first.Lower) || year
	}
	switch {
	case wrong:
		return fmt.Sprintf("does not go with %q", before.Lower)
	case year && (before.Tag == text.NOUN || before.Tag == text.NUM) && !before.Shape.Has(text.Capital) && first.Shape.Has(text.SpaceBefore):
		return "stands without a preposition"
	}
	return ""
}

// misfitName says how a name does not fit what stands before it, "" where it
// does.
func (c *claim) misfitName(p *part) string {
	d := c.reading.Doc
	before := p.First - 1
	if d.Tokens[p.First].Lower == "the" {
		before++
	}
	first := d.Sentences[p.sentence].First
	switch {
	case before > first && d.Tokens[before].Lower == "the" && (d.Tokens[before-1].Lower == "a" || d.Tokens[before-1].Lower == "an"):
		return "stands after two articles"
	case before != p.First-1 || before < first:
		return ""
	case d.Tokens[before].Lower == "a" && vowel(&d.Tokens[p.First]):
		return "does not go with \"a\""
	case c.titledPlace(p):
		return "is a place, and the word before it says what somebody is"
	case c.honoured(p):
		return "is a person, and no place"
	}
	return ""
}

// vowel reports a name that certainly begins with the sound of one.
func vowel(t *text.Token) bool {
	switch t.Lower[0] {
	case 'a', 'i':
		return !t.Shape.Has(text.AllCaps)
	}
	return false
}

// titledPlace reports the name of a country or city in the place of somebody's:
// "actress Norway won", "the missing man Dunmore".
func (c *claim) titledPlace(p *part) bool {
	d := c.reading.Doc
	t := &d.Tokens[p.First-1]
	if t.Fine != text.NN || p.First > 1 && d.Tokens[p.First-2].Lower == "to" || thesaurus.Find(t.Lemma).Noun() != thesaurus.NounPerson || p.Last < len(d.Tokens) && (nominal(&d.Tokens[p.Last]) || d.Tokens[p.Last].Fine == text.POS) {
		return false
	}
	return p.Kind == mention.Place && listedPlace(d, p)
}

// honoured reports somebody with a title where the claim says where: "in Mr
// Okely".
func (c *claim) honoured(p *part) bool {
	d := c.reading.Doc
	at := p.First
	if personOf(&d.Tokens[at]) == nobody {
		at--
	}
	if at <= d.Sentences[p.sentence].First || at < p.First-1 {
		return false
	}
	switch d.Tokens[at].Lemma {
	case "mr", "mr.", "mrs", "mrs.", "ms", "ms.":
		way := used(d, d.Sentences[p.sentence].First, c.tree(p.sentence), at, p.Last)
		return way&placed != 0
	}
	return false
}

// counted reports a word that opens a date counted from today, which needs no
// preposition.
func counted(s string) bool {
	switch s {
	case "last", "next", "yesterday", "today", "tomorrow":
		return true
	}
	return false
}

func weekday(s string) bool {
	switch s {
	case "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday":
		return true
	}
	return false
}

// repeatedFigure is repeated for figures: "a payment of two to two men".
func (c *claim) repeatedFigure() []objection {
	for i := range c.parts {
		for k := i + 1; k < len(c.parts) && c.parts[k].sentence == c.parts[i].sentence; k++ {
			p, q := &c.parts[i], &c.parts[k]
			if !p.Kind.Numeric() || p.Kind != q.Kind || p.Quantity.Low != q.Quantity.Low || p.Quantity.High != q.Quantity.High || c.src.times(p.Quantity.Low) != 1 {
				continue
			}
			return []objection{{why: fmt.Sprintf("the claim has %q twice in one sentence, and the text has it once", q.In(c.reading.Doc.Text)),
				missing: &Missing{q.Span, "twice in one sentence"}}}
		}
	}
	return nil
}

// times counts how often the source has a figure.
func (s *Source) times(figure float64) int {
	n := 0
	for _, r := range s.readings {
		for i := range r.Mentions {
			if m := &r.Mentions[i]; m.Kind.Numeric() && m.Quantity.Low == figure {
				n++
			}
		}
	}
	return n
}
