// Package format tells what a file is by its content and hands it to the
// reader of that format. Archives are opened, and what is in them told in turn.
package format

import (
	"bytes"
	"encoding/json"
	"path"
	"slices"
	"strings"

	"github.com/concord-news/concord/corpus/charset"
	"github.com/concord-news/concord/corpus/html"
	"github.com/concord-news/concord/corpus/mail"
	"github.com/concord-news/concord/corpus/markdown"
	"github.com/concord-news/concord/corpus/newsml"
	"github.com/concord-news/concord/corpus/table"
)

// Kind is a format.
type Kind uint8

// The formats. JSON is told apart further when it is read: feed, ninjs or
// records.
const (
	Text Kind = iota
	Markdown
	HTML
	Feed
	NewsML
	JSON
	JSONLines
	CSV
	PDF
	Zip // an archive, DOCX or ODT
	Tar
	Gzip
	Mail
	WARC
	XML // of another kind than Feed and NewsML
	// Unread is a format that is recognised and not read; Foreign says why.
	Unread
	// Binary is a file of no known format that is no text.
	Binary
)

// Head is how many bytes of a file Detect looks at.
const Head = 8192

// signs are what files of formats that are not read begin with.
func signs() []struct{ sign, why string } {
	return []struct{ sign, why string }{
		{"\xD0\xCF\x11\xE0", "is a document of an old office program (.doc, .xls, .msg); save it as DOCX or plain text"},
		{"{\\rtf", "is RTF; save it as DOCX or plain text"},
		{"7z\xBC\xAF\x27\x1C", "is a 7z archive; pack it as zip or tar.gz"},
		{"Rar!\x1A\x07", "is a RAR archive; pack it as zip or tar.gz"},
		{"\xFD7zXZ\x00", "is packed with xz; pack it as zip or tar.gz"},
		{"BZh", "is packed with bzip2; pack it as zip or tar.gz"},
		{"\x28\xB5\x2F\xFD", "is packed with zstd; pack it as zip or tar.gz"},
		{"\x89PNG", "is a picture; text is wanted"},
		{"\xFF\xD8\xFF", "is a picture; text is wanted"},
		{"GIF8", "is a picture; text is wanted"},
		{"OggS", "is a recording; text is wanted"},
		{"ID3", "is a recording; text is wanted"},
		{"SQLite format 3\x00", "is a data base; text is wanted"},
	}
}

// Foreign returns why a file that begins with head is not read, where it is of
// a format that is known and not read, and "" otherwise.
func Foreign(head []byte) string {
	for _, s := range signs() {
		if bytes.HasPrefix(head, []byte(s.sign)) && (s.sign != "BZh" || len(head) > 3 && head[3] >= '1' && head[3] <= '9') {
			return s.why
		}
	}
	if len(head) > 11 && string(head[4:8]) == "ftyp" {
		return "is a video; text is wanted"
	}
	return ""
}

// Detect tells a file's format by its first bytes, at most Head of them. The
// name decides only between formats that are text to the eye.
func Detect(head []byte, name string) Kind {
	switch {
	case bytes.HasPrefix(head, []byte("\x1f\x8b")):
		return Gzip
	case bytes.HasPrefix(head, []byte("PK\x03\x04")), bytes.HasPrefix(head, []byte("PK\x05\x06")):
		return Zip
	case bytes.Contains(head[:min(len(head), 1024)], []byte("%PDF-")):
		return PDF
	case len(head) > 262 && string(head[257:262]) == "ustar":
		return Tar
	case bytes.HasPrefix(head, []byte("WARC/")):
		return WARC
	case Foreign(head) != "":
		return Unread
	}
	text := readable(head)
	switch {
	case html.IsPage(text):
		return HTML
	case mail.Is(text):
		return Mail
	}
	if k, ok := xmlKind(text); ok {
		return k
	}
	if bytes.HasPrefix(bytes.TrimLeft(text, " \t\r\n"), []byte("<?xml")) {
		return XML
	}
	return written(text, name)
}

