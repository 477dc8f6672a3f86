package store

import (
	"context"
	"fmt"
	"strings"
)

// migration is one step of the schema: statements in both dialects, where BLOB
// stands for bytes, and tables that are append-only from then on.
type migration struct {
	statements []string
	fixed      []string
}

// migrations are all steps, in order; a database has done the first so many.
// A step that was released is never changed.
func migrations() []migration {
	return []migration{{
		statements: []string{
			`CREATE TABLE people (id BIGINT PRIMARY KEY, name TEXT NOT NULL UNIQUE, role TEXT NOT NULL, password TEXT NOT NULL,
				created TEXT NOT NULL, disabled BIGINT NOT NULL)`,
			`CREATE TABLE sessions (token TEXT PRIMARY KEY, person BIGINT NOT NULL REFERENCES people (id), csrf TEXT NOT NULL,
				created TEXT NOT NULL, expires TEXT NOT NULL)`,
			`CREATE TABLE stories (id BIGINT PRIMARY KEY, name TEXT NOT NULL, created TEXT NOT NULL, run BIGINT NOT NULL, seq BIGINT NOT NULL,
				head TEXT NOT NULL, signed BIGINT NOT NULL)`,
			`CREATE TABLE sources (story BIGINT NOT NULL REFERENCES stories (id), number BIGINT NOT NULL, kind TEXT NOT NULL, name TEXT NOT NULL,
				outlet TEXT NOT NULL, title TEXT NOT NULL, url TEXT NOT NULL, published TEXT NOT NULL, charset TEXT NOT NULL,
				sha256 TEXT NOT NULL, content BLOB NOT NULL, removed BIGINT NOT NULL, PRIMARY KEY (story, number))`,
			`CREATE TABLE texts (sha256 TEXT PRIMARY KEY, content BLOB NOT NULL)`,
			`CREATE TABLE runs (story BIGINT NOT NULL REFERENCES stories (id), number BIGINT NOT NULL, created TEXT NOT NULL, person TEXT NOT NULL,
				sha256 TEXT NOT NULL, report BLOB NOT NULL, snapshot BLOB NOT NULL, PRIMARY KEY (story, number))`,
			`CREATE TABLE cases (story BIGINT NOT NULL REFERENCES stories (id), number BIGINT NOT NULL, run BIGINT NOT NULL, ordinal BIGINT NOT NULL,
				finding TEXT NOT NULL, fingerprint TEXT NOT NULL, fact TEXT NOT NULL, rule TEXT NOT NULL, kind TEXT NOT NULL, verdict TEXT NOT NULL,
				severity TEXT NOT NULL, reported BIGINT NOT NULL, outlets TEXT NOT NULL, words TEXT NOT NULL, state TEXT NOT NULL, waiting BIGINT NOT NULL, asked TEXT NOT NULL,
				version BIGINT NOT NULL, data TEXT NOT NULL, PRIMARY KEY (story, number))`,
			`CREATE INDEX cases_page ON cases (story, run, ordinal)`,
			`CREATE TABLE events (story BIGINT NOT NULL REFERENCES stories (id), seq BIGINT NOT NULL, at TEXT NOT NULL, person TEXT NOT NULL,
				role TEXT NOT NULL, kind TEXT NOT NULL, number BIGINT NOT NULL, batch TEXT NOT NULL, detail TEXT NOT NULL, was TEXT NOT NULL,
				became TEXT NOT NULL, prev TEXT NOT NULL, hash TEXT NOT NULL, PRIMARY KEY (story, seq))`,
			`CREATE INDEX events_case ON events (story, number, seq)`,
		},
		fixed: []string{"events"},
	}, {
		statements: []string{
			`CREATE TABLE refusals (id BIGINT PRIMARY KEY, at TEXT NOT NULL, remote TEXT NOT NULL, person TEXT NOT NULL, method TEXT NOT NULL,
				path TEXT NOT NULL, reason TEXT NOT NULL)`,
			`CREATE INDEX events_batch ON events (story, batch)`,
		},
		fixed: []string{"refusals"},
	}}
}

// tables lists what a backup copies, in an order in which rows may refer to
// those before them. Sessions are left out: a copy signs nobody in.
func tables() []string {
	return []string{"people", "stories", "sources", "texts", "runs", "cases", "events", "refusals"}
}

// Version is the number of steps that this program knows.
func Version() int { return len(migrations()) }

// migrate brings the schema up to date, in one transaction.
func (s *Store) migrate(ctx context.Context) error { return s.migrateTo(ctx, Version()) }

func (s *Store) migrateTo(ctx context.Context, version int) error {
	return s.run(ctx, s.write, nil, func(t *Tx) error {
		if err := t.lockAll(); err != nil {
			return err
		}
		if err := t.exec("CREATE TABLE IF NOT EXISTS meta (name TEXT PRIMARY KEY, value BIGINT NOT NULL)"); err != nil {
			return err
		}
		done, err := t.version()
		switch {
		case err != nil:
			return err
		case done > Version():
			return fmt.Errorf("its layout is number %d and this program knows %d: it %w", done, Version(), ErrNewer)
		case done >= version:
			return nil
		}
		for _, m := range migrations()[done:version] {
			if err := t.step(m); err != nil {
				return err
			}
		}
		return t.exec("INSERT INTO meta (name, value) VALUES ('version', ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value", version)
	})
}

func (t *Tx) version() (int, error) {
	var n int
	err := t.row("SELECT COALESCE(MAX(value), 0) FROM meta WHERE name = 'version'", nil, &n)
	return n, err
}

func (t *Tx) step(m migration) error {
	var all []string
	for _, q := range m.statements {
		all = append(all, strings.ReplaceAll(q, " BLOB ", " "+t.dialect.blob+" "))
	}
	for _, table := range m.fixed {
		all = append(all, t.dialect.fixed(table)...)
	}
	for _, q := range all {
		// The statements of a step hold no arguments, and functions hold marks
		// that are none.
		if _, err := t.tx.ExecContext(t.ctx, q); err != nil {
			return fmt.Errorf("%.60s: %w", q, err)
		}
	}
	return nil
}
