// Package interval reads a stated figure as the set of values that it stands
// for, and holds such sets against each other.
package interval

import (
	"fmt"
	"math"
	"strconv"
	"strings"

	"github.com/concord-news/concord/rules/mention"
)

// Interval is the set of values that a stated figure stands for, both ends
// included unless open.
type Interval struct {
	Low, High         float64
	LowOpen, HighOpen bool
}

const (
	// exactBelow is the figure under which an unhedged whole number of things
	// is exact: news counts 20 people one by one, and rounds 300.
	exactBelow = 100
	// coarsest bounds by which part of itself a round figure may be off: 100,000 is
	// not said of 60,000.
	coarsest = 0.2
	// vaguest bounds by which part of itself a hedged figure may be off: "about a
	// thousand" is not said of 500.
	vaguest = 0.3
	// hedgeWidth widens a hedged figure by this part of it, where that is more
	// than half a unit of its last significant digit: "about 27" is 26 to 28.
	hedgeWidth = 0.05
	// nearWidth is how far "nearly" and "just over" reach, as a part of the
	// figure: "nearly four years" is more than three and a half.
	nearWidth = 0.125
)

// Of returns the interval of a figure. With exact, the figure counts
// named things and an unhedged one is never rounded.
func Of(q mention.Quantity, exact bool) Interval {
	slack := 0.0
	switch {
	case q.Approx:
		slack = max(min(q.Step/2, vaguest*math.Abs(q.Low)), hedgeWidth*math.Abs(q.Low))
	case exact || q.Vague || q.Low != q.High:
	case q.Low == math.Trunc(q.Low) && math.Abs(q.Low) < exactBelow:
	case q.Step > 1 || q.Step < 1 && q.Low != math.Trunc(q.Low):
		slack = min(q.Step/2, coarsest*math.Abs(q.Low))
	}
	near := max(nearWidth*math.Abs(q.Low), slack)
	switch q.Bound {
	case mention.JustBelow:
		return Interval{Low: q.High - near, High: q.High, HighOpen: true}
	case mention.JustAbove:
		return Interval{Low: q.Low, High: q.Low + near, LowOpen: true}
	case mention.AtLeast:
		return Interval{Low: q.Low, High: math.Inf(1)}
	case mention.MoreThan:
		return Interval{Low: q.Low, High: math.Inf(1), LowOpen: true}
	case mention.AtMost:
		return Interval{Low: math.Inf(-1), High: q.High}
	case mention.LessThan:
		return Interval{Low: math.Inf(-1), High: q.High, HighOpen: true}
	}
	return Interval{Low: q.Low - slack, High: q.High + slack}
}

// Complement returns what remains of whole when the interval is taken away.
func (i Interval) Complement(whole float64) Interval {
	return Interval{Low: whole - i.High, High: whole - i.Low, LowOpen: i.HighOpen, HighOpen: i.LowOpen}
}

// Touches reports whether a value lies in both. An open end still touches the
// closed end at the same figure by a hair: "nearly 20" and "20" are said of the
// same thing by different outlets.
func (i Interval) Touches(j Interval) bool { return i.Low <= j.High && j.Low <= i.High }

// Gap is the distance between two intervals that do not touch.
func (i Interval) Gap(j Interval) float64 {
	return max(j.Low-i.High, i.Low-j.High, 0)
}

// String writes the interval as reasons print it: "15 to 25", "more than 100".
func (i Interval) String() string {
	switch {
	case i.Low == i.High:
		return Number(i.Low)
	case math.IsInf(i.High, 1) && i.LowOpen:
		return "more than " + Number(i.Low)
	case math.IsInf(i.High, 1):
		return Number(i.Low) + " or more"
	case math.IsInf(i.Low, -1) && i.HighOpen:
		return "less than " + Number(i.High)
	case math.IsInf(i.Low, -1):
		return Number(i.High) + " or less"
	}
	return Number(i.Low) + " to " + Number(i.High)
}

// Number writes a figure as people do: no exponent, thousands parted, at most
// six digits after the point.
func Number(v float64) string {
	if math.Abs(v) >= 1e15 {
		return strconv.FormatFloat(v, 'g', 6, 64)
	}
	s := strconv.FormatFloat(v, 'f', 6, 64)
	s = strings.TrimRight(strings.TrimRight(s, "0"), ".")
	whole, fraction, _ := strings.Cut(s, ".")
	sign := ""
	if strings.HasPrefix(whole, "-") {
		sign, whole = "-", whole[1:]
	}
	for k := len(whole) - 3; k > 0; k -= 3 {
		whole = whole[:k] + "," + whole[k:]
	}
	if fraction != "" {
		whole += "." + fraction
	}
	return sign + whole
}

// Figure writes a quantity as it was read: "~80%", "2 or more people".
func Figure(q mention.Quantity, unit string) string {
	if !q.Known() {
		return "some"
	}
	s := Number(q.Low)
	switch q.Bound {
	case mention.AtLeast:
		s += " or more"
	case mention.MoreThan:
		s = "more than " + s
	case mention.AtMost:
		s = Number(q.High) + " or less"
	case mention.LessThan:
		s = "less than " + Number(q.High)
	case mention.JustBelow:
		s = "just under " + Number(q.High)
	case mention.JustAbove:
		s = "just over " + s
	default:
		if q.Low != q.High {
			s += "–" + Number(q.High)
		}
		if q.Approx {
			s = "~" + s
		}
	}
	switch {
	case unit == "":
		return s
	case unit == "%":
		return s + "%"
	}
	return fmt.Sprintf("%s %s", s, plural(unit, q))
}

// irregular are the plurals of counted nouns that take no ending.
var irregular = map[string]string{
	"people": "people", "child": "children", "schoolchild": "schoolchildren", "grandchild": "grandchildren", "person": "people",
	"foot": "feet", "crew": "crew", "police": "police", "aircraft": "aircraft", "sheep": "sheep", "fish": "fish",
	"life": "lives", "wife": "wives", "knife": "knives", "half": "halves", "troop": "troops",
}

// plural adds the ending of the plural to a unit's name in lower case, unless
// the figure is one.
func plural(unit string, q mention.Quantity) string {
	if top, per, rate := strings.Cut(unit, "/"); rate {
		return plural(top, q) + "/" + per // 25 miles/hour
	}
	one := q.Low == 1 && q.High == 1
	switch {
	case one && unit == "people":
		return "person"
	case one, unit != strings.ToLower(unit), strings.HasSuffix(unit, "s") && !strings.HasSuffix(unit, "ss"):
		return unit
	case irregular[unit] != "":
		return irregular[unit]
	case strings.HasSuffix(unit, "man") && unit != "human":
		return strings.TrimSuffix(unit, "man") + "men"
	case strings.HasSuffix(unit, "ch"), strings.HasSuffix(unit, "sh"), strings.HasSuffix(unit, "ss"), strings.HasSuffix(unit, "x"):
		return unit + "es"
	case strings.HasSuffix(unit, "y") && !strings.HasSuffix(unit, "ay") && !strings.HasSuffix(unit, "ey"):
		return strings.TrimSuffix(unit, "y") + "ies"
	}
	return unit + "s"
}
