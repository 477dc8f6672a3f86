package report

import (
	"fmt"

	"github.com/concord-news/concord/checker"
)

// mostEdits is how many changes of a version the table lists unless it is to
// list everything.
const mostEdits = 12

// versions lists the articles that later versions replace, with the words that
// were changed.
func (t *table) versions() {
	if len(t.report.Versions) == 0 {
		return
	}
	t.out.WriteString(paint("VERSIONS", bold, t.color) + "\n")
	for i := range t.report.Versions {
		r := &t.report.Versions[i]
		line := fmt.Sprintf("%s: %s was followed by %s, which speaks (%s)", plain(r.New.Outlet), plain(r.Old.ID), plain(r.New.ID), r.Because)
		switch {
		case !r.Compared:
			line += "; the texts are too long to be compared"
		case len(r.Edits) == 0:
			line += "; the words are the same"
		}
		t.paragraph(words(line, noStyle), 2)
		t.edits(r)
	}
	t.out.WriteByte('\n')
}

func (t *table) edits(r *checker.Revision) {
	list, rest := r.Edits, 0
	if !t.opts.All && len(list) > mostEdits {
		list, rest = list[:mostEdits], len(list)-mostEdits
	}
	var rows [][]cell
	place := 0
	for _, e := range list {
		var diff []word
		if !e.Old.Empty() {
			diff = append(diff, marked(-1, plain(e.Old.In(r.Old.Text)))...)
		}
		if !e.New.Empty() {
			diff = append(diff, marked(1, plain(e.New.In(r.New.Text)))...)
		}
		row := []cell{{words(fmt.Sprintf("%s:%d", plain(r.New.ID), t.lines.line(r.New, e.New.Start)), dim)}, {diff}}
		place = max(place, row[0].width())
		rows = append(rows, row)
	}
	if len(rows) == 0 {
		return
	}
	place = min(place, mostPlace)
	t.grid(indent, rows, []int{place, t.width - indent - place - gutter})
	if rest > 0 {
		t.paragraph(words(fmt.Sprintf("     and %s (--all)", number(rest, "more change")), dim), indent)
	}
}

// htmlRevision is an article and the version that followed it.
type htmlRevision struct {
	Outlet, Because                string
	Old, OldAnchor, New, NewAnchor string
	Compared                       bool
	Parts                          []htmlEdit
}

type htmlEdit struct{ Place, Anchor, Removed, Added string }

func (b *pageBuilder) revision(r *checker.Revision) htmlRevision {
	out := htmlRevision{
		Outlet: plain(r.New.Outlet), Because: plain(r.Because), Compared: r.Compared,
		Old: plain(r.Old.ID), OldAnchor: articleName(b.index[r.Old]), New: plain(r.New.ID), NewAnchor: articleName(b.index[r.New]),
	}
	for _, e := range r.Edits {
		out.Parts = append(out.Parts, htmlEdit{
			Place: b.place(r.New, e.New.Start), Anchor: b.anchor(r.New, e.New.Start),
			Removed: plain(e.Old.In(r.Old.Text)), Added: plain(e.New.In(r.New.Text)),
		})
	}
	return out
}
