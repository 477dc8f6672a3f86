//go:build ignore

// This program writes words.bin from the files of WordNet 3.0:
//
//	go run generate.go -dict /usr/share/wordnet
package main

import (
	"bufio"
	"bytes"
	"encoding/binary"
	"flag"
	"log"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
)

// parts are the parts of speech with how many senses of a word are kept: the
// senses stand in the order of their frequency, and rare ones make strangers
// synonyms.
var parts = []struct {
	name   string
	letter string
	senses int
}{{"noun", "n", 3}, {"verb", "v", 4}, {"adj", "a", 3}, {"adv", "r", 2}}

// word is a word with its synsets and the words derived from it or opposed to
// it.
type word struct {
	synsets   []string
	derived   map[string]bool
	antonyms  map[string]bool
	frequency int
	// field is the lexicographers' file of the most frequent sense as a noun:
	// noun.person is 18; 0 for none.
	field byte
}

// synset is a set of synonyms with what it is a kind of.
type synset struct {
	words   []string
	parents []string
	field   byte
}

type net struct {
	words   map[string]*word
	synsets map[string]*synset
	// links are pointers between two words: from, kind, synset, word there.
	links [][4]string
}

func main() {
	dict := flag.String("dict", "/usr/share/wordnet", "folder of WordNet's index.* and data.*")
	flag.Parse()
	n := net{words: map[string]*word{}, synsets: map[string]*synset{}}
	for _, p := range parts {
		lines(filepath.Join(*dict, "index."+p.name), func(line string) { n.index(line, p.letter, p.senses) })
		lines(filepath.Join(*dict, "data."+p.name), func(line string) { n.data(line, p.letter) })
	}
	n.link()
	n.classify()
	n.prune()
	write(n)
}

func plain(s string) bool {
	for _, c := range s {
		if (c < 'a' || c > 'z') && c != '-' {
			return false
		}
	}
	return len(s) > 1
}

// index reads a line "invade v 4 3 @ ~ + 4 2 01126378 ...".
func (n *net) index(line, letter string, senses int) {
	f := strings.Fields(line)
	if !plain(f[0]) {
		return
	}
	pointers, _ := strconv.Atoi(f[3])
	tagged, _ := strconv.Atoi(f[5+pointers])
	w := n.words[f[0]]
	if w == nil {
		w = &word{derived: map[string]bool{}, antonyms: map[string]bool{}}
		n.words[f[0]] = w
	}
	w.frequency += tagged
	offsets := f[6+pointers:]
	// A sense that no text of WordNet's corpus has is kept only where it is
	// the first.
	for _, o := range offsets[:min(len(offsets), senses, max(tagged, 1))] {
		w.synsets = append(w.synsets, letter+o)
	}
}

// data reads a line "00004227 29 v 03 exhale 0 ... 008 @ 00001740 v 0000 ...".
func (n *net) data(line, letter string) {
	f := strings.Fields(line)
	count, _ := strconv.ParseInt(f[3], 16, 32)
	field, _ := strconv.Atoi(f[1])
	s := &synset{field: byte(field)}
	for i := range int(count) {
		w, _, _ := strings.Cut(f[4+2*i], "(")
		s.words = append(s.words, w)
	}
	f = f[4+2*count:]
	pointers, _ := strconv.Atoi(f[0])
	for i := range pointers {
		p := f[1+4*i : 5+4*i]
		target := strings.Replace(p[2], "s", "a", 1) + p[1]
		switch p[0] {
		case "@", "&":
			s.parents = append(s.parents, target)
		case "+", "!", "\\", "<":
			from, _ := strconv.ParseInt(p[3][:2], 16, 32)
			to := p[3][2:]
			if from > 0 {
				n.links = append(n.links, [4]string{s.words[from-1], p[0], target, to})
			}
		}
	}
	n.synsets[letter+f0(line)] = s
}

func f0(line string) string { return line[:strings.IndexByte(line, ' ')] }

