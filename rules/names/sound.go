package names

import (
	"strings"

	"github.com/concord-news/concord/rules/lexicon"
)

// sound folds a surname so that the usual transliterations of one name are
// equal: Zelensky and Zelenskyy, Gaddafi and Qaddafi, Müller and Mueller.
// It is a reason to look at two names and no proof that they are one.
func sound(name string) string {
	s := lexicon.Fold(name)
	s = joinReplacer.Replace(s)
	for _, p := range []string{"al", "el"} {
		if rest, ok := strings.CutPrefix(s, p); ok && strings.ContainsAny(name, "- ") && len(rest) > 3 {
			s = rest
		}
	}
	s = hard(soundReplacer.Replace(s))
	return undouble(s)
}

// hard writes a c that sounds as k does so: Viktor and Victor, Erik and Eric.
func hard(folded string) string {
	if !strings.Contains(folded, "c") {
		return folded
	}
	b := []byte(folded)
	for i, c := range b {
		if c == 'c' && (i+1 == len(b) || strings.IndexByte("aoulrt", b[i+1]) >= 0) {
			b[i] = 'k'
		}
	}
	return string(b)
}

// joinReplacer drops the marks inside a name, looseReplacer makes the vowels one
// that transliterations exchange. A Replacer is built at its first use and is
// then read-only.
var (
	joinReplacer  = strings.NewReplacer("-", "", "'", "", " ", "", ".", "")
	looseReplacer = strings.NewReplacer("o", "u", "e", "a")
)

// soundReplacer holds spellings that alternate between transliterations, the
// longer ones first.
var soundReplacer = strings.NewReplacer(
	"tsch", "ch", "tch", "ch", "dzh", "j", "dj", "j", "sch", "sh",
	"iyy", "i", "iy", "i", "yy", "i", "ij", "i", "yi", "i", "ii", "i", "ie", "i", "ye", "e", "yo", "o", "y", "i",
	"kh", "h", "gh", "g", "dh", "d", "ph", "f", "ck", "k", "q", "k", "x", "ks",
	"ou", "u", "oo", "u", "ee", "i", "oe", "o", "ue", "u", "ae", "a",
)

// loose folds a given name further, vowels that Arabic and Slavic names
// exchange included: Mohammed and Muhammad, Osama and Usama.
func loose(name string) string {
	s := sound(name)
	s = looseReplacer.Replace(s)
	return undouble(s)
}

func undouble(s string) string {
	i := 1
	for i < len(s) && s[i] != s[i-1] {
		i++
	}
	if i >= len(s) {
		return s
	}
	b := append(make([]byte, 0, len(s)), s[:i]...)
	for ; i < len(s); i++ {
		if s[i] != s[i-1] {
			b = append(b, s[i])
		}
	}
	return string(b)
}

// sameSurname reports whether two surnames may be spellings of one; full says
// that the given names are equal too, which lets one letter differ.
func sameSurname(a, b string, full bool) bool {
	if a == b {
		return true
	}
	x, y := sound(a), sound(b)
	if x == y || strings.ReplaceAll(x, "k", "g") == strings.ReplaceAll(y, "k", "g") && len(x) > 4 {
		return true
	}
	return full && len(x) >= 5 && len(y) >= 5 && (loose(a) == loose(b) || x[0] == y[0] && oneApart(x, y))
}

// oneApart reports whether one insertion, deletion, exchange or swap of
// neighbours makes x of y.
func oneApart(x, y string) bool {
	if len(x) > len(y) {
		x, y = y, x
	}
	if len(y)-len(x) > 1 {
		return false
	}
	i := 0
	for i < len(x) && x[i] == y[i] {
		i++
	}
	if len(x) < len(y) {
		return x[i:] == y[i+1:]
	}
	if i == len(x) || x[i+1:] == y[i+1:] {
		return true
	}
	return i+1 < len(x) && x[i] == y[i+1] && x[i+1] == y[i] && x[i+2:] == y[i+2:]
}

// sameGiven reports whether two given names may be of one person: equal, an
// initial of the other, a nickname, a transliteration.
func sameGiven(a, b string) bool {
	x, y := strings.TrimSuffix(lexicon.Fold(a), "."), strings.TrimSuffix(lexicon.Fold(b), ".")
	if x == y || x == "" || y == "" {
		return true
	}
	if len(x) == 1 || len(y) == 1 {
		return x[0] == y[0]
	}
	if initials(a, b) || initials(b, a) {
		return true
	}
	if len(x) >= 5 && len(y) >= 5 && x[0] == y[0] && oneApart(x, y) && (unlisted(x) || unlisted(y)) {
		return true // a slip: "Manuel" and "Manuael"
	}
	return sound(x) == sound(y) || len(x) > 3 && len(y) > 3 && loose(x) == loose(y) || nickname(x, y) || nickname(y, x)
}

func unlisted(given string) bool {
	e, _ := lexicon.Lookup(given)
	return !e.Is(lexicon.Given)
}

// initials reports whether a is "J.K." and b begins with J.
func initials(a, b string) bool {
	return strings.Count(a, ".") >= 2 && lexicon.Fold(a)[0] == lexicon.Fold(b)[0]
}

func nickname(nick, name string) bool {
	for _, full := range lexicon.Full(nick) {
		if full == name {
			return true
		}
		for _, other := range lexicon.Full(name) {
			if other == full {
				return true
			}
		}
	}
	return false
}
