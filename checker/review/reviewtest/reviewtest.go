// Package reviewtest makes reports and services for tests of reviews. All
// outlets, people and events in it are invented.
package reviewtest

import (
	"context"
	"encoding/json"
	"fmt"
	"io/fs"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/concord-news/concord/checker"
	"github.com/concord-news/concord/checker/review"
	"github.com/concord-news/concord/checker/review/store"
	"github.com/concord-news/concord/checker/review/store/storetest"
	"github.com/concord-news/concord/corpus"
	"github.com/concord-news/concord/corpus/fetch"
	"github.com/concord-news/concord/rules"
	"github.com/concord-news/concord/rules/catalog"
)

// Ada checks, Bo checks too, Cleo edits.
func Ada() review.Who { return review.Who{Name: "Ada Lindqvist", Role: review.Checker} }

// Bo is a second checker.
func Bo() review.Who { return review.Who{Name: "Bo Marsh", Role: review.Checker} }

// Cleo is an editor.
func Cleo() review.Who { return review.Who{Name: "Cleo Tanner", Role: review.Editor} }

// Figure is what the second outlet says of a fact, where it is not what Report
// gives it.
type Figure struct{ Fact, Value int }

// Report makes a report of n high conflicts: in each two outlets give figures
// that differ, and a third agrees with the first.
func Report(n int, changed ...Figure) *checker.Report {
	r := &checker.Report{Story: &corpus.Story{Name: "harbour fire"}, RulesHash: "00aa", Facts: 3 * n, Compared: n, Origins: 3}
	figure := func(outlet, fact int) int {
		for _, f := range changed {
			if outlet == 1 && f.Fact == fact {
				return f.Value
			}
		}
		return 20 + fact + 8*(outlet%2)
	}
	spans := make([][]corpus.Span, 3)
	for o, name := range []string{"The Lantern", "Harbour Post", "Canal Journal"} {
		var text strings.Builder
		for i := range n {
			start := text.Len()
			fmt.Fprintf(&text, "Some %d people were counted at pier %d, the warden said.\n", figure(o, i), i+1)
			spans[o] = append(spans[o], corpus.Span{Start: start, End: text.Len() - 1})
		}
		id := strings.ToLower(strings.ReplaceAll(name, " ", "-")) + ".txt"
		r.Story.Articles = append(r.Story.Articles, &corpus.Article{
			ID: id, Path: id, Outlet: name, Title: "Fire at the harbour", Text: text.String(), SHA256: fmt.Sprint(o),
			Published: corpus.Published{Time: time.Date(2026, 3, 9, 6+o, 0, 0, 0, time.UTC), Clock: true, From: "manifest"},
		})
		r.OriginOf = append(r.OriginOf, string(rune('A'+o)))
	}
	rule := &rules.Rule{
		Name: "count.people", Kind: "count", Severity: rules.High, Summary: "How many people there were.", Reports: "Two figures that differ.",
		Silent: "Where one is a bound of the other.", Why: "Figures are what readers remember.",
	}
	for i := range n {
		f := checker.Finding{
			ID: fmt.Sprintf("F%02d", i+1), Fact: fmt.Sprintf("people counted · pier %d", i+1), Kind: "count", Verdict: checker.Conflict,
			Severity: rules.High, Rule: rule, Origins: 3,
		}
		for o, a := range r.Story.Articles {
			v := float64(figure(o, i))
			s := spans[o][i]
			f.Values = append(f.Values, checker.Value{
				Article: a, Span: corpus.Span{Start: s.Start, End: s.Start + strings.Index(s.In(a.Text), " were")}, Sentence: s,
				Reading: fmt.Sprintf("%d people", figure(o, i)), Low: &v, High: &v, Unit: "people", Speaker: "the warden",
			})
		}
		f.Fingerprint = fmt.Sprintf("%s %d %d %d", f.Fact, figure(0, i), figure(1, i), figure(2, i))
		f.Gap = fmt.Sprint(figure(1, i) - figure(0, i))
		f.Why = fmt.Sprintf("The Lantern and Harbour Post: %d and %d are %s apart", figure(0, i), figure(1, i), f.Gap)
		if figure(0, i) == figure(1, i) {
			f.Verdict, f.Severity = checker.Agree, rules.Low
		}
		r.Findings = append(r.Findings, f)
	}
	return r
}

// Service opens a service on a database.
func Service(t testing.TB, name string) *review.Service {
	t.Helper()
	v := review.New(storetest.Open(t, name), review.Options{})
	t.Cleanup(v.StopAll)
	return v
}

// Story adds a story with one run.
func Story(t testing.TB, v *review.Service, r *checker.Report) store.Story {
	t.Helper()
	ctx := context.Background()
	st, err := v.AddStory(ctx, Ada(), r.Story.Name, nil)
	require.NoError(t, err)
	_, err = v.AddRun(ctx, Ada(), st.ID, r)
	require.NoError(t, err)
	require.NoError(t, v.Store().View(ctx, func(tx *store.Tx) error {
		st, err = tx.Story(st.ID)
		return err
	}))
	return st
}

// Reading opens a service that reads articles with the built-in rules.
func Reading(t testing.TB, name string) *review.Service {
	t.Helper()
	builtin, err := catalog.Builtin()
	require.NoError(t, err)
	v := review.New(storetest.Open(t, name), review.Options{Reader: review.Reader{
		Rules: rules.NewReader(builtin), Version: "test", Load: corpus.Options{Fetcher: fetch.New(fetch.Options{})},
	}})
	t.Cleanup(v.StopAll)
	return v
}

// Example adds the story in a folder of examples and makes its first run.
func Example(t testing.TB, v *review.Service, files fs.FS, name string) int64 {
	t.Helper()
	ctx := context.Background()
	st, err := v.AddStory(ctx, Cleo(), name, nil)
	require.NoError(t, err)
	var manifest []struct{ File, Outlet, Published string }
	b, err := fs.ReadFile(files, name+"/articles.json")
	require.NoError(t, err)
	require.NoError(t, json.Unmarshal(b, &manifest))
	for _, m := range manifest {
		b, err := fs.ReadFile(files, name+"/"+m.File)
		require.NoError(t, err)
		_, err = v.AddArticle(ctx, Cleo(), st.ID, review.Added{Kind: "file", Name: m.File, Outlet: m.Outlet, Published: m.Published, Content: b})
		require.NoError(t, err)
	}
	_, _, err = v.Rerun(ctx, Cleo(), st.ID, nil)
	require.NoError(t, err)
	return st.ID
}

// Case returns a case with its state.
func Case(t testing.TB, v *review.Service, story, number int64) (store.Case, review.State) {
	t.Helper()
	var c store.Case
	require.NoError(t, v.Store().View(context.Background(), func(tx *store.Tx) (err error) {
		c, err = tx.Case(story, number)
		return err
	}))
	s, err := review.DecodeState(c.Data)
	require.NoError(t, err)
	return c, s
}
