package report_test

import (
	"errors"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/concord-news/concord/checker"
	"github.com/concord-news/concord/checker/reference"
	"github.com/concord-news/concord/corpus"
	"github.com/concord-news/concord/rules"
)

// builder makes reports by hand, so that a test states only what it is about.
type builder struct {
	t *testing.T
	r *checker.Report
}

func build(t *testing.T) *builder {
	return &builder{t: t, r: &checker.Report{Story: &corpus.Story{Name: "ferry"}, RulesHash: "00aa"}}
}

func (b *builder) article(id, outlet, origin, text string) *corpus.Article {
	a := &corpus.Article{ID: id, Path: "/tmp/ferry/" + id, Outlet: outlet, Text: text, SHA256: "ff"}
	b.r.OriginOf = append(b.r.OriginOf, origin)
	b.r.Story.Articles = append(b.r.Story.Articles, a)
	return a
}

// value quotes words of the article; they must be in it.
func (b *builder) value(a *corpus.Article, quote, reading string) checker.Value {
	at := strings.Index(a.Text, quote)
	require.GreaterOrEqual(b.t, at, 0, "%q is not in %s", quote, a.ID)
	s := corpus.Span{Start: at, End: at + len(quote)}
	return checker.Value{Article: a, Span: s, Sentence: s, Reading: reading}
}

func (b *builder) finding(f checker.Finding) {
	if f.Rule == nil {
		f.Rule = &rules.Rule{Name: "casualties.killed", Kind: f.Kind, Severity: f.Severity}
	}
	b.r.Findings = append(b.r.Findings, f)
}

func (b *builder) unread(a *corpus.Article, quote, reason string) {
	b.r.Unread = append(b.r.Unread, checker.Unread{Article: a, Span: b.value(a, quote, "").Span, Reason: reason})
}

// ferry is a report with something of everything.
func ferry(t *testing.T) *checker.Report {
	b := build(t)
	post := b.article("harbour-post.txt", "The Harbour Post", "A",
		"Ferry sinks\n\nThe ferry Alba sank in Dunmore Sound,\nkilling at least four people, police said.\n\n\"We saw the lights go out and then nothing,\" said a fisherman.\nMore than 500 readers give monthly.\n")
	post.Published = corpus.Published{Time: time.Date(2026, 3, 9, 7, 40, 0, 0, time.UTC), Clock: true, From: "manifest"}
	journal := b.article("papers/journal.txt", "Canal Street Journal", "A",
		"The ferry Alba sank in Dunmore Sound, killing at least four people, police said.")
	journal.Published = corpus.Published{Time: time.Date(2026, 3, 9, 0, 0, 0, 0, time.UTC), From: "dateline"}
	lantern := b.article("lantern.txt", "The Lantern", "B",
		"Two people died when the Alba went down, the owner said.\n“We saw lamps go out, then nothing,” a fisherman said. About 1,200 litres of oil were lost.\n")
	four, two := 4.0, 2.0

	killed := checker.Finding{
		ID: "F01", Fingerprint: "k1", Fact: "people killed · sinking of the ferry Alba", Kind: "count", Verdict: checker.Conflict,
		Severity: rules.High, Gap: "2", Why: "at least 4 and 2 share no number: 4 - 2 = 2", Origins: 2,
	}
	v := b.value(post, "killing at least four people", "4 or more")
	v.Low, v.Unit, v.Speaker, v.Hedge, v.AsOf = &four, "people", "police", "at least", "2026-03-09"
	w := b.value(lantern, "Two people died", "2")
	w.Low, w.High, w.Unit, w.Speaker = &two, &two, "people", "the owner"
	killed.Values = []checker.Value{v, w}
	b.finding(killed)
	b.finding(checker.Finding{
		ID: "F02", Fingerprint: "q1", Fact: "words of a fisherman", Kind: "quote", Verdict: checker.Conflict, Severity: rules.High,
		Why: "the same sentence in other words", Origins: 2, Rule: &rules.Rule{Name: "quotation.wording"},
		Values: []checker.Value{
			b.value(post, "We saw the lights go out and then nothing,", "We saw the lights go out and then nothing"),
			b.value(lantern, "We saw lamps go out, then nothing,", "We saw the lights go out and then nothing"),
		},
	})
	b.finding(checker.Finding{
		ID: "F03", Fingerprint: "a1", Fact: "where · sinking", Kind: "place", Verdict: checker.Single, Origins: 1,
		Rule: &rules.Rule{Name: "event.place"}, Values: []checker.Value{b.value(journal, "in Dunmore Sound", "Dunmore Sound")},
	})
	b.unread(post, "More than 500 readers", "page furniture: appeal")
	b.unread(lantern, "About 1,200 litres", "figure that no rule reads")
	b.r.Facts, b.r.Compared, b.r.Origins = 6, 2, 2
	b.r.References = []reference.Fact{
		{ID: "R01", Subject: "ferry Alba", Attribute: "people killed", Value: "4 people", Source: "coastguard log", From: "2026-03-09", File: "log.csv", Line: 2, Column: 1},
		{ID: "R02", Subject: "ferry Alba", Attribute: "on board", Value: "31 people", Source: "owner's list", File: "log.csv", Line: 3, Column: 1},
	}
	held := b.r.Findings[0].Values
	held[0].Against = &checker.Against{Fact: &b.r.References[0], Standing: checker.Fits, Why: "on 2026-03-09: 4 or more people and 4 people overlap"}
	held[1].Against = &checker.Against{Fact: &b.r.References[0], Standing: checker.Contradicts, Why: "on 2026-03-09: 2 people and 4 people are 2 apart, in the words of the owner"}
	b.r.Problems = []corpus.Problem{{Path: "ferry/scan.txt", Err: errors.New("not text: byte 0x00 at 12")}}
	return b.r
}

// many is a report of 400 findings, for benchmarks.
func many(tb testing.TB) *checker.Report {
	a := &corpus.Article{ID: "a.txt", Outlet: "A", Text: strings.Repeat("A storm on the coast killed at least four people.\n", 800)}
	c := &corpus.Article{ID: "c.txt", Outlet: "C", Text: a.Text}
	r := &checker.Report{Story: &corpus.Story{Name: "storm", Articles: []*corpus.Article{a, c}}}
	rule := &rules.Rule{Name: "casualties.killed"}
	for i := range 400 {
		s := corpus.Span{Start: 100*i + 20, End: 100*i + 49}
		v := checker.Value{Article: a, Span: s, Sentence: s, Reading: "4 or more", Hedge: "at least"}
		w := v
		w.Article = c
		r.Findings = append(r.Findings, checker.Finding{
			ID: "F", Fact: "people killed · storm", Kind: "count", Rule: rule, Why: "4 and 4", Values: []checker.Value{v, w},
		})
		r.Unread = append(r.Unread, checker.Unread{Article: a, Span: s, Reason: "figure that no rule reads"})
	}
	return r
}
