package verify

import (
	"bufio"
	"fmt"
	"io"
	"strings"
)

// WriteText writes a record for people to read: the verdict, the reason, the
// sentences that decided and what was not found.
func WriteText(w io.Writer, r Record) error {
	b := bufio.NewWriter(w)
	fmt.Fprintf(b, "%s: %s\n", strings.ToUpper(r.Result.Verdict.String()), r.Result.Why)
	fmt.Fprintf(b, "\n  claim  %s\n", oneLine(r.Claim))
	for _, f := range r.Result.Facts {
		a := r.Articles[f.Article]
		fmt.Fprintf(b, "\n  %-10s %q", f.Relation, oneLine(f.Claim.In(r.Claim)))
		if f.Span != f.Sentence {
			fmt.Fprintf(b, " · %q", oneLine(f.In(a.Text)))
		}
		if f.Note != "" {
			fmt.Fprintf(b, " · %s", f.Note)
		}
		fmt.Fprintf(b, "\n  %s:%d-%d  %s\n", a.ID, f.Sentence.Start, f.Sentence.End, oneLine(f.Sentence.In(a.Text)))
	}
	if len(r.Result.Missing) > 0 {
		fmt.Fprintln(b)
	}
	for _, m := range r.Result.Missing {
		fmt.Fprintf(b, "  not borne out  %q · %s\n", oneLine(m.In(r.Claim)), m.Note)
	}
	if err := b.Flush(); err != nil {
		return fmt.Errorf("writing the result: %w", err)
	}
	return nil
}

func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }
