// Package newsml reads news items in NewsML-G2, the IPTC's news exchange
// format, with their text inline as XHTML, NITF or plain text.
package newsml

import (
	"errors"
	"fmt"
	"strconv"
	"strings"

	"github.com/concord-news/concord/corpus/html"
	"github.com/concord-news/concord/corpus/item"
	"github.com/concord-news/concord/corpus/xmltree"
)

// Format is the name of the format.
const Format = "NewsML-G2"

const from = "NewsML-G2"

// Roots are the names of the elements that a document can begin with.
func Roots() []string { return []string{"newsItem", "newsMessage", "packageItem", "nitf"} }

// Read hands over the news items of a document in order. Items of packages,
// concepts and planning have no text and are faults.
func Read(b []byte, sink item.Sink) error {
	root, err := xmltree.Read(b)
	if err != nil {
		return err
	}
	switch root.Name {
	case "nitf":
		it, err := readNITF(root)
		if err != nil {
			return err
		}
		it.Bytes = b
		sink.Item(it)
		return nil
	case "newsItem":
		it, err := read(root)
		if err != nil {
			return err
		}
		it.Bytes = b
		sink.Item(it)
		return nil
	case "newsMessage":
	default:
		return fmt.Errorf("its root is <%s>; <newsItem> and <newsMessage> are read", root.Name)
	}
	n := 0
	root.Child("itemSet").All(func(e *xmltree.Node) {
		n++
		place := fmt.Sprintf("item %d", n)
		if e.Name != "newsItem" {
			sink.Fault(place, fmt.Errorf("is a <%s>, which has no text of its own", e.Name))
			return
		}
		it, err := read(e)
		if err != nil {
			sink.Fault(place, err)
			return
		}
		it.Place, it.Name = place, strconv.Itoa(n)
		it.Bytes = []byte(it.URI + "\n" + it.Version + "\n" + it.Text)
		sink.Item(it)
	}, "newsItem", "packageItem", "conceptItem", "knowledgeItem", "planningItem", "catalogItem")
	if n == 0 {
		return errors.New("message has no items")
	}
	return nil
}

func read(n *xmltree.Node) (*item.Item, error) {
	meta, content := n.Child("itemMeta"), n.Child("contentMeta")
	it := &item.Item{
		Format: Format, URI: n.Get("guid"), Version: n.Get("version"),
		Title:    item.Stated{Value: headline(content), From: from},
		Outlet:   item.Stated{Value: nameOf(meta.Child("provider")), From: from},
		Byline:   item.Stated{Value: item.Line(content.Child("by").String()), From: from},
		Language: item.Stated{Value: content.Child("language").Get("tag"), From: from},
		Charset:  item.Stated{Value: "UTF-8", From: "declared"},
		Modified: item.ParseMoment(meta.Child("versionCreated").String(), from),
	}
	if !it.Language.Known() {
		it.Language.Value = n.Get("lang")
	}
	switch status := meta.Child("pubStatus").Get("qcode"); {
	case strings.HasSuffix(status, ":canceled"), strings.HasSuffix(status, ":withheld"):
		return nil, fmt.Errorf("is marked %s by its publisher; it is not read", item.Line(status))
	}
	if class := meta.Child("itemClass").Get("qcode"); strings.HasPrefix(class, "ninat:") && class != "ninat:text" && class != "ninat:composite" {
		return nil, fmt.Errorf("is a %s; items of class text are read", item.Line(strings.TrimPrefix(class, "ninat:")))
	}
	it.Published = item.ParseMoment(meta.Child("firstCreated").String(), from).
		Or(item.ParseMoment(content.Child("contentCreated").String(), from)).Or(it.Modified)
	if !it.Outlet.Known() {
		it.Outlet.Value = nameOf(n.Child("rightsInfo", "copyrightHolder"))
	}
	for _, name := range []string{"creditline", "infoSource"} {
		if s := item.Line(first(content.Child(name).String(), nameOf(content.Child(name)))); s != "" {
			it.Credits = append(it.Credits, s)
		}
	}
	var out item.Builder
	out.Headline(it.Title.Value)
	head := out.Len()
	if err := body(&out, n.Child("contentSet"), it); err != nil {
		return nil, err
	}
	if out.Len() == head {
		return nil, errors.New("item has no text: no inlineXML or inlineData in its contentSet")
	}
	out.Into(it)
	return it, nil
}

