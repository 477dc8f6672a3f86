package main

import (
	"bytes"
	"encoding/json"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/concord-news/concord/checker/report"
	"github.com/concord-news/concord/examples"
)

// run runs the program and returns what it prints on standard output.
func run(t *testing.T, args ...string) []byte {
	t.Helper()
	var out, errs bytes.Buffer
	c := Command{Stdin: strings.NewReader(""), Stdout: &out, Stderr: &errs, Getenv: func(string) string { return "" }}
	status := c.Main(args)
	require.LessOrEqual(t, status, exitFindings, errs.String())
	return out.Bytes()
}

// exampleFiles writes the example to a folder and returns its articles' paths.
func exampleFiles(t *testing.T) (folder string, files []string) {
	t.Helper()
	dirs, err := writeExample(t.TempDir())
	require.NoError(t, err)
	files, err = filepath.Glob(filepath.Join(dirs[0], "*.txt"))
	require.NoError(t, err)
	require.Len(t, files, 5)
	return dirs[0], files
}

// TestReportsAreDeterministic: the same bytes, whatever the order of the files
// on the command line and the number of cores.
func TestReportsAreDeterministic(t *testing.T) {
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(0))
	folder, files := exampleFiles(t)
	singles := run(t, append([]string{"check", "--format", "json"}, files...)...)
	whole := run(t, "check", "--format", "json", folder)
	table := run(t, "check", "--all", "--unread", folder)
	for cores := 1; cores <= 2; cores++ {
		runtime.GOMAXPROCS(cores)
		for i := range files {
			turned := append(slices.Clone(files[i:]), files[:i]...)
			slices.Reverse(turned)
			again := run(t, append([]string{"check", "--format", "json", "--jobs", strconv.Itoa(1 + i%3)}, turned...)...)
			require.Equal(t, string(singles), string(again), "%d cores, order %d", cores, i)
		}
		require.Equal(t, string(whole), string(run(t, "check", "--format", "json", folder)))
		require.Equal(t, string(table), string(run(t, "check", "--all", "--unread", folder)))
	}
}

// TestSpansAreExact: every span of a report and of a reading is the words that
// stand beside it.
func TestSpansAreExact(t *testing.T) {
	folder, files := exampleFiles(t)
	checkReport(t, folder, run(t, "check", "--format", "json", folder))
	for _, path := range files {
		text, err := os.ReadFile(path)
		require.NoError(t, err)
		checkReading(t, string(text))
	}
}

// TestSpansAreExactOnStories is the same on stories that are not part of the
// repository.
func TestSpansAreExactOnStories(t *testing.T) {
	shared := os.Getenv("CONCORD_SHARED")
	if shared == "" {
		t.Skip("CONCORD_SHARED names no folder of measuring sets")
	}
	checkReport(t, filepath.Join(shared, "seeds"), run(t, "check", "--format", "json", filepath.Join(shared, "seeds")))
	out := t.TempDir()
	stories := filepath.Join(shared, "data", "stories")
	run(t, "check", "--format", "json", "--output", out, stories)
	reports, err := filepath.Glob(filepath.Join(out, "*.json"))
	require.NoError(t, err)
	require.NotEmpty(t, reports)
	for _, path := range reports {
		content, err := os.ReadFile(path)
		require.NoError(t, err)
		checkReport(t, filepath.Join(stories, strings.TrimSuffix(filepath.Base(path), ".json")), content)
	}
}

func checkReport(t *testing.T, folder string, content []byte) {
	t.Helper()
	var r report.Report
	require.NoError(t, json.Unmarshal(content, &r))
	texts := map[string]string{}
	for _, a := range r.Articles {
		text, err := os.ReadFile(filepath.Join(folder, filepath.FromSlash(a.ID)))
		require.NoError(t, err)
		texts[a.ID] = string(text)
		assert.Equal(t, len(text), a.Bytes)
	}
	total := 0
	for _, f := range r.Findings {
		assert.NotEmpty(t, f.Values, "%s %s", folder, f.ID)
		for _, v := range f.Values {
			assert.Equal(t, v.Text, texts[v.Article][v.Start:v.End], "%s %s", folder, f.ID)
			assert.LessOrEqual(t, v.SentenceStart, v.Start, "%s %s", folder, f.ID)
			assert.LessOrEqual(t, v.End, v.SentenceEnd, "%s %s", folder, f.ID)
		}
	}
	for _, u := range r.Unread {
		assert.Equal(t, u.Text, texts[u.Article][u.Start:u.End], folder)
	}
	for _, n := range r.Counts.Verdicts {
		total += n
	}
	assert.Equal(t, len(r.Findings), total, "%s: the counts add up", folder)
}

func checkReading(t *testing.T, text string) {
	t.Helper()
	line, err := json.Marshal(map[string]string{"id": "1", "text": text, "date": "2026-03-10"})
	require.NoError(t, err)
	path := filepath.Join(t.TempDir(), "lines.jsonl")
	require.NoError(t, os.WriteFile(path, line, 0o644))
	var r report.Reading
	require.NoError(t, json.Unmarshal(run(t, "read", "--jsonl", path), &r))
	require.NotEmpty(t, r.Mentions)
	for _, m := range r.Mentions {
		assert.Equal(t, m.Text, text[m.Start:m.End])
	}
	for _, f := range r.Facts {
		assert.Equal(t, f.Text, text[f.Start:f.End])
	}
}

// TestExampleIsWhole: the embedded example is what lies in the tree.
func TestExampleIsWhole(t *testing.T) {
	names, err := fs.Glob(examples.Files, examples.SecurityTalks+"/*")
	require.NoError(t, err)
	for _, name := range names {
		embedded, err := fs.ReadFile(examples.Files, name)
		require.NoError(t, err)
		tree, err := os.ReadFile(filepath.Join(top, "examples", name))
		require.NoError(t, err)
		assert.Equal(t, string(tree), string(embedded))
	}
	assert.Len(t, names, 6)
}
