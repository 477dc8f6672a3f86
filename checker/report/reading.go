package report

import (
	"fmt"
	"io"
	"strconv"
	"strings"

	"github.com/concord-news/concord/corpus"
	"github.com/concord-news/concord/rules"
)

// ReadingOptions says how ReadingTable writes.
type ReadingOptions struct {
	// Width is the width to fit, in columns, from MinWidth to MaxWidth.
	Width int
	// Color allows ANSI colours.
	Color bool
}

// ReadingTable writes what was read of one article for people: every mention
// and every fact with its line, its words and what they were read as.
func ReadingTable(w io.Writer, g *rules.Reading, opts ReadingOptions) error {
	r := &readingTable{reading: g, lines: lineIndex{}}
	r.open(opts.Width, opts.Color)
	r.header()
	r.mentions()
	r.facts()
	if err := r.close(w); err != nil {
		return fmt.Errorf("reading of %s as a table: %w", g.Article.ID, err)
	}
	return nil
}

type readingTable struct {
	page
	reading *rules.Reading
	lines   lineIndex
}

func (r *readingTable) header() {
	a := r.reading.Article
	line := []string{plain(a.ID), plain(a.Outlet)}
	if p := published(a.Published); p != nil {
		line = append(line, *p)
	}
	r.paragraph(words(strings.Join(line, " · "), bold), 2)
	r.out.WriteByte('\n')
}

func (r *readingTable) place(s corpus.Span) cell {
	return cell{words(strconv.Itoa(r.lines.line(r.reading.Article, s.Start)), dim)}
}

func (r *readingTable) quote(s corpus.Span) cell {
	return cell{words(quoted(plain(s.In(r.reading.Article.Text))), noStyle)}
}

func (r *readingTable) mentions() {
	rows := [][]cell{headings("LINE", "KIND", "WORDS", "READ AS")}
	for i := range r.reading.Mentions {
		m := &r.reading.Mentions[i]
		rows = append(rows, []cell{
			r.place(m.Span), {words(m.Kind.String(), noStyle)}, r.quote(m.Span), {words(plain(mentionValue(m)), bold)},
		})
	}
	r.fitted(rows, 2)
	r.out.WriteByte('\n')
}

func (r *readingTable) facts() {
	rows := [][]cell{headings("LINE", "RULE", "FACT", "VALUE", "WORDS")}
	for i := range r.reading.Facts {
		f := &r.reading.Facts[i]
		rows = append(rows, []cell{
			r.place(f.Evidence), {words(f.Rule.Name, dim)}, {words(plain(factName(f)), noStyle)},
			{words(shortValue(f.Rule.Kind, factValue(f)), bold)}, r.quote(f.Evidence),
		})
	}
	if len(rows) > 1 {
		r.fitted(rows, 4)
		r.out.WriteByte('\n')
	}
	r.paragraph(words(number(len(r.reading.Mentions), "mention")+" · "+number(len(r.reading.Facts), "fact"), noStyle), 2)
}

func headings(names ...string) []cell {
	out := make([]cell, len(names))
	for i, n := range names {
		out[i] = cell{words(n, bold)}
	}
	return out
}

// fitted writes rows so that they fit the page: column wide takes what the
// others leave, which is a third of the page where it needs that much, and no
// other takes more than a quarter.
func (p *page) fitted(rows [][]cell, wide int) {
	widths := make([]int, len(rows[0]))
	for _, row := range rows {
		for i, c := range row {
			widths[i] = max(widths[i], c.width())
		}
	}
	rest := p.width - gutter*(len(widths)-1)
	for i := range widths {
		if i != wide {
			widths[i] = min(widths[i], p.width/4)
			rest -= widths[i]
		}
	}
	for least := min(widths[wide], p.width/3); rest < least; rest++ {
		broadest := -1
		for i := range widths {
			if i != wide && (broadest < 0 || widths[i] > widths[broadest]) {
				broadest = i
			}
		}
		widths[broadest]--
	}
	widths[wide] = min(widths[wide], rest)
	p.grid(0, rows, widths)
}
