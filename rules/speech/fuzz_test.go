package speech

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/concord-news/concord/rules/clause"
	"github.com/concord-news/concord/rules/person"
	"github.com/concord-news/concord/rules/text"
)

// FuzzRead checks that no text panics and that attributions lie in the text, in
// order, with an outer one before those inside it.
func FuzzRead(f *testing.F) {
	f.Add(`"We left," said X. "It was 'dark'," he added.`)
	f.Add("“A\n\n“B”\n\n‘C’ according to police, X said Y told Z.")
	f.Add(`X said: "a "b" c", claims that 'it's "so`)
	f.Fuzz(func(t *testing.T, s string) {
		d := parse(s)
		got := Read(Input{Doc: d, Clauses: clause.Read(d), Quotations: FindQuotations(d), People: &person.People{}})
		check(t, d, got)
	})
}

func check(t *testing.T, d *text.Document, got []Attribution) {
	for i, a := range got {
		if a.First < 0 || a.Last > len(d.Tokens) || a.First >= a.Last || a.Start != d.Tokens[a.First].Start || a.End != d.Tokens[a.Last-1].End {
			t.Fatalf("attribution %d: %+v", i, a)
		}
		if a.Direct() && (a.Inner.Start < a.Start || a.Inner.End > a.End) {
			t.Fatalf("attribution %d: inner %+v", i, a)
		}
		if a.Outer >= i || i > 0 && got[i-1].First > a.First {
			t.Fatalf("attribution %d: out of order", i)
		}
		if a.Cue >= len(d.Tokens) || a.Speaker.Last > len(d.Tokens) {
			t.Fatalf("attribution %d: %+v", i, a)
		}
	}
	voices := Innermost(nil, got, len(d.Tokens))
	for i := range d.Tokens {
		if v := voices[i] - 1; v >= 0 && (got[v].First > i || got[v].Last <= i) {
			t.Fatalf("token %d: attribution %d does not cover it", i, v)
		}
	}
}

func BenchmarkRead(b *testing.B) {
	var all strings.Builder
	files, _ := filepath.Glob(filepath.Join(os.Getenv("CONCORD_SHARED"), "seeds", "*.txt"))
	for _, f := range files {
		text, err := os.ReadFile(f)
		if err != nil {
			b.Fatal(err)
		}
		all.Write(text)
		all.WriteString("\n\n")
	}
	if len(files) == 0 {
		all.WriteString(strings.Repeat("“The road is closed,” Ana Lorca told reporters. Officials said the bridge, which fell in May, would not be rebuilt.\n\n", 40))
	}
	d := parse(strings.Repeat(all.String(), 5))
	clauses := clause.Read(d)
	b.SetBytes(int64(len(d.Text)))
	b.ReportAllocs()
	for b.Loop() {
		Read(Input{Doc: d, Clauses: clauses, Quotations: FindQuotations(d), People: &person.People{}})
	}
}
