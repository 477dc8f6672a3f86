package label

import (
	mathbits "math/bits"

	"github.com/concord-news/concord/rules/lexicon"
	"github.com/concord-news/concord/rules/text"
)

// Input is what the model is given of a document.
type Input struct {
	Doc *text.Document
	// Rules are the names that rules found.
	Rules []Name
	// Capital marks the tokens in capitals that may be words of a name.
	Capital []bool
	// Class is what the lists say of each token in capitals on its own.
	Class []lexicon.Class
	// Office is the number of tokens of the longest office that begins at each
	// token.
	Office []uint8
	// Settled is the number of tokens from each on of which the model need not be asked
	// where they are all of a run of candidates: a name of which the lists have the whole,
	// a word that is none.
	Settled []uint8
}

// view is what the features read of a document.
type view struct {
	d         *text.Document
	class     []lexicon.Class
	rule      []uint8
	candidate []bool
	hash      []uint32
	office    []uint8
	// word numbers the form of a candidate in seen, from 1.
	word []int32
	seen []seen
	// numbers are used while the document is looked through.
	numbers numbering
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

// newView returns the view of a document.
func newView(in Input) *view {
	v := new(view)
	v.read(in)
	return v
}

// read makes v the view of a document. Its memory may have been another's.
func (v *view) read(in Input) {
	d, n := in.Doc, len(in.Doc.Tokens)
	*v = view{
		d: d, class: in.Class, rule: labelsOf(v.rule, d, in.Rules), candidate: append(v.candidate[:0], in.Capital...),
		hash: grow(v.hash, n), office: grow(v.office, n), word: grow(v.word, n), seen: append(v.seen[:0], 0), numbers: v.numbers,
	}
	clear(v.office)
	clear(v.word)
	for i := range d.Tokens {
		t := &d.Tokens[i]
		v.hash[i] = hashString(t.Lower)
		if k := int(in.Office[i]); k > 0 {
			for j := i; j < i+k; j++ {
				v.office[j] |= officeWord
			}
			v.office[i+k-1] |= officeEnd
		}
	}
	v.joiners()
	v.words()
}

// joiners makes candidates of the small words between capitals.
func (v *view) joiners() {
	for _, s := range v.d.Sentences {
		for i := s.First + 1; i+1 < s.Last; i++ {
			if v.candidate[i] || !v.candidate[i-1] {
				continue
			}
			if t := &v.d.Tokens[i]; !isJoiner(t.Lower) || t.Lower == "-" && t.Shape.Has(text.SpaceBefore) {
				continue // a dash parts: "MARLOW - Ada Voss"
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

// words gathers how each candidate's word stands in the document.
func (v *view) words() {
	v.numbers.begin(v.candidate)
	numbers := &v.numbers
	for _, s := range v.d.Sentences {
		for i := s.First; i < s.Last; i++ {
			if !v.candidate[i] || !v.d.Tokens[i].Shape.Has(text.Capital) {
				continue
			}
			n := numbers.of(v.hash[i])
			if *n == 0 {
				*n = int32(len(v.seen))
				v.seen = append(v.seen, 0)
			}
			v.word[i] = *n
			v.seen[*n] |= v.standing(i, s)
		}
	}
	for i := range v.d.Tokens {
		if t := &v.d.Tokens[i]; !t.Shape.Has(text.Capital) && t.Shape.Has(text.HasLetter) && t.Len() > 2 {
			if n := numbers.of(v.hash[i]); *n != 0 {
				v.seen[*n] |= seenSmall
			}
		}
	}
}

// numbering is an open-addressing table from the hash of a word to its number,
// 0 where it has none. Two words of one hash, one pair in some million
// documents, share a number.
type numbering struct {
	keys    []uint32
	numbers []int32
}

// begin empties the table and makes it so large that it is at most half full
// when each candidate has a word of its own.
func (t *numbering) begin(candidate []bool) {
	n := 0
	for _, c := range candidate {
		if c {
			n++
		}
	}
	size := 1 << mathbits.Len(uint(2*n))
	t.keys, t.numbers = grow(t.keys, size), grow(t.numbers, size)
	clear(t.keys)
	clear(t.numbers)
}

// of returns the place of the number of the word with hash h. A number that is
// set in a place that has none is that of h from then on.
func (t *numbering) of(h uint32) *int32 {
	mask := uint32(len(t.keys) - 1)
	i := h & mask
	for t.numbers[i] != 0 && t.keys[i] != h {
		i = (i + 1) & mask
	}
	t.keys[i] = h
	return &t.numbers[i]
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
