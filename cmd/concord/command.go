package main

import (
	"errors"
	"fmt"
	"io"
	"runtime"
	"strings"

	"github.com/spf13/cobra"

	"github.com/concord-news/concord/rules/catalog"
	"github.com/concord-news/concord/rules/strict"
)

// Version is the version that reports carry.
const Version = "0.1.0"

// The exit statuses.
const (
	exitOK = iota
	// exitFindings: a discrepancy at or above --fail-on.
	exitFindings
	// exitUsage: the command line is wrong.
	exitUsage
	// exitFailed: the work could not be done, such as nothing to read.
	exitFailed
)

// Command is the program with its surroundings, so that tests can run it.
type Command struct {
	Stdin          io.Reader
	Stdout, Stderr io.Writer
	// Getenv returns the value of an environment variable, "" where not set.
	Getenv func(string) string
}

// usageError is a mistake in the command line.
type usageError struct{ error }

func usagef(format string, args ...any) error { return usageError{fmt.Errorf(format, args...)} }

// errFindings ends a run that found what --fail-on names; it is no message.
var errFindings = errors.New("findings")

// Main runs the program with the arguments after its name and returns its exit
// status: 0 nothing at or above --fail-on, 1 findings, 2 usage, 3 could not run.
func (c *Command) Main(args []string) int {
	root := c.root()
	root.SetArgs(args)
	root.SetIn(c.Stdin)
	root.SetOut(c.Stdout)
	root.SetErr(c.Stderr)
	err := root.Execute()
	var usage usageError
	switch {
	case err == nil:
		return exitOK
	case errors.Is(err, errFindings):
		return exitFindings
	case errors.As(err, &usage):
		// A mistake in the command line names the command that it was made in.
		fmt.Fprintln(c.Stderr, err)
		return exitUsage
	}
	fmt.Fprintf(c.Stderr, "concord: %v\n", err)
	return exitFailed
}

func (c *Command) root() *cobra.Command {
	root := &cobra.Command{
		Use:   "concord",
		Short: "Find where several outlets' articles about one story contradict each other",
		Long: `Concord reads what several outlets wrote about one story, finds the facts that
two or more of them state, and reports where they agree, where they contradict
each other, and why. It works offline and gives the same report for the same
articles.`,
		Example: `  concord check --example          the built-in example
  concord check story/             one report of the articles in a folder
  concord check a.txt b.txt        files given singly form one story
  concord rules explain NAME       what a rule reports and when it is silent`,
		Version:       Version,
		SilenceErrors: true,
		SilenceUsage:  true,
		Args:          cobra.ArbitraryArgs,
		RunE:          group,
	}
	root.SetFlagErrorFunc(flagError)
	root.SetVersionTemplate(versionLine())
	root.AddCommand(c.checkCommand(), c.readCommand(), c.parseCommand(), c.verifyCommand(), c.originsCommand(), c.diffCommand(), c.baselineCommand(), c.measureCommand(), c.rulesCommand(), c.configCommand(), c.manCommand(), c.serveCommand(), c.backupCommand(), c.accountCommand(), c.versionCommand())
	for _, sub := range root.Commands() {
		sub.DisableFlagsInUseLine = true
	}
	completions(root)
	return root
}

// group is the work of a command that only has sub-commands: without one it
// prints its help, and it names the nearest where there is none such.
func group(cmd *cobra.Command, args []string) error {
	if len(args) == 0 {
		cmd.SetOut(cmd.ErrOrStderr())
		if err := cmd.Help(); err != nil {
			return err
		}
		return usagef("%s: which command?", cmd.CommandPath())
	}
	var names []string
	for _, sub := range cmd.Commands() {
		if sub.IsAvailableCommand() {
			names = append(names, sub.Name())
		}
	}
	return usagef("%s: no command %q; %s", cmd.CommandPath(), args[0], strict.Legal(args[0], names))
}

// flagError names the nearest flag beside one that does not exist.
func flagError(cmd *cobra.Command, err error) error {
	name, ok := strings.CutPrefix(err.Error(), "unknown flag: --")
	if !ok {
		return usagef("%s: %w; see %s --help", cmd.CommandPath(), err, cmd.CommandPath())
	}
	return usagef("%s: no flag --%s; %s", cmd.CommandPath(), name, strict.Legal("--"+name, flagNames(cmd)))
}

func (c *Command) versionCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "version",
		Short: "Print the version, and the hash of the built-in rules",
		Long: `Version prints the version of the program and the SHA-256 of the built-in rules,
which reports carry as run.rules_sha256 where no rules of one's own are used.`,
		Args:              noArguments,
		ValidArgsFunction: noFiles,
		RunE: func(*cobra.Command, []string) error {
			builtin, err := catalog.Builtin()
			if err != nil {
				return fmt.Errorf("built-in rules: %w", err)
			}
			_, err = fmt.Fprintf(c.Stdout, "%s%d rules, sha256 %s\n", versionLine(), len(builtin.Rules), builtin.Hash)
			return err
		},
	}
}

func versionLine() string {
	return fmt.Sprintf("concord %s (%s %s/%s)\n", Version, runtime.Version(), runtime.GOOS, runtime.GOARCH)
}

func noArguments(cmd *cobra.Command, args []string) error {
	if len(args) > 0 {
		return usagef("%s: takes no arguments, got %q", cmd.CommandPath(), args[0])
	}
	return nil
}

// warn prints something that went wrong beside work that goes on.
func (c *Command) warn(err error) { fmt.Fprintf(c.Stderr, "concord: warning: %v\n", err) }
