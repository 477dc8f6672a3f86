package review

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/concord-news/concord/checker"
	"github.com/concord-news/concord/checker/reference"
	"github.com/concord-news/concord/checker/report"
	"github.com/concord-news/concord/checker/review/store"
)

// Reference is a dated fact that somebody holds to be true, beside which the
// outlets are shown.
type Reference struct {
	Number int `json:"number"`
	// Value is held against what outlets state, as a line of a reference file is.
	// Subject is of whom or what it is true, "" for that of the finding.
	Subject string `json:"subject,omitempty"`
	Value   string `json:"value,omitempty"`
	// Statement is in place of Value where nothing can be held against what a
	// finding's outlets state, as with quotations.
	Statement string `json:"statement,omitempty"`
	// From and To are the first and last day, month or year for which it holds,
	// "" where it is open.
	From   string    `json:"from,omitempty"`
	To     string    `json:"to,omitempty"`
	Source string    `json:"source"`
	By     string    `json:"by"`
	At     time.Time `json:"at"`
	// Severity is what the finding has where an outlet contradicts it: the rule's.
	Severity  string `json:"severity,omitempty"`
	Withdrawn bool   `json:"withdrawn,omitempty"`
}

// Words says a reference in one line, without who holds it to be true.
func (r Reference) Words() string {
	s := cmp.Or(r.Value, r.Statement)
	if r.Subject != "" {
		s = r.Subject + ": " + s
	}
	if r.From != "" {
		s += ", from " + r.From
	}
	if r.To != "" {
		s += ", to " + r.To
	}
	if r.Source != "" {
		s += " (" + r.Source + ")"
	}
	return s
}

// contradicted returns the severity that a finding has as an outlet contradicts a
// reference, "" where none does.
func (s *State) contradicted() string {
	for _, h := range s.Held {
		for _, r := range s.References {
			if h.Contradicts() && r.Number == h.Reference {
				return cmp.Or(r.Severity, "high")
			}
		}
	}
	return ""
}

// raise makes a case one at which an editor should look where an outlet
// contradicts a reference of it.
func raise(c *store.Case, s *State) {
	if severity := s.contradicted(); severity != "" {
		c.Reported, c.Severity = true, severity
	}
}

// weigh is raise for a case that may have been raised before.
func (s *step) weigh(c *store.Case, before string, after *State) error {
	was, err := DecodeState(before)
	if err != nil {
		return err
	}
	if was.contradicted() != "" && after.contradicted() == "" {
		run, err := s.tx.Run(c.Story, c.Run)
		if err != nil {
			return err
		}
		wire, err := wireOf(run)
		if err != nil {
			return err
		}
		if f := findingOf(wire, c.Finding); f != nil {
			c.Reported, c.Severity = reported(f), f.Severity
		}
	}
	raise(c, after)
	return nil
}

func findingOf(r *report.Report, id string) *report.Finding {
	i := slices.IndexFunc(r.Findings, func(f report.Finding) bool { return f.ID == id })
	if i < 0 {
		return nil
	}
	return &r.Findings[i]
}

// clean makes what was typed fit for a log, and refuses what is not legal.
func (r *Reference) clean() error {
	for _, f := range []struct {
		s    *string
		name string
	}{{&r.Subject, "subject"}, {&r.Value, "value"}, {&r.Source, "source"}, {&r.From, "from"}, {&r.To, "to"}} {
		if err := cleanLine(f.s, f.name); err != nil {
			return err
		}
	}
	if err := clean(&r.Statement, "statement", mostWords); err != nil {
		return err
	}
	if err := legalDate(r.From, "from"); err != nil {
		return err
	}
	if err := legalDate(r.To, "to"); err != nil {
		return err
	}
	switch {
	case r.Value == "" && r.Statement == "":
		return invalid("value", "write what is held to be true")
	case r.Value != "" && r.Statement != "":
		return invalid("statement", "give a value or a statement, not both")
	case r.Source == "":
		return invalid("source", "say where it comes from")
	}
	return nil
}

// mostReferences is how many references one finding may have.
const mostReferences = 50

// Refer adds a reference fact to a case and holds what the outlets state against
// it.
func (v *Service) Refer(ctx context.Context, who Who, story int64, t Target, r Reference) (Done, error) {
	if err := r.clean(); err != nil {
		return Done{}, err
	}
	seen, err := v.look(ctx, story, t.Case)
	if err != nil {
		return Done{}, err
	}
	if len(seen.state.References) >= mostReferences {
		return Done{}, invalid("value", fmt.Sprintf("a finding has at most %d reference facts", mostReferences))
	}
	r.Number, r.By = len(seen.state.References)+1, who.Name
	held := []Held(nil)
	if seen.finding != nil {
		if err := v.admit(seen, &r); err != nil {
			return Done{}, err
		}
		if held, err = v.holdNow(ctx, seen, append(seen.state.InUse(), r)); err != nil {
			return Done{}, err
		}
	}
	return v.act(ctx, who, story, t, action{"reference", func(s *State, _ Who, at time.Time, _ []string) (any, error) {
		r.At = at
		s.References, s.Held = append(slices.Clone(s.References), r), held
		return map[string]any{"reference": r, "held": held}, nil
	}})
}

