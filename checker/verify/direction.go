package verify

import (
	"fmt"

	"github.com/concord-news/concord/rules/lemma"
	"github.com/concord-news/concord/rules/syntax/dep"
	"github.com/concord-news/concord/rules/text"
)

// movement is a word for a rise or a fall with what rises or falls.
type movement struct {
	token int
	up    bool
	// what are the tokens of the content words that it hangs on or that hang on
	// it: "prices" of "prices rose", "profit" of "a drop in profit".
	what []int
}

// directions objects to a rise of what the text has a fall of, and the other way
// round, where it never has it as the claim does.
func (c *claim) directions() []objection {
	var out []objection
	d := c.reading.Doc
	for n := range d.Sentences {
		for _, m := range movementsOf(d, n, func() dep.Tree { return c.tree(n) }) {
			if o := c.direction(m); o != nil {
				out = append(out, *o)
			}
		}
	}
	return out
}

// direction looks for the contrary of one movement of the claim.
func (c *claim) direction(m movement) *objection {
	var found *objection
	for i := range c.src.sentences {
		d := c.src.doc(i)
		for _, a := range movementsOf(d, c.src.sentences[i].number, c.src.sentences[i].tree) {
			what := c.shares(m, d, a)
			switch {
			case what < 0:
			case a.up == m.up:
				return nil
			case found == nil:
				found = c.opposite(m, i, a)
			}
		}
	}
	return found
}

// shares returns a token of what moves in both, -1 where there is none.
func (c *claim) shares(m movement, d *text.Document, a movement) int {
	for _, x := range m.what {
		t := termAt(c.reading.Doc, x)
		for _, y := range a.what {
			if related(t, termAt(d, y)) >= asSynonym {
				return y
			}
		}
	}
	return -1
}

func (c *claim) opposite(m movement, sentence int, a movement) *objection {
	own, d := c.reading.Doc, c.src.doc(sentence)
	f := c.src.fact(sentence, d.Tokens[a.token].Span, own.Tokens[m.token].Span, Differs)
	return &objection{verdict: Contradicted, fact: &f, missing: &Missing{f.Claim, "the other direction in the text"},
		why: fmt.Sprintf("the claim has %q where the text has %q", own.Form(m.token), d.Form(a.token))}
}

// movementsOf returns the movements of a sentence; its tree is asked for only
// where there is a word for one.
func movementsOf(d *text.Document, sentence int, tree func() dep.Tree) []movement {
	var out []movement
	s := d.Sentences[sentence]
	for i := s.First; i < s.Last; i++ {
		t := &d.Tokens[i]
		word := t.Lemma
		switch t.Tag {
		case text.VERB, text.NOUN:
		case text.ADJ:
			word = lemma.Of(t.Lower, text.VBG, text.VERB) // "an increasing number"
		default:
			continue
		}
		up, down := rises(word), falls(word)
		if up == down {
			continue
		}
		tr := tree()
		m := movement{token: i, up: up}
		add := func(w int) {
			if k := tr.Child(w, dep.Nmod); measures(d.Tokens[s.First+w].Lemma) && k >= 0 {
				w = k // "the number of flights"
			}
			if t := &d.Tokens[s.First+w]; content(t) && (t.Tag == text.NOUN || t.Tag == text.PROPN) {
				m.what = append(m.what, s.First+w)
			}
		}
		for k, h := range tr.Heads {
			if int(h) != i-s.First {
				continue
			}
			switch tr.Relations[k].Base() {
			case dep.Nsubj, dep.Obj, dep.Nmod, dep.Compound:
				add(k)
			}
		}
		if h, r := int(tr.Heads[i-s.First]), tr.Relations[i-s.First].Base(); h >= 0 && (r == dep.Acl || r == dep.Amod) {
			add(h) // "a rising number of flights"
		}
		if len(m.what) > 0 {
			out = append(out, m)
		}
	}
	return out
}

func rises(lemma string) bool {
	switch lemma {
	case "rise", "increase", "surge", "soar", "climb", "grow", "growth", "jump", "gain", "raise", "rally", "rebound", "swell", "expand":
		return true
	}
	return false
}

func falls(lemma string) bool {
	switch lemma {
	case "fall", "decrease", "drop", "decline", "tumble", "slump", "plunge", "plummet", "sink", "shrink", "lower", "reduce", "reduction",
		"slide", "dip", "cut":
		return true
	}
	return false
}

// measures reports a noun that says how much of what its complement names.
func measures(lemma string) bool {
	switch lemma {
	case "number", "amount", "rate", "level", "total", "figure", "share", "value", "volume", "price", "cost":
		return true
	}
	return false
}
