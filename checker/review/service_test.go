package review_test

import (
	"context"
	"errors"
	"strings"
	"sync"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/concord-news/concord/checker/review"
	"github.com/concord-news/concord/checker/review/reviewtest"
	"github.com/concord-news/concord/checker/review/store"
	"github.com/concord-news/concord/checker/review/store/storetest"
)

// desk is a service with a story, in a test.
type desk struct {
	*review.Service
	t     *testing.T
	story int64
}

// each runs a test on both databases, on a story of n conflicts.
func each(t *testing.T, n int, test func(d desk)) {
	storetest.Each(t, func(t *testing.T, name string) {
		v := reviewtest.Service(t, name)
		test(desk{v, t, reviewtest.Story(t, v, reviewtest.Report(n)).ID})
	})
}

func (d desk) seen(number int64) review.Target {
	c, _ := reviewtest.Case(d.t, d.Service, d.story, number)
	return review.Target{Case: number, Version: c.Version}
}

func (d desk) state(number int64) review.State {
	_, s := reviewtest.Case(d.t, d.Service, d.story, number)
	return s
}

func (d desk) decide(who review.Who, number int64, outcome review.Outcome) review.Done {
	d.t.Helper()
	done, err := d.Decide(context.Background(), who, d.story, d.seen(number), review.Decision{Outcome: outcome, Reason: "the ministry's list"})
	require.NoError(d.t, err)
	return done
}

func (d desk) log() (out []store.Event) {
	require.NoError(d.t, d.Store().View(context.Background(), func(tx *store.Tx) (err error) {
		out, err = tx.Events(d.story, 0, 0)
		require.NoError(d.t, tx.Verify(d.story))
		return err
	}))
	return out
}

func (d desk) last() store.Event {
	log := d.log()
	return log[len(log)-1]
}

func TestDecide(t *testing.T) {
	each(t, 2, func(d desk) {
		t := d.t
		_, err := d.Decide(context.Background(), reviewtest.Ada(), d.story, d.seen(1), review.Decision{
			Outcome: review.Later, Reason: " a later list \r\n", Right: "outlet", RightOutlet: "Harbour Post", Wording: "28 people",
			Checked: []review.Check{{Source: "harbour office", Kind: "primary", Place: "page 2", Date: "2026-03-09"}, {}},
		})
		require.NoError(t, err)
		s := d.state(1)
		assert.Equal(t, review.Decided, s.Status)
		assert.Equal(t, "a later list", s.Decision.Reason)
		assert.Equal(t, "Ada Lindqvist", s.Decision.By)
		assert.Len(t, s.Decision.Checked, 1)
		e := d.last()
		assert.Equal(t, "decided", e.Kind)
		assert.Contains(t, e.Before, `"open"`)
		assert.Contains(t, e.After, "28 people")
		assert.Equal(t, review.Open, d.state(2).Status)
	})
}

func TestDecisionsThatAreNotLegal(t *testing.T) {
	each(t, 1, func(d desk) {
		many := make([]review.Check, 21)
		for field, bad := range map[string]review.Decision{
			"outcome":      {Outcome: "maybe", Reason: "x"},
			"reason":       {Outcome: review.Misread},
			"right":        {Outcome: review.Stands, Right: "left"},
			"right_outlet": {Outcome: review.Stands, Right: "outlet", RightOutlet: "The Gull"},
			"wording":      {Outcome: review.Stands, Wording: "a\x00b"},
			"checked":      {Outcome: review.Stands, Checked: many},
		} {
			_, err := d.Decide(context.Background(), reviewtest.Ada(), d.story, d.seen(1), bad)
			var invalid *review.InvalidError
			require.ErrorAs(d.t, err, &invalid, field)
			assert.Equal(d.t, field, invalid.Field)
		}
		for _, bad := range []review.Check{{Place: "page 1"}, {Source: "x", Date: "yesterday"}, {Source: "x", Kind: "hearsay"}} {
			_, err := d.Decide(context.Background(), reviewtest.Ada(), d.story, d.seen(1), review.Decision{Outcome: review.Stands, Checked: []review.Check{bad}})
			assert.Error(d.t, err)
		}
		_, err := d.Decide(context.Background(), reviewtest.Ada(), d.story, d.seen(1), review.Decision{Outcome: review.Same, Reason: strings.Repeat("x", 5000)})
		assert.ErrorContains(d.t, err, "at most 4000")
		assert.Len(d.t, d.log(), 2, "nothing of it is in the log")
	})
}

