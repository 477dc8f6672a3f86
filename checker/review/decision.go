package review

import (
	"fmt"
	"slices"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"
)

// Outcome is what a checker says of a finding.
type Outcome string

// The outcomes, in the order of the keys 1 to 6.
const (
	Stands    Outcome = "stands"
	Later     Outcome = "update"
	Source    Outcome = "source"
	Same      Outcome = "same"
	Misread   Outcome = "misread"
	Unsettled Outcome = "unsettled"
)

// Outcomes lists the outcomes in the order of their keys.
func Outcomes() []Outcome { return []Outcome{Stands, Later, Source, Same, Misread, Unsettled} }

// Words says an outcome for people.
func (o Outcome) Words() string {
	switch o {
	case Stands:
		return "conflict stands"
	case Later:
		return "later update"
	case Source:
		return "different source or definition"
	case Same:
		return "same fact, other words"
	case Misread:
		return "misread by the tool"
	case Unsettled:
		return "cannot settle"
	}
	return string(o)
}

// Decision is what somebody decided about a finding.
type Decision struct {
	Outcome Outcome `json:"outcome"`
	// Reason is needed for all but Stands.
	Reason string `json:"reason"`
	// Right is which side is right: "outlet" (that of RightOutlet), "none",
	// "all" (each in its own terms), "unknown", or "" where nothing is said.
	Right       string `json:"right"`
	RightOutlet string `json:"right_outlet"`
	// Checked lists what it was checked against, Wording is recommended.
	Checked []Check `json:"checked"`
	Wording string  `json:"wording"`

	By   string    `json:"by"`
	Role Role      `json:"role"`
	At   time.Time `json:"at"`
}

// Check is one source that a decision was checked against.
type Check struct {
	Source string `json:"source"`
	// Kind is "primary", "secondary" or "".
	Kind string `json:"kind"`
	// Place is a page or timestamp, Date when it was looked at or appeared.
	Place string `json:"place"`
	Date  string `json:"date"`
}

// The bounds of what people type, in bytes.
const (
	mostWords   = 4000
	mostLine    = 300
	mostChecked = 20
)

// Rights lists the legal values of Decision.Right.
func Rights() []string { return []string{"", "outlet", "none", "all", "unknown"} }

// validate cleans a decision about a finding in which the outlets are, and
// refuses what is not legal.
func (d *Decision) validate(outlets []string) error {
	if !slices.Contains(Outcomes(), d.Outcome) {
		return invalid("outcome", "choose one of the six outcomes")
	}
	if !slices.Contains(Rights(), d.Right) {
		return invalid("right", "choose one outlet, none, all or unknown")
	}
	if d.Right != "outlet" {
		d.RightOutlet = ""
	} else if !slices.Contains(outlets, d.RightOutlet) {
		return invalid("right_outlet", "choose an outlet of the finding")
	}
	err := clean(&d.Reason, "reason", mostWords)
	if err == nil {
		err = clean(&d.Wording, "wording", mostWords)
	}
	if err != nil {
		return err
	}
	if d.Reason == "" && d.Outcome != Stands {
		return invalid("reason", "say why: all but \"conflict stands\" need a reason")
	}
	return d.validateChecked()
}

func (d *Decision) validateChecked() error {
	if len(d.Checked) > mostChecked {
		return invalid("checked", fmt.Sprintf("at most %d sources", mostChecked))
	}
	var kept []Check
	for _, c := range d.Checked {
		for _, f := range []*string{&c.Source, &c.Kind, &c.Place, &c.Date} {
			if err := cleanLine(f, "checked"); err != nil {
				return err
			}
		}
		if !slices.Contains([]string{"", "primary", "secondary"}, c.Kind) {
			return invalid("checked", "a source is primary or secondary")
		}
		if err := legalDate(c.Date, "checked"); err != nil {
			return err
		}
		if c.Source == "" && (c.Place != "" || c.Date != "") {
			return invalid("checked", "name the source that was looked at")
		}
		if c.Source != "" {
			kept = append(kept, c)
		}
	}
	d.Checked = kept
	return nil
}

// legalDate refuses what is neither empty nor a date.
func legalDate(s, field string) error {
	if s == "" {
		return nil
	}
	for _, layout := range []string{time.DateOnly, "2006-01", "2006"} {
		if _, err := time.Parse(layout, s); err == nil {
			return nil
		}
	}
	return invalid(field, "a date is written 2026-03-09, 2026-03 or 2026")
}

// clean trims what somebody typed and refuses what no text holds.
func clean(s *string, field string, most int) error {
	t := strings.TrimSpace(strings.ReplaceAll(*s, "\r\n", "\n"))
	if !utf8.ValidString(t) || strings.ContainsFunc(t, func(r rune) bool { return unicode.IsControl(r) && r != '\n' && r != '\t' }) {
		return invalid(field, "holds characters that no text has")
	}
	if len(t) > most {
		return invalid(field, fmt.Sprintf("is %d bytes long; at most %d are kept", len(t), most))
	}
	*s = t
	return nil
}

// cleanLine is clean for one line.
func cleanLine(s *string, field string) error {
	if err := clean(s, field, mostLine); err != nil {
		return err
	}
	*s = strings.Join(strings.Fields(*s), " ")
	return nil
}

// InvalidError is something typed that is not legal.
type InvalidError struct {
	// Field is where, as the API calls it.
	Field, Message string
}

// Error says what would be legal.
func (e *InvalidError) Error() string { return e.Field + ": " + e.Message }

func invalid(field, message string) error { return &InvalidError{field, message} }
