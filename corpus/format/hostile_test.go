package format

import (
	"archive/tar"
	"archive/zip"
	"bytes"
	"compress/flate"
	"encoding/base64"
	"encoding/binary"
	"fmt"
	"hash/crc32"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/concord-news/concord/corpus/item"
)

// What one hostile file may take at most, in bytes allocated in all and in time.
// A page is read whole, decoded and parsed: some twenty times its largest size.
const (
	mostAllocated = 2 << 30
	longest       = time.Minute
)

// hostile is a file that was made to do harm, of one format. want is a part of
// what must be said of it; where it is "" the file may be read, within bounds.
type hostile struct {
	format, fault, file string
	want                string
}

const laughs = `<!DOCTYPE l [<!ENTITY a "haha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;"><!ENTITY d "&c;&c;&c;&c;&c;&c;&c;&c;&c;&c;">` +
	`<!ENTITY e "&d;&d;&d;&d;&d;&d;&d;&d;&d;&d;"><!ENTITY f "&e;&e;&e;&e;&e;&e;&e;&e;&e;&e;"><!ENTITY g "&f;&f;&f;&f;&f;&f;&f;&f;&f;&f;"><!ENTITY h "&g;&g;&g;&g;&g;&g;&g;&g;&g;&g;">]>`

// nested are files whose parts lie in each other without end.
func nested(t testing.TB) []hostile {
	deep := func(open string) string { return strings.Repeat(open, 200_000) }
	multipart := "From: a@b.example\r\nSubject: x\r\nMessage-ID: 1\r\n"
	for i := range 2000 {
		multipart += fmt.Sprintf("Content-Type: multipart/mixed; boundary=b%d\r\n\r\n--b%d\r\n", i, i)
	}
	tars := tarred("a.txt", sentence)
	for range 8 {
		tars = tarred("in.tar", tars)
	}
	mails := mailed("a.txt", sentence)
	for range 8 {
		mails = mailed("in.eml", mails)
	}
	return []hostile{
		{"page", "nesting", "<!DOCTYPE html><body>" + deep("<div>"), "not legal HTML"},
		{"RSS", "nesting", "<rss version='2.0'><channel>" + deep("<a>"), "deep"},
		{"Atom", "nesting", "<feed xmlns='http://www.w3.org/2005/Atom'>" + deep("<a>"), "deep"},
		{"RDF", "nesting", "<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#'>" + deep("<a>"), "deep"},
		{"JSON feed", "nesting", `{"version":"https://jsonfeed.org/version/1","items":` + deep("["), "deep"},
		{"NewsML-G2", "nesting", "<newsItem xmlns='http://iptc.org/std/nar/2006-10-01/'>" + deep("<a>"), "deep"},
		{"ninjs", "nesting", `{"uri":"x","version":"1","body_text":` + deep("["), "exceeded max depth"},
		{"JSON", "nesting", `{"articles":` + deep(`{"a":`), "exceeded max depth"},
		{"JSON lines", "nesting", "{\"text\":\"a\"}\n{\"text\":" + deep("[") + "\n", ""},
		{"Markdown", "nesting", "# Title\n\n" + deep("> ") + "x\n\n" + deep("[") + "\n\n" + deep("* "), ""},
		{"CSV", "nesting", "id,title,text\n1,a," + deep("\"\""), ""},
		{"DOCX", "nesting", docx(t, deep("<a>")), "deep"},
		{"ODT", "nesting", odt(t, deep("<a>")), "deep"},
		{"PDF", "nesting", "%PDF-1.4\n1 0 obj\n" + deep("[") + "\nendobj\ntrailer << /Root 1 0 R >>\nstartxref\n0\n%%EOF", "deep in each other"},
		{"mail", "nesting", multipart, ""},
		{"mail", "mails in it", mails, "lies more than 4 archives or mails deep"},
		{"tar", "archives in it", tars, "lies more than 4 archives or mails deep"},
		{"WARC", "archives in it", warced("text/html", warced("text/html", warced("text/html", warced("text/html", warced("text/html", warced("text/html", sentence)))))), ""},
	}
}

