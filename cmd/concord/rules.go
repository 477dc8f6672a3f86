package main

import (
	"errors"
	"fmt"
	"io"
	"os"
	"strings"
	"text/tabwriter"

	"github.com/sergi/go-diff/diffmatchpatch"
	"github.com/spf13/cobra"

	"github.com/concord-news/concord/checker/archive"
	"github.com/concord-news/concord/rules"
	"github.com/concord-news/concord/rules/catalog"
	"github.com/concord-news/concord/rules/pattern"
)

func (c *Command) rulesCommand() *cobra.Command {
	cmd := &cobra.Command{
		Use:   "rules",
		Short: "List, explain and test rules",
		Long: `Rules are data: a folder each with rule.yaml and the archives of articles in
testdata that it is tested on. Built-in rules and your own are the same thing.`,
		Example: `  concord rules list
  concord rules explain office.held
  concord rules test my-rules/`,
		RunE: group,
	}
	dir := cmd.PersistentFlags().String("rules", "", "use the rules in this folder beside the built-in ones")
	cmd.AddCommand(c.rulesList(dir), c.rulesExplain(dir), c.rulesTest())
	return cmd
}

func (c *Command) rulesList(dir *string) *cobra.Command {
	return &cobra.Command{
		Use:     "list",
		Short:   "List the rules, a line each",
		Example: "  concord rules list --rules my-rules/",
		Args:    noArguments,
		RunE: func(*cobra.Command, []string) error {
			all, err := loadRules(*dir)
			if err != nil {
				return err
			}
			w := tabwriter.NewWriter(c.Stdout, 0, 0, 2, ' ', 0)
			for _, r := range all.Rules {
				fmt.Fprintf(w, "%s\t%s\t%s\t%s\n", r.Name, r.Severity, r.Kind, r.Summary)
			}
			return w.Flush()
		},
	}
}

func (c *Command) rulesExplain(dir *string) *cobra.Command {
	return &cobra.Command{
		Use:     "explain NAME...",
		Short:   "Say what a rule reports, when it stays silent and why it matters",
		Example: "  concord rules explain office.held",
		RunE: func(_ *cobra.Command, args []string) error {
			all, err := loadRules(*dir)
			if err != nil {
				return err
			}
			if len(args) == 0 {
				return usagef("concord rules explain: which rule? concord rules list names them")
			}
			for i, name := range args {
				r := all.Find(name)
				if r == nil {
					return usagef("concord rules explain: no rule %q; %s", name, pattern.Legal(name, all.Names()))
				}
				if i > 0 {
					fmt.Fprintln(c.Stdout)
				}
				explain(c.Stdout, r)
			}
			return nil
		},
	}
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

func (c *Command) rulesTest() *cobra.Command {
	verbose := false
	cmd := &cobra.Command{
		Use:   "test [DIR]",
		Short: "Run the archives of articles that rules are tested on",
		Long: `Test runs every testdata/*.txtar of the rules in a folder, or of the built-in
rules. An archive says which findings its articles must give; an empty want
means none. Exit status 3 where one fails.`,
		Example: `  concord rules test
  concord rules test my-rules/`,
		RunE: func(_ *cobra.Command, args []string) error {
			if len(args) > 1 {
				return usagef("concord rules test: one folder at a time, got %d", len(args))
			}
			results, err := testRules(args)
			if err != nil {
				return err
			}
			return c.printResults(results, verbose)
		},
	}
	cmd.Flags().BoolVarP(&verbose, "verbose", "v", false, "name the archives that pass too")
	return cmd
}

func testRules(args []string) ([]archive.Result, error) {
	builtin, err := catalog.Builtin()
	if err != nil {
		return nil, fmt.Errorf("built-in rules: %w", err)
	}
	if len(args) == 0 {
		return archive.Test(builtin, catalog.Files(), "."), nil
	}
	// The folder's rules may use the word classes of the built-in ones.
	all, err := extend(builtin, args[0])
	if err != nil {
		return nil, err
	}
	return archive.Test(all, os.DirFS(args[0]), "."), nil
}

func (c *Command) printResults(results []archive.Result, verbose bool) error {
	failed := 0
	for i := range results {
		r := &results[i]
		name := r.File
		if r.Shows != "" {
			name += ": " + r.Shows
		}
		if r.Pass() {
			if verbose {
				fmt.Fprintf(c.Stdout, "ok   %s\n", name)
			}
			continue
		}
		failed++
		fmt.Fprintf(c.Stdout, "FAIL %s\n", name)
		if r.Err != nil {
			fmt.Fprintf(c.Stdout, "     %v\n", r.Err)
			continue
		}
		for _, line := range changedLines(r.Want, r.Got) {
			fmt.Fprintf(c.Stdout, "     %s\n", line)
		}
	}
	fmt.Fprintf(c.Stdout, "%d passed, %d failed\n", len(results)-failed, failed)
	switch {
	case len(results) == 0:
		return errors.New("rules test: no archive found; one is testdata/*.txtar in a rule's folder")
	case failed > 0:
		return fmt.Errorf("rules test: %d of %d fail", failed, len(results))
	}
	return nil
}

// changedLines returns the lines of want and got, with "-" before those that
// are wanted alone and "+" before those that came alone.
func changedLines(want, got string) []string {
	dmp := diffmatchpatch.New()
	// Without this the result depends on how fast the machine is.
	dmp.DiffTimeout = 0
	a, b, table := dmp.DiffLinesToRunes(strings.TrimSpace(want)+"\n", strings.TrimSpace(got)+"\n")
	var out []string
	for _, d := range dmp.DiffCharsToLines(dmp.DiffMainRunes(a, b, false), table) {
		mark := map[diffmatchpatch.Operation]string{
			diffmatchpatch.DiffDelete: "-", diffmatchpatch.DiffInsert: "+", diffmatchpatch.DiffEqual: " ",
		}[d.Type]
		for line := range strings.Lines(d.Text) {
			if line = strings.TrimRight(line, "\n"); line != "" {
				out = append(out, mark+line)
			}
		}
	}
	return out
}
