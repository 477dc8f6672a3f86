package store

import (
	"context"
	"database/sql"
	"database/sql/driver"
	"errors"
	"fmt"
	"io"
	"net"
	"net/url"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"time"

	"github.com/jackc/pgx/v5/pgconn"
	_ "github.com/jackc/pgx/v5/stdlib" // the driver "pgx"
	"modernc.org/sqlite"               // the driver "sqlite", SQLite without cgo
)

// dialect is what the two databases do not share.
type dialect struct {
	name string
	// blob is the type of bytes.
	blob string
	// numbered: arguments are $1, $2 and not ?.
	numbered bool
	// lockAll locks out all others who make new numbers, "" where a transaction
	// that writes is alone anyway.
	lockAll string
	// lockRow ends a query of the row that a transaction is about to change.
	lockRow string
	viewing *sql.TxOptions
	// fixed makes a table append-only.
	fixed func(table string) []string
	code  func(error) trouble
}

// trouble is what an error of a database means for its user.
type trouble int

const (
	other trouble = iota
	busy          // another transaction was in the way
	full          // the disk is full
	readOnly
	broken // the disk fails
	gone   // the server of the database ended the connection, or does not answer
)

// bind writes a query with the marks of the dialect.
func (d dialect) bind(query string) string {
	if !d.numbered || !strings.Contains(query, "?") {
		return query
	}
	var b strings.Builder
	n := 0
	for _, r := range query {
		if r != '?' {
			b.WriteRune(r)
			continue
		}
		n++
		b.WriteString("$" + strconv.Itoa(n))
	}
	return b.String()
}

// explain says in words why a database cannot be written.
func (d dialect) explain(err error) error {
	if err == nil || errors.Is(err, ErrUnwritable) {
		return err
	}
	switch d.code(err) {
	case full:
		return fmt.Errorf("%w: its disk is full; make room and try again (%w)", ErrUnwritable, err)
	case readOnly:
		return fmt.Errorf("%w: it is read-only; make it writable and try again (%w)", ErrUnwritable, err)
	case broken:
		return fmt.Errorf("%w: its disk fails (%w)", ErrUnwritable, err)
	case busy:
		return fmt.Errorf("%w: others kept it busy; try again (%w)", ErrUnwritable, err)
	case gone:
		var unknown *commitError
		if errors.As(err, &unknown) {
			return fmt.Errorf("%w: its connection broke while it was writing; load the page again to see whether it did (%w)", ErrAway, err)
		}
		return fmt.Errorf("%w: nothing was written; try again (%w)", ErrAway, err)
	}
	return err
}

// Shown is a database's name without a password in it.
func Shown(name string) string {
	if !IsPostgres(name) {
		return name
	}
	u, err := url.Parse(name)
	if err != nil {
		return "the PostgreSQL database"
	}
	return u.Redacted()
}

func sqliteDialect() dialect {
	return dialect{
		name: "SQLite", blob: "BLOB", viewing: &sql.TxOptions{},
		fixed: func(table string) []string {
			var out []string
			for _, what := range []string{"UPDATE", "DELETE"} {
				out = append(out, fmt.Sprintf("CREATE TRIGGER %s_%s BEFORE %s ON %s BEGIN SELECT RAISE(ABORT, 'the log is append-only'); END",
					table, strings.ToLower(what), what, table))
			}
			return out
		},
		code: func(err error) trouble {
			var e *sqlite.Error
			if !errors.As(err, &e) {
				return other
			}
			switch e.Code() & 0xff { // the low byte of an extended result code
			case 5, 6: // SQLITE_BUSY, SQLITE_LOCKED
				return busy
			case 13: // SQLITE_FULL
				return full
			case 8, 14: // SQLITE_READONLY, SQLITE_CANTOPEN
				return readOnly
			case 10: // SQLITE_IOERR
				return broken
			}
			return other
		},
	}
}

