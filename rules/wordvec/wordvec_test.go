package wordvec

import (
	"math"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/concord-news/concord/rules/text"
)

func TestLikeness(t *testing.T) {
	assert.Greater(t, Likeness("buy", "acquire"), 0.5)
	assert.Greater(t, Likeness("ferry", "ship"), Likeness("ferry", "verdict"))
	assert.InDelta(t, 1, Likeness("harbour", "harbour"), 1e-9)
	assert.Equal(t, Likeness("ferry", "ship"), Likeness("ship", "ferry"))
	assert.Zero(t, Likeness("ferry", "qxzv"), "a word that nobody has")
	assert.Zero(t, Likeness("", ""))
}

func TestFind(t *testing.T) {
	c, ok := Find(text.WordHash("minister"))
	require.True(t, ok)
	v := c.Vector()
	size := 0.0
	for _, x := range v {
		size += float64(x) * float64(x)
	}
	assert.InDelta(t, 0.9, math.Sqrt(size), 0.15, "what quantising left of length 1")
	_, ok = Find(text.WordHash("qxzv"))
	assert.False(t, ok)
	assert.Equal(t, text.WordHash("1999"), text.WordHash("2026"), "digits count as one")
}

func TestDecode(t *testing.T) {
	for _, bad := range [][]byte{nil, []byte(magic), packed[:1000], append(packed[:len(packed):len(packed)], 0)} {
		_, err := decode(bad)
		assert.Error(t, err)
	}
	var centroids [Groups][Kinds][width]float32
	centroids[1][2][3], centroids[0][0][0] = 0.25, -9
	table, err := decode(Encode([]uint64{text.WordHash("a"), text.WordHash("b"), text.WordHash("a")}, []Code{{1}, {1, 2}, {3}}, &centroids))
	require.NoError(t, err)
	assert.Equal(t, float32(0.25), table.centroids[1][2][3])
	assert.InDelta(t, -0.5, table.centroids[0][0][0], 0.01, "cut off")
	known := 0
	for i, key := range table.keys {
		if key != 0 {
			known++
			assert.NotEqual(t, Code{3}, table.codes[i], "the first of two stays")
		}
	}
	assert.Equal(t, 2, known)
}

func BenchmarkLikeness(b *testing.B) {
	for b.Loop() {
		Likeness("ferry", "ship")
	}
}

func BenchmarkLoad(b *testing.B) {
	for b.Loop() {
		if _, err := decode(packed); err != nil {
			b.Fatal(err)
		}
	}
}
