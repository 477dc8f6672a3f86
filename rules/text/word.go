package text

import (
	"math/bits"
	"strings"
)

// plain appends the word at i at a glance where it is ASCII letters and nothing in it
// or after it asks for more, as 92 of 100 words of news are; else it does as word does.
func (s *scanner) plain(i int) int {
	end, lower := s.letters(i)
	if classes[s.byteAt(end)]&(wordPart|wide|joint) != 0 || s.compound(i, end) {
		return s.word(i, end)
	}
	t := s.add(i, end)
	t.Shape |= initialShape[s.text[i]]
	if !lower && end-i > 1 {
		t.Shape |= AllCaps
	}
	return end
}

// letters returns the end of the run of ASCII letters that starts at i, and whether
// one of them is not a capital. It takes eight bytes at a step: most words are shorter,
// and the end of a loop over their letters cannot be foreseen.
func (s *scanner) letters(i int) (end int, lower bool) {
	const each, top = 0x0101010101010101, 0x80 * 0x0101010101010101
	small := uint64(0)
	for i+8 <= s.end {
		x := eight(s.text[i:])
		// are has the top bit of each byte that is a letter: see lowerEight.
		low := (x | 0x20*each) & (0x7F * each)
		are := (low + (0x80-'a')*each) &^ (low + (0x80-'z'-1)*each) &^ x & top
		n := bits.TrailingZeros64(are^top) / 8
		small |= are & (x << 2) & (1<<(8*n) - 1) // the bit 0x20 tells a letter from its capital
		i += n
		if n < 8 {
			return i, small != 0
		}
	}
	for i < s.end && classes[s.text[i]]&letter != 0 {
		small |= uint64(s.text[i] & 0x20)
		i++
	}
	return i, small != 0
}

// word appends the word that starts at start and is read up to i, and its
// clitics; it returns the end of what it appended.
func (s *scanner) word(start, i int) int {
	for {
		i = s.run(i, wordPart)
		next := i
		switch s.byteAt(i) {
		case '\'', 0xE2:
			n := s.apostrophe(i)
			if n == 0 || !s.is(i+n, letter) {
				return s.emitWord(start, i)
			}
			if cut, e := s.clitic(i, n); e > 0 {
				cut = max(cut, start)
				s.emitWord(start, cut)
				return s.clitics(s.emit(cut, e))
			}
			next = i + n
		case '-':
			if s.prefix(start, i) {
				next = i + 1
			}
		case '.':
			e, done := s.dot(start, i)
			if done {
				return s.emit(start, e)
			}
			next = e
		case '&':
			if s.initials(start, i) && s.is(i+1, upper) {
				next = i + 1
			}
		case '$':
			if s.initials(start, i) && s.is(i+1, digit) {
				return s.emit(start, i+1) // US$5
			}
		case '@':
			if i > start && s.is(i+1, letter|digit) {
				return s.mail(start, i)
			}
		case ':':
			if strings.HasPrefix(s.text[i:s.end], "://") {
				return s.emit(start, s.address(start, i+3))
			}
		case '/':
			if s.slashed(start, i) {
				next = i + 1
			}
		}
		if next == i {
			return s.emitWord(start, i)
		}
		i = next
	}
}

// emitWord appends a word, in two tokens where it is two words written as one.
func (s *scanner) emitWord(start, end int) int {
	if s.compound(start, end) {
		start = s.emit(start, start+3)
	}
	return s.emit(start, end)
}

// compound reports whether a word is two written as one, of which the first has three
// letters. All of them have one letter twice in the middle, which few words have.
func (s *scanner) compound(start, end int) bool {
	if start+4 > len(s.lower) || s.lower[start+2] != s.lower[start+3] {
		return false
	}
	switch s.lower[start:end] {
	case "gonna", "gotta", "wanna", "lemme", "gimme", "cannot":
		return true
	}
	return false
}

