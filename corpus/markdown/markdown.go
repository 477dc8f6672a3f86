// Package markdown reads articles written in Markdown: the text without its
// marks, its headings, and the front matter that many tools put on top.
package markdown

import (
	"bytes"
	"regexp"
	"strings"
	"sync"

	"go.yaml.in/yaml/v3"

	"github.com/concord-news/concord/corpus/charset"
	"github.com/concord-news/concord/corpus/html"
	"github.com/concord-news/concord/corpus/item"
)

// Format is the name of the format.
const Format = "Markdown"

const fromFrontMatter = "front matter"

// Is reports whether text is Markdown beyond doubt: it begins with front
// matter that has a title, or with a first heading, and has other marks too.
func Is(head []byte) bool {
	head = bytes.TrimLeft(bytes.TrimPrefix(head, []byte("\xEF\xBB\xBF")), "\r\n \t")
	if len(head) == 0 || head[0] != '-' && head[0] != '#' {
		return false
	}
	s := string(head)
	if strings.HasPrefix(s, "---\n") || strings.HasPrefix(s, "---\r\n") {
		front, _, ok := cutFront(s)
		return ok && strings.Contains("\n"+front, "\ntitle:")
	}
	return strings.HasPrefix(s, "# ") && (strings.Contains(s, "](http") || strings.Contains(s, "\n## ") || strings.Contains(s, "**"))
}

// Read returns the article of a Markdown document.
func Read(b []byte) (*item.Item, error) {
	dec, err := charset.Decode(b, "")
	if err != nil {
		return nil, err
	}
	text := strings.ReplaceAll(dec.Text, "\r\n", "\n")
	it := &item.Item{Format: Format, Bytes: b, Charset: item.Stated{Value: dec.Name, From: dec.From}}
	if front, rest, ok := cutFront(text); ok {
		readFront(it, front)
		text = rest
	}
	r := reader{marks: compiled()}
	if it.Title.Known() {
		r.out.Headline(it.Title.Value)
	}
	r.title = it.Title.Value
	r.read(text)
	if !it.Title.Known() && r.title != "" {
		it.Title = item.Stated{Value: r.title, From: "first heading"}
	}
	r.out.Into(it)
	return it, nil
}

// cutFront cuts the front matter off.
func cutFront(s string) (front, rest string, ok bool) {
	s = strings.TrimLeft(strings.ReplaceAll(s, "\r\n", "\n"), "\n \t")
	if !strings.HasPrefix(s, "---\n") {
		return "", s, false
	}
	front, rest, ok = strings.Cut(s[4:], "\n---\n")
	if !ok || len(front) > 1<<16 {
		return "", s, false
	}
	return front, rest, true
}

// readFront reads the fields of front matter. What is no YAML is passed over:
// a line of dashes can also stand above a text.
func readFront(it *item.Item, front string) {
	// The YAML package refuses aliases that blow a short text up.
	var fields map[string]any
	if yaml.Unmarshal([]byte(front), &fields) != nil {
		return
	}
	get := func(keys ...string) string {
		for _, k := range keys {
			if s, ok := fields[k].(string); ok && strings.TrimSpace(s) != "" {
				return item.Line(s)
			}
		}
		return ""
	}
	it.Title = item.Stated{Value: get("title", "headline"), From: fromFrontMatter}
	it.Outlet = item.Stated{Value: get("outlet", "source", "publisher", "site"), From: fromFrontMatter}
	it.Byline = item.Stated{Value: get("author", "byline"), From: fromFrontMatter}
	it.URL = item.Stated{Value: get("url", "link", "canonical"), From: fromFrontMatter}
	it.Language = item.Stated{Value: get("lang", "language"), From: fromFrontMatter}
	it.Published = moment(fields, "published", "date", "pubDate")
	it.Modified = moment(fields, "updated", "modified", "lastmod")
}

// moment reads a date, as text or as YAML's own type.
func moment(fields map[string]any, keys ...string) item.Moment {
	for _, k := range keys {
		switch v := fields[k].(type) {
		case string:
			if m := item.ParseMoment(v, fromFrontMatter); m.Known() {
				return m
			}
		case interface{ Format(string) string }:
			if m := item.ParseMoment(v.Format("2006-01-02T15:04:05Z07:00"), fromFrontMatter); m.Known() {
				m.Clock = v.Format("150405") != "000000"
				return m
			}
		}
	}
	return item.Moment{}
}

// reader turns lines into parts.
type reader struct {
	*marks
	out   item.Builder
	title string
	lines []string
}

// marks are the patterns of what Markdown writes.
type marks struct {
	fence, rule, setext, listing, linkDef, image, link, auto, strong, star, under, ticks, escape, comment, refMark *regexp.Regexp
}

