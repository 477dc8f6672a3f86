// Package measure holds reports against stories that people have labelled: which
// of the discrepancies that they found the rules find, and what the rules report
// besides.
//
// A label is one fact with the verdict that a person gave it and the words, an
// article each, that say it. A finding is about a labelled fact where its values
// lie on the words of two of its rows, in two articles if the label has two.
package measure

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"slices"
	"strings"

	"github.com/concord-news/concord/checker"
	"github.com/concord-news/concord/corpus"
	"github.com/concord-news/concord/rules"
)

// Label is a fact as a person labelled it.
type Label struct {
	// ID is the label's own name, unique in its file.
	ID string `json:"id"`
	// Fact names the slot without its value: "people killed".
	Fact string `json:"fact"`
	// Kind is a word of the labeller's, by which figures are broken down.
	Kind string `json:"kind"`
	// Verdict is "conflict", "changed", "disputed", "compatible" or "agree".
	Verdict string `json:"verdict"`
	// Severity is "high" or "low".
	Severity string `json:"severity"`
	// Why is a sentence for those who read the labels.
	Why      string     `json:"why,omitempty"`
	Evidence []Evidence `json:"evidence"`
}

// Evidence is the words of one article that state a labelled fact.
type Evidence struct {
	// Article is the file of the article in its story.
	Article string `json:"article"`
	// Quote is the words, to the letter. The first place where they stand counts.
	Quote string `json:"quote"`
	// Value is the value as the labeller reads it, for those who read the labels.
	Value string `json:"value,omitempty"`
}

// Labels are the labelled facts of one story.
type Labels struct {
	// Story is the name of the story's folder.
	Story string  `json:"cluster"`
	Facts []Label `json:"facts"`
}

// Read reads labels as JSON. It refuses unknown fields, verdicts and severities,
// two labels of one ID, and labels without evidence.
func Read(r io.Reader) (*Labels, error) {
	content, err := io.ReadAll(r)
	if err != nil {
		return nil, err
	}
	dec := json.NewDecoder(bytes.NewReader(content))
	dec.DisallowUnknownFields()
	var l Labels
	if err := dec.Decode(&l); err != nil {
		return nil, fmt.Errorf("line %d: %w", 1+bytes.Count(content[:dec.InputOffset()], []byte("\n")), err)
	}
	var faults []error
	ids := map[string]bool{}
	for i := range l.Facts {
		f := &l.Facts[i]
		if ids[f.ID] {
			faults = append(faults, fmt.Errorf("fact %q: another has this id", f.ID))
		}
		ids[f.ID] = true
		if err := f.legal(); err != nil {
			faults = append(faults, fmt.Errorf("fact %q: %w", f.ID, err))
		}
	}
	return &l, errors.Join(faults...)
}

func (l *Label) legal() error {
	verdicts := []string{checker.Conflict.String(), checker.Changed.String(), checker.Disputed.String(), checker.Compatible.String(), checker.Agree.String()}
	severities := []string{rules.High.String(), rules.Low.String()}
	switch {
	case !slices.Contains(verdicts, l.Verdict):
		return fmt.Errorf("verdict %q; legal: %s", l.Verdict, strings.Join(verdicts, ", "))
	case !slices.Contains(severities, l.Severity):
		return fmt.Errorf("severity %q; legal: %s", l.Severity, strings.Join(severities, ", "))
	case len(l.Evidence) < 2:
		return fmt.Errorf("evidence: %d rows; a fact that can be compared has two or more", len(l.Evidence))
	}
	return nil
}

// ReadFile is Read for a file.
func ReadFile(path string) (*Labels, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	return Read(f)
}

// Discrepancy reports whether the labeller wants an editor to look at the fact.
func (l *Label) Discrepancy() bool { return isDiscrepancy(l.Verdict) }

func isDiscrepancy(verdict string) bool {
	return verdict == checker.Conflict.String() || verdict == checker.Changed.String() || verdict == checker.Disputed.String()
}

// Places finds the rows of each label in the articles of the story.
func (l *Labels) Places(st *corpus.Story) ([][]checker.Place, error) {
	out := make([][]checker.Place, len(l.Facts))
	for i := range l.Facts {
		var err error
		if out[i], err = l.Facts[i].places(st); err != nil {
			return nil, err
		}
	}
	return out, nil
}

// places finds the rows of a label in the articles of the story.
func (l *Label) places(st *corpus.Story) ([]checker.Place, error) {
	out := make([]checker.Place, 0, len(l.Evidence))
	for _, e := range l.Evidence {
		i := slices.IndexFunc(st.Articles, func(a *corpus.Article) bool { return a.ID == e.Article })
		if i < 0 {
			return nil, fmt.Errorf("fact %q: the story has no article %q", l.ID, e.Article)
		}
		a := st.Articles[i]
		at := strings.Index(a.Text, e.Quote)
		if at < 0 || e.Quote == "" {
			return nil, fmt.Errorf("fact %q: %s does not have the words %q", l.ID, e.Article, e.Quote)
		}
		out = append(out, checker.Place{Article: a, Span: corpus.Span{Start: at, End: at + len(e.Quote)}})
	}
	return out, nil
}
