package text

import (
	"strings"
	"unicode/utf8"

	"github.com/concord-news/concord/corpus"
)

// Bounds on a sentence, in tokens: past soft it ends at the next semicolon,
// past firm at the next comma, and at hard whatever comes. News sentences have
// 21 tokens, and 99.9% fewer than 80 (measured on the treebanks); what is
// longer is a list or a table.
const (
	soft = 200
	firm = 300
	hard = 400
)

// splitter finds the ends of the sentences of one block.
type splitter struct {
	doc    *Document
	tokens []Token
	// open counts straight double quotation marks modulo 2.
	open bool
}

// split parts the tokens from first on, which are those of one block, into
// sentences.
func split(d *Document, first, block int) {
	p := splitter{doc: d, tokens: d.Tokens[first:]}
	start := 0
	for i := 0; i < len(p.tokens); {
		i = p.skim(start, i)
		end := p.boundary(start, i)
		next := max(end, i+1)
		for ; i < next; i++ {
			if p.form(i) == `"` {
				p.open = !p.open
			}
		}
		if end > 0 {
			p.add(start, end, blockOf{first, block})
			start = end
		}
	}
	if start < len(p.tokens) {
		p.add(start, len(p.tokens), blockOf{first, block})
	}
}

// skim returns the first token from i on that may end the sentence that starts at
// start or be a quotation mark, at a glance: most tokens end in a letter and stand
// before one.
func (p *splitter) skim(start, i int) int {
	tokens, text := p.tokens, p.doc.Text
	for last := min(start+soft, len(tokens)) - 1; i < last; i++ {
		if tokens[i+1].Shape&(HasLetter|HasDigit) == 0 || classes[text[tokens[i].End-1]]&(letter|digit) == 0 {
			break
		}
	}
	return i
}

// blockOf says which block is split, and where its tokens begin.
type blockOf struct{ first, index int }

// add appends the sentence of tokens start to end of the block.
func (p *splitter) add(start, end int, b blockOf) {
	p.doc.Sentences = append(p.doc.Sentences, Sentence{
		Span:  corpus.Span{Start: p.tokens[start].Start, End: p.tokens[end-1].End},
		First: b.first + start,
		Last:  b.first + end,
		Block: b.index,
	})
	for i := start; i < end; i++ {
		if p.tokens[i].Shape&(HasLetter|HasDigit) != 0 {
			p.tokens[i].Shape |= SentenceStart
			return
		}
	}
}

// boundary returns the end of the sentence that starts at start, where token i
// ends it, closing marks after it included; zero where it does not.
func (p *splitter) boundary(start, i int) int {
	form := p.form(i)
	switch form[len(form)-1] {
	case '.':
		if len(form) > 1 && form[0] != '.' {
			return p.afterAbbreviation(start, i)
		}
		return p.afterStop(start, i)
	case '!', '?':
		return p.afterStop(start, i)
	case 0xA6: // the last byte of an ellipsis
		if strings.HasSuffix(form, "…") {
			return p.afterStop(start, i)
		}
	case 0x82: // and of the ideographic full stop
		if form == "。" {
			return p.closing(i + 1)
		}
	}
	if n := i + 1 - start; n >= soft {
		if n >= hard || form == ";" || n >= firm && form == "," {
			return i + 1
		}
	}
	if i+1 < len(p.tokens) && p.bullet(i+1) {
		return i + 1
	}
	return 0
}

func (p *splitter) form(i int) string { return p.doc.Text[p.tokens[i].Start:p.tokens[i].End] }

// lookahead is how many marks after a stop are looked at, so that a text of
// nothing but marks takes linear time.
const lookahead = 16

// closing returns the end of the closing quotation marks, brackets and further
// stops that start at token i.
func (p *splitter) closing(i int) int {
	open := p.open
	for bound := min(i+lookahead, len(p.tokens)); i < bound; i++ {
		attached := p.tokens[i].Shape&SpaceBefore == 0
		switch p.form(i) {
		case `"`:
			last := i+1 == len(p.tokens) || p.tokens[i+1].Shape&SpaceBefore != 0
			if !attached && !(open && last) {
				return i
			}
			open = !open
		case "'":
			if !attached {
				return i
			}
		case ")", "]", "}", "”", "’", "''", "»", ".", "!", "?":
		default:
			return i
		}
	}
	return i
}

// afterStop returns the end of the sentence that the mark at token i ends.
func (p *splitter) afterStop(start, i int) int {
	if p.item(start, i) {
		return 0
	}
	end := p.footnotes(p.closing(i + 1))
	if end == len(p.tokens) {
		return end
	}
	next := end
	for next < len(p.tokens) && p.tokens[next].Shape&(HasLetter|HasDigit) == 0 {
		if !opens(p.form(next)) || next > end+lookahead {
			return p.punctuated(end, next)
		}
		next++
	}
	if next == len(p.tokens) {
		return end
	}
	quoted := end > i+1
	shape := p.tokens[next].Shape
	switch {
	case shape.Has(HasLetter) && !shape.Has(Capital) && !shape.Has(HasDigit):
		if next > end || p.form(i) == "." && !quoted && p.lowerStart(i, next) {
			return end
		}
		return 0
	case p.form(i) != "." && (quoted || p.form(i)[0] != '.') && p.speech(next):
		return 0
	case shape&SpaceBefore == 0 && next == end && p.form(i) != "." && !quoted:
		return 0 // Yahoo!Finance
	}
	return end
}

