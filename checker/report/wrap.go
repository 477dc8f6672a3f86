package report

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/olekukonko/tablewriter/pkg/twwidth"
)

// style is a terminal style; the empty style is the terminal's own.
type style string

// The styles, as parameters of the SGR escape sequence.
const (
	noStyle    style = ""
	bold       style = "1"
	dim        style = "2"
	red        style = "31"
	redBold    style = "1;31"
	green      style = "32"
	yellowBold style = "1;33"
	purpleBold style = "1;35"
)

// word is a piece of a line that is not broken unless it is longer than the
// line.
type word struct {
	text  string
	style style
}

// words splits safe text at spaces. A number keeps together with the words
// that scale it, so that "45 billion" is never read as 45.
func words(s string, st style) []word {
	var out []word
	for _, f := range strings.Fields(s) {
		if n := len(out); n > 0 && scales(out[n-1].text, f) {
			out[n-1].text += " " + f
			continue
		}
		out = append(out, word{text: f, style: st})
	}
	return out
}

// scales reports whether next belongs to the number that before ends with.
func scales(before, next string) bool {
	last := before[len(before)-1]
	if last < '0' || last > '9' {
		return false
	}
	switch strings.TrimRight(strings.ToLower(next), ".,;:!?\"'”’)") {
	case "hundred", "thousand", "million", "billion", "trillion", "percent", "%":
		return true
	}
	// "450 000": groups of three digits.
	return len(next) >= 3 && strings.IndexFunc(next[:3], notDigit) < 0
}

func notDigit(r rune) bool { return r < '0' || r > '9' }

// columns returns the number of terminal columns that s takes. The locale is
// left out on purpose: it would make the same report differ between machines.
func columns(s string) int { return twwidth.WidthWithOptions(s, twwidth.Options{}) }

// wrap lays ws out in lines of at most width columns, where a single number
// does not need more.
func wrap(ws []word, width int, color bool) []string {
	var lines []string
	var line strings.Builder
	used := 0
	flush := func() {
		lines = append(lines, line.String())
		line.Reset()
		used = 0
	}
	for _, w := range ws {
		for _, piece := range pieces(w.text, width) {
			n := columns(piece.text)
			space := 0
			if used > 0 && !piece.joined {
				space = 1
			}
			if used > 0 && used+space+n > width {
				flush()
				space = 0
			}
			if space == 1 {
				line.WriteByte(' ')
			}
			line.WriteString(paint(piece.text, w.style, color))
			used += space + n
		}
	}
	if used > 0 || len(lines) == 0 {
		flush()
	}
	return lines
}

func paint(s string, st style, color bool) string {
	if !color || st == noStyle || s == "" {
		return s
	}
	return "\x1b[" + string(st) + "m" + s + "\x1b[0m"
}

// piece is a part of a word; joined parts follow the one before without space.
type piece struct {
	text   string
	joined bool
}

// fits reports whether s takes at most width columns. Of a very long word only
// the length is looked at, as all of it is looked at again for every line.
func fits(s string, width int) bool { return len(s) <= 64*width && columns(s) <= width }

// pieces cuts a word that is longer than a line, after punctuation where there
// is some, never inside a number.
func pieces(s string, width int) []piece {
	if fits(s, width) {
		return []piece{{text: s}}
	}
	var out []piece
	for s != "" {
		cut := cutAt(s, width)
		out = append(out, piece{text: s[:cut], joined: len(out) > 0})
		s = s[cut:]
	}
	return out
}

// cutAt returns where to cut s, at most width columns wide if possible.
func cutAt(s string, width int) int {
	if fits(s, width) {
		return len(s)
	}
	hard, soft := 0, 0
	for i, r := range s {
		if i > 0 && mayCut(s, i) {
			if columns(s[:i]) > width {
				if hard == 0 {
					hard = i
				}
				break
			}
			hard = i
			if before, _ := utf8.DecodeLastRuneInString(s[:i]); unicode.IsPunct(before) && !unicode.IsPunct(r) {
				soft = i
			}
		}
	}
	switch {
	case soft > 0:
		return soft
	case hard > 0:
		return hard
	}
	return len(s)
}

// mayCut reports whether s may be cut before byte i: not between the parts of
// a number, and not before a combining mark.
func mayCut(s string, i int) bool {
	before, _ := utf8.DecodeLastRuneInString(s[:i])
	after, _ := utf8.DecodeRuneInString(s[i:])
	if unicode.Is(unicode.M, after) || unicode.Is(unicode.Cf, after) || unicode.Is(unicode.Cf, before) {
		return false
	}
	return !(numeric(before) && numeric(after))
}

func numeric(r rune) bool {
	return unicode.IsDigit(r) || unicode.Is(unicode.Sc, r) || strings.ContainsRune(".,%~+- ", r)
}
