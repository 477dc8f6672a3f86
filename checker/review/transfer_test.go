package review_test

import (
	"bytes"
	"context"
	"encoding/json"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/concord-news/concord/checker/review"
	"github.com/concord-news/concord/checker/review/reviewtest"
)

func exported(d desk, signed int64) []byte {
	t, err := d.Export(context.Background(), d.story, signed)
	require.NoError(d.t, err)
	b, err := json.Marshal(t)
	require.NoError(d.t, err)
	return b
}

// TestTransfer: a story that was exported and imported goes on as it was, with
// the same log and decisions.
func TestTransfer(t *testing.T) {
	each(t, 3, func(d desk) {
		ctx, t := context.Background(), d.t
		d.decide(reviewtest.Ada(), 1, review.Stands)
		_, err := d.Ask(ctx, reviewtest.Ada(), d.story, d.seen(2), "Bo Marsh", "Which?")
		require.NoError(t, err)
		_, err = d.AddRun(ctx, reviewtest.Bo(), d.story, reviewtest.Report(2, reviewtest.Figure{Fact: 0, Value: 21}))
		require.NoError(t, err)
		old := d.log()

		st, err := d.Import(ctx, reviewtest.Cleo(), bytes.NewReader(exported(d, 0)))
		require.NoError(t, err)
		to := desk{d.Service, t, st.ID}
		assert.Equal(t, old[len(old)-1].Hash, to.log()[len(old)-1].Hash)
		assert.Equal(t, "imported", to.last().Kind)
		for n := range int64(3) {
			a, _ := reviewtest.Case(t, d.Service, d.story, n+1)
			b, _ := reviewtest.Case(t, d.Service, to.story, n+1)
			a.Story = b.Story
			assert.Equal(t, a, b)
		}
		to.decide(reviewtest.Ada(), 1, review.Same)
		_, err = to.Shown(ctx, to.story, 0)
		require.NoError(t, err)
		// The finding that had gone in the second run comes back.
		c, err := to.AddRun(ctx, reviewtest.Bo(), to.story, reviewtest.Report(3, reviewtest.Figure{Fact: 0, Value: 21}))
		require.NoError(t, err)
		assert.Equal(t, 0, c.New)
	})
}

func TestSpoiltTransfersAreRefused(t *testing.T) {
	each(t, 1, func(d desk) {
		ctx, t := context.Background(), d.t
		d.decide(reviewtest.Ada(), 1, review.Stands)
		whole := string(exported(d, 0))
		for what, spoil := range map[string]func(string) string{
			"not as it was written":   func(s string) string { return strings.Replace(s, `"kind":"decided"`, `"kind":"ruled"`, 1) },
			"another than the log":    func(s string) string { return strings.Replace(s, `"person":"Ada Lindqvist"`, `"person":"Eve"`, 1) },
			"schema is":               func(s string) string { return strings.Replace(s, "concord/review/1", "concord/review/9", 1) },
			"another event":           func(s string) string { return strings.Replace(s, `"head":"`, `"head":"0`, 1) },
			"is no exported story":    func(s string) string { return s[:len(s)/2] },
			"something stands behind": func(s string) string { return s + "{}" },
			"a run or an event":       func(s string) string { return strings.Replace(s, `"signed":0`, `"signed":99`, 1) },
			"run 1 is not as it was":  func(s string) string { return strings.Replace(s, `"report_sha256":"`, `"report_sha256":"0`, 1) },
		} {
			bad := spoil(whole)
			_, err := d.Import(ctx, reviewtest.Cleo(), strings.NewReader(bad))
			assert.ErrorContains(t, err, what)
		}
	})
}

func TestSignedEditionStaysAsItWas(t *testing.T) {
	each(t, 1, func(d desk) {
		ctx, t := context.Background(), d.t
		d.decide(reviewtest.Ada(), 1, review.Stands)
		_, err := d.Sign(ctx, reviewtest.Cleo(), d.story, d.last().Seq, "")
		require.NoError(t, err)
		signed := d.last().Seq
		before := exported(d, signed)
		_, err = d.AddRun(ctx, reviewtest.Bo(), d.story, reviewtest.Report(2, reviewtest.Figure{Fact: 0, Value: 21}))
		require.NoError(t, err)
		d.decide(reviewtest.Ada(), 1, review.Same)
		assert.Equal(t, string(before), string(exported(d, signed)))
		e, err := d.Edition(ctx, d.story, signed)
		require.NoError(t, err)
		assert.Equal(t, review.Stands, e.Findings[0].State.Decision.Outcome)
		assert.Len(t, e.Findings, 1)

		st, err := d.Import(ctx, reviewtest.Cleo(), bytes.NewReader(before))
		require.NoError(t, err)
		to := desk{d.Service, t, st.ID}
		_, err = d.Decide(ctx, reviewtest.Ada(), to.story, to.seen(1), review.Decision{Outcome: review.Same, Reason: "x"})
		assert.ErrorIs(t, err, review.ErrSigned, "it is imported signed")
		_, err = d.Edition(ctx, d.story, 1)
		assert.Error(t, err, "event 1 is no sign-off")
	})
}

func FuzzReadTransfer(f *testing.F) {
	f.Add([]byte(`{"schema":"concord/review/1","run":1,"runs":[{"number":1}],"log":[{"seq":1}]}`))
	f.Fuzz(func(_ *testing.T, data []byte) {
		_, _ = review.ReadTransfer(bytes.NewReader(data))
	})
}
