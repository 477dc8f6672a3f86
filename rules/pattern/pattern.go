// Package pattern matches short written patterns against tagged tokens and the
// mentions in them.
//
// A pattern is a row of elements, separated by spaces:
//
//	lead            a token whose lemma is lead, in any form: led, leading
//	=talks          a token written talks, in any case
//	lead/VERB       a token with that lemma and that universal part of speech
//	{hold}          a word or a run of words of the word class hold
//	<share:share>   a mention of the kind share, captured as the slot share
//	<event:{war}>   a word of the word class war, captured
//	<:person>       a mention of a person, not captured
//	[also]          elements that may be missing
//	[in | on]       one of several rows that may be missing
//	(of | in)       one of several rows of elements
//	...             at most eight tokens, whatever they are, of the same clause
//	*               one token, whatever it is
//
// The kinds of a slot are listed by Kinds. Matching is by backtracking over at
// most one sentence, with a bound on the work, so a pattern cannot run away.
package pattern

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/concord-news/concord/rules/strict"
	"github.com/concord-news/concord/rules/text"
)

// gapTokens is how many tokens "..." passes over at most: the longest distance
// at which two words of one news clause still belong together, commas apart.
const gapTokens = 8

type opcode uint8

const (
	opMatch opcode = iota
	opLemma        // token with lemma word
	opForm         // token written word
	opClass        // run of words of class
	opSlot         // mention or phrase of kind, kept in slot
	opAny          // any token
	opGap          // up to gapTokens tokens
	opSplit        // try next, then target
	opJump         // go on at target
)

type instruction struct {
	op     opcode
	tag    text.Tag // opLemma: X for any
	kind   Kind     // opSlot
	slot   int      // opSlot: index into Slots, -1 where not captured
	target int      // opSplit, opJump
	word   string   // opLemma, opForm
	class  *Class   // opClass
	denies bool     // it asks for a word of denial
	begins *begins  // opSplit: with what a match goes on, nil where that may be anything
}

// Pattern is a compiled pattern. It is safe for concurrent use.
type Pattern struct {
	source string
	slots  []Slot
	prog   []instruction
}

// Slot is a named place of a pattern.
type Slot struct {
	Name string
	Kind Kind
}

// String returns the pattern as it was written.
func (p *Pattern) String() string { return p.source }

// Slots returns the named slots, in the order of their first appearance.
func (p *Pattern) Slots() []Slot { return p.slots }

// SyntaxError is a fault in a pattern.
type SyntaxError struct {
	// Column is the byte offset of the fault in the pattern, from 0.
	Column int
	// What says what is wrong and what would be legal.
	What string
}

func (e *SyntaxError) Error() string { return fmt.Sprintf("column %d: %s", e.Column+1, e.What) }

// Compile compiles source. Word classes are looked up in classes; a class that
// is not there, an unknown kind and a row that matches nothing are refused with
// a *SyntaxError.
func Compile(source string, classes map[string]*Class) (*Pattern, error) {
	c := &compiler{pattern: &Pattern{source: source}, classes: classes, src: source}
	if err := c.row(""); err != nil {
		return nil, err
	}
	if c.pos < len(c.src) {
		return nil, c.fault(c.pos, "unexpected %q", c.src[c.pos:c.pos+1])
	}
	c.emit(instruction{op: opMatch})
	if !c.solid {
		return nil, c.fault(0, "the pattern has no word, class or slot that must be there")
	}
	c.pattern.setBegins()
	return c.pattern, nil
}

type compiler struct {
	pattern *Pattern
	classes map[string]*Class
	src     string
	pos     int
	depth   int
	solid   bool // some element must match
}

func (c *compiler) emit(i instruction) int {
	i.denies = denies(&i)
	c.pattern.prog = append(c.pattern.prog, i)
	return len(c.pattern.prog) - 1
}

func (c *compiler) fault(at int, format string, args ...any) error {
	return &SyntaxError{Column: at, What: fmt.Sprintf(format, args...)}
}

// row compiles elements up to the end or to one of the bytes in until, which it
// leaves unread.
func (c *compiler) row(until string) error {
	for {
		for c.pos < len(c.src) && (c.src[c.pos] == ' ' || c.src[c.pos] == '\n') {
			c.pos++
		}
		if c.pos == len(c.src) || strings.IndexByte(until, c.src[c.pos]) >= 0 {
			return nil
		}
		if err := c.element(); err != nil {
			return err
		}
	}
}

func (c *compiler) element() error {
	switch c.src[c.pos] {
	case '[':
		return c.optional()
	case '(':
		return c.choice()
	case '{':
		return c.class()
	case '<':
		return c.slot()
	case ']', ')', '}', '>', '|':
		return c.fault(c.pos, "%q without its opening mark", c.src[c.pos:c.pos+1])
	}
	return c.word()
}

// optional compiles rows of which one may stand there.
func (c *compiler) optional() error {
	solid := c.solid
	split := c.emit(instruction{op: opSplit})
	if err := c.alternatives(']'); err != nil {
		return err
	}
	c.pattern.prog[split].target = len(c.pattern.prog)
	c.solid = solid
	return nil
}

