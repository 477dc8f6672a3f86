package web

import (
	"errors"
	"io"
	"net/http"
	"path"
	"strings"
	"time"

	"github.com/concord-news/concord/checker/review"
	"github.com/concord-news/concord/checker/review/store"
)

// wireSource is what a story's runs read.
type wireSource struct {
	Number    int64  `json:"number"`
	Kind      string `json:"kind"`
	Name      string `json:"name"`
	Outlet    string `json:"outlet"`
	Title     string `json:"title"`
	URL       string `json:"url"`
	Published string `json:"published"`
	SHA256    string `json:"sha256"`
	Removed   bool   `json:"removed"`
}

func newWireSource(x store.Source) wireSource {
	return wireSource{x.Number, x.Kind, sourceName(x), x.Outlet, x.Title, x.URL, x.Published, x.SHA256, x.Removed}
}

// sourceName leaves out where on the machine a path lies.
func sourceName(x store.Source) string {
	if x.Kind == "path" {
		return path.Base(strings.ReplaceAll(x.Name, `\`, "/"))
	}
	return x.Name
}

func (s *Server) sources(r *request) ([]store.Source, error) {
	story, err := r.number("story")
	if err != nil {
		return nil, err
	}
	var list []store.Source
	err = r.view(func(tx *store.Tx) error {
		if _, err := tx.Story(story); err != nil {
			return err
		}
		list, err = tx.Sources(story)
		return err
	})
	return list, err
}

func (s *Server) listArticles(w http.ResponseWriter, r *request) error {
	list, err := s.sources(r)
	if err != nil {
		return err
	}
	out := []wireSource{}
	for _, x := range list {
		out = append(out, newWireSource(x))
	}
	return writeJSON(w, http.StatusOK, map[string]any{"articles": out})
}

// articleRequest is an article to add: a text, an address, or a file of a
// multipart form.
type articleRequest struct {
	Kind      string `json:"kind"`
	Outlet    string `json:"outlet"`
	Title     string `json:"title"`
	URL       string `json:"url"`
	Published string `json:"published"`
	Text      string `json:"text"`
	Address   string `json:"address"`
}

func (q *articleRequest) fromForm(f form) error {
	q.Kind, q.Outlet, q.Title, q.URL = f.Get("kind"), f.Get("outlet"), f.Get("title"), f.Get("url")
	q.Published, q.Text, q.Address = f.Get("published"), f.Get("text"), f.Get("address")
	return nil
}

func (s *Server) addArticle(w http.ResponseWriter, r *request) error {
	story, err := r.number("story")
	if err != nil {
		return err
	}
	var q articleRequest
	if err := decode(r, &q); err != nil {
		return err
	}
	a := review.Added{Kind: q.Kind, Outlet: q.Outlet, Title: q.Title, URL: q.URL, Published: q.Published}
	switch q.Kind {
	case "text":
		a.Name, a.Content = "pasted text", []byte(q.Text)
	case "address":
		a.Name = q.Address
	case "file":
		if a.Name, a.Content, err = uploaded(r); err != nil {
			return err
		}
	default:
		return &review.InvalidError{Field: "kind", Message: "is text, file or address"}
	}
	src, err := s.Service.AddArticle(r.Context(), r.who(), story, a)
	if err != nil {
		return err
	}
	if wantsPage(r) {
		return redirect(w, r, storyPath(story)+"/articles")
	}
	return writeJSON(w, http.StatusCreated, newWireSource(src))
}

// uploaded reads the file of a form. Its name is shown and is no path.
func uploaded(r *request) (string, []byte, error) {
	if r.MultipartForm == nil {
		return "", nil, &review.InvalidError{Field: "file", Message: "a file comes in a multipart form"}
	}
	f, head, err := r.FormFile("file")
	if errors.Is(err, http.ErrMissingFile) {
		return "", nil, &review.InvalidError{Field: "file", Message: "choose a file"}
	}
	if err != nil {
		return "", nil, badBody(err)
	}
	defer f.Close()
	b, err := io.ReadAll(io.LimitReader(f, review.MostArticle+1))
	if err != nil {
		return "", nil, badBody(err)
	}
	return path.Base(strings.ReplaceAll(head.Filename, `\`, "/")), b, nil
}

func (s *Server) removeArticle(w http.ResponseWriter, r *request) error {
	story, err := r.number("story")
	if err != nil {
		return err
	}
	source, err := r.number("source")
	if err != nil {
		return err
	}
	if err := s.Service.RemoveArticle(r.Context(), r.who(), story, source); err != nil {
		return err
	}
	return s.doneAt(w, r, storyPath(story)+"/articles")
}

// doneAt answers what has nothing more to say.
func (s *Server) doneAt(w http.ResponseWriter, r *request, page string) error {
	if wantsPage(r) {
		return redirect(w, r, page)
	}
	w.WriteHeader(http.StatusNoContent)
	return nil
}

type wireRun struct {
	Number  int64     `json:"number"`
	Created time.Time `json:"created"`
	Person  string    `json:"person"`
	SHA256  string    `json:"report_sha256"`
}

func (s *Server) listRuns(w http.ResponseWriter, r *request) error {
	story, err := r.number("story")
	if err != nil {
		return err
	}
	var list []store.Run
	err = r.view(func(tx *store.Tx) error {
		if _, err := tx.Story(story); err != nil {
			return err
		}
		list, err = tx.Runs(story)
		return err
	})
	if err != nil {
		return err
	}
	runs := []wireRun{}
	for _, x := range list {
		runs = append(runs, wireRun{x.Number, x.Created, x.Person, x.SHA256})
	}
	job, ok := s.Service.Job(story)
	out := map[string]any{"runs": runs, "job": nil}
	if ok {
		out["job"] = job
	}
	return writeJSON(w, http.StatusOK, out)
}

func (s *Server) startRun(w http.ResponseWriter, r *request) error {
	story, err := r.number("story")
	if err != nil {
		return err
	}
	err = r.view(func(tx *store.Tx) error {
		_, err := tx.Story(story)
		return err
	})
	if err != nil {
		return err
	}
	if err := s.Service.Start(r.who(), story); err != nil {
		return err
	}
	if wantsPage(r) {
		return redirect(w, r, storyPath(story)+"/articles")
	}
	job, _ := s.Service.Job(story)
	return writeJSON(w, http.StatusAccepted, job)
}

func (s *Server) stopRun(w http.ResponseWriter, r *request) error {
	story, err := r.number("story")
	if err != nil {
		return err
	}
	s.Service.Stop(story)
	return s.doneAt(w, r, storyPath(story)+"/articles")
}

func (s *Server) getReport(w http.ResponseWriter, r *request) error {
	story, err := r.number("story")
	if err != nil {
		return err
	}
	number, err := r.number("run")
	if err != nil {
		return err
	}
	var run store.Run
	err = r.view(func(tx *store.Tx) error {
		run, err = tx.Run(story, number)
		return err
	})
	if err != nil {
		return err
	}
	w.Header().Set("Content-Type", "application/json; charset=utf-8")
	_, _ = w.Write(run.Report) // a client that went away need not be told
	return nil
}
