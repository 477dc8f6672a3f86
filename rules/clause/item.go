package clause

import (
	"slices"

	"github.com/concord-news/concord/rules/text"
)

// itemKind is what a run of tokens is to the clause reader.
type itemKind uint8

const (
	noItem itemKind = iota
	// nounItem is a base noun phrase.
	nounItem
	// verbItem is a verb group.
	verbItem
	// prepItem is a preposition, of one word or several.
	prepItem
	// subItem is a subordinator: that, if, because.
	subItem
	// whItem is a relative pronoun or question word.
	whItem
	// andItem is and, or, but, nor.
	andItem
	// commaItem is a comma, bracket or dash.
	commaItem
	// stopItem is a colon, semicolon, question mark: what follows starts anew.
	stopItem
	// adjItem is an adjective with no noun.
	adjItem
)

// item is a run of tokens of one kind.
type item struct {
	kind        itemKind
	first, last int
	// ref is the index of a noun phrase in found or of a verb group in groups.
	ref int
	// not: a negator that is part of no verb group stands before it.
	not bool
}

// scan cuts the sentence into items.
func (r *reader) scan(first, last int) {
	r.items, r.groups = slices.Grow(r.items[:0], last-first), r.groups[:0]
	r.end = last
	r.not = false
	for i := first; i < last; {
		i = r.scanItem(i)
	}
}

// add appends an item and returns the token after it.
func (r *reader) add(k itemKind, first, last, ref int) int {
	n := len(r.items)
	r.items = r.items[:n+1] // scan has made room for one for each token
	it := &r.items[n]
	it.kind, it.first, it.last, it.ref, it.not = k, first, last, ref, r.not
	r.not = false
	return last
}

// addPhrase is add for a noun phrase.
func (r *reader) addPhrase(p Phrase) int {
	r.found = append(r.found, p)
	return r.add(nounItem, p.First, p.Last, len(r.found)-1)
}

// scanItem adds the item that starts at token i, if any, and returns the token
// after it.
func (r *reader) scanItem(i int) int {
	t := &r.d.Tokens[i]
	switch t.Fine {
	case text.MD:
		return r.scanVerb(i)
	case text.PRP, text.EX, text.NN, text.NNS, text.NNP, text.NNPS, text.CD, text.PRPS:
		return r.scanNoun(i)
	case text.TO:
		return r.scanTo(i)
	case text.WDT, text.WP, text.WPS, text.WRB:
		return r.add(whItem, i, i+1, i)
	case text.VB, text.VBD, text.VBP, text.VBZ, text.VBG, text.VBN:
		return r.scanVerbal(i)
	case text.RB, text.RBR, text.RBS, text.RP:
		return r.scanAdverb(i)
	case text.CC:
		return r.scanAnd(i)
	case text.IN:
		return r.scanIn(i)
	case text.DT, text.PDT, text.JJ, text.JJR, text.JJS:
		return r.scanModifier(i)
	}
	return r.scanMark(i)
}

func (r *reader) scanVerb(i int) int {
	r.groups = append(r.groups, readGroup(r.d, i, r.end))
	n := len(r.groups) - 1
	return r.add(verbItem, r.groups[n].first, max(r.groups[n].last, i+1), n)
}

func (r *reader) scanNoun(i int) int {
	p := basePhrase(r.d, i, r.end)
	if p.None() {
		return i + 1
	}
	return r.addPhrase(p)
}

// scanTo reads "to" before a verb, else as a preposition.
func (r *reader) scanTo(i int) int {
	j := i + 1
	for j < r.end && isAdverb(&r.d.Tokens[j]) {
		j++
	}
	if j < r.end && (r.d.Tokens[j].Fine == text.VB || r.d.Tokens[j].Tag == text.AUX) {
		return r.scanVerb(i)
	}
	return r.add(prepItem, i, i+1, i)
}

// scanVerbal reads a verb, unless it stands before its noun as an adjective
// does, or is a preposition in all but name.
func (r *reader) scanVerbal(i int) int {
	t := &r.d.Tokens[i]
	if t.Fine == text.VBG && isParticipialPreposition(t.Lower) && !r.lastIs(verbItem) {
		return r.add(prepItem, i, i+1, i)
	}
	if t.Fine == text.VBG && t.Lower == "according" && i+1 < r.end && r.d.Tokens[i+1].Lower == "to" {
		return r.add(prepItem, i, i+2, i)
	}
	if isParticiple(t) && r.modifiesNext(i) {
		if p := basePhrase(r.d, i, r.end); !p.None() {
			return r.addPhrase(p)
		}
		c := chunker{d: r.d, tokens: r.d.Tokens[:r.end]}
		if c.nounAhead(i + 1) {
			if p := basePhrase(r.d, i+1, r.end); !p.None() {
				return r.addPhrase(Phrase{First: i, Last: p.Last, Head: p.Head})
			}
		}
	}
	return r.scanVerb(i)
}

