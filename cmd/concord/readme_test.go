package main

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// TestREADME: what the README shows as output is what the program prints. Run
// go test ./cmd/concord -run TestREADME -update to renew it.
func TestREADME(t *testing.T) {
	path := filepath.Join(top, "README.md")
	old, err := os.ReadFile(path)
	require.NoError(t, err)
	block := regexp.MustCompile("(?s)<!-- output of: concord ([^\n]*) -->\n```text\n.*?```\n<!-- end of output -->")
	require.True(t, block.Match(old), "the README shows no output")
	renewed := block.ReplaceAllStringFunc(string(old), func(b string) string {
		line := block.FindStringSubmatch(b)[1]
		out := run(t, strings.Fields(line)...)
		want := "<!-- output of: concord " + line + " -->\n```text\n" + string(out) + "```\n<!-- end of output -->"
		if !*update {
			assert.Equal(t, b, want, "the README's output is not what the program prints")
		}
		return want
	})
	if *update {
		require.NoError(t, os.WriteFile(path, []byte(renewed), 0o644))
	}
}

// TestREADMELinks: what documents link to is there.
func TestREADMELinks(t *testing.T) {
	link := regexp.MustCompile(`\]\(([^)#:]+)(?:#[^)]*)?\)`)
	docs, err := filepath.Glob(filepath.Join(top, "docs", "*.md"))
	require.NoError(t, err)
	for _, path := range append(docs, filepath.Join(top, "README.md"), filepath.Join(top, "CONTRIBUTING.md")) {
		text, err := os.ReadFile(path)
		require.NoError(t, err)
		for _, m := range link.FindAllStringSubmatch(string(text), -1) {
			assert.FileExists(t, filepath.Join(filepath.Dir(path), m[1]), "%s links to it", path)
		}
	}
}

// TestNoticeIsComplete: every source of embedded data is in NOTICE.
func TestNoticeIsComplete(t *testing.T) {
	notice, err := os.ReadFile(filepath.Join(top, "NOTICE"))
	require.NoError(t, err)
	found, err := filepath.Glob(filepath.Join(top, "rules", "*", "NOTICE.md"))
	require.NoError(t, err)
	require.NotEmpty(t, found)
	for _, path := range found {
		rel, err := filepath.Rel(top, path)
		require.NoError(t, err)
		assert.Contains(t, string(notice), filepath.ToSlash(rel))
	}
}
