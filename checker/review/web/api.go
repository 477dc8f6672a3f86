package web

import (
	_ "embed" // the description of the API is a file beside this one
	"encoding/json"
	"fmt"
	"net/http"
	"slices"
	"strconv"
	"strings"

	"github.com/concord-news/concord/checker/review"
	"github.com/concord-news/concord/checker/review/store"
)

//go:embed openapi.yaml
var openAPI []byte

// apiRoutes are the API; openapi.yaml describes each.
func (s *Server) apiRoutes() []route {
	const story = "/api/v1/stories/{story}"
	const finding = story + "/findings/{finding}"
	return []route{
		{"GET /api/v1/openapi.yaml", anyone, s.description},
		{"POST /api/v1/session", anyone, s.signIn},
		{"GET /api/v1/session", signedIn, s.whoAmI},
		{"POST /api/v1/session/end", signedIn, s.signOut},
		{"GET /api/v1/stories", signedIn, s.listStories},
		{"POST /api/v1/stories", signedIn, s.addStory},
		{"POST /api/v1/import", editors, s.importStory},
		{"GET /api/v1/refusals", editors, s.listRefusals},
		{"GET " + story, signedIn, s.getStory},
		{"GET " + story + "/findings", signedIn, s.listFindings},
		{"GET " + finding, signedIn, s.getFinding},
		{"POST " + finding + "/decision", signedIn, s.decide},
		{"POST " + finding + "/ruling", editors, s.rule},
		{"POST " + finding + "/questions", signedIn, s.ask},
		{"POST " + finding + "/questions/{question}/answer", signedIn, s.answer},
		{"POST " + finding + "/questions/{question}/withdrawal", signedIn, s.withdraw},
		{"POST " + finding + "/references", signedIn, s.refer},
		{"POST " + finding + "/references/{reference}/withdrawal", signedIn, s.withdrawReference},
		{"GET " + finding + "/claimreview", signedIn, s.claimReview},
		{"POST " + story + "/decisions", signedIn, s.decideAll},
		{"POST " + story + "/undo", signedIn, s.undo},
		{"POST " + story + "/signoff", editors, s.signOff},
		{"POST " + story + "/reopening", editors, s.reopen},
		{"GET " + story + "/articles", signedIn, s.listArticles},
		{"POST " + story + "/articles", signedIn, s.addArticle},
		{"POST " + story + "/articles/{source}/removal", signedIn, s.removeArticle},
		{"GET " + story + "/runs", signedIn, s.listRuns},
		{"POST " + story + "/runs", signedIn, s.startRun},
		{"POST " + story + "/runs/stop", signedIn, s.stopRun},
		{"GET " + story + "/runs/{run}/report", signedIn, s.getReport},
		{"GET " + story + "/log", signedIn, s.getLog},
		{"GET " + story + "/events", signedIn, s.stream},
		{"GET " + story + "/export", signedIn, s.export},
	}
}

func (s *Server) description(w http.ResponseWriter, _ *request) error {
	w.Header().Set("Content-Type", "application/yaml; charset=utf-8")
	_, _ = w.Write(openAPI) // a client that went away need not be told
	return nil
}

// number is a part of the path that is a number; what is none is not there.
func (r *request) number(name string) (int64, error) {
	n, err := strconv.ParseInt(r.PathValue(name), 10, 64)
	if err != nil || n < 1 {
		return 0, store.ErrNone
	}
	return n, nil
}

func (r *request) view(f func(tx *store.Tx) error) error {
	return r.server.Service.Store().View(r.Context(), f)
}

// wireCase is a finding as the API has it.
type wireCase struct {
	Case        int64           `json:"case"`
	Finding     string          `json:"finding"`
	Fingerprint string          `json:"fingerprint"`
	Fact        string          `json:"fact"`
	Rule        string          `json:"rule"`
	Kind        string          `json:"kind"`
	Verdict     string          `json:"verdict"`
	Severity    string          `json:"severity"`
	Outlets     []string        `json:"outlets"`
	Run         int64           `json:"run"`
	Waiting     bool            `json:"waiting"`
	State       json.RawMessage `json:"state"`
}

func newWireCase(c store.Case) wireCase {
	return wireCase{
		Case: c.Number, Finding: c.Finding, Fingerprint: c.Fingerprint, Fact: c.Fact, Rule: c.Rule, Kind: c.Kind, Verdict: c.Verdict,
		Severity: c.Severity, Outlets: append([]string{}, c.Outlets...), Run: c.Run, Waiting: c.Waiting > 0, State: json.RawMessage(c.Data),
	}
}

// wireDone is what came of an action.
type wireDone struct {
	Batch string `json:"batch"`
	Seq   int64  `json:"seq"`
	// Cases are those that it changed; HTML is the card of the only one, where
	// it was asked for.
	Cases   []wireCase       `json:"cases"`
	Refused []review.Refused `json:"refused"`
	HTML    string           `json:"html,omitempty"`
}

