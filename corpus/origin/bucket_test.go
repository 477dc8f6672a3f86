package origin

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/concord-news/concord/corpus"
)

// prints returns n prints of one text, each with a word or two of its own.
func prints(n int, text string) []*corpus.Article {
	fields := strings.SplitAfter(text, " ")
	var out []*corpus.Article
	for i := range n {
		own := append([]string{}, fields...)
		own[(i*37)%len(own)] = fmt.Sprintf("edit%d ", i)
		out = append(out, article(fmt.Sprintf("%04d.txt", i), "TOWN (AP) - "+strings.Join(own, "")))
	}
	return out
}

// TestManyPrints: what is found of hundreds of prints is what is found of a few.
func TestManyPrints(t *testing.T) {
	quote := "\"We will open the bridge again before the winter storms come, and nobody will pay for it twice,\" the mayor said. "
	text := strings.ReplaceAll(prose(1, 30), "\n\n", " ") + quote + "The storm closed 7 of the roads that lead to the harbour and the northern island.\n\n"
	list := prints(120, text)
	list[90] = article("0090.txt", strings.ReplaceAll(list[90].Text, "closed 7", "closed 5"))
	list = append(list, article("x.txt", prose(7, 20)+quote+"\n\n"), article("y.txt", prose(8, 20)))
	r := Find(list)
	for i := range 120 {
		assert.Equal(t, "A", r.Labels[i], i)
	}
	assert.Equal(t, []string{"B", "C"}, r.Labels[120:])
	assert.Less(t, len(r.Pairs), 500, "prints are not paired each with each")
	follows := 0
	for i := range list {
		if r.leader[i] >= 0 {
			assert.Equal(t, 0, r.leader[i])
			follows++
		}
	}
	assert.Equal(t, 120-maxCopies, follows)

	p, ok := r.Between(0, 90)
	require.True(t, ok)
	var changes []string
	for _, c := range p.Changes {
		changes = append(changes, c.A.In(list[0].Text)+"|"+c.B.In(list[90].Text))
	}
	assert.Equal(t, []string{"7|5"}, changes)

	sentence := func(i int) corpus.Span {
		at := strings.Index(list[i].Text, "\"We will")
		return corpus.Span{Start: at, End: at + len(quote) - 1}
	}
	for _, pair := range [][2]int{{70, 100}, {100, 70}, {3, 100}, {120, 100}, {100, 120}, {120, 3}} {
		assert.True(t, r.Shared(list[pair[0]], sentence(pair[0]), list[pair[1]]), pair)
	}
	start := corpus.Span{Start: 40, End: 140}
	assert.True(t, r.Shared(list[100], start, list[101]))
	assert.False(t, r.Shared(list[100], start, list[120]))
	assert.False(t, r.Shared(list[100], sentence(100), list[121]))
}

// TestPrintsTakeLinearTime: ten times the prints take not much more than ten
// times as long.
func TestPrintsTakeLinearTime(t *testing.T) {
	text := strings.ReplaceAll(prose(1, 40), "\n\n", " ")
	took := func(n int) time.Duration {
		list := prints(n, text)
		best := time.Hour
		for range 2 {
			start := time.Now()
			Find(list)
			best = min(best, time.Since(start))
		}
		return best
	}
	small, large := took(60), took(600)
	t.Logf("60 prints in %v, 600 in %v", small, large)
	// Quadratic work would take a hundred times as long; clocks of shared
	// machines are off by two.
	assert.Less(t, large, 30*small)
}

// TestLookAlikes: texts of one form about several things follow nothing.
func TestLookAlikes(t *testing.T) {
	var list []*corpus.Article
	for i := range 40 {
		list = append(list, article(fmt.Sprintf("%02d.txt", i), prose(uint64(i+1), 12)))
	}
	r := Find(list)
	assert.Equal(t, 40, r.Count())
	for i := range list {
		assert.Equal(t, -1, r.leader[i])
	}
}

func BenchmarkPrints(b *testing.B) {
	list := prints(300, strings.ReplaceAll(prose(1, 40), "\n\n", " "))
	size := 0
	for _, a := range list {
		size += len(a.Text)
	}
	b.SetBytes(int64(size))
	b.ReportAllocs()
	for b.Loop() {
		Find(list)
	}
}
