package quantity

import (
	"github.com/concord-news/concord/rules/mention"
	"github.com/concord-news/concord/rules/quantity/calendar"
	"github.com/concord-news/concord/rules/quantity/number"
	"github.com/concord-news/concord/rules/text"
)

// count sets the noun that a figure counts: the last noun of the phrase after
// it ("three interconnected agreements", "12 of the 20 passengers").
func (r *reader) count(a *amount) {
	j := a.next
	if h := r.hyphen(j); h > j {
		if r.nounLike(h) && r.lower(h) != "plus" && r.lower(h) != "odd" {
			a.setHead(r.d, h)
		}
		return
	}
	_, j = rightHedge(r.d, j, mention.Exact)
	if r.lower(j) == "of" {
		j = r.wholeOf(j + 1)
	}
	if h := r.head(j, a.low == 1 && a.high == 1); h >= 0 {
		a.setHead(r.d, h)
	}
}

func (a *amount) setHead(d *text.Document, h int) {
	a.head = h
	t := &d.Tokens[h]
	a.unit = singular(t.Lower)
	if t.Lemma != "" && (t.Lemma != t.Lower || !plural(t.Lower)) {
		a.unit = t.Lemma
	}
}

// wholeOf returns the token after "the", "their 20" and the like at token j,
// which says what a part is taken of.
func (r *reader) wholeOf(j int) int {
	switch r.lower(j) {
	case "the", "its", "their", "his", "her", "our", "these", "those":
		j++
	}
	for k := j; k < j+4; k++ {
		if _, next, ok := number.Scan(r.d, k); ok {
			return next
		}
		if !hedgeWord(r.lower(k)) {
			break
		}
	}
	return j
}

// hedgeWord reports whether w is a word of a hedge before a figure.
func hedgeWord(w string) bool {
	switch w {
	case "more", "than", "at", "least", "about", "some", "nearly", "almost", "roughly", "approximately", "over", "around", "estimated", "an":
		return true
	}
	return false
}

// head returns the head noun of the phrase that starts at token j, -1 where
// there is none.
func (r *reader) head(j int, one bool) int {
	if j < len(r.d.Tokens) && r.d.Tokens[j].Tag != text.X {
		return r.taggedHead(j, one)
	}
	found, last := -1, -1
	for k := j; k < j+6; k++ {
		w := r.lower(k)
		if w == "" || stops(w) {
			break
		}
		t := &r.d.Tokens[k]
		if w == "-" && r.tight(k) && r.tight(k+1) {
			continue
		}
		if !t.Shape.Has(text.HasLetter) {
			break
		}
		last = k
		switch {
		case irregular(w), !one && plural(w):
			return k
		case one && !modifies(w):
			return k
		case !modifies(w):
			found = k
		}
	}
	switch {
	case one && found < 0:
		return last // one official said
	case found != j && !one:
		return -1
	}
	return found
}

// taggedHead is head where the tokens have tags: adjectives and participles
// are passed over, and the last of a run of nouns is the head.
func (r *reader) taggedHead(j int, one bool) int {
	found := -1
	for k := j; k < j+9 && r.lower(k) != ""; k++ {
		switch r.role(k, found, one) {
		case headNoun:
			if one && found >= 0 && r.d.Tokens[found].Tag == text.NOUN && r.d.Tokens[k].Fine == text.NNS {
				return found // one question people ask
			}
			found = k
		case owner:
			if one || counted(r.d.Tokens[found].Lower) {
				return found
			}
			found = -1
		case outside:
			return r.untagged(j, found)
		}
	}
	return found
}

// untagged returns found, or where that is -1 the token j if it must be a
// counted noun whatever its tag says.
func (r *reader) untagged(j, found int) int {
	if found < 0 && counted(r.lower(j)) && r.d.Tokens[j].Tag != text.VERB {
		return j
	}
	return found
}

// suffered reports a participle that is a singular noun too. Behind a figure of more
// than one the noun would have an ending.
func suffered(w string) bool { return w == "shot" || w == "hurt" || w == "hit" || w == "cut" }

// role says what a token does in the phrase of a counted noun.
type role uint8

const (
	outside  role = iota // the phrase ends before it
	inside               // it stands before the head
	headNoun             // it may be the head
	owner                // the 's after an owner
)

