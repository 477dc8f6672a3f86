// Package mail reads articles that came by mail: press releases, newsletters,
// agency copy; and pages saved as MHTML, which are mails of a sort.
package mail

import (
	"bufio"
	"bytes"
	"encoding/base64"
	"errors"
	"fmt"
	"io"
	"mime"
	"mime/multipart"
	"mime/quotedprintable"
	"net/mail"
	"net/textproto"
	"strings"

	htmlcharset "golang.org/x/net/html/charset"

	"github.com/concord-news/concord/corpus/charset"
	"github.com/concord-news/concord/corpus/item"
)

// Format is the name of the format.
const Format = "mail"

const fromHeader = "mail header"

// maxParts bounds the parts of a mail, over all levels.
const maxParts = 1000

// Is reports whether head is the head of a mail: header fields, among them one
// that only mail has, and a sender or subject.
func Is(head []byte) bool {
	if first, _, _ := bytes.Cut(head, []byte("\n")); bytes.IndexByte(first, ':') <= 0 && !bytes.HasPrefix(first, []byte("From ")) {
		return false
	}
	seen := map[string]bool{}
	for line := range bytes.SplitSeq(head, []byte("\n")) {
		line = bytes.TrimRight(line, "\r")
		if len(line) == 0 {
			break
		}
		if line[0] == ' ' || line[0] == '\t' {
			continue
		}
		name, _, ok := bytes.Cut(line, []byte(":"))
		if len(seen) == 0 && bytes.HasPrefix(line, []byte("From ")) {
			continue // as mail folders mark the beginning of a mail
		}
		if !ok || len(name) == 0 || bytes.ContainsAny(name, " \t") {
			break
		}
		seen[strings.ToLower(string(name))] = true
	}
	technical := seen["message-id"] || seen["mime-version"] || seen["received"] || seen["content-type"] || seen["return-path"]
	return technical && (seen["from"] || seen["subject"] || seen["date"])
}

// Attachment is a file inside a mail.
type Attachment struct {
	Name    string
	Bytes   []byte
	Charset string
}

// Read returns the article of a mail, nil where it has no text of its own, and
// the files attached to it, which may hold articles too.
func Read(b []byte) (*item.Item, []Attachment, error) {
	m, err := mail.ReadMessage(bufio.NewReader(bytes.NewReader(b)))
	if err != nil {
		return nil, nil, fmt.Errorf("not a legal mail: %w", err)
	}
	r := reader{words: &mime.WordDecoder{CharsetReader: htmlcharset.NewReaderLabel}}
	err = r.part(textproto.MIMEHeader(m.Header), m.Body, 0)
	it := r.item(m.Header)
	it.Bytes = b
	if err != nil && it.Text == "" && len(r.files) == 0 {
		return nil, nil, err
	}
	if it.Text == "" {
		it = nil
	}
	if it == nil && len(r.files) == 0 {
		return nil, nil, errors.New("mail has no text")
	}
	return it, r.files, err
}

// reader gathers the parts of a mail.
type reader struct {
	words *mime.WordDecoder
	plain []decoded
	html  []decoded
	files []Attachment
	n     int
}

type decoded struct {
	charset.Result
	bytes    []byte
	declared string
	flowed   bool
}

func (r *reader) header(h mail.Header, name string) string {
	raw := h.Get(name)
	s, err := r.words.DecodeHeader(raw)
	if err != nil {
		s = raw
	}
	return item.Line(s)
}

func (r *reader) part(h textproto.MIMEHeader, body io.Reader, depth int) error {
	if r.n++; r.n > maxParts {
		return fmt.Errorf("mail has more than %d parts", maxParts)
	}
	if depth > 2*item.MaxDepth {
		return fmt.Errorf("parts of the mail lie more than %d deep in each other", 2*item.MaxDepth)
	}
	kind, params, err := mime.ParseMediaType(h.Get("Content-Type"))
	if err != nil || kind == "" {
		kind, params = "text/plain", map[string]string{}
	}
	if strings.HasPrefix(kind, "multipart/") && params["boundary"] != "" {
		return r.multipart(body, params["boundary"], depth)
	}
	b, err := io.ReadAll(io.LimitReader(transfer(h.Get("Content-Transfer-Encoding"), body), item.MaxDocument+1))
	if len(b) > item.MaxDocument {
		return fmt.Errorf("a part of the mail is larger than %d MiB", item.MaxDocument>>20)
	}
	if err != nil {
		err = fmt.Errorf("part %d: mail is cut short or damaged: %w", r.n, err)
	}
	r.leaf(b, h, kind, params)
	return err
}

func (r *reader) multipart(body io.Reader, boundary string, depth int) error {
	m := multipart.NewReader(body, boundary)
	for {
		p, err := m.NextRawPart()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return fmt.Errorf("part %d: mail is cut short or its boundary is wrong: %w", r.n+1, err)
		}
		if err := r.part(p.Header, p, depth+1); err != nil {
			return err
		}
	}
}

// leaf files one part away: text to be read, or a file.
func (r *reader) leaf(b []byte, h textproto.MIMEHeader, kind string, params map[string]string) {
	if len(b) == 0 {
		return
	}
	name := fileName(h, params)
	attached := strings.HasPrefix(strings.ToLower(h.Get("Content-Disposition")), "attachment")
	switch {
	case (kind == "text/plain" || kind == "text/html") && !attached && name == "":
		dec, err := charset.Decode(b, params["charset"])
		if err != nil {
			r.files = append(r.files, Attachment{Name: fmt.Sprintf("part-%d", r.n), Bytes: b, Charset: params["charset"]})
			return
		}
		d := decoded{Result: dec, bytes: b, declared: params["charset"], flowed: strings.EqualFold(params["format"], "flowed")}
		if kind == "text/html" {
			r.html = append(r.html, d)
		} else {
			r.plain = append(r.plain, d)
		}
	case strings.HasPrefix(kind, "image/"), strings.HasPrefix(kind, "audio/"), strings.HasPrefix(kind, "video/"), strings.HasPrefix(kind, "font/"),
		kind == "text/css", kind == "application/pgp-signature", kind == "application/pkcs7-signature", kind == "text/calendar", kind == "text/vcard":
	default:
		if name == "" {
			name = fmt.Sprintf("part-%d", r.n)
		}
		r.files = append(r.files, Attachment{Name: name, Bytes: b, Charset: params["charset"]})
	}
}

// fileName returns the last part of the name that a part has, or "".
func fileName(h textproto.MIMEHeader, params map[string]string) string {
	_, disposition, err := mime.ParseMediaType(h.Get("Content-Disposition"))
	name := params["name"]
	if err == nil && disposition["filename"] != "" {
		name = disposition["filename"]
	}
	name = strings.ReplaceAll(name, `\`, "/")
	name = item.Line(name[strings.LastIndexByte(name, '/')+1:])
	if name == "." || name == ".." {
		return ""
	}
	return name
}

func transfer(encoding string, body io.Reader) io.Reader {
	switch strings.ToLower(strings.TrimSpace(encoding)) {
	case "base64":
		return base64.NewDecoder(base64.StdEncoding, &base64Only{r: body})
	case "quoted-printable":
		return quotedprintable.NewReader(body)
	}
	return body
}

// base64Only passes over what is no base64, as mail programs do.
type base64Only struct{ r io.Reader }

func (s *base64Only) Read(p []byte) (int, error) {
	n, err := s.r.Read(p)
	out := p[:0]
	for _, c := range p[:n] {
		if c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c == '+' || c == '/' || c == '=' {
			out = append(out, c)
		}
	}
	return len(out), err
}
