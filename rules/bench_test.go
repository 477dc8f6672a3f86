package rules_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/concord-news/concord/corpus"
	"github.com/concord-news/concord/rules"
	"github.com/concord-news/concord/rules/catalog"
)

// benchmarkBytes is how much text the reading benchmark reads an iteration.
const benchmarkBytes = 10 << 20

// articles loads the folder at path, repeated until it holds about size bytes.
func articles(tb testing.TB, path string, size int) []*corpus.Article {
	tb.Helper()
	stories, problems := corpus.Load([]string{path})
	require.Empty(tb, problems)
	var out []*corpus.Article
	for n := 0; n < size; {
		for _, s := range stories {
			for _, a := range s.Articles {
				out = append(out, a)
				n += len(a.Text)
			}
		}
	}
	return out
}

// BenchmarkRead reads articles from text to facts on one core: five real ones
// where CONCORD_SHARED names the folder that holds them, else the example's.
func BenchmarkRead(b *testing.B) {
	path := filepath.Join("..", "examples", "security-talks")
	if shared := os.Getenv("CONCORD_SHARED"); shared != "" {
		path = filepath.Join(shared, "seeds")
	}
	benchmarkReading(b, articles(b, path, benchmarkBytes))
}

// BenchmarkReadStories is BenchmarkRead for articles of which each is read once,
// so that nothing that is remembered of one serves it again.
func BenchmarkReadStories(b *testing.B) {
	shared := os.Getenv("CONCORD_SHARED")
	if shared == "" {
		b.Skip("CONCORD_SHARED names no folder of stories")
	}
	benchmarkReading(b, articles(b, filepath.Join(shared, "data", "stories"), 1))
}

func benchmarkReading(b *testing.B, list []*corpus.Article) {
	c, err := catalog.Builtin()
	require.NoError(b, err)
	reader := rules.NewReader(c)
	reader.Read(list[0]) // loads the models
	size := 0
	for _, a := range list {
		size += len(a.Text)
	}
	b.SetBytes(int64(size))
	b.ReportAllocs()
	stages := map[string]float64{}
	for b.Loop() {
		for _, a := range list {
			for _, s := range reader.Read(a).Stages {
				stages[strings.ReplaceAll(s.Name, " ", "-")] += s.Took.Seconds()
			}
		}
	}
	for name, took := range stages {
		b.ReportMetric(float64(size)*float64(b.N)/1e6/took, name+"-MB/s")
	}
}
