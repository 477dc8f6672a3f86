package warc

import (
	"bytes"
	"compress/gzip"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

const page = "<html><p>The bridge is shut.</p></html>"

func record(kind, url, body string) string {
	return fmt.Sprintf("WARC/1.0\r\nWARC-Type: %s\r\nWARC-Target-URI: <%s>\r\nWARC-Date: 2026-03-09T08:00:00Z\r\nContent-Length: %d\r\n\r\n%s\r\n\r\n", kind, url, len(body), body)
}

func answer(status, header, body string) string {
	return "HTTP/1.1 " + status + "\r\n" + header + "\r\n\r\n" + body
}

func packed(s string) string {
	var b bytes.Buffer
	z := gzip.NewWriter(&b)
	_, _ = z.Write([]byte(s))
	_ = z.Close()
	return b.String()
}

type gathered struct {
	found  []Response
	faults []string
}

func (g *gathered) read(s string) error {
	return Read(strings.NewReader(s), func(r Response) { g.found = append(g.found, r) },
		func(place string, err error) { g.faults = append(g.faults, place+": "+err.Error()) })
}

func TestRead(t *testing.T) {
	var g gathered
	require.NoError(t, g.read(record("warcinfo", "", "software: x")+
		record("response", "https://a.example/1", answer("200 OK", "Content-Type: text/html; charset=\"koi8-r\"; x=y", page))+
		record("request", "https://a.example/1", "GET / HTTP/1.1\r\n\r\n")+
		record("response", "https://a.example/2", answer("200 OK", "Content-Type: text/html\r\nContent-Encoding: gzip", packed(page)))+
		record("response", "https://a.example/3", answer("200 OK", "Content-Type: text/html\r\nTransfer-Encoding: chunked", "27\r\n"+page+"\r\n0\r\n\r\n"))+
		record("response", "https://a.example/4", answer("404 Not Found", "Content-Type: text/html", page))+
		record("response", "https://a.example/a.css", answer("200 OK", "Content-Type: text/css", "p {}"))+
		record("response", "https://a.example/5", answer("200 OK", "Content-Type: text/html\r\nContent-Encoding: br", "xx"))+
		record("response", "https://a.example/6", "not HTTP")+
		record("response", "https://a.example/7", answer("200 OK", "Content-Type: text/html\r\nContent-Length: 999", page))+
		record("response", "https://a.example/8", answer("200 OK", "Content-Type: text/html\r\nContent-Encoding: gzip", packed(strings.Repeat("\x00", 4<<20))))))
	require.Len(t, g.found, 4)
	for _, r := range g.found {
		assert.Equal(t, page, string(r.Body), r.URL)
	}
	assert.Equal(t, "koi8-r", g.found[0].Charset)
	assert.Equal(t, "record 2", g.found[0].Place)
	require.Len(t, g.faults, 3)
	assert.Contains(t, g.faults[0], `record 8: https://a.example/5: its body is packed with "br"`)
	assert.Contains(t, g.faults[1], "record 9: https://a.example/6: not a legal answer")
	assert.Contains(t, g.faults[2], "unpacks to more than a page can have")
}

func TestRealWriter(t *testing.T) {
	b, err := os.ReadFile(filepath.Join("..", "format", "testdata", "security-talks", "warc", "pages.warc"))
	require.NoError(t, err)
	var g gathered
	require.NoError(t, g.read(string(b)))
	assert.Len(t, g.found, 5)
}

func TestDamagedArchives(t *testing.T) {
	one := record("response", "https://a.example/1", answer("200 OK", "Content-Type: text/html", page))
	for name, c := range map[string]struct {
		warc, err string
		found     int
	}{
		"cut short in a body":   {one + one[:len(one)-30], "record 2: has", 1},
		"cut short in a header": {one + one[:40], "ends in the header", 1},
		"length too small":      {strings.Replace(one, "Content-Length: ", "Content-Length: 1 ", 1), "its length", 0},
		"lying length":          {strings.Replace(one, "Content-Length: 8", "Content-Length: 4", 1) + one, "a length before it is wrong", 0},
		"huge length":           {strings.Replace(one, "Content-Length: 8", "Content-Length: 99999999999", 1), "no pages", 0},
		"negative length":       {strings.Replace(one, "Content-Length: 8", "Content-Length: -8", 1), "its length", 0},
		"wrong type":            {"%PDF-1.4\n\n", "should begin with WARC/", 0},
		"endless header":        {"WARC/1.0\r\n" + strings.Repeat("a: b\r\n", 20_000), "has no end", 0},
		"empty":                 {"", "no records", 0},
		"no pages":              {record("warcinfo", "", "x"), "no pages", 0},
	} {
		var g gathered
		assert.ErrorContains(t, g.read(c.warc), c.err, name)
		assert.Len(t, g.found, c.found, name)
	}
}

func FuzzRead(f *testing.F) {
	f.Add(record("response", "https://a.example/1", answer("200 OK", "Content-Type: text/html", page)))
	f.Add(record("resource", "http://a", page) + record("response", "http://b", answer("200 OK", "Transfer-Encoding: chunked", "zz\r\n")))
	f.Fuzz(func(t *testing.T, s string) {
		var g gathered
		_ = g.read(s)
	})
}

func BenchmarkRead(b *testing.B) {
	src := strings.Repeat(record("response", "https://a.example/1", answer("200 OK", "Content-Type: text/html", strings.Repeat(page, 500))), 20)
	b.SetBytes(int64(len(src)))
	b.ReportAllocs()
	for b.Loop() {
		var g gathered
		_ = g.read(src)
	}
}
