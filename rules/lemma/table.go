package lemma

import (
	_ "embed"
	"encoding/binary"
	"strings"
	"sync"
)

//go:generate go run generate.go

// packed is WordNet's words and irregular forms: NOTICE.md.
//
//go:embed words.bin
var packed []byte

// entry is a word of the table.
type entry struct {
	start uint32
	size  uint8
	// parts are what the word can be as it stands.
	parts Parts
	// irregular is one more than the place of the first irregular form
	// written like the word.
	irregular uint16
}

// irregular is an irregular form of a lemma.
type irregular struct {
	form, lemma string
	part        Parts
}

// table is a hash table from words to what they can be. It is not changed
// after it is read.
type table struct {
	words string
	// slots hold the hash of a word and one more than the place of its entry, zero
	// where free. Most words that are looked for are not there, and the hash alone
	// tells that: nothing else of the table need be in the processor's cache.
	slots     []slot
	entries   []entry
	irregular []irregular
}

type slot struct{ hash, entry uint32 }

// load reads the table once, in 6 ms.
var load = sync.OnceValue(readTable)

// readTable unpacks the embedded words. It panics where they are not what
// generate.go writes.
func readTable() *table {
	r := reader{data: packed}
	n, size := r.number(), r.number()
	t := &table{entries: make([]entry, n, n+8192), slots: make([]slot, 1<<17)}
	var words strings.Builder
	words.Grow(size)
	var word [256]byte
	for i := range t.entries {
		length := r.word(&word)
		t.entries[i] = entry{start: uint32(words.Len()), size: uint8(length), parts: Parts(r.byte())}
		words.Write(word[:length])
	}
	t.words = words.String()
	for i := range t.entries {
		t.insert(i)
	}
	t.readIrregular(&r)
	return t
}

// readIrregular adds the irregular forms.
func (t *table) readIrregular(r *reader) {
	var form [256]byte
	list := make([]irregular, r.number())
	for i := range list {
		length := r.word(&form)
		list[i] = irregular{form: string(form[:length]), part: Parts(r.byte())}
		lemma := form
		length = r.word(&lemma)
		list[i].lemma = string(lemma[:length])
	}
	t.irregular = list
	var added strings.Builder
	added.Grow(1 << 16)
	base := len(t.words)
	for i, f := range list {
		if i > 0 && list[i-1].form == f.form {
			continue
		}
		if e := t.find(f.form, ""); e != nil {
			e.irregular = uint16(i + 1)
			continue
		}
		t.entries = append(t.entries, entry{start: uint32(base + added.Len()), size: uint8(len(f.form)), irregular: uint16(i + 1)})
		added.WriteString(f.form)
	}
	first := len(t.entries)
	for first > 0 && int(t.entries[first-1].start) >= base {
		first--
	}
	t.words += added.String()
	for i := first; i < len(t.entries); i++ {
		t.insert(i)
	}
}

// reader reads what generate.go writes.
type reader struct {
	data []byte
	at   int
}

func (r *reader) number() int {
	v, n := binary.Uvarint(r.data[r.at:])
	r.at += n
	return int(v)
}

func (r *reader) byte() byte {
	r.at++
	return r.data[r.at-1]
}

// word turns the word before into the next, and returns its length.
func (r *reader) word(w *[256]byte) int {
	same, more := int(r.byte()), int(r.byte())
	copy(w[same:], r.data[r.at:r.at+more])
	r.at += more
	return same + more
}

// hash is FNV-1a.
func hash(h uint32, s string) uint32 {
	for i := range len(s) {
		h = (h ^ uint32(s[i])) * 16777619
	}
	return h
}

const seed = 2166136261

// home is the slot at which the words of a hash begin.
func (t *table) home(h uint32) uint32 { return (h ^ h>>15) & uint32(len(t.slots)-1) }

func (t *table) text(e *entry) string {
	return t.words[e.start : e.start+uint32(e.size)]
}

func (t *table) insert(i int) {
	h := hash(seed, t.text(&t.entries[i]))
	at := t.home(h)
	for t.slots[at].entry != 0 {
		at = (at + 1) & uint32(len(t.slots)-1)
	}
	t.slots[at] = slot{h, uint32(i + 1)}
}

// find returns the entry of stem+ending, nil where there is none.
func (t *table) find(stem, ending string) *entry {
	size := len(stem) + len(ending)
	if size > 255 {
		return nil
	}
	h := hash(hash(seed, stem), ending)
	for at := t.home(h); ; at++ {
		s := t.slots[at&uint32(len(t.slots)-1)]
		if s.entry == 0 {
			return nil
		}
		if s.hash != h {
			continue
		}
		e := &t.entries[s.entry-1]
		if w := t.text(e); len(w) == size && w[:len(stem)] == stem && w[len(stem):] == ending {
			return e
		}
	}
}

// word returns stem+ending as the table holds it, where it can be one of parts.
func (t *table) word(stem, ending string, parts Parts) (string, bool) {
	if e := t.find(stem, ending); e != nil && e.parts&parts != 0 {
		return t.text(e), true
	}
	return "", false
}

// irregularly returns the lemma of the irregular form that e is of a part of
// speech.
func (t *table) irregularly(e *entry, part Parts) (string, bool) {
	if e.irregular == 0 {
		return "", false
	}
	form := t.text(e)
	for i := int(e.irregular) - 1; i < len(t.irregular) && t.irregular[i].form == form; i++ {
		if t.irregular[i].part == part {
			return t.irregular[i].lemma, true
		}
	}
	return "", false
}
