package config

import (
	"encoding/json"

	"github.com/concord-news/concord/rules"
	"github.com/concord-news/concord/rules/strict"
)

// Formats lists the formats of reports.
func Formats() []string {
	return []string{"table", "json", "html", "markdown", "csv", "xlsx", "sarif"}
}

// FailOns lists the severities that may make the exit status 1.
func FailOns() []string { return []string{"high", "low", "none"} }

// fields are the fields of the file, in the order in which to write them.
func fields() []strict.Field {
	text := map[string]any{"type": "string", "minLength": 1}
	texts := map[string]any{"anyOf": []any{text, map[string]any{"type": "array", "items": text}}}
	formats := map[string]any{"type": "string", "enum": Formats()}
	flag := map[string]any{"type": "boolean"}
	return []strict.Field{
		{Name: "rule_folders", Schema: texts, What: "folders of rules of one's own, beside the built-in ones; --rules takes their place"},
		{Name: "rules", Schema: map[string]any{"type": "object", "additionalProperties": ref("rule")}, What: "rules by name, or by the beginning of a name and a star: on, off, or a mapping with severity and tolerance"},
		{Name: "tiers", Schema: map[string]any{"type": "array", "items": text, "uniqueItems": true}, What: "words for how far outlets are trusted, the most trusted first; reports show them, and no verdict depends on them"},
		{Name: "outlets", Schema: map[string]any{"type": "object", "additionalProperties": strict.Object(outletFields())}, What: "outlets by web domain or by name"},
		{Name: "reference", Schema: texts, What: "files of facts that are held to be true, beside which outlets are shown"},
		{Name: "baseline", Schema: text, What: "the file of discrepancies that are known, as concord baseline writes it"},
		{Name: "format", Schema: map[string]any{"anyOf": []any{formats, map[string]any{"type": "array", "items": formats}}}, What: "how reports are written; several need output"},
		{Name: "output", Schema: text, What: "the file to write to, or with / at its end the folder"},
		{Name: "fail_on", Schema: map[string]any{"type": "string", "enum": FailOns()}, What: "the least severity of a discrepancy that makes the exit status 1"},
		{Name: "all", Schema: flag, What: "whether agreements and single statements are shown too"},
		{Name: "unread", Schema: flag, What: "whether what was recognised and not read is listed"},
	}
}

// ruleFields are the fields of a rule's setting.
func ruleFields() []strict.Field {
	return []strict.Field{
		{Name: "state", Schema: map[string]any{"enum": []any{"on", "off", true, false}}, What: "on or off"},
		{Name: "severity", Schema: map[string]any{"type": "string", "enum": []string{"high", "low"}}, What: "the severity of its discrepancies"},
		{Name: "tolerance", Schema: toleranceSchema(), What: "how far apart values may lie and not be reported: an amount in their unit (days of dates, minutes of times), or a percentage of the greater"},
	}
}

// outletFields are the fields of an outlet.
func outletFields() []strict.Field {
	text := map[string]any{"type": "string", "minLength": 1}
	return []strict.Field{
		{Name: "name", Schema: text, What: "the outlet's name, where the setting goes by its web domain"},
		{Name: "tier", Schema: text, What: "one of tiers"},
	}
}

func ref(name string) map[string]any { return map[string]any{"$ref": "#/$defs/" + name} }

func toleranceSchema() map[string]any {
	return map[string]any{"anyOf": []any{
		map[string]any{"type": "number", "minimum": 0},
		map[string]any{"type": "string", "pattern": `^[0-9]+(\.[0-9]+)?%?$`},
	}}
}

// Schema returns the JSON Schema (draft 2020-12) of the file, by which editors
// complete and check it. The rules are those whose names it completes.
func Schema(catalog *rules.Catalog) []byte {
	top := strict.Object(fields())
	top["$schema"] = "https://json-schema.org/draft/2020-12/schema"
	top["title"] = "Settings of Concord: " + FileName
	top["$defs"] = map[string]any{"rule": map[string]any{"anyOf": []any{
		map[string]any{"enum": []any{"on", "off", true, false}},
		strict.Object(ruleFields()),
	}}}
	names := map[string]any{}
	for _, r := range catalog.Rules {
		names[r.Name] = map[string]any{"$ref": "#/$defs/rule", "description": r.Summary}
	}
	top["properties"].(map[string]any)["rules"].(map[string]any)["properties"] = names
	out, err := json.MarshalIndent(top, "", "  ")
	if err != nil {
		panic(err) // strings, lists and maps alone
	}
	return append(out, '\n')
}
