// Package report writes a checker.Report for people and for programs, one file
// a format. Writers keep no state and are safe for concurrent use; the same
// report and options give the same bytes.
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
func shared(articles []*corpus.Article) [][]string {
	var order []string
	outlets := map[string][]string{}
	for _, a := range articles {
		if a.Origin == "" {
			continue
		}
		if _, ok := outlets[a.Origin]; !ok {
			order = append(order, a.Origin)
		}
		outlets[a.Origin] = appendNew(outlets[a.Origin], a.Outlet)
	}
	var groups [][]string
	for _, origin := range order {
		if len(outlets[origin]) > 1 {
			groups = append(groups, outlets[origin])
		}
	}
	return groups
}

func appendNew(list []string, s string) []string {
	for _, t := range list {
		if t == s {
			return list
		}
	}
	return append(list, s)
}

// shown reports whether a report for people shows a finding with verdict v
// unless everything is asked for: agreements and what only one origin states
// are counted alone.
func shown(v checker.Verdict) bool { return v.Discrepancy() || v == checker.Compatible }
