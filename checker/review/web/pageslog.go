package web

import (
	"encoding/json"
	"fmt"
	"net/http"

	"github.com/concord-news/concord/checker/report"
	"github.com/concord-news/concord/checker/review"
	"github.com/concord-news/concord/checker/review/store"
)

type compareBody struct {
	Old, New int64
	Changes  []changeRow
	Articles []review.ArticleChange
	Same     int
}

type changeRow struct {
	Kind, Finding, Fact, Verdict string
	Moves                        []string
}

func (s *Server) comparePage(w http.ResponseWriter, r *request) error {
	o, err := s.overview(r)
	if err != nil {
		return err
	}
	q := form{r.URL.Query()}
	b := compareBody{Old: q.number("old"), New: q.number("new")}
	if b.New == 0 {
		b.New = o.Story.Run
	}
	if b.Old == 0 {
		b.Old = b.New - 1
	}
	if b.Old < 1 || b.New < 1 {
		return store.ErrNone
	}
	changes, articles, err := s.Service.CompareRuns(r.Context(), o.Story.ID, b.Old, b.New)
	if err != nil {
		return err
	}
	b.Articles = articles
	for _, c := range changes {
		f := c.New
		if f == nil {
			f = c.Old
		}
		if c.Kind == report.Same {
			b.Same++
			continue
		}
		row := changeRow{Kind: string(c.Kind), Finding: f.ID, Fact: report.Plain(f.Fact), Verdict: f.Verdict}
		if c.Old != nil && c.New != nil && c.Old.Verdict != c.New.Verdict {
			row.Verdict = c.Old.Verdict + " -> " + c.New.Verdict
		}
		for _, m := range c.Moves {
			row.Moves = append(row.Moves, report.Plain(m))
		}
		b.Changes = append(b.Changes, row)
	}
	return s.show(w, r, "compare", http.StatusOK, page{
		Title: fmt.Sprintf("Run %d and run %d · %s", b.Old, b.New, o.Story.Name), Story: &o.Story, At: "articles", Body: b,
	})
}

type logBody struct {
	Events []store.Event
	// Older is the event before which the next page goes on, 0 at the end.
	Older    int64
	Findings map[int64]string
	Signed   []store.Event
	Editor   bool
}

// pageEvents is how many events a page of the log has.
const pageEvents = 100

func (s *Server) logPage(w http.ResponseWriter, r *request) error {
	o, err := s.overview(r)
	if err != nil {
		return err
	}
	b := logBody{Findings: map[int64]string{}, Editor: r.who().Role == review.Editor}
	err = r.view(func(tx *store.Tx) (err error) {
		if b.Events, err = tx.LastEvents(o.Story.ID, form{r.URL.Query()}.number("before"), pageEvents); err != nil {
			return err
		}
		if b.Signed, err = signedOff(tx, o.Story.ID); err != nil {
			return err
		}
		for _, e := range b.Events {
			if e.Case == 0 || b.Findings[e.Case] != "" {
				continue
			}
			c, err := tx.Case(o.Story.ID, e.Case)
			if err != nil {
				return err
			}
			b.Findings[e.Case] = c.Finding + " · " + c.Fact
		}
		return nil
	})
	if err != nil {
		return err
	}
	if n := len(b.Events); n == pageEvents && b.Events[n-1].Seq > 1 {
		b.Older = b.Events[n-1].Seq
	}
	return s.show(w, r, "log", http.StatusOK, page{Title: "Log · " + o.Story.Name, Story: &o.Story, At: "log", Body: b})
}

// signedOff lists the sign-offs of a story.
func signedOff(tx *store.Tx, story int64) ([]store.Event, error) {
	log, err := tx.CaseEvents(story, 0)
	var out []store.Event
	for _, e := range log[0] {
		if e.Kind == "signed off" {
			out = append(out, e)
		}
	}
	return out, err
}

type signOffBody struct {
	Overview review.Overview
	Blocking []store.Case
	Editor   bool
	// Signed is what the story is signed off with, nil while it is open.
	Signed *review.SignOff
	By     store.Event
	// Earlier are the sign-offs before.
	Earlier []store.Event
}

func (s *Server) signOffPage(w http.ResponseWriter, r *request) error {
	o, err := s.overview(r)
	if err != nil {
		return err
	}
	b := signOffBody{Overview: o, Editor: r.who().Role == review.Editor}
	err = r.view(func(tx *store.Tx) (err error) {
		if b.Blocking, err = review.Blocking(tx, o.Story); err != nil {
			return err
		}
		b.Earlier, err = signedOff(tx, o.Story.ID)
		return err
	})
	if err != nil {
		return err
	}
	for _, e := range b.Earlier {
		if e.Seq != o.Story.Signed {
			continue
		}
		b.By, b.Signed = e, &review.SignOff{}
		if err := json.Unmarshal([]byte(e.Detail), b.Signed); err != nil {
			return fmt.Errorf("sign-off %d: %w", e.Seq, err)
		}
	}
	return s.show(w, r, "sign-off", http.StatusOK, page{Title: "Sign-off · " + o.Story.Name, Story: &o.Story, At: "sign-off", Body: b})
}
