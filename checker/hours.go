package checker

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/concord-news/concord/rules"
)

const (
	minutesAnHour = 60
	minutesADay   = 24 * minutesAnHour
	// By these many minutes a time may be off that is told as a full hour, as a
	// half or quarter of one, as a multiple of five minutes, and to the minute:
	// half of what the next such time would be away, and no more than that, so
	// that two neighbouring quarters are two times.
	fullHour, quarterHour, fiveMinutes, toTheMinute = 15, 7, 3, 1
)

// times compares two times of day. Each is as exact as it is told.
func times(a, b *rules.Fact) outcome {
	x, okA := minuteOfDay(a.Value.Timex)
	y, okB := minuteOfDay(b.Value.Timex)
	switch {
	case !okA || !okB:
		return outcome{relation: incomparable, why: fmt.Sprintf("%q and %q are not both told by the clock", a.Value.Words, b.Value.Words)}
	case x == y:
		return outcome{relation: same, why: clock(x) + " in both"}
	}
	gap := int(minutesApart(a, b))
	apart := fmt.Sprintf("%s and %s are %d minutes apart", clock(x), clock(y), gap)
	switch {
	case gap <= offBy(x)+offBy(y):
		return outcome{relation: bothTrue, why: apart + ", as exact as they are told"}
	case x%minutesAnHour == y%minutesAnHour && gap == 12*minutesAnHour:
		return outcome{relation: incomparable, why: apart + ": one may be told without its half of the day"}
	}
	return outcome{relation: different, gap: strconv.Itoa(gap) + " minutes", why: apart}
}

// minutesApart is how far apart two times of day lie, 0 where one is not told by
// the clock.
func minutesApart(a, b *rules.Fact) float64 {
	x, okA := minuteOfDay(a.Value.Timex)
	y, okB := minuteOfDay(b.Value.Timex)
	if !okA || !okB {
		return 0
	}
	gap := max(x-y, y-x)
	return float64(min(gap, minutesADay-gap))
}

// minuteOfDay reads the clock of a TIMEX3 value: "2026-03-11T22:45", "T05".
func minuteOfDay(timex string) (int, bool) {
	_, hour, ok := strings.Cut(timex, "T")
	if !ok {
		return 0, false
	}
	h, rest, _ := strings.Cut(hour, ":")
	n, err := strconv.Atoi(h)
	if err != nil {
		return 0, false
	}
	m := 0
	if len(rest) >= 2 {
		if m, err = strconv.Atoi(rest[:2]); err != nil {
			return 0, false
		}
	}
	return (n*minutesAnHour + m) % minutesADay, true
}

// offBy is by how many minutes a time may be off for being rounded.
func offBy(minute int) int {
	switch {
	case minute%minutesAnHour == 0:
		return fullHour
	case minute%15 == 0:
		return quarterHour
	case minute%5 == 0:
		return fiveMinutes
	}
	return toTheMinute
}

func clock(minute int) string {
	return fmt.Sprintf("%d:%02d", minute/minutesAnHour, minute%minutesAnHour)
}
