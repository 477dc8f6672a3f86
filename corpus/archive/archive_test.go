package archive

import (
	"archive/tar"
	"archive/zip"
	"bytes"
	"compress/gzip"
	"io"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/concord-news/concord/corpus/item"
)

type gathered struct {
	members []Member
	faults  []string
}

func (g *gathered) visitor() Visitor {
	return Visitor{
		Want:   func(name string) bool { return !strings.HasSuffix(name, ".skip") },
		Member: func(m Member) { g.members = append(g.members, m) },
		Fault:  func(name string, err error) { g.faults = append(g.faults, name+": "+err.Error()) },
		Budget: NewBudget(),
	}
}

func (g *gathered) names() []string {
	var out []string
	for _, m := range g.members {
		out = append(out, m.Name)
	}
	return out
}

type file struct{ name, text string }

func zipped(t testing.TB, files ...file) []byte {
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for _, f := range files {
		w, err := z.Create(f.name)
		require.NoError(t, err)
		_, err = io.WriteString(w, f.text)
		require.NoError(t, err)
	}
	require.NoError(t, z.Close())
	return b.Bytes()
}

func tarred(t testing.TB, files ...file) []byte {
	var b bytes.Buffer
	w := tar.NewWriter(&b)
	for _, f := range files {
		h := &tar.Header{Name: f.name, Size: int64(len(f.text)), Mode: 0o644}
		if strings.HasSuffix(f.name, "->") {
			h.Typeflag, h.Size, h.Linkname = tar.TypeSymlink, 0, f.text
		}
		require.NoError(t, w.WriteHeader(h))
		if h.Size > 0 {
			_, err := io.WriteString(w, f.text)
			require.NoError(t, err)
		}
	}
	require.NoError(t, w.Close())
	return b.Bytes()
}

func readZip(b []byte, g *gathered) error {
	return Zip(bytes.NewReader(b), int64(len(b)), g.visitor())
}

func TestZip(t *testing.T) {
	var g gathered
	require.NoError(t, readZip(zipped(t, file{"s/", ""}, file{"s/a.txt", "one"}, file{`s\b.txt`, "two"}, file{"c.skip", "x"},
		file{"../up.txt", "x"}, file{"/root.txt", "x"}, file{`C:\win.txt`, "x"}, file{"s/../../x.txt", "x"}), &g))
	assert.Equal(t, []string{"s/a.txt", "s/b.txt"}, g.names())
	require.Len(t, g.faults, 4)
	assert.Contains(t, g.faults[0], `"../up.txt": its name points out of the archive`)
	assert.Contains(t, g.faults[1], `"/root.txt": its name is a path from the root`)
}

func TestTar(t *testing.T) {
	var g gathered
	b := tarred(t, file{"s/a.txt", "one"}, file{"s/link->", "/etc/passwd"}, file{"../up.txt", "x"}, file{"b.txt", "two"})
	require.NoError(t, Tar(bytes.NewReader(b), func() int64 { return int64(len(b)) }, g.visitor()))
	assert.Equal(t, []string{"s/a.txt", "b.txt"}, g.names())
	require.Len(t, g.faults, 2)
	assert.Contains(t, g.faults[0], "is a link or device")
}

func TestBombs(t *testing.T) {
	if testing.Short() {
		t.Skip("packs hundreds of megabytes")
	}
	zeros := strings.Repeat("\x00", item.MinRatioSize*8)
	var g gathered
	require.NoError(t, readZip(zipped(t, file{"bomb.txt", zeros}, file{"a.txt", "one"}), &g))
	assert.Equal(t, []string{"a.txt"}, g.names())
	assert.Equal(t, []string{"bomb.txt: unpacks to more than 200 times its size, as no text does"}, g.faults)

	g = gathered{}
	v := g.visitor()
	v.Budget = &Budget{left: 10}
	b := zipped(t, file{"a.txt", "one"}, file{"b.txt", "much more than that"}, file{"c.txt", "three"})
	assert.ErrorContains(t, Zip(bytes.NewReader(b), int64(len(b)), v), "more than 4 GiB in all")

	var packed bytes.Buffer
	w := gzip.NewWriter(&packed)
	for range 30 {
		_, _ = io.WriteString(w, zeros)
	}
	require.NoError(t, w.Close())
	p, err := Gunzip(&packed)
	require.NoError(t, err)
	n, err := io.Copy(io.Discard, p)
	assert.ErrorContains(t, err, "more than 200 times its size")
	assert.Less(t, n, int64(200<<20))
}

