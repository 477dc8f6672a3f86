package report

import (
	"slices"

	"github.com/concord-news/concord/checker"
)

// lead is what a reader sees first of a discrepancy: who says what.
type lead struct {
	ID, Verdict, Class, Fact string
	Known                    bool
	Sides                    []leadSide
	// More is how many readings are left out.
	More int
}

// leadSide is one reading with the outlets that have it.
type leadSide struct{ Reading, Outlets string }

// What a list of leads has at most: discrepancies, readings of each, letters of a
// reading.
const (
	mostLeads   = 12
	mostSides   = 4
	mostReading = 120
)

// lead puts the readings on which the verdict rests before the others.
func (b *pageBuilder) lead(f *checker.Finding) lead {
	out := lead{ID: f.ID, Verdict: f.Verdict.String(), Class: class(f.Verdict), Fact: plain(f.Fact), Known: b.known(f) != nil}
	var readings []string
	outlets := map[string][]string{}
	for _, decides := range []bool{true, false} {
		for _, v := range f.Values {
			r := plain(v.Reading)
			if worded(f) {
				r = plain(v.Text())
			}
			r = shorten(r, mostReading)
			if v.Decides != decides && !slices.Contains(readings, r) || r == "" {
				continue
			}
			readings = appendNew(readings, r)
			outlets[r] = appendNew(outlets[r], plain(v.Article.Outlet))
		}
	}
	for i, r := range readings {
		if i == mostSides {
			out.More = len(readings) - i
			break
		}
		out.Sides = append(out.Sides, leadSide{Reading: r, Outlets: joinOutlets(outlets[r])})
	}
	return out
}

// joinOutlets lists outlets, the first few by name.
func joinOutlets(names []string) string {
	const most = 6
	var s string
	for i, n := range names {
		switch {
		case i == most:
			return s + " and others"
		case i > 0:
			s += ", "
		}
		s += n
	}
	return s
}
