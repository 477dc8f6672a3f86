package names

import (
	"bytes"
	"compress/gzip"
	_ "embed"
	"fmt"
	"io"
	"slices"
	"sync"

	"github.com/concord-news/concord/rules/lemma"
	"github.com/concord-news/concord/rules/lexicon"
	"github.com/concord-news/concord/rules/mention"
	"github.com/concord-news/concord/rules/names/internal/label"
	"github.com/concord-news/concord/rules/text"
)

// packedModel is made by the command in the folder train; NOTICE.md says from
// what. It is packed so that all models together stay under 10 MB.
//
//go:embed model/names.bin.gz
var packedModel []byte

var loadModel = sync.OnceValue(decodeModel)

func decodeModel() *label.Model {
	m, err := unpackModel(packedModel)
	if err != nil {
		panic(fmt.Sprintf("embedded model: %v", err)) // a broken build, no input can cause it
	}
	return m
}

func unpackModel(b []byte) (*label.Model, error) {
	z, err := gzip.NewReader(bytes.NewReader(b))
	if err != nil {
		return nil, err
	}
	raw, err := io.ReadAll(z)
	if err != nil {
		return nil, err
	}
	return label.Decode(raw)
}

// relabel puts the model's names in the place of the rules'. Where the name's
// own words say the kind, as the name of a country does, they are believed;
// else the name has one kind in the whole document, the one given most often.
func (r *reader) relabel(m *label.Model) {
	r.sort()
	r.labelled = m.Find(r.labelled[:0], r.evidence())
	names := r.merge(r.outsideHeadlines(r.labelled))
	b := &r.ballot
	b.begin(r)
	kept := names[:0]
	for _, n := range names {
		r.trim(&n)
		if n.First >= n.Last || n.Last-n.First == 1 && (r.noName(n.First) || r.nounAtStart(n.First)) || r.peopleAt(n.First, len(r.d.Tokens)) >= n.Last-n.First {
			continue
		}
		k := r.certain(n.First, n.Last)
		if r.sure[n.First] = k != mention.None; r.sure[n.First] {
			n.Kind = k
		}
		b.count(n)
		kept = append(kept, n)
	}
	r.found = r.found[:0]
	clear(r.taken)
	for _, n := range kept {
		if !r.sure[n.First] {
			n.Kind = b.settled(n)
		}
		r.add(n.First, n.Last, n.Kind)
	}
}

// noName reports whether a word in capitals is a day, a month or people of an
// office ("Senators") and no name.
func (r *reader) noName(i int) bool {
	w := r.d.Tokens[i].Lower
	if isCalendar(w) {
		return !r.ofRelative(i)
	}
	k := r.singular(i, i+1)
	_, ok := lexicon.OfficeOfBytes(k)
	return ok && len(k) < len(w)
}

// ofRelative reports whether the name of a relative stands at token i: "his wife June".
func (r *reader) ofRelative(i int) bool { return i > 0 && relative(r.d.Tokens[i-1].Lower) }

// noNameAlone reports whether a word that stands alone in capitals is no name: a day or
// a month, a nationality, grammar that begins a sentence. In news a quarter of all runs
// of capitals are such a word, and of 1,600 nationalities and words of grammar the model
// called none a name.
func (r *reader) noNameAlone(i int) bool {
	t := &r.d.Tokens[i]
	if r.class[i] == lexicon.Demonym || isCalendar(t.Lower) && !r.ofRelative(i) {
		return true
	}
	if !t.Shape.Has(text.SentenceStart) {
		return false
	}
	switch t.Tag {
	case text.PRON, text.DET, text.ADP, text.AUX, text.CCONJ, text.SCONJ, text.PART:
		return true
	}
	return false
}

// nounAtStart reports whether a word is a noun of the dictionary whose capital
// is that of the sentence: no list has it as a name, and nowhere in the text does
// it stand in capitals inside a sentence. A rare given name that is a noun too is
// one before an auxiliary ("Bail was set", "Ransom has been paid"), unless the text
// has a name that begins with it: people are named in full before they are by the
// given name.
func (r *reader) nounAtStart(i int) bool {
	t := &r.d.Tokens[i]
	if !t.Shape.Has(text.SentenceStart) || t.Shape.Has(text.AllCaps) || r.class[i]&^givenName != 0 || !lemma.Known(t.Lower, text.NOUN) {
		return false
	}
	if r.class[i] != 0 && (i+1 >= len(r.d.Tokens) || r.d.Tokens[i+1].Tag != text.AUX || r.beginsName(t.Lower)) {
		return false
	}
	return !r.capitalInside(t.Lower)
}

// givenName is the class of a given name that is nothing else in the lists.
const givenName = lexicon.Given | lexicon.Male | lexicon.Female

// beginsName reports whether a word stands in capitals before another in capitals.
func (r *reader) beginsName(word string) bool {
	for i := range len(r.d.Tokens) - 1 {
		if r.d.Tokens[i].Lower == word && r.upper[i] && r.upper[i+1] {
			return true
		}
	}
	return false
}

// capitalInside reports whether a word stands in capitals inside a sentence.
func (r *reader) capitalInside(word string) bool {
	for i := range r.d.Tokens {
		if t := &r.d.Tokens[i]; t.Lower == word && t.Shape.Has(text.Capital) && !t.Shape.Has(text.SentenceStart) {
			return true
		}
	}
	return false
}

// longRun is the number of words in capitals in a row that makes a headline of
// them rather than a name: GUM's names of five words and more are rare and end
// in words of the lists.
const longRun = 5

