package review

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"maps"
	"slices"
	"time"

	"github.com/concord-news/concord/checker/review/store"
)

// TransferSchema names the layout of exported stories.
const TransferSchema = "concord/review/1"

// Transfer is a story with all that belongs to its review, as JSON: another
// database can import it and go on.
type Transfer struct {
	Schema  string    `json:"schema"`
	Story   string    `json:"story"`
	Created time.Time `json:"created"`
	// Run is the run that is reviewed, Signed the event of the sign-off, 0 for
	// none, Head the hash of the last event.
	Run    int64         `json:"run"`
	Signed int64         `json:"signed"`
	Head   string        `json:"head"`
	Runs   []TransferRun `json:"runs"`
	// Texts are the texts of articles by hash.
	Texts map[string][]byte `json:"texts"`
	Log   []store.Event     `json:"log"`
}

// TransferRun is one run.
type TransferRun struct {
	Number  int64     `json:"number"`
	Created time.Time `json:"created"`
	Person  string    `json:"person"`
	SHA256  string    `json:"report_sha256"`
	// Report and Snapshot are the bytes as they were written.
	Report   []byte `json:"report"`
	Snapshot []byte `json:"snapshot"`
}

// Export returns a story for another database, as it is now or as a sign-off
// left it.
func (v *Service) Export(ctx context.Context, story, signed int64) (*Transfer, error) {
	e, err := v.Edition(ctx, story, signed)
	if err != nil {
		return nil, err
	}
	t := &Transfer{
		Schema: TransferSchema, Story: e.Story.Name, Created: e.Story.Created, Run: e.Shown.Run.Number, Signed: e.Signed.Seq,
		Texts: map[string][]byte{}, Log: e.Log,
	}
	if n := len(e.Log); n > 0 {
		t.Head = e.Log[n-1].Hash
	}
	return t, v.store.View(ctx, func(tx *store.Tx) error {
		for n := range t.Run {
			r, err := tx.Run(story, n+1)
			if err != nil {
				return err
			}
			t.Runs = append(t.Runs, TransferRun{r.Number, r.Created, r.Person, r.SHA256, r.Report, r.Snapshot})
			snap, err := snapshotOf(r)
			if err != nil {
				return err
			}
			for _, sum := range snap.Texts {
				if t.Texts[sum], err = tx.Text(sum); err != nil {
					return err
				}
			}
		}
		return nil
	})
}

// ReadTransfer reads an exported story and checks all its hashes.
func ReadTransfer(r io.Reader) (*Transfer, error) {
	var t Transfer
	d := json.NewDecoder(r)
	if err := d.Decode(&t); err != nil {
		return nil, fmt.Errorf("is no exported story: %w", err)
	}
	if _, err := d.Token(); !errors.Is(err, io.EOF) {
		return nil, errors.New("something stands behind the exported story")
	}
	return &t, t.check()
}

func (t *Transfer) check() error {
	if t.Schema != TransferSchema {
		return fmt.Errorf("schema is %q; legal: %q", t.Schema, TransferSchema)
	}
	head, err := store.Chain(t.Log)
	if err != nil {
		return err
	}
	if head != t.Head || len(t.Log) == 0 {
		return errors.New("the log ends with another event than the export says")
	}
	for sum, text := range t.Texts {
		if hash(text) != sum {
			return fmt.Errorf("text %.12s is not as it was written", sum)
		}
	}
	for i, r := range t.Runs {
		if r.Number != int64(i)+1 || hash(r.Report) != r.SHA256 {
			return fmt.Errorf("run %d is not as it was written", i+1)
		}
	}
	if t.Run != int64(len(t.Runs)) || t.Run == 0 || t.Signed < 0 || t.Signed > int64(len(t.Log)) {
		return errors.New("the export names a run or an event that it does not hold")
	}
	return t.checkRuns()
}

// checkRuns holds the runs against the log, whose hashes are checked.
func (t *Transfer) checkRuns() error {
	n := 0
	for _, e := range t.Log {
		if e.Kind != "run" {
			continue
		}
		c, err := carriedBy(e)
		if err != nil {
			return err
		}
		if n++; n > len(t.Runs) || c.Report != t.Runs[n-1].SHA256 || e.Person != t.Runs[n-1].Person {
			return fmt.Errorf("run %d is another than the log tells of", n)
		}
	}
	if n != len(t.Runs) {
		return errors.New("the log tells of other runs than the export holds")
	}
	for _, r := range t.Runs {
		if _, err := newShown(r.run(), func(sum string) ([]byte, error) { return t.Texts[sum], nil }); err != nil {
			return err
		}
	}
	return nil
}

