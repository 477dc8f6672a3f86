package report_test

import (
	"bytes"
	"encoding/json"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/concord-news/concord/checker/report"
	"github.com/concord-news/concord/rules"
)

// TestRestore: a report that was written and restored gives the same page.
func TestRestore(t *testing.T) {
	r := ferry(t)
	texts, known := map[string]string{}, map[string]*rules.Rule{}
	for _, a := range r.Story.Articles {
		texts[a.ID] = a.Text
	}
	for _, f := range r.Findings {
		known[f.Rule.Name] = f.Rule
	}
	read := func() *report.Report {
		var b bytes.Buffer
		require.NoError(t, report.JSON(&b, r, report.Run{}))
		out, err := report.Read(&b)
		require.NoError(t, err)
		return out
	}
	again, err := report.Restore(read(), texts, known)
	require.NoError(t, err)
	var want, got bytes.Buffer
	require.NoError(t, report.HTML(&want, r, report.Run{}))
	require.NoError(t, report.HTML(&got, again, report.Run{}))
	assert.Equal(t, want.String(), got.String())

	for what, spoil := range map[string]func(*report.Report){
		"which has":             func(r *report.Report) { r.Findings[0].Values[0].End = 1 << 30 },
		"bytes -1":              func(r *report.Report) { r.Unread[0].Start = -1 },
		"no article":            func(r *report.Report) { r.Findings[0].Values[0].Article = "x" },
		"reference \"R09\"":     func(r *report.Report) { r.Findings[0].Values[0].Reference.ID = "R09" },
		"verdict":               func(r *report.Report) { r.Findings[0].Verdict = "wrong" },
		"its text is missing":   func(r *report.Report) { r.Articles[0].ID = "x" },
		"cannot parse \"noon\"": func(r *report.Report) { s := "noon"; r.Articles[0].Published = &s },
	} {
		bad := read()
		spoil(bad)
		_, err := report.Restore(bad, texts, known)
		assert.ErrorContains(t, err, what)
	}
}

func FuzzRestore(f *testing.F) {
	var b bytes.Buffer
	b.WriteString(`{"schema":"concord/report/1","articles":[{"id":"a"}],"findings":[{"verdict":"conflict","values":[{"article":"a","start":1,"end":9}]}]}`)
	f.Add(b.Bytes(), "some words")
	f.Fuzz(func(t *testing.T, data []byte, text string) {
		var r report.Report
		if json.Unmarshal(data, &r) != nil {
			return
		}
		texts := map[string]string{}
		for _, a := range r.Articles {
			texts[a.ID] = text
		}
		if again, err := report.Restore(&r, texts, nil); err == nil {
			report.NewPages(again, "")
		}
	})
}
