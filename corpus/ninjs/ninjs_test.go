package ninjs

import (
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/concord-news/concord/corpus/item"
)

const one = `{"uri":"http://ellery.example/1","type":"text","version":"2","versioncreated":"2026-03-09T10:00:00Z","firstcreated":"2026-03-09T08:00:00Z",
"language":"en","headline":"Bridge shut","byline":"Tom Arden","copyrightholder":"Ellery Post","body_text":"ignored","body_xhtml":"<p>It is shut.</p><p>For two weeks.</p>"}`

const two = `{"standard":{"name":"ninjs","version":"2.1"},"uri":"urn:newsml:ellery:1","type":"text","contentcreated":"2026-03-09T08:00:00Z","versioncreated":"2026-03-09T09:00:00Z",
"provider":{"name":"Ellery Post"},"headlines":[{"role":"short","value":"Shut"},{"role":"main","value":"Bridge shut"}],
"bodies":[{"role":"summary","value":"No."},{"role":"main","contenttype":"text/plain","value":"It is shut.\n\nFor two weeks."}],"infosources":[{"name":"Agency X"}]}`

const three = `{"standard":{"name":"ninjs","version":"3.0"},"uri":"urn:1","type":"text","firstCreated":"2026-03-09T08:00:00Z","versionCreated":"2026-03-09T09:00:00Z",
"copyrightHolder":"Ellery Post","by":"Tom Arden","headlines":[{"value":"Bridge shut"}],"bodies":[{"contentType":"application/xhtml+xml","value":"<p>It is shut.</p><p>For two weeks.</p>"}]}`

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

func TestVersions(t *testing.T) {
	for name, in := range map[string]string{"1": one, "2": two, "3": three} {
		require.True(t, Is([]byte(in)), name)
		var g gathered
		require.NoError(t, Read([]byte(in), g.sink()), name)
		require.Len(t, g.items, 1)
		it := g.items[0]
		assert.Equal(t, "Bridge shut\n\nIt is shut.\n\nFor two weeks.\n", it.Text, name)
		assert.Equal(t, item.Stated{Value: "Ellery Post", From: "ninjs"}, it.Outlet, name)
		assert.Equal(t, time.Date(2026, 3, 9, 8, 0, 0, 0, time.UTC), it.Published.Time, name)
	}
	var g gathered
	require.NoError(t, Read([]byte(one), g.sink()))
	assert.Equal(t, "2", g.items[0].Version)
	assert.Equal(t, "http://ellery.example/1", g.items[0].URL.Value)
	assert.Equal(t, 10, g.items[0].Modified.Time.Hour())
}

func TestListsAndDamage(t *testing.T) {
	var g gathered
	require.NoError(t, Read([]byte("["+one+`,{"uri":"x","type":"picture"},{"uri":"y"},{"uri":"z","pubstatus":"canceled"},7,`+three+"]"), g.sink()))
	assert.Len(t, g.items, 2)
	assert.Equal(t, "item 6", g.items[1].Place)
	require.Len(t, g.faults, 4)
	assert.Contains(t, g.faults[0], "item 2: is a picture")
	assert.Contains(t, g.faults[1], "item 3: item has no text")
	assert.Contains(t, g.faults[2], "item 4: is cancelled")
	assert.Contains(t, g.faults[3], "item 5: not a legal ninjs item")
	for _, in := range []string{one[:len(one)/2], "", "[", strings.Repeat("[", 100_000), `{"uri":7}`, `{"uri":"x","bodies":"y"}`} {
		assert.Error(t, Read([]byte(in), g.sink()))
		assert.False(t, Is([]byte(in)))
	}
}

func FuzzRead(f *testing.F) {
	for _, s := range []string{one, two, three} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, b []byte) {
		var g gathered
		_ = Read(b, g.sink())
		_ = Is(b)
	})
}

func BenchmarkRead(b *testing.B) {
	src := []byte(strings.Replace(one, "<p>For two weeks.</p>", strings.Repeat("<p>For two weeks, the council said.</p>", 100), 1))
	b.SetBytes(int64(len(src)))
	b.ReportAllocs()
	for b.Loop() {
		var g gathered
		_ = Read(src, g.sink())
	}
}
