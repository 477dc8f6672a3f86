// Package calendar holds the English words of the calendar and the clock, for
// the readers that must tell a date or a length of time from another figure.
// All functions take lower-cased words and are safe for concurrent use.
package calendar

import "time"

// Month returns the month that s names, in full or shortened, with or without
// a full stop. "may" and "march" are months here: the caller looks at the
// capital and at the neighbours.
func Month(s string) (time.Month, bool) {
	if n := len(s); n > 1 && s[n-1] == '.' {
		s = s[:n-1]
	}
	switch s {
	case "january", "jan":
		return time.January, true
	case "february", "feb":
		return time.February, true
	case "march", "mar":
		return time.March, true
	case "april", "apr":
		return time.April, true
	case "may":
		return time.May, true
	case "june", "jun":
		return time.June, true
	case "july", "jul":
		return time.July, true
	case "august", "aug":
		return time.August, true
	case "september", "sept", "sep":
		return time.September, true
	case "october", "oct":
		return time.October, true
	case "november", "nov":
		return time.November, true
	case "december", "dec":
		return time.December, true
	}
	return 0, false
}

// Weekday returns the day of the week that s names, in full or shortened, in
// the singular or the plural.
func Weekday(s string) (time.Weekday, bool) {
	if n := len(s); n > 1 && s[n-1] == '.' {
		s = s[:n-1]
	}
	switch s {
	case "sunday", "sundays":
		return time.Sunday, true
	case "monday", "mondays", "mon":
		return time.Monday, true
	case "tuesday", "tuesdays", "tue", "tues":
		return time.Tuesday, true
	case "wednesday", "wednesdays", "wed", "weds":
		return time.Wednesday, true
	case "thursday", "thursdays", "thu", "thur", "thurs":
		return time.Thursday, true
	case "friday", "fridays", "fri":
		return time.Friday, true
	case "saturday", "saturdays":
		return time.Saturday, true
	}
	return 0, false
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
