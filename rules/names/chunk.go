package names

import (
	"strings"

	"github.com/concord-news/concord/rules/lemma"
	"github.com/concord-news/concord/rules/lexicon"
	"github.com/concord-news/concord/rules/mention"
	"github.com/concord-news/concord/rules/text"
)

// sentence finds the names of a sentence that is no headline.
func (r *reader) sentence(s int) {
	sent := r.d.Sentences[s]
	if r.style[s] != plain {
		return
	}
	for i := sent.First; i < sent.Last; {
		if !r.upper[i] || !r.nameWord(i) {
			i++
			continue
		}
		j := r.runEnd(i, sent.Last)
		r.split(i, j)
		i = j
	}
}

const (
	placeClass = lexicon.Country | lexicon.Capital | lexicon.City | lexicon.State | lexicon.Region
	knownClass = placeClass | lexicon.Body | lexicon.Metonym
)

// nameWord reports whether token i may be a word of a name, by its own look.
func (r *reader) nameWord(i int) bool {
	if !r.upper[i] {
		return false
	}
	t := &r.d.Tokens[i]
	switch t.Tag {
	case text.PRON, text.DET, text.AUX, text.CCONJ, text.SCONJ, text.PART:
		return false
	case text.ADP, text.ADV, text.INTJ:
		return !t.Shape.Has(text.SentenceStart) && t.Tag != text.ADP
	}
	if !t.Shape.Has(text.SentenceStart) {
		return true
	}
	if t.Tag != text.X {
		return t.Tag == text.PROPN || r.class[i]&(knownClass|lexicon.Honorific) != 0 ||
			t.Tag == text.NOUN && r.class[i]&(lexicon.Given|lexicon.Surname) != 0 && r.class[i]&lexicon.Common == 0 ||
			t.Tag != text.VERB && i+1 < len(r.d.Tokens) && r.capital(i+1)
	}
	return r.class[i]&(knownClass|lexicon.Given|lexicon.Surname|lexicon.Honorific) != 0 && r.class[i]&lexicon.Common == 0 && !isFunction(t.Lower)
}

func (r *reader) capital(i int) bool {
	return r.upper[i]
}

// runEnd returns the end of the run of name words that begins at i: words in
// capitals, joined by hyphens, small words inside names, and "and" or "of"
// where the name of an organisation goes on.
func (r *reader) runEnd(i, last int) int {
	org := r.class[i]&lexicon.OrgWord != 0
	j := i + 1
	if e, n := r.longest(i, last); n > 1 && e.Is(knownClass) {
		j = i + n // "Trinidad and Tobago"
	}
	for j < last {
		k := j
		switch t := &r.d.Tokens[j]; {
		case r.nameWord(j):
		case t.Lower == "-" && !t.Shape.Has(text.SpaceBefore) && j+1 < last && !r.d.Tokens[j+1].Shape.Has(text.SpaceBefore) && r.nameWord(j+1):
			k = j + 1
		case t.Lower == "&" && j+1 < last && r.nameWord(j+1):
			k = j + 1
		case r.ownedByMany(j, last):
			k, org = j+1, true
		case r.joins(j, last, org):
			k = j + 1
			if r.d.Tokens[k].Lower == "the" || !r.capital(k) {
				k++
			}
		default:
			return j
		}
		k = min(k, last-1)
		org = org || r.class[k]&lexicon.OrgWord != 0
		j = k + 1
	}
	return j
}

// ownedByMany reports whether the apostrophe at token j joins the members of a body
// with what they are: "Workers' Party", but not "Ada Voss' Party".
func (r *reader) ownedByMany(j, last int) bool {
	d := r.d
	if j+1 >= last || d.Tokens[j].Lower != "'" || d.Tokens[j].Shape.Has(text.SpaceBefore) || !r.capital(j+1) {
		return false
	}
	one, many := strings.CutSuffix(d.Tokens[j-1].Lower, "s")
	return many && lemma.Known(one, text.NOUN) && r.class[j+1]&lexicon.OrgWord != 0
}

