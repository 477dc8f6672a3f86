package clause

import (
	"compress/gzip"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/concord-news/concord/rules/syntax"
	"github.com/concord-news/concord/rules/syntax/conllu"
)

// bank reads a treebank of the shared development data.
func bank(t *testing.T, name string) *conllu.File {
	t.Helper()
	dir := os.Getenv("CONCORD_SHARED")
	if dir == "" {
		t.Skip("CONCORD_SHARED does not name the folder with the treebanks")
	}
	f, err := os.Open(filepath.Join(dir, "treebank", name+".conllu.gz"))
	require.NoError(t, err)
	defer f.Close()
	z, err := gzip.NewReader(f)
	require.NoError(t, err)
	file, err := conllu.Read(z)
	require.NoError(t, err)
	return file
}

// arc is a verb and the head of one of its arguments, by token.
type arc struct{ verb, head int }

// arcs are what a dependency tree or the reader says of agents and patients.
type arcs struct{ agents, patients []arc }

// treeArcs reads the arcs off the trees: subjects and objects by voice, with
// relative pronouns replaced by their antecedents. Arguments that the trees do
// not give (subjects of infinitives, of coordinated verbs) are not there.
func treeArcs(f *conllu.File) arcs {
	var out arcs
	for _, s := range f.Doc.Sentences {
		for i := s.First; i < s.Last; i++ {
			w := f.Words[i]
			if w.Head == 0 {
				continue
			}
			h := s.First + w.Head - 1
			if f.Doc.Tokens[h].Tag.String() != "VERB" {
				continue
			}
			arg := i
			if l := f.Doc.Tokens[i].Lower; (l == "who" || l == "which" || l == "that" || l == "whom") && len(f.Words[h].Relation) >= 9 && f.Words[h].Relation[:9] == "acl:relcl" {
				arg = s.First + f.Words[h].Head - 1
			}
			switch w.Relation {
			case "nsubj", "nsubj:outer":
				out.agents = append(out.agents, arc{h, arg})
			case "obl:agent":
				out.agents = append(out.agents, arc{h, arg})
			case "obj", "nsubj:pass":
				out.patients = append(out.patients, arc{h, arg})
			}
		}
	}
	return out
}

// holds reports whether token i lies in p: the trees take the first word of a
// name for its head, the reader the last.
func holds(p Phrase, i int) bool { return p.First <= i && i < p.Last }

// compare counts how many arcs of the trees the reader has, and of those that
// it has, for verbs with such an arc in the tree, how many are right.
func compare(clauses []Clause, gold []arc, of func(c *Clause) []Phrase) score {
	var s score
	byVerb := map[int][]Phrase{}
	for i := range clauses {
		byVerb[clauses[i].Verb] = append(byVerb[clauses[i].Verb], of(&clauses[i])...)
	}
	seen := map[int]bool{}
	for _, g := range gold {
		s.want++
		if slices.ContainsFunc(byVerb[g.verb], func(p Phrase) bool { return holds(p, g.head) }) {
			s.right++
		}
		if !seen[g.verb] {
			seen[g.verb] = true
			if len(byVerb[g.verb]) > 0 {
				s.found++
			}
		}
	}
	return s
}

// TestTreebanks prints how far the reader agrees with the trees, with the
// trees' own tags and with the tagger's.
func TestTreebanks(t *testing.T) {
	for _, name := range []string{"pud", "gum-dev", "ewt-dev"} {
		f := bank(t, name)
		gold := treeArcs(f)
		report := func(tags string) {
			clauses := Read(f.Doc)
			a := compare(clauses, gold.agents, func(c *Clause) []Phrase { return c.Agents })
			p := compare(clauses, gold.patients, func(c *Clause) []Phrase { return append(slices.Clone(c.Patients), c.Recipients...) })
			t.Logf("%-8s %-7s agents recall %.3f of %d (%.3f of the verbs that have any), patients recall %.3f of %d (%.3f)", name, tags, a.recall(), a.want, a.precision(), p.recall(), p.want, p.precision())
			assert.Greater(t, a.recall(), 0.8)
			assert.Greater(t, p.recall(), 0.78)
			if os.Getenv("SHOW") == tags+name {
				show(f, clauses, gold)
			}
		}
		report("gold")
		syntax.Tag(f.Doc)
		report("tagger")
	}
}

func show(f *conllu.File, clauses []Clause, gold arcs) {
	d := f.Doc
	for _, s := range d.Sentences {
		bad := false
		miss := ""
		for k, list := range [][]arc{gold.agents, gold.patients} {
			for _, g := range list {
				if g.verb < s.First || g.verb >= s.Last {
					continue
				}
				ok := false
				got := "nothing"
				for _, c := range clauses {
					if c.Verb != g.verb {
						continue
					}
					ps := c.Agents
					if k == 1 {
						ps = append(slices.Clone(c.Patients), c.Recipients...)
					}
					got = fmt.Sprint(headsOf(d, ps))
					ok = ok || slices.ContainsFunc(ps, func(p Phrase) bool { return holds(p, g.head) })
				}
				if !ok {
					bad = true
					miss += fmt.Sprintf("   %s: %s want %s got %s\n", []string{"agent", "patient"}[k], d.Form(g.verb), d.Form(g.head), got)
				}
			}
		}
		if bad {
			fmt.Printf("%s\n%s", d.Span(s.First, s.Last).In(d.Text), miss)
		}
	}
}
