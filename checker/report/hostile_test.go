package report_test

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"io"
	"slices"
	"strings"
	"testing"
	"unicode/utf16"

	"github.com/olekukonko/tablewriter/pkg/twwidth"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"github.com/xuri/excelize/v2"
	"golang.org/x/net/html"

	"github.com/concord-news/concord/checker"
	"github.com/concord-news/concord/checker/reference"
	"github.com/concord-news/concord/checker/report"
	"github.com/concord-news/concord/corpus"
	"github.com/concord-news/concord/rules"
)

// hostile lists words that articles may hold and no report may obey.
func hostile() []string {
	return []string{
		"<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "</style></script><svg onload=alert(1)>", "javascript:alert(1)",
		"\" onmouseover=\"alert(1)", "{{.Story}}", "a | b\nc", "[x](javascript:alert(1))", "![x](http://example.test/p.png)", "http://example.test/q @everyone",
		"=cmd|' /C calc'!A0", "+1+cmd", "-2+3", "@SUM(1)", "\t=1+1", "＝1+1", "\x1b[31mred\x1b]0;title\a", "safe\u202egnp.exe", "\u2066x\u2069", "bad\xff\xfe bytes", "`code` **b** #h",
		strings.Repeat("A", 33_000), strings.Repeat("7,", 9000), strings.Repeat("עברית", 3000),
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
	b.r.References = []reference.Fact{{ID: "R01", Subject: s, Attribute: s, Value: s, Source: s, From: s, File: s, Line: 1}, {ID: "R02", Subject: s, File: s, Line: 2}}
	for _, a := range b.r.Story.Articles {
		v := b.value(a, s, s)
		v.Against = &checker.Against{Fact: &b.r.References[0], Standing: checker.Contradicts, Why: s}
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
		t.Run(s[:min(len(s), 40)], func(t *testing.T) {
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

func TestHostileWordsInTable(t *testing.T) {
	if testing.Short() {
		t.Skip("lays out hundreds of tables")
	}
	for _, width := range []int{report.MinWidth, report.MaxWidth} {
		write := func(w io.Writer, r *checker.Report, run report.Run) error {
			return report.Table(w, r, report.TableOptions{Width: width, All: true, Unread: true, Baseline: run.Baseline})
		}
		each(t, write, func(t *testing.T, s, out string) {
			still(t, out)
			for l := range strings.Lines(out) {
				l = strings.TrimSuffix(l, "\n")
				assert.NotContains(t, l, "\r")
				if !strings.HasPrefix(s, "7,") { // a number is never broken
					assert.LessOrEqual(t, twwidth.WidthWithOptions(l, twwidth.Options{}), width)
				}
			}
		})
	}
}

func TestHostileWordsInHTML(t *testing.T) {
	shape := func(out string) (tags []string) {
		elements(t, out, func(n *html.Node, at map[string]string) {
			for k := range at {
				assert.False(t, strings.HasPrefix(k, "on"), k)
			}
			assert.False(t, strings.HasPrefix(at["href"], "javascript"))
			if n.Data != "wbr" { // places to break very long words
				tags = append(tags, n.Data)
			}
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
				assert.Contains(t, []int{2, 4, 5, 6}, bars, l)
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
			assert.NotContains(t, c, "\n", "programs that read lines read rows")
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
					if len(utf16.Encode([]rune(c))) == 32767 {
						assert.True(t, strings.HasSuffix(c, "…"), "what is cut is marked")
					}
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
