package report

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"

	"github.com/concord-news/concord/checker"
)

// BaselineSchema names the layout of baseline files.
const BaselineSchema = "concord/baseline/1"

// Known is a discrepancy that people know of: reports still have it, marked,
// and the exit status does not count it.
type Known struct {
	Story       string `json:"story"`
	Fingerprint string `json:"fingerprint"`
	// Fact and Verdict are for readers of the file alone.
	Fact    string `json:"fact"`
	Verdict string `json:"verdict"`
	// Reason is why nothing is to be done, By who says so.
	Reason string `json:"reason"`
	By     string `json:"by"`
}

// Baseline is what a baseline file holds.
type Baseline struct {
	Schema string  `json:"schema"`
	Known  []Known `json:"known"`
}

// ReadBaseline reads a baseline file. It refuses unknown fields and entries
// without a story, a fingerprint, a reason or a name.
func ReadBaseline(r io.Reader) (*Baseline, error) {
	dec := json.NewDecoder(r)
	dec.DisallowUnknownFields()
	var b Baseline
	if err := dec.Decode(&b); err != nil {
		return nil, err
	}
	if _, err := dec.Token(); !errors.Is(err, io.EOF) {
		return nil, fmt.Errorf("something stands behind the baseline's object")
	}
	if b.Schema != BaselineSchema {
		return nil, fmt.Errorf("schema is %q; legal: %q", b.Schema, BaselineSchema)
	}
	for i, k := range b.Known {
		for _, f := range [][2]string{{"story", k.Story}, {"fingerprint", k.Fingerprint}, {"reason", k.Reason}, {"by", k.By}} {
			if f[1] == "" {
				return nil, fmt.Errorf("entry %d (%s): no %s", i+1, k.Fact, f[0])
			}
		}
	}
	return &b, nil
}

// NewBaseline lists the discrepancies of reports, in their order, with one
// reason and name for all of them.
func NewBaseline(reports []*checker.Report, reason, by string) *Baseline {
	b := &Baseline{Schema: BaselineSchema, Known: []Known{}}
	for _, r := range reports {
		for i := range r.Findings {
			f := &r.Findings[i]
			if f.Reported() {
				b.Known = append(b.Known, Known{
					Story: r.Story.Name, Fingerprint: f.Fingerprint, Fact: f.Fact, Verdict: f.Verdict.String(), Reason: reason, By: by,
				})
			}
		}
	}
	return b
}

// Write writes the baseline as indented JSON.
func (b *Baseline) Write(w io.Writer) error {
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	if err := e.Encode(b); err != nil {
		return fmt.Errorf("baseline: %w", err)
	}
	return nil
}

// Of returns what is known of a finding of a story, nil where it is not.
func (b *Baseline) Of(story string, f *checker.Finding) *Known {
	if b == nil || !f.Reported() {
		return nil
	}
	for i := range b.Known {
		if k := &b.Known[i]; k.Story == story && k.Fingerprint == f.Fingerprint {
			return k
		}
	}
	return nil
}

// Stale lists the entries of the report's story that no discrepancy of it has.
func (b *Baseline) Stale(r *checker.Report) []Known {
	if b == nil {
		return nil
	}
	there := map[string]bool{}
	for i := range r.Findings {
		if f := &r.Findings[i]; f.Reported() {
			there[f.Fingerprint] = true
		}
	}
	var out []Known
	for _, k := range b.Known {
		if k.Story == r.Story.Name && !there[k.Fingerprint] {
			out = append(out, k)
		}
	}
	return out
}
