package markdown

import (
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/concord-news/concord/corpus/item"
)

const sample = `---
title: "Bridge shut"
outlet: The Ellery Post
date: 2026-03-09T08:15:00+01:00
author: Tom Arden
---

# Bridge shut

The [bridge](https://x.example/a_b) over the **harbour** is
*shut* until the_end_of May.[^1]

What next
---------

- First \* point
- Second ` + "`point`" + `

> Nobody _will_ pay, the mayor said.

<!-- a note
to self -->
## Why ##

#harbour is a tag.

[ref]: https://x.example
***
<p>An HTML paragraph.</p>
`

func TestRead(t *testing.T) {
	it, err := Read([]byte(sample))
	require.NoError(t, err)
	assert.Equal(t, "Bridge shut\n\nThe bridge over the harbour is\nshut until the_end_of May.\n\nWhat next\n\nFirst * point\n\nSecond point\n\n"+
		"Nobody will pay, the mayor said.\n\nWhy\n\n#harbour is a tag.\n\nAn HTML paragraph.\n", it.Text)
	assert.Equal(t, item.Heading, it.Parts[2].Kind)
	assert.Equal(t, item.Stated{Value: "The Ellery Post", From: "front matter"}, it.Outlet)
	assert.Equal(t, item.Moment{Time: time.Date(2026, 3, 9, 7, 15, 0, 0, time.UTC), Clock: true, From: "front matter"}, it.Published)

	it, err = Read([]byte("Bridge *shut*\n=====\n\nIt is shut."))
	require.NoError(t, err)
	assert.Equal(t, item.Stated{Value: "Bridge shut", From: "first heading"}, it.Title)
	assert.Equal(t, item.Headline, it.Parts[0].Kind)
}

func TestHostile(t *testing.T) {
	for name, s := range map[string]string{
		"billion laughs": "---\ntitle: x\na: &a [x,x]\nb: &b [*a,*a]\nc: [*b,*b]\n---\nText.",
		"no end":         "---\ntitle: x\nText.",
		"nesting":        strings.Repeat("> ", 100_000) + "Text.",
		"brackets":       strings.Repeat("[", 100_000) + "Text.",
		"stars":          strings.Repeat("*a ", 30_000) + "Text.",
	} {
		start := time.Now()
		it, err := Read([]byte(s))
		require.NoError(t, err, name)
		assert.Contains(t, it.Text, "Text.", name)
		assert.Less(t, time.Since(start), 5*time.Second, name)
	}
}

func TestIs(t *testing.T) {
	assert.True(t, Is([]byte(sample)))
	assert.True(t, Is([]byte("# Bridge\n\nIt is **shut**.")))
	assert.False(t, Is([]byte("# 4 in the charts\n\nIt is shut.")))
	assert.False(t, Is([]byte("---\nIt is shut.\n---\n")))
}

func FuzzRead(f *testing.F) {
	f.Add([]byte(sample))
	f.Add([]byte("```\n# x\n~~~\n- - 1. x\n===\n"))
	f.Fuzz(func(t *testing.T, b []byte) {
		if it, err := Read(b); err == nil {
			for _, p := range it.Parts {
				require.NotEmpty(t, it.Text[p.Start:p.End])
			}
		}
	})
}

func BenchmarkRead(b *testing.B) {
	src := []byte(strings.Repeat(sample[strings.Index(sample, "# "):], 50))
	b.SetBytes(int64(len(src)))
	b.ReportAllocs()
	for b.Loop() {
		_, _ = Read(src)
	}
}