// clitics appends the clitics that start at i, as after "should" and "n't" in
// "shouldn't've", and returns their end.
func (s *scanner) clitics(i int) int {
	for {
		n := s.apostrophe(i)
		if n == 0 {
			return i
		}
		_, e := s.clitic(i, n)
		if e == 0 {
			return i
		}
		i = s.emit(i, e)
	}
}

// clitic returns where the clitic around the apostrophe of n bytes at i begins
// and ends; an end of 0 where there is none.
func (s *scanner) clitic(i, n int) (start, end int) {
	e := s.run(i+n, wordPart)
	switch s.lower[i+n : e] {
	case "s", "m", "d", "re", "ve", "ll":
		return i, e
	case "t":
		if s.byteAt(i-1)|0x20 == 'n' {
			return i - 1, e
		}
	}
	return 0, 0
}

// prefix reports whether the hyphen at i stays inside the word: after a prefix
// that is no word by itself.
func (s *scanner) prefix(start, i int) bool {
	if i-start > 7 || !s.is(i+1, letter|digit) {
		return false
	}
	switch s.lower[start:i] {
	// The prefixes that the treebanks keep whole more often than not
	// (measured on the training parts of EWT and GUM).
	case "anti", "co", "counter", "cross", "e", "ex", "extra", "inter",
		"intra", "micro", "mid", "mini", "multi", "neo", "non", "over",
		"post", "pre", "pro", "re", "semi", "socio", "sub", "un", "wi":
	default:
		return false
	}
	switch s.lower[i+1 : s.run(i+1, wordPart)] {
	case "the", "to", "and", "or": // over-the-counter, mid-to-late
		return false
	}
	return true
}

// initials reports whether the word is one to three capitals, as in "AT&T" and
// "US$5".
func (s *scanner) initials(start, i int) bool {
	if i-start < 1 || i-start > 3 {
		return false
	}
	for _, c := range []byte(s.text[start:i]) {
		if c < 'A' || c > 'Z' {
			return false
		}
	}
	return true
}

// slashed reports whether the slash at i is part of a shortened word.
func (s *scanner) slashed(start, i int) bool {
	if i-start != 1 {
		return false
	}
	switch s.lower[start:s.run(i+1, wordPart)] {
	case "w/", "w/o", "b/c", "n/a":
		return true
	}
	return false
}

// mail appends the address whose @ is at i, taking back the tokens that its
// beginning was split into.
func (s *scanner) mail(start, i int) int {
	first := i
	// 64 bytes: the most that the part before the @ may have (RFC 5321).
	for first > s.chunk && i-first < 64 && mailByte(s.text[first-1]) {
		first--
	}
	tokens := s.tokens
	n := len(tokens)
	for n > s.chunkToken && tokens[n-1].Start >= first {
		n--
	}
	if n < len(tokens) {
		s.gap = tokens[n].Shape & SpaceBefore
		first = tokens[n].Start
	} else {
		first = start
	}
	clear(tokens[n:])
	s.tokens = tokens[:n]
	e := i + 1
	for e < s.end && mailByte(s.text[e]) {
		e++
	}
	for s.text[e-1] == '.' || s.text[e-1] == '-' {
		e--
	}
	return s.emit(first, e)
}

func mailByte(c byte) bool {
	return c < 0x80 && classes[c]&(letter|digit) != 0 || c == '.' || c == '-' || c == '_' || c == '+' || c == '%'
}

// address returns the end of the web address that starts at start and is read
// up to i.
func (s *scanner) address(start, i int) int {
	e := i
	for e < s.end {
		c, n := s.at(e)
		if c&space != 0 || s.text[e] == '<' || s.text[e] == '>' || s.text[e] == '"' || n == 3 && c&symbol != 0 {
			break
		}
		e += n
	}
	open := strings.IndexByte(s.text[start:e], '(') >= 0
	for e > i {
		switch s.text[e-1] {
		case '.', ',', ';', ':', '!', '?', '\'', ']', '*':
			e--
			continue
		case ')':
			if !open {
				e--
				continue
			}
		}
		break
	}
	return e
}
