// Package table reads articles that lie in rows and records: CSV, JSON and JSON
// lines, under the names that data sets give their fields.
package table

import (
	"encoding/json"
	"fmt"
	"strings"

	"github.com/concord-news/concord/corpus/html"
	"github.com/concord-news/concord/corpus/item"
)

// field is what a column holds.
type field uint8

const (
	unknownField field = iota
	textField
	titleField
	outletField
	urlField
	publishedField
	modifiedField
	bylineField
	languageField
	idField
	versionField
)

// fieldOf returns what a column of a name holds: the names are compared
// without case, spaces, hyphens and underscores.
func fieldOf(name string) field {
	name = strings.Map(func(r rune) rune {
		if strings.ContainsRune(" _-.\uFEFF\"", r) {
			return -1
		}
		return r
	}, strings.ToLower(name))
	switch name {
	case "text", "body", "content", "article", "articletext", "articlebody", "fulltext", "maintext", "story", "bodytext", "contenttext", "contenthtml":
		return textField
	case "title", "headline", "head":
		return titleField
	case "outlet", "source", "publisher", "publication", "site", "sitename", "newspaper", "newssource", "sourcename", "media":
		return outletField
	case "url", "link", "href", "sourceurl", "permalink":
		return urlField
	case "published", "date", "publishedat", "publishdate", "publicationdate", "pubdate", "datepublished", "time", "datetime", "timestamp", "dct", "created", "createdat":
		return publishedField
	case "modified", "updated", "updatedat", "modifiedat", "datemodified":
		return modifiedField
	case "author", "authors", "byline":
		return bylineField
	case "language", "lang":
		return languageField
	case "id", "uri", "guid", "articleid":
		return idField
	case "version":
		return versionField
	}
	return unknownField
}

// Fields reports whether names have a text, and how many of them are known.
func Fields(names []string) (text bool, known int) {
	for _, n := range names {
		f := fieldOf(n)
		text = text || f == textField
		if f != unknownField {
			known++
		}
	}
	return text, known
}

// builder makes an item from the fields of one record. Of two fields of one
// sort the first that says something counts, and the longer text.
type builder struct {
	it   item.Item
	text string
	from string
}

func (b *builder) set(name, value string) {
	value = strings.TrimSpace(value)
	if value == "" {
		return
	}
	s := item.Stated{Value: item.Line(value), From: b.from}
	switch fieldOf(name) {
	case textField:
		if len(value) > len(b.text) {
			b.text = value
		}
	case titleField:
		b.it.Title = b.it.Title.Or(s)
	case outletField:
		b.it.Outlet = b.it.Outlet.Or(s)
	case urlField:
		b.it.URL = b.it.URL.Or(s)
	case publishedField:
		b.it.Published = b.it.Published.Or(item.ParseMoment(value, b.from))
	case modifiedField:
		b.it.Modified = b.it.Modified.Or(item.ParseMoment(value, b.from))
	case bylineField:
		b.it.Byline = b.it.Byline.Or(s)
	case languageField:
		b.it.Language = b.it.Language.Or(s)
	case idField:
		b.it.URI = value
	case versionField:
		b.it.Version = value
	}
}

// item returns the article; place says where it stood and raw are its bytes.
func (b *builder) item(place string, raw []byte) (*item.Item, error) {
	if b.text == "" {
		return nil, fmt.Errorf("has no text; one field must be called text, body or content")
	}
	var out item.Builder
	out.Headline(b.it.Title.Value)
	if html.Looks(b.text) {
		if err := html.Fragment(&out, b.text); err != nil {
			return nil, err
		}
	} else {
		html.Plain(&out, b.text)
	}
	b.it.Place, b.it.Bytes = place, append([]byte(nil), raw...)
	b.it.Charset = item.Stated{Value: "UTF-8", From: "its bytes"}
	out.Into(&b.it)
	return &b.it, nil
}

// record makes an item of a JSON object.
func record(v map[string]json.RawMessage, place string, raw []byte) (*item.Item, error) {
	b := builder{from: "record"}
	for _, name := range sortedKeys(v) {
		b.set(name, plain(v[name]))
	}
	return b.item(place, raw)
}

// plain returns a JSON value as text: a text, a number, the texts of a list
// one a line, the name of an object.
func plain(raw json.RawMessage) string {
	var s string
	if json.Unmarshal(raw, &s) == nil {
		return s
	}
	var n json.Number
	if json.Unmarshal(raw, &n) == nil {
		return n.String()
	}
	var list []json.RawMessage
	if json.Unmarshal(raw, &list) == nil && len(list) < 10_000 {
		var parts []string
		for _, e := range list {
			if json.Unmarshal(e, &s) == nil {
				parts = append(parts, s)
			}
		}
		return strings.Join(parts, "\n\n")
	}
	var object struct{ Name, Title string }
	if json.Unmarshal(raw, &object) == nil {
		return object.Name + object.Title
	}
	return ""
}
