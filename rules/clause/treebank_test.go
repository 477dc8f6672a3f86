package clause

import (
	"bufio"
	"compress/gzip"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/concord-news/concord/rules/syntax"
	"github.com/concord-news/concord/rules/syntax/conllu"
	"github.com/concord-news/concord/rules/syntax/dep"
	"github.com/concord-news/concord/rules/text"
)

// packedBank opens a treebank of the shared development data.
func packedBank(t *testing.T, name string) io.Reader {
	t.Helper()
	dir := os.Getenv("CONCORD_SHARED")
	if dir == "" {
		t.Skip("CONCORD_SHARED does not name the folder with the treebanks")
	}
	f, err := os.Open(filepath.Join(dir, "treebank", name+".conllu.gz"))
	require.NoError(t, err)
	t.Cleanup(func() { f.Close() })
	z, err := gzip.NewReader(f)
	require.NoError(t, err)
	return z
}

// bank reads a treebank of the shared development data.
func bank(t *testing.T, name string) *conllu.File {
	t.Helper()
	file, err := conllu.Read(packedBank(t, name))
	require.NoError(t, err)
	return file
}

// arc is a verb and the head of one of its arguments, by token.
type arc struct{ verb, head int }

// arcs are what a treebank or a reader says of predicates, agents and patients.
type arcs struct {
	verbs            []int
	agents, patients []arc
}

// gold is a treebank whose arcs are being collected.
type gold struct {
	*conllu.File
	arcs
	// subjects are the surface subjects of each predicate.
	subjects map[int][]int
}

func (g *gold) head(i int) int {
	if g.Words[i].Head == 0 {
		return -1
	}
	return g.Doc.Sentences[g.Doc.SentenceOf(i)].First + g.Words[i].Head - 1
}

func (g *gold) tag(i int) text.Tag { return g.Doc.Tokens[i].Tag }

// child returns the dependents of a word by a relation.
func (g *gold) children(i int, relation string) []int {
	var out []int
	s := g.Doc.Sentences[g.Doc.SentenceOf(i)]
	for k := s.First; k < s.Last; k++ {
		if g.head(k) == i && g.Words[k].Relation == relation {
			out = append(out, k)
		}
	}
	return out
}

// row returns a word with what is coordinated with it; a relative pronoun
// stands for its antecedent alone.
func (g *gold) row(i int) []int {
	if l, h := g.Doc.Tokens[i].Lower, g.head(i); (l == "who" || l == "which" || l == "that" || l == "whom") && h >= 0 && strings.HasPrefix(g.Words[h].Relation, "acl:relcl") {
		return []int{g.head(h)}
	}
	return append([]int{i}, g.children(i, "conj")...)
}

func (g *gold) list(i int, relations ...string) []int {
	var out []int
	for _, r := range relations {
		for _, k := range g.children(i, r) {
			out = append(out, g.row(k)...)
		}
	}
	return out
}

// treeArcs reads predicates and their arguments off the trees of a treebank
// with a few plain rules of its own: subjects and objects by voice; those of
// the first for verbs in a row, and of the governor for open complements; the
// noun for the participle that completes it.
func treeArcs(f *conllu.File) arcs {
	g := gold{File: f, subjects: map[int][]int{}}
	for depth := range 4 { // a subject may be shared several times over
		g.arcs = arcs{}
		for i := range f.Doc.Tokens {
			if g.tag(i) == text.VERB && !strings.Contains(" amod compound case mark fixed flat advmod ", " "+f.Words[i].Relation+" ") {
				g.predicate(i)
			} else if f.Words[i].Relation == "cop" && depth == 0 {
				g.subjects[g.head(i)] = g.list(g.head(i), "nsubj", "nsubj:outer")
			}
		}
	}
	for i := range f.Doc.Tokens {
		if f.Words[i].Relation == "cop" {
			g.verbs = append(g.verbs, i)
		}
	}
	return g.arcs
}

