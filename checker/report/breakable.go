package report

import (
	"html/template"
	"strings"
	"unicode"
)

// mostUnbroken is how many signs of a word stand together on a page. Browsers
// take minutes to break a word of tens of thousands of signs by themselves
// (measured: 33,000 signs, over 100 s; with places to break at, under 15 s).
const mostUnbroken = 64

// breakable escapes words for a page, with places to break at in very long
// ones.
func breakable(s string) template.HTML {
	var b strings.Builder
	run, from := 0, 0
	for i, r := range s {
		switch {
		case unicode.IsSpace(r):
			run = 0
		case run == mostUnbroken && !unicode.In(r, unicode.M, unicode.Cf):
			b.WriteString(template.HTMLEscapeString(s[from:i]) + "<wbr>")
			run, from = 1, i
		case run < mostUnbroken:
			run++
		}
	}
	b.WriteString(template.HTMLEscapeString(s[from:]))
	return template.HTML(b.String())
}

// functions are what the templates of pages call.
func functions() template.FuncMap { return template.FuncMap{"breakable": breakable} }
