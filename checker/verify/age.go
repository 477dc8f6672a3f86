package verify

import (
	"github.com/concord-news/concord/rules/mention"
	"github.com/concord-news/concord/rules/text"
)

// aged reports a number of the claim that says how old somebody is and that the
// text has as an age too. Ages are of one person each, whatever stands beside
// them.
func (c *claim) aged(h *holding) bool {
	p := h.part
	if p.Kind != mention.Number || h.support.mention < 0 || !agePlace(c.reading.Doc, p.sentence, p.First, p.Last) {
		return false
	}
	m, _ := c.src.at(h.support)
	return m.Kind == mention.Age || agePlace(c.src.doc(h.support.sentence), c.src.sentences[h.support.sentence].number, m.First, m.Last)
}

// agePlace reports whether tokens first..last stand where a bare number is an
// age: between commas after a name, after "died at", after "she was".
func agePlace(d *text.Document, sentence, first, last int) bool {
	st := d.Sentences[sentence]
	if first-2 < st.First || last >= st.Last {
		return false
	}
	before, after := &d.Tokens[first-2], &d.Tokens[last]
	switch d.Tokens[first-1].Lower {
	case ",":
		return after.Lower == "," && (before.Tag == text.PROPN || before.Tag == text.NOUN || before.Tag == text.X)
	case "at":
		return after.Tag == text.PUNCT || after.Tag == text.ADP
	case "was", "is":
		return after.Tag == text.PUNCT && gendered(before)
	}
	return false
}
