package clause

import "github.com/concord-news/concord/rules/text"

// chunker reads base noun phrases: a head noun with what stands before it, no
// prepositional phrase and no relative clause.
type chunker struct {
	d *text.Document
	// tokens are those up to the end of what is read.
	tokens []text.Token
	// i is the token under the reader, head the best head so far and last the
	// token after it. noun says that head is a noun of the phrase's own, not
	// the possessor of a coming one.
	i, first, head, last int
	noun                 bool
}

// basePhrase reads the base noun phrase that starts at token i and ends before
// token end; none where there is none.
func basePhrase(d *text.Document, i, end int) Phrase {
	if i >= end {
		return Phrase{}
	}
	if t := &d.Tokens[i]; t.Fine == text.PRP || t.Fine == text.EX {
		return Phrase{First: i, Last: i + 1, Head: i}
	}
	c := chunker{d: d, tokens: d.Tokens[:end], i: i, first: i, head: -1}
	c.i += boundLength(d, i, end)
	for c.i < len(c.tokens) && c.step() {
	}
	if c.head < 0 {
		return Phrase{}
	}
	return Phrase{First: c.first, Last: c.last, Head: c.head}
}

// at returns token i, or an empty one outside what is read.
func (c *chunker) at(i int) *text.Token {
	if uint(i) < uint(len(c.tokens)) {
		return &c.tokens[i]
	}
	return &noToken
}

var noToken text.Token

func (c *chunker) isHyphen(i int) bool { return isHyphen(c.d, i, len(c.tokens)) }

// step takes one token into the phrase and reports whether the phrase may go on.
func (c *chunker) step() bool {
	t := c.at(c.i)
	switch {
	case isNoun(t):
		return c.takeNoun(t)
	case t.Fine == text.POS:
		if !c.noun {
			return false
		}
		c.noun = false
		c.i++
		c.last = c.i
	case t.Lower == "-" && c.isHyphen(c.i):
		return c.takeHyphen()
	case t.Fine == text.DT || t.Fine == text.PDT || t.Fine == text.PRPS || t.Fine == text.WPS:
		return c.takeDeterminer(t)
	case t.Fine == text.CD || t.Lower == "$" || t.Lower == "£" || t.Lower == "€":
		return c.takeNumber(t)
	case t.Lower == "dozen" || t.Lower == "hundred":
		return c.takeNumber(t)
	case isAdjective(t) && !isVerb(t):
		return c.takeAdjective(t)
	case isVerb(t):
		return c.takeParticiple(t)
	case isAdverb(t):
		return c.takeAdverb()
	default:
		return c.takeJoint(t)
	}
	return true
}

func (c *chunker) takeNoun(t *text.Token) bool {
	if c.noun && c.cuts(t) {
		return false
	}
	// "$45 billion" and "90%" keep the sign as their head.
	c.setHead(c.i)
	c.noun = true
	c.i++
	return true
}

func (c *chunker) setHead(i int) { c.head, c.last = i, i+1 }

// cuts reports whether noun t starts a phrase of its own after another noun:
// "told reporters Monday", "killed people May 5".
func (c *chunker) cuts(t *text.Token) bool {
	prev := c.at(c.i - 1)
	if !t.Shape.Has(text.SpaceBefore) {
		return false
	}
	if isWeekday(t.Lower) {
		return c.at(c.i+1).Fine != text.POS || !prev.Shape.Has(text.Capital)
	}
	if isMonth(t.Lower) && c.at(c.i+1).Fine == text.CD {
		return true
	}
	return prev.Fine == text.NNS && t.Shape.Has(text.Capital) && !prev.Shape.Has(text.Capital)
}

// takeHyphen takes a hyphen inside a word and the part after it.
func (c *chunker) takeHyphen() bool {
	if c.i == c.first {
		return false
	}
	c.i++
	t := c.at(c.i)
	if !isNoun(t) {
		// "long-term", "follow-up": what comes next may still be the noun.
		c.noun = false
		c.head = c.i
	} else {
		c.setHead(c.i)
		c.noun = true
	}
	c.last = c.i + 1
	c.i++
	return true
}