// WithdrawReference takes a reference fact back: who added it, or an editor.
func (v *Service) WithdrawReference(ctx context.Context, who Who, story int64, t Target, number int) (Done, error) {
	seen, err := v.look(ctx, story, t.Case)
	if err != nil {
		return Done{}, err
	}
	held := []Held(nil)
	if seen.finding != nil {
		rest := slices.DeleteFunc(seen.state.InUse(), func(r Reference) bool { return r.Number == number })
		if held, err = v.holdNow(ctx, seen, rest); err != nil {
			return Done{}, err
		}
	}
	return v.act(ctx, who, story, t, action{"reference withdrawn", func(s *State, who Who, _ time.Time, _ []string) (any, error) {
		if number < 1 || number > len(s.References) || s.References[number-1].Withdrawn {
			return nil, invalid("reference", "there is no such reference fact")
		}
		s.References = slices.Clone(s.References)
		r := &s.References[number-1]
		if r.By != who.Name && who.Role != Editor {
			return nil, fmt.Errorf("%w: only %s or an editor withdraws it", ErrRole, r.By)
		}
		r.Withdrawn, s.Held = true, held
		return map[string]any{"reference": *r, "held": held}, nil
	}})
}

// seen is a case as it is, with its finding; nil where the present run has none.
type seen struct {
	story, run int64
	state      State
	finding    *report.Finding
	shown      *Shown
}

func (v *Service) look(ctx context.Context, story, number int64) (*seen, error) {
	var c store.Case
	var st store.Story
	err := v.store.View(ctx, func(tx *store.Tx) (err error) {
		if st, err = tx.Story(story); err == nil {
			c, err = tx.Case(story, number)
		}
		return err
	})
	if err != nil {
		return nil, err
	}
	out := &seen{story: story, run: st.Run}
	if out.state, err = DecodeState(c.Data); err != nil || c.Run != st.Run {
		return out, err
	}
	if out.shown, err = v.Shown(ctx, story, st.Run); err == nil {
		out.finding = findingOf(out.shown.Wire, c.Finding)
	}
	return out, err
}

// Hint shows how a value of a rule is written where values can be held against
// facts; ok is false where they cannot.
func (v *Service) Hint(rule string) (hint string, ok bool) {
	if v.reader.Rules == nil {
		return "", false
	}
	r := v.reader.Rules.Catalog().Find(rule)
	if r == nil || !reference.Holds(r) {
		return "", false
	}
	return reference.Hint(r), true
}

// SubjectOf is of whom or what a finding is; a fact without a subject of its own
// has the story for it.
func SubjectOf(fact, story string) string {
	if _, subject, ok := strings.Cut(fact, " · "); ok {
		return subject
	}
	return story
}

// fact is a reference as a line of a file would have it.
func (v *Service) fact(r Reference, f *report.Finding, story string) (reference.Fact, error) {
	line, err := reference.Of(v.reader.Rules.Catalog(), reference.Fact{
		Subject: cmp.Or(r.Subject, SubjectOf(f.Fact, story)), Attribute: f.Rule, Value: r.Value, Source: r.Source, From: r.From, To: r.To,
	})
	line.Attribute, _, _ = strings.Cut(f.Fact, " · ") // as people know it
	return line, err
}

// admit refuses a reference that cannot be read, or that cannot be true where one
// that is held already is.
func (v *Service) admit(seen *seen, r *Reference) error {
	hint, ok := v.Hint(seen.finding.Rule)
	switch {
	case r.Value != "" && !ok:
		return invalid("value", "nothing can be held against what this finding's outlets state; write a statement, which is shown beside them")
	case r.Value == "" && ok:
		return invalid("value", "write the value that is held to be true: "+hint)
	case !ok:
		return nil
	}
	if report.Plain(SubjectOf(seen.finding.Fact, seen.shown.Wire.Story)) == r.Subject {
		r.Subject = ""
	}
	r.Severity = v.reader.Rules.Catalog().Find(seen.finding.Rule).Severity.String()
	line, err := v.fact(*r, seen.finding, seen.shown.Wire.Story)
	var field *reference.FieldError
	if errors.As(err, &field) {
		return invalid(field.Field, field.What)
	}
	var others []reference.Fact
	if v.reader.References != nil {
		others = v.reader.References.Facts
	}
	for _, o := range seen.state.InUse() {
		if f, err := v.fact(o, seen.finding, seen.shown.Wire.Story); err == nil {
			others = append(slices.Clip(others), f)
		}
	}
	for i := range others {
		if why := checker.Clash(&others[i], &line); why != "" {
			return invalid("value", why+"; it holds at the same time as "+others[i].Value+" ("+others[i].Source+")")
		}
	}
	return nil
}
