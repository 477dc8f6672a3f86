package when

import (
	"time"

	"github.com/concord-news/concord/rules/mention"
)

// farthest is how many tokens may stand between an hour and its day: "7 p.m.
// local time (1600 GMT), on the evening of".
const farthest = 7

// beside gives an hour the period of the day that is stated beside it, be it
// m or the mentions before it: "Monday, shortly after 7 p.m.", "7 p.m. (1600
// GMT) Monday". The value stays that of its words.
func (r *reader) beside(m *mention.Mention) {
	for k, near := len(r.out)-1, m; k >= 0; k-- {
		prev := &r.out[k]
		if prev.First < r.first || !r.fills(prev.Last, near.First) {
			return
		}
		switch {
		case dayless(m) && wholeDay(prev):
			m.Period = dayOf(prev)
			return
		case dayless(prev) && wholeDay(m):
			prev.Period = dayOf(m)
		case !dayless(prev):
			return
		}
		near = prev
	}
}

// dayless reports whether m is an hour without a day.
func dayless(m *mention.Mention) bool {
	return m.Kind == mention.Time && !m.Period.Known() && len(m.Timex) > 2 && m.Timex[0] == 'T' && m.Timex[1] <= '9'
}

// wholeDay reports whether m is a day, or an hour with its day.
func wholeDay(m *mention.Mention) bool {
	if !m.Period.Known() || m.Kind != mention.Date && m.Kind != mention.Time {
		return false
	}
	d := dayOf(m)
	return !m.Period.To.After(d.To)
}

// dayOf returns the day on which m begins.
func dayOf(m *mention.Mention) mention.Period {
	from := m.Period.From.Truncate(24 * time.Hour)
	return mention.Period{From: from, To: from.AddDate(0, 0, 1)}
}

// fills reports whether the tokens from i to next only tie an hour to its day.
func (r *reader) fills(i, next int) bool {
	if next-i > farthest {
		return false
	}
	for ; i < next; i++ {
		switch r.lower(i) {
		case "(", ")", ",", "on", "of", "the", "at", "about", "around", "shortly", "just", "after", "before", "local", "time", "morning", "afternoon", "evening", "night", "or", "by":
		default:
			return false
		}
	}
	return true
}
