package item

import (
	"strings"
	"time"
)

// years that a statement of time may have; others are slips.
const minYear, maxYear = 1900, 2099

// layouts are the forms in which files state times, with whether each has a
// time of day. Zone-less ones are taken as UTC.
func layouts() []struct {
	layout string
	clock  bool
} {
	return []struct {
		layout string
		clock  bool
	}{
		{time.RFC3339Nano, true},
		{"2006-01-02T15:04:05Z0700", true},
		{"2006-01-02T15:04Z07:00", true},
		{"2006-01-02T15:04:05.999999999", true},
		{"2006-01-02T15:04", true},
		{"2006-01-02 15:04:05Z07:00", true},
		{"2006-01-02 15:04:05 -0700", true},
		{"2006-01-02 15:04:05", true},
		{"2006-01-02 15:04", true},
		{"2006-01-02", false},
		{"2006/01/02", false},
		{"20060102T150405Z0700", true}, // IPTC
		{"20060102T150405", true},
		{"20060102", false},
		{time.RFC1123Z, true},
		{"Mon, 2 Jan 2006 15:04:05 -0700", true},
		{"2 Jan 2006 15:04:05 -0700", true},
		{"2 January 2006", false},
		{"January 2, 2006", false},
		{"Jan 2, 2006", false},
		{"2 Jan 2006", false},
	}
}

// ParseMoment reads a time as files state it; from says where it was found. It
// is not known where s is no time, or one outside the years 1900 to 2099. A
// zone-less midnight is a day without a time: that is how data bases write one.
func ParseMoment(s, from string) Moment {
	s = strings.TrimSpace(s)
	if len(s) < 8 || len(s) > 64 {
		return Moment{}
	}
	s = numericZone(s)
	for _, l := range layouts() {
		t, err := time.Parse(l.layout, s)
		if err != nil {
			continue
		}
		if t.Year() < minYear || t.Year() > maxYear {
			return Moment{}
		}
		clock := l.clock
		if !strings.ContainsAny(l.layout, "Z") && !strings.Contains(l.layout, "-0700") &&
			t.Hour() == 0 && t.Minute() == 0 && t.Second() == 0 {
			clock = false
		}
		return Moment{Time: t.UTC(), Clock: clock, From: from}
	}
	return Moment{}
}

// numericZone writes the zones that RFC 822 names as numbers: time.Parse takes
// a name that it does not know for an hour-less zone.
func numericZone(s string) string {
	at := strings.LastIndexByte(s, ' ')
	if at < 0 {
		return s
	}
	zone := ""
	switch s[at+1:] {
	case "GMT", "UTC", "UT", "Z":
		zone = "+0000"
	case "EDT":
		zone = "-0400"
	case "EST", "CDT":
		zone = "-0500"
	case "CST", "MDT":
		zone = "-0600"
	case "MST", "PDT":
		zone = "-0700"
	case "PST":
		zone = "-0800"
	case "BST", "CET":
		zone = "+0100"
	case "CEST":
		zone = "+0200"
	default:
		return s
	}
	return s[:at+1] + zone
}
