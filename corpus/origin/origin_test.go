package origin

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/concord-news/concord/corpus"
)

// prose returns n sentences of words drawn from a list, the same for one seed.
func prose(seed uint64, n int) string {
	list := strings.Fields("harbour bridge barge pier engineer mayor ferry crack support office morning repair closed struck " +
		"found promised began waited counted paid old northern heavy public early six nine twenty town island storm council")
	rng := rand.New(rand.NewPCG(seed, 7))
	var b strings.Builder
	for range n {
		for k := range 14 {
			w := list[rng.IntN(len(list))]
			if k == 0 {
				w = strings.ToUpper(w[:1]) + w[1:]
			} else {
				b.WriteByte(' ')
			}
			b.WriteString(w)
		}
		b.WriteString(".\n\n")
	}
	return b.String()
}

func article(id, text string) *corpus.Article { return corpus.FromText(id, text) }

func TestAgencyCopyIsOneOrigin(t *testing.T) {
	copyText := prose(1, 12)
	a := article("a.txt", copyText)
	b := article("b.txt", "BERLIN (Reuters) - "+strings.ToLower(copyText[:700])+"\n\n"+prose(2, 3))
	c := article("c.txt", prose(3, 12))
	d := article("d.txt", prose(4, 20)+copyText[:300])
	r := Find([]*corpus.Article{d, c, b, a})
	assert.Equal(t, []string{"A", "A", "B", "C"}, r.Labels)
	assert.Equal(t, 3, r.Count())
	assert.Equal(t, [][]string{nil, {"Reuters"}, nil, nil}, r.Credits)
	require.NotEmpty(t, r.Pairs)
	p := r.Pairs[0]
	assert.True(t, p.Same())
	assert.Equal(t, []int{0, 1}, []int{p.A, p.B})
	require.Len(t, p.Passages, 1)
	assert.Equal(t, strings.ToLower(strings.Join(strings.Fields(p.Passages[0].A.In(a.Text)), " ")),
		strings.Join(strings.Fields(p.Passages[0].B.In(b.Text)), " "), "the same words but for case and line breaks")
	assert.Empty(t, a.Origin, "Find changes nothing")
	Assign([]*corpus.Article{d, c, b, a})
	assert.Equal(t, "AABC", a.Origin+b.Origin+c.Origin+d.Origin)
}

func TestQuotationIsNotAnOrigin(t *testing.T) {
	quote := "\"We will open the bridge again before the winter storms come, and nobody will pay for it twice,\" the mayor said.\n\n"
	a := article("a.txt", prose(1, 8)+quote+prose(2, 4))
	b := article("b.txt", prose(3, 8)+quote+prose(4, 4))
	r := Find([]*corpus.Article{a, b})
	assert.Equal(t, []string{"A", "B"}, r.Labels)
	require.Len(t, r.Pairs, 1)
	assert.Less(t, r.Pairs[0].Share, MinShare)
	at := strings.Index(a.Text, "\"We will")
	s := corpus.Span{Start: at, End: at + len(quote) - 2}
	assert.True(t, r.Shared(a, s, b), "the quoted sentence is in both")
	bt := strings.Index(b.Text, "\"We will")
	assert.True(t, r.Shared(b, corpus.Span{Start: bt, End: bt + len(quote) - 2}, a))
	assert.False(t, r.Shared(a, corpus.Span{Start: 0, End: 80}, b))
}

func TestCreditAloneJoinsNothing(t *testing.T) {
	a := article("a.txt", "OSLO (AP) - "+prose(1, 6))
	b := article("b.txt", "OSLO (AP) - "+prose(2, 6))
	r := Find([]*corpus.Article{a, b})
	assert.Equal(t, []string{"A", "B"}, r.Labels)
	assert.Equal(t, [][]string{{"AP"}, {"AP"}}, r.Credits)
}

