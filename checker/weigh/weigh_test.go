package weigh_test

import (
	"math"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/concord-news/concord/checker/weigh"
	"github.com/concord-news/concord/checker/weigh/figureclues"
)

// two is a forest of a tree that asks after the nouns and, where they are related, after
// how far apart the figures lie.
func two() *weigh.Forest {
	return &weigh.Forest{Start: -1, Sheet: figureclues.Sheet, Trees: []weigh.Tree{{
		{Points: 0.25, Below: 1, Above: 2, Clue: figureclues.Nouns, Bound: 0.5},
		{Points: -0.5},
		{Points: 1, Below: 3, Above: 4, Clue: figureclues.Times, Bound: 1.5},
		{Points: 2},
		{Points: 0.5},
	}}}
}

func clues(c figureclues.Clues) weigh.Clues { return c[:] }

func TestPoints(t *testing.T) {
	f := two()
	assert.InDelta(t, -1.5, f.Points(clues(figureclues.Clues{})), 1e-9, "other nouns")
	assert.InDelta(t, 1, f.Points(clues(figureclues.Clues{figureclues.Nouns: 1, figureclues.Times: 1.2})), 1e-9, "related ones, close together")
	assert.InDelta(t, -0.5, f.Points(clues(figureclues.Clues{figureclues.Nouns: 1, figureclues.Times: 1.5})), 1e-9, "a bound belongs to what is above")
}

func TestSharesAddUp(t *testing.T) {
	for _, f := range []*weigh.Forest{two(), figureclues.Trees()} {
		for _, c := range []figureclues.Clues{{}, {figureclues.Nouns: 1, figureclues.Times: 1.2}, {figureclues.Affinity: 0.6, figureclues.Nouns: 1, figureclues.Times: 1.1, figureclues.Kind: 3}} {
			sum, shares := f.Shares(c[:])
			for i, s := range shares {
				sum += s.Points
				assert.True(t, i == 0 || math.Abs(shares[i-1].Points) >= math.Abs(s.Points), "those that tell most come first")
			}
			assert.InDelta(t, f.Points(c[:]), sum, 1e-9)
		}
	}
}

func TestExplain(t *testing.T) {
	got := two().Explain(clues(figureclues.Clues{figureclues.Nouns: 1, figureclues.Times: 1.2}), 0.4)
	assert.Equal(t, "+1.0 points, +0.4 asked: how far apart +1.0, the nouns +0.8, all else −0.8", got)
}

func TestRead(t *testing.T) {
	text := two().Write()
	f, err := weigh.Read(text, figureclues.Sheet)
	require.NoError(t, err)
	assert.Equal(t, two(), f)

	for wrong, why := range map[string]string{
		"":                                 `line 1: ""; legal: "concord trees 1"`,
		"concord trees 1\n":                "line 1: the file ends too early",
		"concord trees 1\nstart x\n":       `line 2: "x"; legal: a number`,
		"concord trees 1\nstart 0\nbush\n": `line 3: "bush"; legal: tree`,
		"concord trees 1\nstart 0\ntree\n? colour 1 1\n= 1\n= 1\n": `line 4: no clue "colour"`,
		"concord trees 1\nstart 0\ntree\n= 1 2\n":                  `line 4: "= 1 2"; legal: ? CLUE BOUND POINTS, = POINTS`,
		"concord trees 1\nstart 0\ntree\n? nouns 1 1\n= 1\n":       "line 5: the file ends too early",
	} {
		_, err := weigh.Read([]byte(wrong), figureclues.Sheet)
		assert.EqualError(t, err, why)
	}
}

func TestEmbedded(t *testing.T) {
	f := figureclues.Trees()
	assert.NotEmpty(t, f.Trees)
	again, err := weigh.Read(f.Write(), figureclues.Sheet)
	require.NoError(t, err)
	assert.Equal(t, f, again)
	for c := range weigh.Clue(figureclues.NumClues) {
		assert.NotEmpty(t, figureclues.Sheet.Matter(c), "clue %d has a matter", c)
	}
}

func FuzzRead(f *testing.F) {
	f.Add(two().Write())
	f.Fuzz(func(t *testing.T, text []byte) {
		forest, err := weigh.Read(text, figureclues.Sheet)
		if err != nil {
			return
		}
		forest.Points(clues(figureclues.Clues{}))
	})
}

func BenchmarkRead(b *testing.B) {
	text := figureclues.Trees().Write()
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		if _, err := weigh.Read(text, figureclues.Sheet); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkPoints(b *testing.B) {
	f, c := figureclues.Trees(), figureclues.Clues{figureclues.Affinity: 0.6, figureclues.Nouns: 1, figureclues.Times: 1.1, figureclues.Kind: 3}
	b.ReportAllocs()
	for b.Loop() {
		f.Points(c[:])
	}
}
