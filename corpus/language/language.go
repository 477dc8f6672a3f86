// Package language tells English text from text in other languages, by how
// many of its words are function words of each.
//
// The tool reads English. A text in another language is named and left unread,
// rather than read as bad English.
package language

import (
	"math/bits"
	"strings"
	"unicode"
	"unicode/utf8"
)

// English is the code of the language that is read.
const English = "en"

// sample is how many words are looked at, spread over the text. Measured on
// English news, the share of function words in 400 words varies by 0.03.
const sample = 400

// minWords is how many words it takes to call a text anything but English: a
// headline can be all names.
const minWords = 25

// The shares of function words that decide. Measured: of 1,175 English news
// texts none was called foreign, with 0.42 function words in the middle and
// 0.17 at the thousandth, and none of 8,682 runs of 25 words from English
// treebanks; three of those were before a foreign text needed minDistinct.
const (
	minForeign = 0.15 // of another language
	minLead    = 0.06 // of the other language over English
	minEnglish = 0.10 // of English, to be sure of it
	maxStray   = 0.07 // of English, in running text of another language: "on", "a"
)

// What tells running text of another language that has few function words, as
// Turkish: the share of its words that are in small letters and no function words,
// and that of its letters that English does not have.
const (
	minRunning = 0.35
	minMarked  = 0.03
)

// Of returns the ISO 639-1 code of the language of text, "und" for another
// script or language whose name is not known, and whether there was enough to
// tell. Too little text counts as English and as not told.
func Of(text string) (code string, told bool) {
	if plainlyEnglish(text) {
		return English, true
	}
	if code, ok := script(text); ok {
		return code, true
	}
	c := tally(text)
	if c.words < minWords {
		return English, false
	}
	best := 0
	for i, n := range c.function {
		if n > c.function[best] {
			best = i
		}
	}
	share, own := c.share(c.function[best]), c.share(c.function[0])
	switch {
	case best != 0 && share >= minForeign && share >= own+minLead && (distinct(text, best) >= minDistinct || c.runs(best)):
		return codes[best], true
	case c.runs(best) && c.marked >= minMarked*c.letters:
		if best == 0 || c.function[best] < 2 {
			return "und", true
		}
		return codes[best], true
	}
	return English, own >= minEnglish
}

// Name returns the English name of a language's code, or the code itself where
// it is not known here.
func Name(code string) string {
	if n, ok := languageNames()[code]; ok {
		return n
	}
	if code == "und" || code == "" {
		return "an unknown language"
	}
	return code
}

// window is how many bytes of a text are looked at in one place: a word and
// its space are 6 bytes in English and up to 8 elsewhere.
const window = sample / 3 * 8

// parts are the places of a text that are looked at: three of a long one, so
// that a heading or an appeal in English does not decide.
func parts(text string) []string {
	if len(text) <= 3*window {
		return []string{text}
	}
	mid := len(text) / 2
	return []string{text[:window], text[mid : mid+window], text[len(text)-window:]}
}

// counted is what the words of a text come to.
type counted struct {
	words int
	// lower are those that begin with a small letter.
	lower int
	// function are the function words of each language, and english those of them
	// that are English as well. long are those of English of two letters or more.
	function, english [len(codes)]int
	long              int
	// letters and marked are letters, and those that English does not have.
	letters, marked float64
}

func (c *counted) share(n int) float64 { return float64(n) / float64(c.words) }

// runs reports running text that is not English: it has few function words of
// English, and many words in small letters that are none of the language either.
// Lists of names and results have none.
func (c *counted) runs(language int) bool {
	stray := c.long // "a" is a word of many
	if language != 0 {
		stray = min(stray, c.function[0]-c.english[language])
	}
	return c.share(stray) < maxStray && c.share(c.lower-c.function[language]) >= minRunning
}

