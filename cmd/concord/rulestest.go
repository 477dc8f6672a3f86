package main

import (
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"github.com/sergi/go-diff/diffmatchpatch"
	"github.com/spf13/cobra"

	"github.com/concord-news/concord/checker/archive"
	"github.com/concord-news/concord/rules/catalog"
)

// ruleTesting is the settings of rules test.
type ruleTesting struct{ verbose, update bool }

func (c *Command) rulesTest() *cobra.Command {
	var o ruleTesting
	cmd := &cobra.Command{
		Use:   "test [DIR]",
		Short: "Run the archives of articles that rules are tested on",
		Long: `Test runs every testdata/*.txtar of the rules in a folder, or of the built-in
rules. An archive says which findings its articles must give; an empty want
means none. Exit status 3 where one fails.

With --update the want sections of a folder's archives are written as the
findings come. Look at what was written: it is what the rule does, which may not
be what you want of it.`,
		Example: `  concord rules test
  concord rules test my-rules/
  concord rules test --update my-rules/`,
		RunE: func(_ *cobra.Command, args []string) error {
			switch {
			case len(args) > 1:
				return usagef("concord rules test: one folder at a time, got %d", len(args))
			case o.update && len(args) == 0:
				return usagef("concord rules test: --update: which folder? the built-in rules are not written to")
			}
			results, err := testRules(args)
			if err != nil {
				return err
			}
			if o.update {
				written, err := c.updateArchives(args[0], results)
				if err != nil {
					return err
				}
				if written > 0 {
					if results, err = testRules(args); err != nil { // as they stand now
						return err
					}
				}
			}
			return c.printResults(results, o.verbose)
		},
	}
	cmd.ValidArgsFunction = onlyFolders
	cmd.Flags().BoolVarP(&o.verbose, "verbose", "v", false, "name the archives that pass too")
	cmd.Flags().BoolVar(&o.update, "update", false, "write the want sections of the folder's archives as the findings come")
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

// updateArchives writes the findings that came into the archives whose want is
// another, and says how many. Archives that are wrong in another way stay as they are.
func (c *Command) updateArchives(dir string, results []archive.Result) (int, error) {
	written := 0
	for i := range results {
		r := &results[i]
		if r.Pass() || r.Err != nil && !errors.Is(r.Err, archive.ErrNoWant) {
			continue
		}
		path := filepath.Join(dir, filepath.FromSlash(r.File))
		data, err := os.ReadFile(path)
		if err != nil {
			return written, fmt.Errorf("rules test: %w", err)
		}
		if err := writeFile(path, archive.WithWant(data, r.Got)); err != nil {
			return written, err
		}
		fmt.Fprintf(c.Stdout, "wrote %s\n", path)
		printChanged(c.Stdout, r)
		written++
	}
	if written > 0 {
		fmt.Fprintln(c.Stdout, "Read what was written: it is what the rules do, not what they should do.")
	}
	return written, nil
}

func printChanged(w io.Writer, r *archive.Result) {
	for _, line := range changedLines(r.Want, r.Got) {
		fmt.Fprintf(w, "     %s\n", line)
	}
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
		printChanged(c.Stdout, r)
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
