package report_test

import (
	"bytes"
	"encoding/json"
	"math"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/concord-news/concord/checker/report"
	"github.com/concord-news/concord/corpus"
	"github.com/concord-news/concord/rules"
	"github.com/concord-news/concord/rules/mention"
)

// reading is what a reader could make of one sentence, made by hand.
func reading() *rules.Reading {
	a := &corpus.Article{ID: "ferry.txt", Outlet: "The Harbour Post", Text: "The Alba sank on\nMonday with more than 40 people aboard, \x1b[31mpolice said.\n"}
	a.Published = corpus.Published{Time: time.Date(2026, 3, 10, 0, 0, 0, 0, time.UTC), From: "dateline"}
	day := time.Date(2026, 3, 9, 0, 0, 0, 0, time.UTC)
	aboard := mention.Quantity{Low: 40, High: math.Inf(1), Bound: mention.MoreThan, Hedge: "more than", Step: 10}
	rule := &rules.Rule{
		Name: "ferry.aboard", Fact: "{people} aboard · {ship.entity}", Compare: rules.Compare{By: rules.ByFigure},
		Key: []rules.KeyPart{{Slot: "people", Attribute: "lemma"}, {Slot: "ship", Attribute: "entity"}},
	}
	return &rules.Reading{
		Article: a,
		Mentions: []mention.Mention{
			{Span: corpus.Span{Start: 17, End: 23}, Kind: mention.Date, Timex: "2026-03-09", Period: mention.Period{From: day, To: day.AddDate(0, 0, 1)}},
			{Span: corpus.Span{Start: 29, End: 48}, Kind: mention.Number, Quantity: aboard, Unit: "people"},
			{Span: corpus.Span{Start: 0, End: 8}, Kind: mention.Number, Quantity: mention.NoValue(), Unit: "ship"},
			{Span: corpus.Span{Start: 4, End: 8}, Kind: mention.Organisation, Name: "Alba", Entity: 1},
		},
		Facts: []rules.Fact{{
			Rule: rule, Evidence: corpus.Span{Start: 29, End: 55}, Sentence: corpus.Span{Start: 0, End: len(a.Text) - 1},
			Key:   []rules.KeyValue{{Value: "people", Show: "people"}, {Value: "alba", Show: "Alba", Entity: 1}},
			Value: rules.Value{Figure: aboard, Unit: "people"}, Voice: rules.Voice{Speaker: "police"},
		}},
	}
}

func TestReadingTable(t *testing.T) {
	var b bytes.Buffer
	require.NoError(t, report.ReadingTable(&b, reading(), report.ReadingOptions{Width: 100}))
	golden(t, "reading.txt", b.Bytes())
	assert.NotContains(t, b.String(), "\x1b")
}

func TestReadingJSON(t *testing.T) {
	var b bytes.Buffer
	require.NoError(t, report.ReadingJSON(&b, reading()))
	golden(t, "reading.jsonl", b.Bytes())
	assert.Equal(t, 1, bytes.Count(b.Bytes(), []byte("\n")), "one line a text")
	var got report.Reading
	require.NoError(t, json.Unmarshal(b.Bytes(), &got))
	require.Len(t, got.Mentions, 4)
	assert.Nil(t, got.Mentions[1].High, "an open end is null")
	assert.Nil(t, got.Mentions[2].Low, "no value is null, never 0")
}
