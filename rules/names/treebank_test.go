package names

import (
	"compress/gzip"
	"fmt"
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/concord-news/concord/rules/mention"
	"github.com/concord-news/concord/rules/names/internal/gold"
	"github.com/concord-news/concord/rules/syntax"
)

// treebank reads a treebank, tags set by the tagger.
func treebank(t *testing.T, name string) []gold.Document {
	t.Helper()
	shared := os.Getenv("CONCORD_SHARED")
	if shared == "" {
		t.Skip("CONCORD_SHARED is not set: no treebank to measure on")
	}
	f, err := os.Open(filepath.Join(shared, "treebank", name))
	require.NoError(t, err)
	defer f.Close()
	z, err := gzip.NewReader(f)
	require.NoError(t, err)
	docs, err := gold.Read(z)
	require.NoError(t, err)
	for i := range docs {
		syntax.Tag(docs[i].Doc)
	}
	return docs
}

type tally struct{ right, read, gold int }

func (c tally) f1() float64 {
	return 2 * float64(c.right) / float64(max(1, c.read+c.gold))
}

// TestNamesOnGUM measures exact span and kind of people, organisations and
// places, and B-cubed of the entities on the names that both have.
func TestNamesOnGUM(t *testing.T) {
	docs := treebank(t, "gum-dev.conllu.gz")
	counts := map[mention.Kind]*tally{mention.Person: {}, mention.Organisation: {}, mention.Place: {}}
	var all, spans tally
	var cubed cubed
	var rules tally
	for _, g := range docs {
		byRules(g, &rules)
		read := Read(g.Doc)
		pairs := score(g, read, counts, &spans)
		cubed.add(pairs)
	}
	for k := mention.Person; k <= mention.Place; k++ {
		c := counts[k]
		t.Logf("%-12s right %d of %d read, %d gold: F1 %.3f", k, c.right, c.read, c.gold, c.f1())
		all.right, all.read, all.gold = all.right+c.right, all.read+c.read, all.gold+c.gold
	}
	t.Logf("all: P %.3f R %.3f F1 %.3f; spans alone %.3f; B-cubed F1 %.3f", float64(all.right)/float64(all.read), float64(all.right)/float64(all.gold), all.f1(), spans.f1(), cubed.f1())
	t.Logf("rules alone: F1 %.3f", rules.f1())
	assert.Greater(t, all.f1(), floorNames)
	assert.Greater(t, cubed.f1(), floorIdentity)
}

// The floors lie a little below what was measured when they were set.
const (
	floorNames    = 0.76
	floorIdentity = 0.95
)

// score counts one document and returns the entities (gold, read) of the names
// whose spans agree.
func score(g gold.Document, read []mention.Mention, counts map[mention.Kind]*tally, spans *tally) [][2]int {
	type span struct{ first, last int }
	want := map[span]mention.Mention{}
	for _, m := range g.Names {
		if c := counts[m.Kind]; c != nil {
			c.gold++
			spans.gold++
			want[span{m.First, m.Last}] = m
		}
	}
	var pairs [][2]int
	list := os.Getenv("CONCORD_LIST") != ""
	for _, m := range read {
		c := counts[m.Kind]
		if c == nil {
			continue
		}
		c.read++
		spans.read++
		w, ok := want[span{m.First, m.Last}]
		if ok {
			spans.right++
			pairs = append(pairs, [2]int{w.Entity, m.Entity})
		}
		if ok && w.Kind == m.Kind {
			c.right++
			delete(want, span{m.First, m.Last})
		} else if list {
			fmt.Println("+", g.ID, m.Kind, m.In(g.Doc.Text), "| gold:", w.Kind)
		}
	}
	if list {
		for _, m := range g.Names {
			if _, ok := want[span{m.First, m.Last}]; ok {
				fmt.Println("-", g.ID, m.Kind, m.In(g.Doc.Text))
			}
		}
	}
	return pairs
}

// byRules counts the names that rules alone find.
func byRules(g gold.Document, c *tally) {
	want := map[[3]int]bool{}
	for _, m := range g.Names {
		if m.Kind != mention.Event {
			want[[3]int{m.First, m.Last, int(m.Kind)}] = true
			c.gold++
		}
	}
	for _, m := range Evidence(g.Doc).Rules {
		if m.Kind != mention.Event {
			c.read++
			if want[[3]int{m.First, m.Last, int(m.Kind)}] {
				c.right++
			}
		}
	}
}

// cubed sums B-cubed precision and recall over names.
type cubed struct {
	precision, recall float64
	n                 int
}

func (c *cubed) add(pairs [][2]int) {
	for _, p := range pairs {
		var both, gold, read float64
		for _, q := range pairs {
			if p[0] == q[0] {
				gold++
			}
			if p[1] == q[1] {
				read++
			}
			if p == q {
				both++
			}
		}
		c.precision += both / read
		c.recall += both / gold
		c.n++
	}
}

func (c *cubed) f1() float64 {
	return 2 * c.precision * c.recall / max(1e-9, (c.precision+c.recall)*float64(c.n))
}
