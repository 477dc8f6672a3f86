package checker

import (
	"fmt"
	"math"
	"strconv"
	"strings"

	"github.com/concord-news/concord/rules/mention"
)

// interval is the set of values that a stated figure stands for, both ends
// included unless open.
type interval struct {
	low, high         float64
	lowOpen, highOpen bool
}

const (
	// exactBelow is the figure under which an unhedged whole number of things
	// is exact: news counts 20 people one by one, and rounds 300.
	exactBelow = 100
	// hedgeWidth widens a hedged figure by this part of it, where that is more
	// than half a unit of its last significant digit: "about 27" is 26 to 28.
	hedgeWidth = 0.05
	// nearWidth is how far "nearly" and "just over" reach, as a part of the
	// figure: "nearly four years" is more than three and a half.
	nearWidth = 0.125
)

// standsFor returns the interval of a figure. With exact, the figure counts
// named things and an unhedged one is never rounded.
func standsFor(q mention.Quantity, exact bool) interval {
	slack := 0.0
	switch {
	case q.Approx:
		slack = max(q.Step/2, hedgeWidth*math.Abs(q.Low))
	case exact || q.Vague || q.Low != q.High:
	case q.Low == math.Trunc(q.Low) && math.Abs(q.Low) < exactBelow:
	case q.Step > 1 || q.Step < 1 && q.Low != math.Trunc(q.Low):
		slack = q.Step / 2
	}
	near := max(nearWidth*math.Abs(q.Low), slack)
	switch q.Bound {
	case mention.JustBelow:
		return interval{low: q.High - near, high: q.High, highOpen: true}
	case mention.JustAbove:
		return interval{low: q.Low, high: q.Low + near, lowOpen: true}
	case mention.AtLeast:
		return interval{low: q.Low, high: math.Inf(1)}
	case mention.MoreThan:
		return interval{low: q.Low, high: math.Inf(1), lowOpen: true}
	case mention.AtMost:
		return interval{low: math.Inf(-1), high: q.High}
	case mention.LessThan:
		return interval{low: math.Inf(-1), high: q.High, highOpen: true}
	}
	return interval{low: q.Low - slack, high: q.High + slack}
}

// complement returns what remains of whole when the interval is taken away.
func (i interval) complement(whole float64) interval {
	return interval{low: whole - i.high, high: whole - i.low, lowOpen: i.highOpen, highOpen: i.lowOpen}
}

// touches reports whether a value lies in both. An open end still touches the
// closed end at the same figure by a hair: "nearly 20" and "20" are said of the
// same thing by different outlets.
func (i interval) touches(j interval) bool { return i.low <= j.high && j.low <= i.high }

// gap is the distance between two intervals that do not touch.
func (i interval) gap(j interval) float64 {
	return max(j.low-i.high, i.low-j.high, 0)
}

// String writes the interval as reasons print it: "15 to 25", "more than 100".
func (i interval) String() string {
	switch {
	case i.low == i.high:
		return number(i.low)
	case math.IsInf(i.high, 1) && i.lowOpen:
		return "more than " + number(i.low)
	case math.IsInf(i.high, 1):
		return number(i.low) + " or more"
	case math.IsInf(i.low, -1) && i.highOpen:
		return "less than " + number(i.high)
	case math.IsInf(i.low, -1):
		return number(i.high) + " or less"
	}
	return number(i.low) + " to " + number(i.high)
}

// number writes a figure as people do: no exponent, thousands parted, at most
// six digits after the point.
func number(v float64) string {
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

// figure writes a quantity as it was read: "~80%", "2 or more people".
func figure(q mention.Quantity, unit string) string {
	if !q.Known() {
		return "some"
	}
	s := number(q.Low)
	switch q.Bound {
	case mention.AtLeast:
		s += " or more"
	case mention.MoreThan:
		s = "more than " + s
	case mention.AtMost:
		s = number(q.High) + " or less"
	case mention.LessThan:
		s = "less than " + number(q.High)
	case mention.JustBelow:
		s = "just under " + number(q.High)
	case mention.JustAbove:
		s = "just over " + s
	default:
		if q.Low != q.High {
			s += "–" + number(q.High)
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

// plural adds the ending of the plural to a unit's name in lower case, unless
// the figure is one.
func plural(unit string, q mention.Quantity) string {
	switch {
	case q.Low == 1 && q.High == 1, unit != strings.ToLower(unit), unit == "people", strings.HasSuffix(unit, "s"):
		return unit
	case strings.HasSuffix(unit, "y") && !strings.HasSuffix(unit, "ay") && !strings.HasSuffix(unit, "ey"):
		return strings.TrimSuffix(unit, "y") + "ies"
	}
	return unit + "s"
}
