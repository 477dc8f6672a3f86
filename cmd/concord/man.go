package main

import (
	"fmt"
	"os"
	"runtime/debug"
	"time"

	"github.com/spf13/cobra"
	"github.com/spf13/cobra/doc"
)

func (c *Command) manCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "man DIR",
		Short: "Write the manual pages",
		Long: `Man writes a manual page for each command to a folder, which is made where it is
missing: concord.1, concord-check.1 and so on.`,
		Example: `  concord man ~/.local/share/man/man1
  man concord-check`,
		ValidArgsFunction: onlyFolders,
		RunE: func(cmd *cobra.Command, args []string) error {
			if len(args) != 1 {
				return usagef("concord man: want one folder to write to, got %d", len(args))
			}
			if err := os.MkdirAll(args[0], 0o755); err != nil {
				return fmt.Errorf("folder for manual pages: %w", err)
			}
			root := cmd.Root()
			root.DisableAutoGenTag = true // it has today's date
			built := builtOn()
			header := doc.GenManHeader{Title: "CONCORD", Section: "1", Source: "Concord " + Version, Manual: "Concord", Date: &built}
			if err := doc.GenManTree(root, &header, args[0]); err != nil {
				return fmt.Errorf("manual pages: %w", err)
			}
			return nil
		},
	}
}

// builtOn is the time of the commit that the program was built of; without one
// it is the beginning of Unix time, and never today: the same program writes the
// same pages.
func builtOn() time.Time {
	if info, ok := debug.ReadBuildInfo(); ok {
		for _, s := range info.Settings {
			if t, err := time.Parse(time.RFC3339, s.Value); s.Key == "vcs.time" && err == nil {
				return t.UTC()
			}
		}
	}
	return time.Unix(0, 0).UTC()
}
