package web

import (
	"context"
	"crypto/subtle"
	"fmt"
	"mime"
	"net"
	"net/http"
	"strings"
	"sync"
	"time"

	"github.com/concord-news/concord/checker/report"
	"github.com/concord-news/concord/checker/review"
	"github.com/concord-news/concord/checker/review/store"
)

// policy allows what lies on this server, and no script or style inside a page.
const policy = "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self'; form-action 'self'; " +
	"base-uri 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types concord"

func (s *Server) headers(h http.Header) {
	h.Set("Content-Security-Policy", policy)
	h.Set("X-Content-Type-Options", "nosniff")
	h.Set("X-Frame-Options", "DENY")
	// With no-referrer, browsers would send "null" as the origin of a form.
	h.Set("Referrer-Policy", "same-origin")
	h.Set("Cross-Origin-Opener-Policy", "same-origin")
	h.Set("Cross-Origin-Resource-Policy", "same-origin")
	h.Set("Permissions-Policy", "camera=(), microphone=(), geolocation=(), payment=(), usb=()")
	h.Set("Cache-Control", "no-store")
	if s.secure() {
		h.Set("Strict-Transport-Security", "max-age=31536000")
	}
}

func (s *Server) secure() bool { return s.Address.Scheme == "https" }

// stranger says why a request cannot come from a page of this server: it calls
// the server by a name that is not its own, as a name does that was rebound to
// this address, or it comes from a page of another site.
func (s *Server) stranger(r *http.Request) string {
	if !s.hosts[r.Host] {
		return "this server is not called that"
	}
	if safe(r.Method) {
		return ""
	}
	if origin := r.Header.Get("Origin"); origin != "" {
		scheme, host, ok := strings.Cut(origin, "://")
		if !ok || scheme != s.Address.Scheme || !s.hosts[host] || host != r.Host {
			return "the request comes from another site"
		}
	}
	if site := r.Header.Get("Sec-Fetch-Site"); site != "" && site != "same-origin" {
		return "the request comes from another site"
	}
	return ""
}

// safe methods change nothing.
func safe(method string) bool { return method == http.MethodGet || method == http.MethodHead }

// request is a request with who asks.
type request struct {
	*http.Request
	server *Server
	// person is who is signed in; signed reports whether somebody is.
	person  store.Person
	session store.Session
	signed  bool
	// claimed is the name of who tried to sign in.
	claimed string
	// bearer: the token came in a header, which no other site can make a browser
	// send.
	bearer bool
}

func (r *request) who() review.Who {
	return review.Who{Name: r.person.Name, Role: review.Role(r.person.Role)}
}

// token is the secret that a form has to send back.
func (r *request) token() string { return r.session.CSRF }

// The bounds of bodies.
const (
	mostBody   = 1 << 20
	mostUpload = review.MostArticle + mostBody
	mostImport = 256 << 20
)

func bodyBound(pattern string) int64 {
	switch {
	case strings.HasSuffix(pattern, "/articles"):
		return mostUpload
	case strings.HasSuffix(pattern, "/import"):
		return mostImport
	}
	return mostBody
}

// guard lets a request through to its handler: who is signed in, whether they
// may, and that a change comes from a page of this server.
func (s *Server) guard(rt route) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, hr *http.Request) {
		hr.Body = http.MaxBytesReader(w, hr.Body, bodyBound(rt.pattern))
		r := &request{Request: hr, server: s}
		err := s.identify(r)
		if err == nil {
			err = s.permit(rt, r)
		}
		if err == nil {
			err = rt.do(w, r)
		}
		if err != nil {
			s.fail(w, r, err)
		}
	})
}

// refusedError is a request that is not let through.
type refusedError struct {
	status int
	why    string
}

// Error says why.
func (e *refusedError) Error() string { return e.why }

func (s *Server) permit(rt route, r *request) error {
	if rt.who == anyone {
		return nil
	}
	if !r.signed {
		return &refusedError{http.StatusUnauthorized, "sign in first"}
	}
	if !safe(r.Method) && !r.bearer {
		if err := s.ownForm(r); err != nil {
			return err
		}
	}
	if rt.who == editors && r.who().Role != review.Editor {
		return &refusedError{http.StatusForbidden, "only an editor may do that"}
	}
	return nil
}

// ownForm refuses a change that does not carry the token of the session.
func (s *Server) ownForm(r *request) error {
	token := r.Header.Get("X-Concord-Token")
	if token == "" {
		kind, _, _ := mime.ParseMediaType(r.Header.Get("Content-Type"))
		var err error
		switch kind {
		case "application/x-www-form-urlencoded":
			err = r.ParseForm()
		case "multipart/form-data":
			err = r.ParseMultipartForm(mostBody)
		}
		if err != nil {
			return badBody(err)
		}
		token = r.PostFormValue("csrf")
	}
	if subtle.ConstantTimeCompare([]byte(token), []byte(r.token())) != 1 {
		return &refusedError{http.StatusForbidden, "the form's token is missing or old; load the page again"}
	}
	return nil
}

// remote is the address that asks.
func (s *Server) remote(r *http.Request) string {
	host, _, err := net.SplitHostPort(r.RemoteAddr)
	if err != nil {
		host = r.RemoteAddr
	}
	if list := r.Header.Values("X-Forwarded-For"); s.Proxied && len(list) > 0 {
		// The last one is what the proxy itself saw; those before it are told.
		parts := strings.Split(list[len(list)-1], ",")
		host = strings.TrimSpace(parts[len(parts)-1])
	}
	return host
}

// refusalLimit bounds how fast refusals are written down.
type refusalLimit struct {
	mu     sync.Mutex
	tokens float64
	last   time.Time
	missed int
}

// The rate of refusals that are written down: who sends thousands must not fill
// the disk with them. Those left out are counted in the next.
const (
	refusalBurst  = 50
	refusalSecond = 2
)

func (l *refusalLimit) take(now time.Time) (ok bool, missed int) {
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.last.IsZero() {
		l.tokens = refusalBurst
	} else {
		l.tokens = min(refusalBurst, l.tokens+now.Sub(l.last).Seconds()*refusalSecond)
	}
	l.last = now
	if l.tokens < 1 {
		l.missed++
		return false, 0
	}
	l.tokens--
	missed, l.missed = l.missed, 0
	return true, missed
}

// refuse writes down a request that was refused.
func (s *Server) refuse(r *http.Request, person, why string) {
	ok, missed := s.refusals.take(s.Now())
	if !ok {
		return
	}
	if missed > 0 {
		why += fmt.Sprintf(" (and %d more that are not listed)", missed)
	}
	cut := func(v string) string { p := report.Plain(v); return p[:min(len(p), 300)] }
	row := store.Refusal{At: s.Now(), Remote: cut(s.remote(r)), Person: cut(person), Method: cut(r.Method), Path: strings.ToValidUTF8(cut(r.URL.Path), ""), Reason: why}
	ctx, cancel := context.WithTimeout(context.WithoutCancel(r.Context()), 5*time.Second)
	defer cancel()
	if err := s.Service.Store().Update(ctx, func(tx *store.Tx) error { return tx.Refuse(row) }); err != nil && s.Log != nil {
		s.Log.Printf("a refusal could not be written down: %v", err)
	}
}
