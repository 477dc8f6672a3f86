package main

import (
	"encoding/json"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/concord-news/concord/checker"
	"github.com/concord-news/concord/checker/config"
	"github.com/concord-news/concord/checker/interval"
	"github.com/concord-news/concord/checker/reference"
	"github.com/concord-news/concord/corpus"
	"github.com/concord-news/concord/rules"
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

// TestDocsNumbers: the intervals that docs/numbers.md gives for figures are those
// that they are read as.
func TestDocsNumbers(t *testing.T) {
	text, err := os.ReadFile(filepath.Join(top, "docs", "numbers.md"))
	require.NoError(t, err)
	said := strings.Join(strings.Fields(string(text)), " ")
	builtin, err := catalog.Builtin()
	require.NoError(t, err)
	reader := rules.NewReader(builtin)
	for figure, want := range map[string]string{
		"300": "250 to 350", "2,500": "2,450 to 2,550", "61.5": "61.45 to 61.55", "about 27": "25.65 to 28.35", "nearly 40": "35 to 40",
	} {
		assert.Contains(t, said, figure+" is "+want)
		sentence := "The storm hit " + figure + " houses."
		read := reader.Read(&corpus.Article{ID: "a.txt", Text: sentence, Blocks: corpus.Split(sentence)})
		require.Len(t, read.Mentions, 1, sentence)
		assert.Equal(t, want, interval.Of(read.Mentions[0].Quantity, false).String(), sentence)
	}
}

// TestDocsVerdicts: docs/verdicts.md names every verdict and every comparison.
func TestDocsVerdicts(t *testing.T) {
	text, err := os.ReadFile(filepath.Join(top, "docs", "verdicts.md"))
	require.NoError(t, err)
	for _, v := range checker.Verdicts() {
		assert.Contains(t, string(text), "| `"+v.String()+"` |")
	}
	for _, by := range rules.Comparisons() {
		assert.Regexp(t, "(?m)^\\| .*`"+by+"`.* \\|", string(text), "no row says what is compared by %s", by)
	}
}

// TestDocsAPI: the packages that docs/api.md promises to keep say so themselves,
// and have examples that are run.
func TestDocsAPI(t *testing.T) {
	text, err := os.ReadFile(filepath.Join(top, "docs", "api.md"))
	require.NoError(t, err)
	promised := regexp.MustCompile("(?m)^\\| `([a-z/]+)` \\|").FindAllStringSubmatch(string(text), -1)
	require.Len(t, promised, 6)
	says, shows := map[string]bool{}, map[string]bool{}
	for _, s := range sources(t) {
		dir := filepath.ToSlash(filepath.Dir(s.path))
		says[dir] = says[dir] || strings.Contains(s.file.Doc.Text(), "docs/api.md")
		shows[dir] = shows[dir] || filepath.Base(s.path) == "example_test.go"
	}
	for _, m := range promised {
		assert.True(t, says[m[1]], "package %s does not say that it is promised", m[1])
		assert.True(t, shows[m[1]] || m[1] == "rules/catalog", "package %s has no example", m[1])
		delete(says, m[1])
	}
	for dir, ok := range says {
		assert.False(t, ok, "package %s says that it is promised, and docs/api.md does not", dir)
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
