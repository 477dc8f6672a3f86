package review

import (
	"encoding/json"
	"fmt"
	"slices"
	"time"
)

// Role is what somebody may do.
type Role string

// The roles. An editor may do all that a checker may.
const (
	Checker Role = "checker"
	Editor  Role = "editor"
)

// Roles lists the roles.
func Roles() []Role { return []Role{Checker, Editor} }

// Who is somebody who acts.
type Who struct {
	Name string
	Role Role
}

// Status is what review of a finding has come to.
type Status string

// The statuses. A finding with an open question waits, whatever its status.
const (
	// Open: nobody decided yet.
	Open Status = "open"
	// Decided: there is a decision that no editor ruled on.
	Decided Status = "decided"
	// Agreed and Overruled: an editor ruled on it.
	Agreed    Status = "agreed"
	Overruled Status = "overruled"
	// Returned: an editor wants it decided anew.
	Returned Status = "returned"
	// Reopened: a later run has other values.
	Reopened Status = "reopened"
)

// Undecided lists the statuses in which somebody has to decide.
func Undecided() []string { return []string{string(Open), string(Returned), string(Reopened)} }

// Settled reports whether there is a decision in force.
func (s Status) Settled() bool { return !slices.Contains(Undecided(), string(s)) }

// State is all that was said of a finding. It is what the last event of its log
// left behind.
type State struct {
	// Version is raised by every change.
	Version int64  `json:"version"`
	Status  Status `json:"status"`
	// Decision is the checker's, and stays where an editor overrules it.
	Decision *Decision `json:"decision,omitempty"`
	// Ruling is an editor's on the decision.
	Ruling     *Ruling     `json:"ruling,omitempty"`
	Questions  []Question  `json:"questions,omitempty"`
	References []Reference `json:"references,omitempty"`
	// Held is how what outlets state stands to the references.
	Held      []Held     `json:"held,omitempty"`
	Reopening *Reopening `json:"reopening,omitempty"`
}

// Ruling is what an editor said of a decision.
type Ruling struct {
	// Action is "agree", "return" or "overrule".
	Action string `json:"action"`
	Reason string `json:"reason"`
	// Decision is the editor's own where the checker's is overruled.
	Decision *Decision `json:"decision,omitempty"`
	By       string    `json:"by"`
	At       time.Time `json:"at"`
}

// Question is put to a person; until it is answered or withdrawn the finding
// waits.
type Question struct {
	Number int       `json:"number"`
	To     string    `json:"to"`
	Text   string    `json:"text"`
	By     string    `json:"by"`
	At     time.Time `json:"at"`
	// Answer is "" until there is one.
	Answer     string    `json:"answer"`
	AnsweredBy string    `json:"answered_by"`
	AnsweredAt time.Time `json:"answered_at,omitzero"`
	Withdrawn  bool      `json:"withdrawn,omitempty"`
}

// Open reports whether somebody still has to answer.
func (q Question) Open() bool { return q.Answer == "" && !q.Withdrawn }

// Reopening says what a later run changed.
type Reopening struct {
	Run   int64    `json:"run"`
	Moves []string `json:"moves"`
	// Was is the status before.
	Was Status    `json:"was"`
	At  time.Time `json:"at"`
}

// InForce is the decision that counts, nil where there is none.
func (s *State) InForce() *Decision {
	switch {
	case s.Status == Overruled && s.Ruling != nil:
		return s.Ruling.Decision
	case s.Status.Settled():
		return s.Decision
	}
	return nil
}

// InUse lists the references that nobody withdrew.
func (s *State) InUse() []Reference {
	return slices.DeleteFunc(slices.Clone(s.References), func(r Reference) bool { return r.Withdrawn })
}

// Waiting is the number of open questions.
func (s *State) Waiting() int {
	n := 0
	for _, q := range s.Questions {
		if q.Open() {
			n++
		}
	}
	return n
}

// Asked lists whom the open questions are put to.
func (s *State) Asked() []string {
	var out []string
	for _, q := range s.Questions {
		if q.Open() && !slices.Contains(out, q.To) {
			out = append(out, q.To)
		}
	}
	return out
}

// Standing says in one word what the finding's state is: its status, or
// "waiting" where a question is open.
func (s *State) Standing() string {
	if s.Waiting() > 0 {
		return "waiting"
	}
	return string(s.Status)
}

