package names

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/concord-news/concord/rules/mention"
	"github.com/concord-news/concord/rules/text"
)

// sample is invented news of an ordinary density of names.
const sample = `Norwegian Prime Minister Ada Voss met Ukrainian officials in Oslo on Monday, two days after the European Union
agreed to lend the country more money. The talks lasted for nearly five hours and ended without a statement. Voss, who took
office in March, said that the plan was open to changes. "We are not there yet," she told reporters outside the ministry.
Her finance minister, Jonas Kant, and the chief executive of Halden Shipping Group, Petra Lindqvist, were at the table too,
according to two people who were in the room. Kant declined to comment. A spokeswoman for the company said on Tuesday that
it would publish its figures at the end of the week, as it had always done, and that nothing else had been decided.
`

func BenchmarkRead(b *testing.B) {
	d := parse(strings.Repeat(sample+"\n\n", 20))
	b.SetBytes(int64(len(d.Text)))
	b.ReportAllocs()
	for b.Loop() {
		Read(d)
	}
}

func BenchmarkOffices(b *testing.B) {
	d := parse(strings.Repeat(sample+"\n\n", 20))
	all := Read(d)
	b.SetBytes(int64(len(d.Text)))
	b.ReportAllocs()
	for b.Loop() {
		Offices(d, all)
	}
}

func BenchmarkResolve(b *testing.B) {
	var articles []Article
	size := 0
	for range 8 {
		d := parse(strings.Repeat(sample+"\n\n", 4))
		articles = append(articles, Article{Doc: d, Mentions: Read(d)})
		size += len(d.Text)
	}
	b.SetBytes(int64(size))
	b.ReportAllocs()
	for b.Loop() {
		Resolve(articles)
	}
}

func BenchmarkLoadModel(b *testing.B) {
	for b.Loop() {
		_, err := unpackModel(packedModel)
		require.NoError(b, err)
	}
}

func FuzzRead(f *testing.F) {
	for _, s := range []string{
		"", sample, "Mr.", "- A-b. Of of THE", "U.S. President, the president,", "PRESIDENT ADA VOSS IS NOT PRESIDENT", "A, B and C, envoys D and E",
		"Jr. Sr. III", "Kim Jo-un", "É\xff-Ö of of of X", "the Bank of the", "Hurricane", "X's envoy, who is president", "Ada Voss\n\nAda\n\nVoss Voss",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		for _, d := range []*text.Document{text.ParseString(s), parse(s)} {
			all := Read(d)
			for i, m := range all {
				require.Equal(t, d.Span(m.First, m.Last), m.Span)
				require.Less(t, m.First, m.Last)
				require.Equal(t, m.Kind != mention.Office, m.Entity > 0)
				if i > 0 {
					require.LessOrEqual(t, all[i-1].Start, m.Start)
				}
			}
			for _, h := range Offices(d, all) {
				require.Equal(t, mention.Person, all[h.Person].Kind)
				require.Equal(t, mention.Office, all[h.Office].Kind)
			}
			reg := Resolve([]Article{{d, all}, {d, all}})
			for _, m := range all {
				if m.Entity > 0 {
					require.Same(t, reg.Of(0, m), reg.Of(1, m))
				}
			}
		}
	})
}
