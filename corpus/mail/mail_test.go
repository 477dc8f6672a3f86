package mail

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/concord-news/concord/corpus/item"
)

const sentence = "The bridge over the harbour will be shut for two weeks, the council said on Monday, because of cracks in six piers."

const head = "From: =?utf-8?q?The_Ell=C3=A9ry_Post?= <desk@ellery.example>\r\nSubject: Fwd: =?iso-8859-1?Q?Caf=E9_shut?=\r\nDate: Mon, 09 Mar 2026 08:15:00 +0100\r\nMessage-ID: <1@x>\r\nMIME-Version: 1.0\r\n"

func crlf(s string) string { return strings.ReplaceAll(s, "\n", "\r\n") }

func TestPlain(t *testing.T) {
	it, files, err := Read([]byte(head + crlf("Content-Type: text/plain; charset=iso-8859-1\n\nCaf\xe9 shut\n\n"+sentence[:60]+"\n"+sentence[60:]+"\n\nMore.\n\n-- \nThe desk\n")))
	require.NoError(t, err)
	assert.Empty(t, files)
	assert.Equal(t, "Café shut\n\nCafé shut\n\n"+strings.TrimSpace(sentence[:60])+"\n"+strings.TrimSpace(sentence[60:])+"\n\nMore.\n\nThe desk\n", it.Text)
	assert.Equal(t, item.Stated{Value: "Café shut", From: "mail header"}, it.Title)
	assert.Equal(t, item.Stated{Value: "The Elléry Post", From: "mail sender"}, it.Outlet)
	assert.Equal(t, item.Moment{Time: time.Date(2026, 3, 9, 7, 15, 0, 0, time.UTC), Clock: true, From: "mail header"}, it.Published)
	assert.Equal(t, "repeated headline", it.Parts[1].Reason)
	assert.Equal(t, "signature", it.Parts[len(it.Parts)-1].Reason)
	assert.Equal(t, "iso-8859-1", strings.ToLower(strings.ReplaceAll(it.Charset.Value, "windows-1252", "iso-8859-1")))
}

func multi(parts ...string) string {
	return head + "Content-Type: multipart/mixed; boundary=B\r\n\r\n--B\r\n" + crlf(strings.Join(parts, "\n--B\n")) + "\r\n--B--\r\n"
}

func TestParts(t *testing.T) {
	it, files, err := Read([]byte(multi("Content-Type: text/plain\n\nSee this in a browser.", "Content-Type: text/html\n\n<html><head><title>x</title></head><body><p>"+sentence+"</p><p>Two.</p></body></html>",
		"Content-Type: application/pdf; name=../../a.pdf\nContent-Disposition: attachment; filename=\"C:\\\\x\\\\b.pdf\"\nContent-Transfer-Encoding: base64\n\nJVBE\n Ri0=",
		"Content-Type: image/png\n\nxx", "Content-Type: message/rfc822\n\nSubject: inner\nMessage-ID: 2\n\nInner.")))
	require.NoError(t, err)
	assert.Equal(t, "Café shut\n\n"+sentence+"\n\nTwo.\n", it.Text, "the plain part is no article")
	require.Len(t, files, 2)
	assert.Equal(t, "b.pdf", files[0].Name)
	assert.Equal(t, "%PDF-", string(files[0].Bytes))
	assert.Equal(t, "part-6", files[1].Name)

	it, _, err = Read([]byte(head + "Content-Type: multipart/alternative; boundary=B\r\n\r\n--B\r\nContent-Type: text/plain; format=flowed\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n" +
		"The bridge =\r\nis=20\r\nshut=2E\r\n--B\r\nContent-Type: text/html\r\n\r\n<p>The bridge is shut.</p>\r\n--B--\r\n"))
	require.NoError(t, err)
	assert.Equal(t, "Café shut\n\nThe bridge is shut.\n", it.Text)
}

