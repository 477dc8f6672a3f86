package checker

import (
	"context"
	"fmt"
	"math"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/concord-news/concord/corpus"
	"github.com/concord-news/concord/rules"
	"github.com/concord-news/concord/rules/catalog"
)

// reprinted returns n articles made of the texts of an example: each a copy of one,
// some with figures changed, a paragraph left out or said twice, and a line of its
// own, that appeared within a time of the first.
func reprinted(t *testing.T, dir string, n int, within time.Duration) *corpus.Story {
	files, err := filepath.Glob(filepath.Join(dir, "*.txt"))
	require.NoError(t, err)
	require.NotEmpty(t, files)
	rng := rand.New(rand.NewPCG(uint64(n), uint64(within)))
	st := &corpus.Story{Name: "story"}
	for i := range n {
		text, err := os.ReadFile(files[rng.IntN(len(files))])
		require.NoError(t, err)
		paragraphs := strings.Split(string(text), "\n\n")
		at := 1 + rng.IntN(len(paragraphs)-1)
		switch rng.IntN(4) {
		case 0:
			paragraphs = slices.Delete(paragraphs, at, at+1)
		case 1:
			paragraphs = slices.Insert(paragraphs, at, paragraphs[1+rng.IntN(len(paragraphs)-1)])
		case 2:
			words := strings.Split(paragraphs[at], " ")
			for k, w := range words {
				if v, err := strconv.Atoi(w); err == nil {
					words[k] = strconv.Itoa([]int{v - 1, v + 1, 2 + rng.IntN(60)}[rng.IntN(3)])
				}
			}
			paragraphs[at] = strings.Join(words, " ")
		}
		a := corpus.FromText(fmt.Sprintf("%03d.txt", i), strings.Join(paragraphs, "\n\n")+fmt.Sprintf("\n\nWritten for the readers of paper %d in ward %d, who asked for more news.\n", i, i%7))
		a.Outlet, a.OutletFrom = fmt.Sprintf("Outlet %d", i), "manifest"
		if rng.IntN(10) > 0 {
			first := time.Date(2026, 3, 9, 6, 0, 0, 0, time.UTC)
			a.Published = corpus.Published{Time: first.Add(time.Duration(rng.Int64N(int64(within)))), Clock: true, From: "manifest"}
		}
		st.Articles = append(st.Articles, a)
	}
	return st
}

// agreeWithPairs checks that a story's report is the same whether each sort of
// statement is compared once or every two statements are, and returns it.
func agreeWithPairs(t *testing.T, opts Options, st *corpus.Story, why string) *Report {
	report := func(from int) *Report {
		s := newStory(st, opts)
		s.twinsFrom = from
		r, err := s.check(context.Background(), opts)
		require.NoError(t, err)
		r.Stages = nil // they hold times
		for i := range r.Findings {
			// Which pair's points the reason tells of depends on the pairs that were weighed.
			if before, after, ok := strings.Cut(r.Findings[i].Why, "; told of one thing by "); ok {
				_, rest, _ := strings.Cut(after, ";")
				r.Findings[i].Why = before + rest
			}
		}
		return r
	}
	every, once := report(math.MaxInt), report(0)
	assert.Equal(t, every, once, why)
	return once
}

func reader(t *testing.T) Options {
	c, err := catalog.Builtin()
	require.NoError(t, err)
	return Options{Reader: rules.NewReader(c)}
}

func TestTwins(t *testing.T) {
	if testing.Short() {
		t.Skip("compares every two statements of many copies")
	}
	opts := reader(t)
	dirs, err := filepath.Glob(filepath.Join("..", "examples", "labelled", "stories", "*"))
	require.NoError(t, err)
	require.NotEmpty(t, dirs)
	spans := []time.Duration{time.Hour, 10 * time.Hour, 3 * day, 10 * day, 45 * day}
	for i, dir := range append(dirs, filepath.Join("..", "examples", "security-talks")) {
		if i%14 != 0 && i < len(dirs) { // every two statements take long to compare
			continue
		}
		assert.NotEmpty(t, agreeWithPairs(t, opts, reprinted(t, dir, 25, spans[i%len(spans)]), dir).Findings, dir)
	}
}