// modifiesNext reports whether the participle at i, with no auxiliary, stands
// before its noun: after a verb or preposition, and with no article between.
func (r *reader) modifiesNext(i int) bool {
	if i+1 >= r.end {
		return false
	}
	t, next := &r.d.Tokens[i], &r.d.Tokens[i+1]
	if !isNoun(next) && !isAdjective(next) || isWeekday(next.Lower) || isWhen(next.Lower) {
		return false
	}
	if t.Fine == text.VBG {
		// "faces growing pressure"; but "denied paying bribes", "by freeing
		// activists".
		return isAttributive(t.Lower) || r.lastIs(verbItem) && !r.groups[len(r.groups)-1].class.has(takesGerund) && !r.groups[len(r.groups)-1].copula
	}
	return len(r.items) == 0 && r.d.Tokens[i].Shape.Has(text.SentenceStart) || r.lastIs(verbItem) || r.lastIs(prepItem) || r.lastIs(andItem) && isNoun(next)
}

// lastIs reports whether the item before is of kind k.
func (r *reader) lastIs(k itemKind) bool {
	return len(r.items) > 0 && r.items[len(r.items)-1].kind == k
}

// scanAdverb gives an adverb to the verb group or figure it stands before, and
// drops it otherwise; a negator is remembered for the item after it.
func (r *reader) scanAdverb(i int) int {
	if n := boundLength(r.d, i, r.end); n > 0 {
		return r.scanNoun(i)
	}
	j := i
	for j < r.end {
		n, _ := adverb(r.d, j, r.end)
		if n == 0 || r.d.Tokens[j].Lower == "," {
			break
		}
		j += n
	}
	if j > i && j < r.end && r.startsGroup(j) {
		return r.scanVerb(i)
	}
	if j > i && j < r.end {
		if p := basePhrase(r.d, i, r.end); !p.None() && p.Last > j {
			return r.addPhrase(p)
		}
	}
	n, neg := adverb(r.d, i, r.end)
	r.not = r.not != neg
	if (r.d.Tokens[i].Fine == text.RP || r.behindPronoun(i)) && r.lastIs(nounItem) {
		return r.add(adjItem, i, i+1, i) // "turned the offer down"
	}
	return i + max(n, 1)
}

// behindPronoun reports whether token i is a particle between a pronoun and the end of its
// phrase, though the tagger takes it for an adverb: "turned himself in."
func (r *reader) behindPronoun(i int) bool {
	if i == 0 || r.d.Tokens[i-1].Fine != text.PRP {
		return false
	}
	switch r.d.Tokens[i].Lower {
	case "in", "up", "over", "off", "out", "down":
		return i+1 >= r.end || r.d.Tokens[i+1].Tag == text.PUNCT || r.d.Tokens[i+1].Tag == text.ADP || r.d.Tokens[i+1].Fine == text.TO
	}
	return false
}

// startsGroup reports whether a verb group stands at token i, after adverbs.
func (r *reader) startsGroup(i int) bool {
	t := &r.d.Tokens[i]
	if t.Fine == text.TO {
		return i+1 < r.end && r.d.Tokens[i+1].Fine == text.VB
	}
	return startsVerb(t) && !(isParticiple(t) && r.modifiesNext(i))
}

func (r *reader) scanAnd(i int) int {
	t := &r.d.Tokens[i]
	switch t.Lower {
	case "both", "either":
		return i + 1
	case "neither", "nor":
		r.not = true
		if t.Lower == "neither" {
			return i + 1
		}
		i = r.add(andItem, i, i+1, i)
		r.not = true
		return i
	}
	return r.add(andItem, i, i+1, i)
}

