package report

import (
	"bytes"
	_ "embed" // the page's template, style and script are files beside this one
	"fmt"
	"html/template"
	"io"
	"slices"
	"strings"
	"time"

	"github.com/concord-news/concord/checker"
	"github.com/concord-news/concord/corpus"
)

//go:embed page.html
var pageHTML string

//go:embed pieces.html
var piecesHTML string

//go:embed page.css
var pageCSS string

//go:embed page.js
var pageJS string

// HTML writes r as one page that needs nothing beside itself: it makes no
// request, and everything but its filters works without JavaScript. Words of
// articles are text and never markup. All findings are in it.
func HTML(w io.Writer, r *checker.Report, run Run) error {
	t, err := template.New("report").Funcs(functions()).Parse(pageHTML)
	if err == nil {
		t, err = t.Parse(piecesHTML)
	}
	if err != nil {
		return fmt.Errorf("template of the page: %w", err)
	}
	var b bytes.Buffer
	err = t.Execute(&b, newHTMLPage(r, run))
	if err == nil {
		_, err = w.Write(b.Bytes())
	}
	if err != nil {
		return fmt.Errorf("report of %s as HTML: %w", plain(r.Story.Name), err)
	}
	return nil
}

// htmlPage is what the template shows. Every string in it that comes from an
// article has been through plain or visible.
type htmlPage struct {
	CSS   template.CSS
	JS    template.JS
	Story string
	// Ungrouped: the articles are those of no story with another.
	Ungrouped bool
	Run       Run
	Rules     string
	Off       []string
	Strip     []htmlCount
	Verdicts  []htmlCount
	Shared    []string
	// Urgent are the findings to look at, Quiet the others.
	Urgent, Quiet []Card
	// Overview is the picture of those to look at, Agreed that of the others.
	Overview, Agreed *overview
	// Leads say in a line or two what the discrepancies are; MoreLeads is how many
	// they leave out.
	Leads          []lead
	MoreLeads      int
	Articles       []SourceText
	Unread         []UnreadPlace
	Problems       []Problem
	Stale          []Known
	Versions       []htmlRevision
	Kinds, Outlets []string
	// Standings are those that a finding begins with, Silent the reference
	// facts of which no outlet speaks.
	Standings, Silent []string
	VerdictsPresent   []string
}

type htmlCount struct {
	N           int
	What, Class string
}

// Card is what a page shows of one finding. All words in it are safe to show.
type Card struct {
	ID, Verdict, Letter, Class, Severity, Kind, Fact, Gap, Why string
	Rule, Summary, Reports, Silent, Matters                    string
	Outlets                                                    string
	Origins                                                    int
	Known                                                      *Known
	Values                                                     []htmlValue
	Quote                                                      []htmlQuote
	Charts                                                     []*chart
	// Base is the page that places of articles are on, "" where it is this one.
	Base      string
	Standings []htmlStanding
	// Standing is the first of Standings, "" where there are none.
	Standing string
}

// htmlStanding is how outlets stand to a reference fact.
type htmlStanding struct{ Standing, Outlets, Subject, Value, When, Source, Place, Why string }

type htmlValue struct {
	Outlet, Tier                        string
	Origin, Published, Title            string
	Written, Before, Span, After, Read  string
	Speaker, Hedge, AsOf, Place, Anchor string
	Decides                             bool
}

type UnreadPlace struct{ Place, Anchor, Outlet, Text, Reason string }

// htmlQuote is how one outlet's wording differs from the first one's.
type htmlQuote struct {
	Outlet string
	Parts  []htmlPart
}

type htmlPart struct {
	Text           string
	Removed, Added bool
}

// pageBuilder collects what a report shows of findings and articles.
type pageBuilder struct {
	r     *checker.Report
	run   Run
	lines lineIndex
	// index is the place of an article in the story.
	index map[*corpus.Article]int
	marks [][]mark
	// base is the page that places of articles are on.
	base string
}

func newPageBuilder(r *checker.Report, run Run) *pageBuilder {
	b := &pageBuilder{r: r, run: run, lines: lineIndex{}, index: map[*corpus.Article]int{}}
	for i, a := range r.Story.Articles {
		b.index[a] = i
	}
	b.collectMarks()
	return b
}

