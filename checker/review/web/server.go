// Package web serves the review page and its API. Pages are whole without
// JavaScript; scripts use the API alone, which openapi.yaml describes.
//
// All words of articles and of people are text, never markup. A page loads
// nothing from elsewhere and holds no script of its own.
package web

import (
	"cmp"
	"context"
	"crypto/tls"
	"errors"
	"fmt"
	"html/template"
	"io"
	"log"
	"net"
	"net/http"
	"net/url"
	"slices"
	"time"

	"github.com/concord-news/concord/checker/review"
	"github.com/concord-news/concord/checker/review/store"
)

// Options says how a server works.
type Options struct {
	Service *review.Service
	// Address is what people's browsers call the server: its scheme, host and
	// port. Requests that call it something else are refused.
	Address *url.URL
	// Others are further hosts, with ports, that it may be called.
	Others []string
	// Accounts asks for names and passwords. Without it the server is for the
	// user of this machine, who shows Key once.
	Accounts bool
	Key      string
	// Name is proposed to who signs in without an account.
	Name string
	// Proxied: another server stands before this one, and says in
	// X-Forwarded-For who asks.
	Proxied bool
	// Version is the program's.
	Version string
	// Log is for errors of the server; nil is nowhere.
	Log *log.Logger
	// Now is the clock; nil is the machine's.
	Now func() time.Time
	// ReadTimeout is how long a request may take to come in whole; 0 is a minute.
	ReadTimeout time.Duration
}

// Server serves reviews. It is safe for concurrent use.
type Server struct {
	Options
	hosts    map[string]bool
	accounts *review.Accounts
	pages    *template.Template
	assets   map[string]asset
	mux      *http.ServeMux
	refusals refusalLimit
	// done ends streams when the server shuts down.
	done chan struct{}
}

// access is who may use a route.
type access int

const (
	// anyone: no session is needed.
	anyone access = iota
	// signedIn: somebody with a session.
	signedIn
	// editors alone.
	editors
)

// handler answers a request, or returns why it does not.
type handler func(w http.ResponseWriter, r *request) error

// route is one thing that can be asked for.
type route struct {
	pattern string
	who     access
	do      handler
}

// New returns a server. Its pages are read once.
func New(o Options) (*Server, error) {
	if o.Now == nil {
		o.Now = time.Now
	}
	s := &Server{Options: o, hosts: map[string]bool{o.Address.Host: true}, accounts: review.NewAccounts(o.Service.Store(), o.Now), done: make(chan struct{})}
	for _, h := range o.Others {
		s.hosts[h] = true
	}
	var err error
	if s.pages, err = loadPages(); err != nil {
		return nil, err
	}
	if s.assets, err = loadAssets(); err != nil {
		return nil, err
	}
	s.mux = http.NewServeMux()
	for _, r := range slices.Concat(s.pageRoutes(), s.apiRoutes()) {
		s.mux.Handle(r.pattern, s.guard(r))
	}
	s.mux.Handle("/", s.guard(route{do: func(http.ResponseWriter, *request) error { return store.ErrNone }}))
	return s, nil
}

// The bounds of connections: who is slow is not waited for.
const (
	headerTimeout = 5 * time.Second
	readTimeout   = 60 * time.Second // where Options.ReadTimeout does not say otherwise
	writeTimeout  = 60 * time.Second
	idleTimeout   = 2 * time.Minute
	mostHeader    = 32 << 10
)

// Serve answers requests on l, with TLS where there is a configuration for it,
// until ctx ends; requests that are being answered then have some seconds left.
func (s *Server) Serve(ctx context.Context, l net.Listener, secure *tls.Config) error {
	srv := &http.Server{
		Handler: s, ReadHeaderTimeout: headerTimeout, ReadTimeout: cmp.Or(s.ReadTimeout, readTimeout), WriteTimeout: writeTimeout, IdleTimeout: idleTimeout,
		MaxHeaderBytes: mostHeader, TLSConfig: secure, ErrorLog: s.Log,
	}
	if s.Log == nil {
		srv.ErrorLog = log.New(io.Discard, "", 0)
	}
	stopped := make(chan error, 1)
	stop := context.AfterFunc(ctx, func() {
		close(s.done)
		limit, cancel := context.WithTimeout(context.Background(), 5*time.Second)
		defer cancel()
		stopped <- srv.Shutdown(limit)
	})
	defer stop()
	var err error
	if secure != nil {
		err = srv.ServeTLS(l, "", "")
	} else {
		err = srv.Serve(l)
	}
	if !errors.Is(err, http.ErrServerClosed) {
		return fmt.Errorf("serving %s: %w", s.Address, err)
	}
	return <-stopped
}

// ServeHTTP answers one request.
func (s *Server) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	s.headers(w.Header())
	if why := s.stranger(r); why != "" {
		s.refuse(r, "", why)
		http.Error(w, why, http.StatusForbidden)
		return
	}
	s.mux.ServeHTTP(w, r)
}
