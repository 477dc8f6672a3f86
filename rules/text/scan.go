package text

import (
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/concord-news/concord/corpus"
)

// scanner makes the tokens of one block after another, in one pass.
type scanner struct {
	text string
	// lower is text with A to Z in lower case, at the same offsets.
	lower  string
	tokens []Token
	// start and end bound the block.
	start, end int
	// chunk is where the run of characters without white space, quotation
	// marks and brackets began, and chunkToken its first token.
	chunk, chunkToken int
	// gap is SpaceBefore where white space precedes the next token.
	gap Shape
}

// block appends the tokens of one block.
func (s *scanner) block(b corpus.Span) {
	s.start, s.end = b.Start, b.End
	s.newChunk(b.Start)
	s.gap = SpaceBefore
	for i := b.Start; i < s.end; {
		c, n := classes[s.text[i]], 1
		if c == wide {
			c, n = s.at(i)
		}
		switch {
		case c&space != 0:
			i += n
			s.gap = SpaceBefore
			s.newChunk(i)
		case c&letter != 0:
			i = s.plain(i)
		case c&digit != 0:
			i = s.number(i, i)
		default:
			i = s.sign(i, n)
		}
	}
}

func (s *scanner) newChunk(i int) { s.chunk, s.chunkToken = i, len(s.tokens) }

// add appends the token text[start:end] with nothing of its shape but the gap. It is
// filled in where it stays: with tokens copied from the stack Parse took a tenth longer.
func (s *scanner) add(start, end int) *Token {
	n := len(s.tokens)
	if n == cap(s.tokens) {
		s.tokens = slices.Grow(s.tokens, 1)
	}
	s.tokens = s.tokens[:n+1]
	t := &s.tokens[n]
	t.Start, t.End = start, end
	t.Lower = s.lower[start:end]
	t.Shape = s.gap
	s.gap = 0
	return t
}

// emit appends the token text[start:end] and returns end.
func (s *scanner) emit(start, end int) int {
	if start >= end {
		return end
	}
	t := s.add(start, end)
	letters, capitals, ascii := 0, 0, true
	for i := start; i < end; {
		c, n := classes[s.text[i]], 1
		if c == wide {
			c, n = s.at(i)
			ascii = false
		}
		if c&letter != 0 {
			t.Shape |= HasLetter
			letters++
		}
		if c&upper != 0 {
			if letters == 1 {
				t.Shape |= Capital
			}
			capitals++
		}
		if c&digit != 0 {
			t.Shape |= HasDigit
		}
		i += n
	}
	if letters > 1 && letters == capitals {
		t.Shape |= AllCaps
	}
	if !ascii {
		t.Lower = normal(t.Lower)
	}
	return end
}

// sign appends the punctuation mark or symbol at i, which is n bytes long, and
// returns its end.
func (s *scanner) sign(i, n int) int {
	switch c := s.text[i]; c {
	case '\'':
		return s.quote(i, 1)
	case '.':
		if s.byteAt(i+1) >= '0' && s.byteAt(i+1) <= '9' && s.gap != 0 {
			return s.number(i, i+1)
		}
		return s.emit(i, s.same(i))
	case '!', '?':
		e := i + 1
		for s.byteAt(e) == '!' || s.byteAt(e) == '?' {
			e++
		}
		return s.emit(i, e)
	case '-', '*', '=', '~', '+', '<', '>', '|', '$', '^', '_', '\\', '/':
		return s.emit(i, s.same(i))
	case '`':
		return s.opening(s.emit(i, min(i+2, s.same(i))))
	case '(', '[', '{', '"':
		return s.opening(s.emit(i, i+1))
	case '@', '#':
		if s.is(i+1, letter) && (s.gap != 0 || i == s.chunk) {
			return s.emit(i, s.run(i+1, wordPart))
		}
		return s.emit(i, i+1)
	case ':', ';':
		return s.emit(i, s.emoticon(i))
	default:
		if c < utf8.RuneSelf {
			return s.emit(i, i+1)
		}
	}
	return s.wideSign(i, n)
}

// opening notes that the next token begins a chunk, so that an address in
// quotation marks or brackets does not take them in.
func (s *scanner) opening(end int) int {
	s.newChunk(end)
	return end
}

// same returns the end of the run of the byte at i.
func (s *scanner) same(i int) int {
	c := s.text[i]
	for i < s.end && s.text[i] == c {
		i++
	}
	return i
}

// wideSign is sign for characters outside ASCII.
func (s *scanner) wideSign(i, n int) int {
	if k := s.apostrophe(i); k > 0 {
		return s.quote(i, k)
	}
	r, _ := utf8.DecodeRuneInString(s.text[i:s.end])
	e := i + n
	switch {
	case r == '…':
		for strings.HasPrefix(s.text[e:s.end], "…") || s.byteAt(e) == '.' {
			_, k := s.at(e)
			e += k
		}
		return s.emit(i, e)
	case r == '“' || r == '‘' || r == '«' || r == '„':
		return s.opening(s.emit(i, e))
	case r >= 0x1F1E6 && r <= 0x1F1FF: // two regional indicators make a flag
		if next, k := utf8.DecodeRuneInString(s.text[e:s.end]); next >= 0x1F1E6 && next <= 0x1F1FF {
			e += k
		}
		return s.emit(i, e)
	}
	return s.emit(i, s.pictograph(e))
}

// pictograph returns the end of the marks after a symbol, and of the symbols
// that a joiner adds to it.
func (s *scanner) pictograph(e int) int {
	for {
		c, n := s.at(e)
		if c&mark == 0 || n == 1 {
			return e
		}
		r, _ := utf8.DecodeRuneInString(s.text[e:s.end])
		e += n
		if c, n = s.at(e); r == joiner && c&symbol != 0 && n > 1 {
			e += n
		}
	}
}

// emoticon returns the end of the emoticon at i, or of the colon or semicolon
// that stands there.
func (s *scanner) emoticon(i int) int {
	if s.gap == 0 {
		return i + 1
	}
	e := i + 1
	if s.byteAt(e) == '-' {
		e++
	}
	switch s.byteAt(e) {
	case ')', '(', 'D', 'P', 'p', '/', '|':
		if c, n := s.at(e + 1); n == 0 || c&space != 0 {
			return e + 1
		}
	}
	return i + 1
}

// quote appends the apostrophe or quotation mark of n bytes at i, with the
// letters that belong to it.
func (s *scanner) quote(i, n int) int {
	gap := s.gap != 0
	if n == 1 && s.byteAt(i+1) == '\'' {
		return s.opening(s.emit(i, i+2))
	}
	if c, _ := s.at(i + n); c&wordPart != 0 {
		e := s.run(i+n, wordPart)
		if attaches(s.lower[i+n:e], gap) && s.apostrophe(e) == 0 {
			return s.emit(i, e)
		}
	}
	return s.opening(s.emit(i, i+n))
}

// attaches reports whether letters after an apostrophe make one token with it:
// clitics, and words that have lost their beginning.
func attaches(letters string, gap bool) bool {
	switch letters {
	case "s", "m", "d", "re", "ve", "ll":
		return true
	case "em", "til", "cause", "bout", "tis", "twas", "cos":
		return gap
	}
	if len(letters) != 3 || !gap { // '80s
		return false
	}
	return classes[letters[0]&0x7F]&digit != 0 && letters[1] == '0' && letters[2] == 's'
}
