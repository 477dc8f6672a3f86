package main

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/concord-news/concord/checker/config"
	"github.com/concord-news/concord/rules"
	"github.com/concord-news/concord/rules/catalog"
)

// renew is the command that writes anew what is made of the rules.
const renew = "go test ./cmd/concord -run TestGenerated -update"

// TestGenerated: the documents that are made of the rules are those of the rules
// in the tree. After a rule is added or changed, renew them, and what documents
// show as output, with one command:
//
//	go test ./cmd/concord -run TestGenerated -update
func TestGenerated(t *testing.T) {
	builtin, err := catalog.Builtin()
	require.NoError(t, err)
	intro := "# The rules\n\nWhat each built-in rule says of itself. This page is made of the rules:\n`" + renew + "` writes it anew.\n`concord rules explain --markdown` prints it with your own rules and settings.\n\n"
	for name, want := range map[string]string{
		"catalog.md":          intro + rulesMarkdown(builtin.Rules),
		"rule.schema.json":    string(rules.Schema()),
		"concord.schema.json": string(config.Schema(builtin)),
	} {
		path := filepath.Join(top, "docs", name)
		if *update {
			require.NoError(t, os.WriteFile(path, []byte(want), 0o644))
		}
		have, err := os.ReadFile(path)
		require.NoError(t, err)
		if string(have) != want {
			assert.Fail(t, "docs/"+name+" is older than the rules; renew it: "+renew)
		}
	}
}

// TestSampleConfig: the file that config new writes is legal, and stays so when
// all that is commented out in it is in force.
func TestSampleConfig(t *testing.T) {
	builtin, err := catalog.Builtin()
	require.NoError(t, err)
	for _, text := range []string{sampleConfig, uncommented(sampleConfig)} {
		c, err := config.Parse("concord.yaml", []byte(text))
		require.NoError(t, err)
		_, _, err = c.Adjust(builtin)
		require.NoError(t, err)
	}
	full, err := config.Parse("concord.yaml", []byte(uncommented(sampleConfig)))
	require.NoError(t, err)
	assert.Len(t, full.Rules, 3)
	assert.Len(t, full.Outlets, 2)
}

// TestFormatsOfSettings: the settings know the formats that there are.
func TestFormatsOfSettings(t *testing.T) {
	var names []string
	for _, f := range formats() {
		names = append(names, f.name)
	}
	assert.Equal(t, names, config.Formats())
}

// uncommented turns comments that hold a field into that field.
func uncommented(text string) string {
	var b strings.Builder
	for line := range strings.Lines(text) {
		if body, ok := strings.CutPrefix(line, "# "); ok && regexp.MustCompile(`^( *[^ ]+|  The Lantern): ?[^ ]|^[a-z_]+:$`).MatchString(strings.TrimRight(body, "\n")) && !strings.HasPrefix(body, "yaml-") {
			line = body
		}
		b.WriteString(line)
	}
	return b.String()
}
