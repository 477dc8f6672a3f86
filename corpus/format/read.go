package format

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"path"
	"strings"

	"github.com/concord-news/concord/corpus/archive"
	"github.com/concord-news/concord/corpus/feed"
	"github.com/concord-news/concord/corpus/html"
	"github.com/concord-news/concord/corpus/item"
	"github.com/concord-news/concord/corpus/mail"
	"github.com/concord-news/concord/corpus/markdown"
	"github.com/concord-news/concord/corpus/newsml"
	"github.com/concord-news/concord/corpus/ninjs"
	"github.com/concord-news/concord/corpus/office"
	"github.com/concord-news/concord/corpus/pdf"
	"github.com/concord-news/concord/corpus/table"
	"github.com/concord-news/concord/corpus/warc"
)

// Source is a file to be read.
type Source struct {
	// Name is the file's name, for formats that are text to the eye.
	Name string
	R    io.ReaderAt
	Size int64
	// URL is where the file came from, and Charset what its carrier declares.
	URL     item.Stated
	Charset string
	// Given reports that the user named this very file; one that was only
	// found beside others may hold no article without that being an error.
	Given bool
	// place and name are where the file lies inside others.
	place, name string
	depth       int
	budget      *archive.Budget
}

// Sink takes what is found. Manifest takes the articles.json and the like of
// an archive: dir is the folder that it lies in.
type Sink struct {
	item.Sink
	Manifest func(dir, name string, b []byte)
	// Passed takes files that hold no article and are none the worse for it.
	Passed func(place, why string)
}

// ErrNoArticle is the error of a file that is legal and holds no article, such
// as settings in JSON.
var ErrNoArticle = errors.New("holds no article")

// Bytes returns a source of bytes.
func Bytes(name string, b []byte) Source {
	return Source{Name: name, R: bytes.NewReader(b), Size: int64(len(b))}
}

// Read reads a file of any format but plain text, and reports whether it was
// one: plain text is for the caller to read. Faults of the whole file come as
// an error, those of parts go to the sink.
func Read(src Source, sink Sink) (kind Kind, err error) {
	defer func() {
		// The readers of others may break on what nobody thought of. One file
		// must not end the run.
		if p := recover(); p != nil {
			err = fmt.Errorf("cannot be read: its reader broke on it (%v)", p)
		}
	}()
	if src.budget == nil {
		src.budget = archive.NewBudget()
	}
	head := make([]byte, min(Head, src.Size))
	if n, err := src.R.ReadAt(head, 0); err != nil && !errors.Is(err, io.EOF) {
		return Binary, err
	} else {
		head = head[:n]
	}
	kind = Detect(head, src.Name)
	switch kind {
	case Text, Binary:
		return kind, nil
	case Unread:
		return kind, errors.New(Foreign(head))
	case Zip, Tar, Gzip, WARC, CSV, JSONLines:
		return kind, readLarge(src, kind, sink)
	}
	if src.Size > item.MaxDocument {
		return kind, fmt.Errorf("is larger than %d MiB, the most that is read of one document", item.MaxDocument>>20)
	}
	b := make([]byte, src.Size)
	n, err := src.R.ReadAt(b, 0)
	if err != nil && !errors.Is(err, io.EOF) {
		return kind, err
	}
	return readWhole(src, b[:n], sink)
}

// readWhole reads the formats of which the whole file is needed.
func readWhole(src Source, b []byte, sink Sink) (Kind, error) {
	kind := Detect(b[:min(len(b), Head)], src.Name)
	inner := src.within(sink)
	one := func(it *item.Item, err error) (Kind, error) {
		if err == nil {
			inner.Item(it)
		}
		return kind, err
	}
	switch kind {
	case HTML:
		return one(html.Read(b, html.Options{URL: src.URL, Charset: src.Charset}))
	case Markdown:
		return one(markdown.Read(b))
	case PDF:
		return one(pdf.Read(b, inner.Fault))
	case Feed:
		return kind, feed.Read(b, inner.Sink)
	case NewsML:
		return kind, newsml.Read(b, inner.Sink)
	case Mail:
		return kind, readMail(src, b, sink)
	case JSON:
		return kind, readJSON(b, inner)
	case XML:
		return kind, fmt.Errorf("%w: XML of no kind that is known; known are RSS, Atom and RDF feeds, NewsML-G2 and XHTML", ErrNoArticle)
	}
	return kind, nil
}

// readJSON tells the sorts of JSON apart.
func readJSON(b []byte, sink Sink) error {
	b = bytes.TrimPrefix(b, []byte("\xEF\xBB\xBF"))
	switch {
	case bytes.Contains(b[:min(len(b), Head)], []byte("jsonfeed.org/version/")):
		return feed.Read(b, sink.Sink)
	case ninjs.Is(b):
		return ninjs.Read(b, sink.Sink)
	case table.Articles(b):
		return table.JSON(b, sink.Sink)
	}
	if err := legal(b); err != nil {
		return err
	}
	return fmt.Errorf("%w: JSON of no kind that is known; known are ninjs, JSON feed, and records with a text, body or content", ErrNoArticle)
}

