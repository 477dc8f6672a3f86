package corpus

import (
	"path"
	"strings"
	"unicode"
	"unicode/utf8"
)

// outletFromName returns the outlet that a file's name gives: the host name of
// "www.example-news.com-2.txt", or the words of "daily-post.txt" as a title.
func outletFromName(id string) string {
	name := strings.TrimSuffix(path.Base(id), path.Ext(id))
	if rest := cutDate(name); rest != "" {
		name = rest
	}
	if host := cutNumber(name); isHost(host) {
		return host
	}
	words := strings.FieldsFunc(name, func(r rune) bool { return r == '-' || r == '_' || unicode.IsSpace(r) })
	for i, w := range words {
		words[i] = titleWord(w)
	}
	if len(words) == 0 {
		return name
	}
	return strings.Join(words, " ")
}

// cutDate returns name without the date that it begins with, such as
// "2025-12-15-" or "20251215_".
func cutDate(name string) string {
	if _, n := leadingDate(name); n > 0 {
		return strings.TrimLeft(name[n:], "-_ T")
	}
	return name
}

// cutNumber removes the "-2" of a second article by one outlet.
func cutNumber(name string) string {
	digits := strings.TrimRight(name, "0123456789")
	if len(digits) == len(name) || digits == "" {
		return name
	}
	if last := digits[len(digits)-1]; last == '-' || last == '_' {
		return digits[:len(digits)-1]
	}
	return name
}

// isHost reports whether s looks like a host name: labels of letters, digits
// and hyphens with dots between, the last one all letters.
func isHost(s string) bool {
	labels := strings.Split(s, ".")
	for _, l := range labels {
		if l == "" || strings.ContainsFunc(l, notHostRune) {
			return false
		}
	}
	last := labels[len(labels)-1]
	return len(labels) > 1 && len(last) > 1 && !strings.ContainsFunc(last, func(r rune) bool { return !unicode.IsLetter(r) })
}

func notHostRune(r rune) bool {
	return r != '-' && !unicode.IsLetter(r) && !unicode.IsDigit(r)
}

// titleWord writes a word of a file name as in a title. A word with capitals
// stays as it is, and one without vowels is an abbreviation.
func titleWord(w string) string {
	if w != strings.ToLower(w) {
		return w
	}
	if !strings.ContainsAny(w, "aeiouy") && strings.IndexFunc(w, unicode.IsLetter) >= 0 {
		return strings.ToUpper(w)
	}
	r, size := utf8.DecodeRuneInString(w)
	return string(unicode.ToUpper(r)) + w[size:]
}
