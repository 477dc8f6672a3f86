package config_test

import (
	"bytes"
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"go.yaml.in/yaml/v3"

	"github.com/concord-news/concord/checker/config"
	"github.com/concord-news/concord/corpus/outlets"
	"github.com/concord-news/concord/rules"
	"github.com/concord-news/concord/rules/catalog"
)

var update = flag.Bool("update", false, "write golden files anew")

// good is a file with every field.
const good = `rule_folders: [my-rules/]
rules:
  superlative.*: off
  superlative.ever: on
  name.spelling: {severity: high}
  money.amount: {tolerance: 2.5%}
  event.date: {tolerance: 1}
  polarity.*: {state: off}
tiers: [agency, national, local]
outlets:
  www.Harbourpost.example: {name: The Harbour Post, tier: local}
  The Lantern: {tier: national}
  apnews.com: {tier: agency}
  reuters.com: {name: Reuters Wire}
reference: facts.yaml
baseline: known.json
format: [html, json]
output: reports/
fail_on: low
all: true
unread: false
`

func mistakes() []struct{ name, from, to string } {
	return []struct{ name, from, to string }{
		{"unknown field", "fail_on", "fail-on"},
		{"field that stands twice", "all: true", "all: true\nall: false"},
		{"unknown format", "json]", "jsn]"},
		{"unknown severity to fail on", "fail_on: low", "fail_on: medium"},
		{"flag that is no flag", "all: true", "all: perhaps"},
		{"rule that is no switch", "superlative.ever: on", "superlative.ever: never"},
		{"rule that is a list", "superlative.ever: on", "superlative.ever: [on]"},
		{"star in the middle", "superlative.*", "super*.ever"},
		{"unknown field of a rule", "{severity: high}", "{severty: high}"},
		{"unknown severity", "{severity: high}", "{severity: grave}"},
		{"tolerance that is none", "2.5%", "some"},
		{"tolerance of more than all", "2.5%", "250%"},
		{"rules that are a list", "rules:\n", "rules: [a]\nx:\n"},
		{"tier that is none", "tier: local", "tier: locl"},
		{"tiers that are missing", "tiers: [agency, national, local]\n", ""},
		{"outlet that is a word", "{tier: national}", "national"},
		{"outlet with two names", "The Lantern: {", "The Lantern: {name: Lantern, "},
		{"unknown field of an outlet", "{name: Reuters Wire}", "{nmae: Reuters Wire}"},
		{"path that is empty", "baseline: known.json", "baseline: ''"},
		{"folders that are a mapping", "[my-rules/]", "{a: b}"},
		{"list at the top", good, "- a\n"},
		{"no YAML", good, "rules: [\n"},
	}
}

func TestParseRefuses(t *testing.T) {
	var all strings.Builder
	for _, m := range mistakes() {
		require.Contains(t, good, m.from)
		_, err := config.Parse("concord.yaml", []byte(strings.Replace(good, m.from, m.to, 1)))
		require.Error(t, err, m.name)
		assert.Regexp(t, `^concord\.yaml:\d+:\d+: `, err.Error())
		fmt.Fprintf(&all, "-- %s --\n%v\n", m.name, err)
	}
	path := filepath.Join("testdata", "refused.txt")
	if *update {
		require.NoError(t, os.MkdirAll("testdata", 0o755))
		require.NoError(t, os.WriteFile(path, []byte(all.String()), 0o644))
	}
	want, err := os.ReadFile(path)
	require.NoError(t, err)
	assert.Equal(t, string(want), all.String())
}

func builtin(t *testing.T) *rules.Catalog {
	t.Helper()
	c, err := catalog.Builtin()
	require.NoError(t, err)
	return c
}

func TestAdjust(t *testing.T) {
	c, err := config.Parse("concord.yaml", []byte(good))
	require.NoError(t, err)
	before := builtin(t)
	after, effects, err := c.Adjust(before)
	require.NoError(t, err)
	assert.Equal(t, before.Hash, after.Hash)
	assert.NotNil(t, after.Find("superlative.ever"), "a whole name goes before a beginning")
	assert.Nil(t, after.Find("superlative.history"))
	assert.Contains(t, after.Off, "superlative.history")
	assert.Nil(t, after.Find("polarity.contact"), "state: off is off")
	assert.Equal(t, rules.High, after.Find("name.spelling").Severity)
	assert.Equal(t, rules.Low, before.Find("name.spelling").Severity, "the first catalogue stays as it is")
	assert.Equal(t, rules.Tolerance{Amount: 2.5, Percent: true}, after.Find("money.amount").Compare.Tolerance)
	assert.Equal(t, len(before.Rules), len(after.Rules)+len(after.Off))
	var what []string
	for _, e := range effects {
		if !strings.HasPrefix(e.Rule, "polarity.") {
			what = append(what, fmt.Sprintf("%s %s %d %s", e.Rule, e.What, e.Place.Line, e.By))
		}
	}
	assert.Equal(t, []string{"event.date tolerance 1 7 ", "money.amount tolerance 2.5% 6 ", "name.spelling severity high 5 ", "superlative.history off 3 superlative.*"}, what)
}

