package group

import (
	"fmt"
	"math/rand/v2"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/concord-news/concord/corpus"
	"github.com/concord-news/concord/corpus/group/invented"
)

// pileOf makes a pile of n invented articles, with the story of each.
func pileOf(n int) ([]*corpus.Article, map[*corpus.Article]string) {
	var out []*corpus.Article
	want := map[*corpus.Article]string{}
	for i, in := range invented.Pile(n, 1) {
		a := corpus.FromText(fmt.Sprintf("%06d.txt", i), in.Title+"\n\n"+in.Text)
		a.Outlet, a.Published = in.Outlet, corpus.Published{Time: in.Published, Clock: true, From: "manifest"}
		out = append(out, a)
		want[a] = fmt.Sprint(in.Story)
	}
	return out, want
}

func found(r *Result) map[*corpus.Article]string {
	out := map[*corpus.Article]string{}
	for _, s := range r.Stories {
		for _, a := range s.Articles {
			out[a] = s.Name
		}
	}
	for _, a := range r.Rest {
		out[a] = "rest " + a.ID
	}
	return out
}

func TestInventedPile(t *testing.T) {
	pile, want := pileOf(1000)
	r := Sort(pile)
	p, rec, f1 := bCubed(found(r), want)
	t.Logf("%d stories, %d left over; B-cubed precision %.3f, recall %.3f, F1 %.3f", len(r.Stories), len(r.Rest), p, rec, f1)
	assert.GreaterOrEqual(t, f1, 0.95)
	n := len(r.Rest)
	for _, s := range r.Stories {
		n += len(s.Articles)
		assert.NotEmpty(t, s.Name)
	}
	assert.Equal(t, len(pile), n, "no article is lost")
	for seed := range uint64(3) {
		rand.New(rand.NewPCG(seed, 1)).Shuffle(len(pile), func(i, j int) { pile[i], pile[j] = pile[j], pile[i] })
		assert.Equal(t, r, Sort(pile), "the order of articles changes nothing")
	}
}

func TestSmallPiles(t *testing.T) {
	assert.Equal(t, &Result{}, Sort(nil))
	one, _ := pileOf(1)
	assert.Len(t, Sort(one).Rest, 1)
	empty := corpus.FromText("e.txt", "— —")
	assert.Len(t, Sort([]*corpus.Article{empty, one[0]}).Rest, 2)
}

func TestSameIDs(t *testing.T) {
	pile, _ := pileOf(5)
	for _, a := range pile {
		a.ID = "a.txt"
	}
	r := Sort(pile)
	require.Len(t, r.Stories, 1)
	assert.Equal(t, "a.txt-5", r.Stories[0].Articles[4].ID)
	assert.Equal(t, "a.txt", pile[4].ID, "articles are not changed")
}

// TestTimeIsNearLinear: ten times the articles take not much more than ten
// times as long.
func TestTimeIsNearLinear(t *testing.T) {
	if testing.Short() {
		t.Skip("sorts 11,000 articles")
	}
	small, _ := pileOf(1000)
	large, _ := pileOf(10_000)
	took := func(pile []*corpus.Article) time.Duration {
		best := time.Hour
		for range 2 {
			start := time.Now()
			Sort(pile)
			best = min(best, time.Since(start))
		}
		return best
	}
	a, b := took(small), took(large)
	t.Logf("1,000 in %v, 10,000 in %v", a, b)
	// Quadratic work would take a hundred times as long; clocks of shared
	// machines are off by two.
	assert.Less(t, b, 30*a)
}

func FuzzSort(f *testing.F) {
	f.Add("Ferry strikes pier in Velmar\n\nThe ferry struck a pier in Velmar.", "Velmar ferry\n\nA ferry struck. O'Neill's ’s.")
	f.Fuzz(func(t *testing.T, x, y string) {
		r := Sort([]*corpus.Article{corpus.FromText("a", x), corpus.FromText("b", y)})
		n := len(r.Rest)
		for _, s := range r.Stories {
			n += len(s.Articles)
		}
		assert.Equal(t, 2, n)
	})
}

func BenchmarkSort(b *testing.B) {
	for _, n := range []int{1000, 10_000, 100_000} {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			pile, _ := pileOf(n)
			size := 0
			for _, a := range pile {
				size += len(a.Text)
			}
			b.SetBytes(int64(size))
			b.ReportAllocs()
			for b.Loop() {
				Sort(pile)
			}
		})
	}
}