// entities are files that declare a word which stands for a billion others.
func entities(t testing.TB) []hostile {
	return []hostile{
		{"page", "entities", "<?xml version='1.0'?>" + laughs + "<html><body><p>&h;</p></body></html>", ""},
		{"RSS", "entities", laughs + "<rss version='2.0'><channel><title>&h;</title><item><title>&h;</title></item></channel></rss>", ""},
		{"Atom", "entities", laughs + "<feed xmlns='http://www.w3.org/2005/Atom'><title>&h;</title></feed>", ""},
		{"RDF", "entities", laughs + "<rdf:RDF xmlns:rdf='x'><item><title>&h;</title></item></rdf:RDF>", ""},
		{"NewsML-G2", "entities", laughs + "<newsItem xmlns='http://iptc.org/std/nar/2006-10-01/'>&h;</newsItem>", "entit"},
		{"DOCX", "entities", docx(t, laughs+"<d>&h;</d>"), "entit"},
		{"ODT", "entities", odt(t, laughs+"<d>&h;</d>"), "entit"},
		{"Markdown", "entities", "---\na: &a [x,x,x,x,x,x,x,x,x]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a]\nc: &c [*b,*b,*b,*b,*b,*b,*b,*b]\nd: &d [*c,*c,*c,*c,*c,*c,*c,*c]\n" +
			"e: &e [*d,*d,*d,*d,*d,*d,*d,*d]\nf: &f [*e,*e,*e,*e,*e,*e,*e,*e]\ntitle: [*f,*f,*f,*f,*f,*f,*f,*f]\n---\n\n" + sentence, ""},
	}
}

// bombs are small files that unpack to large ones.
func bombs(t testing.TB) []hostile {
	zeros := gzipZeros(t, "", unpacked)
	page := gzipZeros(t, "<!DOCTYPE html><body>", unpacked)
	lines := gzipZeros(t, "{\"title\":\"a\",\"text\":\"b\"}\n{\"text\":\"", unpacked)
	table := gzipZeros(t, "id,title,text\n1,a,\"", unpacked)
	web := gzipZeros(t, "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: http://a.example/\r\nContent-Length: 1073741824\r\n\r\nHTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n", unpacked)
	ball := gzipZeros(t, tarred("a.txt", strings.Repeat("x", 512))[:512], unpacked)
	return []hostile{
		{"zip", "bomb", zipZeros(t, "a.txt"), "unpacks to more than"},
		{"DOCX", "bomb", zipZeros(t, "[Content_Types].xml", "word/document.xml"), ""},
		{"ODT", "bomb", zipZeros(t, "mimetype", "content.xml"), ""},
		{"gzip", "bomb", zeros, ""},
		{"page, packed", "bomb", page, ""},
		{"JSON lines, packed", "bomb", lines, ""},
		{"CSV, packed", "bomb", table, ""},
		{"WARC, packed", "bomb", web, ""},
		{"tar, packed", "bomb", ball, ""},
		{"mail", "bomb attached", mailed("b.gz", page), ""},
		{"zip", "bomb inside", packed(t, "b.gz", page), ""},
	}
}

