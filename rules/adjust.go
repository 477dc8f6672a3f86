package rules

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
)

// Tolerance is how far apart two values may lie without being reported as
// different: an amount in the unit of the values (days of dates, minutes of
// times), or a part of the greater one. The zero value allows nothing.
type Tolerance struct {
	Amount float64
	// Percent: Amount is a percentage of the greater value.
	Percent bool
}

// ParseTolerance reads "5" or "2.5%".
func ParseTolerance(s string) (Tolerance, error) {
	digits, percent := strings.CutSuffix(strings.TrimSpace(s), "%")
	v, err := strconv.ParseFloat(digits, 64)
	if err != nil || v < 0 || v > 1e15 || strings.Trim(digits, "0123456789.") != "" {
		return Tolerance{}, fmt.Errorf("tolerance %q; legal: an amount such as 5, or a percentage such as 2.5%%", s)
	}
	if percent && v > 100 {
		return Tolerance{}, fmt.Errorf("tolerance %q; legal: at most 100%%", s)
	}
	return Tolerance{Amount: v, Percent: percent}, nil
}

// String returns the tolerance as ParseTolerance reads it.
func (t Tolerance) String() string {
	s := strconv.FormatFloat(t.Amount, 'f', -1, 64)
	if t.Percent {
		s += "%"
	}
	return s
}

// Allows reports whether two values that lie gap apart, of which the greater is
// greatest, are near enough.
func (t Tolerance) Allows(gap, greatest float64) bool {
	limit := t.Amount
	if t.Percent {
		limit = t.Amount / 100 * greatest
	}
	return t.Amount > 0 && gap <= limit
}

// Tolerates reports whether values of a comparison can be near each other, and
// whether by a percentage.
func (c Comparison) Tolerates() (amount, percent bool) {
	switch c {
	case ByFigure:
		return true, true
	case ByDate, ByTime:
		return true, false
	}
	return false, false
}

// Adjustment changes a rule for one newsroom. The zero value changes nothing.
type Adjustment struct {
	// Off: the rule is not applied.
	Off bool
	// Severity and Tolerance take the place of the rule's own where not nil.
	Severity  *Severity
	Tolerance *Tolerance
}

// Adjust returns a catalogue with rules adjusted by name; names that are no
// rule are passed over. The rules that are off are listed in Off. c stays as it
// is, and the hash, which is that of the files, does too.
func (c *Catalog) Adjust(by map[string]Adjustment) *Catalog {
	out := *c
	out.Rules, out.Off = nil, slices.Clone(c.Off)
	for _, r := range c.Rules {
		a := by[r.Name]
		if a.Off {
			out.Off = append(out.Off, r.Name)
			continue
		}
		if a.Severity != nil || a.Tolerance != nil {
			changed := *r
			if a.Severity != nil {
				changed.Severity = *a.Severity
			}
			if a.Tolerance != nil {
				changed.Compare.Tolerance = *a.Tolerance
			}
			r = &changed
		}
		out.Rules = append(out.Rules, r)
	}
	slices.Sort(out.Off)
	return &out
}