// role returns what token k does, when found is the last noun before it, -1
// for none.
func (r *reader) role(k, found int, one bool) role {
	t := &r.d.Tokens[k]
	if r.lower(k-1) == "-" && r.tight(k) && r.tight(k-1) && r.hyphen(k+1) > k+1 {
		return inside // the to of ship-to-ship
	}
	switch t.Tag {
	case text.NOUN, text.PROPN:
		if _, ok := calendar.Weekday(t.Lower); ok || r.month(k, true) {
			return outside // five wounded Friday
		}
		if !one && suffered(t.Lower) {
			return outside // four people shot
		}
		return headNoun
	case text.ADJ, text.NUM:
		if isTime(r.lower(k + 1)) {
			return outside // to 20 last week
		}
		if found < 0 || r.unfinished(found, one) && r.nounAt(k+1) {
			return inside
		}
	case text.ADV:
		if found < 0 && (t.Fine == text.RBR || t.Fine == text.RB || t.Fine == text.RBS) {
			return inside
		}
	case text.VERB:
		if found < 0 && (t.Fine == text.VBN || t.Fine == text.VBG || t.Fine == text.VBD) && r.nounAt(k+1) {
			return inside
		}
	case text.PUNCT, text.SYM:
		if r.hyphen(k) > k {
			return inside
		}
	case text.PART:
		if found >= 0 && t.Lower == "'s" {
			return owner
		}
	}
	return outside
}

// unfinished reports whether the noun at token found cannot be what a figure
// counts, so that the phrase goes on after it: a name or, for more than one, a
// singular.
func (r *reader) unfinished(found int, one bool) bool {
	t := &r.d.Tokens[found]
	return t.Tag == text.PROPN || !one && t.Fine == text.NN && !irregular(t.Lower)
}

// nounAt reports whether a noun or an adjective stands at token k.
func (r *reader) nounAt(k int) bool {
	if r.lower(k) == "" {
		return false
	}
	switch r.d.Tokens[k].Tag {
	case text.NOUN, text.PROPN, text.ADJ:
		return true
	}
	return false
}

// nounLike reports whether token h may be a noun.
func (r *reader) nounLike(h int) bool {
	t := &r.d.Tokens[h]
	return t.Shape.Has(text.HasLetter) && !stops(t.Lower)
}

// modifies reports whether w comes before the noun it belongs to, told without
// tags.
func modifies(w string) bool {
	switch w {
	case "more", "other", "additional", "new", "old", "young", "key", "main", "major", "different", "separate", "further", "such", "local",
		"foreign", "senior", "former", "top", "high", "big", "small", "large", "great", "good", "bad", "long", "short", "first", "last", "next",
		"own", "same", "very", "most", "less", "fewer", "extra", "armed", "wounded", "civilian", "military", "possible", "elderly", "male", "female":
		return true
	}
	n := len(w)
	if n < 5 {
		return false
	}
	switch w[n-2:] {
	case "ed", "ly", "al", "ic", "an", "le", "nt":
		return true
	}
	switch w[n-3:] {
	case "ing", "ous", "ive", "ful", "ish", "ary", "ese":
		return true
	}
	return false
}

// stops reports whether w can be no part of a counted noun's phrase.
func stops(w string) bool {
	switch w {
	case "of", "in", "on", "at", "to", "for", "from", "by", "with", "and", "or", "but", "as", "than", "that", "who", "which", "when", "where",
		"while", "after", "before", "since", "until", "into", "over", "under", "about", "per", "is", "was", "are", "were", "be", "been", "has",
		"have", "had", "do", "does", "did", "will", "would", "can", "could", "may", "might", "must", "should", "said", "says", "say", "told",
		"not", "n't", "also", "the", "a", "an", "this", "these", "those", "his", "her", "its", "their", "our", "my", "your", "it", "he", "she",
		"they", "we", "i", "you", "him", "them", "us", "me", "if", "because", "so", "then", "there", "here", "now", "just", "only", "even",
		"still", "yet", "again", "ago", "later", "earlier", "each", "every", "all", "both", "any", "no", "one", "another", "'s", "via", "against",
		"between", "among", "during", "through", "across", "within", "without", "out", "up", "down", "off", "killed", "died", "injured", "what",
		"how", "why", "whose", "whom", "though", "although", "however", "like", "took", "came", "went", "got", "made", "ended", "apiece", "today",
		"yesterday", "tomorrow", "overall", "altogether", "total", "away", "apart", "too", "well", "back", "makes", "plus", "minus":
		return true
	}
	return false
}

