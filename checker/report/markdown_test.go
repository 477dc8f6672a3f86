package report_test

import (
	"bytes"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/extension"
	markup "github.com/yuin/goldmark/renderer/html"
	"golang.org/x/net/html"

	"github.com/concord-news/concord/checker"
	"github.com/concord-news/concord/checker/report"
)

// rendered is a Markdown report as a page: CommonMark with the tables, strokes
// and bare addresses of GitHub, and with raw markup let through, so that what
// only a careful renderer keeps out is seen.
func rendered(t *testing.T, r *checker.Report) *html.Node {
	t.Helper()
	md := goldmark.New(goldmark.WithExtensions(extension.GFM), goldmark.WithRendererOptions(markup.WithUnsafe()))
	var b bytes.Buffer
	require.NoError(t, md.Convert([]byte(written(t, report.Markdown, r, report.Run{})), &b))
	root, err := html.Parse(&b)
	require.NoError(t, err)
	return root
}

// words are the text below n.
func words(n *html.Node) string {
	var b strings.Builder
	for c := range n.Descendants() {
		if c.Type == html.TextNode {
			b.WriteString(c.Data)
		}
	}
	return strings.TrimSpace(b.String())
}

// tables lists the cells of every table of a page.
func tables(root *html.Node) (out [][][]string) {
	for n := range root.Descendants() {
		switch n.Data {
		case "table":
			out = append(out, nil)
		case "tr":
			out[len(out)-1] = append(out[len(out)-1], nil)
		case "td", "th":
			rows := out[len(out)-1]
			rows[len(rows)-1] = append(rows[len(rows)-1], words(n))
		}
	}
	return out
}

func TestMarkdownRenders(t *testing.T) {
	got := tables(rendered(t, ferry(t)))
	require.Len(t, got, 6, "two findings, one against the reference, what was not read, what nobody speaks of, and files that could not be read")
	assert.Equal(t, []string{"The Harbour Post", "4 or more", "killing at least four people", `according to police; hedge "at least"; as of 2026-03-09`, "harbour-post.txt:4"}, got[0][1])
	assert.Equal(t, "We saw lamps go out, then nothing,", got[2][2][2])
}

// TestMarkdownTablesStayWhole: whatever an article says, every row has as many
// cells as its head, the cell holds the words, and no element but those of a
// report comes into being.
func TestMarkdownTablesStayWhole(t *testing.T) {
	more := []string{"a | b", "| --- |", "line\nbreak\r\nand another", "<b>bold</b> & <!-- x -->", `"double" 'single' “curly”`, "قال الوزير \u200fإن ٢٤ شخصا", "אמר השר", "- list", "1. list", "# head", "> quote", "&lt;b&gt; &amp; &#35;", "a\\|b\\\\|c", "www.example.test", "me@example.test", "~~struck~~", "[^1] [x]: y", strings.Repeat("x", 20000)}
	usual := []string{"html", "head", "body", "h1", "h2", "p", "table", "thead", "tbody", "tr", "th", "td", "span"}
	for _, s := range append(hostile(), more...) {
		root := rendered(t, enemy(t, s))
		for n := range root.Descendants() {
			if n.Type == html.ElementNode {
				require.Contains(t, usual, n.Data, s)
			}
		}
		got := tables(root)
		require.Len(t, got, 4, s)
		for _, rows := range got {
			for _, row := range rows {
				require.Len(t, row, len(rows[0]), s)
			}
		}
		assert.Equal(t, got[0][1][2], got[2][1][1], "the words are the same in both tables")
		if utf8.ValidString(s) && !strings.ContainsAny(s, "\x1b\a\t\n\u200f\u202e\u2066") {
			assert.Equal(t, s, got[0][1][2], "every sign is shown")
		}
	}
}
