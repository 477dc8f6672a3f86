package pattern

import (
	"github.com/concord-news/concord/rules/clause"
	"github.com/concord-news/concord/rules/mention"
	"github.com/concord-news/concord/rules/text"
)

// names reads people and organisations joined by commas and "and", with the
// words around the names inside their phrases.
func (in *Input) names(i int) (Capture, bool) {
	c := Capture{First: i, Mention: -1}
	for at := i; at < in.limit; {
		ph, ok := in.PhraseAt(at)
		if ok && c.Last == 0 && at == i && !in.hasPerson(ph) {
			// "envoys Ada Voss and Jan Lind": a title for all of them.
			next, follows := in.PhraseAt(ph.Last)
			if follows && next.First == ph.Last && in.hasPerson(next) {
				at = ph.Last
				continue
			}
		}
		if !ok || ph.Last > in.limit || !in.hasPerson(ph) {
			break
		}
		c.Last, c.Head = ph.Last, ph.Head
		at = ph.Last
		for at < in.limit && joins(in.Doc.Tokens[at].Lower) {
			at++
		}
		if at == ph.Last {
			break
		}
	}
	return c, c.Last > c.First
}

func (in *Input) hasPerson(p clause.Phrase) bool {
	for n := mention.From(in.Mentions, p.First); n < len(in.Mentions) && in.Mentions[n].First < p.Last; n++ {
		m := &in.Mentions[n]
		if k := m.Kind; (k == mention.Person || k == mention.Organisation) && !possessive(in.Doc, m.Last) {
			return true
		}
	}
	return false
}

// possessive reports whether token i is the mark of a possessor.
func possessive(d *text.Document, i int) bool {
	return i < len(d.Tokens) && d.Tokens[i].Fine == text.POS
}

func joins(lower string) bool {
	switch lower {
	case ",", "and", "alongside", "with", "together", "well", "as", "plus":
		return true
	}
	return false
}
