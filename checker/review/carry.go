package review

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/concord-news/concord/checker"
	"github.com/concord-news/concord/checker/report"
	"github.com/concord-news/concord/checker/review/store"
)

// Carried says what a new run did to the cases of its story.
type Carried struct {
	Run int64 `json:"run"`
	// Report is the hash of the run's JSON report.
	Report string `json:"report_sha256"`
	// New, Same, Moved, Judged and Gone count findings against the run before;
	// Reopened are those of them that had been decided.
	New      int `json:"new"`
	Same     int `json:"same"`
	Moved    int `json:"moved"`
	Judged   int `json:"judged"`
	Gone     int `json:"gone"`
	Reopened int `json:"reopened"`
	// Signed is the event of a sign-off that the run ends, 0 where there is none.
	Signed int64 `json:"signed"`
	// Articles are the hashes of the articles' texts by ID.
	Articles map[string]string `json:"articles"`
	// Cases are the numbers of the cases by the finding's ID in the run.
	Cases map[string]int64 `json:"cases"`
}

// AddRun makes a report the one that is reviewed. Decisions are carried over by
// fingerprint; findings whose values moved are opened again where they had been
// decided. A story that was signed off is opened by it.
func (v *Service) AddRun(ctx context.Context, who Who, story int64, r *checker.Report) (Carried, error) {
	return v.addRun(ctx, who, story, &checker.Kept{Report: r})
}

// addRun is AddRun of a story that was kept, so that the reference facts of its
// cases are held against the new run.
func (v *Service) addRun(ctx context.Context, who Who, story int64, k *checker.Kept) (Carried, error) {
	r := k.Report
	wire, err := v.encode(r)
	if err != nil {
		return Carried{}, err
	}
	after, err := report.Read(bytes.NewReader(wire))
	if err != nil {
		return Carried{}, err
	}
	snap := newSnapshot(r)
	encoded, err := json.Marshal(snap)
	if err != nil {
		return Carried{}, fmt.Errorf("snapshot of the run: %w", err)
	}
	var out Carried
	err = v.store.Update(ctx, func(tx *store.Tx) error {
		st, err := tx.Lock(story)
		if err != nil {
			return err
		}
		s := &step{tx: tx, story: st, who: who, at: v.now().UTC().Truncate(time.Microsecond), batch: newBatch()}
		for _, a := range r.Story.Articles {
			if err := tx.PutText(snap.Texts[a.ID], []byte(a.Text)); err != nil {
				return err
			}
		}
		run := store.Run{Story: story, Created: s.at, Person: who.Name, Report: wire, Snapshot: encoded, SHA256: hash(wire)}
		if err := tx.AddRun(&run); err != nil {
			return err
		}
		out = Carried{Run: run.Number, Report: run.SHA256, Signed: st.Signed, Articles: snap.Texts, Cases: map[string]int64{}}
		return s.carry(&out, after, func(finding int, refs []Reference) []Held { return v.hold(k, finding, &after.Findings[finding], refs) })
	})
	if err != nil {
		return out, err
	}
	// Ready before it is told of; a run that cannot be shown says so where it is opened.
	_, _ = v.Shown(context.WithoutCancel(ctx), story, out.Run)
	v.Hub.tell(story)
	return out, nil
}

// carry moves the cases of the story to the new run.
func (s *step) carry(out *Carried, after *report.Report, hold func(finding int, refs []Reference) []Held) error {
	cases, err := s.tx.AllCases(s.story.ID)
	if err != nil {
		return err
	}
	before, err := s.previous()
	if err != nil {
		return err
	}
	m := newMatcher(cases, s.story.Run)
	changes := map[string]report.Change{} // by the new finding's ID
	for _, c := range report.Compare(before, after) {
		if c.New != nil {
			changes[c.New.ID] = c
		}
	}
	outlets := map[string]string{}
	for _, a := range after.Articles {
		outlets[a.ID] = a.Outlet
	}
	for i := range after.Findings {
		f := &after.Findings[i]
		c := m.take(changes[f.ID])
		isNew := c.Number == 0
		fill(&c, f, outlets)
		c.Story, c.Run, c.Ordinal = s.story.ID, out.Run, int64(i)
		again := func(refs []Reference) []Held { return hold(i, refs) }
		if err := s.settle(out, &c, settling{changes[f.ID], isNew, again}); err != nil {
			return err
		}
		out.Cases[f.ID] = c.Number
	}
	out.Gone = m.left()
	if err := s.tx.SetRun(s.story.ID, out.Run); err != nil {
		return err
	}
	if err := s.tx.SetSigned(s.story.ID, 0); err != nil {
		return err
	}
	return s.log(store.Event{Kind: "run"}, out)
}

// previous is the report of the run before, empty before the first.
func (s *step) previous() (*report.Report, error) {
	if s.story.Run == 0 {
		return &report.Report{}, nil
	}
	run, err := s.tx.Run(s.story.ID, s.story.Run)
	if err != nil {
		return nil, err
	}
	return wireOf(run)
}

// settling is what a new run says of a case.
type settling struct {
	change report.Change
	isNew  bool
	// hold holds references against the finding.
	hold func([]Reference) []Held
}

