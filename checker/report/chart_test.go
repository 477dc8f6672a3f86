package report

import (
	"math"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/concord-news/concord/checker"
	"github.com/concord-news/concord/corpus"
	"github.com/concord-news/concord/rules"
)

func measured(outlet string, low, high float64) checker.Value {
	v := checker.Value{Article: &corpus.Article{Outlet: outlet}, Unit: "people", Reading: outlet + " reads"}
	if !math.IsInf(low, 0) {
		v.Low = &low
	}
	if !math.IsInf(high, 0) {
		v.High = &high
	}
	return v
}

func TestNumberLine(t *testing.T) {
	f := &checker.Finding{Rule: &rules.Rule{}, Values: []checker.Value{
		measured("A", 4, math.Inf(1)), measured("B", 2, 2), measured("C", math.Inf(-1), 10), measured("D", 6, 8),
	}}
	c := numberLine(f)
	require.NotNil(t, c)
	assert.NotEmpty(t, c.Rows[0].MoreArrow)
	assert.Empty(t, c.Rows[0].LessArrow)
	assert.NotEmpty(t, c.Rows[2].LessArrow)
	assert.True(t, c.Rows[1].Point)
	assert.Less(t, c.Rows[1].X, c.Rows[0].X)
	assert.InDelta(t, c.Rows[2].X+c.Rows[2].Width, c.Rows[3].X+2*c.Rows[3].Width, 0.5, "6 to 8 is as long as 8 to 10")
	assert.Equal(t, []string{"A", "A reads", "4", "open"}, c.Table[0])
	for _, r := range c.Rows {
		assert.GreaterOrEqual(t, r.X, float64(plotLeft))
		assert.LessOrEqual(t, r.X+r.Width, float64(plotRight))
	}
	f.Values[1].Unit = "votes"
	assert.Nil(t, numberLine(f), "different units are not on one line")
	assert.Nil(t, numberLine(&checker.Finding{Values: f.Values[:1]}), "one value is no picture")
}

func TestDayLine(t *testing.T) {
	value := func(reading string) checker.Value {
		return checker.Value{Article: &corpus.Article{Outlet: "A"}, Reading: reading}
	}
	f := &checker.Finding{Kind: "date", Values: []checker.Value{
		value("2026-03-09"), value("2026-03-01 to 2026-03-07"), value("PAST_REF"),
	}}
	c := dayLine(f)
	require.NotNil(t, c)
	assert.Equal(t, [][]string{
		{"A", "2026-03-09", "2026-03-09", "2026-03-09"}, {"A", "2026-03-01 to 2026-03-07", "2026-03-01", "2026-03-07"},
	}, c.Table, "what is no day is not drawn")
	f.Kind = "count"
	assert.Nil(t, dayLine(f))
}

func TestGrowth(t *testing.T) {
	at := func(v checker.Value, hour int) checker.Value {
		v.Article.Published = corpus.Published{Time: time.Date(2026, 3, 9, hour, 0, 0, 0, time.UTC), Clock: true}
		return v
	}
	f := &checker.Finding{Verdict: checker.Changed, Rule: &rules.Rule{}, Values: []checker.Value{
		at(measured("late", 14, 14), 20), at(measured("early", 11, 11), 7), measured("no time", 12, 12),
	}}
	c := growth(f)
	require.NotNil(t, c)
	assert.Equal(t, [][]string{
		{"2026-03-09 07:00 UTC", "early", "early reads"}, {"2026-03-09 20:00 UTC", "late", "late reads"},
	}, c.Table)
	f.Verdict = checker.Conflict
	assert.Nil(t, growth(f))
}

// TestNumberTicks: whatever the figures, a few ticks at round numbers between
// them.
func TestNumberTicks(t *testing.T) {
	for _, e := range [][2]float64{{2, 4}, {0, 1}, {97, 101}, {3, 3}, {1e9, 4.5e9}, {-5, 7}, {0.001, 0.002}, {11, 230000}, {1e15, 1e15 + 1}} {
		ticks := numberTicks(e[0], e[1])
		assert.NotEmpty(t, ticks, e)
		assert.LessOrEqual(t, len(ticks), mostTicks+1, e)
		for _, k := range ticks {
			assert.True(t, k.at >= e[0] && k.at <= e[1], "%v: %v", e, k)
		}
	}
}
