// Package reference reads facts that a user holds to be true, each with the
// time for which it holds and where it comes from. Outlets are shown beside
// them; they never change what outlets are said to agree on.
package reference

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/concord-news/concord/rules"
	"github.com/concord-news/concord/rules/mention"
	"github.com/concord-news/concord/rules/strict"
)

// Fact is one line of a reference file.
type Fact struct {
	// ID is "R01", "R02" and so on, in the order of the files and of their
	// lines.
	ID string
	// Subject and Attribute name the fact as reports do, "attribute · subject";
	// Attribute may be the name of a rule instead.
	Subject, Attribute string
	// Value is the value and Source where it comes from, as written.
	Value, Source string
	// From and To are the first and the last day, month or year for which the
	// fact holds, as written; "" where it is open.
	From, To string
	// Period is the time from From to To, an end that is open being zero.
	Period mention.Period
	// File, Line and Column say where the fact is written.
	File         string
	Line, Column int
	// Rules are the rules that read facts of this attribute; all of them
	// compare in one way.
	Rules []*rules.Rule
	// Stated is the value as one of those rules would read it.
	Stated rules.Fact
}

// Place is where the fact is written: "file:line".
func (f *Fact) Place() string { return fmt.Sprintf("%s:%d", f.File, f.Line) }

// When is the time for which the fact holds, in words; "" where it always does.
func (f *Fact) When() string {
	switch {
	case f.From == "" && f.To == "":
		return ""
	case f.To == "":
		return "from " + f.From
	case f.From == "":
		return "until " + f.To
	}
	return "from " + f.From + " to " + f.To
}

// Set is the facts of some files. It is read-only and safe for concurrent use.
type Set struct {
	Facts []Fact
}

// Load reads reference files. Whether a file is YAML or CSV is told by its
// name. All faults of all files are in one error, each a *rules.Fault.
func Load(catalog *rules.Catalog, paths ...string) (*Set, error) {
	l := &loader{catalog: catalog}
	for _, path := range paths {
		name := filepath.ToSlash(path)
		content, err := os.ReadFile(path)
		if err != nil {
			return nil, fmt.Errorf("reference: %w", err)
		}
		l.read(name, content)
	}
	if len(l.faults) > 0 {
		return nil, errors.Join(l.faults...)
	}
	return &Set{Facts: l.facts}, nil
}

// Read reads one reference file. The name says whether it is YAML or CSV.
func Read(catalog *rules.Catalog, name string, content []byte) ([]Fact, error) {
	l := &loader{catalog: catalog}
	l.read(name, content)
	return l.facts, errors.Join(l.faults...)
}

// FieldError is what is wrong with one field of a fact that was typed.
type FieldError struct{ Field, What string }

// Error says it.
func (e *FieldError) Error() string { return e.Field + ": " + e.What }

// Of reads a fact that was typed: the fields of f that are words. The error is a
// *FieldError.
func Of(catalog *rules.Catalog, f Fact) (Fact, error) {
	l, r := &loader{catalog: catalog}, row{line: 1, cells: map[string]cell{}}
	for i, text := range []string{f.Subject, f.Attribute, f.Value, f.Source, f.From, f.To} {
		r.cells[fields()[i]] = cell{spaced(text), 1, i + 1} // the column tells the field
	}
	l.fact(r)
	var fault *rules.Fault
	if errors.As(errors.Join(l.faults...), &fault) {
		return Fact{}, &FieldError{fields()[fault.Column-1], fault.What}
	}
	return l.facts[0], nil
}

// loader gathers the facts and the faults of all files.
type loader struct {
	catalog *rules.Catalog
	facts   []Fact
	faults  []error
	// lines are those of the file that is being read.
	lines []string
}

// cell is one field of a line.
type cell struct {
	text         string
	line, column int
}

// row is one line of a file, whatever its format.
type row struct {
	file         string
	line, column int
	cells        map[string]cell
}

// fields are the legal fields of a line; the first four must be there.
func fields() []string { return []string{"subject", "attribute", "value", "source", "from", "to"} }

const required = 4

