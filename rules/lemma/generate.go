//go:build ignore

// This program writes words.bin from the files of WordNet 3.0:
//
//	go run generate.go -dict /usr/share/wordnet
package main

import (
	"bufio"
	"cmp"
	"encoding/binary"
	"flag"
	"log"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
)

// parts are the files' suffixes, each with its bit in the words' flags.
var parts = []struct {
	name string
	flag byte
}{{"noun", 1}, {"verb", 2}, {"adj", 4}, {"adv", 8}}

func main() {
	dict := flag.String("dict", "/usr/share/wordnet", "folder of WordNet's data.* and *.exc")
	flag.Parse()
	words := map[string]byte{}
	var irregular []form
	for _, p := range parts {
		lines(filepath.Join(*dict, "data."+p.name), func(line string) { addWords(words, line, p.flag) })
		lines(filepath.Join(*dict, p.name+".exc"), func(line string) {
			if f := strings.Fields(line); len(f) > 1 && plain(f[0]) && plain(f[1]) && f[0] != f[1] {
				irregular = append(irregular, form{f[0], f[1], p.flag})
			}
		})
	}
	places(*dict, words)
	out := encode(words, irregular)
	check(os.WriteFile("words.bin", out, 0o644))
	log.Printf("%d words, %d irregular forms, %d bytes", len(words), len(irregular), len(out))
}

type form struct {
	form, lemma string
	flag        byte
}

func check(err error) {
	if err != nil {
		log.Fatal(err)
	}
}

func lines(path string, use func(string)) {
	f, err := os.Open(path)
	check(err)
	defer f.Close()
	s := bufio.NewScanner(f)
	s.Buffer(nil, 1<<20)
	for s.Scan() {
		if !strings.HasPrefix(s.Text(), "  ") { // the licence
			use(s.Text())
		}
	}
	check(s.Err())
}

// addWords adds the words of a synset that are one word in lower case: names,
// Latin genera and phrases are left out.
func addWords(words map[string]byte, line string, flag byte) {
	f := strings.Fields(line)
	n, err := strconv.ParseInt(f[3], 16, 32)
	check(err)
	for i := range int(n) {
		w, _, _ := strings.Cut(f[4+2*i], "(")
		if plain(w) && len(w) < 24 {
			words[w] |= flag
		}
	}
}

// placeFlag marks nouns for what can be a place.
const placeFlag = 16

// placeSenses is how many of a noun's senses, the most frequent first, are looked at.
const placeSenses = 3

// placeFiles are the lexicographers' files whose nouns are places in any of those
// senses: of locations and of natural objects. bodyFiles are those whose nouns are in
// the first: of parts of the body and of substances.
var placeFiles, bodyFiles = []string{"15", "17"}, []string{"08", "27"}

// placeRoots are the synsets under which everything is a place: structure, way,
// conveyance, area of a structure, facility, gathering.
var placeRoots = []string{"04341686", "04564698", "03100490", "02735688", "03315023", "07975026"}

// places marks the nouns that can be a place.
func places(dict string, words map[string]byte) {
	file, over := map[string]string{}, map[string][]string{}
	lines(filepath.Join(dict, "data.noun"), func(line string) {
		f := strings.Fields(line)
		file[f[0]] = f[1]
		for i := range f {
			if (f[i] == "@" || f[i] == "@i") && i+1 < len(f) {
				over[f[0]] = append(over[f[0]], f[i+1])
			}
		}
	})
	var under func(synset string) bool
	under = func(synset string) bool {
		return slices.Contains(placeRoots, synset) || slices.ContainsFunc(over[synset], under)
	}
	lines(filepath.Join(dict, "index.noun"), func(line string) {
		f := strings.Fields(line)
		pointers, err := strconv.Atoi(f[3])
		check(err)
		for i, synset := range f[6+pointers:] {
			if i == placeSenses || words[f[0]] == 0 {
				return
			}
			if slices.Contains(placeFiles, file[synset]) || i == 0 && slices.Contains(bodyFiles, file[synset]) || under(synset) {
				words[f[0]] |= placeFlag
				return
			}
		}
	})
}

func plain(w string) bool {
	for i := range len(w) {
		if w[i] < 'a' || w[i] > 'z' {
			return false
		}
	}
	return len(w) > 1
}

// encode writes the number of words and of their bytes, the words in order,
// each as the length that it shares with the one before, the rest and its
// flags, and then the irregular forms.
func encode(words map[string]byte, irregular []form) []byte {
	keys := make([]string, 0, len(words))
	size := 0
	for w := range words {
		keys = append(keys, w)
		size += len(w)
	}
	slices.Sort(keys)
	out := binary.AppendUvarint(nil, uint64(len(keys)))
	out = binary.AppendUvarint(out, uint64(size))
	last := ""
	for _, w := range keys {
		out = append(shared(out, last, w), words[w])
		last = w
	}
	slices.SortFunc(irregular, func(a, b form) int {
		return cmp.Or(cmp.Compare(a.form, b.form), cmp.Compare(a.flag, b.flag), cmp.Compare(a.lemma, b.lemma))
	})
	out = binary.AppendUvarint(out, uint64(len(irregular)))
	last = ""
	for _, f := range irregular {
		out = append(shared(out, last, f.form), f.flag)
		out = shared(out, f.form, f.lemma)
		last = f.form
	}
	return out
}

func shared(out []byte, last, w string) []byte {
	n := 0
	for n < len(last) && n < len(w) && last[n] == w[n] {
		n++
	}
	out = append(out, byte(n), byte(len(w)-n))
	return append(out, w[n:]...)
}
