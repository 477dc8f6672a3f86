package html

import (
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/concord-news/concord/corpus/item"
)

const first = "The bridge over the harbour will be shut for two weeks from Monday, the town council said, because cracks were found in six of its piers."

const second = "Engineers counted twelve cracks in the spring and forty in the autumn, and told the council that the older half could not carry lorries."

const third = "The mayor, Anna Vell, said that ferries would run every ten minutes until the work was done, and that nobody would have to pay for them."

const paragraphsHTML = "<p>" + first + "</p>\n<p>" + second + "</p>\n<h2>What happens next</h2>\n<p>" + third + "</p>"

// page puts a head and a body into the furniture of a news site.
func page(head, body string) string {
	return "<!DOCTYPE html>\n<html lang=\"en-GB\"><head><meta charset=utf-8><title>Bridge shut | The Ellery Post</title>" + head + `</head>
<body><nav><ul><li><a href="/">Home</a></li><li><a href="/sport">Sport</a></li></ul></nav>
<div class="cookie-banner"><p>We use cookies to make our pages better. Accept all.</p></div>
<article><h1>Bridge shut for two weeks</h1><p class="byline">By Tom Arden</p>` + body + `</article>
<aside><h3>Most read</h3><ul><li><a href="/x">Ferry captain retires after 40 years</a></li></ul></aside>
<footer><p>© The Ellery Post. All rights reserved.</p></footer><script>var x = "` + third + `";</script></body></html>`
}

func TestReadPage(t *testing.T) {
	it, err := Read([]byte(page(`
<meta property="og:site_name" content="The Ellery Post"><meta property="og:title" content="Bridge shut for two weeks | The Ellery Post">
<meta property="article:published_time" content="2026-03-09T08:15:00+01:00"><meta property="article:modified_time" content="2026-03-09T10:00:00Z">
<meta name="author" content="Tom Arden"><link rel="canonical" href="https://ellery-post.example/2026/03/09/bridge">`, paragraphsHTML)), Options{})
	require.NoError(t, err)
	assert.Equal(t, "Bridge shut for two weeks\n\n"+first+"\n\n"+second+"\n\nWhat happens next\n\n"+third+"\n", it.Text)
	var kinds []item.Kind
	for _, p := range it.Parts {
		kinds = append(kinds, p.Kind)
	}
	assert.Equal(t, []item.Kind{item.Headline, item.Paragraph, item.Paragraph, item.Heading, item.Paragraph}, kinds)
	assert.Equal(t, item.Stated{Value: "The Ellery Post", From: "OpenGraph"}, it.Outlet)
	assert.Equal(t, item.Stated{Value: "Bridge shut for two weeks", From: "OpenGraph"}, it.Title)
	assert.Equal(t, item.Stated{Value: "Tom Arden", From: "meta"}, it.Byline)
	assert.Equal(t, item.Stated{Value: "https://ellery-post.example/2026/03/09/bridge", From: "canonical link"}, it.URL)
	assert.Equal(t, item.Stated{Value: "en-GB", From: "lang attribute"}, it.Language)
	assert.Equal(t, item.Moment{Time: time.Date(2026, 3, 9, 7, 15, 0, 0, time.UTC), Clock: true, From: "OpenGraph"}, it.Published)
	assert.Equal(t, "OpenGraph", it.Modified.From)
}

