// Package rules holds the rule contract: what a rule is, how rules are loaded
// and checked, and the reader that applies them to a text.
//
// A rule is data. It lives in a folder of its own, catalog/<name>/, with
// rule.yaml and testdata/*.txtar. See catalog for the rules that are built in.
package rules

// Severity says how much an editor would mind.
type Severity uint8

// The severities.
const (
	// Low is for spelling, house style and precision without consequence.
	Low Severity = iota
	// High is for numbers, names, offices, quotations and who did what.
	High
)

// String returns the severity as reports write it.
func (s Severity) String() string {
	if s == High {
		return "high"
	}
	return "low"
}

// Rule is one rule as it is loaded. It is safe for concurrent use.
type Rule struct {
	// Name is the folder's name: lower-case words joined by full stops.
	Name string
	// Summary is one line; the others are short paragraphs for people.
	Summary, Reports, Silent, Why string
	// Kind is the kind of fact it reads: "count", "share", "role" and so on.
	Kind     string
	Severity Severity
}
