package names

import (
	"slices"
	"strings"
	"sync"
	"unicode/utf8"

	"github.com/concord-news/concord/corpus"
	"github.com/concord-news/concord/rules/lexicon"
	"github.com/concord-news/concord/rules/mention"
	"github.com/concord-news/concord/rules/text"
)

// identify numbers the entities of a document and gives their mentions the
// longest form as Name. Entities are numbered in the order of their first
// mention.
func identify(d *text.Document, all []mention.Mention) {
	forms := formPool.Get().(*forms)
	defer formPool.Put(forms)
	forms.read(d, all)
	groups := groupForms(forms.list)
	forms.entities = zeroed(forms.entities, len(forms.list))
	entities := forms.entities
	next := 1
	for _, f := range forms.first {
		e := &entities[groups[f]]
		if e.number == 0 {
			e.number = next
			next++
		}
		if e.best == nil || forms.list[f].better(e.best) {
			e.best = &forms.list[f]
		}
	}
	for i := range all {
		if f := forms.of[i]; f >= 0 {
			e := &entities[groups[f]]
			all[i].Entity, all[i].Name = e.number, e.best.name
		}
	}
	forms.end()
}

// forms are the different forms of a document's names.
type forms struct {
	list []form
	// latest is the last in list of each name, others is for each form the one before it
	// of the same name, -1 for none.
	latest map[string]int
	others []int
	// starts are where each form stands first.
	starts []int
	// of is the index in list of each mention's form, -1 for what is no name.
	of []int
	// first lists the forms in the order of their first mention.
	first []int
	// entities are found for the groups of forms, by the number of a group.
	entities []entity
}

// entity is one that a group of forms names.
type entity struct {
	number int
	best   *form
}

// formPool are *forms, whose memory is used for one document after another.
var formPool = sync.Pool{New: func() any { return &forms{latest: map[string]int{}} }}

// end lets go of the document.
func (f *forms) end() {
	clear(f.list)
	clear(f.latest)
	clear(f.entities)
}

// read reads each form once, however often it stands in the document.
func (f *forms) read(d *text.Document, all []mention.Mention) {
	f.list, f.others, f.starts, f.of = f.list[:0], f.others[:0], f.starts[:0], zeroed(f.of, len(all))
	for i := range all {
		m := &all[i]
		f.of[i] = -1
		if m.Kind < mention.Person || m.Kind > mention.Event {
			continue
		}
		name, title := writtenName(d, all, i), ""
		if m.Kind == mention.Person && m.First > 0 {
			title = honorific(d, m.First-1)
		}
		last, ok := f.latest[name]
		if !ok {
			last = -1
		}
		n := last
		for n >= 0 && (f.list[n].kind != m.Kind || f.list[n].title != title) {
			n = f.others[n]
		}
		if n < 0 {
			n = len(f.list)
			f.list = append(f.list, formOf(d, m, name, n))
			f.starts, f.others = append(f.starts, m.Start), append(f.others, last)
			f.latest[name] = n
		}
		f.starts[n] = min(f.starts[n], m.Start)
		f.of[i] = n
	}
	f.first = zeroed(f.first, len(f.list))
	for n := range f.first {
		f.first[n] = n
	}
	slices.SortFunc(f.first, func(a, b int) int { return f.starts[a] - f.starts[b] })
}

// writtenName is the name of mention i as written, with the surname that it shares.
func writtenName(d *text.Document, all []mention.Mention, i int) string {
	name, _ := Written(d, all, i)
	return name
}

// Written returns the name of mention i as written, and the words in which it
// stands. The given name "Walter" of "Walter and June Prewitt" has the surname of
// the full name behind it, unless a title stands before it: "Prince Karl and Ada
// Voss" are of two families.
func Written(d *text.Document, all []mention.Mention, i int) (string, corpus.Span) {
	m := &all[i]
	name := singleSpaced(m.In(d.Text))
	if m.Kind != mention.Person || m.Last-m.First != 1 || m.Last+2 >= len(d.Tokens) || d.Tokens[m.Last].Lower != "and" {
		return name, m.Span
	}
	if !lexicon.Has(d.Tokens[m.First].Lower, lexicon.Given) || m.First > 0 && lexicon.Has(d.Tokens[m.First-1].Lower, lexicon.Honorific) {
		return name, m.Span
	}
	for k := i + 1; k < len(all) && all[k].First <= m.Last+1; k++ {
		if o := &all[k]; o.Kind == mention.Person && o.First == m.Last+1 && o.Last-o.First == 2 && lexicon.Has(d.Tokens[o.First].Lower, lexicon.Given) && !road(d.Tokens[o.Last-1].Lower) {
			return name + " " + d.Form(o.Last-1), m.Cover(o.Span)
		}
	}
	return name, m.Span
}

// road reports whether a word ends the name of a place or body, or of several:
// "Somerset and Lee Streets".
func road(word string) bool {
	const ends = lexicon.PlaceWord | lexicon.OrgWord
	return lexicon.Has(word, ends) || lexicon.Has(strings.TrimSuffix(word, "s"), ends)
}

// singleSpaced returns s with one space between words, and s itself where it
// has no other white space.
func singleSpaced(s string) string {
	for i := range len(s) {
		if c := s[i]; c == ' ' && (i == 0 || i == len(s)-1 || s[i+1] == ' ') || c < ' ' || c >= utf8.RuneSelf {
			return strings.Join(strings.Fields(s), " ")
		}
	}
	return s
}

