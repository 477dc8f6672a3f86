package report

import (
	"bytes"
	"io"
	"reflect"
	"strings"

	"github.com/olekukonko/tablewriter"
	"github.com/olekukonko/tablewriter/pkg/twcache"
	"github.com/olekukonko/tablewriter/tw"
)

// The widths, in columns, that a table can be fitted to.
const (
	MinWidth = 80
	MaxWidth = 200
)

// page collects paragraphs and rows of columns for a terminal.
type page struct {
	width int
	color bool
	out   bytes.Buffer
	// tab writes to buf. It is used again and again: making one takes 450 KB
	// (measured).
	tab *tablewriter.Table
	buf bytes.Buffer
	err error
}

// open begins an empty page of the legal width that is nearest to width.
func (p *page) open(width int, color bool) {
	p.width = min(max(width, MinWidth), MaxWidth)
	p.color = color
	p.tab = newTable(&p.buf)
}

// close writes the page to w, or returns what went wrong on the way.
func (p *page) close(w io.Writer) error {
	if p.err != nil {
		return p.err
	}
	_, err := w.Write(p.out.Bytes())
	return err
}

// paragraph writes words wrapped to the width, later lines indented by hang.
func (p *page) paragraph(ws []word, hang int) {
	for i, l := range wrap(ws, p.width-hang, p.color) {
		if i > 0 {
			p.out.WriteString(strings.Repeat(" ", hang))
		}
		p.out.WriteString(l + "\n")
	}
}

// gutter is the space between two columns.
const gutter = 2

// cell is the words of one cell, a paragraph each.
type cell [][]word

// width returns the columns that the cell takes unwrapped.
func (c cell) width() int {
	widest := 0
	for _, ws := range c {
		n := max(len(ws)-1, 0)
		for _, w := range ws {
			n += columns(w.text)
		}
		widest = max(widest, n)
	}
	return widest
}

// grid writes rows with columns of the given widths, indented. Cells are
// wrapped here and not by tablewriter, whose wrapping breaks styles and figures.
func (p *page) grid(indent int, rows [][]cell, widths []int) {
	p.tab.Reset()
	p.buf.Reset()
	for _, row := range rows {
		texts := make([]string, len(row))
		for i, c := range row {
			var lines []string
			for _, ws := range c {
				lines = append(lines, wrap(ws, widths[i], p.color)...)
			}
			// The first line holds the column open.
			if n := widths[i] - columns(lines[0]); n > 0 {
				lines[0] += strings.Repeat(" ", n)
			}
			texts[i] = strings.Join(lines, "\n")
		}
		if err := p.tab.Append(texts); err != nil && p.err == nil {
			p.err = err
		}
	}
	if err := p.tab.Render(); err != nil && p.err == nil {
		p.err = err
	}
	for line := range strings.Lines(p.buf.String()) {
		if line = strings.TrimRight(line, " \n"); line != "" {
			p.out.WriteString(strings.Repeat(" ", indent) + line + "\n")
		}
	}
}

// newTable returns a table without lines, two spaces between columns. East
// Asian widths are switched off since tablewriter takes them from the locale,
// and the same report must come out on every machine.
func newTable(w io.Writer) *tablewriter.Table {
	none := tw.CellPadding{Global: tw.Padding{Left: "", Right: strings.Repeat(" ", gutter), Overwrite: true}}
	row := tw.CellConfig{
		Formatting: tw.CellFormatting{AutoWrap: tw.WrapNone, AutoFormat: tw.Off},
		Alignment:  tw.CellAlignment{Global: tw.AlignLeft},
		Padding:    none,
	}
	return tablewriter.NewTable(w,
		tablewriter.WithRowConfig(row),
		tablewriter.WithTrimSpace(tw.Off),
		// The cache serves types that cells here do not have, and Reset makes
		// one of the default size anew each time.
		tablewriter.WithStringerCacheCustom(twcache.NewLRU[reflect.Type, reflect.Value](1)),
		tablewriter.WithEastAsian(tw.Off),
		tablewriter.WithRendition(tw.Rendition{
			Borders: tw.BorderNone,
			Settings: tw.Settings{
				Lines:      tw.LinesNone,
				Separators: tw.SeparatorsNone,
			},
		}),
	)
}
