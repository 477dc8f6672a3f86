package rules_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/concord-news/concord/rules"
	"github.com/concord-news/concord/rules/text"
)

// TestPhraseBeginsWithWhatStandsFirst holds that a pattern which may begin with a
// name is not matched behind it.
func TestPhraseBeginsWithWhatStandsFirst(t *testing.T) {
	rule := strings.NewReplacer(`"<n:number> {span}"`, `"[<owner:place> 's] {span} (worth | of) <n:money>"`, `[n.predicate, "n.owner?"]`, `['"bridges"']`)
	c, err := load(rule.Replace(good))
	require.NoError(t, err)
	r := rules.NewReader(c).Read(text.ParseString("They sold Germany's bridge worth $300 million.").Article)
	require.Len(t, r.Facts, 1)
	assert.Equal(t, "Germany's bridge worth $300 million", r.Facts[0].Evidence.In(r.Article.Text))
}