func (n *net) link() {
	for _, l := range n.links {
		at, _ := strconv.ParseInt(l[3], 16, 32)
		s := n.synsets[l[2]]
		if s == nil || at == 0 {
			continue
		}
		a, b := l[0], s.words[at-1]
		x, y := n.words[a], n.words[b]
		if x == nil || y == nil || a == b {
			continue
		}
		if l[1] == "!" {
			x.antonyms[b], y.antonyms[a] = true, true
		} else {
			x.derived[b], y.derived[a] = true, true
		}
	}
}

// classify gives words the field of their first sense as a noun: senses stand in
// the order of their frequency.
func (n *net) classify() {
	for _, w := range n.words {
		if i := slices.IndexFunc(w.synsets, func(s string) bool { return s[0] == 'n' }); i >= 0 {
			w.field = n.synsets[w.synsets[i]].field
		}
	}
}

// prune drops the words that texts do not have and that nothing hangs on.
func (n *net) prune() {
	for _, w := range n.words {
		if w.frequency == 0 {
			common := false
			for d := range w.derived {
				common = common || n.words[d] != nil && n.words[d].frequency > 0
			}
			for _, s := range w.synsets {
				for _, o := range n.synsets[s].words {
					common = common || n.words[o] != nil && n.words[o].frequency > 0
				}
			}
			if !common {
				w.synsets = nil
			}
		}
	}
	maps.DeleteFunc(n.words, func(_ string, w *word) bool { return w.synsets == nil })
}

// packer writes numbers, and sorted lists as distances, as thesaurus.go reads
// them.
type packer struct{ bytes.Buffer }

func (b *packer) number(v int) { b.Write(binary.AppendUvarint(nil, uint64(v))) }

func (b *packer) list(of []int) {
	slices.Sort(of)
	b.number(len(of))
	last := 0
	for _, v := range of {
		b.number(v - last)
		last = v
	}
}

// names writes sorted words, each without what it shares with the last.
func (b *packer) names(names []string) {
	b.number(len(names))
	last := ""
	for _, w := range names {
		common := 0
		for common < min(len(last), len(w)) && last[common] == w[common] {
			common++
		}
		b.number(common)
		b.number(len(w) - common)
		b.WriteString(w[common:])
		last = w
	}
}

func write(n net) {
	names := slices.Sorted(maps.Keys(n.words))
	number := map[string]int{}
	for i, w := range names {
		number[w] = i
	}
	ids := map[string]int{}
	var order []string
	for _, w := range names {
		for _, s := range n.words[w].synsets {
			if _, ok := ids[s]; !ok {
				ids[s] = len(order)
				order = append(order, s)
			}
		}
	}
	var b packer
	b.names(names)
	for _, w := range names {
		b.WriteByte(n.words[w].field)
	}
	for _, w := range names {
		b.list(numbers(n.words[w].synsets, ids))
	}
	// A link is written once, at the lesser word, as the distance to the other.
	links := func(of func(*word) map[string]bool) {
		for i, w := range names {
			var out []int
			for other := range of(n.words[w]) {
				if k, ok := number[other]; ok && k > i {
					out = append(out, k-i)
				}
			}
			b.list(out)
		}
	}
	links(func(w *word) map[string]bool { return w.derived })
	links(func(w *word) map[string]bool { return w.antonyms })
	b.number(len(order))
	for _, s := range order {
		b.list(numbers(n.synsets[s].parents, ids))
	}
	if err := os.WriteFile("words.bin", b.Bytes(), 0o644); err != nil {
		log.Fatal(err)
	}
	log.Printf("%d words, %d synsets, %d bytes", len(names), len(order), b.Len())
}

// numbers are the numbers of those synsets that have one.
func numbers(synsets []string, ids map[string]int) []int {
	var out []int
	for _, s := range synsets {
		if i, ok := ids[s]; ok {
			out = append(out, i)
		}
	}
	return out
}

func lines(path string, each func(string)) {
	f, err := os.Open(path)
	if err != nil {
		log.Fatal(err)
	}
	defer f.Close()
	s := bufio.NewScanner(f)
	s.Buffer(nil, 1<<20)
	for s.Scan() {
		if line := s.Text(); line != "" && line[0] != ' ' {
			each(line)
		}
	}
	if err := s.Err(); err != nil {
		log.Fatal(err)
	}
}
