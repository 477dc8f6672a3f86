package web

import (
	"cmp"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"mime"
	"net/http"
	"net/url"
	"strconv"
	"strings"

	"github.com/concord-news/concord/checker/review"
	"github.com/concord-news/concord/checker/review/store"
)

// form is a form that a page without scripts sent.
type form struct{ url.Values }

// number is a field that is a number, 0 where it is none.
func (f form) number(name string) int64 { return number(f.Get(name)) }

func number(s string) int64 {
	n, err := strconv.ParseInt(s, 10, 64)
	if err != nil {
		return 0
	}
	return n
}

// body is what a request holds, as JSON or as a form.
type body interface{ fromForm(f form) error }

// decode reads the body of a request. JSON with fields that are not known is
// refused.
func decode(r *request, into body) error {
	kind, _, _ := mime.ParseMediaType(r.Header.Get("Content-Type"))
	switch kind {
	case "application/json":
		d := json.NewDecoder(r.Body)
		d.DisallowUnknownFields()
		if err := d.Decode(into); err != nil {
			return badBody(err)
		}
		if _, err := d.Token(); !errors.Is(err, io.EOF) {
			return badBody(errors.New("something stands behind the object"))
		}
		return nil
	case "application/x-www-form-urlencoded":
		if err := r.ParseForm(); err != nil {
			return badBody(err)
		}
		return into.fromForm(form{r.PostForm})
	case "multipart/form-data":
		if err := r.ParseMultipartForm(mostBody); err != nil {
			return badBody(err)
		}
		return into.fromForm(form{url.Values(r.MultipartForm.Value)})
	}
	return &refusedError{http.StatusUnsupportedMediaType, "the body is application/json or a form"}
}

func badBody(err error) error {
	var large *http.MaxBytesError
	if errors.As(err, &large) {
		return &refusedError{http.StatusRequestEntityTooLarge, fmt.Sprintf("the body is larger than %d KiB", large.Limit>>10)}
	}
	return &review.InvalidError{Field: "body", Message: "cannot be read: " + err.Error()}
}

// wantsPage reports whether a browser asks for a page, and no script.
func wantsPage(r *request) bool { return strings.Contains(r.Header.Get("Accept"), "text/html") }

func writeJSON(w http.ResponseWriter, status int, v any) error {
	b, err := json.Marshal(v)
	if err != nil {
		return err
	}
	w.Header().Set("Content-Type", "application/json; charset=utf-8")
	w.WriteHeader(status)
	_, _ = w.Write(append(b, '\n')) // a client that went away need not be told
	return nil
}

func redirect(w http.ResponseWriter, r *request, to string) error {
	http.Redirect(w, r.Request, to, http.StatusSeeOther)
	return nil
}

// wireError is an error as JSON has it.
type wireError struct {
	Error string `json:"error"`
	// Field is what was typed wrong, "" for other errors.
	Field string `json:"field,omitempty"`
	// Conflict says who was faster.
	Conflict *wireConflict `json:"conflict,omitempty"`
	// Blocking lists the findings that keep a story from being signed off.
	Blocking []wireCase `json:"blocking,omitempty"`
}

type wireConflict struct {
	By      string `json:"by"`
	Kind    string `json:"kind"`
	At      string `json:"at"`
	Version int64  `json:"version"`
	State   string `json:"state"`
}

// statusOf says an error in HTTP and in words. Errors of this server are not
// told in detail.
func statusOf(err error) (int, wireError) {
	var refused *refusedError
	var invalid *review.InvalidError
	var conflict *review.ConflictError
	var blocked *review.BlockedError
	var limit *review.LimitError
	out := wireError{Error: err.Error()}
	switch {
	case errors.As(err, &refused):
		return refused.status, out
	case errors.As(err, &invalid):
		out.Error, out.Field = invalid.Message, invalid.Field
		return http.StatusUnprocessableEntity, out
	case errors.As(err, &conflict):
		out.Conflict = &wireConflict{conflict.Last.Person, conflict.Last.Kind, conflict.Last.At.UTC().Format("15:04:05 UTC"), conflict.Case.Version, conflict.Case.State}
		return http.StatusConflict, out
	case errors.As(err, &blocked):
		for _, c := range blocked.Cases {
			out.Blocking = append(out.Blocking, newWireCase(c))
		}
		return http.StatusConflict, out
	case errors.As(err, &limit):
		return http.StatusTooManyRequests, out
	case errors.Is(err, review.ErrSignIn):
		return http.StatusUnauthorized, out
	case errors.Is(err, review.ErrRole):
		return http.StatusForbidden, out
	case errors.Is(err, review.ErrSigned), errors.Is(err, review.ErrRunning):
		return http.StatusConflict, out
	case review.IsNone(err):
		return http.StatusNotFound, out
	case errors.Is(err, store.ErrUnwritable):
		out.Error = "nothing was written: " + firstCause(err)
		return http.StatusInsufficientStorage, out
	case errors.Is(err, store.ErrAway):
		out.Error = firstCause(err)
		return http.StatusServiceUnavailable, out
	}
	return http.StatusInternalServerError, wireError{Error: "the server failed; what you typed was not written down"}
}

// firstCause leaves the driver's own words in brackets away.
func firstCause(err error) string {
	s, _, _ := strings.Cut(err.Error(), " (")
	return s
}

// fail answers a request that could not be done: a browser gets a page with what
// was typed in it, a program JSON.
func (s *Server) fail(w http.ResponseWriter, r *request, err error) {
	status, wire := statusOf(err)
	switch {
	case status == http.StatusInternalServerError && s.Log != nil:
		s.Log.Printf("%s %s: %v", r.Method, r.URL.Path, err)
	case status == http.StatusForbidden || status == http.StatusUnauthorized && r.Method != http.MethodGet ||
		status == http.StatusRequestEntityTooLarge || status == http.StatusTooManyRequests:
		s.refuse(r.Request, cmp.Or(r.claimed, r.person.Name), wire.Error)
	}
	if !wantsPage(r) {
		if err := writeJSON(w, status, wire); err != nil && s.Log != nil {
			s.Log.Printf("%s: %v", r.URL.Path, err)
		}
		return
	}
	if status == http.StatusUnauthorized && r.Method == http.MethodGet {
		http.Redirect(w, r.Request, "/sign-in?next="+url.QueryEscape(r.URL.RequestURI()), http.StatusSeeOther)
		return
	}
	s.failPage(w, r, status, wire)
}
