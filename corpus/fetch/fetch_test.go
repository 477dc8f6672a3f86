package fetch

import (
	"context"
	"fmt"
	"net/http"
	"net/http/httptest"
	"net/netip"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/concord-news/concord/corpus"
)

func TestPublic(t *testing.T) {
	for a, want := range map[string]bool{
		"127.0.0.1": false, "10.1.2.3": false, "172.16.0.1": false, "192.168.1.1": false, "169.254.169.254": false, "0.0.0.0": false, "100.64.0.1": false,
		"::1": false, "fe80::1": false, "fd00::1": false, "64:ff9b::a00:1": false, "224.0.0.1": false, "255.255.255.255": false,
		"93.184.216.34": true, "2606:2800:220:1::1": true,
	} {
		assert.Equal(t, want, public(netip.MustParseAddr(a)), a)
	}
}

func TestRobots(t *testing.T) {
	r := parseRobots([]byte("# all\nUser-agent: *\nDisallow: /\n\nUser-agent: other\nUser-Agent: concord\nDisallow: /private\nAllow: /private/open\nDisallow: /*.pdf$\nDisallow: /a*b*c\nDisallow:\nnonsense"), Agent)
	for path, want := range map[string]bool{
		"/": true, "/private": false, "/private/x": false, "/private/open/x": true, "/x.pdf": false, "/x.pdf?y": true, "/a1b2c3": false, "/a1c": true,
	} {
		assert.Equal(t, want, r.allowed(path), path)
	}
	assert.False(t, parseRobots([]byte("User-agent: *\nDisallow: /x"), Agent).allowed("/x"))
	assert.True(t, parseRobots(nil, Agent).allowed("/x"))
}

const sentence = "The bridge over the harbour is shut for two weeks, the council said on Monday."

// serve answers as good and bad servers do.
func serve(t *testing.T) *httptest.Server {
	var srv *httptest.Server
	page := "<!DOCTYPE html><html><head><title>Bridge shut</title><meta property='article:published_time' content='2026-03-09T08:00:00Z'></head><body><article><h1>Bridge shut</h1>" +
		strings.Repeat("<p>"+sentence+"</p>", 6) + "</article></body></html>"
	mux := http.NewServeMux()
	answer := func(path string, f http.HandlerFunc) { mux.HandleFunc(path, f) }
	answer("/robots.txt", func(w http.ResponseWriter, _ *http.Request) { fmt.Fprint(w, "User-agent: *\nDisallow: /closed") })
	answer("/page", func(w http.ResponseWriter, r *http.Request) {
		assert.True(t, strings.HasPrefix(r.UserAgent(), "Concord/"), r.UserAgent())
		w.Header().Set("Content-Type", "text/html; charset=utf-8")
		fmt.Fprint(w, page)
	})
	answer("/feed", func(w http.ResponseWriter, _ *http.Request) {
		fmt.Fprintf(w, `<rss version="2.0"><channel><title>Ellery Post</title><item><title>Whole</title><description><![CDATA[%s]]></description></item>
<item><title>Linked</title><link>%s/moved</link><description>Short.</description></item><item><title>Gone</title><link>%s/500</link><description>Short.</description></item></channel></rss>`,
			strings.Repeat("<p>"+sentence+" Again.</p>", 9), srv.URL, srv.URL)
	})
	answer("/moved", func(w http.ResponseWriter, r *http.Request) { http.Redirect(w, r, "/page", http.StatusFound) })
	answer("/loop", func(w http.ResponseWriter, r *http.Request) { http.Redirect(w, r, "/loop", http.StatusFound) })
	answer("/file", func(w http.ResponseWriter, r *http.Request) {
		http.Redirect(w, r, "file:///etc/passwd", http.StatusFound)
	})
	answer("/out", func(w http.ResponseWriter, r *http.Request) { http.Redirect(w, r, "/closed/x", http.StatusFound) })
	answer("/500", func(w http.ResponseWriter, _ *http.Request) { http.Error(w, "no", http.StatusInternalServerError) })
	answer("/slow", func(w http.ResponseWriter, r *http.Request) {
		for r.Context().Err() == nil {
			fmt.Fprint(w, "x")
			w.(http.Flusher).Flush()
			time.Sleep(20 * time.Millisecond)
		}
	})
	answer("/claims", func(w http.ResponseWriter, _ *http.Request) { w.Header().Set("Content-Length", fmt.Sprint(2<<30)) })
	answer("/huge", func(w http.ResponseWriter, _ *http.Request) {
		block := make([]byte, 1<<20)
		for range 2048 {
			if _, err := w.Write(block); err != nil {
				return
			}
		}
	})
	srv = httptest.NewServer(mux)
	t.Cleanup(srv.Close)
	return srv
}

