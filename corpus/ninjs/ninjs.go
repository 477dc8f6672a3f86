// Package ninjs reads news items in ninjs, the IPTC's News in JSON, versions
// 1.x, 2.x and 3.x.
package ninjs

import (
	"encoding/json"
	"errors"
	"fmt"
	"strconv"
	"strings"

	"github.com/concord-news/concord/corpus/html"
	"github.com/concord-news/concord/corpus/item"
)

// Format is the name of the format.
const Format = "ninjs"

const from = "ninjs"

// doc is a news item. Version 3 writes camel case where 1 and 2 do not;
// encoding/json matches names without regard to case, so that one field serves
// both where only the capitals differ.
type doc struct {
	URI             string          `json:"uri"`
	Type            string          `json:"type"`
	Version         json.RawMessage `json:"version"`
	VersionCreated  string          `json:"versioncreated"`
	FirstCreated    string          `json:"firstcreated"`
	ContentCreated  string          `json:"contentcreated"`
	PubStatus       string          `json:"pubstatus"`
	Language        string          `json:"language"`
	Headline        string          `json:"headline"`
	Headlines       []labelled      `json:"headlines"`
	Title           string          `json:"title"`
	Byline          string          `json:"byline"`
	By              string          `json:"by"`
	BodyText        string          `json:"body_text"`
	BodyXHTML       string          `json:"body_xhtml"`
	BodyHTML5       string          `json:"body_html5"`
	Bodies          []labelled      `json:"bodies"`
	CopyrightHolder string          `json:"copyrightholder"`
	Source          string          `json:"source"`
	Provider        json.RawMessage `json:"provider"`
	InfoSources     []named         `json:"infosources"`
	InfoSource      []named         `json:"infosource"`
	URL             string          `json:"url"`
	Standard        *struct {
		Name string `json:"name"`
	} `json:"standard"`
	Associations json.RawMessage `json:"associations"`
}

// labelled is a headline or body of version 2 and 3, one of several.
type labelled struct {
	Role        string `json:"role"`
	ContentType string `json:"contenttype"`
	Value       string `json:"value"`
}

type named struct {
	Name string `json:"name"`
	Role string `json:"role"`
}

// Is reports whether a JSON value is a ninjs item, or a list of them.
func Is(b []byte) bool {
	var list []json.RawMessage
	if json.Unmarshal(b, &list) == nil {
		return len(list) > 0 && Is(list[0])
	}
	var d doc
	if json.Unmarshal(b, &d) != nil || d.URI == "" {
		return false
	}
	return d.Standard != nil && strings.EqualFold(d.Standard.Name, "ninjs") || d.VersionCreated != "" || d.FirstCreated != "" ||
		d.ContentCreated != "" || d.BodyText != "" || d.BodyXHTML != "" || d.BodyHTML5 != "" || len(d.Bodies) > 0
}

// Read hands over the item, or the items of a list.
func Read(b []byte, sink item.Sink) error {
	var list []json.RawMessage
	if json.Unmarshal(b, &list) != nil {
		it, err := read(b)
		if err != nil {
			return err
		}
		sink.Item(it)
		return nil
	}
	for i, raw := range list {
		place := fmt.Sprintf("item %d", i+1)
		it, err := read(raw)
		if err != nil {
			sink.Fault(place, err)
			continue
		}
		it.Place, it.Name = place, strconv.Itoa(i+1)
		sink.Item(it)
	}
	return nil
}

func read(b []byte) (*item.Item, error) {
	var d doc
	if err := json.Unmarshal(b, &d); err != nil {
		return nil, fmt.Errorf("not a legal ninjs item: %w", err)
	}
	switch {
	case d.Type != "" && d.Type != "text" && d.Type != "composite":
		return nil, fmt.Errorf("is a %s; items of type text are read", item.Line(d.Type))
	case strings.HasPrefix(strings.ToLower(d.PubStatus), "cancel"):
		return nil, errors.New("is cancelled by its publisher (pubstatus); it is not read")
	}
	it := &item.Item{
		Format: Format, Bytes: b, URI: d.URI, Version: strings.Trim(string(d.Version), `"`),
		Title:    item.Stated{Value: d.headline(), From: from},
		Outlet:   item.Stated{Value: item.Line(d.outlet()), From: from},
		Byline:   item.Stated{Value: first(d.Byline, d.By), From: from},
		Language: item.Stated{Value: d.Language, From: from},
		Charset:  item.Stated{Value: "UTF-8", From: "declared"},
		Modified: item.ParseMoment(d.VersionCreated, from),
	}
	if it.Version == "null" {
		it.Version = ""
	}
	if u := first(d.URL, d.URI); strings.HasPrefix(u, "http") {
		it.URL = item.Stated{Value: u, From: from}
	}
	it.Published = item.ParseMoment(d.FirstCreated, from).Or(item.ParseMoment(d.ContentCreated, from)).Or(it.Modified)
	for _, s := range append(d.InfoSources, d.InfoSource...) {
		it.Credits = append(it.Credits, s.Name)
	}
	if d.Source != "" {
		it.Credits = append(it.Credits, d.Source)
	}
	var out item.Builder
	out.Headline(it.Title.Value)
	head := out.Len()
	if err := d.body(&out); err != nil {
		return nil, err
	}
	if out.Len() == head {
		return nil, errors.New("item has no text: no body_text, body_xhtml or bodies")
	}
	out.Into(it)
	return it, nil
}

func (d *doc) headline() string {
	best := first(d.Headline)
	for _, h := range d.Headlines {
		if best == "" || strings.EqualFold(h.Role, "main") || strings.EqualFold(h.Role, "headline") {
			best = h.Value
		}
	}
	if strings.Contains(best, "<") {
		var b item.Builder
		if html.Fragment(&b, best) == nil {
			var it item.Item
			b.Into(&it)
			best = it.Text
		}
	}
	return first(best, d.Title)
}

func (d *doc) outlet() string {
	var provider named
	if json.Unmarshal(d.Provider, &provider) != nil {
		_ = json.Unmarshal(d.Provider, &provider.Name) // a bare name
	}
	publisher := ""
	for _, s := range d.InfoSources {
		if strings.Contains(strings.ToLower(s.Role), "publish") || strings.Contains(strings.ToLower(s.Role), "provider") {
			publisher = s.Name
		}
	}
	return first(provider.Name, publisher, d.CopyrightHolder)
}

// body appends the text: marked up where there is one, since that has the
// paragraphs, and otherwise plain.
func (d *doc) body(out *item.Builder) error {
	marked, plain := first(d.BodyXHTML, d.BodyHTML5), d.BodyText
	for _, b := range d.Bodies {
		role := strings.ToLower(b.Role)
		if role == "summary" || role == "description" || role == "teaser" {
			continue
		}
		if strings.Contains(b.ContentType, "html") || b.ContentType == "" && html.Looks(b.Value) {
			if marked == "" {
				marked = b.Value
			}
		} else if plain == "" {
			plain = b.Value
		}
	}
	if marked != "" {
		return html.Fragment(out, marked)
	}
	if html.Looks(plain) && strings.Contains(plain, "</") {
		return html.Fragment(out, plain)
	}
	html.Plain(out, plain)
	return nil
}

// first returns the first of the texts that says something, on one line.
func first(texts ...string) string {
	for _, s := range texts {
		if s = item.Line(s); s != "" {
			return s
		}
	}
	return ""
}
