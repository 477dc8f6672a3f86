package checker_test

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/tools/txtar"

	"github.com/concord-news/concord/checker"
	"github.com/concord-news/concord/checker/reference"
	"github.com/concord-news/concord/corpus"
	"github.com/concord-news/concord/rules"
	"github.com/concord-news/concord/rules/catalog"
)

var update = flag.Bool("update", false, "write what is wanted anew")

// unpack writes the articles of an archive to a folder, and returns them as a
// story with the archive's reference files and what it wants.
func unpack(t *testing.T, a *txtar.Archive) (st *corpus.Story, references []string, want string) {
	t.Helper()
	dir := t.TempDir()
	story := filepath.Join(dir, "story")
	require.NoError(t, os.Mkdir(story, 0o755))
	for _, f := range a.Files {
		path := filepath.Join(story, f.Name)
		switch {
		case f.Name == "want":
			want = string(f.Data)
			continue
		case strings.HasPrefix(f.Name, "reference"):
			path = filepath.Join(dir, f.Name)
			references = append(references, path)
		}
		require.NoError(t, os.WriteFile(path, f.Data, 0o644))
	}
	stories, problems := corpus.Load([]string{story})
	require.Empty(t, problems)
	require.Len(t, stories, 1)
	return &stories[0], references, want
}

// standings writes how the values of a report stand to reference facts.
func standings(r *checker.Report) string {
	var b strings.Builder
	for i := range r.Findings {
		f := &r.Findings[i]
		for _, v := range f.Values {
			if a := v.Against; a != nil {
				fmt.Fprintf(&b, "%s: %s %q %s %s: %s\n", f.Fact, v.Article.Outlet, v.Text(), a.Standing, a.Fact.ID, a.Why)
			}
		}
	}
	return b.String()
}

// TestAgainst: each archive says in its first line what it shows.
func TestAgainst(t *testing.T) {
	builtin, err := catalog.Builtin()
	require.NoError(t, err)
	reader := rules.NewReader(builtin)
	paths, err := filepath.Glob("testdata/reference/*.txtar")
	require.NoError(t, err)
	require.NotEmpty(t, paths)
	for _, path := range paths {
		t.Run(strings.TrimSuffix(filepath.Base(path), ".txtar"), func(t *testing.T) {
			a, err := txtar.ParseFile(path)
			require.NoError(t, err)
			st, files, want := unpack(t, a)
			set, err := reference.Load(builtin, files...)
			require.NoError(t, err)
			require.NoError(t, checker.Consistent(set))
			got := standings(checker.Check(st, checker.Options{Reader: reader, References: set}))
			if *update {
				a.Files[len(a.Files)-1] = txtar.File{Name: "want", Data: []byte(got)}
				require.NoError(t, os.WriteFile(path, txtar.Format(a), 0o644))
			}
			assert.Equal(t, want, got)
		})
	}
}

// TestReferenceChangesNoVerdict: reference facts stand beside what outlets are
// found to say of each other, and make only graver what contradicts them.
func TestReferenceChangesNoVerdict(t *testing.T) {
	builtin, err := catalog.Builtin()
	require.NoError(t, err)
	a, err := txtar.ParseFile("testdata/reference/offices.txtar")
	require.NoError(t, err)
	st, files, _ := unpack(t, a)
	set, err := reference.Load(builtin, files...)
	require.NoError(t, err)
	without := checker.Check(st, checker.Options{Reader: rules.NewReader(builtin)})
	with := checker.Check(st, checker.Options{Reader: rules.NewReader(builtin), References: set})
	require.Len(t, with.Findings, len(without.Findings))
	verdicts := map[string]checker.Verdict{}
	for _, f := range without.Findings {
		verdicts[f.Fingerprint] = f.Verdict
	}
	graver := 0
	for i := range with.Findings {
		f := &with.Findings[i]
		assert.Equal(t, verdicts[f.Fingerprint], f.Verdict, f.Fact)
		if f.Contradicted() {
			graver++
			assert.Equal(t, rules.High, f.Severity, f.Fact)
		}
	}
	assert.Equal(t, 2, graver)
}

func TestConsistent(t *testing.T) {
	builtin, err := catalog.Builtin()
	require.NoError(t, err)
	const head = "subject,attribute,value,source,from,to\n"
	for _, tt := range []struct{ name, lines, want string }{
		{"one after the other", "Ilse Varn,office held,chancellor of Austria,gazette,2024-01-08,2025-05-06\nJan Oder,office held,chancellor of Austria,gazette,2025-05-06,\n", ""},
		{"two at a time", "Ilse Varn,office held,chancellor of Austria,gazette,2024-01-08,2025-05-08\nJan Oder,office held,Austrian chancellor,gazette,2025-05-06,\n",
			"x.csv:3:1: Ilse Varn and Jan Oder are both Austrian chancellor; it holds at the same time as x.csv:2"},
		{"two countries", "Ilse Varn,office held,chancellor of Austria,gazette,,\nJan Oder,office held,chancellor of Germany,gazette,,\n", ""},
		{"ministers of state", "Ilse Varn,office held,senator,gazette,,\nJan Oder,office held,senator,gazette,,\n", ""},
		{"two offices", "Ilse Varn,office held,chancellor,gazette,2024,2025\nIlse Varn,office held,opposition leader,gazette,2025,\n",
			"x.csv:3:1: office held of Ilse Varn: one person is not chancellor and opposition leader at the same time; it holds at the same time as x.csv:2"},
		{"two figures", "ferry,people killed,14 people,coastguard,,\nferry,people killed,at least 11,police,,\nferry,people killed,17,owner,,\n",
			"x.csv:4:1: people killed of ferry: 14 people and 17 people are 3 apart; it holds at the same time as x.csv:2"},
		{"figures of two days", "ferry,people killed,14,coastguard,2026-03-09,2026-03-09\nferry,people killed,17,coastguard,2026-03-10,\n", ""},
		{"figures of two stories", "ferry,people killed,14,coastguard,,\nstorm,people killed,17,coastguard,,\n", ""},
	} {
		t.Run(tt.name, func(t *testing.T) {
			facts, err := reference.Read(builtin, "x.csv", []byte(head+tt.lines))
			require.NoError(t, err)
			err = checker.Consistent(&reference.Set{Facts: facts})
			if tt.want == "" {
				assert.NoError(t, err)
			} else {
				assert.EqualError(t, err, tt.want)
			}
		})
	}
}
