package casualty

import (
	"cmp"
	"strings"

	"github.com/concord-news/concord/rules/lexicon"
	"github.com/concord-news/concord/rules/mention"
	"github.com/concord-news/concord/rules/text"
)

// longestPhrase is how many tokens a phrase for people has before its head at
// most: "at least two unarmed 14-year-old high school boys" has eleven.
const longestPhrase = 12

func figure(n float64) mention.Quantity { return mention.Quantity{Low: n, High: n, Step: 1} }

// member reads the noun phrase for people that ends before token e.
func (r *reader) member(e int) (Member, bool) {
	h := e - 1
	if h < r.first {
		return Member{}, false
	}
	m := Member{First: h, Last: e, Head: h, Age: -1, Quantity: mention.NoValue()}
	if !r.head(&m) {
		return m, false
	}
	if !m.Pronoun {
		r.modifiers(&m)
	}
	r.whole(&m)
	return m, true
}

// head looks at the last token of a phrase: a name, a figure, an age, a
// pronoun or a noun for people.
func (r *reader) head(m *Member) bool {
	t := &r.d.Tokens[m.Head]
	mt := r.mentionAt(m.Head)
	switch {
	case mt != nil && mt.Kind == mention.Person && !(mt.Last-mt.First == 1 && lexicon.PersonNoun(t.Lower) != 0):
		if mt.Last != m.Last {
			return false
		}
		m.First, m.Name, m.Entity, m.Quantity = mt.First, mt.Name, mt.Entity, figure(1)
		r.nickname(m)
		return true
	case mt != nil && mt.Kind == mention.Number:
		return r.bare(m, mt)
	case mt != nil && mt.Kind == mention.Age:
		m.First, m.Age, m.Quantity = mt.First, mt.Quantity.Low, figure(1)
		return mt.Last == m.Last && r.is(m.Head, "old", "olds")
	case mt != nil && mt.Kind == mention.Ordinal:
		return mt.Last-mt.First == 1 && r.nth(m)
	case mt == nil && t.Lower == "second":
		return r.nth(m)
	case mt != nil && mt.Kind != mention.Person:
		return false
	}
	if r.oneOrNone(m, t.Lower) {
		m.Another = m.Another || r.is(m.Last, "else")
		return m.Quantity.Low == 0 || !r.is(m.Last, "else")
	}
	if t.Lower == "more" {
		return r.more(m)
	}
	if mt := r.mentionAt(m.Head - 1); t.Lower == "police" && mt != nil && mt.Kind == mention.Number && !r.nominal(m.Last) {
		m.Noun = "police"
		return true // "four police were wounded"
	}
	if sex, n, ok := pronoun(t.Lower); ok && !(t.Fine == text.PRPS || t.Lower == "her" && r.nominal(m.Last)) {
		m.Pronoun, m.Definite, m.Sex = true, true, sex
		if n > 0 {
			m.Quantity = figure(n)
		}
		return true
	}
	return r.noun(m, t)
}

// nickname takes the first part of a name that a nickname parts in two: Tom
// "Red" Lind.
func (r *reader) nickname(m *Member) {
	if !r.is(m.First-1, "\"", "'", ")") {
		return
	}
	for k := m.First - 3; k >= max(r.first+1, m.First-5); k-- {
		if !r.is(k, "\"", "'", "(") {
			continue
		}
		if mt := r.mentionAt(k - 1); mt != nil && mt.Kind == mention.Person {
			m.First = mt.First
		}
		return
	}
}

// nth reads "a second was hurt" and "the third died".
func (r *reader) nth(m *Member) bool {
	k := m.Head - 1
	if !r.is(k, "a", "the") || r.is(m.Head, "first") || r.nominal(m.Last) {
		return false
	}
	m.First, m.Quantity, m.General = k, figure(1), true
	m.Another, m.Definite = true, r.is(k, "the")
	return true
}

// oneOrNone reads "no one", "nobody", "one" and "another".
func (r *reader) oneOrNone(m *Member, lower string) bool {
	switch {
	case (lower == "nobody" || lower == "one" && r.is(m.Head-1, "no")) && r.thatTime(m.Head):
		return false
	case lower == "nobody", lower == "one" && r.is(m.Head-1, "no"):
		m.Quantity, m.General = figure(0), true
		if lower == "one" {
			m.First--
		}
	case lower == "one", lower == "another":
		m.Quantity, m.General, m.Another, m.Counted = figure(1), true, lower == "another", true
	default:
		return false
	}
	return true
}

