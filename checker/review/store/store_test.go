package store_test

import (
	"context"
	"database/sql"
	"errors"
	"os"
	"path/filepath"
	"sync"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/concord-news/concord/checker/review/store"
	"github.com/concord-news/concord/checker/review/store/storetest"
)

func day() time.Time { return time.Date(2026, 3, 9, 7, 40, 0, 123456789, time.UTC) }

// ferry adds a story with a run and n cases.
func ferry(t *testing.T, s *store.Store, n int) store.Story {
	t.Helper()
	st := store.Story{Name: "ferry", Created: day()}
	require.NoError(t, s.Update(context.Background(), func(tx *store.Tx) error {
		if err := tx.AddStory(&st); err != nil {
			return err
		}
		r := store.Run{Story: st.ID, Created: day(), Person: "Ada", Report: []byte("{}"), Snapshot: []byte("{}"), SHA256: "00"}
		if err := tx.AddRun(&r); err != nil {
			return err
		}
		for i := range n {
			c := store.Case{
				Story: st.ID, Run: r.Number, Ordinal: int64(i), Finding: "F", Fact: "people killed", Kind: "count", Verdict: "conflict",
				Severity: "high", Reported: true, Outlets: []string{"The Lantern", "100%_Post"}, Words: "people killed", State: "open", Data: "{}",
			}
			if err := tx.PutCase(&c); err != nil {
				return err
			}
		}
		st.Run = r.Number
		return tx.SetRun(st.ID, r.Number)
	}))
	return st
}

func appendTo(s *store.Store, story int64, e store.Event) error {
	return s.Update(context.Background(), func(tx *store.Tx) error {
		st, err := tx.Lock(story)
		if err != nil {
			return err
		}
		return tx.Append(&st, &e)
	})
}

func TestLogIsAppendOnlyAndChained(t *testing.T) {
	storetest.Each(t, func(t *testing.T, name string) {
		s := storetest.Open(t, name)
		st := ferry(t, s, 1)
		for _, kind := range []string{"run", "decided", "undone"} {
			require.NoError(t, appendTo(s, st.ID, store.Event{At: day(), Person: "Ada", Role: "checker", Kind: kind, Case: 1, Detail: `{"a":"é"}`}))
		}
		var log []store.Event
		require.NoError(t, s.View(context.Background(), func(tx *store.Tx) (err error) {
			log, err = tx.Events(st.ID, 0, 0)
			require.NoError(t, tx.Verify(st.ID))
			return err
		}))
		require.Len(t, log, 3)
		assert.Equal(t, day().Truncate(time.Microsecond), log[0].At)
		assert.Equal(t, log[0].Hash, log[1].Prev)

		changed := append([]store.Event{}, log...)
		changed[1].Person = "Eve"
		_, err := store.Chain(changed)
		assert.ErrorContains(t, err, "event 2 is not as it was written")
		_, err = store.Chain(log[1:])
		assert.ErrorContains(t, err, "event 2 stands where 1 should")

		driver, source := "sqlite", name
		if store.IsPostgres(name) {
			driver = "pgx"
		}
		db, err := sql.Open(driver, source)
		require.NoError(t, err)
		defer db.Close()
		for _, q := range []string{"UPDATE events SET person = 'Eve'", "DELETE FROM events"} {
			_, err = db.Exec(q)
			assert.ErrorContains(t, err, "append-only", q)
		}
	})
}

// TestWritersTakeTurns: events that many write at once are numbered without a
// gap, and none is lost.
func TestWritersTakeTurns(t *testing.T) {
	storetest.Each(t, func(t *testing.T, name string) {
		s := storetest.Open(t, name)
		st := ferry(t, s, 1)
		var wg sync.WaitGroup
		for range 8 {
			wg.Go(func() {
				for range 10 {
					assert.NoError(t, appendTo(s, st.ID, store.Event{At: day(), Kind: "decided"}))
				}
			})
		}
		wg.Wait()
		require.NoError(t, s.View(context.Background(), func(tx *store.Tx) error {
			log, err := tx.Events(st.ID, 0, 0)
			assert.Len(t, log, 80)
			return errors.Join(err, tx.Verify(st.ID))
		}))
	})
}