func (c *chunker) takeDeterminer(t *text.Token) bool {
	if c.i > c.first && c.at(c.i-1).Fine != text.PDT && !beforeDeterminer(c.at(c.i-1).Lower) && c.head >= 0 {
		return false
	}
	if c.noun {
		return false
	}
	if standsAlone(t) || text.NoOne(t.Lower) && t.Lower != "no" {
		c.setHead(c.i)
	}
	c.i++
	return true
}

func (c *chunker) takeNumber(t *text.Token) bool {
	if c.noun {
		// "Article 5", "World War Two", "May 6".
		prev := c.at(c.i - 1)
		if t.Fine != text.CD || c.at(c.i-1).Fine == text.NNS || !prev.Shape.Has(text.Capital) || isNoun(c.at(c.i+1)) && !isMonth(prev.Lower) {
			return false
		}
		c.i++
		c.last = c.i
		if isMonth(prev.Lower) && c.at(c.i).Lower == "," && isYear(c.at(c.i+1)) {
			c.i += 2
			c.last = c.i
		}
		return !isMonth(prev.Lower)
	}
	if c.head < 0 || c.at(c.head).Fine == text.CD || standsAlone(c.at(c.head)) || c.at(c.head).Fine == text.POS || c.i > c.head+1 {
		if h := c.head; h < 0 || c.at(h).Tag != text.SYM || c.at(h).Lower == "%" {
			c.head = c.i
		}
	}
	c.last = c.i + 1
	c.i++
	if c.at(c.i).Lower == "to" && c.at(c.i+1).Fine == text.CD && t.Fine == text.CD {
		c.i++ // "19 to 20 percent"
	}
	return true
}

func isYear(t *text.Token) bool {
	return t.Fine == text.CD && t.Len() == 4 && t.Shape.Has(text.HasDigit)
}

// takeAdjective takes an adjective before a noun; after one it ends the phrase,
// unless a name stands before and a noun after: "the Norland special envoy".
func (c *chunker) takeAdjective(t *text.Token) bool {
	if c.noun {
		prev := c.at(c.i - 1)
		if prev.Fine != text.NNP || !isNoun(c.at(c.i+1)) || isWhen(t.Lower) || isMonth(prev.Lower) || isWeekday(prev.Lower) {
			return false
		}
	}
	if c.i == c.first && !standsAlone(t) && !c.nounAhead(c.i+1) {
		return false
	}
	if standsAlone(t) || c.determined() {
		c.setHead(c.i)
	}
	c.noun = false
	c.i++
	return true
}

// isWhen reports an adjective that starts a phrase of time.
func isWhen(s string) bool {
	switch s {
	case "last", "next", "late", "early", "earlier", "later", "past":
		return true
	}
	return false
}

// determined reports whether an article or possessor opens the phrase, so that
// an adjective can stand for a noun: "the injured".
func (c *chunker) determined() bool {
	if c.i == c.first {
		return false
	}
	f := c.at(c.first).Fine
	return f == text.DT || f == text.PRPS || f == text.PDT || c.at(c.i-1).Fine == text.POS
}

// nounAhead reports whether the words from i on are modifiers up to a noun.
func (c *chunker) nounAhead(i int) bool {
	for ; i < len(c.tokens); i++ {
		t := c.at(i)
		switch {
		case isNoun(t):
			return true
		case isAdjective(t), t.Fine == text.CD, t.Lower == "-" && c.isHyphen(i):
		case isParticiple(t) && !t.Shape.Has(text.Capital):
		case t.Lower == "and" || t.Lower == "," || t.Lower == "or":
			if !isAdjective(c.at(i+1)) || !isAdjective(c.at(i-1)) {
				return false
			}
		default:
			return i > 0 && c.isHyphen(i-1) && t.Fine != text.NoFine && t.Tag != text.PUNCT
		}
	}
	return false
}

// takeParticiple takes "the proposed deal" and "the accused".
func (c *chunker) takeParticiple(t *text.Token) bool {
	if c.noun || c.i == c.first && !c.premodifier() {
		return false
	}
	next := c.at(c.i + 1)
	modifies := isNoun(next) || isAdjective(next) || next.Fine == text.CD && c.i > c.first || c.isHyphen(c.i+1) || isParticiple(next) && c.nounAhead(c.i+2)
	if c.i > c.first {
		prev := c.at(c.i - 1)
		if prev.Fine == text.CD && !c.determined() && t.Fine != text.VBG && !isNoun(next) {
			return false // "20 wounded"
		}
		if !modifies && (prev.Fine != text.DT && prev.Fine != text.PRPS || !isParticiple(t)) {
			return false
		}
		if !modifies && c.head >= 0 && standsAlone(c.at(c.head)) {
			return false
		}
		if !modifies {
			c.setHead(c.i)
		}
	}
	c.i++
	return true
}

