package table

import (
	"bytes"
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/concord-news/concord/corpus/item"
)

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

const sentence = "The bridge, the council said, is shut for two weeks."

func TestCSV(t *testing.T) {
	for _, sep := range separators {
		var g gathered
		s := string(sep)
		rows := "\xEF\xBB\xBFtitle" + s + "Outlet" + s + "published_at" + s + "body\r\n" +
			"Shut" + s + "Post" + s + "2026-03-09" + s + "\"" + sentence + "\n\nIt is \"\"old\"\".\"\n" +
			"too" + s + "few\n" + "Bare \"quote" + s + "a" + s + "b" + s + "c\n" +
			"Open" + s + "Echo" + s + "2026-03-10T08:00:00Z" + s + "\"It is open.\"\nNone" + s + "Echo" + s + s + "\n"
		require.NoError(t, CSV(strings.NewReader(rows), g.sink()), s)
		require.Len(t, g.items, 2, s)
		assert.Equal(t, "Shut\n\n"+sentence+"\n\nIt is \"old\".\n", g.items[0].Text)
		assert.Equal(t, item.Stated{Value: "Post", From: "column"}, g.items[0].Outlet)
		assert.Equal(t, "2", g.items[0].Name)
		assert.Equal(t, "line 7", g.items[1].Place)
		assert.Equal(t, 8, g.items[1].Published.Time.Hour())
		require.Len(t, g.faults, 3)
		assert.Contains(t, g.faults[0], "line 5: row has 2 fields and the header 4")
		assert.Contains(t, g.faults[1], "line 6: not a legal row")
		assert.Contains(t, g.faults[2], "line 8: has no text")
	}
}

func TestJSONLines(t *testing.T) {
	var g gathered
	in := `{"id": 7, "headline": "Shut", "source": {"name": "Post"}, "date": "2026-03-09", "text": "` + sentence + `"}
not JSON
{"title": "no text"}

{"text": ["One.", "Two."], "authors": ["A", "B"], "url": "https://x.example/1"}
[1]`
	require.NoError(t, JSONLines(strings.NewReader(in), g.sink()))
	require.Len(t, g.items, 2)
	assert.Equal(t, "Shut\n\n"+sentence+"\n", g.items[0].Text)
	assert.Equal(t, "Post", g.items[0].Outlet.Value)
	assert.Equal(t, "7", g.items[0].URI)
	assert.Equal(t, "One.\n\nTwo.\n", g.items[1].Text)
	assert.Equal(t, "line 5", g.items[1].Place)
	assert.Len(t, g.faults, 3)
}

func TestJSON(t *testing.T) {
	for in, want := range map[string]int{
		`{"title":"a","text":"b"}`: 1, `[{"title":"a","text":"b"},{"title":"c","body":"d"}]`: 2,
		`{"status":"ok","articles":[{"title":"a","content":"<p>b</p>"}]}`: 1,
	} {
		var g gathered
		require.NoError(t, JSON([]byte(in), g.sink()), in)
		assert.Len(t, g.items, want, in)
	}
	for _, in := range []string{`{}`, `[]`, `[{"file":"a.txt","outlet":"b"}]`, `3`, ``, `{"articles":[1]}`, `{"text":"lonely"}`} {
		assert.Error(t, JSON([]byte(in), item.Sink{}), in)
	}
}

func TestDamagedTables(t *testing.T) {
	var g gathered
	assert.ErrorContains(t, CSV(strings.NewReader("a,b\n1,2\n"), g.sink()), "no column of a table of articles")
	assert.ErrorContains(t, CSV(strings.NewReader("title,text\na,\""+strings.Repeat("x", maxLine+4*slack)), g.sink()), "longer than 16 MiB")
	assert.ErrorContains(t, JSONLines(strings.NewReader("\n\n"), g.sink()), "no line holds an article")
	require.NoError(t, JSONLines(strings.NewReader(strings.Repeat("x", maxLine+10)+"\n{\"title\":\"a\",\"text\":\"b\"}"), g.sink()))
	assert.Contains(t, g.faults[len(g.faults)-1], "line 1: line is longer than 16 MiB")
	start := time.Now()
	assert.Error(t, JSON([]byte(strings.Repeat("[", 1_000_000)), g.sink()))
	assert.Error(t, JSONLines(strings.NewReader(strings.Repeat(`{"a":`, 100_000)), g.sink()))
	assert.Less(t, time.Since(start), 10*time.Second)
}

func FuzzCSV(f *testing.F) {
	f.Add([]byte("title,text\na,\"b\nc\"\n"))
	f.Add([]byte("text;id\n\"a;\"\"b\";1\n\"x"))
	f.Fuzz(func(t *testing.T, b []byte) {
		var g gathered
		_ = CSV(bytes.NewReader(b), g.sink())
	})
}

func FuzzJSON(f *testing.F) {
	f.Add([]byte(`{"title":"a","text":["b",{"c":1}]}`))
	f.Add([]byte(`{"data":{"items":[{"id":1e9,"text":"x"}]}}`))
	f.Fuzz(func(t *testing.T, b []byte) {
		var g gathered
		_ = JSON(b, g.sink())
		_ = JSONLines(bytes.NewReader(b), g.sink())
	})
}

func BenchmarkJSONLines(b *testing.B) {
	var in bytes.Buffer
	for i := range 200 {
		fmt.Fprintf(&in, "{\"id\":%d,\"title\":\"Shut\",\"text\":%q}\n", i, strings.Repeat(sentence+"\n\n", 40))
	}
	b.SetBytes(int64(in.Len()))
	b.ReportAllocs()
	for b.Loop() {
		var g gathered
		_ = JSONLines(bytes.NewReader(in.Bytes()), g.sink())
	}
}

func BenchmarkCSV(b *testing.B) {
	var in bytes.Buffer
	in.WriteString("id,title,text\n")
	for i := range 200 {
		fmt.Fprintf(&in, "%d,Shut,\"%s\"\n", i, strings.Repeat(sentence+"\n\n", 40))
	}
	b.SetBytes(int64(in.Len()))
	b.ReportAllocs()
	for b.Loop() {
		var g gathered
		_ = CSV(bytes.NewReader(in.Bytes()), g.sink())
	}
}
