package verify

import (
	"strconv"
	"strings"

	"github.com/concord-news/concord/rules/mention"
	"github.com/concord-news/concord/rules/text"
)

// offsets returns the lengths of time that lie between what a sentence tells and
// another day: "20 years ago", "the day before".
func offsets(d *text.Document, st *text.Sentence, mentions []mention.Mention) []derived {
	var out []derived
	for k := range mentions {
		m := &mentions[k]
		if n, unit := offset(m.Timex); m.Kind == mention.Date && unit != "" {
			out = append(out, length(m.In(d.Text), *m, n, unit))
		}
	}
	for i := st.First; i+2 < st.Last; i++ {
		if d.Tokens[i].Lower != "the" || !relativeTo(d.Tokens[i+2].Lower) {
			continue
		}
		switch unit := d.Tokens[i+1].Lower; unit {
		case "day", "week", "month", "year":
			m := mention.Mention{Span: d.Span(i, i+3), First: i, Last: i + 3}
			out = append(out, length(m.In(d.Text), m, 1, unit))
		}
	}
	return out
}

// length makes a length of time of words of the source.
func length(how string, m mention.Mention, n float64, unit string) derived {
	m.Kind, m.Unit, m.Timex, m.Head = mention.Duration, unit, "", -1
	m.Quantity = mention.Quantity{Low: n, High: n, Step: 1}
	return derived{Mention: m, how: how}
}

// relativeTo reports a word that tells a time from another.
func relativeTo(word string) bool {
	switch word {
	case "before", "after", "earlier", "later", "previously":
		return true
	}
	return false
}

// offset reads a timex that counts from the day of writing, "OFFSET P-20Y".
func offset(timex string) (n float64, unit string) {
	s, ok := strings.CutPrefix(timex, "OFFSET P")
	if !ok || s == "" {
		return 0, ""
	}
	v, err := strconv.ParseFloat(strings.TrimLeft(s[:len(s)-1], "-+"), 64)
	if err != nil {
		return 0, ""
	}
	switch s[len(s)-1] {
	case 'D':
		return v, "day"
	case 'W':
		return v, "week"
	case 'M':
		return v, "month"
	case 'Y':
		return v, "year"
	}
	return 0, ""
}
