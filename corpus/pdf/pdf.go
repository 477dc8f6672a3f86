// Package pdf reads the text of PDF documents: the words in the order of the
// page, lines joined to paragraphs, headlines by the size of their letters.
package pdf

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"strings"

	"github.com/ledongthuc/pdf"

	"github.com/concord-news/concord/corpus/item"
)

// Format is the name of the format.
const Format = "PDF"

// maxPages bounds the pages that are read; a newspaper has 100.
const maxPages = 2000

// maxOperations bounds the drawing operations of a document, so that a hostile
// one ends: a page of text has 5,000.
const maxOperations = 20_000_000

var (
	errTooMuch = errors.New("has more in it than a document of news can have")
	errNoText  = errors.New("has no text in it; a scanned page must be turned into text first")
)

// Read returns the article of a PDF document. A page that cannot be read is
// told to fault, and the rest is read.
func Read(b []byte, fault func(place string, err error)) (it *item.Item, err error) {
	defer func() {
		// The library panics on what it does not understand.
		if p := recover(); p != nil {
			it, err = nil, fmt.Errorf("not a legal PDF: %v", p)
		}
	}()
	if err := check(b); err != nil {
		return nil, err
	}
	r, err := pdf.NewReader(&metered{r: bytes.NewReader(b), left: 64<<20 + 64*int64(len(b))}, int64(len(b)))
	if err != nil {
		return nil, fmt.Errorf("not a legal PDF: %s", strings.TrimPrefix(err.Error(), "not a PDF file: "))
	}
	d := document{left: maxOperations}
	if err := d.pages(r.Trailer().Key("Root").Key("Pages"), fault); err != nil {
		return nil, err
	}
	it = &item.Item{Format: Format, Bytes: b, Charset: item.Stated{Value: "UTF-8", From: "declared"}}
	d.write(it)
	if strings.TrimSpace(it.Text) == "" {
		return nil, errNoText
	}
	properties(it, r)
	return it, nil
}

// properties reads the title where the text did not show it. The time in the
// properties is when the file was made, not when its text appeared.
func properties(it *item.Item, r *pdf.Reader) {
	defer func() { _ = recover() }() // damaged properties cost nothing but themselves
	info := r.Trailer().Key("Info")
	it.Byline = item.Stated{Value: item.Line(info.Key("Author").Text()), From: "document properties"}
	title := item.Line(info.Key("Title").Text())
	for i := range it.Parts {
		p := &it.Parts[i]
		if s := item.Line(it.Text[p.Start:p.End]); i < 5 && title != "" && s == title {
			for k := range i {
				if it.Parts[k].Kind == item.Headline {
					it.Parts[k].Kind = item.Heading
				}
			}
			p.Kind = item.Headline
			it.Title = item.Stated{Value: s, From: "document properties"}
			return
		}
	}
}

// document gathers the lines of all pages.
type document struct {
	lines []line
	left  int
}

// run is some letters shown in one place.
type run struct {
	text       string
	x, y, size float64
	width      float64
	// space reports that the document moves on by a space before it.
	space bool
}

// metered fails once a document was read many times over: objects that lead
// back to themselves would be followed for ever.
type metered struct {
	r    io.ReaderAt
	left int64
}

func (m *metered) ReadAt(p []byte, at int64) (int, error) {
	if m.left -= int64(len(p)); m.left < 0 {
		return 0, errTooMuch
	}
	return m.r.ReadAt(p, at)
}

// branch is a node of the tree of pages, with the fonts that it inherits.
type branch struct {
	node, resources pdf.Value
	depth           int
}

// maxTree bounds the depth of the tree of pages, which is flat or binary.
const maxTree = 40

// pages reads the pages of a tree in order. The library's own walk does not
// end where a tree leads back to itself.
func (d *document) pages(root pdf.Value, fault func(place string, err error)) error {
	stack := []branch{{node: root}}
	nodes, n := 0, 0
	for len(stack) > 0 {
		b := stack[len(stack)-1]
		stack = stack[:len(stack)-1]
		if nodes++; nodes > 4*maxPages || n > maxPages || b.depth > maxTree {
			return fmt.Errorf("has more than %d pages, or pages that lead back to themselves", maxPages)
		}
		if own := b.node.Key("Resources"); !own.IsNull() {
			b.resources = own
		}
		kids := b.node.Key("Kids")
		if kids.Kind() == pdf.Array {
			for i := min(kids.Len(), maxPages+1) - 1; i >= 0; i-- {
				stack = append(stack, branch{kids.Index(i), b.resources, b.depth + 1})
			}
			continue
		}
		n++
		if err := d.page(b, n); errors.Is(err, errTooMuch) {
			return err
		} else if err != nil {
			fault(fmt.Sprintf("page %d", n), err)
		}
	}
	return nil
}

func (d *document) page(b branch, n int) (err error) {
	w := &writer{left: &d.left, fonts: map[string]*font{}}
	defer func() {
		p := recover()
		if p == errTooMuch {
			err = errTooMuch
			return
		}
		if p != nil {
			err = fmt.Errorf("cannot be read whole: %v", p)
		}
		d.lines = append(d.lines, lines(w.runs, n)...)
	}()
	if b.node.Kind() != pdf.Dict {
		return errors.New("is missing")
	}
	contents := b.node.Key("Contents")
	if contents.IsNull() {
		return nil
	}
	if err := checkContents(contents); err != nil {
		return err
	}
	w.show(contents, b.resources, 0)
	return nil
}

// checkContents unpacks the text of a page with bounds before the library
// interprets it.
func checkContents(v pdf.Value) error {
	streams := []pdf.Value{v}
	if v.Kind() == pdf.Array {
		streams = streams[:0]
		for i := range min(v.Len(), maxPages) {
			streams = append(streams, v.Index(i))
		}
	}
	var all []byte
	for _, s := range streams {
		if s.Kind() != pdf.Stream {
			continue
		}
		rc := s.Reader()
		b, _ := io.ReadAll(io.LimitReader(rc, maxStream+1-int64(len(all)))) // what is cut short is read as far as it goes
		rc.Close()
		if all = append(all, b...); len(all) > maxStream {
			return errors.New("unpacks to more than a page can have")
		}
	}
	if err := checkNesting(all); err != nil {
		return err
	}
	return checkClosed(all)
}
