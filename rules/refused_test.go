package rules_test

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/concord-news/concord/rules"
)

var update = flag.Bool("update", false, "write golden files anew")

// mistakes are what people write in place of a part of the rule that is good.
func mistakes() []struct{ name, from, to string } {
	return []struct{ name, from, to string }{
		{"unknown field", "why:", "wy:"},
		{"field that is missing", "why: bridges matter\n", ""},
		{"field that is empty", "why: bridges matter", "why: ''"},
		{"field that stands twice", "why:", "kind: count\nwhy:"},
		{"list for a text", "why: bridges matter", "why: [bridges, matter]"},
		{"unknown kind", "kind: count", "kind: counts"},
		{"unknown severity", "severity: high", "severity: grave"},
		{"classes that are a list", "classes:\n  span: [bridge, viaduct]", "classes: [bridge, viaduct]"},
		{"class that is a word", "span: [bridge, viaduct]", "span: bridge"},
		{"class with an empty entry", "span: [bridge, viaduct]", "span: [bridge, '']"},
		{"unknown class", "{span}", "{spam}"},
		{"class that is not closed", "{span}", "{span"},
		{"unknown kind of slot", "<n:number>", "<n:numbers>"},
		{"slot without a kind", "<n:number>", "<n>"},
		{"name of a slot", "<n:number>", "<Bridges:number>"},
		{"slot that is not closed", "<n:number>", "<n:number"},
		{"slot of two kinds", "<n:number> {span}", "<n:number> {span} <n:share>"},
		{"bracket that is not closed", "{span}", "[{span}"},
		{"choice that is not closed", "{span}", "({span} | bridge"},
		{"mark without its opening", "{span}", "{span})"},
		{"part of speech", "{span}", "bridge/NOUNS"},
		{"pattern that always matches", `"<n:number> {span}"`, `"[a]"`},
		{"pattern that is a list", `"<n:number> {span}"`, `["<n:number>", "{span}"]`},
		{"reads that are none", "read:\n  - phrase: \"<n:number> {span}\"\n    value: n", "read: []"},
		{"read that is a word", "  - phrase: \"<n:number> {span}\"\n    value: n", "  - bridges"},
		{"unknown field of a read", "    value: n", "    vlaue: n"},
		{"two sources", "    value: n", "    quotation: true\n    value: n"},
		{"alike without a figure", "{by: figure", "{by: figure, alike: true"},
		{"figure of no kind", "phrase: \"<n:number> {span}\"", "figure: colour"},
		{"no source", "  - phrase: \"<n:number> {span}\"\n", "  - infinite: true\n"},
		{"flag that is no flag", "    value: n", "    value: n\n    infinite: maybe"},
		{"number that is none", "    value: n", "    value: n\n    min_words: few"},
		{"value that is no slot", "value: n", "value: m"},
		{"no value", "    value: n\n", ""},
		{"slot that the comparison cannot take", "<n:number>", "<n:noun>"},
		{"speaker that is no slot", "    value: n", "    value: n\n    speaker: who"},
		{"answer that is none", "by: figure", "by: polarity"},
		{"clause that is a phrase", `phrase: "<n:number> {span}"`, `clause: "<n:number> {span}"`},
		{"clause without a predicate", `phrase: "<n:number> {span}"`, `clause: {patient: "<n:number> {span}"}`},
		{"unknown class of verbs", `phrase: "<n:number> {span}"`, `clause: {predicate: "{built}", patient: "<n:number> {span}"}`},
		{"unknown part of a clause", `phrase: "<n:number> {span}"`, `clause: {predicate: [build], patent: "<n:number> {span}"}`},
		{"unknown tally", `phrase: "<n:number> {span}"`, `people: {outcome: hurt, count: toll}`},
		{"read that the comparison cannot take", `phrase: "<n:number> {span}"`, "copies: true"},
		{"setting that a comparison does not heed", "{by: figure}", "{by: words, exact: true}"},
		{"tolerance of a comparison that has none", "{by: figure}", "{by: words, tolerance: 2}"},
		{"tolerance that is none", "{by: figure}", "{by: figure, tolerance: some}"},
		{"unless that is a text", "fact:", "unless: planned\nfact:"},
		{"key without a slot", "n.predicate", "m.predicate"},
		{"key without an attribute", "n.predicate", "n"},
		{"unknown attribute", "n.predicate", "n.predikate"},
		{"key that is a text", `[n.predicate, "n.owner?"]`, "n.predicate"},
		{"fact without its slot", "{n}", "{m}"},
		{"fact that is not closed", "{n}", "{n"},
		{"unknown comparison", "by: figure", "by: figures"},
		{"unknown part of a comparison", "{by: figure}", "{by: figure, exakt: true}"},
		{"comparison that is a word", "{by: figure}", "figure"},
		{"complement of one part", "{by: figure}", "{by: figure, complement: [n.party]}"},
		{"list at the top", good, "- a\n- b\n"},
		{"nothing at all", good, ""},
		{"no YAML", good, "summary: a\nread: [b"},
		{"tab in the indentation", "  span:", "\tspan:"},
		{"alias", "why: bridges matter", "why: *bridges\nx: &bridges y"},
		{"two documents", "compare: {by: figure}\n", "compare: {by: figure}\n---\nsummary: another\n"},
		{"long line", "why: bridges matter", "why: " + strings.Repeat("bridges matter, ", 20) + "\nfallback: " + strings.Repeat(" ", 80) + "perhaps, or perhaps not, as the case may be, who knows"},
	}
}

