package corpus

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// body returns the words of an article's blocks of text, one line a block, and
// its headline.
func body(a *Article) (headline string, lines []string) {
	for _, b := range a.Blocks {
		words := strings.Join(strings.Fields(b.In(a.Text)), " ")
		switch b.Kind {
		case Headline:
			headline = words
		case Paragraph, Heading:
			lines = append(lines, words)
		}
	}
	return headline, lines
}

// TestExampleInEveryFormat: the example, written by the writers that people use
// (see format/testdata/convert.py), is read in each format as in plain text.
func TestExampleInEveryFormat(t *testing.T) {
	plain, problems := Load([]string{filepath.Join("..", "examples", "security-talks")})
	require.Empty(t, problems)
	want := map[string]*Article{}
	for _, a := range plain[0].Articles {
		want[a.Outlet] = a
	}
	dirs, err := os.ReadDir(filepath.Join("format", "testdata", "security-talks"))
	require.NoError(t, err)
	require.Len(t, dirs, 27)
	for _, d := range dirs {
		t.Run(d.Name(), func(t *testing.T) {
			stories, problems := Load([]string{filepath.Join("format", "testdata", "security-talks", d.Name())})
			assert.Empty(t, problems)
			require.Len(t, stories, 1)
			require.Len(t, stories[0].Articles, 5)
			for _, a := range stories[0].Articles {
				p := want[a.Outlet]
				require.NotNil(t, p, "outlet %q of %s", a.Outlet, a.ID)
				assert.Equal(t, p.Published.Time, a.Published.Time, a.ID)
				assert.Equal(t, p.Title, a.Title, a.ID)
				head, lines := body(a)
				wantHead, wantLines := body(p)
				assert.Equal(t, wantHead, head, a.ID)
				// Plain text keeps lines of furniture above and below that no rule
				// knows; the converter left all of them out.
				for len(wantLines) > 0 && len(wantLines[0]) < 80 {
					wantLines = wantLines[1:]
				}
				for len(wantLines) > len(lines) && len(wantLines[len(wantLines)-1]) < 80 {
					wantLines = wantLines[:len(wantLines)-1]
				}
				if name := d.Name(); name == "zip" || name == "tar" || name == "targz" || name == "utf16" {
					_, wantLines = body(p)
				}
				assert.Equal(t, wantLines, lines, a.ID)
				assert.Equal(t, "en", a.Language)
				assert.NotEmpty(t, a.Format)
				wholeArticle(t, a)
			}
		})
	}
}

// wholeArticle checks what holds of every article.
func wholeArticle(t *testing.T, a *Article) {
	t.Helper()
	end := 0
	for _, b := range a.Blocks {
		require.GreaterOrEqual(t, b.Start, end)
		require.Greater(t, b.End, b.Start)
		require.Empty(t, strings.TrimFunc(a.Text[end:b.Start], isBlank), "text outside of blocks in %s", a.ID)
		end = b.End
	}
	require.Empty(t, strings.TrimFunc(a.Text[end:], isBlank))
}

func TestOriginsOfFacts(t *testing.T) {
	dir := filepath.Join("format", "testdata", "security-talks")
	first := func(name string) *Article {
		stories, _ := Load([]string{filepath.Join(dir, name)})
		return stories[0].Articles[0]
	}
	for name, want := range map[string][4]string{
		"html":     {"HTML page", "JSON-LD", "JSON-LD", "canonical link"},
		"rss":      {"RSS feed", "feed's title", "feed", "feed"},
		"ninjs":    {"ninjs", "ninjs", "ninjs", "ninjs"},
		"newsml":   {"NewsML-G2", "NewsML-G2", "NewsML-G2", ""},
		"markdown": {"Markdown", "front matter", "front matter", ""},
		"eml":      {"mail", "mail sender", "mail header", ""},
		"docx":     {"DOCX", "manifest", "manifest", ""},
		"csv":      {"CSV", "column", "column", ""},
		"zip":      {"plain text", "manifest", "manifest", ""},
		"warc":     {"HTML page", "JSON-LD", "JSON-LD", "web archive"},
	} {
		a := first(name)
		assert.Equal(t, want, [4]string{a.Format, a.OutletFrom, a.Published.From, a.URLFrom}, name)
		assert.Equal(t, name != "zip", a.Extracted, name)
	}
}

// TestNothingIsLost: what a folder holds that is damaged, empty or none of what its
// name says is named; only what is legal and no article is passed over.
func TestNothingIsLost(t *testing.T) {
	dir := tree(t, map[string]string{
		"s/a.txt": text(1), "s/cut.json": `{"uri":"u","type":"text","body_text":"The bri`, "s/deep.json": strings.Repeat("[", 20000), "s/odd.xml": "<?xml version=\"1.0\"?>\n<settings><size>3</size></settings>",
		"s/empty.html": "", "s/none.pdf": "plain words", "s/noise.gz": "\x1e\x8b\x00\x00", "s/labels.json": `{"facts":[]}`, "s/style.css": "p {}",
	})
	stories, problems := Load([]string{filepath.Join(dir, "s")})
	assert.Equal(t, []string{"s: a.txt"}, shape(stories))
	const none = ": holds nothing of the kind that its name says; a damaged or empty file, or plain text that should be named .txt"
	assert.Equal(t, []string{
		"s/cut.json: line 1, column 45: not legal JSON: unexpected end of JSON input",
		"s/deep.json: line 1, column 10001: not legal JSON: invalid character '[' exceeded max depth",
		"s/empty.html" + none, "s/noise.gz" + none, "s/none.pdf" + none,
	}, slashed(faults(dir, problems)))
	var passed []string
	for _, p := range stories[0].Passed {
		passed = append(passed, filepath.Base(p.Path))
	}
	assert.Equal(t, []string{"labels.json", "odd.xml"}, passed)
}

