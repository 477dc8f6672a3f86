package main

import (
	"fmt"
	"strings"

	"github.com/concord-news/concord/rules"
)

// rulesMarkdown writes what rules say of themselves as a page: a table, and a
// section for each.
func rulesMarkdown(list []*rules.Rule) string {
	var b strings.Builder
	fmt.Fprintf(&b, "| rule | kind | severity | reports |\n|---|---|---|---|\n")
	for _, r := range list {
		fmt.Fprintf(&b, "| [%s](#%s) | %s | %s | %s |\n", r.Name, anchor(r.Name), r.Kind, r.Severity, strings.ReplaceAll(oneParagraph(r.Summary), "|", `\|`))
	}
	for _, r := range list {
		fmt.Fprintf(&b, "\n## %s\n", r.Name)
		for _, part := range []struct{ title, text string }{
			{"Reports", r.Reports}, {"Stays silent", r.Silent}, {"Why it matters", r.Why}, {"Compares", compares(r)},
		} {
			for _, line := range fill("**"+part.title+".** "+oneParagraph(part.text), explainWidth) {
				b.WriteString("\n" + line)
			}
			b.WriteString("\n")
		}
	}
	return b.String()
}

// anchor is the place of a heading as renderers of Markdown name it.
func anchor(heading string) string { return strings.ReplaceAll(heading, ".", "") }

func oneParagraph(s string) string { return strings.Join(strings.Fields(s), " ") }
