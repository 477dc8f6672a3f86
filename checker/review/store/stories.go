package store

import (
	"database/sql"
	"time"
)

// Story is a story under review.
type Story struct {
	ID      int64
	Name    string
	Created time.Time
	// Run is the number of the run that is reviewed, 0 before the first.
	Run int64
	// Seq is the number of the last event and Head its hash.
	Seq  int64
	Head string
	// Signed is the number of the event that signed the story off, 0 while it
	// is open.
	Signed int64
}

// Source is what a story's runs read: text that was pasted, a file or page that
// was added, or a path of the machine that the command line gave.
type Source struct {
	Story, Number int64
	// Kind is "path", "text", "file" or "address".
	Kind string
	// Name is the path, file name or address.
	Name string
	// Outlet, Title, URL and Published are what people said of it, in the form
	// of a manifest; "" where nothing was said.
	Outlet, Title, URL, Published string
	// Charset is what the server of an address declared.
	Charset string
	SHA256  string
	// Content is what was added, nil for a path. Sources leaves it out.
	Content []byte
	Removed bool
}

// Run is one check of a story.
type Run struct {
	Story, Number int64
	Created       time.Time
	// Person is who started it.
	Person string
	// Report is the JSON report, SHA256 its hash; Snapshot is what else it takes
	// to show the run again, as JSON: see package review.
	Report, Snapshot []byte
	SHA256           string
}

const storyColumns = "id, name, created, run, seq, head, signed"

func (s *Story) fields() []any {
	return []any{&s.ID, &s.Name, scanTime{&s.Created}, &s.Run, &s.Seq, &s.Head, &s.Signed}
}

// AddStory adds a story and sets its ID.
func (t *Tx) AddStory(s *Story) error {
	if err := t.lockAll(); err != nil {
		return err
	}
	id, err := t.next("stories", "id", "1 = 1")
	if err != nil {
		return err
	}
	s.ID = id
	return t.exec("INSERT INTO stories ("+storyColumns+") VALUES (?, ?, ?, ?, ?, ?, ?)",
		s.ID, s.Name, stamp(s.Created), s.Run, s.Seq, s.Head, s.Signed)
}

// Story returns a story, or ErrNone.
func (t *Tx) Story(id int64) (Story, error) {
	var s Story
	err := t.row("SELECT "+storyColumns+" FROM stories WHERE id = ?", []any{id}, s.fields()...)
	return s, err
}

// Lock is Story for who is about to change it: until the end of the transaction
// no other one changes it.
func (t *Tx) Lock(id int64) (Story, error) {
	var s Story
	err := t.row("SELECT "+storyColumns+" FROM stories WHERE id = ?"+t.dialect.lockRow, []any{id}, s.fields()...)
	return s, err
}

// Stories lists all stories, the newest first.
func (t *Tx) Stories() ([]Story, error) {
	var out []Story
	err := t.rows("SELECT "+storyColumns+" FROM stories ORDER BY id DESC", nil, func(r *sql.Rows) error {
		var s Story
		err := r.Scan(s.fields()...)
		out = append(out, s)
		return err
	})
	return out, err
}

// SetRun makes a run the one that is reviewed.
func (t *Tx) SetRun(story, run int64) error {
	return t.exec("UPDATE stories SET run = ? WHERE id = ?", run, story)
}

// SetSigned sets the event that signed a story off; 0 opens it again.
func (t *Tx) SetSigned(story, seq int64) error {
	return t.exec("UPDATE stories SET signed = ? WHERE id = ?", seq, story)
}

const sourceColumns = "story, number, kind, name, outlet, title, url, published, charset, sha256, removed"

func (s *Source) fields() []any {
	return []any{&s.Story, &s.Number, &s.Kind, &s.Name, &s.Outlet, &s.Title, &s.URL, &s.Published, &s.Charset, &s.SHA256, scanBit{&s.Removed}}
}

// AddSource adds a source and sets its number. The story is locked.
func (t *Tx) AddSource(s *Source) error {
	n, err := t.next("sources", "number", "story = ?", s.Story)
	if err != nil {
		return err
	}
	s.Number = n
	content := s.Content
	if content == nil {
		content = []byte{}
	}
	return t.exec("INSERT INTO sources ("+sourceColumns+", content) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0, ?)",
		s.Story, s.Number, s.Kind, s.Name, s.Outlet, s.Title, s.URL, s.Published, s.Charset, s.SHA256, content)
}

// Sources lists the sources of a story, also those removed, without contents.
func (t *Tx) Sources(story int64) ([]Source, error) {
	var out []Source
	err := t.rows("SELECT "+sourceColumns+" FROM sources WHERE story = ? ORDER BY number", []any{story}, func(r *sql.Rows) error {
		var s Source
		err := r.Scan(s.fields()...)
		out = append(out, s)
		return err
	})
	return out, err
}

// Content returns what was added as a source.
func (t *Tx) Content(story, number int64) ([]byte, error) {
	var b []byte
	err := t.row("SELECT content FROM sources WHERE story = ? AND number = ?", []any{story, number}, &b)
	return b, err
}

// RemoveSource keeps later runs from reading a source; it stays in the database.
func (t *Tx) RemoveSource(story, number int64) error {
	return t.exec("UPDATE sources SET removed = 1 WHERE story = ? AND number = ?", story, number)
}

// PutText keeps a text under its hash; one that is there already stays.
func (t *Tx) PutText(sha256 string, text []byte) error {
	return t.exec("INSERT INTO texts (sha256, content) VALUES (?, ?) ON CONFLICT (sha256) DO NOTHING", sha256, text)
}

// Text returns the text with a hash, or ErrNone.
func (t *Tx) Text(sha256 string) ([]byte, error) {
	var b []byte
	err := t.row("SELECT content FROM texts WHERE sha256 = ?", []any{sha256}, &b)
	return b, err
}

// AddRun adds a run and sets its number. The story is locked.
func (t *Tx) AddRun(r *Run) error {
	n, err := t.next("runs", "number", "story = ?", r.Story)
	if err != nil {
		return err
	}
	r.Number = n
	return t.exec("INSERT INTO runs (story, number, created, person, sha256, report, snapshot) VALUES (?, ?, ?, ?, ?, ?, ?)",
		r.Story, r.Number, stamp(r.Created), r.Person, r.SHA256, r.Report, r.Snapshot)
}

// Run returns a run of a story, or ErrNone.
func (t *Tx) Run(story, number int64) (Run, error) {
	r := Run{Story: story, Number: number}
	err := t.row("SELECT created, person, sha256, report, snapshot FROM runs WHERE story = ? AND number = ?", []any{story, number},
		scanTime{&r.Created}, &r.Person, &r.SHA256, &r.Report, &r.Snapshot)
	return r, err
}

// Runs lists the runs of a story, the newest first, without their reports.
func (t *Tx) Runs(story int64) ([]Run, error) {
	var out []Run
	err := t.rows("SELECT number, created, person, sha256 FROM runs WHERE story = ? ORDER BY number DESC", []any{story}, func(rows *sql.Rows) error {
		r := Run{Story: story}
		err := rows.Scan(&r.Number, scanTime{&r.Created}, &r.Person, &r.SHA256)
		out = append(out, r)
		return err
	})
	return out, err
}
