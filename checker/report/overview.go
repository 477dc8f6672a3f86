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
	// letter of 13 pixels on the average.
	overviewID, overviewLetter = 50, 7
	mostFact, mostColumn       = 50, 20
)

// overview is the picture of facts by outlets.
type overview struct {
	Width, Height int
	Columns       []overviewHead
	Rows          []overviewFact
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

// newOverview shows the facts that more than one origin states; nil where there
// is none.
func newOverview(r *checker.Report) *overview {
	o := &overview{}
	at := map[string]int{}
	left := overviewID + overviewLetter*longestFact(r)
	for _, a := range r.Story.Articles {
		name := plain(a.Outlet)
		if _, ok := at[name]; ok {
			continue
		}
		x := left + len(at)*overviewColumn
		at[name] = x
		o.Columns = append(o.Columns, overviewHead{x + overviewColumn/2, overviewTop - 10, shorten(name, mostColumn)})
	}
	for i := range r.Findings {
		f := &r.Findings[i]
		if f.Verdict == checker.Single {
			continue
		}
		y := overviewTop + len(o.Rows)*overviewRow
		row := overviewFact{Y: y, TextY: y + 18, ID: f.ID, Fact: shorten(plain(f.Fact), mostFact), Whole: plain(f.Fact)}
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
	// Slanted names of the last columns reach beyond it.
	o.Width = left + len(o.Columns)*overviewColumn + 110
	o.Height = overviewTop + len(o.Rows)*overviewRow + 6
	return o
}

// longestFact returns the letters of the longest name of a fact as the overview
// shows it.
func longestFact(r *checker.Report) int {
	longest := 0
	for i := range r.Findings {
		if f := &r.Findings[i]; f.Verdict != checker.Single {
			longest = max(longest, utf8.RuneCountInString(plain(f.Fact)))
		}
	}
	return min(longest, mostFact)
}
