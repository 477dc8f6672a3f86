package checker

import (
	"fmt"
	"slices"
	"strings"

	"github.com/concord-news/concord/checker/interval"
	"github.com/concord-news/concord/corpus"
	"github.com/concord-news/concord/corpus/origin"
	"github.com/concord-news/concord/rules"
	"github.com/concord-news/concord/rules/mention"
	"github.com/concord-news/concord/rules/text"
)

// besideWords is how many words on either side of a changed figure are quoted
// with it.
const besideWords = 4

// sureWords is how many words must be the same around a figure for articles
// that have no origin in common: fewer are a phrase that comes by itself, such
// as "people were killed and several others were injured in".
const sureWords = 16

// copied is a figure of one article that stands otherwise in a copy of its text.
type copied struct {
	article int
	figure  corpus.Span
}

// variant is copies of one text that differ in a figure.
type variant struct {
	copies []copied
	why    string
	gap    string
}

// copies reports the figures that copies of one text have otherwise. Where a
// finding has the same words already, it is told why they differ instead.
func (s *story) copies(findings []Finding) []Finding {
	rule := s.catalog.Comparing(rules.ByCopy)
	if rule == nil {
		return findings
	}
	for _, v := range s.variants() {
		if f := covering(findings, s, v.copies); f != nil {
			f.Why += "; " + v.why
			if f.Verdict == Conflict {
				f.Severity = rule.Severity // a slip in a copy, whatever it is about
			}
			continue
		}
		findings = displace(findings, s.copyFinding(rule, v))
	}
	return findings
}

// variants joins the changed figures of every two articles: one text, all
// articles that have it.
func (s *story) variants() []variant {
	var out []variant
	for i := range s.origins.Pairs {
		p := &s.origins.Pairs[i]
		if s.replaced[p.A] >= 0 || s.replaced[p.B] >= 0 {
			continue
		}
		for _, ch := range p.Changes {
			a, b := copied{p.A, ch.A}, copied{p.B, ch.B}
			if !p.Same() && ch.Before+ch.After < sureWords || s.explained(a, b) {
				continue
			}
			o := s.figuresOf(a, b)
			if o.relation != different {
				continue
			}
			why := s.toldOfCopies(a, b, o)
			out = join(out, variant{copies: []copied{a, b}, why: why, gap: o.gap})
		}
	}
	return out
}

// join adds v to the variant that has one of its figures, or as a new one.
func join(all []variant, v variant) []variant {
	for i := range all {
		have := func(c copied) bool {
			return slices.ContainsFunc(all[i].copies, func(o copied) bool { return o.article == c.article && o.figure.Overlaps(c.figure) })
		}
		if !slices.ContainsFunc(v.copies, have) {
			continue
		}
		for _, c := range v.copies {
			if !have(c) {
				all[i].copies = append(all[i].copies, c)
			}
		}
		return all
	}
	return append(all, v)
}

// covering returns the discrepancy that has the figures of two of the copies
// among its values, nil where none has.
func covering(findings []Finding, s *story, copies []copied) *Finding {
	for i := range findings {
		f := &findings[i]
		if !f.Verdict.Discrepancy() || f.Rule.Compare.Alike {
			continue
		}
		n := 0
		for _, c := range copies {
			if slices.ContainsFunc(f.Values, func(v Value) bool { return v.Article == s.articles[c.article] && v.Span.Overlaps(c.figure) }) {
				n++
			}
		}
		if n >= 2 {
			return f
		}
	}
	return nil
}

// explained reports whether there is nothing to wonder at where two copies have
// different figures.
func (s *story) explained(a, b copied) bool {
	x, y := s.articles[a.article], s.articles[b.article]
	gap := y.Published.Time.Sub(x.Published.Time)
	known := x.Published.Known() && y.Published.Known()
	later := []*corpus.Article{x, y}
	if known && gap > 0 {
		later = later[1:]
	} else if known && gap < 0 {
		later = later[:1]
	}
	switch {
	case known && gap.Abs() > newsLasts:
		return true
	case known && gap != 0 && x.Outlet == y.Outlet:
		return true // what an outlet writes later of its own is an update
	case slices.ContainsFunc(later, statesUpdate):
		return true
	}
	return s.stoodBefore(a, b) || s.stoodBefore(b, a)
}

// stoodBefore reports whether an earlier version of a's article has the figure
// of b: the copy was taken before the text was changed.
func (s *story) stoodBefore(a, b copied) bool {
	_, sentence := s.beside(b)
	for v, by := range s.replaced {
		if by != a.article || !s.origins.Shared(s.articles[b.article], sentence, s.articles[v]) {
			continue
		}
		p, ok := s.origins.Between(v, b.article)
		if ok && !slices.ContainsFunc(p.Changes, func(ch origin.Change) bool {
			side := ch.B
			if v > b.article {
				side = ch.A
			}
			return side.Overlaps(b.figure)
		}) {
			return true
		}
	}
	return false
}

// noteBytes is how long a line may be that says that a text was updated.
const noteBytes = 300

// notes are the words of lines that say so. The time of the last update, which
// pages print on every article, says nothing of what was changed.
var notes = []string{"correction:", "clarification:", "corrects ", "has been corrected", "was corrected", "has been updated", "was updated", "has been amended", "was amended",
	"earlier version", "previous version", "(updates", "updates with", "updates throughout", "updates toll", "update 1", "update 2", "update 3", "update 4", "update 5", "refiles ", "editor's note: this"}