// thatTime reports whether nobody came to harm at another time or of one cause: "then no one
// died", "nobody died that time", "nobody died in that fire", "no deaths were put down to it".
func (r *reader) thatTime(head int) bool {
	s := &r.d.Sentences[r.d.SentenceOf(head)]
	if r.is(s.First, "then") {
		return true
	}
	for k := head + 1; k+1 < s.Last; k++ {
		if r.is(k, "that", "either", "both", "neither") && r.is(k+1, "time", "occasion", "occasions", "incident", "case", "cases", "accident", "crash", "fire", "year") && !r.is(k-1, "at", "by") {
			return true
		}
		if r.is(k, "attributed", "attributable", "linked", "ascribed", "down") && r.is(k+1, "to") || r.is(k, "because") && r.is(k+1, "of") && r.is(k-1, "died", "die", "deaths") {
			return true
		}
	}
	return false
}

// more reads "two more", with nothing behind it of which there are more.
func (r *reader) more(m *Member) bool {
	mt := r.mentionAt(m.Head - 1)
	if mt == nil || mt.Kind != mention.Number || mt.Last != m.Head || !mt.Quantity.Known() {
		return false
	}
	if _, told := r.trigger(m.Last); !told && r.nominal(m.Last) {
		return false
	}
	m.First, m.Quantity, m.General, m.Another, m.Counted = mt.First, mt.Quantity, true, true, true
	return true
}

// nominal reports whether token k goes on a noun phrase.
func (r *reader) nominal(k int) bool {
	mt := r.mentionAt(k)
	return mt != nil && mt.Kind != mention.Date && mt.Kind != mention.Time || r.tag(k) == text.ADJ || r.tag(k) == text.NOUN || r.tag(k) == text.PROPN
}

// bare reads a figure that stands for people: "two were killed".
func (r *reader) bare(m *Member, mt *mention.Mention) bool {
	if mt.Last != m.Last || r.is(mt.First-1, "and", "to") && r.mentionAt(mt.First-2) != nil && r.is(r.mentionAt(mt.First-2).First-1, "of", "between", "ages", "aged", "from") {
		return false // "between the ages of 11 and 15"
	}
	if r.ofOne(m, mt) {
		return true
	}
	if r.is(m.Last, "-") && r.d.Tokens[m.Last].Start == r.d.Tokens[m.Head].End {
		return false // the cut "killed 8-y"
	}
	m.First, m.Quantity, m.General, m.Counted = mt.First, mt.Quantity, true, true
	return !mt.Quantity.Known() || mt.Quantity.Low != 0
}

// oldest is the age in years that people reach at most.
const oldest = 120

// agedNouns are nouns behind which "of" gives an age.
var agedNouns = set("man", "woman", "boy", "girl", "child", "baby", "youth", "lad", "lady", "gentleman", "person", "student", "toddler")

// ofOne reads one person behind whom a figure tells of the age, or of others:
// "a woman of 71", "a father of three".
func (r *reader) ofOne(m *Member, mt *mention.Mention) bool {
	k := mt.First - 2
	if k < r.first || !r.is(k+1, "of") || r.in(k, familyWords) || r.in(k, partWords) {
		return false
	}
	who := Member{First: k, Last: m.Last, Head: k, Age: -1, Quantity: mention.NoValue()}
	if !r.noun(&who, &r.d.Tokens[k]) || !who.single() || who.General && !r.in(k, agedNouns) {
		return false
	}
	if r.in(k, agedNouns) && mt.Quantity.Low <= oldest {
		who.Age = mt.Quantity.Low
	}
	*m = who
	return true
}

func (r *reader) noun(m *Member, t *text.Token) bool {
	sex := cmp.Or(lexicon.PersonNoun(t.Lemma), lexicon.PersonNoun(t.Lower), lexicon.PersonNoun(strings.TrimSuffix(t.Lower, "s"))) // "troops" is a lemma
	if sex == 0 {
		return false
	}
	switch t.Tag {
	case text.VERB, text.AUX, text.ADP, text.ADV:
		return false
	}
	if r.is(m.Head-1, "unborn") {
		return false // tolls do not count them
	}
	if sex != 'n' {
		m.Sex = sex
	}
	m.Noun, m.General = t.Lemma, general[t.Lemma]
	switch {
	case counts[t.Lemma] > 0:
		m.Quantity = figure(counts[t.Lemma])
	case familyWords[t.Lemma], t.Lemma == "dozen":
	case t.Lower == t.Lemma && !plural(t):
		m.Quantity = figure(1)
	}
	m.Another = t.Lemma == "other"
	return true
}

// pronoun tells the sex and number of a pronoun for people of whom the text
// has spoken; 0 for a number that it does not tell.
func pronoun(lower string) (sex byte, n float64, ok bool) {
	switch lower {
	case "he", "him", "himself":
		return 'm', 1, true
	case "she", "her", "herself":
		return 'f', 1, true
	case "both":
		return 0, 2, true
	case "they", "them", "themselves", "all":
		return 0, 0, true
	}
	return 0, 0, false
}