// compiled makes the patterns when the first text is read: most runs read none.
var compiled = sync.OnceValue(func() *marks {
	return &marks{
		fence:   regexp.MustCompile("^ {0,3}(```|~~~)"),
		rule:    regexp.MustCompile(`^ {0,3}([-*_] *){3,}$`),
		setext:  regexp.MustCompile(`^ {0,3}(=+|-+) *$`),
		listing: regexp.MustCompile(`^ {0,3}([-*+]|[0-9]{1,9}[.)]) +`),
		linkDef: regexp.MustCompile(`^ {0,3}\[[^\]]+\]: +\S+`),
		image:   regexp.MustCompile(`!\[([^\]]*)\]\([^)]*\)`),
		link:    regexp.MustCompile(`\[([^\]]*)\](\([^)]*\)|\[[^\]]*\])`),
		auto:    regexp.MustCompile(`<(https?://[^>\s]+)>`),
		strong:  regexp.MustCompile(`(\*\*|__)(\S|\S.*?\S)(\*\*|__)`),
		star:    regexp.MustCompile(`\*(\S|\S.*?\S)\*`),
		under:   regexp.MustCompile(`(^|[\s(])_(\S|\S.*?\S)_($|[\s.,;:!?)])`),
		ticks:   regexp.MustCompile("`([^`]*)`"),
		escape:  regexp.MustCompile(`\\([\\!-/:-@\[-` + "`" + `{-~])`),
		comment: regexp.MustCompile(`(?s)<!--.*?-->`),
		refMark: regexp.MustCompile(`\[\^[^\]]+\]`),
	}
})

func (r *reader) read(text string) {
	text = r.comment.ReplaceAllString(text, "")
	fenced := false
	for line := range strings.SplitSeq(text, "\n") {
		trimmed := strings.TrimSpace(line)
		switch {
		case r.fence.MatchString(line):
			r.paragraph(item.Paragraph)
			fenced = !fenced
		case fenced:
			r.lines = append(r.lines, line)
		case trimmed == "":
			r.paragraph(item.Paragraph)
		case strings.HasPrefix(trimmed, "#"):
			r.atx(line, trimmed)
		case len(r.lines) > 0 && r.setext.MatchString(line):
			r.heading(strings.HasPrefix(trimmed, "="))
		case r.rule.MatchString(line), r.linkDef.MatchString(line):
			r.paragraph(item.Paragraph)
		case r.listing.MatchString(line):
			r.paragraph(item.Paragraph)
			r.lines = append(r.lines, r.listing.ReplaceAllString(line, ""))
		default:
			r.lines = append(r.lines, strings.TrimSpace(strings.TrimLeft(trimmed, ">")))
		}
	}
	r.paragraph(item.Paragraph)
}

// atx reads "## Heading ##". A hash without a space behind is a tag.
func (r *reader) atx(line, trimmed string) {
	level := len(trimmed) - len(strings.TrimLeft(trimmed, "#"))
	rest := trimmed[level:]
	if level > 6 || rest != "" && rest[0] != ' ' && rest[0] != '\t' {
		r.lines = append(r.lines, line)
		return
	}
	r.paragraph(item.Paragraph)
	r.lines = append(r.lines, strings.TrimRight(strings.TrimSpace(rest), "# "))
	r.heading(level == 1)
}

func (r *reader) heading(top bool) {
	text := item.Line(r.plain(strings.Join(r.lines, " ")))
	if top && (r.title == "" || text == r.title) {
		r.title = text
		r.lines = r.lines[:0]
		r.out.Headline(text)
		return
	}
	r.paragraph(item.Heading)
}

func (r *reader) paragraph(kind item.Kind) {
	if len(r.lines) == 0 {
		return
	}
	s := strings.Join(r.lines, "\n")
	r.lines = r.lines[:0]
	if strings.HasPrefix(s, "<") && html.Looks(s) {
		if html.Fragment(&r.out, s) == nil {
			return
		}
	}
	r.out.Add(kind, r.plain(s))
}

// plain returns s without the marks of Markdown.
func (r *reader) plain(s string) string {
	if !strings.ContainsAny(s, "*_`[]<>\\&") {
		return s
	}
	s = r.ticks.ReplaceAllString(s, "$1")
	s = r.image.ReplaceAllString(s, "$1")
	s = r.refMark.ReplaceAllString(s, "")
	s = r.link.ReplaceAllString(s, "$1")
	s = r.auto.ReplaceAllString(s, "$1")
	s = r.strong.ReplaceAllString(s, "$2")
	s = r.star.ReplaceAllString(s, "$1")
	s = r.under.ReplaceAllString(s, "$1$2$3")
	return r.escape.ReplaceAllString(s, "$1")
}