func TestJSONLDComesFirst(t *testing.T) {
	ld := func(body string) string {
		return `<script type="application/ld+json">{"@context":"https://schema.org","@graph":[{"@type":"NewsMediaOrganization","@id":"#org","name":"Ellery Post"},
{"@type":"NewsArticle","headline":"Bridge shut","datePublished":"2026-03-09","dateModified":"2026-03-10T09:00:00Z","author":[{"@type":"Person","name":"T. Arden"},{"name":"J. Roe"}],
"publisher":{"@id":"#org"},"articleBody":"` + body + `"}]}</script>`
	}
	whole := first + " " + second + " What happens next " + third
	it, err := Read([]byte(page(ld(whole), paragraphsHTML)), Options{})
	require.NoError(t, err)
	assert.Equal(t, "Bridge shut\n\n"+first+"\n\n"+second+"\n\nWhat happens next\n\n"+third+"\n", it.Text, "the page's paragraphs cut the body")
	assert.Equal(t, item.Stated{Value: "Ellery Post", From: "JSON-LD"}, it.Outlet)
	assert.Equal(t, item.Stated{Value: "T. Arden, J. Roe", From: "JSON-LD"}, it.Byline)
	assert.Equal(t, item.Moment{Time: time.Date(2026, 3, 9, 0, 0, 0, 0, time.UTC), From: "JSON-LD"}, it.Published)

	it, err = Read([]byte(page(ld(first+`\n\n`+second+"\n"+third), "<p>Subscribe to read on.</p>")), Options{})
	require.NoError(t, err)
	assert.Equal(t, "Bridge shut\n\n"+first+"\n\n"+second+"\n\n"+third+"\n", it.Text, "raw line breaks in a string are mended")

	it, err = Read([]byte(page(ld("The bridge is shut. Subscribe to read more."), paragraphsHTML)), Options{})
	require.NoError(t, err)
	assert.Contains(t, it.Text, third, "a teaser is not the article")

	it, err = Read([]byte(page(`<script type="application/ld+json">{"@type":"NewsArticle", broken</script>`, paragraphsHTML)), Options{})
	require.NoError(t, err)
	assert.Contains(t, it.Text, third)
}

func TestOtherSourcesOfFacts(t *testing.T) {
	it, err := Read([]byte("<!-- saved from url=(0050)https://lantern.example/2026/03/09/bridge-shut.html -->\n"+
		page("", `<time class="published" datetime="2026-03-08T20:00:00Z">Sunday</time>`+paragraphsHTML)), Options{})
	require.NoError(t, err)
	assert.Equal(t, "comment of the browser that saved it", it.URL.From)
	assert.Equal(t, "time element", it.Published.From)
	assert.Equal(t, item.Stated{Value: "Bridge shut for two weeks", From: "heading"}, it.Title)

	it, err = Read([]byte(page("", paragraphsHTML)), Options{URL: item.Stated{Value: "https://lantern.example/2026/03/09/bridge", From: "request"}})
	require.NoError(t, err)
	assert.Equal(t, item.Moment{Time: time.Date(2026, 3, 9, 0, 0, 0, 0, time.UTC), From: "web address"}, it.Published)
	assert.Empty(t, it.Outlet.Value, "an outlet is never guessed from a title")
}

func TestDeclaredCharset(t *testing.T) {
	latin := strings.ReplaceAll(page("", paragraphsHTML), "charset=utf-8", "charset=windows-1252")
	latin = strings.ReplaceAll(latin, "Anna Vell", "Zo\xEB Vell")
	it, err := Read([]byte(latin), Options{})
	require.NoError(t, err)
	assert.Contains(t, it.Text, "Zoë Vell")
	assert.Equal(t, item.Stated{Value: "windows-1252", From: "declared"}, it.Charset)
}

func TestDamagedPages(t *testing.T) {
	for name, c := range map[string]struct{ page, err string }{
		"nothing in it":   {"<!DOCTYPE html><html></html>", "no article text"},
		"hostile nesting": {"<html><body>" + strings.Repeat("<div>", 200_000), "not legal HTML"},
		"inline nesting":  {"<html><body>" + strings.Repeat("<b>", 100_000) + "x", "not legal HTML"},
		"endless list":    {"<html><body>" + strings.Repeat("<br>", maxNodes+1), "more than 400000 elements"},
		"too large":       {strings.Repeat(" ", MaxPage+1), "larger than 16 MiB"},
		"lying mark":      {"\xEF\xBB\xBF<html>\xFF\xFE", "not UTF-8"},
	} {
		start := time.Now()
		_, err := Read([]byte(c.page), Options{})
		assert.ErrorContains(t, err, c.err, name)
		assert.Less(t, time.Since(start), 20*time.Second, name)
	}
	cut := page("", paragraphsHTML)
	it, err := Read([]byte(cut[:strings.Index(cut, "<h2>")]), Options{})
	require.NoError(t, err, "a page cut short is read as far as it goes")
	assert.Contains(t, it.Text, second)
}

