package report

import (
	"encoding/csv"
	"fmt"
	"io"
)

// Grid is rows of words under headings, for other writers of spreadsheets.
type Grid struct {
	Name    string
	Columns []string
	// Widths are in characters, as many as there are columns.
	Widths []float64
	Rows   [][]string
}

// WriteCSV writes a table as CSV does: no cell can be taken for a formula.
func WriteCSV(w io.Writer, t Grid) error {
	c := csv.NewWriter(w)
	c.UseCRLF = true
	for _, row := range append([][]string{t.Columns}, t.Rows...) {
		cells := make([]string, len(row))
		for i := range row {
			cells[i] = unformula(row[i])
		}
		if err := c.Write(cells); err != nil {
			return fmt.Errorf("%s as CSV: %w", t.Name, err)
		}
	}
	c.Flush()
	return c.Error()
}

// WriteWorkbook writes tables as the sheets of an XLSX workbook, cells of words
// alone.
func WriteWorkbook(w io.Writer, tables []Grid) error {
	var sheets []sheet
	for _, t := range tables {
		sheets = append(sheets, sheet{name: t.Name, columns: t.Columns, widths: t.Widths, rows: t.Rows})
	}
	return workbook(w, sheets)
}
