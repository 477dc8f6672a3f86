package checker_test

import (
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/concord-news/concord/checker"
	"github.com/concord-news/concord/corpus"
	"github.com/concord-news/concord/rules"
	"github.com/concord-news/concord/rules/catalog"
)

// row writes a finding with its readings: "compatible share.held: ~80% kept, ...".
func row(f *checker.Finding) string {
	var readings []string
	for _, v := range f.Values {
		readings = append(readings, v.Reading)
	}
	return f.Verdict.String() + " " + f.Rule.Name + ": " + strings.Join(readings, ", ")
}

// TestOneRow: the figures of the example that a rule with patterns reads stand in
// one row each, with what other rules have besides.
func TestOneRow(t *testing.T) {
	stories, problems := corpus.Load([]string{filepath.Join("..", "examples", "security-talks")})
	require.Empty(t, problems)
	c, err := catalog.Builtin()
	require.NoError(t, err)
	r := checker.Check(&stories[0], checker.Options{Reader: rules.NewReader(c)})
	var got []string
	for i := range r.Findings {
		if f := &r.Findings[i]; f.Rule.Compare.By == rules.ByFigure && f.Verdict != checker.Single {
			got = append(got, row(f))
			if f.Rule.Name == "share.held" {
				assert.Contains(t, f.Why, "parts of one whole")
				assert.Contains(t, f.Why, "Eastgate Monitor and The Lantern")
				assert.Equal(t, 3, f.Origins)
			}
		}
	}
	assert.Contains(t, got, "compatible share.held: just under 20% held, ~19–20% held, ~80% kept")
	assert.Contains(t, got, "changed casualties.killed: 11 or more people, 14 people, 11 or more people, 14 people, 14 people")
	for _, g := range got {
		assert.NotContains(t, g, "figure.share")
		assert.NotContains(t, g, "casualties.killed.whole")
	}
}

// TestRefusedIsNoConflict: a rule that reads every date does not overrule one that
// has reason not to compare.
func TestRefusedIsNoConflict(t *testing.T) {
	r := check(t,
		corpus.FromText("a.txt", "The pupils were abducted in March 2021 from their dormitory. Some have come home since."),
		corpus.FromText("b.txt", "Other pupils were kidnapped by the raiders in July 2023. Some have come home."))
	var got []string
	for i := range r.Findings {
		if f := &r.Findings[i]; f.Rule.Compare.By == rules.ByDate && f.Verdict != checker.Single {
			got = append(got, row(f))
		}
	}
	assert.Equal(t, []string{"not-compared date.abduction: 2021-03-01 to 2021-03-31, 2023-07-01 to 2023-07-31"}, got)
}

// TestUsersRuleIsKept: of two rules that find the same, the one that users laid over
// the built-in ones stands.
func TestUsersRuleIsKept(t *testing.T) {
	builtin, err := catalog.Builtin()
	require.NoError(t, err)
	c, err := builtin.Extend(fstest.MapFS{"zone.vessels/rule.yaml": {Data: []byte(`summary: crates
reports: Crates.
silent: Nothing else.
why: Trade.
kind: count
severity: high
read:
  - phrase: "injure <hurt:number> passenger"
    value: hurt
  - phrase: "<hurt:number> passenger be (hurt | injure)"
    value: hurt
fact: "hurt aboard"
key: ['"aboard"']
compare: {by: figure, exact: true}
`)}}, ".")
	require.NoError(t, err)
	r := checker.Check(&corpus.Story{Articles: []*corpus.Article{
		told("a.txt", "Echo", "A tram left its rails in Varl and injured 14 passengers.", 12),
		told("b.txt", "Post", "17 passengers were injured when a tram left its rails in Varl.", 12),
	}}, checker.Options{Reader: rules.NewReader(c)})
	var got []string
	for i := range r.Findings {
		if f := &r.Findings[i]; f.Rule.Compare.By == rules.ByFigure {
			got = append(got, row(f))
		}
	}
	assert.Equal(t, []string{"conflict zone.vessels: 14 passengers, 17 passengers"}, got)
}

// TestAgesAreNoPeople: an age stands in the words for a number of people, and is
// none of them where it is the same figure.
func TestAgesAreNoPeople(t *testing.T) {
	r := check(t,
		corpus.FromText("a.txt", "Six people, including a weaver and her 6-year-old niece, were hurt when a stage fell in Varl."),
		corpus.FromText("b.txt", "Six people, among them a weaver and her 6-year-old niece, were hurt when a stage fell in Varl."),
		corpus.FromText("c.txt", "A stage fell in Varl and hurt six people. A 6-year-old niece of a weaver was among them."))
	found := false
	for i := range r.Findings {
		f := &r.Findings[i]
		if f.Rule.Name != "casualties.injured" {
			continue
		}
		found = true
		for _, v := range f.Values {
			assert.Equal(t, "6 people", v.Reading)
		}
	}
	assert.True(t, found)
}
