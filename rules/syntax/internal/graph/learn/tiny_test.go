package learn

import (
	"bytes"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/concord-news/concord/rules/syntax/dep"
	"github.com/concord-news/concord/rules/syntax/internal/graph"
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

// trained is a network that has learnt the little treebank, and that treebank.
func trained(t testing.TB, epochs int) (*Network, []Example, [][]text.Token) {
	examples := examplesOf(t, treebank)
	var sentences [][]text.Token
	for _, e := range examples {
		sentences = append(sentences, e.Tokens)
	}
	return Train(examples, graph.NewInput(sentences), Options{Epochs: epochs, Seed: 5, Rate: 0.01, Drop: 0.5}), examples, sentences
}

func TestTrainLearns(t *testing.T) {
	network, examples, sentences := trained(t, 150)
	m := network.Quantise(sentences)
	var c graph.Scratch
	e := Ensemble{Networks: []*Network{network, network}}
	for _, want := range examples {
		assert.Equal(t, want.Tree, e.Parse(want.Tokens), "floating point")
		assert.Equal(t, want.Tree, m.Parse(want.Tokens, &c), "integers")
	}
}

func TestTrainIsRepeatable(t *testing.T) {
	var a, b bytes.Buffer
	for _, w := range []*bytes.Buffer{&a, &b} {
		network, _, sentences := trained(t, 5)
		require.NoError(t, network.Quantise(sentences).Encode(w))
	}
	assert.True(t, bytes.Equal(a.Bytes(), b.Bytes()))
}

func TestEncode(t *testing.T) {
	network, examples, sentences := trained(t, 20)
	m := network.Quantise(sentences)
	var b, again bytes.Buffer
	require.NoError(t, m.Encode(&b))
	back, err := graph.Decode(b.Bytes())
	require.NoError(t, err)
	require.NoError(t, back.Encode(&again))
	assert.True(t, bytes.Equal(b.Bytes(), again.Bytes()))
	var c, d graph.Scratch
	for _, e := range examples {
		assert.Equal(t, m.Parse(e.Tokens, &c), back.Parse(e.Tokens, &d))
	}
	for _, bad := range [][]byte{nil, []byte("no model"), b.Bytes()[:200], b.Bytes()[:b.Len()-1], append(b.Bytes(), 0)} {
		_, err := graph.Decode(bad)
		assert.Error(t, err)
	}
}

// BenchmarkParse is the parser alone, on sentences of the length that news has. Time
// does not depend on the weights.
func BenchmarkParse(b *testing.B) {
	network, examples, sentences := trained(b, 1)
	m := network.Quantise(sentences)
	var tokens []text.Token
	for _, e := range examples {
		tokens = append(tokens, e.Tokens...)
	}
	tokens = tokens[:24]
	var c graph.Scratch
	b.ReportAllocs()
	for b.Loop() {
		m.Parse(tokens, &c)
	}
	b.ReportMetric(float64(len(tokens)*b.N)/b.Elapsed().Seconds(), "tokens/s")
}
