package fetch

import (
	"compress/gzip"
	"context"
	"fmt"
	"net/http"
	"net/http/httptest"
	"runtime"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// mostAllocated is the most that reading one answer may allocate in all: the
// buffer that is read into is grown step by step to MaxBody.
const mostAllocated = 6 * MaxBody

// hostile answers as no server should.
func hostile(t *testing.T) *httptest.Server {
	mux := http.NewServeMux()
	zeros := func(w interface{ Write([]byte) (int, error) }) {
		block := make([]byte, 1<<20)
		for range 2048 {
			if _, err := w.Write(block); err != nil {
				return
			}
		}
	}
	mux.HandleFunc("/huge", func(w http.ResponseWriter, _ *http.Request) { zeros(w) })
	mux.HandleFunc("/bomb", func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Encoding", "gzip")
		zip := gzip.NewWriter(w)
		zeros(zip)
		_ = zip.Close() // the client has hung up long before
	})
	mux.HandleFunc("/short", func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Length", "1000")
		fmt.Fprint(w, "half")
	})
	mux.HandleFunc("/cut", func(w http.ResponseWriter, _ *http.Request) {
		conn, _, err := http.NewResponseController(w).Hijack()
		if assert.NoError(t, err) {
			conn.Close()
		}
	})
	mux.HandleFunc("/headers", func(w http.ResponseWriter, _ *http.Request) {
		for i := range 400 {
			w.Header().Set(fmt.Sprintf("X-%d", i), strings.Repeat("x", 1<<10))
		}
	})
	mux.HandleFunc("/hangs", func(_ http.ResponseWriter, r *http.Request) { <-r.Context().Done() })
	mux.HandleFunc("/empty", func(http.ResponseWriter, *http.Request) {})
	srv := httptest.NewServer(mux)
	t.Cleanup(srv.Close)
	return srv
}

// TestHostileAnswers: answers without an end, packed ones and broken ones take
// neither the memory nor the time of the program.
func TestHostileAnswers(t *testing.T) {
	srv := hostile(t)
	c := New(Options{AllowPrivate: true, Timeout: time.Minute}) // the race detector unpacks slowly
	for path, want := range map[string]string{
		"/huge": "is larger than 64 MiB", "/bomb": "is larger than 64 MiB", "/short": "unexpected EOF", "/cut": "EOF", "/headers": "server response headers exceeded",
	} {
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		_, err := c.Fetch(context.Background(), srv.URL+path)
		runtime.ReadMemStats(&after)
		require.ErrorContains(t, err, want, path)
		assert.Less(t, after.TotalAlloc-before.TotalAlloc, uint64(mostAllocated), path)
	}
	got, err := c.Fetch(context.Background(), srv.URL+"/empty")
	require.NoError(t, err)
	assert.Empty(t, got.Body)
	start := time.Now()
	_, err = New(Options{AllowPrivate: true, Timeout: 200 * time.Millisecond}).Fetch(context.Background(), srv.URL+"/hangs")
	assert.ErrorContains(t, err, "takes longer than 200ms")
	assert.Less(t, time.Since(start), 5*time.Second)
}

// TestRobotsThatFail: a robots.txt that a server cannot give forbids, one that is
// not there, or no robots.txt at all, allows, and one without an end is cut.
func TestRobotsThatFail(t *testing.T) {
	for name, c := range map[string]struct {
		robots http.HandlerFunc
		want   string
	}{
		"fails":   {func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(http.StatusServiceUnavailable) }, "its robots.txt cannot be had: the server answers 503"},
		"missing": {http.NotFound, ""},
		"endless": {func(w http.ResponseWriter, _ *http.Request) {
			for range 4096 {
				if _, err := w.Write(make([]byte, 1<<10)); err != nil {
					return
				}
			}
		}, ""},
		"loops":   {func(w http.ResponseWriter, r *http.Request) { http.Redirect(w, r, "/robots.txt", http.StatusFound) }, "leads on more than 5 times"},
		"forbids": {func(w http.ResponseWriter, _ *http.Request) { fmt.Fprint(w, "User-agent: concord\nDisallow: /\n") }, "its robots.txt asks not to"},
	} {
		mux := http.NewServeMux()
		mux.HandleFunc("/robots.txt", c.robots)
		asked := 0
		mux.HandleFunc("/page", func(w http.ResponseWriter, _ *http.Request) {
			asked++
			fmt.Fprint(w, "text")
		})
		srv := httptest.NewServer(mux)
		_, err := New(Options{AllowPrivate: true, Timeout: 5 * time.Second}).Fetch(context.Background(), srv.URL+"/page")
		if c.want == "" {
			assert.NoError(t, err, name)
		} else {
			assert.ErrorContains(t, err, c.want, name)
			assert.Zero(t, asked, name)
		}
		srv.Close()
	}
}
