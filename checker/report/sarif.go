package report

import (
	"encoding/json"
	"fmt"
	"io"
	"net/url"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/concord-news/concord/checker"
	"github.com/concord-news/concord/corpus"
	"github.com/concord-news/concord/rules"
)

// The parts of SARIF 2.1.0 (OASIS, section 3) that reports use.
type sarifLog struct {
	Schema  string     `json:"$schema"`
	Version string     `json:"version"`
	Runs    []sarifRun `json:"runs"`
}

type sarifRun struct {
	Tool       sarifTool       `json:"tool"`
	ColumnKind string          `json:"columnKind"`
	Artifacts  []sarifArtifact `json:"artifacts"`
	Results    []sarifResult   `json:"results"`
}

type sarifTool struct {
	Driver sarifDriver `json:"driver"`
}

type sarifDriver struct {
	Name            string      `json:"name"`
	Version         string      `json:"version,omitempty"`
	SemanticVersion string      `json:"semanticVersion,omitempty"`
	Rules           []sarifRule `json:"rules"`
}

type sarifText struct {
	Text string `json:"text"`
}

type sarifRule struct {
	ID     string     `json:"id"`
	Short  *sarifText `json:"shortDescription,omitempty"`
	Full   *sarifText `json:"fullDescription,omitempty"`
	Help   *sarifText `json:"help,omitempty"`
	Config sarifLevel `json:"defaultConfiguration"`
}

type sarifLevel struct {
	Level string `json:"level"`
}

type sarifArtifact struct {
	Location    sarifURI          `json:"location"`
	Description *sarifText        `json:"description,omitempty"`
	Hashes      map[string]string `json:"hashes,omitempty"`
}

type sarifURI struct {
	URI   string `json:"uri"`
	Index *int   `json:"index,omitempty"`
}

type sarifResult struct {
	RuleID       string             `json:"ruleId"`
	RuleIndex    int                `json:"ruleIndex"`
	Level        string             `json:"level"`
	Message      sarifText          `json:"message"`
	Locations    []sarifLocation    `json:"locations"`
	Related      []sarifLocation    `json:"relatedLocations,omitempty"`
	Fingerprints map[string]string  `json:"partialFingerprints"`
	Suppressions []sarifSuppression `json:"suppressions,omitempty"`
	Properties   map[string]any     `json:"properties"`
}

type sarifSuppression struct {
	Kind          string `json:"kind"`
	Status        string `json:"status"`
	Justification string `json:"justification"`
}

type sarifLocation struct {
	ID       *int          `json:"id,omitempty"`
	Message  *sarifText    `json:"message,omitempty"`
	Physical sarifPhysical `json:"physicalLocation"`
}

type sarifPhysical struct {
	Artifact sarifURI    `json:"artifactLocation"`
	Region   sarifRegion `json:"region"`
}

type sarifRegion struct {
	StartLine   int        `json:"startLine"`
	StartColumn int        `json:"startColumn"`
	EndLine     int        `json:"endLine"`
	EndColumn   int        `json:"endColumn"`
	Snippet     *sarifText `json:"snippet,omitempty"`
}

// SARIF writes the discrepancies of r, and what contradicts a reference fact, as
// SARIF 2.1.0, one result each: the
// first outlet's words are its location, the others' are related locations.
// Places are lines and columns of the article's text, columns in code points;
// the property "utf8Offsets" of a result has bytes, a pair a value.
func SARIF(w io.Writer, r *checker.Report, run Run) error {
	s := &sarifWriter{b: newPageBuilder(r, run)}
	out := sarifRun{ColumnKind: "unicodeCodePoints", Artifacts: []sarifArtifact{}, Results: []sarifResult{}}
	out.Tool.Driver = sarifDriver{Name: "concord", Version: run.Version, SemanticVersion: run.Version, Rules: []sarifRule{}}
	for _, a := range r.Story.Articles {
		out.Artifacts = append(out.Artifacts, sarifArtifact{
			Location: sarifURI{URI: uri(a)}, Description: text(outlet(a)), Hashes: hashes(a),
		})
	}
	for i := range r.Findings {
		if f := &r.Findings[i]; f.Reported() && len(f.Values) > 0 {
			out.Results = append(out.Results, s.result(f))
		}
	}
	out.Tool.Driver.Rules = append(out.Tool.Driver.Rules, s.rules...)
	e := json.NewEncoder(w)
	e.SetIndent("", "  ")
	err := e.Encode(sarifLog{Schema: "https://json.schemastore.org/sarif-2.1.0.json", Version: "2.1.0", Runs: []sarifRun{out}})
	if err != nil {
		return fmt.Errorf("report of %s as SARIF: %w", plain(r.Story.Name), err)
	}
	return nil
}

