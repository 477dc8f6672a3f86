package strict

import (
	"fmt"
	"strings"
	"unicode/utf8"
)

// Fault is one thing wrong with a file.
type Fault struct {
	File string
	// Line and Column are counted from 1, Column in characters.
	Line, Column int
	What         string
	// Source is the line as it stands in the file, "" where there is none.
	Source string
}

// Error returns file, line, column and what is wrong, and under them the line
// with a caret below the place.
func (f *Fault) Error() string {
	s := fmt.Sprintf("%s:%d:%d: %s", f.File, f.Line, f.Column, f.What)
	if strings.TrimSpace(f.Source) == "" {
		return s
	}
	line, caret := excerpt(f.Source, f.Column)
	return s + "\n    " + line + "\n    " + caret
}

// Of a long line this many characters are shown, with this many before the
// place: a terminal of 80 columns has room for them.
const (
	mostShown  = 72
	shownAhead = 40
)

// excerpt returns the part of a line around a column and the line that marks
// the column. Characters that a terminal obeys are shown as a question mark.
func excerpt(line string, column int) (shown, caret string) {
	runes := []rune(line)
	at := min(column-1, len(runes))
	from := 0
	if len(runes) > mostShown && at > shownAhead {
		from = at - shownAhead
	}
	var s, c strings.Builder
	if from > 0 {
		s.WriteString("…")
		c.WriteByte(' ')
	}
	to := min(len(runes), from+mostShown)
	for i, r := range runes[from:to] {
		pad := ' '
		switch {
		case r == '\t':
			pad = '\t' // as wide in both lines
		case r < ' ' || r == 0x7f || r == utf8.RuneError:
			r = '?'
		}
		s.WriteRune(r)
		if i < at-from {
			c.WriteRune(pad)
		}
	}
	if to < len(runes) {
		s.WriteString("…")
	}
	return s.String(), c.String() + "^"
}
