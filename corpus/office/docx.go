// Package office reads articles out of the documents of word processors: DOCX
// and ODT.
package office

import (
	"archive/zip"
	"errors"
	"fmt"
	"io"
	"strings"

	"github.com/concord-news/concord/corpus/archive"
	"github.com/concord-news/concord/corpus/item"
	"github.com/concord-news/concord/corpus/xmltree"
)

// The names of the formats.
const (
	FormatDOCX = "DOCX"
	FormatODT  = "ODT"
)

const fromProperties = "document properties"

// Kind returns the format of a zip archive that is a document, "" where it is
// none, and an error where it is a document of a sort that is not read.
func Kind(z *zip.Reader) (string, error) {
	for i, f := range z.File {
		if i >= 2000 {
			break
		}
		switch {
		case f.Name == "word/document.xml":
			return FormatDOCX, nil
		case f.Name == "xl/workbook.xml":
			return "", errors.New("is a spreadsheet; save it as CSV")
		case f.Name == "ppt/presentation.xml":
			return "", errors.New("is a presentation; save its text as DOCX or plain text")
		case f.Name == "META-INF/container.xml":
			return "", errors.New("is an e-book; save its text as DOCX or plain text")
		case f.Name == "mimetype":
			return openKind(f)
		}
	}
	return "", nil
}

func openKind(f *zip.File) (string, error) {
	b, err := archive.ReadZip(f, archive.NewBudget())
	if err != nil {
		return "", err
	}
	switch t := strings.TrimSpace(string(b)); {
	case strings.HasPrefix(t, "application/vnd.oasis.opendocument.text"):
		return FormatODT, nil
	case strings.HasPrefix(t, "application/vnd.oasis.opendocument."):
		return "", fmt.Errorf("is an OpenDocument %s; a text document is wanted", strings.TrimPrefix(t, "application/vnd.oasis.opendocument."))
	case strings.HasPrefix(t, "application/epub"):
		return "", errors.New("is an e-book; save its text as DOCX or plain text")
	}
	return "", nil
}

