package text

import (
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/require"

	"github.com/concord-news/concord/corpus"
)

func FuzzParse(f *testing.F) {
	for _, seed := range []string{
		"", " ", ".", "...", "'", "a", "$5.", "Dr. J. Olm said “no.” Then\n\nhe left",
		"a@b.c x://y www. 1-2-3 12,34,567 1990's 'tis don’t e-", "\xff\xfe\x80 é\u0301 👩‍👩‍👧 🇫🇷 ½",
		strings.Repeat("a, ", 500), "- one\n- two\n* three", "[1] \"a\" ( b ) . . .", "U.S.'s a.m.b.c.", "it's's'd've",
		"..@a.b@c@d-", "A.A.A.A.A.A. .5 1.2.3/4:5,678 ʼs ‘s ’’", "٣٤ ４５, Ⅳ.",
		"I AM@ [NATO] z{Zz} Abcdefgh ABCDEFGHI abcdefghijklmnoP, ABCDEFGé cannOT GONna Gimme killed",
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, s string) {
		check(t, ParseString(s))
		third := len(s) / 3
		check(t, Parse(&corpus.Article{Text: s, Blocks: []corpus.Block{
			{Span: corpus.Span{Start: 0, End: third}, Kind: corpus.Headline},
			{Span: corpus.Span{Start: third, End: 2 * third}, Kind: corpus.Furniture},
			{Span: corpus.Span{Start: 2 * third, End: len(s)}},
		}}))
	})
}

// check holds d to what Parse promises.
func check(t *testing.T, d *Document) {
	at, token := 0, 0
	for _, s := range d.Sentences {
		b := d.Article.Blocks[s.Block]
		require.True(t, b.Contains(s.Span), "a sentence lies in its block")
		require.NotEqual(t, corpus.Furniture, b.Kind)
		require.Equal(t, token, s.First)
		require.Less(t, s.First, s.Last)
		require.LessOrEqual(t, s.Last-s.First, hard+64)
		require.Equal(t, s.Span, d.Span(s.First, s.Last))
		token = s.Last
	}
	require.Equal(t, len(d.Tokens), token)
	for _, b := range d.Article.Blocks {
		if b.Kind == corpus.Furniture || b.Empty() {
			continue
		}
		at = b.Start
		for len(d.Tokens) > 0 && b.Contains(d.Tokens[0].Span) {
			tok := d.Tokens[0]
			require.Greater(t, tok.Len(), 0)
			require.GreaterOrEqual(t, tok.Start, at)
			require.Equal(t, shapeByRune(tok.In(d.Text)), tok.Shape&^(SpaceBefore|SentenceStart), "%q", tok.In(d.Text))
			requireSpace(t, d.Text[at:tok.Start])
			for i, r := range d.Text[tok.Start:tok.End] {
				require.True(t, r < utf8.RuneSelf && classes[r]&space == 0 || r >= utf8.RuneSelf && classOf(r)&space == 0,
					"no white space in %q at %d", tok.In(d.Text), i)
			}
			at = tok.End
			d.Tokens = d.Tokens[1:]
		}
		requireSpace(t, d.Text[at:b.End])
	}
	require.Empty(t, d.Tokens)
}

// shapeByRune is the shape of a token by its characters one after another.
func shapeByRune(form string) (sh Shape) {
	letters, capitals := 0, 0
	for _, r := range form {
		c := classOf(r)
		if r < utf8.RuneSelf {
			c = classes[r]
		}
		if c&upper != 0 {
			if letters == 0 {
				sh |= Capital
			}
			capitals++
		}
		if c&letter != 0 {
			sh |= HasLetter
			letters++
		}
		if c&digit != 0 {
			sh |= HasDigit
		}
	}
	if letters > 1 && letters == capitals {
		sh |= AllCaps
	}
	return sh
}

// requireSpace requires that s is white space and nothing else.
func requireSpace(t *testing.T, s string) {
	for _, r := range s {
		require.True(t, r < utf8.RuneSelf && classes[r]&space != 0 || r >= utf8.RuneSelf && classOf(r)&space != 0, "%q was passed over", s)
	}
}

// sample is news-like text of about 64 kB.
func sample() string {
	const story = `The port of Velmar reopened on Tuesday after a four-day strike by 1,200 dockworkers, officials said.
"We didn't get everything," said Mr. Tomas Arle, who leads the union, "but it's a start." The deal raises pay by
4.5% in the U.S.-owned terminals, and adds $1.2 bn over three years, up from about $900m.

Ministers — who'd met on Dec. 3 at 10:30 a.m. — called the terms “fair”; Dr. Ilse Brandt’s office hasn’t commented.
`
	return strings.Repeat(story+"\n", 120)
}

func BenchmarkParse(b *testing.B) {
	s := sample()
	a := &corpus.Article{Text: s, Blocks: paragraphs(s)}
	b.SetBytes(int64(len(s)))
	b.ReportAllocs()
	for b.Loop() {
		Parse(a)
	}
}