// headline returns the headline, the main one where there are several.
func headline(content *xmltree.Node) string {
	best := ""
	content.All(func(h *xmltree.Node) {
		if s := item.Line(h.String()); best == "" || strings.HasSuffix(h.Get("role"), ":main") {
			best = s
		}
	}, "headline")
	return best
}

// nameOf returns the name of a party: its name element, or its literal.
func nameOf(n *xmltree.Node) string {
	return item.Line(first(n.Child("name").String(), n.Get("literal")))
}

func first(texts ...string) string {
	for _, s := range texts {
		if strings.TrimSpace(s) != "" {
			return s
		}
	}
	return ""
}

// body appends the first content that is text. The others are renditions of it.
func body(out *item.Builder, set *xmltree.Node, it *item.Item) error {
	before := out.Len()
	for _, c := range children(set) {
		var err error
		switch c.Name {
		case "inlineXML":
			for _, doc := range children(c) {
				w := walker{out: out, title: it.Title.Value}
				w.walk(doc, item.Paragraph)
				w.flush(item.Paragraph)
			}
		case "inlineData":
			s := c.String()
			if strings.Contains(c.Get("contenttype"), "html") || html.Looks(s) {
				err = html.Fragment(out, s)
			} else {
				html.Plain(out, s)
			}
		}
		if err != nil || out.Len() > before {
			return err
		}
	}
	return nil
}

func children(n *xmltree.Node) []*xmltree.Node {
	if n == nil {
		return nil
	}
	return n.Children
}

// readNITF reads a document in NITF, an older format that G2 items carry too.
func readNITF(root *xmltree.Node) (*item.Item, error) {
	it := &item.Item{Format: "NITF", Charset: item.Stated{Value: "UTF-8", From: "declared"}}
	head, body := root.Child("head"), root.Child("body")
	title := first(body.Child("body.head", "hedline", "hl1").String(), head.Child("title").String())
	it.Title = item.Stated{Value: item.Line(title), From: "NITF"}
	it.URI = head.Child("docdata", "doc-id").Get("id-string")
	it.Byline = item.Stated{Value: item.Line(body.Child("body.head", "byline").String()), From: "NITF"}
	it.Outlet = item.Stated{Value: item.Line(head.Child("docdata", "doc.copyright").Get("holder")), From: "NITF"}
	it.Published = item.ParseMoment(head.Child("docdata", "date.issue").Get("norm"), "NITF").
		Or(item.ParseMoment(head.Child("pubdata").Get("date.publication"), "NITF"))
	var out item.Builder
	out.Headline(it.Title.Value)
	w := walker{out: &out, title: it.Title.Value}
	w.walk(root, item.Paragraph)
	w.flush(item.Paragraph)
	if out.Len() == len(it.Title.Value) {
		return nil, errors.New("document has no text in its body.content")
	}
	out.Into(it)
	return it, nil
}

// walker turns the elements of XHTML and NITF into parts.
type walker struct {
	out   *item.Builder
	title string
	text  strings.Builder
}

func (w *walker) flush(kind item.Kind) {
	s := item.Line(w.text.String())
	w.text.Reset()
	if s != "" && s != w.title {
		w.out.Add(kind, s)
	}
}

func (w *walker) walk(n *xmltree.Node, kind item.Kind) {
	switch n.Name {
	case "":
		w.text.WriteString(n.Text)
		return
	case "head", "docdata", "body.head", "body.end", "script", "style", "media", "iframe", "form":
		return
	case "h1", "h2", "h3", "h4", "hl1", "hl2":
		w.block(n, kind, item.Heading)
		return
	case "br":
		w.text.WriteByte('\n')
		return
	case "p", "div", "section", "article", "li", "ul", "ol", "body", "body.content", "block", "blockquote", "bq", "table", "tr", "pre", "html", "nitf", "figure":
		w.block(n, kind, kind)
		return
	case "td", "th":
		w.text.WriteString("  ")
	}
	for _, c := range n.Children {
		w.walk(c, kind)
	}
}

func (w *walker) block(n *xmltree.Node, around, kind item.Kind) {
	w.flush(around)
	for _, c := range n.Children {
		w.walk(c, kind)
	}
	w.flush(kind)
}
