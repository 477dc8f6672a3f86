//go:build browser || office

package report_test

import (
	"fmt"
	"testing"

	"github.com/concord-news/concord/checker"
)

// enemies is a report with all those of the words that have at most longest
// bytes: starting another program takes longer than reading them.
func enemies(t *testing.T, longest int) *checker.Report {
	all := build(t).r
	for i, word := range hostile() {
		if len(word) > longest {
			continue
		}
		r := enemy(t, word)
		r.Findings[0].ID = fmt.Sprintf("F%02d", i+1)
		all.Story.Articles = append(all.Story.Articles, r.Story.Articles...)
		all.OriginOf = append(all.OriginOf, r.OriginOf...)
		all.Findings, all.Unread = append(all.Findings, r.Findings...), append(all.Unread, r.Unread...)
	}
	return all
}
