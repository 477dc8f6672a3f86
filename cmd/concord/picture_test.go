package main

import (
	"encoding/xml"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/concord-news/concord/checker"
	"github.com/concord-news/concord/checker/report"
	"github.com/concord-news/concord/corpus"
	"github.com/concord-news/concord/rules"
	"github.com/concord-news/concord/rules/catalog"
)

// The measures of the picture: columns, and of a character in pixels.
const (
	pictureColumns          = 100
	pictureWide, pictureTop = 8.0, 28
	pictureLine             = 18
)

// TestREADMEPicture: the picture in the README is the report of the example, as
// a terminal shows it. Run go test ./cmd/concord -run TestREADME -update to
// renew it.
func TestREADMEPicture(t *testing.T) {
	folder, _ := exampleFiles(t)
	stories, problems := corpus.Load([]string{folder})
	require.Empty(t, problems)
	builtin, err := catalog.Builtin()
	require.NoError(t, err)
	r := checker.Check(&stories[0], checker.Options{Reader: rules.NewReader(builtin)})
	var b strings.Builder
	require.NoError(t, report.Table(&b, r, report.TableOptions{Width: pictureColumns, Color: true}))
	want := picture(urgent(strings.TrimRight(b.String(), "\n")))
	require.NoError(t, xml.Unmarshal([]byte(want), new(any)), "the picture is XML")
	path := filepath.Join(top, "docs", "report.svg")
	if *update {
		require.NoError(t, os.WriteFile(path, []byte(want), 0o644))
	}
	have, err := os.ReadFile(path)
	require.NoError(t, err)
	if string(have) != want {
		assert.Fail(t, "docs/report.svg is not what the program prints: go test ./cmd/concord -run TestREADME -update")
	}
	assert.Less(t, len(want), 40_000, "the picture is small")
}

// urgent leaves out of a report what is no discrepancy; its last line counts it.
func urgent(text string) string {
	parts := strings.Split(text, "\n\n")
	var out []string
	for i, p := range parts {
		first, _, _ := strings.Cut(p, "\n")
		if i < 2 || i == len(parts)-1 || !strings.Contains(first, "COMPATIBLE") {
			out = append(out, p)
		}
	}
	return strings.Join(out, "\n\n")
}

// sgr is an escape sequence that changes the style of what follows.
var sgr = regexp.MustCompile("\x1b\\[([0-9;]*)m")

// picture draws what a terminal shows of text with styles. Every piece has its
// column, so that it stands in its place whatever the font.
func picture(text string) string {
	lines := strings.Split(text, "\n")
	width, height := pictureColumns*pictureWide+40, len(lines)*pictureLine+2*pictureTop-10
	var b strings.Builder
	fmt.Fprintf(&b, `<svg xmlns="http://www.w3.org/2000/svg" width="%.0f" height="%d" viewBox="0 0 %.0f %d" role="img" aria-label="Report of the built-in example in a terminal">`+"\n", width, height, width, height)
	b.WriteString(`<style>text{font:13px ui-monospace,"DejaVu Sans Mono",Menlo,Consolas,monospace;fill:#e6e6e6;white-space:pre}.b{font-weight:700}.d{fill:#9aa4b2}.r{fill:#ff7b72}.g{fill:#7ee787}.y{fill:#f2cc60}.p{fill:#d2a8ff}</style>` + "\n")
	fmt.Fprintf(&b, `<rect width="%.0f" height="%d" rx="8" fill="#161b22"/>`+"\n", width, height)
	for i, line := range lines {
		pictureRow(&b, line, pictureTop+i*pictureLine)
	}
	b.WriteString("</svg>\n")
	return b.String()
}

func pictureRow(b *strings.Builder, line string, y int) {
	column, style := 0, ""
	for line != "" {
		piece := line
		var next []string
		if at := sgr.FindStringSubmatchIndex(line); at != nil {
			piece, next = line[:at[0]], []string{line[at[2]:at[3]]}
			line = line[at[1]:]
		} else {
			line = ""
		}
		// What stands behind two spaces is a column of its own.
		for _, part := range regexp.MustCompile(`(\S+( \S+)*)|\s+`).FindAllString(piece, -1) {
			if strings.TrimSpace(part) != "" {
				var escaped strings.Builder
				_ = xml.EscapeText(&escaped, []byte(part))
				class := ""
				if style != "" {
					class = ` class="` + style + `"`
				}
				fmt.Fprintf(b, `<text x="%.0f" y="%d"%s>%s</text>`+"\n", 20+float64(column)*pictureWide, y, class, escaped.String())
			}
			column += len([]rune(part))
		}
		if next != nil {
			style = map[string]string{"1": "b", "2": "d", "31": "r", "1;31": "b r", "32": "g", "1;33": "b y", "1;35": "b p"}[next[0]]
		}
	}
}
