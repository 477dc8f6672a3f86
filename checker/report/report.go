// Package report writes a checker.Report for people and for programs, one file
// a format. Writers keep no state and are safe for concurrent use; the same
// report and options give the same bytes.
//
// The package is meant for use by other programs; docs/api.md says what is
// promised of it.
package report

import (
	"sort"

	"github.com/concord-news/concord/checker"
	"github.com/concord-news/concord/corpus"
)

// lineIndex finds the lines of places in articles. The line breaks of an
// article are collected once, as a long article may have thousands of places.
type lineIndex map[*corpus.Article][]int

// line returns the 1-based line of the file in which the byte offset lies.
func (x lineIndex) line(a *corpus.Article, offset int) int {
	breaks, ok := x[a]
	if !ok {
		for i := 0; i < len(a.Text); i++ {
			if a.Text[i] == '\n' {
				breaks = append(breaks, i)
			}
		}
		x[a] = breaks
	}
	return 1 + sort.SearchInts(breaks, offset)
}

// shared lists, for every origin whose words several outlets carry, those
// outlets, in the order of the articles.
func shared(r *checker.Report) [][]string {
	var order []string
	outlets := map[string][]string{}
	for i, a := range r.Story.Articles {
		o := originOf(r, i)
		if o == "" {
			continue
		}
		if _, ok := outlets[o]; !ok {
			order = append(order, o)
		}
		outlets[o] = appendNew(outlets[o], a.Outlet)
	}
	var groups [][]string
	for _, o := range order {
		if len(outlets[o]) > 1 {
			groups = append(groups, outlets[o])
		}
	}
	return groups
}

// originOf returns the label of the origin of article i of the report's story,
// "" where origins were not looked for.
func originOf(r *checker.Report, i int) string {
	if i < len(r.OriginOf) {
		return r.OriginOf[i]
	}
	return ""
}

// outlet is the name of an article's outlet with the tier that it has in the
// settings, as reports for people write it.
func outlet(a *corpus.Article) string {
	if a.Tier == "" {
		return a.Outlet
	}
	return a.Outlet + " [" + a.Tier + "]"
}

func appendNew(list []string, s string) []string {
	for _, t := range list {
		if t == s {
			return list
		}
	}
	return append(list, s)
}

// shown reports whether a report for people shows a finding unless everything
// is asked for: agreements and what only one origin states are counted alone,
// where no reference fact contradicts them.
func shown(f *checker.Finding) bool { return f.Reported() || f.Verdict == checker.Compatible }
