package label

import (
	"github.com/concord-news/concord/rules/lexicon"
	"github.com/concord-news/concord/rules/mention"
	"github.com/concord-news/concord/rules/text"
)

// view is what the features read of a document.
type view struct {
	d     *text.Document
	class []lexicon.Class
	// phrase marks the tokens of phrases of the lists: the class of the
	// phrase; first tells its first token.
	rule      []uint8
	candidate []bool
	hash      []uint32
	office    []uint8
	// word numbers the form of a candidate in seen, from 1.
	word []int32
	seen []seen
}

// seen says how a word stands in the whole document.
type seen uint16

const (
	seenSmall seen = 1 << iota
	seenInside
	seenAfterGiven
	seenAfterTitle
	seenAfterIn
	seenBeforeVerb
	seenBeforeOrg
	seenAlone
	seenFirst
	seenAfterThe
	seenPossessive
)

// The parts of office.
const (
	officeWord uint8 = 1 << iota
	officeEnd
)

func newView(d *text.Document, rules []mention.Mention) *view {
	n := len(d.Tokens)
	v := &view{
		d: d, class: make([]lexicon.Class, n), rule: labelsOf(d, rules), candidate: make([]bool, n),
		hash: make([]uint32, n), office: make([]uint8, n), word: make([]int32, n), seen: make([]seen, 1, 256),
	}
	for i := range d.Tokens {
		t := &d.Tokens[i]
		v.hash[i] = hashString(t.Lower)
		if !t.Shape.Has(text.Capital|text.HasLetter) || t.Lower == "i" {
			continue
		}
		v.candidate[i] = true
		e, _ := lexicon.Lookup(lexicon.Fold(t.Lower))
		v.class[i] = e.Class
		if e.Is(lexicon.Acronym) && !t.Shape.Has(text.AllCaps) {
			v.class[i] &^= lexicon.Country | lexicon.Body
		}
	}
	v.joiners()
	v.offices()
	v.words()
	return v
}

// joiners makes candidates of the small words between capitals.
func (v *view) joiners() {
	for _, s := range v.d.Sentences {
		for i := s.First + 1; i+1 < s.Last; i++ {
			if v.candidate[i] || !v.candidate[i-1] || !isJoiner(v.d.Tokens[i].Lower) {
				continue
			}
			if v.candidate[i+1] || i+2 < s.Last && v.candidate[i+2] && isJoiner(v.d.Tokens[i+1].Lower) {
				v.candidate[i] = true
			}
		}
	}
}

func isJoiner(w string) bool {
	switch w {
	case "of", "the", "and", "for", "on", "&", "-", "de", "del", "della", "der", "den", "di", "da", "dos", "van", "von",
		"bin", "ibn", "al", "el", "du", "la", "le", "ter", "'s", "'":
		return true
	}
	return false
}

// offices marks the tokens of titles.
func (v *view) offices() {
	var key []byte
	for i := range v.d.Tokens {
		reach := lexicon.OfficeReach(v.d.Tokens[i].Lower)
		for n := min(reach, len(v.d.Tokens)-i); n > 0; n-- {
			key = key[:0]
			for k := i; k < i+n; k++ {
				if k > i {
					key = append(key, ' ')
				}
				key = append(key, v.d.Tokens[k].Lower...)
			}
			if _, ok := lexicon.OfficeOfBytes(key); ok {
				for k := i; k < i+n; k++ {
					v.office[k] |= officeWord
				}
				v.office[i+n-1] |= officeEnd
				break
			}
		}
	}
}

// words gathers how each candidate's word stands in the document.
func (v *view) words() {
	number := make(map[string]int32, 128)
	for _, s := range v.d.Sentences {
		for i := s.First; i < s.Last; i++ {
			if !v.candidate[i] || !v.d.Tokens[i].Shape.Has(text.Capital) {
				continue
			}
			w := v.d.Tokens[i].Lower
			n := number[w]
			if n == 0 {
				n = int32(len(v.seen))
				number[w] = n
				v.seen = append(v.seen, 0)
			}
			v.word[i] = n
			v.seen[n] |= v.standing(i, s)
		}
	}
	for i := range v.d.Tokens {
		if t := &v.d.Tokens[i]; !t.Shape.Has(text.Capital) && t.Shape.Has(text.HasLetter) && t.Len() > 2 {
			if n, ok := number[t.Lower]; ok {
				v.seen[n] |= seenSmall
			}
		}
	}
}

func (v *view) standing(i int, s text.Sentence) seen {
	var f seen
	if i == s.First || v.d.Tokens[i].Shape.Has(text.SentenceStart) {
		f |= seenFirst
	} else {
		f |= seenInside
		f |= v.after(i)
	}
	next := ""
	if i+1 < s.Last {
		next = v.d.Tokens[i+1].Lower
		if t := v.d.Tokens[i+1].Tag; t == text.VERB || t == text.AUX {
			f |= seenBeforeVerb
		}
		if v.class[i+1]&lexicon.OrgWord != 0 {
			f |= seenBeforeOrg
		}
	}
	if next == "'s" {
		f |= seenPossessive
	}
	if (i == s.First || !v.candidate[i-1]) && (i+1 == s.Last || !v.candidate[i+1]) {
		f |= seenAlone
	}
	return f
}

func (v *view) after(i int) seen {
	var f seen
	if c := v.class[i-1]; c&lexicon.Given != 0 && c&lexicon.Common == 0 {
		f |= seenAfterGiven
	}
	if v.class[i-1]&lexicon.Honorific != 0 || v.office[i-1]&officeEnd != 0 {
		f |= seenAfterTitle
	}
	switch v.d.Tokens[i-1].Lower {
	case "in", "near":
		f |= seenAfterIn
	case "the":
		f |= seenAfterThe
	}
	return f
}
