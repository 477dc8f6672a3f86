package arc

import (
	"bytes"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/concord-news/concord/rules/syntax/dep"
	"github.com/concord-news/concord/rules/text"
)

// treebank is a little one: word/UPOS/head/relation.
const treebank = `the/DET/2/det cat/NOUN/3/nsubj sat/VERB/0/root on/ADP/6/case the/DET/6/det mat/NOUN/3/obl
we/PRON/2/nsubj saw/VERB/0/root the/DET/4/det cat/NOUN/2/obj
the/DET/2/det dog/NOUN/3/nsubj saw/VERB/0/root the/DET/6/det old/ADJ/6/amod cat/NOUN/3/obj
cats/NOUN/2/nsubj sat/VERB/0/root and/CCONJ/4/cc saw/VERB/2/conj dogs/NOUN/4/obj
the/DET/2/det cat/NOUN/6/nsubj:pass on/ADP/4/case mats/NOUN/2/nmod was/AUX/6/aux:pass seen/VERB/0/root
sat/VERB/0/root`

func examplesOf(t testing.TB, bank string) []Example {
	var all []Example
	for line := range strings.SplitSeq(bank, "\n") {
		var e Example
		for _, w := range strings.Fields(line) {
			f := strings.Split(w, "/")
			tag, ok := text.ParseTag(f[1])
			require.True(t, ok)
			e.Tokens = append(e.Tokens, text.Token{Lower: f[0], Tag: tag})
			e.Tree.Heads = append(e.Tree.Heads, int32(f[2][0]-'0')-1)
			e.Tree.Relations = append(e.Tree.Relations, dep.ParseRelation(f[3]))
		}
		all = append(all, e)
	}
	return all
}

var options = Options{Epochs: 20, Bits: 12, LabelBits: 12, Seed: 5, Explore: 0.5, Drop: 0.1}

func TestTrainLearns(t *testing.T) {
	// twice: a relation that was seen once between two tags is not learnt
	train := examplesOf(t, treebank+"\n"+treebank)
	m := Train(train, options)
	var c Scratch
	for _, e := range train {
		assert.Equal(t, e.Tree, m.Parse(e.Tokens, &c))
	}
}

func TestTrainIsRepeatable(t *testing.T) {
	var a, b bytes.Buffer
	for _, w := range []*bytes.Buffer{&a, &b} {
		m := Train(examplesOf(t, treebank), options)
		require.NoError(t, m.Encode(w))
	}
	assert.True(t, bytes.Equal(a.Bytes(), b.Bytes()))
}

func TestDecode(t *testing.T) {
	m := Train(examplesOf(t, treebank), options)
	var b bytes.Buffer
	require.NoError(t, m.Encode(&b))
	back, err := Decode(b.Bytes())
	require.NoError(t, err)
	assert.Equal(t, m, back)
	for _, bad := range [][]byte{nil, []byte("no model"), b.Bytes()[:200], append(b.Bytes(), 0)} {
		_, err := Decode(bad)
		assert.Error(t, err)
	}
}

// TestOracle follows the oracle from the start of every tree: it must rebuild
// the tree, as all of them are projective.
func TestOracle(t *testing.T) {
	for _, e := range examplesOf(t, treebank) {
		tr := trainer{Model: &Model{words: newVocabulary(nil)}}
		tr.load(e)
		s := &tr.scratch.state
		s.reset(e.Tokens, &tr.words, &tr.tags)
		for !s.done() {
			best := s.best(&tr.gold, s.legal())
			require.NotZero(t, best)
			move := shift
			for best>>move&1 == 0 {
				move++
			}
			require.Zero(t, s.cost(&tr.gold, move))
			_, child := s.arc(move)
			s.apply(move, tr.gold.rel[child])
		}
		for i, h := range e.Tree.Heads {
			assert.Equal(t, h+1, s.nodes[i+1].head)
		}
	}
}

// BenchmarkParse is the parser alone, with a model that fits in the cache.
func BenchmarkParse(b *testing.B) {
	var bank []Example
	for range 2 {
		bank = append(bank, examplesOf(b, treebank)...)
	}
	m := Train(bank, options)
	var tokens []text.Token
	for _, e := range bank {
		tokens = append(tokens, e.Tokens...)
	}
	var c Scratch
	b.ReportAllocs()
	for b.Loop() {
		m.Parse(tokens, &c)
	}
	b.ReportMetric(float64(len(tokens)*b.N)/b.Elapsed().Seconds(), "tokens/s")
}

// TestOddOf holds the sums of odd bytes against those of one at a time.
func TestOddOf(t *testing.T) {
	rng := rand.New(rand.NewPCG(1, 1))
	for _, rows := range []int{0, 1, 60, mostRows} {
		var even, high uint64
		var want [4]uint64
		for range rows {
			x := rng.Uint64() | 0xFF<<56 // the greatest byte there can be on top
			even += x & 0x00FF00FF00FF00FF
			high += x >> 8
			for k := range want {
				want[k] += x >> (16*k + 8) & 0xFF
			}
		}
		for k, w := range want {
			assert.Equal(t, w, oddOf(even, high)>>(16*k)&0xFFFF, "byte %d of %d rows", 2*k+1, rows)
		}
	}
}