// settle writes a case of the new run: a new one is open, one whose values
// moved is opened again, and any other stays as it is. Reference facts are held
// against what the new run reads.
func (s *step) settle(out *Carried, c *store.Case, n settling) error {
	if n.isNew {
		out.New++
		st := State{Version: 1, Status: Open}
		data, err := st.encode()
		if err != nil {
			return err
		}
		c.State, c.Version, c.Data = string(Open), 1, data
		return s.tx.PutCase(c)
	}
	st, err := DecodeState(c.Data)
	if err != nil {
		return err
	}
	moves, kind := n.change.Moves, ""
	switch n.change.Kind {
	case report.Moved:
		out.Moved++
		kind = "moved"
	case report.Judged:
		out.Judged++
		kind = "moved"
		moves = []string{"verdict " + n.change.Old.Verdict + " -> " + n.change.New.Verdict}
	default:
		out.Same++
	}
	held := st.Held
	if refs := st.InUse(); len(refs) > 0 {
		st.Held = n.hold(refs)
	}
	if kind == "" {
		if slices.Equal(held, st.Held) {
			raise(c, &st)
			return s.tx.PutCase(c)
		}
		return s.put(c, "held anew", map[string]any{"run": out.Run, "held": st.Held}, st)
	}
	if st.Status.Settled() {
		out.Reopened++
		kind = "reopened"
		st.Reopening, st.Status = &Reopening{Run: out.Run, Moves: moves, Was: st.Status, At: s.at}, Reopened
	} else if st.Reopening != nil {
		st.Reopening = &Reopening{Run: out.Run, Moves: append(st.Reopening.Moves, moves...), Was: st.Reopening.Was, At: s.at}
	}
	return s.put(c, kind, map[string]any{"run": out.Run, "moves": moves}, st)
}

// fill writes what a run says of a finding into its case.
func fill(c *store.Case, f *report.Finding, outlets map[string]string) {
	c.Finding, c.Fingerprint, c.Fact, c.Rule, c.Kind = f.ID, f.Fingerprint, report.Plain(f.Fact), f.Rule, f.Kind
	c.Verdict, c.Severity, c.Outlets, c.Reported = f.Verdict, f.Severity, nil, reported(f)
	words := []string{f.ID, c.Fact, f.Rule, f.Why}
	seen := map[string]bool{}
	for _, v := range f.Values {
		if name := report.Plain(outlets[v.Article]); !seen[name] {
			seen[name] = true
			c.Outlets = append(c.Outlets, name)
			words = append(words, name)
		}
		words = append(words, v.Text, v.Value, v.Speaker)
	}
	c.Words = strings.ToLower(report.Plain(strings.Join(words, " ")))
}

// reported reports whether an editor should look at a finding: outlets differ, or
// one contradicts a reference fact.
func reported(f *report.Finding) bool {
	return slices.Contains([]string{"conflict", "changed", "disputed"}, f.Verdict) || slices.ContainsFunc(f.Values, func(v report.Value) bool {
		return v.Reference != nil && v.Reference.Standing == checker.Contradicts.String()
	})
}

// matcher finds the case of a finding.
type matcher struct {
	present map[string]*store.Case // of the run before, by its finding's ID
	absent  map[string]*store.Case // of earlier runs, by fingerprint
}

func newMatcher(cases []store.Case, run int64) *matcher {
	m := &matcher{present: map[string]*store.Case{}, absent: map[string]*store.Case{}}
	for i := range cases {
		if c := &cases[i]; c.Run == run {
			m.present[c.Finding] = c
		} else {
			m.absent[c.Fingerprint] = c
		}
	}
	return m
}

// take returns the case that a finding of the new run continues, an empty one
// where it continues none. A finding that had gone and comes back unchanged
// continues its old case.
func (m *matcher) take(change report.Change) store.Case {
	if change.Old != nil {
		if c := m.present[change.Old.ID]; c != nil {
			delete(m.present, change.Old.ID)
			return *c
		}
	}
	if change.New != nil {
		if c := m.absent[change.New.Fingerprint]; c != nil {
			delete(m.absent, change.New.Fingerprint)
			return *c
		}
	}
	return store.Case{}
}

// left is the number of findings that the new run no longer has.
func (m *matcher) left() int { return len(m.present) }

// Unchanged reports whether the present run of a story has just this report, and
// kept the articles with it, as older versions did not.
func (v *Service) Unchanged(ctx context.Context, story int64, r *checker.Report) (bool, error) {
	wire, err := v.encode(r)
	if err != nil {
		return false, err
	}
	same := false
	err = v.store.View(ctx, func(tx *store.Tx) error {
		st, err := tx.Story(story)
		if err != nil || st.Run == 0 {
			return err
		}
		run, err := tx.Run(story, st.Run)
		if err != nil {
			return err
		}
		snap, err := snapshotOf(run)
		if err != nil {
			return err
		}
		same = run.SHA256 == hash(wire) && len(snap.Articles) == len(r.Story.Articles)
		return nil
	})
	return same, err
}

var errNoRun = errors.New("the story has no run yet")
