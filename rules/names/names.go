// Package names finds the people, organisations, places, events and offices
// that a text names, and who holds which office.
//
// Read is the first step and works on one document; Offices links people to
// their offices; Resolve joins the names of a story's articles. Everything
// here is general language: lists of countries, given names and offices come
// from package lexicon.
package names

import (
	"slices"
	"sync"

	"github.com/concord-news/concord/corpus"
	"github.com/concord-news/concord/rules/lexicon"
	"github.com/concord-news/concord/rules/mention"
	"github.com/concord-news/concord/rules/names/internal/label"
	"github.com/concord-news/concord/rules/text"
)

// Read returns the names and offices of a document in text order, an outer one
// before one inside it ("German chancellor" before "German").
//
// The span of a person is the name without the title: in "Chancellor Ada Voss"
// there is an Office mention "Chancellor" and a Person mention "Ada Voss".
// Name is the longest form of the name in the document, for an office its head
// in lower case ("prime minister"). Mentions of one person, organisation,
// place or event share Entity; an office has none.
//
// Read uses the tags of the tokens where they are set. It does not change d
// and is safe for concurrent use.
func Read(d *text.Document) []mention.Mention {
	r := readers.Get().(*reader)
	r.begin(d)
	r.rules()
	r.relabel(loadModel())
	r.evident()
	out := r.mentions()
	r.end()
	readers.Put(r)
	identify(d, out)
	return out
}

// readers are *reader, whose memory is used for one document after another.
var readers = sync.Pool{New: func() any { return newReader() }}

func newReader() *reader { return &reader{kinds: map[string]mention.Kind{}} }

// Evidence returns what the label model is given of a document: the names that
// lists and rules find, which Read lets the model correct, and what the lists
// say of words. The model is trained on it.
func Evidence(d *text.Document) label.Input {
	r := newReader()
	r.begin(d)
	r.rules()
	r.sort()
	return r.evidence()
}

func (r *reader) evidence() label.Input {
	return label.Input{Doc: r.d, Rules: r.found, Capital: r.upper, Class: r.class, Office: r.office, Settled: r.settled}
}

// rules finds names by lists and rules.
func (r *reader) rules() {
	for s := range r.d.Sentences {
		r.sentence(s)
	}
	r.settle()
	r.headlines()
}

// mentions returns the names and offices that were found.
func (r *reader) mentions() []mention.Mention {
	r.offices()
	out := make([]mention.Mention, 0, len(r.found)+len(r.held))
	k := 0
	for _, n := range r.found {
		for ; k < len(r.held) && r.held[k].before(n); k++ {
			out = append(out, r.held[k].mention(r.d))
		}
		out = append(out, mention.Mention{Span: r.d.Span(n.First, n.Last), First: n.First, Last: n.Last, Kind: n.Kind, Head: n.Last - 1})
	}
	for ; k < len(r.held); k++ {
		out = append(out, r.held[k].mention(r.d))
	}
	return out
}

// reader holds the state of one reading.
type reader struct {
	d *text.Document
	// upper marks the tokens in capitals that may be words of a name.
	upper []bool
	// class is what the lists say of each capitalised token on its own.
	class []lexicon.Class
	// low is the folded form of each capitalised token, "" of others.
	low []string
	// phrase is the number of tokens of the longest phrase of the lists, of two or more,
	// that begins at each capitalised token, whatever ends the sentence; named are its
	// classes.
	phrase []uint8
	named  []lexicon.Class
	// office is the number of tokens of the longest office that begins at each
	// token, whatever ends the sentence.
	office []uint8
	// reach is the number of tokens of the longest office that begins with the word
	// of each token, or with its singular.
	reach []uint8
	// taken marks the tokens that lie in a name.
	taken []bool
	// sure marks the first token of each name that a list or a title makes
	// certain.
	sure []bool
	// settled is what the model need not be asked of, see label.Input.
	settled []uint8
	// style says how each sentence is written.
	style []style
	found []label.Name
	// labelled are those of the model, and merged those with the rules'.
	labelled, merged []label.Name
	// held are the offices.
	held []office
	// ends holds, by token, 1 and the index in found of the name that ends
	// there.
	ends []int32
	// kinds are those of names by their words, while they are looked through.
	kinds  map[string]mention.Kind
	ballot ballot
	buf    []byte
}

type style uint8

const (
	plain style = iota
	// titleCase sentences capitalise most words: headlines.
	titleCase
	allCaps
)