func newHTMLPage(r *checker.Report, run Run) htmlPage {
	b := newPageBuilder(r, run)
	p := htmlPage{
		CSS: template.CSS(pageCSS), JS: template.JS(pageJS),
		Story: plain(r.Story.Name), Ungrouped: r.Ungrouped, Run: run, Rules: r.RulesHash, Off: r.RulesOff,
		Overview: newOverview(r, "Picture of facts by outlets: those to look at", shown),
		Agreed:   newOverview(r, "Picture of facts by outlets: agreements and the rest", func(f *checker.Finding) bool { return !shown(f) }),
	}
	c := counts(r)
	p.Strip = []htmlCount{
		{c.Articles, "articles", ""}, {c.Outlets, "outlets", ""}, {c.Origins, "independent origins", ""},
		{c.Facts, "facts read", ""}, {c.Compared, "in two or more outlets", ""}, {c.Unread, "passages not read", ""},
	}
	for _, v := range checker.Verdicts() {
		p.Verdicts = append(p.Verdicts, htmlCount{r.Count(v), v.String(), class(v)})
		if r.Count(v) > 0 {
			p.VerdictsPresent = append(p.VerdictsPresent, v.String())
		}
	}
	for _, g := range shared(r) {
		p.Shared = append(p.Shared, joinShared(g))
	}
	b.fill(&p)
	return p
}

func joinShared(outlets []string) string { return plain(strings.Join(outlets, " = ")) }

func (b *pageBuilder) fill(p *htmlPage) {
	for i := range b.r.Findings {
		f := &b.r.Findings[i]
		p.Kinds = appendNew(p.Kinds, plain(f.Kind))
		if f.Reported() {
			p.Leads = append(p.Leads, b.lead(f))
		}
		if shown(f) {
			p.Urgent = append(p.Urgent, b.finding(f))
		} else {
			p.Quiet = append(p.Quiet, b.finding(f))
		}
	}
	if n := len(p.Leads) - mostLeads; n > 0 {
		p.Leads, p.MoreLeads = p.Leads[:mostLeads], n
	}
	for i, a := range b.r.Story.Articles {
		p.Outlets = appendNew(p.Outlets, plain(a.Outlet))
		p.Articles = append(p.Articles, b.article(i, a))
	}
	for _, u := range b.r.Unread {
		p.Unread = append(p.Unread, UnreadPlace{
			Place: b.place(u.Article, u.Start), Anchor: b.anchor(u.Article, u.Start), Outlet: plain(u.Article.Outlet),
			Text: plain(u.In(u.Article.Text)), Reason: plain(u.Reason),
		})
	}
	for _, q := range b.r.Problems {
		p.Problems = append(p.Problems, Problem{Path: plain(q.Path), Error: plain(q.Err.Error())})
	}
	for _, s := range []checker.Standing{checker.Contradicts, checker.Agrees, checker.Fits, checker.Apart} {
		name := standingWords(s)
		if slices.ContainsFunc(slices.Concat(p.Urgent, p.Quiet), func(f Card) bool { return f.Standing == name }) {
			p.Standings = append(p.Standings, name)
		}
	}
	for _, f := range silent(b.r) {
		p.Silent = append(p.Silent, plain(referenceWords(f)))
	}
	for _, k := range b.run.Baseline.Stale(b.r) {
		p.Stale = append(p.Stale, safe(k))
	}
	for i := range b.r.Versions {
		p.Versions = append(p.Versions, b.revision(&b.r.Versions[i]))
	}
}

// known is what the baseline says of a finding, nil where it says nothing.
func (b *pageBuilder) known(f *checker.Finding) *Known {
	k := b.run.Baseline.Of(b.r.Story.Name, f)
	if k == nil {
		return nil
	}
	s := safe(*k)
	return &s
}

func safe(k Known) Known {
	k.Fact, k.Verdict, k.Reason, k.By = plain(k.Fact), plain(k.Verdict), plain(k.Reason), plain(k.By)
	return k
}

// class is the style class of a verdict.
func class(v checker.Verdict) string { return "v-" + v.String() }

// letter stands for a verdict where there is no room for the word.
func letter(v checker.Verdict) string {
	return [...]string{"C", "H", "D", "M", "N", "A", "S"}[v]
}

