package web

import (
	"fmt"
	"strings"

	"github.com/concord-news/concord/checker/report"
	"github.com/concord-news/concord/checker/review"
	"github.com/concord-news/concord/checker/review/store"
)

// card is one finding under review, as the template shows it.
type card struct {
	Story    int64
	Case     store.Case
	Card     *report.Card
	State    review.State
	InForce  *review.Decision
	History  []store.Event
	Outcomes []outcomeButton
	// Editor: who reads may rule. Closed: nothing can be said, as the story is
	// signed off.
	Editor, Closed bool
	// Reader is the name of who reads.
	Reader, Token, Next string
	// Typed is what was typed and not written down, Problem why.
	Typed   typed
	Problem string
	People  []string
	// Hint shows how a value that can be held against the outlets' is written, ""
	// where none can; Subject is of whom or what the finding is.
	Hint, Subject string
	// Index of Total: the place in the list.
	Index, Total int
}

// outcomeButton is a decision that one key makes.
type outcomeButton struct {
	Key     int
	Value   review.Outcome
	Words   string
	Pressed bool
}

// typed is what a form held that could not be written down.
type typed struct {
	Outcome, Reason, Right, Wording, To, Text string
	// Those of a reference fact.
	Subject, Value, Statement, From, Until, Source string
	Checked                                        []review.Check
}

// typedIn is what a form about a finding holds.
func typedIn(r *request) *typed {
	f := form{r.PostForm}
	var q decisionRequest
	if err := q.fromForm(f); err != nil {
		return nil
	}
	t := &typed{
		Outcome: f.Get("outcome"), Reason: f.Get("reason"), Right: f.Get("right"), Wording: f.Get("wording"), To: f.Get("to"), Text: f.Get("text"),
		Subject: f.Get("subject"), Value: f.Get("value"), Statement: f.Get("statement"), From: f.Get("from"), Source: f.Get("source"), Checked: q.Checked,
	}
	if strings.HasSuffix(r.URL.Path, "/references") {
		t.To, t.Until = "", t.To // the end of a reference fact, not whom a question is put to
	}
	return t
}

func (c *card) Waiting() bool { return c.Case.Waiting > 0 }

// Standing is the state in one word.
func (c *card) Standing() string { return c.State.Standing() }

// Path is where the API has the finding.
func (c *card) Path() string {
	return fmt.Sprintf("/api/v1/stories/%d/findings/%d", c.Story, c.Case.Number)
}

// CanRule reports whether an editor may rule on what is there.
func (c *card) CanRule() bool {
	return c.Editor && !c.Closed && c.State.Decision != nil && c.State.Status.Settled()
}

// CanAgree: agreeing with one's own decision says nothing.
func (c *card) CanAgree() bool { return c.State.Decision != nil && c.State.Decision.By != c.Reader }

// Rows are the rows of sources in the form: those typed, and one more.
func (c *card) Rows() []review.Check { return append(c.Typed.Checked, review.Check{}) }

// References are the reference facts that nobody withdrew.
func (c *card) References() []review.Reference { return c.State.InUse() }

// Attribute is what the finding says of its subject.
func (c *card) Attribute() string {
	attribute, _, _ := strings.Cut(c.Case.Fact, " · ")
	return attribute
}

// LastUndo is the batch that the reader may undo here, "" where there is none.
func (c *card) LastUndo() string {
	if c.Closed || len(c.History) == 0 {
		return ""
	}
	e := c.History[len(c.History)-1]
	if e.Case == 0 || !review.Undoable(e.Kind) || e.Person != c.Reader && !c.Editor {
		return ""
	}
	return e.Batch
}