func TestFragment(t *testing.T) {
	var b item.Builder
	require.NoError(t, Fragment(&b, `<p>One<br>line &amp; two.</p><figure><img src=x><figcaption>A bridge.</figcaption></figure><h3>Then</h3>
<ul><li>First point</li><li>Second <b>point</b></li></ul>loose<br><br>words<table><tr><td>a</td><td>b</td></tr></table><script>no()</script>`))
	var it item.Item
	b.Into(&it)
	assert.Equal(t, "One\nline & two.\n\nA bridge.\n\nThen\n\nFirst point\n\nSecond point\n\nloose\n\nwords\n\na b\n", it.Text)
	assert.Equal(t, item.Part{Start: 17, End: 26, Kind: item.Aside, Reason: "caption"}, it.Parts[1])
	assert.Equal(t, item.Heading, it.Parts[2].Kind)
}

func TestIsPage(t *testing.T) {
	for s, want := range map[string]bool{
		"<!doctype HTML><p>": true, " \n<HTML lang=en>": true, "<?xml version=\"1.0\"?>\n<!-- x --><html>": true, "<rss>": false,
		"<?xml version=\"1.0\"?><rss>": false, "The <b>bridge": false, "": false, "<!-- <html>": false,
	} {
		assert.Equal(t, want, IsPage([]byte(s)), s)
	}
}

func FuzzRead(f *testing.F) {
	f.Add([]byte(page(`<script type="application/ld+json">{"@type":["NewsArticle"],"author":[[{}]],"articleBody":"x"}</script>`, paragraphsHTML)))
	f.Add([]byte("<html><table><td><svg><title>x</title><math><mi><p>"))
	f.Add([]byte("<!-- saved from url=(00) --><html><time datetime=2026-13-45>"))
	f.Fuzz(func(t *testing.T, b []byte) {
		it, err := Read(b, Options{})
		if err != nil {
			return
		}
		checkParts(t, it)
	})
}

func FuzzFragment(f *testing.F) {
	f.Add("<p>one<p>two<ul><li>x</ul>")
	f.Add("<figcaption><figcaption><h1>x")
	f.Fuzz(func(t *testing.T, s string) {
		var b item.Builder
		if Fragment(&b, s) != nil {
			return
		}
		var it item.Item
		b.Into(&it)
		checkParts(t, &it)
	})
}

// checkParts: parts are in order, inside the text, and hold every word of it.
func checkParts(t *testing.T, it *item.Item) {
	end := 0
	for _, p := range it.Parts {
		require.GreaterOrEqual(t, p.Start, end)
		require.Greater(t, p.End, p.Start)
		require.Empty(t, strings.TrimSpace(it.Text[end:p.Start]))
		end = p.End
	}
	require.Empty(t, strings.TrimSpace(it.Text[end:]))
}

func BenchmarkRead(b *testing.B) {
	src := []byte(page("", strings.Repeat(paragraphsHTML, 8)))
	b.SetBytes(int64(len(src)))
	b.ReportAllocs()
	for b.Loop() {
		_, _ = Read(src, Options{})
	}
}

func BenchmarkFragment(b *testing.B) {
	src := strings.Repeat(paragraphsHTML, 50)
	b.SetBytes(int64(len(src)))
	b.ReportAllocs()
	for b.Loop() {
		var out item.Builder
		_ = Fragment(&out, src)
	}
}
