package corpus

import (
	"strconv"
	"strings"
	"time"
	"unicode"
)

// The years that a date in a text or file name may have. Others are street
// numbers, product names and the like.
const minYear, maxYear = 1900, 2099

// leadingDate returns the day that s begins with, written 2025-12-15,
// 2025_12_15, 2025/12/15 or 20251215, and the length of it.
func leadingDate(s string) (time.Time, int) {
	n := 0
	for n < len(s) && n < 10 && (s[n] >= '0' && s[n] <= '9' || n == 4 || n == 7) {
		n++
	}
	if n == 10 && s[4] == s[7] && strings.IndexByte("-_/.", s[4]) >= 0 && !digitAt(s, 10) {
		if day, ok := dayOf(s[:4], s[5:7], s[8:10]); ok {
			return day, 10
		}
	}
	if n >= 8 && !strings.ContainsAny(s[:8], "-_/.") && !digitAt(s, 8) {
		if day, ok := dayOf(s[:4], s[4:6], s[6:8]); ok {
			return day, 8
		}
	}
	return time.Time{}, 0
}

func digitAt(s string, i int) bool { return i < len(s) && s[i] >= '0' && s[i] <= '9' }

// dayOf returns a day of the calendar; 30 February is none.
func dayOf(year, month, day string) (time.Time, bool) {
	y, err1 := strconv.Atoi(year)
	m, err2 := strconv.Atoi(month)
	d, err3 := strconv.Atoi(day)
	if err1 != nil || err2 != nil || err3 != nil {
		return time.Time{}, false
	}
	return calendarDay(y, m, d)
}

func calendarDay(y, m, d int) (time.Time, bool) {
	if y < minYear || y > maxYear || m < 1 || m > 12 || d < 1 || d > 31 {
		return time.Time{}, false
	}
	t := time.Date(y, time.Month(m), d, 0, 0, 0, 0, time.UTC)
	return t, t.Day() == d
}

// monthOf returns the month that a word names, in full or shortened, and 0
// where it names none.
func monthOf(word string) int {
	w := strings.TrimSuffix(word, ".")
	for m := time.January; m <= time.December; m++ {
		full := m.String()
		if strings.EqualFold(w, full) || strings.EqualFold(w, full[:3]) {
			return int(m)
		}
	}
	if strings.EqualFold(w, "sept") {
		return 9
	}
	return 0
}

func isWeekday(word string) bool {
	w := strings.TrimSuffix(word, ".")
	for d := time.Sunday; d <= time.Saturday; d++ {
		full := d.String()
		if strings.EqualFold(w, full) || strings.EqualFold(w, full[:3]) {
			return true
		}
	}
	return strings.EqualFold(w, "tues") || strings.EqualFold(w, "thurs")
}

// dateWords cuts s into the words that a date is made of.
func dateWords(s string) []string {
	return strings.FieldsFunc(s, func(r rune) bool {
		return isBlank(r) || r == ',' || r == '|' || r == '(' || r == ')' || r == '•' || r == '·' || r == ';'
	})
}

// partial is a day of a year that may not be stated.
type partial struct{ year, month, day int }

// full returns the day, where the year is known.
func (p partial) full() (time.Time, bool) {
	if p.year == 0 {
		return time.Time{}, false
	}
	return calendarDay(p.year, p.month, p.day)
}

// dateIn returns the first date among words: "December 15 2025", "15 Dec.
// 2025", "2025-12-15", or the first two without a year.
func dateIn(words []string) (partial, bool) {
	for i, w := range words {
		if day, n := leadingDate(w); n > 0 && (n == len(w) || w[n] == 'T') {
			return partial{day.Year(), int(day.Month()), day.Day()}, true
		}
		m := monthOf(w)
		if m == 0 {
			continue
		}
		if i+1 < len(words) && dayNumber(words[i+1]) > 0 {
			return partial{yearAt(words, i+2), m, dayNumber(words[i+1])}, true
		}
		if i > 0 && dayNumber(words[i-1]) > 0 {
			return partial{yearAt(words, i+1), m, dayNumber(words[i-1])}, true
		}
	}
	return partial{}, false
}

// dayNumber returns 1 to 31 for "7", "07" and "7th", and 0 for other words.
func dayNumber(word string) int {
	w := strings.TrimRight(word, ".:")
	for _, suffix := range []string{"st", "nd", "rd", "th"} {
		w = strings.TrimSuffix(w, suffix)
	}
	n, err := strconv.Atoi(w)
	if err != nil || len(w) > 2 || n < 1 || n > 31 {
		return 0
	}
	return n
}

func yearAt(words []string, i int) int {
	if i >= len(words) {
		return 0
	}
	w := strings.TrimRight(words[i], ".:")
	n, err := strconv.Atoi(w)
	if err != nil || len(w) != 4 || n < minYear || n > maxYear {
		return 0
	}
	return n
}

// isDateWord reports whether a word can stand in a line that holds a time of
// publication and nothing else.
func isDateWord(word string) bool {
	if monthOf(word) > 0 || isWeekday(word) || strings.ContainsFunc(word, unicode.IsDigit) && len(word) <= 25 {
		return true
	}
	switch strings.ToLower(strings.Trim(word, ".:-–—/@")) {
	case "", "published", "updated", "posted", "modified", "created", "date", "dateline", "first", "last", "on", "at",
		"am", "pm", "a.m", "p.m", "gmt", "utc", "bst", "cet", "cest", "est", "edt", "cst", "cdt", "mst", "mdt", "pst",
		"pdt", "et", "ct", "mt", "pt", "ist", "time", "local", "ago", "hours", "hour", "minutes", "mins", "min", "days", "day":
		return true
	}
	return false
}

// isDateLine reports whether words are a time of publication and nothing else.
func isDateLine(words []string) bool {
	if len(words) == 0 || len(words) > 16 {
		return false
	}
	for _, w := range words {
		if !isDateWord(w) {
			return false
		}
	}
	_, ok := dateIn(words)
	return ok
}