// tally counts the words in the parts of text.
func tally(text string) (c counted) {
	masks := functionWords()
	var buf [64]byte
	for _, part := range parts(text) {
		for _, w := range strings.FieldsFunc(part, notLetter) {
			c.words++
			if first, _ := utf8.DecodeRuneInString(w); unicode.IsLower(first) {
				c.lower++
			}
			low := buf[:0]
			for _, r := range w {
				if c.letters++; r >= utf8.RuneSelf {
					c.marked++
				}
				if len(low) <= len(buf)/2 { // no function word is that long
					low = utf8.AppendRune(low, unicode.ToLower(r))
				}
			}
			both := int(masks[string(low)] & 1)
			if len(low) > 1 {
				c.long += both
			}
			for m := masks[string(low)]; m != 0; m &= m - 1 {
				c.function[bits.TrailingZeros32(m)]++
				c.english[bits.TrailingZeros32(m)] += both
			}
		}
	}
	return c
}

// A text is English without a longer look where each of three glances has
// glanceWords words and minGlance function words among them. Of news in English
// 0.42 are; the language nearest to it in such words, by the lists, has 0.15.
const (
	glance      = 400 // bytes
	glanceWords = 40
	minGlance   = 0.3
)

func plainlyEnglish(text string) bool {
	if len(text) < 4*glance {
		return false
	}
	masks := functionWords()
	for _, at := range [3]int{len(text) / 8, len(text) / 2, len(text) - glance - len(text)/8} {
		n, own := 0, 0
		start := at
		var buf [16]byte
		for i := at; i <= at+glance; i++ {
			c := text[i] | 0x20
			if i < at+glance && ('a' <= c && c <= 'z' || c >= 0x80) {
				continue
			}
			if i > start {
				n++
				if i-start <= len(buf) {
					for k := start; k < i; k++ {
						buf[k-start] = text[k] | 0x20
					}
					own += int(masks[string(buf[:i-start])] & 1)
				}
			}
			start = i + 1
		}
		if n < glanceWords || float64(own) < minGlance*float64(n) {
			return false
		}
	}
	return true
}

// minDistinct is how many different function words a foreign text has. A list
// of names repeats the two or three that stand in them.
const minDistinct = 6

// distinct counts the different function words of one language in text.
func distinct(text string, language int) int {
	masks := functionWords()
	seen := map[string]bool{}
	for _, part := range parts(text) {
		for _, w := range strings.FieldsFunc(part, notLetter) {
			if w = strings.ToLower(w); masks[w]&(1<<language) != 0 {
				seen[w] = true
			}
		}
	}
	return len(seen)
}

func notLetter(r rune) bool {
	if r < utf8.RuneSelf {
		return r|0x20 < 'a' || r|0x20 > 'z'
	}
	return !unicode.IsLetter(r) && !unicode.Is(unicode.Mn, r)
}

// script recognises a language by its letters, where more than half are of a
// script other than the Latin one.
func script(text string) (string, bool) {
	letters, latin := 0, 0
	found := map[string]int{}
	for _, part := range parts(text) {
		for i := 0; i < len(part); {
			if c := part[i]; c < utf8.RuneSelf {
				if 'a' <= c|0x20 && c|0x20 <= 'z' {
					letters++
					latin++
				}
				i++
				continue
			}
			r, size := utf8.DecodeRuneInString(part[i:])
			i += size
			if !unicode.IsLetter(r) {
				continue
			}
			letters++
			if unicode.Is(unicode.Latin, r) {
				latin++
				continue
			}
			found[scriptOf(r)]++
		}
	}
	if letters < 2*minWords || latin*2 >= letters {
		return "", false
	}
	// Kana among Chinese characters is Japanese, whatever there is more of.
	if found["ja"]*10 >= letters-latin {
		return "ja", true
	}
	best := "und"
	for _, code := range []string{"und", "zh", "ko", "ru", "el", "ar", "he", "th", "hi"} {
		if found[code] > found[best] {
			best = code
		}
	}
	return best, true
}

func scriptOf(r rune) string {
	switch {
	case unicode.In(r, unicode.Hiragana, unicode.Katakana):
		return "ja"
	case unicode.Is(unicode.Han, r):
		return "zh"
	case unicode.Is(unicode.Hangul, r):
		return "ko"
	case unicode.Is(unicode.Cyrillic, r):
		return "ru"
	case unicode.Is(unicode.Greek, r):
		return "el"
	case unicode.Is(unicode.Arabic, r):
		return "ar"
	case unicode.Is(unicode.Hebrew, r):
		return "he"
	case unicode.Is(unicode.Thai, r):
		return "th"
	case unicode.Is(unicode.Devanagari, r):
		return "hi"
	}
	return "und"
}
