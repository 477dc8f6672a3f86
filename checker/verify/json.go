package verify

import (
	"encoding/json"
	"fmt"
	"io"

	"github.com/concord-news/concord/corpus"
)

// The wire types of a result. They are additive: fields are never renamed.
type resultJSON struct {
	ID      json.RawMessage `json:"id,omitempty"`
	Claim   string          `json:"claim,omitempty"`
	Verdict string          `json:"verdict"`
	Why     string          `json:"why"`
	Facts   []factJSON      `json:"facts"`
	Missing []missingJSON   `json:"missing"`
}

type factJSON struct {
	Article       string `json:"article,omitempty"`
	Start         int    `json:"start"`
	End           int    `json:"end"`
	Text          string `json:"text"`
	SentenceStart int    `json:"sentence_start"`
	SentenceEnd   int    `json:"sentence_end"`
	ClaimStart    int    `json:"claim_start"`
	ClaimEnd      int    `json:"claim_end"`
	Claim         string `json:"claim"`
	Relation      string `json:"relation"`
	Note          string `json:"note,omitempty"`
}

type missingJSON struct {
	Start int    `json:"start"`
	End   int    `json:"end"`
	Text  string `json:"text"`
	Note  string `json:"note"`
}

// Record is a result with what it is a result of.
type Record struct {
	// ID names the pair; it is written as it was read. Empty for a claim that
	// was held against a story.
	ID json.RawMessage
	// Claim is the claim, Articles what it was held against.
	Claim    string
	Articles []*corpus.Article
	// Named reports that facts name their article and the record its claim.
	Named  bool
	Result Result
}

// WriteJSON writes a record as one line of JSON. All offsets are bytes.
func WriteJSON(w io.Writer, r Record) error {
	out := resultJSON{ID: r.ID, Verdict: r.Result.Verdict.String(), Why: r.Result.Why, Facts: []factJSON{}, Missing: []missingJSON{}}
	if r.Named {
		out.Claim = r.Claim
	}
	for _, f := range r.Result.Facts {
		a := r.Articles[f.Article]
		j := factJSON{Start: f.Start, End: f.End, Text: f.In(a.Text), SentenceStart: f.Sentence.Start, SentenceEnd: f.Sentence.End,
			ClaimStart: f.Claim.Start, ClaimEnd: f.Claim.End, Claim: f.Claim.In(r.Claim), Relation: f.Relation.String(), Note: f.Note}
		if r.Named {
			j.Article = a.ID
		}
		out.Facts = append(out.Facts, j)
	}
	for _, m := range r.Result.Missing {
		out.Missing = append(out.Missing, missingJSON{m.Start, m.End, m.In(r.Claim), m.Note})
	}
	line, err := json.Marshal(out)
	if err == nil {
		_, err = w.Write(append(line, '\n'))
	}
	if err != nil {
		return fmt.Errorf("writing the result: %w", err)
	}
	return nil
}
