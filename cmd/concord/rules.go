package main

import (
	"fmt"
	"io"
	"slices"
	"strings"
	"text/tabwriter"

	"github.com/spf13/cobra"

	"github.com/concord-news/concord/rules"
	"github.com/concord-news/concord/rules/strict"
)

func (c *Command) rulesCommand() *cobra.Command {
	cmd := &cobra.Command{
		Use:   "rules",
		Short: "List, explain, write and test rules",
		Long: `Rules are data: a folder each with rule.yaml and the archives of articles in
testdata that it is tested on. Built-in rules and your own are the same thing.`,
		Example: `  concord rules list
  concord rules explain office.held
  concord rules new seats.won
  concord rules test my-rules/`,
		RunE: group,
	}
	cmd.AddCommand(c.rulesList(), c.rulesExplain(), c.rulesNew(), c.rulesTest(), c.rulesFields(), c.rulesSchema())
	return cmd
}

func (c *Command) rulesList() *cobra.Command {
	var from settingsFrom
	cmd := &cobra.Command{
		Use:     "list",
		Short:   "List the rules, a line each",
		Example: "  concord rules list --rules my-rules/",
		Args:    noArguments,
		RunE: func(*cobra.Command, []string) error {
			in, err := c.settings(from)
			if err != nil {
				return err
			}
			all := in.catalog
			w := tabwriter.NewWriter(c.Stdout, 0, 0, 2, ' ', 0)
			for _, r := range all.Rules {
				fmt.Fprintf(w, "%s\t%s\t%s\t%s\n", r.Name, r.Severity, r.Kind, r.Summary)
			}
			for _, name := range all.Off {
				fmt.Fprintf(w, "%s\toff\t\tturned off by %s\n", name, in.file.Path)
			}
			return w.Flush()
		},
	}
	from.add(cmd.Flags())
	return cmd
}

func (c *Command) rulesFields() *cobra.Command {
	return &cobra.Command{
		Use:   "fields",
		Short: "Say what can be written in a rule: fields, patterns, slots, keys, comparisons",
		Long: `Fields prints what can be written in a rule.yaml and what it means. A star marks
what each rule must have.`,
		Args: noArguments,
		RunE: func(*cobra.Command, []string) error {
			_, err := io.WriteString(c.Stdout, fieldsText(rules.Guides()))
			return err
		},
	}
}

// fieldsWidth is how wide the text of the fields is at most, in columns.
const fieldsWidth = 80

// fieldsText sets the parts of a guide in two columns.
func fieldsText(guides []rules.Guide) string {
	column := 0
	for _, g := range guides {
		for _, r := range g.Rows {
			column = max(column, len(r[0]))
		}
	}
	var b strings.Builder
	for i, g := range guides {
		if i > 0 {
			b.WriteByte('\n')
		}
		b.WriteString(g.Title + "\n")
		for _, r := range g.Rows {
			line := fmt.Sprintf("  %-*s ", column, r[0])
			for _, w := range strings.Fields(r[1]) {
				if len(line)+1+len(w) > fieldsWidth {
					b.WriteString(line + "\n")
					line = strings.Repeat(" ", column+3)
				}
				line += " " + w
			}
			b.WriteString(line + "\n")
		}
	}
	return b.String()
}

func (c *Command) rulesExplain() *cobra.Command {
	var from settingsFrom
	markdown := false
	cmd := &cobra.Command{
		Use:   "explain NAME...",
		Short: "Say what a rule reports, when it stays silent and why it matters",
		Example: `  concord rules explain office.held
  concord rules explain --markdown --rules my-rules/ > rules.md`,
		RunE: func(_ *cobra.Command, args []string) error {
			in, err := c.settings(from)
			if err != nil {
				return err
			}
			if len(args) == 0 && !markdown {
				return usagef("concord rules explain: which rule? concord rules list names them")
			}
			chosen, err := in.find(args)
			if err != nil {
				return err
			}
			if markdown {
				_, err := io.WriteString(c.Stdout, rulesMarkdown(chosen))
				return err
			}
			for i, r := range chosen {
				if i > 0 {
					fmt.Fprintln(c.Stdout)
				}
				explain(c.Stdout, r)
			}
			return nil
		},
	}
	cmd.ValidArgsFunction = c.completeOwnRules(&from)
	from.add(cmd.Flags())
	cmd.Flags().BoolVar(&markdown, "markdown", false, "as a Markdown page; of all rules where none is named")
	return cmd
}

// find returns the rules with those names, or all where there is none.
func (s *settings) find(names []string) ([]*rules.Rule, error) {
	if len(names) == 0 {
		return s.catalog.Rules, nil
	}
	var out []*rules.Rule
	for _, name := range names {
		r := s.catalog.Find(name)
		switch {
		case r == nil && slices.Contains(s.catalog.Off, name):
			return nil, usagef("concord rules explain: %s is turned off by %s; --config none explains it", name, s.file.Path)
		case r == nil:
			return nil, usagef("concord rules explain: no rule %q; %s", name, strict.Legal(name, s.catalog.Names()))
		}
		out = append(out, r)
	}
	return out, nil
}

// explainWidth is the width of explanations: lines that are easy to read.
const explainWidth = 78

func explain(w io.Writer, r *rules.Rule) {
	fmt.Fprintf(w, "%s (%s, %s severity)\n\n", r.Name, r.Kind, r.Severity)
	for _, part := range []struct{ title, text string }{
		{"", r.Summary}, {"Reports", r.Reports}, {"Stays silent", r.Silent}, {"Why it matters", r.Why},
		{"Compares", compares(r)},
	} {
		if strings.TrimSpace(part.text) == "" {
			continue
		}
		if part.title != "" {
			fmt.Fprintf(w, "\n%s\n", part.title)
		}
		for _, paragraph := range strings.Split(strings.TrimSpace(part.text), "\n\n") {
			for _, line := range fill(paragraph, explainWidth-2) {
				fmt.Fprintf(w, "  %s\n", line)
			}
		}
	}
}

// compares says what makes two statements be about the same thing, and how
// their values are compared.
func compares(r *rules.Rule) string {
	var parts []string
	for _, k := range r.Key {
		if k.Literal == "" {
			parts = append(parts, k.String())
		}
	}
	s := "Two statements, by " + string(r.Compare.By)
	if len(parts) > 0 {
		s += ", where these are the same: " + strings.Join(parts, ", ")
		if strings.Contains(s, "?") {
			s += " (?: or one does not say)"
		}
	}
	return s + "."
}

// fill lays the words of s out in lines of at most width bytes.
func fill(s string, width int) []string {
	var lines []string
	line := ""
	for _, word := range strings.Fields(s) {
		if line != "" && len(line)+1+len(word) > width {
			lines = append(lines, line)
			line = ""
		}
		if line != "" {
			line += " "
		}
		line += word
	}
	return append(lines, line)
}
