package checker_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/concord-news/concord/checker"
	"github.com/concord-news/concord/corpus"
	"github.com/concord-news/concord/rules"
	"github.com/concord-news/concord/rules/catalog"
)

// printedBy returns n articles of one agency text, as that many outlets print it:
// each with a line of its own, every tenth with a figure changed.
func printedBy(tb testing.TB, n int) []*corpus.Article {
	text, err := os.ReadFile(filepath.Join("..", "examples", "security-talks", "lantern.txt"))
	require.NoError(tb, err)
	require.Contains(tb, string(text), "killed 14 people")
	out := make([]*corpus.Article, n)
	for i := range out {
		own := string(text)
		if i%10 == 9 {
			own = strings.Replace(own, "killed 14 people", "killed 41 people", 1)
		}
		own += fmt.Sprintf("\nReaders of paper number %d may write to its editors about this report until Friday.\n", i)
		out[i] = told(fmt.Sprintf("%04d.txt", i), fmt.Sprintf("Outlet %04d", i), own, i%12)
	}
	return out
}

// BenchmarkCopies checks stories of which every article is a copy of one text: the
// time must grow with their number, and not with its square.
func BenchmarkCopies(b *testing.B) {
	c, err := catalog.Builtin()
	require.NoError(b, err)
	reader := rules.NewReader(c)
	for _, n := range []int{10, 100, 1000} {
		st := corpus.Story{Name: "story", Articles: printedBy(b, n)}
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			for b.Loop() {
				r := checker.Check(&st, checker.Options{Reader: reader})
				b.ReportMetric(float64(len(r.Findings)), "findings")
				for _, s := range r.Stages {
					switch s.Name {
					case "reading, in all", "origins", "alignment", "comparison":
						b.ReportMetric(float64(s.Took.Microseconds())/1000, strings.ReplaceAll(s.Name, " ", "")+"-ms")
					}
				}
			}
		})
	}
}
