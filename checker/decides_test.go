package checker

import (
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/concord-news/concord/corpus"
	"github.com/concord-news/concord/rules"
	"github.com/concord-news/concord/rules/catalog"
)

// TestDecides: a verdict on two articles rests on two of the values, and they are
// those of which the reason speaks.
func TestDecides(t *testing.T) {
	stories, problems := corpus.Load([]string{filepath.Join("..", "examples", "security-talks")})
	require.Empty(t, problems)
	c, err := catalog.Builtin()
	require.NoError(t, err)
	r := Check(&stories[0], Options{Reader: rules.NewReader(c)})
	checked := 0
	for _, f := range r.Findings {
		if f.Rule.Name == "copy.figure" || f.Verdict != Conflict && f.Verdict != Changed && f.Verdict != Disputed {
			continue
		}
		n := 0
		for _, v := range f.Values {
			if v.Decides {
				n++
				assert.Contains(t, f.Why, v.Article.Outlet, f.Fact)
			}
		}
		assert.Equal(t, 2, n, f.Fact)
		checked++
	}
	assert.GreaterOrEqual(t, checked, 3)
}
