package pdf

import (
	"math"
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/concord-news/concord/corpus/item"
)

// line is a line of a page.
type line struct {
	text       string
	x, y, size float64
	page       int
	// first and last on its page; footer: of the page and not of the text.
	first, last, footer bool
}

// lines joins the runs of a page that stand beside each other.
func lines(runs []run, page int) []line {
	var out []line
	var text strings.Builder
	var cur line
	end := 0.0
	flush := func() {
		if cur.text = clean(text.String()); cur.text != "" {
			out = append(out, cur)
		}
		text.Reset()
	}
	for _, r := range runs {
		if strings.TrimSpace(r.text) == "" {
			if text.Len() > 0 {
				text.WriteByte(' ')
			}
			continue
		}
		size := math.Max(r.size, 1)
		if text.Len() > 0 && (math.Abs(r.y-cur.y) > 0.5*size || r.x < cur.x-size || r.x < end-3*size || r.x > end+8*size) {
			flush()
		}
		if text.Len() == 0 {
			cur = line{x: r.x, y: r.y, size: size, page: page}
		} else if r.space || r.x > end+0.15*size {
			text.WriteByte(' ')
		}
		cur.size = math.Max(cur.size, size)
		text.WriteString(r.text)
		end = r.x + r.width
	}
	flush()
	if len(out) > 0 {
		out[0].first, out[len(out)-1].last = true, true
	}
	return out
}

// write makes paragraphs of the lines.
func (d *document) write(it *item.Item) {
	d.markRepeats()
	body := d.bodySize()
	pitch := d.pitch(body)
	var out item.Builder
	var par, aside []line
	title := ""
	flush := func() {
		// Heads and feet of pages stand behind the paragraph that they cut.
		defer func() {
			for _, l := range aside {
				out.Aside("page header or footer", l.text)
			}
			aside = aside[:0]
		}()
		if len(par) == 0 {
			return
		}
		text := d.join(par)
		size := par[0].size
		switch {
		case title == "" && par[0].page == 1 && size >= 1.25*body && len(text) < 250:
			title = text
			out.Add(item.Headline, text)
		case size >= 1.08*body && len(text) < 150 && !strings.HasSuffix(text, "."):
			out.Add(item.Heading, text)
		default:
			out.Add(item.Paragraph, text)
		}
		par = par[:0]
	}
	for _, l := range d.lines {
		if l.footer {
			aside = append(aside, l)
			continue
		}
		if len(par) > 0 && d.breaks(par[len(par)-1], l, pitch) {
			flush()
		}
		par = append(par, l)
	}
	flush()
	out.Into(it)
	it.Title = item.Stated{Value: title, From: "largest letters"}
}

// breaks reports whether a paragraph ends between two lines.
func (d *document) breaks(a, b line, pitch float64) bool {
	if math.Abs(a.size-b.size) > 0.08*a.size {
		return true
	}
	if a.page != b.page || b.y > a.y {
		// The next page or column goes on where the line before has no end.
		return endsSentence(a.text)
	}
	gap := a.y - b.y
	if gap > 1.25*math.Max(pitch, a.size) {
		return true
	}
	// An indented line begins a paragraph where the one before ended.
	return b.x > a.x+0.8*a.size && endsSentence(a.text) && b.x < a.x+6*a.size
}

func endsSentence(s string) bool {
	s = strings.TrimRight(s, `"'”’)]`)
	return strings.HasSuffix(s, ".") || strings.HasSuffix(s, "!") || strings.HasSuffix(s, "?")
}

// bodySize is the size that most letters have.
func (d *document) bodySize() float64 {
	letters := map[float64]int{}
	for _, l := range d.lines {
		if l.footer {
			continue
		}
		letters[math.Round(l.size*2)/2] += len(l.text)
	}
	best, most := 0.0, -1
	for size, n := range letters {
		if n > most || n == most && size < best {
			best, most = size, n
		}
	}
	return best
}

// pitch is the usual distance from line to line in the body.
func (d *document) pitch(body float64) float64 {
	var gaps []float64
	for i := 1; i < len(d.lines); i++ {
		a, b := d.lines[i-1], d.lines[i]
		if gap := a.y - b.y; a.page == b.page && gap > 0.5*body && gap < 3*body && math.Abs(a.size-body) < 0.6 {
			gaps = append(gaps, gap)
		}
	}
	if len(gaps) == 0 {
		return 1.2 * body
	}
	slices.Sort(gaps)
	// Lines inside paragraphs are closer than the spaces between them.
	return gaps[len(gaps)/4]
}

var digits = regexp.MustCompile(`[0-9]+`)

// markRepeats finds the running heads and feet: first and last lines that are
// the same on three pages and more but for their numbers.
func (d *document) markRepeats() {
	count := map[string]int{}
	key := func(l line) string { return digits.ReplaceAllString(strings.ToLower(l.text), "0") }
	for _, l := range d.lines {
		if l.first || l.last {
			count[key(l)]++
		}
	}
	for i := range d.lines {
		l := &d.lines[i]
		if (l.first || l.last) && (count[key(*l)] >= 3 || l.last && digits.ReplaceAllString(l.text, "") == "") {
			l.footer = true
		}
	}
}

// join puts the lines of a paragraph behind each other. A word that was broken
// at the end of a line is mended.
func (d *document) join(par []line) string {
	var b strings.Builder
	for i, l := range par {
		if i == 0 {
			b.WriteString(l.text)
			continue
		}
		next, _ := utf8.DecodeRuneInString(l.text)
		if before, ok := strings.CutSuffix(b.String(), "-"); ok && unicode.IsLower(next) && endsInLetter(before) {
			b.Reset()
			b.WriteString(before)
			if keepsHyphen(before) {
				b.WriteByte('-')
			}
		} else {
			b.WriteByte(' ')
		}
		b.WriteString(l.text)
	}
	return b.String()
}

func endsInLetter(s string) bool {
	r, _ := utf8.DecodeLastRuneInString(s)
	return unicode.IsLetter(r)
}

// keepsHyphen reports whether a word before a hyphen at the end of a line is
// one that is written with a hyphen anyway: a number, or a common first part.
func keepsHyphen(before string) bool {
	word := strings.ToLower(before[strings.LastIndexFunc(before, func(r rune) bool { return !unicode.IsLetter(r) })+1:])
	switch word {
	case "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety", "one", "two", "three", "four", "five", "six", "seven",
		"eight", "nine", "ten", "half", "self", "ex", "non", "anti", "pro", "vice", "mid", "co", "well", "long", "short", "high", "low", "part",
		"full", "first", "second", "third", "year", "so", "then", "third-party", "semi", "cease":
		return true
	}
	return false
}