// did answers an action that was done: a browser goes back to the finding.
func (s *Server) did(w http.ResponseWriter, r *request, d review.Done, err error) error {
	if err != nil {
		return err
	}
	if wantsPage(r) {
		return redirect(w, r, s.backTo(r, d))
	}
	out := wireDone{Batch: d.Batch, Seq: d.Seq, Cases: []wireCase{}, Refused: append([]review.Refused{}, d.Refused...)}
	for _, c := range d.Cases {
		out.Cases = append(out.Cases, newWireCase(c))
	}
	if r.URL.Query().Get("card") == "html" && len(d.Cases) == 1 {
		if out.HTML, err = s.cardHTML(r, d.Cases[0]); err != nil {
			return err
		}
	}
	return writeJSON(w, http.StatusOK, out)
}

// backTo is the page that an action came from, at the finding.
func (s *Server) backTo(r *request, d review.Done) string {
	to := local(r.PostFormValue("next"))
	if to == "/" {
		to = fmt.Sprintf("/stories/%s", r.PathValue("story"))
	}
	to, _, _ = strings.Cut(to, "#")
	mark := ""
	if len(d.Cases) > 0 {
		mark = fmt.Sprintf("#case-%d", d.Cases[0].Number)
	}
	if len(d.Refused) > 0 {
		sep := "?"
		if strings.Contains(to, "?") {
			sep = "&"
		}
		to += sep + "left=" + strconv.Itoa(len(d.Refused))
	}
	return to + mark
}

// decisionRequest is a decision about a finding as it was seen.
type decisionRequest struct {
	Version     int64          `json:"version"`
	Outcome     review.Outcome `json:"outcome"`
	Reason      string         `json:"reason"`
	Right       string         `json:"right"`
	RightOutlet string         `json:"right_outlet"`
	Checked     []review.Check `json:"checked"`
	Wording     string         `json:"wording"`
}

func (q *decisionRequest) fromForm(f form) error {
	q.Version, q.Outcome, q.Reason, q.Wording = f.number("version"), review.Outcome(f.Get("outcome")), f.Get("reason"), f.Get("wording")
	q.Right, q.RightOutlet = f.Get("right"), ""
	if name, ok := strings.CutPrefix(q.Right, "outlet:"); ok {
		q.Right, q.RightOutlet = "outlet", name
	}
	at := func(name string, i int) string {
		if list := f.Values[name]; i < len(list) {
			return list[i]
		}
		return ""
	}
	for i := range min(len(f.Values["checked_source"]), 100) {
		c := review.Check{Source: at("checked_source", i), Kind: at("checked_kind", i), Place: at("checked_place", i), Date: at("checked_date", i)}
		if c.Source == "" && c.Place == "" && c.Date == "" {
			continue // a row that was left empty, whatever its kind
		}
		q.Checked = append(q.Checked, c)
	}
	return nil
}

func (q *decisionRequest) decision() review.Decision {
	return review.Decision{Outcome: q.Outcome, Reason: q.Reason, Right: q.Right, RightOutlet: q.RightOutlet, Checked: q.Checked, Wording: q.Wording}
}

// target reads which finding of which story a request is about, and its body.
func (r *request) target(into body) (story, finding int64, err error) {
	if story, err = r.number("story"); err != nil {
		return 0, 0, err
	}
	if finding, err = r.number("finding"); err != nil {
		return 0, 0, err
	}
	return story, finding, decode(r, into)
}

func (s *Server) decide(w http.ResponseWriter, r *request) error {
	var q decisionRequest
	story, finding, err := r.target(&q)
	if err != nil {
		return err
	}
	d, err := s.Service.Decide(r.Context(), r.who(), story, review.Target{Case: finding, Version: q.Version}, q.decision())
	return s.did(w, r, d, err)
}

// rulingRequest is an editor's ruling; what an overruling decides instead is in
// the fields of a decision.
type rulingRequest struct {
	decisionRequest
	Action string `json:"action"`
}

func (q *rulingRequest) fromForm(f form) error {
	q.Action = f.Get("action")
	return q.decisionRequest.fromForm(f)
}

func (s *Server) rule(w http.ResponseWriter, r *request) error {
	var q rulingRequest
	story, finding, err := r.target(&q)
	if err != nil {
		return err
	}
	ruling := review.Ruling{Action: q.Action, Reason: q.Reason}
	if q.Action == "overrule" {
		d := q.decision()
		ruling.Decision = &d
	}
	d, err := s.Service.Rule(r.Context(), r.who(), story, review.Target{Case: finding, Version: q.Version}, ruling)
	return s.did(w, r, d, err)
}

