package lexicon

import (
	"hash/maphash"
	"math/bits"
)

// dictionary is a table of entries that is made once. Nothing in it but a few
// hundred strings is a pointer: the lists are a third of what a program holds
// that reads news, and every collection of garbage looks at each pointer.
type dictionary struct {
	seed maphash.Seed
	// slots hold the hash of a key and one more than its number, zero where free;
	// the length is a power of two.
	slots []slot
	// keys are all keys in one, that of number i from starts[i] to starts[i+1].
	keys   string
	starts []uint32
	list   []packed
	// texts are what the entries speak of, each once.
	texts []string
}

type slot struct{ hash, number uint32 }

// packed is an entry; its texts are places in dictionary.texts.
type packed struct {
	class              Class
	party, where, name uint16
	reach              uint8
}

// newDictionary makes a dictionary of entries by their keys.
func newDictionary(entries map[string]int32, list []Entry) dictionary {
	d := dictionary{
		seed:   maphash.MakeSeed(),
		slots:  make([]slot, 1<<bits.Len(uint(2*len(list)))),
		starts: make([]uint32, 1, len(list)+1),
		list:   make([]packed, 0, len(list)),
	}
	numbers := map[string]uint16{}
	number := func(s string) uint16 {
		n, ok := numbers[s]
		if !ok {
			n = uint16(len(d.texts))
			numbers[s] = n
			d.texts = append(d.texts, s)
		}
		return n
	}
	keys := make([]byte, 0, 16*len(list))
	for key, i := range entries {
		e := &list[i]
		keys = append(keys, key...)
		d.starts = append(d.starts, uint32(len(keys)))
		d.list = append(d.list, packed{e.Class, number(e.Party), number(e.Where), number(e.Name), e.Reach})
		h := uint32(maphash.String(d.seed, key))
		at := h & uint32(len(d.slots)-1)
		for d.slots[at].number != 0 {
			at = (at + 1) & uint32(len(d.slots)-1)
		}
		d.slots[at] = slot{h, uint32(len(d.list))}
	}
	d.keys = string(keys)
	return d
}

// lookUp returns the entry of a key.
func lookUp[K string | []byte](d *dictionary, key K, hash uint64) (Entry, bool) {
	for at, h := uint32(hash), uint32(hash); ; at++ {
		s := d.slots[at&uint32(len(d.slots)-1)]
		switch {
		case s.number == 0:
			return Entry{}, false
		case s.hash == h && d.keys[d.starts[s.number-1]:d.starts[s.number]] == string(key):
			e := &d.list[s.number-1]
			return Entry{Class: e.class, Reach: e.reach, Party: d.texts[e.party], Where: d.texts[e.where], Name: d.texts[e.name]}, true
		}
	}
}