// joins reports whether the small word j, in a run, joins it with the next.
func (r *reader) joins(j, last int, org bool) bool {
	if j+1 >= last {
		return false
	}
	next := j + 1
	switch r.d.Tokens[j].Lower {
	case "of":
		if r.d.Tokens[next].Lower == "the" && next+1 < last {
			next++
		}
		return r.capital(next) && (org || r.class[j-1]&(lexicon.PlaceWord|lexicon.PlaceFirst) != 0 && r.class[next]&placeClass == 0)
	case "for", "on", "and":
		return org && r.capital(next) && r.orgAhead(j)
	case "de", "del", "della", "der", "di", "da", "dos", "van", "von", "bin", "ibn", "ben", "al", "el", "du", "la", "le", "den", "ter":
		if e, _ := lexicon.Lookup(r.d.Tokens[next].Lower); e.Is(lexicon.Particle) && next+1 < last {
			next++
		}
		return r.capital(next)
	}
	return false
}

// orgAhead reports whether the organisation that ends before j began with its
// head word, as in "Department of Health and Human Services".
func (r *reader) orgAhead(j int) bool {
	if r.d.Tokens[j].Lower != "and" {
		return r.class[j-1]&lexicon.OrgWord != 0
	}
	for k := j - 1; k > 0 && k > j-4; k-- {
		if l := r.d.Tokens[k].Lower; l == "of" || l == "for" {
			return true
		}
	}
	return false
}

// split cuts a run into titles, nationalities and names.
func (r *reader) split(first, last int) {
	for first < last {
		month := isCalendar(r.d.Tokens[first].Lower)
		switch {
		case month && r.givenMonth(first, last):
			r.person(first, last)
			return
		case month, isFormer(r.d.Tokens[first].Lower):
			first++
			continue
		case r.class[first]&lexicon.Demonym != 0 && !r.nationalName(first, last):
			first++
			continue
		case r.peopleAt(first, last) > 1:
			first += r.peopleAt(first, last)
			continue
		case r.class[first]&lexicon.Honorific != 0 && first+1 < last:
			if n := r.officeAt(first, last); n > 1 {
				first += n
			} else {
				first++
			}
			r.person(first, last)
			return
		}
		if n := r.officeAt(first, last); n > 0 {
			if first+n < last {
				r.person(first+n, last)
			}
			return
		}
		if n := r.knownAhead(first, last); n > 0 {
			first += n
			continue
		}
		if cut := r.officeInside(first, last); cut > first {
			r.classify(first, cut)
			first = cut
			continue
		}
		r.classify(first, last)
		r.sure[first] = r.sure[first] || r.behindDay(first, last)
		return
	}
}

// behindDay reports whether a name stands between a day and what it did then: "On
// Monday Dunmore shipped". The model, which saw few such, takes the day for a part
// of it.
func (r *reader) behindDay(first, last int) bool {
	if first == 0 || last >= len(r.d.Tokens) || !isCalendar(r.d.Tokens[first-1].Lower) {
		return false
	}
	switch r.d.Tokens[last].Fine {
	case text.VBD, text.VBZ, text.MD:
		return r.d.Tokens[last-1].Fine == text.NNP
	}
	return false
}

// givenMonth reports whether a month is a given name: "and June Prewitt", "his
// wife June", but not "in June Prewitt said".
func (r *reader) givenMonth(first, last int) bool {
	if first == 0 || r.class[first]&lexicon.Given == 0 {
		return false
	}
	before := &r.d.Tokens[first-1]
	if first+1 == last {
		return relative(before.Lower)
	}
	const family = lexicon.Given | lexicon.Male | lexicon.Female | lexicon.Surname
	if first+2 != last || isCalendar(r.d.Tokens[first+1].Lower) || r.class[first+1]&^family != 0 {
		return false
	}
	switch before.Tag {
	case text.CCONJ, text.PUNCT, text.NOUN:
		return true
	}
	return before.Tag == text.VERB && before.Fine != text.VBG
}

