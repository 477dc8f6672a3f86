package main

import (
	"io"
	"os"

	"golang.org/x/term"

	"github.com/concord-news/concord/checker/report"
)

// unknownWidth is the width of tables where there is no terminal to ask.
const unknownWidth = 120

// terminal returns the width of w in columns, 0 where it is not known, and
// whether w is a terminal.
func terminal(w io.Writer) (width int, ok bool) {
	f, isFile := w.(*os.File)
	if !isFile || !term.IsTerminal(int(f.Fd())) {
		return 0, false
	}
	width, _, err := term.GetSize(int(f.Fd()))
	if err != nil {
		return 0, true
	}
	return width, true
}

// display says how to write a table to standard output; asked is the width
// that the user asked for, or 0.
func (c *Command) display(asked int) (width int, color bool) {
	width, ok := terminal(c.Stdout)
	switch {
	case asked > 0:
		width = asked
	case width == 0:
		width = unknownWidth
	}
	// https://no-color.org: any value that is not empty.
	return width, ok && c.Getenv("NO_COLOR") == "" && c.Getenv("TERM") != "dumb"
}

// checkWidth refuses a width that tables cannot be fitted to.
func checkWidth(command string, width int) error {
	if width != 0 && (width < report.MinWidth || width > report.MaxWidth) {
		return usagef("%s: --width %d; legal: %d to %d", command, width, report.MinWidth, report.MaxWidth)
	}
	return nil
}
