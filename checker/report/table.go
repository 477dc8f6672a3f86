package report

import (
	"fmt"
	"io"
	"strings"

	"github.com/concord-news/concord/checker"
	"github.com/concord-news/concord/rules"
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
	// Baseline is what people know of already; nil where none is given.
	Baseline *Baseline
}

// Table writes r as the report that people read in a terminal. No word of an
// article can move the cursor or change colours, and no evidence is cut off:
// long passages are wrapped.
func Table(w io.Writer, r *checker.Report, opts TableOptions) error {
	t := &table{report: r, opts: opts, lines: lineIndex{}}
	t.open(opts.Width, opts.Color)
	if r.Ungrouped {
		t.ungrouped()
		return t.done(w)
	}
	t.header()
	t.findings()
	t.versions()
	if opts.Unread {
		t.unread()
	}
	t.silent()
	t.stale()
	t.counts()
	return t.done(w)
}

func (t *table) done(w io.Writer) error {
	if err := t.close(w); err != nil {
		return fmt.Errorf("report of %s as a table: %w", t.report.Story.Name, err)
	}
	return nil
}

// ungrouped lists the articles of no story with another.
func (t *table) ungrouped() {
	t.paragraph(words(plain(t.report.Story.Name), bold), 2)
	t.paragraph(words(number(len(t.report.Story.Articles), "article")+" of no story with another, not compared", noStyle), 2)
	t.out.WriteByte('\n')
	if len(t.report.Story.Articles) == 0 {
		return
	}
	rows := [][]cell{headings("ARTICLE", "OUTLET", "PUBLISHED", "TITLE")}
	widths := []int{7, 6, 9, 5}
	for _, a := range t.report.Story.Articles {
		row := []cell{{words(plain(a.ID), dim)}, {words(plain(a.Outlet), bold)}, {words(publishedWords(a.Published), noStyle)}, {words(plain(a.Title), noStyle)}}
		for i, c := range row {
			widths[i] = max(widths[i], c.width())
		}
		rows = append(rows, row)
	}
	widths[0], widths[1] = min(widths[0], mostPlace), min(widths[1], mostOutlet)
	widths[3] = min(widths[3], t.width-widths[0]-widths[1]-widths[2]-3*gutter)
	t.grid(0, rows, widths)
}

type table struct {
	page
	report *checker.Report
	opts   TableOptions
	lines  lineIndex
}

// mostShared is how many outlets with the same words the header names.
const mostShared = 6

func (t *table) header() {
	r := t.report
	t.paragraph(words(plain(r.Story.Name), bold), 2)
	line := fmt.Sprintf("%s · %s · %s",
		number(len(r.Story.Articles), "article"), number(r.Outlets(), "outlet"), number(r.Origins, "independent origin"))
	var same []string
	for _, g := range shared(r) {
		rest := ""
		if n := len(g) - mostShared; n > 0 {
			g, rest = g[:mostShared], fmt.Sprintf(" and %d more", n)
		}
		same = append(same, plain(strings.Join(g, " = "))+rest+", same agency copy")
	}
	if len(same) > 0 {
		line += " (" + strings.Join(same, "; ") + ")"
	}
	t.paragraph(words(line, noStyle), 2)
	line = fmt.Sprintf("%s read · %d in two or more outlets · %s that no rule read%s",
		number(r.Facts, "fact"), r.Compared, number(t.skipped(), "figure"), t.hint())
	t.paragraph(words(line, noStyle), 2)
	if off := r.RulesOff; len(off) > 0 {
		t.paragraph(words(plain(rulesOff(off)), noStyle), 2)
	}
	t.out.WriteByte('\n')
}

// mostOff is how many rules that are off are named one by one.
const mostOff = 6

// rulesOff names the rules that the settings turned off.
func rulesOff(names []string) string {
	shown, rest := names, ""
	if n := len(names) - mostOff; n > 0 {
		shown, rest = names[:mostOff], fmt.Sprintf(" and %d more (concord config)", n)
	}
	return fmt.Sprintf("%s off: %s%s", number(len(names), "rule"), strings.Join(shown, ", "), rest)
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

// number writes n with its noun: "1 article", "2 articles".
func number(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return fmt.Sprintf("%d %ss", n, noun)
}

func (t *table) findings() {
	var list []*checker.Finding
	for i := range t.report.Findings {
		if f := &t.report.Findings[i]; t.opts.All || shown(f) {
			list = append(list, f)
		}
	}
	if len(list) == 0 {
		return
	}
	widths := t.headWidths(list)
	t.grid(0, [][]cell{headings("ID", "SEV", "VERDICT", "FACT", "GAP", "RULE")}, widths)
	lay := t.layOut(list)
	for _, f := range list {
		t.grid(0, [][]cell{t.head(f)}, widths)
		t.reason(f)
		t.values(f, lay)
		t.references(f)
		t.out.WriteByte('\n')
	}
}

// reason writes why the finding has its verdict, with the arithmetic, and what
// people know of it.
func (t *table) reason(f *checker.Finding) {
	if k := t.opts.Baseline.Of(t.report.Story.Name, f); k != nil {
		known := words(plain(k.Reason+" ("+k.By+")"), noStyle)
		t.grid(indent, [][]cell{{{words("known", dim)}, {known}}}, []int{5, t.width - indent - 5 - gutter})
	}
	if f.Why == "" {
		return
	}
	t.grid(indent, [][]cell{{{words("why", dim)}, {words(plain(f.Why), noStyle)}}}, []int{3, t.width - indent - 3 - gutter})
}

// stale lists the entries of the baseline that no discrepancy has any more.
func (t *table) stale() {
	for _, k := range t.opts.Baseline.Stale(t.report) {
		line := fmt.Sprintf("In the baseline and no longer found: %s (%s, %s)", k.Fact, k.Reason, k.By)
		t.paragraph(words(plain(line), noStyle), 2)
	}
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
	widths[5] = min(widths[5], max(20, t.width/5))
	rest := t.width - widths[0] - widths[1] - widths[2] - widths[4] - widths[5] - 5*gutter
	widths[3] = min(widths[3], rest)
	return widths
}

// counts writes the last line: how many findings have each verdict.
func (t *table) counts() {
	var line []word
	for _, v := range checker.Verdicts() {
		n := t.report.Count(v)
		if v == checker.NotCompared && n == 0 {
			continue
		}
		if len(line) > 0 {
			line = append(line, word{text: "·"})
		}
		w := word{text: fmt.Sprintf("%d %s", n, v)}
		if n > 0 && v.Discrepancy() {
			w.style = verdictStyle(v)
		}
		line = append(line, w)
	}
	t.paragraph(line, 2)
	t.referenceCounts()
}
