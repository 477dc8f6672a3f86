package newsml

import (
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/concord-news/concord/corpus/item"
)

func newsItem(class, status, content string) string {
	return `<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="urn:newsml:ellery.example:1" version="3" xml:lang="en-GB">
<itemMeta><itemClass qcode="` + class + `"/><provider literal="ellery"><name>Ellery Agency</name></provider>
<versionCreated>2026-03-09T10:00:00Z</versionCreated><firstCreated>2026-03-09T08:00:00+01:00</firstCreated><pubStatus qcode="` + status + `"/></itemMeta>
<contentMeta><headline role="hld:sub">A sub</headline><headline role="hld:main">Bridge shut</headline><by>Tom Arden</by><creditline>Agency X</creditline></contentMeta>
<contentSet>` + content + `</contentSet></newsItem>`
}

const xhtml = `<inlineXML contenttype="application/xhtml+xml"><html xmlns="http://www.w3.org/1999/xhtml"><head><title>No</title></head>
<body><h1>Bridge shut</h1><p>It is <b>shut</b>.</p><h2>Why</h2><ul><li>Cracks</li></ul></body></html></inlineXML>`

const nitf = `<nitf><head><title>Bridge shut</title><docdata><doc-id id-string="7"/><date.issue norm="20260309T080000Z"/><doc.copyright holder="Ellery"/></docdata></head>
<body><body.head><hedline><hl1>Bridge shut</hl1></hedline><byline>Tom Arden</byline></body.head><body.content><block><p>It is shut.</p><p>For two weeks.</p></block></body.content></body></nitf>`

type gathered struct {
	items  []*item.Item
	faults []string
}

func (g *gathered) sink() item.Sink {
	return item.Sink{
		Item:  func(it *item.Item) { g.items = append(g.items, it) },
		Fault: func(place string, err error) { g.faults = append(g.faults, place+": "+err.Error()) },
	}
}

func TestNewsItem(t *testing.T) {
	var g gathered
	require.NoError(t, Read([]byte(`<?xml version="1.0"?>`+newsItem("ninat:text", "stat:usable", xhtml)), g.sink()))
	require.Len(t, g.items, 1)
	it := g.items[0]
	assert.Equal(t, "Bridge shut\n\nIt is shut.\n\nWhy\n\nCracks\n", it.Text)
	assert.Equal(t, []item.Kind{item.Headline, item.Paragraph, item.Heading, item.Paragraph},
		[]item.Kind{it.Parts[0].Kind, it.Parts[1].Kind, it.Parts[2].Kind, it.Parts[3].Kind})
	assert.Equal(t, "Ellery Agency", it.Outlet.Value)
	assert.Equal(t, "Tom Arden", it.Byline.Value)
	assert.Equal(t, "en-GB", it.Language.Value)
	assert.Equal(t, []string{"Agency X"}, it.Credits)
	assert.Equal(t, "urn:newsml:ellery.example:1 3", it.URI+" "+it.Version)
	assert.Equal(t, item.Moment{Time: time.Date(2026, 3, 9, 7, 0, 0, 0, time.UTC), Clock: true, From: "NewsML-G2"}, it.Published)
}

func TestNITF(t *testing.T) {
	for _, in := range []string{nitf, newsItem("ninat:text", "stat:usable", "<inlineXML>"+nitf+"</inlineXML>")} {
		var g gathered
		require.NoError(t, Read([]byte(in), g.sink()))
		require.Len(t, g.items, 1)
		assert.Equal(t, "Bridge shut\n\nIt is shut.\n\nFor two weeks.\n", g.items[0].Text)
	}
}

func TestMessage(t *testing.T) {
	var g gathered
	require.NoError(t, Read([]byte("<newsMessage><header/><itemSet>"+newsItem("ninat:text", "stat:usable", `<inlineData contenttype="text/plain">It is shut.&#10;&#10;Still.</inlineData>`)+
		newsItem("ninat:text", "stat:canceled", xhtml)+newsItem("ninat:picture", "stat:usable", "")+newsItem("ninat:text", "stat:usable", "")+"<packageItem/></itemSet></newsMessage>"), g.sink()))
	require.Len(t, g.items, 1)
	assert.Equal(t, "Bridge shut\n\nIt is shut.\n\nStill.\n", g.items[0].Text)
	assert.Equal(t, "item 1", g.items[0].Place)
	require.Len(t, g.faults, 4)
	for i, want := range []string{"item 2: is marked stat:canceled", "item 3: is a picture", "item 4: item has no text", "item 5: is a <packageItem>"} {
		assert.Contains(t, g.faults[i], want)
	}
}

func TestDamaged(t *testing.T) {
	whole := newsItem("ninat:text", "stat:usable", xhtml)
	for name, c := range map[string]struct{ xml, err string }{
		"cut short":       {whole[:len(whole)/2], "not legal XML"},
		"other root":      {"<rss/>", "its root is <rss>"},
		"hostile nesting": {"<newsItem>" + strings.Repeat("<p>", 100_000), "more than 256 deep"},
		"billion laughs":  {`<!DOCTYPE n [<!ENTITY a "ha">]><newsItem>&a;</newsItem>`, "invalid character entity"},
		"no items":        {"<newsMessage/>", "message has no items"},
		"empty":           {"", "no element"},
	} {
		var g gathered
		assert.ErrorContains(t, Read([]byte(c.xml), g.sink()), c.err, name)
	}
}

func FuzzRead(f *testing.F) {
	f.Add([]byte(newsItem("ninat:text", "stat:usable", xhtml)))
	f.Add([]byte(nitf))
	f.Add([]byte("<newsMessage><itemSet><newsItem/></itemSet></newsMessage>"))
	f.Fuzz(func(t *testing.T, b []byte) {
		var g gathered
		_ = Read(b, g.sink())
	})
}

func BenchmarkRead(b *testing.B) {
	src := []byte(newsItem("ninat:text", "stat:usable", strings.Replace(xhtml, "<h2>Why</h2>", strings.Repeat("<p>The bridge is shut for two weeks.</p>", 300), 1)))
	b.SetBytes(int64(len(src)))
	b.ReportAllocs()
	for b.Loop() {
		var g gathered
		_ = Read(src, g.sink())
	}
}