// predicate collects the arguments of one verb.
func (g *gold) predicate(i int) {
	relation, h := g.Words[i].Relation, g.head(i)
	passive := len(g.children(i, "aux:pass"))+len(g.children(i, "nsubj:pass")) > 0
	subjects := g.list(i, "nsubj", "nsubj:outer", "nsubj:pass")
	switch {
	case len(subjects) > 0 || h < 0:
	case relation == "conj":
		subjects = g.subjects[h]
		passive = passive || g.Doc.Tokens[i].Fine == text.VBN && len(g.children(i, "aux"))+len(g.children(i, "obj")) == 0 && len(g.children(h, "aux:pass")) > 0
	case relation == "xcomp":
		if subjects = g.list(h, "obj", "iobj"); len(subjects) == 0 {
			subjects = g.subjects[h]
		}
	case relation == "acl" && (g.Doc.Tokens[i].Fine == text.VBN || g.Doc.Tokens[i].Fine == text.VBG && len(g.children(i, "mark")) == 0):
		subjects = []int{h}
		passive = g.Doc.Tokens[i].Fine == text.VBN
	}
	g.subjects[i] = subjects
	g.verbs = append(g.verbs, i)
	add := func(dst []arc, heads []int) []arc {
		for _, k := range heads {
			dst = append(dst, arc{i, k})
		}
		return dst
	}
	if passive {
		g.patients, subjects = add(g.patients, subjects), g.list(i, "obl:agent")
	}
	g.agents = add(g.agents, subjects)
	g.patients = add(g.patients, g.list(i, "obj"))
}

// enhancedArcs reads the arguments off the enhanced graphs of a treebank, which
// people and the programs of its makers have given the arguments that clauses
// share. They stand in the ninth column, "head:relation" joined by bars.
func enhancedArcs(t *testing.T, name string, f *conllu.File) arcs {
	out := arcs{verbs: treeArcs(f).verbs}
	lines := bufio.NewScanner(packedBank(t, name))
	lines.Buffer(nil, 1<<20)
	token, first := 0, 0
	for lines.Scan() {
		line := lines.Text()
		column := strings.Split(line, "\t")
		if line == "" {
			first = token
		}
		if _, err := strconv.Atoi(column[0]); err != nil || len(column) < 10 {
			continue
		}
		for edge := range strings.SplitSeq(column[8], "|") {
			at, relation, _ := strings.Cut(edge, ":")
			h, err := strconv.Atoi(at)
			if err != nil || h == 0 || f.Doc.Tokens[first+h-1].Tag != text.VERB {
				continue
			}
			a := arc{first + h - 1, token}
			switch {
			case relation == "nsubj:pass", relation == "nsubj:pass:xsubj", relation == "obj":
				out.patients = append(out.patients, a)
			case strings.HasPrefix(relation, "nsubj"), strings.HasPrefix(relation, "obl:agent"):
				out.agents = append(out.agents, a)
			}
		}
		token++
	}
	require.NoError(t, lines.Err())
	require.Equal(t, len(f.Doc.Tokens), token)
	return out
}

// holds reports whether token i lies in p: the trees take the first word of a
// name for its head, the readers the last.
func holds(p Phrase, i int) bool { return p.First <= i && i < p.Last }

// compare counts how many arcs of the treebank a reader has, and of the phrases
// that it gives the verbs with such an arc, how many are among them.
func compare(clauses []Clause, gold []arc, of func(c *Clause) []Phrase) (precision, recall score) {
	byVerb, want := map[int][]Phrase{}, map[int][]int{}
	for i := range clauses {
		byVerb[clauses[i].Verb] = append(byVerb[clauses[i].Verb], of(&clauses[i])...)
	}
	for _, g := range gold {
		want[g.verb] = append(want[g.verb], g.head)
		recall.want++
		if slices.ContainsFunc(byVerb[g.verb], func(p Phrase) bool { return holds(p, g.head) }) {
			recall.right++
		}
	}
	for verb, heads := range want {
		for _, p := range byVerb[verb] {
			precision.found++
			if slices.ContainsFunc(heads, func(i int) bool { return holds(p, i) }) {
				precision.right++
			}
		}
	}
	return precision, recall
}

