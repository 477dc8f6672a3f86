package strict

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/agnivade/levenshtein"
)

const (
	// mostLegal is how many names are listed whole; of more the nearest are.
	mostLegal   = 40
	mostNearest = 8
)

// Legal says what could have been meant by got: the nearest of want, where one
// is near, and all of them, or of very many those that are nearest.
func Legal(got string, want []string) string {
	if len(want) == 0 {
		return "none is declared"
	}
	all := "legal: " + strings.Join(want, ", ")
	if len(want) > mostLegal {
		all = fmt.Sprintf("of %d that are legal these are nearest: %s", len(want), strings.Join(byDistance(got, want)[:mostNearest], ", "))
	}
	if near := Nearest(got, want); near != "" {
		return fmt.Sprintf("did you mean %q? %s", near, all)
	}
	return all
}

// Nearest returns the one of want of which got may be a slip, "" where none is.
func Nearest(got string, want []string) string {
	if got == "" || len(want) == 0 {
		return ""
	}
	if near := byDistance(got, want)[0]; distance(got, near) <= slips(got) {
		return near
	}
	return ""
}

func byDistance(got string, want []string) []string {
	near := slices.Clone(want)
	slices.SortStableFunc(near, func(a, b string) int { return cmp.Compare(distance(got, a), distance(got, b)) })
	return near
}

// distance is how many letters differ; letters that change places are one slip.
func distance(a, b string) int {
	a, b = strings.ToLower(a), strings.ToLower(b)
	if a != b && letters(a) == letters(b) {
		return 1
	}
	return levenshtein.ComputeDistance(a, b)
}

func letters(word string) string {
	runes := []rune(word)
	slices.Sort(runes)
	return string(runes)
}

// slips is how many letters of a word may be wrong for it to be a slip: most of
// a short word must be right.
func slips(word string) int {
	switch n := len([]rune(word)); {
	case n <= 3:
		return 1
	case n <= 9:
		return 2
	}
	return 3
}
