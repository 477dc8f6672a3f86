package lexicon

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Fold returns s in small letters, without accents and with plain apostrophes.
// It returns s itself where nothing changes.
func Fold(s string) string {
	for i := range len(s) {
		if c := s[i]; c >= utf8.RuneSelf {
			return foldAll(s)
		} else if 'A' <= c && c <= 'Z' {
			return foldASCII(s, i)
		}
	}
	return s
}

func foldASCII(s string, from int) string {
	for i := from; i < len(s); i++ {
		if s[i] >= utf8.RuneSelf {
			return foldAll(s)
		}
	}
	return strings.ToLower(s)
}

func foldAll(s string) string {
	var b strings.Builder
	for _, r := range norm.NFD.String(strings.ToValidUTF8(s, "\uFFFD")) {
		if unicode.Is(unicode.Mn, r) {
			continue
		}
		r = unicode.ToLower(r)
		if t, ok := foldRune(r); ok {
			b.WriteString(t)
		} else if !unicode.Is(unicode.Mn, r) {
			b.WriteRune(r)
		}
	}
	return b.String()
}

// foldRune gives the letters that have no decomposition in Unicode.
func foldRune(r rune) (string, bool) {
	switch r {
	case 'ø':
		return "o", true
	case 'ł':
		return "l", true
	case 'đ', 'ð':
		return "d", true
	case 'ħ':
		return "h", true
	case 'ı':
		return "i", true
	case 'ß':
		return "ss", true
	case 'æ', 'ə':
		return "ae", true
	case 'œ':
		return "oe", true
	case 'þ':
		return "th", true
	case '’', 'ʼ', '‘', 'ʻ', 'ʹ', '`':
		return "'", true
	case '–', '‐', '‑', '—':
		return "-", true
	}
	return "", false
}
