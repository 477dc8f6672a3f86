package checker

import (
	"fmt"
	"slices"
	"time"

	"github.com/concord-news/concord/rules"
	"github.com/concord-news/concord/rules/text"
)

// deedsApart says why what two articles tell of a deed must not be held against
// each other, "" where nothing stands in the way. Facts that are read otherwise
// than from events have no such bar.
func (s *story) deedsApart(rule *rules.Rule, a, b *statement) string {
	x, y := a.fact.Told, b.fact.Told
	if x == nil || y == nil {
		return ""
	}
	if why := s.deedsMeet(a, b); why != "" {
		return why
	}
	agents := pair{s, a.article, b.article, &x.Agent, &y.Agent}
	patients := pair{s, a.article, b.article, &x.Patient, &y.Patient}
	switch {
	case rule.Compare.By == rules.ByNames && !rule.Compare.Exclusive:
		return "both may be right"
	case rule.Compare.By == rules.ByPolarity && (!x.Listed || !y.Listed) && !s.toldAlike(a, b):
		return "the verb says no deed that is done once"
	case !x.Telling || !y.Telling:
		return "neither says of whom or what for certain"
	case x.ByAgent && (x.Patient.Value == "") != (y.Patient.Value == ""):
		return "only one says to whom or what"
	case x.Anybody && y.Anybody && (x.Agent.Value == "") != (y.Agent.Value == ""):
		return "only one says who did it"
	case x.Undone && y.Undone && (s.until(a) || s.until(b)):
		return "one says until when it is so"
	case x.Implied || y.Implied:
		return "one speaks of an attempt, or of the evidence"
	case s.otherTime(a, b):
		return "one speaks of an earlier time"
	case x.Agent.Pronoun || y.Agent.Pronoun || x.Patient.Pronoun || y.Patient.Pronoun:
		return "a pronoun does not tell for certain who is meant"
	case s.saying(a) && s.saying(b) && (x.Patient.Value == "" || y.Patient.Value == ""):
		return "it is not said what is denied or admitted"
	case x.Noun || y.Noun:
		return "one is told by a noun, and may be another deed of the kind"
	case a.fact.Title || b.fact.Title:
		return "one is a headline"
	case agents.differ():
		return fmt.Sprintf("%s and %s may do so each", x.Agent.Show, y.Agent.Show)
	case patients.differ():
		return fmt.Sprintf("it may be done to %s and to %s", x.Patient.Show, y.Patient.Show)
	case !s.toldAlike(a, b) && (s.someOf(a.article, x.About()) || s.someOf(b.article, y.About())):
		return "one speaks of some, the other perhaps of others"
	case agents.otherwise() || patients.otherwise():
		return "they describe it otherwise, and may mean two"
	case x.Tense != y.Tense && !sequential(a.fact, b.fact) && !(x.Final && y.Final) && !(planned(a.fact.Modality) && planned(b.fact.Modality)):
		return "they speak of different times"
	}
	return ""
}

// saying reports a deed that is words of somebody's: denied, admitted.
func (s *story) saying(st *statement) bool {
	switch s.verb(st).Lemma {
	case "deny", "admit", "confess":
		return true
	}
	return false
}

// verb is the word that tells a deed.
func (s *story) verb(st *statement) *text.Token {
	return &s.readings[st.article].Doc.Tokens[st.fact.Token]
}

// until reports whether the sentence of a statement says until when something is so.
func (s *story) until(st *statement) bool {
	return s.sentenceHas(st, func(t text.Token) bool { return t.Lower == "until" || t.Lower == "till" })
}

// sentenceHas reports whether the sentence of a statement has such a token.
func (s *story) sentenceHas(st *statement, is func(t text.Token) bool) bool {
	d := s.readings[st.article].Doc
	at := &d.Sentences[d.SentenceOf(st.fact.Token)]
	return slices.ContainsFunc(d.Tokens[at.First:at.Last], is)
}

// toldAlike reports two deeds of one who has a name, told with one verb of what is
// called the same in as many words, so that they are no two of their kind though no
// list says that the deed is done once.
func (s *story) toldAlike(a, b *statement) bool {
	x, y := a.fact.Told, b.fact.Told
	agents := pair{s, a.article, b.article, &x.Agent, &y.Agent}
	return x.Agent.Named && y.Agent.Named && !agents.differ() && x.Patient.Value != "" && x.Patient.Value == y.Patient.Value &&
		slices.Equal(s.before(a.article, &x.Patient, false), s.before(b.article, &y.Patient, false))
}

// done compares whether a deed was done.
func done(a, b *rules.Fact) outcome {
	x, y := a.Value.Words, b.Value.Words
	switch {
	case a.Value.Answer != b.Value.Answer:
		return outcome{relation: different, why: fmt.Sprintf("%s against %s", x, y)}
	case x == y:
		return outcome{relation: same, why: x + " in both"}
	case a.Told.Contradicts(b.Told):
		return outcome{relation: incomparable, why: fmt.Sprintf("%s and %s both answer, and not alike", x, y)}
	}
	return outcome{relation: same, why: fmt.Sprintf("%s and %s say the same", x, y)}
}

