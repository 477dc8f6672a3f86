// Package strict reads YAML that people write by hand, and refuses what it does
// not know: every fault names its file, line and column, shows the line, and
// says what would be legal. Rules and settings are read with it.
//
// A Document is read by one goroutine at a time.
package strict

import (
	"bytes"
	"cmp"
	"errors"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"

	"go.yaml.in/yaml/v3"
)

// Document is one YAML file that is being read; it gathers faults.
type Document struct {
	name   string
	lines  []string
	faults []*Fault
}

// Parse reads a file's YAML and returns its top mapping, nil where it has none.
// The document is never nil, and has the faults.
func Parse(name string, data []byte) (*Node, *Document) {
	d := &Document{name: name, lines: strings.Split(string(data), "\n")}
	dec := yaml.NewDecoder(bytes.NewReader(data))
	top := new(yaml.Node)
	if err := dec.Decode(top); err != nil && !errors.Is(err, io.EOF) {
		line, what := yamlFault(err)
		if line <= len(d.lines) && strings.HasPrefix(d.lines[line-1], "\t") {
			what = "a tab begins the line; YAML is indented with spaces"
		}
		d.Fault(line, 1, "no YAML: %s", what)
		return nil, d
	}
	if len(top.Content) == 0 || top.Content[0].Kind != yaml.MappingNode {
		d.Fault(1, 1, "want a mapping of fields, such as %q", "name: value")
		return nil, d
	}
	if again := new(yaml.Node); dec.Decode(again) == nil {
		d.Fault(again.Line, again.Column, "a second document begins here; a file holds one")
	}
	return &Node{Node: top.Content[0], doc: d}, d
}

// yamlFault takes the line out of an error of the YAML library.
func yamlFault(err error) (line int, what string) {
	what = strings.TrimPrefix(err.Error(), "yaml: ")
	if rest, ok := strings.CutPrefix(what, "line "); ok {
		if number, after, ok := strings.Cut(rest, ": "); ok {
			if n, err := strconv.Atoi(number); err == nil {
				return n, after
			}
		}
	}
	return 1, what
}

// Fault adds a fault at a line and column, both from 1.
func (d *Document) Fault(line, column int, format string, args ...any) {
	f := &Fault{File: d.name, Line: max(line, 1), Column: max(column, 1), What: fmt.Sprintf(format, args...)}
	if f.Line <= len(d.lines) {
		f.Source = strings.TrimRight(d.lines[f.Line-1], "\r")
	}
	// What is read twice is refused once.
	if !slices.ContainsFunc(d.faults, func(o *Fault) bool { return *o == *f }) {
		d.faults = append(d.faults, f)
	}
}

// Faults returns the faults so far, ordered by line and column.
func (d *Document) Faults() []*Fault {
	out := slices.Clone(d.faults)
	slices.SortStableFunc(out, func(a, b *Fault) int {
		return cmp.Or(cmp.Compare(a.Line, b.Line), cmp.Compare(a.Column, b.Column))
	})
	return out
}

// Len is the number of faults so far.
func (d *Document) Len() int { return len(d.faults) }

// Err joins the faults, nil where there is none.
func (d *Document) Err() error {
	var all []error
	for _, f := range d.Faults() {
		all = append(all, f)
	}
	return errors.Join(all...)
}

// Field is a field of a mapping.
type Field struct {
	Name string
	// What says what it is for; faults about a missing field and JSON Schemas
	// print it.
	What string
	// Must: a mapping without it is refused.
	Must bool
	// Schema is the JSON Schema of its value.
	Schema map[string]any
}

// Names lists the names of fields.
func Names(fields []Field) []string {
	out := make([]string, len(fields))
	for i, f := range fields {
		out[i] = f.Name
	}
	return out
}

// Object is the JSON Schema of a mapping with these fields and no others.
func Object(fields []Field) map[string]any {
	properties, must := map[string]any{}, []string{}
	for _, f := range fields {
		s := map[string]any{"description": f.What}
		for k, v := range f.Schema {
			s[k] = v
		}
		properties[f.Name] = s
		if f.Must {
			must = append(must, f.Name)
		}
	}
	out := map[string]any{"type": "object", "additionalProperties": false, "properties": properties}
	if len(must) > 0 {
		out["required"] = must
	}
	return out
}