// modifiers walks from the head of a phrase to its first token.
func (r *reader) modifiers(m *Member) {
	for k := m.First - 1; k >= max(r.first, m.Last-longestPhrase); k-- {
		t := &r.d.Tokens[k]
		if mt := r.mentionAt(k); mt != nil {
			if !r.modifier(m, mt) {
				return
			}
			k = m.First
			continue
		}
		switch {
		case t.Lower == "one" && m.single():
			m.Counted = true
		case t.Tag == text.DET || t.Fine == text.PRPS || t.Lower == "another" || t.Lower == "no":
			m.First = k
			r.determiner(m, t.Lower)
			return
		case t.Fine == text.POS:
		case t.Lower == "-" && t.Shape.Has(text.SpaceBefore) && r.d.Tokens[k+1].Shape.Has(text.SpaceBefore):
			return // "three guards - one fatally"
		case t.Lower == "other" || t.Lower == "additional" || t.Lower == "more" || t.Lower == "second" || t.Lower == "third":
			m.Another = true
		case t.Tag != text.ADJ && t.Tag != text.NOUN && t.Tag != text.PROPN && t.Lower != "-" && !r.qualifies(k):
			return
		default:
			if tr, ok := triggers[t.Lower]; ok && !(m.Noun == "victim" && r.is(k, "shooting", "gunshot")) && (m.Noun == "" || m.Counted || t.Tag != text.ADJ || tr.frame != frameActs && tr.frame != frameHit) {
				return
			}
		}
		m.First = k
	}
}

// modifier takes a figure or an age before the head into the phrase.
func (r *reader) modifier(m *Member, mt *mention.Mention) bool {
	switch mt.Kind {
	case mention.Number:
		switch {
		case r.is(mt.Last, "-") && r.is(mt.Last+1, "year"), r.is(mt.Last, "year"):
			m.Age = mt.Quantity.Low
		case m.Name == "" && m.Noun != "dozen":
			m.Quantity, m.Counted = mt.Quantity, true
			m.Definite = m.Definite || r.is(mt.First, "both")
		}
		m.First = mt.First
	case mention.Age:
		m.Age, m.First = mt.Quantity.Low, mt.First
	case mention.Person:
		if town := mt.Last == m.Head && plural(&r.d.Tokens[m.Head]); town {
			m.First = mt.First // "two Lierby teens": towns are taken for names
			return true
		}
		if mt.Last >= len(r.d.Tokens) || r.d.Tokens[mt.Last].Fine != text.POS {
			return false
		}
		m.First, m.Definite = mt.First, true
	case mention.Ordinal:
		m.First, m.Another, m.Nth = mt.First, m.Noun != "grader" && mt.Quantity.Low > 1, mt.Quantity.Low
	default:
		return false
	}
	return true
}

func (r *reader) determiner(m *Member, lower string) {
	switch lower {
	case "a", "an":
		m.Fresh = true
		if m.Noun == "other" {
			m.Quantity = figure(1)
		}
	case "another":
		m.Another = true
	case "no", "neither":
		m.Quantity = figure(0)
	case "both":
		if m.Definite = true; m.Name == "" {
			m.Quantity = figure(2) // not "both Ann Blake and her son"
		}
	case "each", "every", "any", "either", "some":
		m.Quantity, m.Part = mention.NoValue(), true
	case "his", "her", "their", "my", "our", "its":
		m.Definite, m.Possessed = true, true
	default:
		m.Definite = true
	}
}

// whole looks at an "of" before the phrase: "a family of five" is all five, and
// "two of the victims" are a part.
func (r *reader) whole(m *Member) {
	if !r.is(m.First-1, "of") || m.Pronoun && r.is(m.Head, "her", "him") {
		return
	}
	k := m.First - 2
	mt := r.mentionAt(k)
	if m.Counted {
		m.Of = m.Quantity
	}
	switch {
	case r.in(k, familyWords):
		first := k
		for first > r.first && (r.tag(first-1) == text.DET || r.tag(first-1) == text.ADJ) {
			first--
		}
		m.First, m.Noun, m.General = first, "family", false
	case r.in(k, counts2):
		m.Quantity, m.First = figure(2), k
	case mt != nil && mt.Kind == mention.Number && mt.Last == k+1:
		m.Part, m.Quantity, m.First = (m.Definite || m.Pronoun) && !r.his(m.First), mt.Quantity, mt.First
	case r.is(k, "one"):
		m.Part, m.Quantity, m.First = true, figure(1), k
	case r.in(k, partWords):
		m.Part, m.Quantity = true, mention.NoValue()
	}
}

// his reports whether a phrase starts with a possessor, so that "five of his
// friends" are no part of a group told of before.
func (r *reader) his(first int) bool {
	t := &r.d.Tokens[first]
	return t.Fine == text.PRPS || r.mentionAt(first) != nil && r.mentionAt(first).Kind == mention.Person
}

var counts2 = set("couple", "pair")

// plural reports whether a noun is more than one; "people" has no singular of
// its own.
func plural(t *text.Token) bool {
	return t.Fine == text.NNS || t.Fine == text.NNPS || t.Lower == "people" || strings.HasSuffix(t.Lower, "others")
}
