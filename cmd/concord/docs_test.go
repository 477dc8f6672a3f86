package main

import (
	"encoding/json"
	"os"
	"path/filepath"
	"regexp"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/concord-news/concord/checker"
	"github.com/concord-news/concord/checker/config"
	"github.com/concord-news/concord/checker/reference"
	"github.com/concord-news/concord/rules/catalog"
)

// TestDocsConfig: the settings that docs/config.md shows are legal, and it names
// every field.
func TestDocsConfig(t *testing.T) {
	text, err := os.ReadFile(filepath.Join(top, "docs", "config.md"))
	require.NoError(t, err)
	shown := regexp.MustCompile("(?s)```yaml\n(.*?)```").FindSubmatch(text)
	require.NotNil(t, shown)
	file, err := config.Parse("concord.yaml", shown[1])
	require.NoError(t, err)
	builtin, err := catalog.Builtin()
	require.NoError(t, err)
	after, effects, err := file.Adjust(builtin)
	require.NoError(t, err)
	assert.Equal(t, []string{"superlative.ever"}, after.Off)
	assert.Len(t, effects, 4)
	var schema struct {
		Properties map[string]any `json:"properties"`
	}
	require.NoError(t, json.Unmarshal(config.Schema(builtin), &schema))
	for field := range schema.Properties {
		assert.Contains(t, string(text), "`"+field+"`")
	}
}

// TestDocsReport: docs/report.md names every field of the JSON report.
func TestDocsReport(t *testing.T) {
	text, err := os.ReadFile(filepath.Join(top, "docs", "report.md"))
	require.NoError(t, err)
	out := run(t, "check", "--example", "--format", "json")
	seen := map[string]bool{}
	for _, m := range regexp.MustCompile(`(?m)^ +"([a-z_0-9]+)": `).FindAllStringSubmatch(string(out), -1) {
		seen[m[1]] = true
	}
	require.Greater(t, len(seen), 30)
	for field := range seen {
		assert.Regexp(t, "\\b"+regexp.QuoteMeta(field)+"\\b", string(text), "docs/report.md does not say what %s is", field)
	}
}

// TestDocsReference: the files that docs/reference.md shows are legal.
func TestDocsReference(t *testing.T) {
	text, err := os.ReadFile(filepath.Join(top, "docs", "reference.md"))
	require.NoError(t, err)
	builtin, err := catalog.Builtin()
	require.NoError(t, err)
	blocks := regexp.MustCompile("(?s)```(yaml|csv)\n(.*?)```\n").FindAllStringSubmatch(string(text), -1)
	require.Len(t, blocks, 2)
	for _, b := range blocks {
		facts, err := reference.Read(builtin, "facts."+b[1], []byte(b[2]))
		require.NoError(t, err)
		assert.NotEmpty(t, facts)
		require.NoError(t, checker.Consistent(&reference.Set{Facts: facts}))
	}
}