type sarifWriter struct {
	b     *pageBuilder
	rules []sarifRule
}

func (s *sarifWriter) result(f *checker.Finding) sarifResult {
	says := fmt.Sprintf("%s: %s. %s", f.Verdict, f.Fact, f.Why)
	for _, st := range standings(f) {
		if st.standing == checker.Contradicts {
			says += fmt.Sprintf(". %s contradicts the reference %s: %s", strings.Join(st.outlets, ", "), referenceWords(st.fact), st.why)
		}
	}
	out := sarifResult{
		RuleID: f.Rule.Name, RuleIndex: s.rule(f.Rule), Level: level(f.Severity),
		Message:      sarifText{plain(says)},
		Fingerprints: map[string]string{"concord/v1": f.Fingerprint},
	}
	offsets := [][2]int{}
	for i, v := range f.Values {
		l := s.location(v)
		if i == 0 {
			out.Locations = append(out.Locations, l)
		} else {
			l.ID = &i
			out.Related = append(out.Related, l)
		}
		offsets = append(offsets, [2]int{v.Span.Start, v.Span.End})
	}
	out.Properties = map[string]any{"verdict": f.Verdict.String(), "severity": f.Severity.String(), "kind": f.Kind, "utf8Offsets": offsets}
	if k := s.b.run.Baseline.Of(s.b.r.Story.Name, f); k != nil {
		out.Suppressions = []sarifSuppression{{"external", "accepted", plain(k.Reason + " (" + k.By + ")")}}
	}
	return out
}

// rule returns the index of a rule in the log, which it adds when it is new.
func (s *sarifWriter) rule(r *rules.Rule) int {
	if i := slices.IndexFunc(s.rules, func(x sarifRule) bool { return x.ID == r.Name }); i >= 0 {
		return i
	}
	s.rules = append(s.rules, sarifRule{
		ID: r.Name, Short: text(r.Summary), Full: text(r.Reports), Help: text(r.Why), Config: sarifLevel{level(r.Severity)},
	})
	return len(s.rules) - 1
}

func (s *sarifWriter) location(v checker.Value) sarifLocation {
	i := s.b.index[v.Article]
	line, column := s.position(v.Article, v.Span.Start)
	endLine, endColumn := s.position(v.Article, v.Span.End)
	says := fmt.Sprintf("%s: %s, %s", v.Article.Outlet, v.Reading, voice(v))
	return sarifLocation{Message: text(says), Physical: sarifPhysical{
		Artifact: sarifURI{URI: uri(v.Article), Index: &i},
		Region:   sarifRegion{line, column, endLine, endColumn, text(v.Text())},
	}}
}

// position returns the 1-based line and column of a byte offset, in code
// points.
func (s *sarifWriter) position(a *corpus.Article, offset int) (line, column int) {
	start := strings.LastIndexByte(a.Text[:offset], '\n') + 1
	return s.b.lines.line(a, offset), 1 + utf8.RuneCountInString(a.Text[start:offset])
}

func level(s rules.Severity) string {
	if s == rules.High {
		return "error"
	}
	return "warning"
}

// uri is the article's path inside the story as a relative reference.
func uri(a *corpus.Article) string {
	// A first segment with a colon would be taken for a scheme.
	return strings.ReplaceAll((&url.URL{Path: a.ID}).EscapedPath(), ":", "%3A")
}

func hashes(a *corpus.Article) map[string]string {
	if a.SHA256 == "" {
		return nil
	}
	return map[string]string{"sha-256": a.SHA256}
}

// text returns words as SARIF has them, nil where there are none.
func text(s string) *sarifText {
	if s = plain(s); s == "" {
		return nil
	}
	return &sarifText{s}
}
