package web

import (
	"crypto/sha256"
	"embed"
	"encoding/hex"
	"fmt"
	"html/template"
	"net/http"
	"path"
	"strings"
	"time"

	"github.com/concord-news/concord/checker/report"
	"github.com/concord-news/concord/checker/review"
)

//go:embed templates static
var files embed.FS

// asset is a script or style with the tag that its content has.
type asset struct {
	kind, tag string
	content   []byte
}

func loadAssets() (map[string]asset, error) {
	out := map[string]asset{}
	entries, err := files.ReadDir("static")
	if err != nil {
		return nil, fmt.Errorf("files of the page: %w", err)
	}
	for _, e := range entries {
		b, err := files.ReadFile("static/" + e.Name())
		if err != nil {
			return nil, fmt.Errorf("files of the page: %w", err)
		}
		kind := "text/javascript; charset=utf-8"
		if path.Ext(e.Name()) == ".css" {
			kind = "text/css; charset=utf-8"
		}
		out[e.Name()] = newAsset(kind, b)
	}
	out["report.css"] = newAsset("text/css; charset=utf-8", []byte(report.Style()))
	return out, nil
}

func newAsset(kind string, b []byte) asset {
	sum := sha256.Sum256(b)
	return asset{kind, `"` + hex.EncodeToString(sum[:8]) + `"`, b}
}

// static serves scripts and styles. Browsers keep them and ask whether they
// changed.
func (s *Server) static(w http.ResponseWriter, r *request) error {
	a, ok := s.assets[r.PathValue("name")]
	if !ok {
		return &refusedError{http.StatusNotFound, "there is none such"}
	}
	h := w.Header()
	h.Set("Content-Type", a.kind)
	h.Set("ETag", a.tag)
	h.Set("Cache-Control", "no-cache")
	if r.Header.Get("If-None-Match") == a.tag {
		w.WriteHeader(http.StatusNotModified)
		return nil
	}
	_, _ = w.Write(a.content) // a client that went away need not be told
	return nil
}

// loadPages reads the templates, with the parts of a card that reports have.
func loadPages() (*template.Template, error) {
	t := template.New("pages").Funcs(template.FuncMap{
		"plain":    report.Plain,
		"lines":    lines,
		"when":     func(t time.Time) string { return t.UTC().Format("2006-01-02 15:04 UTC") },
		"datetime": func(t time.Time) string { return t.UTC().Format(time.RFC3339) },
		"words":    func(o review.Outcome) string { return o.Words() },
		"add":      func(a, b int) int { return a + b },
		"short":    func(s string) string { return s[:min(len(s), 12)] },
		"plural":   plural,
	})
	t, err := report.Pieces(t)
	if err == nil {
		t, err = t.ParseFS(files, "templates/*.html")
	}
	if err != nil {
		return nil, fmt.Errorf("pages: %w", err)
	}
	return t, nil
}

// lines cuts what somebody typed into lines, each safe to show.
func lines(s string) []string {
	var out []string
	for l := range strings.SplitSeq(s, "\n") {
		out = append(out, report.Plain(l))
	}
	return out
}

func plural(n int, one, more string) string {
	if n == 1 {
		return "1 " + one
	}
	return fmt.Sprintf("%d %s", n, more)
}
