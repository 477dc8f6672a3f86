package report

import (
	"fmt"
	"slices"
	"strings"

	"github.com/concord-news/concord/checker"
	"github.com/concord-news/concord/checker/reference"
)

// heldAgainst lists the findings of which a value was held against a reference
// fact, in the order of the report.
func heldAgainst(r *checker.Report, f *reference.Fact) []string {
	out := []string{}
	for i := range r.Findings {
		for _, v := range r.Findings[i].Values {
			if v.Against != nil && v.Against.Fact == f {
				out = appendNew(out, r.Findings[i].ID)
			}
		}
	}
	return out
}

// standing is what several outlets come to beside one reference fact.
type standing struct {
	fact     *reference.Fact
	standing checker.Standing
	why      string
	outlets  []string
}

// standings lists how the outlets of a finding stand to the reference facts:
// what contradicts first, and outlets with one reason together.
func standings(f *checker.Finding) []standing {
	var out []standing
	for _, want := range []checker.Standing{checker.Contradicts, checker.Agrees, checker.Fits, checker.Apart} {
	values:
		for _, v := range f.Values {
			a := v.Against
			if a == nil || a.Standing != want {
				continue
			}
			for i := range out {
				if s := &out[i]; s.fact == a.Fact && s.standing == a.Standing && s.why == a.Why {
					s.outlets = appendNew(s.outlets, v.Article.Outlet)
					continue values
				}
			}
			out = append(out, standing{a.Fact, a.Standing, a.Why, []string{v.Article.Outlet}})
		}
	}
	return out
}

// standingWords is the standing for people.
func standingWords(s checker.Standing) string { return strings.ReplaceAll(s.String(), "-", " ") }

// referenceWords is a reference fact in one line: what it holds, when, and where
// that comes from.
func referenceWords(f *reference.Fact) string {
	s := f.ID + " " + f.Subject + ", " + f.Attribute + ": " + f.Value
	if w := f.When(); w != "" {
		s += ", " + w
	}
	return s + " (" + f.Source + ", " + f.Place() + ")"
}

// silent lists the reference facts of which no outlet speaks.
func silent(r *checker.Report) []*reference.Fact {
	var out []*reference.Fact
	for i := range r.References {
		if f := &r.References[i]; len(heldAgainst(r, f)) == 0 {
			out = append(out, f)
		}
	}
	return out
}

// references writes how outlets stand to the reference facts, a fact with all
// its outlets together.
func (t *table) references(f *checker.Finding) {
	list := standings(f)
	var facts []*reference.Fact
	for _, s := range list {
		if !slices.Contains(facts, s.fact) {
			facts = append(facts, s.fact)
		}
	}
	for _, fact := range facts {
		c := cell{words(plain(referenceWords(fact)), noStyle)}
		for _, s := range list {
			if s.fact == fact {
				line := words(standingWords(s.standing)+":", standingStyle(s.standing))
				line = append(line, words(plain(strings.Join(s.outlets, ", ")), bold)...)
				c = append(c, append(line, words(plain("("+s.why+")"), noStyle)...))
			}
		}
		t.grid(indent, [][]cell{{{words("ref", dim)}, c}}, []int{3, t.width - indent - 3 - gutter})
	}
}

func standingStyle(s checker.Standing) style {
	switch s {
	case checker.Contradicts:
		return redBold
	case checker.Agrees, checker.Fits:
		return green
	}
	return dim
}

// silent lists the reference facts of which no outlet speaks, where everything
// is asked for.
func (t *table) silent() {
	list := silent(t.report)
	if len(list) == 0 || !t.opts.All {
		return
	}
	t.out.WriteString(paint("REFERENCE FACTS OF WHICH NO OUTLET SPEAKS", bold, t.color) + "\n")
	for _, f := range list {
		t.paragraph(words(plain(referenceWords(f)), noStyle), 2)
	}
	t.out.WriteByte('\n')
}

// referenceCounts says of how many reference facts an outlet speaks, and how
// many findings contradict one.
func (t *table) referenceCounts() {
	if len(t.report.References) == 0 {
		return
	}
	against := 0
	for i := range t.report.Findings {
		if t.report.Findings[i].Contradicted() {
			against++
		}
	}
	unspoken, hint := len(silent(t.report)), ""
	if unspoken > 0 && !t.opts.All {
		hint = " (--all)"
	}
	line := fmt.Sprintf("%s · %s in which an outlet contradicts one · %d of which no outlet speaks%s",
		number(len(t.report.References), "reference fact"), number(against, "finding"), unspoken, hint)
	t.paragraph(words(line, noStyle), 2)
}
