package report

import (
	"bytes"
	"fmt"
	"io"
	"reflect"
	"strings"

	"github.com/olekukonko/tablewriter"
	"github.com/olekukonko/tablewriter/pkg/twcache"
	"github.com/olekukonko/tablewriter/tw"

	"github.com/concord-news/concord/checker"
	"github.com/concord-news/concord/rules"
)

// The widths, in columns, that a table can be fitted to.
const (
	MinWidth = 80
	MaxWidth = 200
)

// TableOptions says how Table writes.
type TableOptions struct {
	// Width is the width to fit, in columns; it is taken as MinWidth where it
	// is less and as MaxWidth where it is more.
	Width int
	// Color allows ANSI colours. The caller decides: a terminal, no NO_COLOR.
	Color bool
	// All shows agreements, single statements and what was not compared too.
	All bool
	// Unread lists what was not read.
	Unread bool
}

// Table writes r as the report that people read in a terminal. No word of an
// article can move the cursor or change colours, and no evidence is cut off:
// long passages are wrapped.
func Table(w io.Writer, r *checker.Report, opts TableOptions) error {
	t := &table{report: r, opts: opts, lines: lineIndex{}}
	t.tab = newTable(&t.buf)
	t.opts.Width = min(max(opts.Width, MinWidth), MaxWidth)
	t.header()
	t.findings()
	if opts.Unread {
		t.unread()
	}
	t.counts()
	if t.err != nil {
		return fmt.Errorf("report of %s as a table: %w", r.Story.Name, t.err)
	}
	if _, err := w.Write(t.out.Bytes()); err != nil {
		return fmt.Errorf("report of %s: %w", r.Story.Name, err)
	}
	return nil
}

type table struct {
	report *checker.Report
	opts   TableOptions
	lines  lineIndex
	out    bytes.Buffer
	// tab writes to buf. It is used again and again: making one takes 450 KB
	// (measured).
	tab *tablewriter.Table
	buf bytes.Buffer
	err error
}

// paragraph writes s wrapped to the width, later lines indented by hang.
func (t *table) paragraph(s string, hang int) {
	for i, l := range wrap(words(s, noStyle), t.opts.Width-hang, t.opts.Color) {
		if i > 0 {
			t.out.WriteString(strings.Repeat(" ", hang))
		}
		t.out.WriteString(l + "\n")
	}
}

func (t *table) header() {
	r := t.report
	t.out.WriteString(paint(plain(r.Story.Name), bold, t.opts.Color) + "\n")
	line := fmt.Sprintf("%s · %s · %s",
		number(len(r.Story.Articles), "article"), number(r.Outlets(), "outlet"), number(r.Origins, "independent origin"))
	var same []string
	for _, g := range shared(r.Story.Articles) {
		same = append(same, plain(strings.Join(g, " = "))+", same agency copy")
	}
	if len(same) > 0 {
		line += " (" + strings.Join(same, "; ") + ")"
	}
	t.paragraph(line, 2)
	t.paragraph(fmt.Sprintf("%s read · %d in two or more outlets · %s that no rule read%s",
		number(r.Facts, "fact"), r.Compared, number(t.skipped(), "figure or quotation", "figures and quotations"), t.hint()), 2)
	t.out.WriteByte('\n')
}

// skipped counts what was recognised in story text and not read. Page
// furniture is listed by --unread but is nothing that a rule should read.
func (t *table) skipped() int {
	n := 0
	for _, u := range t.report.Unread {
		if !strings.HasPrefix(u.Reason, "page furniture") {
			n++
		}
	}
	return n
}

func (t *table) hint() string {
	if t.opts.Unread || len(t.report.Unread) == 0 {
		return ""
	}
	return " (--unread)"
}

// number writes n with its noun: "1 article", "2 articles". The plural is the
// singular and "s" where none is given.
func number(n int, singular string, plural ...string) string {
	switch {
	case n == 1:
		return "1 " + singular
	case len(plural) > 0:
		return fmt.Sprintf("%d %s", n, plural[0])
	}
	return fmt.Sprintf("%d %ss", n, singular)
}