func (s *State) encode() (string, error) {
	b, err := json.Marshal(s)
	if err != nil {
		return "", fmt.Errorf("state of a finding: %w", err)
	}
	return string(b), nil
}

// DecodeState reads the state of a finding as the log has it.
func DecodeState(data string) (State, error) {
	var s State
	if err := json.Unmarshal([]byte(data), &s); err != nil {
		return s, fmt.Errorf("state of a finding: %w", err)
	}
	return s, nil
}

// action is one thing that somebody does to the state of a finding. It returns
// what the log says of it.
type action struct {
	kind  string
	apply func(s *State, who Who, at time.Time, outlets []string) (detail any, err error)
}

// decide is a checker's decision, or an editor's where there was none before.
func decide(d Decision) action {
	return action{"decided", func(s *State, who Who, at time.Time, outlets []string) (any, error) {
		if err := d.validate(outlets); err != nil {
			return nil, err
		}
		d.By, d.Role, d.At = who.Name, who.Role, at
		s.Decision, s.Ruling, s.Status, s.Reopening = &d, nil, Decided, nil
		return d, nil
	}}
}

// rule is an editor's ruling on a decision.
func rule(r Ruling) action {
	return action{"ruled", func(s *State, who Who, at time.Time, outlets []string) (any, error) {
		if who.Role != Editor {
			return nil, fmt.Errorf("%w: only an editor agrees, returns or overrules", ErrRole)
		}
		if s.Decision == nil || !s.Status.Settled() {
			return nil, invalid("action", "there is no decision to rule on yet")
		}
		if err := clean(&r.Reason, "reason", mostWords); err != nil {
			return nil, err
		}
		switch r.Action {
		case "agree":
			if s.Decision.By == who.Name {
				return nil, invalid("action", "agreeing with your own decision adds nothing; another editor can")
			}
			r.Decision, s.Status = nil, Agreed
		case "return":
			if r.Reason == "" {
				return nil, invalid("reason", "say what is to be looked at again")
			}
			r.Decision, s.Status = nil, Returned
		case "overrule":
			if r.Decision == nil {
				return nil, invalid("outcome", "overruling needs a decision of your own")
			}
			r.Decision.Reason = r.Reason
			if r.Reason == "" {
				return nil, invalid("reason", "say why you overrule")
			}
			if err := r.Decision.validate(outlets); err != nil {
				return nil, err
			}
			r.Decision.By, r.Decision.Role, r.Decision.At, s.Status = who.Name, who.Role, at, Overruled
		default:
			return nil, invalid("action", "an editor agrees, returns or overrules")
		}
		r.By, r.At = who.Name, at
		s.Ruling = &r
		return r, nil
	}}
}

func ask(to, text string) action {
	return action{"asked", func(s *State, who Who, at time.Time, _ []string) (any, error) {
		q := Question{Number: len(s.Questions) + 1, To: to, Text: text, By: who.Name, At: at}
		if err := cleanLine(&q.To, "to"); err != nil {
			return nil, err
		}
		if err := clean(&q.Text, "text", mostWords); err != nil {
			return nil, err
		}
		if q.To == "" {
			return nil, invalid("to", "name the person who is asked")
		}
		if q.Text == "" {
			return nil, invalid("text", "write the question")
		}
		s.Questions = append(slices.Clone(s.Questions), q)
		return q, nil
	}}
}

// answer answers a question; with an empty answer who asked, or an editor,
// withdraws it.
func answer(number int, text string, withdraw bool) action {
	kind := "answered"
	if withdraw {
		kind = "withdrawn"
	}
	return action{kind, func(s *State, who Who, at time.Time, _ []string) (any, error) {
		if number < 1 || number > len(s.Questions) || !s.Questions[number-1].Open() {
			return nil, invalid("question", "there is no such open question")
		}
		s.Questions = slices.Clone(s.Questions)
		q := &s.Questions[number-1]
		if withdraw {
			if q.By != who.Name && who.Role != Editor {
				return nil, fmt.Errorf("%w: only %s or an editor withdraws it", ErrRole, q.By)
			}
			q.Withdrawn = true
			return *q, nil
		}
		if err := clean(&text, "answer", mostWords); err != nil {
			return nil, err
		}
		if text == "" {
			return nil, invalid("answer", "write the answer")
		}
		q.Answer, q.AnsweredBy, q.AnsweredAt = text, who.Name, at
		return *q, nil
	}}
}
