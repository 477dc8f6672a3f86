package store_test

import (
	"context"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/concord-news/concord/checker/review/store"
	"github.com/concord-news/concord/checker/review/store/storetest"
)

func TestOlderDatabasesMigrate(t *testing.T) {
	storetest.Each(t, func(t *testing.T, name string) {
		ctx := context.Background()
		old, err := store.OpenAt(ctx, name, 1)
		require.NoError(t, err)
		st := ferry(t, old, 2)
		require.NoError(t, appendTo(old, st.ID, store.Event{At: day(), Kind: "decided"}))
		assert.Error(t, old.Update(ctx, func(tx *store.Tx) error { return tx.Refuse(store.Refusal{At: day()}) }), "step 2 is not done")
		require.NoError(t, old.Close())

		s := storetest.Open(t, name)
		require.NoError(t, s.Update(ctx, func(tx *store.Tx) error { return tx.Refuse(store.Refusal{At: day(), Path: "/"}) }))
		n, err := s.Verify(ctx)
		require.NoError(t, err)
		assert.Equal(t, store.Counts{Stories: 1, Runs: 1, Cases: 2, Events: 1}, n)
	})
}

func TestNewerDatabasesAreRefused(t *testing.T) {
	storetest.Each(t, func(t *testing.T, name string) {
		ctx := context.Background()
		s := storetest.Open(t, name)
		require.NoError(t, s.SetVersion(ctx, store.Version()+1))
		_, err := store.Open(ctx, name)
		assert.ErrorIs(t, err, store.ErrNewer)
		assert.ErrorContains(t, err, "its layout is number 3 and this program knows 2")
	})
}
