package main

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/concord-news/concord/checker"
	"github.com/concord-news/concord/corpus"
	"github.com/concord-news/concord/rules"
	"github.com/concord-news/concord/rules/catalog"
)

// findingsOf checks a folder and returns its findings without offsets and file
// names, which differ from format to format.
func findingsOf(t *testing.T, reader *rules.Reader, dir string) []string {
	t.Helper()
	stories, problems := corpus.Load([]string{dir})
	require.Empty(t, problems, dir)
	require.Len(t, stories, 1, dir)
	r := checker.Check(&stories[0], checker.Options{Reader: reader})
	var out []string
	for i := range r.Findings {
		f := &r.Findings[i]
		var values []string
		for k := range f.Values {
			v := &f.Values[k]
			values = append(values, v.Article.Outlet+": "+strings.Join(strings.Fields(v.Span.In(v.Article.Text)), " "))
		}
		slices.Sort(values)
		out = append(out, fmt.Sprintf("%s %s %s: %s | %s", f.Verdict, f.Severity, f.Rule.Name, f.Fact, strings.Join(values, " | ")))
	}
	slices.Sort(out)
	return out
}

// TestFindingsAreTheSameInEveryFormat: the example story, written by the
// writers that people use, gives the findings of the plain text.
func TestFindingsAreTheSameInEveryFormat(t *testing.T) {
	builtin, err := catalog.Builtin()
	require.NoError(t, err)
	reader := rules.NewReader(builtin)
	want := findingsOf(t, reader, filepath.Join("..", "..", "examples", "security-talks"))
	require.NotEmpty(t, want)
	base := filepath.Join("..", "..", "corpus", "format", "testdata", "security-talks")
	dirs, err := os.ReadDir(base)
	require.NoError(t, err)
	require.NotEmpty(t, dirs)
	for _, d := range dirs {
		assert.Equal(t, want, findingsOf(t, reader, filepath.Join(base, d.Name())), d.Name())
	}
}
