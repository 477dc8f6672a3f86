package corpus

import (
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
)

func TestInferPublished(t *testing.T) {
	for _, c := range []struct{ name, id, text, want string }{
		{"no date", "a.txt", before(""), ""},
		{"dateline without a year", "a.txt", headline + "\n\nBERLIN, Dec 15 (Agency) The bridge closed after a barge struck it, officials said.\n", ""},
		{"dateline with a year", "a.txt", headline + "\n\nBERLIN, Dec. 15, 2025 (Agency) - The bridge closed after a barge struck it.\n", "2025-12-15 dateline"},
		{"dateline and file name", "2025-12-16-post.txt", headline + "\n\nBERLIN / OSLO, Dec 15 (Agency) The bridge closed after a barge struck it.\n", "2025-12-15 dateline"},
		{"dateline over the turn of a year", "2026-01-02-post.txt", headline + "\n\nPARIS, 30 December — The bridge closed after a barge struck it.\n", "2025-12-30 dateline"},
		{"dateline and date line", "a.txt", headline + "\n\nPublished December 16, 2025\n\nBERLIN, Dec. 15 (Agency) - The bridge closed after a barge struck it.\n", "2025-12-15 dateline"},
		{"place alone", "a.txt", headline + "\n\nPARIS — The bridge closed on Dec 15 after a barge struck it, officials said.\n", ""},
		{"date line", "a.txt", before("Published December 15, 2025"), "2025-12-15 byline"},
		{"published before updated", "a.txt", before("Updated: 17 December 2025\nPublished: 15 December 2025"), "2025-12-15 byline"},
		{"iso with a time", "a.txt", before("2025-12-15T08:30:00+01:00"), "2025-12-15T07:30 byline"},
		{"iso at the end", "a.txt", after("2025-12-15"), "2025-12-15 byline"},
		{"byline with a date", "a.txt", before("By Ola Berg, 15 December 2025"), "2025-12-15 byline"},
		{"file name", "20251215_post.txt", before(""), "2025-12-15 file name"},
		{"no such day", "2025-02-30-post.txt", before(""), ""},
		{"a date in the story is none", "a.txt", headline + "\n\nThe bridge opened on December 15, 2025, and closed again a day later.\n", ""},
		{"capitals that are no dateline", "a.txt", headline + "\n\nNATO and EU ministers met on Dec 15 2025 (a Monday) to talk about the bridge.\n", ""},
	} {
		p := FromText(c.id, c.text).Published
		got := ""
		if p.Known() {
			got = p.Time.Format(time.DateOnly)
			if p.Clock {
				got = p.Time.Format("2006-01-02T15:04")
			}
			got += " " + p.From
		}
		assert.Equal(t, c.want, got, c.name)
	}
}
