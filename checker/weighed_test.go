package checker

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/concord-news/concord/checker/weigh/figureclues"
	"github.com/concord-news/concord/corpus"
)

// flooded is two articles on one flood that count the sheep otherwise.
func flooded() *corpus.Story {
	st := &corpus.Story{Name: "flood"}
	for outlet, text := range map[string]string{
		"Gull":  "The flood in Varl drowned 540 sheep of the abbey farm. Two shepherds got away.\n",
		"North": "On Monday 450 sheep of the abbey farm drowned in the flood in Varl, where 12 barns stood. Two shepherds got away.\n",
	} {
		a := corpus.FromText(outlet+".txt", text)
		a.Outlet, a.OutletFrom = outlet, "manifest"
		st.Articles = append(st.Articles, a)
	}
	if st.Articles[0].Outlet != "Gull" {
		st.Articles[0], st.Articles[1] = st.Articles[1], st.Articles[0]
	}
	return st
}

func TestWeighed(t *testing.T) {
	found := 0
	for _, f := range Check(flooded(), reader(t)).Findings {
		if f.Verdict == Conflict {
			found++
			assert.Equal(t, "figure.count", f.Rule.Name)
			assert.Regexp(t, `540 sheep .* and 450 sheep .* are 80 apart; told of one thing by \+\d\.\d points, \+0\.4 asked: (.+ [+−]\d\.\d, ){3}all else [+−]\d\.\d$`, f.Why)
		}
	}
	assert.Equal(t, 1, found)
}

func TestFigurePairs(t *testing.T) {
	var swapped []FigurePair
	for _, p := range FigurePairs(flooded(), reader(t)) {
		if p.Clues[figureclues.Swapped] == 1 {
			swapped = append(swapped, p)
		}
	}
	require.Len(t, swapped, 1)
	p := swapped[0]
	for i, want := range []string{"540 sheep", "450 sheep"} {
		assert.Equal(t, want, p.Places[i].In(p.Places[i].Article.Text))
	}
	assert.InDelta(t, 1, p.Clues[figureclues.Nouns], 0, "of one noun")
	assert.InDelta(t, 1.2, p.Clues[figureclues.Times], 1e-9, "540 is 1.2 times 450")
	assert.InDelta(t, 90, p.Clues[figureclues.Difference], 0)
	assert.Zero(t, p.Clues[figureclues.Both], "neither article has the other's figure")
	assert.GreaterOrEqual(t, figureclues.Trees().Points(p.Clues[:]), asked)
}
