package review_test

import (
	"context"
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/concord-news/concord/checker/review"
	"github.com/concord-news/concord/checker/review/reviewtest"
	"github.com/concord-news/concord/checker/review/store"
	"github.com/concord-news/concord/checker/review/store/storetest"
)

// reading is a service that reads articles with the built-in rules.
func reading(t *testing.T) (*review.Service, store.Story) {
	t.Helper()
	v := reviewtest.Reading(t, storetest.Database(t))
	st, err := v.AddStory(context.Background(), reviewtest.Ada(), "ferry", nil)
	require.NoError(t, err)
	return v, st
}

func text(outlet, words string) review.Added {
	return review.Added{Kind: "text", Name: "pasted text", Outlet: outlet, Published: "2026-03-09", Content: []byte(words)}
}

// TestRuns: what was added is read, a run with nothing new is none, and one that
// is stopped leaves the one before.
func TestRuns(t *testing.T) {
	v, st := reading(t)
	ctx := context.Background()
	_, _, err := v.Rerun(ctx, reviewtest.Ada(), st.ID, nil)
	assert.ErrorContains(t, err, "the story has no articles")
	_, err = v.AddArticle(ctx, reviewtest.Ada(), st.ID, text("The Lantern", "The ferry sank on Monday, and the accident killed at least 11 people, police said.\n"))
	require.NoError(t, err)
	second, err := v.AddArticle(ctx, reviewtest.Ada(), st.ID, text("Harbour Post", "The ferry sank on Monday, and the accident killed six people, police said.\n"))
	require.NoError(t, err)
	require.NoError(t, v.Start(reviewtest.Ada(), st.ID))
	v.Wait(st.ID)
	job, ok := v.Job(st.ID)
	require.True(t, ok)
	assert.Equal(t, 2, job.Total)
	assert.Contains(t, job.Message, "run 1:")
	s, err := v.Shown(ctx, st.ID, 0)
	require.NoError(t, err)
	assert.Equal(t, []string{"Harbour-Post.txt", "The-Lantern.txt"}, []string{s.Wire.Articles[0].ID, s.Wire.Articles[1].ID})
	assert.Equal(t, "Harbour Post", s.Wire.Articles[0].Outlet)

	_, unchanged, err := v.Rerun(ctx, reviewtest.Ada(), st.ID, nil)
	require.NoError(t, err)
	assert.True(t, unchanged)
	require.NoError(t, v.RemoveArticle(ctx, reviewtest.Ada(), st.ID, second.Number))
	assert.ErrorIs(t, v.RemoveArticle(ctx, reviewtest.Ada(), st.ID, second.Number), store.ErrNone)

	long := strings.Repeat("The ministry counted 20 people on the pier on Monday, and 28 people on Tuesday.\n\n", 20000)
	for i := range 8 {
		_, err = v.AddArticle(ctx, reviewtest.Ada(), st.ID, text(fmt.Sprintf("Outlet %d", i), long))
		require.NoError(t, err)
	}
	require.NoError(t, v.Start(reviewtest.Ada(), st.ID))
	assert.ErrorIs(t, v.Start(reviewtest.Ada(), st.ID), review.ErrRunning)
	began := time.Now()
	v.Stop(st.ID)
	t.Logf("stopped after %s", time.Since(began))
	job, _ = v.Job(st.ID)
	assert.Equal(t, "stopped; the run before stands", job.Message)
	require.NoError(t, v.Store().View(ctx, func(tx *store.Tx) error {
		now, err := tx.Story(st.ID)
		assert.Equal(t, int64(1), now.Run)
		return err
	}))
}

// TestOwnNetworkIsNotFetched: who adds an address cannot make the server read
// what lies beside it.
func TestOwnNetworkIsNotFetched(t *testing.T) {
	v, st := reading(t)
	for _, address := range []string{"http://127.0.0.1:1/", "http://localhost/", "http://[::1]/x", "http://169.254.169.254/latest/meta-data", "file:///etc/passwd", "gopher://x", "", "http://0.0.0.0/"} {
		_, err := v.AddArticle(context.Background(), reviewtest.Ada(), st.ID, review.Added{Kind: "address", Name: address})
		var invalid *review.InvalidError
		require.ErrorAs(t, err, &invalid, address)
	}
	require.NoError(t, v.Store().View(context.Background(), func(tx *store.Tx) error {
		list, err := tx.Sources(st.ID)
		assert.Empty(t, list)
		return err
	}))
}

// TestWarm: the newest stories are ready, and one without a run is passed over.
func TestWarm(t *testing.T) {
	ctx := context.Background()
	name := storetest.Database(t)
	v := reviewtest.Service(t, name)
	st := reviewtest.Story(t, v, reviewtest.Report(2))
	_, err := v.AddStory(ctx, reviewtest.Ada(), "without a run", nil)
	require.NoError(t, err)
	w := reviewtest.Service(t, name)
	require.NoError(t, w.Warm(ctx))
	ended, end := context.WithCancel(ctx)
	end()
	_, err = w.Shown(ended, st.ID, 1)
	assert.NoError(t, err, "nothing is asked of the database")
	assert.ErrorIs(t, reviewtest.Service(t, name).Warm(ended), context.Canceled)
}