// liars are files whose lengths are not those of what follows.
func liars(t testing.TB) []hostile {
	short := []byte(tarred("a.txt", sentence))
	copy(short[124:136], "77777777777\x00") // the size, in octal
	sum := 0
	copy(short[148:156], "        ")
	for _, c := range short[:512] {
		sum += int(c)
	}
	copy(short[148:156], fmt.Sprintf("%06o\x00 ", sum))
	z := []byte(packed(t, "a.txt", strings.Repeat(sentence, 50)))
	at := bytes.Index(z, []byte("PK\x01\x02"))
	binary.LittleEndian.PutUint32(z[at+24:], 1<<31) // unpacked size in the directory
	ends := []byte(packed(t, "a.txt", sentence))
	binary.LittleEndian.PutUint16(ends[len(ends)-12:], 60_000) // number of files
	gz := []byte(gzipped(strings.Repeat(sentence, 50)))
	binary.LittleEndian.PutUint32(gz[len(gz)-4:], 7)
	pdf := func(length string) string {
		return "%PDF-1.4\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n2 0 obj\n<< /Type /Pages /Kids [3 0 R 2 0 R] /Count 999999999 >>\nendobj\n" +
			"3 0 obj\n<< /Type /Page /Parent 2 0 R /Contents 4 0 R >>\nendobj\n4 0 obj\n<< /Length " + length + " >>\nstream\nBT (x) Tj ET\nendstream\nendobj\n" +
			"xref\n0 5\n0000000000 65535 f \n0000000009 00000 n \n0000000058 00000 n \n0000000141 00000 n \n0000000205 00000 n \ntrailer << /Size 5 /Root 1 0 R >>\nstartxref\n280\n%%EOF"
	}
	return []hostile{
		{"tar", "length", string(short), ""},
		{"zip", "length", string(z), ""},
		{"zip", "number of files", string(ends), ""},
		{"gzip", "length", string(gz), ""},
		{"PDF", "length", pdf("999999999999"), ""},
		{"PDF", "negative length", pdf("-5"), ""},
		{"WARC", "length", strings.Replace(warced("text/html", sentence), "Content-Length: ", "Content-Length: 9999999", 1), ""},
		{"WARC", "negative length", strings.Replace(warced("text/html", sentence), "Content-Length: ", "Content-Length: -", 1), ""},
		{"mail", "length", "From: a@b.example\r\nSubject: x\r\nMessage-ID: 1\r\nContent-Length: 99999999999\r\nContent-Type: text/plain\r\nContent-Transfer-Encoding: base64\r\n\r\n=========", ""},
	}
}

// TestHostileFiles: nothing breaks, hangs or takes the memory of the machine.
func TestHostileFiles(t *testing.T) {
	var all []hostile
	for _, list := range [][]hostile{nested(t), entities(t), bombs(t), liars(t)} {
		all = append(all, list...)
	}
	for _, h := range all {
		t.Run(h.format+" "+h.fault, func(t *testing.T) {
			var before, after runtime.MemStats
			runtime.ReadMemStats(&before)
			start := time.Now()
			var g gathered
			kind, err := g.read("file", []byte(h.file))
			took := time.Since(start)
			runtime.ReadMemStats(&after)
			assert.Less(t, after.TotalAlloc-before.TotalAlloc, uint64(mostAllocated))
			assert.Less(t, took, longest)
			said := strings.Join(append(g.faults, g.passed...), "\n")
			if err != nil {
				said += err.Error()
			}
			assert.NotContains(t, said, "its reader broke on it")
			assert.Contains(t, said, h.want)
			assert.True(t, said != "" || len(g.items) > 0 || kind == Text, "nothing said, nothing read")
		})
	}
}

// TestSparseFiles: a gigabyte of nothing behind a legal beginning, in every
// format, is refused or read within bounds.
func TestSparseFiles(t *testing.T) {
	files, err := filepath.Glob(filepath.Join("testdata", "security-talks", "*", "*"))
	require.NoError(t, err)
	seen := map[string]bool{}
	for _, name := range files {
		kind := filepath.Base(filepath.Dir(name))
		if filepath.Base(name) == "articles.json" || seen[kind] {
			continue
		}
		seen[kind] = true
		t.Run(kind, func(t *testing.T) {
			b, err := os.ReadFile(name)
			require.NoError(t, err)
			path := filepath.Join(t.TempDir(), filepath.Base(name))
			require.NoError(t, os.WriteFile(path, b[:len(b)/2], 0o600))
			require.NoError(t, os.Truncate(path, sparse))
			f, err := os.Open(path)
			require.NoError(t, err)
			defer f.Close()
			var before, after runtime.MemStats
			runtime.ReadMemStats(&before)
			start := time.Now()
			said := 0
			kind, err := Read(Source{Name: filepath.Base(name), R: f, Size: sparse},
				Sink{Sink: item.Sink{Item: func(*item.Item) { said++ }, Fault: func(string, error) { said++ }}, Passed: func(string, string) { said++ }, Manifest: func(string, string, []byte) {}})
			runtime.ReadMemStats(&after)
			assert.True(t, err != nil || said > 0 || kind == Text, "nothing said, nothing read")
			assert.Less(t, after.TotalAlloc-before.TotalAlloc, uint64(mostAllocated))
			assert.Less(t, time.Since(start), longest)
		})
	}
	assert.Len(t, seen, 27)
}

