package main

import (
	"fmt"
	"path/filepath"

	"github.com/spf13/cobra"

	"github.com/concord-news/concord/checker"
	"github.com/concord-news/concord/checker/measure"
)

// measuring is the settings of the measure command.
type measuring struct {
	labels     string
	list, json bool
}

func (c *Command) measureCommand() *cobra.Command {
	o := newChecking()
	var m measuring
	cmd := &cobra.Command{
		Use:   "measure [flags] --labels FOLDER STORY...",
		Short: "Say how much of what people found in stories the rules find",
		Long: `Measure checks stories that people have labelled and holds the reports against
the labels: what part of the labelled discrepancies is found, what part of the
reported ones is labelled, and with --list each miss and alarm.

The labels of the story in a folder named NAME are in FOLDER/NAME.json. How to
write them is in docs/accuracy.md; examples/labelled holds some.

Exit status: 0 measured, 2 wrong usage, 3 labels or articles could not be read.`,
		Example: `  concord measure --labels labels/ stories/
  concord measure --labels labels/ --rules my-rules/ --list stories/`,
		RunE: func(cmd *cobra.Command, args []string) error {
			if len(args) == 0 || m.labels == "" {
				return usagef("concord measure: give --labels FOLDER and the folders of the stories")
			}
			if err := c.configure(&o, cmd.Flags()); err != nil {
				return err
			}
			return c.measure(o, m, args)
		},
	}
	f := cmd.Flags()
	o.from.add(f)
	f.StringVar(&m.labels, "labels", "", "the folder of the labels, a file <story>.json each")
	f.BoolVar(&m.list, "list", false, "list each labelled fact that is missed and each alarm")
	f.BoolVar(&m.json, "json", false, "print the figures and the list as JSON")
	f.IntVar(&o.loading.jobs, "jobs", 0, "articles to read at once at most (default: one a core)")
	return cmd
}

func (c *Command) measure(o checking, m measuring, args []string) error {
	var result measure.Result
	err := c.eachReport(o, args, func(r *checker.Report, _ int) error {
		path := filepath.Join(m.labels, r.Story.Name+".json")
		labels, err := measure.ReadFile(path)
		if err == nil {
			err = result.Add(r, labels)
		}
		if err != nil {
			return fmt.Errorf("labels %s: %w", path, err)
		}
		return nil
	})
	if err != nil {
		return err
	}
	if m.json {
		return result.WriteJSON(c.Stdout)
	}
	return result.WriteText(c.Stdout, m.list)
}