// titles are what headlines of later versions begin with.
var titles = []string{"update ", "updated:", "update:", "correction", "corrected", "refile", "recast"}

// statesUpdate reports whether an article says that it was updated or corrected.
func statesUpdate(a *corpus.Article) bool {
	title := strings.ToLower(a.Title)
	if slices.ContainsFunc(titles, func(t string) bool { return strings.HasPrefix(title, t) }) {
		return true
	}
	for _, b := range a.Blocks {
		if b.Len() > noteBytes {
			continue
		}
		line := strings.ToLower(b.In(a.Text))
		if slices.ContainsFunc(notes, func(n string) bool { return strings.Contains(line, n) }) {
			return true
		}
	}
	return false
}

// toldOfCopies says what two copies differ in, the earlier first.
func (s *story) toldOfCopies(a, b copied, o outcome) string {
	if s.articles[a.article].Published.Time.After(s.articles[b.article].Published.Time) && s.articles[b.article].Published.Known() {
		a, b = b, a
	}
	agency := ""
	for _, c := range s.origins.Credits[a.article] {
		if slices.Contains(s.origins.Credits[b.article], c) {
			agency = " of " + c
		}
	}
	words := func(c copied) string {
		return fmt.Sprintf("%q in %s", oneLine(c.figure.In(s.articles[c.article].Text)), s.name(c.article))
	}
	return fmt.Sprintf("the same text%s, word for word, but %s and %s: %s", agency, words(a), words(b), o.why)
}

func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }

// beside returns a figure with the words around it in its sentence, and the
// sentence.
func (s *story) beside(c copied) (evidence, sentence corpus.Span) {
	doc := s.readings[c.article].Doc
	at, ok := slices.BinarySearchFunc(doc.Tokens, c.figure.Start, func(t text.Token, start int) int {
		if t.End <= start {
			return -1
		}
		if t.Start > start {
			return 1
		}
		return 0
	})
	if !ok {
		return c.figure, c.figure
	}
	sn := doc.Sentences[doc.SentenceOf(at)]
	last := at
	for last < sn.Last && doc.Tokens[last].Start < c.figure.End {
		last++
	}
	first := at
	for n := 0; n < besideWords && first > sn.First && !stops(doc.Form(first-1)); n++ {
		first--
	}
	for n := 0; n < besideWords && last < sn.Last && !stops(doc.Form(last)); n++ {
		last++
	}
	return doc.Span(first, last).Cover(c.figure), sn.Span.Cover(c.figure)
}

// stops reports whether a token parts clauses or ends a sentence.
func stops(form string) bool { return strings.ContainsAny(form, ",.;:!?\"“”()") && len(form) <= 3 }

func (s *story) copyFinding(rule *rules.Rule, v variant) Finding {
	slices.SortFunc(v.copies, func(a, b copied) int { return (a.article - b.article) })
	f := Finding{Kind: rule.Kind, Verdict: Conflict, Severity: rule.Severity, Rule: rule, Why: v.why, Gap: v.gap}
	labels := map[string]bool{}
	for i, c := range v.copies {
		evidence, sentence := s.beside(c)
		a := s.articles[c.article]
		value := Value{Article: a, Span: evidence, Sentence: sentence, Reading: oneLine(c.figure.In(a.Text))}
		if m := s.figuresAt(c); len(m) == 1 && m[0].Quantity.Known() && m[0].Kind.Numeric() {
			value.Reading, value.Unit, value.Hedge = interval.Figure(m[0].Quantity, m[0].Unit), m[0].Unit, m[0].Quantity.Hedge
			value.Low, value.High = end(m[0].Quantity.Low), end(m[0].Quantity.High)
		}
		if i == 0 {
			f.Fact = s.labelWords(rule, c)
		}
		f.Values = append(f.Values, value)
		labels[s.origin(c.article)] = true
	}
	f.Origins = len(labels)
	f.Fingerprint = fingerprint(&f)
	return f
}

// figuresAt returns the figures, dates and times in the words that differ, the
// longest where several lie in one place.
func (s *story) figuresAt(c copied) []*mention.Mention {
	var out []*mention.Mention
	all := s.readings[c.article].Mentions
	for i := range all {
		m := &all[i]
		if m.Start >= c.figure.End {
			break
		}
		if m.Overlaps(c.figure) && (m.Kind.Numeric() || m.Kind == mention.Date || m.Kind == mention.Time) &&
			(len(out) == 0 || !out[len(out)-1].Overlaps(m.Span)) {
			out = append(out, m)
		}
	}
	return out
}

// figuresOf compares what two copies have in one place.
func (s *story) figuresOf(a, b copied) outcome {
	x, y := s.figuresAt(a), s.figuresAt(b)
	if len(x) == 0 || len(x) != len(y) {
		return outcome{relation: incomparable}
	}
	gravest := outcome{}
	for i := range x {
		if o := inCopies(x[i], y[i]); o.relation == incomparable {
			return o
		} else if o.relation > gravest.relation {
			gravest = o
		}
	}
	return gravest
}