func (b *pageBuilder) finding(f *checker.Finding) Card {
	out := Card{
		ID: f.ID, Verdict: f.Verdict.String(), Letter: letter(f.Verdict), Class: class(f.Verdict),
		Severity: f.Severity.String(), Kind: plain(f.Kind), Fact: plain(f.Fact), Gap: plain(f.Gap), Why: plain(f.Why),
		Rule: plain(f.Rule.Name), Summary: plain(f.Rule.Summary), Reports: plain(f.Rule.Reports),
		Silent: plain(f.Rule.Silent), Matters: plain(f.Rule.Why), Origins: f.Origins, Known: b.known(f),
		Quote: quoteParts(f), Charts: charts(f), Base: b.base,
	}
	var outlets []string
	for _, v := range f.Values {
		row := b.value(v)
		row.Decides = v.Decides && len(f.Values) > 2 // of two values both do
		out.Values = append(out.Values, row)
		outlets = appendNew(outlets, plain(v.Article.Outlet))
	}
	for _, s := range standings(f) {
		out.Standings = append(out.Standings, htmlStanding{
			Standing: standingWords(s.standing), Outlets: plain(strings.Join(s.outlets, ", ")), Why: plain(s.why),
			Subject: plain(s.fact.Subject + ", " + s.fact.Attribute), Value: plain(s.fact.Value), When: plain(s.fact.When()),
			Source: plain(s.fact.Source), Place: plain(s.fact.Place()),
		})
		out.Standing = out.Standings[0].Standing
	}
	// A control character cannot be in a name that went through plain.
	out.Outlets = strings.Join(outlets, "\n")
	return out
}

func (b *pageBuilder) value(v checker.Value) htmlValue {
	text := v.Article.Text
	sentence := v.Sentence
	if !sentence.Contains(v.Span) {
		sentence = v.Span
	}
	return htmlValue{
		Outlet: plain(v.Article.Outlet), Tier: plain(v.Article.Tier), Title: plain(v.Article.Title),
		Origin: originOf(b.r, b.index[v.Article]), Published: publishedWords(v.Article.Published),
		Written: plain(v.Text()), Read: plain(v.Reading),
		Before: Spaced(text[sentence.Start:v.Span.Start]), Span: plain(v.Text()), After: Spaced(text[v.Span.End:sentence.End]),
		Speaker: plain(v.Speaker), Hedge: plain(v.Hedge), AsOf: plain(v.AsOf),
		Place: b.place(v.Article, v.Span.Start), Anchor: b.anchor(v.Article, v.Span.Start),
	}
}

// Spaced is Plain with the white space at either end kept as one space.
func Spaced(s string) string {
	p := plain(s)
	if p == "" {
		return strings.Repeat(" ", min(1, len(s)))
	}
	if strings.TrimLeft(s, " \t\r\n") != s {
		p = " " + p
	}
	if strings.TrimRight(s, " \t\r\n") != s {
		p += " "
	}
	return p
}

func (b *pageBuilder) place(a *corpus.Article, offset int) string {
	return fmt.Sprintf("%s:%d", plain(a.ID), b.lines.line(a, offset))
}

// publishedWords writes a time of publication for people, "" where not known.
func publishedWords(p corpus.Published) string {
	if !p.Known() {
		return ""
	}
	if p.Clock {
		return p.Time.UTC().Format("2006-01-02 15:04 UTC")
	}
	return p.Time.UTC().Format(time.DateOnly)
}

// quoteParts shows how quotations differ, word by word, from the first one.
func quoteParts(f *checker.Finding) []htmlQuote {
	if !worded(f) {
		return nil
	}
	var out []htmlQuote
	for i := 1; i < len(f.Values); i++ {
		base, text := plain(f.Values[0].Text()), plain(f.Values[i].Text())
		if base == text {
			continue
		}
		q := htmlQuote{Outlet: plain(f.Values[i].Article.Outlet)}
		for _, d := range wordDiff(base, text) {
			q.Parts = append(q.Parts, htmlPart{Text: d.Text, Removed: d.Type < 0, Added: d.Type > 0})
		}
		out = append(out, q)
	}
	return out
}
