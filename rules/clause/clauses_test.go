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

// read returns what the reader finds, in the form of the annotation.
func read(d *text.Document) []annotated {
	var out []annotated
	for _, c := range Read(d) {
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

// TestAnnotatedClauses holds the reader, with the tagger before it, to the
// sentences of testdata/clauses.txt.
func TestAnnotatedClauses(t *testing.T) {
	var predicate, agent, patient, polarity, modality score
	for _, e := range examples(t) {
		d := parse(e.sentence)
		got := read(d)
		var wrong []string
		used := make([]bool, len(got))
		predicate.want += len(e.clauses)
		predicate.found += len(got)
		for _, w := range e.clauses {
			i := slices.IndexFunc(got, func(g annotated) bool { return g.predicate == w.predicate })
			for i >= 0 && used[i] {
				j := slices.IndexFunc(got[i+1:], func(g annotated) bool { return g.predicate == w.predicate })
				if j < 0 {
					i = -1
				} else {
					i += j + 1
				}
			}
			if i < 0 {
				wrong = append(wrong, "missing "+w.String())
				agent.want += len(w.agents)
				patient.want += len(w.patients)
				continue
			}
			used[i] = true
			g := got[i]
			predicate.right++
			agent.add(w.agents, g.agents)
			patient.add(w.patients, g.patients)
			polarity.add([]string{fmt.Sprint(w.negated)}, []string{fmt.Sprint(g.negated)})
			modality.add([]string{w.modality}, []string{g.modality})
			if w.String() != g.String() {
				wrong = append(wrong, "got "+g.String()+", want "+w.String())
			}
		}
		for i, u := range used {
			if !u {
				wrong = append(wrong, "extra "+got[i].String())
				agent.found += len(got[i].agents)
				patient.found += len(got[i].patients)
			}
		}
		if len(wrong) > 0 {
			t.Logf("%s\n\t%s\n\t%s", e.sentence, tags(d), strings.Join(wrong, "\n\t"))
		}
	}
	for _, f := range []struct {
		name  string
		s     score
		floor float64
	}{
		{"predicate", predicate, 0.92}, {"agent", agent, 0.88}, {"patient", patient, 0.92}, {"polarity", polarity, 0.98}, {"modality", modality, 0.98},
	} {
		t.Logf("%-10s precision %.3f recall %.3f (%d of %d found, %d wanted)", f.name, f.s.precision(), f.s.recall(), f.s.right, f.s.found, f.s.want)
		assert.GreaterOrEqual(t, f.s.precision(), f.floor, f.name)
		assert.GreaterOrEqual(t, f.s.recall(), f.floor, f.name)
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