// TestTwoAtOnce: of two who decide on the same state, one is told.
func TestTwoAtOnce(t *testing.T) {
	each(t, 1, func(d desk) {
		seen := d.seen(1)
		d.decide(reviewtest.Ada(), 1, review.Same)
		_, err := d.Decide(context.Background(), reviewtest.Bo(), d.story, seen, review.Decision{Outcome: review.Stands})
		var conflict *review.ConflictError
		require.ErrorAs(d.t, err, &conflict)
		assert.Equal(d.t, "Ada Lindqvist", conflict.Last.Person)
		assert.ErrorContains(d.t, err, "nothing was overwritten")
		assert.Equal(d.t, review.Same, d.state(1).Decision.Outcome)

		var wg sync.WaitGroup
		won := make(chan string, 8)
		seen = d.seen(1)
		for range 8 {
			wg.Go(func() {
				if _, err := d.Decide(context.Background(), reviewtest.Bo(), d.story, seen, review.Decision{Outcome: review.Stands}); err == nil {
					won <- "Bo"
				} else {
					assert.ErrorAs(d.t, err, new(*review.ConflictError))
				}
			})
		}
		wg.Wait()
		assert.Len(d.t, won, 1)
		d.log()
	})
}

func TestEditorRules(t *testing.T) {
	each(t, 3, func(d desk) {
		ctx, t := context.Background(), d.t
		_, err := d.Rule(ctx, reviewtest.Cleo(), d.story, d.seen(1), review.Ruling{Action: "agree"})
		assert.ErrorContains(t, err, "no decision to rule on")
		for n := range int64(3) {
			d.decide(reviewtest.Ada(), n+1, review.Same)
		}
		_, err = d.Rule(ctx, reviewtest.Bo(), d.story, d.seen(1), review.Ruling{Action: "agree"})
		assert.ErrorIs(t, err, review.ErrRole)

		_, err = d.Rule(ctx, reviewtest.Cleo(), d.story, d.seen(1), review.Ruling{Action: "agree"})
		require.NoError(t, err)
		assert.Equal(t, review.Agreed, d.state(1).Status)

		_, err = d.Rule(ctx, reviewtest.Cleo(), d.story, d.seen(2), review.Ruling{Action: "return"})
		assert.ErrorContains(t, err, "say what is to be looked at again")
		_, err = d.Rule(ctx, reviewtest.Cleo(), d.story, d.seen(2), review.Ruling{Action: "return", Reason: "call them"})
		require.NoError(t, err)
		returned := d.state(2)
		assert.Nil(t, returned.InForce())

		_, err = d.Rule(ctx, reviewtest.Cleo(), d.story, d.seen(3), review.Ruling{Action: "overrule", Reason: "two lists", Decision: &review.Decision{Outcome: review.Stands}})
		require.NoError(t, err)
		s := d.state(3)
		assert.Equal(t, review.Same, s.Decision.Outcome, "both decisions stay")
		assert.Equal(t, review.Stands, s.InForce().Outcome)
		assert.Equal(t, "two lists", s.InForce().Reason)
	})
}

func TestQuestionsWait(t *testing.T) {
	each(t, 1, func(d desk) {
		ctx, t := context.Background(), d.t
		d.decide(reviewtest.Ada(), 1, review.Same)
		_, err := d.Ask(ctx, reviewtest.Ada(), d.story, d.seen(1), " Bo  Marsh ", "Which list is it?")
		require.NoError(t, err)
		s := d.state(1)
		assert.Equal(t, "waiting", s.Standing())
		c, _ := reviewtest.Case(t, d.Service, d.story, 1)
		assert.Equal(t, []string{"Bo Marsh"}, c.Asked)
		_, err = d.Sign(ctx, reviewtest.Cleo(), d.story, d.last().Seq, "")
		var blocked *review.BlockedError
		require.ErrorAs(t, err, &blocked)
		assert.Len(t, blocked.Cases, 1)

		_, err = d.Withdraw(ctx, reviewtest.Bo(), d.story, d.seen(1), 1)
		assert.ErrorIs(t, err, review.ErrRole)
		_, err = d.Answer(ctx, reviewtest.Bo(), d.story, d.seen(1), 2, "x")
		assert.ErrorContains(t, err, "no such open question")
		_, err = d.Answer(ctx, reviewtest.Bo(), d.story, d.seen(1), 1, "The second.")
		require.NoError(t, err)
		s = d.state(1)
		assert.Equal(t, "decided", s.Standing())
		assert.Equal(t, "Bo Marsh", s.Questions[0].AnsweredBy)
		_, err = d.Sign(ctx, reviewtest.Cleo(), d.story, d.last().Seq, "")
		assert.NoError(t, err)
	})
}

