package quantity

import (
	"bufio"
	"encoding/json"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/concord-news/concord/corpus"
	"github.com/concord-news/concord/rules/mention"
	"github.com/concord-news/concord/rules/text"
)

// shared returns a path under the folder that CONCORD_SHARED names, which holds
// the labelled data that is no part of this repository.
func shared(t *testing.T, name string) string {
	t.Helper()
	dir := os.Getenv("CONCORD_SHARED")
	if dir == "" {
		t.Skip("CONCORD_SHARED is not set: no labelled data to measure on")
	}
	return filepath.Join(dir, name)
}

type goldMention struct {
	Kind, Text string
	Start, End int
	Value      json.RawMessage
}

// value returns a gold value as it is written, without quotation marks.
func (g goldMention) value() string { return strings.Trim(string(g.Value), `"`) }

// right reports whether m reads g: one value, or both ends of a range, with
// percentages as 20 or 0.2.
func (g goldMention) right(m mention.Mention) bool {
	near := func(p, q float64) bool {
		return p == q || math.Abs(p-q) <= 1e-6*math.Max(1, math.Abs(q))
	}
	lo, hi := m.Quantity.Low, m.Quantity.High
	v := strings.ReplaceAll(g.value(), ",", "")
	if g.Kind == "numberrange" {
		ends := strings.Split(strings.Trim(g.value(), "[]()"), ",")
		want := func(s string, open float64) float64 {
			if f, err := strconv.ParseFloat(s, 64); err == nil {
				return f
			}
			return open
		}
		return len(ends) == 2 && near(lo, want(ends[0], math.Inf(-1))) && near(hi, want(ends[1], math.Inf(1)))
	}
	f, err := strconv.ParseFloat(strings.TrimSuffix(v, "%"), 64)
	return err == nil && (near(lo, f) && near(hi, f))
}

// Floors: what was measured, less a little.
func TestSharedQuantities(t *testing.T) {
	floors := map[string]float64{"number": 0.81, "numberrange": 0.94, "percentage": 1, "currency": 0.94,
		"dimension": 0.90, "age": 1, "temperature": 0.93, "ordinal": 0.90}
	file, err := os.Open(shared(t, "data/quantities.jsonl"))
	require.NoError(t, err)
	defer file.Close()
	right, all := map[string]int{}, map[string]int{}
	lines := bufio.NewScanner(file)
	for lines.Scan() {
		var line struct {
			ID, Text string
			Mentions []goldMention
		}
		require.NoError(t, json.Unmarshal(lines.Bytes(), &line))
		read := Read(text.ParseString(line.Text))
		for _, g := range line.Mentions {
			if _, ok := floors[g.Kind]; !ok {
				continue
			}
			all[g.Kind]++
			hits := slices.DeleteFunc(slices.Clone(read), func(m mention.Mention) bool {
				return !m.Overlaps(corpus.Span{Start: g.Start, End: g.End})
			})
			if slices.ContainsFunc(hits, g.right) {
				right[g.Kind]++
				continue
			}
			t.Logf("miss %s %s %q %s: %s", line.ID, g.Kind, g.Text, g.value(), show(line.Text, hits))
		}
	}
	for kind, floor := range floors {
		got := float64(right[kind]) / float64(all[kind])
		t.Logf("%-12s %3d of %3d = %.3f", kind, right[kind], all[kind], got)
		assert.GreaterOrEqual(t, got, floor, kind)
	}
}

func show(s string, ms []mention.Mention) string {
	var b strings.Builder
	for _, m := range ms {
		q := m.Quantity
		b.WriteString(" " + m.Kind.String() + " " + strconv.Quote(m.In(s)) + " " + strconv.FormatFloat(q.Low, 'g', 8, 64))
		if q.High != q.Low {
			b.WriteString(".." + strconv.FormatFloat(q.High, 'g', 8, 64))
		}
		b.WriteString(" " + m.Unit)
	}
	return b.String()
}

// TestSharedNumbers reads the hand-made list of every figure in five articles.
func TestSharedNumbers(t *testing.T) {
	raw, err := os.ReadFile(shared(t, "seeds/numbers.json"))
	require.NoError(t, err)
	var gold []struct {
		File, Text, Kind, Note, Unit string
		Low                          any `json:"value_low"`
		High                         any `json:"value_high"`
		Start                        int `json:"byte_start"`
		End                          int `json:"byte_end"`
		Approx                       bool
	}
	require.NoError(t, json.Unmarshal(raw, &gold))
	read := map[string][]mention.Mention{}
	texts := map[string]string{}
	for _, g := range gold {
		if g.Kind == "date" || g.Kind == "duration" || strings.HasPrefix(g.Note, "OPTIONAL") {
			continue
		}
		if read[g.File] == nil {
			b, err := os.ReadFile(shared(t, "seeds/"+g.File))
			require.NoError(t, err)
			texts[g.File] = string(b)
			read[g.File] = Read(text.ParseString(string(b)))
		}
		var hit *mention.Mention
		for i, m := range read[g.File] {
			if m.Start < g.End && g.Start < m.End {
				hit = &read[g.File][i]
			}
		}
		if !assert.NotNil(t, hit, "%s %d %q", g.File, g.Start, g.Text) {
			continue
		}
		said := show(texts[g.File], []mention.Mention{*hit})
		low, _ := g.Low.(float64)
		if g.Kind == "fraction" {
			low *= 100
		}
		kinds := map[string]mention.Kind{"percent": mention.Share, "fraction": mention.Share, "money": mention.Money, "number": mention.Number,
			"identifier": mention.Identifier, "ordinal": mention.Ordinal, "frequency": mention.Frequency, "multiplier": mention.Multiplier}
		assert.Equal(t, kinds[g.Kind].String(), hit.Kind.String(), "%s %q: %s", g.File, g.Text, said)
		assert.InDelta(t, low, hit.Quantity.Low, 1e-9, "%s %q: %s", g.File, g.Text, said)
		if high, ok := g.High.(float64); ok && g.Kind != "fraction" {
			assert.InDelta(t, high, hit.Quantity.High, 1e-9, "%s %q: %s", g.File, g.Text, said)
		}
		if g.Kind == "number" || g.Kind == "money" {
			assert.Equal(t, g.Unit, hit.Unit, "%s %q: %s", g.File, g.Text, said)
		}
		if g.Approx && g.Kind != "number" {
			assert.True(t, hit.Quantity.Approx, "%s %q: %s", g.File, g.Text, said)
		}
	}
}
