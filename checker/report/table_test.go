package report_test

import (
	"bytes"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/olekukonko/tablewriter/pkg/twwidth"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/concord-news/concord/checker"
	"github.com/concord-news/concord/checker/report"
	"github.com/concord-news/concord/corpus"
	"github.com/concord-news/concord/rules"
)

var update = flag.Bool("update", false, "write the golden files anew")

func golden(t *testing.T, name string, got []byte) {
	t.Helper()
	path := filepath.Join("testdata", name)
	if *update {
		require.NoError(t, os.MkdirAll("testdata", 0o755))
		require.NoError(t, os.WriteFile(path, got, 0o644))
	}
	want, err := os.ReadFile(path)
	require.NoError(t, err)
	assert.Equal(t, string(want), string(got), "run go test ./checker/report -update where the change is meant")
}

func table(t *testing.T, r *checker.Report, opts report.TableOptions) string {
	t.Helper()
	var b bytes.Buffer
	require.NoError(t, report.Table(&b, r, opts))
	return b.String()
}

func TestTable(t *testing.T) {
	for _, width := range []int{80, 120, 200} {
		t.Run(strconv.Itoa(width), func(t *testing.T) {
			out := table(t, ferry(t), report.TableOptions{Width: width, All: true, Unread: true})
			golden(t, "table-"+strconv.Itoa(width)+".txt", []byte(out))
		})
	}
}

// TestTableFits: no line is wider than the width asked for, with colours and
// without, and every word of the evidence is there.
func TestTableFits(t *testing.T) {
	r := ferry(t)
	ansi := regexp.MustCompile("\x1b\\[[0-9;]*m")
	for width := report.MinWidth; width <= report.MaxWidth; width += 3 {
		plain := table(t, r, report.TableOptions{Width: width, All: true, Unread: true})
		for _, l := range strings.Split(plain, "\n") {
			require.LessOrEqual(t, twwidth.WidthWithOptions(l, twwidth.Options{}), width, "width %d: %q", width, l)
		}
		for _, w := range strings.Fields("killing at least four people Two died 1,200 litres 500") {
			require.Contains(t, plain, w, "width %d", width)
		}
		color := table(t, r, report.TableOptions{Width: width, All: true, Unread: true, Color: true})
		require.Contains(t, color, "\x1b[1;31mCONFLICT\x1b[0m")
		require.Equal(t, strip(plain), strip(ansi.ReplaceAllString(color, "")), "colours change no word")
	}
}

func strip(s string) string { return strings.Join(strings.Fields(s), " ") }

func TestTableShowsWhatIsAsked(t *testing.T) {
	r := ferry(t)
	short := table(t, r, report.TableOptions{Width: 120})
	assert.NotContains(t, short, "F03", "what one origin states is counted, not shown")
	assert.Contains(t, short, "2 conflict · 0 changed · 0 disputed · 0 compatible · 0 agree · 1 single")
	assert.Contains(t, short, "1 figure that no rule read (--unread)")
	assert.NotContains(t, short, "1,200 litres")
	assert.NotContains(t, short, "\x1b")
	all := table(t, r, report.TableOptions{Width: 120, All: true, Unread: true})
	assert.Contains(t, all, "F03")
	assert.Contains(t, all, "lantern.txt:2")
	assert.Contains(t, all, "About 1,200 litres")
	assert.Contains(t, all, "The Harbour Post = Canal Street Journal, same agency copy")
}

// TestTableOfManyCopies: the header names a few of many outlets that carry the
// same words.
func TestTableOfManyCopies(t *testing.T) {
	b := build(t)
	for i := range 40 {
		b.article(strconv.Itoa(i)+".txt", "Outlet "+strconv.Itoa(i), "A", "Words.")
	}
	out := table(t, b.r, report.TableOptions{Width: 200})
	assert.Contains(t, out, "(Outlet 0 = Outlet 1 = Outlet 2 = Outlet 3 = Outlet 4 = Outlet 5 and 34 more, same agency copy)")
}

func TestTableWithoutFindings(t *testing.T) {
	b := build(t)
	b.article("a.txt", "A", "A", "Nothing.")
	out := table(t, b.r, report.TableOptions{Width: 80})
	assert.Contains(t, out, "1 article · 1 outlet")
	assert.NotContains(t, out, "VERDICT")
}

