package quantity

import (
	"strings"

	"github.com/concord-news/concord/rules/mention"
	"github.com/concord-news/concord/rules/quantity/number"
)

// decade reads the decade of a life at token i, with the words before it: "in his
// fifties", "in their early 40s". It returns i where there is none.
func (r *reader) decade(i int) int {
	low, ok := decadeOf(r.lower(i))
	if !ok {
		return i
	}
	high := low + 9
	if r.lower(i) == "teens" {
		low = 13
	}
	j := i
	if r.before(j) == "-" {
		j--
	}
	switch r.before(j) {
	case "early":
		high, j = low+4, j-1
	case "mid":
		low, high, j = low+3, low+7, j-1
	case "late":
		low, j = low+5, j-1
	}
	switch r.before(j) {
	case "his", "her", "their", "my", "our":
		j--
	default:
		return i
	}
	switch r.before(j) {
	case "in", "into", "of", "entering":
		j--
	default:
		return i
	}
	if j < r.floor {
		return i
	}
	return r.emit(amount{number: number.Number{}, first: j, next: i + 1, kind: mention.Age, unit: "year", head: -1, low: float64(low), high: float64(high), step: 1})
}

// decadeOf returns the first year of the decade that a word names: "fifties", "50s".
func decadeOf(word string) (int, bool) {
	switch word {
	case "teens":
		return 10, true
	case "twenties":
		return 20, true
	case "thirties":
		return 30, true
	case "forties":
		return 40, true
	case "fifties":
		return 50, true
	case "sixties":
		return 60, true
	case "seventies":
		return 70, true
	case "eighties":
		return 80, true
	case "nineties":
		return 90, true
	}
	d, ok := strings.CutSuffix(strings.ReplaceAll(word, "'", ""), "s")
	if !ok || len(d) != 2 || d[1] != '0' || d[0] < '2' || d[0] > '9' {
		return 0, false
	}
	return int(d[0]-'0') * 10, true
}