// form is one way in which a name is written.
type form struct {
	index int
	kind  mention.Kind
	// name is the words as written, one space between them.
	name string
	// words are the words of name, particles joined to the surname.
	words []string
	// title is the honorific before a person: "mr.", "mrs.".
	title string
	// given and last are the folded given name and surname of a person; sound and
	// whole are how the surname and the name sound.
	given, last, sound, whole string
	// key is the same for names that are certainly one: that of a country, "DE".
	key formKey
}

// formKey is of one sort of names.
type formKey struct{ sort, key string }

func formOf(d *text.Document, m *mention.Mention, name string, index int) form {
	f := form{index: index, kind: m.Kind, name: name}
	f.words = strings.Fields(f.name)
	folded := lexicon.Fold(name)
	if m.Kind == mention.Person {
		f.person(folded)
		if m.First > 0 {
			f.title = honorific(d, m.First-1)
		}
	}
	f.key = f.keyOf(folded)
	return f
}

// person fills in what is asked of a person's name.
func (f *form) person(folded string) {
	words := f.words
	f.words = personWords(words)
	if len(f.words) < len(words) { // "Ada van den Berg", "Ada Voss Jr."
		f.given, f.last = lexicon.Fold(f.givenName()), lexicon.Fold(f.surname())
		f.whole = sound(strings.Join(f.words, ""))
	} else {
		f.last = folded[strings.LastIndexByte(folded, ' ')+1:]
		f.given, _, _ = strings.Cut(folded[:len(folded)-len(f.last)], " ")
		f.whole = soundOf(folded, strings.Contains(f.name, "-"))
	}
	f.sound = soundOf(f.last, strings.ContainsAny(f.surname(), "- "))
}

// honorific returns "m" or "f" where the word says the sex of who follows.
func honorific(d *text.Document, i int) string {
	switch d.Tokens[i].Lower {
	case "mr", "mr.", "sir", "lord", "king", "prince", "congressman", "businessman", "chairman":
		return "m"
	case "mrs", "mrs.", "ms", "ms.", "miss", "dame", "lady", "queen", "princess", "congresswoman", "chairwoman":
		return "f"
	}
	return ""
}

// personWords drops "Jr." and joins particles to the surname: "Ada", "van den
// Berg".
func personWords(words []string) []string {
	for n := len(words); n > 1; n-- {
		switch strings.Trim(words[n-1], ".,") {
		case "Jr", "Sr", "II", "III", "IV":
			words = words[:n-1]
			continue
		}
		break
	}
	for i := 1; i < len(words)-1; i++ {
		if e, _ := lexicon.Lookup(strings.ToLower(words[i])); e.Is(lexicon.Particle) && words[i] == strings.ToLower(words[i]) {
			return append(slices.Clone(words[:i]), strings.Join(words[i:], " "))
		}
	}
	return words
}

// keyOf returns the key of a form, of which the name is given folded.
func (f *form) keyOf(folded string) formKey {
	own := formKey{f.kind.String(), orgKey(folded)}
	if f.kind != mention.Place && f.kind != mention.Organisation {
		return own
	}
	listed := folded
	if strings.HasPrefix(f.name, "the ") {
		listed = folded[len("the "):]
	}
	e, ok := lexicon.Lookup(lexicon.Key(listed))
	if !ok && f.kind == mention.Organisation {
		e, _ = lexicon.Lookup(lexicon.Key(own.key)) // "Halden Inc." is "Halden"
	}
	switch {
	case f.kind == mention.Place && e.Is(lexicon.Country) && !e.Is(lexicon.State):
		return formKey{country, e.Party}
	case f.kind == mention.Place && e.Is(lexicon.State) && e.Where != "":
		return formKey{"state", e.Where}
	case f.kind == mention.Organisation && e.Is(lexicon.Body) && e.Name != "":
		return formKey{"body", e.Name}
	}
	return own
}

// country is the sort of the names of countries.
const country = "country"

// Key is a name without what some outlets write and others leave out: articles,
// hyphens, full stops, accents, capitals and the legal form of a firm.
func Key(name string) string {
	return orgKey(strings.ReplaceAll(strings.ReplaceAll(name, "-", " "), ".", ""))
}

// orgKey drops articles and the legal form of a firm.
func orgKey(name string) string {
	name = singleSpaced(lexicon.Fold(name))
	for {
		last := strings.LastIndexByte(name, ' ')
		if last < 0 || !endsFirm(strings.Trim(name[last+1:], ".,")) {
			break
		}
		name = name[:last]
	}
	name = strings.TrimSuffix(name, " &") // "Halden & Co."
	return strings.TrimSuffix(strings.TrimPrefix(name, "the "), ",")
}

// endsFirm reports whether a word at the end of a name tells no more than that it is a
// firm's.
func endsFirm(word string) bool {
	switch word {
	case "inc", "corp", "corporation", "ltd", "co", "company", "plc", "llc", "ag", "sa", "holdings":
		return true
	}
	return false
}

// better reports whether f is a fuller name than g.
func (f *form) better(g *form) bool {
	if f.kind == mention.Place && f.key.sort == country {
		return false // as first written
	}
	if len(f.words) != len(g.words) {
		return len(f.words) > len(g.words)
	}
	return len(f.name) > len(g.name)
}

func (f *form) surname() string { return f.words[len(f.words)-1] }

// spelling is the surname of f and how it sounds.
func (f *form) spelling() spelling { return spelling{f.surname(), f.sound} }

// alone is a bare name, whatever stands behind it, and how it sounds.
func (f *form) alone() spelling {
	if f.name == f.surname() {
		return f.spelling()
	}
	return spellingOf(f.name)
}

// givenName is the first given name, "" for a bare surname.
func (f *form) givenName() string {
	if len(f.words) < 2 {
		return ""
	}
	return f.words[0]
}
