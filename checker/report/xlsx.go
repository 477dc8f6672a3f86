package report

import (
	"fmt"
	"io"
	"strconv"
	"strings"
	"unicode/utf16"

	"github.com/xuri/excelize/v2"

	"github.com/concord-news/concord/checker"
)

// sheet is one sheet of a workbook.
type sheet struct {
	name    string
	columns []string
	// widths are in characters, as many as there are columns.
	widths []float64
	// numbers are the columns whose cells are numbers where they are not empty.
	numbers map[string]bool
	rows    [][]string
}

// XLSX writes r as a workbook with the sheets Findings, Values, Articles and
// Unread, and Reference where reference facts are given. Headings stay in sight and have filters. Words are text cells, never
// formulas; of a cell longer than the format's 32,767 characters the rest is cut
// off, which a dot-dot-dot marks.
func XLSX(w io.Writer, r *checker.Report, run Run) error {
	b := newPageBuilder(r, run)
	sheets := []sheet{findingsSheet(b), valuesSheet(b), articlesSheet(b), unreadSheet(b)}
	if len(r.References) > 0 {
		sheets = append(sheets, referenceSheet(r))
	}
	if err := workbook(w, sheets); err != nil {
		return fmt.Errorf("report of %s as XLSX: %w", plain(r.Story.Name), err)
	}
	return nil
}

func workbook(w io.Writer, sheets []sheet) error {
	f := excelize.NewFile()
	defer f.Close()
	styles, err := newSheetStyles(f)
	for _, s := range sheets {
		if err == nil {
			err = s.write(f, styles)
		}
	}
	if err == nil {
		// A new workbook begins with a sheet of its own.
		err = f.DeleteSheet("Sheet1")
	}
	if err == nil {
		err = f.Write(w)
	}
	return err
}

func findingsSheet(b *pageBuilder) sheet {
	s := sheet{
		name:    "Findings",
		columns: []string{"finding", "verdict", "severity", "kind", "fact", "gap", "why", "rule", "origins", "known", "fingerprint"},
		widths:  []float64{9, 14, 10, 12, 40, 14, 70, 24, 9, 24, 19},
		numbers: map[string]bool{"origins": true},
	}
	for i := range b.r.Findings {
		f := &b.r.Findings[i]
		known := ""
		if k := b.run.Baseline.Of(b.r.Story.Name, f); k != nil {
			known = plain(k.Reason + " (" + k.By + ")")
		}
		s.rows = append(s.rows, []string{
			f.ID, f.Verdict.String(), f.Severity.String(), plain(f.Kind), plain(f.Fact), plain(f.Gap), plain(f.Why),
			plain(f.Rule.Name), strconv.Itoa(f.Origins), known, f.Fingerprint,
		})
	}
	return s
}

func valuesSheet(b *pageBuilder) sheet {
	s := sheet{
		name: "Values", columns: valueColumns(),
		widths: []float64{
			9, 19, 14, 10, 12, 40, 24, 50, 14, 9, 24,
			24, 28, 7, 7, 20, 24, 10, 10, 12,
			24, 14, 12, 50, 70, 8, 8,
			50, 20, 50, 12,
		},
		numbers: map[string]bool{"origins": true, "line": true, "low": true, "high": true, "start": true, "end": true},
	}
	for i := range b.r.Findings {
		s.rows = append(s.rows, valueRows(b, &b.r.Findings[i])...)
	}
	return s
}

func articlesSheet(b *pageBuilder) sheet {
	s := sheet{
		name:    "Articles",
		columns: []string{"article", "outlet", "tier", "title", "published", "published from", "origin", "bytes", "sha256"},
		widths:  []float64{32, 26, 12, 60, 22, 16, 8, 9, 66},
		numbers: map[string]bool{"bytes": true},
	}
	for i, a := range b.r.Story.Articles {
		s.rows = append(s.rows, []string{
			plain(a.ID), plain(a.Outlet), plain(a.Tier), plain(a.Title), publishedWords(a.Published), plain(a.Published.From),
			originOf(b.r, i), strconv.Itoa(len(a.Text)), a.SHA256,
		})
	}
	return s
}

