package report_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/concord-news/concord/checker/report"
)

// wire is the ferry's report as another program reads it.
func wire(t *testing.T) *report.Report {
	t.Helper()
	r, err := report.Read(strings.NewReader(written(t, report.JSON, ferry(t), report.Run{})))
	require.NoError(t, err)
	return r
}

func TestCompare(t *testing.T) {
	for _, c := range []struct {
		name   string
		change func(r *report.Report)
		want   string
	}{
		{"nothing", func(*report.Report) {}, "ferry: 0 new · 0 moved · 0 judged otherwise · 0 gone · 3 same\n"},
		{"moved", func(r *report.Report) {
			r.Findings[0].Fingerprint, r.Findings[0].Values[1].Value, r.Findings[0].Verdict = "k2", "4", "agree"
		}, `ferry: 0 new · 1 moved · 0 judged otherwise · 0 gone · 2 same

MOVED  F01  conflict -> agree  people killed · sinking of the ferry Alba  (casualties.killed)
     The Lantern moved 2 -> 4
`},
		{"an outlet comes, another goes", func(r *report.Report) {
			r.Findings[0].Fingerprint, r.Findings[0].Values[1].Article = "k2", "papers/journal.txt"
		}, `ferry: 0 new · 1 moved · 0 judged otherwise · 0 gone · 2 same

MOVED  F01  conflict  people killed · sinking of the ferry Alba  (casualties.killed)
     Canal Street Journal now says 2
     The Lantern no longer says 2
`},
		{"gone", func(r *report.Report) { r.Findings = r.Findings[1:] }, `ferry: 0 new · 0 moved · 0 judged otherwise · 1 gone · 2 same

GONE  F01  conflict  people killed · sinking of the ferry Alba  (casualties.killed)
     The Harbour Post: 4 or more
     The Lantern: 2
`},
		{"judged otherwise", func(r *report.Report) { r.Findings[0].Verdict = "disputed" }, `ferry: 0 new · 0 moved · 1 judged otherwise · 0 gone · 2 same

JUDGED OTHERWISE  F01  conflict -> disputed  people killed · sinking of the ferry Alba  (casualties.killed)
     The Harbour Post: 4 or more
     The Lantern: 2
`},
	} {
		t.Run(c.name, func(t *testing.T) {
			before, after := wire(t), wire(t)
			c.change(after)
			var b strings.Builder
			require.NoError(t, report.WriteChanges(&b, before, after, false))
			assert.Equal(t, c.want, b.String())
		})
	}
}

// TestCompareTurned: what is new in one direction is gone in the other, and
// quiet findings are listed when asked for.
func TestCompareTurned(t *testing.T) {
	before, after := wire(t), wire(t)
	before.Findings = before.Findings[:2]
	var b strings.Builder
	require.NoError(t, report.WriteChanges(&b, before, after, false))
	assert.Equal(t, "ferry: 1 new · 0 moved · 0 judged otherwise · 0 gone · 2 same\n", b.String(), "one origin alone states it")
	b.Reset()
	require.NoError(t, report.WriteChanges(&b, before, after, true))
	assert.Contains(t, b.String(), "NEW  F03  single  where · sinking  (event.place)")
	assert.Equal(t, report.Gone, report.Compare(after, before)[0].Kind)
}

func TestReadRefuses(t *testing.T) {
	for _, s := range []string{"", "{", "[]", "{}", `{"schema": "concord/report/2"}`, `{"schema": "concord/report/1"} {}`} {
		_, err := report.Read(strings.NewReader(s))
		assert.Error(t, err, s)
	}
}

func TestHostileWordsInChanges(t *testing.T) {
	for _, s := range hostile() {
		after := wire(t)
		after.Story, after.Findings[0].Fingerprint, after.Findings[0].Values[0].Value, after.Findings[0].Fact = s, "k2", s, s
		var b strings.Builder
		require.NoError(t, report.WriteChanges(&b, wire(t), after, true))
		still(t, b.String())
	}
}

func FuzzRead(f *testing.F) {
	f.Add(`{"schema": "concord/report/1", "story": "a", "findings": [{"id": "F01", "values": [{"value": "2"}]}]}`, `{"schema": "concord/report/1"}`)
	f.Add(`{"schema": "concord/report/1", "findings": null}`, "{")
	f.Fuzz(func(t *testing.T, x, y string) {
		a, err := report.Read(strings.NewReader(x))
		if err != nil {
			return
		}
		b, err := report.Read(strings.NewReader(y))
		if err != nil {
			return
		}
		n := 0
		for _, c := range report.Compare(a, b) {
			if c.New != nil {
				n++
			}
		}
		if n != len(b.Findings) {
			t.Fatalf("%d of %d findings", n, len(b.Findings))
		}
	})
}

func FuzzReadBaseline(f *testing.F) {
	f.Add(`{"schema": "concord/baseline/1", "known": [{"story": "a", "fingerprint": "b", "reason": "c", "by": "d"}]}`)
	f.Fuzz(func(t *testing.T, s string) {
		b, err := report.ReadBaseline(strings.NewReader(s))
		if err != nil {
			return
		}
		var out strings.Builder
		if err := b.Write(&out); err != nil {
			t.Fatal(err)
		}
		if _, err := report.ReadBaseline(strings.NewReader(out.String())); err != nil {
			t.Fatalf("%q is written as %q: %v", s, out.String(), err)
		}
	})
}
