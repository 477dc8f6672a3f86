package corpus

import (
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestManifest(t *testing.T) {
	for name, body := range map[string]string{
		"articles.json": `[{"file": "a.txt", "outlet": "The Post", "published": "2025-12-15T08:30:00+01:00", "url": "https://post.example/1", "title": "My title"},
			{"file": "sub/b.txt", "published": "2025-12-15T00:00:00", "outlet": null}]`,
		"articles.yaml": "articles:\n- file: a.txt\n  outlet: The Post\n  published: 2025-12-15T08:30:00+01:00\n  url: https://post.example/1\n  title: My title\n" +
			"- {file: ./sub/b.txt, published: 2025-12-15}\n",
	} {
		dir := tree(t, map[string]string{"a.txt": text(1), "sub/b.txt": text(2), "c-news.txt": text(3), name: body})
		stories, problems := Load([]string{dir})
		require.Empty(t, problems, name)
		a, c, b := stories[0].Articles[0], stories[0].Articles[1], stories[0].Articles[2]
		assert.Equal(t, []string{"The Post", "manifest", "My title", "https://post.example/1"}, []string{a.Outlet, a.OutletFrom, a.Title, a.URL})
		assert.Equal(t, "2025-12-15T07:30", a.Published.Time.Format("2006-01-02T15:04"))
		assert.True(t, a.Published.Clock)
		assert.Equal(t, "manifest", a.Published.From)
		assert.Equal(t, []string{"B", "file name", "Headline 2"}, []string{b.Outlet, b.OutletFrom, b.Title})
		assert.True(t, b.Published.Known())
		assert.False(t, b.Published.Clock)
		assert.Equal(t, "C News", c.Outlet)
		assert.False(t, c.Published.Known())
	}
}

func TestManifestMistakes(t *testing.T) {
	for _, c := range []struct{ name, body, want string }{
		{"json", `[{"file": "a.txt", "outlets": "x"}]`, `:1:20: unknown key "outlets"; legal keys are file, outlet, published, title, url`},
		{"json", "[\n {\"file\": \"z.txt\"}\n]", `:2:11: no file "z.txt" in this story; legal is the path of an article's file inside the folder, with slashes`},
		{"json", "[{\"file\": \"a.txt\"},\n {\"file\": \"a.txt\"}]", `:2:11: file "a.txt" is named a second time; each article has one entry`},
		{"json", `[{"file": "a.txt", "published": "15/12/2025"}]`, `:1:33: "15/12/2025" is no date; ` + legalDates},
		{"json", `[{"file": "a.txt", "url": "javascript:x"}]`, `:1:27: "javascript:x" is no web address; legal is one that begins with http:// or https://`},
		{"json", `[{"outlet": "x"}]`, `:1:2: an article without a file; file is the one key that every article needs`},
		{"json", `[{"file": 3}]`, `:1:11: a number or truth value of file must be text`},
		{"json", `{"article": []}`, `:1:2: unknown key "article"; the one legal key here is articles`},
		{"json", `"x"`, `:1:1: a text in place of a list; a manifest is a list of {file, outlet, published, title, url}`},
		{"json", "[{\"file\": \"a.txt\",\n}]", `:2:1: not legal JSON`},
		{"json", `[{"file": "a.txt"`, `not legal JSON: ends too early; a bracket or quotation mark is not closed`},
		{"json", `[] []`, `not legal JSON: more after the end of the manifest; a manifest is one list`},
		{"json", `[{"file": "a.txt", "file": "a.txt"}]`, `key "file" stands twice in one map`},
		{"yaml", "- file: a.txt\n  publised: x\n", `:2:3: unknown key "publised"; ` + legalKeys},
		{"yaml", "- file: a.txt\n  published: soon\n", `:2:14: "soon" is no date; ` + legalDates},
		{"yaml", "- file: [a.txt\n", `not legal YAML: `},
		{"yaml", "- &x {file: a.txt}\n- *x\n", `:2:3: an alias (*name); write the value out`},
		{"yaml", "", `is empty; an article needs`},
	} {
		dir := tree(t, map[string]string{"a.txt": text(1), "articles." + c.name: c.body})
		stories, problems := Load([]string{dir})
		require.NotEmpty(t, problems, c.body)
		msg := faults(dir, problems)[0]
		assert.Contains(t, msg, c.want, c.body)
		assert.True(t, strings.HasPrefix(msg, "articles."+c.name+":"), msg)
		assert.NotContains(t, msg, "\n")
		require.Len(t, stories, 1, "the articles are read all the same")
		assert.Equal(t, "A", stories[0].Articles[0].Outlet)
	}
}

func TestTwoManifests(t *testing.T) {
	dir := tree(t, map[string]string{"a.txt": text(1), "articles.json": `[{"file": "a.txt", "outlet": "J"}]`, "articles.yaml": `[{file: a.txt, outlet: Y}]`})
	stories, problems := Load([]string{dir})
	assert.Equal(t, []string{"articles.yaml: is not read, because articles.json lies beside it; keep one manifest"}, faults(dir, problems))
	assert.Equal(t, "J", stories[0].Articles[0].Outlet)

	_, problems = Load([]string{filepath.Join(dir, "a.txt"), filepath.Join(dir, "articles.json")})
	assert.Equal(t, []string{"articles.json: is a manifest; give the folder that it lies in instead"}, faults(dir, problems))
}

func FuzzManifest(f *testing.F) {
	f.Add([]byte(`[{"file": "a.txt", "published": "2025-12-15"}]`))
	f.Add([]byte("articles:\n- file: a.txt\n  outlet: !!binary eA==\n"))
	f.Add([]byte(`{"articles": [[[{}]]], "x": 1e999}`))
	f.Add([]byte("- &a [*a]\n---\n- b"))
	ids := map[string]bool{"a.txt": true}
	f.Fuzz(func(t *testing.T, b []byte) {
		for _, name := range []string{"articles.json", "articles.yaml"} {
			m, found := parseManifest(name, b, ids)
			for _, p := range found {
				if msg := p.in(name).Error(); strings.Contains(msg, "\n") {
					t.Errorf("%q: a message of two lines", msg)
				}
			}
			if len(found) == 0 && len(m) > 1 {
				t.Errorf("%d entries for one file", len(m))
			}
		}
	})
}
