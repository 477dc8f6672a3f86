package review

import (
	"context"
	"errors"
	"fmt"
	"slices"

	"github.com/concord-news/concord/checker/review/store"
	"github.com/concord-news/concord/rules"
)

// BlockedError says which findings keep a story from being signed off.
type BlockedError struct{ Cases []store.Case }

// Error counts them.
func (e *BlockedError) Error() string {
	return fmt.Sprintf("sign-off is refused: %d high findings are open or waiting for an answer", len(e.Cases))
}

// SignOff is what a signed-off story is signed with.
type SignOff struct {
	Run    int64  `json:"run"`
	Report string `json:"report_sha256"`
	// Log is the hash of the last event before the sign-off, which the hash of
	// every event before it goes into.
	Log    string `json:"log_sha256"`
	Events int64  `json:"events"`
	// People are those who did something, Counts the findings by status.
	People []string       `json:"people"`
	Counts map[string]int `json:"counts"`
	// OpenLow is the number of findings of low severity that nobody decided.
	OpenLow  int               `json:"open_low"`
	Articles map[string]string `json:"articles"`
	Note     string            `json:"note"`
}

// Blocking lists the high findings that are open or waiting.
func Blocking(tx *store.Tx, st store.Story) ([]store.Case, error) {
	f := store.Filter{Story: st.ID, Run: st.Run, Reported: true, Severity: rules.High.String()}
	open, waiting := f, f
	open.States, waiting.Waiting = Undecided(), true
	list, _, err := tx.Cases(open)
	if err != nil {
		return nil, err
	}
	more, _, err := tx.Cases(waiting)
	for _, c := range more {
		if !slices.ContainsFunc(list, func(d store.Case) bool { return d.Number == c.Number }) {
			list = append(list, c)
		}
	}
	return list, err
}

// Sign signs a story off: an editor vouches for it, and its log is frozen. It is
// refused while a high finding is open or waiting. seq is the last event that
// the editor saw; where more happened since, the editor has to look again.
func (v *Service) Sign(ctx context.Context, who Who, story, seq int64, note string) (SignOff, error) {
	var out SignOff
	if who.Role != Editor {
		return out, fmt.Errorf("%w: only an editor signs off", ErrRole)
	}
	if err := clean(&note, "note", mostWords); err != nil {
		return out, err
	}
	_, err := v.change(ctx, who, story, func(s *step) error {
		if s.story.Run == 0 {
			return errNoRun
		}
		if seq != s.story.Seq {
			return invalid("seq", "something happened since you looked; look again before signing")
		}
		blocking, err := Blocking(s.tx, s.story)
		if err != nil {
			return err
		}
		if len(blocking) > 0 {
			return &BlockedError{blocking}
		}
		if out, err = s.summary(); err != nil {
			return err
		}
		out.Note = note
		if err := s.log(store.Event{Kind: "signed off"}, out); err != nil {
			return err
		}
		return s.tx.SetSigned(s.story.ID, s.story.Seq)
	})
	return out, err
}

func (s *step) summary() (SignOff, error) {
	out := SignOff{Run: s.story.Run, Log: s.story.Head, Events: s.story.Seq, Counts: map[string]int{}}
	run, err := s.tx.Run(s.story.ID, s.story.Run)
	if err != nil {
		return out, err
	}
	snap, err := snapshotOf(run)
	if err != nil {
		return out, err
	}
	out.Report, out.Articles = run.SHA256, snap.Texts
	sums, err := s.tx.Sums(s.story.ID, s.story.Run)
	if err != nil {
		return out, err
	}
	for _, n := range sums {
		if !n.Reported {
			continue
		}
		out.Counts[n.State] += n.N
		if !Status(n.State).Settled() {
			out.OpenLow += n.N
		}
	}
	log, err := s.tx.Events(s.story.ID, 0, 0)
	for _, e := range log {
		if name := e.Person + " (" + e.Role + ")"; !slices.Contains(out.People, name) {
			out.People = append(out.People, name)
		}
	}
	slices.Sort(out.People)
	return out, err
}

// Reopen opens a signed-off story again. What was signed stays in the log.
func (v *Service) Reopen(ctx context.Context, who Who, story int64, reason string) error {
	if who.Role != Editor {
		return fmt.Errorf("%w: only an editor opens a story again", ErrRole)
	}
	if err := clean(&reason, "reason", mostWords); err != nil {
		return err
	}
	if reason == "" {
		return invalid("reason", "say why the story is opened again")
	}
	err := v.store.Update(ctx, func(tx *store.Tx) error {
		st, err := tx.Lock(story)
		if err != nil {
			return err
		}
		if st.Signed == 0 {
			return invalid("story", "is not signed off")
		}
		s := &step{tx: tx, story: st, who: who, at: v.now().UTC(), batch: newBatch()}
		if err := s.log(store.Event{Kind: "opened again"}, map[string]any{"reason": reason, "signed": st.Signed}); err != nil {
			return err
		}
		return tx.SetSigned(story, 0)
	})
	if err == nil {
		v.Hub.tell(story)
	}
	return err
}

// Overview is what the strip of a story's page shows.
type Overview struct {
	Story store.Story
	Sums  []store.Sum
	// High counts the high findings at which an editor should look, HighOpen
	// those of them that are open or waiting; All and AllOpen count any severity.
	HighOpen, High, AllOpen, All int
	Waiting                      int
}

// NewOverview sums up the present run of a story.
func NewOverview(tx *store.Tx, story int64) (Overview, error) {
	st, err := tx.Story(story)
	if err != nil {
		return Overview{}, err
	}
	o := Overview{Story: st}
	if o.Sums, err = tx.Sums(story, st.Run); err != nil {
		return o, err
	}
	for _, s := range o.Sums {
		if s.Waiting {
			o.Waiting += s.N
		}
		if !s.Reported {
			continue
		}
		open := s.Waiting || !Status(s.State).Settled()
		high := s.Severity == rules.High.String()
		o.All += s.N
		if open {
			o.AllOpen += s.N
		}
		if high {
			o.High += s.N
		}
		if high && open {
			o.HighOpen += s.N
		}
	}
	return o, nil
}

// IsNone reports whether err says that there is none such.
func IsNone(err error) bool { return errors.Is(err, store.ErrNone) || errors.Is(err, errNoRun) }
