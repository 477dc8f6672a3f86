package table

import (
	"bufio"
	"bytes"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/concord-news/concord/corpus/item"
)

// separators are those of tables: of most programs, of those set to European
// numbers, and of tables copied from the web.
const separators = ",;\t|"

// Header returns the columns that the first line of a table names and its
// separator. It is not ok where the line names no text.
func Header(head []byte) (columns []string, separator rune, ok bool) {
	line, _, _ := bytes.Cut(bytes.TrimPrefix(head, []byte("\xEF\xBB\xBF")), []byte("\n"))
	if len(line) > 1<<14 || !bytes.ContainsAny(line, separators) || !namesText(line) || !utf8.Valid(line) {
		return nil, 0, false
	}
	best := 1
	for _, sep := range separators {
		r := csv.NewReader(bytes.NewReader(line))
		r.Comma, r.LazyQuotes = sep, true
		if row, err := r.Read(); err == nil && len(row) > best {
			best, columns, separator = len(row), row, sep
		}
	}
	text, known := Fields(columns)
	return columns, separator, text && known >= 2
}

// namesText reports whether a line has the word of a column of texts, without
// taking it apart.
func namesText(line []byte) bool {
	for _, name := range []string{"text", "body", "content", "article", "story"} {
		for i := 0; i+len(name) <= len(line); i++ {
			if line[i]|0x20 == name[0] && bytes.EqualFold(line[i:i+len(name)], []byte(name)) {
				return true
			}
		}
	}
	return false
}

// CSV reads articles from a table with a header, one a row. A row that cannot
// be read is a fault, and the rest is read.
func CSV(r io.Reader, sink item.Sink) error {
	in := bufio.NewReaderSize(r, 1<<16)
	head, err := in.Peek(1 << 14)
	if err != nil && !errors.Is(err, io.EOF) {
		return err
	}
	columns, sep, ok := Header(head)
	if !ok {
		return errors.New("line 1: no column of a table of articles is called text, body or content")
	}
	limit := &rowLimit{r: in}
	rows := csv.NewReader(limit)
	rows.Comma, rows.ReuseRecord, rows.FieldsPerRecord = sep, true, -1
	if _, err := rows.Read(); err != nil {
		return fmt.Errorf("line 1: %w", err)
	}
	for found := 0; ; {
		limit.left = maxLine
		row, err := rows.Read()
		if errors.Is(err, io.EOF) {
			return nil
		}
		var wrong *csv.ParseError
		if errors.As(err, &wrong) && !errors.Is(err, errLong) {
			place := fmt.Sprintf("line %d", wrong.StartLine)
			sink.Fault(place, fmt.Errorf("not a legal row: line %d, column %d: %w", wrong.Line, wrong.Column, wrong.Err))
			continue
		}
		if err != nil {
			return err
		}
		line, _ := rows.FieldPos(0)
		if found++; found > item.MaxItems {
			return fmt.Errorf("line %d: more than %d articles, the most that is read of one file", line, item.MaxItems)
		}
		readRow(row, columns, line, sink)
	}
}

func readRow(row, columns []string, line int, sink item.Sink) {
	place := fmt.Sprintf("line %d", line)
	if len(row) != len(columns) {
		sink.Fault(place, fmt.Errorf("row has %d fields and the header %d; a text with separators in it needs quotation marks", len(row), len(columns)))
		return
	}
	b := builder{from: "column"}
	for i, value := range row {
		if !utf8.ValidString(value) {
			sink.Fault(place, fmt.Errorf("column %q is not UTF-8; save the table as UTF-8", columns[i]))
			return
		}
		b.set(columns[i], value)
	}
	it, err := b.item(place, []byte(strings.Join(row, "\x1f")))
	if err != nil {
		sink.Fault(place, err)
		return
	}
	it.Name, it.Format = strconv.Itoa(line), "CSV"
	sink.Item(it)
}

// rowLimit fails where one row goes on for too long, as after a quotation mark
// that is never closed.
type rowLimit struct {
	r    io.Reader
	left int
}

// slack is what the readers around it hold beyond the row in hand.
const slack = 1 << 13

func (l *rowLimit) Read(p []byte) (int, error) {
	if l.left < -slack {
		return 0, fmt.Errorf("a row is longer than %d MiB, the most that is read; a quotation mark is not closed", maxLine>>20)
	}
	n, err := l.r.Read(p)
	l.left -= n
	return n, err
}
