package measure

import (
	"slices"

	"github.com/concord-news/concord/checker"
	"github.com/concord-news/concord/corpus"
)

// Result is how reports stand to labels.
type Result struct {
	// Discrepancies is the number of labelled conflicts, changes and disputes,
	// Found how many of them some discrepancy of the report is about; High and
	// HighFound count those of high severity, Exact those found with the very
	// verdict.
	Discrepancies int `json:"discrepancies"`
	Found         int `json:"found"`
	High          int `json:"high"`
	HighFound     int `json:"high_found"`
	Exact         int `json:"exact"`
	// Quiet is the number of facts labelled as agreeing or compatible, QuietFound
	// how many of them are reported so.
	Quiet      int `json:"quiet"`
	QuietFound int `json:"quiet_found"`
	// Reported is the number of discrepancies reported. OnLabelled are about one
	// that is labelled so, OnQuiet about a fact labelled quiet, the rest are
	// about nothing labelled and have to be judged by eye.
	Reported   int `json:"reported"`
	OnLabelled int `json:"on_labelled"`
	OnQuiet    int `json:"on_quiet"`
	// Notes are the single misses and alarms, in the order of stories and labels.
	Notes []Note `json:"notes"`
}

// The kinds of note.
const (
	// Missed: a labelled discrepancy that none is reported of.
	Missed = "missed"
	// Quieted: a fact labelled quiet that is not reported as quiet.
	Quieted = "not found"
	// Alarm: a discrepancy reported of a fact labelled quiet.
	Alarm = "false alarm"
	// Unjudged: a discrepancy reported of nothing labelled.
	Unjudged = "unjudged"
)

// Note is one miss or alarm.
type Note struct {
	What  string `json:"what"`
	Story string `json:"story"`
	Fact  string `json:"fact"`
	// Kind is the label's, "" for what is about none.
	Kind string `json:"kind,omitempty"`
	// Labelled and Reported are the verdicts, "" where there is none.
	Labelled string `json:"labelled,omitempty"`
	Reported string `json:"reported,omitempty"`
	// Rule is that of the finding, "" where there is none.
	Rule string `json:"rule,omitempty"`
}

// Add holds one story's report against its labels and adds what comes out. It
// returns an error, and adds nothing, where the labels do not fit the articles.
func (r *Result) Add(rep *checker.Report, labels *Labels) error {
	rows, err := labels.Places(rep.Story)
	if err != nil {
		return err
	}
	for i := range labels.Facts {
		r.label(rep, &labels.Facts[i], rows[i])
	}
	for i := range rep.Findings {
		if f := &rep.Findings[i]; f.Verdict.Discrepancy() {
			r.finding(rep.Story, f, labels, rows)
		}
	}
	return nil
}

// label counts one label by the findings about it.
func (r *Result) label(rep *checker.Report, l *Label, rows []checker.Place) {
	found, exact := false, false
	note := Note{What: Quieted, Story: rep.Story.Name, Fact: l.Fact, Kind: l.Kind, Labelled: l.Verdict}
	for i := range rep.Findings {
		f := &rep.Findings[i]
		if !covers(f, rows) {
			continue
		}
		note.Reported, note.Rule = f.Verdict.String(), f.Rule.Name
		quiet := f.Verdict == checker.Agree || f.Verdict == checker.Compatible
		if l.Discrepancy() && f.Verdict.Discrepancy() || !l.Discrepancy() && quiet {
			found = true
			exact = exact || f.Verdict.String() == l.Verdict
		}
	}
	if !l.Discrepancy() {
		r.Quiet++
		r.QuietFound += count(found)
	} else {
		note.What = Missed
		high := l.Severity == "high"
		r.Discrepancies++
		r.High += count(high)
		r.Found += count(found)
		r.HighFound += count(found && high)
		r.Exact += count(exact)
	}
	if !found {
		r.Notes = append(r.Notes, note)
	}
}

// finding counts one reported discrepancy by the labels that it is about.
func (r *Result) finding(st *corpus.Story, f *checker.Finding, labels *Labels, rows [][]checker.Place) {
	r.Reported++
	note := Note{What: Unjudged, Story: st.Name, Fact: f.Fact, Reported: f.Verdict.String(), Rule: f.Rule.Name}
	for i := range labels.Facts {
		l := &labels.Facts[i]
		if !covers(f, rows[i]) {
			continue
		}
		if l.Discrepancy() {
			r.OnLabelled++
			return
		}
		note.What, note.Kind, note.Labelled = Alarm, l.Kind, l.Verdict
	}
	r.OnQuiet += count(note.What == Alarm)
	r.Notes = append(r.Notes, note)
}

// covers reports whether a finding is about a label: its values lie on two of
// the rows, in two articles where the rows are of two.
func covers(f *checker.Finding, rows []checker.Place) bool {
	hit := 0
	of, hitOf := map[*corpus.Article]bool{}, map[*corpus.Article]bool{}
	for _, row := range rows {
		of[row.Article] = true
		if slices.ContainsFunc(f.Values, func(v checker.Value) bool { return v.Article == row.Article && v.Span.Overlaps(row.Span) }) {
			hit++
			hitOf[row.Article] = true
		}
	}
	return hit >= 2 && len(hitOf) >= min(2, len(of))
}

func count(is bool) int {
	if is {
		return 1
	}
	return 0
}
