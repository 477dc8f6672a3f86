package main

import (
	"fmt"
	"io"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"github.com/concord-news/concord/checker"
	"github.com/concord-news/concord/checker/config"
	"github.com/concord-news/concord/checker/denial"
	"github.com/concord-news/concord/checker/report"
	"github.com/concord-news/concord/checker/weigh/figureclues"
	"github.com/concord-news/concord/rules"
)

// checking is the settings of the check command.
type checking struct {
	from             settingsFrom
	format           *formatList
	failOn           *choice
	output, baseline string
	// by has, of the fields that the file of settings decided, their places.
	by                 map[string]string
	references         []string
	all, unread, stats bool
	example            bool
	width              int
	loading            loading
	// known is what the baseline holds, nil without one.
	known *report.Baseline
	// settings are those in force, and hash is theirs.
	settings *settings
	hash     string
}

func newChecking() checking {
	return checking{format: newFormatList(), failOn: newChoice("high", config.FailOns()...)}
}

// add adds the flags of check to those of a command.
func (o *checking) add(f *pflag.FlagSet) {
	o.from.add(f)
	f.Var(o.format, "format", "how to write the report; several, joined by commas, need a folder as --output")
	f.StringVarP(&o.output, "output", "o", "", "write to this file, or for several stories to files in this folder; -: standard output")
	f.BoolVar(&o.all, "all", false, "show agreements, single statements and what was not compared too")
	f.BoolVar(&o.unread, "unread", false, "list what was recognised and not read, with the reason")
	f.Var(o.failOn, "fail-on", "least severity of a discrepancy that makes the exit status 1")
	f.BoolVar(&o.stats, "stats", false, "print on standard error how long each stage took")
	f.StringVar(&o.baseline, "baseline", "", "mark the discrepancies that this file, written by concord baseline, has as known")
	f.StringArrayVar(&o.references, "reference", nil, "hold what outlets state against the facts in this file, YAML or CSV; may be given again")
	f.BoolVar(&o.example, "example", false, "check the built-in example")
	f.IntVar(&o.width, "width", 0, "columns to fit the table to, 80 to 200 (default: the terminal's, or 120)")
	o.loading.add(f)
}

func (c *Command) checkCommand() *cobra.Command {
	o := newChecking()
	cmd := &cobra.Command{
		Use:   "check [flags] PATH...",
		Short: "Report where the articles of a story agree and contradict each other",
		Long: `Check reads the articles at the paths and prints one report a story.

A folder is one story: its texts, saved pages, documents, feeds and so on, told
by their content, with an articles.json beside them that may name outlets,
titles and times. A folder of folders is several stories. Files given singly,
web addresses and - for standard input form one story. With --group all are one
mixed pile, which is sorted into stories.

Exit status: 0 nothing at or above --fail-on, 1 discrepancies, 2 wrong usage,
3 nothing could be read. Files that cannot be read are named on standard error
and in the report; the others are read. Ctrl-C stops the run: what was checked
until then is reported, and how much that is; a second one ends it at once.`,
		Example: `  concord check --example
  concord check story/
  concord check --format json --output reports/ stories/
  concord check --format html,xlsx,sarif --output reports/ story/
  concord check --fail-on none --all --unread monday.txt tuesday.txt`,
		RunE: func(cmd *cobra.Command, args []string) error {
			if err := c.configure(&o, cmd.Flags()); err != nil {
				return err
			}
			return c.check(o, args)
		},
	}
	o.add(cmd.Flags())
	return cmd
}

func (o *checking) validate(args []string) error {
	switch {
	case len(args) == 0 && !o.example:
		return usagef("concord check: nothing to check; give a folder or files, or --example")
	case len(args) > 0 && o.example:
		return usagef("concord check: --example takes no paths, got %q", args[0])
	case len(o.format.list) > 1 && o.output == "":
		return usagef("concord check: --format %s: several formats need --output FOLDER, or output in the settings", o.format)
	case o.loading.jobs < 0:
		return usagef("concord check: --jobs %d; legal: 1 or more", o.loading.jobs)
	}
	return checkWidth("concord check", o.width)
}

// configure reads the settings and the rules, and lays the flags over them.
func (c *Command) configure(o *checking, f *pflag.FlagSet) (err error) {
	go rules.Preload() // while the catalogue and the articles are loaded
	go figureclues.Trees()
	go denial.Trees()
	if o.settings, err = c.settings(o.from); err != nil {
		return err
	}
	if err := o.merge(f, o.settings.file); err != nil {
		return err
	}
	o.loading.settings = o.settings
	o.hash, err = o.settings.hash(o)
	return err
}

// check is the program's main work.
func (c *Command) check(o checking, args []string) (err error) {
	if err := o.validate(args); err != nil {
		return err
	}
	if o.known, err = readBaseline(o.baseline); err != nil {
		return o.named(err, "baseline")
	}
	var t tally
	var out *delivery
	err = c.eachReport(o, args, func(r *checker.Report, stories int) error {
		if out == nil {
			if out, err = c.newDelivery(o.output, stories*len(o.format.list)); err != nil {
				return err
			}
		}
		t.add(&o, r)
		docs, err := c.render(o, r)
		if err != nil {
			return err
		}
		return out.write(docs)
	})
	if err != nil {
		return err
	}
	if by := o.by["output"]; by != "" {
		fmt.Fprintf(c.Stderr, "concord: written to %s, as %s says\n", o.output, by)
	}
	if o.stats {
		t.print(c.Stderr)
	}
	if t.fails {
		return errFindings
	}
	return nil
}

func (c *Command) tableOptions(o checking) report.TableOptions {
	opts := report.TableOptions{Width: o.width, All: o.all, Unread: o.unread, Baseline: o.known}
	if o.output == "" {
		opts.Width, opts.Color = c.display(o.width)
	} else if o.width == 0 {
		opts.Width = unknownWidth
	}
	return opts
}

// tally is what is kept of the reports after they are written.
type tally struct {
	stages []checker.Stage
	at     map[string]int
	// fails reports a discrepancy at or above --fail-on that the baseline does
	// not have.
	fails bool
}

func (t *tally) add(o *checking, r *checker.Report) {
	for i := range r.Findings {
		f := &r.Findings[i]
		if !f.Reported() || o.known.Of(r.Story.Name, f) != nil {
			continue
		}
		if o.failOn.value == "low" || o.failOn.value == "high" && f.Severity == rules.High {
			t.fails = true
		}
	}
	if t.at == nil {
		t.at = map[string]int{}
	}
	for _, s := range r.Stages {
		i, ok := t.at[s.Name]
		if !ok {
			i = len(t.stages)
			t.at[s.Name] = i
			t.stages = append(t.stages, checker.Stage{Name: s.Name})
		}
		t.stages[i].Took += s.Took
		t.stages[i].Bytes += s.Bytes
	}
}

// print prints how long each stage took, summed over the stories.
func (t *tally) print(w io.Writer) {
	for _, s := range t.stages {
		fmt.Fprintf(w, "%-24s %10.2f ms", s.Name, float64(s.Took.Microseconds())/1000)
		if s.Bytes > 0 && s.Took > 0 {
			fmt.Fprintf(w, " %8.1f MB/s", float64(s.Bytes)/1e6/s.Took.Seconds())
		}
		fmt.Fprintln(w)
	}
}