// run is the run as a database has it, without its story.
func (r TransferRun) run() store.Run {
	return store.Run{Number: r.Number, Created: r.Created, Person: r.Person, Report: r.Report, Snapshot: r.Snapshot, SHA256: r.SHA256}
}

// Import makes a story of an exported one, whose log goes on with who imported
// it.
func (v *Service) Import(ctx context.Context, who Who, r io.Reader) (store.Story, error) {
	t, err := ReadTransfer(r)
	if err != nil {
		return store.Story{}, &InvalidError{"file", err.Error()}
	}
	st := store.Story{Name: t.Story, Created: t.Created}
	if err := cleanLine(&st.Name, "name"); err != nil {
		return st, err
	}
	err = v.store.Update(ctx, func(tx *store.Tx) error {
		st = store.Story{Name: st.Name, Created: t.Created}
		if err := tx.AddStory(&st); err != nil {
			return err
		}
		if err := t.put(tx, &st); err != nil {
			return err
		}
		s := &step{tx: tx, story: st, who: who, at: v.now().UTC(), batch: newBatch()}
		if t.Signed != 0 {
			st = s.story
			return nil // a frozen log stays as it is
		}
		err := s.log(store.Event{Kind: "imported"}, map[string]any{"events": len(t.Log), "head": t.Head})
		st = s.story
		return err
	})
	return st, err
}

func (t *Transfer) put(tx *store.Tx, st *store.Story) error {
	for sum, text := range t.Texts {
		if err := tx.PutText(sum, text); err != nil {
			return err
		}
	}
	for _, r := range t.Runs {
		row := r.run()
		row.Story = st.ID
		if err := tx.AddRun(&row); err != nil {
			return err
		}
	}
	if err := tx.Import(st, t.Log); err != nil {
		return err
	}
	if err := t.putCases(tx, st.ID); err != nil {
		return err
	}
	if err := tx.SetRun(st.ID, t.Run); err != nil {
		return err
	}
	return tx.SetSigned(st.ID, t.Signed)
}

// putCases makes the cases of an imported story: each is what the last run that
// had it says, in the state that the last event left.
func (t *Transfer) putCases(tx *store.Tx, story int64) error {
	cases := map[int64]store.Case{}
	states := map[int64]string{}
	for _, e := range t.Log {
		switch {
		case e.Case != 0:
			states[e.Case] = e.After
		case e.Kind == "run":
			if err := t.casesOf(e, cases); err != nil {
				return err
			}
		}
	}
	for _, number := range slices.Sorted(maps.Keys(cases)) {
		c := cases[number]
		st := State{Version: 1, Status: Open}
		var err error
		if data, ok := states[number]; ok {
			if st, err = DecodeState(data); err != nil {
				return err
			}
			c.Data = data
		} else if c.Data, err = st.encode(); err != nil {
			return err
		}
		raise(&c, &st)
		c.Story, c.State, c.Waiting, c.Asked, c.Version = story, string(st.Status), int64(st.Waiting()), st.Asked(), st.Version
		if err := tx.PutCase(&c); err != nil {
			return err
		}
	}
	return nil
}

// casesOf writes down what the run of an event says of its cases.
func (t *Transfer) casesOf(e store.Event, cases map[int64]store.Case) error {
	run, err := carriedBy(e)
	if err != nil {
		return err
	}
	if run.Run < 1 || run.Run > int64(len(t.Runs)) {
		return fmt.Errorf("event %d: there is no run %d", e.Seq, run.Run)
	}
	wire, err := wireOf(t.Runs[run.Run-1].run())
	if err != nil {
		return err
	}
	outlets := map[string]string{}
	for _, a := range wire.Articles {
		outlets[a.ID] = a.Outlet
	}
	for i := range wire.Findings {
		f := &wire.Findings[i]
		number := run.Cases[f.ID]
		if number < 1 {
			return fmt.Errorf("event %d: finding %s has no case", e.Seq, f.ID)
		}
		c := store.Case{Number: number, Run: run.Run, Ordinal: int64(i)}
		fill(&c, f, outlets)
		cases[number] = c
	}
	return nil
}