// premodifier reports whether the participle that opens a phrase stands before
// its noun ("freed jailed activists") rather than governs it.
func (c *chunker) premodifier() bool {
	t := c.at(c.i)
	return t.Fine == text.VBN && isNoun(c.at(c.i+1)) && !isWeekday(c.at(c.i+1).Lower)
}

// takeAdverb takes an adverb before an adjective or number: "very long talks".
func (c *chunker) takeAdverb() bool {
	next := c.at(c.i + 1)
	if c.noun || text.Not(c.at(c.i).Lower) {
		return false
	}
	if c.isHyphen(c.i+1) && c.i > c.first {
		c.i++ // "the so-called"
		return true
	}
	if !isAdjective(next) && next.Fine != text.CD && !(c.i > c.first && (isParticiple(next) || isAdverb(next))) {
		return false
	}
	if !c.nounAhead(c.i+1) && !c.nounAhead(c.i+2) {
		return false
	}
	c.i++
	return true
}

// takeJoint takes "and" or a comma between adjectives or numbers before the
// noun, and "&" in a name.
func (c *chunker) takeJoint(t *text.Token) bool {
	if c.i == c.first {
		return false
	}
	prev, next := c.at(c.i-1), c.at(c.i+1)
	switch {
	case t.Lower == "\"" && !c.noun && (isNoun(next) || isAdjective(next)):
		// the "recent events"
	case t.Lower == "&" && c.noun && isNoun(next):
	case c.noun || t.Lower != "and" && t.Lower != "or" && t.Lower != ",":
		return false
	case isAdjective(prev) && isAdjective(next) && !isVerb(prev) && c.nounAhead(c.i+1):
		if t.Lower == "," && (prev.Fine == text.CD || standsAlone(prev)) {
			return false
		}
	case t.Lower != "," && prev.Fine == text.CD && next.Fine == text.CD && isNoun(c.at(c.i+2)):
	default:
		return false
	}
	c.i++
	return true
}

// isHyphen reports a hyphen, or a dash used as one, that joins two parts of a
// word with no space.
func isHyphen(d *text.Document, i, end int) bool {
	if i+1 >= end || i == 0 || d.Tokens[i].Lower != "-" || d.Tokens[i].Shape.Has(text.SpaceBefore) || d.Tokens[i+1].Shape.Has(text.SpaceBefore) {
		return false
	}
	// The em dash never joins a word.
	return d.Form(i) != "\u2014"
}

// boundLength returns how many tokens of "more than", "at least", "up to" and
// the like stand before a figure at i, 0 where none do.
func boundLength(d *text.Document, i, end int) int {
	n := 0
	word := func(k int) string {
		if i+k < end {
			return d.Tokens[i+k].Lower
		}
		return ""
	}
	switch d.Tokens[i].Lower {
	case "more", "fewer", "less", "better", "other", "greater", "higher":
		if word(1) == "than" {
			n = 2
		}
	case "at":
		if w := word(1); w == "least" || w == "most" {
			n = 2
		}
	case "up":
		if word(1) == "to" {
			n = 2
		}
	case "as":
		if w := word(1); (w == "many" || w == "few" || w == "much" || w == "little") && word(2) == "as" {
			n = 3
		}
	case "just", "only":
		if w := word(1); w == "over" || w == "under" {
			n = 2
		} else {
			n = 1
		}
	case "about", "around", "some", "nearly", "almost", "roughly", "approximately", "over", "under",
		"above", "below", "exactly", "circa", "another":
		n = 1
	}
	if n == 0 || i+n >= end {
		return 0
	}
	if t := &d.Tokens[i+n]; t.Fine == text.CD || t.Lower == "$" || t.Lower == "£" || t.Lower == "€" || word(n) == "half" {
		return n
	}
	if w := word(n); (w == "a" || w == "an") && (word(n+1) == "dozen" || word(n+1) == "hundred" || word(n+1) == "thousand" || word(n+1) == "million" || word(n+1) == "third" || word(n+1) == "quarter") {
		return n
	}
	return 0
}
