package item

import (
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
)

func TestClean(t *testing.T) {
	for in, want := range map[string]string{
		"  two\t words \n\n next\u00a0line ": "two words\nnext line",
		"so\u00adft\ufeff hy\u200bphen":      "soft hyphen",
		"cafe\u0301":                         "caf\u00e9",
		"a\x00b\x07c":                        "abc",
		"bad \xff byte":                      "bad \ufffd byte",
		"\u2028":                             "",
	} {
		assert.Equal(t, want, Clean(in), "%q", in)
	}
}

func TestBuilder(t *testing.T) {
	var b Builder
	b.Headline("Bridge shut")
	b.Headline("Bridge shut again")
	b.Add(Paragraph, " \u00ad ")
	b.Add(Paragraph, "The bridge\nis shut.")
	var it Item
	b.Into(&it)
	assert.Equal(t, "Bridge shut\n\nThe bridge\nis shut.\n", it.Text)
	assert.Equal(t, []Part{{0, 11, Headline, ""}, {13, 32, Paragraph, ""}}, it.Parts)
}

func TestParseMoment(t *testing.T) {
	at := func(d, h, m int) time.Time { return time.Date(2026, 3, d, h, m, 0, 0, time.UTC) }
	for in, want := range map[string]Moment{
		"2026-03-09T08:15:00+01:00":       {at(9, 7, 15), true, "x"},
		"2026-03-09T08:15:00.000Z":        {at(9, 8, 15), true, "x"},
		"2026-03-09T08:15:00+0100":        {at(9, 7, 15), true, "x"},
		"20260309T081500Z":                {at(9, 8, 15), true, "x"},
		"2026-03-09":                      {at(9, 0, 0), false, "x"},
		"2026-03-09 00:00:00":             {at(9, 0, 0), false, "x"},
		"2026-03-09T00:00:00Z":            {at(9, 0, 0), true, "x"},
		"Mon, 09 Mar 2026 08:15:00 GMT":   {at(9, 8, 15), true, "x"},
		"Mon, 09 Mar 2026 08:15:00 EST":   {at(9, 13, 15), true, "x"},
		"Mon, 9 Mar 2026 08:15:00 +0100":  {at(9, 7, 15), true, "x"},
		"March 9, 2026":                   {at(9, 0, 0), false, "x"},
		"0001-01-01T00:00:00Z":            {},
		"Mon, 09 Mar 2026 08:15:00 NOPE9": {},
		"yesterday":                       {},
		"":                                {},
	} {
		assert.Equal(t, want, ParseMoment(in, "x"), in)
	}
}
