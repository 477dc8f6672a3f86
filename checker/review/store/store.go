// Package store keeps stories under review in a database: an embedded SQLite
// file, or PostgreSQL for a desk that shares. Both hold the same tables and pass
// the same tests.
//
// The log of events is append-only, by triggers of the database too, and chained
// by hashes. What the cases table holds is the log summed up, so that a page need
// not read the log. An Update that returned nil is on disk: a power cut or a kill
// loses nothing that was acknowledged.
package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"strings"
	"time"
)

// Store is an open database. It is safe for concurrent use.
type Store struct {
	// write has one connection with SQLite, which has one writer at a time.
	write, read *sql.DB
	dialect     dialect
}

// The bounds of connections. SQLite reads beside its writer; measured, more
// than eight readers give nothing on it.
const (
	mostReaders  = 8
	mostPostgres = 16
)

// Open opens a database, making it where it is missing: a PostgreSQL one where
// name begins with postgres:// or postgresql://, else an SQLite file. An older
// one is brought up to date; one of a newer program is refused.
func Open(ctx context.Context, name string) (*Store, error) {
	s, err := connect(name)
	if err != nil {
		return nil, err
	}
	if err := s.migrate(ctx); err != nil {
		s.Close()
		return nil, fmt.Errorf("%s: %w", Shown(name), s.dialect.explain(err))
	}
	return s, nil
}

// IsPostgres reports whether name is the address of a PostgreSQL database.
func IsPostgres(name string) bool {
	return strings.HasPrefix(name, "postgres://") || strings.HasPrefix(name, "postgresql://")
}

func connect(name string) (*Store, error) {
	if IsPostgres(name) {
		return connectPostgres(name)
	}
	return connectSQLite(name)
}

// Close closes the database.
func (s *Store) Close() error {
	err := s.read.Close()
	if s.write != s.read {
		err = errors.Join(err, s.write.Close())
	}
	return err
}

// Kind is "SQLite" or "PostgreSQL".
func (s *Store) Kind() string { return s.dialect.name }

// tries is how often a transaction is tried that met another one, and lost how
// often one whose connection was gone: of a server that was started again all that
// are kept are.
const (
	tries = 5
	lost  = mostPostgres + 1
	pause = 50 * time.Millisecond // where a connection was gone
)

// Update runs f in a transaction that may write. Where f or the commit fails,
// nothing is written. f may run more than once.
func (s *Store) Update(ctx context.Context, f func(*Tx) error) error {
	return s.often(ctx, s.write, nil, f)
}

// View runs f in a transaction that sees one state of the database and writes
// nothing.
func (s *Store) View(ctx context.Context, f func(*Tx) error) error {
	return s.often(ctx, s.read, s.dialect.viewing, f)
}

func (s *Store) often(ctx context.Context, db *sql.DB, opts *sql.TxOptions, f func(*Tx) error) error {
	for try := 1; ; try++ {
		err := s.run(ctx, db, opts, f)
		var begun *beginError
		switch {
		case err == nil:
			return nil
		case s.dialect.code(err) == busy && opts == nil && try < tries:
			continue
		case s.dialect.code(err) == gone && errors.As(err, &begun) && try < lost && ctx.Err() == nil:
			time.Sleep(pause)
			continue
		}
		return s.dialect.explain(err)
	}
}

// beginError is a transaction that could not be begun, commitError one of which it
// is not known whether it was written.
type (
	beginError  struct{ error }
	commitError struct{ error }
)

// Unwrap returns the database's error.
func (e *beginError) Unwrap() error { return e.error }

// Unwrap returns the database's error.
func (e *commitError) Unwrap() error { return e.error }

func (s *Store) run(ctx context.Context, db *sql.DB, opts *sql.TxOptions, f func(*Tx) error) error {
	t, err := db.BeginTx(ctx, opts)
	if err != nil {
		return &beginError{err}
	}
	// Rolling back after a commit does nothing.
	defer t.Rollback() // the error that matters is f's or the commit's
	if err := f(&Tx{ctx: ctx, tx: t, dialect: s.dialect}); err != nil {
		return err
	}
	if err := t.Commit(); err != nil {
		return &commitError{err}
	}
	return nil
}

// Tx is a transaction. It is for one goroutine.
type Tx struct {
	ctx     context.Context
	tx      *sql.Tx
	dialect dialect
}

func (t *Tx) exec(query string, args ...any) error {
	_, err := t.tx.ExecContext(t.ctx, t.dialect.bind(query), args...)
	return err
}

// row reads one row; it reports ErrNone where there is none.
func (t *Tx) row(query string, args []any, into ...any) error {
	err := t.tx.QueryRowContext(t.ctx, t.dialect.bind(query), args...).Scan(into...)
	if errors.Is(err, sql.ErrNoRows) {
		return ErrNone
	}
	return err
}

// rows calls f for each row.
func (t *Tx) rows(query string, args []any, f func(*sql.Rows) error) error {
	rows, err := t.tx.QueryContext(t.ctx, t.dialect.bind(query), args...)
	if err != nil {
		return err
	}
	defer rows.Close()
	for rows.Next() {
		if err := f(rows); err != nil {
			return err
		}
	}
	return rows.Err()
}

// next returns the number after the greatest one of a table's column. Who calls
// it holds the lock of the story or of the whole database.
func (t *Tx) next(table, column, where string, args ...any) (int64, error) {
	var n int64
	err := t.row("SELECT COALESCE(MAX("+column+"), 0) + 1 FROM "+table+" WHERE "+where, args, &n)
	return n, err
}

// lockAll keeps all other writers of new numbers out until the end of t.
func (t *Tx) lockAll() error {
	if t.dialect.lockAll == "" {
		return nil
	}
	return t.exec(t.dialect.lockAll)
}

// stamp writes a time as the database has it: text that sorts.
func stamp(t time.Time) string { return t.UTC().Format("2006-01-02T15:04:05.000000Z") }

func readStamp(s string) (time.Time, error) {
	t, err := time.Parse("2006-01-02T15:04:05.000000Z", s)
	if err != nil {
		return t, fmt.Errorf("time %q in the database: %w", s, err)
	}
	return t, nil
}

// scanTime reads a time out of a column.
type scanTime struct{ to *time.Time }

// Scan implements sql.Scanner.
func (s scanTime) Scan(v any) error {
	text, ok := v.(string)
	if !ok {
		return fmt.Errorf("time in the database is a %T", v)
	}
	t, err := readStamp(text)
	*s.to = t
	return err
}

// scanBit reads a truth out of a column of numbers.
type scanBit struct{ to *bool }

// Scan implements sql.Scanner.
func (s scanBit) Scan(v any) error {
	n, ok := v.(int64)
	if !ok {
		return fmt.Errorf("truth in the database is a %T", v)
	}
	*s.to = n != 0
	return nil
}

// scanNames reads names out of a column as joined writes them.
type scanNames struct{ to *[]string }

// Scan implements sql.Scanner.
func (s scanNames) Scan(v any) error {
	text, ok := v.(string)
	if !ok {
		return fmt.Errorf("names in the database are a %T", v)
	}
	*s.to = split(text)
	return nil
}

// The errors of this package that callers tell apart.
var (
	// ErrNone: there is no such row.
	ErrNone = errors.New("there is none such")
	// ErrUnwritable: the database cannot be written, as it is full or read-only.
	ErrUnwritable = errors.New("the database cannot be written")
	// ErrAway: the server of the database does not answer.
	ErrAway = errors.New("the database does not answer")
	// ErrNewer: a newer program wrote the database.
	ErrNewer = errors.New("was written by a newer version of Concord; use that one")
)