// footnotes returns the end of the numbers in brackets that start at token i:
// references to notes, which go with the sentence that they follow.
func (p *splitter) footnotes(i int) int {
	bound := min(i+lookahead, len(p.tokens))
	for i+2 < bound && p.form(i) == "[" && p.tokens[i+1].Shape.Has(HasDigit) && p.form(i+2) == "]" {
		i += 3
	}
	return i
}

// punctuated decides on a stop that further punctuation follows: a comma, dash
// or semicolon goes on with the sentence, a bullet begins another.
func (p *splitter) punctuated(end, next int) int {
	switch p.form(next) {
	case ",", ";", ":", ")", "]", "-", "–", "—", "--", "/", "%":
		if p.bullet(next) {
			return end
		}
		return 0
	}
	return end
}

// opens reports whether form may open a sentence before its first word.
func opens(form string) bool {
	switch form {
	case `"`, "'", "(", "[", "{", "“", "‘", "«", "„", "``", "`", "''", "$", "£", "€", "¥", "#", "...", "…":
		return true
	}
	return false
}

// item reports whether token i is the stop after the number or letter of a
// list's item, as in "1. Open the valve".
func (p *splitter) item(start, i int) bool {
	if i != start+1 || p.tokens[i].Shape&SpaceBefore != 0 || p.form(i) != "." {
		return false
	}
	t := &p.tokens[start]
	return t.Len() <= 3 && t.Shape&HasDigit != 0 || t.Len() == 1 && t.Shape&HasLetter != 0
}

// lowerStart reports whether a sentence may begin in lower case at next, after
// the full stop at token i: not after what looks like an abbreviation.
func (p *splitter) lowerStart(i, next int) bool {
	if i == 0 || p.form(i-1) == "." { // . . .
		return false
	}
	if p.tokens[i].Shape&SpaceBefore != 0 {
		return true
	}
	if p.tokens[next].Shape&SpaceBefore == 0 {
		return false
	}
	word := p.tokens[i-1].Lower
	return len(word) > 4 || len(word) > 1 && strings.ContainsAny(word, "aeiouy")
}

// bullet reports whether token i begins an item of a list: a bullet, or a
// hyphen or asterisk at the beginning of a line.
func (p *splitter) bullet(i int) bool {
	t := &p.tokens[i]
	if t.Shape&SpaceBefore == 0 || t.Shape&(HasLetter|HasDigit) != 0 || i == 0 {
		return false
	}
	switch p.form(i) {
	case "•", "●", "▪", "◦", "‣", "■":
		return true
	case "*", "-", "–", "—", "·":
		before := p.doc.Text[p.tokens[i-1].End:t.Start]
		return strings.IndexByte(before, '\n') >= 0 &&
			i+1 < len(p.tokens) && p.tokens[i+1].Shape&SpaceBefore != 0
	}
	return false
}

// speech reports whether an attribution begins at token i, as after a quoted
// question: one to four capitalised words and a verb of saying, or a pronoun
// and such a verb.
func (p *splitter) speech(i int) bool {
	for n := 0; i < len(p.tokens) && n < 5; n++ {
		t := &p.tokens[i]
		if n > 0 && said(t.Lower) {
			return true
		}
		if t.Shape&Capital == 0 {
			return false
		}
		i++
	}
	return false
}

// said reports whether a word is a verb that follows quotations.
func said(lower string) bool {
	switch lower {
	case "said", "says", "asked", "asks", "told", "added", "wrote", "writes", "tweeted", "replied", "shouted", "exclaimed", "quipped", "declared", "wondered", "cried":
		return true
	}
	return false
}

// afterAbbreviation decides on a token with a full stop of its own.
func (p *splitter) afterAbbreviation(start, i int) int {
	end := p.closing(i + 1)
	if end == len(p.tokens) {
		return end
	}
	next := end
	for next < len(p.tokens) && next < end+lookahead && opens(p.form(next)) {
		next++
	}
	if next == len(p.tokens) || p.form(end) == "(" || p.form(end) == "[" {
		return 0
	}
	t := &p.tokens[next]
	if !t.Shape.Has(Capital) || t.Shape&SpaceBefore == 0 && next == end {
		return 0
	}
	form := p.form(i)
	word := form[:len(form)-1]
	capital := p.tokens[i].Shape.Has(Capital)
	lower := p.tokens[i].Lower[:len(p.tokens[i].Lower)-1]
	switch kind := abbreviation(lower, capital); {
	case kind == title || kind == internal || kind == numbered || kind == named || kind == calendar:
		return 0
	case utf8.RuneCountInString(word) == 1:
		return 0 // an initial
	case lower == "i.e" || lower == "e.g" || lower == "p.s":
		return 0
	}
	if next > end || starter(t.Lower) {
		return end
	}
	if lower == "a.m" || lower == "p.m" || lower == "etc" {
		return p.afterTime(end)
	}
	return 0
}

// afterTime decides on "a.m." and "etc." before a capital: days, months, time
// zones and the place that the time is of go on with the sentence.
func (p *splitter) afterTime(end int) int {
	t := &p.tokens[end]
	switch t.Lower {
	case "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "eastern", "pacific", "central", "mountain", "local":
		return 0
	}
	if t.Shape.Has(AllCaps) || month(strings.TrimSuffix(t.Lower, ".")) {
		return 0
	}
	for i := end; i < min(end+4, len(p.tokens)); i++ {
		switch t := &p.tokens[i]; {
		case t.Lower == "time", t.Lower == ".", t.Lower == ",":
			return 0 // 9 a.m. Paris time
		case !t.Shape.Has(Capital):
			return end
		}
	}
	return end
}
