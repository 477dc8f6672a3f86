package checker

import (
	"slices"
	"strconv"
	"strings"

	"github.com/concord-news/concord/rules"
	"github.com/concord-news/concord/rules/mention"
)

// manyDigits are so many that two figures hardly have the same ones by chance.
const manyDigits = 3

// swapped reports whether two figures are one but for two neighbouring digits that
// changed places: 5,400 and 4,500.
func swapped(a, b *rules.Fact) bool {
	x, y := &a.Value.Figure, &b.Value.Figure
	if a.Value.Unit != b.Value.Unit && a.Value.Kind != mention.Number || x.Low != x.High || y.Low != y.High {
		return false
	}
	return swappedDigits(strconv.FormatFloat(x.Low, 'f', -1, 64), strconv.FormatFloat(y.Low, 'f', -1, 64))
}

// swappedDates reports whether two years, or two days of one month, are one but for
// two digits that changed places: 1967 and 1976, 12 July and 21 July.
func swappedDates(a, b *rules.Fact) bool {
	x, y := a.Value.Period, b.Value.Period
	if a.Value.Kind != mention.Date || b.Value.Kind != mention.Date || !x.Known() || !y.Known() {
		return false
	}
	switch {
	case year(x) && year(y):
		return swappedDigits(strconv.Itoa(x.From.Year()), strconv.Itoa(y.From.Year()))
	case x.To.Sub(x.From) == day && y.To.Sub(y.From) == day:
		return x.From.Year() == y.From.Year() && x.From.Month() == y.From.Month() && swappedDigits(strconv.Itoa(x.From.Day()), strconv.Itoa(y.From.Day()))
	}
	return false
}

// year reports whether a period is a whole year.
func year(p mention.Period) bool {
	return p.From.YearDay() == 1 && p.From.AddDate(1, 0, 0).Equal(p.To)
}

// swappedDigits reports whether two numbers are one but for two neighbouring digits
// other than 0 that changed places.
func swappedDigits(s, t string) bool {
	if len(s) != len(t) || strings.Contains(s, ".") {
		return false
	}
	i := 0
	for i < len(s) && s[i] == t[i] {
		i++
	}
	return i+1 < len(s) && s[i] == t[i+1] && s[i+1] == t[i] && s[i+2:] == t[i+2:] && s[i] != '0' && t[i] != '0'
}

// sortedDigits are the digits of a figure, by which figures are found that have
// them in another order.
func sortedDigits(v float64) string {
	s := []byte(strconv.FormatFloat(v, 'f', -1, 64))
	slices.Sort(s)
	return string(s)
}

// datesSwapTold reports whether two dates of which one has digits swapped are told of
// one thing: they have a name around them in common, and no two deeds.
func (g *gathering) datesSwapTold(l link) bool {
	p, q := &g.profiles[l.a], &g.profiles[l.b]
	if p.head() != "" && q.head() != "" && p.head() != q.head() || otherDeed(p, q) || contrast(p, q) {
		return false
	}
	named := tied(p, q)
	p.common(q, func(a, _ *term) { named = named || a.name != "" })
	return named && !g.eitherStated(l, true)
}