func unreadSheet(b *pageBuilder) sheet {
	s := sheet{
		name:    "Unread",
		columns: []string{"article", "outlet", "line", "words", "why not", "start", "end"},
		widths:  []float64{32, 26, 7, 70, 40, 8, 8},
		numbers: map[string]bool{"line": true, "start": true, "end": true},
	}
	for _, u := range b.r.Unread {
		s.rows = append(s.rows, []string{
			plain(u.Article.ID), plain(u.Article.Outlet), strconv.Itoa(b.lines.line(u.Article, u.Start)),
			plain(u.In(u.Article.Text)), plain(u.Reason), strconv.Itoa(u.Start), strconv.Itoa(u.End),
		})
	}
	return s
}

func referenceSheet(r *checker.Report) sheet {
	s := sheet{
		name:    "Reference",
		columns: []string{"reference", "subject", "attribute", "value", "from", "to", "source", "file", "line", "findings"},
		widths:  []float64{12, 30, 30, 30, 12, 12, 50, 30, 7, 20},
		numbers: map[string]bool{"line": true},
	}
	for i := range r.References {
		f := &r.References[i]
		s.rows = append(s.rows, []string{
			f.ID, plain(f.Subject), plain(f.Attribute), plain(f.Value), plain(f.From), plain(f.To), plain(f.Source), plain(f.File),
			strconv.Itoa(f.Line), strings.Join(heldAgainst(r, f), " "),
		})
	}
	return s
}

type sheetStyles struct{ head, cell int }

func newSheetStyles(f *excelize.File) (s sheetStyles, err error) {
	s.head, err = f.NewStyle(&excelize.Style{
		Font: &excelize.Font{Bold: true}, Alignment: &excelize.Alignment{Vertical: "top", WrapText: true},
		Fill: excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{"E6E6EA"}},
	})
	if err != nil {
		return s, err
	}
	s.cell, err = f.NewStyle(&excelize.Style{Alignment: &excelize.Alignment{Vertical: "top", WrapText: true}})
	return s, err
}

func (s sheet) write(f *excelize.File, styles sheetStyles) error {
	if _, err := f.NewSheet(s.name); err != nil {
		return err
	}
	last, err := excelize.ColumnNumberToName(len(s.columns))
	if err != nil {
		return err
	}
	if err := f.SetColStyle(s.name, "A:"+last, styles.cell); err != nil {
		return err
	}
	for i, width := range s.widths {
		name, err := excelize.ColumnNumberToName(i + 1)
		if err == nil {
			err = f.SetColWidth(s.name, name, name, width)
		}
		if err != nil {
			return err
		}
	}
	for i, row := range append([][]string{s.columns}, s.rows...) {
		if err := s.writeRow(f, i+1, row); err != nil {
			return err
		}
	}
	if err := f.SetCellStyle(s.name, "A1", last+"1", styles.head); err != nil {
		return err
	}
	panes := excelize.Panes{Freeze: true, YSplit: 1, TopLeftCell: "A2", ActivePane: "bottomLeft"}
	if err := f.SetPanes(s.name, &panes); err != nil {
		return err
	}
	return f.AutoFilter(s.name, fmt.Sprintf("A1:%s%d", last, len(s.rows)+1), nil)
}

// fitted cuts a text that is longer than a cell of the format may be, with a
// mark where it is cut. The format counts UTF-16 units.
func fitted(s string) string {
	units := utf16.Encode([]rune(s))
	if len(units) <= excelize.TotalCellChars {
		return s
	}
	cut := excelize.TotalCellChars - 1
	if utf16.IsSurrogate(rune(units[cut-1])) && utf16.IsSurrogate(rune(units[cut])) && units[cut-1] < 0xdc00 {
		cut-- // the first half of a sign
	}
	return string(utf16.Decode(units[:cut])) + "…"
}

func (s sheet) writeRow(f *excelize.File, number int, row []string) error {
	for j, c := range row {
		if c == "" {
			continue
		}
		cell, err := excelize.CoordinatesToCellName(j+1, number)
		if err != nil {
			return err
		}
		if v, bad := strconv.ParseFloat(c, 64); number > 1 && bad == nil && s.numbers[s.columns[j]] {
			err = f.SetCellFloat(s.name, cell, v, -1, 64)
		} else {
			err = f.SetCellStr(s.name, cell, fitted(c))
		}
		if err != nil {
			return err
		}
	}
	return nil
}