// relative reports whether a word stands before the given name of a relative.
func relative(word string) bool {
	switch word {
	case "wife", "husband", "mother", "father", "daughter", "son", "sister", "brother", "aunt", "grandmother", "girlfriend", "widow", "niece", "cousin":
		return true
	}
	return false
}

// peopleAt returns the length of the adjective of nationality of several words
// that begins a run: "North Korean".
func (r *reader) peopleAt(first, last int) int {
	e, n := r.longest(first, last)
	if n > 1 && e.Is(lexicon.Demonym) && !e.Is(lexicon.Country) {
		return n
	}
	return 0
}

// person notes a name that follows a title.
func (r *reader) person(first, last int) {
	for first < last && (r.class[first]&lexicon.Honorific != 0 || r.d.Tokens[first].Lower == "-") {
		first++
	}
	if first >= last || !r.capital(first) {
		return
	}
	if r.class[last-1]&(lexicon.OrgWord) != 0 && r.class[last-1]&(lexicon.Given|lexicon.Surname) == 0 {
		r.classify(first, last)
		return
	}
	r.sure[first] = true
	r.add(first, last, mention.Person)
}

// nationalName reports whether a run that begins with a nationality is one
// name: "British Airways".
func (r *reader) nationalName(first, last int) bool {
	if _, n := r.longest(first, last); n > 1 {
		return true
	}
	for k := first + 1; k < last; k++ {
		if r.officeAt(k, last) > 0 {
			return false
		}
	}
	return last-first > 1 && r.class[last-1]&(lexicon.OrgWord|lexicon.PlaceWord|lexicon.EventWord) != 0
}

// knownAhead notes a place or body of the lists at the beginning of a run that
// goes on with something else, and returns its length: "U.S. President".
func (r *reader) knownAhead(first, last int) int {
	e, n := r.longest(first, last)
	if n == 0 || !e.Is(knownClass) || first+n == last {
		return 0
	}
	next := first + n
	if r.officeAt(next, last) > 0 || r.class[next]&(lexicon.Demonym|lexicon.Honorific) != 0 {
		r.sure[first] = true
		r.add(first, next, kindOf(e))
		return n
	}
	return 0
}

// officeInside returns where a title in the middle of a run begins: "Kyiv
// Mayor X", "State Department spokesman".
func (r *reader) officeInside(first, last int) int {
	for k := first + 1; k < last; k++ {
		if r.capital(k) && r.officeAt(k, last) > 0 && k+1 < last && r.class[k]&lexicon.OrgWord == 0 {
			return k
		}
	}
	return -1
}

// officeAt returns the number of tokens of the longest office that begins at i
// and ends before last, 0 where none does.
func (r *reader) officeAt(i, last int) int {
	if n := int(r.office[i]); n <= last-i {
		return n
	}
	return r.longestOffice(i, last-i)
}

func kindOf(c lexicon.Class) mention.Kind {
	switch {
	case c.Is(placeClass):
		return mention.Place
	case c.Is(lexicon.Body | lexicon.Metonym):
		return mention.Organisation
	}
	return mention.None
}

func isCalendar(w string) bool {
	switch w {
	case "yesterday", "today", "tomorrow", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
		"january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december",
		"jan.", "feb.", "mar.", "apr.", "jun.", "jul.", "aug.", "sep.", "sept.", "oct.", "nov.", "dec.", "am", "pm", "a.m.", "p.m.", "gmt", "est", "edt":
		return true
	}
	return false
}

// isFunction reports whether a word that begins a sentence is grammar and no
// name, where no tagger has said so.
func isFunction(w string) bool {
	switch w {
	case "the", "a", "an", "in", "on", "at", "of", "for", "to", "by", "with", "from", "as", "and", "but", "or", "if", "it", "he", "she",
		"they", "we", "you", "his", "her", "its", "their", "this", "that", "these", "those", "there", "when", "while", "after", "before",
		"since", "not", "no", "who", "what", "how", "why", "where", "so", "then", "than", "is", "was", "are", "were", "be", "all", "some":
		return true
	}
	return false
}
