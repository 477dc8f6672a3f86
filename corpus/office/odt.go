package office

import (
	"strconv"
	"strings"

	"github.com/concord-news/concord/corpus/item"
	"github.com/concord-news/concord/corpus/xmltree"
)

func readODT(it *item.Item, part parts) error {
	doc, err := part("content.xml", true)
	if err != nil {
		return err
	}
	if meta, err := part("meta.xml", false); err == nil {
		m := meta.Child("meta")
		get := func(name string) string { return item.Line(m.Child(name).String()) }
		it.Title = item.Stated{Value: get("title"), From: fromProperties}
		it.Byline = item.Stated{Value: get("creator"), From: fromProperties}
		it.Language = item.Stated{Value: get("language"), From: fromProperties}
		it.Modified = item.ParseMoment(get("date"), fromProperties)
	}
	w := odt{out: &item.Builder{}, styles: map[string]string{}}
	doc.Child("automatic-styles").All(func(s *xmltree.Node) { w.styles[s.Get("name")] = s.Get("parent-style-name") }, "style")
	w.walk(doc.Child("body", "text"))
	return finish(it, w.out)
}

// odt writes the paragraphs of a document.
type odt struct {
	out    *item.Builder
	styles map[string]string
	text   strings.Builder
	notes  []string
}

func (w *odt) walk(n *xmltree.Node) {
	if n == nil {
		return
	}
	for _, c := range n.Children {
		switch c.Name {
		case "p", "h":
			w.paragraph(c)
		case "table-row":
			w.row(c)
		case "tracked-changes", "forms", "sequence-decls", "annotation", "table-of-content", "alphabetical-index":
		case "":
		default:
			w.walk(c)
		}
	}
}

func (w *odt) row(n *xmltree.Node) {
	var cells []string
	n.All(func(c *xmltree.Node) {
		sub := odt{}
		c.All(func(p *xmltree.Node) {
			sub.runs(p)
			sub.text.WriteByte(' ')
		}, "p", "h")
		cells = append(cells, sub.text.String())
	}, "table-cell")
	w.out.Add(item.Paragraph, strings.Join(cells, "  "))
}

func (w *odt) paragraph(p *xmltree.Node) {
	w.runs(p)
	s := w.text.String()
	w.text.Reset()
	style := p.Get("style-name")
	for range 3 { // automatic styles stand for named ones
		if parent, ok := w.styles[style]; ok && parent != "" {
			style = parent
		}
	}
	switch {
	case style == "Title":
		w.out.Headline(s)
	case p.Name == "h" || style == "Subtitle" || strings.HasPrefix(style, "Heading"):
		w.out.Add(item.Heading, s)
	case strings.HasPrefix(style, "Caption") || style == "Illustration":
		w.out.Aside("caption", s)
	default:
		w.out.Add(item.Paragraph, s)
	}
	notes := w.notes
	w.notes = nil
	for _, note := range notes {
		w.out.Add(item.Paragraph, note)
	}
}

// maxSpaces bounds the spaces that one element stands for.
const maxSpaces = 100

func (w *odt) runs(n *xmltree.Node) {
	for _, c := range n.Children {
		switch c.Name {
		case "":
			w.text.WriteString(strings.Map(lineBreakToSpace, c.Text))
		case "s":
			n, err := strconv.Atoi(c.Get("c"))
			if err != nil {
				n = 1
			}
			w.text.WriteString(strings.Repeat(" ", max(0, min(n, maxSpaces))))
		case "tab":
			w.text.WriteByte('\t')
		case "line-break":
			w.text.WriteByte('\n')
		case "note":
			sub := odt{}
			sub.runs(c.Child("note-body"))
			w.notes = append(w.notes, sub.text.String())
		case "annotation", "change", "change-start", "change-end", "bookmark":
		case "frame":
			c.All(func(p *xmltree.Node) {
				sub := odt{}
				sub.runs(p)
				w.notes = append(w.notes, sub.text.String())
			}, "p", "h")
		default:
			w.runs(c)
		}
	}
}

func lineBreakToSpace(r rune) rune {
	if r == '\n' || r == '\r' {
		return ' '
	}
	return r
}
