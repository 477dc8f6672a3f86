package clause

import (
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/concord-news/concord/rules/syntax"
	"github.com/concord-news/concord/rules/text"
)

// annotated is one clause as testdata/clauses.txt gives it.
type annotated struct {
	agents, patients []string
	predicate        string
	negated          bool
	modality         string
}

// example is one sentence of testdata/clauses.txt.
type example struct {
	sentence string
	clauses  []annotated
}

func heads(s string) []string {
	if s = strings.TrimSpace(s); s == "-" {
		return nil
	}
	var out []string
	for h := range strings.SplitSeq(s, ";") {
		out = append(out, strings.TrimSpace(h))
	}
	return out
}

func examples(t *testing.T) []example {
	t.Helper()
	b, err := os.ReadFile("testdata/clauses.txt")
	require.NoError(t, err)
	var out []example
	for line := range strings.Lines(string(b)) {
		line = strings.TrimRight(line, "\n")
		switch {
		case line == "" || line[0] == '#':
		case line[0] != '\t':
			out = append(out, example{sentence: line})
		default:
			f := strings.Split(line[1:], "|")
			require.GreaterOrEqual(t, len(f), 4, line)
			a := annotated{agents: heads(f[0]), predicate: strings.TrimSpace(f[1]), patients: heads(f[2]), negated: strings.TrimSpace(f[3]) == "-", modality: "asserted"}
			if len(f) > 4 {
				a.modality = strings.TrimSpace(f[4])
			}
			out[len(out)-1].clauses = append(out[len(out)-1].clauses, a)
		}
	}
	return out
}

func headsOf(d *text.Document, p []Phrase) []string {
	var out []string
	for _, p := range p {
		out = append(out, d.Tokens[p.Head].Lower)
	}
	return out
}

// parse returns the tagged document of s.
func parse(s string) *text.Document {
	d := text.ParseString(s)
	syntax.Tag(d)
	return d
}

// readers are the two readers of this package.
var readers = []struct {
	name string
	read func(d *text.Document) []Clause
}{
	{"shallow", Read},
	{"tree", func(d *text.Document) []Clause { return ReadTrees(d, syntax.Trees(d)) }},
}

// annotate returns clauses in the form of the annotation.
func annotate(d *text.Document, clauses []Clause) []annotated {
	var out []annotated
	for _, c := range clauses {
		a := annotated{agents: headsOf(d, c.Agents), patients: headsOf(d, c.Patients), predicate: c.Predicate, negated: c.Negated, modality: c.Modality.String()}
		if !c.Complement.None() && len(c.Patients) == 0 {
			a.patients = headsOf(d, []Phrase{c.Complement})
		}
		out = append(out, a)
	}
	return out
}

// score counts what was right, found and wanted.
type score struct{ right, found, want int }

func (s score) precision() float64 { return float64(s.right) / float64(max(s.found, 1)) }
func (s score) recall() float64    { return float64(s.right) / float64(max(s.want, 1)) }

func (s *score) add(want, found []string) {
	s.want += len(want)
	s.found += len(found)
	for _, w := range want {
		if slices.Contains(found, w) {
			s.right++
		}
	}
}

func (a annotated) String() string {
	return fmt.Sprintf("%v %s %v neg=%v %s", a.agents, a.predicate, a.patients, a.negated, a.modality)
}

// scores is how a reader does on the annotated sentences.
type scores struct{ predicate, agent, patient, polarity, modality score }

// match pairs each annotated clause with the next one found of its predicate, -1
// where there is none.
func match(want, got []annotated) []int {
	used := make([]bool, len(got))
	out := make([]int, len(want))
	for k, w := range want {
		out[k] = -1
		for i, g := range got {
			if !used[i] && g.predicate == w.predicate {
				out[k], used[i] = i, true
				break
			}
		}
	}
	return out
}

// add counts one sentence and returns what is wrong in it.
func (s *scores) add(want, got []annotated) []string {
	var wrong []string
	s.predicate.want += len(want)
	s.predicate.found += len(got)
	used := map[int]bool{}
	for k, i := range match(want, got) {
		w := want[k]
		if i < 0 {
			wrong = append(wrong, "missing "+w.String())
			s.agent.want += len(w.agents)
			s.patient.want += len(w.patients)
			continue
		}
		used[i] = true
		g := got[i]
		s.predicate.right++
		s.agent.add(w.agents, g.agents)
		s.patient.add(w.patients, g.patients)
		s.polarity.add([]string{fmt.Sprint(w.negated)}, []string{fmt.Sprint(g.negated)})
		s.modality.add([]string{w.modality}, []string{g.modality})
		if w.String() != g.String() {
			wrong = append(wrong, "got "+g.String()+", want "+w.String())
		}
	}
	for i, g := range got {
		if !used[i] {
			wrong = append(wrong, "extra "+g.String())
			s.agent.found += len(g.agents)
			s.patient.found += len(g.patients)
		}
	}
	return wrong
}

// TestAnnotatedClauses holds both readers, with tagger and parser before them,
// to the sentences of testdata/clauses.txt.
func TestAnnotatedClauses(t *testing.T) {
	floors := map[string]float64{"agent": 0.9, "predicate": 0.92, "patient": 0.92, "polarity": 0.98, "modality": 0.98}
	for _, reader := range readers {
		t.Run(reader.name, func(t *testing.T) {
			var s scores
			for _, e := range examples(t) {
				d := parse(e.sentence)
				if wrong := s.add(e.clauses, annotate(d, reader.read(d))); len(wrong) > 0 {
					t.Logf("%s\n\t%s\n\t%s", e.sentence, tags(d), strings.Join(wrong, "\n\t"))
				}
			}
			for _, f := range []struct {
				name string
				s    score
			}{{"predicate", s.predicate}, {"agent", s.agent}, {"patient", s.patient}, {"polarity", s.polarity}, {"modality", s.modality}} {
				t.Logf("%-10s precision %.3f recall %.3f (%d of %d found, %d wanted)", f.name, f.s.precision(), f.s.recall(), f.s.right, f.s.found, f.s.want)
				assert.GreaterOrEqual(t, f.s.precision(), floors[f.name], f.name)
				assert.GreaterOrEqual(t, f.s.recall(), floors[f.name], f.name)
			}
		})
	}
}

// tags writes the tokens with their tags, for a failure's message.
func tags(d *text.Document) string {
	var b strings.Builder
	for i := range d.Tokens {
		fmt.Fprintf(&b, "%s/%s ", d.Form(i), d.Tokens[i].Fine)
	}
	return b.String()
}
