package measure_test

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/concord-news/concord/checker"
	"github.com/concord-news/concord/checker/measure"
	"github.com/concord-news/concord/corpus"
	"github.com/concord-news/concord/rules"
	"github.com/concord-news/concord/rules/catalog"
)

func check(t *testing.T, path string) []*checker.Report {
	t.Helper()
	stories, problems := corpus.Load([]string{path})
	require.Empty(t, problems)
	c, err := catalog.Builtin()
	require.NoError(t, err)
	var out []*checker.Report
	for i := range stories {
		out = append(out, checker.Check(&stories[i], checker.Options{Reader: rules.NewReader(c)}))
	}
	return out
}

// The floors lie just under what is reached; they are raised when it rises.
func TestExamples(t *testing.T) {
	if testing.Short() {
		t.Skip("checks every labelled story")
	}
	tests := []struct {
		set                    string
		leastFound, leastQuiet int
		// leastRight is the part of what is reported that is labelled so.
		leastRight float64
	}{
		{"labelled", 940, 1885, 0.95},
		{"long", 62, 586, 0.8},
		{"unseen", 70, 258, 0.88},
		{"fresh", 27, 114, 0.8},
		{"pairs", 57, 0, 0.925},
	}
	for _, tt := range tests {
		dir := filepath.Join("..", "..", "examples", tt.set)
		var r measure.Result
		for _, rep := range check(t, filepath.Join(dir, "stories")) {
			content, err := os.ReadFile(filepath.Join(dir, "labels", rep.Story.Name+".json"))
			require.NoError(t, err)
			labels, err := measure.Read(bytes.NewReader(content))
			require.NoError(t, err, rep.Story.Name)
			require.NoError(t, r.Add(rep, labels), rep.Story.Name)
		}
		var text strings.Builder
		require.NoError(t, r.WriteText(&text, false)) // no list: the unseen stay unseen
		assert.GreaterOrEqual(t, r.Found, tt.leastFound, "%s:\n%s", tt.set, &text)
		assert.GreaterOrEqual(t, r.QuietFound, tt.leastQuiet, "%s:\n%s", tt.set, &text)
		assert.GreaterOrEqual(t, float64(r.OnLabelled), tt.leastRight*float64(r.Reported), "%s: too much is reported that is not labelled so:\n%s", tt.set, &text)
	}
}

// story writes two articles that differ in a count and agree in a name.
func story(t *testing.T) *checker.Report {
	t.Helper()
	dir := filepath.Join(t.TempDir(), "bridge")
	require.NoError(t, os.Mkdir(dir, 0o755))
	for name, s := range map[string]string{
		"a.txt": "Mayor Ada Voss said that the flood killed 12 people in Halden on Monday.\n",
		"b.txt": "The flood killed nine people in Halden on Monday, said Ada Voss, the mayor.\n",
	} {
		require.NoError(t, os.WriteFile(filepath.Join(dir, name), []byte(s), 0o644))
	}
	return check(t, dir)[0]
}

const labels = `{"cluster": "bridge", "facts": [
 {"id": "killed", "fact": "people killed", "kind": "count", "verdict": "VERDICT", "severity": "high", "evidence": [
  {"article": "a.txt", "quote": "killed 12 people"}, {"article": "b.txt", "quote": "killed nine people"}]},
 {"id": "ground", "fact": "ground", "kind": "place", "verdict": "conflict", "severity": "low", "evidence": [
  {"article": "a.txt", "quote": "said that"}, {"article": "b.txt", "quote": "on Monday"}]}]}`

func TestAdd(t *testing.T) {
	rep := story(t)
	l, err := measure.Read(strings.NewReader(strings.Replace(labels, "VERDICT", "conflict", 1)))
	require.NoError(t, err)
	var r measure.Result
	require.NoError(t, r.Add(rep, l))
	assert.Equal(t, 2, r.Discrepancies)
	assert.Equal(t, 1, r.Found)
	assert.Equal(t, 1, r.High)
	assert.Equal(t, 1, r.HighFound)
	assert.Equal(t, r.Reported, r.OnLabelled)
	require.Len(t, r.Notes, 1)
	assert.Equal(t, measure.Missed, r.Notes[0].What)
	assert.Equal(t, "ground", r.Notes[0].Fact)
}

func TestAddAlarm(t *testing.T) {
	rep := story(t)
	l, err := measure.Read(strings.NewReader(strings.Replace(labels, "VERDICT", "agree", 1)))
	require.NoError(t, err)
	var r measure.Result
	require.NoError(t, r.Add(rep, l))
	assert.Equal(t, 1, r.OnQuiet)
	assert.Less(t, r.OnLabelled, r.Reported)
}

func TestReadRefuses(t *testing.T) {
	tests := []struct{ from, to, want string }{
		{"VERDICT", "wrong", `fact "killed": verdict "wrong"; legal: conflict, changed, disputed, compatible, agree`},
		{`"high"`, `"grave"`, `fact "killed": severity "grave"; legal: high, low`},
		{`"id": "ground"`, `"id": "killed"`, `fact "killed": another has this id`},
		{`"kind"`, `"sort"`, `unknown field "sort"`},
		{`, {"article": "b.txt", "quote": "killed nine people"}`, "", `fact "killed": evidence: 1 rows`},
	}
	for _, tt := range tests {
		s := strings.Replace(labels, tt.from, tt.to, 1)
		_, err := measure.Read(strings.NewReader(strings.Replace(s, "VERDICT", "conflict", 1)))
		assert.ErrorContains(t, err, tt.want)
	}
}

func TestAddRefusesForeignLabels(t *testing.T) {
	rep := story(t)
	for from, want := range map[string]string{"killed 12 people": "does not have the words", "a.txt": "the story has no article"} {
		l, err := measure.Read(strings.NewReader(strings.Replace(strings.Replace(labels, "VERDICT", "conflict", 1), from, "absent", 1)))
		require.NoError(t, err)
		var r measure.Result
		assert.ErrorContains(t, r.Add(rep, l), want)
		assert.Zero(t, r)
	}
}

func FuzzRead(f *testing.F) {
	f.Add([]byte(labels))
	f.Add([]byte(`{"facts": [{"id": ""}]}`))
	f.Fuzz(func(t *testing.T, b []byte) {
		if l, err := measure.Read(bytes.NewReader(b)); err == nil {
			for _, x := range l.Facts {
				assert.GreaterOrEqual(t, len(x.Evidence), 2)
			}
		}
	})
}
