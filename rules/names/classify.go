package names

import (
	"slices"
	"strings"

	"github.com/concord-news/concord/rules/lexicon"
	"github.com/concord-news/concord/rules/mention"
	"github.com/concord-news/concord/rules/names/internal/label"
	"github.com/concord-news/concord/rules/text"
)

// classify notes the name of tokens first to last with its kind: by the lists,
// by the words it ends with, by what stands round it; a guess where nothing
// says it.
func (r *reader) classify(first, last int) {
	if k := r.certain(first, last); k != mention.None {
		listed := r.listed(first, last)
		r.sure[first] = k == mention.Person || listed
		if listed {
			r.settled[first] = uint8(last - first)
		}
		r.add(first, last, k)
		return
	}
	r.add(first, last, r.context(first, last))
}

// listed reports whether the whole name stands in the lists as the name of a
// country, capital or body.
func (r *reader) listed(first, last int) bool {
	e, n := r.longest(first, last)
	return n == last-first && e.Is(lexicon.Country|lexicon.Capital|lexicon.Body|lexicon.Metonym|lexicon.Region|lexicon.State)
}

// certain returns the kind that the name's own words say.
func (r *reader) certain(first, last int) mention.Kind {
	c, n := r.class[last-1], last-first
	if e, m := r.longest(first, last); m == n {
		if k := kindOf(e); k != mention.None && (!e.Is(lexicon.Given|lexicon.Surname) || !e.Is(lexicon.City) || e.Is(lexicon.Country|lexicon.Capital)) {
			return k
		}
	}
	if n == 1 {
		return mention.None
	}
	given := r.class[first]&lexicon.Given != 0
	switch {
	case c&lexicon.EventWord != 0, isStorm(r.d.Tokens[first].Lower):
		return mention.Event
	case r.class[first]&lexicon.PlaceFirst != 0 && !given, riverFirst(r.d.Tokens[first].Lower):
		return mention.Place
	case c&lexicon.OrgWord != 0 && !(given && c&lexicon.Surname != 0):
		return mention.Organisation
	case c&lexicon.PlaceWord != 0 && !(given && n == 2 && r.class[first]&lexicon.Common == 0):
		return mention.Place
	case r.placeOf(first, last):
		return mention.Place
	case r.hasOrgHead(first, last):
		return mention.Organisation
	case given && r.class[first]&lexicon.Common == 0 && n <= 5:
		return mention.Person
	case r.initials(first, last):
		return mention.Person
	case given && c&lexicon.Surname != 0:
		return mention.Person
	case r.appointed(last):
		return mention.Person
	}
	return mention.None
}

// appointed reports whether one of the great offices stands in apposition behind
// token last: ", the Belmoran foreign minister,". Who holds it is a person.
func (r *reader) appointed(last int) bool {
	const greatest, reach = 2, 4
	if last+2 >= len(r.d.Tokens) || r.d.Tokens[last].Lower != "," || r.d.Tokens[last+1].Tag != text.DET {
		return false
	}
	for k := last + 2; k < min(last+2+reach, len(r.d.Tokens)); k++ {
		n := int(r.office[k])
		if n == 0 {
			if t := r.d.Tokens[k].Tag; t != text.ADJ && t != text.PROPN && t != text.NOUN {
				return false
			}
			continue
		}
		o, _ := lexicon.OfficeOfBytes(r.key(k, k+n))
		return o.Rank > 0 && o.Rank <= greatest && k+n < len(r.d.Tokens) && isClosing(r.d.Tokens[k+n].Lower)
	}
	return false
}

// isClosing reports whether a word may follow an apposition or goes on with it.
func isClosing(w string) bool {
	return w == "," || w == "." || w == ";" || w == ")" || w == "of" || w == "who"
}

// placeOf reports whether the name is "Province of X", "Isle of Y".
func (r *reader) placeOf(first, last int) bool {
	return last-first > 2 && r.d.Tokens[first+1].Lower == "of" && r.class[first]&(lexicon.PlaceWord|lexicon.PlaceFirst) != 0 && r.class[first]&lexicon.OrgWord == 0
}

