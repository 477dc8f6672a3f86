package main

import (
	"bytes"
	"embed"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/spf13/cobra"

	"github.com/concord-news/concord/rules"
	"github.com/concord-news/concord/rules/catalog"
	"github.com/concord-news/concord/rules/strict"
)

//go:embed template
var template embed.FS

// defaultRules is the folder of rules of one's own where none is named.
const defaultRules = "my-rules"

// schemaName is the file beside rules from which editors complete them.
const schemaName = "rule.schema.json"

func (c *Command) rulesNew() *cobra.Command {
	dir, from := "", ""
	cmd := &cobra.Command{
		Use:   "new NAME",
		Short: "Write a rule that works, to be made your own",
		Long: `New writes a folder NAME with a rule.yaml whose comments say what each field is
for, and two archives of articles: one in which the rule speaks, and one in
which it stays silent. Beside the folders lies ` + schemaName + `, from which editors
complete and check the fields.

With --from it copies a built-in rule instead. A rule of your own with the name
of a built-in one takes its place.`,
		Example: `  concord rules new seats.won
  concord rules new seats.won --dir desk-rules/
  concord rules new vote.result --from vote.result`,
		RunE: func(cmd *cobra.Command, args []string) error {
			if len(args) != 1 {
				return usagef("concord rules new: one name, got %d; such as seats.won", len(args))
			}
			if !cmd.Flags().Changed("dir") {
				file, err := readConfig("")
				if err != nil {
					return err
				}
				if len(file.RuleFolders) > 0 {
					dir = file.RuleFolders[0]
				}
			}
			return c.newRule(newRule{name: args[0], dir: filepath.Clean(dir), from: from})
		},
	}
	cmd.ValidArgsFunction = noFiles
	cmd.Flags().StringVar(&dir, "dir", defaultRules, "the folder of rules to write it to, made where missing; the first of rule_folders where settings have it")
	cmd.Flags().StringVar(&from, "from", "", "copy this built-in rule with its archives")
	return cmd
}

// newRule is what rules new is asked for.
type newRule struct{ name, dir, from string }

func (c *Command) newRule(o newRule) error {
	files, err := o.files()
	if err != nil {
		return err
	}
	home := filepath.Join(o.dir, o.name)
	if _, err := os.Stat(home); err == nil {
		return usagef("concord rules new: %s is there already", home)
	} else if !errors.Is(err, fs.ErrNotExist) {
		return fmt.Errorf("rules new: %w", err)
	}
	if err := writeSchema(o.dir); err != nil {
		return err
	}
	err = fs.WalkDir(files, ".", func(name string, d fs.DirEntry, err error) error {
		path := filepath.Join(home, filepath.FromSlash(name))
		if err != nil || d.IsDir() {
			return errors.Join(err, os.MkdirAll(path, 0o755))
		}
		text, err := fs.ReadFile(files, name)
		if err != nil {
			return err
		}
		fmt.Fprintln(c.Stdout, path)
		return writeFile(path, o.fitted(text))
	})
	if err != nil {
		return fmt.Errorf("rules new: %w", err)
	}
	fmt.Fprintf(c.Stdout, "\nIts archives pass. Make it your own, and run them again:\n  concord rules test %s\n  concord check --rules %s STORY\n", o.dir, o.dir)
	return nil
}

// schemaLine is the first line of a rule.yaml for editors.
const schemaLine = "# yaml-language-server: $schema=../" + schemaName + "\n"

// fitted makes a file of the template name the folder it lies in, and gives the
// rule.yaml of a copy the line for editors.
func (o newRule) fitted(text []byte) []byte {
	switch {
	case o.from == "":
		return bytes.ReplaceAll(text, []byte("{dir}"), []byte(o.dir))
	case bytes.HasPrefix(text, []byte("summary:")):
		return append([]byte(schemaLine), text...)
	}
	return text
}

// files returns the files of the new rule, and refuses a name that no rule may
// have or that a built-in one has.
func (o newRule) files() (fs.FS, error) {
	builtin, err := catalog.Builtin()
	if err != nil {
		return nil, fmt.Errorf("built-in rules: %w", err)
	}
	switch {
	case !rules.LegalName(o.name):
		return nil, usagef("concord rules new: %q is no name for a rule; legal: lower-case words joined by full stops or hyphens, such as seats.won", o.name)
	case o.from != "" && builtin.Find(o.from) == nil:
		return nil, usagef("concord rules new: --from: no rule %q; %s", o.from, strict.Legal(o.from, builtin.Names()))
	case o.from != "":
		return fs.Sub(catalog.Files(), o.from)
	case builtin.Find(o.name) != nil:
		return nil, usagef("concord rules new: %s is a built-in rule; with --from %s it is copied, and your copy takes its place", o.name, o.name)
	}
	return fs.Sub(template, "template")
}

// writeSchema writes the schema of rule.yaml beside the rules.
func writeSchema(dir string) error {
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return fmt.Errorf("folder for rules: %w", err)
	}
	return writeFile(filepath.Join(dir, schemaName), rules.Schema())
}

func (c *Command) rulesSchema() *cobra.Command {
	return &cobra.Command{
		Use:   "schema",
		Short: "Print the JSON Schema of rule.yaml, from which editors complete it",
		Long: `Schema prints the JSON Schema of rule.yaml. With its file beside your rules, the
first line of a rule.yaml makes editors that speak the YAML language server
complete and check the fields:

  # yaml-language-server: $schema=../` + schemaName,
		Example: "  concord rules schema > my-rules/" + schemaName,
		Args:    noArguments,
		RunE: func(*cobra.Command, []string) error {
			_, err := c.Stdout.Write(rules.Schema())
			return err
		},
	}
}
