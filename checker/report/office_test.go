//go:build office

package report_test

import (
	"encoding/csv"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/concord-news/concord/checker"
	"github.com/concord-news/concord/checker/report"
)

// converted is the sheets of a workbook as LibreOffice reads them, a CSV each.
func converted(t *testing.T, workbook string) map[string][][]string {
	t.Helper()
	dir := t.TempDir()
	path := filepath.Join(dir, "report.xlsx")
	require.NoError(t, os.WriteFile(path, []byte(workbook), 0o644))
	// Comma, quotation mark, UTF-8, from line 1, cells as they are and not as
	// shown, results of formulas and not their text, every sheet.
	const filter = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,false,false,false,-1"
	cmd := exec.CommandContext(t.Context(), "soffice", "--headless", "-env:UserInstallation=file://"+filepath.Join(dir, "profile"),
		"--convert-to", filter, "--outdir", dir, path)
	cmd.WaitDelay = 10 * time.Second
	out, err := cmd.CombinedOutput()
	require.NoError(t, err, "soffice: %s", out)
	sheets := map[string][][]string{}
	for _, name := range []string{"Findings", "Values", "Articles", "Unread"} {
		f, err := os.Open(filepath.Join(dir, "report-"+name+".csv"))
		require.NoError(t, err, "soffice: %s", out)
		sheets[name], err = csv.NewReader(f).ReadAll()
		require.NoError(t, err)
		f.Close()
	}
	return sheets
}

// TestXLSXInOffice: LibreOffice shows the cells that were written, figures as
// figures, and computes nothing.
func TestXLSXInOffice(t *testing.T) {
	reports := map[string]*checker.Report{"ferry": ferry(t), "hostile words": enemies(t, 100_000)}
	for name, r := range reports {
		workbook := written(t, report.XLSX, r, report.Run{})
		ours, theirs := open(t, workbook), converted(t, workbook)
		for sheet, got := range theirs {
			want, err := ours.GetRows(sheet)
			require.NoError(t, err)
			require.Len(t, got, len(want), "%s: %s", name, sheet)
			for i := range want {
				for len(want[i]) < len(got[i]) {
					want[i] = append(want[i], "")
				}
				assert.Equal(t, want[i], got[i], "%s: %s, row %d", name, sheet, i+1)
			}
		}
	}
}
