package pdf

import (
	"bytes"
	"compress/zlib"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/concord-news/concord/corpus/item"
)

// build makes a PDF of pages, each a program that draws it.
func build(pages ...string) []byte {
	var b bytes.Buffer
	var at []int
	object := func(s string) {
		at = append(at, b.Len())
		fmt.Fprintf(&b, "%d 0 obj\n%s\nendobj\n", len(at), s)
	}
	b.WriteString("%PDF-1.4\n")
	kids := ""
	for i := range pages {
		kids += fmt.Sprintf("%d 0 R ", 4+2*i)
	}
	object("<< /Type /Catalog /Pages 2 0 R >>")
	object(fmt.Sprintf("<< /Type /Pages /Kids [%s] /Count %d >>", kids, len(pages)))
	object("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>")
	for i, p := range pages {
		object(fmt.Sprintf("<< /Type /Page /Parent 2 0 R /Resources << /Font << /F1 3 0 R >> >> /Contents %d 0 R >>", 5+2*i))
		if packed, ok := strings.CutPrefix(p, "z:"); ok {
			object(fmt.Sprintf("<< /Length %d /Filter /FlateDecode >>\nstream\n%s\nendstream", len(packed), packed))
			continue
		}
		object(fmt.Sprintf("<< /Length %d >>\nstream\n%s\nendstream", len(p), p))
	}
	xref := b.Len()
	fmt.Fprintf(&b, "xref\n0 %d\n0000000000 65535 f \n", len(at)+1)
	for _, a := range at {
		fmt.Fprintf(&b, "%010d 00000 n \n", a)
	}
	fmt.Fprintf(&b, "trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n", len(at)+1, xref)
	return b.Bytes()
}

func flate(s string) string {
	var b bytes.Buffer
	z := zlib.NewWriter(&b)
	_, _ = z.Write([]byte(s))
	_ = z.Close()
	return "z:" + b.String()
}

const text = `BT /F1 24 Tf 50 700 Td (Bridge shut) Tj
/F1 10 Tf 0 -40 Td 12 TL (The bridge over the har-) Tj T* [(bour is shut for twenty-) -10 ( )] TJ T* [(two weeks,) -250 (the) -250 (council)] TJ T* (said.) Tj
0 -24 Td (It is old.) Tj /F1 13 Tf 0 -24 Td (What next) Tj /F1 10 Tf 0 -20 Td (Nobody knows.) Tj ET`

func read(b []byte) (*item.Item, []string, error) {
	var faults []string
	it, err := Read(b, func(place string, err error) { faults = append(faults, place+": "+err.Error()) })
	return it, faults, err
}

func TestRead(t *testing.T) {
	for _, page := range []string{text, flate(text)} {
		it, faults, err := read(build(page))
		require.NoError(t, err)
		assert.Empty(t, faults)
		assert.Equal(t, "Bridge shut\n\nThe bridge over the harbour is shut for twenty-two weeks, the council said.\n\nIt is old.\n\nWhat next\n\nNobody knows.\n", it.Text)
		assert.Equal(t, item.Headline, it.Parts[0].Kind)
		assert.Equal(t, item.Heading, it.Parts[3].Kind)
		assert.Equal(t, item.Stated{Value: "Bridge shut", From: "largest letters"}, it.Title)
		assert.False(t, it.Published.Known())
	}
}

func TestPages(t *testing.T) {
	page := func(n int, s string) string {
		return fmt.Sprintf("BT /F1 8 Tf 50 780 Td (Ellery Post, page %d) Tj /F1 10 Tf 0 -60 Td (%s) Tj ET", n, s)
	}
	it, _, err := read(build(page(1, "The bridge is"), page(2, "shut. "), page(3, "It is old.")))
	require.NoError(t, err)
	var kept []string
	for _, p := range it.Parts {
		if p.Kind == item.Paragraph {
			kept = append(kept, it.Text[p.Start:p.End])
		}
	}
	assert.Equal(t, []string{"The bridge is shut.", "It is old."}, kept)
	assert.Equal(t, "page header or footer", it.Parts[1].Reason)
}

func TestRealWriter(t *testing.T) {
	files, err := filepath.Glob(filepath.Join("..", "format", "testdata", "security-talks", "pdf", "*.pdf"))
	require.NoError(t, err)
	require.Len(t, files, 5)
	for _, f := range files {
		b, err := os.ReadFile(f)
		require.NoError(t, err)
		it, _, err := read(b)
		require.NoError(t, err, f)
		assert.Greater(t, len(it.Parts), 7)
		_, _, err = read(b[:len(b)/2])
		assert.Error(t, err, "cut short: %s", f)
	}
}

func TestDamagedDocuments(t *testing.T) {
	if testing.Short() {
		t.Skip("reads documents that nest millions deep")
	}
	whole := build(text)
	for name, c := range map[string]struct {
		pdf []byte
		err string
	}{
		"wrong type":      {[]byte("not at all"), "not a legal PDF"},
		"empty":           {nil, "not a legal PDF"},
		"head only":       {[]byte("%PDF-1.4\n"), "not a legal PDF"},
		"no text":         {build("0 0 m 10 10 l S"), "has no text in it"},
		"nested raw":      {append(bytes.Clone(whole[:20]), bytes.Repeat([]byte("["), 1<<20)...), "more than 2000 deep"},
		"pages in a loop": {bytes.Replace(whole, []byte("/Kids [4 0 R ]"), []byte("/Kids [2 0 R ]"), 1), "lead back to themselves"},
	} {
		start := time.Now()
		_, _, err := read(c.pdf)
		assert.Error(t, err, name)
		assert.ErrorContains(t, err, c.err, name)
		assert.Less(t, time.Since(start), 10*time.Second, name)
	}
	it, faults, err := read(bytes.Replace(whole, []byte("/Count 1"), []byte("/Count 9"), 1))
	require.NoError(t, err, "a count that lies counts for nothing")
	assert.Contains(t, it.Text, "Bridge shut")
	assert.Empty(t, faults)
	it, faults, err = read(build(flate(strings.Repeat(" ", 80<<20)), flate(strings.Repeat("[", 1<<20)), text, "z:no zlib here"))
	require.NoError(t, err, "the rest is read")
	assert.Contains(t, it.Text, "Bridge shut")
	require.Len(t, faults, 3)
	assert.Contains(t, faults[0], "page 1: unpacks to more than a page can have")
	assert.Contains(t, faults[1], "page 2: objects lie more than 2000 deep")
	assert.Contains(t, faults[2], "page 4: ")
}

func FuzzRead(f *testing.F) {
	f.Add(build(text))
	f.Add(build(flate(text), "q q Q Q Q BT /F1 1 Tf (x) ' [1 (y)] TJ ET /X Do"))
	f.Fuzz(func(t *testing.T, b []byte) { _, _, _ = read(b) })
}

// FuzzPage draws any program.
func FuzzPage(f *testing.F) {
	f.Add(text)
	f.Add("BT /F1 1e9 Tf 1 0 0 1 0 0 Tm (a) Tj -1 Tz (b) \" ET")
	f.Fuzz(func(t *testing.T, page string) { _, _, _ = read(build(page)) })
}

func BenchmarkRead(b *testing.B) {
	pages := make([]string, 20)
	size := 0
	for i := range pages {
		pages[i] = text
		size += len(text)
	}
	src := build(pages...)
	b.SetBytes(int64(size))
	b.ReportAllocs()
	for b.Loop() {
		_, _, _ = read(src)
	}
}
