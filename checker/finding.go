// Package checker holds the facts of a story's articles against each other:
// it decides which are comparable, compares those, and reports findings.
//
// The package is meant for use by other programs; docs/api.md says what is
// promised of it.
package checker

import (
	"time"

	"github.com/concord-news/concord/checker/reference"
	"github.com/concord-news/concord/corpus"
	"github.com/concord-news/concord/rules"
)

// Verdict is what a finding says of the values in it.
type Verdict uint8

// The verdicts, the most urgent first; reports list them in this order.
const (
	// Conflict: comparable, and they cannot all be true at once.
	Conflict Verdict = iota
	// Changed: an article states the change, or a figure that can only grow
	// grew with the time of publication.
	Changed
	// Disputed: different named parties give different values, and that
	// explains the difference.
	Disputed
	// Compatible: different words or figures that can all be true.
	Compatible
	// NotCompared: the same slot, yet comparing would be wrong.
	NotCompared
	// Agree: the same value from two or more origins.
	Agree
	// Single: from one origin only.
	Single
)

var verdictNames = [...]string{"conflict", "changed", "disputed", "compatible", "not-compared", "agree", "single"}

// Verdicts lists all verdicts in the order of a report.
func Verdicts() []Verdict {
	return []Verdict{Conflict, Changed, Disputed, Compatible, NotCompared, Agree, Single}
}

// String returns the verdict as reports write it.
func (v Verdict) String() string { return verdictNames[v] }

// Discrepancy reports whether an editor should look at v.
func (v Verdict) Discrepancy() bool { return v <= Disputed }

// Report is what was found in one story. It is not changed after Check returns
// it and is safe for concurrent use.
type Report struct {
	Story *corpus.Story
	// Findings are in report order: verdict, severity, fact, first place.
	Findings []Finding
	// Unread lists what was not read: page furniture, and figures and
	// quotations in story text that no rule read. Ordered by article and place.
	Unread []Unread
	// Problems are the files that could not be read.
	Problems []corpus.Problem
	// Versions are the articles that later versions replace, ordered by the ID of
	// the latest and by time. They are read, and the latest speaks.
	Versions []Revision
	// Facts is the number of facts read, Compared the number of slots stated
	// by two or more outlets, Origins the number of independent origins.
	Facts, Compared, Origins int
	// OriginOf holds the origin of each article, "A", "B" and so on, parallel to
	// Story.Articles.
	OriginOf []string
	// RulesOff names the rules that the settings turned off, sorted.
	RulesOff []string
	// Ungrouped reports that the articles are those that are of no story with
	// another: they are listed, and nothing was read or compared.
	Ungrouped bool
	// References are the facts that the user holds to be true, whether an outlet
	// speaks of them or not.
	References []reference.Fact
	// RulesHash is the SHA-256 of the rules in force, in hexadecimal.
	RulesHash string
	// Stages says how long each stage took; it is for --stats alone and no
	// other part of a report depends on it.
	Stages []Stage
}

// Stage is the time that one stage of the work took.
type Stage struct {
	Name  string
	Took  time.Duration
	Bytes int
}

// Finding is one slot with what every outlet says of it.
type Finding struct {
	// ID is "F01", "F02", ... in report order.
	ID string
	// Fingerprint identifies the finding across runs: slot, rule and values,
	// never offsets.
	Fingerprint string
	// Fact names the slot: "people killed · attack on the consulate".
	Fact string
	// Kind is the kind of fact: "count", "share", "role" and so on.
	Kind     string
	Verdict  Verdict
	Severity rules.Severity
	Rule     *rules.Rule
	// Why is one sentence with the arithmetic.
	Why string
	// Gap is the distance between the values where that is a number, else "".
	Gap string
	// Values are ordered by article and place.
	Values []Value
	// Origins is the number of independent origins among Values.
	Origins int
	// told: it is of what happened, read from events.
	told bool
	// slot is what it was judged from, parallel to Values; nil in a report, unless
	// it is kept.
	slot *slot
}

// Value is what one article states, with its exact words.
type Value struct {
	Article *corpus.Article
	// Span is the evidence, Sentence the sentence around it.
	Span, Sentence corpus.Span
	// Reading is the value as read: "2 or more".
	Reading string
	// Low and High are the ends of a figure, nil where open or not a figure.
	Low, High *float64
	Unit      string
	// Speaker is whose words they are, "" for the outlet's own voice.
	Speaker string
	// Hedge is the hedge or bound as written.
	Hedge string
	// AsOf is the date of which the value speaks, "2006-01-02" or shorter.
	AsOf string
	// Decides: it is one of the two that the verdict rests on, and of which Why
	// speaks.
	Decides bool
	// Against is how the value stands to a reference fact, nil where none is
	// about the same.
	Against *Against
	// statement is what was read, where it is kept.
	statement *statement
}

// Text returns the exact words of the evidence.
func (v Value) Text() string { return v.Span.In(v.Article.Text) }

// Unread is a passage that was recognised and not compared.
type Unread struct {
	Article *corpus.Article
	corpus.Span
	// Reason says why: "page furniture: share link", "figure that no rule reads".
	Reason string
}

// ReplacedBy returns the version that followed an article, nil where it is the
// latest or the only one.
func (r *Report) ReplacedBy(a *corpus.Article) *corpus.Article {
	for i := range r.Versions {
		if r.Versions[i].Old == a {
			return r.Versions[i].New
		}
	}
	return nil
}

// Count returns the number of findings with verdict v.
func (r *Report) Count(v Verdict) int {
	n := 0
	for i := range r.Findings {
		if r.Findings[i].Verdict == v {
			n++
		}
	}
	return n
}

// Outlets returns the number of different outlets in the story.
func (r *Report) Outlets() int {
	seen := map[string]bool{}
	for _, a := range r.Story.Articles {
		seen[a.Outlet] = true
	}
	return len(seen)
}
