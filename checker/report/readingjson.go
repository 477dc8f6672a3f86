package report

import (
	"encoding/json"
	"fmt"
	"io"
	"math"
	"time"

	"github.com/concord-news/concord/rules"
	"github.com/concord-news/concord/rules/mention"
)

// Reading is what was read of one text, as a line of JSON has it.
type Reading struct {
	ID       string    `json:"id"`
	Mentions []Mention `json:"mentions"`
	Facts    []Fact    `json:"facts"`
}

// Mention is a typed expression. Offsets are bytes of the text.
type Mention struct {
	Kind  string `json:"kind"`
	Start int    `json:"start"`
	End   int    `json:"end"`
	Text  string `json:"text"`
	// Low and High are the stated ends of a figure, null where it is open on
	// that side, has no value or is no figure.
	Low    *float64 `json:"low"`
	High   *float64 `json:"high"`
	Unit   string   `json:"unit,omitempty"`
	Approx bool     `json:"approx,omitempty"`
	Bound  string   `json:"bound,omitempty"`
	Hedge  string   `json:"hedge,omitempty"`
	// Timex is the TIMEX3 value of a date, time or duration; From and To are
	// the period it stands for, To exclusive.
	Timex string `json:"timex,omitempty"`
	From  string `json:"from,omitempty"`
	To    string `json:"to,omitempty"`
	Name  string `json:"name,omitempty"`
	// Entity numbers the one who is named within the text, from 1.
	Entity int `json:"entity,omitempty"`
}

// Fact is a statement that a rule read.
type Fact struct {
	Rule  string `json:"rule"`
	Fact  string `json:"fact"`
	Start int    `json:"start"`
	End   int    `json:"end"`
	Text  string `json:"text"`
	// Value is the value in words, Low and High its ends where it is a figure.
	Value   string   `json:"value"`
	Low     *float64 `json:"low"`
	High    *float64 `json:"high"`
	Unit    string   `json:"unit,omitempty"`
	Timex   string   `json:"timex,omitempty"`
	Speaker string   `json:"speaker,omitempty"`
}

// ReadingJSON writes g as one line of JSON.
func ReadingJSON(w io.Writer, g *rules.Reading) error {
	out := Reading{
		ID: g.Article.ID, Mentions: make([]Mention, 0, len(g.Mentions)), Facts: make([]Fact, 0, len(g.Facts)),
	}
	for i := range g.Mentions {
		out.Mentions = append(out.Mentions, mentionWire(&g.Mentions[i], g.Article.Text))
	}
	for i := range g.Facts {
		out.Facts = append(out.Facts, factWire(&g.Facts[i], g.Article.Text))
	}
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	if err := e.Encode(out); err != nil {
		return fmt.Errorf("reading of %s as JSON: %w", g.Article.ID, err)
	}
	return nil
}

func mentionWire(m *mention.Mention, text string) Mention {
	out := Mention{
		Kind: m.Kind.String(), Start: m.Start, End: m.End, Text: m.In(text), Unit: m.Unit, Timex: m.Timex,
		From: stamp(m.Period.From), To: stamp(m.Period.To), Name: m.Name, Entity: m.Entity,
	}
	if m.Kind.Numeric() {
		out.Low, out.High = ends(m.Quantity)
		out.Approx, out.Bound, out.Hedge = m.Quantity.Approx, boundName(m.Quantity.Bound), m.Quantity.Hedge
	}
	return out
}

func factWire(f *rules.Fact, text string) Fact {
	out := Fact{
		Rule: f.Rule.Name, Fact: factName(f), Start: f.Evidence.Start, End: f.Evidence.End, Text: f.Evidence.In(text),
		Value: factValue(f), Unit: f.Value.Unit, Timex: f.Value.Timex, Speaker: f.Voice.Speaker,
	}
	if figure(f) {
		out.Low, out.High = ends(f.Value.Figure)
	}
	return out
}

// ends returns the ends of q, nil where one is open or not known.
func ends(q mention.Quantity) (low, high *float64) {
	return finite(q.Low), finite(q.High)
}

func finite(x float64) *float64 {
	if math.IsNaN(x) || math.IsInf(x, 0) {
		return nil
	}
	return &x
}

// boundName returns the bound in the words of the command's output, "" for an
// exact one.
func boundName(b mention.Bound) string {
	return [...]string{"", "just below", "just above", "at least", "more than", "at most", "less than"}[b]
}

func stamp(t time.Time) string {
	switch {
	case t.IsZero():
		return ""
	case t.Equal(t.Truncate(24 * time.Hour)):
		return t.Format(time.DateOnly)
	}
	return t.Format(time.RFC3339)
}
