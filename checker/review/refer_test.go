package review_test

import (
	"bytes"
	"context"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/concord-news/concord/checker"
	"github.com/concord-news/concord/checker/reference"
	"github.com/concord-news/concord/checker/review"
	"github.com/concord-news/concord/checker/review/reviewtest"
	"github.com/concord-news/concord/checker/review/store"
	"github.com/concord-news/concord/checker/review/store/storetest"
	"github.com/concord-news/concord/corpus"
	"github.com/concord-news/concord/examples"
	"github.com/concord-news/concord/rules"
	"github.com/concord-news/concord/rules/catalog"
)

// eachReading runs a test on both databases, on the built-in example.
func eachReading(t *testing.T, test func(d desk)) {
	storetest.Each(t, func(t *testing.T, name string) {
		v := reviewtest.Reading(t, name)
		test(desk{v, t, reviewtest.Example(t, v, examples.Files, examples.SecurityTalks)})
	})
}

// about returns the number of the case of a fact.
func (d desk) about(fact string) int64 {
	d.t.Helper()
	var out int64
	require.NoError(d.t, d.Store().View(context.Background(), func(tx *store.Tx) error {
		all, err := tx.AllCases(d.story)
		for _, c := range all {
			if c.Fact == fact {
				out = c.Number
			}
		}
		return err
	}))
	require.NotZero(d.t, out, fact)
	return out
}

func (d desk) refer(number int64, r review.Reference) error {
	_, err := d.Refer(context.Background(), reviewtest.Ada(), d.story, d.seen(number), r)
	return err
}

// standings says how each outlet stands to the reference facts of a case.
func (d desk) standings(number int64) []string {
	var out []string
	for _, h := range d.state(number).Held {
		out = append(out, h.Outlet+" "+h.At+" "+h.Standing+": "+h.Why)
	}
	return out
}

// TestReferencesAreHeldAsFilesAre: what is typed on the page comes to what the
// same line of a reference file comes to, value for value.
func TestReferencesAreHeldAsFilesAre(t *testing.T) {
	builtin, err := catalog.Builtin()
	require.NoError(t, err)
	eachReading(t, func(d desk) {
		for _, tt := range []struct{ fact, subject, attribute, value, from, to string }{
			{"people killed", "security-talks", "people killed", "14 people", "2026-03-09", ""},
			{"votes for · Austria", "Austria", "votes for", "97 votes", "2026-03-08", "2026-03-08"},
			{"share of territory · kept or held", "kept or held", "share of territory", "60% kept", "", ""},
			{"length · war", "war", "length", "6 years", "2020", "2026"},
			{"office held · Helene Brandauer", "Helene Brandauer", "office held", "chancellor of Austria", "2025-05", ""},
			{"office held · Helene Brandauer", "Otto Kern", "office held", "chancellor of Austria", "2025-05", ""},
		} {
			number := d.about(tt.fact)
			subject := tt.subject
			if strings.HasSuffix(tt.fact, subject) || subject == "security-talks" {
				subject = "" // that of the finding
			}
			before := len(d.state(number).References)
			if before > 0 {
				_, err := d.WithdrawReference(context.Background(), reviewtest.Ada(), d.story, d.seen(number), before)
				require.NoError(d.t, err)
				require.Empty(d.t, d.state(number).Held)
			}
			require.NoError(d.t, d.refer(number, review.Reference{Subject: subject, Value: tt.value, From: tt.from, To: tt.to, Source: "register"}))
			c, s := reviewtest.Case(d.t, d.Service, d.story, number)

			var line strings.Builder
			require.NoError(d.t, json.NewEncoder(&line).Encode([]map[string]string{{"subject": tt.subject, "attribute": tt.attribute, "value": tt.value, "source": "register"}}))
			facts, err := reference.Read(builtin, "page.yaml", []byte(dated(line.String(), tt.from, tt.to)))
			require.NoError(d.t, err)
			r := checker.Check(example(d.t), checker.Options{Reader: rules.NewReader(builtin), References: &reference.Set{Facts: facts}})
			var want []review.Held
			for _, f := range r.Findings {
				if f.Fingerprint != c.Fingerprint {
					continue
				}
				for _, v := range f.Values {
					if a := v.Against; a != nil {
						want = append(want, review.Held{
							Reference: len(s.References), Article: v.Article.ID, Outlet: v.Article.Outlet, Value: v.Reading, Standing: a.Standing.String(), Why: a.Why,
						})
					}
				}
			}
			got := s.Held
			for i := range got {
				assert.NotEmpty(d.t, got[i].At)
				got[i].At = ""
			}
			assert.NotEmpty(d.t, want, tt)
			assert.Equal(d.t, want, got, tt)
		}
	})
}