// TestTableIsSafe: words of an article cannot drive the terminal.
func TestTableIsSafe(t *testing.T) {
	b := build(t)
	a := b.article("a\x1b[2J.txt", "Out\x07let", "A", "Two \x1b[31mred\x1b[0m\u202egnorts\u009b2J people\r\ndied\xff.")
	b.finding(checker.Finding{
		ID: "F01", Fact: "people \x1b]0;title\x07killed", Kind: "count", Verdict: checker.Conflict, Severity: rules.High, Why: "be\x08cause",
		Values: []checker.Value{b.value(a, a.Text, "2\x1b")},
	})
	b.unread(a, "red", "why\x00")
	out := table(t, b.r, report.TableOptions{Width: 200, All: true, Unread: true})
	for _, r := range out {
		if r != '\n' && (r < 0x20 || r >= 0x7f && r < 0xa0 || r == 0x202e) {
			t.Fatalf("control character %U in %q", r, out)
		}
	}
	assert.Contains(t, out, "␛[31mred␛[0m<U+202E>gnorts<U+009B>2J people died\uFFFD.")
}

func TestQuotationDifferences(t *testing.T) {
	out := strip(table(t, ferry(t), report.TableOptions{Width: 200}))
	assert.Contains(t, out, `"We saw the lights go out and then nothing,"`)
	assert.Contains(t, out, "We saw [-the lights-] {+lamps+} go [-out and-] {+out,+} then nothing,")
}

func BenchmarkTable(b *testing.B) {
	r := many(b)
	b.ReportAllocs()
	for b.Loop() {
		var buf bytes.Buffer
		if err := report.Table(&buf, r, report.TableOptions{Width: 120, All: true, Unread: true}); err != nil {
			b.Fatal(err)
		}
		b.SetBytes(int64(buf.Len()))
	}
}

// TestTableOfRepetitions: what an article states again in the same voice has
// one line with all its places, unless everything is asked for.
func TestTableOfRepetitions(t *testing.T) {
	b := build(t)
	a := b.article("a.txt", "The Harbour Post", "A", "Four people died.\nThe four dead were crew.\nOnly three died, said the owner.\nAll four are named.")
	c := b.article("b.txt", "The Lantern", "B", "Five died.")
	f := checker.Finding{ID: "F01", Fact: "people killed", Kind: "count", Severity: rules.High}
	f.Values = []checker.Value{b.value(a, "Four people", "4 people"), b.value(a, "four dead", "4 people"), b.value(a, "three", "3 people"), b.value(a, "All four", "4 people"), b.value(c, "Five", "5 people")}
	f.Values[2].Speaker = "the owner"
	b.finding(f)
	out := table(t, b.r, report.TableOptions{Width: 160})
	assert.Contains(t, out, "a.txt:1, 2, 4  own voice")
	assert.Contains(t, out, "a.txt:3        according to the owner")
	assert.NotContains(t, out, "four dead")
	all := table(t, b.r, report.TableOptions{Width: 160, All: true})
	assert.Contains(t, all, "four dead")
	assert.NotContains(t, all, "a.txt:1, 2")
}

// TestTableOfManyValues: of a finding with many values a line stands for what the
// verdict rests on and for each other article once; the rest is counted.
func TestTableOfManyValues(t *testing.T) {
	b := build(t)
	words := []string{"Three died", "Four died", "Five died", "Six died", "Seven died", "Eight died", "Nine died", "Ten died"}
	a := b.article("a.txt", "The Harbour Post", "A", strings.Join(words, ". "))
	c := b.article("b.txt", "The Lantern", "B", strings.Join(words, ". "))
	f := checker.Finding{ID: "F01", Fact: "people killed", Kind: "count", Severity: rules.High}
	for _, x := range []*corpus.Article{a, c} {
		for i, w := range words {
			f.Values = append(f.Values, b.value(x, w, fmt.Sprintf("%d people", i+3)))
		}
	}
	f.Values[6].Decides = true
	b.finding(f)
	out := table(t, b.r, report.TableOptions{Width: 160})
	assert.Contains(t, out, "Nine died", "the verdict rests on it")
	assert.Contains(t, out, "b.txt:1")
	assert.Equal(t, 1, strings.Count(out, "a.txt:1"))
	assert.NotContains(t, out, "Ten died")
	assert.Contains(t, out, "     and 14 more values of the same articles (--all)\n")
	assert.NotContains(t, table(t, b.r, report.TableOptions{Width: 160, All: true}), "more values")
}