func docx(t testing.TB, document string) string {
	return packed(t, "[Content_Types].xml", `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>`, "word/document.xml", document)
}

func odt(t testing.TB, content string) string {
	return packed(t, "mimetype", "application/vnd.oasis.opendocument.text", "content.xml", content)
}

func tarred(name, content string) string {
	var b bytes.Buffer
	w := tar.NewWriter(&b)
	_ = w.WriteHeader(&tar.Header{Name: name, Mode: 0o600, Size: int64(len(content)), Format: tar.FormatUSTAR})
	_, _ = io.WriteString(w, content)
	_ = w.Close()
	return b.String()
}

func mailed(name, content string) string {
	return "From: a@b.example\r\nSubject: x\r\nMessage-ID: 1\r\nContent-Type: multipart/mixed; boundary=B\r\n\r\n--B\r\nContent-Type: application/octet-stream; name=" + name +
		"\r\nContent-Disposition: attachment; filename=" + name + "\r\nContent-Transfer-Encoding: base64\r\n\r\n" + base64.StdEncoding.EncodeToString([]byte(content)) + "\r\n--B--\r\n"
}

func warced(kind, body string) string {
	answer := "HTTP/1.1 200 OK\r\nContent-Type: " + kind + "\r\n\r\n" + body
	return fmt.Sprintf("WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: http://a.example/\r\nContent-Length: %d\r\n\r\n%s\r\n\r\n", len(answer), answer)
}

// gzipZeros packs a head with n zero bytes behind it, a megabyte at a time: parts
// that are packed one by one may follow each other.
func gzipZeros(_ testing.TB, head string, n int) string {
	return gzipped(head) + strings.Repeat(gzipped(string(make([]byte, 1<<20))), n>>20)
}

// zipZeros makes an archive of files that unpack to a lot in all.
func zipZeros(t testing.TB, names ...string) string {
	// Flushed blocks of a packed stream stand for themselves, so that one may be
	// repeated.
	var block, end bytes.Buffer
	w, err := flate.NewWriter(&block, flate.BestSpeed)
	require.NoError(t, err)
	_, err = w.Write(make([]byte, 1<<20))
	require.NoError(t, err)
	require.NoError(t, w.Flush())
	last, err := flate.NewWriter(&end, flate.BestSpeed)
	require.NoError(t, err)
	require.NoError(t, last.Close())
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for _, name := range names {
		if name == "mimetype" {
			w, err := z.Create(name)
			require.NoError(t, err)
			_, err = io.WriteString(w, "application/vnd.oasis.opendocument.text")
			require.NoError(t, err)
			continue
		}
		n := unpacked / len(names) >> 20
		packed := strings.Repeat(block.String(), n) + end.String()
		sum := crc32.NewIEEE()
		for range n {
			_, _ = sum.Write(make([]byte, 1<<20))
		}
		w, err := z.CreateRaw(&zip.FileHeader{Name: name, Method: zip.Deflate, CRC32: sum.Sum32(), CompressedSize64: uint64(len(packed)), UncompressedSize64: uint64(n) << 20})
		require.NoError(t, err)
		_, err = io.WriteString(w, packed)
		require.NoError(t, err)
	}
	require.NoError(t, z.Close())
	return b.String()
}