// legal says where JSON is not legal.
func legal(b []byte) error {
	var any json.RawMessage
	err := json.Unmarshal(b, &any)
	if err == nil {
		return nil
	}
	at := len(b)
	if e := (*json.SyntaxError)(nil); errors.As(err, &e) {
		at = min(int(e.Offset), len(b))
	}
	line := 1 + bytes.Count(b[:at], []byte("\n"))
	column := at - bytes.LastIndexByte(b[:at], '\n') - 1
	return fmt.Errorf("line %d, column %d: not legal JSON: %w", line, column, err)
}

func readMail(src Source, b []byte, sink Sink) error {
	it, files, err := mail.Read(b)
	if it == nil && err != nil && len(files) == 0 {
		return err
	}
	inner := src.within(sink)
	attached, counting := 0, sink
	counting.Item = func(it *item.Item) {
		attached++
		sink.Item(it)
	}
	for i, f := range files {
		f.Name = fmt.Sprintf("%d-%s", i+1, f.Name)
		src.member(f.Name, f.Bytes, counting)
	}
	switch {
	case it != nil && attached > 0 && len(strings.Fields(it.Text)) <= noteWords:
		sink.Passed(src.place, "is a note that goes with the articles attached to it")
	case it != nil:
		inner.Item(it)
	}
	if err != nil {
		inner.Fault("", err)
	}
	return nil
}

// noteWords is up to how many words the text of a mail is a note that goes with
// the articles attached to it, and no article.
const noteWords = 12

// within returns a sink that puts where src lies in front of places and names.
func (src Source) within(sink Sink) Sink {
	out := sink
	out.Item = func(it *item.Item) {
		it.Place = joined(": ", src.place, it.Place)
		it.Name = joined("/", src.name, it.Name)
		sink.Item(it)
	}
	out.Fault = func(place string, err error) { sink.Fault(joined(": ", src.place, place), err) }
	return out
}

func joined(sep, a, b string) string {
	if a == "" || b == "" {
		return a + b
	}
	return a + sep + b
}

// member reads a file inside src.
func (src Source) member(name string, b []byte, sink Sink) {
	in := Bytes(path.Base(name), b)
	in.place, in.name = joined(": ", src.place, name), joined("/", src.name, name)
	in.depth, in.budget, in.URL = src.depth+1, src.budget, src.URL
	if in.depth > item.MaxDepth {
		sink.Fault(in.place, fmt.Errorf("lies more than %d archives or mails deep; it is not read", item.MaxDepth))
		return
	}
	kind, err := Read(in, sink)
	switch {
	case errors.Is(err, ErrNoArticle):
		sink.Passed(in.place, err.Error())
	case kind == Unread && !WantName(name):
		sink.Passed(in.place, err.Error())
	case err != nil:
		sink.Fault(in.place, err)
	case kind == Text && WantName(name):
		sink.Item(&item.Item{Format: "", Place: in.place, Name: in.name, Text: string(b), Raw: true, Bytes: b})
	case kind == Text || kind == Binary:
		sink.Passed(in.place, "is of no format that is known to hold an article")
	}
}

// WantName reports whether a file of this name is an article where its content
// shows no format: plain text has none. Others in a folder are settings,
// licences, scripts.
func WantName(name string) bool {
	switch strings.ToLower(path.Ext(name)) {
	case ".txt", ".text":
		return true
	}
	return false
}

// readWARC hands the pages of a web archive to their readers.
func readWARC(src Source, r io.Reader, sink Sink) error {
	n := 0
	inner := src.within(sink)
	return warc.Read(r, func(resp warc.Response) {
		n++
		in := Bytes(path.Base(resp.URL), resp.Body)
		in.URL = item.Stated{Value: resp.URL, From: "web archive"}
		in.Charset, in.budget, in.depth = resp.Charset, src.budget, src.depth+1
		in.place = joined(": ", src.place, resp.Place+" ("+resp.URL+")")
		in.name = joined("/", src.name, fmt.Sprint(n))
		kind, err := Read(in, sink)
		switch {
		case errors.Is(err, ErrNoArticle):
			sink.Passed(in.place, err.Error())
		case err != nil:
			sink.Fault(in.place, err)
		case kind == Text && resp.Type == "text/plain":
			sink.Item(&item.Item{Place: in.place, Name: in.name, Text: string(resp.Body), Raw: true, Bytes: resp.Body, URL: in.URL})
		case kind == Text || kind == Binary:
			sink.Passed(in.place, "is of no format that is known to hold an article")
		}
	}, inner.Fault)
}

// readOffice reads a zip archive that is a document.
func readOffice(src Source, sink Sink) (bool, error) {
	z, err := archive.OpenZip(src.R, src.Size)
	if err != nil {
		return true, err
	}
	kind, err := office.Kind(z)
	if err != nil || kind == "" {
		return err != nil, err
	}
	it, err := office.Read(z, kind)
	if err != nil {
		return true, err
	}
	// The hash is that of the file, which is not large.
	if src.Size <= item.MaxDocument {
		it.Bytes = make([]byte, src.Size)
		if _, err := src.R.ReadAt(it.Bytes, 0); err != nil && !errors.Is(err, io.EOF) {
			return true, err
		}
	}
	src.within(sink).Item(it)
	return true, nil
}
