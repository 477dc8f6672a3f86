package rules_test

import (
	"errors"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/concord-news/concord/rules"
)

// good is a rule without a fault.
const good = `summary: how many bridges
reports: bridges
silent: other things
why: bridges matter
kind: count
severity: high
classes:
  span: [bridge, viaduct]
read:
  - phrase: "<n:number> {span}"
    value: n
fact: "bridges · {n}"
key: [n.predicate, "n.owner?"]
compare: {by: figure}
`

func load(rule string) (*rules.Catalog, error) {
	return rules.LoadCatalog(fstest.MapFS{"bridges/rule.yaml": {Data: []byte(rule)}}, ".")
}

func TestLoadCatalog(t *testing.T) {
	c, err := load(good)
	require.NoError(t, err)
	r := c.Find("bridges")
	require.NotNil(t, r)
	assert.Equal(t, rules.High, r.Severity)
	assert.Equal(t, []rules.KeyPart{{Slot: "n", Attribute: "predicate"}, {Slot: "n", Attribute: "owner", Optional: true}}, r.Key)
	assert.Equal(t, "<n:number> {span}", r.Reads[0].Phrase.String())
	assert.Len(t, c.Hash, 64)
	assert.Nil(t, c.Find("tunnels"))

	other, err := load(strings.Replace(good, "viaduct", "arch", 1))
	require.NoError(t, err)
	assert.NotEqual(t, c.Hash, other.Hash, "the hash covers the words of classes")
}

func TestLoadCatalogRefuses(t *testing.T) {
	tests := []struct{ name, from, to, want string }{
		{"unknown field", "why:", "wy:", `bridges/rule.yaml:4:1: unknown field "wy"; did you mean "why"?`},
		{"missing field", "why: bridges matter\n", "", `field "why" is missing`},
		{"empty field", "why: bridges matter", "why: ''", `4:7: field "why" is empty`},
		{"twice", "why:", "kind: count\nwhy:", `6:1: field "kind" stands twice`},
		{"unknown kind", "kind: count", "kind: counts", `5:7: kind "counts" is unknown; did you mean "count"?`},
		{"unknown severity", "severity: high", "severity: grave", `severity "grave" is unknown; legal: high, low`},
		{"unknown class", "{span}", "{spam}", `10:25: pattern: unknown word class "spam"; did you mean "span"?`},
		{"unknown slot kind", "<n:number>", "<n:numbers>", `10:14: pattern: unknown kind "numbers"; did you mean "number"?`},
		{"pattern that always matches", `"<n:number> {span}"`, `"[a]"`, `the pattern has no word`},
		{"value that is no slot", "value: n", "value: m", `11:12: value "m" is no value for a comparison by figure; did you mean "n"?`},
		{"key without slot", "n.predicate", "m.predicate", `13:7: no read has a slot "m"; did you mean "n"?`},
		{"key without attribute", "n.predicate", "n", `13:7: key part "n": want slot.attribute`},
		{"unknown attribute", "n.predicate", "n.colour", `want slot.attribute`},
		{"fact without slot", "{n}", "{m}", `12:8: no read has a slot "m"`},
		{"fact not closed", "{n}", "{n", `"{" is not closed`},
		{"unknown comparison", "by: figure", "by: figures", `did you mean "figure"?`},
		{"two sources", "    value: n", "    quotation: true\n    value: n", `want just one of phrase, clause`},
		{"no mapping", good, "- a\n- b\n", `want a mapping of fields`},
		{"no YAML", good, "a: [b", `no YAML`},
		{"speaker that is no slot", "    value: n", "    value: n\n    speaker: who", `speaker "who" is no slot`},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			_, err := load(strings.Replace(good, tt.from, tt.to, 1))
			require.Error(t, err)
			assert.Contains(t, err.Error(), tt.want)
			assert.Contains(t, err.Error(), "bridges/rule.yaml:")
		})
	}
}

func TestLoadCatalogReportsAllFaults(t *testing.T) {
	bad := strings.NewReplacer("kind: count", "kind: counts", "by: figure", "by: figures", "{span}", "{spam}").Replace(good)
	_, err := load(bad)
	require.Error(t, err)
	assert.Equal(t, 3, strings.Count(err.Error(), "bridges/rule.yaml:"), err.Error())
	var f *rules.Fault
	assert.True(t, errors.As(err, &f))
}

func TestExtend(t *testing.T) {
	c, err := load(good)
	require.NoError(t, err)
	more := fstest.MapFS{
		"mine/bridges/rule.yaml": {Data: []byte(strings.Replace(good, "how many bridges", "mine", 1))},
		"mine/tunnels/rule.yaml": {Data: []byte(good)},
	}
	e, err := c.Extend(more, "mine")
	require.NoError(t, err)
	assert.Equal(t, []string{"bridges", "tunnels"}, e.Names())
	assert.Equal(t, "mine", e.Find("bridges").Summary)
	assert.Equal(t, "how many bridges", c.Find("bridges").Summary, "the first catalogue stays as it is")

	_, err = c.Extend(fstest.MapFS{"mine/readme.md": {Data: []byte("x")}}, "mine")
	assert.ErrorContains(t, err, "no rule in mine")
	_, err = c.Extend(fstest.MapFS{}, "nowhere")
	assert.ErrorContains(t, err, "nowhere")
}

func FuzzLoadCatalog(f *testing.F) {
	f.Add(good)
	f.Add(strings.Replace(good, "phrase: \"<n:number> {span}\"", "clause: {agent: \"<n:number>\", predicate: [hold], in: \"<n:number>\"}", 1))
	f.Add("read:\n - office: true\nkey: [person.entity]\n")
	f.Fuzz(func(t *testing.T, s string) {
		c, err := load(s)
		if (c == nil) == (err == nil) {
			t.Fatal("want a catalogue or an error")
		}
	})
}
