// Package review is the work of people on a report: checkers decide, editors
// rule and sign off, and nothing is lost. Each finding is a case that keeps its
// number through all runs of its story; whatever is said of it is an event of an
// append-only log.
package review

import (
	"context"
	"crypto/rand"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"time"

	"github.com/concord-news/concord/checker/review/store"
)

// Service is the review of stories. It is safe for concurrent use.
type Service struct {
	store  *store.Store
	now    func() time.Time
	Hub    *Hub
	reader Reader
	shown  shownCache
	kept   keptStory
	jobs   jobs
}

// Options says how a service works.
type Options struct {
	// Now is the clock; nil is the machine's.
	Now func() time.Time
	// Reader checks stories.
	Reader Reader
}

// New returns a service on a database.
func New(s *store.Store, o Options) *Service {
	if o.Now == nil {
		o.Now = time.Now
	}
	v := &Service{store: s, now: o.Now, Hub: newHub(), reader: o.Reader}
	v.jobs.running = map[int64]*Job{}
	return v
}

// Store returns the database.
func (v *Service) Store() *store.Store { return v.store }

// The errors that callers tell apart.
var (
	// ErrRole: somebody may not do that.
	ErrRole = errors.New("your role does not allow that")
	// ErrSigned: the story is signed off.
	ErrSigned = errors.New("the story is signed off and its log is frozen; an editor can open it again")
)

// ConflictError is an action on a state that somebody has changed since.
type ConflictError struct {
	// Case is the case as it is, Last the event that changed it.
	Case store.Case
	Last store.Event
}

// Error says who was faster.
func (e *ConflictError) Error() string {
	return fmt.Sprintf("%s changed %s (%s) at %s; nothing was overwritten, and what you typed is kept",
		e.Last.Person, e.Case.Finding, e.Last.Kind, e.Last.At.UTC().Format("15:04:05 UTC"))
}

// Target is a case as somebody saw it.
type Target struct {
	Case int64 `json:"case"`
	// Version is that of the state seen.
	Version int64 `json:"version"`
}

// Done is what came of an action.
type Done struct {
	// Batch names the action, for undoing it.
	Batch string `json:"batch"`
	// Seq is the number of its last event.
	Seq int64 `json:"seq"`
	// Cases are the cases that it changed.
	Cases []store.Case `json:"-"`
	// Refused says of each case that was left alone why.
	Refused []Refused `json:"refused"`
}

// Refused is a case that an action on several left alone.
type Refused struct {
	Case    int64  `json:"case"`
	Finding string `json:"finding"`
	Why     string `json:"why"`
}

// newBatch names an action.
func newBatch() string {
	b := make([]byte, 8)
	_, _ = rand.Read(b) // never fails, see crypto/rand
	return hex.EncodeToString(b)
}

// step is an action in the middle of its transaction.
type step struct {
	tx    *store.Tx
	story store.Story
	who   Who
	at    time.Time
	batch string
}

// change runs f on a locked story that is open, then tells everybody.
func (v *Service) change(ctx context.Context, who Who, story int64, f func(*step) error) (Done, error) {
	var d Done
	err := v.store.Update(ctx, func(tx *store.Tx) error {
		st, err := tx.Lock(story)
		if err != nil {
			return err
		}
		if st.Signed != 0 {
			return ErrSigned
		}
		s := &step{tx: tx, story: st, who: who, at: v.now().UTC().Truncate(time.Microsecond), batch: newBatch()}
		if err := f(s); err != nil {
			return err
		}
		d.Batch, d.Seq = s.batch, s.story.Seq
		return nil
	})
	if err != nil {
		return Done{}, err
	}
	v.Hub.tell(story)
	return d, nil
}

// log appends an event about the story.
func (s *step) log(e store.Event, detail any) error {
	b, err := json.Marshal(detail)
	if err != nil {
		return fmt.Errorf("event %s: %w", e.Kind, err)
	}
	e.At, e.Person, e.Role, e.Batch, e.Detail = s.at, s.who.Name, string(s.who.Role), s.batch, string(b)
	return s.tx.Append(&s.story, &e)
}

// put writes a case with another state, and the event of it.
func (s *step) put(c *store.Case, kind string, detail any, after State) error {
	after.Version = c.Version + 1
	data, err := after.encode()
	if err != nil {
		return err
	}
	before := c.Data
	c.Version, c.Data, c.State, c.Waiting, c.Asked = after.Version, data, string(after.Status), int64(after.Waiting()), after.Asked()
	if err := s.weigh(c, before, &after); err != nil {
		return err
	}
	if err := s.tx.PutCase(c); err != nil {
		return err
	}
	return s.log(store.Event{Kind: kind, Case: c.Number, Before: before, After: data}, detail)
}

// do applies an action to a case as it was seen.
func (s *step) do(t Target, a action) (store.Case, error) {
	c, err := s.tx.Case(s.story.ID, t.Case)
	if err != nil {
		return c, err
	}
	if c.Run != s.story.Run {
		return c, invalid("case", "the present run no longer has this finding")
	}
	if c.Version != t.Version {
		return c, s.conflict(c)
	}
	st, err := DecodeState(c.Data)
	if err != nil {
		return c, err
	}
	detail, err := a.apply(&st, s.who, s.at, c.Outlets)
	if err != nil {
		return c, err
	}
	err = s.put(&c, a.kind, detail, st)
	return c, err
}

