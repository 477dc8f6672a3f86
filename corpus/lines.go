package corpus

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// line is one line of a file: its content without the line break and without
// the white space at both ends. An empty line is blank.
type line struct {
	Span
	// width is the number of characters, counted up to maxWrapWidth+1.
	width int
}

// maxWrapWidth is the widest line that is taken for hard-wrapped text. Mail
// and wire text is wrapped at 60 to 100 columns; 120 leaves some room.
const maxWrapWidth = 120

// isBlank reports whether r is white space: Unicode's, and the characters that
// show nothing (byte-order mark, zero-width space, word joiner).
func isBlank(r rune) bool {
	return unicode.IsSpace(r) || r == '\uFEFF' || r == '\u200B' || r == '\u2060'
}

// splitLines cuts text at LF, CRLF, CR, FF, VT, NEL and the Unicode line and
// paragraph separators.
func splitLines(text string) []line {
	lines := make([]line, 0, strings.Count(text, "\n")+1)
	for start := 0; start < len(text); {
		end := strings.IndexByte(text[start:], '\n')
		next := start + end + 1
		if end < 0 {
			end, next = len(text), len(text)
		} else {
			end += start
		}
		lines = appendLines(lines, text, Span{start, end})
		start = next
	}
	return lines
}

// appendLines adds the lines of one stretch that holds no LF.
func appendLines(lines []line, text string, s Span) []line {
	for hasOddBreak(s.In(text)) {
		at := strings.IndexFunc(s.In(text), isOddBreak)
		// A CR that ends the stretch belongs to the CRLF.
		if text[s.Start+at] == '\r' && s.Start+at+1 == s.End {
			s.End--
			break
		}
		_, size := utf8.DecodeRuneInString(text[s.Start+at:])
		lines = append(lines, trimLine(text, Span{s.Start, s.Start + at}))
		s.Start += at + size
	}
	return append(lines, trimLine(text, s))
}

// hasOddBreak asks for each rare break on its own: a byte search is some
// twenty times faster than looking at every character.
func hasOddBreak(s string) bool {
	return strings.IndexByte(s, '\r') >= 0 || strings.IndexByte(s, '\f') >= 0 ||
		strings.IndexByte(s, '\v') >= 0 || strings.Contains(s, "\u2028") ||
		strings.Contains(s, "\u2029") || strings.Contains(s, "\u0085")
}

func isOddBreak(r rune) bool {
	switch r {
	case '\r', '\f', '\v', '\u0085', '\u2028', '\u2029':
		return true
	}
	return false
}

func trimLine(text string, s Span) line {
	s = trim(text, s)
	w := 0
	for i := s.Start; i < s.End && w <= maxWrapWidth; i++ {
		if utf8.RuneStart(text[i]) {
			w++
		}
	}
	return line{Span: s, width: w}
}

// trim returns s without white space at its ends.
func trim(text string, s Span) Span {
	in := s.In(text)
	cut := strings.TrimLeftFunc(in, isBlank)
	s.Start += len(in) - len(cut)
	s.End = s.Start + len(strings.TrimRightFunc(cut, isBlank))
	return s
}

// wrap says whether the single newlines of a file are soft, and how wide its
// lines are.
type wrap struct {
	soft  bool
	width int
}

// minSoftShare is the share of neighbouring lines that must read on in lower
// case for a file to count as hard-wrapped. Four of five wrapped prose lines
// go on in lower case; where each paragraph is one line almost none does.
const minSoftShare = 0.4

func measureWrap(text string, lines []line) wrap {
	pairs, soft, long, width := 0, 0, 0, 0
	for i := 0; i+1 < len(lines); i++ {
		a, b := lines[i], lines[i+1]
		if a.Empty() || b.Empty() {
			continue
		}
		pairs++
		if a.width > maxWrapWidth {
			long++
			continue
		}
		if readsOn(text, a, b) {
			soft++
			width = max(width, a.width)
		}
	}
	// One overlong line in ten is a heading or an address, more is web text.
	ok := soft > 0 && float64(soft) >= minSoftShare*float64(pairs) && long*10 <= pairs
	return wrap{soft: ok, width: width}
}

// readsOn reports whether b goes on with the sentence that a leaves open: b
// begins in lower case, or with a figure or name after a word that needs one.
func readsOn(text string, a, b line) bool {
	r, _ := utf8.DecodeRuneInString(text[b.Start:b.End])
	if !unicode.IsLower(r) && !needsMore(a.In(text)) {
		return false
	}
	return !endsSentence(a.In(text))
}

// needsMore reports whether s ends with an article or with a preposition that
// always stands before something.
func needsMore(s string) bool {
	switch s[strings.LastIndexByte(s, ' ')+1:] {
	case "the", "a", "an", "of", "from", "with", "and", "at", "into":
		return true
	}
	return false
}

// joins reports whether the newline between a and b is a space.
func (w wrap) joins(text string, a, b line) bool {
	if !w.soft || a.width > maxWrapWidth || startsItem(b.In(text)) {
		return false
	}
	if readsOn(text, a, b) {
		return true
	}
	// A wrapped line is left where the next word no longer fits.
	word := b.In(text)
	if i := strings.IndexFunc(word, isBlank); i >= 0 {
		word = word[:i]
	}
	return a.width+1+utf8.RuneCountInString(word) > w.width
}

// startsItem reports whether s begins with the mark of a list item.
func startsItem(s string) bool {
	for _, mark := range []string{"- ", "* ", "• ", "– ", "— ", "· ", "▪ ", "● ", "‣ "} {
		if strings.HasPrefix(s, mark) {
			return true
		}
	}
	return false
}

// closers are the characters that may stand after the mark that ends a
// sentence.
const closers = "\"'”’»)]*_"

// lastMark returns the last character of s that is not a closing quotation
// mark or bracket, and 0 where there is none.
func lastMark(s string) rune {
	for len(s) > 0 {
		r, size := utf8.DecodeLastRuneInString(s)
		if !strings.ContainsRune(closers, r) && !isBlank(r) {
			return r
		}
		s = s[:len(s)-size]
	}
	return 0
}

// endsSentence reports whether s ends with a full stop, question or
// exclamation mark or an ellipsis.
func endsSentence(s string) bool {
	switch lastMark(s) {
	case '.', '!', '?', '…', '。':
		return true
	}
	return false
}
