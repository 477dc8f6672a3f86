package main

import (
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/concord-news/concord/corpus"
)

func TestParseLine(t *testing.T) {
	for _, tc := range []struct {
		name, line, wrong string
		published         time.Time
		clock             bool
	}{
		{name: "a day", line: `{"id":"1","text":"x","date":"2026-03-11"}`, published: time.Date(2026, 3, 11, 0, 0, 0, 0, time.UTC)},
		{name: "a time in another zone", line: `{"id":"1","text":"x","date":"2026-03-11T01:30:00+02:00"}`, published: time.Date(2026, 3, 10, 23, 30, 0, 0, time.UTC), clock: true},
		{name: "a time without zone", line: `{"id":"1","text":"x","date":"2026-03-11T08:00:00"}`, published: time.Date(2026, 3, 11, 8, 0, 0, 0, time.UTC), clock: true},
		{name: "the name of temporal corpora", line: `{"id":"1","text":"x","dct":"1998-08-07"}`, published: time.Date(1998, 8, 7, 0, 0, 0, 0, time.UTC)},
		{name: "no date", line: `{"id":"1","text":"x","date":null,"label":"other fields"}`},
		{name: "no object", line: `[1]`, wrong: `want {"id", "text", "date"}`},
		{name: "no text", line: `{"id":"1"}`, wrong: "no text"},
		{name: "a time to the minute", line: `{"id":"1","text":"x","date":"1998-12-05T09:42"}`, published: time.Date(1998, 12, 5, 9, 42, 0, 0, time.UTC), clock: true},
		{name: "a day as data bases write it", line: `{"id":"1","text":"x","date":"1998-12-05T00:00:00"}`, published: time.Date(1998, 12, 5, 0, 0, 0, 0, time.UTC)},
		{name: "a day without hyphens", line: `{"id":"1","text":"x","date":"19981205"}`, published: time.Date(1998, 12, 5, 0, 0, 0, 0, time.UTC)},
		{name: "not UTF-8", line: "{\"id\":\"1\",\"text\":\"\xff\"}", wrong: "not UTF-8"},
	} {
		t.Run(tc.name, func(t *testing.T) {
			a, err := parseLine([]byte(tc.line))
			if tc.wrong != "" {
				require.ErrorContains(t, err, tc.wrong)
				return
			}
			require.NoError(t, err)
			assert.Equal(t, "x", a.Text)
			assert.Equal(t, tc.published, a.Published.Time)
			assert.Equal(t, tc.clock, a.Published.Clock)
		})
	}
}

// TestParseLineWithoutDate: a wrong date does not lose the text.
func TestParseLineWithoutDate(t *testing.T) {
	a, err := parseLine([]byte(`{"id":"1","text":"x","date":"tomorrow"}`))
	require.ErrorContains(t, err, `date "tomorrow" is passed over; legal: `)
	require.NotNil(t, a)
	assert.False(t, a.Published.Known())
}

// TestParseLineKeepsAll: a line of a data set is read whole, however much parts
// of it look like the furniture of a page.
func TestParseLineKeepsAll(t *testing.T) {
	for _, text := range []string{"Share this story", `The ferry Alba sank off Dunmore on Monday, the owner said.\n\nShare this story`} {
		a, err := parseLine([]byte(`{"id":"1","text":"` + text + `"}`))
		require.NoError(t, err)
		require.NotEmpty(t, a.Blocks)
		for _, b := range a.Blocks {
			assert.NotEqual(t, corpus.Furniture, b.Kind, b.In(a.Text))
		}
	}
}

func FuzzParseLine(f *testing.F) {
	f.Add([]byte(`{"id":"1","text":"Two ships sank on Monday.","date":"2026-03-11"}`))
	f.Add([]byte(`{"text":"\ud800\u0000","date":"2026"}`))
	f.Fuzz(func(t *testing.T, line []byte) {
		a, err := parseLine(line)
		if a == nil && err == nil {
			t.Fatalf("article %v, error %v", a, err)
		}
	})
}
