package report_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/concord-news/concord/checker"
	"github.com/concord-news/concord/checker/report"
)

func TestBaseline(t *testing.T) {
	r := ferry(t)
	b := report.NewBaseline([]*checker.Report{r}, "the owner counts the crew", "Ada, desk")
	require.Len(t, b.Known, 2, "the discrepancies alone")
	var out strings.Builder
	require.NoError(t, b.Write(&out))
	again, err := report.ReadBaseline(strings.NewReader(out.String()))
	require.NoError(t, err)
	require.Equal(t, b, again)

	again.Known = append(again.Known, report.Known{Story: "ferry", Fingerprint: "gone", Fact: "a fact of before", Reason: "r", By: "b"},
		report.Known{Story: "another", Fingerprint: "k1", Fact: "of another story", Reason: "r", By: "b"})
	assert.Len(t, again.Stale(r), 1)
	run := report.Run{Baseline: again}
	for name, write := range writers() {
		if name == "xlsx" {
			continue // its cells are packed
		}
		text := written(t, write, r, run)
		assert.Contains(t, text, "the owner counts the crew", name)
		assert.NotContains(t, text, "of another story", name)
	}
	for _, name := range []string{"html", "markdown", "json"} {
		assert.Contains(t, written(t, writers()[name], r, run), "a fact of before", name)
	}
	text := table(t, r, report.TableOptions{Width: 120, Baseline: again})
	assert.Contains(t, text, "known  the owner counts the crew (Ada, desk)")
	assert.Contains(t, text, "a fact of before")
}

func TestBaselineRefuses(t *testing.T) {
	for content, want := range map[string]string{
		`{"schema": "x", "known": []}`:                  `schema is "x"; legal: "concord/baseline/1"`,
		`{"schema": "concord/baseline/1", "knwon": []}`: `unknown field "knwon"`,
		`{"schema": "concord/baseline/1", "known": [{"story": "s", "fingerprint": "f", "fact": "people", "by": "Ada"}]}`:         "entry 1 (people): no reason",
		`{"schema": "concord/baseline/1", "known": [{"story": "s", "fingerprint": "f", "fact": "people", "reason": "because"}]}`: "entry 1 (people): no by",
	} {
		_, err := report.ReadBaseline(strings.NewReader(content))
		require.Error(t, err, content)
		assert.Contains(t, err.Error(), want)
	}
}