// isStorm reports whether a word begins the name of a storm or an operation,
// whatever given name follows: "Hurricane Ada".
func isStorm(w string) bool {
	switch w {
	case "hurricane", "cyclone", "typhoon", "storm", "operation":
		return true
	}
	return false
}

// riverFirst reports whether a word begins the name of a place where a name
// follows, though it may be a given name too.
func riverFirst(w string) bool { return w == "river" || w == "lake" || w == "mount" }

// hasOrgHead reports whether an organisation's head word stands before "of" or
// "for" in the name.
func (r *reader) hasOrgHead(first, last int) bool {
	for i := first + 1; i < last; i++ {
		switch r.d.Tokens[i].Lower {
		case "of", "for", "on", "and", "&":
			if r.d.Tokens[i].Lower == "&" || r.class[i-1]&lexicon.OrgWord != 0 {
				return true
			}
		}
	}
	return false
}

// initials reports whether the name has an initial in it: "Ada K. Voss".
func (r *reader) initials(first, last int) bool {
	for i := first; i < last-1; i++ {
		f := r.d.Form(i)
		if len(f) == 2 && f[1] == '.' {
			return true
		}
	}
	return false
}

// context returns the kind that the words round the name say.
func (r *reader) context(first, last int) mention.Kind {
	sent := r.d.Sentences[r.d.SentenceOf(first)]
	next, prev := "", ""
	if last < sent.Last {
		next = r.d.Tokens[last].Lower
	}
	if first > sent.First {
		prev = r.d.Tokens[first-1].Lower
	}
	if next == "," && last+1 < sent.Last && r.d.Tokens[last+1].Shape.Has(text.HasDigit) && r.d.Tokens[last+1].Len() <= 3 {
		return mention.Person
	}
	if last-first > 1 && r.class[first]&lexicon.Given != 0 {
		return mention.Person
	}
	e, _ := r.longest(first, last)
	switch {
	case speaks(next) && !r.d.Tokens[last-1].Shape.Has(text.AllCaps) && !e.Is(knownClass):
		return mention.Person
	case prev == "in" || prev == "near" || prev == "at" && e.Is(placeClass):
		return mention.Place
	case prev == "of" && first > sent.First+1 && lies(r.d.Tokens[first-2].Lower):
		return mention.Place
	case r.d.Tokens[last-1].Shape.Has(text.AllCaps) && r.d.Tokens[last-1].Len() <= 6 && last-first == 1:
		return mention.Organisation
	}
	return mention.None
}

// lies reports whether what a noun is "of" is a place: "the village of", "a native of".
func lies(noun string) bool {
	switch noun {
	case "village", "town", "city", "hamlet", "suburb", "settlement", "municipality", "outskirts", "centre", "center", "port",
		"north", "south", "east", "west", "northeast", "northwest", "southeast", "southwest", "native", "resident", "residents", "inhabitants":
		return true
	}
	return false
}

func speaks(w string) bool {
	switch w {
	case "said", "says", "told", "added", "tweeted", "wrote", "asked", "replied", "insisted", "recalled", "testified", "who", "whose":
		return true
	}
	return false
}

// settle gives the names that nothing decided the kind that the same words, or
// the same last word, have elsewhere in the text.
func (r *reader) settle() {
	if !slices.ContainsFunc(r.found, func(n label.Name) bool { return n.Kind == mention.None }) {
		return
	}
	kinds := r.kinds
	clear(kinds)
	note := func(first, last int, k mention.Kind) {
		if key := r.key(first, last); len(key) > 0 && kinds[string(key)] == mention.None {
			kinds[string(key)] = k
		}
	}
	for i := range r.found {
		m := &r.found[i]
		if m.Kind == mention.None {
			continue
		}
		note(m.First, m.Last, m.Kind)
		if m.Kind == mention.Person {
			note(m.Last-1, m.Last, m.Kind)
			note(m.First, m.First+1, m.Kind)
		}
	}
	out := r.found[:0]
	for _, m := range r.found {
		if m.Kind == mention.None {
			m.Kind = kinds[string(r.key(m.First, m.Last))]
		}
		if m.Kind == mention.None {
			m.Kind = r.guess(m.First, m.Last)
		}
		if m.Kind != mention.None {
			out = append(out, m)
			continue
		}
		for i := m.First; i < m.Last; i++ {
			r.taken[i] = false
		}
	}
	r.found = out
}

