package report

import (
	"errors"
	"fmt"
	"slices"
	"time"

	"github.com/concord-news/concord/checker"
	"github.com/concord-news/concord/checker/reference"
	"github.com/concord-news/concord/corpus"
	"github.com/concord-news/concord/corpus/versions"
	"github.com/concord-news/concord/rules"
)

// Restore makes the report again that JSON wrote as r, from the texts of its
// articles by ID and the rules by name; a rule that is not among them has its
// name alone. It refuses offsets that lie outside a text.
func Restore(r *Report, texts map[string]string, known map[string]*rules.Rule) (*checker.Report, error) {
	b := restorer{articles: map[string]*corpus.Article{}, rules: known, out: &checker.Report{
		Story: &corpus.Story{Name: r.Story}, Facts: r.Counts.Facts, Compared: r.Counts.Compared, Origins: r.Counts.Origins, RulesHash: r.Run.Rules, RulesOff: r.Run.Off, Ungrouped: r.Ungrouped,
	}}
	for i := range r.Articles {
		a := &r.Articles[i]
		text, ok := texts[a.ID]
		if !ok {
			return nil, fmt.Errorf("article %s: its text is missing", a.ID)
		}
		if err := b.article(a, text); err != nil {
			return nil, err
		}
	}
	for _, f := range r.References {
		b.out.References = append(b.out.References, reference.Fact{
			ID: f.ID, File: f.File, Line: f.Line, Subject: f.Subject, Attribute: f.Attribute, Value: f.Value,
			From: f.From, To: f.To, Source: f.Source,
		})
	}
	for i := range r.Findings {
		if err := b.finding(&r.Findings[i]); err != nil {
			return nil, fmt.Errorf("finding %s: %w", r.Findings[i].ID, err)
		}
	}
	for _, u := range r.Unread {
		a, s, err := b.span(u.Article, u.Start, u.End)
		if err != nil {
			return nil, fmt.Errorf("passage not read: %w", err)
		}
		b.out.Unread = append(b.out.Unread, checker.Unread{Article: a, Span: s, Reason: u.Reason})
	}
	for i := range r.Versions {
		if err := b.revision(&r.Versions[i]); err != nil {
			return nil, fmt.Errorf("versions: %w", err)
		}
	}
	for _, p := range r.Problems {
		b.out.Problems = append(b.out.Problems, corpus.Problem{Path: p.Path, Err: errors.New(p.Error)})
	}
	return b.out, nil
}

type restorer struct {
	articles map[string]*corpus.Article
	rules    map[string]*rules.Rule
	out      *checker.Report
}

func (b *restorer) article(a *Article, text string) error {
	out := &corpus.Article{ID: a.ID, Path: a.File, Outlet: a.Outlet, Tier: a.Tier, Title: a.Title, SHA256: a.SHA256, Text: text, Origin: a.Origin}
	if a.Published != nil {
		layout := time.RFC3339
		if len(*a.Published) == len(time.DateOnly) {
			layout = time.DateOnly
		}
		t, err := time.Parse(layout, *a.Published)
		if err != nil {
			return fmt.Errorf("article %s: %w", a.ID, err)
		}
		out.Published = corpus.Published{Time: t, Clock: layout == time.RFC3339, From: a.PublishedFrom}
	}
	b.articles[a.ID] = out
	b.out.Story.Articles = append(b.out.Story.Articles, out)
	b.out.OriginOf = append(b.out.OriginOf, a.Origin)
	return nil
}

func (b *restorer) finding(f *Finding) error {
	verdict := slices.IndexFunc(checker.Verdicts(), func(v checker.Verdict) bool { return v.String() == f.Verdict })
	if verdict < 0 {
		return fmt.Errorf("verdict %q; legal: %v", f.Verdict, checker.Verdicts())
	}
	severity := rules.Low
	if f.Severity == rules.High.String() {
		severity = rules.High
	}
	out := checker.Finding{
		ID: f.ID, Fingerprint: f.Fingerprint, Fact: f.Fact, Kind: f.Kind, Verdict: checker.Verdicts()[verdict], Severity: severity,
		Rule: b.rules[f.Rule], Why: f.Why, Gap: f.Gap, Origins: f.Origins,
	}
	if out.Rule == nil {
		out.Rule = &rules.Rule{Name: f.Rule, Kind: f.Kind, Severity: severity}
	}
	for _, v := range f.Values {
		a, evidence, err := b.span(v.Article, v.Start, v.End)
		if err != nil {
			return err
		}
		_, sentence, err := b.span(v.Article, v.SentenceStart, v.SentenceEnd)
		if err != nil {
			return err
		}
		against, err := b.against(v.Reference)
		if err != nil {
			return err
		}
		out.Values = append(out.Values, checker.Value{
			Article: a, Span: evidence, Sentence: sentence, Reading: v.Value, Low: v.Low, High: v.High, Unit: v.Unit,
			Speaker: v.Speaker, Hedge: v.Hedge, AsOf: v.AsOf, Decides: v.Decides, Against: against,
		})
	}
	b.out.Findings = append(b.out.Findings, out)
	return nil
}

func (b *restorer) revision(r *Revision) error {
	out := checker.Revision{Old: b.articles[r.Old], New: b.articles[r.New], Because: r.Because, Compared: r.Compared}
	if out.Old == nil || out.New == nil {
		return fmt.Errorf("no article %q or %q", r.Old, r.New)
	}
	for _, e := range r.Edits {
		_, old, err := b.span(r.Old, e.OldStart, e.OldEnd)
		if err != nil {
			return err
		}
		_, later, err := b.span(r.New, e.NewStart, e.NewEnd)
		if err != nil {
			return err
		}
		out.Edits = append(out.Edits, versions.Edit{Old: old, New: later})
	}
	b.out.Versions = append(b.out.Versions, out)
	return nil
}

func (b *restorer) against(s *Standing) (*checker.Against, error) {
	if s == nil {
		return nil, nil
	}
	standing := slices.IndexFunc(checker.Standings(), func(c checker.Standing) bool { return c.String() == s.Standing })
	fact := slices.IndexFunc(b.out.References, func(f reference.Fact) bool { return f.ID == s.ID })
	if standing < 0 || fact < 0 {
		return nil, fmt.Errorf("reference %q %s; legal: a reference of the report, and %v", s.ID, s.Standing, checker.Standings())
	}
	return &checker.Against{Fact: &b.out.References[fact], Standing: checker.Standings()[standing], Why: s.Why}, nil
}

func (b *restorer) span(article string, start, end int) (*corpus.Article, corpus.Span, error) {
	a := b.articles[article]
	if a == nil {
		return nil, corpus.Span{}, fmt.Errorf("no article %q", article)
	}
	if start < 0 || end < start || end > len(a.Text) {
		return nil, corpus.Span{}, fmt.Errorf("bytes %d to %d of %s, which has %d", start, end, article, len(a.Text))
	}
	return a, corpus.Span{Start: start, End: end}, nil
}
