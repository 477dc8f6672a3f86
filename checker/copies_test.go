package checker_test

import (
	"cmp"
	"slices"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/concord-news/concord/checker"
	"github.com/concord-news/concord/corpus"
	"github.com/concord-news/concord/rules"
	"github.com/concord-news/concord/rules/catalog"
)

// told is an article of an outlet that appeared at an hour of one day.
func told(id, outlet, text string, hour int) *corpus.Article {
	a := corpus.FromText(id, text)
	a.Outlet, a.OutletFrom = outlet, "manifest"
	a.Published = corpus.Published{Time: time.Date(2026, 3, 9, hour, 0, 0, 0, time.UTC), Clock: true, From: "manifest"}
	return a
}

func check(t *testing.T, articles ...*corpus.Article) *checker.Report {
	c, err := catalog.Builtin()
	require.NoError(t, err)
	slices.SortFunc(articles, func(a, b *corpus.Article) int { return cmp.Compare(a.ID, b.ID) })
	return checker.Check(&corpus.Story{Name: "story", Articles: articles}, checker.Options{Reader: rules.NewReader(c)})
}

// byRule returns the discrepancies that a rule reports.
func byRule(r *checker.Report, rule string) []checker.Finding {
	var out []checker.Finding
	for _, f := range r.Findings {
		if f.Rule.Name == rule && f.Verdict.Discrepancy() {
			out = append(out, f)
		}
	}
	return out
}

const (
	quayStart = "The ferry struck the old pier in the northern harbour shortly before dawn on Monday, killing "
	quayEnd   = " people and sinking two barges that lay beside it.\n\nThe captain said that the engine had failed twice on the way and that nobody on the bridge had seen the light.\n"
)

// TestCopyInAnotherFinding: where a rule of facts has the figure, its finding
// says that the words are one text, and there is one finding.
func TestCopyInAnotherFinding(t *testing.T) {
	r := check(t, told("a.txt", "Echo", "OSLO (AP) - "+quayStart+"7"+quayEnd, 12), told("b.txt", "Post", "OSLO (AP) - "+quayStart+"5"+quayEnd, 12))
	assert.Empty(t, byRule(r, "copy.figure"))
	killed := byRule(r, "casualties.killed")
	require.Len(t, killed, 1)
	assert.Contains(t, killed[0].Why, `the same text of AP, word for word, but "7" in Echo and "5" in Post: 7 people and 5 people are 2 apart`)
}

// TestCopiesInOrder: the earlier figure is named first, and copies further apart
// than news lasts are not held against each other.
func TestCopiesInOrder(t *testing.T) {
	text := func(n string) string {
		return "The ferry line opened its new quay in the northern harbour on Monday with " + n + " berths and a hall for travellers that had been promised for years.\n"
	}
	a, b := told("a.txt", "Echo", text("7"), 18), told("b.txt", "Post", text("5"), 12)
	found := byRule(check(t, a, b), "copy.figure")
	require.Len(t, found, 1)
	assert.Contains(t, found[0].Why, `"5" in Post and "7" in Echo`)
	assert.Equal(t, rules.High, found[0].Severity)
	assert.Equal(t, "2", found[0].Gap)
	b.Published.Time = b.Published.Time.AddDate(0, -3, 0)
	assert.Empty(t, byRule(check(t, a, b), "copy.figure"))
	same := told("b.txt", "Echo", text("5"), 12)
	same.Published = corpus.Published{}
	assert.Len(t, byRule(check(t, a, same), "copy.figure"), 1, "one outlet, times not known")
}
