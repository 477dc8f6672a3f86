package main

import (
	"bytes"
	"fmt"
	"os"

	"github.com/spf13/cobra"

	"github.com/concord-news/concord/checker/report"
)

func (c *Command) diffCommand() *cobra.Command {
	var all bool
	cmd := &cobra.Command{
		Use:   "diff [--all] OLD.json NEW.json",
		Short: "Say what changed from one report to the next",
		Long: `Diff holds two reports of one story, written by check --format json, against
each other: what is new, what moved and in which outlet, what is judged otherwise,
and what is gone. Findings are the same by their fingerprint, and about the same
by fact and rule.

Exit status: 0 compared, 2 wrong usage, 3 a report could not be read.`,
		RunE: func(_ *cobra.Command, args []string) error {
			if len(args) != 2 {
				return usagef("concord diff: give two reports, OLD.json and NEW.json; got %d", len(args))
			}
			before, err := readReport(args[0])
			if err != nil {
				return err
			}
			after, err := readReport(args[1])
			if err != nil {
				return err
			}
			return report.WriteChanges(c.Stdout, before, after, all)
		},
	}
	cmd.Flags().BoolVar(&all, "all", false, "list agreements, single statements and what was not compared too")
	return cmd
}

func readReport(path string) (*report.Report, error) {
	content, err := os.ReadFile(path)
	if err != nil {
		return nil, fmt.Errorf("report: %w", err)
	}
	r, err := report.Read(bytes.NewReader(content))
	if err != nil {
		return nil, fmt.Errorf("report %s: %w", path, err)
	}
	return r, nil
}
