package clause

import (
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/concord-news/concord/rules/syntax"
	"github.com/concord-news/concord/rules/syntax/dep"
	"github.com/concord-news/concord/rules/text"
)

// newsText is an article of the shared development data where there is one,
// else the annotated sentences.
func newsText(b *testing.B) string {
	b.Helper()
	var all strings.Builder
	files, _ := filepath.Glob(filepath.Join(os.Getenv("CONCORD_SHARED"), "seeds", "*.txt"))
	if len(files) == 0 {
		files = []string{"testdata/clauses.txt"}
	}
	for _, f := range files {
		text, err := os.ReadFile(f)
		if err != nil {
			b.Fatal(err)
		}
		all.Write(text)
		all.WriteString("\n\n")
	}
	return strings.Repeat(all.String(), 5)
}

// TestWordSalad reads random words with random tags: none may panic, hang or
// make clauses that hang on themselves.
func TestWordSalad(t *testing.T) {
	if testing.Short() {
		t.Skip("reads thousands of random sentences")
	}
	words := strings.Fields(`the a police said that who which , , . " ' ( ) - : ; ? and or but by of to in not no
		been to be have had do did will would 5 $ % 's n't man men killed killing kill it he Norland Monday
		May percent more than at least if as when without failed there what whose neither nor both such`)
	random := rand.New(rand.NewPCG(1, 2))
	for range 4000 {
		var b strings.Builder
		for range random.IntN(60) {
			b.WriteString(words[random.IntN(len(words))])
			if random.IntN(5) > 0 {
				b.WriteByte(' ')
			}
		}
		tags := make([]byte, random.IntN(40))
		for i := range tags {
			tags[i] = byte(random.IntN(256))
		}
		readAny(t, b.String(), tags)
	}
}

func BenchmarkRead(b *testing.B) {
	d := parse(newsText(b))
	b.SetBytes(int64(len(d.Text)))
	b.ReportAllocs()
	for b.Loop() {
		Read(d)
	}
}

// BenchmarkReadTrees reads clauses off trees that are there; parsing before it
// is measured in package syntax.
func BenchmarkReadTrees(b *testing.B) {
	d := parse(newsText(b))
	trees := syntax.Trees(d)
	b.SetBytes(int64(len(d.Text)))
	b.ReportAllocs()
	for b.Loop() {
		ReadTrees(d, trees)
	}
}

// FuzzRead checks that no text, whatever its tags, panics, and that every
// clause lies in its sentence.
func FuzzRead(f *testing.F) {
	f.Add("Police arrested four men, who denied killing two tourists.", []byte{1, 2, 3})
	f.Add("\"We left,\" said X. Did he? If so - (no); what they both had was by of to that.", []byte{})
	f.Add("Norland to and or nor neither to be, been to have had not to; that that which who whose.", []byte{30, 9, 12, 24, 22})
	f.Fuzz(readAny)
}

// readAny reads s with some of its tags replaced, and checks what comes out.
func readAny(t *testing.T, s string, tags []byte) {
	d := text.ParseString(s)
	syntax.Tag(d)
	for i := range d.Tokens {
		if len(tags) > 0 && i%3 > 0 {
			d.Tokens[i].Fine = text.Fine(tags[i%len(tags)] % 37)
			d.Tokens[i].Tag = text.Tag(tags[(i*7)%len(tags)] % 17)
		}
	}
	sound(t, d, Read(d))
	sound(t, d, ReadTrees(d, syntax.Trees(d)))
	sound(t, d, ReadTrees(d, brokenTrees(d, tags)))
	for i := range d.Sentences {
		for _, p := range Analyse(d).Phrases(i) {
			Chain(d, p)
			Apposition(d, p)
			Possessor(d, p)
			Of(d, p)
			for range Modifiers(d, p) {
			}
		}
	}
}

// brokenTrees makes trees of any relations whatever, with a root and no cycle.
func brokenTrees(d *text.Document, tags []byte) []dep.Tree {
	out := make([]dep.Tree, len(d.Sentences))
	for i, s := range d.Sentences {
		for k := range s.Last - s.First {
			b := byte(k)
			if len(tags) > 0 {
				b = tags[k%len(tags)] + byte(k/len(tags))
			}
			out[i].Heads = append(out[i].Heads, int32(k)-1-int32(int(b)%(k+1)%5))
			out[i].Relations = append(out[i].Relations, dep.Relation(int(b)%dep.Count))
			if k > 0 {
				out[i].Heads[k] = max(0, out[i].Heads[k])
			} else {
				out[i].Heads[k] = -1
			}
		}
	}
	return out
}

// sound checks that clauses lie in their sentences and hang on no clause below
// them.
func sound(t *testing.T, d *text.Document, clauses []Clause) {
	t.Helper()
	for i, c := range clauses {
		s := d.Sentences[c.Sentence]
		if c.Verb < s.First || c.Verb >= s.Last || c.First < s.First || c.Last > s.Last || c.First > c.Verb || c.Last <= c.Verb {
			t.Fatalf("clause %d: tokens %d to %d, verb %d, outside sentence %d to %d", i, c.First, c.Last, c.Verb, s.First, s.Last)
		}
		if c.Parent >= len(clauses) || c.Parent == i {
			t.Fatalf("clause %d hangs on %d of %d", i, c.Parent, len(clauses))
		}
		for n, p := 0, c.Parent; p >= 0; n, p = n+1, clauses[p].Parent {
			if n > len(clauses) {
				t.Fatalf("clause %d hangs on itself", i)
			}
		}
		phrases := slices.Concat(c.Agents, c.Patients, c.Recipients)
		if !c.Complement.None() {
			phrases = append(phrases, c.Complement)
		}
		for _, o := range c.Obliques {
			phrases = append(phrases, o.Phrase)
		}
		for _, p := range phrases {
			if p.Head < p.First || p.Head >= p.Last || p.First < s.First || p.Last > s.Last {
				t.Fatalf("clause %d: phrase %v", i, p)
			}
		}
	}
}