// outsideHeadlines drops the model's names in headlines that no rule has found
// too: where every word is in capitals the model sees names everywhere.
func (r *reader) outsideHeadlines(names []label.Name) []label.Name {
	out := names[:0]
	for _, n := range names {
		s := r.d.SentenceOf(n.First)
		if r.style[s] == plain || r.foundAt(n.First, n.Last) || r.runLength(n, r.d.Sentences[s]) < longRun {
			out = append(out, n)
		}
	}
	return out
}

// runLength counts the words without punctuation between them round a name.
func (r *reader) runLength(n label.Name, s text.Sentence) int {
	first, last := n.First, n.Last
	for first > s.First && r.d.Tokens[first-1].Shape.Has(text.HasLetter) {
		first--
	}
	for last < s.Last && r.d.Tokens[last].Shape.Has(text.HasLetter) {
		last++
	}
	return last - first
}

func (r *reader) foundAt(first, last int) bool {
	_, ok := slices.BinarySearchFunc(r.found, first, func(n label.Name, at int) int { return n.First - at })
	return ok && r.boundary(last)
}

// boundary reports whether a name of the rules ends before token last.
func (r *reader) boundary(last int) bool {
	return last >= len(r.taken) || r.taken[last-1]
}

// merge puts the names that are sure among the model's, which it takes the
// place of unless the model's is longer on both sides or goes on with it.
func (r *reader) merge(names []label.Name) []label.Name {
	out := r.merged[:0]
	k := 0
	for _, m := range r.found {
		if !r.sure[m.First] {
			continue
		}
		for k < len(names) && names[k].Last <= m.First {
			out = append(out, names[k])
			k++
		}
		if k < len(names) && names[k].First <= m.First && names[k].Last >= m.Last && !r.overreach(names[k], m) {
			continue
		}
		for k < len(names) && names[k].First < m.Last {
			k++
		}
		out = append(out, m)
	}
	r.merged = append(out, names[k:]...)
	return r.merged
}

// overreach reports whether the model's person takes in the title before the
// person m, or is the place before a title: "London Mayor Ada Voss".
func (r *reader) overreach(n, m label.Name) bool {
	if n.Kind != mention.Person {
		return false
	}
	if m.Kind == mention.Person {
		return n.First < m.First && n.Last == m.Last
	}
	return m.Last < n.Last && r.officeAt(m.Last, n.Last) > 0
}

// trim takes titles and nationalities off the beginning of a person's name and
// "of Halden" off its end.
func (r *reader) trim(n *label.Name) {
	for n.Last-n.First > 1 && isCalendar(r.d.Tokens[n.Last-1].Lower) && n.Kind != mention.Event {
		n.Last--
		if !r.capital(n.Last - 1) {
			n.Last--
		}
	}
	for n.Last-n.First > 1 && isFormer(r.d.Tokens[n.First].Lower) {
		n.First++
	}
	if n.Kind == mention.Place && n.Last-n.First > 2 && r.class[n.First+1]&lexicon.Given != 0 && r.officeAt(n.First, n.Last) > 0 && r.agedAt(n.Last, len(r.d.Tokens)) {
		n.Kind = mention.Person // "Fishmonger Peter Hall, 52,": no hall has an age
	}
	if n.Kind == mention.Person && n.Last-n.First > 2 && r.occupation(n.First) {
		n.First++
	}
	if n.Kind != mention.Person && r.class[n.First]&lexicon.Honorific == 0 {
		return
	}
	for n.First < n.Last {
		k := r.officeAt(n.First, n.Last)
		if k == 0 && (r.class[n.First]&(lexicon.Honorific|lexicon.Demonym) != 0 || !r.capital(n.First)) {
			k = 1
		}
		if k == 0 || k == n.Last-n.First && r.class[n.First]&(lexicon.Given|lexicon.Surname) != 0 {
			break
		}
		n.First += k
		n.Kind = mention.Person
	}
	for k := n.First + 1; k < n.Last; k++ {
		if w := r.d.Tokens[k].Lower; w == "of" || w == "and" || w == "for" {
			n.Last = k
		}
	}
	r.extend(n)
}

// occupation reports whether the word at token i begins its sentence and says what
// the person is whose given name follows: "Innkeeper Ada Voss".
func (r *reader) occupation(i int) bool {
	t := &r.d.Tokens[i]
	return t.Shape.Has(text.SentenceStart) && r.class[i] == 0 && r.class[i+1]&lexicon.Given != 0 && lexicon.PersonNoun(t.Lower) != 0
}

// extend takes in the small second syllable of "Moon Jae-in".
func (r *reader) extend(n *label.Name) {
	t := n.Last
	if n.Kind != mention.Person || n.Last-n.First < 2 || t+1 >= len(r.d.Tokens) || r.d.Tokens[t].Lower != "-" {
		return
	}
	hyphen, tail := &r.d.Tokens[t], &r.d.Tokens[t+1]
	if hyphen.Shape.Has(text.SpaceBefore) || tail.Shape.Has(text.SpaceBefore) || !tail.Shape.Has(text.HasLetter) || tail.Len() > 5 || isTail(tail.Lower) {
		return
	}
	if before := r.d.Tokens[t-1].Len(); before <= 5 {
		n.Last = t + 2
	}
}

// isTail reports whether a word makes an adjective of the name before it.
func isTail(w string) bool {
	switch w {
	case "era", "led", "style", "like", "type", "run", "based", "owned", "born", "free", "only", "held", "made", "ally", "aide", "bound", "backed", "inspired", "wing", "elect":
		return true
	}
	return false
}