// begin makes the reader ready for a document.
func (r *reader) begin(d *text.Document) {
	n := len(d.Tokens)
	*r = reader{
		d: d, upper: zeroed(r.upper, n), class: zeroed(r.class, n), low: zeroed(r.low, n), phrase: zeroed(r.phrase, n), named: zeroed(r.named, n), office: zeroed(r.office, n), reach: zeroed(r.reach, n),
		taken: zeroed(r.taken, n), sure: zeroed(r.sure, n), settled: zeroed(r.settled, n),
		ends: zeroed(r.ends, n), style: zeroed(r.style, len(d.Sentences)), found: r.found[:0], labelled: r.labelled, merged: r.merged, held: r.held[:0], kinds: r.kinds, ballot: r.ballot, buf: r.buf[:0],
	}
	for i := range d.Tokens {
		t := &d.Tokens[i]
		word := t.Lower
		if t.Shape.Has(text.Capital) {
			word = lexicon.Fold(word)
			r.low[i] = word
			r.upper[i] = t.Shape.Has(text.HasLetter) && t.Lower != "i"
			if e, ok := lexicon.Lookup(word); ok {
				if e.Is(lexicon.Acronym) && !t.Shape.Has(text.AllCaps) {
					e.Class &^= lexicon.Country | lexicon.Body | lexicon.Acronym
				}
				r.class[i], r.phrase[i] = e.Class, e.Reach
			}
			if r.noNameAlone(i) {
				r.settled[i] = 1
			}
		}
		r.reach[i] = uint8(lexicon.OfficeReach(word))
	}
	for i, reach := range r.reach {
		if reach > 0 {
			r.office[i] = uint8(r.longestOffice(i, int(reach)))
		}
		if r.phrase[i] > 1 {
			r.phrase[i], r.named[i] = r.longestPhrase(i, len(d.Tokens))
		}
	}
	for s := range d.Sentences {
		r.style[s] = r.styleOf(s)
	}
}

// end lets go of the document.
func (r *reader) end() {
	clear(r.low)
	clear(r.held)
	r.d = nil
}

// zeroed returns n zeros, in the memory of s where it has that many.
func zeroed[T any](s []T, n int) []T {
	s = slices.Grow(s[:0], n)[:n]
	clear(s)
	return s
}

// longestOffice returns the number of tokens, at most n, of the longest office
// that begins at token i; 0 where none does.
func (r *reader) longestOffice(i, n int) int {
	for n = min(n, len(r.d.Tokens)-i); n > 0; n-- {
		if _, ok := lexicon.OfficeOfBytes(r.key(i, i+n)); ok {
			return n
		}
	}
	return 0
}

// styleOf counts words of four letters and more: small words stay small in
// headlines.
func (r *reader) styleOf(s int) style {
	words, capitals, caps := 0, 0, 0
	sent := r.d.Sentences[s]
	if k := r.d.Article; k != nil && sent.Block < len(k.Blocks) && k.Blocks[sent.Block].Kind == corpus.Furniture {
		return plain
	}
	for i := sent.First; i < sent.Last; i++ {
		t := &r.d.Tokens[i]
		if t.Len() < 4 || !t.Shape.Has(text.HasLetter) || t.Shape.Has(text.HasDigit) {
			continue
		}
		words++
		if t.Shape.Has(text.Capital) {
			capitals++
		}
		if t.Shape.Has(text.AllCaps) {
			caps++
		}
		if rest := sent.Last - i; (capitals+rest)*10 < (words+rest)*8 {
			return plain // whatever follows
		}
	}
	switch {
	case words >= 2 && caps*10 >= words*8:
		return allCaps
	case words >= 4 && capitals*10 >= words*8 && !r.stopped(sent):
		return titleCase
	}
	return plain
}

// stopped reports whether a sentence ends in a full stop, which headlines do
// not.
func (r *reader) stopped(sent text.Sentence) bool {
	for i := sent.Last - 1; i > sent.First && i > sent.Last-3; i-- {
		switch r.d.Tokens[i].Lower {
		case ".", "?", "!":
			return true
		}
	}
	return false
}

// key writes tokens first to last as a key of the lists.
func (r *reader) key(first, last int) []byte {
	r.buf = r.buf[:0]
	for i := first; i < last; i++ {
		if i > first {
			r.buf = append(r.buf, ' ')
		}
		low := r.low[i]
		if low == "" {
			low = lexicon.Fold(r.d.Tokens[i].Lower)
		}
		r.buf = append(r.buf, low...)
	}
	return r.buf
}

// longest returns the classes of the longest phrase of the lists that begins at i
// and ends before last, and its number of tokens; 0 where there is none.
func (r *reader) longest(i, last int) (lexicon.Class, int) {
	n, c := r.phrase[i], r.named[i]
	if int(n) > last-i {
		n, c = r.longestPhrase(i, last)
	}
	switch {
	case n > 1:
		return c, int(n)
	case r.class[i] == 0:
		return 0, 0
	}
	return r.class[i], 1
}

// longestPhrase returns the number of tokens and the classes of the longest phrase of
// the lists, of two tokens or more, that begins at i and ends before last.
func (r *reader) longestPhrase(i, last int) (uint8, lexicon.Class) {
	for n := min(int(r.phrase[i]), last-i); n > 1; n-- {
		if p, ok := lexicon.LookupBytes(r.key(i, i+n)); ok && p.Class != 0 {
			return uint8(n), p.Class
		}
	}
	return 0, 0
}

// add notes a name.
func (r *reader) add(first, last int, k mention.Kind) {
	for i := first; i < last; i++ {
		r.taken[i] = true
	}
	r.found = append(r.found, label.Name{First: first, Last: last, Kind: k})
}

// sort puts the names, which mostly are in order, in that of the text.
func (r *reader) sort() {
	inOrder := func(a, b label.Name) int { return a.First - b.First }
	if !slices.IsSortedFunc(r.found, inOrder) {
		slices.SortStableFunc(r.found, inOrder)
	}
}