func slashed(all []string) []string {
	var out []string
	for _, s := range all {
		out = append(out, filepath.ToSlash(s))
	}
	return out
}

func TestForeignLanguageIsNamed(t *testing.T) {
	french := "Le pont est fermé\n\nLa mairie a annoncé lundi que le pont sera fermé pendant deux semaines et que les habitants de l'île devront prendre la vieille route jusqu'à la fin des travaux, ce qui ne plaît pas à tous.\n"
	dir := tree(t, map[string]string{"s/a.txt": text(1), "s/b.txt": french})
	stories, problems := Load([]string{filepath.Join(dir, "s")})
	assert.Equal(t, []string{"s: a.txt"}, shape(stories))
	assert.Equal(t, []string{filepath.FromSlash("s/b.txt: is in French and is not read; English is")}, faults(dir, problems))
	var not *NotRead
	require.ErrorAs(t, problems[0].Err, &not)
	assert.Equal(t, "fr", not.Language)
	assert.Equal(t, "assumed", stories[0].Articles[0].LanguageFrom)
}

func TestEncodingsOfPlainText(t *testing.T) {
	dir := tree(t, map[string]string{
		"s/latin.txt": "Caf\xe9 shut\n\nThe caf\xe9\x92s owner said \x93no\x94 on Monday.\n", "s/mark.txt": "\xEF\xBB\xBF" + text(1),
		"s/nfd.txt": "Cafe\u0301 shut\n\nIt is shut on Monday.\n",
	})
	stories, problems := Load([]string{filepath.Join(dir, "s")})
	require.Empty(t, problems)
	latin, mark, nfd := stories[0].Articles[0], stories[0].Articles[1], stories[0].Articles[2]
	assert.Equal(t, "Café shut\n\nThe café’s owner said “no” on Monday.\n", latin.Text)
	assert.True(t, latin.Extracted)
	assert.Equal(t, "windows-1252 guessed", latin.Charset+" "+latin.CharsetFrom)
	assert.Equal(t, "\xEF\xBB\xBF"+text(1), mark.Text, "UTF-8 stays to the letter")
	assert.False(t, mark.Extracted)
	assert.Equal(t, "byte order mark", mark.CharsetFrom)
	assert.Contains(t, nfd.Text, "e\u0301", "offsets are those of the file")
}

func TestFoldersOfManyFormats(t *testing.T) {
	page := "<!DOCTYPE html><html><body><article><h1>Bridge shut</h1>" + strings.Repeat("<p>The bridge over the harbour is shut for two weeks, the council said on Monday.</p>", 6) + "</article></body></html>"
	dir := tree(t, map[string]string{
		"s/a.txt": text(1), "s/page": page, "s/page2.txt": strings.ReplaceAll(page, "two", "three"), "s/old.doc": "\xD0\xCF\x11\xE0", "s/b.png": "\x89PNG", "s/c.html": "<!DOCTYPE html><html></html>",
		"s/saved.htm": strings.ReplaceAll(page, "two", "four"), "s/saved_files/ad.html": page, "s/gold.json": `{"facts":[]}`, "s/x.css": "p {}", "s/n.json": `{"uri":"u","type":"text","body_text":"The bridge is shut."}`,
		"many/one/x.txt": text(5), "many/labels.json": `{"facts":[{"slot":"killed","value":3}]}`, "many/two/y.txt": text(6), "many/pile.jsonl": `{"title":"a","text":"b"}` + "\n" + `{"title":"a","text":"c"}`,
	})
	stories, problems := Load([]string{filepath.Join(dir, "s")})
	assert.Equal(t, []string{"s: a.txt n.json page page2.txt saved.htm"}, shape(stories))
	assert.Equal(t, []string{
		filepath.FromSlash("s/c.html: no article text can be made out in the page; a page that holds one article is wanted"),
		filepath.FromSlash("s/old.doc: is a document of an old office program (.doc, .xls, .msg); save it as DOCX or plain text"),
	}, faults(dir, problems))
	require.Len(t, stories[0].Passed, 1)
	assert.Contains(t, stories[0].Passed[0].Why, "holds no article")

	stories, problems = Load([]string{filepath.Join(dir, "many")})
	assert.Equal(t, []string{"one: x.txt", "two: y.txt"}, shape(stories))
	assert.Len(t, problems, 1, "what lies beside the stories is named")
}