func (t *table) findings() {
	var list []*checker.Finding
	for i := range t.report.Findings {
		if f := &t.report.Findings[i]; t.opts.All || shown(f.Verdict) {
			list = append(list, f)
		}
	}
	if len(list) == 0 {
		return
	}
	widths := t.headWidths(list)
	t.grid(0, [][]cell{{
		{words("ID", bold)}, {words("SEV", bold)}, {words("VERDICT", bold)},
		{words("FACT", bold)}, {words("GAP", bold)}, {words("RULE", bold)},
	}}, widths)
	lay := t.layOut(list)
	for _, f := range list {
		t.grid(0, [][]cell{t.head(f)}, widths)
		t.values(f, lay)
		t.reason(f)
		t.out.WriteByte('\n')
	}
}

// reason writes why the finding has its verdict, with the arithmetic.
func (t *table) reason(f *checker.Finding) {
	if f.Why == "" {
		return
	}
	t.grid(indent, [][]cell{{{words("why", dim)}, {words(plain(f.Why), noStyle)}}}, []int{3, t.opts.Width - indent - 3 - gutter})
}

func (t *table) head(f *checker.Finding) []cell {
	st, sev := verdictStyle(f.Verdict), dim
	if f.Severity == rules.High {
		sev = bold
	}
	gap := f.Gap
	if gap == "" {
		gap = "-"
	}
	return []cell{
		{words(f.ID, bold)}, {words(f.Severity.String(), sev)},
		{words(strings.ToUpper(f.Verdict.String()), st)},
		{words(plain(f.Fact), noStyle)}, {words(plain(gap), noStyle)}, {words(f.Rule.Name, dim)},
	}
}

func verdictStyle(v checker.Verdict) style {
	switch v {
	case checker.Conflict:
		return redBold
	case checker.Changed:
		return yellowBold
	case checker.Disputed:
		return purpleBold
	case checker.Compatible, checker.Agree:
		return green
	}
	return dim
}

// headWidths fits the columns of the findings: what is left of the width goes
// to the fact, as far as one needs it.
func (t *table) headWidths(list []*checker.Finding) []int {
	widths := []int{2, 3, 7, 4, 3, 4}
	for _, f := range list {
		for i, c := range t.head(f) {
			widths[i] = max(widths[i], c.width())
		}
	}
	// Longer gaps ("3 days earlier") and rule names wrap.
	widths[4] = min(widths[4], 14)
	widths[5] = min(widths[5], max(20, t.opts.Width/5))
	rest := t.opts.Width - widths[0] - widths[1] - widths[2] - widths[4] - widths[5] - 5*gutter
	widths[3] = min(widths[3], rest)
	return widths
}

// counts writes the last line: how many findings have each verdict.
func (t *table) counts() {
	var parts []string
	for _, v := range checker.Verdicts() {
		n := t.report.Count(v)
		if v == checker.NotCompared && n == 0 {
			continue
		}
		s := fmt.Sprintf("%d %s", n, v)
		if n > 0 && v.Discrepancy() {
			s = paint(s, verdictStyle(v), t.opts.Color)
		}
		parts = append(parts, s)
	}
	t.out.WriteString(strings.Join(parts, " · ") + "\n")
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
func (t *table) grid(indent int, rows [][]cell, widths []int) {
	t.tab.Reset()
	t.buf.Reset()
	for _, row := range rows {
		texts := make([]string, len(row))
		for i, c := range row {
			var lines []string
			for _, ws := range c {
				lines = append(lines, wrap(ws, widths[i], t.opts.Color)...)
			}
			// The first line holds the column open.
			if n := widths[i] - columns(lines[0]); n > 0 {
				lines[0] += strings.Repeat(" ", n)
			}
			texts[i] = strings.Join(lines, "\n")
		}
		if err := t.tab.Append(texts); err != nil && t.err == nil {
			t.err = err
		}
	}
	if err := t.tab.Render(); err != nil && t.err == nil {
		t.err = err
	}
	for line := range strings.Lines(t.buf.String()) {
		if line = strings.TrimRight(line, " \n"); line != "" {
			t.out.WriteString(strings.Repeat(" ", indent) + line + "\n")
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