func dated(line, from, to string) string {
	for name, value := range map[string]string{"from": from, "to": to} {
		if value != "" {
			line = strings.Replace(line, "}", `,"`+name+`":"`+value+`"}`, 1)
		}
	}
	return line
}

// example is the built-in example as check reads it.
func example(t *testing.T) *corpus.Story {
	dir := t.TempDir()
	require.NoError(t, os.CopyFS(dir, examples.Files))
	stories, problems := corpus.Load([]string{filepath.Join(dir, examples.SecurityTalks)})
	require.Empty(t, problems)
	return &stories[0]
}

// TestReferencesWeigh: an outlet that contradicts a reference fact makes a
// finding one that must be decided before sign-off, whatever its verdict, until
// the fact is withdrawn.
func TestReferencesWeigh(t *testing.T) {
	eachReading(t, func(d desk) {
		ctx, t := context.Background(), d.t
		number := d.about("amount · fund in EUR")
		look := func() (bool, string) {
			c, _ := reviewtest.Case(t, d.Service, d.story, number)
			return c.Reported, c.Severity
		}
		reported, severity := look()
		assert.False(t, reported)
		assert.Equal(t, "low", severity)
		require.NoError(t, d.refer(number, review.Reference{Value: "300 million euros", Source: "ministry"}))
		reported, severity = look()
		assert.True(t, reported)
		assert.Equal(t, "high", severity)
		_, err := d.Sign(ctx, reviewtest.Cleo(), d.story, d.last().Seq, "")
		var blocked *review.BlockedError
		require.ErrorAs(t, err, &blocked)
		assert.True(t, func() bool {
			for _, c := range blocked.Cases {
				if c.Number == number {
					return true
				}
			}
			return false
		}())
		e, err := d.Edition(ctx, d.story, 0)
		require.NoError(t, err)
		for _, r := range e.Findings {
			if r.Case == number {
				assert.Equal(t, "high", r.Severity)
			}
		}

		_, err = d.Undo(ctx, reviewtest.Ada(), d.story, d.last().Batch)
		require.NoError(t, err)
		reported, severity = look()
		assert.False(t, reported)
		assert.Equal(t, "low", severity)

		require.NoError(t, d.refer(number, review.Reference{Value: "300 million euros", Source: "ministry"}))
		_, err = d.WithdrawReference(ctx, reviewtest.Bo(), d.story, d.seen(number), 1)
		assert.ErrorIs(t, err, review.ErrRole)
		_, err = d.WithdrawReference(ctx, reviewtest.Cleo(), d.story, d.seen(number), 1)
		require.NoError(t, err)
		_, err = d.WithdrawReference(ctx, reviewtest.Cleo(), d.story, d.seen(number), 1)
		assert.ErrorContains(t, err, "no such reference fact")
		reported, severity = look()
		assert.False(t, reported)
		assert.Equal(t, "low", severity)
		assert.True(t, d.state(number).References[0].Withdrawn, "nothing is removed")
	})
}

