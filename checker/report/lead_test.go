package report

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/concord-news/concord/checker"
	"github.com/concord-news/concord/corpus"
	"github.com/concord-news/concord/rules"
)

// TestLead: the readings on which the verdict rests come first, an outlet stands
// once beside its reading, and the rest is counted.
func TestLead(t *testing.T) {
	st := &corpus.Story{}
	value := func(outlet, reading string, decides bool) checker.Value {
		a := &corpus.Article{ID: outlet + ".txt", Outlet: outlet, Text: reading}
		st.Articles = append(st.Articles, a)
		return checker.Value{Article: a, Span: corpus.Span{End: len(reading)}, Reading: reading, Decides: decides}
	}
	f := checker.Finding{ID: "F01", Fact: "seats", Rule: &rules.Rule{Compare: rules.Compare{By: rules.ByFigure}}, Values: []checker.Value{
		value("Echo", "10 seats", false), value("Post", "12 seats", true), value("Sun", "14 seats", true),
		value("Moon", "12 seats", false), value("Star", "15 seats", false), value("Wire", "16 seats", false),
	}}
	b := newPageBuilder(&checker.Report{Story: st, Findings: []checker.Finding{f}}, Run{})
	assert.Equal(t, lead{
		ID: "F01", Verdict: "conflict", Class: "v-conflict", Fact: "seats", More: 1,
		Sides: []leadSide{{"12 seats", "Post, Moon"}, {"14 seats", "Sun"}, {"10 seats", "Echo"}, {"15 seats", "Star"}},
	}, b.lead(&f))
}

func TestJoinOutlets(t *testing.T) {
	assert.Equal(t, "A", joinOutlets([]string{"A"}))
	assert.Equal(t, "A, B, C, D, E, F and others", joinOutlets([]string{"A", "B", "C", "D", "E", "F", "G", "H"}))
}