// scanIn reads prepositions and subordinators, which share a tag.
func (r *reader) scanIn(i int) int {
	t := &r.d.Tokens[i]
	if n := boundLength(r.d, i, r.end); n > 0 {
		return r.scanNoun(i)
	}
	next := ""
	if i+1 < r.end {
		next = r.d.Tokens[i+1].Lower
	}
	switch t.Lower {
	case "that", "if", "whether", "unless", "although", "though", "because", "lest", "whereas":
		if t.Lower == "because" && next == "of" {
			return r.add(prepItem, i, i+2, i)
		}
		return r.add(subItem, i, i+1, i)
	case "out", "instead", "ahead", "due", "thanks", "prior", "owing":
		if next == "of" || next == "to" {
			return r.add(prepItem, i, i+2, i)
		}
	case "as":
		if next == "well" && i+2 < r.end && r.d.Tokens[i+2].Lower == "as" {
			return r.add(prepItem, i, i+3, i)
		}
	}
	if t.Tag == text.SCONJ && opensClause(t.Lower) && t.Lower != "for" && t.Lower != "like" {
		return r.add(subItem, i, i+1, i)
	}
	return r.add(prepItem, i, i+1, i)
}

// scanModifier reads a phrase that starts with a determiner or adjective, or an
// adjective on its own.
func (r *reader) scanModifier(i int) int {
	t := &r.d.Tokens[i]
	switch {
	case t.Lower == "no" && i+1 < r.end && r.d.Tokens[i+1].Lower == "longer":
		return r.scanAdverb(i)
	case (t.Lower == "such" || t.Lower == "due" || t.Lower == "prior") && i+1 < r.end && (r.d.Tokens[i+1].Lower == "as" || r.d.Tokens[i+1].Lower == "to" && t.Lower != "such" && !(i+2 < r.end && r.d.Tokens[i+2].Fine == text.VB)):
		return r.add(prepItem, i, i+2, i)
	}
	if (t.Lower == "both" || t.Lower == "all" || t.Lower == "each") && r.lastIs(nounItem) && i+1 < r.end && startsVerb(&r.d.Tokens[i+1]) {
		return i + 1 // "they both left"
	}
	if t.Lower == "that" && r.lastIs(verbItem) && r.groups[len(r.groups)-1].class.has(takesClause) && r.subjectAt(i+1) {
		return r.add(subItem, i, i+1, i)
	}
	if p := basePhrase(r.d, i, r.end); !p.None() {
		return r.addPhrase(p)
	}
	if isAdjective(t) && r.unknownName(i) {
		return r.addPhrase(Phrase{First: i, Last: i + 1, Head: i})
	}
	if isAdjective(t) {
		return r.add(adjItem, i, i+1, i)
	}
	if text.Not(t.Lower) && !isHyphen(r.d, i+1, r.end) {
		r.not = true
	}
	return i + 1
}

// unknownName reports whether the adjective at i, with a capital inside a
// sentence and a verb after it, is a name that the tagger does not know.
func (r *reader) unknownName(i int) bool {
	s := r.d.Tokens[i].Shape
	return s.Has(text.Capital) && !s.Has(text.SentenceStart) && i+1 < r.end && startsVerb(&r.d.Tokens[i+1]) && !r.lastIs(verbItem)
}

// subjectAt reports whether a phrase and a finite verb stand at token i.
func (r *reader) subjectAt(i int) bool {
	p := basePhrase(r.d, i, r.end)
	if p.None() || p.Last >= r.end {
		return false
	}
	f := r.d.Tokens[p.Last].Fine
	return f == text.MD || f == text.VBD || f == text.VBZ || f == text.VBP
}

// scanMark reads punctuation and what has no tag of its own.
func (r *reader) scanMark(i int) int {
	t := &r.d.Tokens[i]
	switch t.Lower {
	case ",", "(", ")", "[", "]", "--":
		return r.comma(i)
	case ";", ":", "?", "!", "...", "…", "|":
		return r.add(stopItem, i, i+1, i)
	case "-":
		if r.d.Form(i) == "\u2014" || t.Shape.Has(text.SpaceBefore) {
			return r.comma(i)
		}
		if isHyphen(r.d, i, r.end) {
			return i + 2 // the second part of a word is no verb: "so-called"
		}
		return i + 1
	case "$", "£", "€":
		return r.scanNoun(i)
	case ".":
		return i + 1
	}
	if t.Tag == text.ADP {
		return r.scanIn(i)
	}
	if t.Shape.Has(text.HasLetter) && t.Tag != text.INTJ && t.Tag != text.PUNCT {
		if p := basePhrase(r.d, i, r.end); !p.None() {
			return r.addPhrase(p)
		}
	}
	return i + 1
}

// comma adds a comma, one for a run of them.
func (r *reader) comma(i int) int {
	if r.lastIs(commaItem) {
		return i + 1
	}
	return r.add(commaItem, i, i+1, i)
}
