package report

import (
	"encoding/csv"
	"fmt"
	"io"
	"strconv"
	"strings"

	"github.com/concord-news/concord/checker"
)

// CSV writes r with a row for every value of every finding, below one row of
// headings; lines end in CR and LF (RFC 4180), the text is UTF-8. No cell can be
// taken for a formula by a spreadsheet.
func CSV(w io.Writer, r *checker.Report, run Run) error {
	c := csv.NewWriter(w)
	c.UseCRLF = true
	b := newPageBuilder(r, run)
	rows := [][]string{valueColumns()}
	for i := range r.Findings {
		rows = append(rows, valueRows(b, &r.Findings[i])...)
	}
	for _, row := range rows {
		for i := range row {
			row[i] = unformula(row[i])
		}
	}
	if err := c.WriteAll(rows); err != nil {
		return fmt.Errorf("report of %s as CSV: %w", plain(r.Story.Name), err)
	}
	return nil
}

// unformula puts an apostrophe before what a spreadsheet would take for a
// formula; numbers stay numbers. The signs are those that OWASP lists, and
// their full-width forms, which some spreadsheets take for the same.
func unformula(s string) string {
	if s == "" || !strings.ContainsRune("=+-@\t\r＝＋－＠", []rune(s)[0]) {
		return s
	}
	if _, err := strconv.ParseFloat(s, 64); err == nil && s[0] == '-' {
		return s
	}
	return "'" + s
}
