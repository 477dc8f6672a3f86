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
	Discrepancies, Found, High, HighFound, Exact int
	// Quiet is the number of facts labelled as agreeing or compatible, QuietFound
	// how many of them are reported so.
	Quiet, QuietFound int
	// Reported is the number of discrepancies reported. OnLabelled are about one
	// that is labelled so, OnQuiet about a fact labelled quiet, the rest are
	// about nothing labelled and have to be judged by eye.
	Reported, OnLabelled, OnQuiet int
	// Notes are the single misses and alarms, in the order of stories and labels.
	Notes []Note
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
	What, Story, Fact string
	// Kind is the label's, "" for what is about none.
	Kind string
	// Labelled and Reported are the verdicts, "" where there is none.
	Labelled, Reported string
	// Rule is that of the finding, "" where there is none.
	Rule string
}

// Add holds one story's report against its labels and adds what comes out. It
// returns an error, and adds nothing, where the labels do not fit the articles.
func (r *Result) Add(rep *checker.Report, labels *Labels) error {
	rows := make([][]place, len(labels.Facts))
	for i := range labels.Facts {
		var err error
		if rows[i], err = labels.Facts[i].places(rep.Story); err != nil {
			return err
		}
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
func (r *Result) label(rep *checker.Report, l *Label, rows []place) {
	found, exact := false, false
	note := Note{What: Quieted, Story: rep.Story.Name, Fact: l.Fact, Kind: l.Kind, Labelled: l.Verdict}
	for i := range rep.Findings {
		f := &rep.Findings[i]
		if !covers(f, rows) {
			continue
		}
		note.Reported, note.Rule = f.Verdict.String(), f.Rule.Name
		quiet := f.Verdict == checker.Agree || f.Verdict == checker.Compatible
		if l.discrepancy() && f.Verdict.Discrepancy() || !l.discrepancy() && quiet {
			found = true
			exact = exact || f.Verdict.String() == l.Verdict
		}
	}
	if !l.discrepancy() {
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
func (r *Result) finding(st *corpus.Story, f *checker.Finding, labels *Labels, rows [][]place) {
	r.Reported++
	note := Note{What: Unjudged, Story: st.Name, Fact: f.Fact, Reported: f.Verdict.String(), Rule: f.Rule.Name}
	for i := range labels.Facts {
		l := &labels.Facts[i]
		if !covers(f, rows[i]) {
			continue
		}
		if l.discrepancy() {
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
func covers(f *checker.Finding, rows []place) bool {
	var hit []int
	for i, row := range rows {
		if slices.ContainsFunc(f.Values, func(v checker.Value) bool { return v.Article == row.article && v.Span.Overlaps(row.Span) }) {
			hit = append(hit, i)
		}
	}
	return len(hit) >= 2 && (articles(rows, hit) >= 2 || articles(rows, all(rows)) < 2)
}

func all(rows []place) []int {
	out := make([]int, len(rows))
	for i := range out {
		out[i] = i
	}
	return out
}

// articles is the number of articles in which the rows of the list stand.
func articles(rows []place, list []int) int {
	seen := map[*corpus.Article]bool{}
	for _, i := range list {
		seen[rows[i].article] = true
	}
	return len(seen)
}

func count(is bool) int {
	if is {
		return 1
	}
	return 0
}
