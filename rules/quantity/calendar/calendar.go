// Package calendar holds the English words of the calendar and the clock, for
// the readers that must tell a date or a length of time from another figure.
// All functions take lower-cased words and are safe for concurrent use.
package calendar

import (
	"iter"
	"strings"
	"time"
)

var months = map[string]time.Month{
	"january": time.January, "jan": time.January, "february": time.February, "feb": time.February, "march": time.March, "mar": time.March,
	"april": time.April, "apr": time.April, "may": time.May, "june": time.June, "jun": time.June, "july": time.July, "jul": time.July,
	"august": time.August, "aug": time.August, "september": time.September, "sept": time.September, "sep": time.September,
	"october": time.October, "oct": time.October, "november": time.November, "nov": time.November, "december": time.December, "dec": time.December,
}

var weekdays = map[string]time.Weekday{
	"sunday": time.Sunday, "sundays": time.Sunday, "monday": time.Monday, "mondays": time.Monday, "mon": time.Monday,
	"tuesday": time.Tuesday, "tuesdays": time.Tuesday, "tue": time.Tuesday, "tues": time.Tuesday,
	"wednesday": time.Wednesday, "wednesdays": time.Wednesday, "wed": time.Wednesday, "weds": time.Wednesday,
	"thursday": time.Thursday, "thursdays": time.Thursday, "thu": time.Thursday, "thur": time.Thursday, "thurs": time.Thursday,
	"friday": time.Friday, "fridays": time.Friday, "fri": time.Friday, "saturday": time.Saturday, "saturdays": time.Saturday,
}

// Month returns the month that s names, in full or shortened, with or without
// a full stop. "may" and "march" are months here: the caller looks at the
// capital and at the neighbours.
func Month(s string) (time.Month, bool) {
	m, ok := months[strings.TrimSuffix(s, ".")]
	return m, ok
}

// Weekday returns the day of the week that s names, in full or shortened, in
// the singular or the plural.
func Weekday(s string) (time.Weekday, bool) {
	d, ok := weekdays[strings.TrimSuffix(s, ".")]
	return d, ok
}

// Names yields the words that Month or Weekday know, without a full stop, in no
// order.
func Names() iter.Seq[string] {
	return func(yield func(string) bool) {
		for s := range months {
			if !yield(s) {
				return
			}
		}
		for s := range weekdays {
			if !yield(s) {
				return
			}
		}
	}
}

// Unit returns the singular name of the unit of time that s names, from
// "second" to "century", also shortened where nothing else is written so.
// "quarter", "m" and "s" are left out: they are more often something else.
func Unit(s string) (string, bool) {
	switch s {
	case "second", "seconds", "sec", "secs", "sec.":
		return "second", true
	case "millisecond", "milliseconds":
		return "millisecond", true
	case "microsecond", "microseconds":
		return "microsecond", true
	case "nanosecond", "nanoseconds":
		return "nanosecond", true
	case "minute", "minutes", "min", "mins", "min.", "mins.":
		return "minute", true
	case "hour", "hours", "hr", "hrs", "hr.", "hrs.":
		return "hour", true
	case "day", "days":
		return "day", true
	case "night", "nights":
		return "night", true
	case "weekend", "weekends":
		return "weekend", true
	case "week", "weeks", "wk", "wks":
		return "week", true
	case "fortnight", "fortnights":
		return "fortnight", true
	case "month", "months", "mo", "mos":
		return "month", true
	case "year", "years", "yr", "yrs", "yr.", "yrs.":
		return "year", true
	case "decade", "decades":
		return "decade", true
	case "century", "centuries":
		return "century", true
	case "millennium", "millennia", "millenniums":
		return "millennium", true
	}
	return "", false
}

// Clock reports whether s marks the figure before it as a time of day.
func Clock(s string) bool {
	switch s {
	case "am", "pm", "a.m.", "p.m.", "a.m", "p.m", "o'clock", "oclock", "gmt", "utc", "bst", "est", "edt", "cet":
		return true
	}
	return false
}

// Year reports whether v may be a year written alone.
func Year(v float64) bool { return v >= 1100 && v <= 2100 && v == float64(int(v)) }
