// Package warc reads the responses in web archives, WARC 0.18 to 1.1, plain or
// gzipped.
package warc

import (
	"bufio"
	"bytes"
	"compress/flate"
	"compress/gzip"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/textproto"
	"strconv"
	"strings"

	"github.com/concord-news/concord/corpus/item"
)

// Response is a page or other answer that an archive holds.
type Response struct {
	// URL is the address it was fetched from and Date when, in UTC as written.
	URL, Date string
	// Place says where in the file it lies.
	Place string
	// Type is the media type and Charset the encoding that the answer declares.
	Type, Charset string
	Body          []byte
}

// Read hands over the answers with status 200 whose type can hold an article,
// in order. What cannot be read is a fault, and where the archive can be
// followed further the rest is read. It never holds more than one record.
func Read(r io.Reader, take func(Response), fault func(place string, err error)) error {
	in := &reader{in: bufio.NewReaderSize(r, 1<<16)}
	n, found := 0, 0
	for {
		h, err := in.header()
		if errors.Is(err, io.EOF) && h == nil {
			break
		}
		n++
		place := fmt.Sprintf("record %d", n)
		if err != nil {
			return fmt.Errorf("%s at byte %d: %w", place, in.at, err)
		}
		size, err := strconv.ParseInt(h.Get("Content-Length"), 10, 64)
		if err != nil || size < 0 {
			return fmt.Errorf("%s at byte %d: its length %q is not legal; the rest of the file cannot be followed", place, in.at, h.Get("Content-Length"))
		}
		body := io.LimitReader(in, size)
		switch {
		case h.Get("WARC-Type") != "response" && h.Get("WARC-Type") != "resource":
		case size > item.MaxDocument:
			fault(place, fmt.Errorf("%s is larger than %d MiB, the most that is read of one page", h.Get("WARC-Target-URI"), item.MaxDocument>>20))
		default:
			b, err := io.ReadAll(body)
			if err != nil {
				return fmt.Errorf("%s: %w", place, err)
			}
			if int64(len(b)) < size {
				return fmt.Errorf("%s: has %d of the %d bytes that it says; the file is cut short", place, len(b), size)
			}
			resp, err := response(h, b)
			if err != nil {
				fault(place, fmt.Errorf("%s: %w", item.Line(h.Get("WARC-Target-URI")), err))
			} else if resp != nil {
				found++
				resp.Place = place
				take(*resp)
			}
		}
		if _, err := io.Copy(io.Discard, body); err != nil {
			return fmt.Errorf("%s: %w", place, err)
		}
	}
	if n == 0 {
		return errors.New("archive holds no records")
	}
	if found == 0 {
		return errors.New("archive holds no pages: no response with status 200 and text in it")
	}
	return nil
}

// reader counts the bytes that it has read.
type reader struct {
	in *bufio.Reader
	at int64
}

func (r *reader) Read(p []byte) (int, error) {
	n, err := r.in.Read(p)
	r.at += int64(n)
	return n, err
}

// maxHeader bounds the header of a record, in bytes.
const maxHeader = 1 << 16

// header reads the next record's header. It is nil at the end of the file.
func (r *reader) header() (textproto.MIMEHeader, error) {
	var lines []string
	size := 0
	for {
		line, err := r.in.ReadSlice('\n')
		r.at += int64(len(line))
		size += len(line)
		text := strings.TrimRight(string(line), "\r\n")
		switch {
		case size > maxHeader || errors.Is(err, bufio.ErrBufferFull):
			return textproto.MIMEHeader{}, errors.New("the header of a record has no end; a length before it is wrong")
		case err != nil && (len(lines) > 0 || text != ""):
			return textproto.MIMEHeader{}, errors.New("ends in the header of a record; the file is cut short")
		case err != nil:
			return nil, err
		case text == "" && len(lines) == 0:
			size = 0 // the blank lines between records
			continue
		case text == "":
			return fields(lines)
		}
		lines = append(lines, text)
	}
}