// choice compiles rows of which one must stand there.
func (c *compiler) choice() error {
	solid := c.solid
	if err := c.alternatives(')'); err != nil {
		return err
	}
	c.solid = solid || c.solid
	return nil
}

// alternatives compiles rows separated by | up to the closing mark; solid tells
// whether an element of each must match.
func (c *compiler) alternatives(closing byte) error {
	open, all := c.pos, true
	if c.depth++; c.depth > 8 {
		return c.fault(c.pos, "brackets nested more than 8 deep")
	}
	var ends []int
	for {
		c.pos++
		split := c.emit(instruction{op: opSplit})
		c.solid = false
		if err := c.row("|" + string(closing)); err != nil {
			return err
		}
		all = all && c.solid
		if c.pos == len(c.src) {
			return c.fault(open, "%q is not closed: want %q", c.src[open:open+1], string(closing))
		}
		if c.src[c.pos] == closing {
			// The last row needs no other way: its split goes on either way
			// to itself.
			c.pattern.prog[split].target = split + 1
			break
		}
		ends = append(ends, c.emit(instruction{op: opJump}))
		c.pattern.prog[split].target = len(c.pattern.prog)
	}
	for _, e := range ends {
		c.pattern.prog[e].target = len(c.pattern.prog)
	}
	c.pos++
	c.depth--
	c.solid = all
	return nil
}

// inside returns what stands between the mark at c.pos and its closing mark.
func (c *compiler) inside(closing byte) (string, int, error) {
	open := c.pos
	end := strings.IndexByte(c.src[open:], closing)
	if end < 0 {
		return "", open, c.fault(open, "%q is not closed: want %q", c.src[open:open+1], string(closing))
	}
	c.pos = open + end + 1
	return strings.TrimSpace(c.src[open+1 : open+end]), open, nil
}

func (c *compiler) class() error {
	name, at, err := c.inside('}')
	if err != nil {
		return err
	}
	class := c.classes[name]
	if class == nil {
		return c.fault(at, "unknown word class %q; %s", name, strict.Legal(name, c.classNames()))
	}
	c.emit(instruction{op: opClass, class: class})
	c.solid = true
	return nil
}

func (c *compiler) slot() error {
	body, at, err := c.inside('>')
	if err != nil {
		return err
	}
	name, kindName, ok := strings.Cut(body, ":")
	if !ok {
		return c.fault(at, "slot <%s> has no kind: write <%s:kind>; kinds: %s", body, body, strings.Join(Kinds(), ", "))
	}
	kind, ok := parseKind(kindName)
	var class *Class
	if strings.HasPrefix(kindName, "{") && strings.HasSuffix(kindName, "}") {
		class = c.classes[kindName[1:len(kindName)-1]]
		kind, ok = KindClass, class != nil
	}
	if !ok && strings.HasPrefix(kindName, "{") {
		return c.fault(at, "unknown word class %s; %s", kindName, strict.Legal(strings.Trim(kindName, "{}"), c.classNames()))
	}
	if !ok {
		return c.fault(at, "unknown kind %q; %s", kindName, strict.Legal(kindName, Kinds()))
	}
	if name != "" && strings.Trim(name, "abcdefghijklmnopqrstuvwxyz_") != "" {
		return c.fault(at, "slot name %q: want lower-case letters and _", name)
	}
	index := -1
	if name != "" {
		if index, err = c.slotIndex(name, kind, at); err != nil {
			return err
		}
	}
	c.emit(instruction{op: opSlot, kind: kind, slot: index, class: class})
	c.solid = true
	return nil
}

func (c *compiler) slotIndex(name string, kind Kind, at int) (int, error) {
	for i, s := range c.pattern.slots {
		if s.Name == name {
			if s.Kind != kind {
				return 0, c.fault(at, "slot %q is %s here and %s before", name, kind, s.Kind)
			}
			return i, nil
		}
	}
	if len(c.pattern.slots) == maxSlots {
		return 0, c.fault(at, "more than %d slots", maxSlots)
	}
	c.pattern.slots = append(c.pattern.slots, Slot{name, kind})
	return len(c.pattern.slots) - 1, nil
}

func (c *compiler) word() error {
	start := c.pos
	for c.pos < len(c.src) && strings.IndexByte(" \n[](){}<>|", c.src[c.pos]) < 0 {
		c.pos++
	}
	w := c.src[start:c.pos]
	switch {
	case w == "...":
		c.emit(instruction{op: opGap})
		return nil
	case w == "*":
		c.emit(instruction{op: opAny})
		return nil
	}
	c.solid = true
	if form, ok := strings.CutPrefix(w, "="); ok && form != "" {
		c.emit(instruction{op: opForm, word: strings.ToLower(form)})
		return nil
	}
	lemma, tagName, tagged := strings.Cut(w, "/")
	in := instruction{op: opLemma, word: strings.ToLower(lemma)}
	if tagged {
		tag, ok := text.ParseTag(tagName)
		if !ok || lemma == "" {
			return c.fault(start, "%q: want a word and a universal part of speech, such as lead/VERB", w)
		}
		in.tag = tag
	}
	c.emit(in)
	return nil
}

func (c *compiler) classNames() []string { return slices.Sorted(maps.Keys(c.classes)) }
