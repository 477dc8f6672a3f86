package rules

import (
	"time"

	"github.com/concord-news/concord/rules/mention"
	"github.com/concord-news/concord/rules/text"
)

// LastTime is the head of a date on which something was so for the last time before:
// "the worst flood since 1987", "nobody has escaped since 2014", "the last strike, in
// 1998". A story tells of one such time of each thing, whatever its verb.
const LastTime = AttributeOf + "last time"

// lastTime reports whether a month or year is the last time that something was so.
func (w *surroundings) lastTime() bool {
	m, d := w.mention, w.g.Doc
	if m.Kind != mention.Date || m.First <= w.first || m.Period.To.Sub(m.Period.From) < minMonth {
		return false
	}
	since := d.Tokens[m.First-1].Lower == "since"
	if !since && d.Tokens[m.First-1].Tag != text.ADP {
		return false
	}
	for i := m.First - 2; i >= max(w.first, m.First-lastTimeReach); i-- {
		t := &d.Tokens[i]
		switch {
		case clauseMarks[t.Lower]:
			return false
		case since && sinceMarks(t):
			return true
		case !since && t.Lower == "last" && w.mentionAt(i) == nil:
			return !w.lengthOfTime(i+1) && !w.listedVerb(i+1)
		}
	}
	return false
}

// clauseMarks begin another clause, of which what stands before them says nothing.
var clauseMarks = map[string]bool{"and": true, "but": true, "which": true, "who": true, "where": true, "when": true, "while": true, ";": true}

const (
	// minMonth is shorter than any month, so that weekdays and days are told apart.
	minMonth = 27 * 24 * time.Hour
	// lastTimeReach is how many words at most stand between what says that it was the
	// last time and the date.
	lastTimeReach = 12
)

// sinceMarks reports a word behind which "since" tells the last time: a superlative,
// "first", a denial.
func sinceMarks(t *text.Token) bool {
	switch t.Fine {
	case text.JJS, text.RBS:
		return true
	}
	switch t.Lower {
	case "first", "no", "not", "n't", "never", "nobody", "none", "nothing", "neither", "nowhere":
		return true
	}
	return false
}

// listedVerb reports whether token i is a verb for a deed of which the lists say what
// it is, so that a date is that of the deed: "was last inspected in May".
func (w *surroundings) listedVerb(i int) bool {
	t := &w.g.Doc.Tokens[i]
	return t.Tag == text.VERB && w.catalog.Deeds.Listed(w.catalog.Deeds.Verb(t.Lemma))
}

// lengthOfTime reports a word behind "last" that makes it the most recent stretch:
// "the last two years", "last summer".
func (w *surroundings) lengthOfTime(i int) bool {
	t := &w.g.Doc.Tokens[i]
	switch t.Lemma {
	case "year", "month", "week", "night", "day", "decade", "summer", "winter", "spring", "autumn", "fall", "century", "season", "few":
		return true
	}
	return t.Tag == text.NUM
}
