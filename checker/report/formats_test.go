package report_test

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"io"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"github.com/xuri/excelize/v2"
	"golang.org/x/net/html"

	"github.com/concord-news/concord/checker"
	"github.com/concord-news/concord/checker/report"
	"github.com/concord-news/concord/corpus"
	"github.com/concord-news/concord/rules"
)

type writer func(io.Writer, *checker.Report, report.Run) error

func writers() map[string]writer {
	return map[string]writer{
		"json": report.JSON, "html": report.HTML, "markdown": report.Markdown, "csv": report.CSV, "xlsx": report.XLSX, "sarif": report.SARIF,
	}
}

func written(t *testing.T, write writer, r *checker.Report, run report.Run) string {
	t.Helper()
	var b bytes.Buffer
	require.NoError(t, write(&b, r, run))
	return b.String()
}

func TestMarkdown(t *testing.T) {
	golden(t, "report.md", []byte(written(t, report.Markdown, ferry(t), report.Run{})))
}

func TestSARIF(t *testing.T) {
	golden(t, "report.sarif", []byte(written(t, report.SARIF, ferry(t), report.Run{Version: "1.2.3"})))
}

func TestCSV(t *testing.T) {
	out := written(t, report.CSV, ferry(t), report.Run{})
	golden(t, "report.csv", []byte(out))
	rows, err := csv.NewReader(strings.NewReader(out)).ReadAll()
	require.NoError(t, err)
	assert.Len(t, rows, 1+5, "a row a value")
}

// TestWritersAreDeterministic: the same report gives the same bytes.
func TestWritersAreDeterministic(t *testing.T) {
	for name, write := range writers() {
		first := written(t, write, ferry(t), report.Run{Version: "1"})
		for range 5 {
			require.Equal(t, first, written(t, write, ferry(t), report.Run{Version: "1"}), name)
		}
	}
}

// TestWritersTakeNothing: a story in which nothing was found is a report too.
func TestWritersTakeNothing(t *testing.T) {
	for name, write := range writers() {
		assert.NotEmpty(t, written(t, write, build(t).r, report.Run{}), name)
	}
}

func open(t *testing.T, content string) *excelize.File {
	t.Helper()
	f, err := excelize.OpenReader(strings.NewReader(content))
	require.NoError(t, err)
	t.Cleanup(func() { f.Close() })
	return f
}

func TestXLSX(t *testing.T) {
	f := open(t, written(t, report.XLSX, ferry(t), report.Run{}))
	require.Equal(t, []string{"Findings", "Values", "Articles", "Unread"}, f.GetSheetList())
	for name, rows := range map[string]int{"Findings": 3, "Values": 5, "Articles": 3, "Unread": 2} {
		got, err := f.GetRows(name)
		require.NoError(t, err)
		assert.Len(t, got, 1+rows, name)
		panes, err := f.GetPanes(name)
		require.NoError(t, err)
		assert.True(t, panes.Freeze && panes.YSplit == 1, "%s: the headings stay in sight", name)
		for i, h := range got[0] {
			column, err := excelize.ColumnNumberToName(i + 1)
			require.NoError(t, err)
			width, err := f.GetColWidth(name, column)
			require.NoError(t, err)
			assert.GreaterOrEqual(t, width+3, float64(len(h)), "%s: %s fits", name, h)
		}
	}
	low, err := f.GetCellType("Values", "R2")
	require.NoError(t, err)
	assert.NotEqual(t, excelize.CellTypeSharedString, low, "figures are numbers")
	filters := 0
	for _, n := range f.GetDefinedName() {
		if n.Name == "_xlnm._FilterDatabase" {
			filters++
		}
	}
	assert.Equal(t, 4, filters)
}

// TestXLSXHasWhatCSVHas: the sheet of values and the CSV are the same cells.
func TestXLSXHasWhatCSVHas(t *testing.T) {
	want, err := csv.NewReader(strings.NewReader(written(t, report.CSV, ferry(t), report.Run{}))).ReadAll()
	require.NoError(t, err)
	got, err := open(t, written(t, report.XLSX, ferry(t), report.Run{})).GetRows("Values")
	require.NoError(t, err)
	require.Len(t, got, len(want))
	for i := range want {
		for len(got[i]) < len(want[i]) {
			got[i] = append(got[i], "")
		}
		assert.Equal(t, want[i], got[i])
	}
}

// hostile lists words that articles may hold and no report may obey.
func hostile() []string {
	return []string{
		"<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "</style></script><svg onload=alert(1)>", "javascript:alert(1)",
		"\" onmouseover=\"alert(1)", "{{.Story}}", "a | b\nc", "[x](javascript:alert(1))", "![x](http://example.test/p.png)", "http://example.test/q @everyone",
		"=cmd|' /C calc'!A0", "+1+cmd", "-2+3", "@SUM(1)", "\t=1+1", "＝1+1", "\x1b[31mred\x1b]0;title\a", "safe\u202egnp.exe", "\u2066x\u2069", "bad\xff\xfe bytes", "`code` **b** #h",
	}
}

