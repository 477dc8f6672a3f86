package main

import (
	"bytes"
	"fmt"
	"os"

	"github.com/spf13/cobra"

	"github.com/concord-news/concord/checker"
	"github.com/concord-news/concord/checker/report"
)

func (c *Command) baselineCommand() *cobra.Command {
	o := newChecking()
	var reason, by string
	cmd := &cobra.Command{
		Use:   "baseline [flags] --reason TEXT --by NAME PATH...",
		Short: "Write down the discrepancies that are known",
		Long: `Baseline checks the stories as check does and writes their discrepancies down,
each with the reason and the name given. With --baseline FILE, check still reports
them, marked, and its exit status does not count them. An entry holds while fact,
rule and values stay the same; one that holds no longer is reported as stale. The
file is JSON: reasons and names can be changed by hand, entry by entry.`,
		Example: `  concord baseline --reason "earlier count" --by "Ada, desk" --output known.json story/
  concord check --baseline known.json story/`,
		RunE: func(cmd *cobra.Command, args []string) error {
			if len(args) == 0 {
				return usagef("concord baseline: nothing to check; give a folder or files")
			}
			if reason == "" || by == "" {
				return usagef("concord baseline: give --reason, why nothing is to be done, and --by, who says so")
			}
			output := o.output
			if err := c.configure(&o, cmd.Flags()); err != nil {
				return err
			}
			var reports []*checker.Report
			keep := func(r *checker.Report, _ int) error {
				reports = append(reports, r)
				return nil
			}
			if err := c.eachReport(o, args, keep); err != nil {
				return err
			}
			var b bytes.Buffer
			if err := report.NewBaseline(reports, reason, by).Write(&b); err != nil {
				return err
			}
			out, err := c.newDelivery(output, 1)
			if err != nil {
				return err
			}
			return out.write([]document{{story: "baseline", extension: "json", bytes: b.Bytes()}})
		},
	}
	f := cmd.Flags()
	f.StringVar(&reason, "reason", "", "why nothing is to be done about them")
	f.StringVar(&by, "by", "", "who says so")
	f.StringVarP(&o.output, "output", "o", "", "write to this file")
	f.StringArrayVar(&o.references, "reference", nil, "also write down what contradicts the facts in this file, YAML or CSV")
	o.from.add(f)
	return cmd
}

// readBaseline reads a baseline file, nil where no path is given.
func readBaseline(path string) (*report.Baseline, error) {
	if path == "" {
		return nil, nil
	}
	content, err := os.ReadFile(path)
	if err != nil {
		return nil, fmt.Errorf("baseline: %w", err)
	}
	b, err := report.ReadBaseline(bytes.NewReader(content))
	if err != nil {
		return nil, fmt.Errorf("baseline %s: %w", path, err)
	}
	return b, nil
}
