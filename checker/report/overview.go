package report

import (
	"unicode/utf8"

	"github.com/concord-news/concord/checker"
)

// The measures of the overview, in pixels.
const (
	overviewTop    = 128
	overviewColumn = 46
	overviewRow    = 28
	// overviewID is the room of a finding's number, overviewLetter that of a
	// letter of 13 pixels on the average, overviewSlant that of a name above the
	// last column. The facts' names stand behind the cells, so that a narrow
	// screen has the cells.
	overviewID, overviewLetter, overviewSlant = 50, 7, 110
	mostFact, mostColumn                      = 50, 20
)

// overview is the picture of facts by outlets.
type overview struct {
	// Name says which facts these are.
	Name          string
	Width, Height int
	// NamesX is where the facts' names begin.
	NamesX  int
	Columns []overviewHead
	Rows    []overviewFact
}

type overviewHead struct {
	X, Y int
	Name string
}

type overviewFact struct {
	Y, TextY        int
	ID, Fact, Whole string
	Cells           []overviewCell
}

type overviewCell struct {
	X, TextX             int
	Letter, Class, Title string
}

// newOverview shows those of the facts that are wanted and that more than one origin
// states; nil where there is none.
func newOverview(r *checker.Report, name string, wanted func(*checker.Finding) bool) *overview {
	o := &overview{Name: name}
	at := map[string]int{}
	longest := 0
	for _, a := range r.Story.Articles {
		name := plain(a.Outlet)
		if _, ok := at[name]; ok {
			continue
		}
		x := overviewID + len(at)*overviewColumn
		at[name] = x
		o.Columns = append(o.Columns, overviewHead{x + overviewColumn/2, overviewTop - 10, shorten(name, mostColumn)})
	}
	for i := range r.Findings {
		f := &r.Findings[i]
		if f.Verdict == checker.Single || !wanted(f) {
			continue
		}
		y := overviewTop + len(o.Rows)*overviewRow
		row := overviewFact{Y: y, TextY: y + 18, ID: f.ID, Fact: shorten(plain(f.Fact), mostFact), Whole: plain(f.Fact)}
		longest = max(longest, utf8.RuneCountInString(row.Fact))
		seen := map[string]bool{}
		for _, v := range f.Values {
			name := plain(v.Article.Outlet)
			x, ok := at[name]
			if !ok || seen[name] {
				continue
			}
			seen[name] = true
			row.Cells = append(row.Cells, overviewCell{
				X: x + 3, TextX: x + overviewColumn/2, Letter: letter(f.Verdict), Class: class(f.Verdict),
				Title: name + ": " + plain(v.Reading) + " (" + f.Verdict.String() + ")",
			})
		}
		o.Rows = append(o.Rows, row)
	}
	if len(o.Rows) == 0 {
		return nil
	}
	o.NamesX = overviewID + len(o.Columns)*overviewColumn + 8
	o.Width = o.NamesX + max(overviewSlant, overviewLetter*longest)
	o.Height = overviewTop + len(o.Rows)*overviewRow + 6
	return o
}
