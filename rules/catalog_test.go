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
