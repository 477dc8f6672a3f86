package store

import (
	"crypto/sha256"
	"database/sql"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"slices"
	"time"
)

// Event is one line of a story's log. Each holds the hash of the one before it,
// so that none can be changed or left out unseen.
type Event struct {
	Story int64     `json:"-"`
	Seq   int64     `json:"seq"`
	At    time.Time `json:"at"`
	// Person and Role are who did it, as they were then.
	Person string `json:"person"`
	Role   string `json:"role"`
	Kind   string `json:"kind"`
	// Case is the number of the case, 0 where it is about the story.
	Case int64 `json:"case"`
	// Batch joins events that were one action.
	Batch string `json:"batch"`
	// Detail says what was done; Before and After are the state of the case. All
	// are JSON, "" where there is none.
	Detail string `json:"detail"`
	Before string `json:"before"`
	After  string `json:"after"`
	Prev   string `json:"prev"`
	Hash   string `json:"hash"`
}

// sum returns the hash of all of e but its hash.
func (e Event) sum() (string, error) {
	e.Hash = ""
	e.At = e.At.UTC()
	b, err := json.Marshal(e)
	if err != nil {
		return "", fmt.Errorf("event %d: %w", e.Seq, err)
	}
	h := sha256.Sum256(b)
	return hex.EncodeToString(h[:]), nil
}

const eventColumns = "story, seq, at, person, role, kind, number, batch, detail, was, became, prev, hash"

func (e *Event) fields() []any {
	return []any{
		&e.Story, &e.Seq, scanTime{&e.At}, &e.Person, &e.Role, &e.Kind, &e.Case, &e.Batch, &e.Detail, &e.Before, &e.After, &e.Prev, &e.Hash,
	}
}

// Append writes an event behind the last one of a story, which is locked and
// brought up to date, and sets its number and hashes.
func (t *Tx) Append(s *Story, e *Event) error {
	e.Story, e.Seq, e.Prev = s.ID, s.Seq+1, s.Head
	e.At = e.At.UTC().Truncate(time.Microsecond) // as the database has it
	sum, err := e.sum()
	if err != nil {
		return err
	}
	e.Hash = sum
	if err := t.insertEvent(e); err != nil {
		return err
	}
	s.Seq, s.Head = e.Seq, e.Hash
	return t.exec("UPDATE stories SET seq = ?, head = ? WHERE id = ?", s.Seq, s.Head, s.ID)
}

func (t *Tx) insertEvent(e *Event) error {
	return t.exec("INSERT INTO events ("+eventColumns+") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
		e.Story, e.Seq, stamp(e.At), e.Person, e.Role, e.Kind, e.Case, e.Batch, e.Detail, e.Before, e.After, e.Prev, e.Hash)
}

// Import writes a log as it stands behind a story without one, after checking
// its chain.
func (t *Tx) Import(s *Story, log []Event) error {
	if s.Seq != 0 {
		return fmt.Errorf("story %d has a log already", s.ID)
	}
	head, err := Chain(log)
	if err != nil {
		return err
	}
	for i := range log {
		log[i].Story = s.ID
		if err := t.insertEvent(&log[i]); err != nil {
			return err
		}
	}
	s.Seq, s.Head = int64(len(log)), head
	return t.exec("UPDATE stories SET seq = ?, head = ? WHERE id = ?", s.Seq, s.Head, s.ID)
}

// Events lists the events of a story after a number, at most limit; 0 is all.
func (t *Tx) Events(story, after int64, limit int) ([]Event, error) {
	query, args := "SELECT "+eventColumns+" FROM events WHERE story = ? AND seq > ? ORDER BY seq", []any{story, after}
	if limit > 0 {
		query += " LIMIT ?"
		args = append(args, limit)
	}
	return t.events(query, args)
}

// LastEvents lists the last events of a story before a number, the newest
// first; before 0 means from the end.
func (t *Tx) LastEvents(story, before int64, limit int) ([]Event, error) {
	if before <= 0 {
		before = 1 << 62
	}
	return t.events("SELECT "+eventColumns+" FROM events WHERE story = ? AND seq < ? ORDER BY seq DESC LIMIT ?", []any{story, before, limit})
}

// CaseEvents lists the events of cases, the oldest first.
func (t *Tx) CaseEvents(story int64, cases ...int64) (map[int64][]Event, error) {
	out := map[int64][]Event{}
	for chunk := range slices.Chunk(cases, 200) { // SQLite takes 32,766 arguments at most
		query, args := "SELECT "+eventColumns+" FROM events WHERE story = ? AND number IN (", []any{story}
		for i, n := range chunk {
			if i > 0 {
				query += ", "
			}
			query += "?"
			args = append(args, n)
		}
		list, err := t.events(query+") ORDER BY seq", args)
		if err != nil {
			return nil, err
		}
		for _, e := range list {
			out[e.Case] = append(out[e.Case], e)
		}
	}
	return out, nil
}

// Batch lists the events of one action.
func (t *Tx) Batch(story int64, batch string) ([]Event, error) {
	return t.events("SELECT "+eventColumns+" FROM events WHERE story = ? AND batch = ? ORDER BY seq", []any{story, batch})
}

func (t *Tx) events(query string, args []any) ([]Event, error) {
	var out []Event
	err := t.rows(query, args, func(r *sql.Rows) error {
		var e Event
		err := r.Scan(e.fields()...)
		out = append(out, e)
		return err
	})
	return out, err
}

// Chain checks that a log is whole: numbered from 1, each event with its own
// hash and that of the one before. It returns the last hash.
func Chain(log []Event) (string, error) {
	head := ""
	for i, e := range log {
		if e.Seq != int64(i)+1 {
			return "", fmt.Errorf("the log is broken: event %d stands where %d should", e.Seq, i+1)
		}
		sum, err := e.sum()
		if err != nil {
			return "", err
		}
		if e.Prev != head || e.Hash != sum {
			return "", fmt.Errorf("the log is broken: event %d is not as it was written", e.Seq)
		}
		head = e.Hash
	}
	return head, nil
}

// Verify checks the log of a story against its story.
func (t *Tx) Verify(story int64) error {
	s, err := t.Story(story)
	if err != nil {
		return err
	}
	log, err := t.Events(story, 0, 0)
	if err != nil {
		return err
	}
	head, err := Chain(log)
	if err != nil {
		return fmt.Errorf("story %q: %w", s.Name, err)
	}
	if head != s.Head || int64(len(log)) != s.Seq {
		return fmt.Errorf("story %q: its log ends at event %d, and it should at %d", s.Name, len(log), s.Seq)
	}
	return nil
}
