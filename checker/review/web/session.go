package web

import (
	"crypto/subtle"
	"errors"
	"net/http"
	"strings"
	"time"

	"github.com/concord-news/concord/checker/review"
	"github.com/concord-news/concord/checker/review/store"
)

// The names of cookies. A page of this server alone gets them, and no script.
const (
	sessionCookie = "concord"
	keyCookie     = "concord-key"
)

// sessionLife is a long shift.
const sessionLife = 12 * time.Hour

// identify finds out who asks. A session that is not known, has run out or is of
// somebody who may no longer sign in is none.
func (s *Server) identify(r *request) error {
	token := ""
	if h, ok := strings.CutPrefix(r.Header.Get("Authorization"), "Bearer "); ok {
		token, r.bearer = h, true
	} else if c, err := r.Cookie(s.cookieName(sessionCookie)); err == nil {
		token = c.Value
	}
	if token == "" {
		return nil
	}
	err := s.Service.Store().View(r.Context(), func(tx *store.Tx) (err error) {
		if r.session, err = tx.Session(review.HashToken(token)); err != nil {
			return err
		}
		r.person, err = tx.Person(r.session.Person)
		return err
	})
	if errors.Is(err, store.ErrNone) {
		return nil
	}
	r.signed = err == nil && s.Now().Before(r.session.Expires) && !r.person.Disabled
	return err
}

// cookieName has the prefix by which browsers keep a cookie to this host alone.
func (s *Server) cookieName(name string) string {
	if s.secure() {
		return "__Host-" + name
	}
	return name
}

func (s *Server) setCookie(w http.ResponseWriter, name, value string, life time.Duration) {
	c := &http.Cookie{
		Name: s.cookieName(name), Value: value, Path: "/", HttpOnly: true, SameSite: http.SameSiteStrictMode, Secure: s.secure(),
		MaxAge: int(life.Seconds()),
	}
	if value == "" {
		c.MaxAge = -1
	}
	http.SetCookie(w, c)
}

// hasKey reports whether a browser has shown the key that the program printed.
func (s *Server) hasKey(r *http.Request) bool {
	c, err := r.Cookie(s.cookieName(keyCookie))
	return err == nil && sameKey(c.Value, s.Key)
}

func sameKey(a, b string) bool {
	return b != "" && subtle.ConstantTimeCompare([]byte(a), []byte(b)) == 1
}

// signInRequest is who wants to sign in.
type signInRequest struct {
	Name     string `json:"name"`
	Password string `json:"password"`
	Role     string `json:"role"`
	// Key is what the program printed, for programs; browsers have it as a cookie.
	Key  string `json:"key"`
	Next string `json:"next"`
}

func (q *signInRequest) fromForm(f form) error {
	q.Name, q.Password, q.Role, q.Next = f.Get("name"), f.Get("password"), f.Get("role"), f.Get("next")
	return nil
}

// signIn begins a session under a token made now, whatever token came with the
// request, so that nobody can be made to use one that another knows.
func (s *Server) signIn(w http.ResponseWriter, r *request) error {
	var q signInRequest
	if err := decode(r, &q); err != nil {
		return err
	}
	p, err := s.enter(r, q)
	if err != nil {
		r.claimed = q.Name
		return err
	}
	token, hashed := review.NewToken()
	csrf, _ := review.NewToken()
	now := s.Now()
	row := store.Session{Token: hashed, Person: p.ID, CSRF: csrf, Created: now, Expires: now.Add(sessionLife)}
	err = s.Service.Store().Update(r.Context(), func(tx *store.Tx) error {
		if r.signed {
			if err := tx.EndSession(r.session.Token); err != nil {
				return err
			}
		}
		return tx.AddSession(row)
	})
	if err != nil {
		return err
	}
	if wantsPage(r) {
		s.setCookie(w, sessionCookie, token, sessionLife)
		return redirect(w, r, local(q.Next))
	}
	return writeJSON(w, http.StatusCreated, map[string]any{"token": token, "name": p.Name, "role": p.Role, "expires": row.Expires})
}

func (s *Server) enter(r *request, q signInRequest) (store.Person, error) {
	if s.Accounts {
		return s.accounts.SignIn(r.Context(), q.Name, q.Password, s.remote(r.Request))
	}
	if !s.hasKey(r.Request) && !sameKey(q.Key, s.Key) {
		return store.Person{}, &refusedError{http.StatusForbidden, "open the address that concord serve printed: it has a key in it"}
	}
	return s.accounts.Enter(r.Context(), q.Name, review.Role(q.Role))
}

// local is where to go on: a path of this server alone.
func local(next string) string {
	if !strings.HasPrefix(next, "/") || strings.HasPrefix(next, "//") || strings.ContainsAny(next, "\\\r\n") {
		return "/"
	}
	return next
}

func (s *Server) signOut(w http.ResponseWriter, r *request) error {
	err := s.Service.Store().Update(r.Context(), func(tx *store.Tx) error { return tx.EndSession(r.session.Token) })
	if err != nil {
		return err
	}
	s.setCookie(w, sessionCookie, "", 0)
	if wantsPage(r) {
		return redirect(w, r, "/sign-in")
	}
	w.WriteHeader(http.StatusNoContent)
	return nil
}

func (s *Server) whoAmI(w http.ResponseWriter, r *request) error {
	return writeJSON(w, http.StatusOK, map[string]any{"name": r.person.Name, "role": r.person.Role, "expires": r.session.Expires, "token": r.token()})
}