func TestFilters(t *testing.T) {
	storetest.Each(t, func(t *testing.T, name string) {
		s := storetest.Open(t, name)
		st := ferry(t, s, 3)
		for _, c := range []struct {
			filter store.Filter
			want   int
		}{
			{store.Filter{}, 3},
			{store.Filter{Outlet: "The Lantern"}, 3},
			{store.Filter{Outlet: "Lantern"}, 0},
			{store.Filter{Outlet: "100%_Post"}, 3},
			{store.Filter{Outlet: "100x_Post"}, 0},
			{store.Filter{Text: "KILLED"}, 3},
			{store.Filter{Text: "k%d"}, 0},
			{store.Filter{Text: `\`}, 0},
			{store.Filter{States: []string{"open", "decided"}, Verdicts: []string{"conflict"}, Severity: "high", Kind: "count", Settled: true}, 3},
			{store.Filter{Reported: true}, 3},
			{store.Filter{Shown: true}, 3},
			{store.Filter{Waiting: true}, 0},
			{store.Filter{Asked: "Bo"}, 0},
		} {
			c.filter.Story, c.filter.Run = st.ID, st.Run
			require.NoError(t, s.View(context.Background(), func(tx *store.Tx) error {
				list, total, err := tx.Cases(c.filter)
				assert.Len(t, list, c.want, "%+v", c.filter)
				assert.Equal(t, c.want, total)
				return err
			}))
		}
		require.NoError(t, s.View(context.Background(), func(tx *store.Tx) error {
			list, total, err := tx.Cases(store.Filter{Story: st.ID, Run: st.Run, Limit: 2, Offset: 2})
			assert.Len(t, list, 1)
			assert.Equal(t, 3, total)
			_, outlets, _, err2 := tx.Choices(st.ID, st.Run)
			assert.Equal(t, []string{"100%_Post", "The Lantern"}, outlets)
			return errors.Join(err, err2)
		}))
	})
}

func TestBackupAndRestore(t *testing.T) {
	storetest.Each(t, func(t *testing.T, name string) {
		ctx := context.Background()
		s := storetest.Open(t, name)
		st := ferry(t, s, 2)
		p := store.Person{Name: "Ada", Role: "editor", Created: day()}
		require.NoError(t, s.Update(ctx, func(tx *store.Tx) error {
			return errors.Join(tx.AddPerson(&p), tx.PutText("aa", []byte("words \x00")),
				tx.AddSession(store.Session{Token: "t", Person: p.ID, Created: day(), Expires: day().Add(time.Hour)}),
				tx.AddSource(&store.Source{Story: st.ID, Kind: "text", Name: "a", Content: []byte("words")}))
		}))
		stop := make(chan struct{})
		var wg sync.WaitGroup
		wg.Go(func() {
			for {
				select {
				case <-stop:
					return
				default:
					assert.NoError(t, appendTo(s, st.ID, store.Event{At: day(), Kind: "decided", Case: 1}))
				}
			}
		})
		file := filepath.Join(t.TempDir(), "copy.db")
		n, err := s.Backup(ctx, file)
		close(stop)
		wg.Wait()
		require.NoError(t, err)
		assert.Equal(t, 1, n.Stories)
		assert.Equal(t, 2, n.Cases)
		_, err = s.Backup(ctx, file)
		assert.ErrorContains(t, err, "overwrites nothing")
		info, err := os.Stat(file)
		require.NoError(t, err)
		assert.Equal(t, os.FileMode(0o600), info.Mode().Perm())

		back := storetest.Open(t, file)
		assert.ErrorContains(t, store.Copy(ctx, s, back), "not empty")
		require.NoError(t, back.View(ctx, func(tx *store.Tx) error {
			_, err := tx.Session("t")
			assert.ErrorIs(t, err, store.ErrNone, "a copy signs nobody in")
			text, err := tx.Text("aa")
			assert.Equal(t, "words \x00", string(text))
			return err
		}))
		// What was restored can be gone on with.
		require.NoError(t, appendTo(back, st.ID, store.Event{At: day(), Kind: "decided"}))
		_, err = back.Verify(ctx)
		assert.NoError(t, err)
	})
}

func TestDamagedBackupIsToldSo(t *testing.T) {
	s := storetest.Open(t, filepath.Join(t.TempDir(), "desk.db"))
	st := ferry(t, s, 200)
	require.NoError(t, appendTo(s, st.ID, store.Event{At: day(), Kind: "decided", Detail: "the very words"}))
	file := filepath.Join(t.TempDir(), "copy.db")
	_, err := s.Backup(context.Background(), file)
	require.NoError(t, err)
	db, err := sql.Open("sqlite", file)
	require.NoError(t, err)
	_, err = db.Exec("DROP TRIGGER events_update; UPDATE events SET detail = 'other words'")
	require.NoError(t, err)
	require.NoError(t, db.Close())
	_, err = store.Check(context.Background(), file)
	assert.ErrorContains(t, err, "not as it was written")
}

func TestUnwritableDatabases(t *testing.T) {
	ctx := context.Background()
	for want, pragma := range map[string]string{"its disk is full": "PRAGMA max_page_count = 1", "read-only": "PRAGMA query_only = 1"} {
		s := storetest.Open(t, filepath.Join(t.TempDir(), "desk.db"))
		st := ferry(t, s, 1)
		require.NoError(t, s.Pragma(ctx, pragma))
		err := appendTo(s, st.ID, store.Event{At: day(), Kind: "decided", Detail: string(make([]byte, 100_000))})
		assert.ErrorIs(t, err, store.ErrUnwritable)
		assert.ErrorContains(t, err, want)
		require.NoError(t, s.View(ctx, func(tx *store.Tx) error {
			got, err := tx.Story(st.ID)
			assert.Zero(t, got.Seq, "nothing of it is written")
			return err
		}))
	}
	_, err := store.Open(ctx, filepath.Join(t.TempDir(), "none", "desk.db"))
	assert.ErrorContains(t, err, "its folder is not there")
	_, err = store.Open(ctx, t.TempDir())
	assert.ErrorContains(t, err, "is a folder")
	_, err = store.Open(ctx, "postgres://desk:hidden@127.0.0.1:1/desk")
	assert.ErrorContains(t, err, "cannot be reached")
	assert.NotContains(t, err.Error(), "hidden")
}
