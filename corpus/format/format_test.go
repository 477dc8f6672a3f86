package format

import (
	"archive/zip"
	"bytes"
	"compress/gzip"
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/concord-news/concord/corpus/item"
)

const sentence = "The bridge over the harbour is shut for two weeks, the council said on Monday."

func TestDetect(t *testing.T) {
	for _, c := range []struct {
		head, name string
		want       Kind
	}{
		{"", "", Text}, {sentence, "a.txt", Text}, {sentence, "a.md", Markdown}, {"[Update] " + sentence, "a.txt", Text}, {"{sic} he said", "a", Text},
		{"# Shut\n\nIt is **shut**.", "a.txt", Markdown}, {"<!DOCTYPE html><p>", "a.txt", HTML}, {"<?xml version='1.0'?>\n<rss version='2.0'>", "", Feed},
		{"<?xml version='1.0'?><!DOCTYPE rdf [<!ENTITY a 'b'>]>\n<rdf:RDF>", "", Feed}, {"<feed xmlns='x'>", "", Feed}, {"<newsItem guid='x'>", "", NewsML},
		{"<n:newsMessage>", "", NewsML}, {"<svg>", "", Text}, {"{\"a\": {\"b\": 1}}", "", JSON}, {"[{\"a\": 1}]", "", JSON}, {"{\"a\":1}\n{\"b\":2}", "", JSONLines},
		{"{\n\"a\": {\"b\": 1}}", "", JSON}, {"{\"a\":1}", "x.jsonl", JSONLines}, {"id,title,text\n1,a,b", "", CSV}, {"title;x;text\n", "a.csv", CSV},
		{"text, title, and the rest of it\n", "a.txt", Text}, {"%PDF-1.4\n", "", PDF}, {"PK\x03\x04", "", Zip}, {"\x1f\x8b\x08", "", Gzip}, {"WARC/1.0\r\n", "", WARC},
		{strings.Repeat("\x00", 257) + "ustar\x00", "", Tar}, {"From: a\nSubject: b\nMessage-ID: c\n\nd", "", Mail}, {"Subject: a\n\n" + sentence, "", Text},
		{"{\\rtf1", "", Unread}, {"\xD0\xCF\x11\xE0", "", Unread}, {"\x89PNG", "", Unread}, {"BZh91AY", "", Unread}, {"BZh is a name", "", Text},
		{"\xFF\xFE<\x00h\x00t\x00m\x00l\x00>\x00", "", HTML}, {"\xEF\xBB\xBF<html>", "", HTML},
	} {
		assert.Equal(t, c.want, Detect([]byte(c.head), c.name), "%.40q %s", c.head, c.name)
	}
}

type gathered struct {
	items             []*item.Item
	faults, passed    []string
	manifests, places []string
}

func (g *gathered) read(name string, b []byte) (Kind, error) {
	return Read(Bytes(name, b), Sink{
		Sink: item.Sink{
			Item:  func(it *item.Item) { g.items, g.places = append(g.items, it), append(g.places, it.Place+"|"+it.Name) },
			Fault: func(place string, err error) { g.faults = append(g.faults, place+": "+err.Error()) },
		},
		Manifest: func(dir, name string, _ []byte) { g.manifests = append(g.manifests, dir+"|"+name) },
		Passed:   func(place, why string) { g.passed = append(g.passed, place+": "+why) },
	})
}

// packed makes a zip archive of files, given by turns as name and content.
func packed(t testing.TB, files ...string) string {
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for i := 0; i+1 < len(files); i += 2 {
		w, err := z.Create(files[i])
		require.NoError(t, err)
		_, err = io.WriteString(w, files[i+1])
		require.NoError(t, err)
	}
	require.NoError(t, z.Close())
	return b.String()
}

func gzipped(s string) string {
	var b bytes.Buffer
	z := gzip.NewWriter(&b)
	_, _ = io.WriteString(z, s)
	_ = z.Close()
	return b.String()
}

func TestArchivesInside(t *testing.T) {
	page := "<!DOCTYPE html><article>" + strings.Repeat("<p>"+sentence+"</p>", 8) + "</article>"
	mail := "From: a@b.example\r\nSubject: Shut\r\nMessage-ID: 1\r\nContent-Type: multipart/mixed; boundary=B\r\n\r\n--B\r\nContent-Type: text/plain\r\n\r\n" + sentence +
		"\r\n--B\r\nContent-Type: application/json; name=n.json\r\n\r\n{\"uri\":\"u\",\"body_text\":\"It is shut.\"}\r\n--B--\r\n"
	var g gathered
	_, err := g.read("x.zip", []byte(packed(t, "s/a.txt", sentence, "s/page.html", page, "s/articles.json", "[]", "s/inner.zip", packed(t, "b.txt", sentence), "s/m.eml", mail,
		"s/gz.txt.gz", gzipped(sentence), "s/README.md", "x", "s/p.png", "\x89PNG", "s/style.css", "p {}", "s/x.json", "{\"a\": {\"b\": 2}}", "s/page_files/x.html", page,
		"s/broken.pdf", "%PDF-1.4 no", "../up.txt", "x")))
	require.NoError(t, err)
	assert.Equal(t, []string{"s/a.txt|s/a.txt", "s/page.html|s/page.html", "s/inner.zip: b.txt|s/inner.zip/b.txt", "s/m.eml: 1-n.json|s/m.eml/1-n.json", "s/m.eml|s/m.eml",
		"s/gz.txt.gz|s/gz.txt.gz"}, g.places)
	assert.Equal(t, []string{"s|s/articles.json"}, g.manifests)
	require.Len(t, g.faults, 2)
	assert.Contains(t, g.faults[0], "s/broken.pdf: not a legal PDF")
	assert.Contains(t, g.faults[1], `"../up.txt": its name points out`)
	assert.Len(t, g.passed, 3)
}

