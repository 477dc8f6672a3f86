package verify

import (
	"github.com/concord-news/concord/rules/mention"
	"github.com/concord-news/concord/rules/syntax/dep"
	"github.com/concord-news/concord/rules/text"
)

// anchored reports whether the value of a part belongs to the same deed in the
// text as in the claim, whatever else stands there: "sunk in 1942".
func (c *claim) anchored(h *holding) bool {
	p := h.part
	own := anchor(c.reading.Doc, c.reading.Doc.Sentences[p.sentence].First, c.tree(p.sentence), &p.Mention)
	if own < 0 {
		return false
	}
	deed := termAt(c.reading.Doc, own)
	for i := range c.src.sentences {
		if !c.src.has(i, deed) {
			continue
		}
		d, tree := c.src.doc(i), c.src.sentences[i].tree
		mentions := c.src.mentions(i)
		for k := range mentions {
			if agree, fit := h.compare(d, &mentions[k]); agree < implied || fit <= otherHead {
				continue
			}
			if a := anchor(d, c.src.bounds(i).First, tree(), &mentions[k]); a >= 0 && related(deed, termAt(d, a)) >= asSynonym {
				return true
			}
		}
	}
	return false
}

// anchor is the verb that a mention depends on, directly or through nouns, -1
// where there is none of any content.
func anchor(d *text.Document, base int, tree dep.Tree, m *mention.Mention) int {
	top := m.Last - 1 - base
	for range tree.Heads {
		top = int(tree.Heads[top])
		if top < 0 {
			return -1
		}
		if base+top >= m.First && base+top < m.Last {
			continue
		}
		if t := &d.Tokens[base+top]; t.Tag == text.VERB {
			if empty(t.Lemma) {
				return -1
			}
			return base + top
		}
	}
	return -1
}
