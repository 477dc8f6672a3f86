package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"os"
	"strings"
)

// Counts says how much a database holds.
type Counts struct{ Stories, Runs, Cases, Events, People int }

// Backup copies all of a database but its sessions to a new SQLite file, as it
// is at one moment, while others go on writing. The file is checked before it
// gets its name.
func (s *Store) Backup(ctx context.Context, path string) (Counts, error) {
	if _, err := os.Stat(path); err == nil {
		return Counts{}, fmt.Errorf("%s: is there already; a backup overwrites nothing", path)
	}
	part := path + ".part"
	if err := removeFile(part); err != nil {
		return Counts{}, err
	}
	defer removeFile(part) // it has its name by then, or the error before it matters
	to, err := Open(ctx, part)
	if err != nil {
		return Counts{}, err
	}
	err = Copy(ctx, to, s)
	if err == nil {
		_, err = to.write.ExecContext(ctx, "PRAGMA wal_checkpoint(TRUNCATE)")
	}
	if err = errors.Join(err, to.Close()); err != nil {
		return Counts{}, fmt.Errorf("%s: %w", path, err)
	}
	n, err := Check(ctx, part)
	if err != nil {
		return n, err
	}
	if err := os.Rename(part, path); err != nil {
		return n, err
	}
	return n, nil
}

// removeFile removes an SQLite file and what lies beside it.
func removeFile(path string) error {
	for _, end := range []string{"", "-wal", "-shm"} {
		if err := os.Remove(path + end); err != nil && !errors.Is(err, os.ErrNotExist) {
			return err
		}
	}
	return nil
}

// Copy fills an empty database from another.
func Copy(ctx context.Context, to, from *Store) error {
	return from.View(ctx, func(src *Tx) error {
		return to.Update(ctx, func(dst *Tx) error {
			for _, table := range tables() {
				n := 0
				if err := dst.row("SELECT COUNT(*) FROM "+table, nil, &n); err != nil {
					return err
				}
				if n > 0 {
					return fmt.Errorf("the database is not empty: it has %d rows of %s", n, table)
				}
				if err := copyTable(dst, src, table); err != nil {
					return fmt.Errorf("copying %s: %w", table, err)
				}
			}
			return nil
		})
	})
}

func copyTable(dst, src *Tx, table string) error {
	return src.rows("SELECT * FROM "+table, nil, func(r *sql.Rows) error {
		columns, err := r.Columns()
		if err != nil {
			return err
		}
		values, into := make([]any, len(columns)), make([]any, len(columns))
		for i := range values {
			into[i] = &values[i]
		}
		if err := r.Scan(into...); err != nil {
			return err
		}
		marks := strings.TrimSuffix(strings.Repeat("?, ", len(columns)), ", ")
		return dst.exec("INSERT INTO "+table+" ("+strings.Join(columns, ", ")+") VALUES ("+marks+")", values...)
	})
}

// Check opens a database file that is there and verifies it: the file itself,
// and the chain of every story's log.
func Check(ctx context.Context, name string) (Counts, error) {
	if !IsPostgres(name) {
		if _, err := os.Stat(name); err != nil {
			return Counts{}, err
		}
	}
	s, err := Open(ctx, name)
	if err != nil {
		return Counts{}, err
	}
	defer s.Close()
	n, err := s.Verify(ctx)
	if err != nil {
		return n, fmt.Errorf("%s: %w", Shown(name), err)
	}
	return n, nil
}

// Verify checks the whole of an open database and counts what it holds.
func (s *Store) Verify(ctx context.Context) (Counts, error) {
	var n Counts
	err := s.View(ctx, func(t *Tx) error {
		if s.dialect.name == "SQLite" {
			said := ""
			if err := t.row("PRAGMA integrity_check(1)", nil, &said); err != nil {
				return err
			}
			if said != "ok" {
				return fmt.Errorf("the file is damaged: %s", said)
			}
		}
		for table, to := range map[string]*int{
			"stories": &n.Stories, "runs": &n.Runs, "cases": &n.Cases, "events": &n.Events, "people": &n.People,
		} {
			if err := t.row("SELECT COUNT(*) FROM "+table, nil, to); err != nil {
				return err
			}
		}
		list, err := t.Stories()
		if err != nil {
			return err
		}
		for _, st := range list {
			if err := t.Verify(st.ID); err != nil {
				return err
			}
		}
		return nil
	})
	return n, err
}
