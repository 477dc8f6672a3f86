package main

import (
	"bytes"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// block is a fenced block of a document: a file, whose path stands on the line
// before it between backquotes, or commands with what they print.
var block = regexp.MustCompile("(?ms)^`([^`\n]+)`:\n\n```[a-z]*\n(.*?)^```\n|^```console\n(.*?)^```\n")

// TestGeneratedDocs runs documents from top to bottom in an empty folder: files are
// written, commands run, and what they print is what the document shows. Run
// go test ./cmd/concord -run TestGeneratedDocs -update to renew what they print.
func TestGeneratedDocs(t *testing.T) {
	for name, least := range map[string]int{"rules.md": 9, "numbers.md": 4, "verdicts.md": 3} {
		t.Run(name, func(t *testing.T) {
			path, err := filepath.Abs(filepath.Join(top, "docs", name))
			require.NoError(t, err)
			text, err := os.ReadFile(path)
			require.NoError(t, err)
			t.Chdir(t.TempDir())
			commands := 0
			renewed := block.ReplaceAllStringFunc(string(text), func(b string) string {
				m := block.FindStringSubmatch(b)
				if m[1] != "" {
					file := filepath.FromSlash(m[1])
					require.NoError(t, os.MkdirAll(filepath.Dir(file), 0o755))
					require.NoError(t, os.WriteFile(file, []byte(m[2]), 0o644))
					return b
				}
				var out strings.Builder
				for _, line := range strings.Split(m[3], "\n") {
					if args, ok := strings.CutPrefix(line, "$ concord "); ok {
						commands++
						out.WriteString(line + "\n" + shown(args))
					}
				}
				return "```console\n" + out.String() + "```\n"
			})
			assert.GreaterOrEqual(t, commands, least, "commands that are run")
			if *update {
				require.NoError(t, os.WriteFile(path, []byte(renewed), 0o644))
			} else {
				assert.Equal(t, string(text), renewed, "docs/%s is not what the program prints: go test ./cmd/concord -run TestGeneratedDocs -update", name)
			}
		})
	}
}

// shown runs a command line and returns what a terminal would show of it.
func shown(args string) string {
	var out bytes.Buffer
	c := Command{Stdin: strings.NewReader(""), Stdout: &out, Stderr: &out, Getenv: func(string) string { return "" }}
	c.Main(strings.Fields(args))
	return out.String()
}