// TestReferencesAreKeptOverRuns: facts are held against what each new run reads,
// and go where the review goes.
func TestReferencesAreKeptOverRuns(t *testing.T) {
	eachReading(t, func(d desk) {
		ctx, t := context.Background(), d.t
		number := d.about("votes for · Austria")
		require.NoError(t, d.refer(number, review.Reference{Value: "97 votes", To: "2026-03-19", Source: "minutes"}))
		require.Len(t, d.standings(number), 2)
		assert.Contains(t, d.standings(number)[0], "Eastgate Monitor 2026-03-08 contradicts")
		assert.Contains(t, d.standings(number)[1], "The Harbour Post 2026-03-09 agrees")
		fund := d.about("amount · fund in EUR")
		require.NoError(t, d.refer(fund, review.Reference{Value: "450 million euros", To: "2026-03-09", Source: "ministry"}))
		assert.Contains(t, d.standings(fund)[2], "Meridian Review 2026-03-09 agrees")
		d.replace("The Harbour Post", "97 votes", "99 votes", "")
		d.replace("Meridian Review", "", "", "2026-03-12T08:00:00Z")
		_, unchanged, err := d.Rerun(ctx, reviewtest.Bo(), d.story, nil)
		require.NoError(t, err)
		require.False(t, unchanged)
		assert.Equal(t, number, d.about("votes for · Austria"))
		require.Len(t, d.standings(number), 2)
		assert.Contains(t, d.standings(number)[1], "The Harbour Post 2026-03-09 contradicts")

		// The sum is what it was, and one article speaks of a later day.
		assert.Contains(t, d.standings(fund)[2], "Meridian Review 2026-03-12 not-comparable")
		var kinds []string
		for _, e := range d.log() {
			if e.Case == fund {
				kinds = append(kinds, e.Kind)
			}
		}
		assert.Equal(t, []string{"reference", "held anew"}, kinds)

		again, err := d.Export(ctx, d.story, 0)
		require.NoError(t, err)
		var b bytes.Buffer
		require.NoError(t, json.NewEncoder(&b).Encode(again))
		w := reviewtest.Reading(t, storetest.Database(t))
		st, err := w.Import(ctx, reviewtest.Cleo(), &b)
		require.NoError(t, err)
		other := desk{w, t, st.ID}
		assert.Equal(t, d.standings(number), other.standings(number))
		require.NoError(t, other.refer(number, review.Reference{Value: "82 votes", From: "2026-03-20", Source: "minutes"}))
		assert.Contains(t, other.standings(number)[0], "contradicts", "of several the one that holds at the time is taken")
	})
}

// replace puts another version of an outlet's article in place of it.
func (d desk) replace(outlet, old, new, published string) {
	d.t.Helper()
	ctx := context.Background()
	var list []store.Source
	require.NoError(d.t, d.Store().View(ctx, func(tx *store.Tx) (err error) {
		if list, err = tx.Sources(d.story); err != nil {
			return err
		}
		for i := range list {
			if list[i].Content, err = tx.Content(d.story, list[i].Number); err != nil {
				return err
			}
		}
		return nil
	}))
	for _, s := range list {
		if s.Outlet != outlet || s.Removed {
			continue
		}
		require.Contains(d.t, string(s.Content), old)
		require.NoError(d.t, d.RemoveArticle(ctx, reviewtest.Bo(), d.story, s.Number))
		if published == "" {
			published = s.Published
		}
		_, err := d.AddArticle(ctx, reviewtest.Bo(), d.story, review.Added{
			Kind: s.Kind, Name: s.Name, Outlet: s.Outlet, Published: published, Content: []byte(strings.Replace(string(s.Content), old, new, 1)),
		})
		require.NoError(d.t, err)
		return
	}
	d.t.Fatalf("no article of %s", outlet)
}

