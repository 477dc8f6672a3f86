package names

import (
	"github.com/concord-news/concord/rules/lexicon"
	"github.com/concord-news/concord/rules/text"
)

// Party returns the code of the country or body that tokens first to last
// stand for as an actor: "UA" for "Kyiv", "Ukraine", "Ukrainian officials",
// "the government in Kyiv"; "RU" for "the Kremlin", "EU" for "Brussels". It is
// "" where they stand for none, or for more than one ("U.S.-Russian talks").
//
// Countries have ISO 3166 codes, bodies the code of the lists. The words are
// read as an actor whatever stands before them; PartyIn looks.
func Party(d *text.Document, first, last int) string {
	party := ""
	for i := max(first, 0); i < min(last, len(d.Tokens)); {
		code, n := partyAt(d, i, last)
		switch {
		case n == 0:
			i++
			continue
		case code != "" && party == "":
			party = code
		case code != "" && code != party:
			return ""
		}
		i += n
	}
	return party
}

// PartyIn is Party with an eye to the preposition before the words: "in Kyiv"
// and "to Washington" name a place, and a place is no party. Party is "" then
// and Place is the code of the country it lies in.
func PartyIn(d *text.Document, first, last int) (party, place string) {
	code := Party(d, first, last)
	if code == "" || !isSeat(d, first, last) || !placePreposition(d, first) {
		return code, ""
	}
	return "", code
}

// isSeat reports whether the words name a capital or a building and nothing
// else: countries are parties in every position but these.
func isSeat(d *text.Document, first, last int) bool {
	for i := first; i < last; i++ {
		if e, _ := lexicon.Lookup(lexicon.Fold(d.Tokens[i].Lower)); e.Is(lexicon.Demonym) || e.Is(lexicon.Country) && !e.Is(lexicon.Capital) {
			return false
		}
		switch d.Tokens[i].Tag {
		case text.NOUN, text.VERB:
			return false
		}
	}
	return true
}

// placePreposition reports whether a preposition of place stands before first,
// a determiner apart. "With", "by", "from" and "between" leave an actor one.
func placePreposition(d *text.Document, first int) bool {
	i := first - 1
	if i >= 0 && d.Tokens[i].Lower == "the" {
		i--
	}
	if i < 0 {
		return false
	}
	switch d.Tokens[i].Lower {
	case "in", "at", "near", "outside", "inside", "around", "across", "throughout", "into", "through", "over", "above", "to", "toward", "towards", "within", "via":
		return true
	}
	return false
}

// partyAt returns the party of the phrase of the lists that begins at i, and
// the phrase's length, 0 where none begins.
func partyAt(d *text.Document, i, last int) (string, int) {
	t := &d.Tokens[i]
	if !t.Shape.Has(text.Capital) {
		return "", 0
	}
	low := lexicon.Fold(t.Lower)
	e, ok := lexicon.Lookup(low)
	if !ok {
		return "", 0
	}
	var key []byte
	for n := min(int(e.Reach), last-i); n > 1; n-- {
		key = key[:0]
		for k := i; k < i+n; k++ {
			if k > i {
				key = append(key, ' ')
			}
			key = append(key, lexicon.Fold(d.Tokens[k].Lower)...)
		}
		if p, ok := lexicon.LookupBytes(key); ok && p.Class != 0 {
			return partyOf(p), n
		}
	}
	if e.Is(lexicon.Acronym) && !t.Shape.Has(text.AllCaps) {
		return "", 0
	}
	return partyOf(e), 1
}

func partyOf(e lexicon.Entry) string {
	if e.Is(lexicon.Country | lexicon.Capital | lexicon.Demonym | lexicon.Metonym | lexicon.Body) {
		return e.Party
	}
	return ""
}