func fields(lines []string) (textproto.MIMEHeader, error) {
	if !strings.HasPrefix(lines[0], "WARC/") {
		return textproto.MIMEHeader{}, fmt.Errorf("%q where a record should begin with WARC/; a length before it is wrong", cut(lines[0]))
	}
	h := textproto.MIMEHeader{}
	for _, l := range lines[1:] {
		name, value, ok := strings.Cut(l, ":")
		if ok {
			h.Set(strings.TrimSpace(name), strings.Trim(strings.TrimSpace(value), "<>"))
		}
	}
	return h, nil
}

func cut(s string) string { return s[:min(len(s), 40)] }

// response returns the answer in a record, nil for one that holds no article:
// another status, an image, a script.
func response(h textproto.MIMEHeader, b []byte) (*Response, error) {
	out := &Response{URL: h.Get("WARC-Target-URI"), Date: h.Get("WARC-Date"), Body: b}
	if h.Get("WARC-Type") == "resource" {
		out.Type, out.Charset = mediaType(h.Get("Content-Type"))
		return wanted(out), nil
	}
	resp, err := http.ReadResponse(bufio.NewReader(bytes.NewReader(b)), nil)
	if err != nil {
		return nil, fmt.Errorf("not a legal answer: %w", err)
	}
	defer resp.Body.Close()
	out.Type, out.Charset = mediaType(resp.Header.Get("Content-Type"))
	if resp.StatusCode != http.StatusOK || wanted(out) == nil {
		return nil, nil
	}
	out.Body, err = plain(resp)
	if err != nil {
		return nil, err
	}
	return out, nil
}

// plain returns the body of an answer, unpacked.
func plain(resp *http.Response) ([]byte, error) {
	// Archives keep bodies that were cut off and lengths that no longer fit.
	raw, err := io.ReadAll(io.LimitReader(resp.Body, item.MaxDocument))
	if err != nil && len(raw) == 0 {
		return nil, fmt.Errorf("its body: %w", err)
	}
	var r io.Reader
	switch strings.ToLower(resp.Header.Get("Content-Encoding")) {
	case "", "identity":
		return raw, nil
	case "gzip", "x-gzip":
		z, err := gzip.NewReader(bytes.NewReader(raw))
		if err != nil {
			if !bytes.HasPrefix(raw, []byte("\x1f\x8b")) {
				return raw, nil // the archiver unpacked it and left the header
			}
			return nil, fmt.Errorf("its body: %w", err)
		}
		r = z
	case "deflate":
		r = flate.NewReader(bytes.NewReader(bytes.TrimPrefix(raw, []byte("\x78\x9c"))))
	default:
		return nil, fmt.Errorf("its body is packed with %q; gzip and deflate are read", resp.Header.Get("Content-Encoding"))
	}
	out, err := io.ReadAll(io.LimitReader(r, item.MaxDocument+1))
	switch {
	case len(out) > item.MaxDocument || len(out) > item.MinRatioSize && len(out) > item.MaxRatio*len(raw):
		return nil, errors.New("its body unpacks to more than a page can have")
	case err != nil && len(out) == 0:
		return nil, fmt.Errorf("its body: %w", err)
	}
	return out, nil
}

func mediaType(s string) (kind, charset string) {
	kind, rest, _ := strings.Cut(s, ";")
	if i := strings.Index(strings.ToLower(rest), "charset="); i >= 0 {
		charset, _, _ = strings.Cut(rest[i+len("charset="):], ";")
		charset = strings.Trim(strings.TrimSpace(charset), `"'`)
	}
	return strings.ToLower(strings.TrimSpace(kind)), charset
}

func wanted(r *Response) *Response {
	switch {
	case strings.HasPrefix(r.URL, "http") && (strings.HasPrefix(r.Type, "text/") || strings.Contains(r.Type, "html") || strings.Contains(r.Type, "xml") ||
		strings.Contains(r.Type, "json") || r.Type == "application/pdf" || r.Type == ""):
	default:
		return nil
	}
	if r.Type == "text/css" || strings.Contains(r.Type, "javascript") || r.Type == "text/dns" || strings.Contains(r.Type, "svg") || strings.HasSuffix(r.URL, "/robots.txt") {
		return nil
	}
	return r
}
