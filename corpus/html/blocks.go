package html

import (
	"fmt"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"github.com/concord-news/concord/corpus/item"
)

// Fragment appends the paragraphs and headings of a piece of HTML, such as the
// content of a feed's item, to b. All of it is taken for the article's; scripts,
// forms and the like are left out and captions set aside.
func Fragment(b *item.Builder, s string) error {
	nodes, err := html.ParseFragment(strings.NewReader(s), &html.Node{Type: html.ElementNode, Data: "body", DataAtom: atom.Body})
	if err != nil {
		return fmt.Errorf("not legal HTML: %w", err)
	}
	w := blocks{out: b}
	for _, n := range nodes {
		w.node(n)
	}
	w.flush()
	return nil
}

// Looks reports whether s is written in HTML rather than plain text: it has a
// tag of text, or an entity, that plain text has no use for.
func Looks(s string) bool {
	for _, tag := range []string{"<p>", "<p ", "<br", "<div", "</a>", "</p>", "<h1", "<h2", "<h3", "<ul", "<li", "<strong", "<em>", "<b>", "<i>", "<span", "<!--", "&amp;",
		"&nbsp;", "&quot;", "&#"} {
		if strings.Contains(s, tag) {
			return true
		}
	}
	return false
}

// blocks turns a tree of nodes into parts of a text.
type blocks struct {
	out *item.Builder
	// text is the block being written.
	text strings.Builder
	kind item.Kind
	// aside says what the block is where it is none of the story.
	aside string
	// skip, where set, is the text of a block that is left out: the headline,
	// which stands above already.
	skip  string
	depth int
}

// maxNesting bounds recursion. The parser refuses more than 512 open elements;
// trees that were rebuilt can be deeper.
const maxNesting = 1024

func (w *blocks) node(n *html.Node) {
	if w.depth > maxNesting {
		return
	}
	switch n.Type {
	case html.TextNode:
		w.text.WriteString(strings.Map(unbreak, n.Data))
	case html.ElementNode:
		w.depth++
		w.element(n)
		w.depth--
	case html.DocumentNode:
		w.children(n)
	}
}

// unbreak makes the line breaks of HTML source spaces.
func unbreak(r rune) rune {
	if r == '\n' || r == '\r' || r == '\f' {
		return ' '
	}
	return r
}

func (w *blocks) children(n *html.Node) {
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		w.node(c)
	}
}

func (w *blocks) element(n *html.Node) {
	switch n.Data {
	case "script", "style", "noscript", "template", "iframe", "svg", "math", "form", "button", "input", "select", "textarea", "nav", "object",
		"embed", "audio", "video", "canvas", "head", "title":
	case "br":
		w.text.WriteByte('\n')
	case "hr":
		w.flush()
	case "h1", "h2", "h3", "h4", "h5", "h6":
		w.block(n, item.Heading)
	case "figcaption":
		old := w.aside
		w.flush()
		w.aside = "caption"
		w.block(n, item.Paragraph)
		w.aside = old
	case "td", "th":
		w.text.WriteString("  ")
		w.children(n)
	case "tr", "p", "li", "dt", "dd", "blockquote", "pre", "div", "section", "article", "main", "ul", "ol", "dl", "table", "tbody", "thead",
		"figure", "header", "footer", "aside", "address", "body", "html", "details", "summary", "center", "caption":
		w.block(n, w.kind)
	default:
		w.children(n)
	}
}

func (w *blocks) block(n *html.Node, kind item.Kind) {
	w.flush()
	old := w.kind
	w.kind = kind
	w.children(n)
	w.flush()
	w.kind = old
}

// flush ends a block. An empty line, as two line breaks make it, ends a
// paragraph too.
func (w *blocks) flush() {
	s := w.text.String()
	w.text.Reset()
	for _, part := range paragraphs(s) {
		if w.skip != "" && item.Line(part) == w.skip {
			continue
		}
		if w.aside != "" {
			w.out.Aside(w.aside, part)
			continue
		}
		w.out.Add(w.kind, part)
	}
}

// paragraphs cuts s at its blank lines.
func paragraphs(s string) []string {
	if !strings.Contains(s, "\n") {
		return []string{s}
	}
	var out []string
	var cur []string
	for line := range strings.SplitSeq(s, "\n") {
		if strings.TrimSpace(strings.ReplaceAll(line, "\u00a0", " ")) == "" {
			if len(cur) > 0 {
				out = append(out, strings.Join(cur, "\n"))
			}
			cur = cur[:0]
			continue
		}
		cur = append(cur, line)
	}
	if len(cur) > 0 {
		out = append(out, strings.Join(cur, "\n"))
	}
	return out
}

// Plain appends plain text to b, a paragraph a blank line; where it has none, a
// paragraph a line.
func Plain(b *item.Builder, s string) {
	s = strings.ReplaceAll(s, "\r\n", "\n")
	b.Unmarked()
	parts := paragraphs(s)
	if len(parts) == 1 && strings.Count(s, "\n") > 0 && longLines(s) {
		parts = strings.Split(s, "\n")
	}
	for _, p := range parts {
		b.Add(item.Paragraph, p)
	}
}

// longLines reports whether lines are paragraphs: on the whole they are longer
// than the 100 characters at which mail and old systems wrap.
func longLines(s string) bool {
	return len(s) > 100*(strings.Count(strings.TrimSpace(s), "\n")+1)
}
