package main

import (
	"slices"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"github.com/concord-news/concord/rules/strict"
)

// flagNames lists the flags of a command as they are written, sorted.
func flagNames(cmd *cobra.Command) []string {
	var names []string
	cmd.Flags().VisitAll(func(f *pflag.Flag) { names = append(names, "--"+f.Name) })
	slices.Sort(names)
	return names
}

// choice is a flag's value that is one of a few words.
type choice struct {
	value string
	names []string
}

func newChoice(value string, names ...string) *choice { return &choice{value, names} }

// String returns the word chosen.
func (c *choice) String() string { return c.value }

// Set chooses a word and refuses others.
func (c *choice) Set(s string) error {
	if !slices.Contains(c.names, s) {
		return usagef("%s", strict.Legal(s, c.names))
	}
	c.value = s
	return nil
}

// Type returns the words to choose from, as help prints them.
func (c *choice) Type() string { return strings.Join(c.names, "|") }
