package web

import (
	"bytes"
	"fmt"
	"net/http"
	"net/url"
	"slices"
	"strconv"

	"github.com/concord-news/concord/checker/report"
	"github.com/concord-news/concord/checker/review"
	"github.com/concord-news/concord/checker/review/store"
)

func (s *Server) pageRoutes() []route {
	return []route{
		{"GET /{$}", anyone, s.home},
		{"GET /static/{name}", anyone, s.static},
		{"GET /sign-in", anyone, s.signInPage},
		{"GET /keys", signedIn, s.keysPage},
		{"GET /stories/{story}", signedIn, s.storyPage},
		{"GET /stories/{story}/next", signedIn, s.nextOpen},
		{"GET /stories/{story}/findings/{finding}", signedIn, s.findingPage},
		{"GET /stories/{story}/articles", signedIn, s.articlesPage},
		{"GET /stories/{story}/runs/{run}/texts", signedIn, s.textsPage},
		{"GET /stories/{story}/compare", signedIn, s.comparePage},
		{"GET /stories/{story}/log", signedIn, s.logPage},
		{"GET /stories/{story}/sign-off", signedIn, s.signOffPage},
	}
}

func storyPath(id int64) string { return fmt.Sprintf("/stories/%d", id) }

// page is what every page has; Body is its own.
type page struct {
	Title   string
	Name    string
	Role    string
	Token   string
	Version string
	// Story is the story that the page is about, nil for none; At is the page's
	// place among the story's.
	Story *store.Story
	At    string
	Body  any
}

func (s *Server) show(w http.ResponseWriter, r *request, name string, status int, p page) error {
	p.Name, p.Role, p.Token, p.Version = r.person.Name, r.person.Role, r.token(), s.Version
	if !r.signed {
		p.Name = ""
	}
	var b bytes.Buffer
	if err := s.pages.ExecuteTemplate(&b, name, p); err != nil {
		return err
	}
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	w.WriteHeader(status)
	_, _ = w.Write(b.Bytes()) // a client that went away need not be told
	return nil
}

// home lists the stories. With the key that the program printed it lets the
// browser in, and takes the key out of the address.
func (s *Server) home(w http.ResponseWriter, r *request) error {
	if key := r.URL.Query().Get("key"); key != "" && !s.Accounts {
		if !sameKey(key, s.Key) {
			return &refusedError{http.StatusForbidden, "the key is an old one; open the address that concord serve printed last"}
		}
		s.setCookie(w, keyCookie, key, sessionLife)
		return redirect(w, r, local(r.URL.Query().Get("next")))
	}
	if !r.signed {
		return redirect(w, r, "/sign-in")
	}
	list, err := s.overviews(r)
	if err != nil {
		return err
	}
	return s.show(w, r, "home", http.StatusOK, page{Title: "Stories", Body: list})
}

type signInBody struct {
	Accounts, Key bool
	Name, Next    string
	Problem       string
}

func (s *Server) signInPage(w http.ResponseWriter, r *request) error {
	return s.showSignIn(w, r, http.StatusOK, "")
}

func (s *Server) showSignIn(w http.ResponseWriter, r *request, status int, problem string) error {
	b := signInBody{Accounts: s.Accounts, Key: s.hasKey(r.Request), Name: s.Name, Next: local(r.URL.Query().Get("next")), Problem: problem}
	if r.claimed != "" {
		b.Name, b.Next = r.claimed, local(r.PostFormValue("next"))
	}
	return s.show(w, r, "sign-in", status, page{Title: "Sign in", Body: b})
}

func (s *Server) keysPage(w http.ResponseWriter, r *request) error {
	return s.show(w, r, "keys", http.StatusOK, page{Title: "Keys", Body: review.Outcomes()})
}

// storyBody is the review page of a story.
type storyBody struct {
	Strip  strip
	Choice choice
	Cards  []*card
	// Total is how many findings the choice lets through, All how many the run has.
	Total, Pages              int
	PrevPage, NextPage, Clear string
	Query                     string
	Kinds, Outlets            []string
	Verdicts                  []string
	// Empty says why there is no card.
	Empty string
	// Left is how many findings an action on several left alone.
	Left     int
	Outcomes []review.Outcome
}

