// Package lexicon holds the lists of names and name words: countries, cities,
// given names, honorifics, offices, international bodies and metonyms.
//
// The lists are general reference, embedded as tab-separated text; NOTICE.md
// says where each comes from. They are read once, at first use, and never
// changed: every function is safe for concurrent use.
//
// Keys are words as Key makes them: small letters without accents, one space
// between tokens, hyphens as tokens ("secretary - general").
package lexicon

import (
	"embed"
	"strings"
	"sync"
	"sync/atomic"

	"github.com/concord-news/concord/rules/text"
)

//go:embed data/*.tsv data/own/*.tsv data/own/*.txt
var files embed.FS

// Class is a set of facts about a word or phrase as a name.
type Class uint32

// The classes.
const (
	// Country is a name of a country or territory; Party is its code.
	Country Class = 1 << iota
	// Demonym is an adjective of nationality or a word for a people.
	Demonym
	// Capital is the capital city of the country Party.
	Capital
	// City has 100,000 people or more, in the country Where.
	City
	// State is a US state or its abbreviation; Where is "US-" and its code.
	State
	// Region is a continent, sea, province or other region.
	Region
	// Metonym stands for the government of Party: a seat or a building.
	Metonym
	// Body is an organisation that is known everywhere; Party is its code.
	Body
	// Given is a given name, Male, Female or both.
	Given
	Male
	Female
	// Surname is a family name.
	Surname
	// Honorific is a title written before a name: Mr., Dr., Gen.
	Honorific
	// Particle is a small word inside a surname: van, de, bin.
	Particle
	// OrgWord ends or begins the name of an organisation: Ministry, Inc.
	OrgWord
	// PlaceWord ends the name of a place (River), PlaceFirst begins it (Lake).
	PlaceWord
	PlaceFirst
	// EventWord ends the name of an event: Summit, Cup.
	EventWord
	// Common marks a given name or surname that is a common English word too.
	Common
	// Acronym marks an entry that only counts in capitals: US, WHO.
	Acronym
)

// Entry is what the lists say of a word or phrase.
type Entry struct {
	Class Class
	// Reach is the number of tokens of the longest phrase that begins with
	// this word, 0 where no longer one does.
	Reach uint8
	// Party is the country (ISO 3166) or body whose government, people or
	// name the entry stands for.
	Party string
	// Where is the country of a city, or the code of a US state.
	Where string
	// Name is the usual name of a country or body.
	Name string
}

// Is reports whether e has any of the classes in c.
func (e Entry) Is(c Class) bool { return e.Class.Is(c) }

// Is reports whether c has any of the classes in other.
func (c Class) Is(other Class) bool { return c&other != 0 }

type table struct {
	words     dictionary
	names     map[string]string
	offices   map[string]Office
	reach     map[string]uint8
	begins    text.Sieve // the keys of reach and their plurals
	excludes  map[[2]string]bool
	single    map[string]bool
	trades    map[string]bool
	kinds     map[string]*kind
	nicknames map[string][]string
}

var (
	readOnce = sync.OnceValue(read)
	// lists are what readOnce has returned, nil before: a look at them costs less
	// than a call, and there are several for each word.
	lists atomic.Pointer[table]
)

func load() *table {
	if t := lists.Load(); t != nil {
		return t
	}
	return firstLoad()
}

func firstLoad() *table {
	t := readOnce()
	lists.Store(t)
	return t
}

// Lookup returns what the lists say of the key.
func Lookup(key string) (Entry, bool) {
	d := &load().words
	return d.unpack(d.keys.Find(key))
}

// LookupBytes is Lookup for a key in a buffer; it does not allocate.
func LookupBytes(key []byte) (Entry, bool) {
	d := &load().words
	return d.unpack(d.keys.FindBytes(key))
}

// Has reports whether the lists have a word, however it is written, in one of the
// classes of c.
func Has(word string, c Class) bool {
	e, _ := Lookup(Fold(word))
	return e.Is(c)
}

// Name returns the usual English name of a country or body by its code, the
// code itself where it is not known.
func Name(code string) string {
	if n := load().names[code]; n != "" {
		return n
	}
	return code
}

// Full returns the given names that a nickname may stand for, in lower case
// and without the nickname itself.
func Full(nickname string) []string { return load().nicknames[nickname] }

// SexOf returns 'm' or 'f' where a given name is borne by men or by women alone,
// and 0 for all other words.
func SexOf(given string) byte {
	switch e, _ := Lookup(Key(given)); {
	case !e.Is(Given):
	case e.Is(Male) && !e.Is(Female):
		return 'm'
	case e.Is(Female) && !e.Is(Male):
		return 'f'
	}
	return 0
}

// Key returns the key of a phrase.
func Key(phrase string) string {
	phrase = Fold(phrase)
	if strings.Contains(phrase, "-") {
		phrase = strings.ReplaceAll(phrase, "-", " - ")
	}
	if strings.Contains(phrase, ",") {
		phrase = strings.ReplaceAll(phrase, ",", " ,")
	}
	if !strings.Contains(phrase, "  ") {
		return phrase
	}
	return strings.Join(strings.Fields(phrase), " ")
}
