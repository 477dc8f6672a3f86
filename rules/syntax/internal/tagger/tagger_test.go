package tagger

import (
	"bytes"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/concord-news/concord/rules/syntax/conllu"
	"github.com/concord-news/concord/rules/text"
)

// corpus is a little treebank in short: word/UPOS/XPOS.
const corpus = `the/DET/DT saw/NOUN/NN cuts/VERB/VBZ the/DET/DT board/NOUN/NN
we/PRON/PRP saw/VERB/VBD the/DET/DT board/NOUN/NN
they/PRON/PRP board/VERB/VBP the/DET/DT train/NOUN/NN
the/DET/DT train/NOUN/NN cuts/VERB/VBZ the/DET/DT board/NOUN/NN
they/PRON/PRP train/VERB/VBP the/DET/DT dog/NOUN/NN
we/PRON/PRP board/VERB/VBP the/DET/DT boat/NOUN/NN
the/DET/DT boat/NOUN/NN saw/VERB/VBD the/DET/DT dog/NOUN/NN`

func sentences(t *testing.T, words string) [][]text.Token {
	var b strings.Builder
	for line := range strings.SplitSeq(words, "\n") {
		for i, w := range strings.Fields(line) {
			f := strings.Split(w, "/")
			b.WriteString(string(rune('1'+i)) + "\t" + f[0] + "\t_\t" + f[1] + "\t" + f[2] + "\t_\t0\t_\t_\t_\n")
		}
		b.WriteString("\n")
	}
	f, err := conllu.Read(strings.NewReader(b.String()))
	require.NoError(t, err)
	var all [][]text.Token
	for _, s := range f.Doc.Sentences {
		all = append(all, f.Doc.Tokens[s.First:s.Last])
	}
	return all
}

var options = Options{Epochs: 10, Runs: 2, Seed: 1, Frequent: 3, Known: 1, Label: 1}

func TestTrainLearnsContext(t *testing.T) {
	train := sentences(t, corpus)
	m := Train(train, options)
	var s Scratch
	right, n := 0, 0
	for _, gold := range train {
		own := make([]text.Token, len(gold))
		for i := range gold {
			own[i] = text.Token{Lower: gold[i].Lower, Shape: gold[i].Shape}
		}
		m.Tag(own, &s)
		for i := range own {
			n++
			if own[i].Tag == gold[i].Tag && own[i].Fine == gold[i].Fine {
				right++
			}
		}
	}
	// always giving a word its commonest label gets 25 of 31 right
	assert.GreaterOrEqual(t, right, 29, "of %d words tagged as taught, ambiguous ones by their neighbours", n)
}

func TestTrainIsRepeatable(t *testing.T) {
	var a, b bytes.Buffer
	require.NoError(t, Train(sentences(t, corpus), options).Encode(&a))
	require.NoError(t, Train(sentences(t, corpus), options).Encode(&b))
	assert.True(t, bytes.Equal(a.Bytes(), b.Bytes()))
}

func TestDecode(t *testing.T) {
	var b bytes.Buffer
	m := Train(sentences(t, corpus), options)
	require.NoError(t, m.Encode(&b))
	back, err := Decode(b.Bytes())
	require.NoError(t, err)
	assert.Equal(t, m, back)
	for _, bad := range [][]byte{nil, []byte("no model"), b.Bytes()[:100], append(b.Bytes(), 0)} {
		_, err := Decode(bad)
		assert.Error(t, err)
	}
}