// TestReferencesAreRefused: a fault says what is legal.
func TestReferencesAreRefused(t *testing.T) {
	eachReading(t, func(d desk) {
		number := d.about("people killed")
		require.NoError(d.t, d.refer(number, review.Reference{Value: "14 people", Source: "coastguard log"}))
		long := strings.Repeat("a", 301)
		for _, tt := range []struct {
			r    review.Reference
			want string
		}{
			{review.Reference{Source: "log"}, "value: write what is held to be true"},
			{review.Reference{Value: "14 people"}, "source: say where it comes from"},
			{review.Reference{Value: "several", Source: "log"}, `value: "several" is no figure; legal: `},
			{review.Reference{Value: "14 people", From: "last week", Source: "log"}, "from: a date is written"},
			{review.Reference{Value: "14 people", From: "2026-03-09", To: "2026-03-08", Source: "log"}, "to: to 2026-03-08 lies before from 2026-03-09"},
			{review.Reference{Value: "17 people", Source: "log"}, "14 people and 17 people are 3 apart; it holds at the same time as 14 people (coastguard log)"},
			{review.Reference{Statement: "Some died", Source: "log"}, "value: write the value that is held to be true: with its unit"},
			{review.Reference{Value: "14 people", Statement: "Some died", Source: "log"}, "statement: give a value or a statement"},
			{review.Reference{Value: "14 people", Source: long}, "source: is 301 bytes long"},
			{review.Reference{Value: "14 \x00 people", Source: "log"}, "value: holds characters that no text has"},
		} {
			assert.ErrorContains(d.t, d.refer(number, tt.r), tt.want)
		}
		assert.Len(d.t, d.state(number).References, 1)
	})
	each(t, 1, func(d desk) {
		assert.ErrorContains(d.t, d.refer(1, review.Reference{Value: "14 people", Source: "log"}), "write a statement, which is shown beside them")
		assert.NoError(d.t, d.refer(1, review.Reference{Statement: "The pier holds 30", Source: "log"}))
		assert.Empty(d.t, d.state(1).Held)
	})
}

// TestOlderRunsAreMadeAgain: a run of a version that did not keep its articles
// takes no reference facts, and the next run is made though nothing else changed.
func TestOlderRunsAreMadeAgain(t *testing.T) {
	ctx := context.Background()
	v := reviewtest.Reading(t, storetest.Database(t))
	story := reviewtest.Example(t, v, examples.Files, examples.SecurityTalks)
	x, err := v.Export(ctx, story, 0)
	require.NoError(t, err)
	var snapshot map[string]json.RawMessage
	require.NoError(t, json.Unmarshal(x.Runs[0].Snapshot, &snapshot))
	require.Contains(t, snapshot, "articles")
	delete(snapshot, "articles")
	x.Runs[0].Snapshot, err = json.Marshal(snapshot)
	require.NoError(t, err)
	var b bytes.Buffer
	require.NoError(t, json.NewEncoder(&b).Encode(x))
	st, err := v.Import(ctx, reviewtest.Cleo(), &b)
	require.NoError(t, err)

	shown, err := v.Shown(ctx, story, 0)
	require.NoError(t, err)
	report := shown.Report
	unchanged, err := v.Unchanged(ctx, story, report)
	require.NoError(t, err)
	assert.True(t, unchanged)
	old := desk{v, t, st.ID}
	number := old.about("people killed")
	assert.ErrorContains(t, old.refer(number, review.Reference{Value: "14 people", Source: "coastguard log"}), "start a run, then add the fact")
	unchanged, err = v.Unchanged(ctx, st.ID, report)
	require.NoError(t, err)
	assert.False(t, unchanged)
	builtin, err := catalog.Builtin()
	require.NoError(t, err)
	_, err = v.AddRun(ctx, reviewtest.Cleo(), st.ID, checker.Check(example(t), checker.Options{Reader: rules.NewReader(builtin)}))
	require.NoError(t, err)
	require.NoError(t, old.refer(number, review.Reference{Value: "14 people", Source: "coastguard log"}))
	assert.NotEmpty(t, old.standings(number))
}

// TestEveryFindingTakesReferences: the articles of a run, as they were kept, are
// read again to the same findings.
func TestEveryFindingTakesReferences(t *testing.T) {
	v := reviewtest.Reading(t, storetest.Database(t))
	d := desk{v, t, reviewtest.Example(t, v, examples.Files, examples.SecurityTalks)}
	var all []store.Case
	require.NoError(t, v.Store().View(context.Background(), func(tx *store.Tx) (err error) {
		all, err = tx.AllCases(d.story)
		return err
	}))
	values := map[string]string{"count": "3 people", "share": "3%", "role": "mayor", "date": "9 March 2026", "name": "Ilse Varn"}
	taken := 0
	for _, c := range all {
		value := values[c.Kind]
		if _, ok := v.Hint(c.Rule); !ok || value == "" {
			continue
		}
		err := d.refer(c.Number, review.Reference{Value: value, Source: "register"})
		if err == nil {
			taken++
			continue
		}
		assert.NotContains(t, err.Error(), "start a run", c.Fact)
	}
	assert.Greater(t, taken, 3)
}
