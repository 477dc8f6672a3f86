package review

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"sync"
	"time"

	"github.com/concord-news/concord/checker"
	"github.com/concord-news/concord/checker/reference"
	"github.com/concord-news/concord/checker/report"
	"github.com/concord-news/concord/checker/review/store"
	"github.com/concord-news/concord/corpus"
	"github.com/concord-news/concord/rules"
)

// Held is how what one article states stands to the references of its finding, at
// the time of which it speaks. Of several references the one that holds then is
// taken.
type Held struct {
	// Reference is the reference's number.
	Reference int    `json:"reference"`
	Article   string `json:"article"`
	Outlet    string `json:"outlet"`
	Value     string `json:"value"`
	// At is the day of which the article speaks, or else on which it appeared; ""
	// where neither is known.
	At string `json:"at"`
	// Standing is "agrees", "compatible", "contradicts" or "not-comparable".
	Standing string `json:"standing"`
	Why      string `json:"why"`
}

// Contradicts reports whether the outlet cannot be right where the reference is.
func (h Held) Contradicts() bool { return h.Standing == checker.Contradicts.String() }

// Words says the standing for people.
func (h Held) Words() string { return strings.ReplaceAll(h.Standing, "-", " ") }

// holdNow holds references against the present run.
func (v *Service) holdNow(ctx context.Context, seen *seen, refs []Reference) ([]Held, error) {
	if _, ok := v.Hint(seen.finding.Rule); !ok || len(refs) == 0 {
		return nil, nil
	}
	k, err := v.kept.get(ctx, v, seen.story, seen.run)
	if err != nil {
		return nil, err
	}
	// The rules may be others than those of the run.
	i := slices.IndexFunc(k.Report.Findings, func(f checker.Finding) bool {
		return f.Fingerprint == seen.finding.Fingerprint && f.ID == seen.finding.ID
	})
	if i < 0 {
		return nil, invalid("value", "the rules are others than when the story was checked; start a run, then add the fact")
	}
	return v.hold(k, i, seen.finding, refs), nil
}

// hold holds references against one finding of a checked story. A reference that
// can no longer be read is left out.
func (v *Service) hold(k *checker.Kept, finding int, wire *report.Finding, refs []Reference) []Held {
	var facts []reference.Fact
	var numbers []int
	for _, r := range refs {
		if r.Value == "" || v.reader.Rules == nil {
			continue
		}
		if f, err := v.fact(r, wire, k.Report.Story.Name); err == nil {
			facts, numbers = append(facts, f), append(numbers, r.Number)
		}
	}
	var out []Held
	f := &k.Report.Findings[finding]
	for i, a := range k.Hold(f, facts) {
		if a == nil {
			continue
		}
		for n := range facts {
			if a.Fact == &facts[n] {
				out = append(out, newHeld(numbers[n], &f.Values[i], a))
			}
		}
	}
	return out
}

func newHeld(number int, v *checker.Value, a *checker.Against) Held {
	h := Held{
		Reference: number, Article: v.Article.ID, Outlet: report.Plain(v.Article.Outlet), Value: report.Plain(v.Reading),
		Standing: a.Standing.String(), Why: report.Plain(a.Why),
	}
	if a.Fact.Stated.Rule.Compare.By != rules.ByDate {
		h.At = v.AsOf
	}
	if h.At == "" && v.Article.Published.Known() {
		h.At = v.Article.Published.Time.UTC().Format(time.DateOnly)
	}
	return h
}

// keptStory is the story against which facts were held last. A run never changes.
type keptStory struct {
	mu         sync.Mutex
	story, run int64
	kept       *checker.Kept
}

// get checks the articles of a run again, from the texts that were kept of it.
func (c *keptStory) get(ctx context.Context, v *Service, story, number int64) (*checker.Kept, error) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.kept != nil && c.story == story && c.run == number {
		return c.kept, nil
	}
	var st *corpus.Story
	err := v.store.View(ctx, func(tx *store.Tx) error {
		run, err := tx.Run(story, number)
		if err == nil {
			st, err = articlesOf(run, tx.Text)
		}
		return err
	})
	if err != nil {
		return nil, err
	}
	kept, err := checker.Keep(ctx, st, checker.Options{Reader: v.reader.Rules, References: v.reader.References, Jobs: v.reader.Jobs})
	if err == nil {
		c.story, c.run, c.kept = story, number, kept
	}
	return kept, err
}

// articlesOf returns the story that a run checked.
func articlesOf(run store.Run, text func(sum string) ([]byte, error)) (*corpus.Story, error) {
	snap, err := snapshotOf(run)
	if err != nil {
		return nil, err
	}
	wire, err := wireOf(run)
	if err != nil {
		return nil, err
	}
	if len(snap.Articles) == 0 {
		return nil, invalid("value", "an older version made this run and kept too little of its articles; start a run, then add the fact")
	}
	st := &corpus.Story{Name: wire.Story}
	for i := range snap.Articles {
		a := snap.Articles[i]
		b, err := text(snap.Texts[a.ID])
		if err != nil {
			return nil, fmt.Errorf("text of %s: %w", a.ID, err)
		}
		a.Text = string(b)
		st.Articles = append(st.Articles, &a)
	}
	return st, nil
}
