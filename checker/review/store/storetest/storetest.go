// Package storetest opens databases for tests: an SQLite file always, and a
// PostgreSQL one where the environment variable CONCORD_POSTGRES has its address.
// Tests of what stands on a database run on SQLite, and with
// CONCORD_DATABASE=postgres on PostgreSQL.
package storetest

import (
	"context"
	"database/sql"
	"fmt"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/concord-news/concord/checker/review/store"
)

// Variable is the environment variable with the address of a PostgreSQL server.
const Variable = "CONCORD_POSTGRES"

// Each runs a test on each kind of database, empty and under a name of its own.
func Each(t *testing.T, test func(t *testing.T, name string)) {
	t.Run("sqlite", func(t *testing.T) { test(t, filepath.Join(t.TempDir(), "desk 100%.db")) })
	t.Run("postgres", func(t *testing.T) { test(t, Postgres(t)) })
}

// Database is the name of one empty database, of the kind that CONCORD_DATABASE
// asks for.
func Database(t testing.TB) string {
	t.Helper()
	switch kind := os.Getenv("CONCORD_DATABASE"); kind {
	case "", "sqlite":
		return filepath.Join(t.TempDir(), "desk.db")
	case "postgres":
		require.NotEmpty(t, os.Getenv(Variable), "CONCORD_DATABASE asks for PostgreSQL, and %s has no address", Variable)
		return Postgres(t)
	default:
		t.Fatalf("CONCORD_DATABASE is %q; legal: sqlite, postgres", kind)
		return ""
	}
}

// Open opens a database that is closed at the end of the test.
func Open(t testing.TB, name string) *store.Store {
	t.Helper()
	s, err := store.Open(context.Background(), name)
	require.NoError(t, err)
	t.Cleanup(func() { require.NoError(t, s.Close()) })
	return s
}

// Postgres returns the address of an empty schema that is dropped at the end of
// the test; without a server the test is skipped.
func Postgres(t testing.TB) string {
	t.Helper()
	address := os.Getenv(Variable)
	if address == "" {
		t.Skipf("%s is not set: PostgreSQL is not tested", Variable)
	}
	name := fmt.Sprintf("t%d_%s", time.Now().UnixNano(), strings.ToLower(strings.Map(letters, t.Name())))
	name = name[:min(len(name), 60)]
	db, err := sql.Open("pgx", address)
	require.NoError(t, err)
	t.Cleanup(func() { require.NoError(t, db.Close()) })
	_, err = db.Exec("CREATE SCHEMA " + name)
	require.NoError(t, err)
	t.Cleanup(func() {
		_, err := db.Exec("DROP SCHEMA " + name + " CASCADE")
		require.NoError(t, err)
	})
	u, err := url.Parse(address)
	require.NoError(t, err)
	q := u.Query()
	q.Set("search_path", name)
	u.RawQuery = q.Encode()
	return u.String()
}

func letters(r rune) rune {
	if r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r >= '0' && r <= '9' {
		return r
	}
	return -1
}
