package report_test

import (
	"path/filepath"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/concord-news/concord/checker/report"
)

// sarifSchema is the schema that OASIS publishes with the standard.
func sarifSchema(t *testing.T) *jsonschema.Schema {
	t.Helper()
	c := jsonschema.NewCompiler()
	// "uri-reference" and "guid" are formats, which are checked only when asked.
	c.AssertFormat()
	s, err := c.Compile(filepath.Join("testdata", "sarif-schema-2.1.0.json"))
	require.NoError(t, err)
	return s
}

func TestSARIFHasItsSchema(t *testing.T) {
	s := sarifSchema(t)
	known := &report.Baseline{Known: []report.Known{{Story: "ferry", Fingerprint: "k1", Reason: "owner's count", By: "desk"}}}
	for name, out := range map[string]string{
		"a report":   written(t, report.SARIF, ferry(t), report.Run{Version: "1.2.3"}),
		"a baseline": written(t, report.SARIF, ferry(t), report.Run{Version: "1.2.3", Baseline: known}),
		"nothing":    written(t, report.SARIF, build(t).r, report.Run{}),
	} {
		assert.NoError(t, s.Validate(parsed(t, out)), name)
	}
	for _, word := range hostile() {
		assert.NoError(t, s.Validate(parsed(t, written(t, report.SARIF, enemy(t, word), report.Run{}))), word)
	}
}

// TestSARIFSchemaRefuses: the schema is read, and would notice.
func TestSARIFSchemaRefuses(t *testing.T) {
	s := sarifSchema(t)
	out := written(t, report.SARIF, ferry(t), report.Run{})
	for _, change := range [][2]string{
		{`"startLine": 4`, `"startLine": 0`}, {`"level": "error"`, `"level": "high"`}, {`"version": "2.1.0"`, `"version": "2"`},
		{`"ruleId"`, `"rule"`}, {`"uri": "lantern.txt"`, `"uri": "%zz"`},
	} {
		require.Contains(t, out, change[0])
		assert.Error(t, s.Validate(parsed(t, strings.Replace(out, change[0], change[1], 1))), change[1])
	}
}