func TestFurnitureIsNotShared(t *testing.T) {
	legal := "\n\n© 2024 Ellery Media. All rights reserved. " + strings.TrimSpace(prose(9, 1))
	a, b := article("a.txt", prose(1, 3)+legal), article("b.txt", prose(2, 3)+legal)
	assert.Empty(t, Find([]*corpus.Article{a, b}).Pairs)
}

func TestShortItems(t *testing.T) {
	item := prose(1, 3)
	r := Find([]*corpus.Article{article("a.txt", item), article("b.txt", item+"\n\n"+prose(2, 6))})
	assert.Equal(t, []string{"A", "A"}, r.Labels)
	r = Find([]*corpus.Article{article("a.txt", ""), article("b.txt", "Three words here.")})
	assert.Equal(t, []string{"A", "B"}, r.Labels)
	assert.Empty(t, Find(nil).Labels)
}

func TestPassagesDoNotOverlap(t *testing.T) {
	x, y := prose(1, 2), prose(2, 2)
	a, b := article("a.txt", x+y+x), article("b.txt", y+x+y+x)
	for _, p := range Find([]*corpus.Article{a, b}).Pairs {
		end := 0
		for _, q := range p.Passages {
			assert.LessOrEqual(t, end, q.A.Start)
			end = q.A.End
			assert.Equal(t, strings.Fields(q.A.In(a.Text)), strings.Fields(q.B.In(b.Text)))
		}
		assert.LessOrEqual(t, p.Share, 1.0)
	}
}

func TestOrderChangesNothing(t *testing.T) {
	var list []*corpus.Article
	for i := range 30 {
		list = append(list, article(fmt.Sprintf("%02d.txt", i), prose(uint64(i/2), 8)))
	}
	want := Find(list)
	assert.Equal(t, "A2", label(26))
	for seed := range uint64(5) {
		rand.New(rand.NewPCG(seed, 1)).Shuffle(len(list), func(i, j int) { list[i], list[j] = list[j], list[i] })
		got := Find(list)
		assert.Equal(t, want.Labels, got.Labels)
		assert.Equal(t, want.Pairs, got.Pairs)
	}
	assert.Equal(t, 15, want.Count())
}

// TestRepetition: text that repeats one line for ever must not take quadratic
// time.
func TestRepetition(t *testing.T) {
	line := strings.ReplaceAll(prose(1, 2), "\n\n", " ")
	a, b := article("a.txt", strings.Repeat(line, 4000)), article("b.txt", strings.Repeat(line, 3000))
	start := time.Now()
	Find([]*corpus.Article{a, b})
	assert.Less(t, time.Since(start), 10*time.Second)
}

func FuzzFind(f *testing.F) {
	f.Add(prose(1, 3), prose(1, 2))
	f.Add("a b c d e f g h i a b c d e f g h i.", "x a b c d e f g h i y.\n(AP) (")
	f.Add("’’ é’s 1,000 U.S.", "\u2028")
	f.Fuzz(func(t *testing.T, x, y string) {
		a, b := article("a", x), article("b", y)
		r := Find([]*corpus.Article{a, b})
		for _, p := range r.Pairs {
			for _, q := range p.Passages {
				if q.A.Empty() || q.B.Empty() || q.A.End > len(x) || q.B.End > len(y) || q.Words < shingle {
					t.Errorf("passage %v", q)
				}
			}
			if p.Share <= 0 || p.Share > 1 {
				t.Errorf("share %v", p.Share)
			}
		}
		r.Shared(a, corpus.Span{Start: 0, End: len(x)}, b)
	})
}

func BenchmarkFind(b *testing.B) {
	var list []*corpus.Article
	size := 0
	for i := range 10 {
		list = append(list, article(fmt.Sprintf("%02d.txt", i), prose(uint64(i/3), 40)))
		size += len(list[i].Text)
	}
	b.SetBytes(int64(size))
	b.ReportAllocs()
	for b.Loop() {
		Find(list)
	}
}