// enemy is a report that has one of those words everywhere.
func enemy(t *testing.T, s string) *checker.Report {
	b := build(t)
	b.r.Story.Name = "ferry"
	text := "Before. " + s + " After."
	for _, id := range []string{"a.txt", "b.txt"} {
		a := b.article(id, s, "A", text)
		a.Title = s
	}
	f := checker.Finding{
		ID: "F01", Fingerprint: "k", Fact: s, Kind: "quote", Severity: rules.High, Why: s, Gap: s,
		Rule: &rules.Rule{Name: "quotation.wording", Summary: s, Reports: s, Silent: s, Why: s},
	}
	for _, a := range b.r.Story.Articles {
		v := b.value(a, s, s)
		v.Sentence = corpus.Span{Start: 0, End: len(text)}
		v.Speaker, v.Hedge, v.AsOf, v.Unit = s, s, s, s
		f.Values = append(f.Values, v)
	}
	b.finding(f)
	b.unread(b.r.Story.Articles[0], s, s)
	return b.r
}

func each(t *testing.T, write writer, do func(t *testing.T, s, out string)) {
	for _, s := range hostile() {
		t.Run(s, func(t *testing.T) {
			out := written(t, write, enemy(t, s), report.Run{Baseline: &report.Baseline{
				Known: []report.Known{{Story: "ferry", Fingerprint: "k", Reason: s, By: s}},
			}})
			do(t, s, out)
		})
	}
}

// still holds of text that neither moves a cursor nor reorders a line.
func still(t *testing.T, out string) {
	t.Helper()
	for _, r := range "\x1b\a\u202e\u2066\u2069" {
		assert.False(t, strings.ContainsRune(out, r), "%U", r)
	}
}

func TestHostileWordsInHTML(t *testing.T) {
	shape := func(out string) (tags []string) {
		elements(t, out, func(n *html.Node, at map[string]string) {
			for k := range at {
				assert.False(t, strings.HasPrefix(k, "on"), k)
			}
			assert.False(t, strings.HasPrefix(at["href"], "javascript"))
			tags = append(tags, n.Data)
		})
		return tags
	}
	var harmless bytes.Buffer
	require.NoError(t, report.HTML(&harmless, enemy(t, "words"), report.Run{Baseline: &report.Baseline{
		Known: []report.Known{{Story: "ferry", Fingerprint: "k", Reason: "words", By: "words"}},
	}}))
	want := shape(harmless.String())
	each(t, report.HTML, func(t *testing.T, _, out string) {
		still(t, out)
		assert.Equal(t, want, shape(out), "the page has the elements that it has with harmless words")
	})
}

func TestHostileWordsInMarkdown(t *testing.T) {
	lines := strings.Count(written(t, report.Markdown, enemy(t, "words"), report.Run{}), "\n")
	each(t, report.Markdown, func(t *testing.T, _, out string) {
		still(t, out)
		assert.Equal(t, lines+2, strings.Count(out, "\n"), "no line is added but that of the baseline")
		for l := range strings.Lines(out) {
			if strings.HasPrefix(l, "|") {
				bars := strings.Count(l, "|") - strings.Count(l, "\\|")
				assert.Contains(t, []int{4, 6}, bars, l)
			}
		}
		for _, bad := range []string{"<script", "<img", "<svg", "http://", " @everyone", "**b**", "`code`"} {
			assert.NotContains(t, out, bad)
		}
		assert.NotRegexp(t, `[^\\]\]\(`, out, "no link")
	})
}

func TestHostileWordsInCSV(t *testing.T) {
	each(t, report.CSV, func(t *testing.T, _, out string) {
		still(t, out)
		rows, err := csv.NewReader(strings.NewReader(out)).ReadAll()
		require.NoError(t, err)
		require.Len(t, rows, 3)
		for _, c := range slices.Concat(rows...) {
			if c != "" {
				assert.NotContains(t, "=+-@\t\r＝＋－＠", string([]rune(c)[0]), c)
			}
		}
	})
}

func TestHostileWordsInXLSX(t *testing.T) {
	each(t, report.XLSX, func(t *testing.T, _, out string) {
		f := open(t, out)
		for _, name := range f.GetSheetList() {
			rows, err := f.GetRows(name)
			require.NoError(t, err)
			for i, row := range rows {
				for j, c := range row {
					still(t, c)
					cell, err := excelize.CoordinatesToCellName(j+1, i+1)
					require.NoError(t, err)
					formula, err := f.GetCellFormula(name, cell)
					require.NoError(t, err)
					assert.Empty(t, formula)
				}
			}
		}
	})
}

func TestHostileWordsInSARIF(t *testing.T) {
	each(t, report.SARIF, func(t *testing.T, _, out string) {
		still(t, out)
		assert.NotContains(t, out, "<", "a viewer that takes text for markup sees none")
		var log map[string]any
		require.NoError(t, json.Unmarshal([]byte(out), &log))
	})
}

// TestHostileWordsInJSON: programs get the exact words; they are data.
func TestHostileWordsInJSON(t *testing.T) {
	each(t, report.JSON, func(t *testing.T, s, out string) {
		for _, r := range "\x1b\a" {
			assert.NotContains(t, out, string(r))
		}
		var got report.Report
		require.NoError(t, json.Unmarshal([]byte(out), &got))
		assert.Equal(t, strings.ToValidUTF8(s, "\ufffd\ufffd"), got.Findings[0].Values[0].Text)
	})
}
