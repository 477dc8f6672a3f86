package report_test

import (
	"bytes"
	"encoding/csv"
	"io"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"github.com/xuri/excelize/v2"

	"github.com/concord-news/concord/checker"
	"github.com/concord-news/concord/checker/report"
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
	require.Equal(t, []string{"Findings", "Values", "Articles", "Unread", "Reference"}, f.GetSheetList())
	for name, rows := range map[string]int{"Findings": 3, "Values": 5, "Articles": 3, "Unread": 2, "Reference": 2} {
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
	assert.Equal(t, 5, filters)
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
