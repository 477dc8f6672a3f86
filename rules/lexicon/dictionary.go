package lexicon

import "github.com/concord-news/concord/rules/wordlist"

// dictionary holds entries by their keys. Nothing in it but a few hundred strings
// is a pointer, see wordlist.Index.
type dictionary struct {
	keys *wordlist.Index
	// list has the entry of each key, by its number.
	list []packed
	// texts are what the entries speak of, each once, the first is "".
	texts   []string
	numbers map[string]uint16
}

// packed is an entry; its texts are places in dictionary.texts.
type packed struct {
	class              Class
	party, where, name uint16
	reach              uint8
}

func newDictionary(room int) dictionary {
	return dictionary{keys: wordlist.New(room), list: make([]packed, 0, room), texts: []string{""}, numbers: map[string]uint16{"": 0}}
}

// entry returns the entry of a key, a new one where there is none.
func (d *dictionary) entry(key string) *packed {
	i := d.keys.Add(key)
	if i == len(d.list) {
		d.list = append(d.list, packed{})
	}
	return &d.list[i]
}

// text returns the place of a text.
func (d *dictionary) text(s string) uint16 {
	n, ok := d.numbers[s]
	if !ok {
		n = uint16(len(d.texts))
		d.numbers[s] = n
		d.texts = append(d.texts, s)
	}
	return n
}

// unpack returns the entry with a number, as Index.Find returns it.
func (d *dictionary) unpack(number int, ok bool) (Entry, bool) {
	if !ok {
		return Entry{}, false
	}
	e := &d.list[number]
	return Entry{Class: e.class, Reach: e.reach, Party: d.texts[e.party], Where: d.texts[e.where], Name: d.texts[e.name]}, true
}
