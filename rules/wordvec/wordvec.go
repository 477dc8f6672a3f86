// Package wordvec holds vectors of common English words: words used alike in
// newswire and encyclopedias stand near each other. The dependency parser learns from
// them what to do with words that the treebanks do not have.
//
// The vectors are those of GloVe (NOTICE.md), product-quantised: a vector of a hundred
// numbers is cut into Groups, and of each group is kept which of Kinds centroids is
// nearest. Words themselves are not kept but a hash of each.
package wordvec

import (
	_ "embed"
	"encoding/binary"
	"fmt"
	"math"
	"sync"

	"github.com/concord-news/concord/rules/text"
)

// The shape of the vectors.
const (
	Dims   = 100
	Groups = 10
	Kinds  = 256
	width  = Dims / Groups // numbers in a group
)

// Code says, for each group of a word's vector, which centroid stands for it.
type Code [Groups]uint8

//go:embed vectors.bin
var packed []byte

// table is an open-addressing table from the hash of a word to its code.
type table struct {
	keys      []uint32 // 0 is free; the length is a power of two
	codes     []Code
	centroids [Groups][Kinds][width]float32
}

var load = sync.OnceValue(func() *table {
	t, err := decode(packed)
	if err != nil {
		panic(fmt.Sprintf("embedded word vectors: %v", err)) // a broken build, no input can cause it
	}
	return t
})

// Find returns the code of a word, given its text.WordHash; ok is false where the word is not
// a common one. It is safe for concurrent use.
func Find(hash uint64) (c Code, ok bool) {
	t := load()
	key, mask := keyOf(hash), uint64(len(t.keys)-1)
	for i := hash & mask; t.keys[i] != 0; i = (i + 1) & mask {
		if t.keys[i] == key {
			return t.codes[i], true
		}
	}
	return Code{}, false
}

// Vector returns the vector that a code stands for. Vectors of single words are of
// length 1, but for what quantising takes.
func (c Code) Vector() [Dims]float32 {
	t := load()
	var v [Dims]float32
	for g, k := range c {
		copy(v[g*width:], t.centroids[g][k][:])
	}
	return v
}

// Likeness returns how alike two words in lower case are used, as the cosine of their
// vectors, from -1 to 1; 0 where one of them is not a common word. Words of one kind are
// alike (train, bus), synonyms not more so, and contraries too.
func Likeness(a, b string) float64 {
	c, ok := Find(text.WordHash(a))
	d, known := Find(text.WordHash(b))
	if !ok || !known {
		return 0
	}
	v, w := c.Vector(), d.Vector()
	var dot, x, y float64
	for i := range v {
		p, q := float64(v[i]), float64(w[i])
		dot, x, y = dot+p*q, x+p*p, y+q*q
	}
	if x == 0 || y == 0 {
		return 0
	}
	return dot / math.Sqrt(x*y)
}

// Centroid returns the numbers of group g that kind k stands for.
func Centroid(g int, k uint8) []float32 { return load().centroids[g][k][:] }

func keyOf(hash uint64) uint32 { return uint32(hash>>32) | 1 }

// magic begins the file and changes with its layout.
const magic = "concord vectors 1\n"

// unit is the grain in which the numbers of centroids are written.
const unit = 1.0 / 256

// Encode returns the file of word vectors: the hashes of the words, each one's code,
// and the centroids, which are cut off at half the length of a vector.
func Encode(hashes []uint64, codes []Code, centroids *[Groups][Kinds][width]float32) []byte {
	b := binary.LittleEndian.AppendUint32([]byte(magic), uint32(len(hashes)))
	for i, h := range hashes {
		b = binary.LittleEndian.AppendUint64(b, h)
		b = append(b, codes[i][:]...)
	}
	for g := range centroids {
		for k := range centroids[g] {
			for _, x := range centroids[g][k] {
				b = append(b, byte(int8(max(-127, min(127, math.RoundToEven(float64(x)/unit))))))
			}
		}
	}
	return b
}

func decode(b []byte) (*table, error) {
	const entry, ends = 8 + Groups, Groups * Kinds * width
	if len(b) < len(magic)+4 || string(b[:len(magic)]) != magic {
		return nil, fmt.Errorf("not word vectors, or of another version")
	}
	n := int(binary.LittleEndian.Uint32(b[len(magic):]))
	b = b[len(magic)+4:]
	if n > 1<<20 || len(b) != n*entry+ends {
		return nil, fmt.Errorf("%d words in %d bytes", n, len(b))
	}
	size := 1
	for size < 2*n+2 {
		size *= 2
	}
	t := &table{keys: make([]uint32, size), codes: make([]Code, size)}
	for ; n > 0; n, b = n-1, b[entry:] {
		t.insert(binary.LittleEndian.Uint64(b), Code(b[8:entry]))
	}
	for g := range t.centroids {
		for k := range t.centroids[g] {
			for i := range t.centroids[g][k] {
				t.centroids[g][k][i] = float32(int8(b[0])) * unit
				b = b[1:]
			}
		}
	}
	return t, nil
}

// insert adds a word; of two with one hash the first is kept.
func (t *table) insert(hash uint64, c Code) {
	key, mask := keyOf(hash), uint64(len(t.keys)-1)
	i := hash & mask
	for ; t.keys[i] != 0; i = (i + 1) & mask {
		if t.keys[i] == key {
			return
		}
	}
	t.keys[i], t.codes[i] = key, c
}