func TestNestingIsBounded(t *testing.T) {
	s := packed(t, "a.txt", sentence)
	for range 8 {
		s = packed(t, "in.zip", s)
	}
	var g gathered
	_, err := g.read("x.zip", []byte(s))
	require.NoError(t, err)
	assert.Empty(t, g.items)
	require.Len(t, g.faults, 1)
	assert.Contains(t, g.faults[0], "lies more than 4 archives or mails deep")
	z := sentence
	for range 8 {
		z = gzipped(z)
	}
	_, err = g.read("x.gz", []byte(z))
	assert.ErrorContains(t, err, "packed more than 4 times")
}

// TestDamagedInEveryFormat cuts the example short, turns bytes over and gives
// files wrong names, in every format: what is wrong is said, nothing panics.
func TestDamagedInEveryFormat(t *testing.T) {
	files, err := filepath.Glob(filepath.Join("testdata", "security-talks", "*", "*"))
	require.NoError(t, err)
	seen := 0
	for _, f := range files {
		if filepath.Base(f) == "articles.json" || !strings.Contains(f, "lantern") && !strings.Contains(f, "pages.") && !strings.Contains(f, "articles.") && !strings.Contains(f, "story.") &&
			!strings.Contains(f, "cuttings.") && !strings.Contains(f, "wire.") {
			continue
		}
		b, err := os.ReadFile(f)
		require.NoError(t, err)
		seen++
		for _, share := range []int{0, 1, 3, 7, 9} {
			var g gathered
			kind, err := g.read(filepath.Base(f), b[:len(b)*share/10])
			told := err != nil || len(g.faults) > 0 || len(g.items) > 0 || kind == Text || kind == Markdown
			assert.True(t, told, "%s cut to %d tenths: nothing said, nothing read", f, share)
		}
		for i := range 40 {
			bad := bytes.Clone(b)
			for k := range 5 {
				bad[(i*7919+k*104729)%len(bad)] ^= byte(1 << (i % 8))
			}
			var g gathered
			_, err := g.read(filepath.Base(f), bad)
			if err != nil {
				assert.NotContains(t, err.Error(), "its reader broke on it", f)
			}
		}
		var g gathered
		kind, err := g.read("wrong.name", b)
		assert.NoError(t, err, "the content decides: %s", f)
		assert.True(t, len(g.items) > 0 || kind == Text, f)
	}
	assert.Equal(t, 27, seen, "a file of every format")
}

func TestSparseFile(t *testing.T) {
	name := filepath.Join(t.TempDir(), "big")
	for head, want := range map[string]string{"<!DOCTYPE html>": "larger than 64 MiB", "%PDF-1.4": "larger than 64 MiB", "PK\x03\x04": "not a legal zip archive",
		"\x1f\x8b\x08\x00\x00\x00\x00\x00\x00\x00": "cannot be unpacked", "WARC/1.0\r\nContent-Length: 5\r\n\r\n": "a length before it is wrong", "{\"a\": {\"b\": [": "larger than 64 MiB"} {
		require.NoError(t, os.WriteFile(name, []byte(head), 0o600))
		require.NoError(t, os.Truncate(name, 1<<30))
		f, err := os.Open(name)
		require.NoError(t, err)
		_, err = Read(Source{Name: "big", R: f, Size: 1 << 30}, Sink{Sink: item.Sink{Item: func(*item.Item) {}, Fault: func(string, error) {}}})
		f.Close()
		assert.ErrorContains(t, err, want, "%q", head)
	}
}

func TestBrokenReaderIsAnError(t *testing.T) {
	_, err := Read(Source{R: panics{}, Size: 10}, Sink{})
	assert.ErrorContains(t, err, "its reader broke on it (no such luck)")
	_, err = Read(Source{R: fails{}, Size: 10}, Sink{})
	assert.ErrorContains(t, err, "disk gone")
}

type panics struct{}

func (panics) ReadAt([]byte, int64) (int, error) { panic("no such luck") }

type fails struct{}

func (fails) ReadAt([]byte, int64) (int, error) { return 0, errors.New("disk gone") }

func FuzzRead(f *testing.F) {
	files, err := filepath.Glob(filepath.Join("testdata", "security-talks", "*", "*"))
	require.NoError(f, err)
	for i, name := range files {
		if b, err := os.ReadFile(name); err == nil && i%5 == 0 && len(b) < 20_000 {
			f.Add(filepath.Base(name), b)
		}
	}
	f.Add("a.txt", []byte(sentence))
	f.Fuzz(func(t *testing.T, name string, b []byte) {
		var g gathered
		_, err := g.read(name, b)
		if err != nil && strings.Contains(err.Error(), "its reader broke on it") {
			t.Fatal(err)
		}
		for _, it := range g.items {
			for _, p := range it.Parts {
				require.NotEmpty(t, it.Text[p.Start:p.End])
			}
		}
	})
}

func BenchmarkDetect(b *testing.B) {
	head := []byte(strings.Repeat(sentence+"\n", 100))
	b.SetBytes(int64(len(head)))
	b.ReportAllocs()
	for b.Loop() {
		Detect(head, "a.txt")
	}
}