func (l *loader) fault(file string, c cell, format string, args ...any) {
	f := &rules.Fault{File: file, Line: max(c.line, 1), Column: max(c.column, 1), What: fmt.Sprintf(format, args...)}
	if f.Line <= len(l.lines) {
		f.Source = strings.TrimRight(l.lines[f.Line-1], "\r")
	}
	l.faults = append(l.faults, f)
}

func (l *loader) read(name string, content []byte) {
	content = bytes.TrimPrefix(content, []byte("\ufeff"))
	l.lines = strings.Split(string(content), "\n")
	var rows []row
	switch ext := strings.ToLower(filepath.Ext(name)); ext {
	case ".yaml", ".yml":
		rows = l.yaml(name, content)
	case ".csv":
		rows = l.csv(name, content)
	default:
		l.fault(name, cell{}, "the name of a reference file ends in %q; legal: .yaml, .yml, .csv", ext)
	}
	for _, r := range rows {
		l.fact(r)
	}
}

// fact makes a fact of a line, unless something is wrong with it.
func (l *loader) fact(r row) {
	before := len(l.faults)
	for _, name := range fields()[:required] {
		if c, ok := r.cells[name]; !ok || c.text == "" {
			at := c
			if !ok || c.line == 0 {
				at = cell{line: r.line, column: r.column}
			}
			l.fault(r.file, at, "no %s; a line needs %s", name, strings.Join(fields()[:required], ", "))
		}
	}
	f := Fact{
		ID: fmt.Sprintf("R%02d", len(l.facts)+1), File: r.file, Line: r.line, Column: r.column,
		Subject: r.cells["subject"].text, Attribute: r.cells["attribute"].text, Value: r.cells["value"].text,
		Source: r.cells["source"].text, From: r.cells["from"].text, To: r.cells["to"].text,
	}
	f.Period.From, _ = l.day(r.file, r.cells["from"])
	_, f.Period.To = l.day(r.file, r.cells["to"])
	if f.Period.Known() && !f.Period.From.Before(f.Period.To) {
		l.fault(r.file, r.cells["to"], "to %s lies before from %s", f.To, f.From)
	}
	if len(l.faults) == before {
		l.meaning(&f, r)
	}
	if len(l.faults) == before {
		l.facts = append(l.facts, f)
	}
}

// meaning fills in which rules read the attribute, and what the value says.
func (l *loader) meaning(f *Fact, r row) {
	all := named(l.catalog, f.Attribute)
	if len(all) == 0 {
		l.fault(r.file, r.cells["attribute"], "no rule reads the attribute %q; %s, or the name of a rule", f.Attribute, strict.Legal(f.Attribute, attributes(l.catalog)))
		return
	}
	by := all[0].Compare.By
	if !comparable(by) {
		l.fault(r.file, r.cells["attribute"], "values of %q (%s) cannot be held against a reference; %s, or the name of a rule", f.Attribute, by, strict.Legal(f.Attribute, attributes(l.catalog)))
		return
	}
	for _, rule := range all {
		if rule.Compare.By == by {
			f.Rules = append(f.Rules, rule)
		}
	}
	stated, err := value(f.Rules[0], f.Value)
	if err != nil {
		l.fault(r.file, r.cells["value"], "%v", err)
		return
	}
	f.Stated = stated
}

// day reads a day, a month or a year, and returns its beginning and its end.
func (l *loader) day(file string, c cell) (from, to time.Time) {
	for i, layout := range []string{"2006-01-02", "2006-01", "2006"} {
		if t, err := time.Parse(layout, c.text); err == nil {
			return t, [...]time.Time{t.AddDate(0, 0, 1), t.AddDate(0, 1, 0), t.AddDate(1, 0, 0)}[i]
		}
	}
	if c.text != "" {
		l.fault(file, c, "%q is no date; legal: a day (2026-03-09), a month (2026-03) or a year (2026)", c.text)
	}
	return from, to
}

// attributes lists what the facts of rules that can be held against a reference
// are called, sorted, with dots for what a story fills in.
func attributes(c *rules.Catalog) []string {
	var out []string
	for _, r := range c.Rules {
		if name := template(r); comparable(r.Compare.By) && telling(name) {
			out = append(out, shown(name))
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}
