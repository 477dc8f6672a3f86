package corpus

import (
	"net/url"
	"strings"

	"github.com/concord-news/concord/corpus/item"
	"github.com/concord-news/concord/corpus/outlets"
)

// source is what an article is made from.
type source struct {
	found
	text, sha string
	// item is what the file's format states; nil for plain text.
	item *item.Item
	// entry is what the manifest says of the file; nil where it says nothing.
	entry   *entry
	outlets *outlets.Table
}

// FromText returns an article made of text alone, such as a line of a data set
// or an example in a test. What Load would infer from a page is inferred; id
// stands for the file's name. Text must be UTF-8.
func FromText(id, text string) *Article {
	return newArticle(source{found: found{id: id, path: id}, text: text, sha: hash([]byte(text))})
}

func newArticle(s source) *Article {
	a := &Article{ID: s.id, Path: s.path, Text: s.text, SHA256: s.sha, Format: plainText}
	if s.entry == nil {
		s.entry = &entry{}
	}
	if s.item == nil {
		s.item = &item.Item{Text: s.text, Raw: true}
	}
	a.stated(s.item)
	switch {
	case s.item.Parts != nil:
		a.Blocks = splitParts(s.item)
	default:
		a.Blocks = splitTitled(a.Text, first(s.entry.title, a.Title))
	}
	a.Title, a.TitleFrom = pick(stated{s.entry.title, fromManifest}, stated{a.Title, a.TitleFrom}, stated{headlineOf(a), fromText})
	a.URL, a.URLFrom = pick(stated{s.entry.url, fromManifest}, stated{a.URL, a.URLFrom})
	a.Outlet, a.OutletFrom = outletOf(a, s)
	if s.entry.published.Known() {
		a.Published = s.entry.published
	}
	if !a.Published.Known() {
		a.Published = inferPublished(a)
	}
	return a
}

// plainText is the format of files without one.
const plainText = "plain text"

// fromText is the origin of a title that was found in the text.
const fromText = "text"

// stated takes over what the file's format says of the article.
func (a *Article) stated(it *item.Item) {
	if it.Format != "" {
		a.Format = it.Format
	}
	a.Place, a.Extracted = it.Place, !it.Raw
	a.Charset, a.CharsetFrom = it.Charset.Value, it.Charset.From
	a.Outlet, a.OutletFrom = it.Outlet.Value, it.Outlet.From
	a.Byline, a.BylineFrom = pick(stated{it.Byline.Value, it.Byline.From})
	a.Title, a.TitleFrom = it.Title.Value, it.Title.From
	a.URL, a.URLFrom = it.URL.Value, it.URL.From
	a.Published, a.Modified = Published(it.Published), Published(it.Modified)
	a.URI, a.Version, a.Credits = it.URI, it.Version, it.Credits
}

// stated is a text and where it is from.
type stated struct{ value, from string }

// pick returns the first that says anything.
func pick(list ...stated) (value, from string) {
	for _, s := range list {
		if s.value != "" {
			return s.value, s.from
		}
	}
	return "", ""
}

func first(texts ...string) string {
	for _, s := range texts {
		if s != "" {
			return s
		}
	}
	return ""
}

// The sources of an outlet's name that are not a part of the file.
const (
	fromTable  = "outlet table"
	fromDomain = "domain"
)

// outletOf returns the outlet and how it is known. The table is asked before
// the file: pages write "BBC News Home" and feeds "Latest stories - The Post".
func outletOf(a *Article, s source) (name, from string) {
	if s.entry.outlet != "" {
		return s.entry.outlet, fromManifest
	}
	if s.outlets != nil {
		if e, ok := s.outlets.OfURL(a.URL); ok {
			return e.Name, fromTable
		}
	}
	if a.Outlet != "" {
		return a.Outlet, a.OutletFrom
	}
	if u, err := url.Parse(a.URL); err == nil && u.Hostname() != "" {
		return strings.TrimPrefix(u.Hostname(), "www."), fromDomain
	}
	name = outletFromName(a.ID)
	if s.outlets != nil && isHost(strings.ToLower(name)) {
		if e, ok := s.outlets.Lookup(name); ok {
			return e.Name, fromTable
		}
	}
	return name, fromFileName
}

// headlineOf returns the article's headline on one line.
func headlineOf(a *Article) string {
	for _, b := range a.Blocks {
		if b.Kind == Headline {
			return strings.Join(strings.FieldsFunc(b.In(a.Text), isBlank), " ")
		}
	}
	return ""
}
