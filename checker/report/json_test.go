package report_test

import (
	"bytes"
	"encoding/json"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/concord-news/concord/checker"
	"github.com/concord-news/concord/checker/report"
)

func TestJSON(t *testing.T) {
	var b bytes.Buffer
	require.NoError(t, report.JSON(&b, ferry(t), report.Run{Version: "1.2.3", ConfigHash: "cc"}))
	golden(t, "report.json", b.Bytes())
}

// TestJSONSpans: every span of a report is the words beside it.
func TestJSONSpans(t *testing.T) {
	r := ferry(t)
	var b bytes.Buffer
	require.NoError(t, report.JSON(&b, r, report.Run{}))
	var got report.Report
	dec := json.NewDecoder(&b)
	dec.DisallowUnknownFields()
	require.NoError(t, dec.Decode(&got))
	text := map[string]string{}
	for _, a := range r.Story.Articles {
		text[a.ID] = a.Text
	}
	require.NotEmpty(t, got.Findings)
	for _, f := range got.Findings {
		for _, v := range f.Values {
			assert.Equal(t, v.Text, text[v.Article][v.Start:v.End])
		}
	}
	for _, u := range got.Unread {
		assert.Equal(t, u.Text, text[u.Article][u.Start:u.End])
	}
	assert.Len(t, got.Counts.Verdicts, len(checker.Verdicts()), "verdicts of none are there too")
}

func TestJSONOfNothing(t *testing.T) {
	var b bytes.Buffer
	require.NoError(t, report.JSON(&b, build(t).r, report.Run{}))
	assert.NotContains(t, b.String(), "null", "lists are empty, never null")
}

func BenchmarkJSON(b *testing.B) {
	r := many(b)
	b.ReportAllocs()
	for b.Loop() {
		var buf bytes.Buffer
		if err := report.JSON(&buf, r, report.Run{}); err != nil {
			b.Fatal(err)
		}
		b.SetBytes(int64(buf.Len()))
	}
}
