package main

import (
	"bytes"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/concord-news/concord/checker"
	"github.com/concord-news/concord/checker/report"
	"github.com/concord-news/concord/rules/strict"
)

// format is one way to write a report.
type format struct {
	name, extension string
	write           func(io.Writer, *checker.Report, report.Run) error
}

// formats lists the ways to write a report; the table, which depends on the
// terminal, is written by render.
func formats() []format {
	return []format{
		{"table", "txt", nil},
		{"json", "json", report.JSON},
		{"html", "html", report.HTML},
		{"markdown", "md", report.Markdown},
		{"csv", "csv", report.CSV},
		{"xlsx", "xlsx", report.XLSX},
		{"sarif", "sarif", report.SARIF},
	}
}

func formatNames(list []format) []string {
	var names []string
	for _, f := range list {
		names = append(names, f.name)
	}
	return names
}

// formatList is the value of --format: formats joined by commas, or given again
// and again.
type formatList struct {
	list []format
	// given: the flag was used, so that the next use adds to the first.
	given bool
}

func newFormatList() *formatList { return &formatList{list: formats()[:1]} }

// String returns the formats as they are written.
func (l *formatList) String() string { return strings.Join(formatNames(l.list), ",") }

// Set adds formats and refuses names that are none.
func (l *formatList) Set(s string) error {
	if !l.given {
		l.list, l.given = nil, true
	}
	all := formats()
	for name := range strings.SplitSeq(s, ",") {
		i := slices.IndexFunc(all, func(f format) bool { return f.name == name })
		if i < 0 {
			return usagef("%s", strict.Legal(name, formatNames(all)))
		}
		if !slices.ContainsFunc(l.list, func(f format) bool { return f.name == name }) {
			l.list = append(l.list, all[i])
		}
	}
	return nil
}

// Type returns the names to choose from, as help prints them.
func (l *formatList) Type() string { return strings.Join(formatNames(formats()), "|") }

// render writes a report in every format.
func (c *Command) render(o checking, r *checker.Report) ([]document, error) {
	run := report.Run{Version: Version, ConfigHash: o.hash, Baseline: o.known}
	var docs []document
	for _, f := range o.format.list {
		var b bytes.Buffer
		var err error
		if f.write == nil {
			err = report.Table(&b, r, c.tableOptions(o))
		} else {
			err = f.write(&b, r, run)
		}
		if err != nil {
			return nil, fmt.Errorf("%s: %w", f.name, err)
		}
		docs = append(docs, document{story: r.Story.Name, extension: f.extension, bytes: b.Bytes()})
	}
	return docs, nil
}
