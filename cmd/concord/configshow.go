package main

import (
	"fmt"
	"os"
	"strings"
	"text/tabwriter"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"github.com/concord-news/concord/checker/config"
	"github.com/concord-news/concord/rules/catalog"
)

func (c *Command) configCommand() *cobra.Command {
	o := newChecking()
	cmd := &cobra.Command{
		Use:   "config [flags]",
		Short: "Print the settings in force, and where each comes from",
		Long: `Config prints the settings that check would use here: those of concord.yaml, which
is looked for in the working folder and the folders above it, with the flags over
them. Give it the flags of check to see what they change.

Every rule that the settings turn off or change is listed. The last line is the
hash that reports carry.`,
		Example: `  concord config
  concord config --fail-on low
  concord config new`,
		RunE: func(cmd *cobra.Command, args []string) error {
			if len(args) > 0 {
				return group(cmd, args)
			}
			return c.showConfig(&o, cmd.Flags())
		},
	}
	o.add(cmd.Flags())
	cmd.AddCommand(c.configNew(), configSchema(c))
	return cmd
}

// configRow is a setting as it is shown.
type configRow struct{ name, value, from string }

func (c *Command) showConfig(o *checking, f *pflag.FlagSet) error {
	s, err := c.settings(o.from)
	if err != nil {
		return err
	}
	if err := o.merge(f, s.file); err != nil {
		return err
	}
	if o.hash, err = s.hash(o); err != nil {
		return err
	}
	w := tabwriter.NewWriter(c.Stdout, 0, 0, 2, ' ', 0)
	fmt.Fprintln(w, "SETTING\tVALUE\tFROM")
	rows := append(o.rows(f, s), ruleRows(s)...)
	rows = append(rows, configRow{"config_sha256", o.hash, "what a finding can depend on"})
	for _, r := range rows {
		fmt.Fprintf(w, "%s\t%s\t%s\n", r.name, r.value, r.from)
	}
	return w.Flush()
}

// rows lists the settings that are no rule's.
func (o *checking) rows(f *pflag.FlagSet, s *settings) []configRow {
	from := func(field, flag string) string {
		if flag != "" && f.Changed(flag) {
			return "--" + flag
		}
		if p, ok := s.file.Set(field); ok {
			return place(s.file, p)
		}
		return "default"
	}
	var tiers []string
	for _, v := range s.file.Outlets {
		name := v.Domain
		if name == "" || v.Name != "" && v.Domain == "" {
			name = v.Name
		} else if v.Name != "" {
			name += " (" + v.Name + ")"
		}
		if v.Tier != "" {
			name += ": " + v.Tier
		}
		tiers = append(tiers, name)
	}
	file := s.file.Path
	if file == "" {
		file = noConfig
	}
	return []configRow{
		{"config", file, map[bool]string{true: "--config", false: "looked for"}[f.Changed("config")]},
		{"rule_folders", shownList(s.folders), from("rule_folders", "rules")},
		{"tiers", shownList(s.file.Tiers), from("tiers", "")},
		{"outlets", shownList(tiers), from("outlets", "")},
		{"reference", shownList(o.references), from("reference", "reference")},
		{"baseline", shownList([]string{o.baseline}), from("baseline", "baseline")},
		{"format", o.format.String(), from("format", "format")},
		{"output", shownList([]string{o.output}), from("output", "output")},
		{"fail_on", o.failOn.value, from("fail_on", "fail-on")},
		{"all", fmt.Sprint(o.all), from("all", "all")},
		{"unread", fmt.Sprint(o.unread), from("unread", "unread")},
	}
}

func shownList(list []string) string {
	if s := strings.Join(list, ", "); s != "" {
		return s
	}
	return "-"
}

func place(file *config.Config, p config.Place) string {
	return fmt.Sprintf("%s:%d:%d", file.Path, p.Line, p.Column)
}

// ruleRows lists what the settings change of rules.
func ruleRows(s *settings) []configRow {
	var out []configRow
	for _, e := range s.effects {
		from := place(s.file, e.Place)
		if e.By != "" {
			from += " (" + e.By + ")"
		}
		out = append(out, configRow{"rules." + e.Rule, e.What, from})
	}
	return out
}

// sampleConfig is a file of settings that changes nothing: every line of it is a
// comment.
const sampleConfig = `# yaml-language-server: $schema=concord.schema.json
#
# Settings of Concord for this folder and those under it. Flags win over them;
# concord config prints what is in force. docs/config.md has every field.

# Rules of your own, beside the built-in ones.
# rule_folders: [my-rules/]

# Rules by name, or by the beginning of a name and a star.
# rules:
#   superlative.*: off
#   name.spelling: {severity: high}
#   money.amount: {tolerance: 2%}

# Words for how far you trust outlets. Reports show them; no verdict depends on
# them.
# tiers: [agency, national, local]
# outlets:
#   harbourpost.example: {name: The Harbour Post, tier: local}
#   The Lantern: {tier: national}

# Discrepancies that are known, as concord baseline writes them.
# baseline: known.json

# How reports are written, and what makes the exit status 1.
# format: [html, json]
# output: reports/
# fail_on: high
`

// configSchemaName is the file beside the settings by which editors complete them.
const configSchemaName = "concord.schema.json"

func (c *Command) configNew() *cobra.Command {
	return &cobra.Command{
		Use:   "new",
		Short: "Write a " + config.FileName + " of comments, to be filled in",
		Long: `New writes a ` + config.FileName + ` to the working folder in which every setting is a
comment, and beside it ` + configSchemaName + `, from which editors complete it.`,
		Example: "  concord config new",
		Args:    noArguments,
		RunE: func(*cobra.Command, []string) error {
			if _, err := os.Stat(config.FileName); err == nil {
				return usagef("concord config new: %s is there already", config.FileName)
			}
			builtin, err := catalog.Builtin()
			if err != nil {
				return fmt.Errorf("built-in rules: %w", err)
			}
			if err := writeFile(configSchemaName, config.Schema(builtin)); err != nil {
				return err
			}
			if err := writeFile(config.FileName, []byte(sampleConfig)); err != nil {
				return err
			}
			_, err = fmt.Fprintf(c.Stdout, "%s\n%s\n", config.FileName, configSchemaName)
			return err
		},
	}
}

func configSchema(c *Command) *cobra.Command {
	return &cobra.Command{
		Use:     "schema",
		Short:   "Print the JSON Schema of " + config.FileName + ", from which editors complete it",
		Example: "  concord config schema > " + configSchemaName,
		Args:    noArguments,
		RunE: func(*cobra.Command, []string) error {
			builtin, err := catalog.Builtin()
			if err != nil {
				return fmt.Errorf("built-in rules: %w", err)
			}
			_, err = c.Stdout.Write(config.Schema(builtin))
			return err
		},
	}
}
