package export_test

import (
	"bytes"
	"context"
	"encoding/csv"
	"encoding/json"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"github.com/xuri/excelize/v2"

	"github.com/concord-news/concord/checker/review"
	"github.com/concord-news/concord/checker/review/export"
	"github.com/concord-news/concord/checker/review/reviewtest"
	"github.com/concord-news/concord/checker/review/store/storetest"
	"github.com/concord-news/concord/examples"
)

// signed is a story that was signed off and then decided on otherwise.
func signed(t *testing.T) (*review.Service, int64, int64) {
	ctx := context.Background()
	v := reviewtest.Service(t, storetest.Database(t))
	st := reviewtest.Story(t, v, reviewtest.Report(2))
	target := func(n int64) review.Target {
		c, _ := reviewtest.Case(t, v, st.ID, n)
		return review.Target{Case: n, Version: c.Version}
	}
	_, err := v.Decide(ctx, reviewtest.Ada(), st.ID, target(1), review.Decision{
		Outcome: review.Later, Reason: "=HYPERLINK(\"http://x\")\n<script>alert(1)</script>", Right: "outlet", RightOutlet: "Harbour Post",
		Wording: "28 people", Checked: []review.Check{{Source: "harbour office", Kind: "primary", Date: "2026-03-09"}},
	})
	require.NoError(t, err)
	_, err = v.Rule(ctx, reviewtest.Cleo(), st.ID, target(1), review.Ruling{Action: "agree"})
	require.NoError(t, err)
	_, err = v.Decide(ctx, reviewtest.Ada(), st.ID, target(2), review.Decision{Outcome: review.Stands})
	require.NoError(t, err)
	var seq int64 = 5
	_, err = v.Sign(ctx, reviewtest.Cleo(), st.ID, seq, "ready")
	require.NoError(t, err)
	require.NoError(t, v.Reopen(ctx, reviewtest.Cleo(), st.ID, "a call"))
	_, err = v.Decide(ctx, reviewtest.Bo(), st.ID, target(2), review.Decision{Outcome: review.Misread, Reason: "page numbers"})
	require.NoError(t, err)
	return v, st.ID, seq + 1
}

func edition(t *testing.T, v *review.Service, story, seq int64) *review.Edition {
	e, err := v.Edition(context.Background(), story, seq)
	require.NoError(t, err)
	return e
}

func TestCSV(t *testing.T) {
	v, story, seq := signed(t)
	var now, then bytes.Buffer
	require.NoError(t, export.CSV(&now, edition(t, v, story, 0)))
	require.NoError(t, export.CSV(&then, edition(t, v, story, seq)))
	rows, err := csv.NewReader(&then).ReadAll()
	require.NoError(t, err)
	require.Len(t, rows, 3)
	cell := func(row int, column string) string {
		for i, c := range rows[0] {
			if c == column {
				return rows[row][i]
			}
		}
		t.Fatalf("no column %s", column)
		return ""
	}
	assert.Equal(t, "agreed", cell(1, "standing"))
	assert.Equal(t, "later update", cell(1, "decision"))
	assert.True(t, strings.HasPrefix(cell(1, "reason"), "'=HYPERLINK"), "no cell is a formula")
	assert.Equal(t, "Harbour Post", cell(1, "right"))
	assert.Equal(t, "harbour office, primary, 2026-03-09", cell(1, "checked against"))
	assert.Equal(t, "Cleo Tanner", cell(1, "ruled by"))
	assert.Contains(t, cell(1, "values"), `Harbour Post: 28 people ("Some 28 people")`)
	assert.Equal(t, "conflict stands", cell(2, "decision"), "as it was signed")
	assert.Contains(t, now.String(), "misread by the tool")
}