// wordsRequest is a question, an answer or the withdrawal of a question.
type wordsRequest struct {
	Version int64  `json:"version"`
	To      string `json:"to"`
	Text    string `json:"text"`
}

func (q *wordsRequest) fromForm(f form) error {
	q.Version, q.To, q.Text = f.number("version"), f.Get("to"), f.Get("text")
	return nil
}

func (s *Server) ask(w http.ResponseWriter, r *request) error {
	var q wordsRequest
	story, finding, err := r.target(&q)
	if err != nil {
		return err
	}
	d, err := s.Service.Ask(r.Context(), r.who(), story, review.Target{Case: finding, Version: q.Version}, q.To, q.Text)
	return s.did(w, r, d, err)
}

func (s *Server) answer(w http.ResponseWriter, r *request) error   { return s.reply(w, r, false) }
func (s *Server) withdraw(w http.ResponseWriter, r *request) error { return s.reply(w, r, true) }

func (s *Server) reply(w http.ResponseWriter, r *request, withdraw bool) error {
	var q wordsRequest
	story, finding, err := r.target(&q)
	if err != nil {
		return err
	}
	question, err := r.number("question")
	if err != nil {
		return err
	}
	t := review.Target{Case: finding, Version: q.Version}
	var d review.Done
	if withdraw {
		d, err = s.Service.Withdraw(r.Context(), r.who(), story, t, int(question))
	} else {
		d, err = s.Service.Answer(r.Context(), r.who(), story, t, int(question), q.Text)
	}
	return s.did(w, r, d, err)
}

// referenceRequest is a fact that is held to be true: a value, or a statement
// where values cannot be held against each other.
type referenceRequest struct {
	Version   int64  `json:"version"`
	Subject   string `json:"subject"`
	Value     string `json:"value"`
	Statement string `json:"statement"`
	From      string `json:"from"`
	To        string `json:"to"`
	Source    string `json:"source"`
}

func (q *referenceRequest) fromForm(f form) error {
	q.Version, q.Subject, q.Value, q.Statement = f.number("version"), f.Get("subject"), f.Get("value"), f.Get("statement")
	q.From, q.To, q.Source = f.Get("from"), f.Get("to"), f.Get("source")
	return nil
}

func (s *Server) refer(w http.ResponseWriter, r *request) error {
	var q referenceRequest
	story, finding, err := r.target(&q)
	if err != nil {
		return err
	}
	ref := review.Reference{Subject: q.Subject, Value: q.Value, Statement: q.Statement, From: q.From, To: q.To, Source: q.Source}
	d, err := s.Service.Refer(r.Context(), r.who(), story, review.Target{Case: finding, Version: q.Version}, ref)
	return s.did(w, r, d, err)
}

func (s *Server) withdrawReference(w http.ResponseWriter, r *request) error {
	var q wordsRequest
	story, finding, err := r.target(&q)
	if err != nil {
		return err
	}
	number, err := r.number("reference")
	if err != nil {
		return err
	}
	d, err := s.Service.WithdrawReference(r.Context(), r.who(), story, review.Target{Case: finding, Version: q.Version}, int(number))
	return s.did(w, r, d, err)
}

// bulkRequest is one decision about several findings.
type bulkRequest struct {
	decisionRequest
	Cases []review.Target `json:"cases"`
}

func (q *bulkRequest) fromForm(f form) error {
	for _, v := range f.Values["case"] {
		number, version, _ := strings.Cut(v, ":")
		n, err := strconv.ParseInt(number, 10, 64)
		m, err2 := strconv.ParseInt(version, 10, 64)
		if err != nil || err2 != nil {
			return &review.InvalidError{Field: "cases", Message: "are chosen by number and version"}
		}
		q.Cases = append(q.Cases, review.Target{Case: n, Version: m})
	}
	return q.decisionRequest.fromForm(f)
}

func (s *Server) decideAll(w http.ResponseWriter, r *request) error {
	story, err := r.number("story")
	if err != nil {
		return err
	}
	var q bulkRequest
	if err := decode(r, &q); err != nil {
		return err
	}
	d, err := s.Service.DecideAll(r.Context(), r.who(), story, slices.Clip(q.Cases), q.decision())
	return s.did(w, r, d, err)
}

type undoRequest struct {
	Batch string `json:"batch"`
}

func (q *undoRequest) fromForm(f form) error {
	q.Batch = f.Get("batch")
	return nil
}

func (s *Server) undo(w http.ResponseWriter, r *request) error {
	story, err := r.number("story")
	if err != nil {
		return err
	}
	var q undoRequest
	if err := decode(r, &q); err != nil {
		return err
	}
	d, err := s.Service.Undo(r.Context(), r.who(), story, q.Batch)
	return s.did(w, r, d, err)
}
