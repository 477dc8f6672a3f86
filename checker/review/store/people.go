package store

import (
	"database/sql"
	"time"
)

// Person is somebody who reviews.
type Person struct {
	ID   int64
	Name string
	// Role is "checker" or "editor".
	Role string
	// Password is a hash of one, "" where none is asked for.
	Password string
	Created  time.Time
	Disabled bool
}

// Session is a browser or program that somebody is signed in with.
type Session struct {
	// Token is the hash of what the browser holds.
	Token            string
	Person           int64
	CSRF             string
	Created, Expires time.Time
}

// Refusal is a request that was refused.
type Refusal struct {
	At                                   time.Time
	Remote, Person, Method, Path, Reason string
}

const personColumns = "id, name, role, password, created, disabled"

func (p *Person) fields() []any {
	return []any{&p.ID, &p.Name, &p.Role, &p.Password, scanTime{&p.Created}, scanBit{&p.Disabled}}
}

func (t *Tx) person(where string, arg any) (Person, error) {
	var p Person
	err := t.row("SELECT "+personColumns+" FROM people WHERE "+where, []any{arg}, p.fields()...)
	return p, err
}

// Person returns a person, or ErrNone.
func (t *Tx) Person(id int64) (Person, error) { return t.person("id = ?", id) }

// PersonNamed returns the person of a name, or ErrNone.
func (t *Tx) PersonNamed(name string) (Person, error) { return t.person("name = ?", name) }

// AddPerson adds a person and sets the ID.
func (t *Tx) AddPerson(p *Person) error {
	if err := t.lockAll(); err != nil {
		return err
	}
	id, err := t.next("people", "id", "1 = 1")
	if err != nil {
		return err
	}
	p.ID = id
	return t.exec("INSERT INTO people ("+personColumns+") VALUES (?, ?, ?, ?, ?, 0)", p.ID, p.Name, p.Role, p.Password, stamp(p.Created))
}

// SetPerson writes role, password and whether a person may sign in, and ends
// the person's sessions.
func (t *Tx) SetPerson(p Person) error {
	if err := t.exec("UPDATE people SET role = ?, password = ?, disabled = ? WHERE id = ?", p.Role, p.Password, bit(p.Disabled), p.ID); err != nil {
		return err
	}
	return t.exec("DELETE FROM sessions WHERE person = ?", p.ID)
}

// People lists all people by name.
func (t *Tx) People() ([]Person, error) {
	var out []Person
	err := t.rows("SELECT "+personColumns+" FROM people ORDER BY name", nil, func(r *sql.Rows) error {
		var p Person
		err := r.Scan(p.fields()...)
		out = append(out, p)
		return err
	})
	return out, err
}

// AddSession adds a session and removes those that have run out.
func (t *Tx) AddSession(s Session) error {
	if err := t.exec("DELETE FROM sessions WHERE expires < ?", stamp(s.Created)); err != nil {
		return err
	}
	return t.exec("INSERT INTO sessions (token, person, csrf, created, expires) VALUES (?, ?, ?, ?, ?)",
		s.Token, s.Person, s.CSRF, stamp(s.Created), stamp(s.Expires))
}

// Session returns the session with a token, or ErrNone.
func (t *Tx) Session(token string) (Session, error) {
	s := Session{Token: token}
	err := t.row("SELECT person, csrf, created, expires FROM sessions WHERE token = ?", []any{token},
		&s.Person, &s.CSRF, scanTime{&s.Created}, scanTime{&s.Expires})
	return s, err
}

// EndSession removes a session.
func (t *Tx) EndSession(token string) error {
	return t.exec("DELETE FROM sessions WHERE token = ?", token)
}

// Refuse writes down a request that was refused.
func (t *Tx) Refuse(r Refusal) error {
	if err := t.lockAll(); err != nil {
		return err
	}
	id, err := t.next("refusals", "id", "1 = 1")
	if err != nil {
		return err
	}
	return t.exec("INSERT INTO refusals (id, at, remote, person, method, path, reason) VALUES (?, ?, ?, ?, ?, ?, ?)",
		id, stamp(r.At), r.Remote, r.Person, r.Method, r.Path, r.Reason)
}

// Refusals lists the last refusals, the newest first.
func (t *Tx) Refusals(limit int) ([]Refusal, error) {
	var out []Refusal
	err := t.rows("SELECT at, remote, person, method, path, reason FROM refusals ORDER BY id DESC LIMIT ?", []any{limit}, func(rows *sql.Rows) error {
		var r Refusal
		err := rows.Scan(scanTime{&r.At}, &r.Remote, &r.Person, &r.Method, &r.Path, &r.Reason)
		out = append(out, r)
		return err
	})
	return out, err
}