func (s *Server) storyPage(w http.ResponseWriter, r *request) error {
	o, err := s.overview(r)
	if err != nil {
		return err
	}
	b := storyBody{Strip: strip{Overview: o}, Choice: readChoice(r.URL.Query()), Outcomes: review.Outcomes()}
	b.Left, _ = strconv.Atoi(r.URL.Query().Get("left")) // 0 where it is none
	var cases []store.Case
	err = r.view(func(tx *store.Tx) (err error) {
		if cases, b.Total, err = tx.Cases(b.Choice.filter(o.Story, r.person.Name)); err != nil {
			return err
		}
		b.Kinds, b.Outlets, _, err = tx.Choices(o.Story.ID, o.Story.Run)
		return err
	})
	if err != nil {
		return err
	}
	if b.Cards, err = s.cards(r, o.Story, cases); err != nil {
		return err
	}
	for i, c := range b.Cards {
		c.Index, c.Total = (b.Choice.Page-1)*pageSize+i+1, b.Total
	}
	if o.Story.Run > 0 {
		if b.Strip.Run, err = s.Service.Shown(r.Context(), o.Story.ID, o.Story.Run); err != nil {
			return err
		}
	}
	b.address(o.Story.ID)
	b.Empty = b.empty()
	return s.show(w, r, "story", http.StatusOK, page{Title: o.Story.Name, Story: &o.Story, At: "findings", Body: b})
}

func (b *storyBody) address(story int64) {
	link := func(n int) string {
		u := url.URL{Path: storyPath(story), RawQuery: b.Choice.query(n)}
		return u.String()
	}
	b.Pages, b.Query = pagesOf(b.Total), b.Choice.query(1)
	if b.Choice.Page > 1 {
		b.PrevPage = link(min(b.Choice.Page-1, b.Pages))
	}
	if b.Choice.Page < b.Pages {
		b.NextPage = link(b.Choice.Page + 1)
	}
	if b.Choice.narrowed() {
		b.Clear = storyPath(story)
	}
	for _, v := range b.Strip.Sums {
		if !slices.Contains(b.Verdicts, v.Verdict) {
			b.Verdicts = append(b.Verdicts, v.Verdict)
		}
	}
}

// empty says which of the things that leave a page empty it is.
func (b *storyBody) empty() string {
	all := 0
	for _, n := range b.Strip.Sums {
		all += n.N
	}
	switch {
	case len(b.Cards) > 0:
		return ""
	case b.Strip.Story.Run == 0:
		return "no run"
	case all == 0:
		return "no facts"
	case b.Total > 0:
		return "past the end"
	case b.Choice == choice{Show: "todo", Page: b.Choice.Page} && b.Strip.AllOpen == 0:
		return "all decided"
	case b.Choice == choice{Show: "mine", Page: b.Choice.Page}:
		return "no questions"
	case b.Choice.narrowed():
		return "filtered"
	}
	return "no discrepancies"
}

// nextOpen goes to the next finding that somebody has to decide, after the one
// with the ordinal in ?after=, and round to the first.
func (s *Server) nextOpen(w http.ResponseWriter, r *request) error {
	o, err := s.overview(r)
	if err != nil {
		return err
	}
	after := int64(-1)
	if v := r.URL.Query().Get("after"); v != "" {
		after = number(v)
	}
	var open, shown []store.Case
	err = r.view(func(tx *store.Tx) error {
		f := choice{Show: "todo", Page: 1}.filter(o.Story, "")
		f.Limit, f.Offset = 0, 0
		if open, _, err = tx.Cases(f); err != nil {
			return err
		}
		f.States = nil
		shown, _, err = tx.Cases(f)
		return err
	})
	if err != nil {
		return err
	}
	if len(open) == 0 {
		return redirect(w, r, storyPath(o.Story.ID)+"?show=todo")
	}
	next := open[0]
	for _, c := range open {
		if c.Ordinal > after {
			next = c
			break
		}
	}
	for i, c := range shown {
		if c.Number == next.Number {
			return redirect(w, r, fmt.Sprintf("%s?page=%d#case-%d", storyPath(o.Story.ID), i/pageSize+1, next.Number))
		}
	}
	return store.ErrNone
}

