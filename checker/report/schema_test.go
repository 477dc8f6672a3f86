package report_test

import (
	"encoding/json"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/concord-news/concord/checker/report"
)

func schema(t *testing.T) *jsonschema.Schema {
	t.Helper()
	s, err := jsonschema.NewCompiler().Compile(filepath.Join("..", "..", "docs", "report.schema.json"))
	require.NoError(t, err)
	return s
}

func parsed(t *testing.T, content string) any {
	t.Helper()
	v, err := jsonschema.UnmarshalJSON(strings.NewReader(content))
	require.NoError(t, err)
	return v
}

// TestJSONHasItsSchema: reports are as docs/report.schema.json says.
func TestJSONHasItsSchema(t *testing.T) {
	s := schema(t)
	base := &report.Baseline{Known: []report.Known{
		{Story: "ferry", Fingerprint: "k1", Reason: "owner's count", By: "desk"}, {Story: "ferry", Fingerprint: "gone", Reason: "old", By: "desk"},
	}}
	for _, out := range []string{
		written(t, report.JSON, ferry(t), report.Run{Version: "1.2.3", ConfigHash: "cc", Baseline: base}),
		written(t, report.JSON, build(t).r, report.Run{}),
	} {
		require.NoError(t, s.Validate(parsed(t, out)))
	}
}

// TestSchemaRefuses: a report that lacks a field, or has another verdict, is
// not as the schema says.
func TestSchemaRefuses(t *testing.T) {
	s := schema(t)
	out := written(t, report.JSON, ferry(t), report.Run{})
	for _, change := range [][2]string{
		{`"verdict": "conflict"`, `"verdict": "wrong"`}, {`"gap": "2",`, ``}, {`"low": 4`, `"low": "4"`},
		{`"schema": "concord/report/1"`, `"schema": "concord/report/2"`}, {`"published": "2026-03-09"`, `"published": "9 March"`},
	} {
		require.Contains(t, out, change[0])
		assert.Error(t, s.Validate(parsed(t, strings.Replace(out, change[0], change[1], 1))), change[1])
	}
}

// TestSchemaNamesEveryField: no field of a report is missing in the schema.
func TestSchemaNamesEveryField(t *testing.T) {
	content, err := os.ReadFile(filepath.Join("..", "..", "docs", "report.schema.json"))
	require.NoError(t, err)
	var s struct {
		Properties map[string]any `json:"properties"`
		Defs       map[string]struct {
			Properties map[string]any `json:"properties"`
		} `json:"$defs"`
	}
	require.NoError(t, json.Unmarshal(content, &s))
	for _, c := range []struct {
		of    any
		known map[string]any
	}{
		{report.Report{}, s.Properties}, {report.Article{}, s.Defs["article"].Properties}, {report.Finding{}, s.Defs["finding"].Properties},
		{report.Value{}, s.Defs["value"].Properties}, {report.Unread{}, s.Defs["unread"].Properties}, {report.Known{}, s.Defs["known"].Properties},
		{report.Reference{}, s.Defs["reference"].Properties},
	} {
		typ := reflect.TypeOf(c.of)
		require.Len(t, c.known, typ.NumField(), typ.Name())
		for i := range typ.NumField() {
			assert.Contains(t, c.known, typ.Field(i).Tag.Get("json"), typ.Name())
		}
	}
}
