package corpus

import (
	"path"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"
)

// The sources of a time of publication, as Published.From names them.
const (
	fromManifest = "manifest"
	fromDateline = "dateline"
	fromByline   = "byline"
	fromFileName = "file name"
)

// inferPublished reads the time of publication from the page: its dateline,
// the lines around byline and end, or the file's name. It never takes a clock's
// or the file system's word, and a day without a year is no date unless the
// page or the name gives the year.
func inferPublished(a *Article) Published {
	page, pageKnown := pageDate(a)
	name, n := leadingDate(path.Base(a.ID))
	if p, ok := datelineDay(a); ok {
		if p.year == 0 {
			near := page.Time
			if !pageKnown {
				near = name
			}
			p.year = yearNear(p, near)
		}
		if day, ok := p.full(); ok {
			if pageKnown && page.Clock && sameDay(page.Time, day) {
				return page
			}
			return Published{Time: day, From: fromDateline}
		}
	}
	if pageKnown {
		return page
	}
	if n > 0 {
		return Published{Time: name, From: fromFileName}
	}
	return Published{}
}

// maxDatelineAge is how long before the date of the page a dateline can be.
// Copy is printed days after it is filed; half a year tells the turn of a year
// from a wrong year.
const maxDatelineAge = 183 * 24 * time.Hour

// yearNear returns the year that puts the dateline's day beside near, the date
// of the page or of the file's name; 0 where that is unknown or too far.
func yearNear(p partial, near time.Time) int {
	if near.IsZero() {
		return 0
	}
	for _, y := range []int{near.Year(), near.Year() - 1, near.Year() + 1} {
		if day, ok := calendarDay(y, p.month, p.day); ok && day.Sub(near).Abs() <= maxDatelineAge {
			return y
		}
	}
	return 0
}

func sameDay(a, b time.Time) bool {
	return a.Year() == b.Year() && a.YearDay() == b.YearDay()
}

// Lines with a date of publication stand above the text or below it.
const headBlocks, tailBlocks = 10, 4

// pageDate returns the date that a line of its own, or a byline, gives. The
// day of publication is preferred to that of an update.
func pageDate(a *Article) (Published, bool) {
	var best Published
	rank := 0
	for i, b := range a.Blocks {
		if i >= headBlocks && i < len(a.Blocks)-tailBlocks || b.Len() > 200 {
			continue
		}
		p, r := lineDate(b, b.In(a.Text))
		if r > rank {
			best, rank = p, r
		}
	}
	return best, rank > 0
}

// lineDate returns the full date in a line and how good a source the line is:
// 3 where it says that this is the publication, 2 for a bare date or byline, 1
// for an update, 0 for none.
func lineDate(b Block, s string) (Published, int) {
	if b.Kind != Furniture || reason(b.Reason) != reasonDate && reason(b.Reason) != reasonByline {
		return Published{}, 0
	}
	words := dateWords(s)
	p, ok := dateIn(words)
	day, full := p.full()
	if !ok || !full {
		return Published{}, 0
	}
	out := Published{Time: day, From: fromByline}
	for _, w := range words {
		if t, clock, err := parseTime(w); err == nil && clock {
			out.Time, out.Clock = t, true
		}
	}
	low := strings.ToLower(s)
	switch {
	case strings.Contains(low, "publi") || strings.Contains(low, "posted"):
		return out, 3
	case strings.Contains(low, "updated") || strings.Contains(low, "modified"):
		return out, 1
	}
	return out, 2
}

// maxDateline bounds how far into a paragraph a dateline reaches, in bytes.
const maxDateline = 120

// datelineDay returns the day in the dateline that opens one of the first
// paragraphs, such as "BERLIN / OSLO, Dec. 15 (Agency) -".
func datelineDay(a *Article) (partial, bool) {
	seen := 0
	for _, b := range a.Blocks {
		if b.Kind != Paragraph && reason(b.Reason) != reasonDateline {
			continue
		}
		if seen++; seen > 3 {
			break
		}
		if p, ok := readDateline(b.In(a.Text)); ok {
			return p, true
		}
	}
	return partial{}, false
}

// readDateline reads the date of a dateline: places in capitals, then a month
// and a day, then a bracket or a dash.
func readDateline(s string) (partial, bool) {
	head := s[:min(len(s), maxDateline)]
	end := strings.IndexAny(head, "(–—")
	if i := strings.Index(head, " -"); i >= 0 && (end < 0 || i < end) {
		end = i
	}
	if end < 0 {
		return partial{}, false
	}
	words := dateWords(head[:end])
	places := 0
	for places < len(words) && isPlaceWord(words[places]) && monthOf(words[places]) == 0 {
		places++
	}
	rest := words[places:]
	if places == 0 || len(rest) < 2 {
		return partial{}, false
	}
	for _, w := range rest {
		if !isDateWord(w) && !isMixedPlace(w) {
			return partial{}, false
		}
	}
	return dateIn(rest)
}

// isPlaceWord reports whether a word is in capitals, as places in datelines.
func isPlaceWord(w string) bool {
	letters := 0
	for _, r := range w {
		if unicode.IsLower(r) || unicode.IsDigit(r) {
			return false
		}
		if unicode.IsUpper(r) {
			letters++
		}
	}
	return letters > 0 || w == "/" || w == "and"
}

// isMixedPlace allows the state or country after the city, "LEEDS, England".
func isMixedPlace(w string) bool {
	r, _ := utf8.DecodeRuneInString(w)
	return unicode.IsUpper(r) || w == "/" || w == "and"
}
