// Package feed reads the articles of RSS, Atom and JSON feeds.
package feed

import (
	"bytes"
	"errors"
	"fmt"
	"net/url"
	"strconv"
	"strings"
	"time"

	"github.com/mmcdole/gofeed"

	"github.com/concord-news/concord/corpus/charset"
	"github.com/concord-news/concord/corpus/html"
	"github.com/concord-news/concord/corpus/item"
)

// minContent is how many bytes of text make an item's content the article
// rather than its teaser. Of public news feeds that were looked at, teasers
// have 80 to 400 bytes and articles 1,000 and more.
const minContent = 600

// errNoItems is the error of an empty feed.
var errNoItems = errors.New("feed has no items")

// Read hands over the articles of a feed in the order in which it has them. An
// item that holds no more than a teaser has its address as Link, to be fetched.
func Read(b []byte, sink item.Sink) error {
	if err := checkDepth(b); err != nil {
		return err
	}
	f, err := gofeed.NewParser().Parse(bytes.NewReader(b))
	if err != nil {
		return fmt.Errorf("not a legal feed: %w", err)
	}
	if len(f.Items) == 0 {
		return errNoItems
	}
	format := map[string]string{"rss": "RSS feed", "atom": "Atom feed", "json": "JSON feed"}[f.FeedType]
	for i, e := range f.Items {
		if e == nil {
			continue
		}
		it := newItem(f, e)
		it.Format, it.Place, it.Name = format, fmt.Sprintf("item %d", i+1), strconv.Itoa(i+1)
		if it.Text == "" && it.Link == "" {
			sink.Fault(it.Place, errors.New("item has neither a text nor a web address"))
			continue
		}
		sink.Item(it)
	}
	return nil
}

func newItem(f *gofeed.Feed, e *gofeed.Item) *item.Item {
	const from = "feed"
	it := &item.Item{
		Title:    item.Stated{Value: item.Line(unescaped(e.Title)), From: from},
		Outlet:   item.Stated{Value: item.Line(unescaped(f.Title)), From: "feed's title"},
		URL:      item.Stated{Value: address(f.Link, e.Link), From: from},
		Language: item.Stated{Value: f.Language, From: from},
		Charset:  item.Stated{Value: "UTF-8", From: charset.FromDeclared},
		URI:      e.GUID,
	}
	var names []string
	for _, a := range e.Authors {
		if a != nil && a.Name != "" {
			names = append(names, item.Line(a.Name))
		}
	}
	it.Byline = item.Stated{Value: strings.Join(names, ", "), From: from}
	it.Published = moment(e.PublishedParsed, e.Published)
	it.Modified = moment(e.UpdatedParsed, e.Updated)
	if !it.Published.Known() {
		it.Published = it.Modified
	}
	content := e.Content
	if len(content) < len(e.Description) {
		content = e.Description
	}
	it.Bytes = []byte(e.GUID + "\n" + e.Link + "\n" + e.Title + "\n" + content)
	var b item.Builder
	b.Headline(it.Title.Value)
	head := b.Len()
	add(&b, content)
	if b.Len()-head < minContent && it.URL.Value != "" {
		it.Link = it.URL.Value
	}
	if b.Len() > head {
		b.Into(it)
	}
	return it
}

// address is the address of an item, which may be told from the feed's.
func address(feed, link string) string {
	base, err := url.Parse(feed)
	if err != nil || !base.IsAbs() || link == "" {
		return link
	}
	to, err := base.Parse(link)
	if err != nil {
		return link
	}
	return to.String()
}

// add appends content, which is HTML or, in some feeds, plain text.
func add(b *item.Builder, content string) {
	if html.Looks(content) {
		if html.Fragment(b, content) == nil {
			return
		}
	}
	html.Plain(b, content)
}

func unescaped(s string) string {
	if !strings.ContainsAny(s, "&<") {
		return s
	}
	var b item.Builder
	if html.Fragment(&b, s) != nil {
		return s
	}
	var it item.Item
	b.Into(&it)
	return it.Text
}

func moment(t *time.Time, written string) item.Moment {
	if m := item.ParseMoment(written, "feed"); m.Known() {
		return m
	}
	if t == nil || t.Year() < 1900 || t.Year() > 2099 {
		return item.Moment{}
	}
	return item.Moment{Time: t.UTC(), Clock: true, From: "feed"}
}

// maxDepth bounds the brackets and elements that lie in each other: the parser
// calls itself for each.
const maxDepth = 1000

// checkDepth refuses hostile nesting without building anything.
func checkDepth(b []byte) error {
	if head := bytes.TrimLeft(b, " \t\r\n\xEF\xBB\xBF"); len(head) > 0 && head[0] == '{' {
		return checkBrackets(b)
	}
	depth := 0
	for i := 0; i < len(b); i++ {
		if b[i] != '<' {
			if b[i] == '>' && i > 0 && b[i-1] == '/' {
				depth--
			}
			continue
		}
		switch rest := b[i:]; {
		case bytes.HasPrefix(rest, []byte("<![CDATA[")):
			i += past(rest, "]]>")
		case bytes.HasPrefix(rest, []byte("<!--")):
			i += past(rest, "-->")
		case bytes.HasPrefix(rest, []byte("</")):
			depth--
		case bytes.HasPrefix(rest, []byte("<!")), bytes.HasPrefix(rest, []byte("<?")):
		default:
			depth++
		}
		if depth > maxDepth {
			return tooDeep(i)
		}
	}
	return nil
}

// past returns the offset of the last byte of the first end in b.
func past(b []byte, end string) int {
	if at := bytes.Index(b, []byte(end)); at >= 0 {
		return at + len(end) - 1
	}
	return len(b)
}

func checkBrackets(b []byte) error {
	depth, quoted := 0, false
	for i := 0; i < len(b); i++ {
		switch c := b[i]; {
		case c == '\\':
			i++
		case c == '"':
			quoted = !quoted
		case quoted:
		case c == '{' || c == '[':
			depth++
		case c == '}' || c == ']':
			depth--
		}
		if depth > maxDepth {
			return tooDeep(i)
		}
	}
	return nil
}

func tooDeep(at int) error {
	return fmt.Errorf("byte %d: elements lie more than %d deep in each other", at, maxDepth)
}