// deedsTold looks at equal values of two articles' deeds: they may be told of
// two deeds, or of a plan and the deed.
func (s *story) deedsTold(a, b *statement, o outcome) outcome {
	if a.fact.Told == nil || o.relation == incomparable {
		return o
	}
	if why := s.deedsMeet(a, b); why != "" {
		return outcome{relation: incomparable, why: why}
	}
	if o.relation == same && planned(a.fact.Modality) != planned(b.fact.Modality) {
		o.why += ", for the one as a plan or possibility"
	}
	return o
}

// deedsMeet says why what two articles tell in one word is not of one deed,
// though the values are the same, "" where it may be.
func (s *story) deedsMeet(a, b *statement) string {
	x, y := a.fact.Told, b.fact.Told
	agents := pair{s, a.article, b.article, &x.Agent, &y.Agent}
	patients := pair{s, a.article, b.article, &x.Patient, &y.Patient}
	switch {
	case x.ByAgent && y.ByAgent && patients.differ():
		return fmt.Sprintf("it is done to %s and to %s", x.Patient.Show, y.Patient.Show)
	case agents.otherNumber() || patients.otherNumber():
		return "they speak of different numbers"
	case agents.otherNames() || patients.otherNames():
		return "they bear different names"
	case agents.otherOwner() || patients.otherOwner():
		return "it belongs to different owners"
	case agents.otherSites() || patients.otherSites():
		return "they lie in different places"
	case agents.otherContents() || patients.otherContents():
		return "they are of different things"
	}
	return ""
}

// sequential reports two answers that may both be right one after the other: a
// deed and what undoes it, or what is not done yet and then is.
func sequential(a, b *rules.Fact) bool {
	if a.Told == nil || b.Told == nil {
		return false
	}
	return a.Told.Undone && b.Told.Undone || a.Told.Pending != b.Told.Pending
}

// ended marks an answer that the later article ends for good: who survived has died
// since.
func ended(a, b *rules.Fact, gap time.Duration, o outcome) outcome {
	later := b
	if gap < 0 {
		later = a
	}
	if a.Told != nil && b.Told != nil && a.Told.Final && b.Told.Final && gap != 0 && later.Value.Answer == rules.No {
		o.why, o.since = o.why+", the one after the other", true
	}
	return o
}

// changes looks at answers that differ and may both be right one after the
// other: the later article has what came later.
func (s *story) changes(rule *rules.Rule, a, b *statement, o outcome) outcome {
	if why := s.refuse(rule, a, b); why != "" {
		return outcome{relation: incomparable, why: why}
	}
	if a.fact.Told.Undone && b.fact.Told.Undone {
		if why := s.bothSaid(a, b); why != "" {
			return outcome{relation: incomparable, why: why}
		}
	}
	if a.fact.Told.Pending && s.later(a, b) || b.fact.Told.Pending && s.later(b, a) {
		return outcome{relation: incomparable, why: "the later article still leaves it open"}
	}
	if !s.later(a, b) && !s.later(b, a) {
		return outcome{relation: incomparable, why: "both may be so, one after the other"}
	}
	o.why += ", the one after the other"
	return o
}

// bothSaid says why a deed and what undoes it may be told by both articles, "" where nothing
// says so: what is to be undone is first to be done, and a sentence may have both.
func (s *story) bothSaid(a, b *statement) string {
	undoes := func(t text.Token) bool {
		switch t.Lemma {
		case "release", "free", "reopen", "resume", "reinstate", "lift":
			return t.Tag == text.VERB
		}
		return false
	}
	own := func(st *statement) bool { return undoes(*s.verb(st)) }
	x, y := s.sentenceHas(a, undoes), s.sentenceHas(b, undoes)
	switch {
	case planned(a.fact.Modality) && planned(b.fact.Modality) && (x || y):
		return "the one is planned after the other"
	case x && y, x && !own(a), y && !own(b):
		return "a sentence has the deed and what undid it"
	}
	return ""
}

// recently is how long before its article a deed may lie to be that of the story
// at hand, where the other article gives no date.
const recently = 7 * day

// otherTime reports that one article dates what it tells before the story at hand
// and the other does not date it so.
func (s *story) otherTime(a, b *statement) bool {
	x, y := a.fact.AsOf, b.fact.AsOf
	if x.Known() && y.Known() && x.From.Before(y.To) && y.From.Before(x.To) {
		return false
	}
	return s.longAgo(a) || s.longAgo(b)
}

// longAgo reports a deed that its article dates before the story at hand.
func (s *story) longAgo(a *statement) bool {
	p := s.articles[a.article].Published
	return p.Known() && a.fact.AsOf.Known() && a.fact.AsOf.To.Before(p.Time.Add(-recently))
}