// Read reads a document; format is what Kind returned.
func Read(z *zip.Reader, format string) (*item.Item, error) {
	it := &item.Item{Format: format, Charset: item.Stated{Value: "UTF-8", From: "declared"}}
	budget := archive.NewBudget()
	part := func(name string, must bool) (*xmltree.Node, error) {
		f := find(z, name)
		if f == nil && !must {
			return nil, nil
		}
		if f == nil {
			return nil, fmt.Errorf("document has no %s", name)
		}
		b, err := archive.ReadZip(f, budget)
		if err == nil {
			var n *xmltree.Node
			if n, err = xmltree.Read(b); err == nil {
				return n, nil
			}
		}
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	if format == FormatODT {
		return it, readODT(it, part)
	}
	return it, readDOCX(it, part)
}

// parts reads a part of a document by name; one that must be there and is not
// is an error.
type parts func(name string, must bool) (*xmltree.Node, error)

func find(z *zip.Reader, name string) *zip.File {
	for _, f := range z.File {
		if f.Name == name {
			return f
		}
	}
	return nil
}

func readDOCX(it *item.Item, part parts) error {
	doc, err := part("word/document.xml", true)
	if err != nil {
		return err
	}
	// Properties and styles that are damaged cost the title's origin, not the text.
	if core, err := part("docProps/core.xml", false); err == nil {
		properties(it, core)
	}
	styles, _ := part("word/styles.xml", false)
	w := docx{out: &item.Builder{}, styles: styleNames(styles)}
	w.body(doc.Child("body"))
	if notes, err := part("word/footnotes.xml", false); err == nil {
		notes.All(func(n *xmltree.Node) { w.body(n) }, "footnote")
	}
	return finish(it, w.out)
}

// finish takes the text into the item. A title in the properties that the text
// does not begin with is often that of a template, and is not used.
func finish(it *item.Item, out *item.Builder) error {
	out.Into(it)
	if strings.TrimSpace(it.Text) == "" {
		return errors.New("document has no text")
	}
	for _, p := range it.Parts {
		if p.Kind == item.Headline {
			it.Title = item.Stated{Value: item.Line(it.Text[p.Start:p.End]), From: "title style"}
			return nil
		}
	}
	title := it.Title.Value
	for i := range it.Parts {
		p := &it.Parts[i]
		if s := item.Line(it.Text[p.Start:p.End]); s == title && i < 5 {
			p.Kind = item.Headline
			return nil
		}
	}
	if len(it.Parts) > 0 && it.Parts[0].Kind == item.Heading {
		p := &it.Parts[0]
		p.Kind = item.Headline
		it.Title = item.Stated{Value: item.Line(it.Text[p.Start:p.End]), From: "first heading"}
		return nil
	}
	it.Title = item.Stated{}
	return nil
}

func properties(it *item.Item, core *xmltree.Node) {
	get := func(name string) string { return item.Line(core.Child(name).String()) }
	it.Title = item.Stated{Value: get("title"), From: fromProperties}
	it.Byline = item.Stated{Value: get("creator"), From: fromProperties}
	it.Language = item.Stated{Value: get("language"), From: fromProperties}
	it.Modified = item.ParseMoment(get("modified"), fromProperties)
}

// styleNames returns the name of each style by its id: ids are translated, and
// names are not.
func styleNames(styles *xmltree.Node) map[string]string {
	out := map[string]string{}
	styles.All(func(s *xmltree.Node) {
		out[s.Get("styleId")] = strings.ToLower(s.Child("name").Get("val"))
	}, "style")
	return out
}

// docx writes the paragraphs of a document.
type docx struct {
	out    *item.Builder
	styles map[string]string
	text   strings.Builder
}

func (w *docx) body(n *xmltree.Node) {
	n.All(func(c *xmltree.Node) {
		if c.Name == "tr" {
			w.row(c)
			return
		}
		w.paragraph(c)
	}, "p", "tr")
}

// row writes a row of a table as one paragraph; cells are parted by spaces.
func (w *docx) row(n *xmltree.Node) {
	var cells []string
	n.All(func(c *xmltree.Node) {
		var sub docx
		c.All(func(p *xmltree.Node) {
			sub.runs(p)
			sub.text.WriteByte(' ')
		}, "p")
		cells = append(cells, sub.text.String())
	}, "tc")
	w.out.Add(item.Paragraph, strings.Join(cells, "  "))
}

func (w *docx) paragraph(p *xmltree.Node) {
	style := p.Child("pPr", "pStyle").Get("val")
	name := w.styles[style]
	if name == "" {
		name = strings.ToLower(style)
	}
	w.runs(p)
	s := w.text.String()
	w.text.Reset()
	switch {
	case name == "title":
		w.out.Headline(s)
	case strings.HasPrefix(name, "heading"), name == "subtitle":
		w.out.Add(item.Heading, s)
	case name == "caption":
		w.out.Aside("caption", s)
	default:
		w.out.Add(item.Paragraph, s)
	}
}

// runs writes the text of a paragraph as it stands with all changes accepted:
// what was inserted is in it, and what was deleted is not.
func (w *docx) runs(n *xmltree.Node) {
	for _, c := range n.Children {
		switch c.Name {
		case "t":
			w.text.WriteString(c.String())
		case "tab":
			w.text.WriteByte('\t')
		case "br", "cr":
			w.text.WriteByte('\n')
		case "noBreakHyphen":
			w.text.WriteByte('-')
		case "del", "moveFrom", "instrText", "delText", "pPr", "rPr", "Fallback", "commentReference":
		case "footnoteReference", "endnoteReference":
			w.text.WriteByte(' ')
		default:
			w.runs(c)
		}
	}
}

// ReadZip opens a document.
func ReadZip(r io.ReaderAt, size int64) (*item.Item, error) {
	z, err := archive.OpenZip(r, size)
	if err != nil {
		return nil, err
	}
	kind, err := Kind(z)
	if err == nil && kind == "" {
		err = errors.New("is a zip archive and no document")
	}
	if err != nil {
		return nil, err
	}
	return Read(z, kind)
}
