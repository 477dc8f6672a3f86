package report

import (
	"cmp"
	"fmt"
	"slices"

	"github.com/concord-news/concord/checker"
	"github.com/concord-news/concord/corpus"
)

// mark is a passage of an article to which a finding or the list of what was
// not read points. Passages that overlap are one mark.
type mark struct {
	corpus.Span
	// findings are the findings that point here, none for what was not read.
	findings []string
	// gravest is the gravest verdict among them.
	gravest checker.Verdict
}

// SourceText is the text of an article with the passages marked that findings
// point to.
type SourceText struct {
	Anchor, ID, Outlet, Title, Published, From, Origin, SHA256 string
	Parts                                                      []articlePart
}

// articlePart is a piece of an article's text; Anchor is set where it is
// marked.
type articlePart struct {
	Text, Anchor, Class string
	Findings            []string
}

// collectMarks merges the spans of all values and unread passages, an article
// each.
func (b *pageBuilder) collectMarks() {
	b.marks = make([][]mark, len(b.r.Story.Articles))
	add := func(a *corpus.Article, s corpus.Span, verdict checker.Verdict, finding ...string) {
		if i, ok := b.index[a]; ok && !s.Empty() {
			b.marks[i] = append(b.marks[i], mark{s, finding, verdict})
		}
	}
	for i := range b.r.Findings {
		f := &b.r.Findings[i]
		for _, v := range f.Values {
			add(v.Article, v.Span, f.Verdict, f.ID)
		}
	}
	for _, u := range b.r.Unread {
		add(u.Article, u.Span, checker.Single)
	}
	for i := range b.marks {
		b.marks[i] = merge(b.marks[i])
	}
}

// class is the style class of the mark: what an editor should look at stands
// out in the article too.
func (m mark) class() string {
	switch {
	case len(m.findings) == 0:
		return "unread"
	case m.gravest.Discrepancy():
		return "grave " + class(m.gravest)
	}
	return ""
}

func merge(all []mark) []mark {
	slices.SortStableFunc(all, func(x, y mark) int {
		return cmp.Or(cmp.Compare(x.Start, y.Start), cmp.Compare(y.End, x.End))
	})
	var out []mark
	for _, m := range all {
		last := len(out) - 1
		if last < 0 || !out[last].Overlaps(m.Span) {
			out = append(out, mark{m.Span, slices.Clone(m.findings), m.gravest})
			continue
		}
		out[last].Span = out[last].Cover(m.Span)
		out[last].gravest = min(out[last].gravest, m.gravest)
		for _, id := range m.findings {
			out[last].findings = appendNew(out[last].findings, id)
		}
	}
	return out
}

// anchor names the mark of an article in which the byte offset lies.
func (b *pageBuilder) anchor(a *corpus.Article, offset int) string {
	i := b.index[a]
	for _, m := range b.marks[i] {
		if m.Start <= offset && offset < m.End {
			return markName(i, m)
		}
	}
	return articleName(i)
}

func articleName(i int) string { return fmt.Sprintf("article-%d", i+1) }

func markName(article int, m mark) string {
	return fmt.Sprintf("%s-at-%d", articleName(article), m.Start)
}

func (b *pageBuilder) article(i int, a *corpus.Article) SourceText {
	out := SourceText{
		Anchor: articleName(i), ID: plain(a.ID), Outlet: plain(a.Outlet), Title: plain(a.Title),
		Published: publishedWords(a.Published), From: plain(a.Published.From), Origin: originOf(b.r, i), SHA256: a.SHA256,
	}
	at := 0
	for _, m := range b.marks[i] {
		out.Parts = append(out.Parts,
			articlePart{Text: visible(a.Text[at:m.Start])},
			articlePart{Text: visible(m.In(a.Text)), Anchor: markName(i, m), Findings: m.findings, Class: m.class()})
		at = m.End
	}
	out.Parts = append(out.Parts, articlePart{Text: visible(a.Text[at:])})
	return out
}
