package export

import (
	"bytes"
	_ "embed" // the page's template is a file beside this one
	"fmt"
	"html/template"
	"io"
	"strings"
	"time"

	"github.com/concord-news/concord/checker/report"
	"github.com/concord-news/concord/checker/review"
)

//go:embed page.html
var pageHTML string

// HTML writes a story with its review as one page that needs nothing beside
// itself and runs no script.
func HTML(w io.Writer, e *review.Edition, version string) error {
	t, err := report.Pieces(template.New("review").Funcs(template.FuncMap{
		"plain": report.Plain,
		"lines": func(s string) []string { return strings.Split(words(s), "\n") },
		"when":  func(t time.Time) string { return t.UTC().Format("2006-01-02 15:04 UTC") },
		"words": func(o review.Outcome) string { return o.Words() },
		"right": right,
	}))
	if err == nil {
		t, err = t.Parse(pageHTML)
	}
	if err != nil {
		return fmt.Errorf("template of the page: %w", err)
	}
	var b bytes.Buffer
	err = t.ExecuteTemplate(&b, "page", struct {
		*review.Edition
		CSS     template.CSS
		Version string
		Listed  []listed
	}{e, template.CSS(report.Style()), version, list(e)})
	if err == nil {
		_, err = w.Write(b.Bytes())
	}
	if err != nil {
		return fmt.Errorf("review of %s as HTML: %w", report.Plain(e.Story.Name), err)
	}
	return nil
}

// listed is a finding on the page.
type listed struct {
	review.Reviewed
	Card report.Card
}

// list takes the cards for this page, whose texts are on the page itself.
func list(e *review.Edition) []listed {
	var out []listed
	for _, r := range e.Discrepancies() {
		c := *r.Card
		c.Base = ""
		out = append(out, listed{r, c})
	}
	return out
}
