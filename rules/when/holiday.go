package when

import (
	"time"

	"github.com/concord-news/concord/rules/text"
)

// feast is a holiday: a day of a month, the nth weekday of a month (from its
// end where n is negative), or a distance from Easter.
type feast struct {
	words   []string
	month   int
	day     int
	weekday int
	nth     int
	easter  int
	movable bool
}

// feasts holds the holidays that newspapers date events by, the longer names
// first. The dates are those of the United States where countries differ.
var feasts = [...]feast{
	{words: []string{"christmas", "eve"}, month: 12, day: 24},
	{words: []string{"christmas", "day"}, month: 12, day: 25},
	{words: []string{"christmas"}, month: 12, day: 25},
	{words: []string{"new", "year", "'s", "eve"}, month: 12, day: 31},
	{words: []string{"new", "year", "'s", "day"}, month: 1, day: 1},
	{words: []string{"new", "year", "'s"}, month: 1, day: 1},
	{words: []string{"new", "years", "eve"}, month: 12, day: 31},
	{words: []string{"new", "years", "day"}, month: 1, day: 1},
	{words: []string{"new", "year", "day"}, month: 1, day: 1},
	{words: []string{"thanksgiving", "day"}, month: 11, weekday: 4, nth: 4},
	{words: []string{"thanksgiving"}, month: 11, weekday: 4, nth: 4},
	{words: []string{"easter", "sunday"}, movable: true},
	{words: []string{"easter", "monday"}, movable: true, easter: 1},
	{words: []string{"easter"}, movable: true},
	{words: []string{"good", "friday"}, movable: true, easter: -2},
	{words: []string{"halloween"}, month: 10, day: 31},
	{words: []string{"independence", "day"}, month: 7, day: 4},
	{words: []string{"labor", "day"}, month: 9, weekday: 1, nth: 1},
	{words: []string{"memorial", "day"}, month: 5, weekday: 1, nth: -1},
	{words: []string{"veterans", "day"}, month: 11, day: 11},
	{words: []string{"armistice", "day"}, month: 11, day: 11},
	{words: []string{"remembrance", "day"}, month: 11, day: 11},
	{words: []string{"valentine", "'s", "day"}, month: 2, day: 14},
	{words: []string{"st.", "patrick", "'s", "day"}, month: 3, day: 17},
	{words: []string{"saint", "patrick", "'s", "day"}, month: 3, day: 17},
	{words: []string{"saint", "patrick"}, month: 3, day: 17},
	{words: []string{"boxing", "day"}, month: 12, day: 26},
	{words: []string{"election", "day"}, month: 11, weekday: 2, nth: 1},
	{words: []string{"inauguration", "day"}, month: 1, day: 20},
	{words: []string{"columbus", "day"}, month: 10, weekday: 1, nth: 2},
	{words: []string{"presidents", "day"}, month: 2, weekday: 1, nth: 3},
	{words: []string{"earth", "day"}, month: 4, day: 22},
	{words: []string{"bastille", "day"}, month: 7, day: 14},
	{words: []string{"may", "day"}, month: 5, day: 1},
}

// holidayAt reads the name of a holiday and its year.
func (r *reader) holidayAt(i int) reading {
	for n := range feasts {
		f := &feasts[n]
		if f.words[0] != r.lower(i) {
			continue
		}
		j := i
		for _, w := range f.words {
			if r.lower(j) != w {
				break
			}
			j++
		}
		if j-i != len(f.words) || !r.festive(i) && r.speaks() != addressed {
			continue
		}
		if r.has(j, text.Capital) && r.word(j).class == other && (r.d.Tokens[j].Tag == text.PROPN || r.d.Tokens[j].Tag == text.NOUN) {
			return none // "the Good Friday Agreement", "Christmas Island"
		}
		p := reading{point{grain: day, feast: n + 1, month: f.month, day: f.day}, j}
		if r.lower(j) == "weekend" {
			p.grain, p.stated, p.next = weekend, true, j+1
		}
		return r.withYear(p)
	}
	return none
}

// festive reports whether the holiday at token i is written as a name, or
// cannot be anything else.
func (r *reader) festive(i int) bool {
	return r.d.Tokens[i].In(r.d.Text)[0] < 'a' || r.lower(i) == "christmas" || r.lower(i) == "halloween" || r.lower(i) == "easter"
}

// in returns the day of the holiday in year y.
func (f feast) in(y int) time.Time {
	switch {
	case f.movable:
		return easter(y).AddDate(0, 0, f.easter)
	case f.nth == 0:
		return time.Date(y, time.Month(f.month), f.day, 0, 0, 0, 0, time.UTC)
	case f.nth < 0:
		last := time.Date(y, time.Month(f.month)+1, 0, 0, 0, 0, 0, time.UTC)
		return last.AddDate(0, 0, -(isoDay(last)-f.weekday+7)%7)
	}
	first := time.Date(y, time.Month(f.month), 1, 0, 0, 0, 0, time.UTC)
	if f.words[0] == "election" {
		// The Tuesday after the first Monday of November (2 U.S.C. 7).
		first = first.AddDate(0, 0, 1)
	}
	return first.AddDate(0, 0, (f.weekday-isoDay(first)+7)%7+7*(f.nth-1))
}

// easter returns Easter Sunday of the Western churches in year y, by the
// anonymous Gregorian algorithm (Nature, 20 April 1876).
func easter(y int) time.Time {
	a, b, c := y%19, y/100, y%100
	d, e := b/4, b%4
	g := (8*b + 13) / 25
	h := (19*a + b - d - g + 15) % 30
	i, k := c/4, c%4
	l := (32 + 2*e + 2*i - h - k) % 7
	m := (a + 11*h + 19*l) / 433
	n := (h + l - 7*m + 90) / 25
	p := (h + l - 7*m + 33*n + 19) % 32
	return time.Date(y, time.Month(n), p, 0, 0, 0, 0, time.UTC)
}