// connectSQLite opens a file. Each commit is synced to disk before it returns
// (synchronous FULL): in WAL mode NORMAL would lose the last ones in a power cut.
func connectSQLite(path string) (*Store, error) {
	if info, err := os.Stat(path); err == nil && info.IsDir() {
		return nil, fmt.Errorf("%s: is a folder; a database is one file", path)
	}
	abs, err := filepath.Abs(path)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	if _, err := os.Stat(filepath.Dir(abs)); err != nil {
		return nil, fmt.Errorf("%s: its folder is not there: %w", path, err)
	}
	if err := private(abs); err != nil {
		return nil, err
	}
	open := func(extra string) (*sql.DB, error) {
		u := url.URL{Scheme: "file", Path: filepath.ToSlash(abs)}
		return sql.Open("sqlite", u.String()+"?_pragma=busy_timeout(10000)&_pragma=foreign_keys(1)"+extra)
	}
	s := &Store{dialect: sqliteDialect()}
	if s.write, err = open("&_pragma=journal_mode(WAL)&_pragma=synchronous(FULL)&_txlock=immediate"); err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	s.write.SetMaxOpenConns(1)
	if s.read, err = open("&_pragma=query_only(1)"); err != nil {
		return nil, errors.Join(err, s.write.Close())
	}
	s.read.SetMaxOpenConns(mostReaders)
	s.read.SetMaxIdleConns(mostReaders)
	return s, nil
}

// private makes a new database file that its owner alone can read: it holds
// sessions and the words of a desk.
func private(path string) error {
	f, err := os.OpenFile(path, os.O_RDWR|os.O_CREATE, 0o600)
	if err != nil {
		return fmt.Errorf("%w: %w", ErrUnwritable, err)
	}
	return f.Close()
}

func postgresDialect() dialect {
	return dialect{
		name: "PostgreSQL", blob: "BYTEA", numbered: true, lockRow: " FOR UPDATE",
		// The number is this program's own, any that others do not use.
		lockAll: "SELECT pg_advisory_xact_lock(7263940117)",
		viewing: &sql.TxOptions{Isolation: sql.LevelRepeatableRead, ReadOnly: true},
		fixed: func(table string) []string {
			return []string{
				fmt.Sprintf("CREATE FUNCTION %s_fixed() RETURNS trigger LANGUAGE plpgsql AS $$BEGIN RAISE EXCEPTION 'the log is append-only'; END$$", table),
				fmt.Sprintf("CREATE TRIGGER %[1]s_fixed BEFORE UPDATE OR DELETE OR TRUNCATE ON %[1]s FOR EACH STATEMENT EXECUTE FUNCTION %[1]s_fixed()", table),
			}
		},
		code: func(err error) trouble {
			var e *pgconn.PgError
			var refused *pgconn.ConnectError
			var network *net.OpError
			if errors.As(err, &refused) || errors.As(err, &network) || errors.Is(err, driver.ErrBadConn) || errors.Is(err, io.ErrUnexpectedEOF) {
				return gone
			}
			if !errors.As(err, &e) {
				return other
			}
			switch e.Code {
			case "57P01", "57P02", "57P03", "08000", "08003", "08006": // the server ends or starts, the connection broke
				return gone
			case "40001", "40P01", "55P03": // serialization failure, deadlock, lock not available
				return busy
			case "53100": // disk full
				return full
			case "25006", "42501": // read-only transaction, insufficient privilege
				return readOnly
			case "58030": // I/O error
				return broken
			}
			return other
		},
	}
}

func connectPostgres(name string) (*Store, error) {
	db, err := sql.Open("pgx", name)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", Shown(name), err)
	}
	db.SetMaxOpenConns(mostPostgres)
	db.SetMaxIdleConns(mostPostgres)
	db.SetConnMaxIdleTime(time.Minute)
	ctx, cancel := context.WithTimeout(context.Background(), 10*time.Second)
	defer cancel()
	if err := db.PingContext(ctx); err != nil {
		db.Close()
		return nil, fmt.Errorf("%s: cannot be reached: %w", Shown(name), err)
	}
	return &Store{write: db, read: db, dialect: postgresDialect()}, nil
}