// cards makes the cards of cases of the present run.
func (s *Server) cards(r *request, st store.Story, cases []store.Case) ([]*card, error) {
	if len(cases) == 0 {
		return nil, nil
	}
	var numbers []int64
	for _, c := range cases {
		numbers = append(numbers, c.Number)
	}
	var log map[int64][]store.Event
	var people []string
	err := r.view(func(tx *store.Tx) (err error) {
		if log, err = tx.CaseEvents(st.ID, numbers...); err != nil {
			return err
		}
		people, err = names(tx)
		return err
	})
	if err != nil {
		return nil, err
	}
	var out []*card
	runs := map[int64]*review.Shown{}
	for _, c := range cases {
		if runs[c.Run] == nil {
			if runs[c.Run], err = s.Service.Shown(r.Context(), st.ID, c.Run); err != nil {
				return nil, err
			}
		}
		k, err := s.card(r, st, c, runs[c.Run])
		if err != nil {
			return nil, err
		}
		k.History, k.People = log[c.Number], people
		out = append(out, k)
	}
	return out, nil
}

// names lists those who review, for questions.
func names(tx *store.Tx) ([]string, error) {
	list, err := tx.People()
	var out []string
	for _, p := range list {
		if !p.Disabled {
			out = append(out, p.Name)
		}
	}
	return out, err
}

func (s *Server) card(r *request, st store.Story, c store.Case, run *review.Shown) (*card, error) {
	state, err := review.DecodeState(c.Data)
	if err != nil {
		return nil, err
	}
	k := &card{
		Story: st.ID, Case: c, Card: run.Card(c.Finding), State: state, InForce: state.InForce(), Editor: r.who().Role == review.Editor,
		Closed: st.Signed != 0 || c.Run != st.Run, Reader: r.person.Name, Token: r.token(), Next: r.URL.RequestURI(),
	}
	if k.Card == nil {
		return nil, fmt.Errorf("run %d has no finding %s", c.Run, c.Finding)
	}
	k.Hint, _ = s.Service.Hint(c.Rule)
	k.Subject = review.SubjectOf(c.Fact, st.Name)
	if strings.HasPrefix(r.URL.Path, "/api/") {
		k.Next = storyPath(st.ID)
	}
	for i, o := range review.Outcomes() {
		k.Outcomes = append(k.Outcomes, outcomeButton{i + 1, o, o.Words(), k.InForce != nil && k.InForce.Outcome == o})
	}
	// The form begins with the decision in force, so that it can be changed.
	if d := state.Decision; d != nil {
		k.Typed = typed{Reason: d.Reason, Right: d.Right, Wording: d.Wording, Checked: d.Checked}
		if d.Right == "outlet" {
			k.Typed.Right = "outlet:" + d.RightOutlet
		}
	}
	return k, nil
}

// oneCard makes the card of one case, and returns its story too.
func (s *Server) oneCard(r *request, c store.Case) (*card, store.Story, error) {
	var st store.Story
	err := r.view(func(tx *store.Tx) (err error) {
		st, err = tx.Story(c.Story)
		return err
	})
	if err != nil {
		return nil, st, err
	}
	list, err := s.cards(r, st, []store.Case{c})
	if err != nil {
		return nil, st, err
	}
	return list[0], st, nil
}

// cardHTML is the card alone, for scripts to put in place of an older one.
func (s *Server) cardHTML(r *request, c store.Case) (string, error) {
	k, _, err := s.oneCard(r, c)
	if err != nil {
		return "", err
	}
	var b strings.Builder
	err = s.pages.ExecuteTemplate(&b, "card", k)
	return b.String(), err
}

func (s *Server) stripHTML(r *request, o review.Overview) (string, error) {
	run, err := s.Service.Shown(r.Context(), o.Story.ID, o.Story.Run)
	if err != nil && !review.IsNone(err) {
		return "", err
	}
	var b strings.Builder
	err = s.pages.ExecuteTemplate(&b, "strip", strip{Overview: o, Run: run})
	return b.String(), err
}

// strip is the head of a story's page.
type strip struct {
	review.Overview
	Run *review.Shown
}
