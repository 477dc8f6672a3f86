package review

import (
	"cmp"
	"context"
	"encoding/json"
	"fmt"

	"github.com/concord-news/concord/checker/report"
	"github.com/concord-news/concord/checker/review/store"
)

// Edition is a story with its review as it was after an event of its log. It is
// made of the log alone.
type Edition struct {
	Story store.Story
	Shown *Shown
	// Log is the log up to then.
	Log []store.Event
	// Findings are those of the run, in the order of its report.
	Findings []Reviewed
	// SignOff is what it was signed off with, nil where it was not; Signed is the
	// event.
	SignOff *SignOff
	Signed  store.Event
}

// Reviewed is a finding with what was said of it until then.
type Reviewed struct {
	Case    int64
	Finding *report.Finding
	Card    *report.Card
	// Severity is the finding's, or what a reference fact of it makes of that.
	Severity string
	State    State
	History  []store.Event
}

// Edition returns a story as its sign-off with the event number signed left it,
// or with 0 as it is now.
func (v *Service) Edition(ctx context.Context, story, signed int64) (*Edition, error) {
	e := &Edition{}
	err := v.store.View(ctx, func(tx *store.Tx) (err error) {
		if e.Story, err = tx.Story(story); err != nil {
			return err
		}
		e.Log, err = tx.Events(story, 0, 0)
		return err
	})
	if err != nil {
		return nil, err
	}
	if signed != 0 {
		if signed < 0 || signed > int64(len(e.Log)) || e.Log[signed-1].Kind != "signed off" {
			return nil, store.ErrNone
		}
		e.Log = e.Log[:signed]
	} else {
		signed = e.Story.Signed
	}
	if signed != 0 {
		e.Signed, e.SignOff = e.Log[signed-1], &SignOff{}
		if err := json.Unmarshal([]byte(e.Signed.Detail), e.SignOff); err != nil {
			return nil, fmt.Errorf("event %d: %w", signed, err)
		}
	}
	return e, v.fillEdition(ctx, e)
}

func (v *Service) fillEdition(ctx context.Context, e *Edition) error {
	var run Carried
	var err error
	history := map[int64][]store.Event{}
	for _, x := range e.Log {
		if x.Kind == "run" {
			if run, err = carriedBy(x); err != nil {
				return err
			}
		}
		if x.Case != 0 {
			history[x.Case] = append(history[x.Case], x)
		}
	}
	if run.Run == 0 {
		return errNoRun
	}
	if e.Shown, err = v.Shown(ctx, e.Story.ID, run.Run); err != nil {
		return err
	}
	for i := range e.Shown.Wire.Findings {
		f := &e.Shown.Wire.Findings[i]
		r := Reviewed{Case: run.Cases[f.ID], Finding: f, Card: e.Shown.Card(f.ID), State: State{Version: 1, Status: Open}}
		r.History = history[r.Case]
		if n := len(r.History); n > 0 {
			if r.State, err = DecodeState(r.History[n-1].After); err != nil {
				return err
			}
		}
		r.Severity = cmp.Or(r.State.contradicted(), f.Severity)
		e.Findings = append(e.Findings, r)
	}
	return nil
}

// Discrepancies are the findings that a log of discrepancies lists: those at
// which an editor should look, and whatever somebody said something of.
func (e *Edition) Discrepancies() []Reviewed {
	var out []Reviewed
	for _, r := range e.Findings {
		if reported(r.Finding) || r.Finding.Verdict == "compatible" || len(r.History) > 0 {
			out = append(out, r)
		}
	}
	return out
}

// Outlet is the name of an article's outlet.
func (e *Edition) Outlet(article string) string {
	for _, a := range e.Shown.Wire.Articles {
		if a.ID == article {
			return a.Outlet
		}
	}
	return article
}
