package text

import (
	"unicode"
	"unicode/utf8"
)

// class is what a character may be part of.
type class uint8

const (
	space class = 1 << iota
	letter
	upper
	digit
	symbol
	// mark is a combining mark, joiner or variation selector: it goes with
	// what precedes it.
	mark
	// wide is a byte outside ASCII, whatever it is part of.
	wide
	// joint is a sign that may go on with the word it stands after: see word.
	joint

	wordPart = letter | digit | mark
)

// classes holds the class of each byte that is an ASCII character, and wide for
// all others.
var classes = byteClasses()

func byteClasses() (t [256]class) {
	for c := range t {
		switch {
		case c >= utf8.RuneSelf:
			t[c] = wide
		case c <= ' ' || c == 0x7F:
			t[c] = space
		case 'a' <= c && c <= 'z':
			t[c] = letter
		case c == '_':
			t[c] = mark
		case 'A' <= c && c <= 'Z':
			t[c] = letter | upper
		case '0' <= c && c <= '9':
			t[c] = digit
		default:
			t[c] = symbol
		}
	}
	for _, c := range []byte("'-.&$@:/") {
		t[c] |= joint
	}
	return t
}

// initialShape is what a word's first letter says of its shape.
var initialShape = shapesOf(&classes)

func shapesOf(classes *[256]class) (t [256]Shape) {
	for c, k := range classes {
		switch {
		case k&upper != 0:
			t[c] = HasLetter | Capital
		case k&letter != 0:
			t[c] = HasLetter
		}
	}
	return t
}

// Characters outside ASCII that the scanner names.
const (
	softHyphen     = '\u00AD'
	zeroWidthSpace = '\u200B'
	nonJoiner      = '\u200C'
	joiner         = '\u200D'
	byteOrderMark  = '\uFEFF'
	keycap         = '\u20E3'
)

// classOf returns the class of a rune outside ASCII.
func classOf(r rune) class {
	switch {
	case r == utf8.RuneError:
		return symbol
	case r >= 0x2010 && r <= 0x2027 || r >= 0x2030 && r <= 0x205E:
		return symbol
	case r == softHyphen, r == joiner, r == nonJoiner, r == keycap,
		r >= 0xFE00 && r <= 0xFE0F, r >= 0x1F3FB && r <= 0x1F3FF:
		return mark
	case unicode.IsUpper(r):
		return letter | upper
	case unicode.IsLetter(r):
		return letter
	case unicode.IsSpace(r), unicode.IsControl(r),
		r == zeroWidthSpace, r == byteOrderMark, r >= 0x200E && r <= 0x200F,
		r >= 0x202A && r <= 0x202E, r >= 0x2060 && r <= 0x2069:
		return space
	case unicode.IsNumber(r):
		return digit
	case unicode.IsMark(r):
		return mark
	}
	return symbol
}

// at returns the class and the length of the character at i; zero at the end
// of the block.
func (s *scanner) at(i int) (class, int) {
	if i >= s.end {
		return 0, 0
	}
	if c := classes[s.text[i]]; c != wide {
		return c, 1
	}
	r, n := utf8.DecodeRuneInString(s.text[i:s.end])
	return classOf(r), n
}

// is reports whether the character at i is of one of the classes c.
func (s *scanner) is(i int, c class) bool {
	got, _ := s.at(i)
	return got&c != 0
}

// byteAt returns the byte at i, zero outside the block.
func (s *scanner) byteAt(i int) byte {
	if i < s.start || i >= s.end {
		return 0
	}
	return s.text[i]
}

// run returns the end of the run of characters of the classes c that starts
// at i.
func (s *scanner) run(i int, c class) int {
	for i < s.end {
		switch k := classes[s.text[i]]; {
		case k&c != 0:
			i++
		case k != wide:
			return i
		default:
			got, n := s.at(i)
			if got&c == 0 {
				return i
			}
			i += n
		}
	}
	return i
}

// apostrophe returns the length of the apostrophe at i, straight or curly, and
// zero where there is none.
func (s *scanner) apostrophe(i int) int {
	switch s.byteAt(i) {
	case '\'':
		return 1
	case 0xE2: // U+2019
		if i+2 < s.end && s.text[i+1] == 0x80 && s.text[i+2] == 0x99 {
			return 3
		}
	}
	return 0
}
