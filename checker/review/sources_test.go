package review

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/concord-news/concord/checker/review/store"
	"github.com/concord-news/concord/corpus"
)

// TestNamesOfAddedFiles: whatever others called a file, it lies in its folder
// under a name of its own.
func TestNamesOfAddedFiles(t *testing.T) {
	dir := t.TempDir()
	var added []store.Source
	names := []string{"../../etc/passwd", "lantern.txt", "lantern.txt", "Lantern.txt", "articles.json", "..", "a\x00b.html", "", ".hidden", strings.Repeat("x", 500), "harbour-post.p/df", "con:stream"}
	for i, n := range names {
		added = append(added, store.Source{Number: int64(i + 1), Kind: "file", Name: n, Outlet: "The Lantern", Content: []byte("Some words of a story that is told here.\n")})
	}
	added = append(added, store.Source{Number: 99, Kind: "text", Name: "pasted text", Outlet: "Harbour / Post", Content: []byte("words")})
	require.NoError(t, writeAdded(dir, added))
	entries, err := os.ReadDir(dir)
	require.NoError(t, err)
	assert.Len(t, entries, len(added)+1, "and the manifest")
	for _, e := range entries {
		assert.Regexp(t, `^[A-Za-z0-9][A-Za-z0-9.-]*$`, e.Name())
	}
	assert.FileExists(t, filepath.Join(dir, "lantern.txt"))
	assert.FileExists(t, filepath.Join(dir, "Harbour---Post.txt"))
	_, problems := corpus.Load([]string{dir})
	for _, p := range problems {
		assert.NotContains(t, p.Err.Error(), "manifest")
	}
}

func TestMergedStoriesHaveIDsOfTheirOwn(t *testing.T) {
	a := func(id string) *corpus.Article { return &corpus.Article{ID: id} }
	st := merged("story", []corpus.Story{{Articles: []*corpus.Article{a("x"), a("y")}}, {Articles: []*corpus.Article{a("x")}}, {Articles: []*corpus.Article{a("x")}}})
	var ids []string
	for _, x := range st.Articles {
		ids = append(ids, x.ID)
	}
	assert.Equal(t, []string{"x", "x~", "x~~", "y"}, ids)
}
