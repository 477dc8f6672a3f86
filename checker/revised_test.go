package checker_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/concord-news/concord/checker"
	"github.com/concord-news/concord/corpus"
)

// TestLatestVersionSpeaks: an outlet that put its figure right agrees with the
// others, and what it said before is a change and no conflict.
func TestLatestVersionSpeaks(t *testing.T) {
	first := told("echo-1.txt", "Echo", quayStart+"5"+quayEnd, 8)
	second := told("echo-2.txt", "Echo", quayStart+"7"+quayEnd, 12)
	other := told("post.txt", "Post", "A ferry hit a pier in Ellery on Monday, killing 7 people.\n", 13)
	first.URI, first.Version, second.URI, second.Version = "urn:1", "1", "urn:1", "2"
	r := check(t, first, second, other)
	killed := byRule(r, "casualties.killed")
	require.Len(t, killed, 1)
	assert.Equal(t, checker.Changed, killed[0].Verdict)
	assert.Equal(t, `Echo changed "killing 5 people" to "killing 7 people": the later version speaks`, killed[0].Why)
	assert.Len(t, killed[0].Values, 3)
	assert.Equal(t, 2, killed[0].Origins)
	assert.Equal(t, 0, r.Count(checker.Conflict))
	assert.Equal(t, 2, r.Origins)
	require.Len(t, r.Versions, 1)
	assert.Equal(t, second, r.ReplacedBy(first))
	assert.Nil(t, r.ReplacedBy(second))

	third := told("echo-3.txt", "Echo", quayStart+"7"+quayEnd, 14)
	third.URI, third.Version = "urn:1", "3"
	r = check(t, first, second, third)
	require.Len(t, r.Versions, 2)
	assert.Empty(t, r.Versions[1].Edits)
	require.Len(t, byRule(r, "casualties.killed"), 1)
	assert.Equal(t, 1, r.Origins)

	r = check(t, second, told("post.txt", "Post", "A ferry hit a pier in Ellery on Monday, killing 9 people.\n", 10), first)
	conflict := byRule(r, "casualties.killed")
	require.Len(t, conflict, 1)
	assert.Equal(t, checker.Conflict, conflict[0].Verdict, "the latest is at odds with another outlet")
	assert.Contains(t, conflict[0].Why, "the later version speaks")
}

// TestWithdrawn: what only an earlier version says is no finding, and shows in
// the versions.
func TestWithdrawn(t *testing.T) {
	first, second := told("a.txt", "Echo", quayStart+"5"+quayEnd, 8), told("b.txt", "Echo", "A ferry hit a pier in Ellery on Monday.\n", 12)
	first.URL, second.URL = "https://echo.example/x", "https://echo.example/x"
	r := check(t, first, second)
	assert.Empty(t, byRule(r, "casualties.killed"))
	require.Len(t, r.Versions, 1)
	assert.NotEmpty(t, r.Versions[0].Edits)
}

// TestNoVersions: two articles of one outlet with other texts both speak.
func TestNoVersions(t *testing.T) {
	a := told("a.txt", "Echo", quayStart+"5"+quayEnd, 8)
	b := told("b.txt", "Echo", "Divers went down to the barges on Tuesday. The ferry line says that 7 people were killed.\n", 12)
	assert.Empty(t, check(t, a, b).Versions)
	assert.Empty(t, check(t, []*corpus.Article{a}...).Versions)
}