func TestBulkAndUndo(t *testing.T) {
	each(t, 4, func(d desk) {
		ctx, t := context.Background(), d.t
		targets := []review.Target{d.seen(1), d.seen(2), d.seen(3)}
		d.decide(reviewtest.Bo(), 2, review.Stands)
		done, err := d.DecideAll(ctx, reviewtest.Ada(), d.story, targets, review.Decision{Outcome: review.Misread, Reason: "page numbers"})
		require.NoError(t, err)
		assert.Len(t, done.Cases, 2)
		require.Len(t, done.Refused, 1)
		assert.Equal(t, "F02", done.Refused[0].Finding)
		assert.Equal(t, review.Stands, d.state(2).Decision.Outcome)

		_, err = d.Undo(ctx, reviewtest.Bo(), d.story, done.Batch)
		assert.ErrorIs(t, err, review.ErrRole, "Bo did not do it")
		d.decide(reviewtest.Bo(), 3, review.Stands)
		undone, err := d.Undo(ctx, reviewtest.Ada(), d.story, done.Batch)
		require.NoError(t, err)
		assert.Len(t, undone.Cases, 1)
		assert.Len(t, undone.Refused, 1, "Bo decided on 3 since")
		assert.Equal(t, review.Open, d.state(1).Status)
		assert.Equal(t, review.Stands, d.state(3).Decision.Outcome)
		_, err = d.Undo(ctx, reviewtest.Ada(), d.story, undone.Batch)
		require.NoError(t, err)
		assert.Equal(t, review.Misread, d.state(1).Decision.Outcome, "undoing can be undone")
		_, err = d.Undo(ctx, reviewtest.Cleo(), d.story, "none such")
		assert.ErrorIs(t, err, store.ErrNone)
		_, err = d.Undo(ctx, reviewtest.Cleo(), d.story, d.log()[1].Batch)
		assert.ErrorContains(t, err, "cannot be undone", "a run")
	})
}

func TestSignOffFreezes(t *testing.T) {
	each(t, 2, func(d desk) {
		ctx, t := context.Background(), d.t
		d.decide(reviewtest.Ada(), 1, review.Stands)
		_, err := d.Sign(ctx, reviewtest.Ada(), d.story, d.last().Seq, "")
		assert.ErrorIs(t, err, review.ErrRole)
		_, err = d.Sign(ctx, reviewtest.Cleo(), d.story, d.last().Seq, "")
		assert.ErrorContains(t, err, "1 high findings are open")
		d.decide(reviewtest.Ada(), 2, review.Stands)
		_, err = d.Sign(ctx, reviewtest.Cleo(), d.story, d.last().Seq-1, "")
		assert.ErrorContains(t, err, "look again")
		head := d.last().Hash
		so, err := d.Sign(ctx, reviewtest.Cleo(), d.story, d.last().Seq, "good to go")
		require.NoError(t, err)
		assert.Equal(t, head, so.Log)
		assert.Equal(t, []string{"Ada Lindqvist (checker)"}, so.People)
		assert.Equal(t, map[string]int{"decided": 2}, so.Counts)
		assert.Len(t, so.Articles, 3)

		_, err = d.Decide(ctx, reviewtest.Ada(), d.story, d.seen(1), review.Decision{Outcome: review.Stands})
		assert.ErrorIs(t, err, review.ErrSigned)
		_, err = d.Undo(ctx, reviewtest.Cleo(), d.story, d.log()[3].Batch)
		assert.ErrorIs(t, err, review.ErrSigned)
		assert.ErrorIs(t, d.Reopen(ctx, reviewtest.Ada(), d.story, "x"), review.ErrRole)
		assert.Error(t, d.Reopen(ctx, reviewtest.Cleo(), d.story, " "))
		require.NoError(t, d.Reopen(ctx, reviewtest.Cleo(), d.story, "a call came in"))
		d.decide(reviewtest.Ada(), 1, review.Unsettled)
	})
}