// predicates counts the predicates that a reader finds.
func predicates(clauses []Clause, verbs []int) score {
	s := score{want: len(verbs), found: len(clauses)}
	for i := range clauses {
		if slices.Contains(verbs, clauses[i].Verb) {
			s.right++
		}
	}
	return s
}

func agentsOf(c *Clause) []Phrase { return c.Agents }

func patientsOf(c *Clause) []Phrase { return append(slices.Clone(c.Patients), c.Recipients...) }

// goldTrees returns the trees of a treebank.
func goldTrees(f *conllu.File) []dep.Tree {
	out := make([]dep.Tree, len(f.Doc.Sentences))
	for i, s := range f.Doc.Sentences {
		for _, w := range f.Words[s.First:s.Last] {
			out[i].Heads = append(out[i].Heads, int32(w.Head-1))
			out[i].Relations = append(out[i].Relations, dep.ParseRelation(w.Relation))
		}
	}
	return out
}

// TestGoldTrees measures the tree reader alone, on the trees of people.
func TestGoldTrees(t *testing.T) {
	for _, name := range []string{"ewt-dev", "gum-dev", "pud"} {
		f := bank(t, name)
		want := treeArcs(f)
		if name == "pud" {
			want = enhancedArcs(t, name, f)
		}
		clauses := ReadTrees(f.Doc, goldTrees(f))
		v := predicates(clauses, want.verbs)
		ap, ar := compare(clauses, want.agents, agentsOf)
		pp, pr := compare(clauses, want.patients, patientsOf)
		t.Logf("%-8s predicate %.3f/%.3f, agent %.3f/%.3f, patient %.3f/%.3f", name, v.precision(), v.recall(), ap.precision(), ar.recall(), pp.precision(), pr.recall())
		assert.Greater(t, ar.recall(), 0.9)
		assert.Greater(t, pr.recall(), 0.9)
		if os.Getenv("SHOW") == "gold "+name {
			show(f, clauses, want)
		}
	}
}

// TestTreebanks measures both readers, with tagger and parser before them, on
// treebanks that neither was fitted to. The parser was trained on the training
// parts of EWT and GUM; PUD has shared arguments annotated of its own.
func TestTreebanks(t *testing.T) {
	for _, tt := range []struct {
		bank                     string
		predicate, agent, object float64
	}{{"ewt-dev", 0.91, 0.835, 0.85}, {"gum-dev", 0.91, 0.78, 0.795}, {"pud", 0.925, 0.805, 0.86}} {
		f := bank(t, tt.bank)
		want := treeArcs(f)
		if tt.bank == "pud" {
			want = enhancedArcs(t, tt.bank, f)
		}
		slices.Sort(want.verbs)
		syntax.Tag(f.Doc)
		for _, reader := range readers {
			clauses := reader.read(f.Doc)
			v := predicates(clauses, want.verbs)
			ap, ar := compare(clauses, want.agents, agentsOf)
			pp, pr := compare(clauses, want.patients, patientsOf)
			t.Logf("%-8s %-8s predicate %.3f/%.3f, agent %.3f/%.3f of %d, patient %.3f/%.3f of %d", tt.bank, reader.name, v.precision(), v.recall(),
				ap.precision(), ar.recall(), ar.want, pp.precision(), pr.recall(), pr.want)
			if reader.name == "tree" {
				assert.Greater(t, v.recall(), tt.predicate)
				assert.Greater(t, ar.recall(), tt.agent)
				assert.Greater(t, pr.recall(), tt.object)
			}
			if os.Getenv("SHOW") == reader.name+" "+tt.bank {
				show(f, clauses, want)
			}
		}
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
