package denial_test

import (
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/concord-news/concord/checker/denial"
	"github.com/concord-news/concord/checker/weigh"
	"github.com/concord-news/concord/corpus"
	"github.com/concord-news/concord/rules"
	"github.com/concord-news/concord/rules/catalog"
)

// input reads texts, the articles of a story.
func input(t testing.TB, texts ...string) denial.Input {
	c, err := catalog.Builtin()
	require.NoError(t, err)
	r := rules.NewReader(c)
	in := denial.Input{
		Skip: func(int) bool { return false }, Ended: func() bool { return false },
		Entity:  func(article, entity int) string { return strconv.Itoa(article) + "/" + strconv.Itoa(entity) },
		Telling: func(string) float64 { return 1 }, Synonym: c.Synonym,
	}
	for i, text := range texts {
		in.Readings = append(in.Readings, r.Read(corpus.FromText(strconv.Itoa(i)+".txt", text+"\n")))
	}
	return in
}

// told lists the clauses of each pair by their words.
func told(in denial.Input, pairs []denial.Pair) []string {
	var out []string
	for _, p := range pairs {
		words := func(at denial.Place) string { return at.Span(in.Readings).In(in.Readings[at.Article].Doc.Text) }
		out = append(out, words(p.Denied[0])+" / "+words(p.Said[0]))
	}
	return out
}

func TestPairs(t *testing.T) {
	for _, c := range []struct {
		name  string
		texts []string
		want  []string
	}{
		{"denied", []string{"The choir will not perform.", "The choir will perform in the hall."}, []string{"choir will not perform / choir will perform in the hall"}},
		{"synonyms", []string{"Nobody purchased the mill.", "A brewer bought the mill."}, []string{"Nobody purchased the mill / brewer bought the mill"}},
		{"without", []string{"The climbers set off without a guide.", "The climbers had a guide from Hovde."}, []string{"climbers set off without a guide / climbers had a guide from Hovde"}},
		{"contrary", []string{"The dam is stable.", "The dam is unstable."}, []string{"dam is stable / dam is unstable"}},
		{"both deny", []string{"The choir will not perform.", "The choir will not perform on Friday."}, nil},
		{"one article", []string{"The choir will not perform. The choir will perform on Monday."}, nil},
		{"nothing in common", []string{"The choir will not perform.", "Rain fell on the quarry."}, nil},
	} {
		in := input(t, c.texts...)
		assert.Equal(t, c.want, told(in, denial.Pairs(in)), c.name)
	}
}

func TestContrary(t *testing.T) {
	pairs := denial.Pairs(input(t, "The dam is stable.", "The dam is unstable."))
	require.Len(t, pairs, 1)
	assert.Equal(t, [2]string{"stable", "unstable"}, pairs[0].Contrary)
	c := pairs[0].Clues
	assert.InDelta(t, 1, c[denial.Contrary], 0)
	assert.InDelta(t, 1, c[denial.ContraryTags], 0, "both are adjectives")
}

func TestClues(t *testing.T) {
	pairs := denial.Pairs(input(t, "The choir of Hovde has not yet sung, Ida Fenn said in 2019.", "The band of Hovde had sung in 2024."))
	require.Len(t, pairs, 1)
	c := pairs[0].Clues
	assert.Zero(t, c[denial.Contrary])
	assert.InDelta(t, 3, c[denial.Verbs], 0, "one verb")
	assert.InDelta(t, 1, c[denial.Perfect], 0)
	assert.InDelta(t, 1, c[denial.PerfectSaid], 0)
	assert.InDelta(t, 1, c[denial.OtherYears], 0)
	assert.InDelta(t, 1, c[denial.Reported], 0)
	assert.Zero(t, c[denial.ReportedSaid])
	assert.InDelta(t, 1, c[clue(t, "yet")], 0)
	assert.Zero(t, c[clue(t, "yet-said")])
}

// clue is the clue with an ID.
func clue(t *testing.T, id string) weigh.Clue {
	for i := range denial.NumClues {
		if denial.Sheet.ID(i) == id {
			return weigh.Clue(i)
		}
	}
	require.Fail(t, "no such clue", id)
	return 0
}

func TestSharedSentences(t *testing.T) {
	in := input(t, "Rain fell. The choir will not perform.", "The choir will not perform. Snow fell.", "The choir will perform in the hall.")
	pairs := denial.Pairs(in)
	require.Len(t, pairs, 1, "a sentence that two articles have word for word is looked at once")
	require.Len(t, pairs[0].Denied, 2)
	for _, at := range pairs[0].Denied {
		assert.Equal(t, "choir will not perform", at.Span(in.Readings).In(in.Readings[at.Article].Doc.Text))
	}
}

func TestSkipped(t *testing.T) {
	in := input(t, "The choir will not perform.", "The choir will perform in the hall.")
	in.Skip = func(article int) bool { return article == 1 }
	assert.Empty(t, denial.Pairs(in))
	in.Skip, in.Ended = func(int) bool { return false }, func() bool { return true }
	assert.Empty(t, denial.Pairs(in))
}

func TestSheet(t *testing.T) {
	ids := map[string]bool{}
	for i := range denial.NumClues {
		id := denial.Sheet.ID(i)
		assert.NotEmpty(t, id)
		assert.False(t, ids[id], "%s stands twice", id)
		assert.NotEmpty(t, denial.Sheet.Matter(weigh.Clue(i)))
		ids[id] = true
	}
	f := denial.Trees()
	assert.NotEmpty(t, f.Trees)
	again, err := weigh.Read(f.Write(), denial.Sheet)
	require.NoError(t, err)
	assert.Equal(t, f.Trees, again.Trees)
}

// long are two articles of some 80 sentences each.
func long(t testing.TB) denial.Input {
	var a, b strings.Builder
	for i, thing := range strings.Fields("mill bridge harbour school library tower museum chapel station garden") {
		for k, verb := range strings.Fields("close paint repair sell open flood rebuild visit") {
			a.WriteString("The council did not " + verb + " the " + thing + " in " + strconv.Itoa(1950+i*8+k) + ". ")
			b.WriteString("The owners of the " + thing + " will " + verb + " it before winter, said mayor Ida Fenn. ")
		}
	}
	return input(t, a.String(), b.String())
}

func BenchmarkPairs(b *testing.B) {
	in := long(b)
	b.SetBytes(int64(len(in.Readings[0].Doc.Text) + len(in.Readings[1].Doc.Text)))
	b.ReportAllocs()
	for b.Loop() {
		denial.Pairs(in)
	}
}