func (s *step) conflict(c store.Case) error {
	e := &ConflictError{Case: c}
	log, err := s.tx.CaseEvents(c.Story, c.Number)
	if list := log[c.Number]; len(list) > 0 {
		e.Last = list[len(list)-1]
	}
	if err != nil {
		return err
	}
	return e
}

// act does one action on one case.
func (v *Service) act(ctx context.Context, who Who, story int64, t Target, a action) (Done, error) {
	var changed store.Case
	d, err := v.change(ctx, who, story, func(s *step) (err error) {
		changed, err = s.do(t, a)
		return err
	})
	if err == nil {
		d.Cases = []store.Case{changed}
	}
	return d, err
}

// Decide writes down a decision about a case.
func (v *Service) Decide(ctx context.Context, who Who, story int64, t Target, d Decision) (Done, error) {
	return v.act(ctx, who, story, t, decide(d))
}

// Rule writes down what an editor says of a decision.
func (v *Service) Rule(ctx context.Context, who Who, story int64, t Target, r Ruling) (Done, error) {
	return v.act(ctx, who, story, t, rule(r))
}

// Ask puts a question to a person; the case waits for the answer.
func (v *Service) Ask(ctx context.Context, who Who, story int64, t Target, to, text string) (Done, error) {
	return v.act(ctx, who, story, t, ask(to, text))
}

// Answer answers a question of a case.
func (v *Service) Answer(ctx context.Context, who Who, story int64, t Target, question int, text string) (Done, error) {
	return v.act(ctx, who, story, t, answer(question, text, false))
}

// Withdraw takes a question back.
func (v *Service) Withdraw(ctx context.Context, who Who, story int64, t Target, question int) (Done, error) {
	return v.act(ctx, who, story, t, answer(question, "", true))
}

// mostBulk is how many cases one action may be about.
const mostBulk = 2000

// DecideAll writes one decision down about several cases. Those that somebody
// changed since they were seen are left alone and told of.
func (v *Service) DecideAll(ctx context.Context, who Who, story int64, targets []Target, d Decision) (Done, error) {
	if len(targets) == 0 || len(targets) > mostBulk {
		return Done{}, invalid("cases", fmt.Sprintf("choose 1 to %d findings", mostBulk))
	}
	d.Right, d.RightOutlet = "", "" // an outlet of one finding need not be one of another
	b := newBulk()
	done, err := v.change(ctx, who, story, func(s *step) error {
		b = newBulk()
		for _, t := range targets {
			c, err := s.do(t, decide(d))
			if err := b.note(t.Case, c, err); err != nil {
				return err
			}
		}
		return nil
	})
	done.Cases, done.Refused = b.changed, b.refused
	return done, err
}

// bulk is what became of the cases of one action.
type bulk struct {
	changed []store.Case
	refused []Refused
}

func newBulk() bulk { return bulk{refused: []Refused{}} }

// note takes a case as changed, or as refused where err is a conflict, and
// returns any other error.
func (b *bulk) note(id int64, c store.Case, err error) error {
	var conflict *ConflictError
	switch {
	case errors.As(err, &conflict):
		b.refused = append(b.refused, Refused{id, c.Finding, conflict.Error()})
	case err != nil:
		return err
	default:
		b.changed = append(b.changed, c)
	}
	return nil
}

// Undoable reports whether events of a kind can be undone.
func Undoable(kind string) bool {
	switch kind {
	case "decided", "ruled", "asked", "answered", "withdrawn", "reference", "reference withdrawn", "undone":
		return true
	}
	return false
}

// Undo takes back what one action did: each case gets the state from before, by
// a new event. Cases that were changed since are left alone and told of. A
// checker undoes what the checker did, an editor all.
func (v *Service) Undo(ctx context.Context, who Who, story int64, batch string) (Done, error) {
	b := newBulk()
	done, err := v.change(ctx, who, story, func(s *step) error {
		b = newBulk()
		log, err := s.tx.Batch(story, batch)
		if err != nil {
			return err
		}
		if len(log) == 0 {
			return store.ErrNone
		}
		for _, e := range log {
			if e.Person != who.Name && who.Role != Editor {
				return fmt.Errorf("%w: %s did it", ErrRole, e.Person)
			}
			if e.Case == 0 || !Undoable(e.Kind) {
				return invalid("batch", "a "+e.Kind+" cannot be undone")
			}
			c, err := s.undo(e)
			if err := b.note(e.Case, c, err); err != nil {
				return err
			}
		}
		return nil
	})
	done.Cases, done.Refused = b.changed, b.refused
	return done, err
}

func (s *step) undo(e store.Event) (store.Case, error) {
	c, err := s.tx.Case(e.Story, e.Case)
	if err != nil {
		return c, err
	}
	if c.Data != e.After {
		return c, s.conflict(c)
	}
	before, err := DecodeState(e.Before)
	if err != nil {
		return c, err
	}
	err = s.put(&c, "undone", map[string]any{"event": e.Seq, "what": e.Kind}, before)
	return c, err
}