func TestCarryOver(t *testing.T) {
	each(t, 4, func(d desk) {
		ctx, t := context.Background(), d.t
		for n := range int64(3) {
			d.decide(reviewtest.Ada(), n+1, review.Stands)
		}
		d.decide(reviewtest.Ada(), 4, review.Same)
		_, err := d.Sign(ctx, reviewtest.Cleo(), d.story, d.last().Seq, "")
		require.NoError(t, err)

		// The second outlet's figure of the first finding moves, the fourth finding goes.
		again := reviewtest.Report(3, reviewtest.Figure{Fact: 0, Value: 21})
		same, err := d.Unchanged(ctx, d.story, again)
		require.NoError(t, err)
		assert.False(t, same)
		c, err := d.AddRun(ctx, reviewtest.Bo(), d.story, again)
		require.NoError(t, err)
		assert.Equal(t, []int{0, 2, 1, 0, 1, 1}, []int{c.New, c.Same, c.Moved, c.Judged, c.Gone, c.Reopened})
		assert.NotZero(t, c.Signed, "the run says which sign-off it ends")
		s := d.state(1)
		assert.Equal(t, review.Reopened, s.Status)
		assert.Equal(t, []string{"Harbour Post moved 28 people -> 21 people"}, s.Reopening.Moves)
		assert.Equal(t, review.Stands, s.Decision.Outcome, "the decision before stays in sight")
		assert.Nil(t, s.InForce())
		assert.Equal(t, review.Decided, d.state(2).Status)
		_, err = d.Decide(ctx, reviewtest.Ada(), d.story, d.seen(4), review.Decision{Outcome: review.Stands})
		assert.ErrorContains(t, err, "no longer has this finding")

		same, err = d.Unchanged(ctx, d.story, again)
		require.NoError(t, err)
		assert.True(t, same)

		// What had gone comes back with its decision.
		c, err = d.AddRun(ctx, reviewtest.Bo(), d.story, reviewtest.Report(4, reviewtest.Figure{Fact: 0, Value: 21}))
		require.NoError(t, err)
		assert.Equal(t, 0, c.Reopened)
		assert.Equal(t, review.Same, d.state(4).Decision.Outcome)
		assert.Equal(t, review.Decided, d.state(4).Status)

		changes, articles, err := d.CompareRuns(ctx, d.story, 1, 2)
		require.NoError(t, err)
		assert.Equal(t, "moved", string(changes[0].Kind))
		assert.Equal(t, "changed", articles[1].What)
		var removed, added []string
		for _, e := range articles[1].Edits {
			removed, added = append(removed, strings.Fields(e.Removed)...), append(added, strings.Fields(e.Added)...)
		}
		assert.Contains(t, removed, "28")
		assert.Contains(t, added, "21")
	})
}

// TestStatesAreTheLog: what the cases hold is what the last events left behind.
func TestStatesAreTheLog(t *testing.T) {
	each(t, 3, func(d desk) {
		ctx, t := context.Background(), d.t
		d.decide(reviewtest.Ada(), 1, review.Stands)
		done := d.decide(reviewtest.Ada(), 2, review.Same)
		_, err := d.Undo(ctx, reviewtest.Ada(), d.story, done.Batch)
		require.NoError(t, err)
		_, err = d.Refer(ctx, reviewtest.Bo(), d.story, d.seen(3), review.Reference{Statement: "The pier holds 30 people", From: "2026", Source: "harbour office"})
		require.NoError(t, err)
		_, err = d.AddRun(ctx, reviewtest.Bo(), d.story, reviewtest.Report(3, reviewtest.Figure{Fact: 0, Value: 21}))
		require.NoError(t, err)
		after := map[int64]string{}
		for _, e := range d.log() {
			if e.Case != 0 {
				if before, ok := after[e.Case]; ok {
					assert.Equal(t, before, e.Before, "event %d", e.Seq)
				}
				after[e.Case] = e.After
			}
		}
		for n, want := range after {
			c, s := reviewtest.Case(t, d.Service, d.story, n)
			assert.Equal(t, want, c.Data)
			assert.Equal(t, string(s.Status), c.State)
			assert.Equal(t, s.Version, c.Version)
		}
	})
}

func TestUnwritableDatabaseIsTold(t *testing.T) {
	v := reviewtest.Service(t, t.TempDir()+"/desk.db")
	st := reviewtest.Story(t, v, reviewtest.Report(1))
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	_, err := v.Decide(ctx, reviewtest.Ada(), st.ID, review.Target{Case: 1, Version: 1}, review.Decision{Outcome: review.Stands})
	assert.True(t, errors.Is(err, context.Canceled), "%v", err)
}
