package report

import (
	"fmt"
	"strings"
	"unicode"
)

// plain makes words from an article safe to print on a terminal: white space
// of any length becomes one space, and every character that could move the
// cursor, change colours or reorder the line is shown and not sent.
func plain(s string) string {
	return strings.Join(strings.Fields(strings.Map(spaceOut, visible(s))), " ")
}

func spaceOut(r rune) rune {
	if unicode.IsSpace(r) {
		return ' '
	}
	return r
}

// visible replaces control characters by a visible sign: those of ASCII by
// their control picture, others (C1 controls, bidirectional overrides, invisible
// format characters) by their code point.
func visible(s string) string {
	if !strings.ContainsFunc(s, unsafeRune) {
		return strings.ToValidUTF8(s, "\uFFFD")
	}
	var b strings.Builder
	for _, r := range strings.ToValidUTF8(s, "\uFFFD") {
		switch {
		case !unsafeRune(r):
			b.WriteRune(r)
		case r < 0x20:
			b.WriteRune(0x2400 + r)
		case r == 0x7f:
			b.WriteRune('\u2421')
		default:
			fmt.Fprintf(&b, "<U+%04X>", r)
		}
	}
	return b.String()
}

func unsafeRune(r rune) bool {
	if unicode.IsSpace(r) && r != 0x85 {
		return false
	}
	if r == '\u00ad' || r == '\u200c' || r == '\u200d' {
		// Soft hyphens and joiners are part of ordinary words and do no harm.
		return false
	}
	return unicode.Is(unicode.Cc, r) || unicode.Is(unicode.Cf, r)
}
