package item

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Builder puts an item's text together, part by part. The zero value is ready.
type Builder struct {
	text     strings.Builder
	parts    []Part
	unmarked bool
}

// Add appends a part: s on one line but for its own line breaks, without
// control characters and in NFC. A part without anything to read is left out.
func (b *Builder) Add(kind Kind, s string) { b.add(Part{Kind: kind}, s) }

// Aside appends a part of the file that is not part of the story; reason says
// what it is.
func (b *Builder) Aside(reason, s string) { b.add(Part{Kind: Aside, Reason: reason}, s) }

func (b *Builder) add(p Part, s string) {
	s = Clean(s)
	if s == "" {
		return
	}
	if b.text.Len() > 0 {
		b.text.WriteString("\n\n")
	}
	p.Start = b.text.Len()
	b.text.WriteString(s)
	p.End = b.text.Len()
	b.parts = append(b.parts, p)
}

// Headline appends the title unless the text has one already.
func (b *Builder) Headline(s string) {
	for _, p := range b.parts {
		if p.Kind == Headline {
			return
		}
	}
	b.Add(Headline, s)
}

// Unmarked says that parts come from plain text, in which headings have no mark.
func (b *Builder) Unmarked() { b.unmarked = true }

// Len returns the number of bytes of the text so far.
func (b *Builder) Len() int { return b.text.Len() }

// Into makes what was added the text of it, ending in a line break.
func (b *Builder) Into(it *Item) {
	if b.text.Len() > 0 {
		b.text.WriteByte('\n')
	}
	it.Text, it.Parts, it.Unmarked = b.text.String(), b.parts, b.unmarked
}

// Clean returns s in NFC with runs of white space made one space, but line
// breaks kept, and without control and formatting characters that carry no
// word: soft hyphens, joiners, direction marks, byte order marks.
func Clean(s string) string {
	if isClean(s) {
		return s
	}
	if !utf8.ValidString(s) {
		s = strings.ToValidUTF8(s, "\uFFFD")
	}
	var b strings.Builder
	b.Grow(len(s))
	space := rune(0)
	for _, r := range s {
		switch {
		case r == '\n' || r == '\u2028' || r == '\u2029' || r == '\v' || r == '\f' || r == '\r' || r == '\u0085':
			space = '\n'
			continue
		case unicode.IsSpace(r):
			if space == 0 {
				space = ' '
			}
			continue
		case r == '\u00AD' || unicode.IsControl(r) || unicode.Is(unicode.Cf, r) && r != '\u200C' && r != '\u200D':
			continue
		}
		if space != 0 && b.Len() > 0 {
			b.WriteRune(space)
		}
		space = 0
		b.WriteRune(r)
	}
	return norm.NFC.String(b.String())
}

// Line returns s on one line.
func Line(s string) string { return strings.Join(strings.Fields(Clean(s)), " ") }

// isClean reports that s is ASCII with nothing to change, as most paragraphs
// are.
func isClean(s string) bool {
	if s == "" || s[0] == ' ' || s[len(s)-1] == ' ' || s[0] == '\n' || s[len(s)-1] == '\n' {
		return s == ""
	}
	space := false
	for i := 0; i < len(s); i++ {
		switch c := s[i]; {
		case c == ' ' || c == '\n':
			if space {
				return false
			}
			space = true
		case c < ' ' || c >= 0x7F:
			return false
		default:
			space = false
		}
	}
	return true
}
