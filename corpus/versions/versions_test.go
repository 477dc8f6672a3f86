package versions

import (
	"math/rand/v2"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/concord-news/concord/corpus"
)

const text = "The ferry struck the old pier in the northern harbour shortly before dawn on Monday, killing 5 people and sinking two barges that lay beside it.\n\n" +
	"The captain said that the engine had failed twice on the way and that nobody on the bridge had seen the light at the end of the pier.\n\n" +
	"The town council will meet on Tuesday to talk about the harbour, which has been without a master since the spring and without money for longer.\n"

func article(id, outlet, text string, hour int) *corpus.Article {
	a := corpus.FromText(id, text)
	a.Outlet, a.OutletFrom = outlet, "manifest"
	if hour >= 0 {
		a.Published = corpus.Published{Time: time.Date(2026, 3, 9, hour, 0, 0, 0, time.UTC), Clock: true, From: "manifest"}
	}
	return a
}

func shape(chains []Chain) []string {
	var out []string
	for _, c := range chains {
		line := c.Because + ":"
		for _, a := range c.Articles {
			line += " " + a.ID
		}
		out = append(out, line)
	}
	return out
}

func TestFind(t *testing.T) {
	other := strings.ReplaceAll(strings.ReplaceAll(text, "ferry", "train"), "the", "a")
	list := []*corpus.Article{
		article("a-late", "Post", strings.ReplaceAll(text, "5", "7")+"\nPolice named the dead on Tuesday.\n", 12), article("a-early", "Post", text, 8), article("a-other", "Post", other, 9),
		article("copy", "Echo", text, 9), article("undated", "Lantern", text, -1), article("undated2", "Lantern", text+"More.\n", -1),
		article("u2", "Agency", "Short.", 9), article("u10", "Agency", "Short and longer.", 9), article("l1", "Review", "One.", 9), article("l2", "Review", "Two.", 11), article("l3", "Review", "Home.", 11),
	}
	list[6].URI, list[6].Version, list[7].URI, list[7].Version = "urn:1", "2", "urn:1", "10"
	list[8].URL, list[9].URL, list[10].URL = "https://www.review.example/x/?utm_source=y", "https://review.example/x", "https://review.example/"
	want := []string{"near-identical text of one outlet: a-early a-late", "same address: l1 l2", "same uri: u2 u10"}
	assert.Equal(t, want, shape(Find(list)))
	for seed := range uint64(4) {
		rand.New(rand.NewPCG(seed, 1)).Shuffle(len(list), func(i, j int) { list[i], list[j] = list[j], list[i] })
		assert.Equal(t, want, shape(Find(list)), "the order of articles changes nothing")
	}
	assert.Len(t, Speaking(list, Find(list)), len(list)-3)
	assert.Empty(t, Find(nil))
}

func TestDiff(t *testing.T) {
	old, later := article("a", "Post", text, 8), article("b", "Post", "Police said more. "+strings.NewReplacer("killing 5 people", "killing 7 people", "nobody on the bridge", "nobody", "harbour, which", "harbour again, which").Replace(text), 9)
	edits, ok := Diff(old, later)
	require.True(t, ok)
	var got []string
	for _, e := range edits {
		got = append(got, e.Old.In(old.Text)+" -> "+e.New.In(later.Text))
	}
	assert.Equal(t, []string{" -> Police said more.", "5 -> 7", "on the bridge -> ", "harbour, -> harbour again,"}, got)
	edits, ok = Diff(old, old)
	assert.True(t, ok)
	assert.Empty(t, edits)
}

func FuzzDiff(f *testing.F) {
	f.Add(text, strings.ReplaceAll(text, "5", "7"))
	f.Add("", "a\u2028b")
	f.Fuzz(func(t *testing.T, x, y string) {
		a, b := article("a", "P", x, 1), article("b", "P", y, 2)
		edits, _ := Diff(a, b)
		for _, e := range edits {
			assert.True(t, e.Old.End <= len(x) && e.New.End <= len(y) && (!e.Old.Empty() || !e.New.Empty()))
		}
		Find([]*corpus.Article{a, b})
	})
}

func BenchmarkDiff(b *testing.B) {
	old, later := article("a", "Post", strings.Repeat(text, 5), 8), article("b", "Post", strings.Repeat(strings.ReplaceAll(text, "5", "7"), 5), 9)
	b.SetBytes(int64(len(old.Text)))
	b.ReportAllocs()
	for b.Loop() {
		_, _ = Diff(old, later)
	}
}
