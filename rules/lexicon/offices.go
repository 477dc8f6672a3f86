package lexicon

import "strings"

// Office is a kind of office, title or occupation.
type Office struct {
	// Head is the phrase in the list: "prime minister".
	Head string
	// Class is the sort of office, such as head-of-government. Titles of one
	// class say the same of a person: "premier" and "prime minister".
	Class string
	// Exclusive: one person at a time holds it for one country, town or firm.
	Exclusive bool
	// Rank is 1 for the highest and 5 for an occupation.
	Rank int
}

// OfficeOf returns the office with the key, and whether there is one.
func OfficeOf(key string) (Office, bool) {
	o, ok := load().offices[key]
	return o, ok
}

// OfficeOfBytes is OfficeOf for a key in a buffer; it does not allocate.
func OfficeOfBytes(key []byte) (Office, bool) {
	o, ok := load().offices[string(key)]
	return o, ok
}

// OfficeReach returns the number of tokens of the longest office that begins
// with word, 0 where none does; 1 where word is the plural of one with which an
// office begins.
func OfficeReach(word string) int {
	t := load()
	if !t.begins.MayHold(word) {
		return 0
	}
	if n := t.reach[word]; n > 0 {
		return int(n)
	}
	if one, many := strings.CutSuffix(word, "s"); many && t.reach[one] > 0 {
		return 1
	}
	return 0
}

// Deputy begins the class of the deputies of an office that no list has.
const Deputy = "deputy-"

// OneHolder reports whether one person at a time holds an office of the class for
// one country, town or body.
func OneHolder(class string) bool { return load().single[class] }

// Exclude reports whether one person does not hold offices of classes a and b
// at one time for one country or body.
func Exclude(a, b string) bool {
	if a > b {
		a, b = b, a
	}
	return load().excludes[[2]string{a, b}]
}

// trade is the rank of an occupation.
const trade = 5

// Trade reports whether a class is of occupations, which people have beside an office
// that they hold.
func Trade(class string) bool { return load().trades[class] }
