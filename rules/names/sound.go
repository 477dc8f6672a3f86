package names

import (
	"bytes"
	"slices"
	"strings"

	"github.com/concord-news/concord/rules/lexicon"
)

// sound folds a surname so that the usual transliterations of one name are
// equal: Zelensky and Zelenskyy, Gaddafi and Qaddafi, Müller and Mueller.
// It is a reason to look at two names and no proof that they are one.
func sound(name string) string { return soundOf(lexicon.Fold(name), strings.ContainsAny(name, "- ")) }

// soundOf is sound for a folded name; parted says that it is written in parts, of which
// the first may be an article.
func soundOf(folded string, parted bool) string {
	var joined, spelt [64]byte
	s := joined[:0]
	for _, c := range []byte(folded) {
		if c != '-' && c != '\'' && c != ' ' && c != '.' {
			s = append(s, c)
		}
	}
	if parted {
		for _, article := range [...]string{"al", "el"} {
			if rest, ok := bytes.CutPrefix(s, []byte(article)); ok && len(rest) > 3 {
				s = rest
			}
		}
	}
	return string(slices.Compact(harden(respell(spelt[:0], s))))
}

// hard writes a c that sounds as k does so: Viktor and Victor, Erik and Eric.
func hard(folded string) string { return string(harden([]byte(folded))) }

func harden(folded []byte) []byte {
	for i, c := range folded {
		if c == 'c' && (i+1 == len(folded) || strings.IndexByte("aoulrt", folded[i+1]) >= 0) {
			folded[i] = 'k'
		}
	}
	return folded
}

// spellings alternate between transliterations: what stands first of two is written
// for it, the longer ones before the shorter ones.
var spellings = [...][2]string{
	{"tsch", "ch"}, {"tch", "ch"}, {"dzh", "j"}, {"dj", "j"}, {"sch", "sh"},
	{"iyy", "i"}, {"iy", "i"}, {"yy", "i"}, {"ij", "i"}, {"yi", "i"}, {"ii", "i"}, {"ie", "i"}, {"ye", "e"}, {"yo", "o"}, {"y", "i"},
	{"kh", "h"}, {"gh", "g"}, {"dh", "d"}, {"ph", "f"}, {"ck", "k"}, {"q", "k"}, {"x", "ks"},
	{"ou", "u"}, {"oo", "u"}, {"ee", "i"}, {"oe", "o"}, {"ue", "u"}, {"ae", "a"},
}

// spellingsOf are the spellings that begin with each letter, in their order.
var spellingsOf = func() (of ['z' + 1][][2]string) {
	for _, s := range spellings {
		of[s[0][0]] = append(of[s[0][0]], s)
	}
	return of
}()

// respell appends s to out with one spelling for those that alternate.
func respell(out, s []byte) []byte {
next:
	for len(s) > 0 {
		if int(s[0]) < len(spellingsOf) {
			for _, p := range spellingsOf[s[0]] {
				if rest, ok := bytes.CutPrefix(s, []byte(p[0])); ok {
					out, s = append(out, p[1]...), rest
					continue next
				}
			}
		}
		out, s = append(out, s[0]), s[1:]
	}
	return out
}

// loose folds a given name further, vowels that Arabic and Slavic names
// exchange included: Mohammed and Muhammad, Osama and Usama.
func loose(name string) string {
	s := []byte(sound(name))
	for i, c := range s {
		switch c {
		case 'o':
			s[i] = 'u'
		case 'e':
			s[i] = 'a'
		}
	}
	return string(slices.Compact(s))
}

// undouble leaves one of each letter that stands twice in a row.
func undouble(s string) string { return string(slices.Compact([]byte(s))) }

// spelling is a surname, and how it sounds.
type spelling struct{ name, sound string }

func spellingOf(name string) spelling { return spelling{name, sound(name)} }

// sameSurname reports whether two surnames may be spellings of one; full says
// that the given names are equal too, which lets one letter differ.
func sameSurname(a, b string, full bool) bool {
	return a == b || spellingOf(a).may(spellingOf(b), full)
}

func (a spelling) may(b spelling, full bool) bool {
	x, y := a.sound, b.sound
	if a.name == b.name || x == y || len(x) > 4 && strings.ReplaceAll(x, "k", "g") == strings.ReplaceAll(y, "k", "g") {
		return true
	}
	return full && len(x) >= 5 && len(y) >= 5 && (loose(a.name) == loose(b.name) || x[0] == y[0] && oneApart(x, y))
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
