package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/concord-news/concord/checker/report"
)

// pageOf is a page that tells of an accident with a number of dead.
func pageOf(outlet string, killed int) string {
	lines := "<p>The harbour master had asked for a new light on the old pier for years, and the council had put it off each spring.</p>" +
		"<p>Divers looked for the anchor until the evening, while people of the town brought tea and blankets to the quay.</p>"
	return fmt.Sprintf(`<!DOCTYPE html><html lang="en"><head><title>Ferry hits pier</title><meta property="og:site_name" content="%s">
<meta property="article:published_time" content="2026-03-09T08:00:00Z"></head><body><nav><a href="/">Home</a></nav><article><h1>Ferry hits pier</h1>
<p>A ferry struck a pier in Ellery on Monday, killing %d people, the police said.</p>%s</article></body></html>`, outlet, killed, lines)
}

// TestCheckAddresses: pages and a feed are checked as files are, and what cannot
// be had is named, on standard error and in the report, while the rest goes on.
func TestCheckAddresses(t *testing.T) {
	var srv *httptest.Server
	mux := http.NewServeMux()
	mux.HandleFunc("/robots.txt", func(w http.ResponseWriter, _ *http.Request) { fmt.Fprint(w, "User-agent: *\nDisallow: /closed\n") })
	mux.HandleFunc("/echo", func(w http.ResponseWriter, _ *http.Request) { fmt.Fprint(w, pageOf("Ellery Echo", 5)) })
	mux.HandleFunc("/lantern", func(w http.ResponseWriter, _ *http.Request) { fmt.Fprint(w, pageOf("The Lantern", 9)) })
	mux.HandleFunc("/feed", func(w http.ResponseWriter, _ *http.Request) {
		fmt.Fprint(w, `<rss version="2.0"><channel><title>The Lantern</title><item><title>Ferry</title><link>/lantern</link><description>Teaser.</description></item></channel></rss>`)
	})
	mux.HandleFunc("/loop", func(w http.ResponseWriter, r *http.Request) { http.Redirect(w, r, "/loop", http.StatusFound) })
	mux.HandleFunc("/500", func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(http.StatusInternalServerError) })
	mux.HandleFunc("/huge", func(w http.ResponseWriter, _ *http.Request) { w.Header().Set("Content-Length", fmt.Sprint(2<<30)) })
	mux.HandleFunc("/slow", func(w http.ResponseWriter, r *http.Request) {
		fmt.Fprint(w, "<!DOCTYPE html><html><body><p>The ferry")
		w.(http.Flusher).Flush()
		<-r.Context().Done() // the rest does not come
	})
	srv = httptest.NewServer(mux)
	defer srv.Close()

	run := func(args ...string) (int, string, string) {
		var out, errs bytes.Buffer
		c := Command{Stdin: strings.NewReader(""), Stdout: &out, Stderr: &errs, Getenv: os.Getenv}
		return c.Main(args), out.String(), errs.String()
	}
	var paths []string
	for _, p := range []string{"echo", "feed", "loop", "500", "huge", "closed/x", "slow"} {
		paths = append(paths, srv.URL+"/"+p)
	}
	status, out, errs := run(append([]string{"check", "--format", "json", "--allow-private", "--fetch-timeout", "3s"}, paths...)...)
	assert.Equal(t, exitFindings, status, errs)
	var r report.Report
	require.NoError(t, json.Unmarshal([]byte(out), &r))
	require.Len(t, r.Articles, 2)
	require.NotEmpty(t, r.Findings)
	assert.Equal(t, []string{"conflict", "casualties.killed"}, []string{r.Findings[0].Verdict, r.Findings[0].Rule})
	var problems []string
	for _, p := range r.Problems {
		problems = append(problems, p.Error)
	}
	for _, want := range []string{"/loop: leads on more than 5 times", "/500: the server answers 500", "/huge: is larger than 64 MiB", "/closed/x: its robots.txt asks not to", "/slow: takes longer than 3s"} {
		assert.Contains(t, errs, want)
		assert.Contains(t, strings.Join(problems, "\n"), want)
	}

	status, _, errs = run("check", "--fetch-timeout", "-1s", srv.URL+"/echo")
	assert.Equal(t, exitUsage, status)
	assert.Contains(t, errs, "--fetch-timeout -1s: give a time such as 30s")
	status, _, errs = run("check", srv.URL+"/echo")
	assert.Equal(t, exitFailed, status)
	assert.Contains(t, errs, "lies in a private network; --allow-private allows that")
}