// TestTwinsDaysApart: who wrote that nobody had died may have been right on that day, so
// that of two articles of one wording the days tell.
func TestTwinsDaysApart(t *testing.T) {
	dir := filepath.Join("..", "examples", "labelled", "stories", "measles-outbreak")
	agreeWithPairs(t, reader(t), reprinted(t, dir, 25, 3*day), "days apart")
}

// TestTwinsOfOneArticle: two figures of one article that can both be true meet
// through a copy of it.
func TestTwinsOfOneArticle(t *testing.T) {
	const text = "The number of dog bites has jumped, from 74 people bitten between March and May, up to 102 people so far in June, the Dunmore council said.\n"
	st := &corpus.Story{Name: "story"}
	for i := range 3 {
		a := corpus.FromText(fmt.Sprintf("%d.txt", i), text)
		a.Outlet, a.OutletFrom = fmt.Sprintf("Outlet %d", i), "manifest"
		st.Articles = append(st.Articles, a)
	}
	found := agreeWithPairs(t, reader(t), st, "two figures").Findings
	require.Len(t, found, 1)
	assert.Len(t, found[0].Values, 6)
}

// sayings are sentences that have names, figures, dates and answers in common.
var sayings = strings.Split(`Ada Voss of Dunmore said on Monday that 74 people were bitten by dogs.
Ada Voss of Dunmore said on Monday that up to 102 people were bitten by dogs.
The Dunmore council never asked Ada Voss about the harbour fund.
The Dunmore council asked Ada Voss about the harbour fund.
Ada Voss opened the harbour fund in May and closed it in June.
Ada Voss opened the harbour fund in April.
The ferry passed the pier at 30 km/h when it struck a barge.
The ferry passed the pier at 45 km/h when it struck a barge.
The fire killed 14 people and injured 30 in the old mill at Orsk.
The fire killed 16 people and injured about 30 in the old mill at Orsk.
On Tuesday the mayor, Ivo Hale, called the mill "a shame for all of us in this town".
On Sunday the harbour master, Ivo Hale, called the mill "a shame for all of us in the town".
Mr Hale said that the old mill would be rebuilt for 4 million euros.
Mr Hale said that the mill would not be rebuilt for less than 5 million euros.
The mill employs 120 workers, and 80 of them were inside.
The mill has 140 workers, and some 80 of them were inside on Monday.`, "\n")

// TestTwinsOfSayings holds many small stories, of articles that share sentences,
// against the comparison of every two statements.
func TestTwinsOfSayings(t *testing.T) {
	opts := reader(t)
	for seed := range uint64(60) {
		rng := rand.New(rand.NewPCG(seed, 1))
		pool := rng.Perm(len(sayings))[:4]
		st := &corpus.Story{Name: "story"}
		for i := range 3 + rng.IntN(4) {
			var text strings.Builder
			for range 2 + rng.IntN(4) {
				text.WriteString(sayings[pool[rng.IntN(len(pool))]] + "\n\n")
			}
			a := corpus.FromText(fmt.Sprintf("%d.txt", i), text.String())
			a.Outlet, a.OutletFrom = fmt.Sprintf("Outlet %d", i), "manifest"
			hours := rng.IntN([]int{1, 20, 100, 2000}[seed%4])
			a.Published = corpus.Published{Time: time.Date(2026, 3, 9, hours, 0, 0, 0, time.UTC), Clock: true, From: "manifest"}
			st.Articles = append(st.Articles, a)
		}
		agreeWithPairs(t, opts, st, fmt.Sprint("seed ", seed))
	}
}