// readable returns head as UTF-8 where it is in UTF-16 or has a mark.
func readable(head []byte) []byte {
	if !bytes.HasPrefix(head, []byte("\xFF\xFE")) && !bytes.HasPrefix(head, []byte("\xFE\xFF")) && charset.UTF16(head) == "" {
		return bytes.TrimPrefix(head, []byte("\xEF\xBB\xBF"))
	}
	if dec, err := charset.Decode(head[:len(head)&^1], ""); err == nil {
		return []byte(dec.Text)
	}
	return head
}

// xmlKind tells XML by the name of its first element.
func xmlKind(head []byte) (Kind, bool) {
	s := bytes.TrimLeft(head, " \t\r\n")
	if len(s) == 0 || s[0] != '<' {
		return 0, false
	}
	for {
		end := ">"
		switch {
		case bytes.HasPrefix(s, []byte("<!--")):
			end = "-->"
		case bytes.HasPrefix(s, []byte("<!DOCTYPE")) && bytes.IndexByte(s, '[') >= 0 && bytes.IndexByte(s, '[') < bytes.IndexByte(s, '>'):
			end = "]"
		case bytes.HasPrefix(s, []byte("<?")), bytes.HasPrefix(s, []byte("<!")):
		case bytes.HasPrefix(s, []byte(">")):
			end = ">"
		default:
			return rootKind(s)
		}
		_, rest, ok := bytes.Cut(s, []byte(end))
		if !ok {
			return 0, false
		}
		s = bytes.TrimLeft(rest, " \t\r\n")
	}
}

func rootKind(s []byte) (Kind, bool) {
	if len(s) == 0 || s[0] != '<' {
		return 0, false
	}
	name := string(s[1:min(len(s), 64)])
	if i := strings.IndexAny(name, " \t\r\n/>"); i >= 0 {
		name = name[:i]
	}
	_, local, ok := strings.Cut(name, ":")
	if !ok {
		local = name
	}
	switch {
	case local == "rss" || local == "feed" || local == "RDF":
		return Feed, true
	case slices.Contains(newsml.Roots(), local):
		return NewsML, true
	}
	return 0, false
}

// written tells formats that are text to the eye.
func written(head []byte, name string) Kind {
	ext := strings.ToLower(path.Ext(name))
	trimmed := bytes.TrimLeft(head, " \t\r\n")
	switch {
	case ext == ".jsonl" || ext == ".ndjson":
		return JSONLines
	case len(trimmed) > 0 && (trimmed[0] == '{' || trimmed[0] == '['):
		if isLines(trimmed) {
			return JSONLines
		}
		if isJSON(trimmed) {
			return JSON
		}
	case ext == ".md" || ext == ".markdown" || markdown.Is(head):
		return Markdown
	}
	if ext == ".csv" || ext == ".tsv" {
		return CSV
	}
	// In a text a first line of known names is hardly chance where it has three.
	if columns, _, ok := table.Header(head); ok {
		if _, known := table.Fields(columns); known >= 3 && known == len(columns) {
			return CSV
		}
	}
	return Text
}

// isJSON reports whether head begins a JSON value: a text in brackets that
// opens an article, "[Update]", does not.
func isJSON(head []byte) bool {
	d := json.NewDecoder(bytes.NewReader(head))
	for range 4 {
		if _, err := d.Token(); err != nil {
			return false
		}
	}
	return true
}

// isLines reports whether the first line is an object by itself and the next
// begins one too, or none is left.
func isLines(head []byte) bool {
	line, rest, more := bytes.Cut(head, []byte("\n"))
	if line = bytes.TrimSpace(line); len(line) == 0 || line[0] != '{' || !json.Valid(line) {
		return false
	}
	rest = bytes.TrimLeft(rest, " \t\r\n")
	return more && len(rest) > 0 && rest[0] == '{'
}
