package web

import (
	"net/http"
	"time"

	"github.com/concord-news/concord/checker/review"
	"github.com/concord-news/concord/checker/review/store"
)

// wireStory is a story as the API has it.
type wireStory struct {
	ID      int64     `json:"id"`
	Name    string    `json:"name"`
	Created time.Time `json:"created"`
	Run     int64     `json:"run"`
	Seq     int64     `json:"seq"`
	// Signed is the event of the sign-off, 0 while the story is open.
	Signed   int64 `json:"signed"`
	High     int   `json:"high"`
	HighOpen int   `json:"high_open"`
	All      int   `json:"discrepancies"`
	AllOpen  int   `json:"discrepancies_open"`
	Waiting  int   `json:"waiting"`
	// HTML is the strip of the story's page, where it was asked for.
	HTML string `json:"html,omitempty"`
}

func newWireStory(o review.Overview) wireStory {
	return wireStory{
		ID: o.Story.ID, Name: o.Story.Name, Created: o.Story.Created, Run: o.Story.Run, Seq: o.Story.Seq, Signed: o.Story.Signed,
		High: o.High, HighOpen: o.HighOpen, All: o.All, AllOpen: o.AllOpen, Waiting: o.Waiting,
	}
}

func (s *Server) overviews(r *request) ([]review.Overview, error) {
	var out []review.Overview
	err := r.view(func(tx *store.Tx) error {
		list, err := tx.Stories()
		if err != nil {
			return err
		}
		for _, st := range list {
			o, err := review.NewOverview(tx, st.ID)
			if err != nil {
				return err
			}
			out = append(out, o)
		}
		return nil
	})
	return out, err
}

func (s *Server) listStories(w http.ResponseWriter, r *request) error {
	list, err := s.overviews(r)
	if err != nil {
		return err
	}
	out := []wireStory{}
	for _, o := range list {
		out = append(out, newWireStory(o))
	}
	return writeJSON(w, http.StatusOK, map[string]any{"stories": out})
}

type storyRequest struct {
	Name string `json:"name"`
}

func (q *storyRequest) fromForm(f form) error {
	q.Name = f.Get("name")
	return nil
}

func (s *Server) addStory(w http.ResponseWriter, r *request) error {
	var q storyRequest
	if err := decode(r, &q); err != nil {
		return err
	}
	st, err := s.Service.AddStory(r.Context(), r.who(), q.Name, nil)
	if err != nil {
		return err
	}
	if wantsPage(r) {
		return redirect(w, r, storyPath(st.ID)+"/articles")
	}
	return writeJSON(w, http.StatusCreated, wireStory{ID: st.ID, Name: st.Name, Created: st.Created, Seq: st.Seq})
}

func (s *Server) overview(r *request) (review.Overview, error) {
	var o review.Overview
	story, err := r.number("story")
	if err != nil {
		return o, err
	}
	err = r.view(func(tx *store.Tx) (err error) {
		o, err = review.NewOverview(tx, story)
		return err
	})
	return o, err
}

func (s *Server) getStory(w http.ResponseWriter, r *request) error {
	o, err := s.overview(r)
	if err != nil {
		return err
	}
	out := newWireStory(o)
	if r.URL.Query().Get("strip") == "html" {
		if out.HTML, err = s.stripHTML(r, o); err != nil {
			return err
		}
	}
	return writeJSON(w, http.StatusOK, out)
}

func (s *Server) listFindings(w http.ResponseWriter, r *request) error {
	story, err := r.number("story")
	if err != nil {
		return err
	}
	var list []store.Case
	total := 0
	choice := readChoice(r.URL.Query())
	err = r.view(func(tx *store.Tx) error {
		st, err := tx.Story(story)
		if err != nil {
			return err
		}
		list, total, err = tx.Cases(choice.filter(st, r.person.Name))
		return err
	})
	if err != nil {
		return err
	}
	out := []wireCase{}
	for _, c := range list {
		out = append(out, newWireCase(c))
	}
	return writeJSON(w, http.StatusOK, map[string]any{"findings": out, "total": total, "page": choice.Page, "pages": pagesOf(total)})
}

// finding returns the case that a request is about.
func (r *request) finding() (store.Case, error) {
	var c store.Case
	story, err := r.number("story")
	if err != nil {
		return c, err
	}
	number, err := r.number("finding")
	if err != nil {
		return c, err
	}
	err = r.view(func(tx *store.Tx) (err error) {
		c, err = tx.Case(story, number)
		return err
	})
	return c, err
}

func (s *Server) getFinding(w http.ResponseWriter, r *request) error {
	c, err := r.finding()
	if err != nil {
		return err
	}
	out := struct {
		wireCase
		HTML string `json:"html,omitempty"`
	}{wireCase: newWireCase(c)}
	if r.URL.Query().Get("card") == "html" {
		if out.HTML, err = s.cardHTML(r, c); err != nil {
			return err
		}
	}
	return writeJSON(w, http.StatusOK, out)
}

type signOffRequest struct {
	Seq  int64  `json:"seq"`
	Note string `json:"note"`
}

func (q *signOffRequest) fromForm(f form) error {
	q.Seq, q.Note = f.number("seq"), f.Get("note")
	return nil
}

func (s *Server) signOff(w http.ResponseWriter, r *request) error {
	story, err := r.number("story")
	if err != nil {
		return err
	}
	var q signOffRequest
	if err := decode(r, &q); err != nil {
		return err
	}
	so, err := s.Service.Sign(r.Context(), r.who(), story, q.Seq, q.Note)
	if err != nil {
		return err
	}
	if wantsPage(r) {
		return redirect(w, r, storyPath(story)+"/sign-off")
	}
	return writeJSON(w, http.StatusOK, so)
}

type reasonRequest struct {
	Reason string `json:"reason"`
}

func (q *reasonRequest) fromForm(f form) error {
	q.Reason = f.Get("reason")
	return nil
}

func (s *Server) reopen(w http.ResponseWriter, r *request) error {
	story, err := r.number("story")
	if err != nil {
		return err
	}
	var q reasonRequest
	if err := decode(r, &q); err != nil {
		return err
	}
	if err := s.Service.Reopen(r.Context(), r.who(), story, q.Reason); err != nil {
		return err
	}
	return s.doneAt(w, r, storyPath(story))
}

func (s *Server) getLog(w http.ResponseWriter, r *request) error {
	story, err := r.number("story")
	if err != nil {
		return err
	}
	after := form{r.URL.Query()}.number("after")
	var log []store.Event
	err = r.view(func(tx *store.Tx) error {
		if _, err := tx.Story(story); err != nil {
			return err
		}
		log, err = tx.Events(story, after, logPage)
		return err
	})
	if err != nil {
		return err
	}
	return writeJSON(w, http.StatusOK, map[string]any{"events": append([]store.Event{}, log...), "more": len(log) == logPage})
}

// logPage is how many events one answer has.
const logPage = 500

func (s *Server) listRefusals(w http.ResponseWriter, r *request) error {
	var list []store.Refusal
	err := r.view(func(tx *store.Tx) (err error) {
		list, err = tx.Refusals(logPage)
		return err
	})
	if err != nil {
		return err
	}
	type wire struct {
		At     time.Time `json:"at"`
		Remote string    `json:"remote"`
		Person string    `json:"person"`
		Method string    `json:"method"`
		Path   string    `json:"path"`
		Reason string    `json:"reason"`
	}
	out := []wire{}
	for _, x := range list {
		out = append(out, wire(x))
	}
	return writeJSON(w, http.StatusOK, map[string]any{"refusals": out})
}
