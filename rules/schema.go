package rules

import (
	"encoding/json"
	"fmt"
	"strings"

	"github.com/concord-news/concord/rules/pattern"
	"github.com/concord-news/concord/rules/strict"
)

// Schema returns the JSON Schema (draft 2020-12) of rule.yaml, by which editors
// complete and check its fields. It has the shape of a rule; what lies inside
// patterns, and whether slots are there, the loader alone checks.
func Schema() []byte {
	top := strict.Object(ruleFields())
	top["$schema"] = "https://json-schema.org/draft/2020-12/schema"
	top["title"] = "A rule of Concord: rule.yaml"
	clause := strict.Object(clauseFields())
	for _, p := range prepositions {
		clause["properties"].(map[string]any)[p] = map[string]any{"$ref": "#/$defs/pattern", "description": "a pattern for the phrase that " + strings.TrimSuffix(p, "_") + " begins"}
	}
	read := strict.Object(readFields())
	var sources []any
	for _, s := range sourceFields() {
		sources = append(sources, map[string]any{"required": []string{s}})
	}
	read["oneOf"] = sources
	top["$defs"] = map[string]any{
		"read":   read,
		"clause": clause,
		"pattern": map[string]any{"type": "string", "pattern": `\S`, "description": `elements in a row: lemma, =form, lemma/VERB, {class}, <slot:kind>, [may be missing], (one | of these), ... for at most eight words, * for one word. ` +
			`Kinds of slot: ` + strings.Join(pattern.Kinds(), ", ") + `, {class}`},
		"keyPart": map[string]any{"type": "string", "pattern": fmt.Sprintf(`^("[^"]*"|[a-z_]+\.(%s)(\?|=[a-z ]+)?)$`, strings.Join(Attributes(), "|"))},
	}
	out, err := json.MarshalIndent(top, "", "  ")
	if err != nil {
		panic(err) // strings, lists and maps alone
	}
	return append(out, '\n')
}

func enum(values []string) map[string]any {
	return map[string]any{"type": "string", "enum": values}
}

func flag() map[string]any { return map[string]any{"type": "boolean"} }

func ref(name string) map[string]any { return map[string]any{"$ref": "#/$defs/" + name} }

func list(items map[string]any) map[string]any {
	return map[string]any{"type": "array", "items": items}
}

func toleranceSchema() map[string]any {
	return map[string]any{"anyOf": []any{
		map[string]any{"type": "number", "minimum": 0},
		map[string]any{"type": "string", "pattern": `^[0-9]+(\.[0-9]+)?%?$`},
	}}
}

func classesSchema() map[string]any {
	return map[string]any{"type": "object", "additionalProperties": list(map[string]any{"type": "string"})}
}
