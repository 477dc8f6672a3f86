// Package html reads articles out of web pages and pieces of HTML.
package html

import (
	"bytes"
	"errors"
	"fmt"
	"regexp"
	"strings"

	trafilatura "github.com/markusmobius/go-trafilatura"
	"golang.org/x/net/html"

	"github.com/concord-news/concord/corpus/charset"
	"github.com/concord-news/concord/corpus/item"
)

// Format is the name of the format.
const Format = "HTML page"

// MaxPage is the largest page that is read, in bytes. The largest of 947 pages
// of news measured has 2 MiB; time grows with the size.
const MaxPage = 16 << 20

// maxNodes bounds the elements of a page: the extractor walks the tree many
// times. The largest page measured has 30,000.
const maxNodes = 400_000

// Options says what is known of a page from outside.
type Options struct {
	// URL is where it came from, "" where that is not known.
	URL item.Stated
	// Charset is the encoding that its carrier declares, such as the charset
	// of an HTTP header; "" for none.
	Charset string
}

// errNoText is the error of pages without an article.
var errNoText = errors.New("no article text can be made out in the page; a page that holds one article is wanted")

// Read returns the article of a page. The text is JSON-LD's articleBody where
// the page has it whole, in the paragraphs of the page, and otherwise what
// go-trafilatura makes out.
func Read(b []byte, opts Options) (*item.Item, error) {
	if len(b) > MaxPage {
		return nil, fmt.Errorf("page is larger than %d MiB, the most that is read of one page", MaxPage>>20)
	}
	dec, err := charset.Decode(b, declared(b, opts.Charset))
	if err != nil {
		return nil, err
	}
	doc, err := html.Parse(strings.NewReader(dec.Text))
	if err != nil {
		return nil, fmt.Errorf("not legal HTML: %w", err)
	}
	n := 0
	for range doc.Descendants() {
		if n++; n > maxNodes {
			return nil, fmt.Errorf("page has more than %d elements, the most that is read", maxNodes)
		}
	}
	f := readFacts(doc)
	ld := readLD(f.ld)
	it := &item.Item{Format: Format, Bytes: b, Charset: item.Stated{Value: dec.Name, From: dec.From}}
	f.fill(it, ld)
	if opts.URL.Known() {
		it.URL = opts.URL
		it.Published = it.Published.Or(f.dated(opts.URL.Value))
	}
	return it, fillText(it, doc, ld)
}

var (
	metaCharset = regexp.MustCompile(`(?i)<meta[^>]{0,200}charset\s*=\s*["']?\s*([\w:.-]+)`)
	xmlCharset  = regexp.MustCompile(`^\s*<\?xml[^>]{0,200}encoding\s*=\s*["']([\w:.-]+)`)
)

// declared returns the encoding that the carrier or the page declares. Pages
// declare it in their first kilobyte, and careless ones a little later.
func declared(b []byte, carrier string) string {
	if carrier != "" {
		return carrier
	}
	head := b[:min(len(b), 4096)]
	for _, re := range []*regexp.Regexp{metaCharset, xmlCharset} {
		if m := re.FindSubmatch(head); m != nil {
			return string(m[1])
		}
	}
	return ""
}

// minBody is how many bytes make an articleBody worth a look; shorter ones are
// teasers.
const minBody = 250

// wholeShare is how much of the extracted text an articleBody must have to be
// the whole article: teasers of paid pages have a tenth.
const wholeShare = 0.8

func fillText(it *item.Item, doc *html.Node, ld *article) error {
	// ExtractDocument works on a copy of the page.
	res, err := trafilatura.ExtractDocument(doc, trafilatura.Options{
		EnableFallback: true, ExcludeComments: true, HtmlDateMode: trafilatura.Disabled, Focus: trafilatura.Balanced,
	})
	var page item.Builder
	page.Headline(it.Title.Value)
	head := page.Len()
	if err == nil && res != nil && res.ContentNode != nil {
		w := blocks{out: &page, skip: it.Title.Value}
		w.node(res.ContentNode)
		w.flush()
	}
	if body := bodyText(ld.body); len(body) >= minBody && float64(len(body)) >= wholeShare*float64(page.Len()-head) {
		var b item.Builder
		b.Headline(it.Title.Value)
		addBody(&b, body, doc)
		b.Into(it)
		return nil
	}
	if page.Len() == head {
		return errNoText
	}
	page.Into(it)
	return nil
}

// bodyText returns an articleBody as plain text, in lines.
func bodyText(s string) string {
	if !strings.ContainsAny(s, "<&") {
		return s
	}
	var b item.Builder
	if strings.Contains(s, "</") || strings.Contains(s, "<br") {
		if Fragment(&b, s) != nil {
			return ""
		}
		var it item.Item
		b.Into(&it)
		return it.Text
	}
	return html.UnescapeString(s)
}

// addBody appends an articleBody. Where it came without line breaks, as many
// do, the paragraphs of the page cut it.
func addBody(b *item.Builder, body string, doc *html.Node) {
	if strings.Contains(strings.TrimSpace(body), "\n") {
		for _, line := range strings.Split(body, "\n") {
			b.Add(item.Paragraph, line)
		}
		return
	}
	rest := item.Line(body)
	for n := range doc.Descendants() {
		if n.Type != html.ElementNode || n.Data != "p" && n.Data != "h2" && n.Data != "h3" && n.Data != "li" && n.Data != "blockquote" {
			continue
		}
		p := item.Line(textOf(n))
		if len(p) < 20 {
			continue
		}
		at := strings.Index(rest, p)
		if at < 0 {
			continue
		}
		b.Add(item.Paragraph, rest[:at])
		kind := item.Paragraph
		if n.Data == "h2" || n.Data == "h3" {
			kind = item.Heading
		}
		b.Add(kind, p)
		rest = rest[at+len(p):]
	}
	b.Add(item.Paragraph, rest)
}

// IsPage reports whether a document that begins with head is a web page.
func IsPage(head []byte) bool {
	head = bytes.TrimLeft(bytes.TrimPrefix(head, []byte("\xEF\xBB\xBF")), " \t\r\n\f")
	if len(head) < 2 || head[0] != '<' {
		return false
	}
	head = bytes.ToLower(head)
	for bytes.HasPrefix(head, []byte("<!--")) || bytes.HasPrefix(head, []byte("<?xml")) {
		end := []byte("-->")
		if head[1] == '?' {
			end = []byte("?>")
		}
		_, rest, ok := bytes.Cut(head, end)
		if !ok {
			return false
		}
		head = bytes.TrimLeft(rest, " \t\r\n\f")
	}
	for _, tag := range []string{"<!doctype html", "<html", "<head", "<body", "<title", "<meta", "<article", "<main", "<div", "<script"} {
		if bytes.HasPrefix(head, []byte(tag)) {
			return true
		}
	}
	return false
}
