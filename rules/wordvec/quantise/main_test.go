package main

import (
	"encoding/json"
	"math"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strconv"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/concord-news/concord/rules/wordvec"
)

func TestCentre(t *testing.T) {
	rng := rand.New(rand.NewPCG(1, 2))
	vectors := make([][wordvec.Dims]float32, 50)
	for i := range vectors {
		for k := range vectors[i] {
			vectors[i][k] = float32(rng.NormFloat64()) + 3 // all lean one way
		}
	}
	centre(vectors)
	sum := 0.0
	for i := range vectors {
		size := 0.0
		for _, x := range vectors[i] {
			size += float64(x) * float64(x)
			sum += float64(x)
		}
		assert.InDelta(t, 1, math.Sqrt(size), 1e-5)
	}
	assert.InDelta(t, 0, sum/50/wordvec.Dims, 0.01, "what all have in common is gone")
}

// TestCluster draws vectors around as many points as there are centroids: each must end
// nearer to its centroid than points lie to one another.
func TestCluster(t *testing.T) {
	rng := rand.New(rand.NewPCG(1, 2))
	var points [wordvec.Kinds][width]float32
	for k := range points {
		for j := range points[k] {
			points[k][j] = float32(rng.NormFloat64())
		}
	}
	vectors := make([][width]float32, 20*len(points))
	for i := range vectors {
		vectors[i] = points[i%len(points)]
		for j := range vectors[i] {
			vectors[i][j] += float32(rng.NormFloat64()) / 100
		}
	}
	var centroids [wordvec.Kinds][width]float32
	nearest := cluster(vectors, &centroids, 1)
	apart := 0.0
	for i, k := range nearest {
		for j, x := range centroids[k] {
			apart += float64((vectors[i][j] - x) * (vectors[i][j] - x))
		}
	}
	assert.Less(t, apart/float64(len(vectors)), 2.0, "of points that are 20 apart, squared")
	assert.Equal(t, nearest, cluster(vectors, new([wordvec.Kinds][width]float32), 1), "again")
}

func TestRunRefuses(t *testing.T) {
	dir := t.TempDir()
	out := filepath.Join(dir, "vectors.bin")
	assert.ErrorContains(t, run(filepath.Join(dir, "none.json"), out), "none.json")
	bad := filepath.Join(dir, "bad.json")
	require.NoError(t, os.WriteFile(bad, []byte("{"), 0o644))
	assert.ErrorContains(t, run(bad, out), "bad.json")
	few, err := json.Marshal(map[string]any{"words": []string{"ferry"}, "vectors": map[string][]float32{}})
	require.NoError(t, err)
	require.NoError(t, os.WriteFile(bad, few, 0o644))
	assert.ErrorContains(t, run(bad, out), "1 words, wanted "+strconv.Itoa(words))
	assert.NoFileExists(t, out)
}
