package reference

import (
	"bytes"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"go.yaml.in/yaml/v3"

	"github.com/concord-news/concord/rules/strict"
)

// yaml reads a list of mappings, a fact each. Values are single and plain: no
// lists, no anchors.
func (l *loader) yaml(file string, content []byte) (rows []row) {
	var doc yaml.Node
	dec := yaml.NewDecoder(bytes.NewReader(content))
	if err := dec.Decode(&doc); errors.Is(err, io.EOF) {
		return nil
	} else if err != nil {
		l.fault(file, cell{line: yamlLine(err)}, "no YAML: %v", err)
		return nil
	}
	if dec.Decode(new(yaml.Node)) == nil {
		l.fault(file, cell{}, "holds more than one document; legal: one list of facts")
	}
	list := doc.Content[0]
	if list.Kind != yaml.SequenceNode {
		l.fault(file, at(list), "want a list of facts, each with %s", strings.Join(fields(), ", "))
		return nil
	}
	for _, item := range list.Content {
		if item.Kind != yaml.MappingNode {
			l.fault(file, at(item), "want a fact with %s", strings.Join(fields(), ", "))
			continue
		}
		r := row{file: file, line: item.Line, column: item.Column, cells: map[string]cell{}}
		for i := 0; i+1 < len(item.Content); i += 2 {
			l.yamlField(&r, item.Content[i], item.Content[i+1])
		}
		rows = append(rows, r)
	}
	return rows
}

func (l *loader) yamlField(r *row, key, value *yaml.Node) {
	name := key.Value
	switch _, twice := r.cells[name]; {
	case !slices.Contains(fields(), name):
		l.fault(r.file, at(key), "unknown field %q; %s", name, strict.Legal(name, fields()))
	case twice:
		l.fault(r.file, at(key), "field %q stands twice", name)
	case value.Kind != yaml.ScalarNode:
		l.fault(r.file, at(value), "%s: want a single value", name)
	default:
		c := at(value)
		if value.Tag != "!!null" {
			c.text = spaced(value.Value)
		}
		r.cells[name] = c
	}
}

func at(n *yaml.Node) cell { return cell{line: n.Line, column: n.Column} }

// yamlLine returns the line that a YAML error names, 1 where it names none.
func yamlLine(err error) int {
	line := 1
	if _, after, ok := strings.Cut(err.Error(), "line "); ok {
		fmt.Sscanf(after, "%d", &line)
	}
	return line
}

// csv reads a row of headings and a row a fact, parted by commas (RFC 4180).
func (l *loader) csv(file string, content []byte) (rows []row) {
	r := csv.NewReader(bytes.NewReader(content))
	r.FieldsPerRecord = -1
	r.TrimLeadingSpace = true
	var head []string
	for {
		record, err := r.Read()
		if errors.Is(err, io.EOF) {
			return rows
		}
		if bad := (*csv.ParseError)(nil); errors.As(err, &bad) {
			l.fault(file, cell{line: bad.Line, column: bad.Column}, "no CSV: %v", bad.Err)
			return rows
		}
		line, column := r.FieldPos(0)
		next := row{file: file, line: line, column: column, cells: map[string]cell{}}
		if head == nil {
			if head = l.headings(file, record, r); head == nil {
				return nil
			}
			continue
		}
		if len(record) != len(head) {
			l.fault(file, cell{line: line, column: column}, "%d cells below %d headings", len(record), len(head))
			continue
		}
		for i, text := range record {
			line, column := r.FieldPos(i)
			next.cells[head[i]] = cell{spaced(text), line, column}
		}
		rows = append(rows, next)
	}
}

// headings checks the headings of a CSV file; nil where they are not legal.
func (l *loader) headings(file string, record []string, r *csv.Reader) []string {
	before := len(l.faults)
	head := make([]string, len(record))
	for i, text := range record {
		line, column := r.FieldPos(i)
		head[i] = strings.ToLower(spaced(text))
		switch {
		case !slices.Contains(fields(), head[i]):
			l.fault(file, cell{line: line, column: column}, "unknown heading %q; %s, parted by commas", text, strict.Legal(head[i], fields()))
		case slices.Contains(head[:i], head[i]):
			l.fault(file, cell{line: line, column: column}, "heading %q stands twice", text)
		}
	}
	for _, name := range fields()[:required] {
		if len(l.faults) == before && !slices.Contains(head, name) {
			l.fault(file, cell{line: 1, column: 1}, "no heading %q; legal: %s", name, strings.Join(fields(), ", "))
		}
	}
	if len(l.faults) > before {
		return nil
	}
	return head
}

// spaced is s with single spaces.
func spaced(s string) string { return strings.Join(strings.Fields(s), " ") }
