package report

import (
	"encoding/json"
	"fmt"
	"io"
	"time"

	"github.com/concord-news/concord/checker"
	"github.com/concord-news/concord/checker/reference"
	"github.com/concord-news/concord/corpus"
)

// Schema names the layout of JSON reports. Fields are added under one number;
// a field that is removed or changes its meaning raises it.
const Schema = "concord/report/1"

// Run says what made a report.
type Run struct {
	// Version is the version of the program.
	Version string
	// ConfigHash is the SHA-256 of the settings that a finding can depend on,
	// in hexadecimal.
	ConfigHash string
	// Baseline is what people know of already; nil where none is given.
	Baseline *Baseline
}

// Report is a report as JSON has it. Every field is always there.
type Report struct {
	Schema string `json:"schema"`
	Story  string `json:"story"`
	// Ungrouped: these are the articles of a pile that are of no story with
	// another; nothing was compared.
	Ungrouped bool      `json:"ungrouped"`
	Run       runWire   `json:"run"`
	Articles  []Article `json:"articles"`
	Findings  []Finding `json:"findings"`
	Unread    []Unread  `json:"unread"`
	Problems  []Problem `json:"problems"`
	// References are the facts of the reference files, spoken of or not.
	References []Reference `json:"references"`
	// Stale are the entries of the baseline that no discrepancy has any more.
	Stale []Known `json:"stale"`
	// Versions are the articles that later versions replace.
	Versions []Revision `json:"versions"`
	Counts   Counts     `json:"counts"`
}

type runWire struct {
	Version string `json:"version"`
	Rules   string `json:"rules_sha256"`
	Config  string `json:"config_sha256"`
	// Off names the rules that the settings turned off.
	Off []string `json:"rules_off"`
}

// Article is one article of the story.
type Article struct {
	ID     string `json:"id"`
	File   string `json:"file"`
	Outlet string `json:"outlet"`
	// Tier is how far the settings trust the outlet, "" where they do not say.
	Tier  string `json:"tier"`
	Title string `json:"title"`
	// Published is RFC 3339, or the date alone where no time of day is known;
	// null where nothing is.
	Published     *string `json:"published"`
	PublishedFrom string  `json:"published_from"`
	SHA256        string  `json:"sha256"`
	Origin        string  `json:"origin"`
	Bytes         int     `json:"bytes"`
	// ReplacedBy is the ID of the version that followed, null for the latest.
	ReplacedBy *string `json:"replaced_by"`
}

// Revision is an article, the version that followed it and what that changed.
type Revision struct {
	Old     string `json:"old"`
	New     string `json:"new"`
	Because string `json:"because"`
	// Compared is false for texts too long to be compared.
	Compared bool   `json:"compared"`
	Edits    []Edit `json:"edits"`
}

// Edit is a place in which two versions differ; words that were put in have an
// empty old side, words that were taken out an empty new one.
type Edit struct {
	OldStart int    `json:"old_start"`
	OldEnd   int    `json:"old_end"`
	OldText  string `json:"old_text"`
	NewStart int    `json:"new_start"`
	NewEnd   int    `json:"new_end"`
	NewText  string `json:"new_text"`
}

// Finding is one slot with what every outlet says of it.
type Finding struct {
	ID          string  `json:"id"`
	Fingerprint string  `json:"fingerprint"`
	Fact        string  `json:"fact"`
	Kind        string  `json:"kind"`
	Verdict     string  `json:"verdict"`
	Severity    string  `json:"severity"`
	Rule        string  `json:"rule"`
	Why         string  `json:"why"`
	Gap         string  `json:"gap"`
	Values      []Value `json:"values"`
	Origins     int     `json:"origins"`
	// Known is set where the baseline has the finding.
	Known *KnownBy `json:"known"`
}

// KnownBy says why nothing is to be done about a finding, and who says so.
type KnownBy struct {
	Reason string `json:"reason"`
	By     string `json:"by"`
}