func (s *Server) findingPage(w http.ResponseWriter, r *request) error {
	c, err := r.finding()
	if err != nil {
		return err
	}
	return s.showFinding(w, r, c, http.StatusOK, wireError{}, nil)
}

// showFinding shows one finding, with what was typed and could not be written
// down still in its form.
func (s *Server) showFinding(w http.ResponseWriter, r *request, c store.Case, status int, wire wireError, kept *typed) error {
	k, st, err := s.oneCard(r, c)
	if err != nil {
		return err
	}
	k.Problem, k.Next = wire.Error, fmt.Sprintf("%s/findings/%d", storyPath(c.Story), c.Number)
	if kept != nil {
		k.Typed = *kept
	}
	return s.show(w, r, "finding", status, page{Title: c.Finding + " · " + c.Fact, Story: &st, At: "findings", Body: k})
}

// failPage tells a browser why something was not done. What was typed about a
// finding stays in its form.
func (s *Server) failPage(w http.ResponseWriter, r *request, status int, wire wireError) {
	var err error
	c, none := r.finding()
	switch {
	case r.URL.Path == "/api/v1/session" && r.Method == http.MethodPost:
		err = s.showSignIn(w, r, status, wire.Error)
	case r.signed && none == nil && r.Method == http.MethodPost && status != http.StatusForbidden:
		err = s.showFinding(w, r, c, status, wire, typedIn(r))
	default:
		// A request that came to nothing before its form was read, as where a session
		// has run out, still has what was typed.
		if r.Method == http.MethodPost && r.PostForm == nil {
			_ = r.ParseForm() // a form that cannot be read holds nothing to keep
		}
		err = s.show(w, r, "problem", status, page{Title: "Not done", Body: problemBody{status, wire, r.PostForm}})
	}
	if err != nil {
		http.Error(w, wire.Error, status)
	}
}

type problemBody struct {
	Status int
	Wire   wireError
	// Kept is what was typed.
	Kept url.Values
}

// Words lists what was typed, without the parts of a form that nobody types.
func (p problemBody) Words() []string {
	var out []string
	for _, name := range []string{"reason", "wording", "note", "text", "value", "statement", "source", "name", "outlet", "title", "address"} {
		for _, v := range p.Kept[name] {
			if v != "" {
				out = append(out, v)
			}
		}
	}
	return out
}

type articlesBody struct {
	Sources []wireSource
	Runs    []store.Run
	Job     review.JobState
	HasJob  bool
	Closed  bool
	Fetches bool
	// Shown is the present run, nil before the first.
	Shown *review.Shown
	// Most is how large an article may be, in MiB.
	Most int
}

func (s *Server) articlesPage(w http.ResponseWriter, r *request) error {
	o, err := s.overview(r)
	if err != nil {
		return err
	}
	list, err := s.sources(r)
	if err != nil {
		return err
	}
	b := articlesBody{Closed: o.Story.Signed != 0, Most: review.MostArticle >> 20}
	for _, x := range list {
		if !x.Removed {
			b.Sources = append(b.Sources, newWireSource(x))
		}
	}
	err = r.view(func(tx *store.Tx) (err error) {
		b.Runs, err = tx.Runs(o.Story.ID)
		return err
	})
	if err != nil {
		return err
	}
	b.Job, b.HasJob = s.Service.Job(o.Story.ID)
	if o.Story.Run > 0 {
		if b.Shown, err = s.Service.Shown(r.Context(), o.Story.ID, o.Story.Run); err != nil {
			return err
		}
	}
	return s.show(w, r, "articles", http.StatusOK, page{Title: "Articles · " + o.Story.Name, Story: &o.Story, At: "articles", Body: b})
}

type textsBody struct {
	Run  store.Run
	Text []report.SourceText
}

func (s *Server) textsPage(w http.ResponseWriter, r *request) error {
	o, err := s.overview(r)
	if err != nil {
		return err
	}
	number, err := r.number("run")
	if err != nil {
		return err
	}
	run, err := s.Service.Shown(r.Context(), o.Story.ID, number)
	if err != nil {
		return err
	}
	return s.show(w, r, "texts", http.StatusOK, page{
		Title: fmt.Sprintf("Texts of run %d · %s", number, o.Story.Name), Story: &o.Story, At: "articles", Body: textsBody{run.Run, run.Pages.Articles},
	})
}
