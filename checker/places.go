package checker

import (
	"fmt"
	"strings"

	"github.com/concord-news/concord/rules"
	"github.com/concord-news/concord/rules/lexicon"
)

// places compares two places by the story's entities and by what the lists of
// places know of where each lies.
func (s *story) places(rule *rules.Rule, a, b *statement) outcome {
	na, nb := a.fact.Value.Names[0], b.fact.Value.Names[0]
	switch {
	case a.names[0] == b.names[0]:
		return outcome{relation: same, why: na.Canonical + " in both"}
	case within(na.Canonical, nb.Canonical), within(nb.Canonical, na.Canonical):
		return outcome{relation: bothTrue, why: fmt.Sprintf("%s and %s: one lies in the other", na.Canonical, nb.Canonical)}
	case rule.Compare.Sole && elsewhere(na.Canonical, nb.Canonical),
		a.fact.Told != nil && (elsewhere(na.Canonical, nb.Canonical) || seasApart(na.Canonical, nb.Canonical) || s.sitesApart(a, b)):
		return outcome{relation: different, why: fmt.Sprintf("%s against %s, and neither lies in the other", na.Canonical, nb.Canonical)}
	case rule.Compare.Exclusive && s.towns(na, nb):
		return outcome{relation: different, why: fmt.Sprintf("%s against %s", na.Canonical, nb.Canonical)}
	case a.fact.Told == nil && sameDay(a.fact.AsOf, b.fact.AsOf):
		return outcome{relation: different, why: fmt.Sprintf("%s against %s on one day", na.Canonical, nb.Canonical)}
	}
	return outcome{relation: incomparable, why: fmt.Sprintf("%s and %s may be two occasions", na.Canonical, nb.Canonical)}
}

// towns reports whether two names are of places neither of which can hold the
// other: two countries, or two places that are neither countries nor states.
func (s *story) towns(a, b rules.Name) bool {
	x, _ := lexicon.Lookup(lexicon.Key(a.Canonical))
	y, _ := lexicon.Lookup(lexicon.Key(b.Canonical))
	wide := lexicon.Country | lexicon.State | lexicon.Region
	return elsewhere(a.Canonical, b.Canonical) || !x.Is(wide) && !y.Is(wide)
}

// known is where the lists put a place: a country, a state of one, or a city.
func known(name string) (e lexicon.Entry, country string) {
	e, ok := lexicon.Lookup(lexicon.Key(name))
	if !ok || !e.Is(lexicon.Country|lexicon.City|lexicon.State|lexicon.Capital) || e.Is(lexicon.Country) && e.Is(lexicon.State) {
		return lexicon.Entry{}, ""
	}
	if country, _, _ = strings.Cut(e.Where, "-"); country == "" {
		country = e.Party
	}
	return e, country
}

// within reports whether place a lies in the country or state b, as far as the
// lists of places know: of a city they know the country alone.
func within(a, b string) bool {
	x, in := known(a)
	y, of := known(b)
	return in != "" && in == of && !x.Is(lexicon.Country) && (y.Is(lexicon.Country) || y.Is(lexicon.State) && !x.Is(lexicon.State))
}

// elsewhere reports whether the lists know both places and that neither lies in
// the other: two countries, two states, two cities, or a city and another
// country.
func elsewhere(a, b string) bool {
	x, in := known(a)
	y, of := known(b)
	if in == "" || of == "" {
		return false
	}
	return in != of || x.Is(lexicon.State) && y.Is(lexicon.State) || town(x) && town(y)
}

func town(e lexicon.Entry) bool { return e.Is(lexicon.City) || e.Is(lexicon.Capital) }