func TestDamagedArchives(t *testing.T) {
	whole := zipped(t, file{"a.txt", strings.Repeat("The bridge is shut. ", 50)}, file{"b.txt", "two"})
	var g gathered
	assert.ErrorContains(t, readZip(whole[:len(whole)-30], &g), "not a legal zip archive")
	assert.ErrorContains(t, readZip([]byte("PK\x03\x04 and no more"), &g), "not a legal zip archive")

	bad := bytes.Clone(whole)
	copy(bad[40:], "XXXXXXXX") // inside the first file's packed bytes
	g = gathered{}
	require.NoError(t, readZip(bad, &g))
	assert.Equal(t, []string{"b.txt"}, g.names(), "the rest is read")
	assert.Len(t, g.faults, 1)

	lying := bytes.Clone(whole)
	at := bytes.LastIndex(lying, []byte("PK\x01\x02a")) // no such bytes: the size lies in the directory
	if at < 0 {
		at = bytes.Index(lying, []byte("PK\x01\x02"))
	}
	copy(lying[at+24:], "\x01\x00\x00\x00") // says that one byte is unpacked
	g = gathered{}
	require.NoError(t, readZip(lying, &g))
	assert.Len(t, g.faults, 1)

	tarball := tarred(t, file{"a.txt", "one"}, file{"b.txt", strings.Repeat("two ", 1000)})
	g = gathered{}
	assert.Error(t, Tar(bytes.NewReader(tarball[:1100]), func() int64 { return 1100 }, g.visitor()))
	assert.ErrorContains(t, Tar(strings.NewReader(""), func() int64 { return 0 }, g.visitor()), "holds no files")
	g = gathered{}
	_ = Tar(bytes.NewReader(tarball[:2048]), func() int64 { return 2048 }, g.visitor())
	assert.Equal(t, []string{"a.txt"}, g.names())
	assert.Len(t, g.faults, 1, "a file cut short is a fault")

	_, err := Gunzip(strings.NewReader("\x1f\x8b"))
	assert.ErrorContains(t, err, "not a legal gzip file")
}

func FuzzZip(f *testing.F) {
	f.Add(zipped(f, file{"a/b.txt", "one"}, file{"../c", "two"}))
	f.Fuzz(func(t *testing.T, b []byte) {
		var g gathered
		_ = readZip(b, &g)
		for _, n := range g.names() {
			assert.NotContains(t, "/"+n+"/", "/../")
		}
	})
}

func FuzzTar(f *testing.F) {
	f.Add(tarred(f, file{"a/b.txt", "one"}, file{"c->", "two"}))
	f.Fuzz(func(t *testing.T, b []byte) {
		var g gathered
		_ = Tar(bytes.NewReader(b), func() int64 { return int64(len(b)) }, g.visitor())
		if p, err := Gunzip(bytes.NewReader(b)); err == nil {
			_, _ = io.Copy(io.Discard, p)
		}
		Head(b, 100)
	})
}

func BenchmarkZip(b *testing.B) {
	text := strings.Repeat("The bridge over the harbour is shut for two weeks, the council said on Monday. ", 500)
	z := zipped(b, file{"a.txt", text}, file{"b.txt", text})
	b.SetBytes(int64(2 * len(text)))
	b.ReportAllocs()
	for b.Loop() {
		var g gathered
		_ = readZip(z, &g)
	}
}