// Value is what one article states. Offsets are bytes of the article's file.
type Value struct {
	Article       string `json:"article"`
	Start         int    `json:"start"`
	End           int    `json:"end"`
	Text          string `json:"text"`
	SentenceStart int    `json:"sentence_start"`
	SentenceEnd   int    `json:"sentence_end"`
	Value         string `json:"value"`
	// Low and High are null where the value is open on that side or no figure.
	Low     *float64 `json:"low"`
	High    *float64 `json:"high"`
	Unit    string   `json:"unit"`
	Speaker string   `json:"speaker"`
	Hedge   string   `json:"hedge"`
	AsOf    string   `json:"as_of"`
	// Decides: it is one of the two values that the verdict rests on.
	Decides bool `json:"decides"`
	// Reference is how the value stands to a reference fact, null where none is
	// about the same.
	Reference *Standing `json:"reference"`
}

// Standing is how a value stands to a reference fact.
type Standing struct {
	// ID is the fact's in Report.References.
	ID string `json:"id"`
	// Standing is "agrees", "compatible", "contradicts" or "not-comparable".
	Standing string `json:"standing"`
	Why      string `json:"why"`
}

// Reference is a fact that the user holds to be true.
type Reference struct {
	ID        string `json:"id"`
	File      string `json:"file"`
	Line      int    `json:"line"`
	Subject   string `json:"subject"`
	Attribute string `json:"attribute"`
	Value     string `json:"value"`
	// From and To are the first and the last day, month or year; empty where
	// open.
	From   string `json:"from"`
	To     string `json:"to"`
	Source string `json:"source"`
	// Findings are those of which a value was held against it.
	Findings []string `json:"findings"`
}

// Unread is a passage that was recognised and not compared.
type Unread struct {
	Article string `json:"article"`
	Start   int    `json:"start"`
	End     int    `json:"end"`
	Text    string `json:"text"`
	Reason  string `json:"reason"`
}

// Problem is a file that could not be read.
type Problem struct {
	Path  string `json:"path"`
	Error string `json:"error"`
}

// Counts sums the report up. Verdicts has every verdict, also those of none.
type Counts struct {
	Articles int            `json:"articles"`
	Outlets  int            `json:"outlets"`
	Origins  int            `json:"origins"`
	Facts    int            `json:"facts"`
	Compared int            `json:"compared"`
	Unread   int            `json:"unread"`
	Verdicts map[string]int `json:"verdicts"`
}

// JSON writes r as indented JSON, all findings included.
func JSON(w io.Writer, r *checker.Report, run Run) error {
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	if err := e.Encode(wire(r, run)); err != nil {
		return fmt.Errorf("report of %s as JSON: %w", r.Story.Name, err)
	}
	return nil
}

func wire(r *checker.Report, run Run) Report {
	out := Report{
		Schema: Schema,
		Story:  r.Story.Name, Ungrouped: r.Ungrouped,
		Run:        runWire{Version: run.Version, Rules: r.RulesHash, Config: run.ConfigHash, Off: append([]string{}, r.RulesOff...)},
		Articles:   make([]Article, 0, len(r.Story.Articles)),
		Findings:   make([]Finding, 0, len(r.Findings)),
		Unread:     make([]Unread, 0, len(r.Unread)),
		Problems:   make([]Problem, 0, len(r.Problems)),
		References: make([]Reference, 0, len(r.References)),
		Stale:      append([]Known{}, run.Baseline.Stale(r)...),
		Versions:   make([]Revision, 0, len(r.Versions)),
		Counts:     counts(r),
	}
	for i, a := range r.Story.Articles {
		w := articleWire(a, originOf(r, i))
		if later := r.ReplacedBy(a); later != nil {
			w.ReplacedBy = &later.ID
		}
		out.Articles = append(out.Articles, w)
	}
	for i := range r.Versions {
		out.Versions = append(out.Versions, revisionWire(&r.Versions[i]))
	}
	for i := range r.Findings {
		f := findingWire(&r.Findings[i])
		if k := run.Baseline.Of(r.Story.Name, &r.Findings[i]); k != nil {
			f.Known = &KnownBy{Reason: k.Reason, By: k.By}
		}
		out.Findings = append(out.Findings, f)
	}
	for _, u := range r.Unread {
		out.Unread = append(out.Unread, Unread{
			Article: u.Article.ID, Start: u.Start, End: u.End, Text: u.In(u.Article.Text), Reason: u.Reason,
		})
	}
	for i := range r.References {
		out.References = append(out.References, referenceWire(r, &r.References[i]))
	}
	for _, p := range r.Problems {
		out.Problems = append(out.Problems, Problem{Path: p.Path, Error: p.Err.Error()})
	}
	return out
}

