package rules_test

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"go.yaml.in/yaml/v3"

	"github.com/concord-news/concord/rules"
)

func ruleSchema(t *testing.T) *jsonschema.Schema {
	t.Helper()
	doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(rules.Schema()))
	require.NoError(t, err)
	c := jsonschema.NewCompiler()
	require.NoError(t, c.AddResource("rule.schema.json", doc))
	s, err := c.Compile("rule.schema.json")
	require.NoError(t, err)
	return s
}

// value returns the YAML as the schema's reader sees it.
func value(t *testing.T, content []byte) any {
	t.Helper()
	var v any
	require.NoError(t, yaml.Unmarshal(content, &v))
	asJSON, err := json.Marshal(v)
	require.NoError(t, err)
	out, err := jsonschema.UnmarshalJSON(bytes.NewReader(asJSON))
	require.NoError(t, err)
	return out
}

// TestCatalogueHasItsSchema: every built-in rule is as the schema says.
func TestCatalogueHasItsSchema(t *testing.T) {
	s := ruleSchema(t)
	files, err := filepath.Glob(filepath.Join("catalog", "*", "rule.yaml"))
	require.NoError(t, err)
	require.NotEmpty(t, files)
	for _, f := range files {
		content, err := os.ReadFile(f)
		require.NoError(t, err)
		assert.NoError(t, s.Validate(value(t, content)), f)
	}
	require.NoError(t, s.Validate(value(t, []byte(good))))
}

// TestSchemaRefuses: what the loader refuses for its shape the schema refuses
// too; the rest is listed here, for it takes more than a shape to see it.
func TestSchemaRefuses(t *testing.T) {
	s := ruleSchema(t)
	inside := map[string]bool{
		"class with an empty entry": true, "unknown class": true, "class that is not closed": true, "unknown kind of slot": true,
		"slot without a kind": true, "name of a slot": true, "slot that is not closed": true, "slot of two kinds": true,
		"bracket that is not closed": true, "choice that is not closed": true, "mark without its opening": true, "part of speech": true,
		"pattern that always matches": true, "value that is no slot": true, "no value": true, "slot that the comparison cannot take": true,
		"speaker that is no slot": true, "answer that is none": true, "unknown class of verbs": true, "key without a slot": true,
		"fact without its slot": true, "fact that is not closed": true, "setting that a comparison does not heed": true, "tolerance of a comparison that has none": true, "read that the comparison cannot take": true, "two documents": true, "alike without a figure": true,
	}
	for _, m := range mistakes() {
		rule := strings.Replace(good, m.from, m.to, 1)
		var v any
		if err := yaml.Unmarshal([]byte(rule), &v); err != nil {
			continue // no YAML at all
		}
		err := s.Validate(value(t, []byte(rule)))
		if inside[m.name] {
			assert.NoError(t, err, "%s: the schema sees it now", m.name)
		} else {
			assert.Error(t, err, m.name)
		}
	}
}