// irregular reports whether w is a plural that does not end in s ("people",
// "women"), or one that is like its singular ("aircraft").
func irregular(w string) bool {
	if n := len(w); n > 4 && w[n-3:] == "men" {
		return w != "specimen" && w != "regimen" && w != "abdomen" && w != "acumen"
	}
	switch w {
	case "people", "men", "children", "police", "troops", "personnel", "staff", "crew", "humans", "folk", "mice", "feet", "teeth",
		"cattle", "sheep", "fish", "aircraft", "spacecraft", "lives", "wives", "media", "data", "criteria", "deer":
		return true
	}
	return false
}

// counted reports whether w looks like a plural, which a figure of more than one
// counts.
func counted(w string) bool { return irregular(w) || plural(w) }

// plural reports whether w looks like a plural noun that ends in s.
func plural(w string) bool {
	n := len(w)
	if n < 4 || w[n-1] != 's' || !isLetter(w[n-2]) {
		return false
	}
	switch w[n-2] {
	case 's', 'u', 'i':
		return false
	}
	switch w {
	case "always", "perhaps", "towards", "afterwards", "besides", "does", "says", "makes", "takes", "goes", "comes", "gives", "means",
		"remains", "seems", "needs", "wants", "shows", "gets", "news", "whereas", "sometimes", "across", "has", "was", "this", "overseas",
		"becomes", "includes", "contains", "follows", "suggests", "indicates", "represents", "marks", "brings", "puts", "leads", "equals":
		return false
	}
	return true
}

// singular returns the singular of the noun w, well enough to key a count
// where the tagger has not given a lemma.
func singular(w string) string {
	switch w {
	case "people", "police", "series", "species", "news", "headquarters", "troops":
		return w
	case "persons":
		return "person"
	case "children":
		return "child"
	case "feet":
		return "foot"
	case "teeth":
		return "tooth"
	case "mice":
		return "mouse"
	case "lives":
		return "life"
	case "wives":
		return "wife"
	case "criteria":
		return "criterion"
	}
	n := len(w)
	switch {
	case n > 3 && w[n-3:] == "men":
		return w[:n-2] + "an"
	case n > 4 && w[n-3:] == "ies":
		return w[:n-3] + "y"
	case n > 4 && w[n-2:] == "es" && sibilant(w[:n-2]):
		return w[:n-2]
	case plural(w):
		return w[:n-1]
	}
	return w
}

// sibilant reports whether a stem takes "es" in the plural.
func sibilant(s string) bool {
	n := len(s)
	switch s[n-1] {
	case 'x', 'z':
		return true
	case 's':
		return s[n-2] == 's'
	case 'h':
		return s[n-2] == 'c' || s[n-2] == 's'
	}
	return false
}

// pronoun reports whether the "one" of a is no number: "this one", "one
// another", "one of them", "the one who", "no one".
func (r *reader) pronoun(a amount) bool {
	if a.next != a.first+1 || r.d.Tokens[a.first].Lower != "one" {
		return false
	}
	t := &r.d.Tokens[a.first]
	if t.Tag == text.PRON || t.Tag == text.DET {
		return true
	}
	next := r.lower(a.next)
	switch r.before(a.first) {
	case "this", "that", "no", "every", "which", "another", "any", "some":
		return true
	case "each", "last", "next", "previous", "current", "right", "wrong", "big", "good", "bad", "new", "old", "loved", "the":
		if h := r.head(a.next, true); h < 0 {
			return true
		}
	}
	if next == "-" {
		switch r.lower(a.next + 1) {
		case "time", "off", "on", "sided", "way", "stop", "liner", "upmanship", "third", "self", "size":
			return true
		}
		return false
	}
	switch next {
	case "day", "thing", "another":
		return true
	case "hand":
		return r.before(a.first) == "on" || r.before(a.first) == "the"
	}
	return r.head(a.next, true) < 0 && !r.neighbour(a.next)
}

// neighbour reports whether another figure follows a "one" at token j.
func (r *reader) neighbour(j int) bool {
	_, _, ok := number.Scan(r.d, j)
	return ok
}
