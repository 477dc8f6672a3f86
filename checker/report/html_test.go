package report_test

import (
	"bytes"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/net/html"

	"github.com/concord-news/concord/checker"
	"github.com/concord-news/concord/checker/report"
)

func page(t *testing.T, r *checker.Report, run report.Run) string {
	t.Helper()
	var b bytes.Buffer
	require.NoError(t, report.HTML(&b, r, run))
	return b.String()
}

func TestHTML(t *testing.T) {
	golden(t, "report.html", []byte(page(t, ferry(t), report.Run{Version: "1.2.3", ConfigHash: "cc"})))
}

// elements calls do for every element of a page.
func elements(t *testing.T, text string, do func(n *html.Node, attributes map[string]string)) {
	t.Helper()
	root, err := html.Parse(strings.NewReader(text))
	require.NoError(t, err)
	for n := range root.Descendants() {
		if n.Type != html.ElementNode {
			continue
		}
		attributes := map[string]string{}
		for _, a := range n.Attr {
			attributes[a.Key] = a.Val
		}
		do(n, attributes)
	}
}

// TestHTMLAsksForNothing: every address of the page is a place in it, and no
// element loads anything.
func TestHTMLAsksForNothing(t *testing.T) {
	out := page(t, ferry(t), report.Run{})
	ids, links := map[string]bool{}, map[string]bool{}
	elements(t, out, func(n *html.Node, at map[string]string) {
		if id := at["id"]; id != "" {
			assert.False(t, ids[id], "two elements are %s", id)
			ids[id] = true
		}
		assert.NotContains(t, []string{"img", "link", "iframe", "object", "embed", "base", "image", "use"}, n.Data)
		assert.NotContains(t, at, "src")
		if n.Data == "a" {
			assert.True(t, strings.HasPrefix(at["href"], "#"), at["href"])
			links[strings.TrimPrefix(at["href"], "#")] = true
		}
	})
	require.Greater(t, len(links), 8)
	for l := range links {
		assert.True(t, ids[l], "#%s leads nowhere", l)
	}
	assert.NotRegexp(t, regexp.MustCompile(`(?i)https?:|url\(|@import`), out)
}

// TestHTMLTables: headings of tables say what they head, every table and
// region has a name, and the filters are hidden without JavaScript.
func TestHTMLTables(t *testing.T) {
	tables, filters := 0, false
	elements(t, page(t, ferry(t), report.Run{}), func(n *html.Node, at map[string]string) {
		switch {
		case n.Data == "th":
			assert.Contains(t, []string{"row", "col"}, at["scope"])
		case n.Data == "table":
			tables++
			require.NotNil(t, n.FirstChild)
			assert.Equal(t, "caption", n.FirstChild.Data)
		case at["role"] == "region":
			assert.NotEmpty(t, at["aria-label"])
			assert.Equal(t, "0", at["tabindex"], "what scrolls is reached by keyboard")
		case at["id"] == "filters":
			_, filters = at["hidden"]
		}
	})
	assert.GreaterOrEqual(t, tables, 4)
	assert.True(t, filters)
}

// TestHTMLShowsWhatOutletsSay: sentence with the words marked, voice, hedge,
// the differing words, and the article around them.
func TestHTMLShowsWhatOutletsSay(t *testing.T) {
	r := ferry(t)
	v := &r.Findings[0].Values[0]
	v.Sentence.Start, v.Sentence.End = strings.Index(v.Article.Text, "The ferry"), strings.Index(v.Article.Text, "police said.")+12
	out := page(t, r, report.Run{})
	for _, want := range []string{
		"The ferry Alba sank in Dunmore Sound, <mark>killing at least four people</mark>, police said. <a ",
		"hedge: at least", "as of 2026-03-09", "published 2026-03-09 07:40 UTC", "origin B",
		"<del>the lights</del>", "<ins>lamps</ins>", "Figures as intervals", "page furniture: appeal", "not text: byte 0x00 at 12",
	} {
		assert.Contains(t, out, want)
	}
	assert.NotContains(t, out, "<b>Known:</b>")
}

func TestHTMLOfNothing(t *testing.T) {
	out := page(t, build(t).r, report.Run{})
	assert.Contains(t, out, "No discrepancy")
	assert.NotContains(t, out, "<svg")
}

func BenchmarkHTML(b *testing.B) {
	r := many(b)
	b.ReportAllocs()
	for b.Loop() {
		var buf bytes.Buffer
		if err := report.HTML(&buf, r, report.Run{}); err != nil {
			b.Fatal(err)
		}
		b.SetBytes(int64(buf.Len()))
	}
}
