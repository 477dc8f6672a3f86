package names

import (
	"strings"

	"github.com/concord-news/concord/rules/lexicon"
)

// Likeness says how two forms of one person's name stand to each other.
type Likeness uint8

// The likenesses.
const (
	// Alike: as far as both forms go they have the same letters, accents and
	// hyphens apart; one may leave out or shorten the given name.
	Alike Likeness = iota
	// Transliterated: the surname is written by another custom, as Zelensky
	// and Zelenskyy are.
	Transliterated
	// Slip: a name differs by a letter or two, or by a capital inside it, that
	// no custom explains.
	Slip
)

// slipLetters is the shortest name of which a differing letter or two is a
// slip: shorter names that are near in letters are often two names.
const slipLetters = 5

// Compare compares two forms of the name of one person. The forms are as they
// are written, with the given name or without.
func Compare(a, b string) Likeness {
	x, y := strings.Fields(unhyphen(a)), strings.Fields(unhyphen(b))
	if len(x) == 0 || len(y) == 0 {
		return Alike
	}
	last, other := x[len(x)-1], y[len(y)-1]
	worst := likeness(last, other)
	if len(x) > 1 && len(y) > 1 && (last == other+"s" || other == last+"s") {
		worst = Slip // a bare one would be a plural: "the Marlows"
	}
	if worst == Alike && len(x) > 1 && len(y) > 1 && lexicon.Fold(last) != lexicon.Fold(other) && sound(last) != sound(other) && lexicon.Fold(x[0]) == lexicon.Fold(y[0]) && beginAlike(lexicon.Fold(last), lexicon.Fold(other)) {
		worst = Slip
	}
	if len(x) == len(y) && len(x) > 1 {
		worst = max(worst, givenLikeness(x[0], y[0]))
	}
	return worst
}

func unhyphen(s string) string {
	return strings.NewReplacer("-", " ", "‐", " ", "’", "'").Replace(s)
}

func likeness(a, b string) Likeness {
	x, y := lexicon.Fold(a), lexicon.Fold(b)
	switch {
	case otherCapitals(a, b), x != y && hard(x) == hard(y):
		return Slip
	case x == y, x == y+"s", y == x+"s":
		return Alike
	case sound(x) == sound(y):
		return Transliterated
	case len(x) >= slipLetters && len(y) >= slipLetters && x[0] == y[0] && (oneApart(x, y) || oneApart(undouble(x), undouble(y))):
		return Slip
	}
	return Alike
}

// otherCapitals reports whether two names differ in nothing but a capital inside
// them, as "DeWitt" and "Dewitt" do: one bearer writes it one way. Names all in
// capitals say nothing of it, nor do particles ("von").
func otherCapitals(a, b string) bool {
	return a != b && a[0] == b[0] && strings.EqualFold(a, b) && a != strings.ToUpper(a) && b != strings.ToUpper(b)
}

// givenLikeness leaves initials and nicknames alone, which are the same name.
func givenLikeness(a, b string) Likeness {
	x, y := strings.TrimSuffix(lexicon.Fold(a), "."), strings.TrimSuffix(lexicon.Fold(b), ".")
	switch {
	case x != y && hard(x) == hard(y):
		return Slip // whoever is Viktor is not Victor
	case nickname(x, y), nickname(y, x), shortened(x, y):
		return Alike
	case x != y && !unlisted(x) && !unlisted(y) && !sameGiven(a, b):
		return Slip // two names, and no short forms of one
	case len(x) >= nearLetters && len(y) >= nearLetters && oneApart(x, y) && loose(x) != loose(y):
		return Slip
	case len(x) < slipLetters, len(y) < slipLetters, likeness(a, b) != Slip:
		return Alike
	}
	return Slip
}
