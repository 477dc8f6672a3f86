package report_test

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/concord-news/concord/checker/report"
)

// TestTiersAndRulesThatAreOff: what the settings say of outlets stands beside
// them, and a report names the rules that were not applied.
func TestTiersAndRulesThatAreOff(t *testing.T) {
	r := ferry(t)
	r.Story.Articles[0].Tier = "second rank"
	r.RulesOff = []string{"superlative.ever", "vote.result"}
	for name, want := range map[string][]string{
		"json":     {`"tier": "second rank"`, `"vote.result"`},
		"html":     {"tier: second rank", "Rules that are off: superlative.ever, vote.result."},
		"markdown": {"The Harbour Post \\[second rank\\]", "2 rules off: superlative.ever, vote.result"},
		"sarif":    {"The Harbour Post [second rank]"},
	} {
		text := written(t, writers()[name], r, report.Run{})
		for _, w := range want {
			assert.Contains(t, text, w, name)
		}
	}
	text := table(t, r, report.TableOptions{Width: 160})
	assert.Contains(t, text, "[second")
	assert.Contains(t, text, "2 rules off: superlative.ever, vote.result")
}