func TestAdjustRefuses(t *testing.T) {
	for text, want := range map[string]string{
		"rules:\n  office.hold: off\n":                                   `concord.yaml:2:3: no rule "office.hold"; did you mean "office.held"?`,
		"rules:\n  offices.*: off\n":                                     `concord.yaml:2:3: no rule "offices.*"`,
		"rules:\n  office.held: {tolerance: 2}\n":                        `concord.yaml:2:28: values that are compared by office have no tolerance; those by figure, date and time have`,
		"rules:\n  event.*: {tolerance: 2%}\n  \"*\": {tolerance: 2%}\n": `by date it is an amount`,
		"rules:\n  event.date: {tolerance: 2%}\n":                        `concord.yaml:2:27: tolerance "2%": by date it is an amount, in days or minutes, and no percentage`,
		"rules:\n  casualties.*: {tolerance: [1, 2]}\n":                  `want a single value, not a list`,
	} {
		c, err := config.Parse("concord.yaml", []byte(text))
		if err == nil {
			_, _, err = c.Adjust(builtin(t))
		}
		require.Error(t, err, text)
		assert.Contains(t, err.Error(), want)
	}
}

func TestOutlets(t *testing.T) {
	c, err := config.Parse("concord.yaml", []byte(good))
	require.NoError(t, err)
	table, err := c.OutletTable(outlets.Default())
	require.NoError(t, err)
	e, ok := table.Lookup("www.harbourpost.example")
	require.True(t, ok)
	assert.Equal(t, "The Harbour Post", e.Name)
	e, ok = table.Lookup("reuters.com")
	require.True(t, ok)
	assert.True(t, e.Agency, "an agency by another name is an agency")
	assert.Equal(t, "Reuters Wire", e.Name)
	ap, ok := table.Lookup("apnews.com")
	require.True(t, ok)
	assert.Equal(t, map[string]string{"The Harbour Post": "local", "The Lantern": "national", ap.Name: "agency"}, c.TierOf(table))
}

func TestFindAndLoad(t *testing.T) {
	top := t.TempDir()
	deep := filepath.Join(top, "desk", "stories")
	require.NoError(t, os.MkdirAll(deep, 0o755))
	require.NoError(t, os.WriteFile(filepath.Join(top, "concord.yaml"), []byte(good), 0o644))
	path, err := config.Find(deep)
	require.NoError(t, err)
	c, err := config.Load(path)
	require.NoError(t, err)
	resolved, err := filepath.EvalSymlinks(filepath.Dir(c.Baseline))
	require.NoError(t, err)
	want, err := filepath.EvalSymlinks(top)
	require.NoError(t, err)
	assert.Equal(t, want, resolved, "paths are relative to the file")
	assert.True(t, strings.HasSuffix(c.Output, "reports"+string(filepath.Separator)), "what is a folder stays one")

	require.NoError(t, os.WriteFile(filepath.Join(deep, "concord.yaml"), []byte("# nothing\n"), 0o644))
	path, err = config.Find(deep)
	require.NoError(t, err)
	c, err = config.Load(path)
	require.NoError(t, err)
	assert.Empty(t, c.RuleFolders, "the nearest file alone counts")
	_, err = config.Load(filepath.Join(top, "nowhere.yaml"))
	assert.ErrorContains(t, err, "nowhere.yaml")
}

func TestSchema(t *testing.T) {
	doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(config.Schema(builtin(t))))
	require.NoError(t, err)
	compiler := jsonschema.NewCompiler()
	require.NoError(t, compiler.AddResource("concord.schema.json", doc))
	s, err := compiler.Compile("concord.schema.json")
	require.NoError(t, err)
	require.NoError(t, s.Validate(value(t, good)))
	// What takes more than a shape to see the program alone sees.
	inside := map[string]bool{
		"field that stands twice": true, "star in the middle": true, "tolerance of more than all": true, "tier that is none": true,
		"tiers that are missing": true, "outlet with two names": true, "no YAML": true,
	}
	for _, m := range mistakes() {
		if inside[m.name] {
			continue
		}
		assert.Error(t, s.Validate(value(t, strings.Replace(good, m.from, m.to, 1))), m.name)
	}
}

func value(t *testing.T, text string) any {
	t.Helper()
	var v any
	require.NoError(t, yaml.Unmarshal([]byte(text), &v), text)
	content, err := json.Marshal(v)
	require.NoError(t, err)
	out, err := jsonschema.UnmarshalJSON(bytes.NewReader(content))
	require.NoError(t, err)
	return out
}

func TestHash(t *testing.T) {
	assert.Equal(t, config.Hash(nil), config.Hash([]string{}))
	assert.NotEqual(t, config.Hash(nil), config.Hash([]string{"rule a off"}))
}

func FuzzParse(f *testing.F) {
	f.Add(good)
	for _, m := range mistakes() {
		f.Add(strings.Replace(good, m.from, m.to, 1))
	}
	c, err := catalog.Builtin()
	if err != nil {
		f.Fatal(err)
	}
	f.Fuzz(func(t *testing.T, s string) {
		got, err := config.Parse("concord.yaml", []byte(s))
		if (got == nil) == (err == nil) {
			t.Fatal("want settings or an error")
		}
		if got == nil {
			return
		}
		if _, err := got.OutletTable(outlets.Default()); err != nil {
			t.Fatal(err)
		}
		_, _, _ = got.Adjust(c)
	})
}
