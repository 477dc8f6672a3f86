package measure

import (
	"encoding/json"
	"fmt"
	"io"
	"strings"
)

// shares writes part of whole as reports of measures do: "12 of 59 = .203".
func shares(part, whole int) string {
	if whole == 0 {
		return "0 of 0"
	}
	return fmt.Sprintf("%d of %d = %s", part, whole, strings.TrimPrefix(fmt.Sprintf("%.3f", float64(part)/float64(whole)), "0"))
}

// WriteText writes the figures, and with notes every miss and alarm above them.
func (r *Result) WriteText(w io.Writer, notes bool) error {
	var b strings.Builder
	if notes {
		for _, n := range r.Notes {
			fmt.Fprintf(&b, "%s\t%s\t%s\t%s\t%s\n", n.What, n.Story, n.Fact, n.verdicts(), n.Rule)
		}
	}
	fmt.Fprintf(&b, "recall      %s of the labelled discrepancies are found; of high severity %s\n", shares(r.Found, r.Discrepancies), shares(r.HighFound, r.High))
	fmt.Fprintf(&b, "precision   %s of the reported discrepancies are labelled so; %d on facts labelled quiet, %d on nothing labelled\n",
		shares(r.OnLabelled, r.Reported), r.OnQuiet, r.Reported-r.OnLabelled-r.OnQuiet)
	fmt.Fprintf(&b, "verdict     %s of those found have the very verdict\n", shares(r.Exact, r.Found))
	fmt.Fprintf(&b, "quiet       %s of the facts labelled as agreeing or compatible are found so\n", shares(r.QuietFound, r.Quiet))
	_, err := io.WriteString(w, b.String())
	return err
}

func (n Note) verdicts() string {
	labelled, reported := n.Labelled, n.Reported
	if labelled == "" {
		labelled = "not labelled"
	}
	if reported == "" {
		reported = "not read"
	}
	return fmt.Sprintf("labelled %s, reported %s", labelled, reported)
}

// WriteJSON writes the result as one JSON object.
func (r *Result) WriteJSON(w io.Writer) error {
	out := *r
	if out.Notes == nil {
		out.Notes = []Note{} // an empty list, not null
	}
	enc := json.NewEncoder(w)
	enc.SetIndent("", "  ")
	return enc.Encode(out)
}
