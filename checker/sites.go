package checker

import (
	"strings"

	"github.com/concord-news/concord/rules/lexicon"
	"github.com/concord-news/concord/rules/mention"
	"github.com/concord-news/concord/rules/text"
)

// seas maps a sea to the wider one in which it lies, "" for none.
var seas = map[string]string{
	"atlantic": "", "pacific": "", "indian": "", "arctic": "",
	"north": "atlantic", "baltic": "atlantic", "norwegian": "atlantic", "irish": "atlantic", "celtic": "atlantic",
	"caribbean": "atlantic", "mediterranean": "atlantic", "black": "", "caspian": "", "red": "indian", "arabian": "indian",
	"barents": "arctic", "kara": "arctic", "bering": "pacific", "yellow": "pacific", "south china": "pacific", "east china": "pacific",
	"adriatic": "mediterranean", "aegean": "mediterranean", "ionian": "mediterranean", "tyrrhenian": "mediterranean",
}

// seasApart reports whether two names are of seas of which neither lies in the other.
func seasApart(a, b string) bool {
	x, okA := seaOf(a)
	y, okB := seaOf(b)
	return okA && okB && !inSea(x, y) && !inSea(y, x)
}

// seaOf is a sea by the name that the lists have; some do without "sea" or "ocean".
func seaOf(name string) (string, bool) {
	key := strings.TrimPrefix(lexicon.Key(name), "the ")
	bare := strings.TrimSuffix(strings.TrimSuffix(key, " sea"), " ocean")
	if bare == key {
		switch key {
		case "atlantic", "pacific", "mediterranean", "baltic", "adriatic", "aegean":
		default:
			return "", false
		}
	}
	_, ok := seas[bare]
	return bare, ok
}

func inSea(a, b string) bool {
	for a != b {
		if a = seas[a]; a == "" {
			return false
		}
	}
	return true
}

// site is a sort of place of which one is never in another: a home, a public building, a
// body of water, open land.
type site uint8

const (
	noSite site = iota
	home
	publicBuilding
	water
	land
)

// siteOf is the sort of place that a noun names.
func siteOf(noun string) site {
	switch noun {
	case "home", "house", "flat", "apartment", "villa", "cottage", "farmhouse", "bungalow", "mansion":
		return home
	case "airport", "station", "hotel", "hospital", "clinic", "restaurant", "bar", "pub", "cafe", "shop",
		"supermarket", "school", "church", "mosque", "temple", "cinema", "theatre", "stadium", "museum", "library",
		"roadblock", "checkpoint", "motel", "casino", "nightclub", "bank", "courthouse":
		return publicBuilding
	case "canal", "river", "lake", "sea", "reservoir", "pond", "harbour", "harbor", "bay", "fjord", "creek",
		"stream":
		return water
	case "wood", "woods", "woodland", "forest", "field", "quarry", "desert", "meadow", "orchard", "park",
		"vineyard":
		return land
	}
	return noSite
}

// sitesApart reports whether two articles put what is done once to one who has a name, or
// what befalls one craft, at two sorts of places that exclude each other: arrested at home
// and at an airport.
func (s *story) sitesApart(a, b *statement) bool {
	na, nb := &a.fact.Value.Names[0], &b.fact.Value.Names[0]
	if na.Kind != mention.None || nb.Kind != mention.None || !doneOnce(a) || !doneOnce(b) {
		return false
	}
	x, y := siteOf(na.Canonical), siteOf(nb.Canonical)
	if x == noSite || y == noSite || x == y || x == publicBuilding && y > x || y == publicBuilding && x > y {
		return false
	}
	ta, tb := strings.ToLower(na.Text), strings.ToLower(nb.Text)
	for _, t := range [...]string{ta, tb} {
		if strings.Contains(t, "police") || strings.Contains(t, "nursing") || strings.Contains(t, "care ") || strings.Contains(t, "funeral") {
			return false // everybody is taken to a police station, and a nursing home is no home
		}
	}
	has := func(st *statement, noun string) bool {
		return s.sentenceHas(st, func(t text.Token) bool { return t.Lemma == noun })
	}
	return !has(a, nb.Canonical) && !has(b, na.Canonical) // "in a wood by the lake"
}

// doneOnce reports a deed that is done once to one person or thing, who has a name or is
// an aircraft.
func doneOnce(st *statement) bool {
	deed, _, _ := strings.Cut(st.fact.Key[0].Show, " ")
	about := st.fact.Told.About()
	switch deed {
	case "arrest", "die", "kill", "find", "kidnap", "bear", "marry":
		return about.Named && !about.Pronoun
	case "crash":
		switch about.Value {
		case "plane", "helicopter", "satellite", "balloon", "glider":
			return !about.Plural
		}
	}
	return false
}
