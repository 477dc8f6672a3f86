package main

import (
	"slices"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"github.com/concord-news/concord/rules"
	"github.com/concord-news/concord/rules/catalog"
)

// completions says for all commands how shells complete their flags: choices by
// their words, folders by folders, rules by their names.
func completions(root *cobra.Command) {
	for _, cmd := range root.Commands() {
		completions(cmd)
		cmd.Flags().VisitAll(func(f *pflag.Flag) {
			if complete := flagCompletion(f); complete != nil {
				// It fails for a flag that is completed already, as none is.
				_ = cmd.RegisterFlagCompletionFunc(f.Name, complete)
			}
		})
	}
}

func flagCompletion(f *pflag.Flag) cobra.CompletionFunc {
	switch v := f.Value.(type) {
	case *choice:
		return cobra.FixedCompletions(v.names, cobra.ShellCompDirectiveNoFileComp)
	case *formatList:
		return completeFormats
	}
	switch f.Name {
	case "rules", "dir", "extracted":
		return onlyFolders
	case "config":
		return cobra.FixedCompletions([]string{"yaml", "yml"}, cobra.ShellCompDirectiveFilterFileExt)
	case "baseline":
		return cobra.FixedCompletions([]string{"json"}, cobra.ShellCompDirectiveFilterFileExt)
	case "from":
		return completeRules
	}
	return nil
}

// completeFormats completes the last of formats joined by commas.
func completeFormats(_ *cobra.Command, _ []string, begun string) ([]string, cobra.ShellCompDirective) {
	before := ""
	if i := strings.LastIndexByte(begun, ','); i >= 0 {
		before = begun[:i+1]
	}
	var out []string
	for _, f := range formats() {
		if strings.HasPrefix(before+f.name, begun) && !slices.Contains(strings.Split(before, ","), f.name) {
			out = append(out, before+f.name)
		}
	}
	return out, cobra.ShellCompDirectiveNoFileComp
}

// completeRules completes names of built-in rules, each with its summary.
func completeRules(_ *cobra.Command, given []string, begun string) ([]string, cobra.ShellCompDirective) {
	builtin, err := catalog.Builtin()
	if err != nil {
		return nil, cobra.ShellCompDirectiveError
	}
	return ruleNames(builtin, given, begun), cobra.ShellCompDirectiveNoFileComp
}

// completeOwnRules is completeRules with the rules of the settings and --rules;
// where those are wrong, the built-in ones are still completed.
func (c *Command) completeOwnRules(from *settingsFrom) cobra.CompletionFunc {
	return func(cmd *cobra.Command, given []string, begun string) ([]string, cobra.ShellCompDirective) {
		in, err := c.settings(*from)
		if err != nil {
			return completeRules(cmd, given, begun)
		}
		return ruleNames(in.catalog, given, begun), cobra.ShellCompDirectiveNoFileComp
	}
}

// ruleNames lists the rules that begin so and are not given yet.
func ruleNames(all *rules.Catalog, given []string, begun string) []string {
	var out []string
	for _, r := range all.Rules {
		if strings.HasPrefix(r.Name, begun) && !slices.Contains(given, r.Name) {
			out = append(out, cobra.CompletionWithDesc(r.Name, r.Summary))
		}
	}
	return out
}

func onlyFolders(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective) {
	return nil, cobra.ShellCompDirectiveFilterDirs
}

// noFiles is for commands that take no paths.
func noFiles(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective) {
	return nil, cobra.ShellCompDirectiveNoFileComp
}
