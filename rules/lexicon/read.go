package lexicon

import (
	"strings"

	"github.com/concord-news/concord/rules/text"
)

// The sizes are those of the lists, so that nothing grows while it is read.
const tableSize = 36_000

func read() *table {
	t := &table{
		words:     newDictionary(tableSize),
		names:     map[string]string{},
		offices:   map[string]Office{},
		reach:     map[string]uint8{},
		excludes:  map[[2]string]bool{},
		single:    map[string]bool{},
		trades:    map[string]bool{},
		kinds:     map[string]*kind{},
		nicknames: map[string][]string{},
	}
	t.readWords("surnames.tsv", Surname)
	t.readWords("own/surnames.tsv", Surname)
	t.given("given.tsv")
	t.given("own/given.tsv")
	t.readWords("own/particles.txt", Particle)
	t.readWords("own/orgwords.txt", OrgWord)
	t.readWords("own/placewords.txt", PlaceWord)
	t.readWords("own/placefirst.txt", PlaceFirst)
	t.readWords("own/eventwords.txt", EventWord)
	t.readWords("own/honorifics.tsv", Honorific)
	t.readWords("own/regions.txt", Region)
	t.places()
	t.countries()
	t.parties()
	for f := range rows("own/companies.txt") {
		t.add(f[0], Body).name = t.words.text(f[0])
	}
	t.readOffices()
	t.readKinds()
	for f := range rows("own/nicknames.tsv") {
		for nick := range strings.SplitSeq(f[1], "|") {
			k := Fold(nick)
			t.nicknames[k] = append(t.nicknames[k], Fold(f[0]))
		}
	}
	return t
}

// rows yields the lines of a list as at least four fields; lines that begin
// with "#" are comments.
func rows(name string) func(func([4]string) bool) {
	raw, err := files.ReadFile("data/" + name)
	if err != nil {
		panic("lexicon: " + err.Error()) // the file is embedded
	}
	text := string(raw)
	return func(yield func([4]string) bool) {
		for line := range strings.Lines(text) {
			line = strings.TrimSuffix(line, "\n")
			if line == "" || line[0] == '#' {
				continue
			}
			var f [4]string
			for i := range f {
				f[i], line, _ = strings.Cut(line, "\t")
			}
			if !yield(f) {
				return
			}
		}
	}
}

// entry returns the entry of a phrase, to be filled in.
func (t *table) entry(phrase string) *packed {
	key := Key(phrase)
	if first, _, more := strings.Cut(key, " "); more {
		e := t.words.entry(first)
		e.reach = max(e.reach, uint8(strings.Count(key, " ")+1))
	}
	return t.words.entry(key)
}

// add gives a phrase a class and, unless it has one, a party.
func (t *table) add(phrase string, c Class) *packed {
	e := t.entry(phrase)
	caps := c&(Country|Body) != 0 && isCaps(phrase)
	switch {
	case caps && e.class == 0:
		e.class |= Acronym
	case !caps:
		e.class &^= Acronym
	}
	e.class |= c
	return e
}

func isCaps(s string) bool {
	return len(s) > 1 && !strings.Contains(s, ".") && s == strings.ToUpper(s) && s != strings.ToLower(s)
}

func (t *table) readWords(name string, c Class) {
	for f := range rows(name) {
		e := t.add(f[0], c)
		if f[2] == "common" {
			e.class |= Common
		}
	}
}

func (t *table) given(name string) {
	for f := range rows(name) {
		e := t.add(f[0], Given)
		if f[1] != "f" {
			e.class |= Male
		}
		if f[1] != "m" {
			e.class |= Female
		}
		if f[2] == "common" {
			e.class |= Common
		}
	}
}

func (t *table) places() {
	for f := range rows("cities.tsv") {
		e := t.add(f[0], City)
		e.where = t.words.text(f[1])
		if a, b, ok := strings.Cut(f[0], " City"); ok && b == "" && a == "New York" {
			t.add(a, City).where = t.words.text(f[1])
		}
	}
	for f := range rows("own/states.tsv") {
		for name := range strings.SplitSeq(f[1], "|") {
			t.add(name, State).where = t.words.text("US-" + f[0])
		}
	}
}

// countries reads the generated list and then the hand-written one, whose
// names and adjectives come on top.
func (t *table) countries() {
	for f := range rows("countries.tsv") {
		name, _, _ := strings.Cut(f[2], "|")
		t.names[f[0]] = name
		if f[1] != "" {
			e := t.add(f[1], Capital)
			e.party, e.name = t.words.text(f[0]), t.words.text(f[1])
		}
		t.country(f[0], f[2], f[3])
		if last := len(f[3]) - 1; last > 0 && strings.HasSuffix(f[3], "n") && !strings.HasSuffix(f[3], "man") {
			t.country(f[0], "", f[3]+"s")
		}
	}
	for f := range rows("own/countries.tsv") {
		if t.names[f[0]] == "" {
			t.names[f[0]], _, _ = strings.Cut(f[1], "|")
		}
		t.country(f[0], f[1], f[2])
	}
}

func (t *table) country(code, names, demonyms string) {
	for name := range strings.SplitSeq(names, "|") {
		if name != "" {
			e := t.add(name, Country)
			if e.party == 0 || e.class&Capital == 0 {
				e.party, e.name = t.words.text(code), t.words.text(t.names[code])
			}
		}
	}
	for d := range strings.SplitSeq(demonyms, "|") {
		if d != "" {
			e := t.add(d, Demonym)
			e.party, e.name = t.words.text(code), t.words.text(t.names[code])
		}
	}
}

func (t *table) parties() {
	for f := range rows("own/metonyms.tsv") {
		e := t.add(f[0], Metonym)
		e.party = t.words.text(f[1])
	}
	for f := range rows("own/bodies.tsv") {
		code, name := f[0], ""
		for n := range strings.SplitSeq(f[1], "|") {
			if strings.Contains(n, " ") && name == "" || name == "" && n != code {
				name = n
			}
		}
		if name == "" {
			name = f[1]
		}
		t.names[code] = name
		party := f[2]
		if party == "" {
			party = code
		}
		for n := range strings.SplitSeq(f[1], "|") {
			e := t.add(n, Body)
			e.party, e.name = t.words.text(party), t.words.text(name)
		}
	}
}

func (t *table) readOffices() {
	for f := range rows("own/offices.tsv") {
		key := Key(f[0])
		class, exclusive := strings.CutSuffix(f[1], "!")
		t.offices[key] = Office{Head: f[0], Class: class, Exclusive: exclusive, Rank: int(f[2][0] - '0')}
		t.single[class] = t.single[class] || exclusive
		t.trades[class] = t.trades[class] || t.offices[key].Rank == trade
		first, _, _ := strings.Cut(key, " ")
		t.reach[first] = max(t.reach[first], uint8(strings.Count(key, " ")+1))
	}
	t.begins = text.NewSieve(2 * len(t.reach))
	for first := range t.reach {
		t.begins.Add(first)
		t.begins.Add(first + "s")
	}
	for f := range rows("own/excludes.txt") {
		classes := strings.Fields(f[0])
		for i, a := range classes {
			for _, b := range classes[:i] {
				t.excludes[[2]string{min(a, b), max(a, b)}] = true
			}
		}
	}
}