func articleWire(a *corpus.Article, origin string) Article {
	return Article{
		// The ID is the path relative to the story, the same on every machine.
		ID: a.ID, File: a.ID, Outlet: a.Outlet, Tier: a.Tier, Title: a.Title,
		Published: published(a.Published), PublishedFrom: a.Published.From,
		SHA256: a.SHA256, Origin: origin, Bytes: len(a.Text),
	}
}

func revisionWire(r *checker.Revision) Revision {
	out := Revision{Old: r.Old.ID, New: r.New.ID, Because: r.Because, Compared: r.Compared, Edits: make([]Edit, 0, len(r.Edits))}
	for _, e := range r.Edits {
		out.Edits = append(out.Edits, Edit{
			OldStart: e.Old.Start, OldEnd: e.Old.End, OldText: e.Old.In(r.Old.Text),
			NewStart: e.New.Start, NewEnd: e.New.End, NewText: e.New.In(r.New.Text),
		})
	}
	return out
}

func published(p corpus.Published) *string {
	if !p.Known() {
		return nil
	}
	layout := time.DateOnly
	if p.Clock {
		layout = time.RFC3339
	}
	s := p.Time.UTC().Format(layout)
	return &s
}

func findingWire(f *checker.Finding) Finding {
	out := Finding{
		ID: f.ID, Fingerprint: f.Fingerprint, Fact: f.Fact, Kind: f.Kind,
		Verdict: f.Verdict.String(), Severity: f.Severity.String(), Rule: f.Rule.Name,
		Why: f.Why, Gap: f.Gap, Values: make([]Value, 0, len(f.Values)), Origins: f.Origins,
	}
	for _, v := range f.Values {
		out.Values = append(out.Values, valueWire(v))
	}
	return out
}

func valueWire(v checker.Value) Value {
	out := Value{
		Article: v.Article.ID, Start: v.Span.Start, End: v.Span.End, Text: v.Text(),
		SentenceStart: v.Sentence.Start, SentenceEnd: v.Sentence.End,
		Value: v.Reading, Low: v.Low, High: v.High, Unit: v.Unit,
		Speaker: v.Speaker, Hedge: v.Hedge, AsOf: v.AsOf, Decides: v.Decides,
	}
	if a := v.Against; a != nil {
		out.Reference = &Standing{ID: a.Fact.ID, Standing: a.Standing.String(), Why: a.Why}
	}
	return out
}

func referenceWire(r *checker.Report, f *reference.Fact) Reference {
	return Reference{
		ID: f.ID, File: f.File, Line: f.Line, Subject: f.Subject, Attribute: f.Attribute, Value: f.Value,
		From: f.From, To: f.To, Source: f.Source, Findings: heldAgainst(r, f),
	}
}

func counts(r *checker.Report) Counts {
	c := Counts{
		Articles: len(r.Story.Articles), Outlets: r.Outlets(), Origins: r.Origins,
		Facts: r.Facts, Compared: r.Compared, Unread: len(r.Unread),
		Verdicts: map[string]int{},
	}
	for _, v := range checker.Verdicts() {
		c.Verdicts[v.String()] = r.Count(v)
	}
	return c
}
