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
	return nearWords(x[0], y[0], sameGiven(x[0], y[0])) && nearWords(x[len(x)-1], y[len(y)-1], sameSurname(x[len(x)-1], y[len(y)-1], true))
}

func nearWords(a, b string, same bool) bool {
	x, y := lexicon.Fold(a), lexicon.Fold(b)
	return same || len(x) >= nearLetters && len(y) >= nearLetters && (oneApart(x, y) || loose(x) == loose(y))
}

// partOf reports whether all words of one name stand in another.
func partOf(words, in []string) bool {
	return !slices.ContainsFunc(words, func(w string) bool { return !slices.Contains(in, w) })
}
