package rules

import (
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/concord-news/concord/rules/pattern"
)

// TestGuides: the guide has all that is legal, and nothing else.
func TestGuides(t *testing.T) {
	first := func(rows [][2]string) (out []string) {
		for _, r := range rows {
			assert.NotEmpty(t, r[1], r[0])
			out = append(out, r[0])
		}
		slices.Sort(out)
		return out
	}
	assert.Equal(t, slices.Sorted(slices.Values(pattern.Kinds())), first(kindRows))
	assert.Equal(t, slices.Sorted(slices.Values(Attributes())), first(attributeRows))
	assert.Equal(t, slices.Sorted(slices.Values(Comparisons())), first(comparisonRows))
	classes := map[string]*pattern.Class{}
	for _, name := range []string{"hold", "harm"} {
		c, err := pattern.NewClass(name, []string{"keep"})
		assert.NoError(t, err)
		classes[name] = c
	}
	for _, r := range markRows {
		if r[0] == "..." || r[0] == "*" || r[0][0] == '[' {
			continue // they stand between others
		}
		_, err := pattern.Compile(r[0], classes)
		assert.NoError(t, err, r[0])
	}
}
