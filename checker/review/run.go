package review

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"

	"github.com/concord-news/concord/checker"
	"github.com/concord-news/concord/checker/report"
	"github.com/concord-news/concord/checker/review/store"
	"github.com/concord-news/concord/corpus"
)

// snapshot is what it takes, beside the JSON report, to show a run again.
type snapshot struct {
	// Texts are the hashes of the articles' texts by ID.
	Texts map[string]string   `json:"texts"`
	Rules map[string]ruleText `json:"rules"`
	// Articles are the articles without their texts and paths, so that they can
	// be checked again.
	Articles []corpus.Article `json:"articles,omitempty"`
}

func newSnapshot(r *checker.Report) snapshot {
	s := snapshot{Texts: map[string]string{}, Rules: map[string]ruleText{}}
	for _, a := range r.Story.Articles {
		s.Texts[a.ID] = hash([]byte(a.Text))
		bare := *a
		bare.Text, bare.Path = "", ""
		s.Articles = append(s.Articles, bare)
	}
	for i := range r.Findings {
		if rule := r.Findings[i].Rule; rule != nil {
			s.Rules[rule.Name] = newRuleText(rule)
		}
	}
	return s
}

func hash(b []byte) string {
	sum := sha256.Sum256(b)
	return hex.EncodeToString(sum[:])
}

// snapshotOf reads the snapshot of a run.
func snapshotOf(run store.Run) (snapshot, error) {
	var s snapshot
	if err := json.Unmarshal(run.Snapshot, &s); err != nil {
		return s, fmt.Errorf("snapshot of run %d: %w", run.Number, err)
	}
	return s, nil
}

// wireOf reads the report of a run.
func wireOf(run store.Run) (*report.Report, error) {
	r, err := report.Read(bytes.NewReader(run.Report))
	if err != nil {
		return nil, fmt.Errorf("report of run %d: %w", run.Number, err)
	}
	return r, nil
}

// carriedBy reads what the event of a run says of it.
func carriedBy(e store.Event) (Carried, error) {
	var c Carried
	if err := json.Unmarshal([]byte(e.Detail), &c); err != nil {
		return c, fmt.Errorf("event %d: %w", e.Seq, err)
	}
	return c, nil
}

// encode writes a report as runs keep it.
func (v *Service) encode(r *checker.Report) ([]byte, error) {
	var b bytes.Buffer
	err := report.JSON(&b, r, report.Run{Version: v.reader.Version, ConfigHash: v.reader.ConfigHash})
	return b.Bytes(), err
}