func TestSavedPage(t *testing.T) {
	page := "<html><head><title>Shut</title><meta property=og:site_name content='Ellery Post'></head><body><article><h1>Shut</h1>" + strings.Repeat("<p>"+sentence+"</p>", 5) + "</article></body></html>"
	it, _, err := Read([]byte("From: <Saved by Blink>\r\nSnapshot-Content-Location: https://ellery.example/1\r\nSubject: Shut\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=B\r\n\r\n--B\r\nContent-Type: text/html\r\n\r\n" +
		page + "\r\n--B\r\nContent-Type: text/css\r\n\r\np {}\r\n--B--\r\n"))
	require.NoError(t, err)
	assert.Equal(t, "saved page (MHTML)", it.Format)
	assert.Equal(t, "https://ellery.example/1", it.URL.Value)
	assert.Equal(t, "Ellery Post", it.Outlet.Value)
}

func TestRealWriter(t *testing.T) {
	files, err := filepath.Glob(filepath.Join("..", "format", "testdata", "security-talks", "eml", "*.eml"))
	require.NoError(t, err)
	require.Len(t, files, 5)
	for _, f := range files {
		b, err := os.ReadFile(f)
		require.NoError(t, err)
		require.True(t, Is(b[:500]), f)
		it, _, err := Read(b)
		require.NoError(t, err, f)
		assert.Greater(t, len(it.Parts), 7, f)
	}
}

func TestIs(t *testing.T) {
	for s, want := range map[string]bool{
		head: true, "From x Mon\nFrom: a\nReceived: b\n\n": true, "Subject: x\nDate: y\n\ntext": false,
		"Note: the bridge\nFrom: a\n\n": false, "The bridge is shut.\nFrom: a\nMessage-ID: x": false, "": false,
	} {
		assert.Equal(t, want, Is([]byte(s)), s)
	}
}

func TestDamagedMails(t *testing.T) {
	for name, c := range map[string]struct{ mail, err string }{
		"no header":       {"\x00\x01\x02", "not a legal mail"},
		"no text":         {head + "\r\n", "mail has no text"},
		"hostile nesting": {"MIME-Version: 1.0\n" + deep(40), "more than 8 deep"},
		"many parts":      {multi(strings.Repeat("Content-Type: image/png\n\nx\n--B\n", maxParts+5)), "more than 1000 parts"},
		"no such part":    {head + "Content-Type: multipart/mixed; boundary=B\r\n\r\nno boundary here", "mail has no text"},
	} {
		_, _, err := Read([]byte(c.mail))
		assert.ErrorContains(t, err, c.err, name)
	}
	whole := multi("Content-Type: text/plain\n\n"+sentence, "Content-Type: text/plain\n\nmore")
	it, _, err := Read([]byte(whole[:len(whole)-12]))
	require.NotNil(t, it, "what there is, is read")
	assert.ErrorContains(t, err, "cut short")
	assert.Contains(t, it.Text, sentence)
}

// deep returns parts inside each other, each with its own boundary.
func deep(n int) string {
	b := strings.Repeat("b", n)
	if n == 0 {
		return "Content-Type: text/plain\n\nx"
	}
	return "Content-Type: multipart/mixed; boundary=" + b + "\n\n--" + b + "\n" + deep(n-1) + "\n--" + b + "--\n"
}

func FuzzRead(f *testing.F) {
	f.Add([]byte(head + "\r\ntext"))
	f.Add([]byte(multi("Content-Type: text/html; charset=koi8-r\n\n<p>x", "Content-Transfer-Encoding: base64\n\n%%%=")))
	f.Add([]byte("MIME-Version: 1.0\n" + deep(3)))
	f.Fuzz(func(t *testing.T, b []byte) {
		Is(b)
		it, files, err := Read(b)
		if err == nil {
			assert.True(t, it != nil || len(files) > 0)
		}
	})
}

func BenchmarkRead(b *testing.B) {
	src := []byte(head + "Content-Type: text/plain\r\n\r\n" + crlf(strings.Repeat(sentence+"\n\n", 300)))
	b.SetBytes(int64(len(src)))
	b.ReportAllocs()
	for b.Loop() {
		_, _, _ = Read(bytes.Clone(src))
	}
}
