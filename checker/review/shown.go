package review

import (
	"context"
	"fmt"
	"slices"
	"sync"

	"github.com/concord-news/concord/checker"
	"github.com/concord-news/concord/checker/report"
	"github.com/concord-news/concord/checker/review/store"
	"github.com/concord-news/concord/rules"
)

// ruleText is what a rule says for people, as it was when a run was made.
type ruleText struct {
	Kind    string `json:"kind"`
	Summary string `json:"summary"`
	Reports string `json:"reports"`
	Silent  string `json:"silent"`
	Why     string `json:"why"`
	Growing bool   `json:"growing"`
}

func newRuleText(r *rules.Rule) ruleText {
	return ruleText{r.Kind, r.Summary, r.Reports, r.Silent, r.Why, r.Compare.Growing}
}

func (t ruleText) rule(name string) *rules.Rule {
	return &rules.Rule{
		Name: name, Kind: t.Kind, Summary: t.Summary, Reports: t.Reports, Silent: t.Silent, Why: t.Why,
		Compare: rules.Compare{Growing: t.Growing},
	}
}

// Shown is a run as pages show it. It is not changed after it is made.
type Shown struct {
	Run store.Run
	// Report is the run's report, Wire the same as JSON has it.
	Report *checker.Report
	Wire   *report.Report
	Pages  *report.Pages
	// texts are the hashes of the articles' texts by ID.
	texts map[string]string
	cards map[string]*report.Card
}

// Card returns the card of a finding, nil where the run has none such.
func (s *Shown) Card(finding string) *report.Card { return s.cards[finding] }

// mostShown is how many runs are kept ready; one of 2,000 findings takes some
// 20 MB (measured).
const mostShown = 8

// shownCache keeps the runs that were shown last. Runs never change.
type shownCache struct {
	mu   sync.Mutex
	list []*Shown // the one shown last is the last
}

func (c *shownCache) get(story, number int64) *Shown {
	for i, s := range c.list {
		if s.Run.Story == story && s.Run.Number == number {
			c.list = append(append(c.list[:i:i], c.list[i+1:]...), s)
			return s
		}
	}
	return nil
}

// Shown returns a run ready to be shown; number 0 is the present one.
func (v *Service) Shown(ctx context.Context, story, number int64) (*Shown, error) {
	if number == 0 {
		err := v.store.View(ctx, func(tx *store.Tx) error {
			st, err := tx.Story(story)
			number = st.Run
			return err
		})
		if err == nil && number == 0 {
			err = errNoRun
		}
		if err != nil {
			return nil, err
		}
	}
	// One at a time: fifty people who open a story want the same one.
	v.shown.mu.Lock()
	defer v.shown.mu.Unlock()
	if s := v.shown.get(story, number); s != nil {
		return s, nil
	}
	s, err := v.loadShown(ctx, story, number)
	if err != nil {
		return nil, err
	}
	v.shown.list = append(v.shown.list, s)
	if len(v.shown.list) > mostShown {
		v.shown.list = v.shown.list[1:]
	}
	return s, nil
}

// Warm makes the present runs of the newest stories ready, so that who comes first
// does not wait for it. It ends with ctx.
func (v *Service) Warm(ctx context.Context) error {
	var list []store.Story
	err := v.store.View(ctx, func(tx *store.Tx) (err error) {
		list, err = tx.Stories()
		return err
	})
	if err != nil {
		return err
	}
	list = slices.DeleteFunc(list, func(st store.Story) bool { return st.Run == 0 })
	for _, st := range slices.Backward(list[:min(len(list), mostShown)]) {
		if _, err := v.Shown(ctx, st.ID, st.Run); err != nil {
			return err
		}
	}
	return nil
}

func (v *Service) loadShown(ctx context.Context, story, number int64) (s *Shown, err error) {
	err = v.store.View(ctx, func(tx *store.Tx) error {
		run, err := tx.Run(story, number)
		if err != nil {
			return err
		}
		s, err = newShown(run, tx.Text)
		return err
	})
	return s, err
}

// newShown makes a run ready to be shown; text returns the text with a hash.
func newShown(run store.Run, text func(sum string) ([]byte, error)) (*Shown, error) {
	s := &Shown{Run: run, cards: map[string]*report.Card{}}
	snap, err := snapshotOf(run)
	if err != nil {
		return nil, err
	}
	texts, known := map[string]string{}, map[string]*rules.Rule{}
	for id, sum := range snap.Texts {
		b, err := text(sum)
		if err != nil {
			return nil, fmt.Errorf("text of %s: %w", id, err)
		}
		texts[id] = string(b)
	}
	for name, t := range snap.Rules {
		known[name] = t.rule(name)
	}
	if s.Wire, err = wireOf(run); err != nil {
		return nil, err
	}
	if s.Report, err = report.Restore(s.Wire, texts, known); err != nil {
		return nil, fmt.Errorf("report of run %d: %w", run.Number, err)
	}
	s.texts = snap.Texts
	s.Pages = report.NewPages(s.Report, fmt.Sprintf("/stories/%d/runs/%d/texts", run.Story, run.Number))
	for i := range s.Pages.Cards {
		s.cards[s.Pages.Cards[i].ID] = &s.Pages.Cards[i]
	}
	return s, nil
}
