package names

import (
	"slices"
	"strings"

	"github.com/concord-news/concord/rules/lexicon"
)

// nearLetters is the shortest name of which a letter more, less or other leaves
// it near: two names of two letters have nothing in common then.
const nearLetters = 3

// Near reports whether two full names are so near in letters that, should they
// have one office or say the same words, they are one person's: Maria and Marie
// Lund, Tomas Well and Thomas Wells. It is no reason by itself, for sisters have
// such names.
func Near(a, b string) bool {
	x, y := personWords(strings.Fields(a)), personWords(strings.Fields(b))
	if len(x) < 2 || len(y) < 2 {
		return false
	}
	if partOf(x, y) || partOf(y, x) {
		return true
	}
	if slipped(x, y) {
		return true
	}
	last, other := x[len(x)-1], y[len(y)-1]
	return nearWords(x[0], y[0], sameGiven(x[0], y[0]) || shortened(x[0], y[0])) && nearWords(last, other, sameSurname(last, other, true))
}

// shortened reports whether one given name is the beginning of the other: Vern and
// Vernon.
func shortened(a, b string) bool {
	x, y := lexicon.Fold(a), lexicon.Fold(b)
	if len(x) > len(y) {
		x, y = y, x
	}
	return len(x) >= nearLetters && len(y) >= len(x)+2 && strings.HasPrefix(y, x)
}

// slipped reports whether two full names have the same given name and surnames that
// begin alike.
func slipped(x, y []string) bool {
	return lexicon.Fold(x[0]) == lexicon.Fold(y[0]) && beginAlike(lexicon.Fold(x[len(x)-1]), lexicon.Fold(y[len(y)-1]))
}

// Misspelt reports whether of two full names with the same given name, one of the
// lists, and nearly the same surname one has a surname that no list has.
func Misspelt(a, b string) bool {
	x, y := personWords(strings.Fields(a)), personWords(strings.Fields(b))
	if len(x) < 2 || len(y) < 2 || !slipped(x, y) || !lexicon.Has(x[0], lexicon.Given) {
		return false
	}
	const place = lexicon.PlaceWord | lexicon.OrgWord
	last, other := x[len(x)-1], y[len(y)-1]
	return !(lexicon.Has(last, lexicon.Surname) && lexicon.Has(other, lexicon.Surname)) && !lexicon.Has(last, place) && !lexicon.Has(other, place)
}

// beginLetters is how many letters two surnames must begin with alike, where the
// given name is the same, for one to be misheard or misremembered for the other.
const beginLetters = 4

// beginAlike reports whether two surnames begin alike, or differ by two letters.
func beginAlike(x, y string) bool {
	n := 0
	for n < len(x) && n < len(y) && x[n] == y[n] {
		n++
	}
	return n >= beginLetters || n >= 2 && len(x) > beginLetters && len(y) > beginLetters && twoApart(x[n:], y[n:])
}

// twoApart reports whether two changes of a letter make x of y.
func twoApart(x, y string) bool {
	if oneApart(x, y) {
		return true
	}
	for i := range x {
		if oneApart(x[:i]+x[i+1:], y) || i < len(y) && oneApart(x[:i]+x[i+1:], y[:i]+y[i+1:]) {
			return true
		}
	}
	for i := range y {
		if oneApart(x, y[:i]+y[i+1:]) {
			return true
		}
	}
	return false
}

func nearWords(a, b string, same bool) bool {
	x, y := lexicon.Fold(a), lexicon.Fold(b)
	return same || len(x) >= nearLetters && len(y) >= nearLetters && (oneApart(x, y) || loose(x) == loose(y))
}

// partOf reports whether all words of one name stand in another.
func partOf(words, in []string) bool {
	return !slices.ContainsFunc(words, func(w string) bool { return !slices.Contains(in, w) })
}
