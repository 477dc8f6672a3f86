package report

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
)

// Read reads a report that JSON wrote. Fields that it does not know are left
// out, as later versions of the program add some.
func Read(r io.Reader) (*Report, error) {
	dec := json.NewDecoder(r)
	var out Report
	if err := dec.Decode(&out); err != nil {
		return nil, err
	}
	if _, err := dec.Token(); !errors.Is(err, io.EOF) {
		return nil, fmt.Errorf("something stands behind the report's object")
	}
	if out.Schema != Schema {
		return nil, fmt.Errorf("schema is %q; legal: %q", out.Schema, Schema)
	}
	return &out, nil
}

// ChangeKind says what became of a finding from one report to the next.
type ChangeKind string

// The kinds of change, in the order in which they are listed.
const (
	// New: no finding of the older report is about the same.
	New ChangeKind = "new"
	// Moved: the same fact, and outlets state other values of it.
	Moved ChangeKind = "moved"
	// Judged: the same values with another verdict.
	Judged ChangeKind = "judged otherwise"
	// Gone: no finding of the newer report is about the same.
	Gone ChangeKind = "gone"
	// Same: nothing changed.
	Same ChangeKind = "same"
)

// ChangeKinds lists the kinds of change in the order of a list.
func ChangeKinds() []ChangeKind { return []ChangeKind{New, Moved, Judged, Gone, Same} }

// Change is what became of one finding.
type Change struct {
	Kind ChangeKind
	// Old is nil for what is new, New for what is gone.
	Old, New *Finding
	// Moves says outlet by outlet what moved: "B moved 28 people -> 20 people".
	Moves []string
}

// Compare lists what changed from one report to the next: first by
// fingerprint, and what has none in the other report by fact and rule. The
// order is that of the kinds, then that of the newer report, then of the older.
func Compare(before, after *Report) []Change {
	used := make([]bool, len(before.Findings))
	changes := make([]Change, len(after.Findings))
	match := func(same func(a, b *Finding) bool) {
		for i := range after.Findings {
			n := &after.Findings[i]
			if changes[i].Old != nil {
				continue
			}
			for j := range before.Findings {
				if o := &before.Findings[j]; !used[j] && same(o, n) {
					used[j], changes[i].Old = true, o
					break
				}
			}
		}
	}
	match(func(a, b *Finding) bool { return a.Fingerprint == b.Fingerprint })
	match(func(a, b *Finding) bool { return a.Rule == b.Rule && a.Fact == b.Fact })
	oldOutlets, newOutlets := outlets(before), outlets(after)
	for i := range changes {
		c := &changes[i]
		c.New = &after.Findings[i]
		switch {
		case c.Old == nil:
			c.Kind = New
		case c.Old.Fingerprint != c.New.Fingerprint:
			c.Kind, c.Moves = Moved, moves(readings(c.Old, oldOutlets), readings(c.New, newOutlets))
		case c.Old.Verdict != c.New.Verdict:
			c.Kind = Judged
		default:
			c.Kind = Same
		}
	}
	for j := range before.Findings {
		if !used[j] {
			changes = append(changes, Change{Kind: Gone, Old: &before.Findings[j]})
		}
	}
	slices.SortStableFunc(changes, func(a, b Change) int {
		return slices.Index(ChangeKinds(), a.Kind) - slices.Index(ChangeKinds(), b.Kind)
	})
	return changes
}

// outlets returns the outlet of each article of a report.
func outlets(r *Report) map[string]string {
	out := make(map[string]string, len(r.Articles))
	for _, a := range r.Articles {
		out[a.ID] = a.Outlet
	}
	return out
}

// stated is what one outlet states of a fact.
type stated struct{ outlet, value string }

// readings returns what each outlet states, in the order of the values; several
// values of one outlet are joined.
func readings(f *Finding, outlets map[string]string) []stated {
	var out []stated
	for _, v := range f.Values {
		name := outlets[v.Article]
		if name == "" {
			name = v.Article
		}
		i := slices.IndexFunc(out, func(s stated) bool { return s.outlet == name })
		if i < 0 {
			out = append(out, stated{name, v.Value})
			continue
		}
		out[i].value += "; " + v.Value
	}
	return out
}

// moves compares what outlets state, outlet by outlet.
func moves(before, after []stated) []string {
	var out []string
	find := func(list []stated, outlet string) int {
		return slices.IndexFunc(list, func(s stated) bool { return s.outlet == outlet })
	}
	for _, s := range after {
		switch i := find(before, s.outlet); {
		case i < 0:
			out = append(out, fmt.Sprintf("%s now says %s", s.outlet, s.value))
		case before[i].value != s.value:
			out = append(out, fmt.Sprintf("%s moved %s -> %s", s.outlet, before[i].value, s.value))
		}
	}
	for _, s := range before {
		if find(after, s.outlet) < 0 {
			out = append(out, fmt.Sprintf("%s no longer says %s", s.outlet, s.value))
		}
	}
	return out
}

// WriteChanges writes what changed for people. What outlets agree on or one
// origin alone states is counted, and listed only where all is set.
func WriteChanges(w io.Writer, before, after *Report, all bool) error {
	var out strings.Builder
	changes := Compare(before, after)
	var sums []string
	for _, k := range ChangeKinds() {
		n := 0
		for _, c := range changes {
			if c.Kind == k {
				n++
			}
		}
		sums = append(sums, fmt.Sprintf("%d %s", n, k))
	}
	fmt.Fprintf(&out, "%s: %s\n", plain(after.Story), strings.Join(sums, " · "))
	newOutlets, oldOutlets := outlets(after), outlets(before)
	for _, c := range changes {
		if c.Kind == Same || !all && !urgent(c.Old) && !urgent(c.New) {
			continue
		}
		f, names := c.New, newOutlets
		if f == nil {
			f, names = c.Old, oldOutlets
		}
		verdict := f.Verdict
		if c.Old != nil && c.New != nil && c.Old.Verdict != c.New.Verdict {
			verdict = c.Old.Verdict + " -> " + c.New.Verdict
		}
		fmt.Fprintf(&out, "\n%s  %s  %s  %s  (%s)\n", strings.ToUpper(string(c.Kind)), plain(f.ID), plain(verdict), plain(f.Fact), plain(f.Rule))
		for _, m := range c.Moves {
			fmt.Fprintf(&out, "     %s\n", plain(m))
		}
		if c.Kind != Moved {
			for _, s := range readings(f, names) {
				fmt.Fprintf(&out, "     %s: %s\n", plain(s.outlet), plain(s.value))
			}
		}
	}
	if _, err := io.WriteString(w, out.String()); err != nil {
		return fmt.Errorf("changes of %s: %w", plain(after.Story), err)
	}
	return nil
}

// urgent reports whether a report for people shows a finding unasked.
func urgent(f *Finding) bool {
	return f != nil && slices.Contains([]string{"conflict", "changed", "disputed", "compatible"}, f.Verdict)
}