// guess is the last word on a name that nothing else decides.
func (r *reader) guess(first, last int) mention.Kind {
	c := r.class[first] | r.class[last-1]
	switch {
	case c&placeClass != 0:
		return mention.Place
	case c&(lexicon.Given|lexicon.Surname) != 0 && c&lexicon.Common == 0:
		return mention.Person
	case c&lexicon.OrgWord != 0:
		return mention.Organisation
	case last-first >= 2 && last-first <= 3 && r.class[last-1] == 0 && r.d.Tokens[last-1].Tag != text.NOUN:
		return mention.Person
	case r.d.Tokens[last-1].Tag == text.PROPN && last < len(r.d.Tokens) && r.d.Tokens[last].Tag == text.VERB:
		return mention.Person
	}
	return mention.None
}

// headlines looks in headlines, where capitals say nothing, for the names that
// the lists or the rest of the text know.
func (r *reader) headlines() {
	if !slices.ContainsFunc(r.style, func(s style) bool { return s != plain }) {
		return
	}
	known := r.kinds
	clear(known)
	longest := 1
	for _, m := range r.found {
		if f := r.key(m.First, m.Last); len(f) > 2 && known[string(f)] == mention.None {
			known[string(f)] = m.Kind
			longest = max(longest, min(m.Last-m.First, 6))
		}
		if m.Kind != mention.Person || m.Last-m.First < 2 || r.class[m.Last-1]&lexicon.Common != 0 {
			continue
		}
		if s := r.key(m.Last-1, m.Last); known[string(s)] == mention.None {
			known[string(s)] = mention.Person
		}
	}
	for s, st := range r.style {
		if st != plain {
			r.headline(s, known, longest)
		}
	}
}

func (r *reader) headline(s int, known map[string]mention.Kind, longest int) {
	sent := r.d.Sentences[s]
	for i := sent.First; i < sent.Last; {
		if !r.capital(i) {
			i++
			continue
		}
		i = r.headlineName(i, sent.Last, known, longest)
	}
}

// headlineName notes the name at i, if any, and returns where to go on.
func (r *reader) headlineName(i, last int, known map[string]mention.Kind, longest int) int {
	for n := min(longest, last-i); n > 0; n-- {
		if k := known[string(r.key(i, i+n))]; k != mention.None {
			r.add(i, i+n, k)
			return i + n
		}
	}
	if e, n := r.longest(i, last); n > 0 && e.Is(knownClass) && (n > 1 || e.Is(lexicon.Country|lexicon.Capital|lexicon.Metonym|lexicon.Body) && !isSmall(r.d.Form(i), r.style[r.d.SentenceOf(i)])) {
		r.add(i, i+n, kindOf(e))
		return i + n
	}
	if r.class[i]&lexicon.Given != 0 && r.class[i]&lexicon.Common == 0 && i+1 < last && r.capital(i+1) &&
		(r.class[i+1]&lexicon.Surname != 0 || r.d.Tokens[i+1].Tag == text.PROPN && r.class[i+1] == 0) {
		r.add(i, i+2, mention.Person)
		return i + 2
	}
	return i + 1
}

// isSmall reports whether a word in a line of capitals may be a small word: US
// and IT are pronouns there.
func isSmall(form string, s style) bool {
	return s == allCaps && len(form) <= 3 && !strings.Contains(form, ".")
}
