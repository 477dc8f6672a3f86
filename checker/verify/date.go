package verify

import (
	"strings"

	"github.com/concord-news/concord/rules/mention"
)

// dates holds a date or time of the claim, b, against one of the source, a.
func dates(a, b *mention.Mention) agreement {
	if !dated(a.Kind) || !dated(b.Kind) {
		return incomparable
	}
	if a.Timex != "" && a.Timex == b.Timex {
		return equal
	}
	x, y := day(a.Timex), day(b.Timex)
	switch {
	case x == "" || y == "":
		return incomparable
	case x == y:
		return implied
	case a.Period.Known() && b.Period.Known():
		return periods(a.Period, b.Period)
	case !calendar(x) && !calendar(y):
		return floats(x, y)
	}
	return patterns(x, y)
}

// day is a timex without the time of day.
func day(timex string) string {
	if i := strings.IndexByte(timex, 'T'); i > 0 && numberedYear(timex[:min(4, i)]) {
		return timex[:i]
	}
	return timex
}

// floats compares two dates that count from the day of writing, "LAST-M" or
// "OFFSET P-35Y": those in one unit are one or the other.
func floats(a, b string) agreement {
	unit := func(s string) (string, byte) {
		head, rest, ok := strings.Cut(s, " P")
		if !ok {
			_, rest, ok = strings.Cut(s, "-")
			head = "" // last, this and next exclude each other
		}
		if !ok || rest == "" {
			return "?", 0
		}
		return head, rest[len(rest)-1]
	}
	ha, ua := unit(a)
	hb, ub := unit(b)
	if ha == hb && ha != "?" && ua == ub {
		return disjoint
	}
	return incomparable
}

// periods compares two stretches of the calendar: what holds of a day holds of
// its month, and not the other way round.
func periods(a, b mention.Period) agreement {
	switch {
	case !a.From.Before(b.From) && !a.To.After(b.To):
		return implied
	case a.From.Before(b.To) && b.From.Before(a.To):
		return overlapping
	}
	return disjoint
}

// patterns compares two timexes of which one or both are not on the calendar,
// part by part: XXXX-05-20 is a day in XXXX-05, XXXX-WXX-2 is not XXXX-WXX-4.
func patterns(a, b string) agreement {
	x, y := strings.Split(a, "-"), strings.Split(b, "-")
	if !calendar(a) || !calendar(b) {
		return incomparable
	}
	known := false
	for i := range min(len(x), len(y)) {
		u, v := blank(x[i]), blank(y[i])
		switch {
		case strings.HasPrefix(x[i], "W") != strings.HasPrefix(y[i], "W"):
			return incomparable
		case u || v:
			continue
		case x[i] != y[i]:
			return disjoint
		}
		known = true
	}
	switch {
	case !known:
		return incomparable
	case len(y) <= len(x):
		return implied
	}
	return overlapping
}

// calendar reports a timex that is a place on the calendar or a pattern of one.
func calendar(timex string) bool {
	first, _, _ := strings.Cut(timex, "-")
	return numberedYear(first)
}

func blank(s string) bool { return strings.Trim(s, "WX") == "" }

// numberedYear reports the first part of a calendar timex: "2013", "XXXX",
// "201".
func numberedYear(s string) bool {
	return s != "" && strings.Trim(s, "0123456789X") == ""
}