// TestLoadCatalogRefuses: each mistake is refused with its place, the line, and
// what would be legal; testdata/refused.txt has the messages.
func TestLoadCatalogRefuses(t *testing.T) {
	var all strings.Builder
	for _, m := range mistakes() {
		t.Run(m.name, func(t *testing.T) {
			require.Contains(t, good, m.from)
			_, err := load(strings.Replace(good, m.from, m.to, 1))
			require.Error(t, err)
			assert.Regexp(t, `^bridges/rule\.yaml:\d+:\d+: `, err.Error())
			fmt.Fprintf(&all, "-- %s --\n%v\n", m.name, err)
		})
	}
	golden(t, "refused.txt", all.String())
}

// golden holds text against a file of testdata, or writes it with -update.
func golden(t *testing.T, name, text string) {
	t.Helper()
	path := filepath.Join("testdata", name)
	if *update {
		require.NoError(t, os.MkdirAll("testdata", 0o755))
		require.NoError(t, os.WriteFile(path, []byte(text), 0o644))
	}
	want, err := os.ReadFile(path)
	require.NoError(t, err)
	assert.Equal(t, string(want), text)
}

// TestLoadCatalogRefusesFolders: what is wrong with a folder is said too.
func TestLoadCatalogRefusesFolders(t *testing.T) {
	rule := &fstest.MapFile{Data: []byte(good)}
	for _, c := range []struct {
		fsys fstest.MapFS
		want string
	}{
		{fstest.MapFS{"notes.txt": rule}, "rules: no rule in .: want folders with a rule.yaml"},
		{fstest.MapFS{"rule.yaml": rule}, "rules: rule.yaml lies in . itself: want the folder above, which has a folder for each rule"},
		{fstest.MapFS{"bridges/rule.yml": rule}, "bridges/rule.yaml:1:1: is missing; a folder of a catalogue is a rule: rule.yaml and testdata/*.txtar"},
		{fstest.MapFS{"Bridges 2/rule.yaml": rule}, `Bridges 2/rule.yaml:1:1: rule name "Bridges 2": want lower-case words joined by full stops or hyphens; the folder has it`},
		{fstest.MapFS{"bridges/rule.yaml": rule, "classes.yaml": {Data: []byte("clases: {}\n")}}, `classes.yaml:1:1: unknown field "clases"; did you mean "classes"? legal: classes, synonyms`},
	} {
		_, err := rules.LoadCatalog(c.fsys, ".")
		require.Error(t, err)
		assert.Contains(t, err.Error(), c.want)
	}
	_, err := rules.LoadCatalog(fstest.MapFS{".git/x": rule, "bridges/rule.yaml": rule}, ".")
	assert.NoError(t, err, "hidden folders are no rules")
}

// TestHashKnowsNames: the same text under another name is another catalogue.
func TestHashKnowsNames(t *testing.T) {
	a, err := rules.LoadCatalog(fstest.MapFS{"bridges/rule.yaml": {Data: []byte(good)}}, ".")
	require.NoError(t, err)
	b, err := rules.LoadCatalog(fstest.MapFS{"spans/rule.yaml": {Data: []byte(good)}}, ".")
	require.NoError(t, err)
	assert.NotEqual(t, a.Hash, b.Hash)
}
