package outlets

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestDefault(t *testing.T) {
	table := Default()
	for host, want := range map[string]string{
		"www.bbc.co.uk": "BBC", "news.bbc.co.uk": "BBC", "edition.cnn.com:443": "CNN", "ABCNEWS.go.com": "ABC News", "Reuters.com.": "Reuters",
	} {
		e, ok := table.Lookup(host)
		assert.True(t, ok, host)
		assert.Equal(t, want, e.Name, host)
	}
	for _, host := range []string{"ellery-post.example", "notbbc.co.uk", "com", "", "co.uk", "go.com"} {
		_, ok := table.Lookup(host)
		assert.False(t, ok, host)
	}
	e, ok := table.OfURL("https://apnews.com/article/x")
	assert.True(t, ok)
	assert.True(t, e.Agency)
	assert.Contains(t, e.Written, "The Associated Press")
	_, ok = table.OfURL("apnews.com/article")
	assert.False(t, ok, "no address")
	seen := map[string]bool{}
	for _, e := range table.entries {
		assert.False(t, seen[e.Domain], "%s stands in the table twice", e.Domain)
		seen[e.Domain] = true
	}
	assert.Greater(t, len(table.Agencies()), 40)
}

func TestWith(t *testing.T) {
	table, err := Default().With(strings.NewReader("\uFEFF# ours\n\nwww.Ellery-Post.example, The Ellery Post\nbbc.com\tBBC News\nwire.example\tWire\tagency\tW.N.A.\n"))
	require.NoError(t, err)
	e, _ := table.Lookup("ellery-post.example")
	assert.Equal(t, Entry{Domain: "ellery-post.example", Name: "The Ellery Post"}, e)
	e, _ = table.Lookup("bbc.com")
	assert.Equal(t, "BBC News", e.Name)
	e, _ = table.Lookup("wire.example")
	assert.Equal(t, []string{"Wire", "W.N.A."}, e.Written)
	old, _ := Default().Lookup("bbc.com")
	assert.Equal(t, "BBC", old.Name)
}

func TestWrongLines(t *testing.T) {
	for line, want := range map[string]string{
		"a.example": "line 2: \"a.example\" is no line", "example, A": "is no line", "a b.example, A": "is no line",
		"a.example, A, wire": "third field", "a.example, caf\xe9": "not UTF-8", strings.Repeat("x", 1<<17): "reading the table",
	} {
		_, err := Default().With(strings.NewReader("# x\n" + line))
		assert.ErrorContains(t, err, want)
	}
}

func FuzzWith(f *testing.F) {
	f.Add("a.example\tA\tagency\tx\n# y\n")
	f.Fuzz(func(t *testing.T, s string) {
		table, err := Default().With(strings.NewReader(s))
		if err == nil {
			_, _ = table.OfURL(s)
			_, _ = table.Lookup(s)
		}
	})
}
