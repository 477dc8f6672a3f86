package feed

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/concord-news/concord/corpus/item"
)

const sentence = "The bridge over the harbour will be shut for two weeks from Monday, the town council said, because of cracks in six piers."

func long() string { return strings.Repeat("<p>"+sentence+"</p>", 6) }

func rss(items string) string {
	return `<?xml version="1.0" encoding="UTF-8"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel><title>Ellery Post &amp; Echo</title><link>https://ellery.example</link><language>en-gb</language>` + items + `</channel></rss>`
}

// read gathers what a feed holds.
func read(t testing.TB, feed string) ([]*item.Item, []string, error) {
	t.Helper()
	var items []*item.Item
	var faults []string
	err := Read([]byte(feed), item.Sink{
		Item:  func(it *item.Item) { items = append(items, it) },
		Fault: func(place string, err error) { faults = append(faults, place+": "+err.Error()) },
	})
	return items, faults, err
}

func TestRSS(t *testing.T) {
	items, faults, err := read(t, rss(`<item><title>Bridge &amp; ferry</title><link>https://ellery.example/1</link><guid>g1</guid>
<pubDate>Mon, 09 Mar 2026 08:15:00 GMT</pubDate><dc:creator>Tom Arden</dc:creator><description>Short.</description><content:encoded><![CDATA[`+long()+`]]></content:encoded></item>
<item><title>Teaser</title><link>https://ellery.example/2</link><description>The bridge is shut.</description></item><item><title>Empty</title></item>`))
	require.NoError(t, err)
	require.Len(t, items, 2)
	assert.Equal(t, []string{"item 3: item has neither a text nor a web address"}, faults)
	it := items[0]
	assert.Equal(t, "Bridge & ferry\n\n"+strings.TrimSuffix(strings.Repeat(sentence+"\n\n", 6), "\n"), it.Text)
	assert.Equal(t, "RSS feed", it.Format)
	assert.Equal(t, "Ellery Post & Echo", it.Outlet.Value)
	assert.Equal(t, "Tom Arden", it.Byline.Value)
	assert.Equal(t, item.Moment{Time: time.Date(2026, 3, 9, 8, 15, 0, 0, time.UTC), Clock: true, From: "feed"}, it.Published)
	assert.Empty(t, it.Link, "the whole text is there")
	assert.Equal(t, "https://ellery.example/2", items[1].Link)
}

func TestAtomAndJSON(t *testing.T) {
	items, _, err := read(t, `<feed xmlns="http://www.w3.org/2005/Atom"><title>Lantern</title><entry><title>Bridge</title><link href="https://l.example/1"/><id>urn:1</id>
<updated>2026-03-09T09:00:00Z</updated><published>2026-03-09T08:00:00+01:00</published><content type="html">`+strings.ReplaceAll(strings.ReplaceAll(long(), "<", "&lt;"), ">", "&gt;")+`</content></entry></feed>`)
	require.NoError(t, err)
	require.Len(t, items, 1)
	assert.Equal(t, "Atom feed", items[0].Format)
	assert.Equal(t, 7, items[0].Published.Time.Hour())
	assert.Equal(t, 9, items[0].Modified.Time.Hour())
	assert.Len(t, items[0].Parts, 7)

	items, _, err = read(t, `{"version":"https://jsonfeed.org/version/1.1","title":"Lantern","items":[{"id":"1","url":"https://l.example/1","title":"Bridge",
"content_html":"`+long()+`","date_published":"2026-03-09T08:00:00Z"},{"id":"2","content_text":"`+strings.Repeat(sentence+`\n\n`, 6)+`"}]}`)
	require.NoError(t, err)
	require.Len(t, items, 2)
	assert.Equal(t, "JSON feed", items[0].Format)
	assert.Len(t, items[1].Parts, 6)
}

func TestDamagedFeeds(t *testing.T) {
	whole := rss("<item><title>a</title><description>" + sentence + "</description></item>")
	for name, c := range map[string]struct{ feed, err string }{
		"cut short":       {whole[:len(whole)/2], "not a legal feed"},
		"wrong type":      {"%PDF-1.4 and so on", "not a legal feed"},
		"hostile nesting": {"<rss><channel>" + strings.Repeat("<a>", 200_000), "more than 1000 deep"},
		"nested JSON":     {`{"version":"https://jsonfeed.org/version/1","items":` + strings.Repeat("[", 200_000), "more than 1000 deep"},
		"no items":        {rss(""), "no items"},
		"billion laughs": {`<?xml version="1.0"?><!DOCTYPE l [<!ENTITY a "haha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]><rss version="2.0"><channel><title>&b;</title></channel></rss>`,
			""},
	} {
		start := time.Now()
		_, _, err := read(t, c.feed)
		assert.Error(t, err, name)
		assert.ErrorContains(t, err, c.err, name)
		assert.Less(t, time.Since(start), 10*time.Second, name)
	}
	_, _, err := read(t, rss("<item><title>a</title><link>https://x.example</link><description><![CDATA["+strings.Repeat("x<br>", 5000)+"]]></description></item>"))
	assert.NoError(t, err, "HTML inside a section is not nesting")
}

func FuzzRead(f *testing.F) {
	f.Add([]byte(rss("<item><title>a</title><link>b</link><description>c</description></item>")))
	f.Add([]byte(`<feed xmlns="http://www.w3.org/2005/Atom"><entry><title>x</title><content type="xhtml"><div>y</div></content></entry></feed>`))
	f.Add([]byte(`{"version":"https://jsonfeed.org/version/1","items":[{"id":1,"content_text":"x"}]}`))
	f.Fuzz(func(t *testing.T, b []byte) {
		_, _, _ = read(t, string(b))
	})
}

func BenchmarkRead(b *testing.B) {
	var items strings.Builder
	for i := range 40 {
		fmt.Fprintf(&items, "<item><title>t%d</title><guid>%d</guid><description><![CDATA[%s]]></description></item>", i, i, long())
	}
	src := rss(items.String())
	b.SetBytes(int64(len(src)))
	b.ReportAllocs()
	for b.Loop() {
		_, _, _ = read(b, src)
	}
}
