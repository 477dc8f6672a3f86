package main

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"time"
	"unicode/utf8"

	"github.com/spf13/cobra"

	"github.com/concord-news/concord/checker/report"
	"github.com/concord-news/concord/corpus"
	"github.com/concord-news/concord/rules"
)

// reading is the settings of the read command.
type reading struct {
	jsonl bool
	from  settingsFrom
	width int
}

func (c *Command) readCommand() *cobra.Command {
	o := reading{}
	cmd := &cobra.Command{
		Use:   "read [flags] FILE...",
		Short: "Print every mention and fact that is read in a text",
		Long: `Read prints what the program sees in each text: the figures, dates, names and
quotations, what they are read as, and the facts that rules read from them.

With --jsonl each line of the files, or of standard input, is an object
{"id", "text", "date"} with the day of publication as date, where it is known.
For each a line {"id", "mentions", "facts"} is printed; offsets are bytes.`,
		Example: `  concord read examples/security-talks/lantern.txt
  echo '{"id": "1", "text": "Two ships sank on Monday.", "date": "2026-03-11"}' |
      concord read --jsonl`,
		RunE: func(_ *cobra.Command, args []string) error { return c.read(o, args) },
	}
	f := cmd.Flags()
	f.BoolVar(&o.jsonl, "jsonl", false, "read JSON lines and print JSON lines")
	o.from.add(f)
	f.IntVar(&o.width, "width", 0, "columns to fit tables to, 80 to 200 (default: the terminal's, or 120)")
	return cmd
}

func (c *Command) read(o reading, args []string) error {
	if len(args) == 0 && !o.jsonl {
		return usagef("concord read: nothing to read; give files, or --jsonl for standard input")
	}
	if err := checkWidth("concord read", o.width); err != nil {
		return err
	}
	go rules.Preload() // while the catalogue and the articles are loaded
	settings, err := c.settings(o.from)
	if err != nil {
		return err
	}
	reader := rules.NewReader(settings.catalog)
	if o.jsonl {
		return c.readLines(reader, args)
	}
	stories, problems := corpus.Load(args)
	for _, p := range problems {
		c.warn(p.Err)
	}
	if len(stories) == 0 {
		return errors.New("nothing could be read")
	}
	first := true
	for i := range stories {
		for _, a := range stories[i].Articles {
			if !first {
				fmt.Fprintln(c.Stdout)
			}
			first = false
			width, color := c.display(o.width)
			if err := report.ReadingTable(c.Stdout, reader.Read(a), report.ReadingOptions{Width: width, Color: color}); err != nil {
				return err
			}
		}
	}
	return nil
}

// readLines reads JSON lines from files, or from standard input where none is
// given or one is "-". A line that is wrong is named and the rest is read.
func (c *Command) readLines(reader *rules.Reader, files []string) error {
	if len(files) == 0 {
		files = []string{"-"}
	}
	l := lineReader{command: c, reader: reader, out: bufio.NewWriter(c.Stdout)}
	for _, name := range files {
		if err := l.file(name); err != nil {
			return err
		}
	}
	if err := l.out.Flush(); err != nil {
		return err
	}
	if l.read == 0 {
		return errors.New("no line could be read")
	}
	return nil
}

// lineReader reads texts that come as JSON lines.
type lineReader struct {
	command *Command
	reader  *rules.Reader
	out     *bufio.Writer
	read    int
}

func (l *lineReader) file(name string) error {
	in := l.command.Stdin
	if name != "-" {
		f, err := os.Open(name)
		if err != nil {
			return fmt.Errorf("read: %w", err)
		}
		defer f.Close()
		in = f
	}
	lines := bufio.NewReader(in)
	for n := 1; ; n++ {
		line, err := lines.ReadBytes('\n')
		if len(bytes.TrimSpace(line)) > 0 {
			a, wrong := parseLine(line)
			if wrong != nil {
				l.command.warn(fmt.Errorf("%s:%d: %w", name, n, wrong))
			}
			if a != nil {
				l.read++
				if err := report.ReadingJSON(l.out, l.reader.Read(a)); err != nil {
					return err
				}
			}
		}
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return fmt.Errorf("%s: %w", name, err)
		}
	}
}

// inputLine is a text as --jsonl takes it. Other fields are passed over.
type inputLine struct {
	ID   string  `json:"id"`
	Text *string `json:"text"`
	// Date is the day of publication, or its time; DCT is the same under the
	// name that temporal corpora give it.
	Date string `json:"date"`
	DCT  string `json:"dct"`
}

// parseLine makes an article of a line. A date that is wrong is an error beside
// the article, which is then read without one.
func parseLine(line []byte) (*corpus.Article, error) {
	if !utf8.Valid(line) {
		return nil, errors.New("not UTF-8")
	}
	var in inputLine
	if err := json.Unmarshal(line, &in); err != nil {
		return nil, fmt.Errorf("want {\"id\", \"text\", \"date\"}: %w", err)
	}
	if in.Text == nil {
		return nil, errors.New("no text; want {\"id\", \"text\", \"date\"}")
	}
	a := corpus.FromText(in.ID, *in.Text)
	keepText(a)
	date := in.Date
	if date == "" {
		date = in.DCT
	}
	if date == "" {
		return a, nil
	}
	t, clock, ok := parseDate(date)
	if !ok {
		return a, fmt.Errorf("date %q is passed over; legal: 2006-01-02 or 2006-01-02T15:04:05Z", date)
	}
	a.Published = corpus.Published{Time: t.UTC(), Clock: clock, From: "manifest"}
	return a, nil
}

// keepText makes text of blocks that look like page furniture: a line of a data
// set is no page, and whoever gives it wants all of it read.
func keepText(a *corpus.Article) {
	for i := range a.Blocks {
		if b := &a.Blocks[i]; b.Kind == corpus.Furniture {
			b.Kind, b.Reason = corpus.Paragraph, ""
		}
	}
}

// parseDate reads a day or a time in one of the forms of ISO 8601 that corpora
// use, in UTC where it has no zone. A midnight without a zone is a day, since
// that is how data bases write one.
func parseDate(s string) (t time.Time, clock, ok bool) {
	for _, layout := range []string{time.DateOnly, "20060102", "2006-01-02T15:04:05", "2006-01-02T15:04", time.RFC3339} {
		t, err := time.Parse(layout, s)
		if err != nil {
			continue
		}
		midnight := t.Hour() == 0 && t.Minute() == 0 && t.Second() == 0
		return t, layout == time.RFC3339 || !midnight, true
	}
	return time.Time{}, false, false
}
