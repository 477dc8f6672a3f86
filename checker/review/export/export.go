// Package export writes reviews for people and programs elsewhere: the
// discrepancy log as CSV and XLSX, a story with its review as one HTML page, and
// ClaimReview of schema.org for a finding that is decided. Writers keep no state;
// the same edition gives the same bytes.
package export

import (
	"fmt"
	"io"
	"strconv"
	"strings"
	"time"

	"github.com/concord-news/concord/checker/report"
	"github.com/concord-news/concord/checker/review"
)

// CSV writes the discrepancy log with a row a finding.
func CSV(w io.Writer, e *review.Edition) error { return report.WriteCSV(w, discrepancies(e)) }

// XLSX writes the discrepancy log as a workbook: a row a finding, a row an event
// of the log, and what the story is.
func XLSX(w io.Writer, e *review.Edition) error {
	if err := report.WriteWorkbook(w, []report.Grid{discrepancies(e), events(e), story(e)}); err != nil {
		return fmt.Errorf("discrepancy log of %s as XLSX: %w", report.Plain(e.Story.Name), err)
	}
	return nil
}

func moment(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	return t.UTC().Format("2006-01-02 15:04:05 UTC")
}

// words makes what somebody typed safe for one cell, with its lines.
func words(s string) string {
	lines := strings.Split(s, "\n")
	for i := range lines {
		lines[i] = report.Plain(lines[i])
	}
	return strings.Join(lines, "\n")
}

func discrepancies(e *review.Edition) report.Grid {
	t := report.Grid{
		Name: "Discrepancies",
		Columns: []string{
			"finding", "fact", "verdict", "severity", "rule", "why", "values", "standing", "decision", "reason", "right", "checked against",
			"recommended wording", "decided by", "decided at", "ruling", "ruling's reason", "ruled by", "ruled at", "overruled with",
			"questions", "reference facts", "against reference facts", "reopened", "fingerprint", "case",
		},
		Widths: []float64{9, 40, 14, 10, 22, 60, 60, 12, 24, 50, 22, 40, 40, 22, 24, 12, 40, 22, 24, 24, 50, 40, 60, 40, 19, 7},
	}
	for _, r := range e.Discrepancies() {
		f, s := r.Finding, r.State
		row := []string{
			f.ID, report.Plain(f.Fact), f.Verdict, r.Severity, f.Rule, report.Plain(f.Why), values(e, f), s.Standing(),
		}
		row = append(row, decided(s.Decision)...)
		row = append(row, ruled(s.Ruling)...)
		row = append(row, questions(s.Questions), references(s.InUse()), against(e, f, &s), reopened(s.Reopening), f.Fingerprint, strconv.FormatInt(r.Case, 10))
		t.Rows = append(t.Rows, row)
	}
	return t
}

func values(e *review.Edition, f *report.Finding) string {
	var out []string
	for _, v := range f.Values {
		out = append(out, report.Plain(fmt.Sprintf("%s: %s (\"%s\")", e.Outlet(v.Article), v.Value, v.Text)))
	}
	return strings.Join(out, "\n")
}

// decided returns decision, reason, right, sources, wording, name and time.
func decided(d *review.Decision) []string {
	if d == nil {
		return make([]string, 7)
	}
	var sources []string
	for _, c := range d.Checked {
		s := c.Source
		for _, more := range []string{c.Kind, c.Place, c.Date} {
			if more != "" {
				s += ", " + more
			}
		}
		sources = append(sources, words(s))
	}
	return []string{
		d.Outcome.Words(), words(d.Reason), right(d), strings.Join(sources, "\n"), words(d.Wording), words(d.By) + " (" + string(d.Role) + ")", moment(d.At),
	}
}

// right says which side is right.
func right(d *review.Decision) string {
	switch d.Right {
	case "outlet":
		return words(d.RightOutlet)
	case "none":
		return "none of them"
	case "all":
		return "all, each in its own terms"
	}
	return d.Right
}

// ruled returns what an editor did, why, who, when, and the decision in place of
// the checker's.
func ruled(r *review.Ruling) []string {
	if r == nil {
		return make([]string, 5)
	}
	instead := ""
	if r.Decision != nil {
		instead = r.Decision.Outcome.Words()
	}
	return []string{r.Action, words(r.Reason), words(r.By), moment(r.At), instead}
}

func questions(list []review.Question) string {
	var out []string
	for _, q := range list {
		s := q.By + " to " + q.To + ": " + q.Text
		switch {
		case q.Withdrawn:
			s += " (withdrawn)"
		case q.Answer == "":
			s += " (no answer yet)"
		default:
			s += " " + q.AnsweredBy + ": " + q.Answer
		}
		out = append(out, words(s))
	}
	return strings.Join(out, "\n")
}

func references(list []review.Reference) string {
	var out []string
	for _, r := range list {
		out = append(out, words(r.Words())+", held to be true by "+words(r.By))
	}
	return strings.Join(out, "\n")
}

// against says how each outlet stands to the reference facts: those of files, and
// those that people added to the finding.
func against(e *review.Edition, f *report.Finding, s *review.State) string {
	var out []string
	for _, v := range f.Values {
		if a := v.Reference; a != nil {
			out = append(out, report.Plain(fmt.Sprintf("%s: %s %s: %s", e.Outlet(v.Article), strings.ReplaceAll(a.Standing, "-", " "), a.ID, a.Why)))
		}
	}
	for _, h := range s.Held {
		at := ""
		if h.At != "" {
			at = " (" + h.At + ")"
		}
		out = append(out, report.Plain(fmt.Sprintf("%s%s: %s: %s", h.Outlet, at, h.Words(), h.Why)))
	}
	return strings.Join(out, "\n")
}

func reopened(r *review.Reopening) string {
	if r == nil {
		return ""
	}
	return words(fmt.Sprintf("run %d: %s", r.Run, strings.Join(r.Moves, "; ")))
}

func events(e *review.Edition) report.Grid {
	t := report.Grid{
		Name:    "Events",
		Columns: []string{"number", "at", "person", "role", "what", "case", "detail", "before", "after", "action", "hash before", "hash"},
		Widths:  []float64{9, 24, 22, 10, 16, 7, 60, 40, 40, 18, 20, 20},
	}
	for _, x := range e.Log {
		number := ""
		if x.Case != 0 {
			number = strconv.FormatInt(x.Case, 10)
		}
		t.Rows = append(t.Rows, []string{
			strconv.FormatInt(x.Seq, 10), moment(x.At), words(x.Person), x.Role, x.Kind, number, words(x.Detail), words(x.Before), words(x.After), x.Batch, x.Prev, x.Hash,
		})
	}
	return t
}

func story(e *review.Edition) report.Grid {
	t := report.Grid{Name: "Story", Columns: []string{"what", "value"}, Widths: []float64{30, 80}}
	add := func(what, value string) { t.Rows = append(t.Rows, []string{what, value}) }
	add("story", words(e.Story.Name))
	add("run", strconv.FormatInt(e.Shown.Run.Number, 10))
	add("report's hash", e.Shown.Run.SHA256)
	add("events", strconv.Itoa(len(e.Log)))
	if n := len(e.Log); n > 0 {
		add("log's hash", e.Log[n-1].Hash)
	}
	if e.SignOff != nil {
		add("signed off by", words(e.Signed.Person))
		add("signed off at", moment(e.Signed.At))
		add("note", words(e.SignOff.Note))
	}
	for _, a := range e.Shown.Wire.Articles {
		add("article "+report.Plain(a.ID), report.Plain(a.Outlet)+", "+a.SHA256)
	}
	return t
}