func TestFetch(t *testing.T) {
	srv := serve(t)
	// Reading 64 MiB takes seconds where the race detector watches.
	c := New(Options{AllowPrivate: true, Timeout: time.Minute, Version: "test"})
	hasty := New(Options{AllowPrivate: true, Timeout: time.Second, Version: "test"})
	got, err := c.Fetch(context.Background(), srv.URL+"/moved")
	require.NoError(t, err)
	assert.Equal(t, srv.URL+"/page", got.URL)
	assert.Equal(t, "utf-8", got.Charset)
	for path, want := range map[string]string{
		"/loop": "leads on more than 5 times", "/file": "leads to file:", "/500": "the server answers 500", "/slow": "takes longer than 1s",
		"/claims": "is larger than 64 MiB", "/huge": "is larger than 64 MiB", "/closed/x": "its robots.txt asks not to", "/out": "its robots.txt asks not to", "/none": "404",
	} {
		client := c
		if path == "/slow" {
			client = hasty
		}
		_, err := client.Fetch(context.Background(), srv.URL+path)
		assert.ErrorContains(t, err, want, path)
		assert.ErrorContains(t, err, srv.URL+path, path)
	}
	_, err = New(Options{}).Fetch(context.Background(), srv.URL+"/page")
	assert.ErrorContains(t, err, "lies in a private network; --allow-private allows that")
	for _, bad := range []string{"ftp://x.example/", "http://", "x"} {
		_, err := c.Fetch(context.Background(), bad)
		assert.ErrorContains(t, err, "is no web address")
	}
	srv.Close()
	_, err = New(Options{AllowPrivate: true}).Fetch(context.Background(), srv.URL+"/page")
	assert.Error(t, err)
}

// TestLoadAddresses loads a page and a feed from a server.
func TestLoadAddresses(t *testing.T) {
	srv := serve(t)
	o := corpus.Options{Fetcher: New(Options{AllowPrivate: true, Timeout: time.Second})}
	stories, problems := corpus.LoadWith(context.Background(), []string{srv.URL + "/page", srv.URL + "/feed", srv.URL + "/slow"}, o)
	require.Len(t, stories, 1)
	require.Len(t, stories[0].Articles, 2, "the linked page is the page itself")
	assert.Equal(t, "story", stories[0].Name)
	whole, linked := stories[0].Articles[0], stories[0].Articles[1]
	assert.Equal(t, []string{"Whole", "Ellery Post", "RSS feed"}, []string{whole.Title, whole.Outlet, whole.Format})
	assert.Equal(t, []string{"Bridge shut", "Ellery Post", "RSS feed, page fetched", srv.URL + "/page"}, []string{linked.Title, linked.Outlet, linked.Format, linked.URL})
	assert.Equal(t, "feed/2", filepath.Base(filepath.Dir(linked.ID))+"/"+filepath.Base(linked.ID))
	var said []string
	for _, p := range problems {
		said = append(said, p.Err.Error())
	}
	all := strings.Join(said, "\n")
	assert.Contains(t, all, "item 3: holds a teaser only, and the whole text cannot be had: "+srv.URL+"/500: the server answers 500")
	assert.Contains(t, all, "/slow: takes longer than 1s")
	assert.Contains(t, all, "/page: is byte for byte the same as")

	_, problems = corpus.Load([]string{srv.URL + "/page"})
	require.Len(t, problems, 1)
	assert.ErrorContains(t, problems[0].Err, "web addresses are not fetched here")
}

func TestStopped(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	stories, problems := corpus.LoadWith(ctx, []string{filepath.Join("..", "..", "examples", "security-talks")}, corpus.Options{})
	assert.Empty(t, stories)
	require.NotEmpty(t, problems)
	assert.ErrorContains(t, problems[1].Err, "is not read: the run was stopped")
}

func FuzzRobots(f *testing.F) {
	f.Add("User-agent: *\nDisallow: /*a*b$\nAllow: /", "/xaxb")
	f.Fuzz(func(t *testing.T, robots, path string) {
		parseRobots([]byte(robots), Agent).allowed(path)
	})
}