// TestReferencesGoAlong: how outlets stand to reference facts of people is in
// what is exported.
func TestReferencesGoAlong(t *testing.T) {
	ctx := context.Background()
	v := reviewtest.Reading(t, storetest.Database(t))
	story := reviewtest.Example(t, v, examples.Files, examples.SecurityTalks)
	for _, value := range []string{"90 votes", "97 votes"} {
		c, s := reviewtest.Case(t, v, story, 2)
		if len(s.References) > 0 {
			_, err := v.WithdrawReference(ctx, reviewtest.Ada(), story, review.Target{Case: 2, Version: c.Version}, 1)
			require.NoError(t, err)
			c.Version++
		}
		_, err := v.Refer(ctx, reviewtest.Ada(), story, review.Target{Case: 2, Version: c.Version}, review.Reference{Value: value, Source: "minutes"})
		require.NoError(t, err)
	}
	var c, h, x, j bytes.Buffer
	e := edition(t, v, story, 0)
	require.NoError(t, export.CSV(&c, e))
	require.NoError(t, export.HTML(&h, e, "1.2.3"))
	require.NoError(t, export.XLSX(&x, e))
	all, err := v.Export(ctx, story, 0)
	require.NoError(t, err)
	require.NoError(t, json.NewEncoder(&j).Encode(all))
	f, err := excelize.OpenReader(&x)
	require.NoError(t, err)
	defer f.Close()
	rows, err := f.GetRows("Discrepancies")
	require.NoError(t, err)
	sheet := strings.Join(rows[2], "\n")
	for name, text := range map[string]string{"csv": c.String(), "html": h.String(), "xlsx": sheet} {
		assert.Contains(t, text, "97 votes (minutes), held to be true by Ada Lindqvist", name)
		assert.NotContains(t, text, "90 votes (minutes)", name)
		assert.Contains(t, text, "101 votes and 97 votes are 4 apart", name)
	}
	assert.Contains(t, c.String(), "Eastgate Monitor (2026-03-08): contradicts: 101 votes and 97 votes are 4 apart\r\nThe Harbour Post (2026-03-09): agrees: 97 votes in both")
	assert.Contains(t, j.String(), `\"standing\":\"contradicts\"`)
}

func TestXLSX(t *testing.T) {
	v, story, seq := signed(t)
	var b bytes.Buffer
	require.NoError(t, export.XLSX(&b, edition(t, v, story, seq)))
	f, err := excelize.OpenReader(&b)
	require.NoError(t, err)
	defer f.Close()
	assert.Equal(t, []string{"Discrepancies", "Events", "Story"}, f.GetSheetList())
	rows, err := f.GetRows("Events")
	require.NoError(t, err)
	assert.Len(t, rows, 1+6)
	assert.Equal(t, "signed off", rows[6][4])
}

func TestHTML(t *testing.T) {
	v, story, seq := signed(t)
	var b, again bytes.Buffer
	require.NoError(t, export.HTML(&b, edition(t, v, story, seq), "1.2.3"))
	require.NoError(t, export.HTML(&again, edition(t, v, story, seq), "1.2.3"))
	page := b.String()
	assert.Equal(t, page, again.String())
	assert.NotContains(t, page, "<script")
	assert.Contains(t, page, "&lt;script&gt;")
	assert.Contains(t, page, "Signed off by")
	assert.Contains(t, page, "harbour office")
	assert.NotContains(t, page, "page numbers", "said after the sign-off")
	assert.NotContains(t, page, "http://x\"")
}

func TestClaimReview(t *testing.T) {
	v, story, _ := signed(t)
	var b bytes.Buffer
	require.NoError(t, export.ClaimReview(&b, edition(t, v, story, 0), 1))
	var list []map[string]any
	require.NoError(t, json.Unmarshal(b.Bytes(), &list))
	require.Len(t, list, 3)
	assert.Equal(t, "ClaimReview", list[0]["@type"])
	assert.Equal(t, "not right", list[0]["reviewRating"].(map[string]any)["alternateName"])
	assert.Equal(t, "right", list[1]["reviewRating"].(map[string]any)["alternateName"])
	assert.Equal(t, "2026-03-09T07:00:00Z", list[1]["itemReviewed"].(map[string]any)["datePublished"])

	w := reviewtest.Service(t, storetest.Database(t))
	st := reviewtest.Story(t, w, reviewtest.Report(1))
	assert.ErrorIs(t, export.ClaimReview(&b, edition(t, w, st.ID, 0), 1), export.ErrUndecided)
}
